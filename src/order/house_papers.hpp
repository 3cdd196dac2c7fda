// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the house's own papers say of a delivery or of an invoice that is due (domain.md 6, D6 and
// D7). Pure. The answers have no recipient yet.

#include "order/answer.hpp"
#include "order/fulfilment.hpp"
#include "order/order.hpp"
#include "order/paper_rules.hpp"
#include "order/terms.hpp"

#include <string>

namespace besteld {

// `known` holds the delivery and the request already. `told`: what the customer was told in the
// end; null: nothing, then an invoice request is without prices.
struct HouseSource {
    std::string case_no;
    std::string official_no;
    int revision = 1;
    const Order& order;
    const Fulfilment& known;
    const Answer* told = nullptr;
    const Terms& terms;
    std::string language; // nl, en, de, fr, zh
    Date today{};         // on our wall
};

Answer outbound_slip_of(const HouseSource& source, const Delivery& delivery,
                        const PaperRules& rules);
// What the request's deliveries brought, at the prices confirmed. A line's amount over all its
// deliveries is what was confirmed, to the cent; what is charged for the order as a whole stands on
// its first request.
Answer invoice_request_of(const HouseSource& source, const InvoiceRequest& request);
// The `times`-th word about a signed note that is missing.
Answer proof_reminder_of(const HouseSource& source, const Delivery& delivery, int times,
                         const PaperRules& rules);

} // namespace besteld
