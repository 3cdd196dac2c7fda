// SPDX-License-Identifier: Apache-2.0
#include "order/complaint.hpp"

#include "order/working_days.hpp"

#include <boost/describe.hpp>

namespace besteld {

BOOST_DESCRIBE_ENUM(ComplaintCause, unknown, transport, quality, quantity, price, order_entry, late)
BOOST_DESCRIBE_ENUM(ComplaintState, registered, passed_on, closed)

std::string owner_for(const ComplaintRules& rules, ComplaintCause cause) {
    const auto own = rules.owner_of.find(cause);
    return own == rules.owner_of.end() || own->second.empty() ? rules.owner : own->second;
}

Date deadline_for(const ComplaintRules& rules, const Seller& seller, Date registered_on) {
    return working_days_after(seller, registered_on, rules.days);
}

bool is_to_be_reminded(const Complaint& complaint, const ComplaintRules& rules,
                       const Seller& seller, Date today) {
    return complaint.state == ComplaintState::passed_on && !complaint.reminded_at &&
           today >= working_days_after(seller, complaint.due, -rules.remind_days);
}

ComplaintSlip slip_of(const Complaint& complaint) {
    ComplaintSlip slip{.number = complaint.number,
                       .due = complaint.due,
                       .said = complaint.said,
                       .cause = std::string(name_of(complaint.cause))};
    for (const auto& line : complaint.lines)
        slip.items.push_back({line.sku, line.name, line.quantity, line.unit});
    return slip;
}

std::string_view name_of(ComplaintCause cause) {
    return boost::describe::enum_to_string(cause, "?");
}
std::optional<ComplaintCause> cause_by_name(std::string_view name) {
    ComplaintCause cause{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), cause)) return std::nullopt;
    return cause;
}
std::string_view name_of(ComplaintState state) {
    return boost::describe::enum_to_string(state, "?");
}
std::optional<ComplaintState> complaint_state_by_name(std::string_view name) {
    ComplaintState state{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), state)) return std::nullopt;
    return state;
}

} // namespace besteld
