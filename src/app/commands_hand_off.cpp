// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/csv_cell.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "store/feedbacks.hpp"
#include "store/hand_offs.hpp"

#include <boost/json.hpp>

#include <cstdio>

namespace besteld {

namespace {

constexpr int page = 500;

// One thing on which we and the ERP system do not agree.
struct Gap {
    std::string what; // no_receipt, failed, waiting, never_handed_off, revision_differs, …
    std::string order;
    int revision = 0;
    std::string key;
    std::string since; // ISO instant; may be empty
    std::string remark;
};

std::optional<Gap> gap_of(const HandOffs::Reconciled& order) {
    Gap gap{.order = order.order, .revision = order.revision, .key = order.key};
    if (order.key.empty()) {
        gap.what = "never_handed_off";
        gap.remark = cat("the order is ", name_of(order.state));
        return gap;
    }
    gap.since = to_iso(order.created_at);
    const bool cancelled = order.state == OrderState::cancelled;
    const auto revision = cat(order.order, "/", order.revision, "/");
    if (order.sent == HandOffState::failed)
        gap.what = "failed";
    else if (order.sent != HandOffState::sent)
        gap.what = "waiting";
    else if (!order.key.starts_with(revision) || cancelled != order.key.ends_with("/cancelled"))
        gap.what = "differs";
    else if (!order.answered_at)
        gap.what = "no_receipt";
    else
        return std::nullopt;
    if (gap.what == "differs")
        gap.remark = cat("the order is ", name_of(order.state), ", revision ", order.revision);
    return gap;
}

std::vector<Gap> find_gaps(Store& store, Instant since) {
    std::vector<Gap> gaps;
    std::int64_t after = 0;
    for (;;) {
        const auto orders = HandOffs(store).accepted_orders(since, after, page);
        for (const auto& order : orders)
            if (auto gap = gap_of(order)) gaps.push_back(std::move(*gap));
        if (orders.empty()) break;
        after = orders.back().case_id;
    }
    for (const auto& row : Feedbacks(store).receipts_without_order(since, page))
        gaps.push_back({.what = "receipt_without_order",
                        .order = row.said.order,
                        .key = row.said.hand_off,
                        .since = to_iso(row.received_at),
                        .remark = row.remark});
    return gaps;
}

std::string quoted(const std::string& cell) {
    const bool formula = !cell.empty() && std::string_view("=+-@").contains(cell.front());
    return csv_quoted(formula ? cat("'", cell) : cell);
}

void print_gap(const Gap& gap, const std::string& format) {
    if (format == "json") {
        const boost::json::object out{{"what", gap.what},         {"order", gap.order},
                                      {"revision", gap.revision}, {"key", gap.key},
                                      {"since", gap.since},       {"remark", gap.remark}};
        std::printf("%s\n", boost::json::serialize(out).c_str());
    } else if (format == "csv") {
        std::printf("%s,%s,%d,%s,%s,%s\r\n", quoted(gap.what).c_str(), quoted(gap.order).c_str(),
                    gap.revision, quoted(gap.key).c_str(), quoted(gap.since).c_str(),
                    quoted(gap.remark).c_str());
    } else {
        std::printf("%-22s %-14s %3d %-28s %-24s %s\n", gap.what.c_str(), gap.order.c_str(),
                    gap.revision, gap.key.c_str(), gap.since.c_str(), gap.remark.c_str());
    }
}

int resend(Store& store, const std::string& key) {
    if (HandOffs(store).resend(key)) {
        std::fprintf(stderr, "%s goes again\n", key.c_str());
        return exit_status::done;
    }
    std::fprintf(stderr, "besteld: no failed hand-off has the key '%s'\n", key.c_str());
    return exit_status::not_found;
}

} // namespace

int command_reconcile(const std::filesystem::path& config_file, const ReconcileCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    if (!command.resend.empty()) return resend(*world->store, command.resend);
    const auto day = command.since.empty()
                         ? Zone(world->config.seller.zone).date_of(now()) - std::chrono::days{30}
                         : parse_iso_date(command.since).value_or(Date{});
    if (day == Date{}) {
        std::fprintf(stderr, "besteld: --since is a day such as 2026-03-02\n");
        return exit_status::failed;
    }
    const auto gaps = find_gaps(*world->store, Zone(world->config.seller.zone).instant(day, {}));
    if (command.format == "csv") std::printf("what,order,revision,key,since,remark\r\n");
    for (const auto& gap : gaps)
        print_gap(gap, command.format);
    if (gaps.empty()) std::fprintf(stderr, "every accepted order is known on both sides\n");
    return gaps.empty() ? exit_status::done : exit_status::failed;
}

} // namespace besteld
