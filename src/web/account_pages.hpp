// SPDX-License-Identifier: Apache-2.0
#pragma once

// /account: one's own password and second factor.

#include "desk/desk.hpp"
#include "store/second_factors.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <set>
#include <string>

namespace besteld {

class AccountPages {
public:
    // `required`: roles that may not work without a second factor.
    AccountPages(Store& store, const Pages& pages, std::string issuer, std::set<Role> required)
        : store_(store), factors_(store), pages_(pages), issuer_(std::move(issuer)),
          required_(std::move(required)) {}

    static bool has(const std::string& path);
    // Whether he must set one up before he may do anything else.
    bool must_set_up(const User& user);
    HttpResponse get(const Viewer& viewer);
    // POST /account/VERB: begin and confirm the set-up, remove, password.
    std::expected<HttpResponse, DeskRefused> post(const HttpRequest& request, const Viewer& viewer);

private:
    using Served = std::expected<HttpResponse, DeskRefused>;
    HttpResponse set_up(const std::string& secret, const Viewer& viewer, int status = 200);
    Served confirm(const HttpRequest& request, const Viewer& viewer);
    Served remove(const HttpRequest& request, const Viewer& viewer);
    Served change_password(const HttpRequest& request, const Viewer& viewer);
    void note(Step step, const Viewer& viewer);
    HttpResponse shown(Dictionary& page, const Viewer& viewer, int status = 200);

    Store& store_;
    SecondFactors factors_;
    const Pages& pages_;
    std::string issuer_;
    std::set<Role> required_;
};

} // namespace besteld
