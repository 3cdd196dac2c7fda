// SPDX-License-Identifier: Apache-2.0
#include "flow/interchange_gaps.hpp"

#include "flow/take_reports.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/noted.hpp"
#include "store/interchanges.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::int64_t last_control_number = 999'999'999; // ISA13 and GS06: nine digits
// Far above the documents of any message: the case about what is missing hangs on the one that
// showed it.
constexpr std::int64_t gap_documents = 1'000'000;

struct Numbered {
    std::string series;
    SeenNumber seen;
};

const TrafficRules& rules_for(const FlowSettings& settings, const StoredMessage& message,
                              const Envelope& envelope) {
    return profile_for(settings.partners, envelope.sender, message.channel).traffic;
}

SeenNumber seen_number(std::int64_t number, const FlowSettings& settings,
                       const StoredMessage& message, const Envelope& envelope) {
    const auto received = to_iso(Zone(settings.seller.zone).date_of(message.received_at));
    return {.number = number,
            .day = day_prepared(envelope.prepared, replace_all(received.substr(2), "-", "")),
            .last = envelope.standard == "x12" ? last_control_number : 0,
            .test = envelope.test};
}

std::optional<Numbered> interchange_of(const FlowSettings& settings, const StoredMessage& message,
                                       const Envelope& envelope) {
    const bool counted = envelope.standard == "edifact" || envelope.standard == "x12";
    if (!counted || envelope.sender.empty()) return std::nullopt;
    const auto number = interchange_number(envelope.interchange_ref);
    if (!number) return std::nullopt;
    return Numbered{cat(envelope.standard, " ", envelope.sender, " ", envelope.receiver),
                    seen_number(*number, settings, message, envelope)};
}

// GS06 is numbered by the application behind the interchange's sender (GS02).
std::optional<Numbered> group_of(const FlowSettings& settings, const StoredMessage& message,
                                 const Envelope& envelope) {
    if (envelope.standard != "x12" || envelope.group_sender.empty()) return std::nullopt;
    const auto number = interchange_number(envelope.group_ref);
    if (!number) return std::nullopt;
    return Numbered{cat("x12-group ", envelope.group_sender, " ", envelope.group_receiver),
                    seen_number(*number, settings, message, envelope)};
}

std::string words_of(const InterchangeGap& gap) {
    const bool one = gap.numbers.first == gap.numbers.last;
    return cat(one ? "number " : "numbers ", to_text(gap.numbers),
               gap.numbers.day.empty() ? "" : cat(" of ", gap.numbers.day), " of ", gap.series);
}

// Whoever was told hears that it has come after all; when nothing is missing any more the case is
// done.
void note_late(Store& store, const InterchangeGap& gap, std::int64_t number, Instant now) {
    auto the_case = store.find_case(gap.case_id);
    if (!the_case) return;
    const std::string reason = cat("number ", number, " of ", gap.series, " has come after all");
    const auto way = next(the_case->state, OrderEvent::answered,
                          {.role = Role::system, .has_official_number = false});
    Step step = noted(the_case->state, {.event = "interchange.came_late", .reason = reason});
    if (way && Interchanges(store).of_case(gap.case_id).empty()) {
        step.to = the_case->state = way->to;
        the_case->at_stake = Decimal{};
        for (auto& finding : the_case->findings)
            if (is_open(finding))
                finding.resolved = Resolved{Resolution::dismiss, "besteld", reason, to_iso(now)};
        if (!store.save_case(*the_case)) throw StoreBusy("a clerk is at the gap's case");
    }
    store.add_events(the_case->id, the_case->message_id, {step}, now);
}

class Follower {
public:
    Follower(Store& store, const StoredMessage& message, Instant now)
        : store_(store), numbers_(store), message_(message), now_(now) {}

    enum class Gaps { told, passed_over };

    // Whether it followed on the one before.
    bool follow(const Numbered& numbered, const TrafficRules& rules, Numbering numbering,
                Gaps gaps) {
        const auto known = numbers_.find(numbered.series);
        // A test proves nothing about the numbers of what is meant.
        if (!known && numbered.seen.test) return true;
        const auto step = next_number(known, numbered.seen, numbering);
        if (step.is_below && close(numbered, step)) return true;
        if (!known || step.after != *known) numbers_.save(numbered.series, step.after);
        if (gaps == Gaps::told)
            for (const auto& range : step.missing)
                note_gap({.series = numbered.series,
                          .numbers = range,
                          .message_id = message_.id,
                          .noticed_at = now_,
                          .due_at = now_ + rules.gap_wait},
                         numbered.seen.number);
        return step.missing.empty();
    }

private:
    bool close(const Numbered& numbered, const NumberStep& step) {
        const auto gap =
            numbers_.close(numbered.series, numbered.seen.number, step.round, step.day);
        if (!gap) return false;
        log::info(
            "interchange.came_late",
            {{"message", message_.id}, {"series", gap->series}, {"number", numbered.seen.number}});
        if (gap->case_id != 0) note_late(store_, *gap, numbered.seen.number, now_);
        return true;
    }

    void note_gap(const InterchangeGap& gap, std::int64_t seen) {
        numbers_.add(gap);
        store_.add_events(
            0, message_.id,
            {noted(OrderState::received,
                   {.event = "interchange.gap",
                    .reason = cat(words_of(gap), " had not come when ", seen, " did")})},
            now_);
        log::info("interchange.gap", {{"message", message_.id},
                                      {"series", gap.series},
                                      {"missing", to_text(gap.numbers)},
                                      {"came", seen}});
    }

    Store& store_;
    Interchanges numbers_;
    const StoredMessage& message_;
    Instant now_;
};

bool is_same_group(const Envelope& a, const Envelope& b) {
    return is_same_interchange(a, b) && a.group_ref == b.group_ref &&
           a.group_sender == b.group_sender && a.group_receiver == b.group_receiver;
}

// What identifies the partner to the checks; nothing of it is answered.
Envelope envelope_of(Store& store, const InterchangeGap& gap) {
    const auto reading = store.reading(gap.message_id);
    if (reading)
        for (const auto& document : reading->documents) {
            const auto& e = document.envelope;
            if (gap.series == cat(e.standard, " ", e.sender, " ", e.receiver) ||
                gap.series == cat("x12-group ", e.group_sender, " ", e.group_receiver))
                return {.standard = e.standard, .sender = e.sender, .receiver = e.receiver};
        }
    return {};
}

// What no reader survived may be what is missed: nobody could read its number.
std::string may_be(Store& store, std::int64_t message_id) {
    std::string unread;
    for (const auto id : Interchanges(store).quarantined_beside(message_id)) {
        const auto reading = store.reading(id);
        if (reading && std::ranges::find(reading->problems, reader_failed, &Problem::code) !=
                           reading->problems.end())
            unread += cat(unread.empty() ? "" : ", ", id);
    }
    if (unread.empty()) return {};
    return cat("; it may be among what could not be read: message ", unread);
}

void open_gap_case(Store& store, const FlowSettings& settings,
                   const std::vector<InterchangeGap>& gaps, Instant now) {
    const std::string unread = may_be(store, gaps.front().message_id);
    std::vector<Problem> problems;
    for (const auto& gap : gaps)
        problems.push_back(
            {.severity = Severity::error,
             .code = "interchange.missing",
             .text = cat(words_of(gap), " has not come, though a later one has", unread),
             .hint = "ask the sender to send it again, or whether there was none; then set this "
                     "aside. Numbers he skips often: numbering = \"none\" in his profile"});
    const auto& first = gaps.front();
    const auto envelope = envelope_of(store, first);
    const auto case_id = open_exception(
        store, settings,
        {.message_id = first.message_id,
         .document = static_cast<std::uint32_t>(gap_documents + first.id % 1'000'000'000),
         .format = envelope.standard.empty() ? "edi" : envelope.standard,
         .envelope = envelope},
        problems, now);
    for (const auto& gap : gaps)
        Interchanges(store).mark_told(gap, case_id);
    const auto the_case = store.find_case(case_id);
    store.add_events(case_id, first.message_id,
                     {noted(the_case ? the_case->state : OrderState::in_review,
                            {.event = "interchange.missing", .reason = problems.front().text})},
                     now);
    log::warning("interchange.missing", {{"message", first.message_id},
                                         {"case", the_case ? the_case->case_no : ""},
                                         {"series", first.series},
                                         {"missing", to_text(first.numbers)}});
}

} // namespace

NumberTurn turn_of(Store& store, const FlowSettings& settings, const StoredMessage& message,
                   const Envelope& envelope) {
    const auto numbered = interchange_of(settings, message, envelope);
    const auto& rules = rules_for(settings, message, envelope);
    if (!numbered || rules.numbering == Numbering::none) return {};
    if (rules.numbering == Numbering::daily) return {.name = cat(" of ", numbered->seen.day)};
    const auto known = Interchanges(store).find(numbered->series);
    if (!known) return {};
    const auto round = next_number(known, numbered->seen, rules.numbering).round;
    const auto name = [](std::int64_t n) { return n > 0 ? cat(" round ", n) : std::string(); };
    if (round <= 0) return {};
    return {.name = name(round), .before = name(round - 1)};
}

void follow_numbers(Store& store, const FlowSettings& settings, const StoredMessage& message,
                    const Reading& reading, Instant now) {
    Follower follower(store, message, now);
    const auto& documents = reading.documents;
    bool in_order = true;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& envelope = documents[i].envelope;
        const auto& rules = rules_for(settings, message, envelope);
        if (rules.numbering == Numbering::none) continue;
        // The messages of an interchange stand together.
        const auto* before = i > 0 ? &documents[i - 1].envelope : nullptr;
        if (!before || !is_same_interchange(*before, envelope)) {
            const auto numbered = interchange_of(settings, message, envelope);
            in_order = !numbered ||
                       follower.follow(*numbered, rules, rules.numbering, Follower::Gaps::told);
        }
        if (before && is_same_group(*before, envelope)) continue;
        // Whether an application numbers its groups for us alone is never agreed; and what is lost
        // with its interchange is told once.
        if (const auto group = group_of(settings, message, envelope))
            follower.follow(*group, rules, Numbering::learned,
                            in_order ? Follower::Gaps::told : Follower::Gaps::passed_over);
    }
}

int tell_of_gaps(Store& store, const FlowSettings& settings, Instant now, int limit) {
    int cases = 0;
    store.in_transaction([&] {
        const auto due = Interchanges(store).due(now, limit);
        for (std::size_t first = 0; first < due.size();) {
            std::size_t last = first + 1;
            while (last < due.size() && due[last].message_id == due[first].message_id &&
                   due[last].series == due[first].series)
                ++last;
            open_gap_case(store, settings,
                          {due.begin() + static_cast<std::ptrdiff_t>(first),
                           due.begin() + static_cast<std::ptrdiff_t>(last)},
                          now);
            first = last;
            ++cases;
        }
    });
    return cases;
}

} // namespace besteld
