// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_house.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

#include <vector>

namespace besteld {

namespace {

std::string customer_of(const Answer& answer) {
    return one_line(cat(answer.customer_no, " ", answer.customer_name));
}

std::string day_of(const HousePaper& paper, const Words& words) {
    return paper.goods_day ? format_date(*paper.goods_day, words) : std::string();
}

// Finance's request is about money; the others are about goods.
bool has_amounts(const Answer& answer) {
    return answer.kind == AnswerKind::invoice_request && !answer.currency.empty();
}

} // namespace

void fill_house(Dictionary& to, const Answer& answer, const Words& words) {
    if (!answer.house) return;
    const auto& paper = *answer.house;
    put(to, "CUSTOMER", customer_of(answer));
    put_section(to, "SHIPPED", "DATE", day_of(paper, words));
    put_section(to, "CARRIER", "NAME", one_line(paper.carrier));
    put_section(to, "TRACK", "CODE", one_line(paper.track_no));
    put_section(to, "PROOF", "NAME", one_line(paper.proof));
    if (paper.waited_days > 0) put(to, "DAYS", cat(paper.waited_days));
    if (has_amounts(answer))
        put_section(to, "TOTAL", "GROSS",
                    format_money(answer.gross, answer.currency, words.language()));
    for (const auto& line : paper.lines) {
        auto& row = *to.AddSectionDictionary("GOODS");
        put(row, "SKU", one_line(line.sku));
        put(row, "NAME", one_line(line.name));
        put(row, "QUANTITY", format_quantity(line.quantity, line.unit, words));
        put_section(row, "BATCH", "CODE", one_line(line.batch));
    }
}

std::optional<std::string> prove_house(std::string_view shown, const Answer& answer,
                                       const Words& words) {
    if (!answer.house) return "is of no paper";
    const auto& paper = *answer.house;
    std::vector<std::string> values{customer_of(answer), join(paper.delivery_nos, ", ")};
    if (answer.kind != AnswerKind::invoice_request) values.push_back(day_of(paper, words));
    if (has_amounts(answer))
        values.push_back(format_money(answer.gross, answer.currency, words.language()));
    if (paper.waited_days > 0) values.push_back(cat(paper.waited_days));
    values.push_back(paper.number);
    for (const auto& value : values)
        if (shown.find(with_single_blanks(value)) == std::string_view::npos)
            return cat("does not say ", value);
    for (const auto& line : paper.lines)
        for (const auto& value :
             {one_line(line.sku), format_quantity(line.quantity, line.unit, words),
              one_line(line.batch)}) {
            const auto at = shown.find(with_single_blanks(value));
            if (at == std::string_view::npos) return cat("does not say ", value);
            shown.remove_prefix(at + value.size());
        }
    return std::nullopt;
}

} // namespace besteld
