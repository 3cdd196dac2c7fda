// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"
#include "order/draft.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// The checks by their speaking names; the table with code, severity and default tolerance stands in
// check/catalogue.hpp (domain.md 4.3).
enum class Check {
    unreadable_part,                 // A01
    control_total_differs,           // A02
    test_message,                    // A03
    sender_not_authentic,            // A04
    reading_uncertain,               // A05
    unread_content,                  // A06
    customer_unknown,                // B01
    identity_conflict,               // B02
    customer_not_active,             // B03
    sender_may_not_order,            // B04
    seller_is_not_us,                // B05
    ship_to_not_permitted,           // B06
    ship_to_incomplete,              // B07
    bill_to_differs,                 // B08
    contact_data_changed,            // B09
    trade_restricted,                // B10
    order_number_missing,            // C01
    same_message_again,              // C02
    same_order_number_again,         // C03
    same_content_again,              // C04
    document_date_implausible,       // C05
    cancel_date_passed,              // C06
    currency_not_agreed,             // C07
    no_valid_agreement,              // C08
    quotation_differs,               // C09
    framework_exhausted,             // C10
    release_outside_limits,          // C11
    cost_reference_missing,          // C12
    item_unknown,                    // D01
    item_identifiers_disagree,       // D02
    gtin_check_digit_wrong,          // D03
    item_not_sellable,               // D04
    not_in_assortment,               // D05
    specification_differs,           // D06
    description_contradicts,         // D07
    duplicate_lines,                 // D08
    licence_missing,                 // D09
    quantity_missing,                // E01
    unit_unknown,                    // E02
    unit_not_as_agreed,              // E03
    not_a_multiple,                  // E04
    below_minimum_quantity,          // E05
    above_maximum_quantity,          // E06
    unusual_quantity,                // E07
    fraction_of_a_piece,             // E08
    schedule_sum_differs,            // E09
    price_below_agreed,              // F01
    price_above_agreed,              // F02
    no_agreed_price,                 // F03
    price_base_differs,              // F04
    discount_not_agreed,             // F05
    promotion_claim_invalid,         // F06
    promotion_missed,                // F07
    agreement_ambiguous,             // F08
    price_below_floor,               // F09
    price_includes_tax,              // F10
    free_of_charge,                  // F11
    delivery_date_missing,           // G01
    date_in_past,                    // G02
    lead_time_too_short,             // G03
    not_a_delivery_day,              // G04
    outside_unloading_hours,         // G05
    too_far_ahead,                   // G06
    despatch_date_given,             // G07
    payment_terms_differ,            // H01
    delivery_terms_differ,           // H02
    tax_not_as_agreed,               // H03
    below_minimum_order_value,       // H04
    surcharge_differs,               // H05
    credit_limit_exceeded,           // H06
    overdue_items,                   // H07
    prepayment_due,                  // H08
    own_terms_claimed,               // H09
    line_amount_differs,             // I01
    total_differs,                   // I02
    not_enough_stock,                // J01
    waits_for_production,            // J02
    split_against_complete_delivery, // J03
    shelf_life_too_short,            // J04
    change_against_state,            // K01
    change_out_of_sequence,          // K02
    changed_order_not_found,         // K03
    change_amount_unclear,           // K04
    document_not_an_order,     // what arrived is a change, a question, a complaint … for a person
    sender_not_registered,     // R02
    reply_address_differs,     // R03
    display_name_misleads,     // R04
    sender_domain_looks_alike, // R05
    first_order_on_credit,     // R08
    order_far_above_usual,     // R09
    rush_to_new_address,       // R10
    dangerous_attachment,      // R11
    told_to_bypass_checks,     // R12
    answer_time_at_risk,       // L02
    second_pair_of_eyes,       // L01
};

enum class FindingSeverity { info, gate, release_block, warn, block };

// domain.md 4.2
enum class Resolution {
    accept_agreed,  // ACC: our value, the customer is told
    accept_ordered, // ORD: the customer's value; needs authority and a reason
    correct,        // COR
    ask,            // ASK
    reject,         // REJ
    substitute,     // SUB
    split,          // SPL
    backorder,      // BCK
    reduce,         // RED
    hold,           // HLD
    dismiss,        // DIS: false alarm, with reason
    merge           // MRG
};

// One way out, with who may take it and what follows.
struct WayOut {
    Resolution resolution = Resolution::ask;
    bool lead_only = false;
    std::string word_of; // "warehouse", "production": its answer is needed, or who there gave it
    std::string
        consequence; // one sentence in English: "line 1 is confirmed at 0.74; the customer is told"
};

struct Resolved {
    Resolution resolution = Resolution::ask;
    std::string actor; // login, or "besteld" when a rule of the agreement decided
    std::string reason;
    std::string at; // ISO instant
};

// A deviation. Identified by (check, line, ordered, agreed): a re-check keeps its resolution while
// these four are equal (domain.md 4.2).
struct Finding {
    Check check = Check::unreadable_part;
    FindingSeverity severity = FindingSeverity::warn;
    std::optional<std::uint32_t> line; // index into the order's lines
    std::string ordered;               // "0.71 EUR", "100 XRO"
    std::string agreed;
    std::string difference;       // "-0.03 (-4.1 %)"
    std::optional<Decimal> money; // at stake, in the order's currency; sign: negative = to our loss
    std::string clause;           // which agreement, which rule, valid when
    std::string trace;            // rules tried and hit
    std::string quote;            // the words of the source
    Place source;
    std::string passes_if; // "the price is 0.74 EUR per H87 (tolerance 0)"
    std::string reason;    // "R-PRICE" (domain.md 4.4)
    std::vector<WayOut> ways_out;
    std::optional<Resolution> suggested;
    std::string suggested_value; // what `suggested` would put there: "108", "2026-03-10", "ST-02"
    std::optional<Resolved> resolved;
    bool preagreed = false; // the deviation that accept_agreed makes is inside the agreement (T21)
};

bool same_finding(const Finding& a, const Finding& b);
bool is_open(const Finding& finding); // block or warn without a resolution

std::string_view name_of(Check check); // "price_below_agreed"
std::optional<Check> check_by_name(std::string_view name);
std::string_view name_of(Resolution resolution); // "accept_agreed"
std::optional<Resolution> resolution_by_name(std::string_view name);
std::string_view name_of(FindingSeverity severity);

} // namespace besteld
