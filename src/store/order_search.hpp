// SPDX-License-Identifier: Apache-2.0
#pragma once

// Any case by whatever a person knows of it, open or long done, newest first. Every source is an
// index that begins with what is looked for; nothing is counted and no table is walked.

#include "store/store.hpp"

#include <map>

namespace besteld {

struct OrderQuery {
    // The beginning of a number (case, official, the buyer's, delivery note, invoice request,
    // invoice, complaint), of words of the customer's name or of words of an article's name, or of
    // an article number; empty: every case.
    std::string text;
    std::string customer;    // number; empty: any
    std::int64_t before = 0; // the last id seen; 0: from the newest
    int limit = 50;
};

struct OrderSummary {
    std::int64_t case_id = 0;
    std::string case_no;
    std::string official_no;
    std::string buyer_order_no;
    std::string customer_no;
    std::string customer_name;
    std::string kind; // "order", "change", "cancellation", "status", "complaint", "other"
    std::string channel;
    OrderState state = OrderState::received;
    Decimal net{};
    std::string currency;
    Instant received_at{};
};

struct FoundCustomer {
    std::string no;
    std::string name;
};

// When an answer was decided and when the next server took it.
struct AnswerTimes {
    Instant created_at{};
    std::optional<Instant> sent_at;
};

class OrderSearch {
public:
    explicit OrderSearch(Store& store);
    explicit OrderSearch(Session& session) : session_(session) {}

    std::vector<OrderSummary> find(const OrderQuery& query);
    // Whose number this is, else those with words in the name that begin so.
    std::vector<FoundCustomer> customers(const std::string& text, int limit);
    std::optional<OrderSummary> summary(std::int64_t case_id);
    // Other cases of this customer with the same number of his, newest first: repeats, and what
    // came under it before.
    std::vector<OrderSummary> same_number(const Case& the_case, int limit);
    std::map<std::int64_t, AnswerTimes> answer_times(std::int64_t case_id); // by outbox id

private:
    Session& session_;
};

} // namespace besteld
