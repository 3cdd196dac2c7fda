// SPDX-License-Identifier: Apache-2.0
#pragma once

// Why not, as RFC 9457 has it: type, title, status, detail, and our own `code`.

#include "web/api/shape.hpp"
#include "web/http.hpp"

#include <string>

namespace besteld::api {

struct Problem {
    static constexpr std::string_view shape = "Problem";
    std::string type; // urn:besteld:problem:CODE
    std::string title;
    int status = 400;
    std::string detail;
    std::string code; // not_found, changed_meanwhile, lead_only …
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail, code))

HttpResponse problem(int status, const std::string& code, const std::string& detail);
// Of what a desk refuses.
int status_of(const std::string& code);

} // namespace besteld::api
