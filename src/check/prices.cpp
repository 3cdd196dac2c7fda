// SPDX-License-Identifier: Apache-2.0
#include "check/prices.hpp"

#include "base/text.hpp"
#include "check/price_rules.hpp"
#include "check/promotions.hpp"
#include "order/clause_words.hpp"

#include <algorithm>
#include <tuple>

namespace besteld {

namespace {

// Which rules one step of the look-up looks at.
struct Step {
    std::string_view scope;
    bool of_items = false;  // rules for the item itself
    bool of_groups = false; // rules for the item's group
};
constexpr Step customer_and_item{"customer", true, false};
constexpr Step customer_and_group{"customer", false, true};
constexpr Step price_group{"group", true, true};
constexpr Step price_list{"list", true, true};

class LookUp {
public:
    LookUp(const Terms& terms, const Item& item, const PriceQuestion& question)
        : terms_(terms), item_(item), question_(question) {
        for (const PriceRule& rule : terms.prices)
            if (is_for_item(rule, item) || is_for_group(rule, item)) rules_.push_back(&rule);
    }

    // The order of domain.md 4.1, price look-up. Before all of it stands what we offered for this
    // very order: terms hold no quotations but those it names.
    std::optional<FoundPrice> price() {
        if (auto found = quotation()) return found;
        if (auto found = framework()) return found;
        if (auto found = first_of({customer_and_item})) return found;
        if (auto found = exclusive_promotion()) return found;
        return general_price();
    }
    std::string tried() const { return join(tried_, "; "); }

private:
    std::optional<FoundPrice> general_price() {
        return first_of({customer_and_group, price_group, price_list});
    }

    std::optional<FoundPrice> first_of(std::initializer_list<Step> steps) {
        for (const Step& step : steps)
            if (auto found = best_rule(step)) return found;
        return std::nullopt;
    }

    // Most specific first, then latest: an item before its group, a higher break before a lower.
    auto rank(const PriceRule& rule) const {
        return std::tuple(is_for_item(rule, item_), rule.from_quantity, rule.valid_from);
    }

    std::optional<FoundPrice> best_rule(const Step& step) {
        const PriceRule* best = nullptr;
        const PriceRule* rival = nullptr;
        for (const PriceRule* rule : rules_) {
            const bool concerned = is_for_item(*rule, item_) ? step.of_items : step.of_groups;
            if (!concerned || rule->scope != step.scope) continue;
            const std::string fault = fault_of(*rule, item_, question_);
            tried_.push_back(cat(name_of(*rule), " from ", rule->from_quantity.to_string(), " ",
                                 rule->amount.to_string(), fault.empty() ? "" : ": " + fault));
            if (!fault.empty()) continue;
            if (best == nullptr || rank(*rule) > rank(*best)) {
                best = rule;
                rival = nullptr;
            } else if (rank(*rule) == rank(*best) &&
                       per_stock_unit(item_, *rule) != per_stock_unit(item_, *best)) {
                rival = rule;
            }
        }
        if (best == nullptr) return std::nullopt;
        auto found = hit(*best, clause_of(terms_, *best, item_), hit_words(*best));
        if (rival != nullptr) tie(found, clause_of(terms_, *rival, item_));
        return found;
    }

    std::string fault_of_quotation(const Quotation& quotation) const {
        if (quotation.currency != question_.currency) return cat("in ", quotation.currency);
        if (!holds_on(quotation.valid_from, quotation.valid_to, question_.ordered))
            return cat("not valid on ", to_iso(question_.ordered));
        if (quotation.maximum_quantity && question_.on_line > *quotation.maximum_quantity)
            return cat("for at most ", quotation.maximum_quantity->to_string());
        return {};
    }

    std::optional<FoundPrice> quotation() {
        std::optional<FoundPrice> best;
        for (const Quotation& quotation : terms_.quotations) {
            if (quotation.sku != item_.sku) continue;
            const PriceRule rule = as_rule(quotation);
            std::string fault = fault_of_quotation(quotation);
            if (fault.empty() && !per_stock_unit(item_, rule))
                fault = cat("unit ", rule.unit, " has no factor");
            tried_.push_back(cat("quotation ", quotation.number, " ", quotation.price.to_string(),
                                 fault.empty() ? "" : ": " + fault));
            if (!fault.empty()) continue;
            auto found = hit(rule,
                             cat("quotation ", quotation.number, ", ", rule_text(rule, item_), ", ",
                                 validity_words(quotation.valid_from, quotation.valid_to)),
                             cat("quotation ", quotation.number));
            if (!best || quotation.valid_from > best->agreed.rule.valid_from)
                best = std::move(found);
            else if (quotation.valid_from == best->agreed.rule.valid_from &&
                     found.agreed.per_stock_unit != best->agreed.per_stock_unit)
                tie(*best, found.agreed.clause);
        }
        return best;
    }

    std::optional<FoundPrice> framework() {
        const Framework* best = nullptr;
        const Framework* rival = nullptr;
        for (const Framework& framework : terms_.frameworks) {
            if (framework.sku != item_.sku) continue;
            const std::string fault = fault_of(framework, terms_, question_);
            tried_.push_back(cat("framework ", framework.number, " ", framework.price.to_string(),
                                 fault.empty() ? "" : ": " + fault));
            if (!fault.empty()) continue;
            if (best == nullptr || framework.valid_from > best->valid_from) {
                best = &framework;
                rival = nullptr;
            } else if (framework.valid_from == best->valid_from && framework.price != best->price) {
                rival = &framework;
            }
        }
        if (best == nullptr) return std::nullopt;
        const PriceRule rule = as_rule(*best, item_, question_);
        const std::string version = version_words(0, best->provenance);
        auto found = hit(rule,
                         cat("framework ", best->number, ", ", rule_text(rule, item_),
                             ", valid to ", to_iso(best->valid_to), version),
                         cat("framework ", best->number, version));
        if (rival != nullptr)
            tie(found, cat("framework ", rival->number, " at ", rival->price.to_string()));
        return found;
    }

    // Of several the latest; what begins on the same day and gives another price is a tie.
    std::optional<FoundPrice> exclusive_promotion() {
        std::optional<FoundPrice> best;
        for (const Promotion& promotion : terms_.promotions) {
            if (!promotion.exclusive || promotion.sku != item_.sku) continue;
            std::string fault = fault_of(promotion, question_);
            if (fault.empty() && !is_claimed(promotion, question_)) fault = "not claimed";
            tried_.push_back(cat("promotion ", promotion.code, fault.empty() ? "" : ": " + fault));
            if (!fault.empty()) continue;
            auto found = promoted(promotion);
            if (!found) continue;
            const auto begins = best ? best->exclusive->ordered_from : Date{};
            if (!best || promotion.ordered_from > begins)
                best = std::move(found);
            else if (promotion.ordered_from == begins &&
                     found->agreed.per_stock_unit != best->agreed.per_stock_unit)
                tie(*best, promotion_words(promotion));
        }
        return best;
    }

    // The promotion's own price, or what is left of the price that would hold without it.
    std::optional<FoundPrice> promoted(const Promotion& promotion) {
        PriceRule rule{.scope = "promotion",
                       .sku = item_.sku,
                       .amount = promotion.price.value_or(Decimal{}),
                       .unit = item_.stock_unit,
                       .currency = question_.currency,
                       .valid_from = promotion.ordered_from,
                       .valid_to = promotion.ordered_to,
                       .item_group = {},
                       .provenance = promotion.provenance};
        std::string clause = promotion_words(promotion);
        if (!promotion.price) {
            const auto without = general_price();
            if (!without) return std::nullopt;
            const auto reduced =
                after_promotion(without->agreed.rule.amount, promotion, Decimal{1});
            if (!reduced) return std::nullopt;
            rule = without->agreed.rule;
            rule.amount = *reduced;
            clause = cat(without->agreed.clause, ", ", clause);
        }
        if (!per_stock_unit(item_, rule)) return std::nullopt;
        auto found = hit(
            rule, clause,
            cat("exclusive promotion ", promotion.code, version_words(0, promotion.provenance)));
        found.exclusive = &promotion;
        return found;
    }

    static std::string name_of(const PriceRule& rule) {
        return rule.sku.empty() ? cat(rule.scope, " ", rule.item_group) : rule.scope;
    }

    // "customer break 500 for 500 H87, rule 12"
    std::string hit_words(const PriceRule& rule) const {
        const std::string from =
            rule.from_quantity.is_zero() ? "" : cat(" break ", rule.from_quantity.to_string());
        return cat(name_of(rule), from, " for ", counted_for(rule, question_).to_string(), " ",
                   item_.stock_unit, basis_words(rule, item_),
                   version_words(rule.id, rule.provenance));
    }

    FoundPrice hit(const PriceRule& rule, std::string clause, const std::string& words) const {
        return {.agreed = {.per_stock_unit = per_stock_unit(item_, rule).value_or(Decimal{}),
                           .rule = rule,
                           .clause = std::move(clause),
                           .trace = cat("tried ", tried(), "; hit: ", words)},
                .rival = {}};
    }

    static void tie(FoundPrice& found, std::string rival) {
        found.agreed.tie = true;
        found.agreed.trace += cat("; equally good: ", rival);
        found.rival = std::move(rival);
    }

    const Terms& terms_;
    const Item& item_;
    const PriceQuestion& question_;
    std::vector<const PriceRule*> rules_; // picked once: an order of many lines brings many rules
    std::vector<std::string> tried_;
};

} // namespace

std::optional<FoundPrice> find_price(const Terms& terms, const Item& item,
                                     const PriceQuestion& question) {
    return LookUp(terms, item, question).price();
}

std::string tried_words(const Terms& terms, const Item& item, const PriceQuestion& question) {
    LookUp look_up(terms, item, question);
    look_up.price();
    const std::string tried = look_up.tried();
    return tried.empty() ? "framework, customer, group and list have no rule for it"
                         : cat("tried ", tried, "; no hit");
}

std::optional<AgreedPrice> agreed_price(const Terms& terms, const std::string& sku,
                                        Decimal stock_quantity, const std::string& currency,
                                        Date price_date) {
    const auto item = terms.items.find(sku);
    if (item == terms.items.end()) return std::nullopt;
    auto price = find_price(terms, item->second,
                            {.on_line = stock_quantity,
                             .of_item = stock_quantity,
                             .of_mix_group = stock_quantity,
                             .currency = currency,
                             .price_date = price_date,
                             .ordered = price_date,
                             .delivered = price_date,
                             .framework = {},
                             .claimed = {}});
    return price ? std::optional(std::move(price->agreed)) : std::nullopt;
}

std::string agreement_clause(const Terms& terms) {
    if (!terms.agreement) return "no agreement";
    const Agreement& agreement = *terms.agreement;
    return cat(agreement.number, ", ", validity_words(agreement.valid_from, agreement.valid_to),
               version_words(0, agreement.provenance));
}

} // namespace besteld
