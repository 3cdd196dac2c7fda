// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is archived, held, opened again and erased. Every call runs in the store's open transaction,
// or is one of its own; the database refuses what the rules of schema_archive.hpp forbid.

#include "order/retention.hpp"
#include "store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld {

struct ArchivePackage {
    std::int64_t case_id = 0;
    std::int64_t number = 0; // 1 …; given by add_package
    std::string file;        // below the archive's folder: "2026/SO-26-000412.zip"
    std::string sha256;
    std::int64_t size = 0;
    RetentionClass retention_class = RetentionClass::order;
    Instant archived_at{};
    Date retain_until{};
    bool erased = false;
};

struct LegalHold {
    std::int64_t id = 0;
    std::string because;
    std::string placed_by;
    Instant placed_at{};
    std::string lifted_by; // empty: it stands
    std::optional<Instant> lifted_at;
};

struct Reopening {
    std::string because;
    std::string asked_by;
    Instant asked_at{};
};

struct CaseReleaseRow {
    int revision = 0;
    std::string released_by;
    std::string second_by;
    Instant at{};
};

// A case found by a number or a name, archived or not.
struct FoundCase {
    std::int64_t case_id = 0;
    std::string case_no;
    std::string official_no;
    std::string buyer_order_no;
    std::string customer;
    OrderState state = OrderState::received;
    Instant received_at{};
    std::string file; // of its newest package; empty: not archived
};

// Who does it and why.
struct ArchiveAction {
    std::string login;
    Role role = Role::lead;
    std::string because;
    Instant now{};
};

class Archives {
public:
    explicit Archives(Store& store);

    // Cases that are over, by id.
    std::vector<std::int64_t> over(std::int64_t after_id, int limit);
    // When the case came into the state it is in; nothing when no event says so.
    std::optional<Instant> state_since(std::int64_t case_id);
    void add_package(ArchivePackage& package);                  // gives its number
    std::vector<ArchivePackage> packages(std::int64_t case_id); // oldest first
    // Every package, ascending by case and number, from after that one.
    std::vector<ArchivePackage> packages_after(std::int64_t case_id, std::int64_t number,
                                               int limit);
    std::vector<CaseReleaseRow> releases(std::int64_t case_id);

    void place_hold(const Case& the_case, const ArchiveAction& action);
    // How many stood.
    std::int64_t lift_holds(const Case& the_case, const ArchiveAction& action);
    std::vector<LegalHold> holds(std::int64_t case_id);
    bool is_held(std::int64_t case_id);

    void ask_reopening(const Case& the_case, const ArchiveAction& action);
    std::optional<Reopening> asked_reopening(std::int64_t case_id);
    void agree_reopening(std::int64_t case_id, const ArchiveAction& action);

    // Archived, not erased, on no hold, and kept until before `today`.
    std::vector<std::int64_t> expired(Date today, int limit);
    // Removes the words, addresses and bytes of a case and leaves its figures, its numbers and its
    // place in the chain; of its message when nothing else is left of that. `today`: of the
    // company's clock. Throws StoreFault when the database does not allow it.
    void erase(const Case& the_case, const ArchiveAction& action, Date today);

    // Numbers by their beginning, names by the beginning of a word; newest first.
    std::vector<FoundCase> find(const std::string& text, int limit);

private:
    Store& store_;
    Session& session_;
};

} // namespace besteld
