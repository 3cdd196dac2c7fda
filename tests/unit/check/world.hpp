// SPDX-License-Identifier: Apache-2.0
#pragma once

// The demo world of the acceptance scenarios in code: Noordkade Verpakkingen, its customers and
// articles, Monday 2 March 2026, 09:15 in Amsterdam. Each function gives fresh values to change.

#include "base/zone.hpp"
#include "check/check_order.hpp"

#include <string>
#include <utility>
#include <vector>

namespace besteld::world {

inline Decimal dec(std::string_view text) {
    return Decimal::parse(text).value();
}

inline Date day(int month, unsigned number) {
    return make_date(2026, static_cast<unsigned>(month), number);
}

// A wall-clock time in Amsterdam in 2026.
inline Instant at(int month, unsigned number, int hour, int minute, int second = 0,
                  int millis = 0) {
    using namespace std::chrono;
    return Zone("Europe/Amsterdam")
        .instant(day(month, number),
                 hours(hour) + minutes(minute) + seconds(second) + milliseconds(millis));
}

inline Instant monday_morning() {
    return at(3, 2, 9, 15);
}

inline Seller seller() {
    return {.gln = "9520000000011",
            .vat = "NL123456789B13",
            .mail_addresses = {"orders@noordkade.example"},
            .holidays = {day(4, 3), day(4, 6), day(4, 27)}};
}

inline std::map<std::string, Item> items() {
    const auto item = [](std::string sku, std::string name, std::vector<ItemUnit> units) {
        Item made{.sku = sku, .names = {{"", std::move(name)}}, .stock_unit = units.front().unit};
        made.units = std::move(units);
        return std::pair(sku, made);
    };
    std::map<std::string, Item> all{
        item("NK-100", "doos 300x200x150",
             {{"H87", Decimal{1}, "9521000000018"}, {"XBE", Decimal{25}, "19521000000015"}}),
        item("NK-210", "PP-tape transparant 50 mm x 66 m",
             {{"XRO", Decimal{1}, "9521000000025"}, {"XCT", Decimal{36}, "19521000000022"}}),
        item("NK-330", "rekwikkelfolie 500 mm 23 µm",
             {{"XRO", Decimal{1}, "9521000000032"}, {"XCT", Decimal{6}, "19521000000039"}}),
        item("NK-331", "rekwikkelfolie 500 mm 20 µm",
             {{"XRO", Decimal{1}, "9521000000049"}, {"XCT", Decimal{6}, ""}}),
        item("NK-400", "luchtkussenfolie 500 mm x 100 m", {{"XRO", Decimal{1}, "9521000000070"}}),
        item("NK-505", "handschoen nitril M, box 100", {{"XBX", Decimal{1}, "9521000000056"}}),
        item("NK-900", "hotmelt lijm", {{"KGM", Decimal{1}, "9521000000063"}}),
    };
    all["NK-100"].minimum_quantity = Decimal{100};
    all["NK-100"].multiple = Decimal{25};
    all["NK-210"].multiple = Decimal{36};
    all["NK-330"].sell_to = day(6, 30);
    all["NK-330"].substitute = "NK-331";
    return all;
}

inline std::map<std::string, Stock> stock() {
    std::map<std::string, Stock> all;
    const auto put = [&](const std::string& sku, int on_hand) {
        all[sku] = {.sku = sku, .on_hand = Decimal{on_hand}};
    };
    put("NK-100", 4000);
    put("NK-210", 1800);
    put("NK-330", 30);
    put("NK-331", 200);
    put("NK-400", 300);
    put("NK-505", 500);
    put("NK-900", 150);
    all["NK-330"].receipts = {{day(3, 12), Decimal{60}, "inbound"}};
    all["NK-900"].receipts = {{day(3, 10), Decimal{500}, "production"}};
    return all;
}

inline PriceRule price(std::string scope, std::string sku, std::string_view amount, int from = 0,
                       std::string currency = "EUR") {
    return {.scope = std::move(scope),
            .sku = std::move(sku),
            .from_quantity = Decimal{from},
            .amount = dec(amount),
            .currency = std::move(currency),
            .valid_from = day(1, 1),
            .valid_to = day(12, 31)};
}

inline Terms base_terms() {
    Terms terms{.seller = seller()};
    terms.items = items();
    terms.stock = stock();
    terms.known_domains = {"korenaar.example", "mueller-haustechnik.example", "hengda.example",
                           "harbor.example"};
    return terms;
}

inline Agreement agreement_of(std::string number) {
    return {.number = std::move(number),
            .valid_from = day(1, 1),
            .valid_to = day(12, 31),
            .currency = "EUR"};
}

// C1001 Bakkerij De Korenaar: Tuesday and Thursday, two working days, cut-off 12:00.
inline Terms korenaar() {
    Terms terms = base_terms();
    terms.hits = {{{"gln", "9520000001018"}, "C1001"}, {{"domain", "korenaar.example"}, "C1001"}};
    terms.customer = Customer{.no = "C1001",
                              .name = "Bakkerij De Korenaar B.V.",
                              .language = "nl",
                              .country = "NL",
                              .order_mail = "inkoop@korenaar.example",
                              .trusted_dkim = true};
    Agreement agreement = agreement_of("A-C1001-2026");
    agreement.lead_days = 2;
    agreement.cut_off = "12:00";
    agreement.delivery_weekdays = "24";
    agreement.delivery_terms = "DAP Zwolle";
    agreement.tax_percent = Decimal{21};
    agreement.minimum_value = Decimal{250};
    agreement.small_order_fee = dec("17.50");
    agreement.partial_allowed = true;
    agreement.backorder_allowed = true;
    agreement.rounding = Rounding::up;
    agreement.rounding_auto_percent = Decimal{10};
    agreement.credit_limit = Decimal{10000};
    agreement.credit_open = Decimal{1200};
    terms.agreement = agreement;
    terms.ship_tos = {{.id = "ST-01",
                       .name = "DC Zwolle",
                       .gln = "9520000001025",
                       .street = "Havenweg",
                       .house_no = "3",
                       .postcode = "8011 AB",
                       .city = "Zwolle",
                       .country = "NL",
                       .is_default = true},
                      {.id = "ST-02",
                       .name = "Winkel Assen",
                       .street = "Rolderstraat",
                       .house_no = "14",
                       .postcode = "9401 AN",
                       .city = "Assen",
                       .country = "NL"}};
    terms.prices = {
        price("customer", "NK-100", "0.78"),       price("customer", "NK-100", "0.74", 500),
        price("customer", "NK-100", "0.71", 1000), price("customer", "NK-210", "1.15"),
        price("customer", "NK-330", "9.40"),       price("customer", "NK-331", "9.40"),
        price("list", "NK-100", "0.82"),           price("list", "NK-210", "1.35")};
    terms.promotions = {{.code = "LENTE26",
                         .sku = "NK-210",
                         .percent_off = Decimal{8},
                         .ordered_from = day(3, 2),
                         .ordered_to = day(3, 13),
                         .delivered_to = day(3, 20)}};
    return terms;
}

// C1002 Müller Haustechnik: complete only, price tolerance 1 % and 0.05.
inline Terms mueller() {
    Terms terms = base_terms();
    terms.hits = {{{"gln", "9520000002015"}, "C1002"}, {{"vat", "DE136695976"}, "C1002"}};
    terms.customer = Customer{
        .no = "C1002", .name = "Müller Haustechnik GmbH", .language = "de", .country = "DE"};
    Agreement agreement = agreement_of("A-C1002-2026");
    agreement.lead_days = 3;
    agreement.complete_only = true;
    agreement.price_tolerance_percent = Decimal{1};
    agreement.price_tolerance_amount = dec("0.05");
    agreement.tax_category = "K";
    agreement.credit_limit = Decimal{50000};
    terms.agreement = agreement;
    terms.ship_tos = {{.id = "ST-K",
                       .name = "Werk Kassel",
                       .gln = "9520000002022",
                       .city = "Kassel",
                       .country = "DE",
                       .is_default = true}};
    terms.prices = {price("customer", "NK-100", "0.76"), price("customer", "NK-330", "9.10"),
                    price("customer", "NK-900", "4.20"), price("customer", "NK-400", "6.40")};
    return terms;
}

// C1005 Stadsziekenhuis Rijnmond: framework BO-7781 with 300 boxes open, cost centre required.
inline Terms rijnmond() {
    Terms terms = base_terms();
    terms.hits = {{{"duns", "000000005"}, "C1005"}};
    terms.customer = Customer{
        .no = "C1005", .name = "Stadsziekenhuis Rijnmond", .language = "nl", .country = "NL"};
    Agreement agreement = agreement_of("A-C1005-2026");
    agreement.lead_days = 1;
    agreement.cost_reference_required = true;
    terms.agreement = agreement;
    terms.ship_tos = {{.id = "ST-R",
                       .name = "Magazijn",
                       .city = "Rotterdam",
                       .country = "NL",
                       .is_default = true}};
    terms.prices = {price("customer", "NK-505", "6.90")};
    terms.frameworks = {{.number = "BO-7781",
                         .sku = "NK-505",
                         .total_quantity = Decimal{5000},
                         .called_off = Decimal{4700},
                         .price = dec("6.90"),
                         .valid_to = day(12, 31)}};
    return terms;
}

inline Field field(std::string value, int score = 100) {
    return {.value = std::move(value), .score = score, .place = {.where = "test"}};
}

inline PartyDraft party(PartyRole role, std::string scheme, std::string id) {
    PartyDraft made{.role = role};
    made.ids.push_back({.value = {.scheme = std::move(scheme), .id = std::move(id)}});
    return made;
}

inline Sourced<DateSpec> deliver_on(std::string iso) {
    return {.value = {.kind = DateKind::on, .start = iso, .raw = iso}};
}

inline LineDraft by_gtin(std::string gtin, std::string quantity, std::string price_text = {}) {
    LineDraft line{.gtin = field(std::move(gtin)), .quantity = field(std::move(quantity))};
    if (!price_text.empty()) line.unit_price = field(std::move(price_text));
    return line;
}

inline LineDraft by_sku(std::string sku, std::string quantity, std::string unit_code,
                        std::string price_text = {}) {
    LineDraft line{.seller_item = field(std::move(sku)), .quantity = field(std::move(quantity))};
    line.unit = field(unit_code);
    line.unit_code = field(std::move(unit_code));
    if (!price_text.empty()) line.unit_price = field(std::move(price_text));
    return line;
}

// ORDERS 4500017 of C1001 for Thursday 5 March (scenario S01).
inline OrderDraft clean_edi_order() {
    OrderDraft draft{.format = "edifact",
                     .message_type = "ORDERS",
                     .version = "D.96A",
                     .document_class = DocumentClass::order};
    draft.order_number = field("4500017");
    draft.parties = {party(PartyRole::buyer, "0088", "9520000001018"),
                     party(PartyRole::ship_to, "0088", "9520000001025")};
    draft.requested = deliver_on("2026-03-05");
    draft.lines = {by_gtin("9521000000018", "500", "0.74"), by_gtin("9521000000025", "72", "1.15")};
    draft.lines[0].line = field("1");
    draft.lines[1].line = field("2");
    draft.stated_line_count = field("2");
    return draft;
}

inline MailHead mail_of(std::string address) {
    return {.message_id = "m1@korenaar.example",
            .from = {.address = std::move(address), .name = "Petra"},
            .subject = "bestelling"};
}

struct Judged {
    Identification who;
    Order order;
    std::vector<Finding> findings;

    const Finding* find(Check check) const {
        for (const Finding& finding : findings) {
            if (finding.check == check) return &finding;
        }
        return nullptr;
    }
    bool has(Check check) const { return find(check) != nullptr; }
    // What a person has to decide.
    std::vector<Check> open() const {
        std::vector<Check> checks;
        for (const Finding& finding : findings) {
            if (is_open(finding)) checks.push_back(finding.check);
        }
        return checks;
    }
};

// The whole way of one draft as the flow takes it, without a store.
inline Judged judge(const OrderDraft& draft, const Terms& terms,
                    Instant received_at = monday_morning(), const MailHead* mail = nullptr,
                    const std::vector<Correction>& corrections = {}) {
    const Origins origins{
        .mail = mail, .channel = "test", .message_sender = {}, .received_at = received_at};
    Judged judged;
    judged.who = identify_customer(draft, origins, terms.hits, corrections);
    judged.order = build_order(draft, origins, judged.who, terms, corrections);
    judged.findings = check_order(draft, judged.order, origins, judged.who, terms, received_at);
    return judged;
}

} // namespace besteld::world
