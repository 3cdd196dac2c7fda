// SPDX-License-Identifier: Apache-2.0
#include "check/required_field.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

bool has_text(const MaybeField& field) {
    return field && !trim(field->value).empty();
}

template <MaybeField OrderDraft::* field>
bool states(const Inquiry& inquiry) {
    return has_text(inquiry.draft.*field);
}

template <MaybeField LineDraft::* field>
bool every_line_states(const Inquiry& inquiry) {
    return std::ranges::all_of(inquiry.draft.lines,
                               [](const LineDraft& line) { return has_text(line.*field); });
}

bool names_reference(const Inquiry& inquiry, std::string_view type) {
    return std::ranges::any_of(inquiry.draft.references, [&](const Reference& reference) {
        return reference.type == type && !trim(reference.value.value).empty();
    });
}

bool names_party(const Inquiry& inquiry, PartyRole role) {
    return find_party(inquiry.draft, role) != nullptr;
}

bool names_contact(const Inquiry& inquiry) {
    return std::ranges::any_of(inquiry.draft.parties, [](const PartyDraft& party) {
        return has_text(party.contact_name) || has_text(party.mail) || has_text(party.phone);
    });
}

bool every_line_is_dated(const Inquiry& inquiry) {
    const auto dated = [](const OrderLine& line) {
        return line.requested && line.requested->value.kind != DateKind::none;
    };
    return std::ranges::all_of(inquiry.order.lines, dated);
}

// Named by the order, not filled in by us.
bool names_ship_to(const Inquiry& inquiry) {
    return inquiry.order.ship_to_origin != Origin::defaulted && !inquiry.order.ship_to_text.empty();
}

constexpr std::array fields = std::to_array<RequiredField>({
    {"order_number", "an order number of the customer", Check::order_number_missing,
     [](const Inquiry& i) { return !i.order.buyer_order_key.empty(); }},
    {"order_date", "the date of the order", Check::document_date_implausible,
     states<&OrderDraft::order_date>},
    {"requested", "a delivery date", Check::delivery_date_missing, every_line_is_dated},
    {"delivery_terms", "terms of delivery", Check::delivery_terms_differ,
     states<&OrderDraft::delivery_terms>},
    {"payment_terms", "terms of payment", Check::payment_terms_differ,
     states<&OrderDraft::payment_terms>},
    {"ship_to", "a delivery address", Check::ship_to_incomplete, names_ship_to},
    {"bill_to", "an invoice address", Check::bill_to_differs,
     [](const Inquiry& i) { return names_party(i, PartyRole::bill_to); }},
    {"cost_reference", "a cost reference", Check::cost_reference_missing,
     [](const Inquiry& i) { return !trim(i.order.cost_reference).empty(); }},
    {"project", "a project number", Check::cost_reference_missing,
     [](const Inquiry& i) { return names_reference(i, "project"); }},
    {"requisition", "a requisition number", Check::cost_reference_missing,
     [](const Inquiry& i) { return names_reference(i, "requisition"); }},
    {"contract", "a contract number", Check::cost_reference_missing,
     [](const Inquiry& i) { return !trim(i.order.framework).empty(); }},
    {"quotation", "a quotation number", Check::quotation_differs,
     [](const Inquiry& i) { return names_reference(i, "quotation"); }},
    {"final_recipient", "a final recipient", Check::cost_reference_missing,
     [](const Inquiry& i) { return names_party(i, PartyRole::final_recipient); }},
    {"contact", "a contact", Check::cost_reference_missing, names_contact},
    {"price", "a price on every line", Check::price_below_agreed,
     every_line_states<&LineDraft::unit_price>},
    {"buyer_item", "the customer's item number on every line", Check::item_identifiers_disagree,
     every_line_states<&LineDraft::buyer_item>},
    {"gtin", "a GTIN on every line", Check::item_identifiers_disagree,
     every_line_states<&LineDraft::gtin>},
    {"total", "a total", Check::total_differs, states<&OrderDraft::total>},
});

} // namespace

std::span<const RequiredField> required_fields() {
    return fields;
}

const RequiredField* find_required_field(std::string_view name) {
    const auto found = std::ranges::find(fields, name, &RequiredField::name);
    return found != fields.end() ? &*found : nullptr;
}

} // namespace besteld
