// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reflection of the draft's structs, for the .cpp files that turn them into JSON.

#include "base/json.hpp"
#include "order/reading.hpp"

namespace besteld {

BOOST_DESCRIBE_ENUM(Origin, read, derived, defaulted, learned, typed)
BOOST_DESCRIBE_ENUM(DocumentClass, order, order_change, order_cancellation, order_response,
                    order_change_response, quote_request, stock_question, order_status, complaint,
                    mixed, other)
BOOST_DESCRIBE_ENUM(OrderKind, standard, rush, blanket, call_off, consignment, sample, repair,
                    standing, cross_dock, exceptional, free_of_charge, unknown)
BOOST_DESCRIBE_ENUM(MessageFunction, original, replace, change, cancel, duplicate, copy,
                    confirmation, provisional, hold, proposal, unknown)
BOOST_DESCRIBE_ENUM(AckRequested, per_agreement, none, receipt, full, changes_only)
BOOST_DESCRIBE_ENUM(Meaning, delivery, despatch, pickup)
BOOST_DESCRIBE_ENUM(DateKind, none, on, by, not_before, window, week, asap)
BOOST_DESCRIBE_ENUM(PartyRole, buyer, supplier, ship_to, bill_to, payer, final_recipient,
                    order_contact, other)
BOOST_DESCRIBE_ENUM(LineAction, none, add, change, remove)
BOOST_DESCRIBE_ENUM(Severity, note, warning, error)

BOOST_DESCRIBE_STRUCT(Place, (), (part, begin, end, where))
BOOST_DESCRIBE_STRUCT(DateSpec, (), (kind, start, end, time, meaning, raw))
BOOST_DESCRIBE_STRUCT(PartyId, (), (scheme, id))
BOOST_DESCRIBE_STRUCT(PartyDraft, (),
                      (role, ids, name, address_lines, postcode, city, country, contact_name, mail,
                       phone))
BOOST_DESCRIBE_STRUCT(Reference, (), (type, value, line))
BOOST_DESCRIBE_STRUCT(ItemId, (), (type, id))
BOOST_DESCRIBE_STRUCT(PriceDraft, (), (qualifier, value, base_quantity, base_unit))
BOOST_DESCRIBE_STRUCT(ChargeDraft, (), (is_allowance, code, reason, percent, amount))
BOOST_DESCRIBE_STRUCT(ScheduleDraft, (), (quantity, requested))
BOOST_DESCRIBE_ENUM(ResponseKind, accepted, backordered, rejected, open)
BOOST_DESCRIBE_STRUCT(LineResponse, (), (kind, code, quantity, unit, date, price, item))
BOOST_DESCRIBE_STRUCT(LineDraft, (),
                      (line, original_line, action, buyer_item, seller_item, gtin, other_item_ids,
                       name, quantity, unit, unit_code, free_quantity, unit_price,
                       price_base_quantity, price_base_unit, currency, prices, line_amount,
                       tax_category, tax_rate, requested, schedule, charges, references,
                       substitution_forbidden, condition, notes, parties, responses))
BOOST_DESCRIBE_STRUCT(Envelope, (),
                      (standard, sender, receiver, interchange_ref, group_ref, message_ref, syntax,
                       test, ack_requested, prepared, group_type, group_sender, group_receiver))
BOOST_DESCRIBE_STRUCT(Problem, (), (severity, place, code, text, hint))
BOOST_DESCRIBE_STRUCT(OrderDraft, (),
                      (format, message_type, version, profile, document_class, envelope, part,
                       begin, end, kind, function, document_id, response_code, order_number,
                       buyer_version, order_date, valid_until, cancel_after, currency,
                       ack_requested, parties, requested, references, cost_reference,
                       delivery_terms, delivery_place, payment_terms, partial_allowed, charges,
                       total, total_tax, total_gross, stated_line_count, stated_quantity_sum, notes,
                       unread, language, test, lines, problems))
BOOST_DESCRIBE_STRUCT(MailAddress, (), (address, name))
BOOST_DESCRIBE_STRUCT(MailHead, (),
                      (message_id, from, to, cc, reply_to, subject, date, in_reply_to, references,
                       return_path, auto_submitted, precedence, list_id, authentication_results,
                       authentication_hops, received_count, no_answer_because))
BOOST_DESCRIBE_STRUCT(PartInfo, (),
                      (index, name, content_type, charset, attachment, size, sha256, text, read_as))
BOOST_DESCRIBE_STRUCT(DeliveryReport, (),
                      (action, status, recipient, diagnostic, original_message_id))
BOOST_DESCRIBE_STRUCT(Reading, (), (format, mail, parts, documents, problems, report))
BOOST_DESCRIBE_STRUCT(TableLayout, (), (name, columns, decimal_mark, date_order, each_counts))
BOOST_DESCRIBE_STRUCT(ReadHint, (), (file_name, content_type, received_date, layouts))

// Where in words, as people read it.
inline boost::json::value out(const Where& v) {
    return json_detail::out(v.words());
}
inline void in(const boost::json::value& v, Where& to, const std::string& path) {
    to = json_detail::text(v, path);
}

// Sourced<T> is a template, so it is written by hand: value, and the rest only when it says
// something. In this namespace, where argument-dependent lookup finds them from base/json.hpp.
template <typename T>
boost::json::value out(const Sourced<T>& v) {
    boost::json::object object;
    object.emplace("value", json_detail::out(v.value));
    if (v.origin != Origin::read) object.emplace("origin", json_detail::out(v.origin));
    if (v.score != 100) object.emplace("score", v.score);
    if (v.place != Place{}) object.emplace("place", json_detail::out(v.place));
    return object;
}
template <typename T>
void in(const boost::json::value& v, Sourced<T>& to, const std::string& path) {
    if (!v.is_object()) json_detail::wrong(path, "a sourced value");
    const auto& object = v.get_object();
    if (const auto* found = object.if_contains("value"))
        json_detail::in(*found, to.value, path + ".value");
    if (const auto* found = object.if_contains("origin"))
        json_detail::in(*found, to.origin, path + ".origin");
    if (const auto* found = object.if_contains("score"))
        json_detail::in(*found, to.score, path + ".score");
    if (const auto* found = object.if_contains("place"))
        json_detail::in(*found, to.place, path + ".place");
}

} // namespace besteld
