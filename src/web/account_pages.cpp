// SPDX-License-Identifier: Apache-2.0
#include "web/account_pages.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/format.hpp"
#include "web/one_time_code.hpp"
#include "web/password.hpp"
#include "web/people.hpp"
#include "web/qr_drawing.hpp"

namespace besteld {

namespace {

constexpr std::string_view below_account = "/account/";
constexpr int recovery_codes = 10;

} // namespace

bool AccountPages::has(const std::string& path) {
    return path == "/account" || path.starts_with(below_account);
}

bool AccountPages::must_set_up(const User& user) {
    return required_.contains(user.role) && !factors_.find(user.login);
}

HttpResponse AccountPages::shown(Dictionary& page, const Viewer& viewer, int status) {
    fill_frame(page, viewer, viewer.words.at("account.title"));
    show(page, "REQUIRED", shown_if(must_set_up(viewer.user)));
    return HttpResponse::page(pages_.render("account", viewer.words, page), status);
}

HttpResponse AccountPages::get(const Viewer& viewer) {
    Dictionary page("account");
    page.AddSectionDictionary("PASSWORD");
    if (const auto factor = factors_.find(viewer.user.login)) {
        auto& on = *page.AddSectionDictionary("ON");
        put(on, "SINCE", format_moment(factor->since, viewer.zone, viewer.words));
        put(on, "LEFT", factors_.recovery_left(viewer.user.login));
        show(on, "MAY_REMOVE", shown_if(!required_.contains(viewer.user.role)));
    } else {
        page.AddSectionDictionary("OFF");
    }
    return shown(page, viewer);
}

HttpResponse AccountPages::set_up(const std::string& secret, const Viewer& viewer, int status) {
    Dictionary page("account");
    auto& form = *page.AddSectionDictionary("SET_UP");
    const auto drawing = qr_drawing(otpauth_address(issuer_, viewer.user.login, secret));
    put(form, "SIDE", std::int64_t{drawing.side});
    put(form, "QR", drawing.path);
    put(form, "SECRET", secret);
    show(form, "WRONG", shown_if(status != 200));
    show(form, "REPLACES", shown_if(factors_.find(viewer.user.login).has_value()));
    return shown(page, viewer, status);
}

std::expected<HttpResponse, DeskRefused> AccountPages::post(const HttpRequest& request,
                                                            const Viewer& viewer) {
    if (!request.path.starts_with(below_account)) return refuse("not_found", "");
    const auto verb = request.path.substr(below_account.size());
    if (verb == "begin") return set_up(new_totp_secret(), viewer);
    if (verb == "confirm") return confirm(request, viewer);
    if (verb == "remove") return remove(request, viewer);
    if (verb == "password") return change_password(request, viewer);
    return refuse("not_found", "");
}

// The secret came with the page that drew it; a code of it shows that the device has it.
AccountPages::Served AccountPages::confirm(const HttpRequest& request, const Viewer& viewer) {
    const auto secret = request.field("secret");
    if (!is_totp_secret(secret)) return refuse("bad_value", "the secret");
    const auto step = totp_step(secret, request.field("code"), viewer.now);
    if (!step) return set_up(secret, viewer, 422);
    const bool has_one = factors_.find(viewer.user.login).has_value();
    if (has_one && !take_code(store_, viewer.user.login, request.field("present_code"), viewer.now))
        return refuse("code_wrong", "the code of the present device does not fit");
    std::vector<std::string> codes, hashes;
    for (int i = 0; i < recovery_codes; ++i) {
        codes.push_back(new_recovery_code());
        hashes.push_back(recovery_hash(codes.back()));
    }
    factors_.save(viewer.user.login, {.secret = secret, .last_step = *step, .since = viewer.now},
                  hashes);
    store_.end_other_sessions(viewer.user.login, sha256_hex(viewer.token));
    note({.event = "user.second_factor_on"}, viewer);
    Dictionary page("account");
    auto& done = *page.AddSectionDictionary("CODES");
    for (const auto& code : codes)
        put(*done.AddSectionDictionary("CODE"), "WORDS", code);
    return shown(page, viewer);
}

AccountPages::Served AccountPages::remove(const HttpRequest& request, const Viewer& viewer) {
    const auto& login = viewer.user.login;
    if (required_.contains(viewer.user.role))
        return refuse("not_allowed", "this role logs in with a second factor");
    if (!take_code(store_, login, request.field("code"), viewer.now))
        return refuse("code_wrong", "the code does not fit");
    factors_.remove(login);
    note({.event = "user.second_factor_off"}, viewer);
    return HttpResponse::redirect("/account");
}

AccountPages::Served AccountPages::change_password(const HttpRequest& request,
                                                   const Viewer& viewer) {
    const auto old = request.field("old"), fresh = request.field("new");
    if (old.size() > longest_password || fresh.size() > longest_password ||
        fresh.size() < shortest_password)
        return refuse("password_short", "a password has twelve characters or more");
    auto user = viewer.user;
    if (!password_fits(user.password_hash, old))
        return refuse("password_wrong", "the present password does not fit");
    user.password_hash = hash_password(fresh);
    store_.save_user(user);
    store_.end_other_sessions(user.login, sha256_hex(viewer.token));
    note({.event = "user.password_changed"}, viewer);
    return HttpResponse::redirect("/account");
}

void AccountPages::note(Step step, const Viewer& viewer) {
    step.role = viewer.user.role;
    step.actor = viewer.user.login;
    store_.add_events(0, 0, {std::move(step)}, viewer.now);
}

} // namespace besteld
