// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/customer_desk.hpp"
#include "web/teach_pages.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>
#include <string_view>

namespace besteld {

inline constexpr std::string_view customer_pages = "/customer/"; // and his number
std::string customer_address(const std::string& customer_no);

// GET /customer/C1001: what was agreed, when he usually orders, what is open on either side.
std::expected<HttpResponse, DeskRefused> customer_page(const Pages& pages, const Viewer& viewer,
                                                       CustomerDesk& desk, TeachPages& teach,
                                                       const std::string& customer_no);

} // namespace besteld
