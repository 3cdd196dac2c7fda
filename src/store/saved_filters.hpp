// SPDX-License-Identifier: Apache-2.0
#pragma once

// Filters of the queue that a person keeps under a name, or that a lead keeps for everybody.

#include "store/store.hpp"

#include <string>
#include <vector>

namespace besteld {

struct SavedFilter {
    std::string login; // who keeps it
    std::string name;
    std::string query; // as it stands in the queue's address: "check=…&customer=…"
    bool shared = false;
};

class SavedFilters {
public:
    explicit SavedFilters(Store& store);

    static constexpr int most_of_one = 20;
    // His own by name, then what others share.
    std::vector<SavedFilter> of(const std::string& login);
    // Replaces his own of that name. False: he keeps as many as he may.
    bool save(const SavedFilter& filter);
    // False: there is none.
    bool remove(const std::string& login, const std::string& name);

private:
    Session& session_;
};

} // namespace besteld
