// SPDX-License-Identifier: Apache-2.0
#include "check/fuzzy_item.hpp"

#include "base/text.hpp"
#include "check/arithmetic.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

constexpr int dimension_weight = 3;
constexpr int colour_weight = 2;
constexpr int size_weight = 3;
constexpr int brand_weight = 3;
// What was asked must be found; what the name has beyond it counts little.
constexpr int asked_share = 85;
constexpr int name_share = 100 - asked_share;
constexpr int most_when_different = 50; // M8: an offer, never a match

bool holds(const std::vector<std::string>& list, const std::string& word) {
    return std::ranges::find(list, word) != list.end();
}

void add_missing(std::vector<std::string>& list, const std::vector<std::string>& more) {
    for (const std::string& word : more)
        if (!holds(list, word)) list.push_back(word);
}

// Weights found and in all, in quarters of a weight.
struct Tally {
    int found = 0;
    int all = 0;
    void add(int weight, int quarters) {
        found += weight * quarters;
        all += weight * 4;
    }
    int percent_of(int share) const { return all == 0 ? 0 : share * found / all; }
};

// "stretch folie" written for "stretchfolie": whether two neighbours make this one word.
bool is_joined(const std::vector<std::string>& words, std::size_t at, const std::string& one) {
    return at + 1 < words.size() && word_likeness(words[at] + words[at + 1], one) == 4;
}

int best_match(const std::vector<std::string>& words, std::size_t at,
               const std::vector<std::string>& others) {
    int best = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
        best = std::max(best, word_likeness(words[at], others[i]));
        if (is_joined(words, at, others[i]) || (at > 0 && is_joined(words, at - 1, others[i])) ||
            is_joined(others, i, words[at]))
            best = 4;
    }
    return best;
}

void count_words(Tally& tally, const std::vector<std::string>& words,
                 const std::vector<std::string>& others, const std::vector<std::string>& brand) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (holds(brand, words[i]))
            tally.add(brand_weight, 4);
        else
            tally.add(weight_of(words[i]), best_match(words, i, others));
    }
}

void count_labels(Tally& tally, const std::vector<std::string>& labels,
                  const std::vector<std::string>& others, int weight) {
    for (const std::string& label : labels)
        tally.add(weight, holds(others, label) ? 4 : 0);
}

bool are_disjoint(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto in_b = [&](const std::string& word) { return holds(b, word); };
    return !a.empty() && !b.empty() && std::ranges::none_of(a, in_b);
}

std::string first_difference(const ItemWords& asked, const ItemWords& name,
                             const DimensionPairs& pairs) {
    if (!pairs.only_asked.empty()) return to_text(pairs.only_asked.front());
    if (are_disjoint(asked.colours, name.colours)) return asked.colours.front();
    if (are_disjoint(asked.sizes, name.sizes)) return asked.sizes.front();
    return {};
}

// Words and colours of each side, as far as the other has them.
struct Tallies {
    Tally of_asked;
    Tally of_name;
};
Tallies tally(const ItemWords& asked, const ItemWords& name,
              const std::vector<std::string>& brand) {
    Tallies both;
    count_words(both.of_asked, asked.words, name.words, brand);
    count_words(both.of_name, name.words, asked.words, {});
    count_labels(both.of_asked, asked.colours, name.colours, colour_weight);
    count_labels(both.of_name, name.colours, asked.colours, colour_weight);
    return both;
}

Likeness likeness_to(const ItemWords& asked, const ItemWords& name,
                     const std::vector<std::string>& brand) {
    auto [of_asked, of_name] = tally(asked, name, brand);
    if (!name.sizes.empty()) count_labels(of_asked, asked.sizes, name.sizes, size_weight);
    count_labels(of_name, name.sizes, asked.sizes, size_weight);
    const bool names_something = !asked.words.empty() || !asked.colours.empty();
    if (names_something && of_asked.found == 0) return {};
    const DimensionPairs pairs = pair_dimensions(asked.dimensions, name.dimensions);
    for (std::size_t i = 0; i < asked.dimensions.size(); ++i)
        of_asked.add(dimension_weight, i < pairs.only_asked.size() ? 0 : 4);
    for (std::size_t i = 0; i < name.dimensions.size(); ++i)
        of_name.add(dimension_weight, i < pairs.only_has.size() ? 0 : 4);
    if (of_asked.found == 0) return {};
    Likeness result{.percent = of_asked.percent_of(asked_share) + of_name.percent_of(name_share),
                    .differs = first_difference(asked, name, pairs)};
    if (!result.differs.empty()) result.percent = std::min(result.percent, most_when_different);
    return result;
}

// What the shorter of the two says of the other.
int overlap(const ItemWords& asked, const ItemWords& name, const std::vector<std::string>& brand) {
    auto [of_asked, of_name] = tally(asked, name, brand);
    const DimensionPairs pairs = pair_dimensions(asked.dimensions, name.dimensions);
    for (std::size_t i = pairs.only_asked.size(); i < asked.dimensions.size(); ++i) {
        of_asked.add(dimension_weight, 4);
        of_name.add(dimension_weight, 4);
    }
    return std::max(of_asked.percent_of(100), of_name.percent_of(100));
}

// Two sizes of one thing: 48 mm and 50 mm are, the width and the length of a tape are not.
bool are_comparable(const Dimension& a, const Dimension& b) {
    const bool plain = a.kind == Measurement::plain && b.kind == Measurement::plain;
    if (plain ? !(a.chained && b.chained) : a.kind != b.kind) return false;
    const Decimal& less = std::min(a.value, b.value);
    const auto ten_times = times(less, Decimal{10});
    return less > Decimal{} && ten_times && std::max(a.value, b.value) < *ten_times;
}

std::vector<PropertyDifference> differences(const ItemWords& asked, const ItemWords& name) {
    std::vector<PropertyDifference> found;
    const DimensionPairs pairs = pair_dimensions(asked.dimensions, name.dimensions);
    for (const Dimension& dimension : pairs.only_asked) {
        const auto rival = std::ranges::find_if(
            pairs.only_has, [&](const Dimension& has) { return are_comparable(dimension, has); });
        if (rival != pairs.only_has.end()) found.push_back({to_text(dimension), to_text(*rival)});
    }
    if (are_disjoint(asked.colours, name.colours))
        found.push_back({join(asked.colours, ", "), join(name.colours, ", ")});
    if (are_disjoint(asked.sizes, name.sizes))
        found.push_back({join(asked.sizes, ", "), join(name.sizes, ", ")});
    return found;
}

bool any_cjk(const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [](const std::string& word) { return is_cjk(word); });
}

} // namespace

DescribedItem describe(const Item& item) {
    DescribedItem described{.item = &item};
    ItemWords more;
    for (const auto& [property, value] : item.properties) {
        ItemWords words = item_words(value);
        if (property == "brand") described.brand = std::move(words.words);
        const auto extra = pair_dimensions(words.dimensions, more.dimensions).only_asked;
        more.dimensions.insert(more.dimensions.end(), extra.begin(), extra.end());
        add_missing(more.colours, words.colours);
        add_missing(more.sizes, words.sizes);
    }
    std::set<std::string> seen;
    for (const auto& [language, name] : item.names) {
        if (name.empty() || !seen.insert(name).second) continue;
        ItemWords words = item_words(name);
        const auto extra = pair_dimensions(more.dimensions, words.dimensions).only_asked;
        words.dimensions.insert(words.dimensions.end(), extra.begin(), extra.end());
        add_missing(words.colours, more.colours);
        add_missing(words.sizes, more.sizes);
        described.names.push_back(std::move(words));
    }
    return described;
}

Likeness likeness(const ItemWords& asked, const DescribedItem& item) {
    Likeness best;
    for (const ItemWords& name : item.names) {
        Likeness next = likeness_to(asked, name, item.brand);
        if (next.percent > best.percent) best = std::move(next);
    }
    return best;
}

std::optional<int> resemblance(const ItemWords& asked, const DescribedItem& item) {
    if (asked.words.empty()) return std::nullopt;
    std::optional<int> best;
    for (const ItemWords& name : item.names) {
        if (name.words.empty() || any_cjk(name.words) != any_cjk(asked.words)) continue;
        best = std::max(best.value_or(0), overlap(asked, name, item.brand));
    }
    return best;
}

std::vector<PropertyDifference> property_differences(const ItemWords& asked,
                                                     const DescribedItem& item) {
    std::vector<PropertyDifference> least;
    bool first = true;
    for (const ItemWords& name : item.names) {
        std::vector<PropertyDifference> next = differences(asked, name);
        if (first || next.size() < least.size()) least = std::move(next);
        first = false;
    }
    return least;
}

} // namespace besteld
