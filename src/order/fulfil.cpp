// SPDX-License-Identifier: Apache-2.0
#include "order/fulfil.hpp"

#include "base/text.hpp"
#include "order/noted.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

using S = OrderState;
using Why = FeedbackUnfit::Why;
using Change = std::expected<FulfilmentChange, FeedbackUnfit>;

std::unexpected<FeedbackUnfit> unfit(Why why, std::string text, std::string hint = {}) {
    return std::unexpected(FeedbackUnfit{why, std::move(text), std::move(hint)});
}
std::unexpected<FeedbackUnfit> known(std::string text) {
    return unfit(Why::known, std::move(text));
}

// Where in its life the order is, as a warehouse sees it.
enum class Phase { not_released, on_its_way, gone, over };

Phase phase_of(S state) {
    switch (state) {
    case S::released:
    case S::part_delivered:
        return Phase::on_its_way;
    case S::delivered:
    case S::invoice_requested:
    case S::closed:
    case S::archived:
        return Phase::gone;
    case S::rejected:
    case S::cancelled:
    case S::superseded:
    case S::duplicate:
    case S::expired:
        return Phase::over;
    default:
        return Phase::not_released;
    }
}

class Fulfiller {
public:
    Fulfiller(const Standing& standing, const Feedback& said, const std::string& actor, Instant now)
        : standing_(standing), known_(standing.known), said_(said), actor_(actor),
          at_(said.at.value_or(now)) {
        change_.state = standing.state;
    }

    Change decide() {
        if (phase() == Phase::over)
            return unfit(Why::contradiction,
                         cat("order ", standing_.official_no, " is ", name_of(standing_.state),
                             ", but it was reported as ", name_of(said_.kind)),
                         "find out where the goods are; call them back or open the order again");
        switch (said_.kind) {
        case FeedbackKind::picked:
            return picked();
        case FeedbackKind::shipped:
            return shipped();
        case FeedbackKind::rest_closed:
            return rest_closed();
        case FeedbackKind::delivered:
            return delivered();
        case FeedbackKind::proof:
            return proof();
        case FeedbackKind::invoiced:
            return invoiced();
        case FeedbackKind::paid:
        case FeedbackKind::receipt:
        case FeedbackKind::answer:
        case FeedbackKind::stock:
            break;
        }
        return unfit(Why::contradiction, cat(name_of(said_.kind), " says nothing of an order"));
    }

private:
    Phase phase() const { return phase_of(standing_.state); }

    std::unexpected<FeedbackUnfit> early() const {
        return unfit(Why::early,
                     cat("order ", standing_.official_no, " is ", name_of(standing_.state), ": ",
                         name_of(said_.kind), " comes before its turn"));
    }

    // A step of the life cycle; refused when the state does not allow it.
    std::optional<FeedbackUnfit> step(OrderEvent event, Role role, std::string reason) {
        const auto taken = next(change_.state, event, {.role = role, .has_official_number = true});
        if (!taken) return FeedbackUnfit{Why::contradiction, taken.error().text, {}};
        change_.steps.push_back({.number = std::string(taken->number),
                                 .from = change_.state,
                                 .to = taken->to,
                                 .event = std::string(taken->event),
                                 .role = role,
                                 .actor = actor_,
                                 .reason = std::move(reason)});
        change_.state = taken->to;
        return std::nullopt;
    }

    // Something worth an event that moves nothing (T36).
    void note(Step step) {
        step.actor = actor_;
        change_.steps.push_back(noted(change_.state, std::move(step)));
    }

    Change picked() {
        if (phase() == Phase::not_released) return early();
        if (known_.picked_at || phase() == Phase::gone) return known("it was picked before");
        change_.picked_at = at_;
        note({.event = "order.picked", .role = Role::warehouse, .reason = said_.note});
        return change_;
    }

    // ── goods issue ──────────────────────────────────────────────────────────────────────────────
    Change shipped() {
        if (said_.lines.empty())
            return unfit(Why::contradiction, "a shipment without lines",
                         "ask the warehouse what went; the report must name lines and quantities");
        auto delivery = delivery_said();
        if (!delivery) return std::unexpected(std::move(delivery).error());
        if (const auto* before = named_shipment()) {
            if (same_goods(*before, *delivery))
                return known(
                    cat("shipment ", before->shipment, " was posted as ", before->delivery_no));
            return unfit(Why::contradiction,
                         cat("shipment ", before->shipment, " was posted before as ",
                             before->delivery_no, " with other lines"),
                         "compare both reports with the warehouse");
        }
        if (phase() == Phase::not_released) return early();
        if (phase() == Phase::gone)
            return unfit(Why::contradiction,
                         cat("order ", standing_.official_no, " has been delivered in full, but ",
                             "another shipment was reported"),
                         "ask the warehouse; what is too much comes back or needs an order");
        if (auto much = too_much(*delivery)) return std::unexpected(std::move(*much));
        const bool all = nothing_open_after(*delivery);
        if (auto no = step(all ? OrderEvent::goods_issued : OrderEvent::goods_issued_in_part,
                           Role::warehouse, words_of(*delivery)))
            return std::unexpected(std::move(*no));
        change_.delivery = std::move(*delivery);
        return change_;
    }

    std::expected<Delivery, FeedbackUnfit> delivery_said() const {
        Delivery delivery{.case_id = known_.case_id,
                          .shipment = said_.shipment.empty() ? said_.key : said_.shipment,
                          .posted_at = at_,
                          .carrier = said_.carrier,
                          .track_no = said_.track_no,
                          .packages = said_.packages};
        for (const auto& line : said_.lines) {
            const auto index = line_meant(line);
            if (!index) return std::unexpected(index.error());
            delivery.lines.push_back({*index, line.quantity, line.batch});
        }
        return delivery;
    }

    std::expected<std::uint32_t, FeedbackUnfit> line_meant(const FeedbackLine& said) const {
        const auto fits = [&](const FulfilmentLine& line) {
            return (said.number == 0 || line.line + 1 == said.number) &&
                   (said.item.empty() || normalise_code(line.sku) == normalise_code(said.item));
        };
        const std::string name =
            said.number == 0 ? said.item
                             : cat("line ", said.number, said.item.empty() ? "" : " ", said.item);
        const auto count = std::ranges::count_if(known_.lines, fits);
        if (count == 0 || (said.number == 0 && said.item.empty()))
            return unfit(Why::contradiction,
                         cat("order ", standing_.official_no, " has no ",
                             name.empty() ? std::string("line without a name") : name),
                         "ask the warehouse which line and article went");
        if (count > 1)
            return unfit(Why::contradiction,
                         cat("several lines of order ", standing_.official_no, " have ", name),
                         "the report must name the line");
        const auto& line = *std::ranges::find_if(known_.lines, fits);
        if (!said.unit.empty() && said.unit != line.unit)
            return unfit(Why::contradiction,
                         cat(name, " is confirmed in ", line.unit, ", reported in ", said.unit),
                         "the report must count in the unit of the hand-off");
        if (said.quantity <= Decimal{})
            return unfit(Why::contradiction,
                         cat(name, ": ", said.quantity.to_string(), " is no quantity that can go"));
        return line.line;
    }

    Decimal going(const Delivery& delivery, std::uint32_t line) const {
        Decimal sum{};
        for (const auto& one : delivery.lines)
            if (one.line == line) sum += one.quantity;
        return sum;
    }

    std::optional<FeedbackUnfit> too_much(const Delivery& delivery) const {
        if (said_.over_delivery) return std::nullopt;
        for (const auto& line : known_.lines) {
            const Decimal now = going(delivery, line.line);
            if (now <= line.open()) continue;
            return FeedbackUnfit{
                Why::contradiction,
                cat("line ", line.line + 1, " ", line.sku, ": ", now.to_string(), " ", line.unit,
                    " went, but only ", line.open().to_string(), " of ", line.confirmed.to_string(),
                    " were still to come"),
                "ask the warehouse; a wanted over-delivery is reported with over_delivery"};
        }
        return std::nullopt;
    }

    bool nothing_open_after(const Delivery& delivery) const {
        return std::ranges::all_of(known_.lines, [&](const FulfilmentLine& line) {
            return going(delivery, line.line) >= line.open();
        });
    }

    static bool same_goods(const Delivery& a, const Delivery& b) {
        std::map<std::pair<std::uint32_t, std::string>, Decimal> sums;
        for (const auto& line : a.lines)
            sums[{line.line, line.batch}] += line.quantity;
        for (const auto& line : b.lines)
            sums[{line.line, line.batch}] -= line.quantity;
        return std::ranges::all_of(sums, [](const auto& sum) { return sum.second.is_zero(); });
    }

    static std::string words_of(const Delivery& delivery) {
        std::string words = cat("shipment ", delivery.shipment);
        for (const auto& line : delivery.lines)
            words += cat(", line ", line.line + 1, ": ", line.quantity.to_string());
        return words;
    }

    Change rest_closed() {
        if (phase() == Phase::gone) return known("nothing was to come any more");
        if (standing_.state == S::released)
            return unfit(Why::contradiction,
                         cat("order ", standing_.official_no,
                             " is reported as finished, but nothing has gone"),
                         "cancel the order, or ask the warehouse for the goods issue");
        if (phase() == Phase::not_released) return early();
        if (auto no = step(OrderEvent::rest_closed, Role::warehouse, said_.note))
            return std::unexpected(std::move(*no));
        change_.rest_closed_at = at_;
        return change_;
    }

    // ── arrival and proof ────────────────────────────────────────────────────────────────────────
    const Delivery* named_shipment() const {
        const std::string name = said_.shipment.empty() ? said_.key : said_.shipment;
        const auto found = std::ranges::find_if(known_.deliveries, [&](const Delivery& d) {
            return d.shipment == name || d.delivery_no == name;
        });
        return found == known_.deliveries.end() ? nullptr : &*found;
    }

    // The delivery that is spoken of: by name, or the only one there is.
    std::expected<const Delivery*, FeedbackUnfit> delivery_meant() const {
        if (!said_.shipment.empty()) {
            if (const auto* found = named_shipment()) return found;
        } else if (known_.deliveries.size() == 1) {
            return &known_.deliveries.front();
        } else if (known_.deliveries.size() > 1) {
            return unfit(Why::contradiction,
                         cat("order ", standing_.official_no, " has ", known_.deliveries.size(),
                             " deliveries; none is named"),
                         "the report must name the shipment");
        }
        if (phase() != Phase::gone) return early();
        return unfit(Why::contradiction,
                     cat("order ", standing_.official_no, " has no shipment ", said_.shipment),
                     "compare the shipments with the warehouse");
    }

    Change delivered() {
        const auto meant = delivery_meant();
        if (!meant) return std::unexpected(meant.error());
        if ((*meant)->arrived_at) return known("the arrival was reported before");
        change_.arrived = (*meant)->id;
        change_.arrived_at = at_;
        note({.event = "delivery.arrived",
              .role = Role::warehouse,
              .reason = (*meant)->delivery_no});
        return change_;
    }

    Change proof() {
        const auto meant = delivery_meant();
        if (!meant) return std::unexpected(meant.error());
        const Delivery& delivery = **meant;
        if (delivery.proof) {
            const auto& before = *delivery.proof;
            if (before.signed_by == said_.signed_by && before.differences == said_.differences)
                return known(cat("the proof of ", delivery.delivery_no, " is filed"));
            return unfit(Why::contradiction,
                         cat("another proof of ", delivery.delivery_no, " is filed already"),
                         "compare both signed notes");
        }
        if (auto no = step(OrderEvent::proof_filed, Role::warehouse,
                           cat(delivery.delivery_no, said_.differences.empty() ? "" : ": ",
                               said_.differences)))
            return std::unexpected(std::move(*no));
        change_.proof = ProofOfDelivery{.delivery_id = delivery.id,
                                        .filed_at = at_,
                                        .signed_by = said_.signed_by,
                                        .differences = said_.differences,
                                        .document = said_.document};
        return change_;
    }

    // ── invoice ──────────────────────────────────────────────────────────────────────────────────
    bool is_meant(const InvoiceRequest& request) const {
        if (!said_.request.empty()) return request.request_no == said_.request;
        if (said_.shipment.empty()) return request.invoice_no.empty();
        const auto* delivery = find_delivery(known_, request.delivery_id);
        return delivery &&
               (delivery->shipment == said_.shipment || delivery->delivery_no == said_.shipment);
    }

    Change invoiced() {
        if (said_.invoice_no.empty())
            return unfit(Why::contradiction, "an invoice without its number");
        const auto told =
            std::ranges::find(known_.requests, said_.invoice_no, &InvoiceRequest::invoice_no);
        std::vector<const InvoiceRequest*> meant;
        for (const auto& request : known_.requests)
            if (is_meant(request)) meant.push_back(&request);
        const bool named = !said_.request.empty() || !said_.shipment.empty();
        if (!named && told != known_.requests.end())
            return known(cat("invoice ", said_.invoice_no, " is that of ", told->request_no));
        if (meant.size() > 1)
            return unfit(Why::contradiction,
                         cat("invoice ", said_.invoice_no, ": ", meant.size(),
                             " requests wait for a number; none is named"),
                         "the report must name the request");
        if (meant.empty()) return invoice_without_request();
        if (meant.front()->invoice_no == said_.invoice_no)
            return known(cat("invoice ", said_.invoice_no, " is known"));
        if (!meant.front()->invoice_no.empty())
            return unfit(Why::contradiction,
                         cat(meant.front()->request_no, " has invoice ", meant.front()->invoice_no,
                             ", now ", said_.invoice_no),
                         "ask finance which of the two holds");
        change_.invoiced_request = meant.front()->id;
        change_.invoice_no = said_.invoice_no;
        note({.event = "invoice.numbered",
              .role = Role::finance,
              .reason = cat(meant.front()->request_no, ": invoice ", said_.invoice_no)});
        return change_;
    }

    Change invoice_without_request() const {
        const bool may_come = standing_.state != S::invoice_requested &&
                              standing_.state != S::closed && standing_.state != S::archived;
        if (may_come) return early();
        return unfit(
            Why::contradiction,
            cat("nobody asked for invoice ", said_.invoice_no, " of order ", standing_.official_no),
            "ask finance what it is for");
    }

    const Standing& standing_;
    const Fulfilment& known_;
    const Feedback& said_;
    const std::string& actor_;
    Instant at_;
    FulfilmentChange change_;
};

} // namespace

std::expected<FulfilmentChange, FeedbackUnfit> decide_feedback(const Standing& standing,
                                                               const Feedback& said,
                                                               const std::string& actor,
                                                               Instant now) {
    return Fulfiller(standing, said, actor, now).decide();
}

} // namespace besteld
