// SPDX-License-Identifier: Apache-2.0
#include "app/archive_trial.hpp"
#include "app/commands.hpp"
#include "app/import_report.hpp"
#include "app/open_world.hpp"

#include "base/date.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "flow/what_if.hpp"

#include <cstdio>

namespace besteld {

namespace {

void print_text(const OtherVerdict& both) {
    std::printf("%s\n", to_text(both).c_str());
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

} // namespace

int command_whatif(const std::filesystem::path& config_file, const std::vector<std::string>& with,
                   const std::string& since, OutputForm form) {
    const auto day = parse_iso_date(since);
    if (!day) {
        std::fprintf(stderr, "--since %s: not a date; write it as 2026-03-02\n", since.c_str());
        return exit_status::failed;
    }
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    ImportRequest request{.actor = "what if"};
    ImportReport report;
    report.problems = add_files(importable_files(with), request);
    if (report.problems.empty()) {
        const auto from = Zone(world->flow.seller.zone).instant(*day, std::chrono::milliseconds{0});
        const auto sum = try_on_archive(*world, std::move(request), from, report,
                                        form == OutputForm::json ? print_json : print_text);
        if (report.problems.empty()) std::fprintf(stderr, "%s\n", to_text(sum).c_str());
    }
    print_problems(report);
    if (!report.problems.empty()) return exit_status::failed;
    return exit_status::done;
}

} // namespace besteld
