// SPDX-License-Identifier: Apache-2.0
#include "flow/take_reply.hpp"

#include "flow/apply_answer.hpp"
#include "flow/commit.hpp"
#include "flow/look_up.hpp"
#include "flow/named_cases.hpp"
#include "flow/resume.hpp"
#include "flow/way_back.hpp"

#include "base/text.hpp"
#include "order/noted.hpp"
#include "parsers/text/answer_grammar.hpp"

#include <algorithm>

namespace besteld {

namespace {

// Who the mail is from, whatever it says of others.
Identification sender_of(Store& store, const Origins& origins) {
    OrderDraft nobody;
    nobody.format = "text";
    Origins head_only = origins;
    head_only.parts = nullptr;
    return identify_sender(store, nobody, head_only);
}

// An address on file that may order, and a sender whom our own mail server does not doubt where the
// customer's mail is signed (CK-A04).
bool may_speak(Store& store, const FlowSettings& settings, const Case& the_case,
               const Origins& origins) {
    const auto customer =
        store.load_terms(settings.seller, {.customer_no = the_case.order.customer_no}).customer;
    if (!customer) return false;
    const auto proof = origins.proof.proof;
    const bool doubtful = proof == SenderProof::failed ||
                          (proof == SenderProof::unauthenticated && customer->trusted_dkim);
    if (doubtful) return false;
    const std::string& from = origins.mail->from.address;
    if (equal_ignoring_case(from, customer->order_mail)) return true;
    return std::ranges::any_of(customer->contacts, [&](const Contact& contact) {
        return contact.may_order && equal_ignoring_case(contact.mail, from);
    });
}

std::string body_of(const Reading& reading) {
    std::string body;
    for (const auto& part : reading.parts)
        if (part.read_as == "body") body += cat(part.text, "\n");
    return body;
}

// Whatever is attached is more than an answer by number.
bool has_attachment(const Reading& reading) {
    return std::ranges::any_of(reading.parts, &PartInfo::attachment);
}

parsers::ReadAnswer read_words(const Reading& reading, const std::vector<Question>& questions) {
    const std::string body = body_of(reading);
    std::vector<std::size_t> choices;
    for (const auto& question : questions)
        choices.push_back(
            question.effects.size() == question.choices.size() ? question.choices.size() : 0);
    return parsers::read_answer(
        {.body = body, .subject = reading.mail->subject, .sender_name = reading.mail->from.name},
        choices);
}

void take_answer(Store& store, const FlowSettings& settings, const ReplyLink& link,
                 const Reading& reading, Instant now) {
    const auto asked = last_question(store, link.the_case.id);
    const auto questions = asked ? asked->answer.questions : std::vector<Question>{};
    const auto read = read_words(reading, questions);
    const CustomerAnswer answer{
        .picks = read.picks, .quote = read.words, .from = cat("mail from ", link.from)};
    const bool of_this_question =
        asked && link.mark == ReplyMark{.kind = 'Q', .number = asked->answer.question_no};
    std::string why;
    if (!of_this_question)
        why = "it answers another mail than the last question";
    else if (!link.registered)
        why = "the sender is not on file as one who may decide, or is not proven";
    else if (has_attachment(reading))
        why = "something is attached to it";
    else if (read.said != parsers::Said::picks)
        why = "it is not an answer by number alone";
    else if (apply_answer(store, settings, link.the_case, questions, answer, now))
        return;
    else
        why = "what it asks for is not for the customer alone to decide";
    if (!hand_to_clerk(store, settings, link.the_case, answer, cat(link.by, "; ", why), now))
        throw StoreFault(cat("the answer to ", link.the_case.case_no, " was refused"));
}

// T23 and T24's gentler sister: a plain yes is the consent, a plain no goes to a clerk (T25)
// because what the customer wants instead nobody knows yet.
bool take_word_on_proposal(Store& store, const FlowSettings& settings, const ReplyLink& link,
                           const Reading& reading, Instant now) {
    const bool of_this = link.mark == ReplyMark{.kind = 'R', .number = link.the_case.revision};
    const auto read = read_words(reading, {});
    const bool plain =
        (read.said == parsers::Said::consent || read.said == parsers::Said::refusal) &&
        !has_attachment(reading);
    if (!of_this || !link.registered || !plain) return false;
    const auto message = store.message(link.the_case.message_id, false);
    const auto first_reading = store.reading(link.the_case.message_id);
    if (!message || !first_reading) return false;
    Case the_case = link.the_case;
    auto submission = submission_of(store, settings, the_case, *message, *first_reading);
    submission.history.revision = the_case.revision;
    const bool yes = read.said == parsers::Said::consent;
    const Command command{
        .kind = yes ? CommandKind::consent : CommandKind::counter,
        .role = Role::customer,
        .actor = the_case.order.customer_no,
        .reason = cat("mail from ", link.from, ": \"", read.words, "\" (", link.by, ")")};
    const Judgement judgement = judge(store, settings, submission, command, now);
    return judgement.decision &&
           commit_decision(store, settings, the_case, judgement, *judgement.decision, now);
}

} // namespace

FoundReply find_reply(Store& store, const FlowSettings& settings, const Reading& reading,
                      const Origins& origins) {
    if (!reading.mail) return {};
    const auto named = cases_named(store, reading);
    if (named.cases.empty())
        return named.forged ? FoundReply{{}, "its reply token is none of ours"} : FoundReply{};
    const NamedCase& first = named.cases.front();
    for (const auto& other : named.cases)
        if (other.the_case.id != first.the_case.id)
            return {{},
                    cat("it names several cases: ", first.the_case.case_no, " and ",
                        other.the_case.case_no)};
    const Case& the_case = first.the_case;
    const auto who = sender_of(store, origins);
    const bool same = !the_case.order.customer_no.empty() && who.conflict.empty() &&
                      who.score >= sure_score && who.customer_no == the_case.order.customer_no;
    if (!same)
        return {{},
                cat("it answers ", the_case.case_no, " of customer ", the_case.order.customer_no,
                    " (", first.by, "), but comes from ", origins.mail->from.address, ", who is ",
                    who.customer_no.empty() ? "nobody we know" : who.customer_no)};
    return {ReplyLink{.the_case = the_case,
                      .mark = first.mark,
                      .by = first.by,
                      .from = origins.mail->from.address,
                      .registered = may_speak(store, settings, the_case, origins)},
            {}};
}

bool take_reply(Store& store, const FlowSettings& settings, const ReplyLink& link,
                const Reading& reading, Instant now) {
    if (link.the_case.state == OrderState::awaiting_customer) {
        take_answer(store, settings, link, reading, now);
        return true;
    }
    return link.the_case.state == OrderState::proposed &&
           take_word_on_proposal(store, settings, link, reading, now);
}

void note_reply(Store& store, const ReplyLink& link, std::int64_t message_id, Instant now) {
    store.add_events(link.the_case.id, message_id,
                     {noted(link.the_case.state,
                            {.event = "note.added",
                             .reason = cat("mail from ", link.from, " (", link.by, ") is message ",
                                           message_id, " and a case of its own")})},
                     now);
}

void name_order(OrderDraft& draft, const ReplyLink& link) {
    const auto& of = link.the_case;
    const bool named = std::ranges::any_of(
        draft.references, [](const Reference& r) { return r.type == "seller_order"; });
    if (named || draft.document_class == DocumentClass::order) return;
    draft.references.push_back(
        {.type = "seller_order",
         .value = {.value = of.official_no.empty() ? of.case_no : of.official_no,
                   .origin = Origin::derived},
         .line = {}});
}

} // namespace besteld
