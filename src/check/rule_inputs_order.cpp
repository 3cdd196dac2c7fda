// SPDX-License-Identifier: Apache-2.0
#include "check/rule_inputs.hpp"

#include "base/text.hpp"
#include "check/prices.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Words = std::string;
using Line = const OrderLine*;

Words nothing(const Inquiry&, Line) {
    return {};
}

// Rules that are stated in the negative hold anything that is there against "none".
Words none(const Inquiry&, Line) {
    return "none";
}

Words field(const MaybeField& value) {
    return value ? value->value : Words{};
}

Words amount(const std::optional<Decimal>& value, std::string_view unit) {
    return value ? cat(value->to_string(), " ", unit) : Words{};
}

// ── the document ─────────────────────────────────────────────────────────────────────────────────
Words document(const Inquiry& in, Line) {
    return cat(in.draft.format, " ", in.draft.message_type);
}
Words readable(const Inquiry&, Line) {
    return "every required part is there";
}
Words stated_totals(const Inquiry& in, Line) {
    return cat(field(in.draft.stated_line_count),
               in.draft.stated_quantity_sum
                   ? cat(" lines, sum ", in.draft.stated_quantity_sum->value)
                   : Words{});
}
Words counted(const Inquiry& in, Line) {
    return cat(in.order.lines.size(), " lines");
}
Words test_flag(const Inquiry& in, Line) {
    return in.order.test ? "marked as a test" : "live";
}
Words live(const Inquiry&, Line) {
    return "live";
}
Words unread(const Inquiry& in, Line) {
    return cat(in.draft.unread.size(), " unread passages");
}
Words document_class(const Inquiry& in, Line) {
    return in.draft.document_class == DocumentClass::order ? "order" : "no order";
}
Words an_order(const Inquiry&, Line) {
    return "order";
}
Words document_date(const Inquiry& in, Line) {
    return field(in.draft.order_date);
}
Words received(const Inquiry& in, Line) {
    return cat("received ", to_iso(in.received_on));
}
Words function_code(const Inquiry& in, Line) {
    return in.draft.function ? "function code" : Words{};
}

// ── who ──────────────────────────────────────────────────────────────────────────────────────────
Words mail_sender(const Inquiry& in, Line) {
    return in.origins.mail != nullptr ? in.origins.mail->from.address : Words{};
}
Words authentication(const Inquiry& in, Line) {
    if (in.origins.mail == nullptr) return {};
    const auto& results = in.origins.mail->authentication_results;
    return results.empty() ? "no Authentication-Results" : results.front();
}
Words identified(const Inquiry& in, Line) {
    return in.who.customer_no.empty() ? "nobody" : cat(in.who.customer_no, " ", in.who.score, " %");
}
Words by_what(const Inquiry& in, Line) {
    return in.who.by.empty() ? "no key that is on file" : in.who.by;
}
Words conflict(const Inquiry& in, Line) {
    return in.who.conflict.empty() ? "all keys name one customer" : in.who.conflict;
}
Words status(const Inquiry& in, Line) {
    return in.terms.customer ? in.terms.customer->status : Words{};
}
Words active(const Inquiry&, Line) {
    return "active";
}
Words contacts(const Inquiry& in, Line) {
    if (!in.terms.customer) return {};
    return cat(in.terms.customer->contacts.size(), " contacts on file");
}
Words supplier(const Inquiry& in, Line) {
    const PartyDraft* party = find_party(in.draft, PartyRole::supplier);
    if (party == nullptr) return {};
    return party->ids.empty() ? field(party->name) : party->ids.front().value.id;
}
Words us(const Inquiry& in, Line) {
    return in.terms.seller.gln.empty() ? in.terms.seller.name : in.terms.seller.gln;
}
Words ship_to(const Inquiry& in, Line) {
    return in.order.ship_to_text;
}
Words permitted(const Inquiry& in, Line) {
    return cat(in.terms.ship_tos.size(), " permitted addresses");
}
Words bill_to(const Inquiry& in, Line) {
    const PartyDraft* party = find_party(in.draft, PartyRole::bill_to);
    return party == nullptr     ? Words{}
           : party->ids.empty() ? field(party->name)
                                : party->ids.front().value.id;
}
Words agreed_bill_to(const Inquiry& in, Line) {
    if (!in.terms.customer) return {};
    const Customer& customer = *in.terms.customer;
    return !customer.bill_to_gln.empty()    ? customer.bill_to_gln
           : !customer.bill_to_name.empty() ? customer.bill_to_name
                                            : customer.name;
}
Words country(const Inquiry& in, Line) {
    return in.terms.customer ? in.terms.customer->country : Words{};
}
Words embargoes(const Inquiry& in, Line) {
    return cat(in.terms.embargoes.size(), " restrictions");
}
Words attachments(const Inquiry& in, Line) {
    return in.origins.mail == nullptr ? Words{} : "attachments and text of the mail";
}

// ── the order as such ────────────────────────────────────────────────────────────────────────────
Words number(const Inquiry& in, Line) {
    return in.order.buyer_order_no;
}
Words wanted(const Inquiry&, Line) {
    return "stated";
}
Words earlier(const Inquiry& in, Line) {
    return cat(in.terms.earlier.size(), " earlier orders alike");
}
Words currency(const Inquiry& in, Line) {
    return in.order.currency;
}
Words agreed_currency(const Inquiry& in, Line) {
    return in.terms.agreement ? in.terms.agreement->currency : Words{};
}
Words agreement(const Inquiry& in, Line) {
    return agreement_clause(in.terms);
}
Words quotation(const Inquiry& in, Line) {
    for (const auto& reference : in.draft.references)
        if (reference.type == "quotation") return reference.value.value;
    return {};
}
Words quotations(const Inquiry& in, Line) {
    return cat(in.terms.quotations.size(), " quotations on file");
}
Words cost_reference(const Inquiry& in, Line) {
    return in.order.cost_reference.empty() ? "none" : in.order.cost_reference;
}
Words cost_reference_required(const Inquiry& in, Line) {
    return in.terms.agreement && in.terms.agreement->cost_reference_required ? "required" : Words{};
}
Words cancel_after(const Inquiry& in, Line) {
    return in.draft.cancel_after ? in.draft.cancel_after->value.raw : Words{};
}

// ── prices and amounts ───────────────────────────────────────────────────────────────────────────
Words discounts(const Inquiry& in, Line line) {
    const auto count = line != nullptr && line->index < in.draft.lines.size()
                           ? in.draft.lines[line->index].charges.size()
                           : in.draft.charges.size();
    return count == 0 ? Words{} : cat(count, " stated");
}
Words charge_rules(const Inquiry& in, Line) {
    return cat(in.terms.charges.size(), " rules");
}
Words stated_total(const Inquiry& in, Line) {
    return in.order.stated_total ? in.order.stated_total->value.to_string() : Words{};
}
Words sum_of_lines(const Inquiry& in, Line) {
    return cat("sum of ", in.order.lines.size(), " lines");
}
Words net(const Inquiry& in, Line) {
    return in.order.lines.empty() ? Words{} : "net value of the order";
}
Words minimum_value(const Inquiry& in, Line) {
    return in.terms.agreement ? amount(in.terms.agreement->minimum_value, in.order.currency)
                              : Words{};
}

// ── dates and terms ──────────────────────────────────────────────────────────────────────────────
Words today(const Inquiry& in, Line) {
    return cat("today ", to_iso(in.today));
}
Words payment_terms(const Inquiry& in, Line) {
    return field(in.draft.payment_terms);
}
Words agreed_payment(const Inquiry& in, Line) {
    return in.terms.agreement ? in.terms.agreement->payment_terms : Words{};
}
Words delivery_terms(const Inquiry& in, Line) {
    return field(in.draft.delivery_terms);
}
Words agreed_delivery(const Inquiry& in, Line) {
    return in.terms.agreement ? in.terms.agreement->delivery_terms : Words{};
}
Words exposure(const Inquiry& in, Line) {
    if (!in.terms.agreement || !in.terms.agreement->credit_limit) return {};
    return cat("open items ", in.terms.agreement->credit_open.to_string(), ", orders ",
               in.terms.own_exposure.to_string(), ", and this order");
}
Words credit_limit(const Inquiry& in, Line) {
    return in.terms.agreement ? amount(in.terms.agreement->credit_limit, in.order.currency)
                              : Words{};
}
Words overdue(const Inquiry& in, Line) {
    return in.terms.agreement ? cat(in.terms.agreement->oldest_overdue_days, " days") : Words{};
}
Words overdue_allowed(const Inquiry& in, Line) {
    return in.terms.agreement ? cat(in.terms.agreement->overdue_days_allowed, " days") : Words{};
}
Words prepaid(const Inquiry& in, Line) {
    if (!in.terms.agreement || in.terms.agreement->prepaid_percent == 0) return {};
    return cat(in.terms.agreement->prepaid_percent, " %");
}
Words notes(const Inquiry& in, Line) {
    return in.draft.notes.empty() ? Words{} : cat(in.draft.notes.size(), " notes");
}
Words history(const Inquiry& in, Line) {
    return in.terms.history.known ? cat(in.terms.history.orders, " orders before") : Words{};
}

// ── stock ────────────────────────────────────────────────────────────────────────────────────────
Words four_eyes(const Inquiry& in, Line) {
    return in.order.free_text ? "written by a person" : "from a system";
}

// clang-format off
constexpr RuleInputs table[] = {
    {Check::unreadable_part,           document, readable},
    {Check::control_total_differs,     stated_totals, counted},
    {Check::test_message,              test_flag, live},
    {Check::sender_not_authentic,      mail_sender, authentication},
    {Check::unread_content,            unread, none},
    {Check::customer_unknown,          identified, by_what},
    {Check::identity_conflict,         identified, conflict},
    {Check::customer_not_active,       status, active},
    {Check::sender_may_not_order,      mail_sender, contacts},
    {Check::seller_is_not_us,          supplier, us},
    {Check::ship_to_not_permitted,     ship_to, permitted},
    {Check::ship_to_incomplete,        ship_to, wanted},
    {Check::bill_to_differs,           bill_to, agreed_bill_to},
    {Check::contact_data_changed,      mail_sender, contacts},
    {Check::trade_restricted,          country, embargoes},
    {Check::order_number_missing,      number, wanted},
    {Check::same_message_again,        function_code, an_order},
    {Check::same_order_number_again,   number, earlier},
    {Check::same_content_again,        counted, earlier},
    {Check::document_date_implausible, document_date, received},
    {Check::cancel_date_passed,        cancel_after, today},
    {Check::currency_not_agreed,       currency, agreed_currency},
    {Check::no_valid_agreement,        identified, agreement},
    {Check::quotation_differs,         quotation, quotations},
    {Check::cost_reference_missing,    cost_reference, cost_reference_required},
    {Check::duplicate_lines,           counted, none},
    {Check::payment_terms_differ,      payment_terms, agreed_payment},
    {Check::delivery_terms_differ,     delivery_terms, agreed_delivery},
    {Check::below_minimum_order_value, net, minimum_value},
    {Check::surcharge_differs,         discounts, charge_rules},
    {Check::credit_limit_exceeded,     exposure, credit_limit},
    {Check::overdue_items,             overdue, overdue_allowed},
    {Check::prepayment_due,            net, prepaid},
    {Check::own_terms_claimed,         notes, none},
    {Check::total_differs,             stated_total, sum_of_lines},
    {Check::split_against_complete_delivery, counted, agreement},
    {Check::change_against_state,      nothing, nothing},
    {Check::change_out_of_sequence,    nothing, nothing},
    {Check::changed_order_not_found,   nothing, nothing},
    {Check::change_amount_unclear,     nothing, nothing},
    {Check::document_not_an_order,     document_class, an_order},
    {Check::sender_not_registered,     mail_sender, contacts},
    {Check::reply_address_differs,     mail_sender, wanted},
    {Check::display_name_misleads,     mail_sender, contacts},
    {Check::sender_domain_looks_alike, mail_sender, contacts},
    {Check::first_order_on_credit,     net, history},
    {Check::order_far_above_usual,     net, history},
    {Check::rush_to_new_address,       ship_to, permitted},
    {Check::dangerous_attachment,      attachments, none},
    {Check::told_to_bypass_checks,     attachments, none},
    {Check::answer_time_at_risk,       nothing, nothing},
    {Check::second_pair_of_eyes,       four_eyes, four_eyes},
};
// clang-format on

} // namespace

std::span<const RuleInputs> rules_of_orders() {
    return table;
}

} // namespace besteld
