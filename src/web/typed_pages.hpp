// SPDX-License-Identifier: Apache-2.0
#pragma once

// /typed: an order is taken down by phone, fax, visit or from a representative, and while it is
// typed the page says what the checks say of it.

#include "desk/typed_desk.hpp"
#include "web/typed_form.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <optional>
#include <string>

namespace besteld {

class TypedPages {
public:
    TypedPages(Store& store, const FlowSettings& flow, const Pages& pages)
        : desk_(store, flow), pages_(pages) {}

    static bool has(const std::string& path);
    // Who may use them is the caller's to ask: may_take_orders().
    // GET /typed?customer=NUMBER or ?again=CASE: an empty form, or an order of his once more.
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    // POST /typed/check: the form with what the checks say; writes nothing.
    HttpResponse check(const HttpRequest& request, const Viewer& viewer);
    // POST /typed: takes the order and goes on to its case, or gives the form back as it was with
    // what is wrong.
    struct Taken {
        HttpResponse response;
        bool committed = false;
    };
    Taken take(const HttpRequest& request, const Viewer& viewer);

private:
    std::expected<std::int64_t, DeskRefused> take_form(TypedForm& form, const Viewer& viewer);
    HttpResponse page(TypedForm form, const Viewer& viewer, const DeskRefused* refused = nullptr);
    void fill_customer(Dictionary& page, TypedForm& form);
    void fill_rows(Dictionary& page, const TypedForm& form, const TypedOrder& order,
                   const Judgement& judgement, const Viewer& viewer);
    void fill_last_orders(Dictionary& page, const std::string& customer_no, const Viewer& viewer);

    TypedDesk desk_;
    const Pages& pages_;
};

} // namespace besteld
