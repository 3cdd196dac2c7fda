// SPDX-License-Identifier: Apache-2.0
#include "flow/service.hpp"

#include "flow/commit.hpp"
#include "flow/complaints.hpp"
#include "flow/resume.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/mail_domain.hpp"
#include "order/build_answer.hpp"
#include "order/order_status.hpp"
#include "order/walk.hpp"

#include <algorithm>

namespace besteld {

namespace {

// A registered address of this customer: what merely shares the domain is no authority.
bool is_on_file(const Judgement& judgement, const std::string& address) {
    const auto& customer = judgement.terms.customer;
    if (!customer || address.empty()) return false;
    const auto is = [&](const std::string& known) { return equal_ignoring_case(known, address); };
    return is(customer->order_mail) ||
           std::ranges::any_of(customer->contacts, is, &Contact::mail) ||
           std::ranges::any_of(judgement.terms.hits, [&](const IdentityHit& hit) {
               return hit.identity.kind == "mail" && hit.customer_no == customer->no &&
                      is(hit.identity.value);
           });
}

std::string why_sender_is_not_enough(const Judgement& judgement, const Origins& origins) {
    if (!origins.mail) return {}; // a file: check_sender holds its sender against the profile
    const std::string& from = origins.mail->from.address;
    if (!is_on_file(judgement, from)) return cat(from, " is no registered address");
    const bool free = is_free_mail_domain(registrable_domain(domain_of(from)));
    if (free && origins.proof.proof != SenderProof::proven)
        return cat(from, " is a free mail address and nothing proves the sender");
    return {};
}

AnswerFrame frame_of(const Judgement& judgement, const Submission& submission, Instant now) {
    return {judgement.order, judgement.terms, submission.answer_context, submission.history, now};
}

// The clerk reads in the finding why nobody answered by itself.
void explain_to_clerk(Decision& decision, const std::string& why) {
    for (auto& finding : decision.findings)
        if (finding.check == Check::document_not_an_order) finding.trace = why;
}

void add_receipt(std::vector<Answer>& answers, const AnswerFrame& frame) {
    auto receipts = technical_answers(frame);
    answers.insert(answers.begin(), std::make_move_iterator(receipts.begin()),
                   std::make_move_iterator(receipts.end()));
}

std::string late_words(const std::vector<Answer>& answers, const Judgement& judgement,
                       Instant now) {
    const Date today = Zone(judgement.terms.seller.zone).date_of(now);
    std::vector<std::string> late;
    if (!answers.empty())
        for (const auto& status : answers.front().statuses)
            for (auto& words : overdue_in(status, today))
                late.push_back(std::move(words));
    return late.empty() ? std::string{}
                        : cat("; overdue, a complaint may follow: ", join(late, ", "));
}

std::string names_of(const std::vector<Case>& orders) {
    std::vector<std::string> names;
    for (const Case& order : orders)
        names.push_back(order.official_no.empty() ? order.case_no : order.official_no);
    return join(names, ", ");
}

std::vector<std::string> beside(Store& store, const Case& the_case) {
    const auto reading = store.reading(the_case.message_id);
    return reading ? numbers_beside(*reading, the_case.document) : std::vector<std::string>{};
}

} // namespace

bool is_service_request(const OrderDraft& draft) {
    return draft.document_class == DocumentClass::order_status ||
           draft.document_class == DocumentClass::complaint;
}

std::string why_for_a_person(const Judgement& judgement, const Submission& submission,
                             const MeantOrders& meant) {
    if (judgement.order.customer_no.empty()) return "the customer is not certain";
    std::vector<std::string> open;
    for (const auto& finding : judgement.findings)
        if (is_open(finding) && finding.check != Check::document_not_an_order)
            open.emplace_back(name_of(finding.check));
    if (!open.empty()) return cat("still to be decided: ", join(open, ", "));
    if (!submission.answer_context.no_answer_because.empty())
        return submission.answer_context.no_answer_because;
    if (auto why = why_sender_is_not_enough(judgement, submission.origins); !why.empty())
        return why;
    return meant.why_not;
}

Decision closing(const Judgement& judgement, const Submission& submission, Role role,
                 const std::string& actor, const std::string& reason, Instant now) {
    Decision decision{.findings = judgement.findings};
    Walk walk(submission.history);
    if (const auto refused = walk.step(OrderEvent::answered, role, actor, reason))
        throw StoreFault(cat("a question cannot be closed: ", refused->text));
    decision.state = walk.state();
    decision.steps = walk.take_steps();
    for (auto& finding : decision.findings)
        if (is_open(finding))
            finding.resolved = Resolved{Resolution::dismiss, actor, reason, to_iso(now)};
    return decision;
}

std::int64_t serve(Store& store, const FlowSettings& settings, const StoredMessage& message,
                   const Reading& reading, std::uint32_t document, Submission submission,
                   Instant now) {
    const bool complaint = submission.draft.document_class == DocumentClass::complaint;
    // The receipt of an order would be the wrong words; everything else is decided as for any
    // document that is none.
    const std::string no_answer = submission.answer_context.no_answer_because;
    submission.answer_context.no_answer_because = "a question or a complaint has its own answer";
    Judgement judgement = judge(store, settings, submission, Command{}, now);
    if (!judgement.decision)
        throw StoreFault(cat("a first judgement was refused: ", judgement.decision.error().text));
    submission.answer_context.no_answer_because = no_answer;
    const auto meant = judgement.order.customer_no.empty()
                           ? MeantOrders{}
                           : find_meant_orders(store, judgement.order.customer_no, submission.draft,
                                               numbers_beside(reading, document));
    std::string why = why_for_a_person(judgement, submission, meant);
    Case the_case{.message_id = message.id,
                  .document = document,
                  .draft = submission.draft,
                  .received_at = message.received_at};
    if (complaint)
        return take_complaint(store, settings, the_case, submission, judgement, meant,
                              why_for_a_person(judgement, submission, MeantOrders{}), now);
    const AnswerFrame frame = frame_of(judgement, submission, now);
    std::vector<Answer> answers;
    if (why.empty()) answers = status_answers(store, frame, meant.orders, Cause::daemon);
    if (why.empty() && answers.empty()) why = "there is no address on file to answer to";
    Decision decision = *judgement.decision;
    if (why.empty()) {
        decision = closing(judgement, submission, Role::system, "besteld",
                           cat(names_of(meant.orders), late_words(answers, judgement, now)), now);
        add_receipt(answers, frame);
        decision.answers = std::move(answers);
    } else {
        explain_to_clerk(decision, why);
    }
    commit_decision(store, settings, the_case, judgement, decision, now);
    return the_case.id;
}

// ── a person's part ──────────────────────────────────────────────────────────────────────────────
std::expected<PreparedAnswer, CommandRefused>
prepare_answer(Store& store, const FlowSettings& settings, const Case& the_case, Instant now) {
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading)
        return std::unexpected(CommandRefused{"not_found", "the message of this case is gone"});
    const auto submission = submission_of(store, settings, the_case, *message, *reading);
    const Judgement judgement = judge(store, settings, submission, Command{}, now);
    if (judgement.order.customer_no.empty())
        return std::unexpected(
            CommandRefused{"customer_unknown", "first say whose question it is: set customer"});
    const auto meant = find_meant_orders(store, judgement.order.customer_no, the_case.draft,
                                         numbers_beside(*reading, the_case.document));
    PreparedAnswer prepared{.orders = meant.orders,
                            .why_for_a_person = why_for_a_person(judgement, submission, meant)};
    if (!meant.orders.empty())
        prepared.answers = status_answers(store, frame_of(judgement, submission, now), meant.orders,
                                          Cause::person);
    return prepared;
}

std::optional<CommandRefused> answer_question(Store& store, const FlowSettings& settings,
                                              Case& the_case,
                                              const std::vector<std::string>& numbers, Role role,
                                              const std::string& actor, Instant now) {
    if (the_case.draft.document_class != DocumentClass::order_status)
        return CommandRefused{"wrong_state", "this case is no question about an order"};
    const auto message = store.message(the_case.message_id, false);
    const auto reading = store.reading(the_case.message_id);
    if (!message || !reading)
        return CommandRefused{"not_found", "the message of this case is gone"};
    auto submission = submission_of(store, settings, the_case, *message, *reading);
    const Judgement judgement = judge(store, settings, submission, Command{}, now);
    if (judgement.order.customer_no.empty())
        return CommandRefused{"customer_unknown", "first say whose question it is: set customer"};
    // Whoever chooses the orders chooses among this customer's: nobody is told of another's.
    OrderDraft named = the_case.draft;
    if (!numbers.empty()) {
        named.order_number.reset();
        named.references.clear();
        for (const auto& number : numbers)
            named.references.push_back({"order", Field{.value = number}, {}});
    }
    const auto meant =
        find_meant_orders(store, judgement.order.customer_no, named, beside(store, the_case));
    if (!meant.why_not.empty()) return CommandRefused{"not_found", meant.why_not};
    auto answers =
        status_answers(store, frame_of(judgement, submission, now), meant.orders, Cause::person);
    if (answers.empty())
        return CommandRefused{"not_allowed", "there is no address on file to answer to"};
    const auto allowed =
        next(the_case.state, OrderEvent::answered, {.role = role, .has_official_number = false});
    if (!allowed) return CommandRefused{"wrong_state", allowed.error().text};
    Decision decision = closing(judgement, submission, role, actor, names_of(meant.orders), now);
    decision.answers = std::move(answers);
    if (!commit_decision(store, settings, the_case, judgement, decision, now))
        return CommandRefused{"changed_meanwhile",
                              "the case was changed by somebody else; look at it again"};
    return std::nullopt;
}

} // namespace besteld
