// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_answer.hpp"

#include "base/text.hpp"
#include "deliver/despatch_families.hpp"
#include "deliver/render_despatch.hpp"
#include "deliver/render_families.hpp"
#include "deliver/render_house.hpp"
#include "deliver/render_service.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

using Difference = std::optional<std::string>;

// ── mail ─────────────────────────────────────────────────────────────────────────────────────────
// What HTML shows: tags away, the five entities back, blanks joined.
std::string shown_text(std::string_view html) {
    std::string text;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        if (!in_tag) text += c == '\n' ? ' ' : c;
        if (c == '>') {
            in_tag = false;
            text += ' ';
        }
    }
    for (const auto& [entity, character] : {std::pair{"&lt;", "<"},
                                            {"&gt;", ">"},
                                            {"&quot;", "\""},
                                            {"&#39;", "'"},
                                            {"&nbsp;", " "},
                                            {"&amp;", "&"}})
        text = replace_all(std::move(text), entity, character);
    return text;
}

bool says(std::string_view text, const std::string& value) {
    return text.find(with_single_blanks(value)) != std::string_view::npos;
}

// The texts that the part of the mail about this line must hold.
std::vector<std::string> values_of(const AnswerLine& line, const Answer& answer,
                                   const Words& words) {
    if (line.answer == LineAnswer::rejected) return {words.at("rejected_line")};
    std::vector<std::string> values = {
        format_quantity(line.quantity, line.unit, words),
        format_price(line, answer.currency, words),
        format_money(line.amount, answer.currency, words.language())};
    if (line.parts.empty() && line.promised) values.push_back(format_day(*line.promised, words));
    for (const auto& part : line.parts) {
        values.push_back(format_quantity(part.quantity, line.unit, words));
        if (part.date) values.push_back(format_day(*part.date, words));
    }
    if (line.backorder && !line.backorder->is_zero())
        values.push_back(format_quantity(*line.backorder, line.unit, words));
    return values;
}

// Each line's values stand between its article number and the next line's.
Difference prove_lines(std::string_view text, const Answer& answer, const Words& words,
                       std::string_view form) {
    const auto heading = text.find(words.at("lines_heading"));
    if (heading == std::string_view::npos) return cat("the ", form, " has no order lines");
    auto rest = text.substr(heading);
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        const auto& line = answer.lines[i];
        const auto start = rest.find(one_line(line.sku));
        if (start == std::string_view::npos)
            return cat("line ", line.buyer_line, ": the ", form, " does not name ", line.sku);
        rest = rest.substr(start);
        const auto end = i + 1 < answer.lines.size()
                             ? rest.find(one_line(answer.lines[i + 1].sku), line.sku.size())
                             : std::string_view::npos;
        for (const auto& value : values_of(line, answer, words))
            if (!says(rest.substr(0, end), value))
                return cat("line ", line.buyer_line, ": the ", form, " does not say ", value);
        rest = rest.substr(std::min(line.sku.size(), rest.size()));
    }
    for (const auto total : {answer.net, answer.tax, answer.gross})
        if (const auto value = format_money(total, answer.currency, words.language());
            !says(rest, value))
            return cat("the ", form, " does not say the total ", value);
    return std::nullopt;
}

Difference prove_deviations(std::string_view text, const Answer& answer, const Words& words,
                            std::string_view form) {
    const auto lines = text.find(words.at("lines_heading"));
    const auto top =
        text.substr(0, lines); // the block stands before the lines, never in small print
    for (const auto& deviation : answer.deviations)
        for (const auto* raw : {&deviation.ordered, &deviation.confirmed})
            if (const auto value = format_deviation_value(*raw, deviation, answer, words);
                !says(top, value))
                return cat("the ", form, " does not state the deviation ", deviation.field, " ",
                           value, " before the lines");
    return std::nullopt;
}

bool is_service(AnswerKind kind) {
    return kind == AnswerKind::status || kind == AnswerKind::complaint_receipt ||
           kind == AnswerKind::complaint_notice || kind == AnswerKind::complaint_reminder;
}

Difference prove_text(std::string_view raw, const Answer& answer, const Words& words,
                      std::string_view form) {
    const std::string text = with_single_blanks(raw);
    if (text.find("{{") != std::string::npos) return cat("the ", form, " has an unfilled marker");
    const bool receipt_like = answer.kind == AnswerKind::receipt ||
                              answer.kind == AnswerKind::question ||
                              answer.kind == AnswerKind::rejection || is_service(answer.kind);
    const bool ends_it = template_of(answer).starts_with("cancelled");
    const std::string number = receipt_like && !ends_it ? answer.case_no : number_of(answer);
    if (number.empty() || !says(text, number))
        return cat("the ", form, " does not name ", number.empty() ? "any number" : number);
    const bool one_order = answer.statuses.size() < 2; // several are proved one by one
    if (one_order && !answer.buyer_order_no.empty() && !says(text, one_line(answer.buyer_order_no)))
        return cat("the ", form, " does not name the buyer's order ", answer.buyer_order_no);
    const bool dated = answer.kind == AnswerKind::proposal || answer.kind == AnswerKind::question;
    if (dated && answer.answer_by && !says(text, format_day(*answer.answer_by, words)))
        return cat("the ", form, " does not say until when an answer is wanted");
    if (is_service(answer.kind)) {
        const auto missing = prove_service(text, answer, words);
        return missing ? Difference(cat("the ", form, " ", *missing)) : std::nullopt;
    }
    if (answer.kind == AnswerKind::despatch) {
        const auto missing = prove_despatch(text, answer, words);
        return missing ? Difference(cat("the ", form, " ", *missing)) : std::nullopt;
    }
    if (answer.house) {
        const auto missing = prove_house(text, answer, words);
        return missing ? Difference(cat("the ", form, " ", *missing)) : std::nullopt;
    }
    if (ends_it || (answer.kind != AnswerKind::confirmation && answer.kind != AnswerKind::proposal))
        return std::nullopt;
    if (auto difference = prove_deviations(text, answer, words, form)) return difference;
    return prove_lines(text, answer, words, form);
}

} // namespace

std::optional<std::string> prove_mail(const RenderedMail& mail, const Answer& answer,
                                      const Words& words) {
    const std::string number = answer.despatch              ? answer.despatch->number
                               : answer.house               ? answer.house->number
                               : answer.complaint           ? answer.complaint->number
                               : answer.official_no.empty() ? answer.case_no
                                                            : answer.official_no;
    if (!says(mail.subject, number) && !says(mail.subject, answer.case_no))
        return cat("the subject does not name ", number);
    if (auto difference = prove_text(mail.text, answer, words, "text")) return difference;
    return prove_text(shown_text(mail.html), answer, words, "HTML");
}

std::optional<std::string> prove_edi(std::string_view bytes, const Answer& answer) {
    if (answer.kind == AnswerKind::despatch) return prove_despatch_advice(bytes, answer);
    switch (edi_family(answer)) {
    case EdiFamily::edifact:
        return prove_edifact(bytes, answer);
    case EdiFamily::x12:
        return prove_x12(bytes, answer);
    case EdiFamily::ubl:
        return prove_ubl(bytes, answer);
    case EdiFamily::cxml:
        return prove_cxml(bytes, answer);
    case EdiFamily::opentrans:
        return prove_opentrans(bytes, answer);
    case EdiFamily::gs1:
        return prove_gs1(bytes, answer);
    case EdiFamily::cii:
        return prove_cii(bytes, answer);
    case EdiFamily::idoc:
        return prove_idoc(bytes, answer);
    case EdiFamily::none:
        return "nothing of ours reads this format back";
    }
    return "nothing of ours reads this format back";
}

} // namespace besteld
