// SPDX-License-Identifier: Apache-2.0
#pragma once

// For the rooms above the order model: its headers are in nearly all of their files.
#include "common.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"
#include "order/answer.hpp"
#include "order/decision.hpp"
#include "order/draft.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"
#include "order/terms.hpp"
