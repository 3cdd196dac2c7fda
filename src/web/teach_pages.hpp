// SPDX-License-Identifier: Apache-2.0
#pragma once

// POST /teach              case, heading, field: a column of the customer's, to be tried
// GET  /teach/12           what it means and what it would have changed
// POST /teach/12/use, /teach/12/end
// POST /teach/number       case, line: the customer's number of a corrected line, as base data

#include "desk/teach_desk.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

class TeachPages {
public:
    TeachPages(Store& store, SecondPerson second_person, const Pages& pages)
        : desk_(store, second_person), pages_(pages) {}

    static bool has(const std::string& path);
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    std::expected<HttpResponse, DeskRefused> post(const HttpRequest& form, const Viewer& viewer);
    // What the case's corrections teach, and the form by which a column is taught.
    void fill_case(Dictionary& page, const Viewer& viewer, const Case& the_case);
    void fill_customer(Dictionary& page, const Viewer& viewer, const std::string& customer_no);

private:
    TeachDesk desk_;
    const Pages& pages_;
};

} // namespace besteld
