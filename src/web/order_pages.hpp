// SPDX-License-Identifier: Apache-2.0
#pragma once

// The addresses below /orders and /order/: finding orders and looking at their lives.

#include "desk/order_desk.hpp"
#include "web/order_actions.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

class OrderPages {
public:
    OrderPages(Store& store, const FlowSettings& flow, const Pages& pages);

    static bool has(const std::string& path);
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    // POST /order/ID/VERB; gives the address to go on at.
    std::expected<std::string, DeskRefused> post(const HttpRequest& request, const Viewer& viewer,
                                                 Desk& desk);

private:
    using Served = std::expected<HttpResponse, DeskRefused>;
    Served order(std::int64_t case_id, const Viewer& viewer);
    Served message(std::int64_t case_id, std::int64_t message_id);
    Served answer(std::int64_t case_id, std::int64_t answer_id, const Viewer& viewer);
    Served answer_file(std::int64_t case_id, std::int64_t answer_id);
    Served answer_part(std::int64_t case_id, std::int64_t answer_id, std::uint32_t part);

    Store& store_;
    OrderDesk desk_;
    OrderActions actions_;
    ServiceDesk service_;
    const Pages& pages_;
};

} // namespace besteld
