// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace besteld {

inline constexpr std::array<std::string_view, 5> answer_languages = {"nl", "en", "de", "fr", "zh"};
// A language that has templates, else "en".
std::string_view answer_language(std::string_view wanted);

// The words of one language: templates/<language>/words.txt, lines of "label = words".
class Words {
public:
    Words() = default;
    // An unreadable file has no words; Renderer::check says so.
    static Words load(const std::filesystem::path& file, std::string_view language);
    void add(const std::filesystem::path& file); // the words of one more file

    const std::string& language() const { return language_; }
    const std::map<std::string, std::string>& all() const { return words_; }
    bool has(std::string_view label) const;
    std::string at(std::string_view label) const; // the label itself when there are no words for it
    std::string at_or(std::string_view label,
                      std::string_view otherwise) const; // … of another label

private:
    std::string language_;
    std::map<std::string, std::string> words_;
};

} // namespace besteld
