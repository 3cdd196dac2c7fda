// SPDX-License-Identifier: Apache-2.0
#include "order/command_json.hpp"

#include "base/json.hpp"
#include "order/describe_order.hpp"

namespace besteld {

BOOST_DESCRIBE_ENUM(CommandKind, judge, release, approve, refuse_second, ask, note_answer, reject,
                    consent, decline, counter, merge, set_aside, amend, apply_change, cancel,
                    cancel_own, break_promise, expire)
BOOST_DESCRIBE_STRUCT(NewPromise, (), (line, date, quantity))
BOOST_DESCRIBE_STRUCT(Command, (), (kind, reason, text_to_customer, questions, promises))

std::string_view name_of(CommandKind kind) {
    return boost::describe::enum_to_string(kind, "?");
}

std::string to_json_text(const Command& command) {
    return json_text(to_json(command));
}

Command command_from_json(std::string_view text) {
    return from_json<Command>(parse_json(text));
}

} // namespace besteld
