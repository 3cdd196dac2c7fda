// SPDX-License-Identifier: Apache-2.0

// The slice of base data that one order needs. Every query begins with what the order knows, so
// that its cost does not grow with the tables.
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

// The column `select` of the rows whose `column` is one of `keys`; `more` are further parameters,
// which come first.
std::set<std::string> skus_where(Session& session, std::string_view select,
                                 std::vector<std::string> keys, std::vector<Value> more = {}) {
    std::set<std::string> skus;
    if (keys.empty()) return skus;
    pad_list(keys);
    const auto first = more.size() + 1;
    for (const auto& key : keys)
        more.push_back(value(key));
    for (const auto& row :
         session.execute(cat(select, parameter_rows(first, 1, keys.size())), more).rows)
        if (!row.text(0).empty()) skus.insert(row.text(0));
    return skus;
}

std::vector<std::string> normalised(const std::vector<std::string>& codes) {
    std::vector<std::string> keys;
    for (const auto& code : codes)
        if (auto key = normalise_code(code); !key.empty()) keys.push_back(std::move(key));
    return keys;
}

// GTINs are compared as 14 digits (domain.md 2.3).
std::vector<std::string> gtin_keys(const std::vector<std::string>& gtins) {
    std::vector<std::string> keys;
    for (const auto& gtin : gtins)
        if (!gtin.empty() && gtin.size() <= 14)
            keys.push_back(std::string(14 - gtin.size(), '0') + gtin);
    return keys;
}

std::vector<std::string> named_skus(Session& session, const std::string& customer_no,
                                    const std::vector<std::string>& item_codes,
                                    const std::vector<std::string>& gtins,
                                    const std::vector<std::string>& buyer_items) {
    auto skus =
        skus_where(session, "SELECT sku FROM item WHERE sku_key IN ", normalised(item_codes));
    skus.merge(
        skus_where(session, "SELECT sku FROM item_unit WHERE gtin_key IN ", gtin_keys(gtins)));
    skus.merge(skus_where(
        session, "SELECT sku FROM item_reference WHERE customer = $1 AND buyer_item_key IN ",
        normalised(buyer_items), {value(customer_no)}));
    // A substitute is offered with its price and stock.
    skus.merge(skus_where(session, "SELECT substitute FROM item WHERE sku IN ",
                          {skus.begin(), skus.end()}));
    return {skus.begin(), skus.end()};
}

void load_customer(Session& session, Terms& terms, const std::string& customer_no,
                   Date price_date) {
    terms.customer = find_customer(session, customer_no);
    if (!terms.customer) return;
    terms.ship_tos = find_ship_tos(session, customer_no);
    for (auto& agreement : find_agreements(session, customer_no)) {
        const bool valid = agreement.valid_from <= price_date &&
                           (!agreement.valid_to || *agreement.valid_to >= price_date);
        // The latest beginning wins; find_agreements gives it first.
        if (valid && !terms.agreement)
            terms.agreement = std::move(agreement);
        else
            terms.other_agreements.push_back(std::move(agreement));
    }
}

} // namespace

std::vector<IdentityHit> Store::find_identities(const std::vector<Identity>& keys) {
    std::vector<IdentityHit> hits;
    auto wanted = keys;
    if (wanted.empty()) return hits;
    pad_list(wanted);
    std::vector<Value> parameters;
    for (const auto& key : wanted) {
        parameters.push_back(value(key.kind));
        parameters.push_back(value(key.value));
    }
    const auto sql = cat(
        "SELECT kind, identity_key, customer FROM customer_identity WHERE (kind, identity_key) IN "
        "(VALUES ",
        parameter_rows(1, wanted.size(), 2), ") ORDER BY kind, identity_key, customer");
    for (const auto& row : session_->execute(sql, parameters).rows)
        hits.push_back({{row.text(0), row.text(1)}, row.text(2)});
    return hits;
}

// Read again only after an import: with many customers this is the one list that is long.
std::vector<std::string> Store::known_domains() {
    const auto version = session_->execute("SELECT n FROM tally WHERE name = 'base_data.version'");
    const auto now = version.rows.empty() ? 0 : version.rows.front().integer(0);
    if (now != domains_version_) {
        known_domains_.clear();
        const auto found = session_->execute("SELECT DISTINCT identity_key FROM customer_identity "
                                             "WHERE kind = 'domain' ORDER BY identity_key");
        for (const auto& row : found.rows)
            known_domains_.push_back(row.text(0));
        domains_version_ = now;
    }
    return known_domains_;
}

Terms Store::load_terms(const Seller& seller, const TermsQuery& query) {
    Terms terms;
    terms.seller = seller;
    const auto& customer = query.customer_no;
    Transaction snapshot(*session_, Access::read);
    if (!customer.empty()) load_customer(*session_, terms, customer, query.price_date);
    const auto skus =
        named_skus(*session_, customer, query.item_codes, query.gtins, query.buyer_items);
    terms.items = find_items(*session_, skus);
    terms.stock = find_stock(*session_, skus);
    terms.prices = find_prices(*session_, skus, customer, query.price_date);
    terms.promotions = find_promotions(*session_, skus, customer);
    terms.references = find_references(*session_, customer, normalised(query.buyer_items));
    terms.frameworks = find_frameworks(*session_, skus, customer);
    terms.earlier = find_earlier(*session_, customer, query.buyer_order_key);
    terms.known_domains = known_domains();
    snapshot.commit();
    return terms;
}

std::vector<EarlierOrder> Store::earlier_with_content(const std::string& customer_no,
                                                      const std::string& content_key,
                                                      Instant since) {
    return find_earlier_content(*session_, customer_no, content_key, since);
}

} // namespace besteld
