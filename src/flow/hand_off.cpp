// SPDX-License-Identifier: Apache-2.0
#include "flow/hand_off.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "order/noted.hpp"
#include "store/deliveries.hpp"
#include "store/hand_offs.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace besteld {

namespace {

// What the case itself says of the order: for cancellations and notices, which repeat no prices.
HandOff outline_of(const Case& the_case, HandOffKind kind, Instant now) {
    const auto& order = the_case.order;
    return {.key = hand_off_key(the_case.official_no, the_case.revision, kind),
            .kind = kind,
            .revision = the_case.revision,
            .order = the_case.official_no,
            .case_no = the_case.case_no,
            .status = std::string(name_of(the_case.state)),
            .at = now,
            .customer_no = order.customer_no,
            .customer_name = order.customer_name,
            .buyer_order_no = order.buyer_order_no,
            .buyer_order_date = order.order_date,
            .ship_to_id = order.ship_to_id,
            .ship_to = order.ship_to_text,
            .currency = order.currency,
            .cost_reference = order.cost_reference};
}

using IsWanted = std::function<bool(const FulfilmentLine&)>;

bool every_line(const FulfilmentLine& /*line*/) {
    return true;
}

void add_open_lines(HandOff& out, const Fulfilment& known, const IsWanted& is_wanted) {
    for (const auto& line : known.lines) {
        if (line.open().is_zero() || !is_wanted(line)) continue;
        out.lines.push_back({.number = line.line + 1,
                             .buyer_line = line.buyer_line,
                             .sku = line.sku,
                             .name = line.name,
                             .quantity = line.open(),
                             .unit = line.unit,
                             .parts = line.parts});
    }
    out.needed_by = first_promised(known.lines);
}

bool add(Store& store, const Case& the_case, HandOffTarget target, HandOffWay way,
         const HandOff& what, Instant now) {
    HandOffRow row{.way = way,
                   .target = target,
                   .case_id = the_case.id,
                   .what = what,
                   .answer_by = what.answer_by};
    return HandOffs(store).add(row, now);
}

} // namespace

namespace {

void tell_erp(Store& store, const HandOffRules& rules, const Case& the_case,
              const Decision& decision, HandOffKind kind, Instant now) {
    HandOff what = decision.confirmed ? hand_off_of({.case_no = the_case.case_no,
                                                     .order = the_case.official_no,
                                                     .revision = the_case.revision,
                                                     .state = the_case.state,
                                                     .ordered = the_case.order,
                                                     .confirmed = *decision.confirmed},
                                                    kind, now)
                                      : outline_of(the_case, kind, now);
    what.answer_by = now + rules.receipt_within;
    for (const auto way : rules.erp)
        add(store, the_case, HandOffTarget::erp, way, what, now);
}

// What the warehouse was told holds no longer.
void tell_warehouse(Store& store, const FlowSettings& settings, const Case& the_case,
                    HandOffKind kind, Instant now) {
    const bool goes_on =
        the_case.state == OrderState::released || the_case.state == OrderState::part_delivered;
    if (goes_on) {
        if (const auto known = Deliveries(store).find(the_case.id))
            queue_notices(store, settings, the_case, *known, now);
        return;
    }
    HandOff what = outline_of(the_case, kind, now);
    what.key += "/warehouse";
    what.answer_by = now + settings.hand_off.answer_within;
    if (settings.hand_off.warehouse)
        add(store, the_case, HandOffTarget::warehouse, HandOffWay::folder, what, now);
}

OrderState state_before(const Decision& decision) {
    return decision.steps.empty() ? OrderState::received : decision.steps.front().from;
}

bool was_released(const Decision& decision) {
    const auto from = state_before(decision);
    return from == OrderState::released || from == OrderState::part_delivered;
}

std::set<std::string> made_to_order(Store& store, const Fulfilment& known) {
    std::vector<std::string> skus;
    for (const auto& line : known.lines)
        skus.push_back(line.sku);
    return store.made_to_order(skus);
}

// What is made for an order takes longer than the release leaves: production hears of it when the
// order is confirmed, and of all that becomes of it.
void tell_production(Store& store, const FlowSettings& settings, const Case& the_case,
                     const Decision& decision, HandOffKind kind, Instant now) {
    const bool goes_on =
        the_case.state == OrderState::confirmed || the_case.state == OrderState::released;
    const bool was_told = state_before(decision) == OrderState::confirmed || was_released(decision);
    if (!goes_on && !was_told) return;
    const auto known = Deliveries(store).find(the_case.id);
    const auto made = known ? made_to_order(store, *known) : std::set<std::string>{};
    if (made.empty()) return;
    HandOff what = outline_of(the_case, goes_on ? HandOffKind::production_need : kind, now);
    what.key += goes_on ? "/to_order" : "/production";
    what.answer_by = now + settings.hand_off.answer_within;
    if (goes_on)
        add_open_lines(what, *known,
                       [&](const FulfilmentLine& line) { return made.contains(line.sku); });
    add(store, the_case, HandOffTarget::production, HandOffWay::folder, what, now);
}

} // namespace

void queue_hand_off(Store& store, const FlowSettings& settings, const Case& the_case,
                    const Decision& decision, Instant now) {
    if (the_case.order.test || the_case.official_no.empty()) return;
    const auto kind = kind_of_hand_off(decision, the_case.revision);
    if (!kind) return;
    if (!settings.hand_off.erp.empty())
        tell_erp(store, settings.hand_off, the_case, decision, *kind, now);
    if (was_released(decision)) tell_warehouse(store, settings, the_case, *kind, now);
    if (settings.hand_off.production)
        tell_production(store, settings, the_case, decision, *kind, now);
}

void queue_notices(Store& store, const FlowSettings& settings, const Case& the_case,
                   const Fulfilment& known, Instant now) {
    const auto& rules = settings.hand_off;
    const auto tell = [&](HandOffTarget target, HandOffKind kind, const IsWanted& is_wanted) {
        HandOff what = outline_of(the_case, kind, now);
        add_open_lines(what, known, is_wanted);
        what.answer_by = now + rules.answer_within;
        if (!what.lines.empty()) add(store, the_case, target, HandOffWay::folder, what, now);
    };
    if (rules.warehouse) tell(HandOffTarget::warehouse, HandOffKind::release, every_line);
    if (!rules.production) return;
    const auto told = made_to_order(store, known);
    tell(HandOffTarget::production, HandOffKind::production_need,
         [&](const FulfilmentLine& line) { return !told.contains(line.sku); });
}

std::optional<std::string> ask_inside(Store& store, const FlowSettings& settings,
                                      const Case& the_case, const InsideQuestion& question,
                                      Instant now) {
    const bool somebody = question.target == HandOffTarget::warehouse ? settings.hand_off.warehouse
                          : question.target == HandOffTarget::production
                              ? settings.hand_off.production
                              : !settings.hand_off.erp.empty();
    if (!somebody || the_case.official_no.empty()) return std::nullopt;
    HandOff what = outline_of(the_case, HandOffKind::question, now);
    what.key = cat(what.key, "/", name_of(question.target), "/", question.subject);
    what.question = question.text;
    what.answer_by = question.answer_by;
    if (const auto known = Deliveries(store).find(the_case.id))
        add_open_lines(what, *known, every_line);
    store.in_transaction([&] {
        const auto way = question.target == HandOffTarget::erp ? settings.hand_off.erp.front()
                                                               : HandOffWay::folder;
        if (!add(store, the_case, question.target, way, what, now)) return;
        store.add_events(the_case.id, the_case.message_id,
                         {noted(the_case.state, {.event = "hand_off.asked",
                                                 .reason = cat(what.key, ": ", question.text)})},
                         now);
    });
    return what.key;
}

int alarm_unanswered(Store& store, Instant now, int limit) {
    int count = 0;
    store.in_transaction([&] {
        HandOffs hand_offs(store);
        for (const auto& row : hand_offs.overdue(now, limit)) {
            const auto the_case = store.find_case(row.case_id);
            if (!the_case) continue;
            store.add_events(
                row.case_id, the_case->message_id,
                {noted(the_case->state,
                       {.event = "hand_off.unanswered",
                        .reason = cat(name_of(row.target), " has not answered ", row.what.key)})},
                now);
            hand_offs.mark_alarmed(row.id, now);
            log::warning("hand_off.unanswered", {{"case", the_case->case_no},
                                                 {"order", the_case->official_no},
                                                 {"key", row.what.key},
                                                 {"target", name_of(row.target)}});
            ++count;
        }
    });
    return count;
}

} // namespace besteld
