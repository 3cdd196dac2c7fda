// SPDX-License-Identifier: Apache-2.0
#pragma once

// The upkeep of base data by people at the page: looked at before it counts, approved by another
// person, taken back as a whole. The same imports as `besteld import` makes, in one list with them.

#include "desk/desk.hpp"
#include "store/base_data.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// A table as somebody typed or pasted it: headings first, RFC 4180 or tabs (docs/base-data.md).
struct BaseDataSheet {
    std::string table; // "prices"
    std::string rows;
    Missing missing = Missing::stay;
    std::optional<Date> from; // ImportRequest::from
};

struct ImportSeen {
    ImportRecord record;
    ImportReport changes; // what it changed, or would change while it is proposed
};

class BaseDataDesk {
public:
    BaseDataDesk(Store& store, SecondPerson second_person)
        : store_(store), second_person_(second_person) {}

    static constexpr int listed_at_most = 100;
    std::vector<ImportRecord> imports() { return store_.imports(listed_at_most); }
    std::expected<ImportSeen, DeskRefused> open(std::int64_t number, Instant now);
    static std::vector<std::string>
    tables(); // names, in the order in which they lean on each other

    // Of both: ImportReport::problems is not empty: nothing was imported, and this is why.
    std::expected<ImportReport, DeskRefused> preview(const BaseDataSheet& sheet, const User& user,
                                                     Instant now);
    std::expected<ImportReport, DeskRefused> import(const BaseDataSheet& sheet, const User& user,
                                                    Instant now);
    // The import's number: of the taking back an own one.
    std::expected<std::int64_t, DeskRefused> approve(std::int64_t number, const User& user,
                                                     Instant now);
    std::expected<std::int64_t, DeskRefused> refuse_it(std::int64_t number, const User& user,
                                                       const std::string& reason, Instant now);
    std::expected<std::int64_t, DeskRefused> undo(std::int64_t number, const User& user,
                                                  Instant now);
    // As it is now, to be changed and brought back.
    std::expected<std::string, DeskRefused> as_csv(const std::string& table, const User& user);

private:
    std::expected<ImportReport, DeskRefused> run(const BaseDataSheet& sheet, const User& user,
                                                 ImportRun how, Instant now);
    std::optional<DeskRefused> refuse_person(const User& user) const;

    Store& store_;
    SecondPerson second_person_;
};

// Clerks, leads and admins; alone, where no second person is asked for, leads and admins.
bool may_keep_base_data(Role role);
bool may_approve_base_data(Role role); // second clerk, lead, admin

} // namespace besteld
