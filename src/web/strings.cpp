// SPDX-License-Identifier: Apache-2.0
#include "web/strings.hpp"

#include "base/json.hpp"
#include "base/text.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace besteld {

Strings Strings::load(const std::filesystem::path& file, std::string language) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(cat(file.string(), ": cannot be read"));
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    try {
        return parse(text, std::move(language));
    } catch (const std::exception& fault) {
        throw std::runtime_error(cat(file.string(), ": ", fault.what()));
    }
}

Strings Strings::parse(std::string_view json, std::string language) {
    const auto value = parse_json(json);
    if (!value.is_object()) throw JsonFault("an object of keys and words is expected");
    Strings strings;
    strings.language_ = std::move(language);
    for (const auto& [key, words] : value.get_object()) {
        if (!words.is_string()) throw JsonFault(cat(std::string(key), ": words are expected"));
        strings.words_.emplace(std::string(key), std::string(words.get_string()));
    }
    return strings;
}

std::string Strings::at(std::string_view key) const {
    return at_or(key, key);
}

std::string Strings::at_or(std::string_view key, std::string_view otherwise) const {
    const auto found = words_.find(key);
    return found == words_.end() ? std::string(otherwise) : found->second;
}

// One pass, so that a filling which itself holds "{…}" is never filled again.
std::string Strings::fill(std::string_view key, const Fillings& fillings) const {
    const std::string words = at(key);
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = words[at] == '{' ? words.find('}', at) : std::string::npos;
        if (end == std::string::npos) {
            out += words[at++];
            continue;
        }
        const auto name = std::string_view(words).substr(at + 1, end - at - 1);
        for (const auto& [known, value] : fillings)
            if (known == name) out += value;
        at = end + 1;
    }
    return out;
}

std::vector<Strings> load_strings(const std::filesystem::path& folder) {
    std::vector<Strings> all;
    for (const auto language : page_languages)
        all.push_back(Strings::load(folder / cat(language, ".json"), std::string(language)));
    for (const auto& one : all)
        for (const auto& other : all)
            for (const auto& [key, words] : one.all())
                if (!other.has(key))
                    throw std::runtime_error(cat(folder.string(), "/", other.language(),
                                                 ".json: no words for '", key, "', which ",
                                                 one.language(), " has"));
    return all;
}

} // namespace besteld
