// SPDX-License-Identifier: Apache-2.0
#include "flow/process_message.hpp"

#include "flow/change.hpp"
#include "flow/commit.hpp"
#include "flow/consent.hpp"
#include "flow/etiquette.hpp"
#include "flow/inside_question.hpp"
#include "flow/interchange_gaps.hpp"
#include "flow/service.hpp"
#include "flow/take_automatic.hpp"
#include "flow/take_reply.hpp"
#include "flow/take_reports.hpp"

#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "order/receipts.hpp"

#include <algorithm>

namespace besteld {

namespace {

// K1 of domain.md 5.4: the same mail twice is one message, whatever mailbox or copy it came from.
std::string mail_identity(const MailHead& mail) {
    const auto at = mail.from.address.find('@');
    return cat(mail.message_id, " ",
               at == std::string::npos ? std::string_view{}
                                       : std::string_view(mail.from.address).substr(at + 1));
}

// K2: interchange sender, receiver and reference, as far as the standard has them; where a
// partner's references come again by right, with the day or the round that this one is of.
std::string interchange_identity(const Envelope& e, const std::string& turn) {
    return cat(e.standard, " ", e.sender, " ", e.receiver, " ", e.interchange_ref,
               e.test ? " test" : "", turn);
}

struct Repeat {
    std::int64_t first = 0; // the message that had the identity before
    std::string what;
    bool changed = false; // the same identity over other content: never taken in silence
};

// An identity is claimed twice: together with the content it stands for, and alone. Both known: a
// repeat. Only the identity known: somebody used it again for something else.
std::optional<Repeat> claim(Store& store, const StoredMessage& message, const std::string& kind,
                            const std::string& key, const std::string& content) {
    const auto same = store.claim_identity(kind + "+content", cat(key, " ", content), message.id);
    if (same && *same != message.id) return Repeat{*same, cat(kind, " ", key), false};
    const auto first = store.claim_identity(kind, key, message.id);
    if (first && *first != message.id) return Repeat{*first, cat(kind, " ", key), true};
    return std::nullopt;
}

// What a mail says apart from its head: relays add to the head on every way.
std::string content_of(const Reading& reading) {
    std::string all;
    for (const auto& part : reading.parts)
        all += part.sha256;
    return sha256_hex(all);
}

std::string content_of(const Reading& reading, const OrderDraft& document,
                       const StoredMessage& message) {
    return document.part < reading.parts.size() ? reading.parts[document.part].sha256
                                                : message.sha256;
}

std::optional<Repeat> find_repeated_interchange(Store& store, const FlowSettings& settings,
                                                const StoredMessage& message,
                                                const Envelope& envelope,
                                                const std::string& content) {
    const auto turn = turn_of(store, settings, message, envelope);
    // The same bytes are the same interchange, also when its numbers have begun anew meanwhile.
    if (turn.before)
        if (const auto first = store.claim_identity(
                "interchange+content",
                cat(interchange_identity(envelope, *turn.before), " ", content), message.id))
            return Repeat{*first, cat("interchange ", envelope.interchange_ref), false};
    return claim(store, message, "interchange", interchange_identity(envelope, turn.name), content);
}

// The first identity that another message has already, if any.
std::optional<Repeat> find_repeat(Store& store, const FlowSettings& settings,
                                  const StoredMessage& message, const Reading& reading) {
    if (reading.mail && !reading.mail->message_id.empty())
        if (auto repeat =
                claim(store, message, "mail", mail_identity(*reading.mail), content_of(reading)))
            return repeat;
    for (const auto& document : reading.documents) {
        if (document.envelope.interchange_ref.empty() || document.envelope.sender.empty()) continue;
        if (auto repeat = find_repeated_interchange(store, settings, message, document.envelope,
                                                    content_of(reading, document, message)))
            return repeat;
    }
    return std::nullopt;
}

// Our own mail, come back by a forwarding or a loop.
bool is_from_us(const Seller& seller, const MailHead& mail) {
    return std::ranges::any_of(seller.mail_addresses, [&](const std::string& ours) {
        return equal_ignoring_case(ours, mail.from.address);
    });
}

Step message_step(std::string number, std::string event, std::string reason) {
    return {.number = std::move(number), .event = std::move(event), .reason = std::move(reason)};
}

bool is_first_of_interchange(const Reading& reading, std::uint32_t index) {
    const auto same = [](const Envelope& a, const Envelope& b) {
        return a.sender == b.sender && a.receiver == b.receiver &&
               a.interchange_ref == b.interchange_ref;
    };
    for (std::uint32_t i = 0; i < index && index < reading.documents.size(); ++i)
        if (same(reading.documents[i].envelope, reading.documents[index].envelope)) return false;
    return true;
}

// domain.md T03: a mail that may be somebody else's than it says, or that carries what no order
// does.
bool looks_unsafe(const Reading& reading, const std::vector<Finding>& findings) {
    constexpr Check unsafe[] = {Check::sender_not_authentic, Check::sender_domain_looks_alike,
                                Check::dangerous_attachment};
    return reading.mail && std::ranges::any_of(findings, [&](const Finding& f) {
               return is_open(f) && std::ranges::find(unsafe, f.check) != std::end(unsafe);
           });
}

struct OpenedCase {
    std::int64_t id = 0;
    bool unsafe = false;
};

OpenedCase open_case(Store& store, const FlowSettings& settings, const StoredMessage& message,
                     const Reading& reading, std::uint32_t index, const OrderDraft& draft,
                     MessageState because_of, Instant now) {
    Submission submission{.draft = draft,
                          .answer_context = answer_context_of(settings, reading, draft, message),
                          .origins = origins_of(settings, message, reading)};
    // What is wrong with the message as a whole is shown with its first document.
    if (index == 0 && !reading.documents.empty())
        submission.draft.problems.insert(submission.draft.problems.end(), reading.problems.begin(),
                                         reading.problems.end());
    // T03: what looks wrong as a message is answered by nobody before a person looked.
    if (because_of == MessageState::quarantined)
        submission.answer_context.no_answer_because = "the message is quarantined";
    submission.answer_context.first_of_message = is_first_of_interchange(reading, index);
    submission.answer_context.reading = &reading;
    if (because_of == MessageState::done && is_service_request(draft)) {
        const auto id = serve(store, settings, message, reading, index, std::move(submission), now);
        const auto opened = store.find_case(id);
        return {id, opened && looks_unsafe(reading, opened->findings)};
    }
    const auto changed = order_changed_by(store, submission.draft, submission.origins);
    if (changed) submission.changes = as_it_stands(store, *changed, submission.draft, 0);
    Case the_case{.message_id = message.id,
                  .document = index,
                  .draft = submission.draft,
                  .received_at = message.received_at};
    const Judgement judgement = commit_first_verdict(store, settings, the_case, submission, now);
    if (changed) {
        store.link_case(the_case.id, "changes", changed->id, changed->revision);
        pass_on_to_order(store, settings, the_case, judgement, submission.answer_context, now);
        ask_about_change(store, settings, the_case, *changed, now);
    }
    return {the_case.id, looks_unsafe(reading, judgement.decision->findings)};
}

MessageOutcome give_to_person(Store& store, const FlowSettings& settings,
                              const StoredMessage& message, const Reading& reading,
                              MessageState state, std::string note, Instant now) {
    MessageOutcome outcome{.state = state, .note = std::move(note)};
    outcome.cases.push_back(
        open_case(store, settings, message, reading, 0, stand_in_for(reading), state, now).id);
    return outcome;
}

// A technical answer to us, or a mail that no person wrote: kept and linked, but nobody's work.
std::string why_ignored(const Reading& reading) {
    const bool nothing_asked = std::ranges::all_of(reading.documents, [](const OrderDraft& d) {
        return d.document_class == DocumentClass::other;
    });
    if (nothing_asked && reading.mail && !reading.mail->no_answer_because.empty())
        return cat("an automatic mail without an order: ", reading.mail->no_answer_because);
    const bool only_receipts = !reading.documents.empty() &&
                               std::ranges::all_of(reading.documents, [](const OrderDraft& d) {
                                   return d.message_type == "CONTRL" || d.message_type == "997" ||
                                          d.message_type == "999" || d.message_type == "TA1";
                               });
    return only_receipts ? "a technical receipt for something we sent" : "";
}

bool orders_something(const Reading& reading) {
    return std::ranges::any_of(reading.documents, [](const OrderDraft& document) {
        return document.document_class == DocumentClass::order ||
               document.document_class == DocumentClass::order_change ||
               document.document_class == DocumentClass::order_cancellation ||
               document.document_class == DocumentClass::order_status ||
               document.document_class == DocumentClass::complaint;
    });
}

bool is_of_the_text(const Reading& reading, const OrderDraft& document) {
    return document.part < reading.parts.size() && reading.parts[document.part].read_as == "body";
}

// What answers a mail of ours: its text is taken as the answer where one is awaited.
enum class TextIs { a_document, taken };

TextIs take_as_reply(Store& store, const FlowSettings& settings, const FoundReply& found,
                     const StoredMessage& message, Reading& reading, MessageOutcome& outcome,
                     Instant now) {
    if (!orders_something(reading)) reading.mail->no_answer_because = "it is about a mail of ours";
    if (!found.not_joined.empty()) {
        // Never joined: a case of its own, with the reason where the clerk looks first.
        reading.problems.push_back(
            {.severity = Severity::error,
             .code = "reply.not_joined",
             .text = cat("not joined to an earlier case: ", found.not_joined),
             .hint = "ask the customer; join nothing by hand unless he says "
                     "whose order it is"});
        return TextIs::a_document;
    }
    if (take_reply(store, settings, *found.link, reading, now)) {
        outcome.cases.push_back(found.link->the_case.id);
        outcome.note = cat("answers ", found.link->the_case.case_no);
        return TextIs::taken;
    }
    note_reply(store, *found.link, message.id, now);
    for (auto& document : reading.documents)
        if (is_of_the_text(reading, document)) name_order(document, *found.link);
    return TextIs::a_document;
}

MessageOutcome take_in(Store& store, const FlowSettings& settings, const StoredMessage& message,
                       const Reading& reading, Instant now) {
    store.store_reading(message.id, reading);
    if (!message.note.empty()) {
        // Intake could not take the whole of it: what is here must not pass for the customer's
        // message.
        Reading partial{.format = reading.format, .mail = reading.mail, .parts = reading.parts};
        partial.problems.push_back({.severity = Severity::error,
                                    .code = "message.incomplete",
                                    .text = message.note,
                                    .hint = "look at the original where it came from"});
        return give_to_person(store, settings, message, partial, MessageState::quarantined,
                              message.note, now);
    }
    if (settings.feedback_channels.contains(message.channel))
        return take_reports(store, settings, message, reading, now);
    if (const auto repeat = find_repeat(store, settings, message, reading)) {
        const std::string note = cat("repeats message ", repeat->first, " (", repeat->what, ")");
        if (!repeat->changed) return {.state = MessageState::duplicate, .note = note};
        Reading changed = reading;
        changed.problems.push_back(
            {.severity = Severity::error,
             .code = repeat->what.starts_with("interchange ") ? std::string(used_again_code)
                                                              : "message.identity_used_again",
             .text = cat(note, " with other content"),
             .hint = "compare both; ask the sender which of them holds. Begins he "
                     "anew every day: numbering = \"daily\" in his profile"});
        return give_to_person(store, settings, message, changed, MessageState::quarantined, note,
                              now);
    }
    follow_numbers(store, settings, message, reading, now);
    const bool automatic = is_automatic(settings, reading);
    if (automatic)
        if (auto about = take_automatic(store, reading, message.id, now))
            return {.state = MessageState::ignored, .note = std::move(*about)};
    if (auto reason = why_ignored(reading); !reason.empty())
        return {.state = MessageState::ignored, .note = std::move(reason)};
    MessageOutcome outcome;
    const Origins origins = origins_of(settings, message, reading);
    const FoundReply found =
        automatic ? FoundReply{} : find_reply(store, settings, reading, origins);
    // Somebody wrote, or a partner's system ordered: that may be answered. Words about a mail of
    // ours are no new order, and whoever wrote them need not be a person: they are for a clerk.
    const bool about_ours = found.link || !found.not_joined.empty();
    if (!automatic && (!about_ours || orders_something(reading)))
        store.earn_mails(message.id, mails_for_a_deed *
                                         std::max(1, static_cast<int>(reading.documents.size())));
    std::optional<Reading> changed;
    TextIs text = TextIs::a_document;
    if (found.link || !found.not_joined.empty())
        text =
            take_as_reply(store, settings, found, message, changed.emplace(reading), outcome, now);
    const Reading& known = changed ? *changed : reading;
    if (known.documents.empty() && text != TextIs::taken)
        return give_to_person(store, settings, message, known, MessageState::done,
                              "no document found", now);
    for (std::uint32_t i = 0; i < known.documents.size(); ++i) {
        const auto& document = known.documents[i];
        if (text == TextIs::taken && is_of_the_text(known, document)) continue;
        AnswerContext received = answer_context_of(settings, known, document, message);
        received.first_of_message = is_first_of_interchange(known, i);
        received.reading = &known;
        if (const auto consented =
                take_consent(store, settings, origins, document, received, now)) {
            outcome.cases.push_back(*consented);
            continue;
        }
        const auto opened =
            open_case(store, settings, message, known, i, document, outcome.state, now);
        outcome.cases.push_back(opened.id);
        if (!opened.unsafe) continue;
        outcome.state = MessageState::quarantined;
        outcome.note = "the sender or an attachment looks unsafe; nobody is answered";
    }
    return outcome;
}

MessageOutcome quarantine(Store& store, const FlowSettings& settings, const StoredMessage& message,
                          const ReaderFault& fault, Instant now) {
    Reading unreadable;
    unreadable.format = "unknown";
    unreadable.problems.push_back(
        {.severity = Severity::error,
         .code = std::string(reader_failed),
         .text = cat(fault.text, ", ", message.attempts, " times"),
         .hint = "open the original in a safe place; ask the customer to send it in another form"});
    store.store_reading(message.id, unreadable);
    return give_to_person(store, settings, message, unreadable, MessageState::quarantined,
                          fault.text, now);
}

} // namespace

OrderDraft stand_in_for(const Reading& reading) {
    OrderDraft draft;
    draft.format = reading.format;
    draft.message_type = reading.mail ? "mail" : "file";
    draft.document_class = DocumentClass::other;
    draft.problems = reading.problems;
    // Who sent it, so that the interchange as such can be refused (CONTRL, TA1).
    if (!reading.documents.empty()) draft.envelope = reading.documents.front().envelope;
    if (draft.problems.empty())
        draft.problems.push_back(
            {.severity = Severity::error,
             .code = "message.no_document",
             .text = "no order was found in it",
             .hint = "read the source; type the order, or set the message aside"});
    return draft;
}

Origins origins_of(const FlowSettings& settings, const StoredMessage& message,
                   const Reading& reading) {
    const auto owner = settings.folder_owner.find(message.channel);
    return {.mail = reading.mail ? &*reading.mail : nullptr,
            .channel = message.channel,
            .message_sender = owner == settings.folder_owner.end() ? std::string{} : owner->second,
            .received_at = message.received_at,
            .parts = &reading.parts,
            .proof = reading.mail ? judge_sender(*reading.mail, settings.seller) : SenderVerdict{}};
}

AnswerContext answer_context_of(const FlowSettings& settings, const Reading& reading,
                                const OrderDraft& draft, const StoredMessage& message) {
    AnswerContext context{
        .envelope = draft.envelope,
        .draft = &draft,
        .received_at = message.received_at,
        .traffic = &profile_for(settings.partners, draft.envelope.sender, message.channel).traffic};
    if (reading.mail) {
        context.case_mail_id = reading.mail->message_id;
        context.subject = reading.mail->subject;
        context.references = reading.mail->references;
        context.no_answer_because = reading.mail->no_answer_because;
        if (is_from_us(settings.seller, *reading.mail))
            context.no_answer_because = "it comes from an address of our own";
    }
    return context;
}

std::optional<MessageOutcome> process_message(Store& store, const FlowSettings& settings,
                                              const StoredMessage& message,
                                              const std::expected<Reading, ReaderFault>& reading,
                                              Instant now) {
    if (!reading && message.attempts < attempts_before_quarantine) {
        log::warning("message.reader_failed", {{"message", message.id},
                                               {"attempt", std::int64_t{message.attempts}},
                                               {"reason", reading.error().text}});
        store.finish_message(message.id, MessageState::stored, message.note, message.fence);
        return std::nullopt;
    }
    MessageOutcome outcome;
    store.in_transaction([&] {
        outcome = reading ? take_in(store, settings, message, *reading, now)
                          : quarantine(store, settings, message, reading.error(), now);
        store.finish_message(message.id, outcome.state, outcome.note, message.fence);
        const bool kept = outcome.state == MessageState::done;
        if (!kept)
            store.add_events(
                0, message.id,
                {message_step(outcome.state == MessageState::quarantined ? "T03" : "T02",
                              outcome.state == MessageState::quarantined ? "message.quarantined"
                              : outcome.state == MessageState::duplicate ? "message.duplicate"
                                                                         : "message.ignored",
                              outcome.note)},
                now);
    });
    log::info("message.processed", {{"message", message.id},
                                    {"channel", message.channel},
                                    {"cases", static_cast<std::int64_t>(outcome.cases.size())},
                                    {"note", outcome.note}});
    return outcome;
}

} // namespace besteld
