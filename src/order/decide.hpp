// SPDX-License-Identifier: Apache-2.0
#pragma once

// From findings and people's decisions to what follows. Pure.

#include "order/decision.hpp"

#include <expected>

namespace besteld {

enum class CommandKind {
    judge,         // first time, or after a correction: the checks have just run
    release,       // a clerk accepts the order as it now stands (T17 or T19)
    approve,       // the second pair of eyes agrees (T19)
    refuse_second, // … disagrees, with a remark (T18)
    ask,           // questions to the customer (T11)
    note_answer,   // the customer answered (T12)
    reject         // the whole order (T26)
};

struct Command {
    CommandKind kind = CommandKind::judge;
    Role role = Role::system;
    std::string actor = "besteld";
    std::string reason;              // mandatory for reject and refuse_second
    std::vector<Question> questions; // of ask
};

// What the checks' own rules offer for one line of the order. The rules stand in check/, which this room
// does not know: the caller asks agreed_price and first_feasible_delivery and hands over what they say.
struct LineOffer {
    std::optional<Decimal> price; // agreed, per `price_base` of the ordered unit
    Decimal price_base{1};
    std::string clause;
    std::optional<Date> date; // first day on which all of the line can be delivered as requested
};

// What the caller knows of the message, to address the answers.
struct AnswerContext {
    std::string case_no;
    std::string case_mail_id; // Message-ID of the order's mail
    std::string subject;
    std::vector<std::string> references;
    Envelope envelope;
    std::string no_answer_because; // not empty: no mail may go out for this message
    const OrderDraft* draft = nullptr;
    std::vector<LineOffer> offers; // parallel to the order's lines; may be empty
    // The technical answer goes out once per interchange: with its first document.
    bool first_of_message = true;
    Instant received_at{};
};

struct CommandRefused {
    std::string
        code; // "not_allowed", "same_person", "open_findings", "lead_only", "reason_missing"
    std::string text;
};

std::expected<Decision, CommandRefused> decide(const Order& order,
                                               const std::vector<Finding>& findings,
                                               const Terms& terms, const CaseHistory& history,
                                               const Command& command, const AnswerContext& context,
                                               Instant now);

// Why a second person must look (domain.md 3.3), or empty.
std::vector<std::string> four_eyes_reasons(const Order& order, const std::vector<Finding>& findings,
                                           const Terms& terms);

} // namespace besteld
