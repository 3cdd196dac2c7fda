// SPDX-License-Identifier: Apache-2.0
#pragma once

// The addresses below /alike/: what deviates alike in several orders, decided together.

#include "desk/alike_desk.hpp"
#include "store/alike.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <string>

namespace besteld {

class AlikePages {
public:
    AlikePages(Store& store, const FlowSettings& flow, Desk& desk, const Pages& pages)
        : desk_(store, flow, desk), store_(store), pages_(pages) {}

    static bool has(const std::string& path);
    // GET /alike/KEY?way=RESOLUTION
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);
    // POST /alike/KEY: decides what is ticked. POST /alike/take_back: of what was released.
    std::expected<HttpResponse, DeskRefused> post(const HttpRequest& request, const Viewer& viewer);

private:
    HttpResponse done(const std::vector<AlikeOutcome>& outcomes, const Viewer& viewer);

    AlikeDesk desk_;
    Store& store_;
    const Pages& pages_;
};

// "12 alike", with the way there; nothing for a case that is alone.
void fill_alike(Dictionary& to, const AlikeCases::Group& group, const Strings& words);

} // namespace besteld
