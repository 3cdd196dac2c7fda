// SPDX-License-Identifier: Apache-2.0
#include "order/amend.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

using MeantLine = std::optional<std::uint32_t>;

MeantLine line_numbered(const Order& order, std::string_view number) {
    for (const auto& line : order.lines)
        if (line.buyer_line == number) return line.index;
    return std::nullopt;
}

// Two lines with the same article are told apart by their numbers only.
MeantLine only_line_with(const Order& order, const std::string& sku) {
    MeantLine found;
    for (const auto& line : order.lines) {
        if (sku.empty() || line.sku != sku) continue;
        if (found) return std::nullopt;
        found = line.index;
    }
    return found;
}

MeantLine line_meant(const Order& order, const LineDraft& draft, const OrderLine& line) {
    if (draft.action == LineAction::add) return std::nullopt;
    if (draft.original_line) return line_numbered(order, draft.original_line->value);
    if (const auto by_item = only_line_with(order, line.sku)) return by_item;
    const auto by_number = draft.line ? line_numbered(order, draft.line->value) : std::nullopt;
    const bool fits = by_number && (line.sku.empty() || order.lines[*by_number].sku == line.sku);
    return fits ? by_number : std::nullopt;
}

void take(MaybeField& to, const MaybeField& from) {
    if (from) to = from;
}

MaybeField summed(const MaybeField& before, const MaybeField& difference) {
    const auto a = Decimal::parse(before ? before->value : "");
    const auto b = Decimal::parse(difference ? difference->value : "");
    if (!a || !b) return difference; // the checks name what is no number
    MaybeField sum = difference;
    sum->value = (*a + *b).to_string();
    sum->origin = Origin::derived;
    return sum;
}

// What the change says about a line goes before what the order said; what it leaves out stays. An
// amount, a schedule and charges belong to the old quantity.
void change_line(LineDraft& line, const LineDraft& change, ChangedQuantity quantities) {
    if (change.quantity) {
        line.quantity = quantities == ChangedQuantity::difference
                            ? summed(line.quantity, change.quantity)
                            : change.quantity;
        line.line_amount.reset();
        line.schedule.clear();
    }
    take(line.unit, change.unit);
    if (change.unit) line.unit_code = change.unit_code;
    if (change.unit_price) {
        line.unit_price = change.unit_price;
        line.price_base_quantity = change.price_base_quantity;
        line.price_base_unit = change.price_base_unit;
        line.prices = change.prices;
        line.line_amount.reset();
    }
    take(line.line_amount, change.line_amount);
    take(line.free_quantity, change.free_quantity);
    if (change.requested) line.requested = change.requested;
    if (!change.schedule.empty()) line.schedule = change.schedule;
    if (!change.charges.empty()) line.charges = change.charges;
    line.notes.insert(line.notes.end(), change.notes.begin(), change.notes.end());
}

void change_header(OrderDraft& draft, const OrderDraft& change) {
    if (change.requested) draft.requested = change.requested;
    take(draft.buyer_version, change.buyer_version);
    take(draft.cost_reference, change.cost_reference);
    for (const auto& party : change.parties) {
        if (party.role != PartyRole::ship_to) continue;
        std::erase_if(draft.parties,
                      [](const PartyDraft& p) { return p.role == PartyRole::ship_to; });
        draft.parties.push_back(party);
    }
    draft.notes = change.notes;
    draft.unread = change.unread;
    draft.problems = change.problems;
    // Totals and counts were those of the order as it came.
    draft.total = draft.total_tax = draft.total_gross = std::nullopt;
    draft.stated_line_count = draft.stated_quantity_sum = std::nullopt;
}

bool states_all_anew(const OrderDraft& change) {
    const bool replaces = change.function && change.function->value == MessageFunction::replace;
    const bool no_actions = std::ranges::all_of(
        change.lines, [](const LineDraft& line) { return line.action == LineAction::none; });
    const bool an_order = change.function && change.function->value == MessageFunction::original;
    return !change.lines.empty() && no_actions && (replaces || an_order);
}

// The fields of a line that a change sets anew: what a clerk had typed there is overtaken.
bool is_overtaken(const Correction& correction, const LineDraft& change) {
    return (correction.field == "line.quantity" && change.quantity) ||
           (correction.field == "line.unit" && change.unit) ||
           (correction.field == "line.price" && change.unit_price) ||
           (correction.field == "line.requested" && change.requested);
}

bool is_overtaken(const Correction& correction, const OrderDraft& change) {
    return (correction.field == "requested" && change.requested) ||
           (correction.field == "ship_to" && find_party(change, PartyRole::ship_to) != nullptr);
}

// One line on its way into the changed order.
struct Piece {
    LineDraft line;
    MeantLine before;
    const LineDraft* change = nullptr;   // what names it
    const LineDraft* left_out = nullptr; // what names it in vain
    bool gone = false;
};

// Each line keeps the number by which the buyer knows it, also when lines before it are gone.
std::vector<Piece> pieces_of(const OrderDraft& order) {
    std::vector<Piece> pieces;
    for (std::uint32_t i = 0; i < order.lines.size(); ++i) {
        Piece piece{.line = order.lines[i], .before = i};
        if (!piece.line.line)
            piece.line.line = Field{.value = std::to_string(i + 1), .origin = Origin::derived};
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::vector<Correction> moved(const std::vector<Correction>& corrections,
                              const std::vector<Piece>& pieces, const OrderDraft& change) {
    std::vector<Correction> kept;
    for (Correction correction : corrections) {
        if (!correction.line) {
            if (!is_overtaken(correction, change)) kept.push_back(std::move(correction));
            continue;
        }
        const auto piece = std::ranges::find(pieces, MeantLine(*correction.line), &Piece::before);
        if (piece == pieces.end()) continue;
        if (piece->change != nullptr && is_overtaken(correction, *piece->change)) continue;
        correction.line = static_cast<std::uint32_t>(piece - pieces.begin());
        kept.push_back(std::move(correction));
    }
    return kept;
}

void apply_lines(std::vector<Piece>& pieces, const OrderDraft& change,
                 std::span<const MeantLine> meant, ChangedQuantity quantities,
                 std::span<const std::uint32_t> left_out) {
    for (std::size_t i = 0; i < change.lines.size() && i < meant.size(); ++i) {
        const LineDraft& wish = change.lines[i];
        if (meant[i] && *meant[i] < pieces.size()) {
            Piece& piece = pieces[*meant[i]];
            if (std::ranges::find(left_out, i) != left_out.end()) {
                piece.left_out = &wish;
                continue;
            }
            piece.change = &wish;
            piece.gone = wish.action == LineAction::remove;
            change_line(piece.line, wish, quantities);
        } else if (wish.action == LineAction::add || states_all_anew(change)) {
            pieces.push_back({.line = wish, .change = &wish});
            pieces.back().line.action = LineAction::none;
        }
    }
    if (!states_all_anew(change)) return;
    for (auto& piece : pieces)
        piece.gone |= piece.change == nullptr && piece.left_out == nullptr;
}

} // namespace

std::vector<MeantLine> lines_meant(const Order& order, const OrderDraft& change,
                                   const Order& change_as_order) {
    std::vector<MeantLine> meant;
    const auto count = std::min(change.lines.size(), change_as_order.lines.size());
    for (std::size_t i = 0; i < count; ++i)
        meant.push_back(line_meant(order, change.lines[i], change_as_order.lines[i]));
    return meant;
}

Amended amend(const OrderDraft& order, const std::vector<Correction>& corrections,
              const OrderDraft& change, std::span<const MeantLine> meant,
              ChangedQuantity quantities, std::span<const std::uint32_t> left_out) {
    Amended amended{.draft = order};
    change_header(amended.draft, change);
    auto pieces = pieces_of(order);
    apply_lines(pieces, change, meant, quantities, left_out);
    std::erase_if(pieces, &Piece::gone);
    amended.corrections = moved(corrections, pieces, change);
    amended.draft.lines.clear();
    amended.becomes.resize(change.lines.size());
    for (std::uint32_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].change != nullptr) amended.touched.push_back(i);
        const auto* named_by = pieces[i].change != nullptr ? pieces[i].change : pieces[i].left_out;
        if (named_by != nullptr)
            amended.becomes[static_cast<std::size_t>(named_by - change.lines.data())] = i;
        amended.came_from.push_back(pieces[i].before);
        amended.draft.lines.push_back(std::move(pieces[i].line));
    }
    return amended;
}

bool is_same_wish(const OrderDraft& a, const OrderDraft& b) {
    const auto said = [](const MaybeField& field) {
        return field ? std::string(trim(field->value)) : std::string{};
    };
    const auto day = [](const MaybeDate& date) {
        return date ? date->value.start.value_or("") : std::string{};
    };
    if (a.document_class != b.document_class || a.lines.size() != b.lines.size() ||
        day(a.requested) != day(b.requested))
        return false;
    for (std::size_t i = 0; i < a.lines.size(); ++i) {
        const LineDraft& x = a.lines[i];
        const LineDraft& y = b.lines[i];
        if (x.action != y.action || said(x.original_line) != said(y.original_line) ||
            said(x.gtin) != said(y.gtin) || said(x.seller_item) != said(y.seller_item) ||
            said(x.buyer_item) != said(y.buyer_item) || said(x.quantity) != said(y.quantity) ||
            said(x.unit_price) != said(y.unit_price) || day(x.requested) != day(y.requested))
            return false;
    }
    return true;
}

} // namespace besteld
