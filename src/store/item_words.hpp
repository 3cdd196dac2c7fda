// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"

#include <map>
#include <string>

namespace besteld {

// By what an item is found besides its number: the words of its names in all languages, and the
// numbers it had before. Replaces what there is for the row's sku.
void write_item_words(Session& session, const std::map<std::string, Value, std::less<>>& item);

} // namespace besteld
