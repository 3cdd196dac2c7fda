// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"
#include "desk/desk.hpp"
#include "store/hand_offs.hpp"

#include <boost/json.hpp>

#include <cstdio>

namespace besteld {

namespace {

void print_row(const QueueRow& row, OutputForm form) {
    if (form == OutputForm::json) {
        const boost::json::object out{{"case", row.case_no},
                                      {"customer", row.customer_no},
                                      {"name", row.customer_name},
                                      {"order", row.buyer_order_no},
                                      {"state", name_of(row.state)},
                                      {"reason", row.first_check},
                                      {"open", row.open_findings},
                                      {"at_stake", row.at_stake.to_string(2)},
                                      {"net", row.net.to_string(2)},
                                      {"currency", row.currency},
                                      {"received", to_iso(row.received_at)}};
        std::printf("%s\n", boost::json::serialize(out).c_str());
        return;
    }
    std::printf("%-13s %-8s %-28.28s %-16s %-17s %-28s %10s %s\n", row.case_no.c_str(),
                row.customer_no.c_str(), row.customer_name.c_str(), row.buyer_order_no.c_str(),
                std::string(name_of(row.state)).c_str(), row.first_check.c_str(),
                row.at_stake.to_string(2).c_str(), row.currency.c_str());
}

void list_finding(const Finding& f, std::size_t number) {
    std::printf("  %zu %s%s%s: ordered %s, agreed %s%s\n", number, is_open(f) ? "" : "[done] ",
                std::string(name_of(f.check)).c_str(),
                f.line ? cat(" (line ", *f.line + 1, ")").c_str() : "",
                f.ordered.empty() ? "-" : f.ordered.c_str(),
                f.agreed.empty() ? "-" : f.agreed.c_str(),
                f.money ? cat(", at stake ", f.money->to_string(2)).c_str() : "");
    if (f.resolved)
        std::printf("      %s by %s %s\n", std::string(name_of(f.resolved->resolution)).c_str(),
                    f.resolved->actor.c_str(), f.resolved->reason.c_str());
    for (const auto& way : f.ways_out)
        std::printf("      %s%s: %s\n", std::string(name_of(way.resolution)).c_str(),
                    way.lead_only ? " (lead)" : "", way.consequence.c_str());
}

void print_case(const CaseView& view) {
    const Case& c = view.the_case;
    std::printf("%s  %s %s  order %s  %s%s\n", c.case_no.c_str(), c.order.customer_no.c_str(),
                c.order.customer_name.c_str(), c.order.buyer_order_no.c_str(),
                std::string(name_of(c.state)).c_str(),
                c.official_no.empty() ? "" : cat("  ", c.official_no).c_str());
    if (view.held)
        std::printf("decided by %s: %s; leaves at %s\n", view.held->login.c_str(),
                    std::string(name_of(view.held->command.kind)).c_str(),
                    to_iso(view.held->leaves_at).c_str());
    for (const auto& line : c.order.lines)
        std::printf("  line %u: %s %s %s at %s, wanted %s\n", line.index + 1,
                    line.quantity ? line.quantity->value.to_string().c_str() : "?",
                    line.unit.c_str(), line.sku.empty() ? line.item_text.c_str() : line.sku.c_str(),
                    line.price ? line.price->value.to_string().c_str() : "the agreed price",
                    line.requested && line.requested->value.start
                        ? line.requested->value.start->c_str()
                        : "-");
    std::printf("findings\n");
    for (std::size_t i = 0; i < c.findings.size(); ++i)
        list_finding(c.findings[i], i + 1);
    for (const auto& reason : view.four_eyes)
        std::printf("second pair of eyes: %s\n", reason.c_str());
    if (!view.preview_refused.empty())
        std::printf("cannot be released yet: %s\n", view.preview_refused.c_str());
    std::printf("events\n");
    for (const auto& e : view.events)
        std::printf("  %s %s %s %s %s\n", to_iso(e.at).c_str(), e.step.number.c_str(),
                    e.step.event.c_str(), e.step.actor.c_str(), e.step.reason.c_str());
    for (const auto& row : view.outbox)
        std::printf("answer to %s: %s\n", row.recipient.c_str(), row.last_reply.c_str());
}

// What other systems of the house have not taken or not answered.
void tell_alarms(Store& store) {
    const auto counts = HandOffs(store).counts(now());
    if (counts.failed > 0)
        std::fprintf(stderr, "%lld hand-offs have failed: besteld reconcile\n",
                     static_cast<long long>(counts.failed));
    if (counts.unanswered > 0)
        std::fprintf(stderr, "%lld hand-offs and notices are not answered in time\n",
                     static_cast<long long>(counts.unanswered));
}

using Outcome = std::expected<std::int64_t, DeskRefused>;

// --line N --value 2026-03-20 or a smaller quantity
Outcome promise(Desk& desk, const DeskAction& action, const ResolveRequest& r) {
    const auto bad = [](std::string text) {
        return std::unexpected(DeskRefused{"bad_value", std::move(text)});
    };
    if (!r.line || *r.line == 0) return bad("say which line:  --line NUMBER");
    NewPromise promise{.line = *r.line - 1, .date = parse_iso_date(r.value), .quantity = {}};
    if (!promise.date) {
        const auto quantity = Decimal::parse(r.value);
        if (!quantity) return bad("--value takes a day (2026-03-20) or a quantity");
        promise.quantity = *quantity;
    }
    return desk.break_promise(action, {promise}, r.reason);
}

Outcome act(Desk& desk, const DeskAction& action, const ResolveRequest& r) {
    if (r.action == "release") return desk.release(action);
    if (r.action == "approve") return desk.approve(action);
    if (r.action == "refuse") return desk.refuse_second(action, r.reason);
    if (r.action == "reject" && !r.finding) return desk.reject(action, r.reason);
    if (r.action == "answered") return desk.note_answer(action, r.reason);
    if (r.action == "consent") return desk.consent(action, r.reason);
    if (r.action == "decline") return desk.decline(action, r.reason);
    if (r.action == "counter") return desk.counter(action, r.reason);
    if (r.action == "merge") return desk.merge(action);
    if (r.action == "take_back") return desk.take_back(action);
    if (r.action == "set_aside") return desk.set_aside(action, r.reason);
    if (r.action == "cancel") return desk.cancel_order(action, r.reason);
    if (r.action == "promise") return promise(desk, action, r);
    if (r.action == "ask") {
        std::vector<std::size_t> about;
        if (r.finding) about.push_back(*r.finding - 1);
        return desk.ask(action, about, r.reason);
    }
    if (r.action == "set") {
        Correction c{.field = r.field, .value = r.value, .reason = r.reason};
        if (r.line) c.line = *r.line - 1;
        return desk.correct(action, std::move(c));
    }
    const auto resolution = resolution_by_name(r.action);
    if (!resolution)
        return std::unexpected(
            DeskRefused{"bad_value", cat("'", r.action, "' is nothing that can be decided")});
    if (!r.finding || *r.finding == 0)
        return std::unexpected(DeskRefused{"bad_value", "say which finding:  --finding NUMBER"});
    return desk.resolve(action, *r.finding - 1, *resolution, r.reason);
}

} // namespace

int command_queue(const std::filesystem::path& config_file, const std::string& text,
                  OutputForm form) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    Desk desk(*world->store, world->flow);
    QueueFilter filter{.text = text, .limit = 200};
    for (;;) {
        const auto rows = desk.queue(filter);
        for (const auto& row : rows)
            print_row(row, form);
        if (rows.size() < static_cast<std::size_t>(filter.limit)) break;
        filter.cursor = rows.back().cursor;
    }
    tell_alarms(*world->store);
    return exit_status::done;
}

int command_show(const std::filesystem::path& config_file, const std::string& number) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    Desk desk(*world->store, world->flow);
    const auto id = desk.find(number);
    const auto view = id ? desk.open(*id, now())
                         : std::unexpected(DeskRefused{"not_found", cat("no case ", number)});
    if (!view) {
        std::fprintf(stderr, "%s\n", view.error().text.c_str());
        return exit_status::not_found;
    }
    print_case(*view);
    return exit_status::done;
}

int command_resolve(const std::filesystem::path& config_file, const ResolveRequest& request) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const auto user = world->store->user(request.login);
    if (!user || !user->active) {
        std::fprintf(stderr, "no user '%s'; besteld user add  makes one\n", request.login.c_str());
        return exit_status::refused;
    }
    Desk desk(*world->store, world->flow);
    const auto found = world->store->find_case_by_no(request.number);
    if (!found) {
        std::fprintf(stderr, "no case %s\n", request.number.c_str());
        return exit_status::not_found;
    }
    const DeskAction action{
        .case_id = found->id, .version = found->version, .user = *user, .now = now()};
    const auto done = act(desk, action, request);
    if (!done) {
        std::fprintf(stderr, "refused (%s): %s\n", done.error().code.c_str(),
                     done.error().text.c_str());
        return exit_status::refused;
    }
    if (const auto held = HeldDecisions(*world->store).of_case(found->id)) {
        std::printf("%s: %s; the daemon carries it out at %s, until then  besteld resolve %s "
                    "take_back  undoes it\n",
                    found->case_no.c_str(), std::string(name_of(held->command.kind)).c_str(),
                    to_iso(held->leaves_at).c_str(), found->case_no.c_str());
        return exit_status::done;
    }
    const auto after = world->store->find_case(found->id);
    std::printf("%s is %s%s\n", found->case_no.c_str(), std::string(name_of(after->state)).c_str(),
                after->official_no.empty() ? "" : cat(" as ", after->official_no).c_str());
    return exit_status::done;
}

} // namespace besteld
