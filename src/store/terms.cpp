// SPDX-License-Identifier: Apache-2.0

// The slice of base data that one order needs. Every query begins with what the order knows, so
// that its cost does not grow with the tables.
#include "base/text.hpp"
#include "store/acceptances.hpp"
#include "store/base_data_rows.hpp"
#include "store/read_terms.hpp"
#include "store/row_lists.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

void add_skus(std::set<std::string>& skus, const Result& found) {
    for (const auto& row : found.rows)
        if (!row.text(0).empty()) skus.insert(row.text(0));
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

// Every item that a number of the draft may mean, and what may be delivered in its place: a
// substitute is offered with its price and stock.
Skus named_skus(Session& session, const TermsQuery& query, const Terms& terms, const Buyer& buyer) {
    std::set<std::string> skus;
    const auto codes = normalised(query.item_codes);
    add_skus(skus, rows_in(session, "SELECT sku FROM item WHERE sku_key IN", codes, {}));
    add_skus(skus, rows_in(session, "SELECT sku FROM item_former WHERE sku_key IN", codes, {}));
    add_skus(skus, rows_in(session, "SELECT sku FROM item_unit WHERE gtin_key IN",
                           gtin_keys(query.gtins), {}));
    for (const auto& reference : terms.references)
        skus.insert(reference.sku);
    for (const auto& phrase : terms.phrases)
        skus.insert(phrase.sku);
    for (const auto& quotation : terms.quotations)
        skus.insert(quotation.sku);
    const Skus named{skus.begin(), skus.end()};
    add_skus(skus, rows_in(session, "SELECT substitute FROM item WHERE sku IN", named, {}));
    for (const auto& rule : find_substitutions(session, named, buyer))
        skus.insert(rule.substitute);
    return {skus.begin(), skus.end()};
}

bool is_valid_on(const Agreement& agreement, Date date) {
    return agreement.valid_from <= date && (!agreement.valid_to || *agreement.valid_to >= date);
}

void read_customer(Session& session, Terms& terms, const TermsQuery& query) {
    if (query.customer_no.empty()) return;
    terms.customer = find_customer(session, query.customer_no);
    if (!terms.customer) return;
    terms.ship_tos = find_ship_tos(session, query.customer_no);
    terms.calendars = find_calendars(session, terms.ship_tos);
    for (auto& agreement : find_agreements(session, query.customer_no)) {
        // The latest beginning wins; find_agreements gives it first.
        if (is_valid_on(agreement, query.price_date) && !terms.agreement)
            terms.agreement = std::move(agreement);
        else
            terms.other_agreements.push_back(std::move(agreement));
    }
}

// The customer's own words and numbers for items.
void read_references(Session& session, Terms& terms, const TermsQuery& query) {
    const auto& customer = query.customer_no;
    terms.references = find_references(session, customer, normalised(query.buyer_items));
    terms.phrases = find_phrases(session, customer, query.phrases, query.price_date);
    terms.quotations = find_quotations(session, customer, normalised(query.quotations));
}

void read_embargoes(Session& session, Terms& terms, const TermsQuery& query) {
    auto names = query.parties;
    if (terms.customer) names.push_back(terms.customer->name);
    for (const auto& ship_to : terms.ship_tos)
        names.push_back(ship_to.name);
    terms.embargoes = find_embargoes(session, names);
}

// Of limit and open items.
std::string credit_currency(const Agreement& agreement) {
    return agreement.credit_currency.empty() ? agreement.currency : agreement.credit_currency;
}

// What was accepted before counts in quotas, call-offs, exposure and usual quantities.
void read_acceptances(Session& session, Terms& terms, const TermsQuery& query, const Skus& skus) {
    HistoryQuery history{.customer_no = query.customer_no, .skus = skus, .today = query.price_date};
    if (terms.agreement) {
        history.currency = terms.agreement->currency;
        terms.own_exposure =
            uninvoiced_value(session, query.customer_no, credit_currency(*terms.agreement));
    }
    terms.history = find_history(session, history);
    if (!terms.quantity_rules.empty()) {
        const auto used = accepted_this_month(session, history);
        for (auto& rule : terms.quantity_rules)
            if (const auto sum = used.find(rule.sku); sum != used.end())
                rule.quota_used = sum->second;
    }
    for (auto& [framework, counted_at] : find_frameworks(session, skus, query.customer_no)) {
        const auto ours = called_off_since(session, query.customer_no, framework, counted_at);
        framework.called_off += ours.quantity;
        framework.called_value += ours.value;
        terms.frameworks.push_back(std::move(framework));
    }
}

void read_rules(Session& session, Terms& terms, const Buyer& buyer, LookUpDays period,
                const Skus& skus) {
    terms.prices = find_prices(session, terms.items, buyer, period);
    terms.promotions = find_promotions(session, skus, buyer.customer_no);
    terms.charges = find_charges(session, terms.items, buyer, period);
    terms.quantity_rules = find_quantity_rules(session, skus, buyer);
    terms.substitutions = find_substitutions(session, skus, buyer);
    auto items = terms.items;
    items.insert(terms.candidates.begin(), terms.candidates.end());
    terms.assortment = find_assortment(session, items, buyer, period);
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

std::set<std::string> Store::made_to_order(const std::vector<std::string>& skus) {
    return find_made_to_order(*session_, skus);
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

Terms read_terms(Session& session, const Seller& seller, const TermsQuery& query) {
    Terms terms;
    terms.seller = seller;
    read_customer(session, terms, query);
    const Buyer buyer{query.customer_no, terms.customer ? terms.customer->price_group : ""};
    const LookUpDays period{
        query.price_date,
        std::max(query.price_date, query.delivered_by.value_or(query.price_date))};
    read_references(session, terms, query);
    const auto skus = named_skus(session, query, terms, buyer);
    terms.items = find_items(session, skus);
    terms.candidates = find_candidates(session, buyer, query.item_words, period);
    terms.stock = find_stock(session, skus);
    read_rules(session, terms, buyer, period, skus);
    read_acceptances(session, terms, query, skus);
    read_embargoes(session, terms, query);
    terms.earlier = find_earlier(session, query.customer_no, query.buyer_order_key);
    return terms;
}

Terms Store::load_terms(const Seller& seller, const TermsQuery& query) {
    if (query.known_at) {
        Terms then;
        auto inside = query;
        inside.known_at.reset();
        as_known_at(*query.known_at, [&] { then = load_terms(seller, inside); });
        then.known_at = query.known_at;
        return then;
    }
    Transaction snapshot(*session_, Access::read);
    auto terms = read_terms(*session_, seller, query);
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
