// SPDX-License-Identifier: Apache-2.0
#pragma once

// From findings and people's decisions to what follows. Pure.

#include "order/decision.hpp"
#include "order/reading.hpp"

#include <expected>

namespace besteld {

enum class CommandKind {
    judge,         // first time, or after a correction: the checks have just run
    release,       // a clerk accepts the order as it now stands (T17 or T19)
    approve,       // the second pair of eyes agrees (T19)
    refuse_second, // … disagrees, with a remark (T18)
    ask,           // questions to the customer (T11)
    note_answer,   // the customer answered (T12)
    reject,        // the whole order (T26)
    consent,       // the customer agrees to the proposal, or a clerk notes it (T23)
    decline,       // the customer refuses it (T24)
    counter,       // the customer wants something else (T25)
    merge,         // it is no new order but belongs to an earlier one (T06b)
    set_aside,     // it is nothing for us, and nobody is answered (T03c)
    amend,         // the order's draft has taken a change up, before anything was confirmed (T38)
    apply_change,  // the confirmed order takes a change up (T38)
    cancel,        // the customer's cancellation is accepted (T34)
    cancel_own,    // we cancel (T34b)
    break_promise, // we cannot keep what we confirmed and propose something else (T28)
    expire         // the answer never came, and a lead gives the order up (T14)
};

// What we can do for a line instead of what we confirmed.
struct NewPromise {
    std::uint32_t line = 0;          // index
    std::optional<Date> date;        // absent: as confirmed
    std::optional<Decimal> quantity; // in the confirmed unit; absent: as confirmed
};

struct Command {
    CommandKind kind = CommandKind::judge;
    Role role = Role::system;
    std::string actor = "besteld";
    std::string reason; // mandatory for reject and refuse_second; internal unless an R-… code
    std::string text_to_customer;          // free words for the answer; may be empty
    std::vector<Question> questions;       // of ask
    std::vector<NewPromise> promises = {}; // of break_promise
};

// What the checks' own rules offer for one line of the order. The rules stand in check/, which this
// room does not know: the caller asks agreed_line_price and planned_day and hands over what they
// say.
struct LineOffer {
    std::optional<Decimal> price; // agreed, per price_base × price_unit
    Decimal price_base{1};
    std::string price_unit;       // empty: the ordered unit
    bool discounts_spent = false; // the price goes with no further discount
    std::optional<Date> date;     // the day planned for the line, before its stock is looked at
};

// What a line of a change asked for in vain while the rest of the change is done.
struct DeclinedWish {
    std::uint32_t line = 0; // of the order as it becomes
    std::string field;      // "quantity", "price", "date"
    std::string wanted;     // raw value
    std::string unit;       // of a quantity
    std::string reason;     // R-… code
};

// The order that a change or a cancellation is about, and what the change touches in it. The Order
// that is decided about is then the order as it would become.
struct ChangeContext {
    OrderState state = OrderState::confirmed; // of the order
    std::string order_no;                     // official number, else case number
    bool has_official_number = false;
    std::int64_t repeats_case = 0;      // an equal wish that was answered before; 0: none
    std::vector<std::uint32_t> touched; // lines the change names
    std::vector<std::optional<std::uint32_t>> came_from; // per line: its index before
    std::optional<Answer> standing;                      // what was confirmed last
    std::vector<Decimal> delivered; // per line of the order as it stands, in its confirmed unit
    // Of a change that is refused line by line: the others are done.
    bool in_part = false;
    std::vector<DeclinedWish> declined;
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
    // What is answered, when that is not the order itself: a change or a cancellation.
    const OrderDraft* answered = nullptr;
    const ChangeContext* change = nullptr;
    // All of the message, for the technical answer; only while it is judged for the first time.
    const Reading* reading = nullptr;
    std::vector<LineOffer> offers; // parallel to the order's lines; may be empty
    // The technical answer goes out once per interchange: with its first document.
    bool first_of_message = true;
    Instant received_at{};
    const TrafficRules* traffic = nullptr; // of the sender; none: nothing was agreed
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

// What finance decides, and nobody else: credit limit, overdue items, prepayment (H06 to H08). A
// clerk may only leave such an order waiting.
bool is_for_credit(Check check);

// Whether this role may resolve this finding so, and with this reason: asked when a resolution is
// recorded. Nothing when it may. ORD is the lead's unless the finding's way out says otherwise
// (domain.md 4.3), what is_for_credit() names is the credit controller's alone, and he decides
// about nothing else.
std::optional<CommandRefused> refuse_resolution(const Finding& finding, Resolution resolution,
                                                Role role, std::string_view reason);

// Above this net value a second person looks and a clerk alone rejects nothing (domain.md 3.3, the
// default set), in the order's currency.
inline constexpr Decimal four_eyes_limit{5'000};
std::string over_limit_reason(std::string_view currency);

// Why a second person must look (domain.md 3.3), or empty.
std::vector<std::string> four_eyes_reasons(const Order& order, const std::vector<Finding>& findings,
                                           const Terms& terms);

} // namespace besteld
