// SPDX-License-Identifier: Apache-2.0
#pragma once

// From a draft to an order with findings: who is it, which item, is it as agreed. Pure functions of
// draft, terms and now. The caller looks things up in between:
//
//     keys = look_up_keys(draft, mail)            → store: hits, known domains
//     who  = identify_customer(draft, mail, hits) → store: the customer's terms for these keys
//     order = build_order(…)                      every line has an article of ours or a finding
//     says why not findings = check_order(…)

#include "check/authentication_results.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"
#include "order/reading.hpp"
#include "order/terms.hpp"

#include <string>
#include <vector>

namespace besteld {

// Everything in a draft that base data may know.
struct LookUpKeys {
    std::vector<Identity> identities;     // of buyer, sender, interchange
    std::vector<std::string> item_codes;  // normalised seller item codes (M1, M4)
    std::vector<std::string> gtins;       // 14 digits (M2)
    std::vector<std::string> buyer_items; // normalised (M3)
    std::string buyer_order_key;
    std::vector<std::string>
        phrases; // normalised words for items, of lines that name no number (M5)
    std::vector<std::string> item_words; // tokens of those phrases, for candidates (M7)
    // Tokens that stand beside a number of ours: asked for only when words_are_wanted()
    // (check/item_checks.hpp) says so, because most numbers are known and mean what stands there.
    std::vector<std::string> words_beside_codes;
    std::vector<std::string> quotations; // numbers referred to
};

// Where a document came from besides its own words.
struct Origins {
    const MailHead* mail = nullptr; // the mail that carried it; none for a file
    std::string channel;            // configured name of the mailbox or folder
    std::string message_sender;     // customer number that owns the drop folder, or empty
    Instant received_at{};
    const std::vector<PartInfo>* parts = nullptr; // of the whole message; none when not at hand
    SenderVerdict proof;                          // what our mail server says of the sender
};

LookUpKeys look_up_keys(const OrderDraft& draft, const Origins& origins,
                        const std::vector<Correction>& corrections);

// domain.md 5.1: below it an identification is only a suggestion.
inline constexpr int sure_score = 90;

// domain.md 5.1: the strongest rule wins only when no other points elsewhere.
struct Identification {
    std::string customer_no; // empty: not resolved
    int score = 0;           // percent
    std::string by;          // "GLN 9520000001018 (buyer)"
    std::string conflict;    // "GLN … is C1001, VAT … is C1002"; empty when none
    std::vector<std::string> candidates;
};

Identification identify_customer(const OrderDraft& draft, const Origins& origins,
                                 const std::vector<IdentityHit>& hits,
                                 const std::vector<Correction>& corrections);

Order build_order(const OrderDraft& draft, const Origins& origins, const Identification& who,
                  const Terms& terms, const std::vector<Correction>& corrections);

// All findings, never only the first. A document that is no order yields document_not_an_order.
std::vector<Finding> check_order(const OrderDraft& draft, const Order& order,
                                 const Origins& origins, const Identification& who,
                                 const Terms& terms, Instant now);

// The same for an order that a change has amended: what its document says of sender and customer
// was checked with the change itself.
std::vector<Finding> check_amended_order(const OrderDraft& draft, const Order& order,
                                         const Origins& origins, const Identification& who,
                                         const Terms& terms, Instant now);

// The agreed net price of one stock unit for so many, with the rule that says so (domain.md 4.1,
// price look-up); nothing when no rule fits. Used by checks and answers alike.
struct AgreedPrice {
    Decimal per_stock_unit{};
    PriceRule rule;
    std::string clause;
    std::string trace;
    bool tie = false; // two rules fit equally well: agreement_ambiguous
};
std::optional<AgreedPrice> agreed_price(const Terms& terms, const std::string& sku,
                                        Decimal stock_quantity, const std::string& currency,
                                        Date price_date);

// First date on which we can deliver an order received at `received_at`: lead time in working days
// of our calendar from the cut-off, then the next delivery day of the ship-to (domain.md 2.3, S06).
Date first_feasible_delivery(const Terms& terms, const std::string& ship_to_id,
                             Instant received_at);
bool is_delivery_day(const Terms& terms, const std::string& ship_to_id, Date date);
Date next_delivery_day(const Terms& terms, const std::string& ship_to_id,
                       Date from); // `from` included

// What is free on `date` (domain.md 4.1 ATP), never negative, and the first date on which
// `quantity` is.
Decimal available_on(const Terms& terms, const std::string& sku, Date date);
std::optional<Date> available_from(const Terms& terms, const std::string& sku, Decimal quantity,
                                   Date not_before);

} // namespace besteld
