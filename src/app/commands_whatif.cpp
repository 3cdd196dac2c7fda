// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/import_report.hpp"
#include "app/open_world.hpp"

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "flow/what_if.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace besteld {

namespace {

void print_lines(const char* mark, const std::vector<std::string>& some,
                 const std::vector<std::string>& others) {
    std::vector<std::string> only;
    std::ranges::set_difference(some, others, std::back_inserter(only));
    for (const auto& line : only)
        std::printf("    %s %s\n", mark, line.c_str());
}

void print_text(const OtherVerdict& both) {
    std::printf("%s %s %s order %s: %s -> %s", both.case_no.c_str(),
                both.official_no.empty() ? "-" : both.official_no.c_str(), both.customer_no.c_str(),
                both.buyer_order_no.empty() ? "-" : both.buyer_order_no.c_str(),
                both.before.state.c_str(), both.after.state.c_str());
    if (both.before.net != both.after.net)
        std::printf(", %s -> %s %s", both.before.net.to_string(2).c_str(),
                    both.after.net.to_string(2).c_str(), both.currency.c_str());
    std::printf("\n");
    print_lines("no longer:", both.before.open, both.after.open);
    print_lines("new:      ", both.after.open, both.before.open);
}

boost::json::object as_json(const Verdict& verdict) {
    return {{"state", verdict.state},
            {"open", boost::json::value_from(verdict.open)},
            {"net", verdict.net.to_string(2)},
            {"at_stake", verdict.at_stake.to_string(2)}};
}

void print_json(const OtherVerdict& both) {
    const boost::json::object row{{"case", both.case_no},
                                  {"order", both.official_no},
                                  {"buyer_order", both.buyer_order_no},
                                  {"customer", both.customer_no},
                                  {"currency", both.currency},
                                  {"before", as_json(both.before)},
                                  {"after", as_json(both.after)}};
    std::printf("%s\n", boost::json::serialize(row).c_str());
}

void print_sum(const WhatIf& sum) {
    std::fprintf(stderr, "%lld orders judged twice, %lld would come out otherwise",
                 static_cast<long long>(sum.orders), static_cast<long long>(sum.differ));
    for (const auto& [currency, net] : sum.net_difference)
        std::fprintf(stderr, ", %s %s %s", net < Decimal{} ? "" : "+", net.to_string(2).c_str(),
                     currency.c_str());
    std::fprintf(stderr, "\n");
}

} // namespace

int command_whatif(const std::filesystem::path& config_file, const std::vector<std::string>& with,
                   const std::string& since, OutputForm form) {
    const auto day = parse_iso_date(since);
    if (!day) {
        std::fprintf(stderr, "--since %s: not a date; write it as 2026-03-02\n", since.c_str());
        return exit_status::failed;
    }
    auto as_is = open_world(config_file);
    if (!as_is) return exit_status::bad_config;
    const auto as_would_be = Store::open(as_is->config.storage_url);
    as_would_be->shadow_base_data();
    const auto report = as_would_be->import_files(importable_files(with), "what if", now());
    if (!report.problems.empty()) {
        print_problems(report);
        return exit_status::failed;
    }
    const Zone zone(as_is->flow.seller.zone);
    const auto sum = what_if(*as_is->store, *as_would_be, as_is->flow,
                             zone.instant(*day, std::chrono::milliseconds{0}),
                             form == OutputForm::json ? print_json : print_text);
    print_sum(sum);
    return exit_status::done;
}

} // namespace besteld
