// SPDX-License-Identifier: Apache-2.0
#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/corrections.hpp"
#include "check/identity_keys.hpp"
#include "check/match_by_number.hpp"
#include "check/match_item.hpp"
#include "check/phrase_key.hpp"

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

// A line without a number of ours is known by its words, learned or alike (M5 to M8). Words beside
// a number are kept of short orders only.
void add_words(LookUpKeys& keys, const LineDraft& line, std::size_t lines) {
    constexpr std::size_t short_order = 50;
    constexpr std::size_t most_words = 1'000;
    if (!line.name) return;
    const bool by_number = states_a_code(line);
    if (!by_number) add_once(keys.phrases, phrase_key(line.name->value));
    auto& words = by_number ? keys.words_beside_codes : keys.item_words;
    if ((by_number && lines > short_order) || words.size() > most_words) return;
    for (std::string& word : search_words(line.name->value))
        add_once(words, std::move(word));
}

void add_line(LookUpKeys& keys, const LineDraft& line) {
    // Whose number it is shows only in base data: each is looked up as ours and as the buyer's.
    for (const MaybeField* field : {&line.seller_item, &line.buyer_item}) {
        if (!*field) continue;
        const std::string code = normalise_code((*field)->value);
        add_once(keys.item_codes, code);
        add_once(keys.item_codes, without_zeros(code));
        add_once(keys.buyer_items, code);
    }
    for (const std::string& gtin : gtins_of(line)) {
        if (const auto digits = gtin14(gtin)) add_once(keys.gtins, *digits);
    }
}

// Of the header and of every line.
std::vector<const Reference*> all_references(const OrderDraft& draft) {
    std::vector<const Reference*> all;
    for (const Reference& reference : draft.references)
        all.push_back(&reference);
    for (const LineDraft& line : draft.lines)
        for (const Reference& reference : line.references)
            all.push_back(&reference);
    return all;
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
    for (Identity& witness : witness_identities(draft, origins)) {
        if (std::ranges::find(keys.identities, witness) == keys.identities.end())
            keys.identities.push_back(std::move(witness));
    }
    if (const Correction* customer = find_correction(corrections, "customer")) {
        const Identity typed{.kind = "customer_no",
                             .value = to_upper_ascii(replace_all(customer->value, " ", ""))};
        if (std::ranges::find(keys.identities, typed) == keys.identities.end())
            keys.identities.push_back(typed);
    }
    for (const LineDraft& line : draft.lines) {
        add_line(keys, line);
        add_words(keys, line, draft.lines.size());
    }
    for (const Correction& correction : corrections) {
        if (correction.field == "line.sku")
            add_once(keys.item_codes, normalise_code(correction.value));
    }
    for (const Reference* reference : all_references(draft))
        if (reference->type == "quotation")
            add_once(keys.quotations, normalise_code(reference->value.value));
    for (auto* list : {&keys.item_codes, &keys.gtins, &keys.buyer_items, &keys.phrases,
                       &keys.item_words, &keys.words_beside_codes, &keys.quotations})
        sort_unique(*list);
    const Correction* number = find_correction(corrections, "order_number");
    if (number != nullptr)
        keys.buyer_order_key = order_number_key(number->value);
    else if (draft.order_number)
        keys.buyer_order_key = order_number_key(draft.order_number->value);
    return keys;
}

} // namespace besteld
