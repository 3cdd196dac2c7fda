// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/decimal.hpp"

#include <string>
#include <string_view>

namespace besteld {

// 大写金额: the amount in capital characters, as the rules for filling in bills want it
// (正确填写票据和结算凭证的基本规定): "贰仟柒佰零肆元捌角整". Rounded to 分, half away from zero;
// 负 before a negative one. `currency` names the unit: CNY 元, others 美元, 欧元 …; a currency
// without a Chinese name here keeps its code in front.
std::string chinese_amount(Decimal amount, std::string_view currency);

} // namespace besteld
