// SPDX-License-Identifier: Apache-2.0
#include "app/archive_trial.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>

namespace besteld {

namespace {

std::string only_in(const std::vector<std::string>& some, const std::vector<std::string>& others,
                    std::string_view mark) {
    std::vector<std::string> only;
    std::ranges::set_difference(some, others, std::back_inserter(only));
    std::string text;
    for (const auto& line : only)
        text += cat("\n    ", mark, " ", line);
    return text;
}

} // namespace

WhatIf try_on_archive(World& world, ImportRequest request, Instant since, ImportReport& report,
                      const std::function<void(const OtherVerdict&)>& tell) {
    const auto other = Store::open(world.config.storage_url);
    other->shadow_base_data();
    request.run = ImportRun::apply;
    request.second_person = SecondPerson::not_needed;
    request.tell = Tell::counts;
    report = other->import_base_data(request, now());
    return report.problems.empty() ? what_if(*world.store, *other, world.flow, since, tell)
                                   : WhatIf{};
}

std::string to_text(const OtherVerdict& both) {
    const Verdict& before = both.before;
    const Verdict& after = both.after;
    return cat(both.case_no, " ", both.official_no.empty() ? "-" : both.official_no, " ",
               both.customer_no, " order ", both.buyer_order_no.empty() ? "-" : both.buyer_order_no,
               ": ", before.state, " -> ", after.state,
               before.net == after.net ? std::string{}
                                       : cat(", ", before.net.to_string(2), " -> ",
                                             after.net.to_string(2), " ", both.currency),
               only_in(before.open, after.open, "no longer:"),
               only_in(after.open, before.open, "new:"));
}

std::string to_text(const WhatIf& sum) {
    std::string text =
        cat(sum.orders, " orders judged twice, ", sum.differ, " would come out otherwise");
    for (const auto& [currency, net] : sum.net_difference)
        text += cat(", ", net < Decimal{} ? "" : "+", net.to_string(2), " ", currency, " net");
    for (const auto& [currency, stake] : sum.stake_difference)
        text +=
            cat(", ", stake < Decimal{} ? "" : "+", stake.to_string(2), " ", currency, " at stake");
    return text;
}

} // namespace besteld
