// SPDX-License-Identifier: Apache-2.0
#include "base/words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <fstream>

namespace besteld {

std::string_view answer_language(std::string_view wanted) {
    const auto* found = std::ranges::find(answer_languages, wanted);
    return found != answer_languages.end() ? *found : "en";
}

Words Words::load(const std::filesystem::path& file, std::string_view language) {
    Words words;
    words.language_ = language;
    words.add(file);
    return words;
}

void Words::add(const std::filesystem::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto equals = line.find('=');
        if (line.starts_with('#') || equals == std::string::npos) continue;
        const std::string_view text = line;
        words_[std::string(trim(text.substr(0, equals)))] = trim(text.substr(equals + 1));
    }
}

bool Words::has(std::string_view label) const {
    return words_.contains(std::string(label));
}

std::string Words::at(std::string_view label) const {
    const auto found = words_.find(std::string(label));
    return found != words_.end() ? found->second : std::string(label);
}

std::string Words::at_or(std::string_view label, std::string_view otherwise) const {
    return has(label) ? at(label) : at(otherwise);
}

} // namespace besteld
