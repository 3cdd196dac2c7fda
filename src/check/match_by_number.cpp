// SPDX-License-Identifier: Apache-2.0
#include "check/match_by_number.hpp"

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/phrase_key.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Confirmations after which a phrase needs no second look (M5).
constexpr int confirmed_often = 3;

bool is_on_sale(const Item& item) {
    return item.status == "active" || item.status == "phase_out";
}

template <typename T>
std::vector<T> values_of(const std::multimap<std::string, T>& map, const std::string& key) {
    std::vector<T> values;
    if (key.empty()) return values;
    const auto [first, last] = map.equal_range(key);
    for (auto entry = first; entry != last; ++entry)
        values.push_back(entry->second);
    return values;
}

// M1: what does not count in writing a number is a setting; it never makes two articles one.
std::vector<const Item*> by_our_number(const ItemIndex& index, std::string_view written) {
    const std::string code = normalise_code(written);
    const ItemNumbers strictness = index.terms.seller.item_numbers;
    std::vector<const Item*> found = values_of(index.by_number, code);
    if (strictness == ItemNumbers::as_written)
        std::erase_if(found, [&](const Item* item) { return item->sku != trim(written); });
    if (found.empty() && strictness == ItemNumbers::loose)
        found = values_of(index.by_number_without_zeros, without_zeros(code));
    const auto as_written =
        std::ranges::find(found, trim(written), [](const Item* item) { return item->sku; });
    if (found.size() > 1 && as_written != found.end()) return {*as_written};
    return found;
}

void add_our_number(std::vector<ItemHit>& hits, const ItemIndex& index, const Field& field) {
    const std::string words = cat("our number ", field.value);
    // M4: an old number still names its article; another check says that it is old.
    for (const Item* item : by_our_number(index, field.value)) {
        const bool old = !is_on_sale(*item) && !item->substitute.empty();
        hits.push_back({.sku = item->sku,
                        .step = old ? "M4" : "M1",
                        .score = old ? 95 : 99,
                        .words = words,
                        .place = field.place});
    }
    if (!hits.empty()) return;
    for (const Item* item : values_of(index.by_former_number, normalise_code(field.value)))
        hits.push_back({.sku = item->sku,
                        .step = "M4",
                        .score = 95,
                        .words = cat("our former number ", field.value),
                        .place = field.place,
                        .former_number = std::string(trim(field.value))});
}

void add_gtin(std::vector<ItemHit>& hits, const ItemIndex& index, const Field& field) {
    const auto wanted = gtin14(field.value);
    if (!wanted) return;
    for (const ItemIndex::Level& level : values_of(index.by_gtin, *wanted))
        hits.push_back({.sku = level.item->sku,
                        .step = "M2",
                        .score = 99,
                        .level = {.unit = level.unit, .said_by = LevelBy::number},
                        .words = cat("GTIN ", field.value),
                        .place = field.place});
}

// M3: the rows valid on the day; confirmed ones go before proposed ones, then the latest begun.
std::vector<const ItemReference*> valid_references(const ItemIndex& index, std::string_view number,
                                                   Date on) {
    std::vector<const ItemReference*> valid =
        values_of(index.by_buyers_number, normalise_code(number));
    std::erase_if(valid, [&](const ItemReference* r) {
        return (r->valid_from && *r->valid_from > on) || (r->valid_to && on > *r->valid_to);
    });
    const auto rank = [](const ItemReference* r) {
        return std::pair(r->status != "proposed", r->valid_from.value_or(Date{}));
    };
    const auto best = std::ranges::max_element(valid, {}, rank);
    if (best == valid.end()) return valid;
    const auto highest = rank(*best);
    std::erase_if(valid, [&](const ItemReference* r) { return rank(r) != highest; });
    return valid;
}

// The packing that the buyer's number stands for. A factor that is none of the article's units can
// only be counted by a person.
PackLevel level_of(const ItemReference& reference, const ItemIndex& index) {
    if (!reference.unit.empty())
        return {.unit = canonical_unit(reference.unit), .said_by = LevelBy::number};
    const auto item = index.terms.items.find(reference.sku);
    if (!reference.factor || item == index.terms.items.end()) return {};
    if (*reference.factor == Decimal{1})
        return {.unit = canonical_unit(item->second.stock_unit), .said_by = LevelBy::reference};
    for (const ItemUnit& unit : item->second.units)
        if (unit.factor == *reference.factor)
            return {.unit = canonical_unit(unit.unit), .said_by = LevelBy::reference};
    return {.said_by = LevelBy::reference, .factor = reference.factor};
}

void add_buyers_number(std::vector<ItemHit>& hits, const ItemIndex& index, const Field& field,
                       Date on) {
    for (const ItemReference* reference : valid_references(index, field.value, on)) {
        const bool proposed = reference->status == "proposed";
        hits.push_back(
            {.sku = reference->sku,
             .step = "M3",
             .score = proposed ? 80 : 97, // nobody has confirmed it: a person looks
             .level = level_of(*reference, index),
             .words = cat("buyer's number ", field.value, proposed ? ", only proposed" : ""),
             .place = field.place});
    }
}

} // namespace

std::string without_zeros(std::string code) {
    code.erase(0, std::min(code.find_first_not_of('0'), code.size()));
    return code;
}

bool knows_gtin(const ItemIndex& index, const std::string& written) {
    const auto wanted = gtin14(written);
    return wanted && index.by_gtin.contains(*wanted);
}

// A person does not say whose number he writes, so both meanings are tried there.
std::vector<ItemHit> hits_by_number(const LineDraft& line, const ItemIndex& index, Date on,
                                    WrittenBy by) {
    std::vector<ItemHit> hits;
    if (line.seller_item) add_our_number(hits, index, *line.seller_item);
    for (const Field& gtin : gtin_fields(line))
        add_gtin(hits, index, gtin);
    if (line.buyer_item) add_buyers_number(hits, index, *line.buyer_item, on);
    if (by == WrittenBy::person && hits.empty()) {
        if (line.seller_item) add_buyers_number(hits, index, *line.seller_item, on);
        if (line.buyer_item && hits.empty()) add_our_number(hits, index, *line.buyer_item);
    }
    return hits;
}

std::vector<ItemHit> hits_by_phrase(const LineDraft& line, const ItemIndex& index, Date on) {
    std::vector<ItemHit> hits;
    if (!line.name || states_a_code(line)) return hits;
    for (const LearnedPhrase* phrase : values_of(index.by_phrase, phrase_key(line.name->value))) {
        const bool in_force = !phrase->expires_on || on <= *phrase->expires_on;
        const bool sure =
            phrase->status == "active" && in_force && phrase->confirmations >= confirmed_often;
        hits.push_back({.sku = phrase->sku,
                        .step = sure ? "M5" : "M6",
                        .score = sure ? 92 : 80,
                        .level = {.unit = canonical_unit(phrase->unit), .said_by = LevelBy::phrase},
                        .words = cat("the customer's words, confirmed ", phrase->confirmations,
                                     in_force ? " times" : " times, too long ago"),
                        .place = line.name->place});
    }
    std::ranges::sort(hits, [](const ItemHit& a, const ItemHit& b) {
        return a.score != b.score ? a.score > b.score : a.sku < b.sku;
    });
    return hits;
}

} // namespace besteld
