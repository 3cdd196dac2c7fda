// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"

namespace besteld::api {

namespace {

Served queue(House& house, const Call& call) {
    QueueFilter filter = filter_of(call.request.query);
    filter.cursor = call.asked("after");
    filter.limit = limit_of(call) + 1; // one more tells whether there is another page
    auto rows = house.desk.queue(filter);
    Queue said{.waiting = house.desk.queue_size(), .cases = {}, .next = {}};
    if (std::ssize(rows) == filter.limit) {
        rows.pop_back();
        said.next = rows.back().cursor;
    }
    const auto groups = house.desk.alike(rows);
    for (const auto& row : rows) {
        said.cases.push_back(api::said(row));
        if (const auto group = groups.find(row.case_id); group != groups.end())
            said.cases.back().alike = group->second.key;
    }
    return Said{.body = to_json(said)};
}

Served one_case(House& house, const Call& call) {
    const auto view = house.desk.open(call.number(0), call.viewer.now);
    if (!view) return std::unexpected(view.error());
    const auto& order = view->the_case.order;
    CaseWhole whole{.head = said(view->the_case),
                    .ship_to = order.ship_to_text.empty() ? order.ship_to_id : order.ship_to_text,
                    .requested = day_of(order.requested),
                    .lines = all_said(order.lines),
                    .findings = all_said(view->the_case.findings),
                    .would_be_told = all_said(view->preview),
                    .not_releasable = maybe(view->preview_refused),
                    .second_person = view->four_eyes,
                    .leaves_at = {},
                    .told = all_said(view->outbox),
                    .history = all_said(view->events)};
    if (view->held) whole.leaves_at = view->held->leaves_at;
    return Said{.body = to_json(whole), .version = view->the_case.version};
}

Served original(House& house, const Call& call) {
    const auto found = house.store.find_case(call.number(0));
    auto message = found ? house.store.message(found->message_id, true) : std::nullopt;
    if (!message) return refuse("not_found", "there is no such case");
    return Said{
        .file = HttpResponse::file(message->file_name.empty() ? "message.eml" : message->file_name,
                                   std::move(message->bytes))};
}

Served claim(House& house, const Call& call, const Nothing&) {
    if (const auto claimed = house.desk.claim(call.action()); !claimed)
        return std::unexpected(claimed.error());
    return case_now(house, call.number(0));
}

Served resolve(House& house, const Call& call, const Resolve& body) {
    const auto resolution = resolution_by_name(body.resolution);
    if (!resolution || body.finding < 0)
        return refuse("bad_value", cat("resolution '", body.resolution, "'"));
    return done(house, call,
                house.desk.resolve(call.action(), static_cast<std::size_t>(body.finding),
                                   *resolution, body.reason.value_or("")));
}

Served unresolve(House& house, const Call& call, const FindingOnly& body) {
    if (body.finding < 0) return refuse("bad_value", "finding");
    return done(house, call,
                house.desk.unresolve(call.action(), static_cast<std::size_t>(body.finding)));
}

Served correct(House& house, const Call& call, const Correct& body) {
    const bool number = body.field == "line.quantity" || body.field == "line.price";
    const bool day = body.field == "requested" || body.field == "line.requested";
    if (number && !Decimal::parse(body.value))
        return refuse("bad_value", cat("value: '", body.value, "' is no decimal"));
    if (day && !parse_iso_date(body.value))
        return refuse("bad_value", cat("value: '", body.value, "' is no date YYYY-MM-DD"));
    return done(house, call,
                house.desk.correct(call.action(), {.field = body.field,
                                                   .line = body.line,
                                                   .value = body.value,
                                                   .actor = {},
                                                   .reason = body.reason.value_or("")}));
}

Served ask(House& house, const Call& call, const Ask& body) {
    std::vector<std::size_t> findings;
    for (const int finding : body.findings.value_or(std::vector<int>{})) {
        if (finding < 0) return refuse("bad_value", "findings");
        findings.push_back(static_cast<std::size_t>(finding));
    }
    return done(house, call, house.desk.ask(call.action(), findings, body.text.value_or("")));
}

// ── verbs with one text, or none ─────────────────────────────────────────────────────────────────

using Verb = std::expected<std::int64_t, DeskRefused> (Desk::*)(const DeskAction&);
using VerbWithText = std::expected<std::int64_t, DeskRefused> (Desk::*)(const DeskAction&,
                                                                        const std::string&);

Route verb(House& house, std::string_view path, std::string_view summary, Verb act) {
    return post<Nothing, Done>(path, Scope::decide, Match::if_match, summary,
                               [&house, act](const Call& call, const Nothing&) {
                                   return done(house, call, (house.desk.*act)(call.action()));
                               });
}
Route with_reason(House& house, std::string_view path, std::string_view summary, VerbWithText act) {
    return post<Reason, Done>(path, Scope::decide, Match::if_match, summary,
                              [&house, act](const Call& call, const Reason& body) {
                                  return done(house, call,
                                              (house.desk.*act)(call.action(), body.reason));
                              });
}
Route with_words(House& house, std::string_view path, std::string_view summary, VerbWithText act) {
    return post<Words, Done>(path, Scope::decide, Match::if_match, summary,
                             [&house, act](const Call& call, const Words& body) {
                                 return done(house, call,
                                             (house.desk.*act)(call.action(), body.text));
                             });
}

// ── what is alike ────────────────────────────────────────────────────────────────────────────────

Served alike(House& house, const Call& call) {
    const auto asked = call.asked("way");
    const auto way = resolution_by_name(asked);
    if (!asked.empty() && !way) return refuse("bad_value", cat("way '", asked, "'"));
    const auto group = house.alike.open(call.path.at(0), way, call.viewer.user, call.viewer.now);
    if (!group) return std::unexpected(group.error());
    AlikeAll all{.key = group->key,
                 .way = std::string(name_of(group->way)),
                 .ways = {},
                 .cases = {},
                 .more = group->more};
    for (const auto one : group->ways)
        all.ways.emplace_back(name_of(one));
    for (const auto& one : group->orders)
        all.cases.push_back({.head = said(one.the_case),
                             .finding = said(one.the_case.findings.at(one.finding), one.finding),
                             .open_besides = static_cast<int>(one.open_besides),
                             .to_second_person = one.to_second_person,
                             .would_be_told = all_said(one.answers),
                             .not_releasable = maybe(one.refused)});
    return Said{.body = to_json(all)};
}

AlikeDone said_of(const AlikeOutcome& outcome) {
    constexpr std::string_view names[] = {"nothing", "decided", "released"};
    AlikeDone said{.id = outcome.case_id,
                   .version = outcome.version,
                   .done = std::string(names[static_cast<std::size_t>(outcome.done)]),
                   .state = std::string(name_of(outcome.state)),
                   .held = outcome.held,
                   .refused = {},
                   .why = {}};
    if (outcome.refused) {
        said.refused = outcome.refused->code;
        said.why = outcome.refused->text;
    }
    return said;
}

Served decide_alike(House& house, const Call& call, const DecideAlike& body) {
    const auto way = resolution_by_name(body.way);
    if (!way) return refuse("bad_value", cat("way '", body.way, "'"));
    if (body.cases.empty()) return refuse("nothing_ticked", "cases is empty");
    if (body.cases.size() > AlikeDesk::most_at_once)
        return refuse("bad_value", cat("cases: at most ", AlikeDesk::most_at_once));
    std::vector<TickedOrder> ticked;
    for (const auto& one : body.cases)
        ticked.push_back({.case_id = one.id, .version = one.version});
    AlikeOutcomes outcomes;
    for (const auto& one :
         house.alike.decide(call.path.at(0), ticked, *way, body.reason.value_or(""),
                            call.viewer.user, call.viewer.now))
        outcomes.cases.push_back(said_of(one));
    return Said{.body = to_json(outcomes), .committed = true};
}

} // namespace

Table queue_calls(House& house) {
    constexpr auto decide = Scope::decide;
    constexpr auto match = Match::if_match;
    return {
        get<Queue>("/queue", "What waits for a person, the gravest first",
                   {{"text", "beginning of a number or a name"},
                    {"customer", "number"},
                    {"check", "name of an open finding"},
                    {"state", "name; none: every state that waits"},
                    {"claimed_by", "login"},
                    {"after", "`next` of the page before"},
                    {"limit", "1 to 500, 50 unless told", Kind::limit}},
                   to(house, queue)),
        get<CaseWhole>("/cases/{id}", "One case: order, findings, ways out, what would be told", {},
                       to(house, one_case)),
        get_file("/cases/{id}/message", Scope::read, "The message that it came with, byte for byte",
                 to(house, original)),
        post<Nothing, Done>("/cases/{id}/claim", decide, match,
                            "Claims it for ten minutes, so that nobody else decides",
                            to(house, claim)),
        post<Resolve, Done>("/cases/{id}/resolve", decide, match, "Takes a way out of a finding",
                            to(house, resolve)),
        post<FindingOnly, Done>("/cases/{id}/unresolve", decide, match, "Takes a resolution back",
                                to(house, unresolve)),
        post<Correct, Done>("/cases/{id}/correct", decide, match,
                            "Sets a value; the checks run again", to(house, correct)),
        post<Ask, Done>("/cases/{id}/ask", decide, match,
                        "Asks the customer about findings, or in words", to(house, ask)),
        verb(house, "/cases/{id}/release", "Lets it go as decided", &Desk::release),
        verb(house, "/cases/{id}/approve", "The second person agrees", &Desk::approve),
        verb(house, "/cases/{id}/expire", "Gives up waiting for the customer", &Desk::expire),
        verb(house, "/cases/{id}/take-back", "Takes back what is decided and has not left",
             &Desk::take_back),
        with_reason(house, "/cases/{id}/refuse", "The second person does not agree",
                    &Desk::refuse_second),
        with_reason(house, "/cases/{id}/reject", "Rejects the order", &Desk::reject),
        with_reason(house, "/cases/{id}/set-aside", "It is nothing for us; nobody is answered",
                    &Desk::set_aside),
        with_reason(house, "/cases/{id}/cancel", "We cannot deliver what we accepted (leads)",
                    &Desk::cancel_order),
        with_words(house, "/cases/{id}/answered", "What the customer said to our question",
                   &Desk::note_answer),
        with_words(house, "/cases/{id}/consent", "The customer agrees to the proposal",
                   &Desk::consent),
        with_words(house, "/cases/{id}/decline", "The customer does not agree", &Desk::decline),
        with_words(house, "/cases/{id}/counter", "The customer wants something else",
                   &Desk::counter),
        get<AlikeAll>("/alike/{key}", "Orders that deviate alike, and what each would be told",
                      {{"way", "resolution; none: what is suggested"}}, to(house, alike)),
        post<DecideAlike, AlikeOutcomes>("/alike/{key}", decide, Match::any,
                                         "Decides about those that are named, each at its version",
                                         to(house, decide_alike)),
    };
}

} // namespace besteld::api
