// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of base_data_import and its approval.

#include "store/base_data.hpp"
#include "store/history.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

enum class Basis { first_fill, nothing_guarded, one_person, second_person };
std::string_view name_of(Basis basis);
std::string_view name_of(ImportState state);

// Imports come one after the other, whoever shares the database.
void lock_imports(Session& session);

struct ImportHead {
    std::string actor;
    std::string os_user;
    std::optional<std::int64_t> undoes;
    Missing missing = Missing::stay;
    std::optional<Date> from;
};
// Opens an import that is being applied; its approval stands from the beginning.
Stamp open_import(Session& session, const ImportHead& head, Basis basis, Instant now);
// The same with one that was proposed, now that another person approves it.
Stamp open_proposed(Session& session, const ImportRecord& record, const std::string& approved_by,
                    Instant now);
void close_import(Session& session, std::int64_t number, const ImportReport& report);
std::int64_t add_waiting(Session& session, const ImportHead& head, const ImportReport& report,
                         const std::string& fingerprint, Instant now);

struct WaitingImport {
    Missing missing = Missing::stay;
    std::optional<Date> from;
    std::string fingerprint; // of the changes that need the other person
};
std::optional<ImportRecord> find_import(Session& session, std::int64_t number);
WaitingImport find_waiting(Session& session, std::int64_t number);

} // namespace besteld
