// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pages behind their addresses. All of it runs on the store's thread: a request in, an answer
// out.

#include "desk/customer_desk.hpp"
#include "web/account_pages.hpp"
#include "web/actions.hpp"
#include "web/alike_pages.hpp"
#include "web/answer_page.hpp"
#include "web/base_data_pages.hpp"
#include "web/complaint_pages.hpp"
#include "web/order_pages.hpp"
#include "web/people.hpp"
#include "web/report_pages.hpp"
#include "web/static_files.hpp"
#include "web/teach_pages.hpp"
#include "web/typed_pages.hpp"
#include "web/web_app.hpp"

namespace besteld {

class Site {
public:
    Site(const WebAppSettings& settings, const FlowSettings& flow, Store& store,
         const StaticFiles& files);

    struct Served {
        HttpResponse response;
        bool committed = false;          // a decision was written: answers may wait
        std::optional<Visit> visit = {}; // of somebody who is logged in
    };
    Served serve(const HttpRequest& request, Instant now);
    const Pages& pages() const { return pages_; }
    const Zone& zone() const { return zone_; }
    // Whether the request is a logged-in admin's.
    bool is_admin(const HttpRequest& request, Instant now);

private:
    Served serve_known(const HttpRequest& request, const Viewer& viewer);
    Viewer viewer_of(const HttpRequest& request, std::optional<SignedIn> who, Instant now);
    std::optional<HeldNotice> held_by(const std::string& login);
    HttpResponse login_page(const HttpRequest& request, const Viewer& viewer, int status,
                            const std::string& notice, const std::string& ticket = {}) const;
    HttpResponse log_in(const HttpRequest& request, const Viewer& viewer);
    HttpResponse give_code(const HttpRequest& request, const Viewer& viewer);
    HttpResponse come_in(const HttpRequest& request, const SignedIn& in) const;
    HttpResponse log_out(const HttpRequest& request, const Viewer& viewer);
    HttpResponse save_preferences(const HttpRequest& request, const Viewer& viewer);
    HttpResponse get(const HttpRequest& request, const Viewer& viewer);
    // `back`: where a refusal leads; empty: to the queue.
    HttpResponse shown_or_refused(std::expected<HttpResponse, DeskRefused> shown,
                                  const Viewer& viewer, const std::string& back = {});
    HttpResponse get_case(const HttpRequest& request, const Viewer& viewer,
                          const std::string& rest);
    HttpResponse original(const Viewer& viewer, std::int64_t case_id);
    Served go_on(const std::expected<std::string, DeskRefused>& done, const HttpRequest& request,
                 const Viewer& viewer);
    Served post_case(const HttpRequest& request, const Viewer& viewer, const std::string& rest);
    HttpResponse end_of_queue(const Viewer& viewer, const QueuePlace& place);

    struct Notice {
        int status = 200;
        std::string heading;
        std::string text;
        std::string detail; // in English, from the desk; may be empty
        std::string link;   // where to go on
        std::string link_words;
        std::vector<std::string> facts;
    };
    static Notice notice_of(const DeskRefused& refused, const Strings& words);
    HttpResponse notice_page(const Viewer& viewer, const Notice& notice) const;
    HttpResponse refused_page(const Viewer& viewer, const DeskRefused& refused,
                              std::int64_t case_id, const QueuePlace& place);

    const WebAppSettings& settings_;
    Store& store_;
    Desk desk_;
    People people_;
    Zone zone_;
    Pages pages_;
    AnswerPage answers_;
    OrderPages orders_;
    ComplaintPages complaints_;
    ReportPages reports_;
    AlikePages alike_;
    TypedPages typed_;
    AccountPages account_;
    CustomerDesk customers_;
    BaseDataPages base_data_;
    TeachPages teach_;
};

} // namespace besteld
