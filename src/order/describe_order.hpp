// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reflection of orders, findings and answers, for the .cpp files that name them or turn them into
// JSON.

#include "order/answer.hpp"
#include "order/describe_draft.hpp"
#include "order/finding.hpp"
#include "order/order.hpp"

namespace besteld {

// In single entries: BOOST_DESCRIBE_ENUM takes at most 52.
// clang-format off
BOOST_DESCRIBE_ENUM_BEGIN(Check)
BOOST_DESCRIBE_ENUM_ENTRY(Check, unreadable_part)
BOOST_DESCRIBE_ENUM_ENTRY(Check, control_total_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, test_message)
BOOST_DESCRIBE_ENUM_ENTRY(Check, sender_not_authentic)
BOOST_DESCRIBE_ENUM_ENTRY(Check, reading_uncertain)
BOOST_DESCRIBE_ENUM_ENTRY(Check, unread_content)
BOOST_DESCRIBE_ENUM_ENTRY(Check, customer_unknown)
BOOST_DESCRIBE_ENUM_ENTRY(Check, identity_conflict)
BOOST_DESCRIBE_ENUM_ENTRY(Check, customer_not_active)
BOOST_DESCRIBE_ENUM_ENTRY(Check, sender_may_not_order)
BOOST_DESCRIBE_ENUM_ENTRY(Check, seller_is_not_us)
BOOST_DESCRIBE_ENUM_ENTRY(Check, ship_to_not_permitted)
BOOST_DESCRIBE_ENUM_ENTRY(Check, ship_to_incomplete)
BOOST_DESCRIBE_ENUM_ENTRY(Check, bill_to_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, contact_data_changed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, trade_restricted)
BOOST_DESCRIBE_ENUM_ENTRY(Check, order_number_missing)
BOOST_DESCRIBE_ENUM_ENTRY(Check, same_message_again)
BOOST_DESCRIBE_ENUM_ENTRY(Check, same_order_number_again)
BOOST_DESCRIBE_ENUM_ENTRY(Check, same_content_again)
BOOST_DESCRIBE_ENUM_ENTRY(Check, document_date_implausible)
BOOST_DESCRIBE_ENUM_ENTRY(Check, cancel_date_passed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, currency_not_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, no_valid_agreement)
BOOST_DESCRIBE_ENUM_ENTRY(Check, quotation_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, framework_exhausted)
BOOST_DESCRIBE_ENUM_ENTRY(Check, release_outside_limits)
BOOST_DESCRIBE_ENUM_ENTRY(Check, cost_reference_missing)
BOOST_DESCRIBE_ENUM_ENTRY(Check, item_unknown)
BOOST_DESCRIBE_ENUM_ENTRY(Check, item_identifiers_disagree)
BOOST_DESCRIBE_ENUM_ENTRY(Check, gtin_check_digit_wrong)
BOOST_DESCRIBE_ENUM_ENTRY(Check, item_not_sellable)
BOOST_DESCRIBE_ENUM_ENTRY(Check, not_in_assortment)
BOOST_DESCRIBE_ENUM_ENTRY(Check, specification_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, description_contradicts)
BOOST_DESCRIBE_ENUM_ENTRY(Check, duplicate_lines)
BOOST_DESCRIBE_ENUM_ENTRY(Check, licence_missing)
BOOST_DESCRIBE_ENUM_ENTRY(Check, quantity_missing)
BOOST_DESCRIBE_ENUM_ENTRY(Check, unit_unknown)
BOOST_DESCRIBE_ENUM_ENTRY(Check, unit_not_as_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, not_a_multiple)
BOOST_DESCRIBE_ENUM_ENTRY(Check, below_minimum_quantity)
BOOST_DESCRIBE_ENUM_ENTRY(Check, above_maximum_quantity)
BOOST_DESCRIBE_ENUM_ENTRY(Check, unusual_quantity)
BOOST_DESCRIBE_ENUM_ENTRY(Check, fraction_of_a_piece)
BOOST_DESCRIBE_ENUM_ENTRY(Check, schedule_sum_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, price_below_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, price_above_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, no_agreed_price)
BOOST_DESCRIBE_ENUM_ENTRY(Check, price_base_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, discount_not_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, promotion_claim_invalid)
BOOST_DESCRIBE_ENUM_ENTRY(Check, promotion_missed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, agreement_ambiguous)
BOOST_DESCRIBE_ENUM_ENTRY(Check, price_below_floor)
BOOST_DESCRIBE_ENUM_ENTRY(Check, price_includes_tax)
BOOST_DESCRIBE_ENUM_ENTRY(Check, free_of_charge)
BOOST_DESCRIBE_ENUM_ENTRY(Check, delivery_date_missing)
BOOST_DESCRIBE_ENUM_ENTRY(Check, date_in_past)
BOOST_DESCRIBE_ENUM_ENTRY(Check, lead_time_too_short)
BOOST_DESCRIBE_ENUM_ENTRY(Check, not_a_delivery_day)
BOOST_DESCRIBE_ENUM_ENTRY(Check, outside_unloading_hours)
BOOST_DESCRIBE_ENUM_ENTRY(Check, too_far_ahead)
BOOST_DESCRIBE_ENUM_ENTRY(Check, despatch_date_given)
BOOST_DESCRIBE_ENUM_ENTRY(Check, payment_terms_differ)
BOOST_DESCRIBE_ENUM_ENTRY(Check, delivery_terms_differ)
BOOST_DESCRIBE_ENUM_ENTRY(Check, tax_not_as_agreed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, below_minimum_order_value)
BOOST_DESCRIBE_ENUM_ENTRY(Check, surcharge_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, credit_limit_exceeded)
BOOST_DESCRIBE_ENUM_ENTRY(Check, overdue_items)
BOOST_DESCRIBE_ENUM_ENTRY(Check, prepayment_due)
BOOST_DESCRIBE_ENUM_ENTRY(Check, own_terms_claimed)
BOOST_DESCRIBE_ENUM_ENTRY(Check, line_amount_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, total_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, not_enough_stock)
BOOST_DESCRIBE_ENUM_ENTRY(Check, waits_for_production)
BOOST_DESCRIBE_ENUM_ENTRY(Check, split_against_complete_delivery)
BOOST_DESCRIBE_ENUM_ENTRY(Check, shelf_life_too_short)
BOOST_DESCRIBE_ENUM_ENTRY(Check, change_against_state)
BOOST_DESCRIBE_ENUM_ENTRY(Check, change_out_of_sequence)
BOOST_DESCRIBE_ENUM_ENTRY(Check, changed_order_not_found)
BOOST_DESCRIBE_ENUM_ENTRY(Check, change_amount_unclear)
BOOST_DESCRIBE_ENUM_ENTRY(Check, document_not_an_order)
BOOST_DESCRIBE_ENUM_ENTRY(Check, sender_not_registered)
BOOST_DESCRIBE_ENUM_ENTRY(Check, reply_address_differs)
BOOST_DESCRIBE_ENUM_ENTRY(Check, display_name_misleads)
BOOST_DESCRIBE_ENUM_ENTRY(Check, sender_domain_looks_alike)
BOOST_DESCRIBE_ENUM_ENTRY(Check, first_order_on_credit)
BOOST_DESCRIBE_ENUM_ENTRY(Check, order_far_above_usual)
BOOST_DESCRIBE_ENUM_ENTRY(Check, rush_to_new_address)
BOOST_DESCRIBE_ENUM_ENTRY(Check, dangerous_attachment)
BOOST_DESCRIBE_ENUM_ENTRY(Check, told_to_bypass_checks)
BOOST_DESCRIBE_ENUM_ENTRY(Check, answer_time_at_risk)
BOOST_DESCRIBE_ENUM_ENTRY(Check, second_pair_of_eyes)
BOOST_DESCRIBE_ENUM_END(Check)
// clang-format on
BOOST_DESCRIBE_ENUM(FindingSeverity, info, gate, release_block, warn, block)
BOOST_DESCRIBE_ENUM(Resolution, accept_agreed, accept_ordered, correct, ask, reject, substitute,
                    split, backorder, reduce, hold, dismiss, merge)
BOOST_DESCRIBE_STRUCT(WayOut, (), (resolution, lead_only, word_of, consequence))
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
                    repeat_of_answer, contrl, status, complaint_receipt, complaint_notice,
                    complaint_reminder, despatch, outbound_slip, invoice_request, proof_reminder)
BOOST_DESCRIBE_ENUM(AnswerChannel, mail, edi)
BOOST_DESCRIBE_ENUM(LineAnswer, accepted, changed, rejected, added)
BOOST_DESCRIBE_STRUCT(Deviation, (),
                      (line, field, ordered, confirmed, reason, preagreed, clause, money, declined))
BOOST_DESCRIBE_STRUCT(AnswerPart, (), (quantity, date))
BOOST_DESCRIBE_STRUCT(AnswerLine, (),
                      (index, buyer_line, sku, gtin, buyer_item, name, ordered_quantity,
                       ordered_unit, ordered_unit_text, quantity, unit, price, price_base,
                       price_unit, amount, ordered_price, promised, parts, backorder, answer,
                       reason))
BOOST_DESCRIBE_STRUCT(AnsweredParty, (), (role, scheme, id, name))
BOOST_DESCRIBE_STRUCT(AnsweredDocument, (),
                      (document_class, format, message_type, version, profile, number, sequence,
                       parties))
BOOST_DESCRIBE_STRUCT(ReceivedMessage, (),
                      (message_type, version, profile, reference, group_ref, group_type, problems))
BOOST_DESCRIBE_STRUCT(AnswerCharge, (), (line, code, is_allowance, amount))
BOOST_DESCRIBE_ENUM(StatusPhase, being_checked, waits_for_you, confirmed, in_preparation,
                    part_delivered, delivered, rejected, cancelled)
BOOST_DESCRIBE_STRUCT(StatusLine, (),
                      (buyer_line, sku, gtin, buyer_item, name, unit, ordered, confirmed, delivered,
                       open, expected))
BOOST_DESCRIBE_STRUCT(Shipment, (), (delivery_note, day, carrier, track_no))
BOOST_DESCRIBE_STRUCT(OrderStatus, (),
                      (official_no, buyer_order_no, order_date, phase, lines, shipments))
BOOST_DESCRIBE_STRUCT(ComplaintItem, (), (sku, name, quantity, unit))
BOOST_DESCRIBE_STRUCT(ComplaintSlip, (),
                      (number, official_no, buyer_order_no, handler, due, said, items, cause))
BOOST_DESCRIBE_STRUCT(DespatchBatch, (), (batch, quantity))
BOOST_DESCRIBE_STRUCT(DespatchLine, (),
                      (index, buyer_line, sku, gtin, buyer_item, name, unit, unit_text,
                       ordered_unit, ordered, delivered, open, batches))
BOOST_DESCRIBE_STRUCT(DespatchAddress, (), (id, gln, name, street, postcode, city, country))
BOOST_DESCRIBE_STRUCT(DespatchSlip, (),
                      (number, shipment, posted_at, day, carrier, track_no, packages, ship_to,
                       lines))
BOOST_DESCRIBE_STRUCT(HouseLine, (),
                      (index, buyer_line, sku, name, specification, tax_name, batch, unit,
                       requested, quantity, price, price_base, price_unit, amount, tax))
BOOST_DESCRIBE_STRUCT(HouseParty, (),
                      (name, address, tax_number, phone, bank, account, invoice_kind, invoice_mail))
BOOST_DESCRIBE_STRUCT(HousePaper, (),
                      (number, day, delivery_nos, goods_day, carrier, track_no, packages, warehouse,
                       copies, party, proof, waited_days, lines))
BOOST_DESCRIBE_STRUCT(ChoiceEffect, (), (field, line, value, resolution))
BOOST_DESCRIBE_STRUCT(Question, (),
                      (check, line, quote, ordered, agreed, choices, free_text, effects))
BOOST_DESCRIBE_ENUM(ReceiptForm, contrl, aperak, functional_997, implementation_999, ta1, mlr)
BOOST_DESCRIBE_STRUCT(Answer, (),
                      (kind, channel, case_no, official_no, revision, language, customer_no,
                       customer_name, buyer_id, buyer_order_no, buyer_order_date, currency, ship_to,
                       delivery_terms, payment_terms, deviations, lines, net, tax, tax_category,
                       tax_percent, gross, small_order_fee, charges, questions, answer_by,
                       silence_consents, received_at, reason, clerk_text, repeats_order, rest_only,
                       recipient, subject_of, in_reply_to, references, edi_profile, envelope,
                       document_function, problems, answered, received, statuses, complaint,
                       question_no, reminder, reply_token, answer_url, despatch, house,
                       receipt_forms))

} // namespace besteld
