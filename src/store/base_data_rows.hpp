// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of the base data tables as the values of order/terms.hpp.

#include "order/terms.hpp"
#include "store/session.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// On whose terms we look.
struct Buyer {
    std::string customer_no; // empty: nobody known
    std::string price_group;
    // The scope_key of every rule that may be for him; `everybody` is "all", of prices "list".
    std::array<std::string, 3> scopes(const std::string& everybody) const;
};
// Rules count that are valid on any of its days.
struct LookUpDays {
    Date from{};
    Date to{};
};
using Skus = std::vector<std::string>;

// The columns import_id and recorded_from, the first of them at `column`.
inline Provenance provenance_of(const Row& row, std::size_t column) {
    return {row.integer(column), row.instant(column + 1)};
}

Rounding rounding_named(std::string_view name); // an unknown one is `ask`

// With contacts and licences.
std::optional<Customer> find_customer(Session& session, const std::string& no);
std::vector<Agreement> find_agreements(Session& session,
                                       const std::string& customer_no); // latest first
std::vector<ShipTo> find_ship_tos(Session& session, const std::string& customer_no);
std::map<std::string, std::vector<Date>> find_calendars(Session& session,
                                                        const std::vector<ShipTo>& ship_tos);

// For all of these articles at once.
std::map<std::string, Item> find_items(Session& session, const Skus& skus);
std::set<std::string> find_made_to_order(Session& session, const Skus& skus);
std::map<std::string, Stock> find_stock(Session& session, const Skus& skus);
// The item groups of these items, sorted, each once.
std::vector<std::string> groups_of(const std::map<std::string, Item>& items);

// Of the customer, the customer's group and the list.
std::vector<PriceRule> find_prices(Session& session, const std::map<std::string, Item>& items,
                                   const Buyer& buyer, LookUpDays period);
std::vector<Promotion> find_promotions(Session& session, const Skus& skus,
                                       const std::string& customer_no);
// Of one code for the same goods only the most particular: the customer's goes before his group's,
// and that before everybody's. Whole orders' too.
std::vector<ChargeRule> find_charges(Session& session, const std::map<std::string, Item>& items,
                                     const Buyer& buyer, LookUpDays period);
// Those that name one of the items or groups, and one more that makes a closed list, if any does.
std::vector<AssortmentRule> find_assortment(Session& session,
                                            const std::map<std::string, Item>& items,
                                            const Buyer& buyer, LookUpDays period);
// One per item, the most particular; quota_used is not filled in.
std::vector<QuantityRule> find_quantity_rules(Session& session, const Skus& skus,
                                              const Buyer& buyer);
std::vector<SubstitutionRule> find_substitutions(Session& session, const Skus& skus,
                                                 const Buyer& buyer);
std::vector<Quotation> find_quotations(Session& session, const std::string& customer_no,
                                       const std::vector<std::string>& number_keys);
// called_off as base data say.
struct FrameworkRow {
    Framework framework;
    std::optional<Instant> called_off_at; // when that was counted
};
std::vector<FrameworkRow> find_frameworks(Session& session, const Skus& skus,
                                          const std::string& customer_no);
std::vector<ItemReference> find_references(Session& session, const std::string& customer_no,
                                           const std::vector<std::string>& buyer_item_keys);
// Those without a party, and those whose party's key word stands in one of the names.
std::vector<Embargo> find_embargoes(Session& session, const std::vector<std::string>& names);
// Neither revoked nor expired on the day.
std::vector<LearnedPhrase> find_phrases(Session& session, const std::string& customer_no,
                                        const std::vector<std::string>& phrases, Date on);

// Items whose names share a word with `words`, those first that share the rarest; at most 50, of
// those that the customer bought before or may buy.
std::map<std::string, Item> find_candidates(Session& session, const Buyer& buyer,
                                            const std::vector<std::string>& words,
                                            LookUpDays period);

// Newest first, at most 50: who has more repeats than that needs a person anyway.
std::vector<EarlierOrder> find_earlier(Session& session, const std::string& customer_no,
                                       const std::string& buyer_order_key);
std::vector<EarlierOrder> find_earlier_content(Session& session, const std::string& customer_no,
                                               const std::string& content_key, Instant since);

} // namespace besteld
