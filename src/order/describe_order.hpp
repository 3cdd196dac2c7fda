// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reflection of orders, findings and answers, for the .cpp files that name them or turn them into
// JSON.

#include "order/answer.hpp"
#include "order/describe_draft.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"

namespace besteld {

BOOST_DESCRIBE_ENUM(Check, unreadable_part, control_total_differs, test_message,
                    sender_not_authentic, reading_uncertain, unread_content, customer_unknown,
                    identity_conflict, customer_not_active, sender_may_not_order, seller_is_not_us,
                    ship_to_not_permitted, order_number_missing, same_message_again,
                    same_order_number_again, same_content_again, currency_not_agreed,
                    no_valid_agreement, framework_exhausted, cost_reference_missing, item_unknown,
                    item_identifiers_disagree, gtin_check_digit_wrong, item_not_sellable,
                    duplicate_lines, quantity_missing, unit_unknown, unit_not_as_agreed,
                    not_a_multiple, below_minimum_quantity, fraction_of_a_piece, price_below_agreed,
                    price_above_agreed, no_agreed_price, price_base_differs,
                    promotion_claim_invalid, promotion_missed, agreement_ambiguous,
                    delivery_date_missing, date_in_past, lead_time_too_short, not_a_delivery_day,
                    below_minimum_order_value, credit_limit_exceeded, line_amount_differs,
                    total_differs, not_enough_stock, split_against_complete_delivery,
                    document_not_an_order, second_pair_of_eyes)
BOOST_DESCRIBE_ENUM(FindingSeverity, info, gate, release_block, warn, block)
BOOST_DESCRIBE_ENUM(Resolution, accept_agreed, accept_ordered, correct, ask, reject, substitute,
                    split, backorder, reduce, hold, dismiss, merge)
BOOST_DESCRIBE_STRUCT(WayOut, (), (resolution, lead_only, consequence))
BOOST_DESCRIBE_STRUCT(Resolved, (), (resolution, actor, reason, at))
BOOST_DESCRIBE_STRUCT(Finding, (),
                      (check, severity, line, ordered, agreed, difference, money, clause, trace,
                       quote, source, passes_if, reason, ways_out, suggested, suggested_value,
                       resolved, preagreed))

BOOST_DESCRIBE_STRUCT(Correction, (), (field, line, value, actor, reason))
BOOST_DESCRIBE_STRUCT(OrderLine, (),
                      (index, buyer_line, sku, item_name, buyer_item, seller_item, gtin, match_step,
                       match_score, item_place, item_text, quantity, unit, unit_origin, unit_text,
                       unit_place, quantity_stock, stock_unit, price, price_base, price_unit,
                       price_stock, line_amount, tax_category, requested, promotion, condition,
                       score))
BOOST_DESCRIBE_STRUCT(Order, (),
                      (channel, customer_no, customer_name, identified_by, identity_score,
                       buyer_order_no, buyer_order_key, buyer_order_place, kind, function,
                       buyer_version, order_date, currency, currency_origin, ship_to_id,
                       ship_to_origin, ship_to_text, ship_to_place, requested, promotions,
                       stated_total, cost_reference, framework, ack_requested, language, reply_to,
                       sender, free_text, test, defaulted, lines, content_key))

BOOST_DESCRIBE_ENUM(AnswerKind, receipt, confirmation, proposal, question, rejection,
                    repeat_of_answer, contrl)
BOOST_DESCRIBE_ENUM(AnswerChannel, mail, edi)
BOOST_DESCRIBE_ENUM(LineAnswer, accepted, changed, rejected, added)
BOOST_DESCRIBE_STRUCT(Deviation, (),
                      (line, field, ordered, confirmed, reason, preagreed, clause, money))
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (quantity, date))
BOOST_DESCRIBE_STRUCT(AnswerLine, (),
                      (index, buyer_line, sku, gtin, buyer_item, name, ordered_quantity,
                       ordered_unit, quantity, unit, price, price_base, price_unit, amount,
                       ordered_price, promised, parts, backorder, answer, reason))
BOOST_DESCRIBE_STRUCT(Question, (), (check, line, quote, ordered, agreed, choices, free_text))
BOOST_DESCRIBE_STRUCT(Answer, (),
                      (kind, channel, case_no, official_no, revision, language, customer_no,
                       customer_name, buyer_id, buyer_order_no, buyer_order_date, currency, ship_to,
                       delivery_terms, payment_terms, deviations, lines, net, tax, tax_category,
                       tax_percent, gross, small_order_fee, questions, answer_by, silence_consents,
                       received_at, reason, clerk_text, repeats_order, recipient, subject_of,
                       in_reply_to, references, edi_profile, envelope, document_function, problems))

} // namespace besteld
