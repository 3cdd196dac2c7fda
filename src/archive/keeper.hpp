// SPDX-License-Identifier: Apache-2.0
#pragma once

// Orders that are over go into the archive, are shown to be whole there, are opened again by two
// people, and are erased when their term is over. Belongs to the thread that owns the store.

#include "order/retention.hpp"
#include "store/archives.hpp"

#include <expected>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace besteld {

struct ArchiveSettings {
    std::filesystem::path folder;      // empty: nothing is archived
    std::chrono::milliseconds after{}; // an order waits so long after its end
    RetentionRules retention;
    std::string zone = "UTC";
};

struct Kept {
    std::string case_no;
    std::string problem; // empty: done
};

class ArchiveKeeper {
public:
    ArchiveKeeper(ArchiveSettings settings, Store& store)
        : settings_(std::move(settings)), store_(store), archives_(store) {}

    // Every order that is over for long enough (T33). What cannot be written or read back stays as
    // it is and says why. `stop` is asked between two orders.
    std::vector<Kept> archive_due(Instant now, const std::function<bool()>& stop);
    // Empty when every package of this case is there and whole.
    std::string verify(std::int64_t case_id);
    // The first person asks, another one agrees: a lead and an auditor (T37). What was done, or why
    // not.
    std::expected<std::string, std::string> reopen(const Case& the_case,
                                                   const ArchiveAction& action);
    // Empty when it is erased, else why not. Its packages go with it.
    std::string erase(const Case& the_case, const ArchiveAction& action);
    std::vector<std::int64_t> expired(Instant now, int limit);

private:
    std::string archive(Case& the_case, Instant now);
    std::string write_package(const Case& the_case, ArchivePackage& package, Instant now) const;
    Date day_of(Instant at) const;

    ArchiveSettings settings_;
    Store& store_;
    Archives archives_;
};

} // namespace besteld
