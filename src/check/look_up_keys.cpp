// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/corrections.hpp"
#include "check/gtin.hpp"
#include "check/identity_keys.hpp"
#include "check/match_item.hpp"

#include <algorithm>

namespace besteld {

namespace {

void add_once(std::vector<std::string>& list, std::string value) {
    if (!value.empty()) list.push_back(std::move(value));
}

void sort_unique(std::vector<std::string>& list) {
    std::ranges::sort(list);
    const auto rest = std::ranges::unique(list);
    list.erase(rest.begin(), rest.end());
}

void add_line(LookUpKeys& keys, const LineDraft& line) {
    // Whose number it is shows only in base data: each is looked up as ours and as the buyer's.
    for (const MaybeField* field : {&line.seller_item, &line.buyer_item}) {
        if (!*field) continue;
        add_once(keys.item_codes, normalise_code((*field)->value));
        add_once(keys.buyer_items, normalise_code((*field)->value));
    }
    for (const std::string& gtin : gtins_of(line)) {
        if (const auto digits = gtin14(gtin)) add_once(keys.gtins, *digits);
    }
}

} // namespace

std::string order_number_key(std::string_view number) {
    return normalise_code(number);
}

LookUpKeys look_up_keys(const OrderDraft& draft, const Origins& origins,
                        const std::vector<Correction>& corrections) {
    LookUpKeys keys;
    for (IdentityKey& key : identity_keys(draft, origins))
        keys.identities.push_back(std::move(key.identity));
    if (const Correction* customer = find_correction(corrections, "customer")) {
        const Identity typed{.kind = "customer_no",
                             .value = to_upper_ascii(replace_all(customer->value, " ", ""))};
        if (std::ranges::find(keys.identities, typed) == keys.identities.end())
            keys.identities.push_back(typed);
    }
    for (const LineDraft& line : draft.lines)
        add_line(keys, line);
    for (const Correction& correction : corrections) {
        if (correction.field == "line.sku")
            add_once(keys.item_codes, normalise_code(correction.value));
    }
    for (auto* list : {&keys.item_codes, &keys.gtins, &keys.buyer_items})
        sort_unique(*list);
    const Correction* number = find_correction(corrections, "order_number");
    if (number != nullptr)
        keys.buyer_order_key = order_number_key(number->value);
    else if (draft.order_number)
        keys.buyer_order_key = order_number_key(draft.order_number->value);
    return keys;
}

} // namespace besteld
