// SPDX-License-Identifier: Apache-2.0
#pragma once

// Proof of an answer's lines for every format whose reader gives LineDraft::responses.

#include "order/answer.hpp"

#include <optional>
#include <string>

namespace besteld {

// What one format can say of a line, where not all can say all.
struct Sayable {
    enum class Day { per_part, none } day = Day::per_part;
    enum class Rest { stated, left_out };
    Rest backorder = Rest::stated;
    Rest dropped = Rest::stated; // how much will not come at all
    enum class Values { always, when_changed } values = Values::always; // price and item
};

// Nothing when the lines of `read` confirm exactly what `answer` does: quantities with their days,
// backorders, rejections, prices and items; else what differs. Lines are found by the buyer's own
// number.
std::optional<std::string> prove_lines(const OrderDraft& read, const Answer& answer,
                                       const Sayable& sayable = {});

// The same for a number as text.
bool says_number(const MaybeField& field, Decimal wanted);

} // namespace besteld
