// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "order/decide.hpp"

#include <algorithm>

namespace besteld {

bool is_for_credit(Check check) {
    return check == Check::credit_limit_exceeded || check == Check::overdue_items ||
           check == Check::prepayment_due;
}

std::optional<CommandRefused> refuse_resolution(const Finding& finding, Resolution resolution,
                                                Role role, std::string_view reason) {
    const auto way = std::ranges::find(finding.ways_out, resolution, &WayOut::resolution);
    const bool listed = way != finding.ways_out.end();
    const bool as_ordered = resolution == Resolution::accept_ordered;
    const bool matters = finding.severity != FindingSeverity::info;
    const bool of_credit = is_for_credit(finding.check);
    if (of_credit && matters && role != Role::credit && resolution != Resolution::hold)
        return CommandRefused{"lead_only",
                              cat(name_of(finding.check), " is for the credit controller")};
    if (!of_credit && role == Role::credit)
        return CommandRefused{"not_allowed", "the credit controller decides about credit only"};
    const bool leads = listed ? way->lead_only : as_ordered;
    if (leads && matters && role != Role::lead && role != Role::credit)
        return CommandRefused{"lead_only", cat(name_of(finding.check), ": ", name_of(resolution),
                                               " is for the team lead")};
    const bool by_itself = role == Role::warehouse || role == Role::production;
    if (listed && !way->word_of.empty() && !by_itself && reason.empty())
        return CommandRefused{"reason_missing",
                              cat(name_of(finding.check), ": who in ", way->word_of, " agreed?")};
    const bool needs_reason = as_ordered || resolution == Resolution::dismiss;
    if (needs_reason && reason.empty())
        return CommandRefused{"reason_missing", cat(name_of(resolution), " needs a reason")};
    return std::nullopt;
}

} // namespace besteld
