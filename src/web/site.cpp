// SPDX-License-Identifier: Apache-2.0
#include "web/site.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "web/access_page.hpp"
#include "web/customer_page.hpp"
#include "web/format.hpp"
#include "web/home_page.hpp"
#include "web/origin.hpp"
#include "web/queue_page.hpp"
#include "web/refusal_status.hpp"
#include "web/whole_number.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr const char* a_year = "; Max-Age=31536000";
constexpr const char* login_cookie = "besteld_login";
constexpr std::size_t longest_field = 10'000;

std::string cookie_of(const HttpRequest& request, const std::string& name) {
    const auto found = request.cookies.find(name);
    return found == request.cookies.end() ? std::string{} : found->second;
}

// The address with its query, as a link back to the same page.
std::string address_of(const HttpRequest& request) {
    const auto query = query_text(request);
    return query.empty() ? request.path : cat(request.path, "?", query);
}

std::string language_wanted(const HttpRequest& request, const std::string& usual) {
    if (const auto chosen = cookie_of(request, "language"); !chosen.empty()) return chosen;
    const auto accepted = to_lower_ascii(request.header("accept-language"));
    const auto first = accepted.substr(0, 2);
    return std::ranges::find(page_languages, first) != page_languages.end() ? first : usual;
}

bool is_sound(const HttpRequest& form) {
    const auto longest =
        BaseDataPages::has(form.path) ? BaseDataPages::longest_field : longest_field;
    return std::ranges::all_of(form.form, [longest](const auto& field) {
        return field.second.size() <= longest && is_utf8(field.second) &&
               !field.second.contains('\0');
    });
}

} // namespace

Site::Site(const WebAppSettings& settings, const FlowSettings& flow, Store& store,
           const StaticFiles& files)
    : settings_(settings), store_(store), desk_(store, flow), people_(store, settings.session_idle),
      zone_(settings.zone),
      pages_(settings.templates / "pages", {{"css", files.address("besteld.css")},
                                            {"script", files.address("besteld.js")},
                                            {"grid", files.address("typed.js")},
                                            {"icon", files.address("icon.svg")},
                                            {"site", settings.site_name}}),
      answers_(store, flow, pages_), orders_(store, flow, pages_), complaints_(store, flow, pages_),
      reports_(store, {settings.templates, settings.site_name, flow.seller.holidays}, pages_),
      alike_(store, flow, desk_, pages_), typed_(store, flow, pages_),
      account_(store, pages_, settings.site_name, settings.second_factor_for),
      customers_(store, flow), base_data_(store, settings.base_data_by, pages_),
      teach_(store, settings.base_data_by, pages_) {}

bool Site::is_admin(const HttpRequest& request, Instant now) {
    const auto who = people_.who(request, now);
    return who && who->user.role == Role::admin;
}

Viewer Site::viewer_of(const HttpRequest& request, std::optional<SignedIn> who, Instant now) {
    const auto language = who ? who->user.language : language_wanted(request, settings_.language);
    Viewer viewer{.user = {},
                  .token = {},
                  .form_token = {},
                  .words = pages_.words(language),
                  .zone = zone_,
                  .now = now};
    viewer.user.login.clear();
    if (who) {
        viewer.user = std::move(who->user);
        viewer.token = std::move(who->token);
        viewer.form_token = form_token(viewer.token);
        viewer.held = held_by(viewer.user.login);
    }
    viewer.theme = chosen_of(themes, cookie_of(request, "theme")).value_or(viewer.theme);
    viewer.size = chosen_of(text_sizes, cookie_of(request, "size")).value_or(viewer.size);
    viewer.rest = chosen_of(rest_minutes, cookie_of(request, "rest")).value_or(viewer.rest);
    viewer.keys = cookie_of(request, "keys") != "off";
    viewer.path = address_of(request);
    return viewer;
}

std::optional<HeldNotice> Site::held_by(const std::string& login) {
    const auto held = desk_.held_last(login);
    if (!held) return std::nullopt;
    return HeldNotice{.case_id = held->case_id,
                      .about = held->case_no,
                      .what = std::string(name_of(held->command.kind)),
                      .leaves_at = held->leaves_at};
}

Site::Served Site::serve(const HttpRequest& request, Instant now) {
    const bool reads = request.reads();
    if (!reads && request.method != "POST")
        return {HttpResponse::plain(405, "only GET and POST\n")};
    if (request.path.starts_with("/a/")) {
        auto answered = answers_.serve(request, now);
        return {std::move(answered.response), answered.committed};
    }
    auto viewer = viewer_of(request, people_.who(request, now), now);
    const bool known = !viewer.user.login.empty();
    if (request.path == "/login")
        return {reads ? known ? HttpResponse::redirect("/queue")
                              : login_page(request, viewer, 200, {})
                      : log_in(request, viewer)};
    if (!known) {
        if (reads)
            return {
                HttpResponse::redirect(cat("/login?back=", percent_encode(address_of(request))))};
        return {login_page(request, viewer, 401, viewer.words.at("login.ended"))};
    }
    auto served = serve_known(request, viewer);
    // What a page asks of itself while somebody types is no look at anything.
    if (request.path != "/typed/check")
        served.visit = visit_of(request, viewer.user, served.response.status, now);
    return served;
}

Site::Served Site::serve_known(const HttpRequest& request, const Viewer& viewer) {
    const bool own_affairs = AccountPages::has(request.path) || request.path == "/logout" ||
                             request.path == "/preferences";
    if (!own_affairs && account_.must_set_up(viewer.user))
        return {HttpResponse::redirect("/account")};
    if (TypedPages::has(request.path) && !may_take_orders(viewer.user.role))
        return {refused_page(viewer, {"not_allowed", "this role takes no orders"}, 0, {})};
    if (request.reads()) return {get(request, viewer)};
    if (const auto refused = refuse_form(request, viewer.token))
        return {notice_page(viewer, {.status = 403,
                                     .heading = viewer.words.at("refused.title"),
                                     .text = viewer.words.at(cat("refused.", *refused)),
                                     .link = "/queue",
                                     .link_words = viewer.words.at("ui.to_queue")})};
    if (!is_sound(request))
        return {notice_page(viewer, {.status = 400,
                                     .heading = viewer.words.at("refused.title"),
                                     .text = viewer.words.at("refused.bad_value"),
                                     .link = "/queue",
                                     .link_words = viewer.words.at("ui.to_queue")})};
    if (request.path == "/logout") return {log_out(request, viewer)};
    if (request.path == "/preferences") return {save_preferences(request, viewer)};
    if (AccountPages::has(request.path))
        return {shown_or_refused(account_.post(request, viewer), viewer, "/account")};
    if (request.path == "/typed/check") return {typed_.check(request, viewer)};
    if (request.path == "/typed") {
        auto taken = typed_.take(request, viewer);
        return {std::move(taken.response), taken.committed};
    }
    if (BaseDataPages::has(request.path))
        return {shown_or_refused(base_data_.post(request, viewer), viewer, "/base-data")};
    if (TeachPages::has(request.path))
        return {shown_or_refused(teach_.post(request, viewer), viewer)};
    if (request.path == "/silence/known")
        return {shown_or_refused(silence_known(store_, viewer, request), viewer, "/home")};
    if (request.path == "/filters")
        return go_on(keep_filter(store_, viewer.user,
                                 {.name = request.field("name"),
                                  .query = request.field("query"),
                                  .shared = request.field("shared") == "on"}),
                     request, viewer);
    if (request.path == "/filters/remove")
        return go_on(remove_filter(store_, viewer.user, request.field("name")), request, viewer);
    if (AlikePages::has(request.path)) {
        auto answered = alike_.post(request, viewer);
        const bool committed = answered.has_value();
        return {shown_or_refused(std::move(answered), viewer), committed};
    }
    if (request.path.starts_with("/case/"))
        return post_case(request, viewer, request.path.substr(6));
    if (OrderPages::has(request.path))
        return go_on(orders_.post(request, viewer, desk_), request, viewer);
    if (ComplaintPages::has(request.path))
        return go_on(complaints_.post(request, viewer), request, viewer);
    return {notice_page(viewer, {.status = 404,
                                 .heading = viewer.words.at("refused.not_found"),
                                 .link = "/queue",
                                 .link_words = viewer.words.at("ui.to_queue")})};
}

// ── log-in ───────────────────────────────────────────────────────────────────────────────────────

HttpResponse Site::login_page(const HttpRequest& request, const Viewer& viewer, int status,
                              const std::string& notice, const std::string& ticket) const {
    auto token = cookie_of(request, login_cookie);
    const bool fresh = token.size() != 64;
    if (fresh) token = random_hex(32);
    Dictionary page("login");
    fill_frame(page, viewer, viewer.words.at("login.title"));
    put(page, "CSRF", form_token(token));
    const auto back = request.asked("back");
    put(page, "BACK", safe_path(back.empty() ? request.field("back") : back));
    if (ticket.empty())
        put(*page.AddSectionDictionary("PASSWORD"), "LOGIN", request.field("login").substr(0, 100));
    else
        put(*page.AddSectionDictionary("CODE"), "TICKET", ticket);
    put_if(page, "NOTICE", notice);
    auto response = HttpResponse::page(pages_.render("login", viewer.words, page), status);
    if (fresh)
        response.headers.emplace_back("Set-Cookie", set_cookie(request, login_cookie, token));
    return response;
}

HttpResponse Site::log_in(const HttpRequest& request, const Viewer& viewer) {
    if (refuse_form(request, cookie_of(request, login_cookie)) || !is_sound(request))
        return login_page(request, viewer, 403, viewer.words.at("login.again"));
    if (!request.field("ticket").empty()) return give_code(request, viewer);
    const auto done = people_.log_in(request.field("login"), request.field("password"),
                                     client_address(request), viewer.now);
    if (!done) {
        const bool often = done.error() == LoginRefused::too_often;
        return login_page(request, viewer, often ? 429 : 401,
                          viewer.words.at(often ? "login.too_often" : "login.wrong"));
    }
    return done->in ? come_in(request, *done->in)
                    : login_page(request, viewer, 200, {}, done->ticket);
}

HttpResponse Site::give_code(const HttpRequest& request, const Viewer& viewer) {
    const auto ticket = request.field("ticket");
    const auto in =
        people_.give_code(ticket, request.field("code"), client_address(request), viewer.now);
    if (in) return come_in(request, *in);
    switch (in.error()) {
    case LoginRefused::code_wrong:
        return login_page(request, viewer, 401, viewer.words.at("login.code_wrong"), ticket);
    case LoginRefused::too_often:
        return login_page(request, viewer, 429, viewer.words.at("login.too_often"));
    case LoginRefused::wrong:
    case LoginRefused::too_late:
        break;
    }
    return login_page(request, viewer, 401, viewer.words.at("login.too_late"));
}

HttpResponse Site::come_in(const HttpRequest& request, const SignedIn& in) const {
    auto response = HttpResponse::redirect(safe_path(request.field("back")));
    response.headers.emplace_back("Set-Cookie",
                                  set_cookie(request, session_cookie_name(request), in.token));
    response.headers.emplace_back("Set-Cookie",
                                  set_cookie(request, login_cookie, "", "; Max-Age=0"));
    return response;
}

HttpResponse Site::log_out(const HttpRequest& request, const Viewer& viewer) {
    people_.log_out(viewer.token);
    auto response = HttpResponse::redirect("/login");
    response.headers.emplace_back(
        "Set-Cookie", set_cookie(request, session_cookie_name(request), "", "; Max-Age=0"));
    return response;
}

HttpResponse Site::save_preferences(const HttpRequest& request, const Viewer& viewer) {
    auto response = HttpResponse::redirect(safe_path(request.field("back")));
    const auto keep = [&](const char* name, std::span<const std::string_view> choices) {
        if (const auto chosen = chosen_of(choices, request.field(name)))
            response.headers.emplace_back("Set-Cookie", set_cookie(request, name, *chosen, a_year));
    };
    keep("theme", themes);
    keep("size", text_sizes);
    keep("rest", rest_minutes);
    if (request.form.contains("preferences"))
        response.headers.emplace_back(
            "Set-Cookie",
            set_cookie(request, "keys", request.field("keys") == "on" ? "on" : "off", a_year));
    const auto language = request.field("language");
    if (std::ranges::find(page_languages, language) != page_languages.end()) {
        auto user = viewer.user;
        user.language = language;
        store_.save_user(user);
        response.headers.emplace_back("Set-Cookie",
                                      set_cookie(request, "language", language, a_year));
    }
    return response;
}

// ── looking ──────────────────────────────────────────────────────────────────────────────────────

HttpResponse Site::get(const HttpRequest& request, const Viewer& viewer) {
    const auto& path = request.path;
    if (path == "/") return HttpResponse::redirect("/queue");
    if (path == "/home") return HttpResponse::page(home_page(pages_, viewer, store_));
    if (path.starts_with(customer_pages))
        return shown_or_refused(
            customer_page(pages_, viewer, customers_, teach_, path.substr(customer_pages.size())),
            viewer);
    if (path == "/queue")
        return HttpResponse::page(queue_page(pages_, viewer, desk_, store_, request));
    if (path == "/queue/end") return end_of_queue(viewer, QueuePlace::of(request.query));
    if (OrderPages::has(path)) return shown_or_refused(orders_.get(request, viewer), viewer);
    if (ComplaintPages::has(path))
        return shown_or_refused(complaints_.get(request, viewer), viewer);
    if (ReportPages::has(path)) return shown_or_refused(reports_.get(request, viewer), viewer);
    if (BaseDataPages::has(path)) return shown_or_refused(base_data_.get(request, viewer), viewer);
    if (TeachPages::has(path)) return shown_or_refused(teach_.get(request, viewer), viewer);
    if (path == "/account") return account_.get(viewer);
    if (path == "/access")
        return shown_or_refused(access_page(pages_, viewer, store_, request), viewer);
    if (TypedPages::has(path)) return shown_or_refused(typed_.get(request, viewer), viewer);
    if (AlikePages::has(path)) return shown_or_refused(alike_.get(request, viewer), viewer);
    if (path.starts_with("/case/")) return get_case(request, viewer, path.substr(6));
    return notice_page(viewer, {.status = 404,
                                .heading = viewer.words.at("refused.not_found"),
                                .link = "/queue",
                                .link_words = viewer.words.at("ui.to_queue")});
}

HttpResponse Site::shown_or_refused(std::expected<HttpResponse, DeskRefused> shown,
                                    const Viewer& viewer, const std::string& back) {
    if (shown) return std::move(*shown);
    if (back.empty()) return refused_page(viewer, shown.error(), 0, {});
    auto notice = notice_of(shown.error(), viewer.words);
    notice.link = back;
    notice.link_words = viewer.words.at("ui.look_again");
    return notice_page(viewer, notice);
}

HttpResponse Site::get_case(const HttpRequest& request, const Viewer& viewer,
                            const std::string& rest) {
    const auto place = QueuePlace::of(request.query);
    const auto asked = number_and_verb(rest);
    if (asked && asked->verb == "raw") return original(viewer, asked->number);
    if (!asked || !asked->verb.empty()) return refused_page(viewer, {"not_found", ""}, 0, place);
    const auto view = desk_.open(asked->number, viewer.now);
    if (!view) return refused_page(viewer, view.error(), 0, place);
    return HttpResponse::page(case_page(pages_, viewer, desk_, teach_, *view, place));
}

// As it came.
HttpResponse Site::original(const Viewer& viewer, std::int64_t case_id) {
    const auto found = store_.find_case(case_id);
    auto message = found ? store_.message(found->message_id, true) : std::nullopt;
    if (!message) return refused_page(viewer, {"not_found", ""}, 0, {});
    return HttpResponse::file(
        cat(found->case_no, "-", message->file_name.empty() ? "message.eml" : message->file_name),
        std::move(message->bytes));
}

HttpResponse Site::end_of_queue(const Viewer& viewer, const QueuePlace& place) {
    const auto& words = viewer.words;
    const auto left = desk_.queue_size();
    const auto query = query_of(place.filter);
    Notice notice{
        .heading = words.at("end.title"), .link = "/queue", .link_words = words.at("ui.to_queue")};
    notice.text = left == 0       ? words.at("end.all_done")
                  : query.empty() ? words.at("end.top_again")
                                  : words.fill("end.others", {{"n", std::to_string(left)}});
    return notice_page(viewer, notice);
}

// Why not, in the reader's words where there are any; where the way on goes is the caller's.
Site::Notice Site::notice_of(const DeskRefused& refused, const Strings& words) {
    const auto key = cat("refused.", refused.code);
    Notice notice{.status = refusal_status(refused.code),
                  .heading = words.at("refused.title"),
                  .text = words.at_or(key, refused.text)};
    if (!words.has(key) || refused.code == "bad_value" || refused.code == "claimed")
        notice.detail = refused.text;
    return notice;
}

// Back to where the form stood, or why not with the way back to it.
Site::Served Site::go_on(const std::expected<std::string, DeskRefused>& done,
                         const HttpRequest& request, const Viewer& viewer) {
    if (done) return {HttpResponse::redirect(*done), true};
    auto notice = notice_of(done.error(), viewer.words);
    notice.link = safe_path(request.path.substr(0, request.path.rfind('/')));
    notice.link_words = viewer.words.at("ui.look_again");
    return {notice_page(viewer, notice)};
}

// ── deciding ─────────────────────────────────────────────────────────────────────────────────────

Site::Served Site::post_case(const HttpRequest& request, const Viewer& viewer,
                             const std::string& rest) {
    const auto place = QueuePlace::of_query(request.field("queue"));
    const auto asked = number_and_verb(rest);
    if (!asked) return {refused_page(viewer, {"not_found", ""}, 0, place)};
    const auto acted = act_on_case(desk_, viewer, asked->number, asked->verb, request);
    if (!acted) return {refused_page(viewer, acted.error(), asked->number, place)};
    if (acted->then == Acted::Then::stay)
        return {HttpResponse::redirect(case_address(asked->number, place)), acted->committed};
    auto next = next_in_queue(desk_, place, asked->number);
    if (!next && !place.cursor.empty())
        next = next_in_queue(desk_, {place.filter, {}}, asked->number);
    const auto query = query_of(place.filter);
    return {HttpResponse::redirect(next ? address_of_row(*next, place)
                                        : cat("/queue/end", query.empty() ? "" : "?", query)),
            acted->committed};
}

HttpResponse Site::refused_page(const Viewer& viewer, const DeskRefused& refused,
                                std::int64_t case_id, const QueuePlace& place) {
    const auto& words = viewer.words;
    auto notice = notice_of(refused, words);
    notice.link = case_id == 0 ? "/queue" : case_address(case_id, place);
    notice.link_words = words.at(case_id == 0 ? "ui.to_queue" : "ui.look_again");
    if (refused.code == "changed_meanwhile") {
        // What somebody else did, newest first: that is what the person wants to know.
        constexpr std::size_t last_few = 5;
        const auto events = store_.events(case_id);
        for (std::size_t i = 0; i < std::min(events.size(), last_few); ++i) {
            const auto& event = events[events.size() - 1 - i];
            notice.facts.push_back(
                cat(format_moment(event.at, viewer.zone, words), " · ", event.step.actor, " · ",
                    words.at_or(cat("event.", event.step.event), event.step.event),
                    event.step.reason.empty() ? "" : cat(" · ", event.step.reason)));
        }
    }
    return notice_page(viewer, notice);
}

HttpResponse Site::notice_page(const Viewer& viewer, const Notice& notice) const {
    Dictionary page("notice");
    fill_frame(page, viewer, notice.heading);
    put(page, "HEADING", notice.heading);
    put_if(page, "TEXT", notice.text);
    put_if(page, "DETAIL", notice.detail);
    put(page, "LINK", notice.link);
    put(page, "LINK_WORDS", notice.link_words);
    for (const auto& fact : notice.facts)
        put(*page.AddSectionDictionary("FACT"), "WORDS", fact);
    return HttpResponse::page(pages_.render("notice", viewer.words, page), notice.status);
}

} // namespace besteld
