// SPDX-License-Identifier: Apache-2.0
// A01 readable, A02 control totals, A03 test, A05 certainty, A06 unread content.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/own_limits.hpp"
#include "check/typed_values.hpp"
#include "order/reading_profile.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// More of one kind say nothing new; the count tells the clerk that there are.
constexpr std::size_t most_of_a_kind = 20;

bool is_about_counts(std::string_view code) {
    return code.find("count") != std::string_view::npos ||
           code.find("control") != std::string_view::npos;
}

Finding problem_finding(const Inquiry& inquiry, const Problem& problem) {
    const bool counts = is_about_counts(problem.code);
    const bool error = problem.severity == Severity::error;
    const Check check = counts  ? Check::control_total_differs
                        : error ? Check::unreadable_part
                                : Check::reading_uncertain;
    Finding finding =
        new_finding(inquiry, check, header, problem.text, "a document that can be read");
    // Many senders count wrongly for years: read with a doubt, a person looks; unreadable, it
    // blocks.
    if (counts && !error) finding.severity = std::min(finding.severity, FindingSeverity::warn);
    if (!counts && !error) finding = as_info(std::move(finding));
    quote(finding, problem.place, problem.place.where.words());
    finding.clause.clear();
    finding.trace = problem.code;
    finding.passes_if = problem.hint;
    return finding;
}

void check_problems(const Inquiry& inquiry, Findings& findings) {
    std::size_t errors = 0;
    std::size_t doubts = 0;
    for (const Problem& problem : inquiry.draft.problems) {
        // Stated totals are compared below, with both figures.
        if (problem.severity == Severity::note || problem.code.find(".cnt_") != std::string::npos)
            continue;
        std::size_t& count = problem.severity == Severity::error ? errors : doubts;
        if (++count <= most_of_a_kind) findings.push_back(problem_finding(inquiry, problem));
    }
    if (errors > most_of_a_kind)
        findings.push_back(new_finding(inquiry, Check::unreadable_part, header,
                                       cat(errors - most_of_a_kind, " more faults of reading"),
                                       "a document that can be read"));
}

// The partner's profile tolerates a wrong total: the reader noted it and no more.
bool is_usual(const OrderDraft& draft, const Place& total) {
    return std::ranges::any_of(draft.problems, [&](const Problem& p) {
        return p.severity == Severity::note && p.place == total &&
               oddity_of(p.code) == Oddity::wrong_totals;
    });
}

// CNT+2 and CTT01 count the lines; at some senders the same field sums the quantities (seen in the
// field).
void check_control_totals(const Inquiry& inquiry, Findings& findings) {
    const OrderDraft& draft = inquiry.draft;
    Decimal quantities{};
    for (const LineDraft& line : draft.lines) {
        const auto quantity = typed_number(line.quantity, largest_quantity);
        quantities = plus(quantities, quantity ? quantity->value : Decimal{}).value_or(quantities);
    }
    const auto lines = Decimal::from_integer(static_cast<std::int64_t>(draft.lines.size()));
    const auto compare = [&](const MaybeField& stated, Decimal counted, std::string_view what) {
        const auto number = typed_number(stated, largest_amount);
        if (!number || number->value == counted || number->value == quantities) return;
        if (is_usual(draft, stated->place)) return;
        Finding finding =
            new_finding(inquiry, Check::control_total_differs, header,
                        cat(stated->value, " ", what), cat(counted.to_string(), " ", what));
        finding.difference = signed_text(number->value - counted, 0);
        finding.passes_if = cat("the document states ", counted.to_string(), " ", what);
        finding.trace = "counted from the lines that were read";
        quote(finding, stated->place, stated->value);
        findings.push_back(std::move(finding));
    };
    compare(draft.stated_line_count, lines, "lines");
    compare(draft.stated_quantity_sum, quantities, "units in all");
}

bool has_word(std::string_view text, std::string_view word) {
    const std::string folded = fold_case(to_valid_utf8(text));
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80);
    };
    for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word, at + 1)) {
        const bool starts = at == 0 || !is_letter(folded[at - 1]);
        const std::size_t end = at + word.size();
        if (starts && (end == folded.size() || !is_letter(folded[end]))) return true;
    }
    return false;
}

void check_test(const Inquiry& inquiry, Findings& findings) {
    const MailHead* mail = inquiry.origins.mail;
    const bool says_so = mail != nullptr && has_word(mail->subject, "test");
    if (!inquiry.order.test && !says_so) return;
    Finding finding = new_finding(inquiry, Check::test_message, header, "test", "live");
    finding.clause.clear();
    finding.passes_if = "the sender marks it as live";
    quote(finding, {}, says_so ? mail->subject : std::string_view("test flag of the envelope"));
    findings.push_back(std::move(finding));
}

void uncertain(const Inquiry& inquiry, Findings& findings, LineIndex line, std::string words,
               const Place& place, FindingSeverity least, std::string_view passes_if) {
    Finding finding =
        new_finding(inquiry, Check::reading_uncertain, line, words, "a certain reading");
    finding.severity = std::max(finding.severity, least);
    finding.clause.clear();
    finding.passes_if = std::string(passes_if);
    quote(finding, place, words);
    findings.push_back(std::move(finding));
}

// A value that stands there but is no value must not vanish.
void check_lost_values(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const LineDraft& draft = inquiry.draft.lines[line.index];
    const auto lost = [&](const MaybeField& field, Decimal largest, std::string_view what) {
        if (!field || trim(field->value).empty() || typed_number(field, largest)) return;
        uncertain(inquiry, findings, line.index, cat(what, " \"", field->value, "\""), field->place,
                  FindingSeverity::block, cat("the ", what, " is a number"));
    };
    if (!line.price || line.price->origin != Origin::typed)
        lost(draft.unit_price, largest_price, "price");
    lost(draft.price_base_quantity, largest_quantity, "price base");
    lost(draft.line_amount, largest_amount, "amount");
}

// Several delivery dates in one line: a person splits it, we do not guess (L13).
void check_schedule(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    const LineDraft& draft = inquiry.draft.lines[line.index];
    if (draft.schedule.size() < 2 && !(draft.schedule.size() == 1 && draft.quantity)) return;
    bool several_dates = false;
    std::vector<std::string> parts;
    for (const ScheduleDraft& part : draft.schedule) {
        const auto date = [](const MaybeDate& d) { return d ? d->value : DateSpec{}; };
        if (date(part.requested) != date(draft.schedule.front().requested)) several_dates = true;
        if (parts.size() < most_of_a_kind) parts.push_back(part.quantity.value);
    }
    if (!several_dates) return; // their sum is another check's matter (E09)
    uncertain(
        inquiry, findings, line.index,
        cat("delivery in parts ", join(parts, " + "), ", line quantity ", quantity_text(line)),
        draft.schedule.front().quantity.place, FindingSeverity::block, "the line has one date");
}

void check_certainty(const Inquiry& inquiry, Findings& findings) {
    constexpr Decimal usual{85}; // domain.md CK-A05
    const Decimal sure_from = own_limit(inquiry.terms, Check::reading_uncertain).value_or(usual);
    const OrderDraft& draft = inquiry.draft;
    if (inquiry.order.kind == OrderKind::unknown && draft.kind)
        uncertain(inquiry, findings, header, "kind of order not known", draft.kind->place,
                  FindingSeverity::block, "the document code is one we know");
    const MessageFunction function = inquiry.order.function;
    if ((function == MessageFunction::unknown || function == MessageFunction::provisional) &&
        draft.function)
        uncertain(inquiry, findings, header,
                  function == MessageFunction::unknown ? "message function not known"
                                                       : "provisional order",
                  draft.function->place, FindingSeverity::block,
                  "the order is meant as a firm one");
    for (const OrderLine& line : inquiry.order.lines) {
        check_lost_values(inquiry, findings, line);
        check_schedule(inquiry, findings, line);
        if (!line.condition.empty())
            uncertain(inquiry, findings, line.index, cat("condition: ", line.condition),
                      line.item_place, FindingSeverity::block,
                      "the line is ordered without a condition");
        // What is not identified at all has its own finding.
        const bool whole = !line.sku.empty() && line.quantity && !line.unit.empty();
        if (!whole || Decimal{line.score} >= sure_from) continue;
        Finding finding = new_finding(inquiry, Check::reading_uncertain, line.index,
                                      cat(quantity_text(line), " of ", line.sku),
                                      cat(sure_from.to_string(), " % certainty"));
        finding.clause.clear();
        finding.difference = cat(line.score, " %");
        finding.trace =
            cat("item by ", line.match_step, " ", line.match_score, " %, quantity ",
                line.quantity->score, " %, unit \"", line.unit_text, "\" as ", line.unit);
        finding.passes_if = "you or the customer confirm item, quantity and unit";
        quote(finding, line.quantity->place,
              cat(line.quantity->value.to_string(), " ", line.unit_text, " ", line.item_text));
        findings.push_back(std::move(finding));
    }
}

class UnreadList {
public:
    UnreadList(const Inquiry& inquiry, Findings& findings)
        : inquiry_(inquiry), findings_(findings) {}

    void add(LineIndex line, std::string words, const Place& place) {
        if (trim(words).empty() || ++count_ > most_of_a_kind) return;
        Finding finding = new_finding(inquiry_, Check::unread_content, line, words,
                                      "read and taken into the order");
        finding.clause.clear();
        finding.passes_if = "a person has read it";
        quote(finding, place, words);
        findings_.push_back(std::move(finding));
    }
    void finish() {
        if (count_ <= most_of_a_kind) return;
        findings_.push_back(new_finding(inquiry_, Check::unread_content, header,
                                        cat(count_ - most_of_a_kind, " more texts"),
                                        "read and taken into the order"));
    }

private:
    const Inquiry& inquiry_;
    Findings& findings_;
    std::size_t count_ = 0;
};

std::string charge_text(const ChargeDraft& charge) {
    const auto text = [](const MaybeField& field, std::string_view unit) {
        return field ? cat(" ", field->value, unit) : std::string{};
    };
    return cat(charge.is_allowance ? "allowance" : "charge", text(charge.code, ""),
               text(charge.reason, ""), text(charge.percent, " %"), text(charge.amount, ""));
}

void check_unread(const Inquiry& inquiry, Findings& findings) {
    const OrderDraft& draft = inquiry.draft;
    UnreadList unread(inquiry, findings);
    for (const Field& text : draft.unread)
        unread.add(header, text.value, text.place);
    for (const Field& note : draft.notes)
        unread.add(header, note.value, note.place);
    for (const ChargeDraft& charge : draft.charges)
        unread.add(header, charge_text(charge), charge.amount ? charge.amount->place : Place{});
    if (draft.cancel_after)
        unread.add(header, cat("cancel after ", draft.cancel_after->value.raw),
                   draft.cancel_after->place);
    for (const OrderLine& line : inquiry.order.lines) {
        const LineDraft& read = draft.lines[line.index];
        for (const Field& note : read.notes)
            unread.add(line.index, note.value, note.place);
        for (const ChargeDraft& charge : read.charges)
            unread.add(line.index, charge_text(charge),
                       charge.amount ? charge.amount->place : Place{});
        const auto free = typed_number(read.free_quantity, largest_quantity);
        if (read.free_quantity && !(free && free->value.is_zero()))
            unread.add(line.index, cat("free of charge: ", read.free_quantity->value),
                       read.free_quantity->place);
    }
    unread.finish();
}

} // namespace

void check_message(const Inquiry& inquiry, Findings& findings) {
    check_problems(inquiry, findings);
    check_test(inquiry, findings);
    // What is no order is for a person as a whole; its details are no deviations.
    if (inquiry.draft.document_class != DocumentClass::order) return;
    check_control_totals(inquiry, findings);
    check_certainty(inquiry, findings);
    check_unread(inquiry, findings);
}

} // namespace besteld
