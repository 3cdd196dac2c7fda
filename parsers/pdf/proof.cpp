// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/proof.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <optional>

namespace besteld::parsers::pdf {
namespace {

constexpr int proved_score = 99;
constexpr int unproved_score = 92;
const Decimal cent = Decimal::from_units(Decimal::scale / 100);
// Larger numbers are no order's, and their products would leave the range of Decimal.
const Decimal largest = Decimal::from_integer(1'000'000);

std::optional<Decimal> value_of(const MaybeField& field) {
    if (!field) return {};
    const auto value = Decimal::parse(field->value);
    if (!value || value->abs() > largest) return {};
    return *value;
}

std::optional<Decimal> amount_of(const Sum& sum, Mark mark) {
    if (!sum.amount) return {};
    const auto number = read_number(sum.amount->text, mark);
    if (!number || !number->other.empty()) return {};
    const auto value = Decimal::parse(number->value);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<Decimal> last_of(const std::vector<Sum>& sums, SumKind kind, Mark mark) {
    std::optional<Decimal> found;
    for (const auto& sum : sums)
        if (sum.kind == kind)
            if (const auto value = amount_of(sum, mark)) found = value;
    return found;
}

std::optional<Decimal> per_cent(const std::string& text) {
    if (text.empty()) return Decimal(0);
    const auto number = read_number(replace_all(text, "%", ""), Mark::unknown);
    if (!number) return {};
    const auto value = Decimal::parse(number->value);
    if (!value || value->abs() > Decimal(100)) return {};
    return value->abs();
}

// Quantity × price ÷ base, less the discount.
std::optional<Decimal> expected_amount(const LineDraft& line, Decimal off) {
    const auto quantity = value_of(line.quantity);
    const auto price = value_of(line.unit_price);
    if (!quantity || !price) return {};
    const auto base = value_of(line.price_base_quantity).value_or(Decimal(1));
    const auto full = multiply_divide(*quantity, *price, base, 6);
    if (!full || full->abs() > largest * Decimal(1000)) return {};
    const auto net = multiply_divide(*full, Decimal(100) - off, Decimal(100), 2);
    return net ? std::optional(*net) : std::nullopt;
}

void set_scores(LineDraft& line, int score) {
    for (auto* field : {&line.quantity, &line.unit_price, &line.line_amount})
        if (*field && (score == proved_score || (*field)->score > score)) (*field)->score = score;
}

void prove_line(LineDraft& line, const std::string& printed_discount, OrderDraft& draft) {
    const auto off = per_cent(printed_discount);
    const auto amount = value_of(line.line_amount);
    const auto expected = off ? expected_amount(line, *off) : std::nullopt;
    if (off && !off->is_zero() && !printed_discount.empty())
        line.charges.push_back(
            {.is_allowance = true,
             .percent = Field{.value = off->to_string(),
                              .score = unproved_score,
                              .place = line.unit_price ? line.unit_price->place : Place{}}});
    if (!amount || !expected) return set_scores(line, unproved_score);
    if ((*amount - *expected).abs() <= cent) return set_scores(line, proved_score);
    set_scores(line, unproved_score);
    draft.problems.push_back(
        {Severity::error, line.line_amount->place, "pdf.line_amount",
         cat("quantity ", line.quantity->value, " at ", line.unit_price->value, " makes ",
             expected->to_string(2), ", the document says ", line.line_amount->value),
         "compare quantity, price and amount with the original"});
}

struct LineSum {
    Decimal amount;
    bool complete = true;
};

LineSum sum_of_lines(const OrderDraft& draft) {
    LineSum sum;
    for (const auto& line : draft.lines) {
        auto amount = value_of(line.line_amount);
        if (!amount) amount = expected_amount(line, Decimal(0));
        if (!amount) {
            sum.complete = false;
            continue;
        }
        sum.amount += *amount;
    }
    return sum;
}

} // namespace

void read_totals(const std::vector<Sum>& sums, Mark mark, std::uint32_t part, OrderDraft& draft) {
    const auto take = [&](MaybeField& into, SumKind kind) {
        for (const auto& sum : sums) {
            if (sum.kind != kind) continue;
            const auto value = amount_of(sum, mark);
            if (!value) continue;
            into = Field{.value = read_number(sum.amount->text, mark)->value,
                         .score = unproved_score,
                         .place = {.part = part,
                                   .begin = sum.amount->begin(),
                                   .end = sum.amount->end(),
                                   .where = sum.row->where()}};
        }
    };
    draft.total.reset();
    for (const auto& sum : sums)
        if ((sum.kind == SumKind::total || sum.kind == SumKind::gross) && !amount_of(sum, mark)) {
            draft.problems.push_back({Severity::warning,
                                      {.part = part, .where = sum.row->where()},
                                      "pdf.total_amount",
                                      cat("no amount could be read beside \"", sum.label, "\""),
                                      "read the total from the original"});
            return;
        }
    take(draft.total, SumKind::net);
    take(draft.total, SumKind::total);
    take(draft.total, SumKind::gross);
    take(draft.total_gross, SumKind::gross);
    take(draft.total_tax, SumKind::tax);
}

void prove(const std::vector<Sum>& sums, Mark mark, const std::vector<std::string>& discounts,
           OrderDraft& draft) {
    for (std::size_t i = 0; i < draft.lines.size(); ++i)
        prove_line(draft.lines[i], i < discounts.size() ? discounts[i] : std::string(), draft);
    const auto lines = sum_of_lines(draft);
    if (!lines.complete) return;
    const auto net = last_of(sums, SumKind::net, mark);
    const auto total = last_of(sums, SumKind::total, mark);
    const auto gross = last_of(sums, SumKind::gross, mark);
    if (!net && !total && !gross) return;
    const auto zero = Decimal(0);
    const Decimal tax = last_of(sums, SumKind::tax, mark).value_or(zero);
    Decimal extra = zero;
    for (const auto& sum : sums) {
        const auto amount = amount_of(sum, mark);
        if (sum.kind == SumKind::charge && amount) extra += *amount;
        if (sum.kind == SumKind::discount && amount) extra -= amount->abs();
    }
    // Which of these a total means, its label does not always say.
    const Decimal meanings[] = {lines.amount, lines.amount + extra, lines.amount + tax,
                                lines.amount + extra + tax};
    const auto fits = [&](const std::optional<Decimal>& stated) {
        return stated && std::ranges::any_of(meanings, [&](Decimal meant) {
                   return (*stated - meant).abs() <= cent;
               });
    };
    if (fits(net) || fits(total) || fits(gross)) {
        if (draft.total) draft.total->score = proved_score;
        return;
    }
    const auto stated = net ? net : total ? total : gross;
    draft.problems.push_back(
        {Severity::error, draft.total ? draft.total->place : Place{}, "pdf.total",
         cat("the lines add up to ", lines.amount.to_string(2), ", the document says ",
             stated->to_string(2)),
         "compare the lines with the original: one may be missing or read twice"});
}

} // namespace besteld::parsers::pdf
