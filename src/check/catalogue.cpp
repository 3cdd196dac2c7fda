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
        {ship_to_incomplete,     "B07", block,"R-ADDR", "", {{R::correct}, {R::ask}}},
        {bill_to_differs,        "B08", warn, "R-ADDR", "", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {contact_data_changed,   "B09", warn, "R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {trade_restricted,       "B10", block,"R-LEGAL", "", {{R::hold}, lead(R::reject)}},
        {order_number_missing,   "C01", warn,  "R-INC", "", {{R::ask}, {R::correct}, {R::dismiss}}},
        {same_message_again,     "C02", block, "R-DUP", "", {{R::dismiss}, {R::reject}}},
        {same_order_number_again,"C03", block, "R-DUP", "", {{R::merge}, {R::dismiss}, {R::ask}}},
        {same_content_again,     "C04", warn,  "R-DUP", "10 days, all lines", {{R::merge}, {R::ask}, {R::dismiss}}},
        {document_date_implausible,"C05", warn, "R-INC", "30 days back, 1 day ahead; mail header 24 hours", {{R::correct}, {R::dismiss}, {R::ask}}},
        {cancel_date_passed,     "C06", block,"R-DATE", "0 days", {{R::ask}, {R::reject}}},
        {currency_not_agreed,    "C07", block, "R-TERMS", "", {{R::accept_agreed}, {R::ask}, {R::reject}}},
        {no_valid_agreement,     "C08", block, "R-CONTR", "0 days", {{R::ask}, lead(R::accept_ordered)}},
        {quotation_differs,      "C09", warn, "R-CONTR", "0", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}}},
        {framework_exhausted,    "C10", block, "R-EXH", "over-call 0 %", {{R::reduce}, {R::split}, {R::ask}, {R::reject}}},
        {release_outside_limits, "C11", warn, "R-EXH", "0", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {cost_reference_missing, "C12", block, "R-INC", "", {{R::ask}, {R::correct}}},
        {item_unknown,           "D01", block, "R-ITEM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {item_identifiers_disagree, "D02", block, "R-ITEM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {gtin_check_digit_wrong, "D03", warn,  "R-ITEM", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {item_not_sellable,      "D04", block, "R-DISC", "", {{R::substitute}, {R::reject}, {R::ask}}},
        {not_in_assortment,      "D05", block,"R-ASSORT", "", {{R::reject}, {R::ask}, lead(R::accept_ordered)}},
        {specification_differs,  "D06", warn, "R-ITEM", "", {{R::correct}, {R::substitute}, {R::ask}, {R::dismiss}}},
        {description_contradicts,"D07", warn, "R-ITEM", "60 % alike", {{R::correct}, {R::ask}, {R::dismiss}}},
        {duplicate_lines,        "D08", warn,  "R-QTY", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {licence_missing,        "D09", block,"R-LEGAL", "", {{R::reject}, {R::hold}, {R::ask}}},
        {quantity_missing,       "E01", block, "R-INC", "", {{R::ask}, {R::correct}, {R::reject}}},
        {unit_unknown,           "E02", block, "R-UOM", "", {{R::correct}, {R::ask}, {R::reject}}},
        {unit_not_as_agreed,     "E03", warn,  "R-UOM", "", {{R::accept_agreed}, {R::correct}, {R::ask}}},
        {not_a_multiple,         "E04", warn,  "R-PACK", "rounded up as the agreement says", {{R::accept_agreed}, {R::ask}, {R::accept_ordered}}},
        {below_minimum_quantity, "E05", warn,  "R-MOQ", "0", {{R::accept_agreed}, {R::ask}, {R::reject}, lead(R::accept_ordered)}},
        {above_maximum_quantity, "E06", warn, "R-QTY", "0", {{R::reduce}, {R::ask}, lead(R::accept_ordered)}},
        {unusual_quantity,       "E07", warn, "R-QTY", "factor 3 of the median of 12", {{R::ask}, {R::dismiss}, {R::correct}}},
        {fraction_of_a_piece,    "E08", block, "R-UOM", "0", {{R::correct}, {R::ask}}},
        {schedule_sum_differs,   "E09", block,"R-QTY", "0", {{R::ask}, {R::correct}}},
        {price_below_agreed,     "F01", warn,  "R-PRICE", "half a unit of the last agreed decimal", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}, {R::reject}}},
        {price_above_agreed,     "F02", warn,  "R-PRICE", "half a unit of the last agreed decimal", {{R::accept_agreed}, {R::dismiss}, {R::ask}}},
        {no_agreed_price,        "F03", block, "R-PRICE", "", {{R::ask}, lead(R::accept_ordered), {R::reject}}},
        {price_base_differs,     "F04", block, "R-PRICE", "", {{R::correct}, {R::ask}}},
        {discount_not_agreed,    "F05", warn, "R-PRICE", "0.02", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}}},
        {promotion_claim_invalid,"F06", warn,  "R-PROMO", "0 days", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}}},
        {promotion_missed,       "F07", info,  "R-PROMO", "", {{R::accept_agreed}}},
        {agreement_ambiguous,    "F08", block, "R-PRICE", "", {{R::hold}}},
        {price_below_floor,      "F09", block,"R-PRICE", "0", {lead(R::accept_ordered), {R::hold}, {R::ask}}},
        {price_includes_tax,     "F10", block,"R-PRICE", "", {{R::correct}, {R::ask}}},
        {free_of_charge,         "F11", warn, "R-PRICE", "", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {delivery_date_missing,  "G01", warn,  "R-INC", "", {{R::accept_agreed}, {R::ask}}},
        {date_in_past,           "G02", block, "R-DATE", "0 days", {{R::accept_agreed}, {R::ask}, {R::correct}}},
        {lead_time_too_short,    "G03", warn,  "R-DATE", "0 days", {{R::accept_agreed}, {R::accept_ordered}, {R::ask}}},
        {not_a_delivery_day,     "G04", warn,  "R-DATE", "0 days", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {outside_unloading_hours,"G05", warn, "R-SLOT", "", {{R::accept_agreed}, {R::ask}}},
        {too_far_ahead,          "G06", warn, "R-DATE", "180 days", {{R::ask}, {R::hold}, {R::dismiss}}},
        {despatch_date_given,    "G07", warn, "R-DATE", "", {{R::correct}, {R::ask}, {R::dismiss}}},
        {payment_terms_differ,   "H01", warn, "R-TERMS", "", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}, {R::reject}}},
        {delivery_terms_differ,  "H02", warn, "R-TERMS", "", {{R::accept_agreed}, {R::ask}, lead(R::accept_ordered)}},
        {tax_not_as_agreed,      "H03", block,"R-TAX", "", {{R::ask}, {R::correct}, lead(R::accept_ordered)}},
        {below_minimum_order_value, "H04", warn, "R-MOQ", "0", {{R::accept_agreed}, {R::ask}, {R::reject}, lead(R::accept_ordered)}},
        {surcharge_differs,      "H05", warn, "R-PRICE", "0.02", {{R::accept_agreed}, lead(R::accept_ordered), {R::ask}}},
        {credit_limit_exceeded,  "H06", block, "R-CREDIT", "0", {{R::hold}, lead(R::accept_ordered), lead(R::ask), lead(R::reject)}},
        {overdue_items,          "H07", block,"R-CREDIT", "14 days", {{R::hold}, lead(R::accept_ordered), lead(R::ask), lead(R::reject)}},
        {prepayment_due,         "H08", release_block,"R-CREDIT", "0", {{R::hold}, lead(R::accept_ordered), lead(R::ask), lead(R::reject)}},
        {own_terms_claimed,      "H09", info, "R-TERMS", "", {lead(R::ask), {R::dismiss}}},
        {line_amount_differs,    "I01", warn,  "R-TOTAL", "0.02", {{R::correct}, {R::ask}, {R::dismiss}}},
        {total_differs,          "I02", warn,  "R-TOTAL", "0.02 per line, at most 0.50", {{R::ask}, {R::dismiss}}},
        {not_enough_stock,       "J01", warn,  "R-STOCK", "0", {{R::accept_agreed}, {R::split}, {R::backorder}, {R::reduce}, {R::substitute}, {R::ask}}},
        {waits_for_production,   "J02", warn, "R-STOCK", "", {{R::split}, {R::accept_agreed}, {R::ask}}},
        {split_against_complete_delivery, "J03", block, "R-STOCK", "", {{R::accept_agreed}, {R::ask}, lead(R::split), lead(R::backorder)}},
        {shelf_life_too_short,   "J04", warn, "R-STOCK", "", {{R::substitute}, {R::ask}, lead(R::accept_ordered)}},
        {change_against_state,   "K01", block,"R-STATE", "", {{R::accept_agreed}, {R::reject}, {R::ask}}},
        {change_out_of_sequence, "K02", block,"R-STATE", "", {{R::dismiss}, {R::ask}}},
        {changed_order_not_found,"K03", block,"R-STATE", "", {{R::correct}, {R::ask}, {R::reject}}},
        {change_amount_unclear,  "K04", block,"R-QTY", "", {{R::ask}, {R::correct}}},
        {document_not_an_order,  "",    block, "R-STATE", "", {{R::dismiss}, {R::ask}, {R::reject}}},
        {sender_not_registered,  "R02", warn, "R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {reply_address_differs,  "R03", warn, "R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {display_name_misleads,  "R04", warn, "R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {sender_domain_looks_alike,"R05", block,"R-AUTH", "", {{R::ask}, {R::reject}, lead(R::dismiss)}},
        {first_order_on_credit,  "R08", warn, "R-CREDIT", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {order_far_above_usual,  "R09", warn, "R-QTY", "3 times the 12-month maximum", {{R::ask}, {R::hold}, {R::dismiss}}},
        {rush_to_new_address,    "R10", block,"R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {dangerous_attachment,   "R11", block,"R-AUTH", "", {{R::ask}, {R::reject}, lead(R::dismiss)}},
        {told_to_bypass_checks,  "R12", block,"R-AUTH", "", {{R::ask}, {R::hold}, lead(R::dismiss)}},
        {answer_time_at_risk,    "L02", info, "", "75 % of the time used", {{R::dismiss}}},
        {second_pair_of_eyes,    "L01", gate,  "", "", {}},
    };
    return entries;
}
// clang-format on

std::optional<FindingSeverity> severity_by_name(std::string_view name) {
    using enum FindingSeverity;
    for (const auto severity : {info, release_block, warn, block}) {
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
