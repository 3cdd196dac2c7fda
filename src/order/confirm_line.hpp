// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/decide.hpp"

#include <expected>
#include <vector>

namespace besteld {

// One line with all that decides about it.
struct LineCase {
    const Order& order;
    const OrderLine& line;
    const std::vector<Finding>& findings; // of the whole order
    const Terms& terms;
    const OrderDraft* draft = nullptr;
    const LineOffer* offer = nullptr;
    int digits = 2; // of the currency
};

struct ConfirmedLine {
    AnswerLine line;
    std::vector<Deviation> deviations;
};

std::expected<ConfirmedLine, CommandRefused> confirm_line(const LineCase& c);

} // namespace besteld
