// SPDX-License-Identifier: Apache-2.0
// D01 identified, D02 identifiers agree, D03 check digit, D08 duplicate lines; calls the checks of
// one article.

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/families.hpp"
#include "check/item_checks.hpp"
#include "check/line_value.hpp"

#include <array>
#include <map>
#include <tuple>

namespace besteld {

namespace {

// M8: what it may mean, best first.
std::string offers_of(const ItemMatch& match) {
    std::vector<std::string> offers;
    for (const ItemCandidate& candidate : match.candidates)
        offers.push_back(cat(candidate.sku, " (", candidate.score, " %",
                             candidate.differs.empty() ? "" : ", not ", candidate.differs, ")"));
    return offers.empty() ? std::string("nothing alike") : join(offers, ", ");
}

void item_unknown(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                  const ItemMatch& match) {
    Finding finding = new_finding(inquiry, Check::item_unknown, line.index,
                                  line.item_text.empty() ? "no item named" : line.item_text,
                                  "one of our articles");
    finding.clause.clear();
    finding.trace =
        cat("tried our number, GTIN, the buyer's number, description: ", offers_of(match));
    finding.passes_if = "a number or description names exactly one article";
    quote(finding, line.item_place, line.item_text);
    const bool tie =
        match.candidates.size() > 1 && match.candidates[0].score == match.candidates[1].score;
    // What lacks a stated dimension is shown, but not laid under the clerk's hand.
    if (!match.candidates.empty() && !tie && match.candidates.front().differs.empty())
        suggest(finding, Resolution::correct, match.candidates.front().sku);
    findings.push_back(std::move(finding));
}

void identifiers_disagree(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                          const ItemMatch& match) {
    Finding finding = new_finding(inquiry, Check::item_identifiers_disagree, line.index,
                                  match.conflict, "one article by every number");
    finding.clause.clear();
    finding.trace = match.conflict;
    finding.passes_if = "all numbers of the line name the same article";
    quote(finding, line.item_place, line.item_text);
    findings.push_back(std::move(finding));
}

void check_gtins(const Inquiry& inquiry, Findings& findings, const OrderLine& line) {
    for (const std::string& written : gtins_of(inquiry.draft.lines[line.index])) {
        if (written.empty() || gtin14(written)) continue;
        Finding finding = new_finding(inquiry, Check::gtin_check_digit_wrong, line.index, written,
                                      "a GTIN of 8, 12, 13 or 14 digits whose check digit fits");
        finding.clause.clear();
        finding.trace = "not used to find the article";
        finding.passes_if = "the GTIN's check digit fits";
        quote(finding, line.item_place, written);
        findings.push_back(std::move(finding));
    }
}

// Where a line goes when it says so itself: its ship-to's numbers, name and postcode.
std::string place_of(const LineDraft& line) {
    std::vector<std::string> words;
    for (const PartyDraft& party : line.parties) {
        if (party.role != PartyRole::ship_to) continue;
        for (const auto& id : party.ids)
            words.push_back(normalise_code(id.value.id));
        for (const MaybeField* field : {&party.name, &party.postcode, &party.city})
            if (*field) words.push_back(to_lower_ascii((*field)->value));
    }
    return join(words, "|");
}

void check_repeated_lines(const Inquiry& inquiry, Findings& findings) {
    std::map<std::tuple<std::string, std::string, std::string, std::string>, const OrderLine*> seen;
    for (const OrderLine& line : inquiry.order.lines) {
        if (line.sku.empty()) continue;
        const DateSpec date = line.requested ? line.requested->value : DateSpec{};
        const auto key = std::tuple(line.sku, date.start.value_or(""), date.end.value_or(""),
                                    place_of(inquiry.draft.lines[line.index]));
        const auto [earlier, is_new] = seen.emplace(key, &line);
        if (is_new) continue;
        const OrderLine& first = *earlier->second;
        Finding finding = new_finding(
            inquiry, Check::duplicate_lines, line.index, cat(line.sku, " ", quantity_text(line)),
            cat("line ", first.buyer_line, " has ", first.sku, " ", quantity_text(first)));
        finding.clause.clear();
        finding.passes_if = "an article stands once per delivery date";
        finding.trace = "same article, date and address";
        finding.money = expected_value(inquiry, line);
        quote(finding, line.item_place, line.item_text);
        findings.push_back(std::move(finding));
    }
}

using ItemCheck = void (*)(const ItemQuestion&, Findings&);
constexpr std::array<ItemCheck, 5> of_one_article{
    check_sellable, check_assortment, check_specification, check_description, check_licences};

} // namespace

ItemMatch match_again(const Inquiry& inquiry, const ItemIndex& index, const OrderLine& line) {
    return match_item(inquiry.draft.lines[line.index], index, inquiry.received_on,
                      written_by(inquiry.draft));
}

void check_items(const Inquiry& inquiry, Findings& findings) {
    if (inquiry.order.lines.empty()) {
        Finding finding =
            new_finding(inquiry, Check::item_unknown, header, "no line", "at least one line");
        finding.passes_if = "the order has a line";
        findings.push_back(std::move(finding));
    }
    const ItemIndex index(inquiry.terms);
    for (const OrderLine& line : inquiry.order.lines) {
        const ItemMatch match = match_again(inquiry, index, line);
        if (line.sku.empty()) item_unknown(inquiry, findings, line, match);
        // A clerk who named the article has answered what its numbers leave open.
        if (line.match_step != "typed") {
            if (!match.conflict.empty()) identifiers_disagree(inquiry, findings, line, match);
            check_gtins(inquiry, findings, line);
        }
        const Item* item = item_of(inquiry, line);
        if (item == nullptr) continue;
        const LineDraft& draft = inquiry.draft.lines[line.index];
        for (const auto check : of_one_article)
            check({inquiry, index, line, draft, *item, match}, findings);
    }
    check_repeated_lines(inquiry, findings);
}

} // namespace besteld
