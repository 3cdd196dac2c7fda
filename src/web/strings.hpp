// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words of the pages in one language: templates/pages/strings/<language>.json, one flat object
// of key and words. "{name}" in the words is a place that the code fills.

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld {

inline constexpr std::array<std::string_view, 5> page_languages{"nl", "en", "de", "fr", "zh"};

class Strings {
public:
    using Fillings = std::vector<std::pair<std::string_view, std::string>>;

    // Throws std::runtime_error naming the file when it cannot be read or is not of that form.
    static Strings load(const std::filesystem::path& file, std::string language);
    // From the text of such a file.
    static Strings parse(std::string_view json, std::string language);

    const std::string& language() const { return language_; }
    bool has(std::string_view key) const { return words_.contains(key); }
    // The key itself when there are no words for it: ugly, seen at once, harmful to nobody.
    std::string at(std::string_view key) const;
    std::string at_or(std::string_view key, std::string_view otherwise) const;
    std::string fill(std::string_view key, const Fillings& fillings) const;
    const std::map<std::string, std::string, std::less<>>& all() const { return words_; }

private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> words_;
};

// Every language, in the order of page_languages. Throws when one lacks a key that another has.
std::vector<Strings> load_strings(const std::filesystem::path& folder);

} // namespace besteld
