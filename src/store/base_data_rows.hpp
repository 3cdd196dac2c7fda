// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of the base data tables as the values of order/terms.hpp.

#include "order/terms.hpp"
#include "store/session.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

std::optional<Customer> find_customer(Session& session, const std::string& no);
std::vector<Agreement> find_agreements(Session& session,
                                       const std::string& customer_no); // latest first
std::vector<ShipTo> find_ship_tos(Session& session, const std::string& customer_no);

// For all of these articles at once.
std::map<std::string, Item> find_items(Session& session, const std::vector<std::string>& skus);
std::map<std::string, Stock> find_stock(Session& session, const std::vector<std::string>& skus);
// Of the customer, the customer's group and the list, valid on the day.
std::vector<PriceRule> find_prices(Session& session, const std::vector<std::string>& skus,
                                   const std::string& customer_no, Date on);
std::vector<Promotion> find_promotions(Session& session, const std::vector<std::string>& skus,
                                       const std::string& customer_no);
std::vector<Framework> find_frameworks(Session& session, const std::vector<std::string>& skus,
                                       const std::string& customer_no);
std::vector<ItemReference> find_references(Session& session, const std::string& customer_no,
                                           std::vector<std::string> buyer_item_keys);

// Newest first, at most 50: who has more repeats than that needs a person anyway.
std::vector<EarlierOrder> find_earlier(Session& session, const std::string& customer_no,
                                       const std::string& buyer_order_key);
std::vector<EarlierOrder> find_earlier_content(Session& session, const std::string& customer_no,
                                               const std::string& content_key, Instant since);

} // namespace besteld
