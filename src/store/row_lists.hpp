// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/text.hpp"
#include "store/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// `select` ends with "column IN"; `more` are the parameters it names itself. No keys: no rows.
inline Result rows_in(Session& session, std::string_view select, std::vector<std::string> keys,
                      std::vector<Value> more, std::string_view rest = "") {
    if (keys.empty()) return {};
    pad_list(keys);
    const auto first = more.size() + 1;
    for (const auto& key : keys)
        more.push_back(value(key));
    return session.execute(cat(select, " ", parameter_rows(first, 1, keys.size()), " ", rest),
                           more);
}

} // namespace besteld
