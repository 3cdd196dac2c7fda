// SPDX-License-Identifier: Apache-2.0
#pragma once

// The page templates: templates/pages/*.tpl, one copy per language with the words already in it.
// "[[key]]" is a word of strings/<language>.json, "[[>name]]" the text of name.tpl; the rest is
// ctemplate's, with automatic escaping for HTML. Everything is read at construction.

#include "web/strings.hpp"

#include <cstring> // ctemplate uses strlen without it

#include <ctemplate/template_dictionary.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace besteld {

using Dictionary = ctemplate::TemplateDictionary;

// Copies the text: a dictionary outlives the values it is filled from.
void put(Dictionary& to, const char* name, std::string_view value);
void put(Dictionary& to, const char* name, std::int64_t value);
// A section that is shown as long as there is something to show.
enum class Shown { no, yes };
void show(Dictionary& to, const char* section, Shown shown);
inline Shown shown_if(bool condition) {
    return condition ? Shown::yes : Shown::no;
}
// A section with one value of the same name in it; left out when the value is empty.
void put_if(Dictionary& to, const char* name, std::string_view value);

class Pages {
public:
    // Throws std::runtime_error naming the file for a missing template, an unknown word or a fault.
    // `constants`: "[[=name]]" in the templates.
    Pages(const std::filesystem::path& folder, const std::map<std::string, std::string>& constants);
    ~Pages();

    // "nl", "de" …; another one gets English.
    const Strings& words(std::string_view language) const;
    // One of the names in pages.cpp. One thread at a time.
    std::string render(const std::string& page, const Strings& words,
                       const Dictionary& values) const;

private:
    struct Cache;
    std::vector<Strings> strings_;
    std::unique_ptr<Cache> cache_;
};

} // namespace besteld
