// SPDX-License-Identifier: Apache-2.0
#include "order/build_answer.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/currency.hpp"
#include "order/totals.hpp"
#include "order/working_days.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int days_to_answer = 2; // working days, when the agreement says nothing

// The reply address that identification chose, if base data knows it; else the customer's own.
std::string address_on_file(const Order& order, const Customer& customer) {
    const auto is = [&](const std::string& known) {
        return equal_ignoring_case(known, order.reply_to);
    };
    if (order.reply_to.empty() || is(customer.order_mail)) return customer.order_mail;
    const bool contact = std::ranges::any_of(customer.contacts, is, &Contact::mail);
    return contact ? order.reply_to : customer.order_mail;
}

std::string printable(const ShipTo& to) {
    std::vector<std::string> parts;
    if (!to.name.empty()) parts.push_back(to.name);
    if (!to.street.empty())
        parts.push_back(cat(to.street, to.house_no.empty() ? "" : " ", to.house_no));
    const std::string city = cat(to.postcode, to.postcode.empty() ? "" : " ", to.city);
    if (!city.empty()) parts.push_back(city);
    if (!to.country.empty()) parts.push_back(to.country);
    return join(parts, ", ");
}

std::string ship_to_text(const Order& order, const Terms& terms) {
    const auto found = std::ranges::find(terms.ship_tos, order.ship_to_id, &ShipTo::id);
    return found != terms.ship_tos.end() ? printable(*found) : order.ship_to_text;
}

std::string gln_of(const Terms& terms, const std::string& customer_no) {
    for (const auto& hit : terms.hits)
        if (hit.identity.kind == "gln" && hit.customer_no == customer_no) return hit.identity.value;
    return {};
}

// BGM 4343 and its like (domain.md 0.13): the buyer may want no answer, or only deviations.
bool wants_by_edi(const Order& order, const Answer& answer) {
    const bool silent_partner = order.ack_requested == AckRequested::none ||
                                order.ack_requested == AckRequested::changes_only;
    const bool plain = answer.kind == AnswerKind::confirmation && !deviates(answer);
    return !(silent_partner && plain);
}

// ORDRSP exists for these; questions and receipts go by mail.
bool has_edi_form(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::rejection:
    case AnswerKind::repeat_of_answer:
        return true;
    case AnswerKind::receipt:
    case AnswerKind::question:
    case AnswerKind::contrl:
        return false;
    }
    return false;
}

std::vector<Problem> syntax_errors(const AnswerContext& context) {
    std::vector<Problem> errors;
    if (!context.draft) return errors;
    for (const auto& problem : context.draft->problems)
        if (problem.severity == Severity::error && problem.code.starts_with("edifact."))
            errors.push_back(problem);
    return errors;
}

std::optional<Date> earliest_requested(const Order& order) {
    std::optional<Date> earliest;
    const auto take = [&](const std::optional<Sourced<DateSpec>>& spec) {
        if (!spec || !spec->value.start) return;
        const auto date = parse_iso_date(*spec->value.start);
        if (date && (!earliest || *date < *earliest)) earliest = date;
    };
    take(order.requested);
    for (const auto& line : order.lines)
        take(line.requested);
    return earliest;
}

} // namespace

bool is_edi_order(const AnswerContext& context) {
    return context.envelope.standard == "edifact";
}

std::optional<Answer> technical_answer(const AnswerFrame& frame) {
    const auto& customer = frame.terms.customer;
    if (!is_edi_order(frame.context) || !frame.context.first_of_message || !customer)
        return std::nullopt;
    if (customer->edi_profile.empty() && !frame.context.envelope.ack_requested) return std::nullopt;
    Answer answer = answer_frame(frame, AnswerKind::contrl);
    answer.channel = AnswerChannel::edi;
    answer.edi_profile = customer->edi_profile;
    answer.problems = syntax_errors(frame.context);
    answer.document_function =
        answer.problems.empty() ? "7" : "4"; // UCI 0083: acknowledged, rejected
    return answer;
}

Answer answer_frame(const AnswerFrame& frame, AnswerKind kind) {
    const auto& [order, terms, context, history, now] = frame;
    Answer answer{.kind = kind,
                  .case_no = context.case_no,
                  .revision = history.revision,
                  .language = order.language,
                  .customer_no = order.customer_no,
                  .customer_name = order.customer_name,
                  .buyer_id = gln_of(terms, order.customer_no),
                  .buyer_order_no = order.buyer_order_no,
                  .buyer_order_date = order.order_date,
                  .currency = order.currency,
                  .ship_to = ship_to_text(order, terms),
                  .received_at = context.received_at,
                  .subject_of = context.subject,
                  .in_reply_to = context.case_mail_id,
                  .references = context.references,
                  .envelope = context.envelope};
    if (terms.customer) {
        if (answer.language.empty()) answer.language = terms.customer->language;
        answer.customer_name = terms.customer->name;
        answer.recipient = address_on_file(order, *terms.customer);
    }
    if (terms.agreement) {
        answer.delivery_terms = terms.agreement->delivery_terms;
        answer.payment_terms = terms.agreement->payment_terms;
    }
    return answer;
}

void fill_in(Answer& answer, Confirmed confirmed, const Terms& terms) {
    answer.currency = confirmed.currency;
    answer.deviations = std::move(confirmed.deviations);
    answer.lines = std::move(confirmed.lines);
    answer.small_order_fee = confirmed.small_order_fee;
    if (terms.agreement) {
        answer.tax_category = terms.agreement->tax_category;
        answer.tax_percent = terms.agreement->tax_percent;
    }
    std::vector<TaxedAmount> amounts;
    for (const auto& line : answer.lines)
        amounts.push_back({line.amount, answer.tax_category, answer.tax_percent});
    amounts.push_back({answer.small_order_fee, answer.tax_category, answer.tax_percent});
    const auto totals = add_up(amounts, currency_digits(answer.currency));
    answer.net = totals.net;
    answer.tax = totals.tax;
    answer.gross = totals.gross;
}

std::vector<Answer> on_every_channel(const AnswerFrame& frame, const Answer& answer, Cause cause) {
    std::vector<Answer> answers;
    const auto& customer = frame.terms.customer;
    const bool by_edi = customer && !customer->edi_profile.empty() && is_edi_order(frame.context);
    if (by_edi && has_edi_form(answer.kind) && wants_by_edi(frame.order, answer)) {
        answers.push_back(answer);
        answers.back().channel = AnswerChannel::edi;
        answers.back().edi_profile = customer->edi_profile;
        answers.back().recipient = customer->edi_id;
    }
    const bool allowed = frame.context.no_answer_because.empty() || cause == Cause::person;
    if (!answer.recipient.empty() && allowed) answers.push_back(answer);
    return answers;
}

Date answer_deadline(const AnswerFrame& frame, AnswerKind kind) {
    const auto& [order, terms, context, history, now] = frame;
    const Date today = Zone(terms.seller.zone).date_of(now);
    const bool silent = terms.agreement && kind == AnswerKind::proposal &&
                        terms.agreement->deviation_policy == DeviationPolicy::silent_after;
    if (silent) return working_days_after(terms.seller, today, terms.agreement->silent_days);
    Date deadline = working_days_after(terms.seller, today, days_to_answer);
    // Later than this an answer could not save the requested date (domain.md T11).
    if (const auto wanted = earliest_requested(order); wanted && terms.agreement)
        deadline = std::min(deadline,
                            working_days_after(terms.seller, *wanted, -terms.agreement->lead_days));
    return std::max(deadline, today);
}

} // namespace besteld
