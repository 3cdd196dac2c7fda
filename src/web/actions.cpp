// SPDX-License-Identifier: Apache-2.0
#include "web/actions.hpp"

#include "base/text.hpp"
#include "desk/refusals.hpp"
#include "web/format.hpp"
#include "web/whole_number.hpp"

namespace besteld {

namespace {

std::expected<Acted, DeskRefused> outcome(std::expected<std::int64_t, DeskRefused>&& done,
                                          Acted::Then then) {
    if (!done) return std::unexpected(std::move(done).error());
    return Acted{.then = then, .committed = true};
}

std::expected<Acted, DeskRefused> resolve(Desk& desk, const DeskAction& action,
                                          const HttpRequest& form) {
    const auto finding = whole<std::size_t>(form.field("finding"));
    const auto resolution = resolution_by_name(form.field("resolution"));
    if (!finding || !resolution) return refuse("not_found", "which finding, and how?");
    return outcome(desk.resolve(action, *finding, *resolution, form.field("reason")),
                   Acted::Then::stay);
}

// A value in the clerk's own notation becomes ours; what can be read in two ways is given back to
// him.
std::expected<std::string, DeskRefused>
typed_value(const std::string& field, const std::string& value, const Strings& words) {
    const bool number = field == "line.quantity" || field == "line.price";
    const bool day = field == "requested" || field == "line.requested";
    if (!number && !day) return std::string(trim(value));
    const auto plain = number ? number_typed(value, words.language()) : day_typed(value);
    if (!plain) return refuse("bad_value", cat("'", value, "'"));
    return *plain;
}

std::expected<Acted, DeskRefused> correct(Desk& desk, const DeskAction& action,
                                          const HttpRequest& form, const Strings& words) {
    Correction correction{.field = form.field("field"),
                          .line = {},
                          .value = {},
                          .actor = {},
                          .reason = form.field("reason")};
    auto value = typed_value(correction.field, form.field("value"), words);
    if (!value) return std::unexpected(std::move(value).error());
    correction.value = std::move(*value);
    if (correction.field.starts_with("line.")) {
        correction.line = whole<std::uint32_t>(form.field("line"));
        // A finding about the whole order that means a line's field means the order's.
        if (!correction.line && correction.field == "line.requested")
            correction.field = "requested";
    }
    return outcome(desk.correct(action, std::move(correction)), Acted::Then::stay);
}

std::expected<Acted, DeskRefused> ask(Desk& desk, const DeskAction& action,
                                      const HttpRequest& form) {
    std::vector<std::size_t> findings;
    const auto range = form.form.equal_range("finding");
    for (auto it = range.first; it != range.second; ++it)
        if (const auto finding = whole<std::size_t>(it->second)) findings.push_back(*finding);
    return outcome(desk.ask(action, findings, form.field("text")), Acted::Then::next);
}

} // namespace

std::expected<Acted, DeskRefused> act_on_case(Desk& desk, const Viewer& viewer,
                                              std::int64_t case_id, const std::string& verb,
                                              const HttpRequest& form) {
    const auto version = whole<std::int64_t>(form.field("version"));
    if (!version) return refuse("changed_meanwhile", "the form names no version");
    const DeskAction action{
        .case_id = case_id, .version = *version, .user = viewer.user, .now = viewer.now};
    if (verb == "resolve") return resolve(desk, action, form);
    if (verb == "correct") return correct(desk, action, form, viewer.words);
    if (verb == "ask") return ask(desk, action, form);
    if (verb == "unresolve") {
        const auto finding = whole<std::size_t>(form.field("finding"));
        if (!finding) return refuse("not_found", "which finding?");
        return outcome(desk.unresolve(action, *finding), Acted::Then::stay);
    }
    if (verb == "release") return outcome(desk.release(action), Acted::Then::next);
    if (verb == "approve") return outcome(desk.approve(action), Acted::Then::next);
    if (verb == "refuse")
        return outcome(desk.refuse_second(action, form.field("reason")), Acted::Then::next);
    if (verb == "reject")
        return outcome(desk.reject(action, form.field("reason")), Acted::Then::next);
    if (verb == "answered")
        return outcome(desk.note_answer(action, form.field("text")), Acted::Then::stay);
    if (verb == "consent")
        return outcome(desk.consent(action, form.field("text")), Acted::Then::next);
    if (verb == "decline")
        return outcome(desk.decline(action, form.field("text")), Acted::Then::next);
    if (verb == "counter")
        return outcome(desk.counter(action, form.field("text")), Acted::Then::stay);
    if (verb == "set_aside")
        return outcome(desk.set_aside(action, form.field("reason")), Acted::Then::next);
    if (verb == "cancel")
        return outcome(desk.cancel_order(action, form.field("reason")), Acted::Then::stay);
    if (verb == "expire") return outcome(desk.expire(action), Acted::Then::next);
    if (verb == "take_back") return outcome(desk.take_back(action), Acted::Then::stay);
    if (verb == "claim") {
        if (const auto claimed = desk.claim(action); !claimed)
            return std::unexpected(claimed.error());
        return Acted{.then = Acted::Then::stay, .committed = false};
    }
    return refuse("not_found", "there is no such action");
}

} // namespace besteld
