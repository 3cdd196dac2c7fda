// SPDX-License-Identifier: Apache-2.0
#pragma once

// What warehouse, production, finance and the ERP system report about orders (docs/hand-off.md), as
// their files and calls say it. Nothing here is checked against an order yet.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class FeedbackKind {
    picked,      // the goods are taken from the shelf: the order can change no more
    shipped,     // goods issue of one shipment, with lines (T29)
    rest_closed, // nothing more will come (T29b)
    delivered,   // a shipment has arrived
    proof,       // … and its signed delivery note came back (T30)
    paid,        // finance has money for it: a prepayment, or part of one
    invoiced,    // finance gives the number of an invoice asked for (T32)
    receipt,     // the ERP system has taken a hand-off and names it by a number of its own
    answer,      // warehouse or production has taken a notice, or answers its question
    stock        // how much of an article there is now
};

struct FeedbackLine {
    std::uint32_t number =
        0;            // of the order's line as the hand-off counts them, from 1; 0: not given
    std::string item; // our article number
    Decimal quantity{};
    std::string unit; // Rec 20; empty: the line's own
    std::string batch;
};

struct Feedback {
    std::string key; // the sender's own: the same key is the same report
    FeedbackKind kind = FeedbackKind::picked;
    std::string order;         // SO-26-000412
    std::optional<Instant> at; // when it happened; absent: when we heard of it
    std::string shipment;      // the sender's name for it, or our DN-26-000871
    std::string carrier;
    std::string track_no;
    std::int64_t packages = 0;
    bool over_delivery = false; // more than confirmed went, and somebody meant it
    std::string signed_by;
    std::string differences;
    std::string document;
    Decimal amount{};     // of paid
    std::string currency; // … ISO 4217
    std::string request;  // IR-26-000655
    std::string invoice_no;
    std::string hand_off; // key of what is received or answered
    std::string number;   // the ERP system's own
    std::string said;     // of answer: "received", "yes" or "no"
    std::string note;
    std::vector<FeedbackLine> lines;
};

std::string_view name_of(FeedbackKind kind); // "rest_closed"
std::optional<FeedbackKind> feedback_kind_by_name(std::string_view name);

// The content type that a channel's setting gives its files (ReadHint): it decides how they are
// read, never what they look like, so that no customer's mail passes for the warehouse's word. The
// reader puts what it read in this form into the text of the reading's one part.
inline constexpr std::string_view feedback_content_type = "application/vnd.besteld.feedback";

// …_from_json throws JsonFault.
std::string to_json_text(const Feedback& feedback);
Feedback feedback_from_json(std::string_view text);
std::string to_json_text(const std::vector<Feedback>& list);
std::vector<Feedback> feedback_list_from_json(std::string_view text);

} // namespace besteld
