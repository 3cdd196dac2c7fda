// SPDX-License-Identifier: Apache-2.0
// PEPPOL-T01 and PEPPOL-T114: what an order and a change must say and how their amounts agree.
#include "parsers/xml/peppol_rules.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace besteld::parsers {

namespace {

using Amount = std::optional<Decimal>;

constexpr Decimal largest = Decimal::from_units(std::int64_t{1'000'000'000} * Decimal::scale);
constexpr Decimal slack = Decimal::from_units(2 * Decimal::scale / 100);
constexpr std::string_view countries =
    "AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CX CY CZ DE DJ DK DM DO DZ EC "
    "EE EG EH EL ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR ST SV SY SZ TC TD TF TG TH TJ "
    "TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI YE YT ZA ZM ZW";

// Nothing when it is absent, no number, or so large that sums could leave the range.
Amount amount_of(const Element& element) {
    const auto value = Decimal::parse(element.text());
    if (!value || value->abs() > largest) return std::nullopt;
    return *value;
}

Amount or_zero(const Element& element) {
    return element ? amount_of(element) : Amount(Decimal{});
}

Amount plus(Amount a, Amount b) {
    std::int64_t units = 0;
    if (!a || !b || __builtin_add_overflow(a->units(), b->units(), &units)) return std::nullopt;
    return Decimal::from_units(units);
}

Amount minus(Amount a, Amount b) {
    std::int64_t units = 0;
    if (!a || !b || __builtin_sub_overflow(a->units(), b->units(), &units)) return std::nullopt;
    return Decimal::from_units(units);
}

bool differ(Amount a, Amount b) {
    return a && b && *a != *b;
}

bool differ_beyond_slack(Amount a, Amount b) {
    const auto difference = minus(a, b);
    return difference && difference->abs() > slack;
}

bool is_negative(Amount a) {
    return a && a->is_negative();
}

std::string text_of(Amount a) {
    return a ? a->to_string() : std::string();
}

class OrderRules {
public:
    OrderRules(const Element& root, std::string_view prefix, PeppolBreaches& breaches)
        : root_(root), prefix_(prefix), breaches_(breaches),
          currency_(root.at("DocumentCurrencyCode").text()) {}

    void check() {
        head();
        std::set<std::string> ids;
        Amount lines = Decimal{};
        for (const auto& line : root_.all("OrderLine")) {
            const auto item = line.at("LineItem");
            check_line(item, ids);
            lines = plus(lines, or_zero(item.at("LineExtensionAmount")));
        }
        const auto charges = root_.all("AllowanceCharge");
        for (const auto& charge : charges)
            check_charge(charge);
        if (const auto total = root_.at("AnticipatedMonetaryTotal"))
            check_total(total, lines, sum(charges, "false"), sum(charges, "true"));
    }

private:
    // B00101 to B00108: the elements of the document that must be there.
    void head() {
        constexpr auto mandatory = std::to_array<std::string_view>(
            {"CustomizationID", "ProfileID", "ID", "IssueDate", "DocumentCurrencyCode",
             "BuyerCustomerParty", "SellerSupplierParty", "OrderLine"});
        for (std::size_t i = 0; i < mandatory.size(); ++i)
            if (!root_.at(mandatory[i]))
                // The change has more of them, so that the last figure is another one there.
                breaches_.fatal(prefix_ == "PEPPOL-T01" ? cat(prefix_, "-B0010", i + 1)
                                                        : cat(prefix_, "-B001"),
                                root_, cat(mandatory[i], " must be given"));
        for (const auto* path : {"BuyerCustomerParty/Party", "SellerSupplierParty/Party"})
            check_party(root_.at(path));
        check_amount(root_.at("TaxTotal/TaxAmount"));
        if (!root_.at("ValidityPeriod/EndDate"))
            breaches_.warning(id("R002"), root_, "no validity end date is given");
        const auto originator = root_.at("OriginatorCustomerParty");
        if (originator && originator.at("Party/PartyName/Name").text().empty() &&
            originator.at("Party/PartyIdentification/ID").text().empty())
            breaches_.fatal(id("R014"), originator, "the originator has no name and no identifier");
    }

    void check_party(const Element& party) {
        for (const auto& scheme : party.all("PartyTaxScheme")) {
            const auto number = scheme.at("CompanyID");
            const auto text = number.text();
            if (scheme.at("TaxScheme/ID").text() != "VAT" || text.size() < 2) continue;
            if (countries.find(text.substr(0, 2)) == std::string_view::npos ||
                text.substr(0, 2).find(' ') != std::string::npos)
                breaches_.fatal(id("R026"), number,
                                cat("VAT number ", text, " does not begin with a country"));
        }
    }

    void check_currency(const Element& amount) {
        const auto currency = amount.attribute("currencyID");
        if (!currency.empty() && !currency_.empty() && currency != currency_)
            breaches_.fatal(id("R003"), amount,
                            cat("an amount is in ", currency, ", the document in ", currency_));
    }

    void check_amount(const Element& amount) {
        if (!amount) return;
        check_currency(amount);
        const auto text = amount.text();
        const auto point = text.find('.');
        if (point != std::string::npos && text.size() - point - 1 > 2)
            // T114's file names this rule by T01's id.
            breaches_.fatal("PEPPOL-T01-R028", amount,
                            cat("amount ", text, " has more than two decimals"));
    }

    Amount sum(const std::vector<Element>& charges, std::string_view indicator) {
        Amount all = Decimal{};
        for (const auto& charge : charges)
            if (charge.at("ChargeIndicator").text() == indicator)
                all = plus(all, or_zero(charge.at("Amount")));
        return all;
    }

    void check_charge(const Element& charge) {
        const auto amount = charge.at("Amount");
        const auto base = charge.at("BaseAmount");
        const auto percent = charge.at("MultiplierFactorNumeric");
        check_amount(amount);
        check_amount(base);
        for (const auto& category : charge.all("TaxCategory"))
            check_tax(category);
        if (percent && !base)
            breaches_.fatal(id("R020"), charge, "a percentage without its base amount");
        if (base && !percent)
            breaches_.fatal(id("R021"), charge, "a base amount without its percentage");
        if (const auto share = share_of(base, percent);
            share && differ_beyond_slack(or_zero(amount), share))
            breaches_.fatal(
                id("R022"), charge,
                cat("amount ", amount.text(), " is not ", percent.text(), " % of ", base.text()));
        if (!charge.at("AllowanceChargeReason") && !charge.at("AllowanceChargeReasonCode"))
            breaches_.fatal(id("R023"), charge, "an allowance or charge without its reason");
        if (is_negative(amount_of(amount)))
            breaches_.fatal(id("R032"), amount, cat("amount ", amount.text(), " is negative"));
    }

    static Amount share_of(const Element& base, const Element& percent) {
        const auto whole = amount_of(base);
        const auto rate = amount_of(percent);
        if (!whole || !rate) return std::nullopt;
        const auto share = multiply_divide(*whole, *rate, Decimal{100}, Decimal::places);
        return share ? Amount(*share) : std::nullopt;
    }

    void check_line(const Element& item, std::set<std::string>& ids) {
        const auto line_id = item.at("ID").text();
        if (line_id.empty() || !ids.insert(line_id).second)
            breaches_.fatal(id("R001"), item,
                            line_id.empty() ? std::string("a line without number")
                                            : cat("line number ", line_id, " stands twice"));
        const auto quantity = item.at("Quantity");
        if (!quantity) breaches_.warning(id("R013"), item, "a line without quantity");
        if (is_negative(amount_of(quantity)))
            breaches_.fatal(id("R004"), quantity,
                            cat("quantity ", quantity.text(), " is negative"));
        check_amount(item.at("LineExtensionAmount"));
        for (const auto& charge : item.all("AllowanceCharge"))
            check_charge(charge);
        check_price(item.at("Price"));
        check_line_amount(item);
        for (const auto& category : item.at("Item").all("ClassifiedTaxCategory"))
            check_tax(category);
    }

    void check_price(const Element& price) {
        if (!price) return;
        const auto amount = price.at("PriceAmount");
        const auto base = price.at("BaseQuantity");
        const auto gross = price.at("AllowanceCharge/BaseAmount");
        const auto discount = price.at("AllowanceCharge/Amount");
        check_currency(amount);
        if (is_negative(amount_of(amount)))
            breaches_.fatal(id("R005"), amount, cat("price ", amount.text(), " is negative"));
        const auto per = amount_of(base);
        if (per && (per->is_negative() || per->is_zero()))
            breaches_.fatal(id("R025"), base, cat("a price for ", base.text(), " units"));
        if (is_negative(amount_of(gross)))
            breaches_.fatal(id("R027"), gross, cat("gross price ", gross.text(), " is negative"));
        if (is_negative(amount_of(discount)))
            breaches_.fatal(id("R033"), discount,
                            cat("discount ", discount.text(), " is negative"));
        if (gross && differ(amount_of(amount), minus(amount_of(gross), or_zero(discount))))
            breaches_.fatal(
                id("R019"), amount,
                cat("price ", amount.text(), " is not ", gross.text(), " less ", discount.text()));
    }

    void check_line_amount(const Element& item) {
        const auto quantity = item.at("Quantity");
        const auto charges = item.all("AllowanceCharge");
        const auto base = amount_of(item.at("Price/BaseQuantity"));
        const auto ordered = quantity ? amount_of(quantity) : Amount(Decimal{1});
        const auto price = or_zero(item.at("Price/PriceAmount"));
        if (!ordered || !price) return;
        const auto product = multiply_divide(
            *ordered, *price, base && !base->is_zero() ? *base : Decimal{1}, Decimal::places);
        if (!product) return;
        const auto wanted =
            minus(plus(Amount(*product), sum(charges, "true")), sum(charges, "false"));
        const auto amount = item.at("LineExtensionAmount");
        if (!differ_beyond_slack(or_zero(amount), wanted)) return;
        // Peppol takes an amount that is not given for 0; it contradicts nothing, so it is no
        // doubt.
        if (!amount)
            breaches_.warning(
                id("R024"), item,
                cat("no line amount is given, quantity and price make ", text_of(wanted)));
        else
            breaches_.fatal(
                id("R024"), amount,
                cat("line amount ", amount.text(), ", quantity and price make ", text_of(wanted)));
    }

    void check_tax(const Element& category) {
        const auto code = category.at("ID").text();
        const auto percent = category.at("Percent");
        if (!percent && code != "O")
            breaches_.fatal(id("R029"), category, "a tax category without its rate");
        const auto rate = amount_of(percent);
        if (code == "S" && (!rate || rate->is_negative() || rate->is_zero()))
            breaches_.fatal(id("R030"), category, "the standard tax rate must be above zero");
    }

    void check_total(const Element& total, Amount lines, Amount allowances, Amount charges) {
        for (const auto& one : total.children())
            check_amount(one);
        const auto stated = amount_of(total.at("LineExtensionAmount"));
        const auto payable = amount_of(total.at("PayableAmount"));
        const auto inclusive = total.at("TaxInclusiveAmount");
        const auto less = or_zero(total.at("AllowanceTotalAmount"));
        const auto more = or_zero(total.at("ChargeTotalAmount"));
        const auto net = plus(minus(stated, less), more);
        const auto exclusive_element = total.at("TaxExclusiveAmount");
        const auto exclusive = exclusive_element ? amount_of(exclusive_element) : net;
        if (is_negative(payable)) told("R006", total, "the amount to be paid", payable, {});
        if (is_negative(stated)) told("R007", total, "the sum of the lines", stated, {});
        if (differ(stated, lines)) told("R008", total, "the sum of the lines", stated, lines);
        if (differ(less, allowances))
            told("R009", total, "the sum of allowances", less, allowances);
        if (differ(more, charges)) told("R010", total, "the sum of charges", more, charges);
        if (differ(exclusive, net)) told("R011", total, "the total without tax", exclusive, net);
        if (!inclusive) return;
        const auto gross = amount_of(inclusive);
        const auto due = plus(minus(gross, or_zero(total.at("PrepaidAmount"))),
                              or_zero(total.at("PayableRoundingAmount")));
        if (differ(payable, due)) told("R016", total, "the amount to be paid", payable, due);
        const auto tax = root_.at("TaxTotal");
        const auto wanted = plus(exclusive, or_zero(tax.at("TaxAmount")));
        if (tax && differ(gross, wanted)) told("R017", total, "the total with tax", gross, wanted);
    }

    void told(std::string_view rule, const Element& at, std::string_view what, Amount stated,
              Amount wanted) {
        breaches_.fatal(
            id(rule), at,
            wanted ? cat(what, " is ", text_of(stated), ", the document makes ", text_of(wanted))
                   : cat(what, " is ", text_of(stated)));
    }

    std::string id(std::string_view rule) const { return cat(prefix_, "-", rule); }

    const Element& root_;
    std::string_view prefix_;
    PeppolBreaches& breaches_;
    std::string currency_;
};

} // namespace

void check_peppol_order(const Element& root, std::string_view prefix, PeppolBreaches& breaches) {
    OrderRules(root, prefix, breaches).check();
}

} // namespace besteld::parsers
