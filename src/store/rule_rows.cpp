// SPDX-License-Identifier: Apache-2.0

// Rules that are for one customer, a price group or everybody.
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/name_words.hpp"
#include "store/row_lists.hpp"

#include <set>

namespace besteld {

namespace {

// Sorts the more particular first: the customer's, his group's, everybody's.
constexpr std::string_view by_scope =
    "CASE scope WHEN 'customer' THEN 0 WHEN 'group' THEN 1 ELSE 2 END";

std::vector<Value> scope_values(const Buyer& buyer) {
    std::vector<Value> values;
    for (const auto& scope : buyer.scopes("all"))
        values.push_back(value(scope));
    return values;
}

// The items and, for rules about no certain item, the empty text.
std::vector<std::string> skus_and_none(const std::map<std::string, Item>& items) {
    std::vector<std::string> skus{""};
    for (const auto& [sku, item] : items)
        skus.push_back(sku);
    return skus;
}

// Whether a rule of this scope still counts: the first scope that says something about `what`
// says it alone.
class MostParticular {
public:
    bool takes(const std::string& scope, const std::string& what) {
        return scope_of_.emplace(what, scope).first->second == scope;
    }

private:
    std::map<std::string, std::string> scope_of_;
};

ChargeRule charge_of(const Row& row) {
    return {.id = row.integer(1),
            .code = row.text(2),
            .is_allowance = row.integer(3) != 0,
            .level = row.text(4),
            .sku = row.text(5),
            .item_group = row.text(6),
            .percent = row.maybe_decimal(7),
            .amount = row.maybe_decimal(8),
            .from_value = row.maybe_decimal(9),
            .below_value = row.maybe_decimal(10),
            .from_quantity = row.maybe_decimal(11),
            .currency = row.text(12),
            .sequence = static_cast<int>(row.integer(13)),
            .valid_from = row.date(14),
            .valid_to = row.maybe_date(15),
            .provenance = provenance_of(row, 16)};
}

AssortmentRule assortment_of(const Row& row) {
    return {.sku = row.text(0),
            .item_group = row.text(1),
            .allowed = row.integer(2) != 0,
            .valid_from = row.date(3),
            .valid_to = row.maybe_date(4)};
}

constexpr std::string_view assortment_columns =
    "SELECT sku, item_group, allowed, valid_from, valid_to FROM assortment "
    "WHERE scope_key IN ($1, $2, $3) AND ";

} // namespace

std::vector<ChargeRule> find_charges(Session& session, const std::map<std::string, Item>& items,
                                     const Buyer& buyer, LookUpDays period) {
    auto known = scope_values(buyer);
    known.insert(known.end(), {value(period.to), value(period.from)});
    const auto found =
        rows_in(session,
                "SELECT scope, id, code, is_allowance, level, sku, item_group, percent, amount, "
                "from_value, below_value, from_quantity, currency, sequence, valid_from, valid_to, "
                "import_id, recorded_from FROM charge_rule WHERE scope_key IN ($1, $2, $3) AND "
                "valid_from <= $4 "
                "AND (valid_to IS NULL OR valid_to >= $5) AND sku IN",
                skus_and_none(items), known, cat("ORDER BY ", by_scope, ", sequence, code, id"));
    const auto groups = groups_of(items);
    const std::set<std::string> known_groups(groups.begin(), groups.end());
    MostParticular particular;
    std::vector<ChargeRule> charges;
    for (const auto& row : found.rows) {
        auto charge = charge_of(row);
        if (!charge.item_group.empty() && !known_groups.contains(charge.item_group)) continue;
        const auto what = cat(charge.code, "\n", charge.sku, "\n", charge.item_group);
        if (particular.takes(row.text(0), what)) charges.push_back(std::move(charge));
    }
    return charges;
}

std::vector<AssortmentRule> find_assortment(Session& session,
                                            const std::map<std::string, Item>& items,
                                            const Buyer& buyer, LookUpDays period) {
    std::vector<AssortmentRule> rules;
    auto known = scope_values(buyer);
    known.insert(known.end(), {value(period.to), value(period.from)});
    constexpr std::string_view in_period =
        "valid_from <= $4 AND (valid_to IS NULL OR valid_to >= $5) ";
    auto skus = skus_and_none(items);
    skus.erase(skus.begin());
    const auto by_sku =
        rows_in(session, cat(assortment_columns, in_period, "AND sku IN"), skus, known);
    const auto by_group =
        rows_in(session, cat(assortment_columns, in_period, "AND sku = '' AND item_group IN"),
                groups_of(items), known);
    const auto closing =
        session.execute(cat(assortment_columns, "allowed = 1 AND ", in_period, "LIMIT 1"), known);
    bool closed = false;
    for (const auto* found : {&by_sku, &by_group})
        for (const auto& row : found->rows) {
            rules.push_back(assortment_of(row));
            closed = closed || rules.back().allowed;
        }
    if (!closed && !closing.rows.empty()) rules.push_back(assortment_of(closing.rows.front()));
    return rules;
}

std::vector<QuantityRule> find_quantity_rules(Session& session, const Skus& skus,
                                              const Buyer& buyer) {
    const auto found =
        rows_in(session,
                "SELECT scope, sku, minimum, maximum, quota, multiple, sales_unit, rounding, "
                "ask_above_percent FROM quantity_rule WHERE scope_key IN ($1, $2, $3) AND sku IN",
                skus, scope_values(buyer), cat("ORDER BY ", by_scope, ", sku"));
    MostParticular particular;
    std::vector<QuantityRule> rules;
    for (const auto& row : found.rows) {
        if (!particular.takes(row.text(0), row.text(1))) continue;
        rules.push_back({.sku = row.text(1),
                         .minimum = row.maybe_decimal(2),
                         .maximum = row.maybe_decimal(3),
                         .quota = row.maybe_decimal(4),
                         .multiple = row.maybe_decimal(5),
                         .sales_unit = row.text(6),
                         .rounding = row.text(7).empty()
                                         ? std::nullopt
                                         : std::optional(rounding_named(row.text(7))),
                         .ask_above_percent = row.maybe_decimal(8)});
    }
    return rules;
}

std::vector<SubstitutionRule> find_substitutions(Session& session, const Skus& skus,
                                                 const Buyer& buyer) {
    const auto found =
        rows_in(session,
                "SELECT scope, sku, substitute, ratio, keep_price, mode FROM substitution "
                "WHERE scope_key IN ($1, $2, $3) AND sku IN",
                skus, scope_values(buyer), cat("ORDER BY ", by_scope, ", sku, substitute"));
    MostParticular particular;
    std::vector<SubstitutionRule> rules;
    for (const auto& row : found.rows)
        if (particular.takes(row.text(0), cat(row.text(1), "\n", row.text(2))))
            rules.push_back({.sku = row.text(1),
                             .substitute = row.text(2),
                             .ratio = row.decimal(3),
                             .keep_price = row.integer(4) != 0,
                             .mode = row.text(5)});
    return rules;
}

std::vector<Embargo> find_embargoes(Session& session, const std::vector<std::string>& names) {
    std::set<std::string> keys{""};
    for (const auto& name : names)
        for (auto& word : words_in(name))
            keys.insert(std::move(word));
    std::vector<Embargo> embargoes;
    const auto found = rows_in(
        session, "SELECT country, party, item_class, clause FROM embargo WHERE party_key IN",
        {keys.begin(), keys.end()}, {}, "ORDER BY country, party, item_class");
    for (const auto& row : found.rows)
        embargoes.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    return embargoes;
}

std::vector<LearnedPhrase> find_phrases(Session& session, const std::string& customer_no,
                                        const std::vector<std::string>& phrases, Date on) {
    std::vector<LearnedPhrase> learned;
    if (customer_no.empty()) return learned;
    const auto found = rows_in(session,
                               "SELECT id, phrase, sku, unit, confirmations, status, expires_on "
                               "FROM learned_phrase WHERE customer = $1 AND status <> 'revoked' "
                               "AND (expires_on IS NULL OR expires_on >= $2) AND phrase IN",
                               phrases, {value(customer_no), value(on)}, "ORDER BY phrase, sku");
    for (const auto& row : found.rows)
        learned.push_back({.id = row.integer(0),
                           .phrase = row.text(1),
                           .sku = row.text(2),
                           .unit = row.text(3),
                           .confirmations = static_cast<int>(row.integer(4)),
                           .status = row.text(5),
                           .expires_on = row.maybe_date(6)});
    return learned;
}

} // namespace besteld
