// SPDX-License-Identifier: Apache-2.0
#include "order/build_answer.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/currency.hpp"
#include "order/edi_profile.hpp"
#include "order/receipts.hpp"
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

// What became of a cXML document so far: a person has it, or it was dealt with.
std::string_view cxml_status_code(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::receipt:
    case AnswerKind::question:
        return "201"; // Accepted: another StatusUpdateRequest follows
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::rejection:
        return "200"; // OK: the ConfirmationRequest says how
    default:
        return "";
    }
}

// ORDRSP exists for these; questions and receipts go by mail.
bool has_edi_form(AnswerKind kind) {
    switch (kind) {
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::rejection:
    case AnswerKind::repeat_of_answer:
    case AnswerKind::status:
    case AnswerKind::despatch:
        return true;
    case AnswerKind::receipt:
    case AnswerKind::question:
    case AnswerKind::contrl:
    case AnswerKind::complaint_receipt:
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
    case AnswerKind::outbound_slip:
    case AnswerKind::invoice_request:
    case AnswerKind::proof_reminder:
        return false;
    }
    return false;
}

EdiFamily family_of(const AnswerContext& context) {
    const auto* document = context.answered ? context.answered : context.draft;
    const auto family = document ? family_of_format(document->format) : EdiFamily::none;
    return family != EdiFamily::none ? family : family_of_format(context.envelope.standard);
}

// The customer's profile for the format that this order came in; empty: no structured answer.
std::string profile_of(const AnswerFrame& frame) {
    const auto& customer = frame.terms.customer;
    const auto* draft = frame.context.answered ? frame.context.answered : frame.context.draft;
    // Peppol's order-only process has no answer (domain.md 2.4): it goes by mail.
    if (draft && draft->profile.find("bis:order_only:") != std::string::npos) return {};
    return customer ? profile_for(customer->edi_profile, family_of(frame.context)) : std::string{};
}

// An acknowledgement is never acknowledged [E4, X3].
bool is_acknowledgement(const OrderDraft& draft) {
    constexpr std::string_view types[] = {"CONTRL",
                                          "APERAK",
                                          "997",
                                          "999",
                                          "TA1",
                                          "824",
                                          "ApplicationResponse",
                                          "StatusUpdateRequest"};
    return std::ranges::find(types, draft.message_type) != std::end(types);
}

// What the syntax of the standard itself finds fault with: the readers' codes begin with its name,
// XML's with XML's own. Notes are nobody's fault.
std::vector<Problem> syntax_problems(const std::vector<Problem>& problems,
                                     const std::string& standard) {
    std::vector<Problem> found;
    for (const auto& problem : problems)
        if (problem.severity != Severity::note &&
            (problem.code.starts_with(standard + ".") || problem.code.starts_with("xml.") ||
             problem.code == used_again_code))
            found.push_back(problem);
    return found;
}

ReceivedMessage received_message(const OrderDraft& draft, const std::string& standard) {
    return {.message_type = draft.message_type,
            .version = draft.version,
            .profile = draft.profile,
            .reference = draft.envelope.message_ref,
            .group_ref = draft.envelope.group_ref,
            .group_type = draft.envelope.group_type,
            .problems = syntax_problems(draft.problems, standard)};
}

// Every message of this interchange that is no acknowledgement itself.
std::vector<ReceivedMessage> received_messages(const AnswerContext& context) {
    std::vector<ReceivedMessage> messages;
    if (context.reading)
        for (const auto& draft : context.reading->documents)
            if (is_same_interchange(draft.envelope, context.envelope) && !is_acknowledgement(draft))
                messages.push_back(received_message(draft, context.envelope.standard));
    if (!context.reading && context.draft && !is_acknowledgement(*context.draft))
        messages.push_back(received_message(*context.draft, context.envelope.standard));
    return messages;
}

// What is wrong with the interchange as a whole. In a file of several nobody can tell whose it is.
std::vector<Problem> interchange_problems(const AnswerContext& context) {
    if (!context.reading) return {};
    for (const auto& draft : context.reading->documents)
        if (!is_same_interchange(draft.envelope, context.envelope)) return {};
    return syntax_problems(context.reading->problems, context.envelope.standard);
}

AnsweredDocument answered_document(const OrderDraft& draft) {
    AnsweredDocument answered{.document_class = draft.document_class,
                              .format = draft.format,
                              .message_type = draft.message_type,
                              .version = draft.version,
                              .profile = draft.profile};
    if (draft.document_id) answered.number = draft.document_id->value;
    if (draft.buyer_version) answered.sequence = draft.buyer_version->value;
    for (const auto& party : draft.parties) {
        AnsweredParty one{.role = party.role};
        if (party.name) one.name = party.name->value;
        if (party.ids.empty()) answered.parties.push_back(one);
        for (const auto& id : party.ids) {
            one.scheme = id.value.scheme;
            one.id = id.value.id;
            answered.parties.push_back(one);
        }
    }
    return answered;
}

// The buyer's own codes for the units, which his system knows again.
void repeat_units(Answer& answer, const Order& order) {
    for (auto& line : answer.lines)
        for (const auto& ordered : order.lines)
            if (ordered.index == line.index) line.ordered_unit_text = ordered.unit_text;
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

// Some formats cannot refuse an order without naming its lines (domain.md 4.5, last column).
void decline_lines(Answer& answer, const Order& order) {
    for (const auto& ordered : order.lines) {
        AnswerLine line{.index = ordered.index,
                        .buyer_line = ordered.buyer_line,
                        .sku = ordered.sku,
                        .gtin = ordered.gtin,
                        .buyer_item = ordered.buyer_item,
                        .name = ordered.item_name,
                        .ordered_unit = ordered.unit,
                        .unit = ordered.unit,
                        .answer = LineAnswer::rejected,
                        .reason = answer.reason};
        if (ordered.quantity) line.ordered_quantity = ordered.quantity->value;
        if (ordered.price) line.price = ordered.price->value;
        line.price_base = ordered.price_base;
        answer.lines.push_back(std::move(line));
    }
}

ReceiptCause receipt_cause(const AnswerContext& context, EdiFamily family, const Answer& answer) {
    ReceiptCause cause{.family = family,
                       .profile = answer.edi_profile,
                       .asked = context.envelope.ack_requested,
                       .first_of_interchange = context.first_of_message,
                       .refused = has_error(answer.problems)};
    for (const auto& message : answer.received)
        for (const auto& problem : message.problems)
            cause.refused = cause.refused || refuses_message(problem);
    for (const auto& problem : answer.problems)
        cause.used_again = cause.used_again || problem.code == used_again_code;
    return cause;
}

// APERAK speaks of one message: taken, or refused for its first fault.
std::optional<Answer> aperak_receipt(const Answer& all, const AnswerContext& context) {
    if (!context.draft || is_acknowledgement(*context.draft)) return std::nullopt;
    if (context.draft->envelope.message_ref.empty()) return std::nullopt; // nothing to refer to
    Answer one = all;
    one.receipt_forms = {ReceiptForm::aperak};
    one.received = {received_message(*context.draft, context.envelope.standard)};
    for (const auto& problem : one.received.front().problems)
        if (refuses_message(problem)) one.problems.push_back(problem);
    std::erase_if(one.problems, [](const Problem& p) { return p.severity != Severity::error; });
    one.document_function = one.problems.empty() ? "6" : "27";
    return one;
}

// An electronic address to send to, and a number of what came.
bool has_something_to_refer_to(const Answer& all) {
    const bool addressed = std::ranges::any_of(all.answered.parties, [](const AnsweredParty& p) {
        return p.role == PartyRole::buyer && !p.id.empty();
    });
    return (addressed || !all.buyer_id.empty()) &&
           !(all.answered.number.empty() && all.buyer_order_no.empty() &&
             all.envelope.interchange_ref.empty());
}

// One interchange of ours for each standard's receipt: TA1 and 997 travel together.
std::vector<Answer> one_for_each(const Answer& all, const std::vector<ReceiptForm>& forms,
                                 const AnswerContext& context) {
    std::vector<Answer> answers;
    for (const auto form : forms) {
        const bool x12 = form == ReceiptForm::ta1 || form == ReceiptForm::functional_997 ||
                         form == ReceiptForm::implementation_999;
        if (form == ReceiptForm::mlr && !has_something_to_refer_to(all)) continue;
        if (form == ReceiptForm::aperak) {
            if (auto one = aperak_receipt(all, context)) answers.push_back(std::move(*one));
        } else if (x12 && !answers.empty()) {
            answers.back().receipt_forms.push_back(form);
        } else {
            answers.push_back(all);
            answers.back().receipt_forms = {form};
        }
    }
    // cXML has one form, which the profile's word names ("cxml-response").
    const bool response = all.edi_profile.starts_with("cxml") &&
                          all.edi_profile.find("response") != std::string::npos;
    if (response && context.first_of_message) answers.push_back(all);
    return answers;
}

} // namespace

bool is_edi_order(const AnswerFrame& frame) {
    return !profile_of(frame).empty();
}

// CONTRL or APERAK (EDIFACT), TA1 and 997 (X12), MLR (UBL); a cXML Response where the partner takes
// it as a file.
std::vector<Answer> technical_answers(const AnswerFrame& frame) {
    const auto& context = frame.context;
    if (!frame.terms.customer) return {};
    auto family = family_of_format(context.envelope.standard);
    if (family == EdiFamily::none) family = family_of(context);
    Answer all = answer_frame(frame, AnswerKind::contrl);
    all.channel = AnswerChannel::edi;
    all.edi_profile = profile_for(frame.terms.customer->edi_profile, family);
    all.received = received_messages(context);
    const bool only_acknowledgements = all.received.empty() && (context.reading || context.draft);
    if (only_acknowledgements) return {};
    all.problems = interchange_problems(context);
    // UCI 0083: rejected with all that is in it, or taken but for the messages that are refused
    // one by one.
    all.document_function = has_error(all.problems) ? "4" : "7";
    return one_for_each(all,
                        receipts_due(context.traffic ? *context.traffic : TrafficRules{},
                                     receipt_cause(context, family, all)),
                        context);
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
    if (const auto* document = context.answered ? context.answered : context.draft)
        answer.answered = answered_document(*document);
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
    answer.charges = std::move(confirmed.charges);
    if (terms.agreement) {
        answer.tax_category = terms.agreement->tax_category;
        answer.tax_percent = terms.agreement->tax_percent;
    }
    std::vector<TaxedAmount> amounts;
    for (const auto& line : answer.lines)
        amounts.push_back({line.amount, answer.tax_category, answer.tax_percent});
    amounts.push_back({answer.small_order_fee, answer.tax_category, answer.tax_percent});
    for (const auto& charge : answer.charges) {
        if (charge.line) continue; // in its line's amount
        const Decimal amount = charge.is_allowance ? -charge.amount : charge.amount;
        amounts.push_back({amount, answer.tax_category, answer.tax_percent});
    }
    const auto totals = add_up(amounts, currency_digits(answer.currency));
    answer.net = totals.net;
    answer.tax = totals.tax;
    answer.gross = totals.gross;
}

namespace {

// What a cXML customer's system hears beside `answer`.
std::optional<Answer> status_update(const AnswerFrame& frame, const Answer& answer) {
    const std::string profile = profile_of(frame);
    const auto code = cxml_status_code(answer.kind);
    const bool wanted = profile.starts_with("cxml") && profile.find("-status") != std::string::npos;
    if (!wanted || code.empty() || frame.context.envelope.interchange_ref.empty())
        return std::nullopt;
    Answer update = answer_frame(frame, AnswerKind::receipt);
    update.channel = AnswerChannel::edi;
    update.edi_profile = profile;
    update.recipient = frame.terms.customer->edi_id;
    update.official_no = answer.official_no;
    update.document_function = code;
    update.clerk_text = std::string(name_of(answer.kind));
    return update;
}

} // namespace

std::vector<Answer> on_every_channel(const AnswerFrame& frame, const Answer& answer, Cause cause) {
    std::vector<Answer> answers;
    const std::string profile = profile_of(frame);
    if (auto update = status_update(frame, answer)) answers.push_back(std::move(*update));
    if (!profile.empty() && has_edi_form(answer.kind) && wants_by_edi(frame.order, answer)) {
        answers.push_back(answer);
        answers.back().channel = AnswerChannel::edi;
        answers.back().edi_profile = profile;
        answers.back().recipient = frame.terms.customer->edi_id;
        if (answer.kind == AnswerKind::rejection && answer.lines.empty())
            decline_lines(answers.back(), frame.order);
        repeat_units(answers.back(), frame.order);
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
