// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/row_lists.hpp"

#include <set>

namespace besteld {

namespace {

DeviationPolicy policy_named(std::string_view name) {
    if (name == "silent_after") return DeviationPolicy::silent_after;
    if (name == "preagreed") return DeviationPolicy::preagreed;
    return DeviationPolicy::explicit_consent;
}

// "price_above_agreed=info;item_unknown=warn"
std::map<std::string, std::string> pairs_of(std::string_view text) {
    std::map<std::string, std::string> pairs;
    for (const auto piece : split(text, ';')) {
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos) continue;
        pairs[std::string(trim(piece.substr(0, equals)))] = trim(piece.substr(equals + 1));
    }
    return pairs;
}

std::map<std::string, Decimal> tolerances_of(std::string_view text) {
    std::map<std::string, Decimal> tolerances;
    for (const auto& [check, written] : pairs_of(text))
        if (const auto tolerance = Decimal::parse(written)) tolerances[check] = *tolerance;
    return tolerances;
}

int small(const Row& row, std::size_t column) {
    return static_cast<int>(row.integer(column));
}

constexpr std::string_view agreement_columns =
    "number, valid_from, valid_to, currency, deviation_policy, silent_days, straight_through, "
    "ack_policy, lead_days, cut_off, delivery_weekdays, delivery_terms, payment_terms, "
    "prepaid_percent, tax_category, tax_percent, minimum_value, small_order_fee, partial_allowed, "
    "backorder_allowed, complete_only, rounding, rounding_auto_percent, price_tolerance_percent, "
    "price_tolerance_amount, credit_limit, credit_open, cost_reference_required, check_severity, "
    "check_tolerance, price_date_basis, line_value_tolerance, quantity_over_percent, "
    "quantity_under_percent, date_tolerance_days, maximum_parts, transport_days, horizon_days, "
    "rush_fee, credit_currency, overdue_days_allowed, oldest_overdue_days, credit_as_of, "
    "required_fields, deviation_scope, import_id, recorded_from";

void read_delivery_and_tolerances(const Row& row, Agreement& a) {
    a.check_tolerance = tolerances_of(row.text(29));
    a.price_date_basis =
        row.text(30) == "delivery" ? PriceDateBasis::delivery : PriceDateBasis::received;
    a.line_value_tolerance = row.decimal(31);
    a.quantity_over_percent = row.decimal(32);
    a.quantity_under_percent = row.decimal(33);
    a.date_tolerance_days = small(row, 34);
    a.maximum_parts = small(row, 35);
    a.transport_days = small(row, 36);
    a.horizon_days = small(row, 37);
    a.rush_fee = row.maybe_decimal(38);
    a.credit_currency = row.text(39);
    a.overdue_days_allowed = small(row, 40);
    a.oldest_overdue_days = small(row, 41);
    a.credit_as_of = row.maybe_instant(42);
    for (const auto field : split(row.text(43), ';'))
        if (!field.empty()) a.required_fields.emplace_back(field);
    a.deviation_scope = tolerances_of(row.text(44));
}

Agreement agreement_of(const Row& row) {
    Agreement a;
    a.number = row.text(0);
    a.valid_from = row.date(1);
    a.valid_to = row.maybe_date(2);
    a.currency = row.text(3);
    a.deviation_policy = policy_named(row.text(4));
    a.silent_days = small(row, 5);
    a.straight_through = row.integer(6) != 0;
    a.ack_policy = row.text(7);
    a.lead_days = small(row, 8);
    a.cut_off = row.text(9);
    a.delivery_weekdays = row.text(10);
    a.delivery_terms = row.text(11);
    a.payment_terms = row.text(12);
    a.prepaid_percent = small(row, 13);
    a.tax_category = row.text(14);
    a.tax_percent = row.decimal(15);
    a.minimum_value = row.maybe_decimal(16);
    a.small_order_fee = row.maybe_decimal(17);
    a.partial_allowed = row.integer(18) != 0;
    a.backorder_allowed = row.integer(19) != 0;
    a.complete_only = row.integer(20) != 0;
    a.rounding = rounding_named(row.text(21));
    a.rounding_auto_percent = row.decimal(22);
    a.price_tolerance_percent = row.decimal(23);
    a.price_tolerance_amount = row.decimal(24);
    a.credit_limit = row.maybe_decimal(25);
    a.credit_open = row.decimal(26);
    a.cost_reference_required = row.integer(27) != 0;
    a.check_severity = pairs_of(row.text(28));
    read_delivery_and_tolerances(row, a);
    a.provenance = provenance_of(row, 45);
    return a;
}

Customer customer_of(const Row& row) {
    return {.no = row.text(0),
            .name = row.text(1),
            .language = row.text(2),
            .country = row.text(3),
            .status = row.text(4),
            .successor = row.text(5),
            .order_mail = row.text(6),
            .edi_id = row.text(7),
            .edi_profile = row.text(8),
            .trusted_dkim = row.integer(9) != 0,
            .price_group = row.text(10),
            .vat = row.text(11),
            .vat_checked_on = row.maybe_date(12),
            .phone = row.text(13),
            .bank_account = row.text(14),
            .change_quantities = row.text(23),
            .partial_changes = row.integer(24) != 0,
            .bill_to_gln = row.text(15),
            .bill_to_name = row.text(16),
            .bill_to_postcode = row.text(17),
            .bill_to_house_no = row.text(18),
            .bank_name = row.text(19),
            .invoice_address = row.text(20),
            .invoice_kind = row.text(21),
            .invoice_mail = row.text(22)};
}

void add_contacts(Session& session, Customer& customer) {
    const auto found = session.execute("SELECT mail, name, may_order, order_limit, phone "
                                       "FROM contact WHERE customer = $1 ORDER BY mail",
                                       {value(customer.no)});
    for (const auto& row : found.rows)
        customer.contacts.push_back({.mail = row.text(0),
                                     .name = row.text(1),
                                     .phone = row.text(4),
                                     .may_order = row.integer(2) != 0,
                                     .order_limit = row.maybe_decimal(3)});
}

void add_licences(Session& session, Customer& customer) {
    const auto found = session.execute("SELECT kind, number, valid_to FROM licence "
                                       "WHERE customer = $1 ORDER BY kind, number",
                                       {value(customer.no)});
    for (const auto& row : found.rows)
        customer.licences.push_back({row.text(0), row.text(1), row.maybe_date(2)});
}

ShipTo ship_to_of(const Row& row) {
    return {.id = row.text(0),
            .name = row.text(1),
            .gln = row.text(2),
            .buyer_code = row.text(3),
            .street = row.text(4),
            .house_no = row.text(5),
            .postcode = row.text(6),
            .city = row.text(7),
            .country = row.text(8),
            .is_default = row.integer(9) != 0,
            .delivery_weekdays = row.text(10),
            .unloading_from = row.text(11),
            .unloading_to = row.text(12),
            .calendar = row.text(13),
            .region = row.text(14),
            .phone = row.text(15),
            .transport_days = row.is_null(16) ? std::nullopt : std::optional<int>(small(row, 16)),
            .valid_from = row.maybe_date(17),
            .valid_to = row.maybe_date(18)};
}

} // namespace

Rounding rounding_named(std::string_view name) {
    if (name == "up") return Rounding::up;
    if (name == "nearest") return Rounding::nearest;
    if (name == "down") return Rounding::down;
    return Rounding::ask;
}

std::optional<Customer> find_customer(Session& session, const std::string& no) {
    const auto found = session.execute(
        "SELECT no, name, language, country, status, successor, order_mail, edi_id, edi_profile, "
        "trusted_dkim, price_group, vat, vat_checked_on, phone, bank_account, bill_to_gln, "
        "bill_to_name, bill_to_postcode, bill_to_house_no, bank_name, invoice_address, "
        "invoice_kind, invoice_mail, change_quantities, partial_changes FROM customer "
        "WHERE no = $1",
        {value(no)});
    if (found.rows.empty()) return std::nullopt;
    auto customer = customer_of(found.rows.front());
    add_contacts(session, customer);
    add_licences(session, customer);
    return customer;
}

std::vector<Agreement> find_agreements(Session& session, const std::string& customer_no) {
    std::vector<Agreement> agreements;
    const auto found = session.execute(cat("SELECT ", agreement_columns,
                                           " FROM agreement WHERE customer = $1 "
                                           "ORDER BY valid_from DESC, number"),
                                       {value(customer_no)});
    for (const auto& row : found.rows)
        agreements.push_back(agreement_of(row));
    return agreements;
}

std::vector<ShipTo> find_ship_tos(Session& session, const std::string& customer_no) {
    std::vector<ShipTo> ship_tos;
    const auto found = session.execute(
        "SELECT id, name, gln, buyer_code, street, house_no, postcode, city, country, is_default, "
        "delivery_weekdays, unloading_from, unloading_to, calendar, region, phone, transport_days, "
        "valid_from, valid_to FROM ship_to WHERE customer = $1 ORDER BY id",
        {value(customer_no)});
    for (const auto& row : found.rows)
        ship_tos.push_back(ship_to_of(row));
    return ship_tos;
}

std::map<std::string, std::vector<Date>> find_calendars(Session& session,
                                                        const std::vector<ShipTo>& ship_tos) {
    std::set<std::string> codes;
    for (const auto& ship_to : ship_tos)
        if (!ship_to.calendar.empty()) codes.insert(ship_to.calendar);
    std::map<std::string, std::vector<Date>> calendars;
    const auto found = rows_in(session, "SELECT calendar, day FROM closed_day WHERE calendar IN",
                               {codes.begin(), codes.end()}, {}, "ORDER BY calendar, day");
    for (const auto& row : found.rows)
        calendars[row.text(0)].push_back(row.date(1));
    return calendars;
}

} // namespace besteld
