// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "store/base_data_rows.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

DeviationPolicy policy_named(std::string_view name) {
    if (name == "silent_after") return DeviationPolicy::silent_after;
    if (name == "preagreed") return DeviationPolicy::preagreed;
    return DeviationPolicy::explicit_consent;
}

// "price_above_agreed=info;item_unknown=warn"
std::map<std::string, std::string> severities_of(std::string_view text) {
    std::map<std::string, std::string> severities;
    for (const auto piece : split(text, ';')) {
        const auto equals = piece.find('=');
        if (equals == std::string_view::npos) continue;
        severities[std::string(trim(piece.substr(0, equals)))] = trim(piece.substr(equals + 1));
    }
    return severities;
}

int small(const Row& row, std::size_t column) {
    return static_cast<int>(row.integer(column));
}

constexpr std::string_view agreement_columns =
    "number, valid_from, valid_to, currency, deviation_policy, silent_days, straight_through, "
    "ack_policy, "
    "lead_days, cut_off, delivery_weekdays, delivery_terms, payment_terms, prepaid_percent, "
    "tax_category, "
    "tax_percent, minimum_value, small_order_fee, partial_allowed, backorder_allowed, "
    "complete_only, rounding, "
    "rounding_auto_percent, price_tolerance_percent, price_tolerance_amount, credit_limit, "
    "credit_open, "
    "cost_reference_required, check_severity";

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
    a.rounding = row.text(21) == "up" ? Rounding::up : Rounding::ask;
    a.rounding_auto_percent = row.decimal(22);
    a.price_tolerance_percent = row.decimal(23);
    a.price_tolerance_amount = row.decimal(24);
    a.credit_limit = row.maybe_decimal(25);
    a.credit_open = row.decimal(26);
    a.cost_reference_required = row.integer(27) != 0;
    a.check_severity = severities_of(row.text(28));
    return a;
}

EarlierOrder earlier_of(const Row& row) {
    return {.order_id = row.integer(0),
            .official_no = row.text(1),
            .buyer_order_key = row.text(2),
            .content_key = row.text(3),
            .state = row.text(4),
            .received_at = row.instant(5)};
}

constexpr std::string_view earlier_columns =
    "SELECT id, official_no, buyer_order_key, content_key, state, received_at FROM order_case "
    "WHERE customer_no = $1 ";

} // namespace

std::optional<Customer> find_customer(Session& session, const std::string& no) {
    const auto found = session.execute(
        "SELECT no, name, language, country, status, successor, order_mail, edi_id, "
        "edi_profile, trusted_dkim FROM customer WHERE no = $1",
        {value(no)});
    if (found.rows.empty()) return std::nullopt;
    const auto& row = found.rows.front();
    Customer customer{.no = row.text(0),
                      .name = row.text(1),
                      .language = row.text(2),
                      .country = row.text(3),
                      .status = row.text(4),
                      .successor = row.text(5),
                      .order_mail = row.text(6),
                      .edi_id = row.text(7),
                      .edi_profile = row.text(8),
                      .trusted_dkim = row.integer(9) != 0};
    const auto contacts = session.execute("SELECT mail, name, may_order, order_limit FROM contact "
                                          "WHERE customer = $1 ORDER BY mail",
                                          {value(no)});
    for (const auto& contact : contacts.rows)
        customer.contacts.push_back({.mail = contact.text(0),
                                     .name = contact.text(1),
                                     .may_order = contact.integer(2) != 0,
                                     .order_limit = contact.maybe_decimal(3)});
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
        "delivery_weekdays FROM ship_to WHERE customer = $1 ORDER BY id",
        {value(customer_no)});
    for (const auto& row : found.rows)
        ship_tos.push_back({.id = row.text(0),
                            .name = row.text(1),
                            .gln = row.text(2),
                            .buyer_code = row.text(3),
                            .street = row.text(4),
                            .house_no = row.text(5),
                            .postcode = row.text(6),
                            .city = row.text(7),
                            .country = row.text(8),
                            .is_default = row.integer(9) != 0,
                            .delivery_weekdays = row.text(10)});
    return ship_tos;
}

std::vector<EarlierOrder> find_earlier(Session& session, const std::string& customer_no,
                                       const std::string& buyer_order_key) {
    std::vector<EarlierOrder> earlier;
    if (customer_no.empty() || buyer_order_key.empty()) return earlier;
    const auto found =
        session.execute(cat(earlier_columns, "AND buyer_order_key = $2 ORDER BY id DESC LIMIT 50"),
                        {value(customer_no), value(buyer_order_key)});
    for (const auto& row : found.rows)
        earlier.push_back(earlier_of(row));
    return earlier;
}

std::vector<EarlierOrder> find_earlier_content(Session& session, const std::string& customer_no,
                                               const std::string& content_key, Instant since) {
    std::vector<EarlierOrder> earlier;
    if (customer_no.empty() || content_key.empty()) return earlier;
    const auto found =
        session.execute(cat(earlier_columns,
                            "AND content_key = $2 AND received_at >= $3 ORDER BY id DESC LIMIT 50"),
                        {value(customer_no), value(content_key), value(since)});
    for (const auto& row : found.rows)
        earlier.push_back(earlier_of(row));
    return earlier;
}

} // namespace besteld
