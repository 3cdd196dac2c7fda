// SPDX-License-Identifier: Apache-2.0
#include "flow/inside_question.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>

namespace besteld {

namespace {

const WayOut* way_for_warehouse(const Finding& finding) {
    const auto way = std::ranges::find_if(finding.ways_out, &WayOut::warehouse_says);
    return way == finding.ways_out.end() ? nullptr : &*way;
}

bool waits_for_warehouse(const Finding& finding) {
    return is_open(finding) && way_for_warehouse(finding) != nullptr;
}

// "line 2: quantity 72 -> 108"
std::string wish_of(const Finding& finding) {
    return finding.line ? cat("line ", *finding.line + 1, ": ", finding.ordered) : finding.ordered;
}

// Keys end with the change's case number: "SO-26-000001/1/question/warehouse/IN-26-000007".
std::optional<Case> change_asked_about(Store& store, const HandOffRow& asked) {
    const auto slash = asked.what.key.rfind('/');
    if (asked.what.kind != HandOffKind::question || slash == std::string::npos) return std::nullopt;
    const auto number = asked.what.key.substr(slash + 1);
    auto found = store.find_case_by_no(number);
    return found && found->case_no == number ? found : std::nullopt;
}

void add_note(Store& store, const Case& change, const std::string& channel,
              const std::string& reason, Instant now) {
    store.add_events(change.id, change.message_id,
                     {noted(change.state, {.event = "hand_off.answered",
                                           .role = Role::warehouse,
                                           .actor = channel,
                                           .reason = reason})},
                     now);
}

} // namespace

void ask_about_change(Store& store, const FlowSettings& settings, const Case& change,
                      const Case& order, Instant now) {
    std::vector<std::string> wishes;
    for (const auto& finding : change.findings)
        if (waits_for_warehouse(finding)) wishes.push_back(wish_of(finding));
    if (wishes.empty()) return;
    const InsideQuestion question{.target = HandOffTarget::warehouse,
                                  .subject = change.case_no,
                                  .text = cat("The customer wants to change ", order.official_no,
                                              ": ", join(wishes, "; "),
                                              ". Can it still be done? Answer yes or no."),
                                  .answer_by = now + settings.hand_off.answer_within};
    if (const auto key = ask_inside(store, settings, order, question, now))
        store.add_events(change.id, change.message_id,
                         {noted(change.state, {.event = "hand_off.asked", .reason = *key})}, now);
}

void take_answer_about_change(Store& store, const HandOffRow& asked, const Feedback& said,
                              const std::string& channel, Instant now) {
    auto change = change_asked_about(store, asked);
    if (!change) return;
    const std::string reason =
        cat("the warehouse says ", said.said, said.note.empty() ? "" : ": ", said.note);
    const bool open = change->state == OrderState::in_review;
    for (auto& finding : change->findings) {
        if (!open || !waits_for_warehouse(finding)) continue;
        const auto way =
            said.said == "yes" ? way_for_warehouse(finding)->resolution : Resolution::reject;
        finding.resolved = Resolved{way, channel, reason, to_iso(now)};
    }
    if (open && !store.save_case(*change))
        throw StoreFault(cat("case ", change->case_no, " was changed by somebody else"));
    add_note(store, *change, channel, reason, now);
}

} // namespace besteld
