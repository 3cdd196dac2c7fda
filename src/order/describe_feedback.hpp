// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reflection of feedback, for the .cpp files that turn it into JSON.

#include "base/json.hpp"
#include "order/feedback.hpp"

namespace besteld {

BOOST_DESCRIBE_ENUM(FeedbackKind, picked, shipped, rest_closed, delivered, proof, paid, invoiced, receipt,
                    answer, stock)
BOOST_DESCRIBE_STRUCT(FeedbackLine, (), (number, item, quantity, unit, batch))
BOOST_DESCRIBE_STRUCT(Feedback, (),
                      (key, kind, order, at, shipment, carrier, track_no, packages, over_delivery,
                       signed_by, differences, document, amount, currency, request, invoice_no, hand_off, number,
                       said, note, lines))

} // namespace besteld
