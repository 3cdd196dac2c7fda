// SPDX-License-Identifier: Apache-2.0
#pragma once

// A change is done as a whole or refused as a whole, unless its customer takes it in part
// (domain.md 3.4): then each of its lines is done or refused.

#include "order/amend.hpp"
#include "order/decide.hpp"

#include <optional>
#include <vector>

namespace besteld {

using MaybeLine = std::optional<std::uint32_t>;

// What a clerk refused of a change.
struct RefusedPart {
    std::vector<std::uint32_t> lines; // of the change
    bool whole = false;               // nothing is left to be done, or it is not one line's matter
};

// `spoken_of`: per finding the line of the change that it speaks of; shorter than `findings` when
// the rest speak of `amended`'s lines.
RefusedPart refused_part(const OrderDraft& change, const Amended& amended,
                         const std::vector<Finding>& findings,
                         const std::vector<MaybeLine>& spoken_of);

// The line of the change that made or changed this line of the amended order.
MaybeLine named_by(const Amended& amended, std::uint32_t line);
// Where a line of `from` stands in `to`: two amendments of one order by one change.
MaybeLine line_in(const Amended& to, const Amended& from, std::uint32_t line);

// What the refused lines asked of the order's own lines, in the lines of `kept`. `wished`: the
// order as the whole change would make it; `standing`: as it is.
std::vector<DeclinedWish> declined_wishes(const RefusedPart& refused, const Amended& full,
                                          const Order& wished, const Amended& kept,
                                          const Order& standing,
                                          const std::vector<Finding>& findings);

} // namespace besteld
