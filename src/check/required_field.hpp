// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"

#include <span>
#include <string_view>

namespace besteld {

// A field that a customer's completeness rule may want, by the name used in base data.
struct RequiredField {
    std::string_view name;  // "cost_reference"
    std::string_view words; // "a cost reference"
    Check check;            // the check that speaks of this field
    bool (*is_given)(const Inquiry& inquiry);
};

std::span<const RequiredField> required_fields();
const RequiredField* find_required_field(std::string_view name); // null: no such field

} // namespace besteld
