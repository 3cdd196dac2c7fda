// SPDX-License-Identifier: Apache-2.0
// K: may this change or cancellation be applied to the order it names? domain.md 3.4, 4.3.

#include "base/text.hpp"
#include "check/families.hpp"
#include "check/units.hpp"
#include "order/change_rules.hpp"
#include "order/compare_orders.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace besteld {

namespace {

std::optional<long> version_number(std::string_view version) {
    long number = 0;
    const auto read = std::from_chars(version.data(), version.data() + version.size(), number);
    return read.ec == std::errc{} && read.ptr == version.data() + version.size()
               ? std::optional(number)
               : std::nullopt;
}

// The newest order that the change can mean.
const EarlierOrder* order_meant(const Inquiry& inquiry) {
    const EarlierOrder* newest = nullptr;
    for (const auto& earlier : inquiry.terms.earlier) {
        const auto state = state_by_name(earlier.state);
        const bool same = earlier.buyer_order_key == inquiry.order.buyer_order_key;
        if (!same || !state || *state == OrderState::duplicate) continue;
        if (newest == nullptr || earlier.received_at > newest->received_at) newest = &earlier;
    }
    return newest;
}

Finding change_finding(const Inquiry& inquiry, Check check, LineIndex line, std::string ordered,
                       std::string agreed) {
    Finding finding = new_finding(inquiry, check, line, std::move(ordered), std::move(agreed));
    finding.clause.clear();
    quote(finding, inquiry.order.buyer_order_place, inquiry.order.buyer_order_no);
    return finding;
}

void check_order_found(const Inquiry& inquiry, Findings& findings) {
    Finding finding = change_finding(
        inquiry, Check::changed_order_not_found, header,
        inquiry.order.buyer_order_no.empty() ? "no order number" : inquiry.order.buyer_order_no,
        "an order of this customer");
    finding.passes_if = "the number is that of an order we have";
    finding.trace =
        cat("customer ", inquiry.order.customer_no, ", number ", inquiry.order.buyer_order_key);
    findings.push_back(std::move(finding));
}

// A change names the order's own lines, by RFF+ON, POC01 or the line reference of its format.
void check_lines_found(const Inquiry& inquiry, const EarlierOrder& earlier, Findings& findings) {
    if (earlier.lines.empty()) return;
    std::set<std::string, std::less<>> known;
    for (const auto& line : earlier.lines)
        known.insert(line.buyer_line);
    for (std::uint32_t i = 0; i < inquiry.draft.lines.size(); ++i) {
        const LineDraft& line = inquiry.draft.lines[i];
        if (line.action == LineAction::add || !line.original_line) continue;
        if (known.contains(line.original_line->value)) continue;
        Finding finding = change_finding(inquiry, Check::changed_order_not_found, i,
                                         cat("line ", line.original_line->value),
                                         cat("lines ", join({known.begin(), known.end()}, ", ")));
        finding.passes_if = cat("the line is one of order ", order_name(earlier));
        quote(finding, line.original_line->place, line.original_line->value);
        findings.push_back(std::move(finding));
    }
}

void check_sequence(const Inquiry& inquiry, const EarlierOrder& earlier, Findings& findings) {
    const auto version = version_number(inquiry.order.buyer_version);
    if (!version) return;
    // A first change follows the order itself, which has no number or counts as 0.
    const long last = version_number(earlier.buyer_version).value_or(0);
    if (*version == last + 1) return;
    const bool old = *version <= last;
    Finding finding = change_finding(inquiry, Check::change_out_of_sequence, header,
                                     cat("change ", *version), cat("change ", last + 1));
    finding.difference = old ? "it was overtaken" : "one before it is missing";
    finding.passes_if = cat("its number is ", last + 1);
    suggest(finding, old ? Resolution::dismiss : Resolution::ask, "");
    set_consequence(finding, Resolution::dismiss,
                    old ? "nothing is changed; the customer gets the last answer again"
                        : "it is applied although one before it is missing");
    findings.push_back(std::move(finding));
}

// X12 860: "quantity ordered" in 4010, a difference in some partners' use (domain.md 0, fact 9).
void check_amounts_clear(const Inquiry& inquiry, Findings& findings) {
    if (inquiry.draft.format != "x12" || !inquiry.terms.customer ||
        !inquiry.terms.customer->change_quantities.empty())
        return;
    for (std::uint32_t i = 0; i < inquiry.draft.lines.size(); ++i) {
        const LineDraft& line = inquiry.draft.lines[i];
        if (line.action != LineAction::change || !line.quantity) continue;
        Finding finding =
            change_finding(inquiry, Check::change_amount_unclear, i, line.quantity->value,
                           "not agreed whether totals or differences are sent");
        finding.passes_if = "the customer's setting change_quantities says total or difference";
        quote(finding, line.quantity->place, line.quantity->value);
        findings.push_back(std::move(finding));
    }
}

struct Wish {
    ChangeKind kind;
    LineIndex line;
    std::string words;
    bool below_delivered = false; // what has gone cannot be unordered
};

const EarlierLine* line_meant(const EarlierOrder& earlier, const LineDraft& draft,
                              const OrderLine& line) {
    const std::string& number = draft.original_line ? draft.original_line->value : line.buyer_line;
    const auto found = std::ranges::find(earlier.lines, number, &EarlierLine::buyer_line);
    return found == earlier.lines.end() ? nullptr : &*found;
}

// What went out of a line, in the item's stock unit.
Decimal delivered_of(const Inquiry& inquiry, const EarlierLine& line) {
    const auto item = inquiry.terms.items.find(line.sku);
    if (line.delivered.is_zero() || item == inquiry.terms.items.end()) return {};
    return to_stock(item->second, line.delivered_unit, line.delivered).value_or(Decimal{});
}

void add_line_wishes(const Inquiry& inquiry, const EarlierOrder& earlier, std::uint32_t index,
                     std::vector<Wish>& wishes) {
    const LineDraft& draft = inquiry.draft.lines[index];
    const OrderLine& line = inquiry.order.lines[index];
    const EarlierLine now = as_earlier_line(line);
    const std::string wanted = quantity_text(line);
    if (draft.action == LineAction::add) {
        wishes.push_back({ChangeKind::quantity_up, index, cat("line added: ", wanted)});
        return;
    }
    const EarlierLine* before = line_meant(earlier, draft, line);
    if (before == nullptr) return;
    if (draft.action == LineAction::remove) {
        const bool gone = !before->delivered.is_zero();
        wishes.push_back({ChangeKind::quantity_down, index,
                          cat("line ", before->buyer_line, " taken out"), gone});
        return;
    }
    if (now.quantity_stock && before->quantity_stock &&
        *now.quantity_stock != *before->quantity_stock) {
        const bool more = *now.quantity_stock > *before->quantity_stock;
        wishes.push_back({more ? ChangeKind::quantity_up : ChangeKind::quantity_down, index,
                          cat("quantity ", before->quantity ? before->quantity->to_string() : "?",
                              " -> ", wanted),
                          *now.quantity_stock < delivered_of(inquiry, *before)});
    }
    if (now.price_stock && before->price_stock && *now.price_stock != *before->price_stock)
        wishes.push_back({ChangeKind::price, index,
                          cat("price ", before->price_stock->to_string(), " -> ",
                              now.price_stock->to_string())});
    if (!now.requested.empty() && now.requested != before->requested)
        wishes.push_back(
            {ChangeKind::date, index, cat("date ", before->requested, " -> ", now.requested)});
}

std::vector<Wish> wishes_of(const Inquiry& inquiry, const EarlierOrder& earlier) {
    std::vector<Wish> wishes;
    const bool cancels = inquiry.draft.document_class == DocumentClass::order_cancellation ||
                         inquiry.order.function == MessageFunction::cancel;
    if (cancels) {
        wishes.push_back({ChangeKind::cancel_all, header, "the whole order cancelled"});
        return wishes;
    }
    if (!inquiry.order.ship_to_id.empty() && !earlier.ship_to_id.empty() &&
        inquiry.order.ship_to_origin == Origin::read &&
        inquiry.order.ship_to_id != earlier.ship_to_id)
        wishes.push_back({ChangeKind::address, header,
                          cat("ship-to ", earlier.ship_to_id, " -> ", inquiry.order.ship_to_id)});
    const auto lines = std::min(inquiry.draft.lines.size(), inquiry.order.lines.size());
    for (std::uint32_t i = 0; i < lines; ++i)
        add_line_wishes(inquiry, earlier, i, wishes);
    return wishes;
}

std::string whose_word(ChangeRuling ruling) {
    if (ruling == ChangeRuling::ask_warehouse) return "warehouse";
    const bool of_production =
        ruling == ChangeRuling::ask_production || ruling == ChangeRuling::production_and_lead;
    return of_production ? "production" : "";
}

// What a line is about, or when it is about the order any of its lines.
Made made_of(const EarlierOrder& earlier, const Inquiry& inquiry, LineIndex line) {
    const auto is_made = [](const EarlierLine& l) { return l.made_to_order; };
    if (!line)
        return std::ranges::any_of(earlier.lines, is_made) ? Made::to_order : Made::for_stock;
    const EarlierLine* before =
        line_meant(earlier, inquiry.draft.lines[*line], inquiry.order.lines[*line]);
    return before != nullptr && before->made_to_order ? Made::to_order : Made::for_stock;
}

// What follows from each way out, by what the table says of the wish.
void offer_ways(const Inquiry& inquiry, Finding& finding, ChangeRuling ruling) {
    const bool impossible = ruling == ChangeRuling::refused || ruling == ChangeRuling::as_new_order;
    if (impossible)
        std::erase_if(finding.ways_out, [](const WayOut& way) {
            return way.resolution == Resolution::accept_agreed;
        });
    for (auto& way : finding.ways_out) {
        if (way.resolution != Resolution::accept_agreed) continue;
        way.lead_only =
            ruling == ChangeRuling::lead_only || ruling == ChangeRuling::production_and_lead;
        way.word_of = whose_word(ruling);
        way.consequence =
            ruling == ChangeRuling::remainder_only
                ? std::string("the change is applied to what is not delivered yet")
            : !way.word_of.empty()
                ? cat("the change is applied; the reason says who in ", way.word_of, " agreed")
                : "the change is applied as far as the others agree";
    }
    const bool in_part = finding.line && inquiry.draft.lines.size() > 1 && inquiry.terms.customer &&
                         inquiry.terms.customer->partial_changes;
    set_consequence(
        finding, Resolution::reject,
        in_part ? "this line stays as it is, the rest of the change is done; the customer is told"
                : "the change is refused and the order stands; the customer is told");
}

void check_against_state(const Inquiry& inquiry, const EarlierOrder& earlier, OrderState state,
                         Findings& findings) {
    const Picked picked = earlier.picked ? Picked::yes : Picked::no;
    for (const auto& wish : wishes_of(inquiry, earlier)) {
        const ChangeRuling ruling =
            wish.below_delivered
                ? ChangeRuling::refused
                : ruling_on(state, wish.kind, picked, made_of(earlier, inquiry, wish.line));
        if (ruling == ChangeRuling::allowed || ruling == ChangeRuling::second_person) continue;
        const bool in_hand = state == OrderState::released && earlier.picked;
        Finding finding = change_finding(
            inquiry, Check::change_against_state, wish.line, wish.words,
            cat("order ", order_name(earlier), " is ", in_hand ? "picked" : earlier.state));
        finding.difference = wish.below_delivered ? "more than that has been delivered"
                                                  : std::string(name_of(ruling));
        finding.passes_if = cat(name_of(wish.kind), " comes before the order is ", earlier.state);
        offer_ways(inquiry, finding, ruling);
        findings.push_back(std::move(finding));
    }
}

} // namespace

void check_change(const Inquiry& inquiry, Findings& findings) {
    const bool is_change = inquiry.draft.document_class == DocumentClass::order_change ||
                           inquiry.draft.document_class == DocumentClass::order_cancellation;
    if (!is_change || inquiry.order.customer_no.empty()) return;
    check_amounts_clear(inquiry, findings);
    const EarlierOrder* earlier = order_meant(inquiry);
    if (earlier == nullptr) {
        check_order_found(inquiry, findings);
        return;
    }
    check_lines_found(inquiry, *earlier, findings);
    check_sequence(inquiry, *earlier, findings);
    check_against_state(inquiry, *earlier, *state_by_name(earlier->state), findings);
}

} // namespace besteld
