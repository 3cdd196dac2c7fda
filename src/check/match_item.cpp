// SPDX-License-Identifier: Apache-2.0
#include "check/match_item.hpp"

#include "base/text.hpp"
#include "check/gtin.hpp"
#include "check/item_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace besteld {

namespace {

struct Hit {
    std::string sku;
    std::string step;
    int score = 0;
    std::string level;
    std::string words; // "our number NK-331"
    Place place;
};

// EDIFACT 7143 and X12 235 qualifiers, and words of XML formats, whose values are GTINs.
bool is_gtin_type(std::string_view type) {
    constexpr std::array<std::string_view, 9> types{"EN", "SRV",  "UP",   "UK", "UI",
                                                    "UA", "GTIN", "0160", "EAN"};
    const std::string upper = to_upper_ascii(type);
    return std::ranges::find(types, upper) != types.end();
}

std::string without_zeros(std::string code) {
    code.erase(0, std::min(code.find_first_not_of('0'), code.size()));
    return code;
}

const Item* by_our_number(const ItemIndex& index, const std::string& written) {
    const std::string code = normalise_code(written);
    if (code.empty()) return nullptr;
    const auto exact = index.by_number.find(code);
    if (exact != index.by_number.end()) return exact->second;
    const auto loose = index.by_number_without_zeros.find(without_zeros(code));
    return loose != index.by_number_without_zeros.end() ? loose->second : nullptr;
}

// M4: an old number still names its item; that it is no longer sold is another check's finding.
std::optional<Hit> our_number(const ItemIndex& index, const Field& field) {
    const Item* item = by_our_number(index, field.value);
    if (item == nullptr) return std::nullopt;
    const bool old = item->status != "active" && !item->substitute.empty();
    return Hit{item->sku,  old ? "M4" : "M1", old ? 95 : 99, {}, cat("our number ", field.value),
               field.place};
}

std::optional<Hit> gtin_hit(const ItemIndex& index, const std::string& written,
                            const Place& place) {
    const auto wanted = gtin14(written);
    const auto level = wanted ? index.by_gtin.find(*wanted) : index.by_gtin.end();
    if (level == index.by_gtin.end()) return std::nullopt;
    return Hit{level->second.sku, "M2", 99, level->second.unit, cat("GTIN ", written), place};
}

std::optional<Hit> buyers_number(const ItemIndex& index, const Field& field, Date on) {
    const auto [first, last] = index.by_buyers_number.equal_range(normalise_code(field.value));
    for (auto entry = first; entry != last; ++entry) {
        const ItemReference& reference = *entry->second;
        const bool valid = (!reference.valid_from || *reference.valid_from <= on) &&
                           (!reference.valid_to || on <= *reference.valid_to);
        if (!valid) continue;
        const std::string level =
            reference.unit.empty() ? std::string{} : canonical_unit(reference.unit);
        return Hit{reference.sku, "M3", 97, level, cat("buyer's number ", field.value),
                   field.place};
    }
    return std::nullopt;
}

// Strongest first. A person does not say whose number he writes, so both meanings are tried there.
std::vector<Hit> exact_hits(const LineDraft& line, const ItemIndex& index, Date on, WrittenBy by) {
    std::vector<Hit> hits;
    const auto take = [&](std::optional<Hit> hit) {
        if (hit) hits.push_back(std::move(*hit));
    };
    if (line.seller_item) take(our_number(index, *line.seller_item));
    if (line.gtin) take(gtin_hit(index, line.gtin->value, line.gtin->place));
    for (const ItemId& other : line.other_item_ids) {
        if (is_gtin_type(other.type)) take(gtin_hit(index, other.id.value, other.id.place));
    }
    if (line.buyer_item) take(buyers_number(index, *line.buyer_item, on));
    if (by == WrittenBy::person && hits.empty()) {
        if (line.seller_item) take(buyers_number(index, *line.seller_item, on));
        if (line.buyer_item) take(our_number(index, *line.buyer_item));
    }
    return hits;
}

std::string conflict_of(const std::vector<Hit>& hits) {
    std::set<std::string> skus;
    std::vector<std::string> words;
    for (const Hit& hit : hits) {
        if (!skus.insert(hit.sku).second) continue;
        words.push_back(cat(hit.words, " is ", hit.sku));
    }
    return skus.size() > 1 ? join(words, ", ") : std::string{};
}

// A GTIN that fits our number's item in no level: the two name different things, or our base data
// lack it.
std::string unknown_gtin(const LineDraft& line, const ItemIndex& index, const Hit& best) {
    if (best.step == "M2" || !line.gtin || !gtin14(line.gtin->value)) return {};
    if (gtin_hit(index, line.gtin->value, {})) return {};
    const auto item = index.terms.items.find(best.sku);
    const auto has_gtin = [](const ItemUnit& unit) { return !unit.gtin.empty(); };
    if (item == index.terms.items.end() || std::ranges::none_of(item->second.units, has_gtin))
        return {};
    return cat(best.words, " is ", best.sku, ", GTIN ", line.gtin->value,
               " is on file for no level of it");
}

std::vector<ItemCandidate> by_description(const LineDraft& line, const Terms& terms) {
    std::vector<ItemCandidate> candidates;
    if (!line.name) return candidates;
    const ItemWords asked = item_words(line.name->value);
    for (const auto& [sku, item] : terms.items) {
        int best = 0;
        for (const auto& [language, name] : item.names)
            best = std::max(best, likeness(asked, item_words(name)));
        if (best > 0) candidates.push_back({sku, best});
    }
    const auto best_first = [](const ItemCandidate& a, const ItemCandidate& b) {
        return a.score != b.score ? a.score > b.score : a.sku < b.sku;
    };
    std::ranges::sort(candidates, best_first);
    if (candidates.size() > 5) candidates.resize(5);
    return candidates;
}

// A code that nobody knows must not be overruled by a description that fits.
bool states_a_code(const LineDraft& line) {
    return line.seller_item || line.gtin;
}

} // namespace

std::string item_text(const LineDraft& line) {
    std::vector<std::string> words;
    for (const MaybeField* field : {&line.seller_item, &line.buyer_item, &line.gtin, &line.name}) {
        if (*field && !(*field)->value.empty()) words.push_back((*field)->value);
    }
    return join(words, " ");
}

std::vector<std::string> gtins_of(const LineDraft& line) {
    std::vector<std::string> gtins;
    if (line.gtin) gtins.push_back(line.gtin->value);
    for (const ItemId& other : line.other_item_ids) {
        if (is_gtin_type(other.type)) gtins.push_back(other.id.value);
    }
    return gtins;
}

ItemIndex::ItemIndex(const Terms& known) : terms(known) {
    for (const auto& [sku, item] : terms.items) {
        const std::string number = normalise_code(sku);
        by_number.emplace(number, &item);
        by_number_without_zeros.emplace(without_zeros(number), &item);
        for (const ItemUnit& unit : item.units) {
            if (const auto gtin = gtin14(unit.gtin))
                by_gtin.emplace(*gtin, Level{sku, canonical_unit(unit.unit)});
        }
    }
    for (const ItemReference& reference : terms.references) {
        const std::string number = normalise_code(reference.buyer_item);
        if (!number.empty()) by_buyers_number.emplace(number, &reference);
    }
}

ItemMatch match_item(const LineDraft& line, const ItemIndex& index, Date on, WrittenBy by) {
    ItemMatch match;
    const std::vector<Hit> hits = exact_hits(line, index, on, by);
    if (!hits.empty()) {
        const Hit& best = hits.front();
        match = {.sku = best.sku, .step = best.step, .score = best.score, .place = best.place};
        match.conflict = conflict_of(hits);
        if (match.conflict.empty()) match.conflict = unknown_gtin(line, index, best);
        for (const Hit& hit : hits) {
            if (match.level.empty() && hit.sku == best.sku) match.level = hit.level;
        }
        return match;
    }
    if (line.name) match.place = line.name->place;
    match.candidates = by_description(line, index.terms);
    if (match.candidates.empty() || states_a_code(line)) return match;
    const int best = match.candidates[0].score;
    const int second = match.candidates.size() > 1 ? match.candidates[1].score : 0;
    if (best < 90 || best - second < 10) return match;
    match.sku = match.candidates[0].sku;
    match.step = "M7";
    match.score = 75;
    return match;
}

} // namespace besteld
