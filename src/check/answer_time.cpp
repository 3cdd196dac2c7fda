// SPDX-License-Identifier: Apache-2.0
#include "check/answer_time.hpp"

#include "base/zone.hpp"
#include "check/calendar.hpp"

#include <algorithm>

namespace besteld {

namespace {

using std::chrono::days;
using std::chrono::duration_cast;
using std::chrono::hours;
using std::chrono::minutes;

constexpr hours day_begins{8};
constexpr hours day_ends{17};
constexpr hours for_a_mail{4};
constexpr hours for_a_file{1};
constexpr int longest = 400; // days; what waits longer is late whatever the calendar says

struct Shift {
    Instant begins;
    Instant ends;
};

Shift shift_of(const Zone& zone, Date date) {
    return {.begins = zone.instant(date, day_begins), .ends = zone.instant(date, day_ends)};
}

// The end of the day until which the order is valid, where it stands in our calendar.
std::optional<Instant> end_of_validity(const OrderDraft& draft, const Zone& zone) {
    constexpr std::size_t date_length = 10;
    if (!draft.valid_until) return std::nullopt;
    const auto date =
        parse_iso_date(std::string_view(draft.valid_until->value).substr(0, date_length));
    if (!date) return std::nullopt;
    return zone.instant(*date + days(1), minutes{0});
}

} // namespace

minutes working_time(const Seller& seller, Instant from, Instant to) {
    const Zone zone(seller.zone);
    minutes sum{};
    Date date = zone.date_of(from);
    const Date last = zone.date_of(to);
    for (int i = 0; i < longest && date <= last; ++i, date += days(1)) {
        if (!is_working_day(seller, date)) continue;
        const Shift shift = shift_of(zone, date);
        const Instant begins = std::max(from, shift.begins);
        const Instant ends = std::min(to, shift.ends);
        if (begins < ends) sum += duration_cast<minutes>(ends - begins);
    }
    return sum;
}

Instant after_working_time(const Seller& seller, Instant from, minutes span) {
    const Zone zone(seller.zone);
    Date date = zone.date_of(from);
    for (int i = 0; i < longest; ++i, date += days(1)) {
        if (!is_working_day(seller, date)) continue;
        const Shift shift = shift_of(zone, date);
        const Instant begins = std::max(from, shift.begins);
        if (begins >= shift.ends) continue;
        const auto left = duration_cast<minutes>(shift.ends - begins);
        if (span <= left) return begins + span;
        span -= left;
    }
    return from + span;
}

AnswerTime answer_time(const OrderDraft& draft, const Origins& origins, const Terms& terms,
                       Instant now) {
    const Seller& seller = terms.seller;
    const Instant received = origins.received_at;
    const bool mail = origins.mail != nullptr;
    AnswerTime time{
        .due = mail ? after_working_time(seller, received, for_a_mail) : received + for_a_file,
        .allowed = mail ? minutes{for_a_mail} : minutes{for_a_file},
        .used = mail ? working_time(seller, received, now) : duration_cast<minutes>(now - received),
        .why = mail ? "4 working hours for a mail" : "1 hour for a file"};
    const auto valid = end_of_validity(draft, Zone(seller.zone));
    if (valid && *valid < time.due && *valid > received) {
        time.due = *valid;
        time.allowed = duration_cast<minutes>(*valid - received);
        time.used = duration_cast<minutes>(now - received);
        time.why = "the order is valid until then";
    }
    return time;
}

} // namespace besteld
