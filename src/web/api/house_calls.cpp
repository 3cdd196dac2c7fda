// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "report/library.hpp"
#include "store/access_log.hpp"
#include "store/channels.hpp"
#include "store/due_soon.hpp"
#include "store/event_feed.hpp"
#include "store/hand_offs.hpp"
#include "store/saved_filters.hpp"
#include "store/silences.hpp"
#include "web/access_page.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"
#include "web/api/follow.hpp"
#include "web/queue_page.hpp"
#include "web/report_pages.hpp"
#include "web/report_print.hpp"
#include "web/whole_number.hpp"

namespace besteld::api {

namespace {

ChannelSeen said_of(const ChannelRow& row) {
    ChannelSeen seen{.channel = row.channel,
                     .condition = std::string(name_of(row.condition)),
                     .reason = maybe(row.reason),
                     .looked_at = row.looked_at,
                     .present = row.present,
                     .balanced_at = row.balanced_at,
                     .on_server = {},
                     .held = {},
                     .marked = {},
                     .missed = {}};
    if (!row.balanced_at) return seen;
    seen.on_server = row.on_server;
    seen.held = row.held;
    seen.marked = row.marked;
    seen.missed = row.missed;
    return seen;
}

SilenceSeen said_of(const SilenceRow& row) {
    return {.customer_no = maybe(row.customer_no),
            .channel = row.channel,
            .kind = std::string(name_of(row.what.kind)),
            .last = row.what.last,
            .expected = row.what.expected,
            .known_by = maybe(row.known_by)};
}

Served overview(House& house, const Call& call) {
    const auto now = call.viewer.now;
    const auto counts = house.store.counts();
    const auto due = DueSoon(house.store).count(now, now + DueCounts::soon_means);
    const auto hand_offs = HandOffs(house.store).counts(now);
    Overview all{.waiting = counts.open_cases,
                 .late = due.late,
                 .due_in_two_hours = due.soon,
                 .answers_waiting = counts.outbox_pending,
                 .answers_failed = counts.outbox_failed,
                 .answers_unclear = counts.outbox_ambiguous,
                 .answers_held = counts.outbox_held,
                 .hand_offs_waiting = hand_offs.pending,
                 .hand_offs_failed = hand_offs.failed,
                 .hand_offs_unanswered = hand_offs.unanswered,
                 .interchanges_missing = counts.interchanges_missing,
                 .channels = {},
                 .silent = {}};
    for (const auto& row : Channels(house.store).all())
        all.channels.push_back(said_of(row));
    for (const auto& row : Silences(house.store).all())
        all.silent.push_back(said_of(row));
    return Said{.body = to_json(all)};
}

Served know(House& house, const Call& call, const KnowSilence& body) {
    if (auto why = know_silence(house.store, call.viewer.user, body.customer_no.value_or(""),
                                body.channel))
        return std::unexpected(*std::move(why));
    return Said{.body = json::object{}};
}

Served events(House& house, const Call& call) {
    const bool streams = call.request.header("accept").contains("text/event-stream");
    const auto known = streams ? call.request.header("last-event-id") : std::string{};
    const auto asked = whole<std::int64_t>(known.empty() ? call.asked("after") : known);
    const auto after = asked ? *asked : last_event(house.store);
    if (streams) return Said{.follow_from = after};
    auto found = events_after(house.store, after, limit_of(call));
    Happenings all{.events = {}, .last = found.empty() ? after : found.back().id};
    all.events = all_said(those_for(std::move(found), may_see_access(call.viewer.user.role)));
    return Said{.body = to_json(all)};
}

Served visits(House& house, const Call& call) {
    if (!may_see_access(call.viewer.user.role))
        return refuse("not_allowed", "for admins and auditors");
    VisitsSeen seen;
    for (const auto& visit : AccessLog(house.store)
                                 .find({.login = call.asked("login"),
                                        .path = call.asked("path"),
                                        .before_id = call.asked_number("before"),
                                        .limit = limit_of(call)}))
        seen.visits.push_back({.id = visit.id,
                               .at = visit.at,
                               .login = visit.login,
                               .role = std::string(name_of(visit.role)),
                               .address = visit.address,
                               .deed = visit.deed,
                               .path = visit.path,
                               .query = visit.query,
                               .status = visit.status});
    return Said{.body = to_json(seen)};
}

Served filters(House& house, const Call& call) {
    FiltersSeen seen;
    for (auto& one : SavedFilters(house.store).of(call.viewer.user.login))
        seen.filters.push_back({.login = std::move(one.login),
                                .name = std::move(one.name),
                                .query = std::move(one.query),
                                .shared = one.shared});
    return Said{.body = to_json(seen)};
}

Served keep(House& house, const Call& call, const KeepFilter& body) {
    const auto kept = keep_filter(
        house.store, call.viewer.user,
        {.name = body.name, .query = body.query, .shared = body.shared.value_or(false)});
    if (!kept) return std::unexpected(kept.error());
    return filters(house, call);
}

Served remove(House& house, const Call& call, const RemoveFilter& body) {
    const auto gone = remove_filter(house.store, call.viewer.user, body.name);
    if (!gone) return std::unexpected(gone.error());
    return filters(house, call);
}

Served reports(House&, const Call&) {
    ReportNames names;
    for (const auto& kind : report_kinds())
        names.reports.push_back(
            {.name = std::string(kind.name), .by = {kind.ways.begin(), kind.ways.end()}});
    return Said{.body = to_json(names)};
}

Served report(House& house, const Call& call) {
    const auto& name = call.path.at(0);
    if (!report_kind(name)) return refuse("not_found", "there is no such report");
    const auto period = period_asked(call.request, call.viewer);
    if (!period) return std::unexpected(period.error());
    const auto made =
        make_report(house.store, {.name = name,
                                  .ask = {.period = *period,
                                          .by = call.asked("by"),
                                          .now = call.viewer.now,
                                          .zone = call.viewer.zone,
                                          .holidays = house.holidays},
                                  .small_groups = small_groups_for(call.viewer.user.role)});
    if (!made) return refuse("bad_value", made.error());
    note_export(house.store, name, "json", call.viewer.user, call.viewer.now);
    return Said{.body = parse_json(print_json(*made, Drill::no))};
}

} // namespace

Table house_calls(House& house) {
    auto any_report = get<Nothing>("/reports/{name}", "A report's figures: columns, rows, notes",
                                   {{"from", "first day; the month's unless told", Kind::day},
                                    {"to", "last day", Kind::day},
                                    {"by", "one of the report's ways"}},
                                   to(house, report));
    any_report.says = [](Shapes&) { return json::object{{"type", "object"}}; };
    return {
        get<Overview>("/overview",
                      "Whether all is well: channels, what is due, what does not leave", {},
                      to(house, overview)),
        post<KnowSilence, Nothing>("/silences/known", Scope::decide, Match::any,
                                   "Somebody knows why a customer or a channel is silent",
                                   to(house, know)),
        get<Happenings>(
            "/events",
            "What happened after an event, at once; with Accept: text/event-stream as a "
            "stream that goes on (WHATWG server-sent events, Last-Event-ID)",
            {{"after", "number of the last event known; none: from now on", Kind::whole},
             {"limit", "1 to 500, 50 unless told", Kind::limit}},
            to(house, events)),
        get<VisitsSeen>("/access-log", "Who looked at what (admins, auditors)",
                        {{"login", "of the person"},
                         {"path", "of the page or call"},
                         {"before", "id of the last one seen", Kind::whole},
                         {"limit", "1 to 500, 50 unless told", Kind::limit}},
                        to(house, visits)),
        get<FiltersSeen>("/filters", "Kept filters: one's own and shared ones", {},
                         to(house, filters)),
        post<KeepFilter, FiltersSeen>("/filters", Scope::decide, Match::any,
                                      "Keeps a filter under a name", to(house, keep)),
        post<RemoveFilter, FiltersSeen>("/filters/remove", Scope::decide, Match::any,
                                        "Keeps it no longer", to(house, remove)),
        get<ReportNames>("/reports", "Which reports there are", {}, to(house, reports)),
        std::move(any_report),
    };
}

} // namespace besteld::api
