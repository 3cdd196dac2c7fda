// SPDX-License-Identifier: Apache-2.0
#include "web/answer_page.hpp"

#include "base/text.hpp"
#include "web/format.hpp"
#include "web/origin.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::size_t longest_token = 100;
constexpr std::size_t longest_words = 2'000;

HttpResponse not_to_be_listed(std::string html, int status) {
    return {.status = status,
            .content_type = "text/html; charset=utf-8",
            .body = std::move(html),
            .headers = {{"X-Robots-Tag", "noindex, nofollow"}}};
}

void fill_frame(Dictionary& page, const Strings& words) {
    put(page, "LANG", words.language());
    put(page, "THEME", "system");
    put(page, "KEYS", "off");
    put(page, "TITLE", words.at("answer.title"));
    show(page, "UNLISTED", Shown::yes);
}

// The line as the buyer numbers it, or its place.
std::string line_of(const Question& question) {
    return question.line ? std::to_string(*question.line + 1) : std::string{};
}

void fill_question(Dictionary& page, const Question& question, std::size_t number,
                   const Strings& words) {
    auto& one = *page.AddSectionDictionary("QUESTION");
    put(one, "NUMBER", static_cast<std::int64_t>(number));
    put(one, "FIELD", cat("q", number));
    put(one, "TEXT",
        question.free_text.empty()
            ? words.at_or(cat("ask.", question.check), words.at("ask.default"))
            : question.free_text);
    put_if(one, "LINE", line_of(question));
    put_if(one, "QUOTE", question.quote);
    if (question.effects.size() != question.choices.size()) return;
    char letter = 'A';
    for (const auto& choice : question.choices) {
        auto& offered = *one.AddSectionDictionary("CHOICE");
        const std::string its_letter(1, letter < 'Z' ? letter++ : 'Z');
        put(offered, "LETTER", its_letter);
        put(offered, "WORDS", format_value(choice, words));
    }
}

std::vector<std::optional<std::size_t>> picks_of(const HttpRequest& form, const Answer& question) {
    std::vector<std::optional<std::size_t>> picks;
    for (std::size_t i = 0; i < question.questions.size(); ++i) {
        const std::string letter = form.field(cat("q", i + 1));
        const bool one = letter.size() == 1 && letter.front() >= 'A' && letter.front() <= 'Z';
        const auto choice = one ? static_cast<std::size_t>(letter.front() - 'A') : 0;
        if (one && choice < question.questions[i].choices.size())
            picks.emplace_back(choice);
        else
            picks.emplace_back(std::nullopt);
    }
    return picks;
}

std::string language_of(const HttpRequest& request, const DoorView& view) {
    if (!view.question.language.empty()) return view.question.language;
    return to_lower_ascii(request.header("accept-language")).substr(0, 2);
}

} // namespace

AnswerPage::AnswerPage(Store& store, const FlowSettings& flow, const Pages& pages)
    : door_(store, flow), pages_(pages) {}

HttpResponse AnswerPage::told(int status, const Strings& words, std::string_view key) const {
    Dictionary page("answered");
    fill_frame(page, words);
    put(page, "HEADING", words.at("answer.title"));
    put(page, "TEXT", words.at(key));
    return not_to_be_listed(pages_.render("answered", words, page), status);
}

HttpResponse AnswerPage::page(const DoorView& view, const std::string& token, const Strings& words,
                              const std::string& notice) const {
    const Answer& question = view.question;
    Dictionary page("answer");
    fill_frame(page, words);
    put(page, "ACTION", cat("/a/", token));
    put(page, "CASE", question.case_no);
    put_if(page, "BUYER_ORDER", question.buyer_order_no);
    put_if(page, "NOTICE", notice);
    if (question.answer_by) put_if(page, "ANSWER_BY", format_day(*question.answer_by, words));
    for (std::size_t i = 0; i < question.questions.size(); ++i)
        fill_question(page, question.questions[i], i + 1, words);
    return not_to_be_listed(pages_.render("answer", words, page), notice.empty() ? 200 : 422);
}

AnswerPage::Served AnswerPage::serve(const HttpRequest& request, Instant now) {
    const std::string token = request.path.substr(3).substr(0, longest_token);
    const std::string address = client_address(request);
    const bool reads = request.reads();
    if (!guard_.may_try(address, address, now))
        return {told(429, pages_.words(language_of(request, {})), "login.too_often")};
    const DoorView view = door_.look(token, now);
    const Strings& words = pages_.words(language_of(request, view));
    if (view.state == DoorState::unknown) {
        guard_.failed(address, address, now);
        return {told(404, words, "answer.unknown")};
    }
    if (view.state == DoorState::closed) return {told(410, words, "answer.closed")};
    if (reads) return {page(view, token, words, {})};
    const std::string said = request.field("words");
    if (!is_same_origin(request) || said.size() > longest_words || !is_utf8(said) ||
        said.contains('\0'))
        return {page(view, token, words, words.at("answer.again"))};
    switch (door_.answer(token, {.picks = picks_of(request, view.question), .words = said}, now)) {
    case DoorOutcome::refused:
        return {told(410, words, "answer.closed")};
    case DoorOutcome::empty:
        return {page(view, token, words, words.at("answer.incomplete"))};
    case DoorOutcome::carried_out:
        return {told(200, words, "answer.thanks"), true};
    case DoorOutcome::for_clerk:
        return {told(200, words, "answer.thanks_clerk"), true};
    }
    return {told(404, words, "answer.unknown")};
}

} // namespace besteld
