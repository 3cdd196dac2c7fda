// SPDX-License-Identifier: Apache-2.0
#pragma once

// What customers call our items, learned from people's confirmations alone (domain.md 5.3). A
// phrase is of one customer and never used for another. One that means two items for somebody goes
// back to review, and so does what was revoked and is confirmed again; out of review it comes
// through a second person only. What nobody confirmed for two years is used no more.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace besteld {

// A person decided that these words of this customer mean this item.
struct PhraseConfirmation {
    std::string customer_no;
    std::string phrase; // normalised by phrase_key() of check/phrase_key.hpp
    std::string sku;
    std::string unit;              // Rec 20; empty: the phrase says nothing of it
    std::optional<Decimal> factor; // stock units in one, when it is no unit of the item
    std::string login;
    std::int64_t case_id = 0;
};

struct LearnedPhraseRow {
    std::int64_t id = 0;
    std::string customer_no;
    std::string phrase;
    std::string sku;
    std::string unit;
    std::optional<Decimal> factor;
    int confirmations = 0;
    int contradictions = 0;
    std::string status; // active, review, revoked
    std::optional<Date> expires_on;
    Instant created_at{};
    std::string created_by;
    Instant changed_at{};
    std::string changed_by;
    std::optional<Instant> approved_at; // of the last change, when a second person was needed
    std::string approved_by;
    std::string last_case; // number
};

// Empty fields match anything.
struct PhraseFilter {
    std::string customer_no;
    std::string status;
    std::string sku;
    std::string phrase; // begins with
    std::int64_t after_id = 0;
    int limit = 200;
};

enum class PhraseChange {
    done,
    unknown,       // there is no such phrase, or nothing about it waits
    same_person,   // the last editor does not approve his own work
    means_another, // the phrase is active for another item: revoke that one first
};

// An edit by a person, outside a case: it waits for approval.
struct PhraseEdit {
    std::int64_t id = 0;
    std::string sku;
    std::string unit;
    std::optional<Decimal> factor;
    std::optional<Date> expires_on;
    std::string login;
};

} // namespace besteld
