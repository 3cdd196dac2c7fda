// SPDX-License-Identifier: Apache-2.0
#include "flow/status_answer.hpp"

#include "base/text.hpp"
#include "order/build_answer.hpp"
#include "order/edi_profile.hpp"
#include "order/order_status.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr int labelled = 70;  // below it a number may be anything (parsers/text/wishes.hpp)
constexpr int look_back = 50; // cases of the customer, for "the previous one"
constexpr std::size_t most_orders = 5; // in one answer; more are a list that a person makes

// A repeat and what was replaced are not the order itself.
bool is_standing_order(const Case& c) {
    return c.draft.document_class == DocumentClass::order && c.state != OrderState::duplicate &&
           c.state != OrderState::superseded;
}

std::string without_zeros(const std::string& number) {
    const auto first = number.find_first_not_of('0');
    return first == std::string::npos ? number : number.substr(first);
}

std::vector<Case> orders_with(Store& store, const std::string& customer_no,
                              const std::string& number) {
    std::vector<Case> found;
    auto ids = store.cases_named(customer_no, number);
    // domain.md O03: compared with and without leading zeros.
    if (ids.empty()) ids = store.cases_named(customer_no, without_zeros(number));
    for (const auto id : ids)
        if (auto c = store.find_case(id); c && is_standing_order(*c)) found.push_back(*c);
    return found;
}

// The newest of his orders before that case; 0: of all.
std::optional<Case> order_before(Store& store, const std::string& customer_no,
                                 std::int64_t before) {
    for (const auto id : store.cases_before(customer_no, before, look_back))
        if (auto c = store.find_case(id); c && is_standing_order(*c)) return c;
    return std::nullopt;
}

bool names_an_order(const Reference& r) {
    return r.type == "order" || r.type == "seller_order" || r.type == "case";
}

class OrderFinder {
public:
    OrderFinder(Store& store, const std::string& customer_no, const OrderDraft& wish)
        : store_(store), customer_no_(customer_no), wish_(wish) {}

    MeantOrders run(const std::vector<std::string>& beside) {
        if (wish_.order_number) look_for(*wish_.order_number);
        for (const Reference& r : wish_.references)
            if (names_an_order(r)) look_for(r.value);
        for (const Reference& r : wish_.references)
            if (r.type == "delivery_note" && found_.orders.empty()) look_for_note(r.value.value);
        if (found_.orders.empty() && found_.why_not.empty()) relative(beside);
        if (found_.orders.empty() && found_.why_not.empty()) found_.why_not = "it names no order";
        if (found_.orders.size() > most_orders)
            found_ = {{}, cat("it names more than ", most_orders, " orders")};
        return std::move(found_);
    }

private:
    void look_for(const Field& number) {
        const auto orders = orders_with(store_, customer_no_, number.value);
        if (orders.empty() && number.score >= labelled)
            found_.why_not = cat("customer ", customer_no_, " has no order ", number.value);
        for (const Case& order : orders)
            keep(order);
    }

    void look_for_note(const std::string& number) {
        const auto id = Deliveries(store_).case_of_delivery(number);
        const auto order = id ? store_.find_case(*id) : std::nullopt;
        if (order && order->order.customer_no == customer_no_) return keep(*order);
        found_.why_not =
            cat("customer ", customer_no_, " has no delivery note ", number, " on record");
    }

    void keep(const Case& order) {
        if (std::ranges::find(found_.orders, order.id, &Case::id) == found_.orders.end())
            found_.orders.push_back(order);
    }

    bool says(std::string_view type) const {
        return std::ranges::any_of(wish_.references,
                                   [&](const Reference& r) { return r.type == type; });
    }

    void relative(const std::vector<std::string>& beside) {
        std::int64_t before = 0;
        if (says("previous_order")) {
            for (const std::string& number : beside)
                if (const auto anchor = orders_with(store_, customer_no_, number);
                    before == 0 && !anchor.empty())
                    before = anchor.back().id;
        } else if (!says("last_order")) {
            return;
        }
        if (const auto order = order_before(store_, customer_no_, before)) keep(*order);
        if (found_.orders.empty())
            found_.why_not = cat("customer ", customer_no_, " has no earlier order");
    }

    Store& store_;
    const std::string& customer_no_;
    const OrderDraft& wish_;
    MeantOrders found_;
};

std::optional<DeliveredSoFar> delivered_so_far(Store& store, std::int64_t case_id,
                                               const Zone& zone) {
    const auto known = Deliveries(store).find(case_id);
    if (!known) return std::nullopt;
    DeliveredSoFar so_far;
    for (const auto& line : known->lines)
        so_far.by_line[line.line] = line.delivered;
    for (const auto& delivery : known->deliveries)
        so_far.shipments.push_back({.delivery_note = delivery.delivery_no,
                                    .day = zone.date_of(delivery.posted_at),
                                    .carrier = delivery.carrier,
                                    .track_no = delivery.track_no});
    return so_far;
}

bool has_status_form(const Answer& answer) {
    const auto family = family_of_profile(answer.edi_profile);
    return family == EdiFamily::edifact || family == EdiFamily::x12;
}

} // namespace

MeantOrders find_meant_orders(Store& store, const std::string& customer_no, const OrderDraft& wish,
                              const std::vector<std::string>& beside) {
    return OrderFinder(store, customer_no, wish).run(beside);
}

std::vector<std::string> numbers_beside(const Reading& reading, std::uint32_t document) {
    std::vector<std::string> numbers;
    for (std::uint32_t i = 0; i < reading.documents.size(); ++i)
        if (i != document && reading.documents[i].order_number)
            numbers.push_back(reading.documents[i].order_number->value);
    return numbers;
}

std::optional<Answer> last_told(Store& store, std::int64_t case_id) {
    std::optional<Answer> told;
    for (auto& row : store.outbox_of_case(case_id))
        if (row.answer.kind == AnswerKind::confirmation || row.answer.kind == AnswerKind::proposal)
            told = std::move(row.answer);
    return told;
}

OrderStatus status_of_case(Store& store, const Case& the_case, const Zone& zone) {
    const auto told = last_told(store, the_case.id);
    return status_of({.official_no = the_case.official_no,
                      .state = the_case.state,
                      .order = the_case.order,
                      .told = told ? &*told : nullptr,
                      .delivered = delivered_so_far(store, the_case.id, zone)});
}

std::vector<Answer> status_answers(Store& store, const AnswerFrame& frame,
                                   const std::vector<Case>& orders, Cause cause) {
    Answer answer = answer_frame(frame, AnswerKind::status);
    std::vector<std::string> numbers;
    for (const Case& order : orders) {
        answer.statuses.push_back(status_of_case(store, order, Zone(frame.terms.seller.zone)));
        const auto& status = answer.statuses.back();
        numbers.push_back(status.buyer_order_no.empty() ? status.official_no
                                                        : status.buyer_order_no);
    }
    answer.buyer_order_no = join(numbers, ", ");
    auto answers = on_every_channel(frame, answer, cause);
    // A machine that asked is answered by the machine; a format without such a report by mail.
    const bool by_edi = std::ranges::any_of(answers, [](const Answer& a) {
        return a.channel == AnswerChannel::edi && has_status_form(a);
    });
    std::erase_if(answers, [&](const Answer& a) {
        return a.channel == (by_edi ? AnswerChannel::mail : AnswerChannel::edi);
    });
    return answers;
}

} // namespace besteld
