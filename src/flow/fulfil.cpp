// SPDX-License-Identifier: Apache-2.0
#include "flow/fulfil.hpp"

#include "flow/despatch.hpp"
#include "flow/hand_off.hpp"
#include "flow/house_papers.hpp"
#include "flow/inside_question.hpp"
#include "flow/payment.hpp"
#include "flow/today.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/fulfil.hpp"
#include "order/invoicing.hpp"
#include "order/noted.hpp"
#include "store/deliveries.hpp"
#include "store/feedbacks.hpp"
#include "store/hand_offs.hpp"

namespace besteld {

namespace {

using Kind = FeedbackFate::Kind;

FeedbackFate refused(std::string text, std::string hint) {
    return {.kind = Kind::refused, .text = std::move(text), .hint = std::move(hint)};
}

// Gives the goods issue, if there was one, with its number.
std::optional<Delivery> write(Deliveries& deliveries, const FulfilmentChange& change,
                              const Feedback& said, std::int64_t case_id, int year) {
    if (change.picked_at) deliveries.mark_picked(case_id, *change.picked_at);
    if (change.rest_closed_at) deliveries.close_rest(case_id, *change.rest_closed_at);
    auto issued = change.delivery;
    if (issued)
        deliveries.add(*issued,
                       said.over_delivery ? Deliveries::Over::allowed : Deliveries::Over::refused,
                       year);
    if (change.arrived_at) deliveries.mark_arrived(change.arrived, *change.arrived_at);
    if (change.proof) deliveries.file_proof(*change.proof);
    if (change.invoiced_request != 0 && said.at)
        deliveries.record_invoice(change.invoiced_request, change.invoice_no, *said.at);
    return issued;
}

// Requests that are due now, and what follows from them.
void ask_for_invoices(Store& store, const FlowSettings& settings, Case& the_case,
                      std::vector<Step>& steps, Instant now) {
    Deliveries deliveries(store);
    auto known = deliveries.find(the_case.id);
    for (auto request : due_requests(*known, the_case.state, settings.hand_off.invoice_rule)) {
        request.requested_at = now;
        deliveries.add_request(request, year_at(settings, now));
        known = deliveries.find(the_case.id);
        steps.push_back(requested_step(*known, the_case.state, request));
        the_case.state = steps.back().to;
        send_invoice_request(store, settings, the_case, *known, request, now);
    }
    for (auto& step : settling_steps(*known, the_case.state)) {
        the_case.state = step.to;
        steps.push_back(std::move(step));
    }
}

void log_steps(const Case& the_case, const std::vector<Step>& steps) {
    for (const auto& step : steps)
        log::info(step.event, {{"case", the_case.case_no},
                               {"order", the_case.official_no},
                               {"from", name_of(step.from)},
                               {"to", name_of(step.to)},
                               {"actor", step.actor}});
}

// The case in its new state with the steps that led there, and what finance is to hear of it; all
// the steps.
std::vector<Step> save(Store& store, const FlowSettings& settings, Case& the_case,
                       std::vector<Step> steps, Instant now) {
    if (!steps.empty()) the_case.state = steps.back().to;
    ask_for_invoices(store, settings, the_case, steps, now);
    if (!store.save_case(the_case))
        throw StoreFault(cat("case ", the_case.case_no, " was changed by somebody else"));
    store.add_events(the_case.id, the_case.message_id, steps, now);
    return steps;
}

// One report about one order; the case is saved with it.
FeedbackFate apply_to_order(Store& store, const FlowSettings& settings, Case& the_case,
                            Feedback said, const std::string& channel, Instant now) {
    Deliveries deliveries(store);
    const auto known = deliveries.find(the_case.id);
    if (!known)
        return {.kind = Kind::waiting,
                .case_id = the_case.id,
                .text = cat("order ", the_case.official_no, " is not confirmed yet")};
    if (!said.at) said.at = now;
    const auto decided = decide_feedback(
        {.state = the_case.state, .official_no = the_case.official_no, .known = *known}, said,
        channel, now);
    if (!decided) {
        const auto& why = decided.error();
        const auto kind = why.why == FeedbackUnfit::Why::known   ? Kind::known
                          : why.why == FeedbackUnfit::Why::early ? Kind::waiting
                                                                 : Kind::refused;
        return {.kind = kind, .case_id = the_case.id, .text = why.text, .hint = why.hint};
    }
    auto issued = write(deliveries, *decided, said, the_case.id, year_at(settings, now));
    const auto steps = save(store, settings, the_case, decided->steps, now);
    if (issued) {
        announce_despatch(store, settings, the_case, *issued, now);
        send_outbound_slip(store, settings, the_case, *issued, now);
    }
    arrange_proof_chase(store, settings, the_case);
    log_steps(the_case, steps);
    return {.kind = Kind::applied, .case_id = the_case.id};
}

FeedbackState state_of(Kind kind) {
    switch (kind) {
    case Kind::applied:
        return FeedbackState::applied;
    case Kind::known:
        return FeedbackState::known;
    case Kind::waiting:
        return FeedbackState::waiting;
    case Kind::refused:
        return FeedbackState::refused;
    }
    return FeedbackState::refused;
}

// What came before its turn may have its turn now. One applied report can free another: again until
// nothing moves, and each round frees one at least.
std::vector<FeedbackFate> try_waiting(Store& store, const FlowSettings& settings, Case& the_case,
                                      Instant now) {
    std::vector<FeedbackFate> contradictions;
    Feedbacks feedbacks(store);
    for (bool moved = true; moved;) {
        moved = false;
        for (const auto& row : feedbacks.waiting_for(the_case.id)) {
            auto fate = apply_to_order(store, settings, the_case, row.said, row.channel, now);
            if (fate.kind == Kind::waiting) continue;
            feedbacks.mark(row.id, state_of(fate.kind), the_case.id, fate.text);
            moved |= fate.kind == Kind::applied;
            if (fate.kind == Kind::refused) contradictions.push_back(std::move(fate));
        }
    }
    return contradictions;
}

FeedbackFate about_order(Store& store, const FlowSettings& settings, const Feedback& said,
                         const std::string& channel, Instant now) {
    auto the_case = store.find_case_by_no(said.order);
    if (!the_case || the_case->official_no != said.order)
        return refused(cat("there is no order '", said.order, "'"),
                       "ask who sent it; the report must give our number (SO-…)");
    if (said.kind == FeedbackKind::paid) return take_payment(store, *the_case, said, channel, now);
    auto fate = apply_to_order(store, settings, *the_case, said, channel, now);
    if (fate.kind == Kind::applied) fate.followers = try_waiting(store, settings, *the_case, now);
    return fate;
}

// The ERP system's receipt, or what warehouse and production say to a notice.
FeedbackFate about_hand_off(Store& store, const Feedback& said, const std::string& channel,
                            Instant now) {
    HandOffs hand_offs(store);
    const auto rows = hand_offs.with_key(said.hand_off);
    if (rows.empty())
        return refused(cat("nothing was handed off under the key '", said.hand_off, "'"),
                       "compare the keys with `besteld reconcile`");
    const auto& row = rows.front();
    const std::string word = said.kind == FeedbackKind::receipt ? "received" : said.said;
    if (row.what.kind == HandOffKind::question && word != "yes" && word != "no")
        return refused(cat(said.hand_off, " is a question, and '", word, "' is no answer to it"),
                       "answer yes or no");
    if (row.answered_at && row.said == word && row.number == said.number)
        return {.kind = Kind::known, .case_id = row.case_id, .text = "it was answered so before"};
    if (row.answered_at)
        return refused(cat(said.hand_off, " was answered '", row.said, "' ", row.number, ", now '",
                           word, "' ", said.number),
                       "ask which of the two holds");
    const Instant at = said.at.value_or(now);
    hand_offs.record_answer(said.hand_off, word, said.number, said.note, at);
    const auto the_case = *store.find_case(row.case_id);
    const Role role = row.target == HandOffTarget::warehouse    ? Role::warehouse
                      : row.target == HandOffTarget::production ? Role::production
                                                                : Role::system;
    store.add_events(
        row.case_id, the_case.message_id,
        {noted(the_case.state, {.event = said.kind == FeedbackKind::receipt ? "hand_off.received"
                                                                            : "hand_off.answered",
                                .role = role,
                                .actor = channel,
                                .reason = cat(said.hand_off, ": ", word,
                                              said.number.empty() ? "" : " ", said.number)})},
        now);
    take_answer_about_change(store, row, said, channel, now);
    return {.kind = Kind::applied, .case_id = row.case_id};
}

// Figures that are older than those we have say nothing new.
bool is_overtaken(const Terms& terms, const std::string& sku, Instant at) {
    const auto known = terms.stock.find(sku);
    return known != terms.stock.end() && known->second.as_of && *known->second.as_of > at;
}

// Stock goes the way of every import of base data.
FeedbackFate about_stock(Store& store, const FlowSettings& settings, const Feedback& said,
                         const std::string& channel, Instant now) {
    TermsQuery query{.price_date = Zone(settings.seller.zone).date_of(now)};
    for (const auto& line : said.lines)
        query.item_codes.push_back(line.item);
    const auto terms = store.load_terms(settings.seller, query);
    const Instant at = said.at.value_or(now);
    TextTable table{.file = cat(channel, ":", said.key),
                    .name = "stock",
                    .headings = {"sku", "on_hand", "as_of"}};
    int number = 2;
    for (const auto& line : said.lines)
        if (!is_overtaken(terms, line.item, at))
            table.rows.push_back(
                {.number = number++, .cells = {line.item, line.quantity.to_string(), to_iso(at)}});
    if (table.rows.empty())
        return {.kind = Kind::known, .text = "newer figures are known for each article"};
    const auto report = store.import_base_data(
        {.tables = {std::move(table)}, .actor = channel, .second_person = SecondPerson::not_needed},
        now);
    if (report.problems.empty()) return {};
    const auto& first = report.problems.front();
    return refused(cat("stock ", said.key, ": ", first.text, " (line ", first.row - 1, ")"),
                   first.hint);
}

FeedbackFate carry_out(Store& store, const FlowSettings& settings, const Feedback& said,
                       const std::string& channel, Instant now) {
    switch (said.kind) {
    case FeedbackKind::receipt:
    case FeedbackKind::answer:
        return about_hand_off(store, said, channel, now);
    case FeedbackKind::stock:
        return about_stock(store, settings, said, channel, now);
    case FeedbackKind::picked:
    case FeedbackKind::shipped:
    case FeedbackKind::rest_closed:
    case FeedbackKind::delivered:
    case FeedbackKind::proof:
    case FeedbackKind::paid:
    case FeedbackKind::invoiced:
        break;
    }
    return about_order(store, settings, said, channel, now);
}

} // namespace

void settle_rest(Store& store, const FlowSettings& settings, Case& the_case, const Step& by,
                 Instant now) {
    if (the_case.state != OrderState::part_delivered) return;
    Deliveries deliveries(store);
    const auto known = deliveries.find(the_case.id);
    if (!known || !is_complete(*known)) return;
    const auto closed =
        next(the_case.state, OrderEvent::rest_closed,
             {.role = Role::clerk, .has_official_number = !the_case.official_no.empty()});
    if (!closed) throw StoreFault(closed.error().text);
    deliveries.close_rest(the_case.id, now);
    log_steps(the_case, save(store, settings, the_case,
                             {{.number = std::string(closed->number),
                               .from = the_case.state,
                               .to = closed->to,
                               .event = std::string(closed->event),
                               .role = by.role,
                               .actor = by.actor,
                               .reason = "nothing more is to come after the change"}},
                             now));
}

FeedbackFate take_feedback(Store& store, const FlowSettings& settings, const Feedback& said,
                           const FeedbackOrigin& origin, Instant now) {
    FeedbackFate fate;
    store.in_transaction([&] {
        Feedbacks feedbacks(store);
        FeedbackRow row{.said = said,
                        .channel = origin.channel,
                        .message_id = origin.message_id,
                        .position = origin.position,
                        .received_at = now};
        switch (feedbacks.add(row)) {
        case Feedbacks::Seen::repeat:
            fate = {.kind = Kind::known, .text = "the same report came before"};
            return;
        case Feedbacks::Seen::key_used_again:
            fate = refused(cat(name_of(said.kind), " ", said.key,
                               ": the key was used before for another report"),
                           "compare both; a correction needs a key of its own");
            return;
        case Feedbacks::Seen::new_one:
            break;
        }
        fate = carry_out(store, settings, said, origin.channel, now);
        feedbacks.mark(row.id, state_of(fate.kind), fate.case_id, fate.text);
    });
    return fate;
}

} // namespace besteld
