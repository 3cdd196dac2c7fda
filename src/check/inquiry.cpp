// SPDX-License-Identifier: Apache-2.0
#include "check/inquiry.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "check/catalogue.hpp"
#include "check/prices.hpp"
#include "order/currency.hpp"

namespace besteld {

namespace {

// Parts and later rests are offered to everybody only where the agreement allows them (domain.md
// S04, S05).
bool needs_lead(const CatalogueWay& way, const Terms& terms) {
    if (way.lead_only) return true;
    if (!terms.agreement) return false;
    const Agreement& agreement = *terms.agreement;
    if (way.resolution == Resolution::split)
        return agreement.complete_only || !agreement.partial_allowed;
    if (way.resolution == Resolution::backorder)
        return agreement.complete_only || !agreement.backorder_allowed;
    return false;
}

} // namespace

Inquiry inquiry_into(const OrderDraft& draft, const Order& order, const Origins& origins,
                     const Identification& who, const Terms& terms, Instant now) {
    const Zone zone(terms.seller.zone);
    return {.draft = draft,
            .order = order,
            .origins = origins,
            .who = who,
            .terms = terms,
            .now = now,
            .received_on = zone.date_of(origins.received_at),
            .today = zone.date_of(now),
            .digits = currency_digits(order.currency)};
}

Finding new_finding(const Inquiry& inquiry, Check check, LineIndex line, std::string ordered,
                    std::string agreed) {
    const CatalogueEntry& entry = entry_of(check);
    Finding finding{.check = check,
                    .severity = severity_of(check, inquiry.terms),
                    .line = line,
                    .ordered = std::move(ordered),
                    .agreed = std::move(agreed),
                    .clause = agreement_clause(inquiry.terms),
                    .reason = std::string(entry.reason)};
    for (const CatalogueWay& way : entry.ways)
        finding.ways_out.push_back({.resolution = way.resolution,
                                    .lead_only = needs_lead(way, inquiry.terms),
                                    .consequence = {}});
    return finding;
}

Finding as_info(Finding finding) {
    finding.severity = FindingSeverity::info;
    return finding;
}

Finding not_evaluated(const Inquiry& inquiry, Check check, LineIndex line, std::string missing) {
    Finding finding = new_finding(inquiry, check, line, "", cat("not evaluated: ", missing));
    if (finding.severity == FindingSeverity::block) finding.severity = FindingSeverity::warn;
    finding.passes_if = cat("base data have ", missing);
    finding.ways_out = {
        {.resolution = Resolution::dismiss,
         .lead_only = false,
         .consequence = "you have looked it up yourself; recorded with your reason"},
        {.resolution = Resolution::ask, .lead_only = false, .consequence = {}}};
    return finding;
}

void suggest(Finding& finding, Resolution resolution, std::string value) {
    finding.suggested = resolution;
    finding.suggested_value = std::move(value);
}

void quote(Finding& finding, const Place& place, std::string_view words) {
    constexpr std::size_t longest = 500; // a finding shows words, the case shows the source
    finding.source = place;
    finding.quote = words.size() <= longest ? std::string(words)
                                            : to_valid_utf8(words.substr(0, longest)) + "…";
}

void set_consequence(Finding& finding, Resolution resolution, std::string sentence) {
    for (WayOut& way : finding.ways_out) {
        if (way.resolution == resolution) way.consequence = sentence;
    }
}

std::string subject_of(const Inquiry& inquiry, LineIndex line) {
    if (!line || *line >= inquiry.order.lines.size()) return "the order";
    return cat("line ", inquiry.order.lines[*line].buyer_line);
}

const Item* item_of(const Inquiry& inquiry, const OrderLine& line) {
    const auto found = inquiry.terms.items.find(line.sku);
    return found != inquiry.terms.items.end() ? &found->second : nullptr;
}

std::string quantity_text(const OrderLine& line) {
    if (!line.quantity) return {};
    const std::string& unit = line.unit.empty() ? line.unit_text : line.unit;
    return cat(line.quantity->value.to_string(), unit.empty() ? "" : " ", unit);
}

} // namespace besteld
