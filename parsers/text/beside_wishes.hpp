// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is left of a letter beside its wishes.

#include "parsers/text/read_text.hpp"
#include "parsers/text/wishes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

bool is_service(DocumentClass c); // a question or a complaint

// Blanks in the place of what was taken out: every place in the rest stays what it was.
std::string without(std::string_view text, const Passage& body, const std::vector<Wish>& wishes);

// Whether the wish names that order; `key` as normalise_code() makes it.
bool names_number(const OrderDraft& wish, const std::string& key);
bool refers(const OrderDraft& wish); // to any order

// "Goedemorgen", "alvast bedankt": beside a wish a main text of class `other` is no document of its
// own. What no rule has read goes along with the first wish.
void drop_pleasantries(TextReading& read);

} // namespace besteld::parsers
