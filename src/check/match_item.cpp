// SPDX-License-Identifier: Apache-2.0
#include "check/match_item.hpp"

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/identity_keys.hpp"
#include "check/match_by_number.hpp"
#include "check/phrase_key.hpp"
#include "order/typed_order.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace besteld {

namespace {

// domain.md 5.3, M7 and M8
constexpr int alike_enough = 90;
constexpr int ahead_of_second = 10;
constexpr std::size_t most_offers = 5;
// Base data offer what shares a rare word; more than this is no choice of candidates any more.
constexpr std::size_t most_described = 1'000;

// EDIFACT 7143 and X12 235 qualifiers, and words of XML formats, whose values are GTINs.
bool is_gtin_type(std::string_view type) {
    constexpr std::array<std::string_view, 9> types{"EN", "SRV",  "UP",   "UK", "UI",
                                                    "UA", "GTIN", "0160", "EAN"};
    const std::string upper = to_upper_ascii(type);
    return std::ranges::find(types, upper) != types.end();
}

std::string conflict_of(const std::vector<ItemHit>& hits) {
    std::set<std::string> skus;
    std::vector<std::string> words;
    for (const ItemHit& hit : hits)
        if (skus.insert(hit.sku).second) words.push_back(cat(hit.words, " is ", hit.sku));
    return skus.size() > 1 ? join(words, ", ") : std::string{};
}

// A GTIN that fits our number's item in no level: the two name different things, or our base data
// lack it.
std::string unknown_gtin(const LineDraft& line, const ItemIndex& index, const ItemHit& best) {
    if (best.step == "M2" || !line.gtin || !gtin14(line.gtin->value)) return {};
    if (knows_gtin(index, line.gtin->value)) return {};
    const auto item = index.terms.items.find(best.sku);
    const auto has_gtin = [](const ItemUnit& unit) { return !unit.gtin.empty(); };
    if (item == index.terms.items.end() || std::ranges::none_of(item->second.units, has_gtin))
        return {};
    return cat(best.words, " is ", best.sku, ", GTIN ", line.gtin->value,
               " is on file for no level of it");
}

ItemMatch match_of(const std::vector<ItemHit>& hits) {
    const ItemHit& best = hits.front();
    ItemMatch match{.sku = best.sku,
                    .step = best.step,
                    .score = best.score,
                    .place = best.place,
                    .trace = cat(best.step, " ", best.words),
                    .former_number = best.former_number,
                    .conflict = conflict_of(hits)};
    for (const ItemHit& hit : hits)
        if (match.level.is_silent() && hit.sku == best.sku) match.level = hit.level;
    return match;
}

std::vector<ItemCandidate> by_description(const LineDraft& line, const ItemIndex& index) {
    std::vector<ItemCandidate> candidates;
    const ItemWords asked = item_words(line.name->value);
    for (const DescribedItem& described : index.described()) {
        Likeness like = likeness(asked, described);
        if (like.percent > 0)
            candidates.push_back({described.item->sku, like.percent, std::move(like.differs)});
    }
    const auto best_first = [](const ItemCandidate& a, const ItemCandidate& b) {
        return a.score != b.score ? a.score > b.score : a.sku < b.sku;
    };
    std::ranges::sort(candidates, best_first);
    if (candidates.size() > most_offers) candidates.resize(most_offers);
    return candidates;
}

// M7: one article is described well and no other nearly as well. M8: a person chooses.
void choose_candidate(ItemMatch& match, const LineDraft& line) {
    if (match.candidates.empty()) return;
    const ItemCandidate& best = match.candidates.front();
    const int second = match.candidates.size() > 1 ? match.candidates[1].score : 0;
    match.trace = cat("described ", best.score, " % like ", best.sku);
    if (second > 0) match.trace += cat(", ", second, " % like ", match.candidates[1].sku);
    match.step = "M8";
    match.score = std::min(best.score, 50);
    const bool clear = best.score >= alike_enough && best.score - second >= ahead_of_second;
    if (!clear || states_a_code(line)) return;
    match.sku = best.sku;
    match.step = "M7";
    match.score = 75;
}

bool wants_words(const LineDraft& line) {
    return line.name && !line.name->value.empty();
}

} // namespace

WrittenBy written_by(const OrderDraft& draft) {
    return is_free_text(draft) || is_taken_by_hand(draft.format) ? WrittenBy::person
                                                                 : WrittenBy::machine;
}

bool states_a_code(const LineDraft& line) {
    return line.seller_item || line.gtin;
}

std::string item_text(const LineDraft& line) {
    std::vector<std::string> words;
    for (const MaybeField* field : {&line.seller_item, &line.buyer_item, &line.gtin, &line.name}) {
        if (*field && !(*field)->value.empty()) words.push_back((*field)->value);
    }
    return join(words, " ");
}

std::vector<Field> gtin_fields(const LineDraft& line) {
    std::vector<Field> gtins;
    if (line.gtin) gtins.push_back(*line.gtin);
    for (const ItemId& other : line.other_item_ids)
        if (is_gtin_type(other.type)) gtins.push_back(other.id);
    return gtins;
}

std::vector<std::string> gtins_of(const LineDraft& line) {
    std::vector<std::string> gtins;
    for (const Field& field : gtin_fields(line))
        gtins.push_back(field.value);
    return gtins;
}

ItemIndex::ItemIndex(const Terms& known) : terms(known) {
    for (const auto& [sku, item] : terms.items) {
        const std::string number = normalise_code(sku);
        by_number.emplace(number, &item);
        by_number_without_zeros.emplace(without_zeros(number), &item);
        for (const std::string& former : item.former_skus)
            by_former_number.emplace(normalise_code(former), &item);
        for (const ItemUnit& unit : item.units) {
            if (const auto gtin = gtin14(unit.gtin))
                by_gtin.emplace(*gtin, Level{&item, canonical_unit(unit.unit)});
        }
    }
    for (const ItemReference& reference : terms.references) {
        const std::string number = normalise_code(reference.buyer_item);
        if (!number.empty()) by_buyers_number.emplace(number, &reference);
    }
    for (const LearnedPhrase& phrase : terms.phrases)
        if (phrase.status != "revoked") by_phrase.emplace(phrase.phrase, &phrase);
}

// Without candidates the articles that numbers named are compared.
const std::vector<DescribedItem>& ItemIndex::described() const {
    if (described_) return *described_;
    described_.emplace();
    for (const auto& [sku, item] : terms.candidates.empty() ? terms.items : terms.candidates)
        if (described_->size() < most_described) described_->push_back(describe(item));
    return *described_;
}

ItemMatch match_item(const LineDraft& line, const ItemIndex& index, Date on, WrittenBy by) {
    if (const auto hits = hits_by_number(line, index, on, by); !hits.empty()) {
        ItemMatch match = match_of(hits);
        if (match.conflict.empty()) match.conflict = unknown_gtin(line, index, hits.front());
        return match;
    }
    if (const auto hits = hits_by_phrase(line, index, on); !hits.empty()) {
        ItemMatch match = match_of(hits);
        if (match.conflict.empty()) return match;
        // The same words have meant two articles: neither is chosen.
        match.sku.clear();
        match.step = "M8";
        match.score = 50;
        match.level = {};
        for (const ItemHit& hit : hits)
            match.candidates.push_back({hit.sku, 50, {}});
        match.trace = std::exchange(match.conflict, {});
        return match;
    }
    ItemMatch match;
    if (!wants_words(line)) return match;
    match.place = line.name->place;
    match.candidates = by_description(line, index);
    choose_candidate(match, line);
    return match;
}

std::vector<std::string> items_named_by_words(const OrderDraft& draft, const Terms& terms,
                                              Date on) {
    std::set<std::string> skus;
    if (terms.candidates.empty()) return {};
    const ItemIndex index(terms);
    for (const LineDraft& line : draft.lines) {
        if (states_a_code(line)) continue;
        const ItemMatch match = match_item(line, index, on, WrittenBy::person);
        if (!match.sku.empty() && !terms.items.contains(match.sku)) skus.insert(match.sku);
    }
    return {skus.begin(), skus.end()};
}

} // namespace besteld
