// SPDX-License-Identifier: Apache-2.0
// H01 payment terms, H02 delivery terms, H09 the customer's own general terms.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/calendar.hpp"
#include "check/delivery_terms.hpp"
#include "check/families.hpp"
#include "check/line_value.hpp"
#include "check/own_limits.hpp"
#include "check/own_terms_words.hpp"
#include "check/payment_terms.hpp"

#include <algorithm>

namespace besteld {

namespace {

PaymentTerms agreed_payment(const Agreement& agreement) {
    PaymentTerms agreed = read_payment_terms(agreement.payment_terms);
    if (agreement.prepaid_percent > 0) agreed.prepaid_percent = Decimal{agreement.prepaid_percent};
    return agreed;
}

Decimal best_discount(const PaymentTerms& terms) {
    Decimal best{};
    for (const Discount& discount : terms.discounts)
        best = std::max(best, discount.percent);
    return best;
}

// What the order states is compared; what it leaves out stays as agreed. Only a prepayment cannot
// be left out beside a net period, which then means the whole.
std::vector<std::string> payment_differences(const PaymentTerms& ordered,
                                             const PaymentTerms& agreed) {
    std::vector<std::string> differences;
    if (ordered.net_days && ordered.net_days != agreed.net_days) {
        const int days = *ordered.net_days - agreed.net_days.value_or(0);
        differences.push_back(cat(days > 0 ? "+" : "", days, " days net"));
    }
    if (!ordered.discounts.empty() && ordered.discounts != agreed.discounts) {
        const Decimal more = best_discount(ordered) - best_discount(agreed);
        differences.push_back(more.is_zero() ? std::string("discount on other days")
                                             : cat(signed_text(more, 0), " % discount"));
    }
    const Decimal prepaid = ordered.prepaid_percent.value_or(Decimal{});
    const bool whole = ordered.prepaid_percent || ordered.net_days || !ordered.due_on.empty();
    if (whole && prepaid != agreed.prepaid_percent.value_or(Decimal{}))
        differences.push_back(cat(
            signed_text(prepaid - agreed.prepaid_percent.value_or(Decimal{}), 0), " % prepaid"));
    if (ordered.net_days && ordered.base != agreed.base)
        differences.emplace_back("counted from another day");
    if (!ordered.due_on.empty()) differences.emplace_back("a fixed day");
    return differences;
}

// A code of the buyer's own system ("ZB30", "0001") says nothing to us.
bool is_foreign_code(std::string_view text) {
    return text.size() <= 5 && text.find(' ') == std::string_view::npos &&
           std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// Days net that are later than agreed by no more than the customer's tolerance.
bool is_within_tolerance(const Inquiry& inquiry, const PaymentTerms& ordered,
                         const PaymentTerms& agreed) {
    const int allowed = own_days(inquiry.terms, Check::payment_terms_differ, 0);
    PaymentTerms same = ordered;
    same.net_days = agreed.net_days;
    return ordered.net_days && agreed.net_days && *ordered.net_days > *agreed.net_days &&
           *ordered.net_days - *agreed.net_days <= allowed &&
           payment_differences(same, agreed).empty();
}

void word_payment(Finding& finding, const std::string& agreed) {
    set_consequence(
        finding, Resolution::accept_agreed,
        cat("the order is confirmed with the agreed terms, ", agreed, "; the customer is told"));
    set_consequence(finding, Resolution::accept_ordered,
                    cat("this order is paid as the customer writes, ", finding.ordered,
                        "; your reason is recorded"));
}

void check_payment(const Inquiry& inquiry, Findings& findings) {
    const auto& stated = inquiry.draft.payment_terms;
    const auto& agreement = inquiry.terms.agreement;
    if (!stated || trim(stated->value).empty() || !agreement) return;
    const PaymentTerms agreed = agreed_payment(*agreement);
    if (says_nothing(agreed) && trim(agreement->payment_terms).empty()) {
        findings.push_back(not_evaluated(inquiry, Check::payment_terms_differ, header,
                                         "the customer's terms of payment"));
        quote(findings.back(), stated->place, stated->value);
        return;
    }
    const PaymentTerms ordered = read_payment_terms(stated->value);
    const auto differences = payment_differences(ordered, agreed);
    const std::string words =
        agreement->payment_terms.empty() ? to_text(agreed) : agreement->payment_terms;
    const bool same_words = equal_ignoring_case(trim(stated->value), trim(words));
    const bool understood = ordered.not_understood.empty();
    if (same_words || (understood && differences.empty())) return;
    Finding finding = new_finding(inquiry, Check::payment_terms_differ, header,
                                  std::string(trim(stated->value)), words);
    finding.difference = understood ? join(differences, ", ") : std::string{};
    finding.clause += cat(", payment ", words);
    finding.trace = understood ? cat("read as ", to_text(ordered), "; agreed is ", to_text(agreed))
                               : cat("not understood: ", ordered.not_understood);
    finding.passes_if = cat("the order states ", to_text(agreed), ", or nothing");
    quote(finding, stated->place, stated->value);
    const Decimal more = best_discount(ordered) - best_discount(agreed);
    const auto loss = more > Decimal{} ? multiply_divide(expected_value(inquiry).gross, more,
                                                         Decimal{100}, inquiry.digits)
                                       : std::unexpected(DecimalFault::empty);
    if (loss) finding.money = -*loss;
    const bool code = !understood && is_foreign_code(trim(stated->value));
    if (code || is_within_tolerance(inquiry, ordered, agreed))
        finding = as_info(std::move(finding));
    suggest(finding, understood ? Resolution::accept_agreed : Resolution::ask,
            understood ? words : "");
    word_payment(finding, words);
    findings.push_back(std::move(finding));
}

// Under a D-term the place moves with the ship-to: "DAP Assen" for goods that go to Assen.
bool is_place_of_ship_to(const Inquiry& inquiry, const DeliveryTerms& ordered) {
    const ShipTo* ship_to = find_ship_to(inquiry.terms, inquiry.order.ship_to_id);
    return ordered.incoterm.starts_with('D') && ship_to != nullptr &&
           (is_same_place(ordered.place, ship_to->city) ||
            is_same_place(ordered.place, ship_to->name) ||
            (!ship_to->gln.empty() && is_same_place(ordered.place, ship_to->gln)));
}

std::string delivery_difference(const DeliveryTerms& ordered, const DeliveryTerms& agreed) {
    if (ordered.incoterm != agreed.incoterm)
        return cat(ordered.incoterm.empty() ? "?" : ordered.incoterm, " for ", agreed.incoterm);
    if (!ordered.withdrawn.empty()) return cat(ordered.withdrawn, " for ", agreed.incoterm);
    return cat("place ", ordered.place, " for ", agreed.place);
}

void check_delivery_terms(const Inquiry& inquiry, Findings& findings) {
    const DeliveryTerms ordered = stated_delivery_terms(inquiry.draft);
    const auto& agreement = inquiry.terms.agreement;
    // A place without a term says only where the goods go, which the ship-to says better.
    if (!agreement || !inquiry.draft.delivery_terms || ordered.written.empty()) return;
    const DeliveryTerms agreed = read_delivery_terms(agreement->delivery_terms);
    if (agreed.written.empty()) {
        findings.push_back(not_evaluated(inquiry, Check::delivery_terms_differ, header,
                                         "the customer's terms of delivery"));
        quote(findings.back(), ordered.source, ordered.written);
        return;
    }
    const bool same_term = !ordered.incoterm.empty() && ordered.incoterm == agreed.incoterm &&
                           ordered.withdrawn.empty();
    const bool same_place = ordered.place.empty() || agreed.place.empty() ||
                            is_same_place(ordered.place, agreed.place) ||
                            is_place_of_ship_to(inquiry, ordered);
    if ((same_term && same_place) || equal_ignoring_case(ordered.written, agreed.written)) return;
    Finding finding =
        new_finding(inquiry, Check::delivery_terms_differ, header, ordered.written, agreed.written);
    finding.difference = delivery_difference(ordered, agreed);
    finding.clause += cat(", delivery ", agreed.written);
    if (!ordered.withdrawn.empty())
        finding.trace = cat(ordered.withdrawn, " was withdrawn from the Incoterms; ",
                            ordered.incoterm, " takes its place in Incoterms 2020");
    else if (ordered.incoterm.empty())
        finding.trace = "no rule of Incoterms 2020 stands in it";
    else
        finding.trace = cat("read as ", ordered.incoterm, " ", ordered.place, "; agreed is ",
                            agreed.incoterm, " ", agreed.place);
    finding.passes_if = cat("the order states ", agreed.written, ", or nothing");
    quote(finding, ordered.source, ordered.written);
    suggest(finding, Resolution::accept_agreed, agreed.written);
    findings.push_back(std::move(finding));
}

void check_own_terms(const Inquiry& inquiry, Findings& findings) {
    const OrderDraft& draft = inquiry.draft;
    std::vector<const Field*> texts;
    for (const Field& note : draft.notes)
        texts.push_back(&note);
    for (const Field& text : draft.unread)
        texts.push_back(&text);
    for (const LineDraft& line : draft.lines)
        for (const Field& note : line.notes)
            texts.push_back(&note);
    for (const Field* text : texts) {
        const auto claim = claim_of_own_terms(text->value);
        if (claim.empty()) continue;
        Finding finding =
            new_finding(inquiry, Check::own_terms_claimed, header, claim, "our general terms");
        finding.trace =
            "words for the buyer's own terms in a note; whose terms hold is for a lawyer";
        finding.passes_if = "no note refers to the customer's own general terms";
        quote(finding, text->place, text->value);
        set_consequence(finding, Resolution::dismiss,
                        "our confirmation goes out under our own terms, as always");
        findings.push_back(std::move(finding));
        return; // once is enough to know
    }
}

} // namespace

void check_agreed_terms(const Inquiry& inquiry, Findings& findings) {
    check_payment(inquiry, findings);
    check_delivery_terms(inquiry, findings);
    check_own_terms(inquiry, findings);
}

} // namespace besteld
