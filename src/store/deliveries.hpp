// SPDX-License-Identifier: Apache-2.0
#pragma once

// What became of confirmed orders: deliveries, proofs and invoice requests (order/fulfilment.hpp).
// Every call runs in the store's open transaction, or is one of its own.

#include "order/fulfilment.hpp"
#include "order/paper_rules.hpp"
#include "store/store.hpp"

namespace besteld {

class Deliveries {
public:
    explicit Deliveries(Store& store);

    // What the revision confirmed takes the place of what an earlier one did; what was delivered
    // stays, with its line wherever a change has put it (`came_from`: per line its index before;
    // empty: none moved). StoreFault when less is confirmed than has gone.
    void record_confirmed(std::int64_t case_id, int revision,
                          const std::vector<FulfilmentLine>& lines,
                          const std::vector<std::optional<std::uint32_t>>& came_from = {});
    // Nothing: the case was never confirmed.
    std::optional<Fulfilment> find(std::int64_t case_id);
    // The case that a delivery note's number (DN-26-000871) belongs to.
    std::optional<std::int64_t> case_of_delivery(const std::string& delivery_no);
    // … an outbound slip's (XSCK20260302-0001), an invoice request's (IR-26-000655).
    std::optional<std::int64_t> case_of_slip(const std::string& slip_no);
    std::optional<std::int64_t> case_of_request(const std::string& request_no);

    // Confirmed orders of which something is promised for `last` or before, by case id.
    std::vector<std::int64_t> confirmed_until(Date last, std::int64_t after_case, int limit);
    void mark_released(std::int64_t case_id);
    void mark_picked(std::int64_t case_id, Instant at);
    void close_rest(std::int64_t case_id, Instant at);

    // Goods issue: gives id and number (DN-26-000871) and counts the lines. A shipment that the
    // order has already, or more than was confirmed without `over`, is a StoreFault.
    enum class Over { refused, allowed };
    void add(Delivery& delivery, Over over, int year);
    // The slip's number, by `slip_number` of order/paper_rules.hpp; one that it has already stays.
    void number_slip(Delivery& delivery, const PaperRules& rules, Date day);
    void mark_arrived(std::int64_t delivery_id, Instant at);
    // Once per delivery.
    void file_proof(const ProofOfDelivery& proof);
    // Gives id and number (IR-26-000655). Once per delivery, or per order; by the rule after_proof
    // only when the delivery's proof is filed.
    void add_request(InvoiceRequest& request, int year);
    void record_invoice(std::int64_t request_id, const std::string& invoice_no, Instant at);

private:
    Session& session_;
};

} // namespace besteld
