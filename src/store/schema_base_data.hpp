// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// Who buys what on which terms. Columns ending in _key are derived for comparing; the others hold
// what the import files say (docs/base-data.md). Every index begins with what one order knows.
inline constexpr std::string_view base_data_schema = R"sql(
CREATE TABLE customer (
    no {text} PRIMARY KEY, name {text} NOT NULL, language {text} NOT NULL, country {text} NOT NULL,
    status {text} NOT NULL, successor {text} NOT NULL, price_group {text} NOT NULL,
    order_mail {text} NOT NULL, edi_id {text} NOT NULL, edi_profile {text} NOT NULL,
    trusted_dkim BIGINT NOT NULL);
-- Words of the name and the number, folded, for the queue's search.
CREATE TABLE customer_term (
    term {text} NOT NULL, customer_no {text} NOT NULL REFERENCES customer (no),
    PRIMARY KEY (term, customer_no)) {without rowid};
CREATE TABLE customer_identity (
    kind {text} NOT NULL, identity_key {text} NOT NULL, customer {text} NOT NULL REFERENCES customer (no),
    PRIMARY KEY (kind, identity_key, customer)) {without rowid};
CREATE INDEX customer_identity_customer ON customer_identity (customer);
CREATE TABLE contact (
    customer {text} NOT NULL REFERENCES customer (no), mail {text} NOT NULL, name {text} NOT NULL,
    may_order BIGINT NOT NULL, order_limit BIGINT,
    PRIMARY KEY (customer, mail)) {without rowid};
CREATE TABLE agreement (
    number {text} PRIMARY KEY, customer {text} NOT NULL REFERENCES customer (no),
    valid_from {text} NOT NULL, valid_to {text}, currency {text} NOT NULL,
    deviation_policy {text} NOT NULL, silent_days BIGINT NOT NULL, straight_through BIGINT NOT NULL,
    ack_policy {text} NOT NULL, lead_days BIGINT NOT NULL, cut_off {text} NOT NULL,
    delivery_weekdays {text} NOT NULL, delivery_terms {text} NOT NULL, payment_terms {text} NOT NULL,
    prepaid_percent BIGINT NOT NULL, tax_category {text} NOT NULL, tax_percent BIGINT NOT NULL,
    minimum_value BIGINT, small_order_fee BIGINT, partial_allowed BIGINT NOT NULL,
    backorder_allowed BIGINT NOT NULL, complete_only BIGINT NOT NULL, rounding {text} NOT NULL,
    rounding_auto_percent BIGINT NOT NULL, price_tolerance_percent BIGINT NOT NULL,
    price_tolerance_amount BIGINT NOT NULL, credit_limit BIGINT, credit_open BIGINT NOT NULL,
    cost_reference_required BIGINT NOT NULL, check_severity {text} NOT NULL);
CREATE INDEX agreement_customer ON agreement (customer, valid_from);
CREATE TABLE item (
    sku {text} PRIMARY KEY, sku_key {text} NOT NULL, name {text} NOT NULL, name_nl {text} NOT NULL,
    name_en {text} NOT NULL, name_de {text} NOT NULL, name_fr {text} NOT NULL, name_zh {text} NOT NULL,
    stock_unit {text} NOT NULL, status {text} NOT NULL, sell_to {text}, substitute {text} NOT NULL,
    minimum_quantity BIGINT, multiple BIGINT);
CREATE INDEX item_key ON item (sku_key);
CREATE TABLE item_unit (
    sku {text} NOT NULL REFERENCES item (sku), unit {text} NOT NULL, factor BIGINT NOT NULL,
    gtin {text} NOT NULL, gtin_key {text},
    PRIMARY KEY (sku, unit));
CREATE UNIQUE INDEX item_unit_gtin ON item_unit (gtin_key);
CREATE TABLE price (
    id {id}, scope {text} NOT NULL, scope_key {text} NOT NULL,
    sku {text} NOT NULL REFERENCES item (sku), from_quantity BIGINT NOT NULL, amount BIGINT NOT NULL,
    base_quantity BIGINT NOT NULL, unit {text} NOT NULL, currency {text} NOT NULL,
    valid_from {text} NOT NULL, valid_to {text},
    UNIQUE (scope_key, sku, currency, unit, from_quantity, valid_from));
CREATE TABLE promotion (
    code {text} NOT NULL, sku {text} NOT NULL REFERENCES item (sku), customer {text} NOT NULL,
    percent_off BIGINT NOT NULL, ordered_from {text} NOT NULL, ordered_to {text} NOT NULL,
    delivered_to {text}, must_be_claimed BIGINT NOT NULL,
    PRIMARY KEY (sku, customer, code)) {without rowid};
CREATE TABLE ship_to (
    customer {text} NOT NULL REFERENCES customer (no), id {text} NOT NULL, name {text} NOT NULL,
    gln {text} NOT NULL, buyer_code {text} NOT NULL, street {text} NOT NULL, house_no {text} NOT NULL,
    postcode {text} NOT NULL, city {text} NOT NULL, country {text} NOT NULL,
    is_default BIGINT NOT NULL, delivery_weekdays {text} NOT NULL,
    PRIMARY KEY (customer, id)) {without rowid};
CREATE TABLE item_reference (
    customer {text} NOT NULL REFERENCES customer (no), buyer_item_key {text} NOT NULL,
    buyer_item {text} NOT NULL, sku {text} NOT NULL REFERENCES item (sku), unit {text} NOT NULL,
    valid_from {text}, valid_to {text},
    PRIMARY KEY (customer, buyer_item_key, sku)) {without rowid};
CREATE TABLE stock (
    sku {text} PRIMARY KEY REFERENCES item (sku), on_hand BIGINT NOT NULL, safety BIGINT NOT NULL,
    as_of BIGINT);
CREATE TABLE receipt (
    sku {text} NOT NULL REFERENCES item (sku), day {text} NOT NULL, kind {text} NOT NULL,
    quantity BIGINT NOT NULL, PRIMARY KEY (sku, day, kind)) {without rowid};
CREATE TABLE framework (
    customer {text} NOT NULL REFERENCES customer (no), sku {text} NOT NULL REFERENCES item (sku),
    number {text} NOT NULL, total_quantity BIGINT NOT NULL, called_off BIGINT NOT NULL,
    price BIGINT NOT NULL, valid_to {text} NOT NULL,
    PRIMARY KEY (customer, sku, number)) {without rowid};
)sql";

} // namespace besteld
