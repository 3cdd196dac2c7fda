// SPDX-License-Identifier: Apache-2.0
#include "order/partial_change.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool is_refused(const Finding& finding) {
    return finding.severity != FindingSeverity::info && finding.resolved &&
           finding.resolved->resolution == Resolution::reject;
}

std::string day_of(const OrderLine& line) {
    return line.requested ? line.requested->value.start.value_or("") : std::string{};
}

// Why the line's wish was refused, in the customer's terms.
std::string reason_for(const Amended& full, std::uint32_t change_line,
                       const std::vector<Finding>& findings) {
    const auto at = full.becomes[change_line];
    for (const auto& finding : findings)
        if (at && finding.line == at && is_refused(finding) && finding.reason.starts_with("R-"))
            return finding.reason;
    return "R-STATE";
}

} // namespace

MaybeLine named_by(const Amended& amended, std::uint32_t line) {
    const auto found = std::ranges::find(amended.becomes, MaybeLine(line));
    if (found == amended.becomes.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - amended.becomes.begin());
}

MaybeLine line_in(const Amended& to, const Amended& from, std::uint32_t line) {
    if (const auto change_line = named_by(from, line)) return to.becomes[*change_line];
    if (line >= from.came_from.size() || !from.came_from[line]) return std::nullopt;
    const auto found = std::ranges::find(to.came_from, from.came_from[line]);
    if (found == to.came_from.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - to.came_from.begin());
}

RefusedPart refused_part(const OrderDraft& change, const Amended& amended,
                         const std::vector<Finding>& findings,
                         const std::vector<MaybeLine>& spoken_of) {
    RefusedPart refused;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!is_refused(findings[i])) continue;
        MaybeLine line = i < spoken_of.size() ? spoken_of[i] : std::nullopt;
        if (!line && findings[i].line) line = named_by(amended, *findings[i].line);
        if (!line)
            refused.whole = true;
        else if (std::ranges::find(refused.lines, *line) == refused.lines.end())
            refused.lines.push_back(*line);
    }
    const bool of_header = change.requested || find_party(change, PartyRole::ship_to) != nullptr;
    if (refused.lines.size() == change.lines.size() && !of_header) refused.whole = true;
    return refused;
}

std::vector<DeclinedWish> declined_wishes(const RefusedPart& refused, const Amended& full,
                                          const Order& wished, const Amended& kept,
                                          const Order& standing,
                                          const std::vector<Finding>& findings) {
    std::vector<DeclinedWish> wishes;
    for (const auto change_line : refused.lines) {
        const auto here = kept.becomes[change_line];
        const auto before = here ? kept.came_from[*here] : std::nullopt;
        if (!before || *before >= standing.lines.size()) continue; // added: a line that is rejected
        const OrderLine& old = standing.lines[*before];
        DeclinedWish wish{.line = *here, .reason = reason_for(full, change_line, findings)};
        const auto add = [&](std::string field, std::string wanted, const std::string& unit) {
            wish.field = std::move(field);
            wish.wanted = std::move(wanted);
            wish.unit = unit;
            wishes.push_back(wish);
        };
        const auto there = full.becomes[change_line];
        if (!there || *there >= wished.lines.size()) { // taken out of the order
            add("quantity", "0", old.unit);
            continue;
        }
        const OrderLine& wanted = wished.lines[*there];
        const bool other_quantity =
            wanted.quantity && (wanted.unit != old.unit || !old.quantity ||
                                wanted.quantity->value != old.quantity->value);
        if (other_quantity) add("quantity", wanted.quantity->value.to_string(), wanted.unit);
        if (wanted.price && (!old.price || wanted.price->value != old.price->value))
            add("price", wanted.price->value.to_string(), {});
        if (!day_of(wanted).empty() && day_of(wanted) != day_of(old))
            add("date", day_of(wanted), {});
    }
    return wishes;
}

} // namespace besteld
