// SPDX-License-Identifier: Apache-2.0
#pragma once

// The steps that an import, its approval and its undoing share.

#include "store/base_data_writer.hpp"
#include "store/import_rows.hpp"
#include "store/store.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace besteld {

// ── the cells ────────────────────────────────────────────────────────────────────────────────────
// Every file and table of the request under the name of its spec.
std::vector<TextTable> read_tables(const ImportRequest& request,
                                   std::vector<ImportProblem>& problems);
// In an order in which whatever is referred to comes first.
std::vector<BaseTable> validate_all(const std::vector<TextTable>& texts,
                                    std::vector<ImportProblem>& problems);

struct Completeness {
    Missing missing = Missing::stay;
    Date day{}; // rows that end were valid until the day before
};
inline Date ending_day(std::optional<Date> from, Instant now) {
    return from.value_or(std::chrono::floor<std::chrono::days>(now));
}
void write_tables(Session& session, BaseDataWriter& writer, const std::vector<BaseTable>& tables,
                  const Completeness& completeness, ImportReport& report);
// Ends what the tables' files do not name.
void end_missing(Session& session, BaseDataWriter& writer, const std::vector<BaseTable>& tables,
                 Date day, ImportReport& report);

// ── the import itself ────────────────────────────────────────────────────────────────────────────
using ImportWork = std::function<void(BaseDataWriter&, ImportReport&)>;
using KeepFiles = std::function<void(std::int64_t number, ImportState state)>;

// One import in one transaction: does the work, then keeps it, proposes it or takes it back.
// `undoes`: the import that is taken back.
ImportReport run_import(Store& store, Session& session, const ImportRequest& request,
                        std::optional<std::int64_t> undoes, const ImportWork& work,
                        const KeepFiles& keep, Instant now);

// Names, hashes and, of a proposal, the cells.
void keep_files(Session& session, std::int64_t number, const ImportRequest& request,
                const std::vector<TextTable>& texts, ImportState state);
std::vector<TextTable> kept_files(Session& session, std::int64_t number);

} // namespace besteld
