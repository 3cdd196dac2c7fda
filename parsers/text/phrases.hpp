// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lists of phrases with a meaning each, found in a run of tokens. Indexed by the first word, so
// that a long mail costs one look-up per word.

#include "parsers/text/tokens.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace besteld::parsers {

// How many tokens the phrase ("so schnell wie möglich") takes at `at`; 0 when it does not stand
// there. A line end between two words does not matter.
std::size_t phrase_length(std::span<const Token> tokens, std::size_t at, std::string_view phrase);

template <typename Meaning>
class Phrases {
public:
    struct Match {
        Meaning meaning;
        std::size_t length; // in tokens
    };

    explicit Phrases(std::span<const std::pair<Meaning, std::string_view>> rows) {
        for (const auto& [meaning, list] : rows)
            add(meaning, list);
    }

    // The longest phrase at this token.
    std::optional<Match> at(std::span<const Token> tokens, std::size_t index) const {
        const auto found = by_first_.find(tokens[index].text);
        if (found == by_first_.end()) return std::nullopt;
        std::optional<Match> best;
        for (const auto& [phrase, meaning] : found->second) {
            const std::size_t length = phrase_length(tokens, index, phrase);
            if (length > 0 && (!best || length > best->length)) best = Match{meaning, length};
        }
        return best;
    }

private:
    // Phrases in a list are separated by '|'.
    void add(Meaning meaning, std::string_view list) {
        for (;;) {
            const std::size_t bar = list.find('|');
            const std::string_view phrase = list.substr(0, bar);
            by_first_[phrase.substr(0, phrase.find(' '))].emplace_back(phrase, meaning);
            if (bar == std::string_view::npos) return;
            list.remove_prefix(bar + 1);
        }
    }

    std::unordered_map<std::string_view, std::vector<std::pair<std::string_view, Meaning>>>
        by_first_;
};

} // namespace besteld::parsers
