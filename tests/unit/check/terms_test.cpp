// SPDX-License-Identifier: Apache-2.0
// C01, C07, C12 and required fields, H01 to H03, H06 to H09.

#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using namespace world;

Terms with_payment(std::string terms_of_payment) {
    Terms terms = korenaar();
    terms.agreement->payment_terms = std::move(terms_of_payment);
    return terms;
}

Judged order_paying(const char* words, const Terms& terms) {
    OrderDraft draft = clean_edi_order();
    draft.payment_terms = field(words);
    return judge(draft, terms);
}

TEST(PaymentTermsCheck, comparesWhatTheOrderStates) {
    const Terms terms = with_payment("14 days 2 %, 30 days net");
    for (const char* same : {"30 Tage netto", "2/14 net 30", "14 Tage 2 % Skonto, 30 Tage netto"})
        EXPECT_FALSE(order_paying(same, terms).has(Check::payment_terms_differ)) << same;
    const Judged judged = order_paying("60 dagen netto", terms);
    const Finding* finding = judged.find(Check::payment_terms_differ);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->ordered, "60 dagen netto");
    EXPECT_EQ(finding->agreed, "14 days 2 %, 30 days net");
    EXPECT_EQ(finding->difference, "+30 days net");
    EXPECT_EQ(finding->quote, "60 dagen netto");
    EXPECT_EQ(finding->severity, FindingSeverity::warn);
    // 3 % of 547.89 where 2 % were agreed.
    const Judged more = order_paying("14 days 3 %, 30 days net", terms);
    EXPECT_EQ(more.find(Check::payment_terms_differ)->money, dec("-5.48"));
}

TEST(PaymentTermsCheck, hasATolerancePerCustomer) {
    Terms terms = with_payment("30 days net");
    terms.agreement->check_tolerance["payment_terms_differ"] = Decimal{15};
    EXPECT_EQ(order_paying("45 days net", terms).find(Check::payment_terms_differ)->severity,
              FindingSeverity::info);
    EXPECT_EQ(order_paying("46 days net", terms).find(Check::payment_terms_differ)->severity,
              FindingSeverity::warn);
}

TEST(PaymentTermsCheck, takesAPrepaymentForPartOfTheTerms) {
    Terms terms = with_payment("30 % prepaid, rest 30 days net");
    terms.agreement->prepaid_percent = 30;
    EXPECT_FALSE(order_paying("预付30%", terms).has(Check::payment_terms_differ));
    EXPECT_TRUE(order_paying("30 days net", terms).has(Check::payment_terms_differ));
    EXPECT_TRUE(
        order_paying("20% prepaid, rest 30 days net", terms).has(Check::payment_terms_differ));
}

TEST(PaymentTermsCheck, asksAboutWhatNobodyUnderstandsAndShowsForeignCodes) {
    const Terms terms = with_payment("30 days net");
    const Judged judged = order_paying("letter of credit at sight", terms);
    ASSERT_TRUE(judged.has(Check::payment_terms_differ));
    EXPECT_EQ(judged.find(Check::payment_terms_differ)->suggested, Resolution::ask);
    EXPECT_EQ(order_paying("ZB30", terms).find(Check::payment_terms_differ)->severity,
              FindingSeverity::info);
    const Judged none = order_paying("30 days net", with_payment(""));
    EXPECT_TRUE(none.find(Check::payment_terms_differ)->agreed.starts_with("not evaluated"));
}

Judged order_delivered(const char* words, const Terms& terms) {
    OrderDraft draft = clean_edi_order();
    draft.delivery_terms = field(words);
    return judge(draft, terms);
}

TEST(DeliveryTermsCheck, comparesTermAndPlace) {
    Terms terms = korenaar(); // DAP Zwolle
    for (const char* same : {"DAP", "DAP Zwolle", "dap DC Zwolle, Incoterms 2020", "frei Haus"})
        EXPECT_FALSE(order_delivered(same, terms).has(Check::delivery_terms_differ)) << same;
    const Judged judged = order_delivered("EXW Amsterdam", terms);
    const Finding* finding = judged.find(Check::delivery_terms_differ);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->difference, "EXW for DAP");
    EXPECT_TRUE(order_delivered("DAP Assen", terms).has(Check::delivery_terms_differ));
    terms.ship_tos[0].city = "Assen"; // the goods go there
    EXPECT_FALSE(order_delivered("DAP Assen", terms).has(Check::delivery_terms_differ));
}

TEST(DeliveryTermsCheck, warnsOfRulesThatWereWithdrawn) {
    const Judged judged = order_delivered("DDU Zwolle", korenaar());
    const Finding* finding = judged.find(Check::delivery_terms_differ);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->difference, "DDU for DAP");
    EXPECT_NE(finding->trace.find("Incoterms 2020"), std::string::npos);
}

TEST(TaxCheck, wantsAValidNumberForASupplyToAnotherState) {
    OrderDraft draft = clean_edi_order();
    draft.parties = {party(PartyRole::buyer, "0088", "9520000002015"),
                     party(PartyRole::ship_to, "0088", "9520000002022")};
    Terms terms = mueller();
    terms.customer->vat = "DE136695976";
    EXPECT_FALSE(judge(draft, terms).has(Check::tax_not_as_agreed));
    terms.customer->vat = "DE136695977";
    const Judged judged = judge(draft, terms);
    ASSERT_TRUE(judged.has(Check::tax_not_as_agreed));
    EXPECT_EQ(judged.find(Check::tax_not_as_agreed)->severity, FindingSeverity::block);
    terms.hits.clear();
    terms.customer->vat.clear();
    OrderDraft by_customer = draft;
    terms.hits = {{{"gln", "9520000002015"}, "C1002"}};
    EXPECT_TRUE(judge(by_customer, terms).has(Check::tax_not_as_agreed));
    terms.customer->vat = "NL123456789B13"; // at home there is no such supply
    EXPECT_TRUE(judge(draft, terms).has(Check::tax_not_as_agreed));
}

TEST(TaxCheck, doubtsAConfirmationThatIsOld) {
    OrderDraft draft = clean_edi_order();
    draft.parties = {party(PartyRole::buyer, "0088", "9520000002015")};
    Terms terms = mueller();
    terms.customer->vat = "DE136695976";
    terms.customer->vat_checked_on = day(3, 2) - std::chrono::days(365);
    EXPECT_FALSE(judge(draft, terms).has(Check::tax_not_as_agreed));
    terms.customer->vat_checked_on = day(3, 2) - std::chrono::days(366);
    ASSERT_TRUE(judge(draft, terms).has(Check::tax_not_as_agreed));
    EXPECT_EQ(judge(draft, terms).find(Check::tax_not_as_agreed)->severity, FindingSeverity::warn);
}

TEST(TaxCheck, fitsTheCountries) {
    Terms terms = korenaar();
    const auto finds = [&](const char* country, const char* category) {
        terms.customer->country = country;
        terms.ship_tos[0].country = country;
        terms.agreement->tax_category = category;
        return judge(clean_edi_order(), terms).has(Check::tax_not_as_agreed);
    };
    EXPECT_FALSE(finds("NL", "S"));
    EXPECT_TRUE(finds("CN", "S"));
    EXPECT_FALSE(finds("CN", "G"));
    EXPECT_TRUE(finds("NL", "G"));
    EXPECT_TRUE(finds("NL", "K"));
    EXPECT_FALSE(finds("NL", "AE"));
    terms.customer->country = "CN"; // handed to a forwarder in Rotterdam
    terms.ship_tos[0].country = "NL";
    terms.agreement->tax_category = "G";
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::tax_not_as_agreed));
}

TEST(TaxCheck, comparesWhatTheLineStates) {
    OrderDraft draft = clean_edi_order();
    draft.lines[0].tax_category = field("S");
    draft.lines[0].tax_rate = field("21.00");
    Terms terms = korenaar();
    EXPECT_FALSE(judge(draft, terms).has(Check::tax_not_as_agreed));
    draft.lines[0].tax_rate = field("9 %");
    const Judged judged = judge(draft, terms);
    const Finding* finding = judged.find(Check::tax_not_as_agreed);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->line, 0U);
    EXPECT_EQ(finding->ordered, "S 9 %");
    EXPECT_EQ(finding->agreed, "S 21 %");
    terms.items["NK-100"].tax_percent = Decimal{9};
    EXPECT_FALSE(judge(draft, terms).has(Check::tax_not_as_agreed));
}

TEST(CreditLimit, holdsOpenItemsOwnOrdersAndThisOneWithTax) {
    Terms terms = korenaar(); // limit 10,000, open 1,200; the order is 547.89 gross
    terms.own_exposure = dec("8252.11");
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::credit_limit_exceeded));
    terms.own_exposure = dec("8252.12");
    const Judged judged = judge(clean_edi_order(), terms);
    const Finding* finding = judged.find(Check::credit_limit_exceeded);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->difference, "+0.01");
    EXPECT_EQ(finding->ordered, "1200.00 + 8252.12 + 547.89 EUR");
    EXPECT_EQ(finding->agreed, "10000.00 EUR");
    terms.agreement->check_tolerance["credit_limit_exceeded"] = dec("0.01");
    EXPECT_EQ(judge(clean_edi_order(), terms).find(Check::credit_limit_exceeded)->severity,
              FindingSeverity::info);
    terms.agreement->credit_currency = "USD";
    EXPECT_TRUE(judge(clean_edi_order(), terms)
                    .find(Check::credit_limit_exceeded)
                    ->agreed.starts_with("not evaluated: a rate from EUR to USD"));
}

TEST(OverdueItems, mayBeFourteenDaysOld) {
    Terms terms = korenaar();
    terms.agreement->oldest_overdue_days = 14;
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::overdue_items));
    terms.agreement->oldest_overdue_days = 15;
    const Judged judged = judge(clean_edi_order(), terms);
    ASSERT_TRUE(judged.has(Check::overdue_items));
    EXPECT_EQ(judged.find(Check::overdue_items)->severity, FindingSeverity::block);
    EXPECT_EQ(judged.find(Check::overdue_items)->difference, "+1 day");
    terms.agreement->check_tolerance["overdue_items"] = Decimal{15};
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::overdue_items));
}

TEST(Prepayment, holdsUpTheReleaseAndNotTheAcceptance) {
    Terms terms = korenaar();
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::prepayment_due));
    terms.agreement->prepaid_percent = 30;
    const Judged judged = judge(clean_edi_order(), terms);
    const Finding* finding = judged.find(Check::prepayment_due);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->severity, FindingSeverity::release_block);
    EXPECT_EQ(finding->agreed, "164.37 EUR"); // 30 % of 547.89
    EXPECT_FALSE(is_open(*finding));
}

TEST(OwnTermsCheck, showsTheWordsAndAsksNobody) {
    OrderDraft draft = clean_edi_order();
    draft.notes = {field("Es gelten unsere Einkaufsbedingungen.")};
    const Judged judged = judge(draft, korenaar());
    ASSERT_TRUE(judged.has(Check::own_terms_claimed));
    EXPECT_EQ(judged.find(Check::own_terms_claimed)->severity, FindingSeverity::info);
    EXPECT_EQ(judged.find(Check::own_terms_claimed)->quote, draft.notes[0].value);
}

TEST(RequiredFields, blockWhatTheRuleSays) {
    Terms terms = korenaar();
    terms.agreement->required_fields = {"registration:project", "delivery:contact",
                                        "invoice:payment_terms", "registration:order_number"};
    const Judged judged = judge(clean_edi_order(), terms);
    std::vector<FindingSeverity> severities;
    for (const Finding& finding : judged.findings)
        if (finding.trace.starts_with("completeness rule")) severities.push_back(finding.severity);
    EXPECT_EQ(severities.size(), 3U);
    EXPECT_EQ(judged.find(Check::cost_reference_missing)->severity, FindingSeverity::block);
    EXPECT_EQ(judged.find(Check::payment_terms_differ)->severity, FindingSeverity::warn);
    EXPECT_FALSE(judged.has(Check::order_number_missing));
    OrderDraft draft = clean_edi_order();
    draft.references = {{.type = "project", .value = field("P-7")}};
    draft.payment_terms = field("30 days net");
    terms.agreement->payment_terms = "30 days net";
    const Judged contact = judge(draft, terms);
    EXPECT_EQ(contact.find(Check::cost_reference_missing)->severity,
              FindingSeverity::release_block);
    terms.agreement->required_fields = {"registration:moon_phase"};
    EXPECT_TRUE(judge(draft, terms)
                    .find(Check::cost_reference_missing)
                    ->agreed.starts_with("not evaluated"));
}

TEST(CostReference, isAskedForWhereItIsRequired) {
    Terms terms = korenaar();
    EXPECT_FALSE(judge(clean_edi_order(), terms).has(Check::cost_reference_missing));
    terms.agreement->cost_reference_required = true;
    EXPECT_TRUE(judge(clean_edi_order(), terms).has(Check::cost_reference_missing));
    OrderDraft draft = clean_edi_order();
    draft.cost_reference = field("KP-100");
    EXPECT_FALSE(judge(draft, terms).has(Check::cost_reference_missing));
}

} // namespace
} // namespace besteld
