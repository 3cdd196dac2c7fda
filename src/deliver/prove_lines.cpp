// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_lines.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_families.hpp"
#include "order/answer_words.hpp"
#include "order/totals.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

struct Said {
    std::vector<AnswerPart> parts;
    Decimal backordered{};
    Decimal rejected{};
    bool declines = false; // all of it
    std::vector<Decimal> prices;
    std::vector<std::string> items;
};

Decimal decimal_of(const MaybeField& field) {
    const auto number = field ? Decimal::parse(field->value) : std::unexpected(DecimalFault::empty);
    return number ? *number : Decimal{};
}

std::optional<Date> day_of(const MaybeDate& date) {
    return date && date->value.start ? parse_iso_date(*date->value.start) : std::nullopt;
}

// Per one unit, so that 115 per hundred is 1.15.
Decimal per_one(Decimal price, Decimal base) {
    return base > Decimal{} ? in_range(price, Decimal{1}, base, Decimal::places).value_or(price)
                            : price;
}

void add_response(Said& said, const LineResponse& response, Decimal price_base) {
    const Decimal quantity = decimal_of(response.quantity);
    switch (response.kind) {
    case ResponseKind::accepted:
        if (!quantity.is_zero())
            said.parts.push_back({.quantity = quantity, .date = day_of(response.date)});
        break;
    case ResponseKind::backordered:
        said.backordered = said.backordered + quantity;
        break;
    case ResponseKind::rejected:
        said.rejected = said.rejected + quantity;
        said.declines = true;
        break;
    case ResponseKind::open:
        break;
    }
    if (response.price) said.prices.push_back(per_one(decimal_of(response.price), price_base));
    if (response.item) said.items.push_back(response.item->value);
}

// All that the document says of the buyer's line; a line split in the format is one here.
Said said_of(const OrderDraft& read, const std::string& number) {
    Said said;
    for (const auto& one : read.lines) {
        const auto& stated = one.original_line ? one.original_line : one.line;
        if ((stated ? stated->value : "") != number) continue;
        const auto prices = said.prices.size();
        const auto items = said.items.size();
        const Decimal base =
            one.price_base_quantity ? decimal_of(one.price_base_quantity) : Decimal{1};
        for (const auto& response : one.responses)
            add_response(said, response, base);
        // A price of the answer stands in for the ordered one that a format repeats.
        if (said.prices.size() == prices && one.unit_price)
            said.prices.push_back(per_one(decimal_of(one.unit_price), base));
        if (said.items.size() == items && one.seller_item)
            said.items.push_back(one.seller_item->value);
    }
    return said;
}

// What must be said of it. Buyers number two lines alike (quirks.md 11): they are taken together.
Said wanted_of(const Answer& answer, const std::string& number, const Sayable& can) {
    const bool always = can.values == Sayable::Values::always;
    Said wanted;
    for (const auto& line : answer.lines) {
        if (line.buyer_line != number) continue;
        std::ranges::copy(parts_of(line), std::back_inserter(wanted.parts));
        wanted.rejected = wanted.rejected + dropped_quantity(line);
        if (line.answer == LineAnswer::rejected) {
            wanted.declines = true;
            continue;
        }
        wanted.backordered = wanted.backordered + line.backorder.value_or(Decimal{});
        if (always || deviation_of(answer, line, "price"))
            wanted.prices.push_back(per_one(line.price, line.price_base));
        if (!line.sku.empty() && (always || replaced_item(answer, line)))
            wanted.items.push_back(line.sku);
    }
    return wanted;
}

template <typename T>
bool all_in(const std::vector<T>& some, const std::vector<T>& others) {
    return std::ranges::all_of(
        some, [&](const T& one) { return std::ranges::find(others, one) != others.end(); });
}

bool same_parts(std::vector<AnswerPart> said, std::vector<AnswerPart> wanted, const Sayable& can) {
    const auto earlier = [](const AnswerPart& a, const AnswerPart& b) {
        return std::pair(a.date, a.quantity) < std::pair(b.date, b.quantity);
    };
    if (can.day == Sayable::Day::none) {
        Decimal sum;
        for (const auto& part : said)
            sum = sum + part.quantity;
        for (const auto& part : wanted)
            sum = sum - part.quantity;
        return sum.is_zero();
    }
    std::ranges::sort(said, earlier);
    std::ranges::sort(wanted, earlier);
    return std::ranges::equal(said, wanted, [](const AnswerPart& a, const AnswerPart& b) {
        return a.quantity == b.quantity && a.date == b.date;
    });
}

std::string parts_text(const std::vector<AnswerPart>& parts) {
    std::vector<std::string> all;
    for (const auto& part : parts)
        all.push_back(cat(part.quantity.to_string(), part.date ? " on " : "",
                          part.date ? to_iso(*part.date) : ""));
    return all.empty() ? "nothing" : join(all, ", ");
}

Difference compare(const std::string& number, const Said& said, const Said& wanted,
                   const Sayable& can) {
    const auto fault = [&](auto&&... what) { return cat("line ", number, ": ", what...); };
    if (!same_parts(said.parts, wanted.parts, can))
        return fault("confirms ", parts_text(said.parts), " instead of ", parts_text(wanted.parts));
    if (can.backorder == Sayable::Rest::stated && said.backordered != wanted.backordered)
        return fault("says a backorder of ", said.backordered.to_string(), " instead of ",
                     wanted.backordered.to_string());
    if (can.dropped == Sayable::Rest::stated && said.rejected != wanted.rejected)
        return fault("declines ", said.rejected.to_string(), " instead of ",
                     wanted.rejected.to_string());
    if (wanted.declines && !said.declines) return fault("does not say that it is declined");
    if (!all_in(wanted.prices, said.prices))
        return fault("does not say the price ", wanted.prices.front().to_string());
    // Where all of it is declined, the ordered price and item may be repeated.
    if (!wanted.prices.empty() && wanted.rejected.is_zero() && !all_in(said.prices, wanted.prices))
        return fault("says another price than ", wanted.prices.front().to_string());
    if (!all_in(wanted.items, said.items)) return fault("does not name ", wanted.items.front());
    return std::nullopt;
}

} // namespace

Difference prove_references(const OrderDraft& read, const Answer& answer) {
    if (read.document_class != DocumentClass::order_response)
        return cat("it reads as ", read.message_type, ", not as an answer");
    if (!read.order_number || read.order_number->value != answer.buyer_order_no)
        return cat("it does not refer to order ", answer.buyer_order_no);
    const std::string number = besteld::number_of(answer);
    if (!read.document_id || read.document_id->value != number)
        return cat("it does not carry ", number);
    return std::nullopt;
}

bool says_number(const MaybeField& field, Decimal wanted) {
    const auto value = field ? Decimal::parse(field->value) : std::unexpected(DecimalFault::empty);
    return value && *value == wanted;
}

std::optional<std::string> prove_lines(const OrderDraft& read, const Answer& answer,
                                       const Sayable& sayable) {
    for (const auto& line : answer.lines)
        if (auto difference = compare(line.buyer_line, said_of(read, line.buyer_line),
                                      wanted_of(answer, line.buyer_line, sayable), sayable))
            return difference;
    for (const auto& one : read.lines) {
        const auto& number = one.original_line ? one.original_line : one.line;
        const std::string name = number ? number->value : "";
        if (std::ranges::find(answer.lines, name, &AnswerLine::buyer_line) == answer.lines.end())
            return cat("line ", name, " is not in the answer");
    }
    return std::nullopt;
}

} // namespace besteld
