// SPDX-License-Identifier: Apache-2.0
// F10: a price that holds tax already. Three signs: the format's own qualifier, the customer's
// words, or the figure itself, when it is the agreed price with tax to the places he writes.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/price_checks.hpp"
#include "check/typed_values.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// EDIFACT 5125: AAE information price including taxes, AAB calculation gross; openTRANS gros_list.
constexpr std::array<std::string_view, 3> gross_qualifiers{"AAE", "AAB", "gros_list"};

// Written together without blanks, points, figures and percent signs.
constexpr auto words_for_tax_included = std::to_array<std::string_view>(
    {"inclbtw",      "inclusiefbtw",   "inclusivebtw",   "btwinbegrepen",
     "btwinclusief", "inklmwst",       "inklusivemwst",  "inklusivemehrwertsteuer",
     "inklust",      "inklusiveust",   "mwstenthalten",  "inclvat",
     "includingvat", "inclusiveofvat", "vatincluded",    "vatinclusive",
     "inclsalestax", "includingtax",   "inclusiveoftax", "taxincluded",
     "inclustva",    "tvacomprise",    "tvainclusa",     "toutestaxescomprises",
     "含税"});

std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : fold_case(text)) {
        const bool skipped = c == ' ' || c == '.' || c == ',' || c == '%' || c == '-' ||
                             c == '\t' || c == '\r' || c == '\n' || (c >= '0' && c <= '9');
        if (!skipped) out += c;
    }
    return out;
}

bool says_tax_included(std::string_view text) {
    const std::string words = squeezed(text);
    const auto stands = [&](std::string_view phrase) {
        const auto at = words.find(phrase);
        constexpr std::string_view no = "不"; // 不含税: tax is not included
        return at != std::string::npos && !std::string_view(words).substr(0, at).ends_with(no);
    };
    return std::ranges::any_of(words_for_tax_included, stands);
}

const Field* note_of_tax(const Inquiry& inquiry, const LineDraft& line) {
    for (const auto* notes : {&line.notes, &inquiry.draft.notes})
        for (const Field& note : *notes)
            if (says_tax_included(note.value)) return &note;
    return nullptr;
}

std::optional<Decimal> tax_rate(const Inquiry& inquiry, const OrderLine& line) {
    if (const auto stated = typed_number(inquiry.draft.lines[line.index].tax_rate, Decimal{100}))
        return stated->value;
    if (const Item* item = item_of(inquiry, line); item != nullptr && item->tax_percent)
        return item->tax_percent;
    return inquiry.terms.agreement ? std::optional(inquiry.terms.agreement->tax_percent)
                                   : std::nullopt;
}

struct Stated { // a price and why it may hold tax
    Decimal value{};
    Place place;
    std::string sign; // empty: only its figure can tell
};

// The net price where one is stated; else the first gross one.
std::optional<Stated> stated_price(const Inquiry& inquiry, const OrderLine& line) {
    const LineDraft& draft = inquiry.draft.lines[line.index];
    if (line.price) {
        Stated stated{.value = line.price->value, .place = line.price->place, .sign = {}};
        if (const Field* note = note_of_tax(inquiry, draft))
            stated.sign = cat("the customer writes \"", trim(note->value).substr(0, 80), "\"");
        return stated;
    }
    for (const PriceDraft& price : draft.prices) {
        const bool gross =
            std::ranges::find(gross_qualifiers, price.qualifier) != gross_qualifiers.end();
        const auto value = gross ? typed_number(price.value, largest_price) : std::nullopt;
        if (value)
            return Stated{.value = value->value,
                          .place = price.value.place,
                          .sign = cat("qualifier ", price.qualifier)};
    }
    return std::nullopt;
}

bool is_agreed_with_tax(Decimal stated, Decimal agreed, Decimal rate, int digits) {
    const int places = std::max(digits, places_of(stated));
    const auto gross = multiply_divide(agreed, Decimal{100} + rate, Decimal{100}, places);
    return gross && *gross == stated && stated != agreed;
}

std::optional<Decimal> without_tax(Decimal gross, Decimal rate) {
    constexpr int places = 4;
    const auto net = multiply_divide(gross, Decimal{100}, Decimal{100} + rate, places);
    return net ? std::optional(*net) : std::nullopt;
}

Finding tax_finding(const Inquiry& inquiry, const OrderLine& line, const Stated& stated,
                    const AgreedLinePrice* agreed) {
    const std::string unit = agreed != nullptr ? agreed->unit : line.unit;
    Finding finding = new_finding(
        inquiry, Check::price_includes_tax, line.index,
        price_text(inquiry, stated.value, line.price_base, unit),
        agreed != nullptr ? price_text(inquiry, agreed->per_basis, agreed->basis, agreed->unit)
                          : std::string("a price without tax"));
    if (agreed != nullptr) {
        const Decimal difference = stated.value - agreed->per_basis;
        finding.difference = cat(signed_text(difference, inquiry.digits), " (",
                                 percent_text(difference, agreed->per_basis), ")");
        finding.money = over_line(inquiry, line, *agreed, difference);
        finding.clause = agreed->agreed.clause;
        finding.trace = agreed->agreed.trace;
    }
    finding.passes_if = "the price is stated without tax";
    quote(finding, stated.place,
          cat(stated.value.to_string(), " for ", quantity_text(line), " ", line.item_text));
    return finding;
}

} // namespace

TaxInPrice check_tax_in_price(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                              const AgreedLinePrice* agreed) {
    if (line.price && line.price->origin == Origin::typed) return TaxInPrice::no; // a clerk's own
    const auto stated = stated_price(inquiry, line);
    if (!stated || stated->value <= Decimal{}) return TaxInPrice::no;
    if (agreed != nullptr && stated->value == agreed->per_basis) return TaxInPrice::no;
    const auto rate = tax_rate(inquiry, line);
    const bool taxed = rate && *rate > Decimal{};
    const bool exact = taxed && agreed != nullptr &&
                       is_agreed_with_tax(stated->value, agreed->per_basis, *rate, inquiry.digits);
    if (stated->sign.empty() && !exact) return TaxInPrice::no;
    Finding finding = tax_finding(inquiry, line, *stated, agreed);
    if (exact)
        finding.trace += cat("; with ", rate->to_string(), " % tax the agreed price is ",
                             money_text(stated->value, inquiry.digits));
    if (!stated->sign.empty()) finding.trace += cat("; ", stated->sign);
    // The price without tax, for one ordered unit; known only when the rate is.
    std::optional<Decimal> net;
    if (exact)
        net = agreed->agreed.per_stock_unit;
    else if (taxed && line.price && line.price_stock)
        net = without_tax(*line.price_stock, *rate);
    if (net)
        suggest(finding, Resolution::correct, per_ordered_unit(inquiry, line, *net));
    else
        suggest(finding, Resolution::ask, "");
    findings.push_back(std::move(finding));
    return TaxInPrice::yes;
}

} // namespace besteld
