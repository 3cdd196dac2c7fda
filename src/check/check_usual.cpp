// SPDX-License-Identifier: Apache-2.0
// E07: a quantity that is nothing like what this customer orders of the article. The usual cause is
// a carton taken for a piece, so a pack size that explains it is named.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/line_value.hpp"
#include "check/own_limits.hpp"
#include "check/quantity_checks.hpp"
#include "check/units.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr Decimal usual_factor{3}; // of the median, inclusive (domain.md CK-E07)
constexpr std::size_t most_earlier = 12;
constexpr std::size_t least_earlier = 3; // fewer make no habit

// Of an even number the mean of the middle two.
std::optional<Decimal> median_of(std::vector<Decimal> values) {
    if (values.size() > most_earlier) values.resize(most_earlier); // newest first
    if (values.size() < least_earlier) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    const auto sum = plus(values[middle - 1], values[middle]);
    return sum ? over(*sum, Decimal{2}) : std::nullopt;
}

// The packing of the article whose size is that ratio, within a quarter.
const ItemUnit* pack_that_explains(const Item& item, Decimal ratio) {
    for (const ItemUnit& unit : item.units) {
        if (unit.factor <= Decimal{1}) continue;
        const auto relation = over(ratio, unit.factor);
        if (relation && relation->units() >= 800'000 && relation->units() <= 1'250'000)
            return &unit;
    }
    return nullptr;
}

// How far off, and why it may be. Nothing when the quantity is usual.
struct Oddity {
    std::string difference; // "36 times the usual 72 XRO"
    std::string why;        // "one XCT holds 36 XRO"
};

std::optional<Oddity> oddity_of(const QuantityQuestion& question, Decimal median, Decimal factor) {
    const Decimal quantity = *question.line.quantity_stock;
    const std::string& unit = question.line.stock_unit;
    const auto explain = [&](const ItemUnit* pack) {
        return pack == nullptr
                   ? std::string{}
                   : cat("; one ", canonical_unit(pack->unit), " holds ", pack->factor.to_string(),
                         " ", unit, ": was the unit meant so?");
    };
    const auto most = times(median, factor);
    if (most && quantity > *most) {
        const Decimal ratio = over(quantity, median).value_or(Decimal{});
        return Oddity{cat(ratio.to_string(1), " times the usual ", median.to_string(), " ", unit),
                      explain(pack_that_explains(question.item, ratio))};
    }
    // Little of something is no harm, unless it is as little as a carton is more than a piece.
    const auto scaled = times(quantity, factor);
    const auto ratio = over(median, quantity);
    if (!scaled || !ratio || *scaled >= median) return std::nullopt;
    const ItemUnit* pack = pack_that_explains(question.item, *ratio);
    if (pack == nullptr) return std::nullopt;
    return Oddity{cat("the usual ", median.to_string(), " ", unit, " is ", ratio->to_string(1),
                      " times as much"),
                  explain(pack)};
}

} // namespace

void check_usual(const QuantityQuestion& question, Findings& findings) {
    const Inquiry& inquiry = question.inquiry;
    const OrderLine& line = question.line;
    const History& history = inquiry.terms.history;
    const auto earlier = history.quantities.find(line.sku);
    if (!history.known || earlier == history.quantities.end()) return; // not applicable
    const auto median = median_of(earlier->second);
    if (!median || *median <= Decimal{}) return;
    const Decimal factor = own_limit(inquiry.terms, Check::unusual_quantity).value_or(usual_factor);
    const auto odd = oddity_of(question, *median, factor);
    if (!odd) return;
    const std::size_t count = std::min(earlier->second.size(), most_earlier);
    Finding finding = new_finding(inquiry, Check::unusual_quantity, line.index, quantity_text(line),
                                  cat("usually ", median->to_string(), " ", line.stock_unit));
    finding.difference = odd->difference;
    finding.money = expected_value(inquiry, line);
    finding.clause = cat("history of ", line.sku);
    finding.trace = cat("median of the last ", count, ": ", median->to_string(), " ",
                        line.stock_unit, odd->why);
    finding.passes_if = cat("the quantity is at most ", factor.to_string(), " times the usual ",
                            median->to_string(), " ", line.stock_unit);
    quote(finding, line.quantity->place, quantity_words(line));
    suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
}

} // namespace besteld
