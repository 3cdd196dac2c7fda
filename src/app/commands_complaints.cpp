// SPDX-License-Identifier: Apache-2.0
#include "app/commands_complaints.hpp"

#include "app/commands.hpp"
#include "app/open_world.hpp"

#include "base/text.hpp"
#include "desk/service_desk.hpp"

#include <cstdio>

namespace besteld {

namespace {

constexpr int rows_at_once = 100;

int told(const std::optional<DeskRefused>& refused) {
    if (!refused) return exit_status::done;
    std::fprintf(stderr, "refused (%s): %s\n", refused->code.c_str(), refused->text.c_str());
    return refused->code == "not_found" ? exit_status::not_found : exit_status::refused;
}

void print_row(const Complaint& c) {
    const std::string owner = c.owner.empty() ? std::string("nobody yet") : c.owner;
    std::printf("%s  %-10s  due %s  %s %s  %s%s  %s\n", c.number.c_str(),
                std::string(name_of(c.state)).c_str(), to_iso(c.due).c_str(), c.customer_no.c_str(),
                c.customer_name.c_str(), std::string(name_of(c.cause)).c_str(),
                c.cause_by.empty() ? "?" : "", owner.c_str());
}

int list(ServiceDesk& desk, const ComplaintsCommand& command) {
    std::vector<std::string> states{""};
    if (command.all) states.emplace_back(name_of(ComplaintState::closed));
    for (const auto& state : states) {
        ComplaintFilter filter{.state = state, .customer = command.customer};
        filter.limit = rows_at_once;
        for (;;) {
            const auto rows = desk.complaints(filter);
            for (const auto& row : rows)
                print_row(row);
            if (rows.size() < static_cast<std::size_t>(rows_at_once)) break;
            filter.after_id = rows.back().id;
        }
    }
    return exit_status::done;
}

void print_lines(const ComplaintView& view) {
    const auto& c = view.complaint;
    if (view.order)
        std::printf(
            "order     %s (%s)\n",
            (view.order->official_no.empty() ? view.order->case_no : view.order->official_no)
                .c_str(),
            view.order->order.buyer_order_no.c_str());
    else
        std::printf("order     not known: besteld complaints --link %s --to ORDER --as LOGIN\n",
                    c.number.c_str());
    for (const auto& line : c.lines)
        std::printf("line %-4u %s %s%s\n", line.line + 1, line.sku.c_str(), line.name.c_str(),
                    line.quantity.is_zero()
                        ? ""
                        : cat(": ", line.quantity.to_string(), " ", line.unit).c_str());
    for (const auto& said : c.said)
        std::printf("said      %s\n", said.c_str());
}

int show(ServiceDesk& desk, const std::string& number) {
    const auto view = desk.open(number);
    if (!view) return told(view.error());
    const auto& c = view->complaint;
    print_row(c);
    std::printf("case      %s, %s\n", view->the_case.case_no.c_str(),
                std::string(name_of(view->the_case.state)).c_str());
    print_lines(*view);
    if (c.state == ComplaintState::closed)
        std::printf("outcome   %s (%s)\n", c.outcome.c_str(), c.closed_by.c_str());
    for (const auto& event : view->events)
        std::printf("%s  %s by %s  %s\n", to_iso(event.at).c_str(), event.step.event.c_str(),
                    event.step.actor.c_str(), event.step.reason.c_str());
    for (const auto& row : view->outbox)
        std::printf("mail      to %s, %s\n", row.recipient.c_str(),
                    row.state == OutboxState::sent ? "sent" : row.last_reply.c_str());
    return exit_status::done;
}

std::optional<User> active_user(Store& store, const std::string& login) {
    auto user = store.user(login);
    if (user && user->active) return user;
    std::fprintf(stderr, "--as names nobody who works here: '%s'\n", login.c_str());
    return std::nullopt;
}

std::optional<DeskRefused> act(ServiceDesk& desk, Store& store, const ComplaintsCommand& command,
                               const User& user) {
    const Instant now = besteld::now();
    if (!command.register_case.empty()) {
        const auto found = store.find_case_by_no(command.register_case);
        if (!found) return DeskRefused{"not_found", cat("no case ", command.register_case)};
        return desk.register_complaint(
            {.case_id = found->id, .version = found->version, .user = user, .now = now});
    }
    ServiceAction action{.user = user, .now = now};
    for (const auto* number : {&command.assign, &command.link, &command.confirm, &command.cause,
                               &command.close, &command.replace})
        if (!number->empty()) action.number = *number;
    const auto complaint = store.find_complaint(action.number);
    if (!complaint) return DeskRefused{"not_found", cat("no complaint ", action.number)};
    action.version = complaint->version;
    if (!command.assign.empty()) return desk.assign(action, command.to);
    if (!command.confirm.empty()) return desk.confirm(action);
    if (!command.cause.empty()) return desk.name_cause(action, command.is);
    if (!command.close.empty()) return desk.close(action, command.because);
    if (!command.replace.empty()) {
        const auto drafted = desk.replace(action);
        if (!drafted) return drafted.error();
        std::printf("%s is a draft that two persons must let go\n", drafted->c_str());
        return std::nullopt;
    }
    std::vector<std::uint32_t> lines;
    for (const auto line : command.lines) {
        if (line == 0) return DeskRefused{"bad_value", "lines are counted from 1"};
        lines.push_back(line - 1);
    }
    return desk.link(action, command.to, lines);
}

bool changes_something(const ComplaintsCommand& c) {
    return !c.assign.empty() || !c.link.empty() || !c.confirm.empty() || !c.close.empty() ||
           !c.cause.empty() || !c.replace.empty() || !c.register_case.empty();
}

void print_status(const OrderStatus& status) {
    std::printf("%s (%s)\n", status.buyer_order_no.empty() ? "-" : status.buyer_order_no.c_str(),
                status.official_no.empty() ? "not accepted" : status.official_no.c_str());
    for (const auto& line : status.lines) {
        const auto text = [&](const std::optional<Decimal>& quantity) {
            return quantity ? quantity->to_string() : std::string("?");
        };
        std::printf("  %s. %s: ordered %s, confirmed %s, delivered %s, open %s %s\n",
                    line.buyer_line.c_str(), line.sku.c_str(), line.ordered.to_string().c_str(),
                    text(line.confirmed).c_str(), text(line.delivered).c_str(),
                    text(line.open).c_str(), line.unit.c_str());
        for (const auto& part : line.expected)
            std::printf("      %s on %s\n", part.quantity.to_string().c_str(),
                        part.date ? to_iso(*part.date).c_str() : "an open date");
    }
}

} // namespace

int command_complaints(const std::filesystem::path& config_file, const ComplaintsCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    ServiceDesk desk(*world->store, world->flow);
    if (!command.show.empty()) return show(desk, command.show);
    if (!changes_something(command)) return list(desk, command);
    const auto user = active_user(*world->store, command.login);
    if (!user) return exit_status::refused;
    const int status = told(act(desk, *world->store, command, *user));
    if (status == exit_status::done) std::printf("done\n");
    return status;
}

int command_answer(const std::filesystem::path& config_file, const AnswerCommand& command) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    ServiceDesk desk(*world->store, world->flow);
    const auto found = world->store->find_case_by_no(command.case_no);
    if (!found) return told(DeskRefused{"not_found", cat("no case ", command.case_no)});
    if (command.login.empty()) {
        const auto prepared = desk.prepared(found->id, now());
        if (!prepared) return told(prepared.error());
        if (!prepared->why_for_a_person.empty())
            std::printf("not answered by itself: %s\n", prepared->why_for_a_person.c_str());
        for (const auto& answer : prepared->answers) {
            std::printf("to %s\n", answer.recipient.c_str());
            for (const auto& status : answer.statuses)
                print_status(status);
        }
        return exit_status::done;
    }
    const auto user = active_user(*world->store, command.login);
    if (!user) return exit_status::refused;
    const int status = told(
        desk.answer({.case_id = found->id, .version = found->version, .user = *user, .now = now()},
                    command.about));
    if (status == exit_status::done) std::printf("%s is answered\n", found->case_no.c_str());
    return status;
}

} // namespace besteld
