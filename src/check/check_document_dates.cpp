// SPDX-License-Identifier: Apache-2.0
// C05 the document's own date, C06 cancel if not delivered by, L02 the time left to answer.

#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/answer_time.hpp"
#include "check/date_words.hpp"
#include "check/families.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using std::chrono::days;
using std::chrono::hours;

// domain.md 4.3 C05
constexpr int days_back = 30;
constexpr int days_ahead = 1;
constexpr hours header_apart{24};

void check_order_date(const Inquiry& inquiry, Findings& findings) {
    const auto& stated = inquiry.draft.order_date;
    constexpr std::size_t date_length = 10; // a time may follow
    const auto date = stated
                          ? parse_iso_date(std::string_view(stated->value).substr(0, date_length))
                          : std::nullopt;
    if (!date) return;
    const int back = own_days(inquiry.terms, Check::document_date_implausible, days_back);
    const Date first = inquiry.received_on - days(back);
    const Date last = inquiry.received_on + days(days_ahead);
    if (*date >= first && *date <= last) return;
    Finding finding = new_finding(inquiry, Check::document_date_implausible, header, to_iso(*date),
                                  cat(to_iso(first), " to ", to_iso(last)));
    finding.difference = days_apart(inquiry.received_on, *date);
    finding.clause.clear();
    finding.trace = cat("received on ", to_iso(inquiry.received_on), "; at most ", back,
                        " days back and ", days_ahead, " ahead");
    finding.passes_if = cat("the document is dated ", finding.agreed);
    quote(finding, stated->place, stated->value);
    set_consequence(
        finding, Resolution::dismiss,
        cat("the order is taken as dated ", to_iso(*date), "; your reason is recorded"));
    findings.push_back(std::move(finding));
}

// "2026-03-02T09:15:00+01:00" as the mail reader writes it.
std::optional<Instant> instant_of(std::string_view text) {
    constexpr std::size_t without_offset = 19;
    if (text.size() < without_offset) return std::nullopt;
    const auto utc = parse_iso_instant(cat(text.substr(0, without_offset), "Z"));
    const std::string_view offset = text.substr(without_offset);
    if (!utc || offset == "Z") return utc;
    const auto span = offset.size() == 6 ? time_of_day(offset.substr(1)) : std::nullopt;
    if (!span || (offset[0] != '+' && offset[0] != '-')) return std::nullopt;
    return offset[0] == '+' ? *utc - *span : *utc + *span;
}

// A clock that is wrong makes "tomorrow" another day (domain.md S06).
void check_mail_date(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    const auto sent = mail != nullptr ? instant_of(mail->date) : std::nullopt;
    if (!sent) return;
    const auto apart = inquiry.origins.received_at - *sent;
    const auto distance = apart < apart.zero() ? -apart : apart;
    if (distance <= header_apart) return;
    Finding finding = new_finding(inquiry, Check::document_date_implausible, header, mail->date,
                                  to_iso(inquiry.origins.received_at));
    finding.difference = cat(std::chrono::duration_cast<hours>(distance).count(), " h ",
                             apart < apart.zero() ? "ahead of its arrival" : "before its arrival");
    finding.clause.clear();
    finding.trace =
        cat("the mail's Date header and the moment our server got it, at most ",
            header_apart.count(), " h apart; words like \"tomorrow\" follow the header");
    finding.passes_if = cat("the header is within ", header_apart.count(), " h of the arrival");
    quote(finding, {.where = "header Date"}, mail->date);
    set_consequence(finding, Resolution::dismiss,
                    "the dates in the mail hold as they were read; your reason is recorded");
    findings.push_back(std::move(finding));
}

// The earliest day on which all that was ordered can be there, or gone.
Date earliest(const Inquiry& inquiry, Meaning meaning) {
    const auto& order = inquiry.order;
    const auto of_item = [&](const std::string& sku) {
        return meaning == Meaning::delivery
                   ? first_feasible_delivery(inquiry.terms, order.ship_to_id,
                                             inquiry.origins.received_at, sku)
                   : first_feasible_despatch(inquiry.terms, order.ship_to_id,
                                             inquiry.origins.received_at, sku);
    };
    Date latest = of_item({});
    for (const OrderLine& line : order.lines)
        latest = std::max(latest, of_item(line.sku));
    return latest;
}

void check_cancel_date(const Inquiry& inquiry, Findings& findings) {
    const auto& stated = inquiry.draft.cancel_after;
    const DayRange range = stated ? day_range(stated->value) : DayRange{};
    const auto last = range.last ? range.last : range.first;
    if (!last) return;
    const bool delivered = stated->value.meaning == Meaning::delivery;
    const Date possible = earliest(inquiry, stated->value.meaning);
    const int allowed = own_days(inquiry.terms, Check::cancel_date_passed, 0);
    if (*last + days(allowed) >= possible) return;
    const std::string_view deed = delivered ? "delivered" : "despatched";
    Finding finding =
        new_finding(inquiry, Check::cancel_date_passed, header, to_iso(*last), to_iso(possible));
    finding.difference = days_apart(*last, possible);
    finding.trace = cat("the order lapses if it is not ", deed, " by ", to_iso(*last),
                        "; the first possible day is ", to_iso(possible));
    finding.passes_if = cat("it lapses on ", to_iso(possible), " or later");
    quote(finding, stated->place, stated->value.raw.empty() ? finding.ordered : stated->value.raw);
    suggest(finding, Resolution::ask, to_iso(possible));
    set_consequence(finding, Resolution::ask,
                    cat("the customer is asked whether the order still stands when it is ", deed,
                        " on ", to_iso(possible), "; the order waits"));
    set_consequence(finding, Resolution::reject,
                    "the order is declined, as it has lapsed by its own words");
    findings.push_back(std::move(finding));
}

void check_answer_time(const Inquiry& inquiry, Findings& findings) {
    constexpr int usual_share = 75; // percent, domain.md 4.3
    const AnswerTime time = answer_time(inquiry.draft, inquiry.origins, inquiry.terms, inquiry.now);
    const auto own = own_limit(inquiry.terms, Check::answer_time_at_risk);
    const Decimal share = own.value_or(Decimal{usual_share});
    // used ÷ allowed ≥ share %, in whole minutes
    const auto used = Decimal::from_integer(time.used.count()) * Decimal{100};
    if (time.allowed.count() <= 0 || used < Decimal::from_integer(time.allowed.count()) * share)
        return;
    const auto text = [](std::chrono::minutes span) {
        return cat(span.count() / 60, " h ", span.count() % 60, " min");
    };
    Finding finding = new_finding(inquiry, Check::answer_time_at_risk, header, text(time.used),
                                  text(time.allowed));
    finding.difference =
        cat(text(std::max(time.allowed - time.used, std::chrono::minutes{0})), " left");
    finding.trace = cat("answer due ", to_iso(time.due), ": ", time.why);
    finding.passes_if = cat("less than ", share.to_string(), " % of the time is used");
    findings.push_back(std::move(finding));
}

} // namespace

void check_document_dates(const Inquiry& inquiry, Findings& findings) {
    check_order_date(inquiry, findings);
    check_mail_date(inquiry, findings);
    check_cancel_date(inquiry, findings);
    check_answer_time(inquiry, findings);
}

} // namespace besteld
