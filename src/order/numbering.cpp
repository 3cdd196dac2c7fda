// SPDX-License-Identifier: Apache-2.0
#include "order/numbering.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

// So many in a row prove that a partner who was asked nothing numbers for us alone.
constexpr std::int64_t proved_by = 10;
// After a gap he has to prove half of it again: one who skips often is left alone.
constexpr std::int64_t left_after_a_gap = 5;
// More than this at once is no loss but another numbering, unless he is known to count.
constexpr std::int64_t widest_learned_gap = 100;
// So near to its end and its beginning a series has begun a new round.
constexpr std::int64_t widest_turn = 100;
// What comes so far above the highest belongs to the round before.
constexpr std::int64_t late_by = 1'000;
// So many below the highest, one after the other: he has begun anew.
constexpr std::int64_t begun_anew_after = 5;
constexpr std::size_t longest_number = 14; // UNB 0020

// The highest number that the field holds, or that is all nines and not below `highest`.
std::int64_t last_of_round(std::int64_t highest, std::int64_t stated) {
    if (stated > 0) return stated;
    std::int64_t nines = 999;
    while (nines < highest)
        nines = nines * 10 + 9;
    return nines;
}

bool is_trusted(const NumberSeries& series, Numbering numbering) {
    return numbering != Numbering::learned || series.run >= proved_by;
}

class Next {
public:
    Next(const NumberSeries& known, const SeenNumber& seen, Numbering numbering)
        : seen_(seen), numbering_(numbering),
          step_{.after = known, .round = known.round, .day = known.day} {
        if (numbering == Numbering::daily) return;
        step_.day.clear();
        step_.after.day.clear();
    }

    NumberStep take() {
        if (numbering_ == Numbering::daily && seen_.day != step_.day) return other_day();
        const auto& highest = step_.after.highest;
        if (is_late_of_last_round()) return below(step_.after.round - 1);
        if (seen_.number > highest) return ahead();
        if (is_new_round()) return new_round();
        return lower();
    }

private:
    NumberStep below(std::int64_t round) {
        step_.round = round;
        step_.is_below = true;
        return step_;
    }

    // Nobody says how many there were on a day that is over.
    NumberStep other_day() {
        const bool earlier = seen_.day < step_.day;
        step_.day = seen_.day;
        if (earlier) return below(step_.after.round);
        step_.after.day = seen_.day;
        step_.after.highest = 0;
        if (seen_.number > 0) return ahead();
        return step_;
    }

    NumberStep ahead() {
        auto& series = step_.after;
        const std::int64_t jumped = seen_.number - series.highest - 1;
        if (jumped == 0) {
            ++series.run;
        } else if (seen_.test) {
            return below(series.round); // a number of its own: moves nothing
        } else {
            const bool believed =
                is_trusted(series, numbering_) &&
                (numbering_ != Numbering::learned || jumped <= widest_learned_gap);
            if (believed) note_missing(series.highest + 1, seen_.number - 1, series.round);
            series.run = believed ? std::min(series.run, left_after_a_gap) : 0;
        }
        series.highest = seen_.number;
        series.low = series.low_run = 0;
        return step_;
    }

    bool is_late_of_last_round() const {
        const auto& series = step_.after;
        return series.round > 0 && seen_.number > series.highest + late_by &&
               seen_.number > last_of_round(seen_.number, seen_.last) - late_by;
    }

    bool is_new_round() const {
        const auto& series = step_.after;
        if (numbering_ == Numbering::daily || seen_.test || !is_trusted(series, numbering_))
            return false;
        return last_of_round(series.highest, seen_.last) - series.highest <= widest_turn &&
               seen_.number <= widest_turn;
    }

    NumberStep new_round() {
        auto& series = step_.after;
        const std::int64_t last = last_of_round(series.highest, seen_.last);
        if (series.highest < last) note_missing(series.highest + 1, last, series.round);
        step_.round = ++series.round;
        if (seen_.number > 1) note_missing(1, seen_.number - 1, series.round);
        series.run = step_.missing.empty() ? series.run + 1 : left_after_a_gap;
        series.highest = seen_.number;
        series.low = series.low_run = 0;
        return step_;
    }

    // Late, sent again, or the beginning of a new numbering that nobody announced.
    NumberStep lower() {
        auto& series = step_.after;
        if (numbering_ != Numbering::daily && !seen_.test && seen_.number < series.highest) {
            series.low_run = seen_.number == series.low + 1 ? series.low_run + 1 : 1;
            series.low = seen_.number;
            if (series.low_run >= begun_anew_after) {
                series.highest = seen_.number;
                series.run = series.low_run;
                series.low = series.low_run = 0;
            }
        }
        return below(series.round);
    }

    void note_missing(std::int64_t first, std::int64_t last, std::int64_t round) {
        step_.missing.push_back(
            {.first = first, .last = last, .round = round, .day = step_.after.day});
    }

    const SeenNumber& seen_;
    Numbering numbering_;
    NumberStep step_;
};

} // namespace

std::optional<std::int64_t> interchange_number(std::string_view reference) {
    reference = trim(reference);
    if (reference.empty() || reference.size() > longest_number) return std::nullopt;
    std::int64_t number = 0;
    const auto* end = reference.data() + reference.size();
    const auto read = std::from_chars(reference.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 0) return std::nullopt;
    return number;
}

std::string day_prepared(std::string_view prepared, std::string_view otherwise) {
    auto day = prepared.substr(0, prepared.find(':'));
    const bool digits = std::ranges::all_of(day, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (day.size() != 6 && day.size() != 8)) return std::string(otherwise);
    return std::string(day.substr(day.size() - 6));
}

NumberStep next_number(const std::optional<NumberSeries>& known, const SeenNumber& seen,
                       Numbering numbering) {
    if (known) return Next(*known, seen, numbering).take();
    NumberStep first;
    if (numbering == Numbering::daily) first.day = first.after.day = seen.day;
    first.after.highest = seen.number;
    return first;
}

std::string to_text(const NumberRange& range) {
    const std::string first = std::to_string(range.first);
    return range.first == range.last ? first : cat(first, " to ", range.last);
}

} // namespace besteld
