// SPDX-License-Identifier: Apache-2.0
#include "flow/inside_question.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>

namespace besteld {

namespace {

const WayOut* way_by_word_of(const Finding& finding, std::string_view target) {
    const auto way = std::ranges::find(finding.ways_out, target, &WayOut::word_of);
    return way == finding.ways_out.end() ? nullptr : &*way;
}

bool waits_for(const Finding& finding, std::string_view target) {
    return is_open(finding) && way_by_word_of(finding, target) != nullptr;
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

void add_note(Store& store, const Case& change, Role role, const std::string& channel,
              const std::string& reason, Instant now) {
    store.add_events(
        change.id, change.message_id,
        {noted(change.state,
               {.event = "hand_off.answered", .role = role, .actor = channel, .reason = reason})},
        now);
}

void ask(Store& store, const FlowSettings& settings, const Case& change, const Case& order,
         HandOffTarget target, Instant now) {
    std::vector<std::string> wishes;
    for (const auto& finding : change.findings)
        if (waits_for(finding, name_of(target))) wishes.push_back(wish_of(finding));
    if (wishes.empty()) return;
    const InsideQuestion question{.target = target,
                                  .subject = change.case_no,
                                  .text = cat("The customer wants to change ", order.official_no,
                                              ": ", join(wishes, "; "),
                                              ". Can it still be done? Answer yes or no."),
                                  .answer_by = now + settings.hand_off.answer_within};
    if (const auto key = ask_inside(store, settings, order, question, now))
        store.add_events(change.id, change.message_id,
                         {noted(change.state, {.event = "hand_off.asked", .reason = *key})}, now);
}

} // namespace

void ask_about_change(Store& store, const FlowSettings& settings, const Case& change,
                      const Case& order, Instant now) {
    for (const auto target : {HandOffTarget::warehouse, HandOffTarget::production})
        ask(store, settings, change, order, target, now);
}

void take_answer_about_change(Store& store, const HandOffRow& asked, const Feedback& said,
                              const std::string& channel, Instant now) {
    auto change = change_asked_about(store, asked);
    if (!change) return;
    const std::string_view target = name_of(asked.target);
    const std::string reason =
        cat(target, " says ", said.said, said.note.empty() ? "" : ": ", said.note);
    const bool open = change->state == OrderState::in_review;
    const bool agreed = said.said == "yes";
    for (auto& finding : change->findings) {
        if (!open || !waits_for(finding, target)) continue;
        const WayOut& way = *way_by_word_of(finding, target);
        if (agreed && way.lead_only) continue; // agreed here, but not theirs to grant
        finding.resolved =
            Resolved{agreed ? way.resolution : Resolution::reject, channel, reason, to_iso(now)};
    }
    if (open && !store.save_case(*change))
        throw StoreFault(cat("case ", change->case_no, " was changed by somebody else"));
    const bool of_warehouse = asked.target == HandOffTarget::warehouse;
    add_note(store, *change, of_warehouse ? Role::warehouse : Role::production, channel, reason,
             now);
}

} // namespace besteld
