// SPDX-License-Identifier: Apache-2.0
#pragma once

// The language of scenarios: one sentence a line, `given`, `when` or `then` and a phrase. A phrase
// that ends in a colon is followed by a text, up to a line that says `end`. Lines that begin with
// `#` are for readers. `not-yet then …` is a fact that domain.md asks for and the product does not
// give yet: the day it holds, the scenario fails until the words `not-yet` are taken away.

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::scenario {

enum class Wanted { now, later };

struct Sentence {
    int line = 0; // in the file, from 1
    Wanted wanted = Wanted::now;
    std::string kind; // "given", "when", "then"
    std::vector<std::string> words;
    std::string text; // what stands between the colon and `end`
};

// What is wrong, at a line of the scenario's file.
struct ScriptFault : std::runtime_error {
    ScriptFault(int at, const std::string& what) : std::runtime_error(what), line(at) {}
    int line;
};

std::vector<Sentence> read_script(const std::filesystem::path& file);

// What a pattern's placeholders stood for.
using Match = std::map<std::string, std::string, std::less<>>;

// A pattern is words, `<name>` for one word, `<name...>` for the rest of the phrase (at least one
// word), and `[…]` for words that may be missing, known by the first of them.
std::optional<Match> match(std::string_view pattern, const std::vector<std::string>& words);

} // namespace besteld::scenario
