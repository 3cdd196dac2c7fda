// SPDX-License-Identifier: Apache-2.0
// E04 whole packs, E05 minimum, E06 maximum and quota.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/own_limits.hpp"
#include "check/prices.hpp"
#include "check/quantity_checks.hpp"
#include "check/units.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Ordered and proposed quantity in one unit: the buyer's where the proposal comes out even in it,
// else the stock unit. Whoever carries the proposal out reads the unit from the ordered text.
struct Proposal {
    std::string ordered; // "100 XRO"
    std::string value;   // "108"
};

Proposal proposal_of(const QuantityQuestion& question, Decimal stock) {
    const OrderLine& line = question.line;
    const auto factor = factor_of(question.item, line.unit);
    const auto ordered = factor ? over(stock, *factor) : std::nullopt;
    if (ordered && times(*ordered, *factor) == stock)
        return {quantity_text(line), ordered->to_string()};
    return {cat(line.quantity_stock->to_string(), " ", line.stock_unit), stock.to_string()};
}

// What more (or less) is delivered, at the ordered price, else at the agreed one.
std::optional<Decimal> worth_of(const QuantityQuestion& question, Decimal difference) {
    const Inquiry& inquiry = question.inquiry;
    std::optional<Decimal> price = question.line.price_stock;
    if (!price) {
        const auto agreed =
            agreed_line_price(inquiry.terms, inquiry.order, question.line, inquiry.received_on);
        if (agreed) price = agreed->agreed.per_stock_unit;
    }
    const auto worth = price ? times(*price, difference) : std::nullopt;
    return worth ? std::optional(worth->rounded(inquiry.digits)) : std::nullopt;
}

// Which rule says so: the customer's own for this article, else the article's figures.
std::string clause_of(const QuantityQuestion& question, std::string_view figure) {
    const QuantityRule* rule = question.limits.rule;
    if (rule == nullptr) return cat("article ", question.item.sku, ", ", figure);
    return cat(agreement_clause(question.inquiry.terms), ", ", figure, " of ", question.item.sku);
}

// Stock units beside the limit that the customer's own tolerance lets pass; then it is only noted.
Decimal allowed_beside(const QuantityQuestion& question, Check check) {
    return own_limit(question.inquiry.terms, check).value_or(Decimal{});
}
void keep_or_note(Findings& findings, Finding finding, Decimal beside, Decimal allowed) {
    findings.push_back(beside <= allowed ? as_info(std::move(finding)) : std::move(finding));
}

std::string_view words_of(Rounding rounding) {
    switch (rounding) {
    case Rounding::ask:
        return "asked about";
    case Rounding::up:
        return "round up to pack";
    case Rounding::nearest:
        return "round to the nearest pack";
    case Rounding::down:
        return "round down to pack";
    }
    return {};
}

// The agreement rounds by itself within its limit: resolved with evidence, still told to the
// customer as a deviation that was agreed beforehand (domain.md S03, T21).
void resolve_by_agreement(const QuantityQuestion& question, Finding& finding) {
    const Agreement& agreement = *question.inquiry.terms.agreement;
    finding.preagreed = true;
    finding.resolved =
        Resolved{.resolution = Resolution::accept_agreed,
                 .actor = "besteld",
                 .reason = cat(agreement.number, " ", words_of(question.limits.rounding),
                               " by itself to ", question.limits.auto_percent.to_string(), " %"),
                 .at = to_iso(question.inquiry.now)};
}

bool is_rounded_by_itself(const QuantityQuestion& question, const Finding& finding,
                          Decimal change) {
    if (!question.inquiry.terms.agreement || question.limits.rounding == Rounding::ask)
        return false;
    const auto allowed = multiply_divide(
        *question.line.quantity_stock, question.limits.auto_percent, Decimal{100}, Decimal::places);
    return finding.severity == FindingSeverity::warn && allowed && change.abs() <= *allowed;
}

// Whole packs that are also enough for the minimum.
std::optional<Decimal> target_of(const QuantityLimits& limits, Decimal quantity) {
    const auto packed = in_whole_packs(quantity, *limits.multiple, limits.rounding);
    if (!packed || !limits.minimum || *packed >= *limits.minimum) return packed;
    return round_up_to(*limits.minimum, *limits.multiple);
}

struct Ceiling {
    Decimal quantity;
    std::string words; // "at most 400 H87 per line"
    std::string figure;
};

// The lower of maximum and what is left of the month's quota.
std::optional<Ceiling> ceiling_of(const QuantityQuestion& question) {
    const QuantityLimits& limits = question.limits;
    const std::string unit = " " + question.line.stock_unit;
    std::optional<Ceiling> lowest;
    if (limits.maximum)
        lowest = Ceiling{*limits.maximum, cat("at most ", limits.maximum->to_string(), unit),
                         "maximum quantity"};
    if (limits.rule == nullptr || !limits.rule->quota) return lowest;
    const auto used = plus(limits.rule->quota_used, question.ordered_before);
    const auto rest = used ? minus(*limits.rule->quota, *used) : std::nullopt;
    const Decimal left = std::max(rest.value_or(Decimal{}), Decimal{});
    if (!lowest || left < lowest->quantity)
        lowest = Ceiling{left,
                         cat(left.to_string(), unit, " left of ", limits.rule->quota->to_string(),
                             " this month"),
                         "monthly quota"};
    return lowest;
}

} // namespace

QuantityLimits quantity_limits(const Terms& terms, const Item& item) {
    QuantityLimits limits{.minimum = item.minimum_quantity,
                          .maximum = item.maximum_quantity,
                          .multiple = item.multiple};
    if (terms.agreement) {
        limits.rounding = terms.agreement->rounding;
        limits.auto_percent = terms.agreement->rounding_auto_percent;
    }
    const auto own = std::ranges::find(terms.quantity_rules, item.sku, &QuantityRule::sku);
    if (own != terms.quantity_rules.end()) {
        limits.rule = &*own;
        if (own->minimum) limits.minimum = own->minimum;
        if (own->maximum) limits.maximum = own->maximum;
        if (own->rounding) limits.rounding = *own->rounding;
        if (own->ask_above_percent) limits.auto_percent = *own->ask_above_percent;
        if (!own->sales_unit.empty()) limits.sales_unit = canonical_unit(own->sales_unit);
        // Sold by the carton means whole cartons.
        if (own->multiple)
            limits.multiple = own->multiple;
        else if (!limits.sales_unit.empty())
            limits.multiple = factor_of(item, limits.sales_unit);
    }
    if (limits.multiple && *limits.multiple <= Decimal{}) limits.multiple.reset();
    return limits;
}

std::optional<Decimal> in_whole_packs(Decimal quantity, Decimal multiple, Rounding rounding) {
    const auto below = round_down_to(quantity, multiple);
    const auto above = round_up_to(quantity, multiple);
    if (!below || !above) return std::nullopt;
    if (below->is_zero()) return above;
    switch (rounding) {
    case Rounding::down:
        return below;
    case Rounding::nearest:
        return *above - quantity <= quantity - *below ? above : below;
    case Rounding::ask:
    case Rounding::up:
        break;
    }
    return above;
}

void check_multiple(const QuantityQuestion& question, Findings& findings) {
    const QuantityLimits& limits = question.limits;
    const OrderLine& line = question.line;
    const Decimal quantity = *line.quantity_stock;
    if (!limits.multiple || quantity.units() % limits.multiple->units() == 0) return;
    const auto target = target_of(limits, quantity);
    if (!target) return;
    const Decimal change = *target - quantity;
    const std::string unit = " " + line.stock_unit;
    const std::string multiple = limits.multiple->to_string();
    const Proposal proposal = proposal_of(question, *target);
    Finding finding =
        new_finding(question.inquiry, Check::not_a_multiple, line.index, proposal.ordered,
                    cat(target->to_string(), unit, ", a multiple of ", multiple));
    finding.difference =
        cat(signed_text(change, 0), unit, " (", percent_text(change, quantity), ")");
    finding.money = worth_of(question, change);
    finding.trace = cat(quantity.to_string(), unit, " in packs of ", multiple);
    finding.passes_if = cat("the quantity is a multiple of ", multiple, unit);
    quote(finding, line.quantity->place, quantity_words(line));
    suggest(finding, Resolution::accept_agreed, proposal.value);
    if (limits.rounding != Rounding::ask)
        finding.clause += cat(", ", words_of(limits.rounding), ", by itself to ",
                              limits.auto_percent.to_string(), " %");
    if (is_rounded_by_itself(question, finding, change)) resolve_by_agreement(question, finding);
    findings.push_back(std::move(finding));
}

void check_minimum(const QuantityQuestion& question, Findings& findings) {
    const QuantityLimits& limits = question.limits;
    const OrderLine& line = question.line;
    const Decimal quantity = *line.quantity_stock;
    if (!limits.minimum || quantity >= *limits.minimum) return;
    const auto target =
        limits.multiple ? round_up_to(*limits.minimum, *limits.multiple) : limits.minimum;
    const Decimal proposed = target.value_or(*limits.minimum);
    const Proposal proposal = proposal_of(question, proposed);
    const std::string unit = " " + line.stock_unit;
    const std::string minimum = limits.minimum->to_string();
    Finding finding = new_finding(question.inquiry, Check::below_minimum_quantity, line.index,
                                  proposal.ordered, cat("at least ", minimum, unit));
    finding.difference = cat(signed_text(quantity - *limits.minimum, 0), unit);
    finding.money = worth_of(question, proposed - quantity);
    finding.clause = clause_of(question, "minimum order quantity");
    finding.trace = cat(quantity.to_string(), unit, " of at least ", minimum);
    finding.passes_if = cat("the quantity is at least ", minimum, unit);
    quote(finding, line.quantity->place, quantity_words(line));
    suggest(finding, Resolution::accept_agreed, proposal.value);
    keep_or_note(findings, std::move(finding), *limits.minimum - quantity,
                 allowed_beside(question, Check::below_minimum_quantity));
}

void check_maximum(const QuantityQuestion& question, Findings& findings) {
    const OrderLine& line = question.line;
    const Decimal quantity = *line.quantity_stock;
    const auto ceiling = ceiling_of(question);
    if (!ceiling || quantity <= ceiling->quantity) return;
    const auto& multiple = question.limits.multiple;
    const auto rest = multiple ? round_down_to(ceiling->quantity, *multiple) : ceiling->quantity;
    const Decimal proposed = rest.value_or(Decimal{});
    const Proposal proposal = proposal_of(question, proposed);
    const Decimal more = quantity - ceiling->quantity;
    const std::string unit = " " + line.stock_unit;
    Finding finding = new_finding(question.inquiry, Check::above_maximum_quantity, line.index,
                                  proposal.ordered, ceiling->words);
    finding.difference = cat(signed_text(more, 0), unit);
    finding.money = worth_of(question, -more);
    finding.clause = clause_of(question, ceiling->figure);
    finding.trace = cat(quantity.to_string(), unit, ", ", ceiling->words);
    finding.passes_if = cat("the quantity is at most ", ceiling->quantity.to_string(), unit);
    quote(finding, line.quantity->place, quantity_words(line));
    const bool enough = !question.limits.minimum || proposed >= *question.limits.minimum;
    if (proposed > Decimal{} && enough) {
        suggest(finding, Resolution::reduce, proposal.value);
        set_consequence(finding, Resolution::reduce,
                        cat(proposed.to_string(), unit, " are confirmed; the rest is dropped"));
    } else {
        std::erase_if(finding.ways_out,
                      [](const WayOut& way) { return way.resolution == Resolution::reduce; });
        suggest(finding, Resolution::ask, "");
    }
    keep_or_note(findings, std::move(finding), more,
                 allowed_beside(question, Check::above_maximum_quantity));
}

} // namespace besteld
