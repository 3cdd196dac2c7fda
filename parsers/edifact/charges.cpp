// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

namespace besteld::parsers::edifact {

namespace {

bool is_charge_amount(std::string_view qualifier) {
    return qualifier == "8" || qualifier == "23" || qualifier == "204" || qualifier == "131";
}

std::optional<Decimal> value_of(const MaybeField& field) {
    if (!field) return std::nullopt;
    const auto value = Decimal::parse(field->value);
    return value ? std::optional(*value) : std::nullopt;
}

} // namespace

std::vector<ChargeDraft>& MessageReader::charges() {
    auto* here = line();
    return here ? here->charges : draft_.charges;
}

// ALC: 5463, C552 1230:5189, 4471, 1227, C214 7161:1131:3055:7160
void MessageReader::charge(std::size_t i) {
    if (!require_qualifier(i)) return;
    ChargeDraft charge{.is_allowance = view_.text(i, {1, 1}) == "A"};
    charge.code = view_.field(i, {5, 1});
    if (!charge.code) charge.code = view_.field(i, {2, 2});
    std::string reason = joined(i, 5, 4, 5, 35);
    if (!reason.empty())
        charge.reason = Field{.value = std::move(reason), .place = view_.place(i, {5, 4})};
    charges().push_back(std::move(charge));
}

// PCD C501 5245:5482 within an allowance or a discount for payment
void MessageReader::percentage(std::size_t i) {
    auto percent = view_.number(i, {1, 2});
    if (!percent) return;
    if (group_ == Group::payment && !payment_.empty()) payment_.back().percent = percent->value;
    if (group_ == Group::allowance && !charges().empty())
        charges().back().percent = std::move(percent);
}

// MOA C516 5025:5004. Within an allowance its amount, within a tax the tax's basis or amount.
void MessageReader::amount(std::size_t i) {
    if (!require_qualifier(i)) return;
    const std::string qualifier = view_.text(i, {1, 1});
    auto value = view_.number(i, {1, 2});
    if (!value || group_ == Group::tax) return;
    if (group_ == Group::allowance && is_charge_amount(qualifier)) {
        if (!charges().empty() && !charges().back().amount)
            charges().back().amount = std::move(value);
    } else if (auto* here = line()) {
        if (qualifier == "203" || (qualifier == "66" && !here->line_amount))
            here->line_amount = std::move(value);
    } else if (qualifier == "79") {
        moa_79_ = std::move(value);
    } else if (qualifier == "86") {
        moa_86_ = std::move(value);
    } else if (qualifier == "124" && !draft_.total_tax) {
        draft_.total_tax = std::move(value);
    } else if (qualifier == "128") {
        moa_128_ = std::move(value);
    }
}

// 86 is the message's total, 79 the sum of the lines. Where 86 is 79 plus the tax, 86 is the gross
// total.
void MessageReader::settle_totals() {
    const auto lines = value_of(moa_79_);
    const auto message = value_of(moa_86_);
    const auto tax = value_of(draft_.total_tax);
    std::int64_t gross = 0;
    const bool adds_up = lines && message && tax && !tax->is_zero() &&
                         !__builtin_add_overflow(lines->units(), tax->units(), &gross) &&
                         gross == message->units();
    draft_.total = adds_up || !moa_86_ ? moa_79_ : moa_86_;
    draft_.total_gross = moa_128_ ? moa_128_ : adds_up ? moa_86_ : std::nullopt;
}

// TAX: 5283, C241, C533, 5286, C243 …:5278 rate, 5305 category
void MessageReader::tax(std::size_t i) {
    auto* here = line();
    if (!here || view_.text(i, {1, 1}) != "7") return;
    here->tax_rate = view_.number(i, {5, 4});
    here->tax_category = view_.field(i, {6, 1});
}

} // namespace besteld::parsers::edifact
