// SPDX-License-Identifier: Apache-2.0
// J04 shelf life: what is left on the day of delivery of the batches in stock, against what the
// order or the article asks.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/families.hpp"
#include "check/own_limits.hpp"
#include "check/shelf_life_words.hpp"
#include "check/stock_demand.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

struct Asked {
    int days = 0;
    Place place;
    std::string words; // of the order; empty: the article's own rule
};

// What the line's notes ask goes before what the article is sold with.
std::optional<Asked> asked_of(const Inquiry& inquiry, const OrderLine& line, const Item& item) {
    const auto& lines = inquiry.draft.lines;
    std::vector<const Field*> notes;
    if (line.index < lines.size())
        for (const Field& note : lines[line.index].notes)
            notes.push_back(&note);
    for (const Field& note : inquiry.draft.notes)
        notes.push_back(&note);
    for (const Field* note : notes)
        if (const auto days = shelf_life_asked(note->value))
            return Asked{.days = *days, .place = note->place, .words = note->value};
    if (!item.shelf_life_days) return std::nullopt;
    return Asked{.days = *item.shelf_life_days};
}

struct Batches {
    Decimal fresh{};                  // lasts long enough
    Decimal held{};                   // of all batches
    std::optional<std::int64_t> best; // days left of the best that does not, or of any
    std::string trace;
};

// A batch without a date is no proof of freshness.
Batches sort_batches(const Stock& stock, Date day, int asked) {
    Batches sorted;
    std::vector<std::string> words;
    for (const Batch& batch : stock.batches) {
        sorted.held = plus(sorted.held, batch.quantity).value_or(sorted.held);
        if (!batch.best_before) {
            words.push_back(cat(batch.number, ": no date"));
            continue;
        }
        const std::int64_t left = (*batch.best_before - day).count();
        if (left >= asked)
            sorted.fresh = plus(sorted.fresh, batch.quantity).value_or(sorted.fresh);
        else
            sorted.best = std::max(sorted.best.value_or(left), left);
        words.push_back(cat(batch.number, ": ", batch.quantity.to_string(), " best before ",
                            to_iso(*batch.best_before)));
    }
    sorted.trace = join(words, "; ");
    return sorted;
}

void check_line(const Inquiry& inquiry, Findings& findings, const Demand& demand) {
    const auto found = inquiry.terms.stock.find(demand.line.sku);
    const auto asked = asked_of(inquiry, demand.line, demand.item);
    if (found == inquiry.terms.stock.end() || !asked || found->second.batches.empty()) return;
    const int grace = own_days(inquiry.terms, Check::shelf_life_too_short, 0);
    const Batches batches = sort_batches(found->second, demand.day, asked->days - grace);
    // What is free beyond the batches has yet to come in, and comes in fresh.
    const Decimal free = demand.free + demand.before;
    const Decimal coming = std::max(free - batches.held, Decimal{});
    const Decimal stale = std::max(batches.held - batches.fresh, Decimal{});
    const Decimal usable = std::min(std::max(free - stale, Decimal{}), batches.fresh + coming);
    const Decimal wanted = demand.wanted + demand.before;
    // A plain shortage is J01's to tell.
    if (std::min(wanted, free) <= usable) return;
    Finding finding = new_finding(inquiry, Check::shelf_life_too_short, demand.line.index,
                                  cat(asked->days, " days left on ", to_iso(demand.day)),
                                  batches.best ? cat(*batches.best, " days left")
                                               : std::string("no batch with a date"));
    if (batches.best) finding.difference = cat(*batches.best - asked->days, " days");
    finding.clause =
        cat("batches of ", demand.line.sku,
            asked->words.empty() ? ", shelf life of the article" : ", asked by the order");
    finding.trace =
        cat(usable.to_string(), " ", demand.line.stock_unit, " last long enough, wanted ",
            wanted.to_string(), "; ", batches.trace, "; ", age_of_figure(inquiry, demand.line.sku));
    finding.passes_if = cat(wanted.to_string(), " ", demand.line.stock_unit, " have at least ",
                            asked->days, " days left on ", to_iso(demand.day));
    quote(finding, asked->words.empty() ? demand.line.quantity->place : asked->place,
          asked->words.empty() ? cat(quantity_text(demand.line), " ", demand.line.item_text)
                               : asked->words);
    findings.push_back(std::move(finding));
}

} // namespace

void check_shelf_life(const Inquiry& inquiry, Findings& findings) {
    std::map<std::string, Decimal> taken;
    for (const OrderLine& line : inquiry.order.lines) {
        const auto demand = demand_of(inquiry, line, taken);
        if (demand) check_line(inquiry, findings, *demand);
    }
}

} // namespace besteld
