// SPDX-License-Identifier: Apache-2.0
// Where the goods and the invoice go: B06 to B08, B10, and how addresses are compared per country.

#include "fraud_world.hpp"

#include "check/address.hpp"
#include "check/catalogue.hpp"
#include "check/ship_to.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using namespace world;

PartyDraft party_at(PartyRole role, std::vector<std::string> lines, std::string postcode = {},
                    std::string city = {}, std::string country = {}) {
    PartyDraft party{.role = role};
    for (std::string& line : lines)
        party.address_lines.push_back(field(std::move(line)));
    if (!postcode.empty()) party.postcode = field(std::move(postcode));
    if (!city.empty()) party.city = field(std::move(city));
    if (!country.empty()) party.country = field(std::move(country));
    return party;
}

ShipTo known(std::string id, std::string street, std::string house_no, std::string postcode,
             std::string city, std::string country) {
    return {.id = std::move(id),
            .name = "Warehouse",
            .street = std::move(street),
            .house_no = std::move(house_no),
            .postcode = std::move(postcode),
            .city = std::move(city),
            .country = std::move(country)};
}

std::vector<ShipTo> the_world() {
    return {known("NL", "Rolderstraat", "14 A", "9401 AN", "Assen", "NL"),
            known("NL2", "Rolderstraat", "142", "9401 AP", "Assen", "NL"),
            known("DE", "Lilienthalstraße", "25", "34123", "Kassel", "DE"),
            known("DE2", "Leipziger Straße", "25", "34123", "Kassel", "DE"),
            known("FR", "Rue de la Gare", "14 bis", "75008", "Paris", "FR"),
            known("GB", "High Street", "12", "SW1A 1AA", "London", "GB"),
            known("US", "Terminal Road", "700", "07114", "Newark", "US"),
            known("CN", "上海市浦东新区张江路", "100号", "201203", "上海", "CN")};
}

struct PlaceRow {
    std::string name;
    PartyDraft party;
    std::string found;
};

TEST(ShipTo, isFoundByTheAddressAsEachCountryWritesIt) {
    const auto at = [](std::vector<std::string> lines, std::string postcode = {},
                       std::string city = {}, std::string country = {}) {
        return party_at(PartyRole::ship_to, std::move(lines), std::move(postcode), std::move(city),
                        std::move(country));
    };
    const std::vector<PlaceRow> rows{
        {"NL with addition", at({"Rolderstraat 14a", "9401AN Assen"}), "NL"},
        {"NL by postcode and number", at({"Rolderstr. 14-A"}, "9401 AN", "Assen"), "NL"},
        {"NL without the addition", at({"Rolderstraat 14"}, "9401 AN", "Assen"), ""},
        {"14-2 is not 142", at({"Rolderstraat 14-2"}, "9401 AP", "Assen"), ""},
        {"NL with the country's letters", at({"Rolderstraat 142"}, "NL-9401 AP", "Assen"), "NL2"},
        {"DE abbreviated", at({"Lilienthalstr. 25", "D-34123 Kassel"}), "DE"},
        {"DE same number, other street", at({"Leipziger Strasse 25"}, "34123", "Kassel"), "DE2"},
        {"DE unknown street", at({"Wilhelmshöher Allee 25"}, "34123", "Kassel"), ""},
        {"DE a letter wrong in a long name", at({"Lilientalstraße 25"}, "34123", "Kassel"), "DE"},
        {"FR number in front", at({"14 bis, rue de la gare", "F-75008 Paris"}), "FR"},
        {"GB postcode behind the place", at({"Dock 4", "12 High Street", "London SW1A 1AA"}), "GB"},
        {"GB typed together", at({"12 High St"}, "sw1a1aa", "London", "GB"), "GB"},
        {"US ZIP+4", at({"700 Terminal Rd", "Newark NJ 07114-1234"}), "US"},
        {"US ZIP+4 in its field", at({"700 Terminal Road"}, "07114-1234", "Newark", "US"), "US"},
        {"US another state's number", at({"701 Terminal Road"}, "07114", "Newark", "US"), ""},
        {"CN in one line", at({"上海市浦东新区张江路100号 王伟 13812345678"}), "CN"},
        {"CN without postcode, city in its field",
         at({"浦东新区张江路 100 号"}, "", "上海市", "CN"), "CN"},
        {"CN number glued", at({"浦东新区张江路100号"}, "", "上海市", "CN"), "CN"},
        {"CN other number", at({"上海市浦东新区张江路101号"}), ""},
        {"the country contradicts", at({"Rolderstraat 142"}, "9401 AP", "Assen", "BE"), ""},
    };
    for (const PlaceRow& row : rows)
        EXPECT_EQ(match_ship_to(&row.party, the_world()).id, row.found) << row.name;
}

TEST(ShipTo, aGlnGoesBeforeTheBuyersCode) {
    auto permitted = korenaar().ship_tos;
    permitted[1].buyer_code = "77";
    PartyDraft both = party(PartyRole::ship_to, "92", "77");
    EXPECT_EQ(match_ship_to(&both, permitted).id, "ST-02");
    both.ids.push_back({.value = {.scheme = "0088", .id = "9520000001025"}});
    EXPECT_EQ(match_ship_to(&both, permitted).id, "ST-01");
}

TEST(ShipTo, countsOnlyWhileItIsValid) {
    auto permitted = korenaar().ship_tos;
    const PartyDraft asked = party_at(PartyRole::ship_to, {"Rolderstraat 14"}, "9401 AN", "Assen");
    permitted[1].valid_to = day(3, 5);
    EXPECT_EQ(match_ship_to(&asked, permitted, day(3, 5)).id, "ST-02");
    const ShipToMatch ended = match_ship_to(&asked, permitted, day(3, 6));
    EXPECT_EQ(ended.id, "");
    EXPECT_EQ(ended.nearest, "ST-02");
    EXPECT_EQ(ended.difference, "on file until 2026-03-05");
    permitted[1].valid_to.reset();
    permitted[1].valid_from = day(3, 6);
    EXPECT_EQ(match_ship_to(&asked, permitted, day(3, 5)).id, "");
    EXPECT_EQ(match_ship_to(&asked, permitted, day(3, 6)).id, "ST-02");
}

struct AddressRow {
    std::string name;
    std::function<void(Incoming&)> change;
    bool found = false;
};

void expect_rows(Check check, const std::vector<AddressRow>& rows) {
    for (const AddressRow& row : rows) {
        Incoming incoming = edi_order();
        row.change(incoming);
        const Judged judged = judge(incoming);
        const Finding* finding = judged.find(check);
        EXPECT_EQ(finding != nullptr && is_open(*finding), row.found)
            << code_of(check) << ": " << row.name;
        if (finding == nullptr) continue;
        EXPECT_FALSE(finding->ordered.empty()) << row.name;
        EXPECT_FALSE(finding->quote.empty()) << row.name;
        EXPECT_FALSE(finding->passes_if.empty()) << row.name;
    }
}

auto shipped_to(PartyDraft party) {
    return [=](Incoming& incoming) { incoming.draft.parties[1] = party; };
}

TEST(Addresses, mustBeCompleteWhenTheyAreNew) {
    const auto at = [](std::vector<std::string> lines, std::string postcode = {},
                       std::string city = {}, std::string country = {}) {
        return shipped_to(party_at(PartyRole::ship_to, std::move(lines), std::move(postcode),
                                   std::move(city), std::move(country)));
    };
    expect_rows(
        Check::ship_to_incomplete,
        {{"on file", [](Incoming&) {}, false},
         {"new and complete", at({"Marktstraat 5"}, "1012 AB", "Amsterdam"), false},
         {"no house number", at({"Marktstraat"}, "1012 AB", "Amsterdam"), true},
         {"no postcode", at({"Marktstraat 5"}, "", "Amsterdam"), true},
         {"no city", at({"Marktstraat 5"}, "1012 AB"), true},
         {"post box", at({"Postbus 5"}, "1000 AA", "Amsterdam"), true},
         {"French places have no numbers", at({"Zone Industrielle"}, "69001", "Lyon", "FR"), false},
         {"Chinese with mobile, no postcode",
          at({"上海市浦东新区张江路5号 王伟 13812345678"}, "", "", "CN"), false},
         {"Chinese without mobile", at({"上海市浦东新区张江路5号"}, "", "", "CN"), true}});
}

TEST(Addresses, aNewOneAsksForACallOnTheNumberOnFile) {
    Incoming incoming = edi_order();
    incoming.terms.customer->phone = "+31 38 123 4567";
    incoming.draft.parties[1] =
        party_at(PartyRole::ship_to, {"Marktstraat 5"}, "1012 AB", "Amsterdam");
    const Judged judged = judge(incoming);
    const Finding* finding = judged.find(Check::ship_to_not_permitted);
    ASSERT_NE(finding, nullptr);
    const auto way =
        std::ranges::find(finding->ways_out, Resolution::accept_ordered, &WayOut::resolution);
    ASSERT_NE(way, finding->ways_out.end());
    EXPECT_THAT(way->consequence, testing::HasSubstr("+31 38 123 4567"));
}

TEST(Addresses, ofTheInvoice) {
    const auto billed = [](PartyDraft party) {
        return [=](Incoming& incoming) { incoming.draft.parties.push_back(party); };
    };
    const auto named = [](std::string name) {
        PartyDraft party{.role = PartyRole::bill_to};
        party.name = field(std::move(name));
        return party;
    };
    const auto agreed = [](Incoming& incoming) {
        incoming.terms.customer->bill_to_gln = "9520000001032";
        incoming.terms.customer->bill_to_name = "Korenaar Holding";
    };
    expect_rows(
        Check::bill_to_differs,
        {{"none named", [](Incoming&) {}, false},
         {"the buyer himself", billed(party(PartyRole::bill_to, "0088", "9520000001018")), false},
         {"the customer's name", billed(named("Bakkerij De Korenaar BV")), false},
         {"another number", billed(party(PartyRole::bill_to, "0088", "9520000002015")), true},
         {"another payer", billed(party(PartyRole::payer, "0088", "9520000002015")), true},
         {"as agreed by number",
          [&](Incoming& i) {
              agreed(i);
              i.draft.parties.push_back(party(PartyRole::bill_to, "0088", "9520000001032"));
          },
          false},
         {"the buyer, though another is agreed",
          [&](Incoming& i) {
              agreed(i);
              i.draft.parties.push_back(party(PartyRole::bill_to, "0088", "9520000001018"));
          },
          true},
         {"as agreed by name",
          [&](Incoming& i) {
              agreed(i);
              i.draft.parties.push_back(named("Korenaar Holding"));
          },
          false}});
}

TEST(Trade, isHeldByCountryPartyAndClass) {
    const auto listed = [](Embargo embargo) {
        return [=](Incoming& incoming) { incoming.terms.embargoes = {embargo}; };
    };
    expect_rows(
        Check::trade_restricted,
        {{"no list", [](Incoming&) {}, false},
         {"another country", listed({.country = "KP"}), false},
         {"country of the customer", listed({.country = "nl"}), true},
         {"party by all its words", listed({.party = "Korenaar bakkerij"}), true},
         {"one word of the party is not there", listed({.party = "Korenaar Trading"}), false},
         {"part of a word", listed({.party = "Koren"}), false},
         {"class no item has", listed({.item_class = "export_controlled"}), false},
         {"class of an item, of another country",
          [](Incoming& i) {
              i.terms.items["NK-100"].classes = {"export_controlled"};
              i.terms.embargoes = {{.country = "KP", .item_class = "export_controlled"}};
          },
          false},
         {"class of an item",
          [](Incoming& i) {
              i.terms.items["NK-100"].classes = {"export_controlled"};
              i.terms.embargoes = {{.item_class = "export_controlled"}};
          },
          true},
         {"an empty entry names nothing", listed({.clause = "remark"}), false}});
}

} // namespace
} // namespace besteld
