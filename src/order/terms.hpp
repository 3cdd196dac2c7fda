// SPDX-License-Identifier: Apache-2.0
#pragma once

// What we agreed and what we have: the slice of base data that one order needs, as the store hands
// it over. Plain values, no behaviour: checks are functions over them. Meanings: domain.md 4.1.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// Ourselves, from configuration.
struct Seller {
    std::string name = "Noordkade Verpakkingen B.V.";
    std::string gln;
    std::string vat;
    std::vector<std::string> mail_addresses; // all our own; never answered
    std::string zone = "Europe/Amsterdam";
    std::vector<Date> holidays; // weekends are closed always
    int inbound_handling_days = 1;
    int release_lead_days = 1;
};

// How one customer can be known. kind: gln, vat, edi (UNB sender, "id" or "id:qualifier"), peppol
// ("scheme:id"), duns, mail (exact address), domain, customer_no (our number), buyer_code (their
// own)
struct Identity {
    std::string kind;
    std::string value; // normalised: upper case without blanks; mail and domain in lower case
    friend auto operator<=>(const Identity&, const Identity&) = default;
};

struct IdentityHit {
    Identity identity;
    std::string customer_no;
};

struct Contact {
    std::string mail;
    std::string name;
    bool may_order = true;
    std::optional<Decimal> order_limit;
};

struct Customer {
    std::string no;
    std::string name;
    std::string language;          // nl, en, de, fr, zh
    std::string country;           // ISO 3166-1 alpha-2
    std::string status = "active"; // active, blocked, closed
    std::string successor;
    std::string order_mail;    // where answers go
    std::string edi_id;        // UNB id for our answers; empty: no EDI
    std::string edi_profile;   // "eancom97", "d96a", "d01b", …; empty: no EDI answers
    bool trusted_dkim = false; // the domain signs its mail
    std::vector<Contact> contacts;
};

enum class DeviationPolicy { explicit_consent, silent_after, preagreed };
enum class Rounding { ask, up };

struct Agreement {
    std::string number; // "A-C1001-2026"
    Date valid_from{};
    std::optional<Date> valid_to;
    std::string currency;
    DeviationPolicy deviation_policy = DeviationPolicy::explicit_consent;
    int silent_days = 0;
    bool straight_through = false;
    std::string ack_policy = "receipt"; // none, receipt
    int lead_days = 0;                  // working days of our calendar
    std::string cut_off;                // "12:00"; empty: end of day
    std::string delivery_weekdays;      // ISO digits "24" = Tuesday and Thursday; empty: "12345"
    std::string delivery_terms;         // "DAP Zwolle"
    std::string payment_terms;
    int prepaid_percent = 0;
    std::string tax_category = "S";
    Decimal tax_percent{};
    std::optional<Decimal> minimum_value;
    std::optional<Decimal> small_order_fee;
    bool partial_allowed = false;
    bool backorder_allowed = false;
    bool complete_only = false;
    Rounding rounding = Rounding::ask;
    Decimal rounding_auto_percent{}; // round up without asking up to this; pre-agreed then (T21)
    Decimal price_tolerance_percent{};
    Decimal price_tolerance_amount{}; // both must hold; limits are inclusive
    std::optional<Decimal> credit_limit;
    Decimal credit_open{};
    bool cost_reference_required = false;
    std::map<std::string, std::string>
        check_severity; // per-customer override: check name → severity
};

struct ItemUnit {
    std::string unit;  // Rec 20 code
    Decimal factor{1}; // stock units in one of these
    std::string gtin;  // of this level; may be empty
};

struct Item {
    std::string sku;
    std::map<std::string, std::string> names; // by language; "" = default
    std::string stock_unit;
    std::vector<ItemUnit> units; // the stock unit first
    std::string status = "active";
    std::optional<Date> sell_to;
    std::string substitute;
    std::optional<Decimal> minimum_quantity; // in stock units
    std::optional<Decimal> multiple;         // in stock units
};

// One price: scope is a customer, a group or the list.
struct PriceRule {
    std::int64_t id = 0;
    std::string scope; // "customer", "group", "list"
    std::string sku;
    Decimal from_quantity{}; // in stock units; 0 = any
    Decimal amount{};
    Decimal base_quantity{1};
    std::string unit; // Rec 20; the stock unit unless said
    std::string currency;
    Date valid_from{};
    std::optional<Date> valid_to;
};

struct Promotion {
    std::string code;
    std::string sku;
    Decimal percent_off{};
    Date ordered_from{};
    Date ordered_to{};
    std::optional<Date> delivered_to;
    bool must_be_claimed = true;
};

struct ShipTo {
    std::string id;
    std::string name;
    std::string gln;
    std::string buyer_code;
    std::string street;
    std::string house_no; // with addition
    std::string postcode;
    std::string city;
    std::string country;
    bool is_default = false;
    std::string delivery_weekdays; // overrides the agreement's
};

struct ItemReference {
    std::string buyer_item;
    std::string sku;
    std::string unit; // when their number means one packing
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
};

struct Receipt { // planned into stock
    Date date{};
    Decimal quantity{};
    std::string kind; // inbound, production
};

struct Promise { // promised out of stock by accepted orders
    Date date{};
    Decimal quantity{};
};

struct Stock {
    std::string sku;
    Decimal on_hand{};
    Decimal safety{};
    std::vector<Receipt> receipts;
    std::vector<Promise> promises;
    std::optional<Instant> as_of;
};

struct Framework {
    std::string number;
    std::string sku;
    Decimal total_quantity{};
    Decimal called_off{};
    Decimal price{};
    Date valid_to{};
};

// An order we have already, with the same buyer number or the same content (domain.md 5.4).
struct EarlierOrder {
    std::int64_t order_id = 0;
    std::string official_no; // empty before acceptance
    std::string buyer_order_key;
    std::string content_key;
    std::string state;
    Instant received_at{};
};

// All that the checks may know about one order besides the order itself.
struct Terms {
    Seller seller;
    std::vector<IdentityHit> hits;    // of every key the draft offered
    std::optional<Customer> customer; // the one identification chose
    std::optional<Agreement> agreement;
    std::vector<Agreement> other_agreements; // not valid on the day, for explaining
    std::vector<ShipTo> ship_tos;
    std::map<std::string, Item> items; // by SKU: every item that any identifier of the draft named
    std::vector<ItemReference> references;
    std::vector<PriceRule> prices; // of these items, every scope that may apply to the customer
    std::vector<Promotion> promotions;
    std::map<std::string, Stock> stock;
    std::vector<Framework> frameworks;
    std::vector<EarlierOrder> earlier;
    std::vector<std::string> known_domains; // every customer's mail domain, for look-alikes
};

} // namespace besteld
