// SPDX-License-Identifier: Apache-2.0
#include "check/check_order.hpp"

#include "base/text.hpp"
#include "check/families.hpp"

#include <array>

namespace besteld {

namespace {

using Family = void (*)(const Inquiry&, Findings&);

constexpr std::array of_any_document =
    std::to_array<Family>({check_message, check_identity, check_sender, check_fraud, check_change});
constexpr std::array of_orders = std::to_array<Family>(
    {check_addresses, check_contracts, check_terms, check_document_dates, check_agreed_terms,
     check_tax, check_items, check_quantity, check_price, check_charges, check_dates,
     check_date_limits, check_totals, check_stock, check_shelf_life, check_credit});

std::string_view words_for(DocumentClass document_class) {
    switch (document_class) {
    case DocumentClass::order:
        return "order";
    case DocumentClass::order_change:
        return "change of an order";
    case DocumentClass::order_cancellation:
        return "cancellation of an order";
    case DocumentClass::order_response:
        return "answer to an order";
    case DocumentClass::order_change_response:
        return "answer to a change";
    case DocumentClass::quote_request:
        return "request for a quotation";
    case DocumentClass::stock_question:
        return "question about stock";
    case DocumentClass::order_status:
        return "question about an order's state";
    case DocumentClass::complaint:
        return "complaint";
    case DocumentClass::mixed:
        return "message with several wishes";
    case DocumentClass::other:
        return "something that is no order";
    }
    return {};
}

// Why this is nothing to book, or empty for an order.
std::string_view not_an_order(const OrderDraft& draft) {
    if (draft.document_class != DocumentClass::order) return words_for(draft.document_class);
    if (!draft.function) return {};
    switch (draft.function->value) {
    case MessageFunction::change:
        return words_for(DocumentClass::order_change);
    case MessageFunction::cancel:
        return words_for(DocumentClass::order_cancellation);
    case MessageFunction::confirmation:
        return "confirmation";
    case MessageFunction::hold:
        return "request to hold an order";
    case MessageFunction::proposal:
        return "proposal";
    case MessageFunction::original:
    case MessageFunction::replace:
    case MessageFunction::duplicate:
    case MessageFunction::copy:
    case MessageFunction::provisional:
    case MessageFunction::unknown:
        break;
    }
    return {};
}

Finding document_finding(const Inquiry& inquiry, std::string_view what) {
    Finding finding =
        new_finding(inquiry, Check::document_not_an_order, header, std::string(what), "order");
    finding.clause.clear();
    finding.passes_if = "the document is an order";
    const OrderDraft& draft = inquiry.draft;
    Place place{
        .part = draft.part, .begin = draft.begin, .end = draft.end, .where = draft.message_type};
    if (draft.function && draft.document_class == DocumentClass::order)
        place = draft.function->place;
    quote(finding, place,
          cat(draft.message_type,
              draft.order_number ? " " + draft.order_number->value : std::string{}));
    set_consequence(finding, Resolution::dismiss,
                    "you deal with it yourself; no order is made of it");
    return finding;
}

} // namespace

std::vector<Finding> check_order(const OrderDraft& draft, const Order& order,
                                 const Origins& origins, const Identification& who,
                                 const Terms& terms, Instant now) {
    const Inquiry inquiry = inquiry_into(draft, order, origins, who, terms, now);
    Findings findings;
    const std::string_view other = not_an_order(draft);
    if (!other.empty()) findings.push_back(document_finding(inquiry, other));
    for (const Family check : of_any_document)
        check(inquiry, findings);
    if (other.empty()) {
        check_duplicates(inquiry, findings);
        for (const Family check : of_orders)
            check(inquiry, findings);
    }
    for (Finding& finding : findings)
        word_ways_out(inquiry, finding);
    return findings;
}

std::vector<Finding> check_amended_order(const OrderDraft& draft, const Order& order,
                                         const Origins& origins, const Identification& who,
                                         const Terms& terms, Instant now) {
    const Inquiry inquiry = inquiry_into(draft, order, origins, who, terms, now);
    Findings findings;
    for (const Family check : of_orders)
        check(inquiry, findings);
    for (Finding& finding : findings)
        word_ways_out(inquiry, finding);
    return findings;
}

} // namespace besteld
