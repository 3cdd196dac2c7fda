// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values into templates.

#include <cstring> // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_dictionary.h>

#include <string>

namespace besteld {

using Dictionary = ctemplate::TemplateDictionary;

inline void put(Dictionary& to, const char* name, const std::string& value) {
    to.SetValue(name, value);
}
// A section with one value in it, left out when the value is empty.
inline void put_section(Dictionary& to, const char* section, const char* name,
                        const std::string& value) {
    if (!value.empty()) to.AddSectionDictionary(section)->SetValue(name, value);
}

} // namespace besteld
