// SPDX-License-Identifier: Apache-2.0
#include "store/import_columns.hpp"

namespace besteld {

namespace {

using enum CellKind;
constexpr auto required = Need::required;
constexpr auto optional = Need::optional;

constexpr ColumnSpec of_customer{"customer", code, required, "", "", "customer.no"};
constexpr ColumnSpec of_item{"sku", code, required, "", "", "item.sku"};
constexpr ColumnSpec maybe_item{"sku", code, optional, "", "", "item.sku"};
constexpr ColumnSpec maybe_group{"item_group", code, optional, "", "", "item.item_group"};
// Whom a rule is for; prices call everybody "list".
constexpr ColumnSpec scope_of_rule{"scope", words, required, "", "customer|group|all"};
constexpr std::string_view rounding_words = "ask|up|nearest|down";
constexpr ColumnSpec whom{"applies_to", code};
constexpr std::string_view tax_categories = "S|Z|E|AE|K|G|O|L|M"; // EN 16931, BT-151

FileSpec customers() {
    return {"customers",
            "customer",
            {{"no", code, required},
             {"name", text, required},
             {"language", language, required},
             {"country", country, required},
             {.heading = "status",
              .kind = words,
              .standard = "active",
              .allowed = "active|blocked|closed"},
             {.heading = "successor", .kind = code, .refers = "customer.no"},
             {"price_group", code},
             {"order_mail", mail},
             {"edi_id", code},
             {.heading = "edi_profile", .kind = code},
             {.heading = "trusted_dkim", .kind = yes_no, .standard = "no"},
             {"vat"},
             {"vat_checked_on", date},
             {"phone"},
             {"bank_account"},
             {"bill_to_gln", gln},
             {"bill_to_name"},
             {"bill_to_postcode"},
             {"bill_to_house_no"},
             {"change_quantities", words, optional, "", "total|difference"},
             {"partial_changes", yes_no, optional, "no"},
             {"bank_name"},
             {"invoice_address"},
             {"invoice_kind", words, optional, "", "special|ordinary|digital"},
             {"invoice_mail", mail}},
            {"no"}};
}

FileSpec items() {
    return {"items",
            "item",
            {{"sku", code, required},
             {"name", text, required},
             {"name_nl"},
             {"name_en"},
             {"name_de"},
             {"name_fr"},
             {"name_zh"},
             {"stock_unit", unit, required},
             {.heading = "status",
              .kind = words,
              .standard = "active",
              .allowed = "active|blocked|ended"},
             {"sell_to", date},
             {.heading = "substitute", .kind = code, .refers = "item.sku"},
             {"minimum_quantity", positive},
             {"multiple", positive},
             {"maximum_quantity", positive},
             {"sell_from", date},
             {"item_group", code},
             {"mix_group", code},
             {"former_skus", codes},
             {"classes", codes},
             {"properties", properties},
             {"floor_price", decimal},
             {"floor_currency", currency},
             {"lead_days", whole},
             {"shelf_life_days", whole},
             {"tax_category", words, optional, "", tax_categories},
             {"tax_percent", percent},
             {"made_to_order", yes_no, optional, "no"},
             {"tax_name"}},
            {"sku"}};
}

FileSpec item_units() {
    return {"item_units",
            "item_unit",
            {of_item, {"unit", unit, required}, {"factor", positive, required}, {"gtin", gtin}},
            {"sku", "unit"}};
}

FileSpec identities() {
    return {"identities",
            "customer_identity",
            {of_customer,
             {"kind", words, required, "",
              "gln|vat|edi|peppol|duns|mail|domain|customer_no|buyer_code|name|address"},
             {"value", text, required}},
            {"kind", "identity_key", "customer"}};
}

FileSpec contacts() {
    return {"contacts",
            "contact",
            {of_customer,
             {"mail", mail, required},
             {"name"},
             {.heading = "may_order", .kind = yes_no, .standard = "yes"},
             {"order_limit", decimal},
             {"phone"}},
            {"customer", "mail"}};
}

FileSpec licences() {
    return {"licences",
            "licence",
            {of_customer, {"kind", code, required}, {"number", code, required}, {"valid_to", date}},
            {"customer", "kind", "number"}};
}

FileSpec agreements() {
    return {"agreements",
            "agreement",
            {{"number", code, required},
             of_customer,
             {"valid_from", date, required},
             {"valid_to", date},
             {"currency", currency, required},
             {"deviation_policy", words, optional, "explicit", "explicit|silent_after|preagreed"},
             {"silent_days", whole, optional, "0"},
             {"straight_through", yes_no, optional, "no"},
             {"ack_policy", words, optional, "receipt", "none|receipt"},
             {"lead_days", whole, optional, "0"},
             {"cut_off", clock},
             {"delivery_weekdays", weekdays},
             {"delivery_terms"},
             {"payment_terms"},
             {"prepaid_percent", whole, optional, "0"},
             {"tax_category", words, optional, "S", tax_categories},
             {"tax_percent", percent, optional, "0"},
             {"minimum_value", decimal},
             {"small_order_fee", decimal},
             {"partial_allowed", yes_no, optional, "no"},
             {"backorder_allowed", yes_no, optional, "no"},
             {"complete_only", yes_no, optional, "no"},
             {"rounding", words, optional, "ask", rounding_words},
             {"rounding_auto_percent", percent, optional, "0"},
             {"price_tolerance_percent", percent, optional, "0"},
             {"price_tolerance_amount", decimal, optional, "0"},
             {"credit_limit", decimal},
             {"credit_open", decimal, optional, "0"},
             {"cost_reference_required", yes_no, optional, "no"},
             {"check_severity", severities},
             {"check_tolerance", tolerances},
             {"price_date_basis", words, optional, "received", "received|delivery"},
             {"line_value_tolerance", decimal, optional, "0"},
             {"quantity_over_percent", percent, optional, "0"},
             {"quantity_under_percent", percent, optional, "0"},
             {"date_tolerance_days", whole, optional, "0"},
             {"maximum_parts", whole, optional, "0"},
             {"transport_days", whole, optional, "0"},
             {"horizon_days", whole, optional, "180"},
             {"rush_fee", decimal},
             {"credit_currency", currency},
             {"overdue_days_allowed", whole, optional, "14"},
             {"oldest_overdue_days", whole, optional, "0"},
             {"credit_as_of", instant},
             {"required_fields", fields},
             {"deviation_scope", CellKind::scope}},
            {"number"}};
}

FileSpec prices() {
    return {"prices",
            "price",
            {{"scope", words, required, "", "customer|group|list"},
             whom,
             maybe_item,
             maybe_group,
             {"from_quantity", decimal, optional, "0"},
             {"amount", decimal, required},
             {"base_quantity", positive, optional, "1"},
             {"unit", unit},
             {"currency", currency, required},
             {"valid_from", date, required},
             {"valid_to", date},
             {"break_basis", words, optional, "line", "line|item|mix_group"}},
            {"scope_key", "sku", "item_group", "currency", "unit", "from_quantity", "valid_from"}};
}

FileSpec promotions() {
    return {"promotions",
            "promotion",
            {{"code", code, required},
             of_item,
             {"customer", code, optional, "", "", "customer.no"},
             {"percent_off", percent, optional, "0"},
             {"ordered_from", date, required},
             {"ordered_to", date, required},
             {"delivered_to", date},
             {"must_be_claimed", yes_no, optional, "yes"},
             {"delivered_from", date},
             {"maximum_quantity", positive},
             {"price", positive},
             {"exclusive", yes_no, optional, "no"}},
            {"sku", "customer", "code"}};
}

FileSpec charges() {
    return {"charges",
            "charge_rule",
            {scope_of_rule,
             whom,
             {"code", code, required},
             {"is_allowance", yes_no, optional, "no"},
             {"level", words, required, "", "line|order"},
             maybe_item,
             maybe_group,
             {"percent", percent},
             {"amount", positive},
             {"from_value", positive},
             {"below_value", positive},
             {"from_quantity", positive},
             {"currency", currency, required},
             {"sequence", whole, optional, "0"},
             {"valid_from", date, required},
             {"valid_to", date}},
            {"scope_key", "sku", "item_group", "code", "sequence", "valid_from"}};
}

FileSpec assortments() {
    return {"assortments",
            "assortment",
            {scope_of_rule,
             whom,
             maybe_item,
             maybe_group,
             {"allowed", yes_no, optional, "yes"},
             {"valid_from", date, required},
             {"valid_to", date}},
            {"scope_key", "sku", "item_group", "valid_from"}};
}

FileSpec quantity_rules() {
    return {"quantity_rules",
            "quantity_rule",
            {scope_of_rule,
             whom,
             of_item,
             {"minimum", positive},
             {"maximum", positive},
             {"quota", positive},
             {"multiple", positive},
             {"sales_unit", unit},
             {"rounding", words, optional, "", rounding_words},
             {"ask_above_percent", percent}},
            {"scope_key", "sku"}};
}

FileSpec substitutions() {
    return {"substitutions",
            "substitution",
            {scope_of_rule,
             whom,
             of_item,
             {"substitute", code, required, "", "", "item.sku"},
             {"ratio", positive, optional, "1"},
             {"keep_price", yes_no, optional, "no"},
             {"mode", words, optional, "ask", "allowed|ask|forbidden"}},
            {"scope_key", "sku", "substitute"}};
}

FileSpec quotations() {
    return {"quotations",
            "quotation",
            {of_customer,
             {"number", text, required},
             of_item,
             {"price", decimal, required},
             {"base_quantity", positive, optional, "1"},
             {"unit", unit, required},
             {"currency", currency, required},
             {"maximum_quantity", positive},
             {"valid_from", date, required},
             {"valid_to", date, required}},
            {"customer", "number_key", "sku"}};
}

FileSpec closed_days() {
    return {"closed_days",
            "closed_day",
            {{"calendar", code, required}, {"day", date, required}, {"name"}},
            {"calendar", "day"}};
}

FileSpec ship_tos() {
    return {"ship_tos",
            "ship_to",
            {of_customer,
             {"id", code, required},
             {"name"},
             {"gln", gln},
             {"buyer_code"},
             {"street"},
             {"house_no"},
             {"postcode"},
             {"city", text, required},
             {"country", country, required},
             {"is_default", yes_no, optional, "no"},
             {"delivery_weekdays", weekdays},
             {"unloading_from", clock},
             {"unloading_to", clock},
             {"calendar", code, optional, "", "", "closed_day.calendar"},
             {"region"},
             {"phone"},
             {"transport_days", whole},
             {"valid_from", date},
             {"valid_to", date}},
            {"customer", "id"}};
}

FileSpec item_references() {
    return {"item_references",
            "item_reference",
            {of_customer,
             {"buyer_item", text, required},
             of_item,
             {"unit", unit},
             {"valid_from", date},
             {"valid_to", date},
             {"factor", positive},
             {"status", words, optional, "confirmed", "proposed|confirmed"}},
            {"customer", "buyer_item_key", "sku"}};
}

FileSpec stock() {
    return {"stock",
            "stock",
            {of_item,
             {"on_hand", decimal, required},
             {"safety", decimal, optional, "0"},
             {"as_of", instant}},
            {"sku"}};
}

FileSpec batches() {
    return {"batches",
            "batch",
            {of_item,
             {"number", text, required},
             {"quantity", decimal, required},
             {"best_before", date}},
            {"sku", "number"}};
}

FileSpec receipts() {
    return {"receipts",
            "receipt",
            {of_item,
             {"day", date, required},
             {"kind", words, optional, "inbound", "inbound|production"},
             {"quantity", positive, required}},
            {"sku", "day", "kind"}};
}

FileSpec frameworks() {
    return {"frameworks",
            "framework",
            {{"number", code, required},
             of_customer,
             of_item,
             {"total_quantity", positive, required},
             {"called_off", decimal, optional, "0"},
             {"price", decimal, required},
             {"valid_to", date, required},
             {"valid_from", date},
             {"release_minimum", positive},
             {"release_maximum", positive},
             {"over_call_percent", percent, optional, "0"},
             {"total_value", positive},
             {"called_value", decimal, optional, "0"},
             {"currency", currency},
             {"called_off_at", instant}},
            {"customer", "sku", "number"}};
}

FileSpec embargoes() {
    return {"embargoes",
            "embargo",
            {{"country", country}, {"party"}, {"item_class", code}, {"clause", text, required}},
            {"party_key", "country", "party", "item_class"}};
}

FileSpec order_history() {
    return {"order_history",
            "order_history",
            {of_customer,
             {"order_no", code, required},
             {"line", code, required},
             {"ordered_on", date, required},
             of_item,
             {"quantity", positive, required},
             {"net", decimal, required},
             {"currency", currency, required}},
            {"customer", "order_no", "line"}};
}

} // namespace

const std::vector<FileSpec>& file_specs() {
    static const std::vector<FileSpec> specs{
        customers(),   items(),           item_units(),    identities(), contacts(),
        licences(),    agreements(),      prices(),        promotions(), charges(),
        assortments(), quantity_rules(),  substitutions(), quotations(), closed_days(),
        ship_tos(),    item_references(), stock(),         batches(),    receipts(),
        frameworks(),  embargoes(),       order_history()};
    return specs;
}

} // namespace besteld
