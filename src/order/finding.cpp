// SPDX-License-Identifier: Apache-2.0
#include "order/finding.hpp"

#include "order/describe_order.hpp"

namespace besteld {

namespace {

template <typename E>
std::optional<E> by_name(std::string_view name) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), value)) return std::nullopt;
    return value;
}

} // namespace

bool same_finding(const Finding& a, const Finding& b) {
    return a.check == b.check && a.line == b.line && a.ordered == b.ordered && a.agreed == b.agreed;
}

// domain.md 4.2: only block and warn stand in the way of acceptance; a gate sets the four-eyes
// guard, a release-block waits for the release, an info is for reading.
bool is_open(const Finding& finding) {
    const bool counts =
        finding.severity == FindingSeverity::block || finding.severity == FindingSeverity::warn;
    return counts && !finding.resolved;
}

std::string_view name_of(Check check) {
    return boost::describe::enum_to_string(check, "?");
}
std::optional<Check> check_by_name(std::string_view name) {
    return by_name<Check>(name);
}
std::string_view name_of(Resolution resolution) {
    return boost::describe::enum_to_string(resolution, "?");
}
std::optional<Resolution> resolution_by_name(std::string_view name) {
    return by_name<Resolution>(name);
}
std::string_view name_of(FindingSeverity severity) {
    return boost::describe::enum_to_string(severity, "?");
}

} // namespace besteld
