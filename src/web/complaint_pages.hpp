// SPDX-License-Identifier: Apache-2.0
#pragma once

// /complaints and /complaint/KL-26-0001: what customers complained about, who deals with it until
// when, and what clerks do about it. Every rule is the service desk's.

#include "desk/service_desk.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

std::string complaint_address(const std::string& number);
// One line about it, in lists of other pages.
void fill_complaint(Dictionary& one, const Complaint& complaint, const Strings& words);

class ComplaintPages {
public:
    ComplaintPages(Store& store, const FlowSettings& flow, const Pages& pages);

    static bool has(const std::string& path);
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    // POST /complaint/NUMBER/VERB; gives the address to go on at.
    std::expected<std::string, DeskRefused> post(const HttpRequest& request, const Viewer& viewer);

private:
    std::string list(const HttpRequest& request, const Viewer& viewer);
    std::string one(const ComplaintView& view, const Viewer& viewer);

    ServiceDesk desk_;
    const Pages& pages_;
};

} // namespace besteld
