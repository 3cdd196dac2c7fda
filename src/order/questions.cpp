// SPDX-License-Identifier: Apache-2.0
#include "order/questions.hpp"

#include "base/text.hpp"
#include "order/decide.hpp"
#include "order/finding_values.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool is_about_quantity(Check check) {
    switch (check) {
    case Check::not_a_multiple:
    case Check::below_minimum_quantity:
    case Check::above_maximum_quantity:
    case Check::fraction_of_a_piece:
        return true;
    default:
        return false;
    }
}

// The field that a suggested correction of this finding belongs to; empty: none that a letter could
// stand for.
std::string field_of(const Finding& finding) {
    switch (finding.check) {
    case Check::ship_to_not_permitted:
    case Check::ship_to_incomplete:
        return "ship_to";
    case Check::item_unknown:
    case Check::description_contradicts:
    case Check::item_not_sellable:
        return finding.line ? "line.sku" : "";
    case Check::despatch_date_given:
        return finding.line ? "line.requested" : "requested";
    case Check::price_includes_tax:
        return finding.line ? "line.price" : "";
    default:
        return {};
    }
}

// What a clerk may do with it, he may let the customer choose.
bool clerk_may(const Finding& finding, Resolution resolution) {
    const auto way = std::ranges::find(finding.ways_out, resolution, &WayOut::resolution);
    return way != finding.ways_out.end() && !is_for_credit(finding.check) &&
           !refuse_resolution(finding, resolution, Role::clerk, "answered");
}

const OrderLine* line_of(const Order& order, const std::optional<std::uint32_t>& index) {
    if (!index) return nullptr;
    const auto found = std::ranges::find(order.lines, *index, &OrderLine::index);
    return found == order.lines.end() ? nullptr : &*found;
}

class Offer {
public:
    Offer(Question& question, const Finding& finding, const Order& order, const Terms& terms)
        : question_(question), finding_(finding), order_(order), terms_(terms) {}

    void make() {
        if (clerk_may(finding_, Resolution::accept_agreed)) agreed();
        if (finding_.check == Check::not_a_multiple) other_pack();
        if (finding_.suggested && clerk_may(finding_, *finding_.suggested) &&
            (finding_.suggested == Resolution::correct ||
             finding_.suggested == Resolution::substitute))
            corrected();
        for (const auto resolution : {Resolution::split, Resolution::reduce})
            if (finding_.suggested == resolution && clerk_may(finding_, resolution))
                add(with_unit(finding_.suggested_value),
                    {.value = finding_.suggested_value, .resolution = resolution});
    }

private:
    void add(std::string words, ChoiceEffect effect) {
        if (words.empty() || std::ranges::find(question_.choices, words) != question_.choices.end())
            return;
        question_.choices.push_back(std::move(words));
        question_.effects.push_back(std::move(effect));
    }

    // Our value stands, now with the customer's word for it.
    void agreed() {
        const std::string ours(agreed_text(finding_));
        std::string words = is_about_quantity(finding_.check) ? with_unit(ours) : ours;
        // "0.74" is suggested of "0.74 EUR": the currency belongs to the choice.
        const std::string stated = finding_.agreed.substr(0, finding_.agreed.find(','));
        if (leading_decimal(stated) && leading_decimal(stated) == leading_decimal(ours) &&
            !is_about_quantity(finding_.check))
            words = stated;
        add(words, {.value = ours, .resolution = Resolution::accept_agreed});
    }

    // "108" of "100 XRO": 108 XRO.
    std::string with_unit(const std::string& value) const {
        const std::string unit = word_after_decimal(finding_.ordered);
        const bool bare = value.find(' ') == std::string::npos && leading_decimal(value);
        return bare && !unit.empty() ? cat(value, " ", unit) : value;
    }

    // Whole packs on the other side of what was ordered: 72 beside 108 for 100 in packs of 36.
    void other_pack() {
        const auto* line = line_of(order_, finding_.line);
        constexpr std::string_view lead = "a multiple of ";
        const auto at = finding_.agreed.find(lead);
        if (!line || !line->quantity || line->unit != line->stock_unit || at == std::string::npos)
            return;
        const auto pack = leading_decimal(finding_.agreed.substr(at + lead.size()));
        const auto ours = leading_decimal(agreed_text(finding_));
        if (!pack || *pack <= Decimal{} || !ours) return;
        const auto units = line->quantity->value.units();
        const auto below = Decimal::from_units(units - units % pack->units());
        const auto other = *ours > line->quantity->value ? below : below + *pack;
        if (other <= Decimal{} || other == *ours) return;
        add(with_unit(other.to_string()),
            {.field = "line.quantity", .line = finding_.line, .value = other.to_string()});
    }

    void corrected() {
        const std::string field = field_of(finding_);
        if (field.empty() || finding_.suggested_value.empty()) return;
        ChoiceEffect effect{.field = field, .line = {}, .value = finding_.suggested_value};
        if (field.starts_with("line.")) effect.line = finding_.line;
        add(words_for(field), std::move(effect));
    }

    // The customer knows an address and a name, not our numbers of them.
    std::string words_for(const std::string& field) const {
        const std::string& value = finding_.suggested_value;
        if (field == "ship_to") {
            const auto to = std::ranges::find(terms_.ship_tos, value, &ShipTo::id);
            return to == terms_.ship_tos.end()
                       ? std::string{}
                       : cat(to->street, " ", to->house_no, ", ", to->postcode, " ", to->city);
        }
        if (field == "line.sku") {
            const auto item = terms_.items.find(value);
            return item == terms_.items.end() ? value : cat(value, " ", name_of_item(item->second));
        }
        return value;
    }

    std::string name_of_item(const Item& item) const {
        for (const auto& language : {order_.language, std::string()})
            if (const auto name = item.names.find(language); name != item.names.end())
                return name->second;
        return {};
    }

    Question& question_;
    const Finding& finding_;
    const Order& order_;
    const Terms& terms_;
};

void offer_choice_of(Question& question, const std::vector<Finding>& findings, const Order& order,
                     const Terms& terms) {
    if (!question.free_text.empty()) return;
    const auto about = std::ranges::find_if(findings, [&](const Finding& finding) {
        return name_of(finding.check) == question.check && finding.line == question.line &&
               finding.ordered == question.ordered && finding.agreed == question.agreed;
    });
    if (about != findings.end()) Offer(question, *about, order, terms).make();
}

} // namespace

Question question_about(const Finding& finding, const std::string& free_text) {
    return {.check = std::string(name_of(finding.check)),
            .line = finding.line,
            .quote = finding.quote,
            .ordered = finding.ordered,
            .agreed = finding.agreed,
            .free_text = free_text};
}

void offer_choices(std::vector<Question>& questions, const std::vector<Finding>& findings,
                   const Order& order, const Terms& terms) {
    for (auto& question : questions)
        offer_choice_of(question, findings, order, terms);
}

} // namespace besteld
