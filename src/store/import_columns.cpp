// SPDX-License-Identifier: Apache-2.0
#include "store/import_columns.hpp"

namespace besteld {

namespace {

using enum CellKind;
constexpr auto required = Need::required;

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
             {.heading = "trusted_dkim", .kind = yes_no, .standard = "no"}},
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
             {"multiple", positive}},
            {"sku"}};
}

FileSpec item_units() {
    return {"item_units",
            "item_unit",
            {{"sku", code, required, "", "", "item.sku"},
             {"unit", unit, required},
             {"factor", positive, required},
             {"gtin", gtin}},
            {"sku", "unit"}};
}

FileSpec identities() {
    return {"identities",
            "customer_identity",
            {{"customer", code, required, "", "", "customer.no"},
             {"kind", words, required, "",
              "gln|vat|edi|peppol|duns|mail|domain|customer_no|buyer_code"},
             {"value", text, required}},
            {"kind", "identity_key", "customer"}};
}

FileSpec contacts() {
    return {"contacts",
            "contact",
            {{"customer", code, required, "", "", "customer.no"},
             {"mail", mail, required},
             {"name"},
             {.heading = "may_order", .kind = yes_no, .standard = "yes"},
             {"order_limit", decimal}},
            {"customer", "mail"}};
}

FileSpec agreements() {
    return {
        "agreements",
        "agreement",
        {{"number", code, required},
         {"customer", code, required, "", "", "customer.no"},
         {"valid_from", date, required},
         {"valid_to", date},
         {"currency", currency, required},
         {"deviation_policy", words, Need::optional, "explicit", "explicit|silent_after|preagreed"},
         {"silent_days", whole, Need::optional, "0"},
         {"straight_through", yes_no, Need::optional, "no"},
         {"ack_policy", words, Need::optional, "receipt", "none|receipt"},
         {"lead_days", whole, Need::optional, "0"},
         {"cut_off", clock},
         {"delivery_weekdays", weekdays},
         {"delivery_terms"},
         {"payment_terms"},
         {"prepaid_percent", whole, Need::optional, "0"},
         {"tax_category", words, Need::optional, "S", "S|Z|E|AE|K|G|O|L|M"},
         {"tax_percent", percent, Need::optional, "0"},
         {"minimum_value", decimal},
         {"small_order_fee", decimal},
         {"partial_allowed", yes_no, Need::optional, "no"},
         {"backorder_allowed", yes_no, Need::optional, "no"},
         {"complete_only", yes_no, Need::optional, "no"},
         {"rounding", words, Need::optional, "ask", "ask|up"},
         {"rounding_auto_percent", percent, Need::optional, "0"},
         {"price_tolerance_percent", percent, Need::optional, "0"},
         {"price_tolerance_amount", decimal, Need::optional, "0"},
         {"credit_limit", decimal},
         {"credit_open", decimal, Need::optional, "0"},
         {"cost_reference_required", yes_no, Need::optional, "no"},
         {"check_severity", severities}},
        {"number"}};
}

FileSpec prices() {
    return {"prices",
            "price",
            {{"scope", words, required, "", "customer|group|list"},
             {"applies_to", code},
             {"sku", code, required, "", "", "item.sku"},
             {"from_quantity", decimal, Need::optional, "0"},
             {"amount", decimal, required},
             {"base_quantity", positive, Need::optional, "1"},
             {"unit", unit},
             {"currency", currency, required},
             {"valid_from", date, required},
             {"valid_to", date}},
            {"scope_key", "sku", "currency", "unit", "from_quantity", "valid_from"}};
}

FileSpec promotions() {
    return {"promotions",
            "promotion",
            {{"code", code, required},
             {"sku", code, required, "", "", "item.sku"},
             {"customer", code, Need::optional, "", "", "customer.no"},
             {"percent_off", percent, required},
             {"ordered_from", date, required},
             {"ordered_to", date, required},
             {"delivered_to", date},
             {"must_be_claimed", yes_no, Need::optional, "yes"}},
            {"sku", "customer", "code"}};
}

FileSpec ship_tos() {
    return {"ship_tos",
            "ship_to",
            {{"customer", code, required, "", "", "customer.no"},
             {"id", code, required},
             {"name"},
             {"gln", gln},
             {"buyer_code"},
             {"street"},
             {"house_no"},
             {"postcode"},
             {"city", text, required},
             {"country", country, required},
             {"is_default", yes_no, Need::optional, "no"},
             {"delivery_weekdays", weekdays}},
            {"customer", "id"}};
}

FileSpec item_references() {
    return {"item_references",
            "item_reference",
            {{"customer", code, required, "", "", "customer.no"},
             {"buyer_item", text, required},
             {"sku", code, required, "", "", "item.sku"},
             {"unit", unit},
             {"valid_from", date},
             {"valid_to", date}},
            {"customer", "buyer_item_key", "sku"}};
}

FileSpec stock() {
    return {"stock",
            "stock",
            {{"sku", code, required, "", "", "item.sku"},
             {"on_hand", decimal, required},
             {"safety", decimal, Need::optional, "0"},
             {"as_of", instant}},
            {"sku"}};
}

FileSpec receipts() {
    return {"receipts",
            "receipt",
            {{"sku", code, required, "", "", "item.sku"},
             {"day", date, required},
             {"kind", words, Need::optional, "inbound", "inbound|production"},
             {"quantity", positive, required}},
            {"sku", "day", "kind"}};
}

FileSpec frameworks() {
    return {"frameworks",
            "framework",
            {{"number", code, required},
             {"customer", code, required, "", "", "customer.no"},
             {"sku", code, required, "", "", "item.sku"},
             {"total_quantity", positive, required},
             {"called_off", decimal, Need::optional, "0"},
             {"price", decimal, required},
             {"valid_to", date, required}},
            {"customer", "sku", "number"}};
}

} // namespace

const std::vector<FileSpec>& file_specs() {
    static const std::vector<FileSpec> specs{
        customers(),  items(),    item_units(), identities(), contacts(),
        agreements(), prices(),   promotions(), ship_tos(),   item_references(),
        stock(),      receipts(), frameworks()};
    return specs;
}

} // namespace besteld
