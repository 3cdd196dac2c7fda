// SPDX-License-Identifier: Apache-2.0
#include "flow/resume.hpp"

#include "flow/change.hpp"
#include "flow/process_message.hpp"

namespace besteld {

Submission submission_of(Store& store, const FlowSettings& settings, const Case& the_case,
                         const StoredMessage& message, const Reading& reading) {
    Submission s{.draft = the_case.draft,
                 .corrections = the_case.corrections,
                 .decided = the_case.findings,
                 .history = {.case_id = the_case.id,
                             .state = the_case.state,
                             .has_official_number = !the_case.official_no.empty(),
                             .revision = the_case.revision + 1,
                             .editors = the_case.editors},
                 .answer_context = answer_context_of(settings, reading, the_case.draft, message),
                 .origins = origins_of(settings, message, reading)};
    for (auto& event : store.events(the_case.id))
        s.history.steps.push_back(std::move(event.step));
    s.answer_context.case_no = the_case.case_no;
    for (const auto& link : store.links_of(the_case.id)) {
        if (link.kind != "changes") continue;
        const auto order = store.find_case(link.other_id);
        if (!order) continue;
        s.changes = as_it_stands(store, *order, the_case.draft, the_case.id);
        // Lines may have moved since: what was put in by hand then must be put in again.
        if (order->revision != link.revision) s.corrections.clear();
    }
    return s;
}

Submission submission_as_it_came(const FlowSettings& settings, const Case& the_case,
                                 const StoredMessage& message, const Reading& reading) {
    return {.draft = the_case.draft,
            .corrections = the_case.corrections,
            .decided = {},
            .history = {.case_id = the_case.id},
            .answer_context = answer_context_of(settings, reading, the_case.draft, message),
            .origins = origins_of(settings, message, reading)};
}

} // namespace besteld
