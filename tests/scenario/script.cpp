// SPDX-License-Identifier: Apache-2.0
#include "script.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"

namespace besteld::scenario {

namespace {

std::vector<std::string> words_of(std::string_view phrase) {
    std::vector<std::string> words;
    for (const std::string_view word : split(phrase, ' '))
        if (!trim(word).empty()) words.emplace_back(trim(word));
    return words;
}

bool is_placeholder(std::string_view token) {
    return token.starts_with('<') && token.ends_with('>');
}

class Matcher {
public:
    Matcher(std::string_view pattern, const std::vector<std::string>& words)
        : tokens_(words_of(pattern)), words_(words) {}

    std::optional<Match> run() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            std::string token = tokens_[i];
            if (token.starts_with('[')) {
                token.erase(0, 1);
                if (at_ >= words_.size() || words_[at_] != without_bracket(token)) {
                    while (!tokens_[i].ends_with(']'))
                        ++i;
                    continue;
                }
            }
            if (!take(without_bracket(token))) return std::nullopt;
        }
        if (at_ != words_.size()) return std::nullopt;
        return std::move(found_);
    }

private:
    static std::string without_bracket(std::string token) {
        if (token.ends_with(']')) token.pop_back();
        return token;
    }

    bool take(const std::string& token) {
        if (at_ >= words_.size()) return false;
        if (!is_placeholder(token)) return words_[at_++] == token;
        std::string name = token.substr(1, token.size() - 2);
        if (!name.ends_with("...")) {
            found_[name] = words_[at_++];
            return true;
        }
        name.resize(name.size() - 3);
        found_[name] = join({words_.begin() + static_cast<std::ptrdiff_t>(at_), words_.end()}, " ");
        at_ = words_.size();
        return true;
    }

    std::vector<std::string> tokens_;
    const std::vector<std::string>& words_;
    std::size_t at_ = 0;
    Match found_;
};

} // namespace

std::vector<Sentence> read_script(const std::filesystem::path& file) {
    const std::string all = read_file(file);
    const auto lines = split(all, '\n');
    std::vector<Sentence> script;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view line = trim(lines[i]);
        if (line.empty() || line.starts_with('#')) continue;
        Sentence sentence{.line = static_cast<int>(i + 1)};
        auto words = words_of(line);
        if (words.front() == "not-yet" && words.size() > 1 && words[1] == "then") {
            sentence.wanted = Wanted::later;
            words.erase(words.begin());
        }
        sentence.kind = words.front();
        sentence.words.assign(words.begin() + 1, words.end());
        if (sentence.kind != "given" && sentence.kind != "when" && sentence.kind != "then")
            throw ScriptFault(sentence.line, cat("'", sentence.kind,
                                                 "' begins no sentence; given, when or then does"));
        if (sentence.words.empty()) throw ScriptFault(sentence.line, "the sentence is empty");
        if (sentence.kind != "then" && sentence.words.back().ends_with(':')) {
            sentence.words.back().pop_back();
            while (++i < lines.size() && trim(lines[i]) != "end")
                sentence.text += cat(lines[i], "\n");
            if (i == lines.size())
                throw ScriptFault(sentence.line, "its text has no line that says 'end'");
        }
        script.push_back(std::move(sentence));
    }
    if (script.empty()) throw ScriptFault(1, "there is no sentence in it");
    return script;
}

std::optional<Match> match(std::string_view pattern, const std::vector<std::string>& words) {
    return Matcher(pattern, words).run();
}

} // namespace besteld::scenario
