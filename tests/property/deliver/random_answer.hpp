// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers as the house could make them, at random: every sort of deviation, several lines, numbers
// and names with the characters that formats use for themselves.

#include "base/text.hpp"
#include "order/answer.hpp"

#include <random>
#include <string>
#include <string_view>

namespace besteld::property {

class RandomAnswer {
public:
    RandomAnswer(std::uint32_t seed, std::string_view letters) : random_(seed), letters_(letters) {}

    Answer make(AnswerKind kind) {
        Answer answer{.kind = kind,
                      .channel = AnswerChannel::edi,
                      .case_no = "IN-26-000123",
                      .official_no = kind == AnswerKind::rejection ? "" : "SO-26-000412",
                      .language = "en",
                      .customer_no = "C1004",
                      .customer_name = text(30),
                      .buyer_id = "9520000001018",
                      .buyer_order_no = word(12),
                      .buyer_order_date = "2026-03-02",
                      .currency = "EUR",
                      .reason = "R-ASSORT",
                      .clerk_text = below(3) == 0 ? text(200) : ""};
        if (kind == AnswerKind::proposal) answer.answer_by = day(below(20));
        if (kind == AnswerKind::rejection) return answer;
        const auto lines = 1 + below(5);
        for (std::uint32_t i = 0; i < lines; ++i)
            add_line(answer, i);
        for (const auto& one : answer.lines)
            answer.net = answer.net + one.amount;
        answer.gross = answer.net;
        return answer;
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string word(std::size_t longest) {
        std::string out = "A";
        for (auto n = below(longest); n > 0; --n)
            out += letters_[below(letters_.size())];
        out += "Z";
        return out;
    }
    std::string text(std::size_t longest) {
        std::string out = word(10);
        while (out.size() < longest && below(4) != 0)
            out += cat(" ", word(10));
        return out;
    }

private:
    static Date day(std::size_t offset) {
        return make_date(2026, 3, 5) + std::chrono::days{static_cast<int>(offset)};
    }
    Decimal quantity() { return Decimal(static_cast<int>(2 + below(500))); }
    Decimal price() {
        return Decimal::from_units(static_cast<std::int64_t>(1 + below(99'999)) * 100);
    }

    void deviate(Answer& answer, AnswerLine& line, std::string field, std::string ordered,
                 std::string confirmed, std::string reason) {
        answer.deviations.push_back({.line = line.index,
                                     .field = std::move(field),
                                     .ordered = std::move(ordered),
                                     .confirmed = std::move(confirmed),
                                     .reason = reason});
        if (line.reason.empty()) line.reason = reason;
        line.answer = LineAnswer::changed;
    }

    void add_line(Answer& answer, std::uint32_t index) {
        AnswerLine line{.index = index,
                        .buyer_line = cat(index + 1),
                        .sku = word(8),
                        .gtin = below(2) == 0 ? "9521000000018" : "",
                        .buyer_item = below(2) == 0 ? word(8) : "",
                        .name = text(30),
                        .ordered_quantity = quantity(),
                        .ordered_unit = "H87",
                        .unit = "H87",
                        .price = price(),
                        .price_base = Decimal(below(4) == 0 ? 100 : 1),
                        .promised = day(0)};
        line.quantity = line.ordered_quantity;
        line.ordered_price = line.price;
        line.amount = line.quantity;
        change(answer, line);
        answer.lines.push_back(line);
    }

    void change(Answer& answer, AnswerLine& line) {
        const Decimal some(static_cast<int>(
            1 +
            below(static_cast<std::size_t>(line.ordered_quantity.units() / Decimal::scale) - 1)));
        switch (below(9)) {
        case 0: // declined
            deviate(answer, line, "line", line.ordered_quantity.to_string(), "0", "R-DISC");
            line.answer = LineAnswer::rejected;
            line.quantity = Decimal{};
            break;
        case 1:
            line.price = line.price + Decimal(1);
            deviate(answer, line, "price", line.ordered_price->to_string(), line.price.to_string(),
                    "R-PRICE");
            break;
        case 2:
            line.quantity = line.quantity + Decimal(8);
            deviate(answer, line, "quantity", line.ordered_quantity.to_string(),
                    line.quantity.to_string(), "R-PACK");
            break;
        case 3: // backorder without a date, or the rest dropped
            line.quantity = some;
            line.backorder = below(2) == 0 ? line.ordered_quantity - some : Decimal{};
            deviate(answer, line, "quantity", line.ordered_quantity.to_string(), some.to_string(),
                    "R-STOCK");
            break;
        case 4:
            line.parts = {{some, day(0)}, {line.ordered_quantity - some, day(12)}};
            deviate(answer, line, "parts", cat(line.ordered_quantity.to_string(), " 2026-03-05"),
                    "two", "R-STOCK");
            break;
        case 5:
            line.promised = day(3);
            deviate(answer, line, "date", "2026-03-05", to_iso(*line.promised), "R-DATE");
            break;
        case 6: {
            const std::string old = line.sku;
            line.sku = word(8) + "N";
            deviate(answer, line, "item", old, line.sku, "R-SUBST");
            break;
        }
        case 7: // price and date
            line.price = line.price + Decimal(2);
            deviate(answer, line, "price", line.ordered_price->to_string(), line.price.to_string(),
                    "R-PRICE");
            line.promised = day(7);
            deviate(answer, line, "date", "2026-03-05", to_iso(*line.promised), "R-DATE");
            break;
        default:
            break;
        }
    }

    std::mt19937 random_;
    std::string_view letters_;
};

} // namespace besteld::property
