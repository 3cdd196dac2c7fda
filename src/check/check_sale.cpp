// SPDX-License-Identifier: Apache-2.0
// D04 sellable on the day, D05 in the customer's assortment, D09 licence for what the law guards.

#include "base/text.hpp"
#include "check/calendar.hpp"
#include "check/item_checks.hpp"
#include "check/line_value.hpp"

#include <algorithm>

namespace besteld {

namespace {

Date day_of(const ItemQuestion& question) {
    const auto& requested = question.line.requested;
    return planned_day(question.inquiry.terms, question.inquiry.order.ship_to_id,
                       requested ? &requested->value : nullptr,
                       question.inquiry.origins.received_at);
}

// Phase-out counts by the day of delivery: an end after it is no finding (domain.md CK-D04).
std::string why_not_on_sale(const Item& item, Date day) {
    if (item.status != "active" && item.status != "phase_out") return cat("status ", item.status);
    if (item.sell_to && day > *item.sell_to) return cat("sold until ", to_iso(*item.sell_to));
    if (item.sell_from && day < *item.sell_from) return cat("sold from ", to_iso(*item.sell_from));
    return {};
}

const SubstitutionRule* substitution_rule(const Terms& terms, const std::string& sku) {
    const auto rule = std::ranges::find(terms.substitutions, sku, &SubstitutionRule::sku);
    return rule != terms.substitutions.end() ? &*rule : nullptr;
}

std::string substitute_trace(const ItemQuestion& question, const std::string& substitute) {
    if (question.draft.substitution_forbidden) return "the buyer takes no substitute";
    if (substitute.empty()) return "no substitute on file";
    const SubstitutionRule* rule = substitution_rule(question.inquiry.terms, question.item.sku);
    if (rule == nullptr) return cat("substitute ", substitute);
    return cat("substitute ", substitute, ", ", rule->ratio.to_string(), " for one, ",
               rule->keep_price ? "at the old price, " : "", "agreed: ", rule->mode);
}

void offer(const ItemQuestion& question, Findings& findings, Finding finding) {
    finding.money = expected_value(question.inquiry, question.line);
    quote(finding, question.line.item_place, question.line.item_text);
    findings.push_back(std::move(finding));
}

// M4: what was ordered by an old number is delivered under the new one only when somebody agrees.
void former_number(const ItemQuestion& question, Findings& findings) {
    Finding finding = new_finding(question.inquiry, Check::item_not_sellable, question.line.index,
                                  question.match.former_number, cat("now ", question.item.sku));
    finding.clause = "article data";
    finding.trace = question.match.trace;
    finding.passes_if = cat("the order says ", question.item.sku);
    suggest(finding, Resolution::substitute, question.item.sku);
    offer(question, findings, std::move(finding));
}

// The strongest rule: of the article before its group, and in each a ban before a leave.
const AssortmentRule* assortment_rule(const Terms& terms, const Item& item, Date on) {
    const AssortmentRule* best = nullptr;
    const auto rank = [](const AssortmentRule& rule) {
        return (rule.sku.empty() ? 0 : 2) + (rule.allowed ? 0 : 1);
    };
    for (const AssortmentRule& rule : terms.assortment) {
        const bool valid = rule.valid_from <= on && (!rule.valid_to || on <= *rule.valid_to);
        const bool of_item = rule.sku == item.sku;
        const bool of_group =
            rule.sku.empty() && !rule.item_group.empty() && rule.item_group == item.item_group;
        if (!valid || (!of_item && !of_group)) continue;
        if (best == nullptr || rank(rule) > rank(*best)) best = &rule;
    }
    return best;
}

bool is_closed_list(const Terms& terms, Date on) {
    return std::ranges::any_of(terms.assortment, [&](const AssortmentRule& rule) {
        return rule.allowed && rule.valid_from <= on && (!rule.valid_to || on <= *rule.valid_to);
    });
}

const Licence* licence_for(const Customer& customer, const std::string& item_class) {
    const auto found = std::ranges::find(customer.licences, item_class, &Licence::kind);
    return found != customer.licences.end() ? &*found : nullptr;
}

} // namespace

std::string substitute_of(const ItemQuestion& question, Date on) {
    const Terms& terms = question.inquiry.terms;
    if (question.draft.substitution_forbidden) return {};
    const SubstitutionRule* rule = substitution_rule(terms, question.item.sku);
    if (rule != nullptr && rule->mode == "forbidden") return {};
    const std::string& sku = rule != nullptr ? rule->substitute : question.item.substitute;
    const auto item = terms.items.find(sku);
    if (item != terms.items.end() && !why_not_on_sale(item->second, on).empty()) return {};
    return sku;
}

void check_sellable(const ItemQuestion& question, Findings& findings) {
    const Item& item = question.item;
    if (!question.match.former_number.empty() && question.line.match_step == "M4")
        former_number(question, findings);
    const Date day = day_of(question);
    const std::string why = why_not_on_sale(item, day);
    if (why.empty()) return;
    const std::string substitute = substitute_of(question, day);
    Finding finding = new_finding(question.inquiry, Check::item_not_sellable, question.line.index,
                                  cat(item.sku, " for ", to_iso(day)), why);
    finding.clause = "article data";
    finding.passes_if = "the article is on sale on the day of delivery";
    finding.trace = substitute_trace(question, substitute);
    if (!substitute.empty()) suggest(finding, Resolution::substitute, substitute);
    offer(question, findings, std::move(finding));
}

void check_assortment(const ItemQuestion& question, Findings& findings) {
    const Inquiry& inquiry = question.inquiry;
    const Item& item = question.item;
    const AssortmentRule* rule = assortment_rule(inquiry.terms, item, inquiry.received_on);
    const bool closed = is_closed_list(inquiry.terms, inquiry.received_on);
    if (rule != nullptr ? rule->allowed : !closed) return;
    const std::string name = rule == nullptr || !rule->sku.empty()
                                 ? item.sku
                                 : cat(item.sku, " of group ", item.item_group);
    Finding finding = new_finding(inquiry, Check::not_in_assortment, question.line.index, name,
                                  rule != nullptr ? "excluded" : "not on the agreed list");
    finding.trace = rule != nullptr ? cat("a rule of ", to_iso(rule->valid_from), " excludes it")
                                    : "the assortment is a closed list and does not hold it";
    finding.passes_if = cat("the agreed assortment holds ", item.sku);
    suggest(finding, Resolution::reject, "");
    offer(question, findings, std::move(finding));
}

// Every class of an article asks for a licence of that kind; export control is a matter of
// countries and parties (CK-B10).
void check_licences(const ItemQuestion& question, Findings& findings) {
    const auto& customer = question.inquiry.terms.customer;
    if (!customer) return;
    const Date day = day_of(question);
    for (const std::string& item_class : question.item.classes) {
        if (item_class == "export_controlled") continue;
        const Licence* licence = licence_for(*customer, item_class);
        if (licence != nullptr && (!licence->valid_to || day <= *licence->valid_to)) continue;
        Finding finding =
            new_finding(question.inquiry, Check::licence_missing, question.line.index,
                        cat(question.item.sku, " is ", item_class),
                        licence == nullptr ? cat("no licence for ", item_class)
                                           : cat("licence ", licence->number, " ended ",
                                                 to_iso(*licence->valid_to)));
        finding.clause = cat("article ", question.item.sku, ", class ", item_class);
        finding.trace = cat("licences on file: ", customer->licences.size());
        finding.passes_if = cat("the customer has a licence for ", item_class, " on ", to_iso(day));
        offer(question, findings, std::move(finding));
    }
}

} // namespace besteld
