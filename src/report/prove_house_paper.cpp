// SPDX-License-Identifier: Apache-2.0
#include "report/prove_house_paper.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"
#include "report/chinese_amount.hpp"

namespace besteld {

namespace {

using Difference = std::optional<std::string>;

bool is_slip(const Answer& answer) {
    return answer.kind == AnswerKind::outbound_slip;
}

std::string money(const std::optional<Decimal>& value, const Answer& answer, const Words& words) {
    return value ? format_money(*value, answer.currency, words.language()) : std::string();
}

std::string count(const std::optional<Decimal>& value, const Words& words) {
    return value ? format_quantity(*value, "", words) : std::string();
}

// What stands above the table.
std::vector<std::string> top_of(const Answer& answer, const Words& words) {
    const auto& paper = *answer.house;
    std::vector<std::string> values{
        words.at(is_slip(answer) ? "paper.title.outbound_slip" : "paper.title.invoice_request"),
        paper.number, one_line(answer.official_no), one_line(answer.buyer_order_no)};
    for (const auto& note : paper.delivery_nos)
        values.push_back(one_line(note));
    if (is_slip(answer)) {
        if (paper.goods_day) values.push_back(format_date(*paper.goods_day, words));
        values.push_back(one_line(paper.carrier));
        values.push_back(one_line(paper.track_no));
        values.push_back(one_line(paper.warehouse));
        return values;
    }
    for (const auto* value : {&paper.party.name, &paper.party.tax_number, &paper.party.bank,
                              &paper.party.account, &paper.party.invoice_mail, &paper.proof})
        values.push_back(one_line(*value));
    return values;
}

std::vector<std::string> row_of(const HouseLine& line, const Answer& answer, const Words& words) {
    if (is_slip(answer))
        return {count(line.quantity, words), count(line.requested, words), one_line(line.batch),
                one_line(line.specification)};
    return {count(line.quantity, words), money(line.price, answer, words),
            money(line.amount, answer, words), money(line.tax, answer, words),
            one_line(line.tax_name)};
}

std::vector<std::string> printed_totals(const Answer& answer, const Words& words) {
    if (is_slip(answer) || answer.currency.empty()) return {};
    std::vector<std::string> values{money(answer.net, answer, words),
                                    money(answer.tax, answer, words),
                                    money(answer.gross, answer, words)};
    if (words.language() == "zh") values.push_back(chinese_amount(answer.gross, answer.currency));
    return values;
}

Difference prove_rows(const PrintedPages& pages, std::size_t row, const Answer& answer,
                      const Words& words) {
    const auto& lines = answer.house->lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto item = [&](std::size_t of) {
            return one_line(lines[of].sku.empty() ? lines[of].name : lines[of].sku);
        };
        const std::size_t start = pages.find(item(i), row);
        if (start == pages.size()) return cat("the PDF does not name ", item(i));
        std::size_t end = pages.size();
        if (i + 1 < lines.size()) end = pages.find(item(i + 1), start + 1);
        if (end < pages.size()) end = pages.first_beside(end);
        const auto band = pages.between(pages.first_beside(start), end);
        for (const auto& value : row_of(lines[i], answer, words))
            if (!value.empty() && !band.says(value))
                return cat("row ", i + 1, ": the PDF does not say ", value);
        row = start + 1;
    }
    const auto rest = pages.between(row, pages.size());
    for (const auto& value : printed_totals(answer, words))
        if (!rest.says(value)) return cat("the PDF does not say the total ", value);
    return std::nullopt;
}

} // namespace

std::optional<std::string> prove_house_paper(const PrintedPages& pages, const Answer& answer,
                                             const Words& words) {
    const std::string_view first = is_slip(answer) ? "paper.column.item" : "paper.column.tax_name";
    const std::size_t lines = pages.find(words.at(first), 0);
    if (lines == pages.size()) return "the PDF has no lines";
    const auto top = pages.between(0, lines);
    for (const auto& value : top_of(answer, words))
        if (!value.empty() && !top.says(value)) return cat("the PDF does not say ", value);
    const auto all = pages.between(0, pages.size());
    for (const auto& copy : answer.house->copies) {
        const auto label = cat("paper.copy.", copy);
        const std::string name = words.has(label) ? words.at(label) : one_line(copy);
        if (!all.says(name)) return cat("the PDF has no sheet ", name);
    }
    return prove_rows(pages, lines + 1, answer, words);
}

} // namespace besteld
