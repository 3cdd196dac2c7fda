// SPDX-License-Identifier: Apache-2.0
#pragma once

// An order that one of us takes down for a customer who phones, faxes, is visited or sends his
// order through a representative (domain.md 5.1): cell by cell as it was typed, numbers with a
// point, days as 2026-03-05. It enters the house as bytes, as every order does.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class TakenBy { phone, fax, visit, representative };
inline constexpr std::array every_taken_by{TakenBy::phone, TakenBy::fax, TakenBy::visit,
                                           TakenBy::representative};

struct TypedLine {
    std::string item; // our number, the customer's, a GTIN, or words
    std::string quantity;
    std::string unit;      // a word or a code
    std::string price;     // what the customer named; empty: what is agreed
    std::string requested; // this line only
    std::string note;
};

struct TypedOrder {
    TakenBy by = TakenBy::phone;
    std::string customer_no;
    std::string caller;       // who ordered
    std::string order_number; // the customer's
    std::string requested;
    std::string ship_to; // id of one of the customer's; empty: his usual one
    std::string note;
    std::string language; // of unit words and notes
    std::string login;    // who typed it
    std::string once;     // of the form: the same one sent twice is one order
    std::vector<TypedLine> lines;
};

// What messages with a typed order come by; no mailbox or folder is called so.
inline constexpr std::string_view typed_channel = "typed";
inline constexpr std::string_view typed_content_type = "application/vnd.besteld.typed-order+json";

std::string_view name_of(TakenBy by); // also the draft's format and the order's channel
std::optional<TakenBy> taken_by_name(std::string_view name);
bool is_taken_by_hand(std::string_view channel);

std::string to_json_text(const TypedOrder& order);
TypedOrder typed_order_from_json(std::string_view text); // throws JsonFault

} // namespace besteld
