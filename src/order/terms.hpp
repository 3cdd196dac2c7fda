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
// How a number of ours may be written and still name its article (domain.md 5.3, M1): blanks,
// dashes, case and leading zeros do not count; zeros count; every character counts.
enum class ItemNumbers { loose, zeros_count, as_written };

struct Seller {
    std::string name = "Noordkade Verpakkingen B.V.";
    std::string gln;
    std::string vat;
    std::vector<std::string> mail_addresses; // all our own; never answered
    // Mail servers of ours whose Authentication-Results are believed; empty: senders are not
    // proven.
    std::vector<std::string> authserv_ids;
    int trusted_hops = 2; // Received fields that our own servers add at most
    std::string zone = "Europe/Amsterdam";
    std::vector<Date> holidays; // weekends are closed always
    int inbound_handling_days = 1;
    int release_lead_days = 1;
    ItemNumbers item_numbers = ItemNumbers::loose;
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
    std::string phone;
    bool may_order = true;
    std::optional<Decimal> order_limit;
};

// Leave to buy what the law guards: kind is the item class it covers ("dangerous", "excise" …).
struct Licence {
    std::string kind;
    std::string number;
    std::optional<Date> valid_to;
};

struct Customer {
    std::string no;
    std::string name;
    std::string language;          // nl, en, de, fr, zh
    std::string country;           // ISO 3166-1 alpha-2
    std::string status = "active"; // active, blocked, closed
    std::string successor;
    std::string order_mail;             // where answers go
    std::string edi_id;                 // UNB id for our answers; empty: no EDI
    std::string edi_profile;            // "eancom97", "d96a", "d01b", …; empty: no EDI answers
    bool trusted_dkim = false;          // the domain signs its mail
    std::string price_group;            // also of assortments and discounts; empty: none
    std::string vat;                    // as registered, with country prefix; empty: none
    std::optional<Date> vat_checked_on; // when an authority last said that it is valid
    std::string phone;                  // known, for calling back
    std::string bank_account;           // IBAN or national number, for noticing another
    std::string change_quantities; // of X12 860 POC03: "total" or "difference"; empty: not agreed
    bool partial_changes = false;  // what can be done of a change is done, the rest refused
    std::string bill_to_gln;       // of who gets the invoice; empty: the customer
    std::string bill_to_name;
    std::string bill_to_postcode;
    std::string bill_to_house_no;
    std::vector<Contact> contacts;
    std::vector<Licence> licences;
    std::string bank_name;       // of bank_account
    std::string invoice_address; // one line, as it is registered for tax
    std::string invoice_kind;    // special, ordinary, digital; empty: not agreed
    std::string invoice_mail;    // where e-invoices go
};

enum class DeviationPolicy { explicit_consent, silent_after, preagreed };
enum class Rounding { ask, up, nearest, down };
enum class PriceDateBasis { received, delivery }; // which day's price counts

// When and by whom a row of base data came to be what it is: the version a verdict names.
struct Provenance {
    std::int64_t import_id = 0; // 0: not known
    Instant recorded_from{};
};

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
    std::map<std::string, Decimal>
        check_tolerance; // per-customer override: check name → tolerance in the check's own measure
    PriceDateBasis price_date_basis = PriceDateBasis::received;
    Decimal line_value_tolerance{};  // of a stated line amount, beyond rounding
    Decimal quantity_over_percent{}; // how much more than ordered may be confirmed and delivered
    Decimal quantity_under_percent{};
    int date_tolerance_days = 0;     // a promise this much later is still as ordered
    int maximum_parts = 0;           // of a split delivery; 0: no limit
    int transport_days = 0;          // working days on the road, part of the lead time
    int horizon_days = 180;          // an order further ahead than this is asked about
    std::optional<Decimal> rush_fee; // what earlier than the lead time costs; absent: not offered
    std::string credit_currency;     // of limit and open items; empty: the agreement's
    int overdue_days_allowed = 14;
    int oldest_overdue_days = 0; // of the customer's open items, as last told by finance
    std::optional<Instant> credit_as_of;
    std::vector<std::string> required_fields; // CompletenessRule: "registration:cost_reference" …
    // How far a confirmation may differ from the order where deviation_policy is preagreed or
    // silent_after: see order/deviation_scope.hpp.
    std::map<std::string, Decimal> deviation_scope;
    Provenance provenance;
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
    std::optional<Decimal> maximum_quantity; // in stock units, per order line
    std::optional<Date> sell_from;
    std::string item_group;               // of prices, discounts, assortments and lead times
    std::string mix_group;                // quantities of its members add up for price breaks
    std::vector<std::string> former_skus; // numbers it had before (M4)
    std::vector<std::string> classes;     // dangerous, excise, export_controlled, …
    std::map<std::string, std::string> properties; // "width" → "50 mm", "colour" → "transparant"
    std::optional<Decimal> floor_price; // per stock unit, in floor_currency: nothing goes below
    std::string floor_currency;
    std::optional<int> lead_days;       // working days, when the item needs more than agreed
    std::optional<int> shelf_life_days; // at least left at delivery when nothing else is asked
    std::string tax_category;           // when it is not the agreement's; EN 16931 letter
    std::optional<Decimal> tax_percent;
    bool made_to_order = false; // production has begun when the order is confirmed
    std::string tax_name; // what invoices call it by tax law (货物或应税劳务名称); empty: its name
};

enum class BreakBasis { line, item, mix_group }; // which quantity a price break looks at

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
    std::string item_group; // set: for every item of this group, and sku is empty
    BreakBasis break_basis = BreakBasis::line;
    Provenance provenance;
};

struct Promotion {
    std::string code;
    std::string sku;
    Decimal percent_off{};
    Date ordered_from{};
    Date ordered_to{};
    std::optional<Date> delivered_to;
    bool must_be_claimed = true;
    std::optional<Date> delivered_from;
    std::optional<Decimal> maximum_quantity; // stock units per order
    std::optional<Decimal> price;            // per stock unit, in place of a percentage
    bool exclusive = false; // before group and list prices; never together with other discounts
    Provenance provenance;
};

// A discount or surcharge outside the price itself (domain.md 4.1). They apply in the order of
// `sequence`, each to what the ones before left over.
struct ChargeRule {
    std::int64_t id = 0;
    std::string code; // freight, rush, energy, small_order, bonus, … ; what documents call it
    bool is_allowance = false;
    std::string level;      // "line" or "order"
    std::string sku;        // empty: any
    std::string item_group; // empty: any
    std::optional<Decimal> percent;
    std::optional<Decimal> amount;        // per line or order
    std::optional<Decimal> from_value;    // of the level's net; absent: always
    std::optional<Decimal> below_value;   // freight below 500.00
    std::optional<Decimal> from_quantity; // stock units, lines only
    std::string currency;
    int sequence = 0;
    Date valid_from{};
    std::optional<Date> valid_to;
    Provenance provenance;
};

// What the customer, or his price group, may buy. Any rule that allows makes a closed list of it.
struct AssortmentRule {
    std::string sku; // or
    std::string item_group;
    bool allowed = true;
    Date valid_from{};
    std::optional<Date> valid_to;
};

// Of one customer and item; goes before the item's own figures. Quantities in stock units.
struct QuantityRule {
    std::string sku;
    std::optional<Decimal> minimum;
    std::optional<Decimal> maximum; // per order line
    std::optional<Decimal> quota;   // per calendar month, over all orders
    Decimal quota_used{};           // by orders accepted this month
    std::optional<Decimal> multiple;
    std::string sales_unit; // the unit it is sold in; empty: any of the item's
    std::optional<Rounding> rounding;
    std::optional<Decimal> ask_above_percent;
};

struct SubstitutionRule {
    std::string sku;
    std::string substitute;
    Decimal ratio{1};         // substitute's stock units for one of the old
    bool keep_price = false;  // the old item's price is kept
    std::string mode = "ask"; // allowed, ask, forbidden
};

// What was offered before the order (C09).
struct Quotation {
    std::string number;
    std::string sku;
    Decimal price{}; // per base_quantity × unit
    Decimal base_quantity{1};
    std::string unit;
    std::string currency;
    std::optional<Decimal> maximum_quantity; // stock units
    Date valid_from{};
    Date valid_to{};
};

// Words of this customer for an item, from people's confirmations alone (domain.md 5.3).
struct LearnedPhrase {
    std::int64_t id = 0;
    std::string phrase; // normalised by phrase_key() of check/phrase_key.hpp
    std::string sku;
    std::string unit; // Rec 20; empty: the phrase says nothing of it
    int confirmations = 0;
    std::string status; // active, review, revoked
    std::optional<Date> expires_on;
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
    std::string unloading_from;    // "06:00"; empty: any time
    std::string unloading_to;
    std::string calendar; // code of its days closed; empty: ours
    std::string region;   // province or state
    std::string phone;
    std::optional<int> transport_days; // overrides the agreement's
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
};

struct ItemReference {
    std::string buyer_item;
    std::string sku;
    std::string unit; // when their number means one packing
    std::optional<Date> valid_from;
    std::optional<Date> valid_to;
    std::optional<Decimal> factor;    // stock units in one of theirs, when not a unit of the item
    std::string status = "confirmed"; // proposed, confirmed
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

struct Batch {
    std::string number;
    Decimal quantity{};
    std::optional<Date> best_before;
};

struct Stock {
    std::string sku;
    Decimal on_hand{};
    Decimal safety{};
    std::vector<Receipt> receipts;
    std::vector<Promise> promises;
    std::optional<Instant> as_of;
    std::vector<Batch> batches; // part of on_hand, where batches are kept
};

struct Framework {
    std::string number;
    std::string sku;
    Decimal total_quantity{};
    Decimal called_off{}; // by what base data say and by our own accepted orders since
    Decimal price{};
    Date valid_to{};
    std::optional<Date> valid_from;
    std::optional<Decimal> release_minimum; // stock units per call-off
    std::optional<Decimal> release_maximum;
    Decimal over_call_percent{};
    std::optional<Decimal> total_value; // in `currency`; with it called_value
    Decimal called_value{};
    std::string currency;
    Provenance provenance;
};

// An order we have already, with the same buyer number or the same content (domain.md 5.4).
struct EarlierLine {
    std::string buyer_line;
    std::string sku;
    std::optional<Decimal> quantity; // in `unit`
    std::string unit;
    std::optional<Decimal> quantity_stock;
    std::optional<Decimal> price_stock; // as ordered
    std::string requested;              // ISO date; empty: none
    bool made_to_order = false;
    Decimal delivered{};        // goods issued, in `delivered_unit`
    std::string delivered_unit; // empty: nothing of it is to be delivered yet
};

struct EarlierOrder {
    std::int64_t order_id = 0;
    std::string official_no; // empty before acceptance
    std::string buyer_order_key;
    std::string content_key;
    std::string state;
    Instant received_at{};
    std::string case_no;
    std::string buyer_order_no; // as written
    std::string buyer_version;
    std::string channel; // edifact, mail, typed …
    std::string ship_to_id;
    std::vector<EarlierLine> lines;
    bool picked = false; // the warehouse has it in hand
};

// What this customer usually orders, from orders that were accepted.
struct History {
    int orders = 0;
    std::optional<Date> last_order_on;
    std::optional<Decimal> median_value;  // of the last 12, net, in the agreement's currency
    std::optional<Decimal> highest_value; // of the last 12 months
    std::map<std::string, std::vector<Decimal>>
        quantities;                                  // SKU → last 12, stock units, newest first
    std::map<std::string, Decimal> highest_quantity; // SKU → of the last 12 months
    bool known = false; // false: nothing could be looked up, and nothing may be concluded
};

// Where or to whom or what the law or we do not sell (B10). Empty fields match anything.
struct Embargo {
    std::string country;    // ISO 3166-1 alpha-2 of buyer or ship-to
    std::string party;      // words that all stand in a party's name
    std::string item_class; // of an item
    std::string clause;     // which law or rule
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
    std::vector<ChargeRule> charges;        // of the customer, his group, or everybody
    std::vector<AssortmentRule> assortment;
    std::vector<QuantityRule> quantity_rules;
    std::vector<SubstitutionRule> substitutions;
    std::vector<Quotation> quotations;      // of this customer, by the numbers the draft named
    std::vector<LearnedPhrase> phrases;     // of this customer, for the phrases the draft holds
    std::map<std::string, Item> candidates; // by SKU: items that share a rare word with a line's
                                            // text and that the customer bought or may buy (M7, M8)
    std::map<std::string, std::vector<Date>> calendars; // code → closed days, past and to come
    std::vector<Embargo> embargoes;
    History history;
    Decimal own_exposure{}; // gross value of orders accepted and not yet invoiced (domain.md 4.1)
    std::optional<Instant> known_at; // set: base data as they were known then
};

} // namespace besteld
