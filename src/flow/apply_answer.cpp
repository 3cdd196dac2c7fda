// SPDX-License-Identifier: Apache-2.0
#include "flow/apply_answer.hpp"

#include "flow/commit.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

// "1A: 108 XRO; 2B: ST-02"
std::string words_of(const std::vector<Question>& questions, const CustomerAnswer& answer) {
    std::vector<std::string> picked;
    for (std::size_t i = 0; i < answer.picks.size(); ++i)
        picked.push_back(cat(i + 1, static_cast<char>('A' + static_cast<int>(answer.picks[i])),
                             ": ", questions[i].choices[answer.picks[i]]));
    return join(picked, "; ");
}

void put_in(Case& the_case, const ChoiceEffect& effect, const std::string& reason) {
    std::erase_if(the_case.corrections, [&](const Correction& old) {
        return old.field == effect.field && old.line == effect.line;
    });
    the_case.corrections.push_back({.field = effect.field,
                                    .line = effect.line,
                                    .value = effect.value,
                                    .actor = the_case.order.customer_no,
                                    .reason = reason});
}

bool resolve(Case& the_case, const Question& question, const ChoiceEffect& effect,
             const std::string& reason, Instant now) {
    const auto about = std::ranges::find_if(the_case.findings, [&](const Finding& finding) {
        return name_of(finding.check) == question.check && finding.line == question.line &&
               finding.ordered == question.ordered && finding.agreed == question.agreed;
    });
    if (about == the_case.findings.end()) return false;
    const auto listed = std::ranges::find(about->ways_out, effect.resolution, &WayOut::resolution);
    if (listed == about->ways_out.end() ||
        refuse_resolution(*about, effect.resolution, Role::clerk, reason))
        return false;
    about->resolved = Resolved{effect.resolution, the_case.order.customer_no, reason, to_iso(now)};
    return true;
}

bool judge_and_commit(Store& store, const FlowSettings& settings, Case the_case, CommandKind kind,
                      const std::string& reason, Instant now) {
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading) return false;
    const auto submission = submission_of(store, settings, the_case, *message, *reading);
    const Command command{.kind = kind,
                          .role = Role::customer,
                          .actor = the_case.order.customer_no,
                          .reason = reason};
    const Judgement judgement = judge(store, settings, submission, command, now);
    return judgement.decision &&
           commit_decision(store, settings, the_case, judgement, *judgement.decision, now);
}

} // namespace

bool is_answered_by_letters(const std::vector<Question>& questions) {
    return !questions.empty() && std::ranges::all_of(questions, [](const Question& question) {
        return !question.choices.empty() && question.effects.size() == question.choices.size();
    });
}

bool apply_answer(Store& store, const FlowSettings& settings, const Case& the_case,
                  const std::vector<Question>& questions, const CustomerAnswer& answer,
                  Instant now) {
    if (!is_answered_by_letters(questions) || answer.picks.size() != questions.size()) return false;
    if (the_case.state != OrderState::awaiting_customer) return false;
    Case changed = the_case;
    for (std::size_t i = 0; i < questions.size(); ++i)
        if (answer.picks[i] >= questions[i].effects.size()) return false;
    const std::string reason = cat(answer.from, ": ", words_of(questions, answer));
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const ChoiceEffect& effect = questions[i].effects[answer.picks[i]];
        if (!effect.field.empty())
            put_in(changed, effect, reason);
        else if (!resolve(changed, questions[i], effect, reason, now))
            return false;
    }
    const std::string said = answer.quote.empty() ? reason : cat(reason, " \"", answer.quote, "\"");
    return judge_and_commit(store, settings, std::move(changed), CommandKind::judge, said, now);
}

bool hand_to_clerk(Store& store, const FlowSettings& settings, const Case& the_case,
                   const CustomerAnswer& answer, const std::string& why, Instant now) {
    return judge_and_commit(store, settings, the_case, CommandKind::note_answer,
                            cat(answer.from, ": \"", answer.quote, "\" (", why, ")"), now);
}

} // namespace besteld
