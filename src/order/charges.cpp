// SPDX-License-Identifier: Apache-2.0
#include "order/charges.hpp"

#include "base/text.hpp"
#include "order/clause_words.hpp"
#include "order/totals.hpp"

#include <algorithm>
#include <tuple>

namespace besteld {

namespace {

constexpr std::string_view line_level = "line";
constexpr std::string_view order_level = "order";
constexpr Decimal largest_amount{2'000'000'000};

// Which lines a rule is for: one item before its group before any.
int specificity(const ChargeRule& rule) {
    if (!rule.sku.empty()) return 2;
    return rule.item_group.empty() ? 0 : 1;
}

bool concerns(const ChargeRule& rule, const std::string& sku, const Terms& terms) {
    if (!rule.sku.empty()) return rule.sku == sku;
    if (rule.item_group.empty()) return true;
    const auto item = terms.items.find(sku);
    return item != terms.items.end() && item->second.item_group == rule.item_group;
}

// The agreement's own fees for small orders (H04) and for haste (G03) go before rules of that name.
bool is_replaced(const ChargeRule& rule, const Terms& terms) {
    if (!terms.agreement) return false;
    return (rule.code == "small_order" && terms.agreement->small_order_fee) ||
           (rule.code == "rush" && terms.agreement->rush_fee);
}

bool holds(const ChargeRule& rule, std::string_view level, const Terms& terms,
           const ChargeSetting& setting) {
    const bool currency = rule.currency.empty() || rule.currency == setting.currency;
    const bool asked_for = rule.code != "rush" || setting.rush;
    return rule.level == level && currency && asked_for && !is_replaced(rule, terms) &&
           holds_on(rule.valid_from, rule.valid_to, setting.date);
}

// From is inclusive, below is not: at exactly 500.00 nothing "below 500.00" is due.
bool reaches(const ChargeRule& rule, Decimal value, Decimal quantity) {
    return (!rule.from_value || value >= *rule.from_value) &&
           (!rule.below_value || value < *rule.below_value) &&
           (!rule.from_quantity || quantity >= *rule.from_quantity);
}

auto narrowness(const ChargeRule& rule) {
    return std::tuple(specificity(rule), rule.from_quantity.value_or(Decimal{}),
                      rule.from_value.value_or(Decimal{}),
                      -rule.below_value.value_or(largest_amount), rule.valid_from);
}

// One rule per code and kind, in the order in which they apply.
class Selection {
public:
    void offer(const ChargeRule& rule) {
        const auto same = std::ranges::find_if(chosen_, [&](const ChargeRule* other) {
            return other->code == rule.code && other->is_allowance == rule.is_allowance;
        });
        if (same == chosen_.end())
            chosen_.push_back(&rule);
        else if (narrowness(rule) > narrowness(**same))
            *same = &rule;
    }
    std::vector<const ChargeRule*> in_sequence() && {
        std::ranges::sort(chosen_, {}, [](const ChargeRule* rule) {
            return std::tuple(rule->sequence, rule->id, rule->code);
        });
        return std::move(chosen_);
    }

private:
    std::vector<const ChargeRule*> chosen_;
};

std::string clause_of(const ChargeRule& rule, std::string_view level) {
    std::string words =
        rule.code.empty() ? std::string(rule.is_allowance ? "discount" : "charge") : rule.code;
    words += rule.percent ? cat(" ", rule.percent->to_string(), " %")
                          : cat(" ", rule.amount.value_or(Decimal{}).to_string(2));
    words += cat(rule.is_allowance ? " off the " : " on the ", level);
    if (!rule.sku.empty()) words += cat(" of ", rule.sku);
    if (!rule.item_group.empty()) words += cat(" of item group ", rule.item_group);
    if (rule.from_value) words += cat(" from ", rule.from_value->to_string(2));
    if (rule.below_value) words += cat(" below ", rule.below_value->to_string(2));
    if (rule.from_quantity) words += cat(" from quantity ", rule.from_quantity->to_string());
    return cat(words, ", ", validity_words(rule.valid_from, rule.valid_to),
               version_words(rule.id, rule.provenance));
}

// Applies `rules` to `value` one after the other and adds what each comes to. Returns what is left;
// a discount takes no more than there is, and what no amount could hold is left out.
Decimal apply(const std::vector<const ChargeRule*>& rules, Decimal value,
              std::optional<std::uint32_t> line, const ChargeSetting& setting,
              std::vector<ChargeDue>& due) {
    for (const ChargeRule* rule : rules) {
        if (value.abs() > largest_amount) break;
        auto amount = rule->percent
                          ? in_range(value, *rule->percent, Decimal{100}, setting.digits)
                          : std::optional(rule->amount.value_or(Decimal{}).rounded(setting.digits));
        if (!amount || *amount <= Decimal{}) continue;
        if (rule->is_allowance) amount = std::min(*amount, std::max(value, Decimal{}));
        if (amount->is_zero()) continue;
        due.push_back({.line = line,
                       .code = rule->code,
                       .is_allowance = rule->is_allowance,
                       .amount = *amount,
                       .clause = clause_of(*rule, line ? line_level : order_level)});
        value = rule->is_allowance ? value - *amount : value + *amount;
    }
    return value;
}

std::vector<const ChargeRule*> line_rules(const Terms& terms, const ChargedLine& line,
                                          const ChargeSetting& setting) {
    Selection selection;
    for (const ChargeRule& rule : terms.charges) {
        const bool spent = rule.is_allowance && line.discounts_spent;
        if (!spent && holds(rule, line_level, terms, setting) && concerns(rule, line.sku, terms) &&
            reaches(rule, line.amount, line.quantity_stock))
            selection.offer(rule);
    }
    return std::move(selection).in_sequence();
}

// A rule of the order that names an item or a group is due when a line has it.
std::vector<const ChargeRule*> order_rules(const Terms& terms,
                                           const std::vector<ChargedLine>& lines, Decimal net,
                                           const ChargeSetting& setting) {
    Selection selection;
    for (const ChargeRule& rule : terms.charges) {
        const auto has = [&](const ChargedLine& line) { return concerns(rule, line.sku, terms); };
        if (holds(rule, order_level, terms, setting) && std::ranges::any_of(lines, has) &&
            reaches(rule, net, Decimal{}))
            selection.offer(rule);
    }
    return std::move(selection).in_sequence();
}

std::optional<Decimal> number(const MaybeField& field) {
    if (!field) return std::nullopt;
    const auto value = Decimal::parse(trim(field->value));
    if (!value || value->abs() > largest_amount) return std::nullopt;
    return *value;
}

} // namespace

std::vector<ChargeDue> charges_due(const Terms& terms, const ChargedLine& line,
                                   const ChargeSetting& setting) {
    std::vector<ChargeDue> due;
    apply(line_rules(terms, line, setting), line.amount, line.index, setting, due);
    return due;
}

std::vector<ChargeDue> charges_due(const Terms& terms, const std::vector<ChargedLine>& lines,
                                   const ChargeSetting& setting) {
    std::vector<ChargeDue> due;
    if (terms.charges.empty()) return due;
    Decimal net{};
    for (const ChargedLine& line : lines) {
        const auto left =
            apply(line_rules(terms, line, setting), line.amount, line.index, setting, due);
        if (net.abs() <= largest_amount) net += left; // beyond it nothing is an order any more
    }
    if (!lines.empty())
        apply(order_rules(terms, lines, net, setting), net, std::nullopt, setting, due);
    return due;
}

ChargeSums sums_of(std::span<const ChargeDue> due, std::optional<std::uint32_t> line) {
    ChargeSums sums;
    for (const ChargeDue& one : due)
        if (one.line == line) (one.is_allowance ? sums.allowances : sums.charges) += one.amount;
    return sums;
}

std::optional<ChargeSums> stated_charges(const std::vector<ChargeDraft>& stated, Decimal base,
                                         int digits) {
    ChargeSums sums;
    for (const ChargeDraft& one : stated) {
        auto amount = number(one.amount);
        const auto percent = amount ? std::nullopt : number(one.percent);
        if (percent) amount = in_range(base, *percent, Decimal{100}, digits);
        if (!amount) return std::nullopt;
        Decimal& sum = one.is_allowance ? sums.allowances : sums.charges;
        sum += *amount;
        if (sum.abs() > largest_amount) return std::nullopt;
    }
    return sums;
}

bool states_allowance(const std::vector<ChargeDraft>& stated) {
    return std::ranges::any_of(stated, &ChargeDraft::is_allowance);
}

bool states_charge(const std::vector<ChargeDraft>& stated) {
    return !std::ranges::all_of(stated, &ChargeDraft::is_allowance);
}

bool is_net_of_discounts(const Terms& terms, const ChargedLine& line, const ChargeSetting& setting,
                         Decimal ordered_price, Decimal agreed_price) {
    bool reduced = false;
    std::optional<Decimal> price = agreed_price;
    for (const ChargeRule* rule : line_rules(terms, line, setting)) {
        if (!rule->is_allowance || !rule->percent || !price) continue;
        price = in_range(*price, Decimal{100} - *rule->percent, Decimal{100}, Decimal::places);
        reduced = true;
    }
    if (!reduced || !price) return false;
    int places = setting.digits;
    while (places < Decimal::places && ordered_price != ordered_price.rounded(places))
        ++places;
    return price->rounded(places) == ordered_price;
}

} // namespace besteld
