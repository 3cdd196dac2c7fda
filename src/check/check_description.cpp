// SPDX-License-Identifier: Apache-2.0
// D06 stated properties against the article's, D07 a description that means something else than
// the number beside it. Only where a number of ours or theirs named the article: words that named
// it have been compared already.

#include "base/text.hpp"
#include "check/item_checks.hpp"
#include "check/line_value.hpp"
#include "check/own_limits.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr int alike_enough = 60; // percent, inclusive (domain.md CK-D07)

bool was_named_by_number(const OrderLine& line) {
    return line.match_step == "M1" || line.match_step == "M2" || line.match_step == "M3" ||
           line.match_step == "M4";
}

// The article that the words describe rather, when base data offer one.
std::string meant_by_words(const ItemQuestion& question, const ItemWords& asked) {
    std::string sku;
    int best = 0;
    for (const DescribedItem& described : question.index.described()) {
        const Likeness like = likeness(asked, described);
        if (!like.differs.empty() || described.item->sku == question.item.sku) continue;
        if (like.percent == best) sku.clear(); // two fit equally: none is offered
        if (like.percent <= best) continue;
        best = like.percent;
        sku = described.item->sku;
    }
    return best >= alike_enough ? sku : std::string{};
}

void add(const ItemQuestion& question, const ItemWords& asked, Findings& findings,
         Finding finding) {
    finding.clause = cat("article ", question.item.sku);
    finding.money = expected_value(question.inquiry, question.line);
    quote(finding, question.draft.name->place, question.draft.name->value);
    if (std::string rather = meant_by_words(question, asked); !rather.empty())
        suggest(finding, Resolution::correct, std::move(rather));
    findings.push_back(std::move(finding));
}

// "NK-210" as its own description says nothing that could contradict.
bool is_only_a_number(const LineDraft& line, const Item& item) {
    const std::string words = normalise_code(line.name->value);
    if (words == normalise_code(item.sku)) return true;
    return std::ranges::any_of(std::array{&line.seller_item, &line.buyer_item, &line.gtin},
                               [&](const MaybeField* number) {
                                   return *number && normalise_code((*number)->value) == words;
                               });
}

Decimal least_alike(const Terms& terms) {
    return own_limit(terms, Check::description_contradicts).value_or(Decimal{alike_enough});
}

// How alike the line's words and the article are, in percent, when that is not enough.
std::optional<int> too_little_alike(const LineDraft& line, const Item& item, const Terms& terms) {
    if (is_only_a_number(line, item)) return std::nullopt;
    const auto alike = resemblance(item_words(line.name->value), describe(item));
    return alike && Decimal{*alike} < least_alike(terms) ? alike : std::nullopt;
}

std::string shown_name(const Item& item) {
    const auto plain = item.names.find("");
    if (plain != item.names.end()) return plain->second;
    return item.names.empty() ? item.sku : item.names.begin()->second;
}

} // namespace

void check_specification(const ItemQuestion& question, Findings& findings) {
    if (!was_named_by_number(question.line) || !question.draft.name) return;
    const ItemWords asked = item_words(question.draft.name->value);
    for (const PropertyDifference& difference :
         property_differences(asked, describe(question.item))) {
        Finding finding = new_finding(question.inquiry, Check::specification_differs,
                                      question.line.index, difference.asked, difference.has);
        finding.difference = cat(difference.asked, " instead of ", difference.has);
        finding.trace = cat(question.match.trace, "; described as ", difference.asked);
        finding.passes_if = cat("the description says ", difference.has, " or nothing of it");
        add(question, asked, findings, std::move(finding));
    }
}

void check_description(const ItemQuestion& question, Findings& findings) {
    if (!was_named_by_number(question.line) || !question.draft.name) return;
    const Terms& terms = question.inquiry.terms;
    const auto alike = too_little_alike(question.draft, question.item, terms);
    if (!alike) return;
    Finding finding =
        new_finding(question.inquiry, Check::description_contradicts, question.line.index,
                    question.draft.name->value, shown_name(question.item));
    finding.difference = cat(*alike, " %");
    finding.trace = cat(question.match.trace, "; description ", *alike, " % alike");
    finding.passes_if =
        cat("description and article are at least ", least_alike(terms).to_string(), " % alike");
    add(question, item_words(question.draft.name->value), findings, std::move(finding));
}

bool words_are_wanted(const OrderDraft& draft, const Terms& terms, Date on) {
    const ItemIndex index(terms);
    return std::ranges::any_of(draft.lines, [&](const LineDraft& line) {
        if (!line.name || !states_a_code(line)) return false;
        const auto item = terms.items.find(match_item(line, index, on, written_by(draft)).sku);
        if (item == terms.items.end()) return true;
        return too_little_alike(line, item->second, terms) ||
               !property_differences(item_words(line.name->value), describe(item->second)).empty();
    });
}

} // namespace besteld
