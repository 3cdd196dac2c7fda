// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/peppol_check.hpp"
#include "parsers/xml/peppol_ids.hpp"
#include "parsers/xml/read_xml.hpp"
#include "parsers/xml/write_ubl.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <array>

namespace besteld::parsers {
namespace {

constexpr std::string_view order = R"(<Order
 xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:poacc:bis:ordering:3</cbc:ProfileID>
<cbc:ID>4711</cbc:ID><cbc:IssueDate>2026-03-02</cbc:IssueDate>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:ValidityPeriod><cbc:EndDate>2026-03-31</cbc:EndDate></cac:ValidityPeriod>
<cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0088">9520000001018</cbc:EndpointID>
<cac:PartyTaxScheme><cbc:CompanyID>NL1</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>Korenaar</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:BuyerCustomerParty>
<cac:SellerSupplierParty><cac:Party><cbc:EndpointID schemeID="0088">9520000000011</cbc:EndpointID>
</cac:Party></cac:SellerSupplierParty>
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
<cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason><cbc:Amount currencyID="EUR">5</cbc:Amount></cac:AllowanceCharge>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">16.8</cbc:TaxAmount></cac:TaxTotal>
<cac:AnticipatedMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">75</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="EUR">80.00</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="EUR">96.8</cbc:TaxInclusiveAmount>
<cbc:ChargeTotalAmount currencyID="EUR">5</cbc:ChargeTotalAmount>
<cbc:PayableAmount currencyID="EUR">96.8</cbc:PayableAmount></cac:AnticipatedMonetaryTotal>
<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="H87">100</cbc:Quantity>
<cbc:LineExtensionAmount currencyID="EUR">75</cbc:LineExtensionAmount>
<cac:Price><cbc:PriceAmount currencyID="EUR">7.5</cbc:PriceAmount><cbc:BaseQuantity unitCode="H87">10</cbc:BaseQuantity></cac:Price>
<cac:Item><cbc:Name>Tape</cbc:Name><cac:SellersItemIdentification><cbc:ID>NK-1</cbc:ID></cac:SellersItemIdentification>
<cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item>
</cac:LineItem></cac:OrderLine></Order>)";

// The rules that the reader tells of; none of them may be an error.
std::string rules_of(const std::string& bytes) {
    std::string out;
    for (const auto& draft : read_xml(bytes, 0).documents)
        for (const auto& p : draft.problems) {
            if (p.code != "ubl.peppol_rule") continue;
            EXPECT_NE(p.severity, Severity::error) << p.text;
            EXPECT_FALSE(p.place.where.empty());
            out += cat(out.empty() ? "" : " ", p.severity == Severity::note ? "note:" : "",
                       p.text.substr(0, p.text.find(':')));
        }
    return out;
}

std::string with(std::string_view what, std::string_view instead) {
    EXPECT_NE(order.find(what), std::string_view::npos) << what;
    return replace_all(std::string(order), what, instead);
}

struct Row {
    std::string_view what;
    std::string_view instead;
    std::string_view rules;
};

TEST(PeppolRules, findNothingInAnOrderThatKeepsThem) {
    EXPECT_EQ(rules_of(std::string(order)), "");
}

TEST(PeppolRules, holdAnOrderAgainstT01) {
    for (const auto& row : std::to_array<Row>({
             {"<cbc:IssueDate>2026-03-02</cbc:IssueDate>", "", "PEPPOL-T01-B00104"},
             {"bis:ordering:3", "bis:catalogue_only:3", "PEPPOL-T01-R031"},
             {"<cbc:IssueDate>2026-03-02", "<cbc:IssueDate>2026-3-2", "PEPPOL-COMMON-R030"},
             {"9520000001018", "9520000001019", "PEPPOL-COMMON-R040"},
             {"<cbc:Name>Tape</cbc:Name>", "<cbc:Name>Tape</cbc:Name><cbc:ModelName/>",
              "PEPPOL-COMMON-R001"},
             {"<cbc:PriceAmount currencyID=\"EUR\">7.5", "<cbc:PriceAmount currencyID=\"USD\">7.5",
              "PEPPOL-T01-R003"},
             {"\">16.8<", "\">16.800<", "PEPPOL-T01-R028"},
             {"<cbc:AllowanceChargeReason>Freight</cbc:AllowanceChargeReason>", "",
              "PEPPOL-T01-R023"},
             {"\">75</cbc:LineExtensionAmount>\n<cac:Price",
              "\">75.03</cbc:LineExtensionAmount>\n<cac:Price", "PEPPOL-T01-R024 PEPPOL-T01-R008"},
             {"<cbc:ChargeTotalAmount currencyID=\"EUR\">5",
              "<cbc:ChargeTotalAmount currencyID=\"EUR\">6", "PEPPOL-T01-R010 PEPPOL-T01-R011"},
             {"<cbc:PayableAmount currencyID=\"EUR\">96.8",
              "<cbc:PayableAmount currencyID=\"EUR\">90", "PEPPOL-T01-R016"},
             {"\">16.8<", "\">16<", "PEPPOL-T01-R017"},
             {">NL1<", ">QQ1<", "PEPPOL-T01-R026"},
             {"<cbc:Percent>21</cbc:Percent>", "", "PEPPOL-T01-R029 PEPPOL-T01-R030"},
             {"<cac:ValidityPeriod><cbc:EndDate>2026-03-31</cbc:EndDate></cac:ValidityPeriod>", "",
              "note:PEPPOL-T01-R002"},
         }))
        EXPECT_EQ(rules_of(with(row.what, row.instead)), row.rules) << row.what;
}

TEST(PeppolRules, bindNobodyWhoDoesNotNamePeppol) {
    const auto text = replace_all(with("9520000001018", "9520000001019"),
                                  "urn:fdc:peppol.eu:poacc:trns:order:3", "urn:example:order");
    EXPECT_EQ(rules_of(text), "");
}

TEST(PeppolRules, neverThrowForWhatAnAmountHolds) {
    for (const auto* amount : {"", "x", "9999999999999999999999", "-9000000000000", "1e99", "."})
        for (const auto* place : {"\">75<", "\">7.5<", "\">5<", ">100<", "\">10<", "\">96.8<"})
            EXPECT_NO_THROW(
                read_xml(with(place, cat(std::string_view(place).substr(0, 1) == "\"" ? "\">" : ">",
                                         amount, "<")),
                         0));
}

UblOrderResponse answer() {
    UblOrderResponse out{.customization = "urn:fdc:peppol.eu:poacc:trns:order_response:3",
                         .profile = "urn:fdc:peppol.eu:poacc:bis:ordering:3",
                         .id = "AB-1",
                         .date = make_date(2026, 3, 2),
                         .time = "0915",
                         .code = "CA",
                         .currency = "EUR",
                         .order_number = "4711",
                         .seller = {"0088", "9520000000011", "", "", "Noordkade"},
                         .buyer = {"0088", "9520000001018", "", "", "Korenaar"}};
    out.lines = {{.id = "1",
                  .status = "3",
                  .quantity = Decimal{5},
                  .unit = "H87",
                  .promised = make_date(2026, 3, 5),
                  .price = Decimal{7},
                  .name = "Tape",
                  .seller_item = "NK-1",
                  .gtin = "9521000000018",
                  .order_line = "1"}};
    return out;
}

TEST(PeppolRules, letPassWhatWeWrite) {
    auto response = answer();
    EXPECT_EQ(broken_peppol_rule(write_ubl_order_response(response)), std::nullopt);
    response.customization = "urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3";
    response.profile = "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3";
    response.change_number = "CH-1";
    EXPECT_EQ(broken_peppol_rule(write_ubl_order_response(response)), std::nullopt);
}

TEST(PeppolRules, stopAnAnswerThatBreaksAFatalOne) {
    const auto bytes = write_ubl_order_response(answer());
    struct Twin {
        std::string_view what;
        std::string_view instead;
        std::string_view rule;
    };
    for (const auto& row : std::to_array<Twin>({
             {"<cbc:ID>AB-1</cbc:ID>", "", "PEPPOL-T76-B00103 "},
             {"bis:ordering:3", "bis:advanced_ordering:3", "PEPPOL-T76-B00301 "},
             {"<cbc:OrderResponseCode>CA", "<cbc:OrderResponseCode>AC", "PEPPOL-T76-B00801 "},
             {"<cbc:EndpointID schemeID=\"0088\">9520000000011</cbc:EndpointID>", "",
              "PEPPOL-T76-B01501 "},
             {"<cbc:EndpointID schemeID=\"0088\">9520000001018", "<cbc:EndpointID>9520000001018",
              "PEPPOL-T76-B02501 "},
             {"<cbc:LineStatusCode>3</cbc:LineStatusCode>", "", "PEPPOL-T76-B03702 "},
             {"<cbc:LineStatusCode>3", "<cbc:LineStatusCode>6", "PEPPOL-T76-B04001 "},
             {" unitCode=\"H87\"", "", "PEPPOL-T76-B04101 "},
             {"<cbc:Name>Tape</cbc:Name>", "", "PEPPOL-T76-B05301 "},
             {"<cbc:ID schemeID=\"0160\">", "<cbc:ID>", "PEPPOL-T76-B06001 "},
             {"<cbc:OrderResponseCode>",
              "<cbc:LineCountNumeric>1</cbc:LineCountNumeric><cbc:OrderResponseCode>",
              "PEPPOL-T76-B00111 "},
             {"currencyID=\"EUR\"", "currencyID=\"USD\"", "PEPPOL-T76-R005 "},
             {"<cbc:EndDate>2026-03-05", "<cbc:EndDate>2026-03-04", "PEPPOL-T76-R004 "},
             {"9520000000011", "9520000000012", "PEPPOL-COMMON-R040 "},
         })) {
        ASSERT_NE(bytes.find(row.what), std::string::npos) << row.what;
        const auto broken = broken_peppol_rule(replace_all(bytes, row.what, row.instead));
        EXPECT_TRUE(broken && broken->starts_with(row.rule))
            << row.rule << broken.value_or("nothing");
    }
}

TEST(PeppolRules, knowTheCheckDigitsOfPartyNumbers) {
    const auto holds = [](std::string_view scheme, std::string_view number) {
        const auto* rule = party_number_rule(scheme);
        return rule && rule->holds(number);
    };
    EXPECT_TRUE(holds("0088", "9520000001018"));
    EXPECT_FALSE(holds("0088", "9520000001015"));
    EXPECT_FALSE(holds("0088", "95200x0001018"));
    EXPECT_TRUE(holds("0192", "123456785"));
    EXPECT_FALSE(holds("0192", "123456784"));
    EXPECT_TRUE(holds("0208", "0123456749"));
    EXPECT_FALSE(holds("0208", "0123456750"));
    EXPECT_TRUE(holds("0007", "1234567890"));
    EXPECT_FALSE(holds("0007", "12345"));
    EXPECT_TRUE(holds("0151", "51824753556"));
    EXPECT_FALSE(holds("0151", "51824753557"));
    EXPECT_FALSE(party_number_rule("9999"));
}

} // namespace
} // namespace besteld::parsers
