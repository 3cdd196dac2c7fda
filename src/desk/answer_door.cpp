// SPDX-License-Identifier: Apache-2.0
#include "desk/answer_door.hpp"

#include "flow/apply_answer.hpp"
#include "flow/way_back.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr std::size_t longest_words = 2'000;

// The whole of the last day counts.
bool is_over(const Answer& question, const Seller& seller, Instant now) {
    return question.answer_by && Zone(seller.zone).date_of(now) > *question.answer_by;
}

std::string chosen(const DoorAnswer& answer) {
    std::string out;
    for (std::size_t i = 0; i < answer.picks.size(); ++i)
        if (answer.picks[i])
            out += cat(i + 1, static_cast<char>('A' + static_cast<int>(*answer.picks[i])), " ");
    return out;
}

} // namespace

struct AnswerDoor::Opened {
    Case the_case;
    std::vector<Question> questions;
};

AnswerDoor::AnswerDoor(Store& store, FlowSettings settings)
    : store_(store), settings_(std::move(settings)) {}

std::optional<AnswerDoor::Opened> AnswerDoor::open(std::string_view text, Instant now,
                                                   DoorView& view) {
    const auto tokens = find_reply_tokens(text, TokenUse::link);
    if (tokens.size() != 1 || !equal_ignoring_case(to_text(tokens.front()), text))
        return std::nullopt;
    const auto& token = tokens.front();
    auto the_case = store_.find_case_by_no(token.case_no);
    if (!the_case || the_case->case_no != token.case_no || the_case->order.customer_no.empty() ||
        !is_genuine(token, store_.secret(), TokenUse::link, the_case->order.customer_no))
        return std::nullopt;
    const auto asked = last_question(store_, the_case->id);
    if (!asked) return std::nullopt;
    view.state = DoorState::closed;
    view.question = asked->answer;
    if (token.mark != mark_of(asked->answer) || the_case->state != OrderState::awaiting_customer ||
        is_over(asked->answer, settings_.seller, now))
        return std::nullopt;
    view.state = DoorState::open;
    return Opened{std::move(*the_case), asked->answer.questions};
}

DoorView AnswerDoor::look(std::string_view token, Instant now) {
    DoorView view;
    open(token, now, view);
    return view;
}

DoorOutcome AnswerDoor::answer(std::string_view token, const DoorAnswer& answer, Instant now) {
    const std::string words(trim(std::string_view(answer.words).substr(0, longest_words)));
    DoorOutcome outcome = DoorOutcome::refused;
    store_.in_transaction([&] {
        DoorView view;
        const auto opened = open(token, now, view);
        if (!opened) return;
        const auto chose = [](const auto& pick) { return pick.has_value(); };
        const bool all = answer.picks.size() == opened->questions.size() &&
                         std::ranges::all_of(answer.picks, chose);
        if (!all && words.empty()) {
            outcome = DoorOutcome::empty;
            return;
        }
        CustomerAnswer said{.quote = to_valid_utf8(words), .from = "the answer page"};
        if (all && words.empty()) {
            for (const auto& pick : answer.picks)
                said.picks.push_back(*pick);
            if (apply_answer(store_, settings_, opened->the_case, opened->questions, said, now)) {
                outcome = DoorOutcome::carried_out;
                return;
            }
        }
        said.quote = cat(chosen(answer), said.quote);
        const std::string_view why = words.empty()
                                         ? "what was chosen is not for the customer alone to decide"
                                         : "with words of his own";
        if (hand_to_clerk(store_, settings_, opened->the_case, said, std::string(why), now))
            outcome = DoorOutcome::for_clerk;
    });
    return outcome;
}

} // namespace besteld
