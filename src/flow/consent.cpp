// SPDX-License-Identifier: Apache-2.0
#include "flow/consent.hpp"

#include "flow/commit.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"
#include "order/build_answer.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

std::string response_named(const OrderDraft& draft) {
    const auto named = std::ranges::find(draft.references, "response", &Reference::type);
    return named == draft.references.end() ? std::string{} : named->value.value;
}

bool differs(const MaybeField& stated, Decimal proposed) {
    if (!stated) return false;
    const auto number = Decimal::parse(stated->value);
    return !number || *number != proposed;
}

const AnswerLine* line_meant(const LineDraft& line, const Answer& proposal) {
    for (const auto& offered : proposal.lines) {
        if (line.original_line && line.original_line->value == offered.buyer_line) return &offered;
        if (!line.original_line && line.gtin && line.gtin->value == offered.gtin) return &offered;
    }
    return nullptr;
}

bool says_the_same(const LineDraft& line, const AnswerLine& offered) {
    if (line.action == LineAction::add || line.action == LineAction::remove) return false;
    if (differs(line.quantity, offered.quantity) || differs(line.unit_price, offered.price))
        return false;
    if (differs(line.price_base_quantity, offered.price_base)) return false;
    if (line.gtin && !offered.gtin.empty() && line.gtin->value != offered.gtin) return false;
    const bool dated = line.requested && line.requested->value.start;
    return !dated ||
           (offered.promised && to_iso(*offered.promised) == *line.requested->value.start);
}

// The proposal that is on the table: the case's last revision.
std::optional<Answer> proposal_of(Store& store, const Case& the_case) {
    for (const auto& row : store.outbox_of_case(the_case.id))
        if (row.answer.kind == AnswerKind::proposal && row.answer.revision == the_case.revision)
            return row.answer;
    return std::nullopt;
}

bool is_from_its_customer(Store& store, const Origins& origins, const OrderDraft& draft,
                          const Case& the_case) {
    const auto keys = look_up_keys(draft, origins, {});
    const auto who = identify_customer(draft, origins, store.find_identities(keys.identities), {});
    const bool same_number =
        keys.buyer_order_key.empty() || keys.buyer_order_key == the_case.order.buyer_order_key;
    return same_number && who.conflict.empty() && who.score >= sure_score &&
           who.customer_no == the_case.order.customer_no;
}

// The change's own interchange gets its receipt (CONTRL) as any other does, ahead of what follows.
void add_receipt(Judgement& judgement, const Submission& submission, const AnswerContext& received,
                 Instant now) {
    AnswerContext context = received;
    context.case_no = submission.answer_context.case_no;
    auto receipts =
        technical_answers({judgement.order, judgement.terms, context, submission.history, now});
    auto& answers = judgement.decision->answers;
    answers.insert(answers.begin(), std::make_move_iterator(receipts.begin()),
                   std::make_move_iterator(receipts.end()));
}

} // namespace

bool repeats_proposal(const OrderDraft& change, const Answer& proposal) {
    std::set<std::uint32_t> named;
    for (const auto& line : change.lines) {
        const AnswerLine* offered = line_meant(line, proposal);
        if (!offered || !says_the_same(line, *offered)) return false;
        named.insert(offered->index);
    }
    // Silence about a deviation is no consent to it, and a header's cannot be said in a change's
    // lines.
    return !named.empty() && std::ranges::all_of(proposal.deviations, [&](const Deviation& d) {
        return d.preagreed || (d.line && named.contains(*d.line));
    });
}

std::optional<std::int64_t> take_consent(Store& store, const FlowSettings& settings,
                                         const Origins& origins, const OrderDraft& draft,
                                         const AnswerContext& received, Instant now) {
    const std::string response = response_named(draft);
    if (draft.document_class != DocumentClass::order_change || response.empty())
        return std::nullopt;
    auto the_case = store.find_case_by_no(response);
    if (!the_case || the_case->official_no != response || the_case->state != OrderState::proposed)
        return std::nullopt;
    const auto proposal = proposal_of(store, *the_case);
    if (!proposal || !is_from_its_customer(store, origins, draft, *the_case) ||
        !repeats_proposal(draft, *proposal))
        return std::nullopt;
    const auto message = store.message(the_case->message_id, false);
    const auto reading = store.reading(the_case->message_id);
    if (!message || !reading) return std::nullopt;
    auto submission = submission_of(store, settings, *the_case, *message, *reading);
    submission.history.revision = the_case->revision;
    const Command consent{.kind = CommandKind::consent,
                          .role = Role::customer,
                          .actor = the_case->order.customer_no,
                          .reason =
                              cat(draft.message_type, " ",
                                  draft.document_id ? draft.document_id->value : std::string(),
                                  " repeats the proposal")};
    Judgement judgement = judge(store, settings, submission, consent, now);
    if (!judgement.decision) return std::nullopt;
    add_receipt(judgement, submission, received, now);
    if (!commit_decision(store, settings, *the_case, judgement, *judgement.decision, now))
        return std::nullopt;
    return the_case->id;
}

} // namespace besteld
