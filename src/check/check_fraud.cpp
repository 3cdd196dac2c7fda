// SPDX-License-Identifier: Apache-2.0
// What order fraud looks like (reliability.md section 6, F6 to F12): B09 contact and bank data, R08
// first order on credit, R09 far above usual, R10 rush to a new address, R11 attachments, R12 words
// against our checks. Each is for a person; none of them proves anything.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/attachments.hpp"
#include "check/bank_account.hpp"
#include "check/calendar.hpp"
#include "check/families.hpp"
#include "check/fraud_words.hpp"
#include "check/order_value.hpp"
#include "check/sender.hpp"
#include "check/sentences.hpp"
#include "check/tolerance.hpp"

#include <algorithm>
#include <utility>

namespace besteld {

namespace {

using Sentences = std::vector<Sentence>;

const Sentence* first_sentence(const Sentences& sentences, std::span<const WordRule> rules) {
    const auto found = std::ranges::find_if(sentences, [&](const Sentence& sentence) {
        return first_fit(sentence.folded, rules) != nullptr;
    });
    return found != sentences.end() ? &*found : nullptr;
}

// ── F7, B09 ──────────────────────────────────────────────────────────────────────────────────────

struct BankMention {
    std::string ordered; // what the message says
    Place place;
    std::string words;
    std::string trace;
};

// An account in the text that is not the one on file; none on file, then only what is said to be
// new counts, for every other letterhead names a bank.
std::optional<BankMention> foreign_account(const Inquiry& inquiry, const Sentences& sentences) {
    const auto& customer = inquiry.terms.customer;
    if (!customer || customer->bank_account.empty()) return std::nullopt;
    for (const Sentence& sentence : sentences) {
        for (const AccountMention& account : find_ibans(sentence.words)) {
            if (same_account(account.value, customer->bank_account)) continue;
            return BankMention{.ordered = account.value,
                               .place = sentence.place,
                               .words = sentence.words,
                               .trace = "an account that is not the one on file"};
        }
    }
    return std::nullopt;
}

std::optional<BankMention> bank_change(const Inquiry& inquiry, const Sentences& sentences) {
    if (const Sentence* told = first_sentence(sentences, words_for_bank_change())) {
        const auto accounts = find_ibans(told->words);
        return BankMention{.ordered = accounts.empty() ? told->words.substr(0, 120)
                                                       : accounts.front().value,
                           .place = told->place,
                           .words = told->words,
                           .trace = "words about changed bank or payment data"};
    }
    return foreign_account(inquiry, sentences);
}

void check_bank_data(const Inquiry& inquiry, const Sentences& sentences, Findings& findings) {
    const auto mention = bank_change(inquiry, sentences);
    if (!mention) return;
    const auto& customer = inquiry.terms.customer;
    Finding finding = new_finding(
        inquiry, Check::contact_data_changed, header, to_valid_utf8(mention->ordered),
        customer && !customer->bank_account.empty() ? customer->bank_account
                                                    : std::string("bank and payment data on file"));
    finding.clause.clear();
    finding.difference = "bank or payment data";
    finding.trace = mention->trace;
    finding.passes_if = "the message names no other account than the one on file";
    quote(finding, mention->place, mention->words);
    set_consequence(finding, Resolution::ask,
                    cat(call_back_words(inquiry), "; nothing is changed by what the message says"));
    set_consequence(finding, Resolution::hold,
                    "the order waits until finance has called the customer; base data stay");
    set_consequence(finding, Resolution::dismiss,
                    "the order goes on; the account is never taken over from a message");
    findings.push_back(std::move(finding));
    findings.push_back(
        second_person(inquiry, "the message names other bank or payment data; call back first"));
}

std::string digits_of(std::string_view phone) {
    std::string digits;
    for (const char c : phone) {
        if (c >= '0' && c <= '9') digits += c;
    }
    return digits;
}

// +31 38 123 and 038 123 are one number: the last eight digits tell numbers apart.
bool same_phone(std::string_view a, std::string_view b) {
    constexpr std::size_t telling = 8;
    const std::string left = digits_of(a);
    const std::string right = digits_of(b);
    const auto tail = [&](const std::string& digits) {
        return digits.substr(digits.size() - std::min(digits.size(), telling));
    };
    return left.size() < telling || right.size() < telling || tail(left) == tail(right);
}

// A contact whom we know under another number.
void check_phone(const Inquiry& inquiry, Findings& findings) {
    for (const PartyDraft& party : inquiry.draft.parties) {
        const bool buyers =
            party.role == PartyRole::buyer || party.role == PartyRole::order_contact;
        if (!buyers || !party.phone || !party.mail) continue;
        const Contact* contact = find_contact(inquiry, trim(party.mail->value));
        if (contact == nullptr || contact->phone.empty() ||
            same_phone(contact->phone, party.phone->value))
            continue;
        Finding finding = new_finding(inquiry, Check::contact_data_changed, header,
                                      cat(contact->name, " ", party.phone->value), contact->phone);
        finding.clause.clear();
        finding.difference = "phone number";
        finding.trace = cat("contact ", contact->mail, " on file");
        finding.passes_if = cat("the number of ", contact->mail, " is ", contact->phone);
        quote(finding, party.phone->place, party.phone->value);
        set_consequence(finding, Resolution::ask, call_back_words(inquiry));
        findings.push_back(std::move(finding));
        return;
    }
}

void check_contact_words(const Inquiry& inquiry, const Sentences& sentences, Findings& findings) {
    const Sentence* told = first_sentence(sentences, words_for_contact_change());
    if (told == nullptr) return;
    Finding finding =
        new_finding(inquiry, Check::contact_data_changed, header,
                    to_valid_utf8(told->words.substr(0, 120)), "contact data on file");
    finding.clause.clear();
    finding.difference = "phone or mail";
    finding.trace = "words about a new number or address";
    finding.passes_if = "the message names no new way to reach the customer";
    quote(finding, told->place, told->words);
    set_consequence(finding, Resolution::ask, call_back_words(inquiry));
    findings.push_back(std::move(finding));
    findings.push_back(second_person(inquiry, "the message names other contact data"));
}

// ── F8, F9 ───────────────────────────────────────────────────────────────────────────────────────

// A stranger's first order by mail, on account. What comes through a partner's own connection, or
// is paid beforehand, or from whom items are open already, is no stranger's.
void check_first_order(const Inquiry& inquiry, Findings& findings) {
    const Terms& terms = inquiry.terms;
    const bool known = !terms.history.known || terms.history.orders > 0;
    if (known || !terms.agreement || inquiry.origins.mail == nullptr) return;
    const bool prepaid = terms.agreement->prepaid_percent > 0;
    const bool established = !terms.agreement->credit_open.is_zero() ||
                             !terms.own_exposure.is_zero() || !terms.earlier.empty();
    if (prepaid || established) return;
    const Decimal small = own_limit(terms, Check::first_order_on_credit).value_or(Decimal{1000});
    const auto value = value_of(inquiry);
    if (value && *value <= small) return;
    const std::string worth =
        value ? cat(value->to_string(inquiry.digits), " ", inquiry.order.currency) : "unknown";
    Finding finding = new_finding(inquiry, Check::first_order_on_credit, header,
                                  cat("first order, ", worth, " on account"), "earlier orders");
    finding.money = value;
    finding.trace = cat("no order of ", inquiry.order.customer_no,
                        " was accepted before; payment: ", terms.agreement->payment_terms);
    finding.passes_if =
        cat("the customer has ordered before, pays beforehand, or orders no more than ",
            small.to_string(inquiry.digits));
    quote(finding, {.part = 0, .where = "From"}, inquiry.origins.mail->from.address);
    set_consequence(finding, Resolution::ask,
                    cat(call_back_words(inquiry), " and confirm the order"));
    set_consequence(finding, Resolution::hold,
                    "the order waits until finance has looked at the customer");
    findings.push_back(std::move(finding));
    findings.push_back(second_person(inquiry, "the first order of this customer is on credit"));
}

// More than `factor` times the most of the last 12 months: value first, then lines.
void check_far_above(const Inquiry& inquiry, Findings& findings) {
    const History& history = inquiry.terms.history;
    constexpr std::size_t enough_orders =
        3; // fewer say nothing about what is usual: not applicable
    if (!history.known || std::cmp_less(history.orders, enough_orders)) return;
    const Decimal factor =
        own_limit(inquiry.terms, Check::order_far_above_usual).value_or(Decimal{3});
    std::vector<std::string> ordered;
    std::vector<std::string> usual;
    std::optional<Decimal> money;
    const auto compare = [&](const std::optional<Decimal>& value,
                             const std::optional<Decimal>& most, const std::string& what,
                             int digits) {
        if (!value || !most || most->is_zero() || most->is_negative()) return false;
        const auto limit = times(*most, factor);
        if (!limit || *value <= *limit) return false;
        ordered.push_back(cat(what, " ", money_text(*value, digits)));
        usual.push_back(cat(what, " at most ", money_text(*most, digits), " in 12 months"));
        return true;
    };
    const auto value = value_of(inquiry);
    const bool same_currency =
        inquiry.terms.agreement && inquiry.terms.agreement->currency == inquiry.order.currency;
    if (same_currency && compare(value, history.highest_value, "value", inquiry.digits))
        money = *value - *history.highest_value;
    Place place;
    std::string words;
    constexpr std::size_t most_lines = 5;
    for (const OrderLine& line : inquiry.order.lines) {
        const auto most = history.highest_quantity.find(line.sku);
        if (most == history.highest_quantity.end() || ordered.size() >= most_lines) continue;
        const auto earlier = history.quantities.find(line.sku);
        if (earlier == history.quantities.end() || earlier->second.size() < enough_orders) continue;
        if (!compare(line.quantity_stock, most->second,
                     cat("line ", line.buyer_line, " ", line.sku), 0))
            continue;
        if (words.empty() && line.quantity) {
            place = line.quantity->place;
            words = quantity_text(line);
        }
    }
    if (ordered.empty()) return;
    Finding finding = new_finding(inquiry, Check::order_far_above_usual, header,
                                  join(ordered, ", "), join(usual, ", "));
    finding.money = money;
    finding.clause.clear();
    finding.trace =
        cat("factor ", factor.to_string(), " over ", history.orders, " accepted orders");
    finding.passes_if = cat("value and quantities are at most ", factor.to_string(),
                            " times the most of the last 12 months");
    quote(finding, place, words.empty() ? ordered.front() : words);
    set_consequence(finding, Resolution::ask,
                    cat(call_back_words(inquiry), " and confirm the amount"));
    findings.push_back(std::move(finding));
}

// ── F10 ──────────────────────────────────────────────────────────────────────────────────────────

// Why somebody is in a hurry, in words; empty when nobody is.
std::string haste_of(const Inquiry& inquiry, const Sentences& sentences) {
    const Order& order = inquiry.order;
    if (order.kind == OrderKind::rush) return "a rush order";
    if (order.requested && order.requested->value.kind == DateKind::asap)
        return "as soon as possible";
    if (order.requested && inquiry.terms.agreement) {
        const auto last = day_range(order.requested->value).last;
        if (last && *last < first_feasible_delivery(inquiry.terms, "", inquiry.origins.received_at))
            return cat("delivery on ", to_iso(*last), ", sooner than agreed");
    }
    const Sentence* told = first_sentence(sentences, words_for_haste());
    return told != nullptr ? told->words.substr(0, 120) : std::string{};
}

void check_rush(const Inquiry& inquiry, const Sentences& sentences, Findings& findings) {
    const Order& order = inquiry.order;
    const bool new_address = order.ship_to_id.empty() && !order.ship_to_text.empty();
    if (!new_address || !inquiry.terms.customer) return;
    const std::string haste = haste_of(inquiry, sentences);
    if (haste.empty()) return;
    Finding finding = new_finding(inquiry, Check::rush_to_new_address, header,
                                  cat(order.ship_to_text, "; ", to_valid_utf8(haste)),
                                  "a known address, or no rush");
    finding.clause.clear();
    finding.trace = "a new address together with a rush leaves no time to look";
    finding.passes_if = "the address is on file, or the date leaves the agreed lead time";
    quote(finding, order.ship_to_place, order.ship_to_text);
    set_consequence(finding, Resolution::ask, cat(call_back_words(inquiry), "; the order waits"));
    findings.push_back(std::move(finding));
}

// ── F11 ──────────────────────────────────────────────────────────────────────────────────────────

void check_attachments(const Inquiry& inquiry, Findings& findings) {
    std::vector<std::string> dangers;
    Place place;
    const auto add = [&](const Place& where, std::string words) {
        if (dangers.empty()) place = where;
        if (std::ranges::find(dangers, words) == dangers.end()) dangers.push_back(std::move(words));
    };
    if (inquiry.origins.parts != nullptr && inquiry.origins.mail != nullptr) {
        for (const PartInfo& part : *inquiry.origins.parts) {
            const std::string danger = danger_of(part);
            if (!danger.empty())
                add({.part = part.index, .where = cat("part ", part.index + 1)},
                    cat(to_valid_utf8(part.name), ": ", danger));
        }
    }
    for (const Problem& problem : inquiry.draft.problems) {
        const std::string locked = locked_content(problem);
        if (!locked.empty()) add(problem.place, locked);
    }
    if (dangers.empty()) return;
    constexpr std::size_t most = 10;
    if (dangers.size() > most) dangers.resize(most);
    Finding finding = new_finding(inquiry, Check::dangerous_attachment, header, join(dangers, "; "),
                                  "documents without programs or passwords");
    finding.clause.clear();
    finding.trace = "judged by names, types and what the readers could not open";
    finding.passes_if = "no attachment is encrypted, runs programs or holds macros";
    quote(finding, place, dangers.front());
    set_consequence(finding, Resolution::ask,
                    "the customer is asked to send the order as plain text, PDF or in his agreed "
                    "format; nobody opens the attachment");
    set_consequence(finding, Resolution::dismiss,
                    "the order goes on with what was read; the attachment stays shut");
    findings.push_back(std::move(finding));
}

// ── F12 ──────────────────────────────────────────────────────────────────────────────────────────

void check_bypass(const Inquiry& inquiry, const Sentences& sentences, Findings& findings) {
    const Sentence* told = first_sentence(sentences, words_for_bypassing());
    if (told == nullptr) return;
    const WordRule* rule = first_fit(told->folded, words_for_bypassing());
    Finding finding = new_finding(inquiry, Check::told_to_bypass_checks, header,
                                  to_valid_utf8(told->words.substr(0, 200)),
                                  "every order passes the same checks");
    finding.clause.clear();
    finding.trace = cat("words against our checks (", rule->language, ")");
    finding.passes_if = "the text does not tell us what to check or whom to ask";
    quote(finding, told->place, told->words);
    set_consequence(finding, Resolution::ask, cat(call_back_words(inquiry), "; the order waits"));
    findings.push_back(std::move(finding));
}

} // namespace

void check_fraud(const Inquiry& inquiry, Findings& findings) {
    check_attachments(inquiry, findings);
    const Sentences sentences = sentences_of(inquiry.draft, inquiry.origins);
    check_bypass(inquiry, sentences, findings);
    check_bank_data(inquiry, sentences, findings);
    check_contact_words(inquiry, sentences, findings);
    if (inquiry.draft.document_class != DocumentClass::order) return;
    check_phone(inquiry, findings);
    check_first_order(inquiry, findings);
    check_far_above(inquiry, findings);
    check_rush(inquiry, sentences, findings);
}

} // namespace besteld
