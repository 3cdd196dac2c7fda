// SPDX-License-Identifier: Apache-2.0
#include "check/catalogue.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr CatalogueWay lead(Resolution resolution) {
    return {.resolution = resolution, .lead_only = true};
}

// clang-format off
const std::vector<CatalogueEntry>& table() {
    using enum Check;
    using enum FindingSeverity;
    using R = Resolution;
    static const std::vector<CatalogueEntry> entries{
        {unreadable_part,        "A01", block, "R-SYN", "", {{R::ask}, {R::reject}, {R::dismiss}}},
        {control_total_differs,  "A02", block, "R-SYN", "0", {{R::ask}, {R::dismiss}}},
        {test_message,           "A03", block, "R-SYN", "", {{R::reject}, {R::dismiss}}},
        {sender_not_authentic,   "A04", block, "R-AUTH", "", {{R::ask}, {R::reject}, {R::dismiss}}},
        {reading_uncertain,      "A05", warn,  "R-INC", "85 % certainty", {{R::correct}, {R::ask}, {R::dismiss}}},
        {unread_content,         "A06", warn,  "R-INC", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {customer_unknown,       "B01", block, "R-CUST", "90 % certainty", {{R::correct}, {R::ask}, {R::reject}}},
        {identity_conflict,      "B02", block, "R-CUST", "", {{R::correct}, {R::ask}}},
        {customer_not_active,    "B03", block, "R-CUST", "", {{R::correct}, {R::hold}, {R::reject}}},
        {sender_may_not_order,   "B04", warn,  "R-AUTH", "", {{R::ask}, {R::accept_ordered}}},
        {seller_is_not_us,       "B05", block, "R-CUST", "", {{R::reject}, lead(R::dismiss)}},
        {ship_to_not_permitted,  "B06", block, "R-ADDR", "postcode and house number exact", {{R::correct}, {R::ask}, {R::accept_ordered}}},
        {order_number_missing,   "C01", warn,  "R-INC", "", {{R::ask}, {R::correct}, {R::dismiss}}},
        {same_message_again,     "C02", block, "R-DUP", "", {{R::dismiss}, {R::reject}}},
        {same_order_number_again,"C03", block, "R-DUP", "", {{R::merge}, {R::dismiss}, {R::ask}}},
        {same_content_again,     "C04", warn,  "R-DUP", "10 days, all lines", {{R::merge}, {R::ask}, {R::dismiss}}},
        {currency_not_agreed,    "C07", block, "R-TERMS", "", {{R::accept_agreed}, {R::ask}, {R::reject}}},
        {no_valid_agreement,     "C08", block, "R-CONTR", "0 days", {{R::ask}, lead(R::accept_ordered)}},
        {framework_exhausted,    "C10", block, "R-EXH", "over-call 0 %", {{R::reduce}, {R::split}, {R::ask}, {R::reject}}},
        {cost_reference_missing, "C12", block, "R-INC", "", {{R::ask}, {R::correct}}},
        {item_unknown,           "D01", block, "R-ITEM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {item_identifiers_disagree, "D02", block, "R-ITEM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {gtin_check_digit_wrong, "D03", warn,  "R-ITEM", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {item_not_sellable,      "D04", block, "R-DISC", "", {{R::substitute}, {R::reject}, {R::ask}}},
        {duplicate_lines,        "D08", warn,  "R-QTY", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {quantity_missing,       "E01", block, "R-INC", "", {{R::ask}, {R::correct}, {R::reject}}},
        {unit_unknown,           "E02", block, "R-UOM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {unit_not_as_agreed,     "E03", warn,  "R-UOM", "", {{R::accept_agreed}, {R::correct}, {R::ask}}},
        {not_a_multiple,         "E04", warn,  "R-PACK", "rounded up as the agreement says", {{R::accept_agreed}, {R::ask}, {R::accept_ordered}}},
        {below_minimum_quantity, "E05", warn,  "R-MOQ", "0", {{R::accept_agreed}, {R::ask}, {R::reject}, lead(R::accept_ordered)}},
        {fraction_of_a_piece,    "E08", block, "R-UOM", "0", {{R::correct}, {R::ask}}},
        {price_below_agreed,     "F01", warn,  "R-PRICE", "half a unit of the last agreed decimal", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}, {R::reject}}},
        {price_above_agreed,     "F02", warn,  "R-PRICE", "half a unit of the last agreed decimal", {{R::accept_agreed}, {R::dismiss}, {R::ask}}},
        {no_agreed_price,        "F03", block, "R-PRICE", "", {{R::ask}, lead(R::accept_ordered), {R::reject}}},
        {price_base_differs,     "F04", block, "R-PRICE", "", {{R::correct}, {R::ask}}},
        {promotion_claim_invalid,"F06", warn,  "R-PROMO", "0 days", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}}},
        {promotion_missed,       "F07", info,  "R-PROMO", "", {{R::accept_agreed}}},
        {agreement_ambiguous,    "F08", block, "R-PRICE", "", {{R::hold}}},
        {delivery_date_missing,  "G01", warn,  "R-INC", "", {{R::accept_agreed}, {R::ask}}},
        {date_in_past,           "G02", block, "R-DATE", "0 days", {{R::accept_agreed}, {R::ask}, {R::correct}}},
        {lead_time_too_short,    "G03", warn,  "R-DATE", "0 days", {{R::accept_agreed}, {R::accept_ordered}, {R::ask}}},
        {not_a_delivery_day,     "G04", warn,  "R-DATE", "0 days", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {below_minimum_order_value, "H04", warn, "R-MOQ", "0", {{R::accept_agreed}, {R::ask}, {R::reject}, lead(R::accept_ordered)}},
        {credit_limit_exceeded,  "H06", block, "R-CREDIT", "0", {{R::hold}}},
        {line_amount_differs,    "I01", warn,  "R-TOTAL", "0.02", {{R::correct}, {R::ask}, {R::dismiss}}},
        {total_differs,          "I02", warn,  "R-TOTAL", "0.02 per line, at most 0.50", {{R::ask}, {R::dismiss}}},
        {not_enough_stock,       "J01", warn,  "R-STOCK", "0", {{R::accept_agreed}, {R::split}, {R::backorder}, {R::reduce}, {R::substitute}, {R::ask}}},
        {split_against_complete_delivery, "J03", block, "R-STOCK", "", {{R::accept_agreed}, {R::ask}, lead(R::split), lead(R::backorder)}},
        {document_not_an_order,  "",    block, "R-STATE", "", {{R::dismiss}, {R::ask}, {R::reject}}},
        {second_pair_of_eyes,    "L01", gate,  "", "", {}},
    };
    return entries;
}
// clang-format on

std::optional<FindingSeverity> severity_by_name(std::string_view name) {
    using enum FindingSeverity;
    for (const auto severity : {info, warn, block}) {
        if (name_of(severity) == name) return severity;
    }
    return std::nullopt;
}

} // namespace

std::span<const CatalogueEntry> catalogue() {
    return table();
}

const CatalogueEntry& entry_of(Check check) {
    return *std::ranges::find(table(), check, &CatalogueEntry::check);
}

std::string_view code_of(Check check) {
    return entry_of(check).code;
}

FindingSeverity severity_of(Check check, const Terms& terms) {
    const FindingSeverity usual = entry_of(check).severity;
    if (!terms.agreement) return usual;
    const auto& own = terms.agreement->check_severity;
    const auto found = own.find(std::string(name_of(check)));
    return found != own.end() ? severity_by_name(found->second).value_or(usual) : usual;
}

} // namespace besteld
