// SPDX-License-Identifier: Apache-2.0
#include "report/prove_paper.hpp"

#include "report/prove_house_paper.hpp"
#include "report/read_pages.hpp"

#include "base/text.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

using Difference = std::optional<std::string>;

bool has_lines(const Answer& answer) {
    return answer.kind == AnswerKind::confirmation || answer.kind == AnswerKind::proposal;
}

std::vector<std::string> values_of(const AnswerLine& line, const Answer& answer,
                                   const Words& words) {
    if (line.answer == LineAnswer::rejected) return {words.at("rejected_line")};
    std::vector<std::string> values = {
        format_quantity(line.ordered_quantity, line.ordered_unit, words),
        format_quantity(line.quantity, line.unit, words),
        format_price(line, answer.currency, words),
        format_money(line.amount, answer.currency, words.language())};
    if (line.parts.empty()) values.push_back(day_or_open(line.promised, words));
    for (const auto& part : line.parts)
        values.push_back(cat(format_quantity(part.quantity, line.unit, words), ": ",
                             day_or_open(part.date, words)));
    if (line.backorder && !line.backorder->is_zero())
        values.push_back(format_quantity(*line.backorder, line.unit, words));
    return values;
}

Difference prove_lines(const PrintedPages& pages, std::size_t row, const Answer& answer,
                       const Words& words) {
    for (std::size_t i = 0; i < answer.lines.size(); ++i) {
        const auto& line = answer.lines[i];
        const std::string item = one_line(line.sku.empty() ? line.name : line.sku);
        const std::size_t start = pages.find(item, row);
        if (start == pages.size())
            return cat("line ", line.buyer_line, ": the PDF does not name ", item);
        std::size_t end = pages.size();
        if (i + 1 < answer.lines.size()) {
            const auto& next = answer.lines[i + 1];
            end = pages.find(one_line(next.sku.empty() ? next.name : next.sku), start + 1);
            if (end < pages.size()) end = pages.first_beside(end);
        }
        const auto band = pages.between(pages.first_beside(start), end);
        for (const auto& value : values_of(line, answer, words))
            if (!band.says(value))
                return cat("line ", line.buyer_line, ": the PDF does not say ", value);
        row = start + 1;
    }
    const auto rest = pages.between(row, pages.size());
    for (const auto total : {answer.net, answer.tax, answer.gross})
        if (const auto value = format_money(total, answer.currency, words.language());
            !rest.says(value))
            return cat("the PDF does not say the total ", value);
    return std::nullopt;
}

// Each batch of a line is a row: its item, then batch and quantity before the next row's item.
Difference prove_goods(const PrintedPages& pages, std::size_t row, const DespatchSlip& slip,
                       const Words& words) {
    std::vector<std::pair<std::string, std::vector<std::string>>> rows;
    for (const auto& line : slip.lines)
        for (const auto& batch : line.batches) {
            rows.push_back(
                {one_line(line.sku.empty() ? line.name : line.sku),
                 {one_line(batch.batch), format_quantity(batch.quantity, line.unit, words)}});
            if (&batch != &line.batches.front()) continue;
            rows.back().second.push_back(format_quantity(line.ordered, line.ordered_unit, words));
            rows.back().second.push_back(format_quantity(line.open, line.unit, words));
        }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& [item, values] = rows[i];
        const std::size_t start = pages.find(item, row);
        if (start == pages.size()) return cat("the PDF does not name ", item);
        std::size_t end = pages.size();
        if (i + 1 < rows.size()) end = pages.find(rows[i + 1].first, start + 1);
        if (end < pages.size()) end = pages.first_beside(end);
        const auto band = pages.between(pages.first_beside(start), end);
        for (const auto& value : values)
            if (!value.empty() && !band.says(value))
                return cat("row ", i + 1, ": the PDF does not say ", value);
        row = start + 1;
    }
    return std::nullopt;
}

Difference prove_delivery(const PrintedPages& pages, const Answer& answer, const Words& words) {
    const auto& slip = *answer.despatch;
    const std::size_t lines = pages.find(words.at("paper.column.item"), 0);
    if (lines == pages.size()) return "the PDF has no lines";
    const auto top = pages.between(0, lines);
    for (const auto& value :
         {words.at("paper.title.delivery_note"), slip.number, one_line(answer.buyer_order_no),
          format_date(slip.day, words), one_line(slip.carrier), one_line(slip.track_no)})
        if (!value.empty() && !top.says(value)) return cat("the PDF does not say ", value);
    return prove_goods(pages, lines + 1, slip, words);
}

// Blanks say nothing: sentences are compared as one, wherever their lines break.
Difference prove_complaint(const PrintedPages& pages, const Answer& answer, const Words& words) {
    const auto& slip = *answer.complaint;
    const auto all = pages.between(0, pages.size());
    std::vector<std::string> values{words.at("paper.title.complaint_receipt"), slip.number,
                                    one_line(answer.buyer_order_no), one_line(slip.handler)};
    for (const auto& sentence : slip.said)
        values.push_back(one_line(sentence));
    for (const auto& item : slip.items) {
        values.push_back(one_line(item.sku.empty() ? item.name : item.sku));
        if (!item.quantity.is_zero())
            values.push_back(format_quantity(item.quantity, item.unit, words));
    }
    if (slip.due)
        values.push_back(replace_all(words.at("paper.after.complaint_receipt"), "{date}",
                                     format_day(*slip.due, words)));
    for (const auto& value : values)
        if (!value.empty() && !all.says(value)) return cat("the PDF does not say ", value);
    return std::nullopt;
}

// The sentence that says until when we want to hear, and what silence means.
std::string until_words(const Answer& answer, const Words& words) {
    if (!answer.answer_by) return {};
    const bool question = answer.kind == AnswerKind::question;
    if (!question && answer.kind != AnswerKind::proposal) return {};
    const std::string sentence = words.at(question                  ? "paper.after.question"
                                          : answer.silence_consents ? "paper.consent.silent"
                                                                    : "paper.consent.explicit");
    return replace_all(sentence, "{date}", format_day(*answer.answer_by, words));
}

Difference prove_top(const PageReading& top, const Answer& answer, const Words& words) {
    const std::string number = has_lines(answer) ? number_of(answer) : answer.case_no;
    if (number.empty() || !top.says(number))
        return cat("the PDF does not name ", number.empty() ? "any number" : number);
    if (!answer.buyer_order_no.empty() && !top.says(one_line(answer.buyer_order_no)))
        return cat("the PDF does not name the buyer's order ", answer.buyer_order_no);
    if (const auto until = until_words(answer, words); !until.empty() && !top.says(until))
        return "the PDF does not say until when an answer is wanted";
    if (!has_lines(answer)) return std::nullopt;
    for (const auto& deviation : answer.deviations)
        for (const auto* raw : {&deviation.ordered, &deviation.confirmed})
            if (const auto value = format_deviation_value(*raw, deviation, answer, words);
                !top.says(value))
                return cat("the PDF does not state the deviation ", deviation.field, " ", value,
                           " before the lines");
    return std::nullopt;
}

} // namespace

std::optional<std::string> prove_paper(std::string_view bytes, const Answer& answer,
                                       const Words& words) {
    const auto document = pdf::open(bytes, 0);
    if (!document) return cat("the PDF cannot be read: ", document.error().text);
    const PrintedPages pages(*document);
    if (answer.house) return prove_house_paper(pages, answer, words);
    if (answer.kind == AnswerKind::despatch)
        return answer.despatch ? prove_delivery(pages, answer, words)
                               : Difference("it tells of no delivery");
    if (answer.kind == AnswerKind::complaint_receipt)
        return answer.complaint ? prove_complaint(pages, answer, words)
                                : Difference("it tells of no complaint");
    const std::string title =
        words.at(cat("paper.title.", answer.kind == AnswerKind::proposal       ? "proposal"
                                     : answer.kind == AnswerKind::confirmation ? "confirmation"
                                     : answer.kind == AnswerKind::question     ? "question"
                                                                               : "rejection"));
    const std::size_t lines =
        has_lines(answer) ? pages.find(words.at("paper.column.item"), 0) : pages.size();
    const auto top = pages.between(0, lines);
    if (!top.says(title)) return cat("the PDF is not titled ", title);
    if (auto difference = prove_top(top, answer, words)) return difference;
    if (!has_lines(answer)) return std::nullopt;
    if (lines == pages.size()) return "the PDF has no order lines";
    return prove_lines(pages, lines + 1, answer, words);
}

} // namespace besteld
