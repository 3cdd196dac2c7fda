// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders in review whose open findings are alike (order/alike.hpp).

#include "order/alike.hpp"
#include "store/store.hpp"

#include <map>
#include <span>
#include <string>

namespace besteld {

class AlikeCases {
public:
    explicit AlikeCases(Store& store);

    struct Group {
        std::string key;
        std::int64_t cases = 0; // that wait, the case itself included; no more than `most` is told
    };
    static constexpr std::int64_t most = 100;
    // For each of these cases the largest group that it is in; nothing for one that is alone.
    std::map<std::int64_t, Group> of(std::span<const std::int64_t> case_ids);
    // Those that wait, in the queue's order.
    std::vector<std::int64_t> cases(const std::string& key, int limit);

private:
    std::int64_t count(const std::string& key);

    Session& session_;
};

} // namespace besteld
