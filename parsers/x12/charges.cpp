// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message.hpp"

#include "base/text.hpp"

namespace besteld::parsers::x12 {

// SAC: 248 A, C, N, P, Q, R or S; 1300 code, 559, 1301, 610 amount with two implied decimals,
// 378, 332 percent, … 352 text in element 15
void MessageReader::charge(std::size_t i) {
    party_open_ = false;
    const std::string indicator = view_.text(i, 1);
    const bool allowance = indicator == "A" || indicator == "P";
    const bool charge = indicator == "C" || indicator == "Q" || indicator == "S";
    auto* here = line();
    if (!allowance && !charge) {
        // N is neither, R a request: words for a person
        if (auto text = view_.field(i, 15))
            (here ? here->notes : draft_.notes).push_back(*std::move(text));
        return;
    }
    ChargeDraft out{.is_allowance = allowance};
    out.code = view_.field(i, 2);
    out.amount = view_.implied_cents(i, 5);
    out.percent = view_.number(i, 7);
    out.reason = view_.field(i, 15);
    (here ? here->charges : draft_.charges).push_back(std::move(out));
}

// TXI: 963 type, 782 amount, 954 percent
void MessageReader::tax(std::size_t i) {
    auto* here = line();
    if (here && !here->tax_rate) here->tax_rate = view_.number(i, 3);
    if (!here && !draft_.total_tax) draft_.total_tax = view_.number(i, 2);
}

// AMT: TT is the order's total; in a line's loop 1 is its amount (element 522)
void MessageReader::amount(std::size_t i) {
    const std::string qualifier = view_.text(i, 1);
    auto* here = line();
    if (here && qualifier == "1")
        here->line_amount = view_.number(i, 2);
    else if (qualifier == "TT")
        draft_.total = view_.number(i, 2);
}

// CTT: 354 number of lines, 347 hash total
void MessageReader::control_total(std::size_t i) {
    finish_line();
    section_ = Section::summary;
    draft_.stated_line_count = view_.number(i, 1);
    draft_.stated_quantity_sum = view_.number(i, 2);
}

// G76: 380 quantity of the whole order
void MessageReader::grocery_total(std::size_t i) {
    finish_line();
    section_ = Section::summary;
    draft_.stated_quantity_sum = view_.number(i, 1);
}

} // namespace besteld::parsers::x12
