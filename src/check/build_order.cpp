// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/build_line.hpp"
#include "check/content_key.hpp"
#include "check/corrections.hpp"
#include "check/identity_keys.hpp"
#include "check/match_item.hpp"
#include "check/ship_to.hpp"
#include "check/typed_values.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The latest word on a field: what a clerk typed, else what was read.
MaybeField corrected(const MaybeField& read, const Correction* typed) {
    if (typed == nullptr) return read;
    return Field{.value = typed->value, .origin = Origin::typed};
}

void take_number(Order& order, const OrderDraft& draft,
                 const std::vector<Correction>& corrections) {
    const MaybeField number =
        corrected(draft.order_number, find_correction(corrections, "order_number"));
    if (!number) return;
    order.buyer_order_no = std::string(trim(number->value));
    order.buyer_order_key = order_number_key(order.buyer_order_no);
    order.buyer_order_place = number->place;
}

// O06: an order without a currency is in the agreement's.
void take_currency(Order& order, const OrderDraft& draft, const Terms& terms,
                   const std::vector<Correction>& corrections) {
    MaybeField currency = corrected(draft.currency, find_correction(corrections, "currency"));
    for (const LineDraft& line : draft.lines) {
        if (!currency && line.currency) currency = line.currency;
    }
    if (currency && !trim(currency->value).empty()) {
        order.currency = to_upper_ascii(trim(currency->value));
        order.currency_origin = currency->origin;
        return;
    }
    order.currency = terms.agreement ? terms.agreement->currency : std::string{};
    order.currency_origin = Origin::defaulted;
}

// The header's party, else the one that every line names.
const PartyDraft* named_ship_to(const OrderDraft& draft) {
    if (const PartyDraft* party = find_party(draft, PartyRole::ship_to)) return party;
    for (const LineDraft& line : draft.lines) {
        for (const PartyDraft& party : line.parties) {
            if (party.role == PartyRole::ship_to) return &party;
        }
    }
    return nullptr;
}

void take_ship_to(Order& order, const OrderDraft& draft, const Terms& terms, Date received_on,
                  const std::vector<Correction>& corrections) {
    ShipToMatch match = match_ship_to(named_ship_to(draft), terms.ship_tos,
                                      ship_to_day(draft.requested, received_on));
    order.ship_to_text = match.text;
    order.ship_to_place = match.place;
    order.ship_to_id = match.id;
    order.ship_to_origin = match.origin;
    const Correction* typed = find_correction(corrections, "ship_to");
    if (typed == nullptr) {
        if (match.origin == Origin::defaulted && !match.id.empty())
            order.defaulted.emplace_back("ship_to");
        return;
    }
    const auto chosen = std::ranges::find(terms.ship_tos, typed->value, &ShipTo::id);
    order.ship_to_id = chosen != terms.ship_tos.end() ? chosen->id : std::string{};
    order.ship_to_text = chosen != terms.ship_tos.end() ? address_text(*chosen) : typed->value;
    order.ship_to_origin = Origin::typed;
}

void take_requested(Order& order, const OrderDraft& draft,
                    const std::vector<Correction>& corrections) {
    order.requested = draft.requested;
    const Correction* typed = find_correction(corrections, "requested");
    if (typed == nullptr) return;
    order.requested = Sourced<DateSpec>{
        .value = {.kind = DateKind::on, .start = typed->value, .raw = typed->value},
        .origin = Origin::typed};
}

void take_references(Order& order, const OrderDraft& draft,
                     const std::vector<Correction>& corrections) {
    if (const Correction* typed_in = find_correction(corrections, "cost_reference"))
        order.cost_reference = typed_in->value;
    else if (draft.cost_reference)
        order.cost_reference = draft.cost_reference->value;
    const auto take = [&](const Reference& reference) {
        if (reference.type == "cost_reference" && order.cost_reference.empty())
            order.cost_reference = reference.value.value;
        if ((reference.type == "framework" || reference.type == "contract") &&
            order.framework.empty())
            order.framework = reference.value.value;
    };
    for (const Reference& reference : draft.references) {
        take(reference);
        if (reference.type == "promotion" && !reference.line)
            order.promotions.push_back(reference.value.value);
    }
    for (const LineDraft& line : draft.lines) {
        for (const Reference& reference : line.references)
            take(reference);
    }
}

bool is_contact(const Customer& customer, const std::string& address) {
    return std::ranges::any_of(customer.contacts, [&](const Contact& contact) {
        return equal_ignoring_case(contact.mail, address);
    });
}

// Answers go to an address on file: the sender's own when he is one of the contacts, else the
// customer's.
void take_people(Order& order, const OrderDraft& draft, const Origins& origins,
                 const Terms& terms) {
    const std::string from = origins.mail != nullptr ? origins.mail->from.address : std::string{};
    order.sender = from.empty() ? draft.envelope.sender : from;
    if (order.sender.empty()) order.sender = origins.message_sender;
    order.language = draft.language;
    if (!terms.customer) return;
    order.customer_name = terms.customer->name;
    if (!terms.customer->language.empty()) order.language = terms.customer->language;
    order.reply_to = is_contact(*terms.customer, from) ? from : terms.customer->order_mail;
}

std::string order_channel(const OrderDraft& draft) {
    return is_free_text(draft) ? "mail" : draft.format;
}

} // namespace

Order build_order(const OrderDraft& draft, const Origins& origins, const Identification& who,
                  const Terms& terms, const std::vector<Correction>& corrections) {
    Order order{.channel = order_channel(draft),
                .customer_no = who.customer_no,
                .identified_by = who.by,
                .identity_score = who.score};
    order.kind = draft.kind ? draft.kind->value : OrderKind::standard;
    order.function = draft.function ? draft.function->value : MessageFunction::original;
    order.free_text = is_free_text(draft);
    order.test = draft.test || draft.envelope.test;
    if (draft.buyer_version) order.buyer_version = draft.buyer_version->value;
    if (draft.order_date) order.order_date = draft.order_date->value;
    if (draft.ack_requested) order.ack_requested = draft.ack_requested->value;
    take_number(order, draft, corrections);
    take_currency(order, draft, terms, corrections);
    const Date received_on = Zone(terms.seller.zone).date_of(origins.received_at);
    take_ship_to(order, draft, terms, received_on, corrections);
    take_requested(order, draft, corrections);
    take_references(order, draft, corrections);
    take_people(order, draft, origins, terms);
    order.stated_total = typed_number(draft.total, largest_amount);
    const ItemIndex index(terms);
    const LineSetting setting{draft, order, terms, corrections, received_on, index};
    std::vector<OrderLine> lines;
    for (std::uint32_t i = 0; i < draft.lines.size(); ++i)
        lines.push_back(build_line(setting, i));
    order.lines = std::move(lines);
    for (const OrderLine& line : order.lines) {
        if (line.unit_origin == Origin::defaulted)
            order.defaulted.push_back(cat("line ", line.buyer_line, " unit"));
    }
    order.content_key = content_key(order);
    return order;
}

} // namespace besteld
