// SPDX-License-Identifier: Apache-2.0
#include "web/home_page.hpp"

#include "base/text.hpp"
#include "store/arrivals.hpp"
#include "store/channels.hpp"
#include "store/due_soon.hpp"
#include "store/hand_offs.hpp"
#include "web/customer_page.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"
#include "web/queue_page.hpp"

#include <map>

namespace besteld {

namespace {

constexpr int shown_at_most = 10;

std::string count_words(std::int64_t n, const Strings& words) {
    return format_number(Decimal::from_integer(n), 0, words);
}

std::string balance_words(const ChannelRow& row, const Viewer& viewer) {
    const auto& words = viewer.words;
    if (!row.balanced_at) return words.fill("home.lying", {{"n", count_words(row.present, words)}});
    auto text = words.fill("home.balanced", {{"server", count_words(row.on_server, words)},
                                             {"held", count_words(row.held, words)}});
    if (row.marked > 0)
        text += cat(", ", words.fill("home.marked", {{"n", count_words(row.marked, words)}}));
    if (row.missed > 0)
        text += cat(", ", words.fill("home.missed", {{"n", count_words(row.missed, words)}}));
    return text;
}

// A channel that somebody must look at.
bool is_wrong(const ChannelRow& row, const Arrivals::Taken& taken) {
    return row.condition != ChannelRow::Condition::working || row.missed > 0 ||
           taken.quarantined > 0 || row.listed != row.stored + row.gone;
}

bool fill_channels(Dictionary& page, const Viewer& viewer, Store& store) {
    const auto& words = viewer.words;
    const auto today = viewer.zone.instant(viewer.zone.date_of(viewer.now), {});
    std::map<std::string, Arrivals::Taken> taken;
    for (auto& one : Arrivals(store).taken(today))
        taken[one.channel] = one;
    bool well = true;
    const auto channels = Channels(store).all();
    show(page, "NO_CHANNELS", shown_if(channels.empty()));
    auto& table = *page.AddSectionDictionary(channels.empty() ? "NO_TABLE" : "CHANNELS");
    for (const auto& row : channels) {
        const auto& count = taken[row.channel];
        const bool wrong = is_wrong(row, count);
        well = well && !wrong;
        auto& one = *table.AddSectionDictionary("CHANNEL");
        put(one, "NAME", row.channel);
        put(one, "CONDITION", words.at(cat("home.", name_of(row.condition))));
        show(one, "WRONG", shown_if(wrong));
        put_if(one, "REASON", row.reason);
        put(one, "BALANCE", balance_words(row, viewer));
        if (row.balanced_at)
            put_if(one, "BALANCED", format_moment(*row.balanced_at, viewer.zone, words));
        put(one, "TAKEN", count_words(count.messages, words));
        put(one, "TODAY", count_words(count.since, words));
        put(one, "WAITING", count_words(count.waiting, words));
        put(one, "QUARANTINED", count_words(count.quarantined, words));
        put(one, "LOOKED", format_age(viewer.now - row.looked_at, words));
    }
    return well;
}

bool fill_due(Dictionary& page, const Viewer& viewer, Store& store) {
    const auto& words = viewer.words;
    DueSoon due(store);
    const auto count = due.count(viewer.now, viewer.now + DueCounts::soon_means);
    const auto more = [](std::int64_t n) { return n >= DueCounts::most ? "+" : ""; };
    if (count.late > 0)
        put_if(page, "LATE",
               words.fill("home.late",
                          {{"n", cat(count_words(count.late, words), more(count.late))}}));
    if (count.soon > 0)
        put_if(page, "SOON",
               words.fill("home.soon",
                          {{"n", cat(count_words(count.soon, words), more(count.soon))}}));
    const auto rows = due.first(shown_at_most);
    show(page, "NOTHING_DUE", shown_if(rows.empty()));
    auto& table = *page.AddSectionDictionary(rows.empty() ? "NO_TABLE" : "DUE");
    for (const auto& row : rows)
        fill_queue_row(*table.AddSectionDictionary("ROW"), viewer, row);
    return count.late == 0;
}

bool fill_silences(Dictionary& page, const Viewer& viewer, Store& store) {
    bool well = true;
    const auto silences = Silences(store).all();
    show(page, "NOBODY_SILENT", shown_if(silences.empty()));
    for (const auto& row : silences) {
        auto& one = *page.AddSectionDictionary("SILENCE");
        if (!row.customer_no.empty()) {
            auto& customer = *one.AddSectionDictionary("CUSTOMER");
            put(customer, "URL", customer_address(row.customer_no));
            put(customer, "NAME", row.customer_name.empty() ? row.customer_no : row.customer_name);
        }
        put(one, "CHANNEL", row.channel);
        put(one, "WORDS", silence_words(row.what, viewer.words));
        well = well && !row.known_by.empty();
        if (!row.known_by.empty())
            put_if(one, "KNOWN", viewer.words.fill("home.known_by", {{"who", row.known_by}}));
        else if (may_act(viewer.user.role)) {
            auto& form = *one.AddSectionDictionary("MAY_KNOW");
            put(form, "CUSTOMER_NO", row.customer_no);
            put(form, "CHANNEL", row.channel);
        }
    }
    return well;
}

void fill_stuck(Dictionary& page, const Viewer& viewer, Store& store) {
    for (const auto state : {OutboxState::failed, OutboxState::ambiguous, OutboxState::held})
        for (const auto& row : store.outbox_in_state(state, shown_at_most)) {
            auto& one = *page.AddSectionDictionary("STUCK");
            put(one, "URL",
                row.case_id == 0 ? std::string("/orders")
                                 : cat(order_address(row.case_id), "/answer/", row.id));
            put(one, "KIND", kind_words(row.answer.kind, viewer.words));
            put(one, "TO", row.recipient);
            put(one, "STATE", outbox_words(state, viewer.words));
            put_if(one, "REPLY", row.last_reply);
        }
}

bool fill_deliveries(Dictionary& page, const Viewer& viewer, Store& store) {
    const auto& words = viewer.words;
    const auto counts = store.counts();
    const auto hand_offs = HandOffs(store).counts(viewer.now);
    const auto count = [&](const char* key, std::int64_t n) {
        if (n == 0) return;
        put(*page.AddSectionDictionary("COUNT"), "WORDS",
            words.fill(key, {{"n", count_words(n, words)}}));
    };
    count("home.answers_waiting", counts.outbox_pending);
    count("home.answers_failed", counts.outbox_failed);
    count("home.answers_unclear", counts.outbox_ambiguous);
    count("home.answers_held", counts.outbox_held);
    count("home.hand_offs_waiting", hand_offs.pending);
    count("home.hand_offs_failed", hand_offs.failed);
    count("home.hand_offs_unanswered", hand_offs.unanswered);
    count("home.interchanges_missing", counts.interchanges_missing);
    fill_stuck(page, viewer, store);
    const bool well = counts.outbox_failed + counts.outbox_ambiguous + hand_offs.failed +
                          hand_offs.unanswered + counts.interchanges_missing ==
                      0;
    const bool idle = well && counts.outbox_pending + counts.outbox_held + hand_offs.pending == 0;
    show(page, "ALL_GONE", shown_if(idle));
    return well;
}

} // namespace

std::string usual_words(const UsualDay& usual, const Strings& words) {
    return words.fill("home.usual", {{"day", words.at(cat("weekday.", usual.weekday))},
                                     {"from", format_hour(usual.from)},
                                     {"until", format_hour(usual.until)},
                                     {"seen", std::to_string(usual.seen)},
                                     {"of", std::to_string(usual.of)}});
}

std::string silence_words(const Silence& silence, const Strings& words) {
    const auto last = format_day(silence.last, words);
    if (silence.kind == Silence::Kind::usual_day)
        return words.fill("home.missed_day", {{"day", format_day(silence.expected, words)},
                                              {"usual", usual_words(silence.usual, words)},
                                              {"last", last}});
    return words.fill("home.long_pause", {{"n", std::to_string(silence.pause)}, {"last", last}});
}

std::string home_page(const Pages& pages, const Viewer& viewer, Store& store) {
    Dictionary page("home");
    fill_frame(page, viewer, viewer.words.at("home.title"));
    bool well = fill_channels(page, viewer, store);
    well = fill_due(page, viewer, store) && well;
    well = fill_silences(page, viewer, store) && well;
    well = fill_deliveries(page, viewer, store) && well;
    show(page, "WELL", shown_if(well));
    show(page, "UNWELL", shown_if(!well));
    return pages.render("home", viewer.words, page);
}

std::expected<HttpResponse, DeskRefused> silence_known(Store& store, const Viewer& viewer,
                                                       const HttpRequest& form) {
    if (auto why = know_silence(store, viewer.user, form.field("customer"), form.field("channel")))
        return std::unexpected(*std::move(why));
    return HttpResponse::redirect("/home");
}

} // namespace besteld
