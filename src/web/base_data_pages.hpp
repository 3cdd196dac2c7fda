// SPDX-License-Identifier: Apache-2.0
#pragma once

// GET  /base-data           every import, what waits for another person first, and a sheet to fill
// POST /base-data/preview   what the sheet would change; nothing is
// POST /base-data/import    as the preview said: effective, or proposed to another person
// GET  /base-data/export    ?table=prices: as CSV, to be changed and brought back
// GET  /base-data/12        one import, row by row
// POST /base-data/12/approve, /refuse (reason), /undo

#include "desk/base_data_desk.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

class BaseDataPages {
public:
    BaseDataPages(Store& store, SecondPerson second_person, const Pages& pages)
        : desk_(store, second_person), pages_(pages) {}

    static bool has(const std::string& path);
    // Fields are whole tables here: so long at most.
    static constexpr std::size_t longest_field = 900'000;

    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    std::expected<HttpResponse, DeskRefused> post(const HttpRequest& form, const Viewer& viewer);

private:
    HttpResponse list(const Viewer& viewer, const HttpRequest& form, const ImportReport* preview,
                      int status);
    std::expected<HttpResponse, DeskRefused> one(const Viewer& viewer, std::int64_t number);
    std::expected<HttpResponse, DeskRefused> take(const HttpRequest& form, const Viewer& viewer);

    BaseDataDesk desk_;
    const Pages& pages_;
};

} // namespace besteld
