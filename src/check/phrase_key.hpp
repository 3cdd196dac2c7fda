// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// A customer's words for an item as they are stored and looked up (domain.md 5.3, M5): folded,
// without punctuation, dimensions in one spelling ("23my" and "23 µm" are "23um"). Empty when the
// text says nothing; at most 200 bytes.
std::string phrase_key(std::string_view words);

// The pieces of a description by which base data may find candidates (M7), as written: what names a
// thing, without articles and dimensions; those alone when there is nothing else. Sorted, each
// once.
std::vector<std::string> search_words(std::string_view words);

} // namespace besteld
