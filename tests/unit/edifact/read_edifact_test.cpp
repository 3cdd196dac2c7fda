// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"

#include "base/text.hpp"
#include "samples.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld::parsers {
namespace {

OrderDraft only(const Parsed& parsed) {
    EXPECT_EQ(parsed.documents.size(), 1U);
    return parsed.documents.empty() ? OrderDraft{} : parsed.documents.front();
}
OrderDraft read_one(const std::string& bytes) {
    return only(read_edifact(bytes, 0));
}

std::string value(const MaybeField& field) {
    return field ? field->value : "-";
}

// "error edifact.no_bgm" …, of the envelope and of every message
std::vector<std::string> codes(const Parsed& parsed) {
    std::vector<std::string> out;
    const auto add = [&](const std::vector<Problem>& problems) {
        for (const auto& p : problems)
            out.push_back(cat(p.severity == Severity::error     ? "error "
                              : p.severity == Severity::warning ? "warning "
                                                                : "note ",
                              p.code));
    };
    add(parsed.problems);
    for (const auto& document : parsed.documents)
        add(document.problems);
    return out;
}

TEST(EdifactReader, readsTheCleanOrderOfTheFirstScenario) {
    const auto parsed = read_edifact(clean_order, 3);
    EXPECT_THAT(codes(parsed), testing::IsEmpty());
    const auto order = only(parsed);
    EXPECT_EQ(order.format, "edifact");
    EXPECT_EQ(order.message_type, "ORDERS");
    EXPECT_EQ(order.version, "D.96A");
    EXPECT_EQ(order.profile, "EAN008");
    EXPECT_EQ(order.document_class, DocumentClass::order);
    EXPECT_EQ(order.kind->value, OrderKind::standard);
    EXPECT_EQ(order.function->value, MessageFunction::original);
    EXPECT_EQ(value(order.order_number), "4500017");
    EXPECT_EQ(value(order.order_date), "2026-03-02");
    EXPECT_EQ(value(order.currency), "EUR");
    EXPECT_EQ(order.requested->value.kind, DateKind::on);
    EXPECT_EQ(order.requested->value.start, "2026-03-05");
    EXPECT_EQ(order.envelope.sender, "9520000001018:14");
    EXPECT_EQ(order.envelope.receiver, "9520000000011:14");
    EXPECT_EQ(order.envelope.interchange_ref, "IC77");
    EXPECT_TRUE(order.envelope.ack_requested);
    EXPECT_FALSE(order.test);
    EXPECT_EQ(find_party(order, PartyRole::ship_to)->ids.front().value,
              (PartyId{"9", "9520000001025"}));
    ASSERT_EQ(order.lines.size(), 2U);
    EXPECT_EQ(value(order.lines[0].gtin), "9521000000018");
    EXPECT_EQ(value(order.lines[0].quantity), "500");
    EXPECT_EQ(value(order.lines[0].unit), "PCE");
    EXPECT_EQ(value(order.lines[0].unit_code), "H87");
    EXPECT_EQ(value(order.lines[1].unit_code), "XRO");
    EXPECT_EQ(value(order.lines[1].unit_price), "1.15");
    EXPECT_EQ(value(order.stated_line_count), "2");
}

TEST(EdifactReader, placesEveryValueInTheBytesAsReceived) {
    const auto order = only(read_edifact(clean_order, 3));
    const auto& place = order.lines[1].quantity->place;
    EXPECT_EQ(place.part, 3U);
    EXPECT_EQ(clean_order.substr(place.begin, place.end - place.begin), "72");
    EXPECT_EQ(place.where, "message 1, segment 13 (QTY), element 1, component 2");
}

TEST(EdifactReader, readsTheSameWithOtherLineEnds) {
    const auto with = [](std::string_view end) {
        return read_one(replace_all(clean_order, "\n", end));
    };
    for (const std::string_view end : {"", "\r\n", "\r", "\n\n"}) {
        const auto order = with(end);
        EXPECT_THAT(order.problems, testing::IsEmpty()) << end;
        EXPECT_EQ(order.lines.size(), 2U);
        EXPECT_EQ(value(order.lines[0].quantity), "500");
    }
}

TEST(EdifactReader, takesTheDecimalMarkFromUna) {
    const auto comma = replace_all(replace_all(clean_order, "UNA:+.", "UNA:+,"), "0.74", "0,74");
    const auto order = read_one(replace_all(comma, "1.15", "1,15"));
    EXPECT_EQ(value(order.lines[0].unit_price), "0.74");
    EXPECT_THAT(order.problems, testing::IsEmpty());
    EXPECT_THAT(codes(read_edifact(comma, 0)),
                testing::ElementsAre("warning edifact.decimal_mark"));
}

struct Row {
    const char* name;
    const char* what;
    const char* with;
    std::vector<std::string> problems;
};

TEST(EdifactReader, namesEveryFault) {
    const Row rows[] = {
        {"count of UNT", "UNT+17", "UNT+16", {"warning edifact.unt_count"}},
        {"reference of UNT", "UNT+17+1", "UNT+17+2", {"warning edifact.unt_reference"}},
        {"count of UNZ", "UNZ+1", "UNZ+2", {"warning edifact.count"}},
        {"reference of UNZ", "UNZ+1+IC77", "UNZ+1+IC78", {"warning edifact.reference"}},
        {"no UNZ", "UNZ+1+IC77'\n", "", {"warning edifact.no_unz"}},
        {"no UNT", "UNT+17+1'\n", "", {"warning edifact.no_unt"}},
        {"no BGM",
         "BGM+220+4500017+9'\n",
         "",
         {"warning edifact.unt_count", "error edifact.no_bgm", "error edifact.no_order_number"}},
        {"no number", "BGM+220+4500017+9", "BGM+220++9", {"error edifact.no_order_number"}},
        {"unknown document code", "BGM+220", "BGM+242", {"warning edifact.document_code"}},
        {"date without format", "20260305:102", "260305", {"error edifact.date_format"}},
        {"no such date", "20260305:102", "20260230:102", {"error edifact.date"}},
        {"two marks in a number", "0.74", "1.000,74", {"error edifact.number"}},
        {"quantity in words",
         "QTY+21:500",
         "QTY+21:veel",
         {"error edifact.number", "error edifact.no_quantity"}},
        {"empty qualifier",
         "QTY+21:500",
         "QTY+:500",
         {"error edifact.mandatory", "error edifact.no_quantity"}},
        {"no item", "LIN+1++9521000000018:EN", "LIN+1", {"error edifact.no_item"}},
        {"wrong check digit of a GLN",
         "DP+9520000001025",
         "DP+9520000001024",
         {"warning edifact.gln"}},
        {"tag with five letters", "PRI+AAA:0.74", "PRICE+AAA:0.74", {"error edifact.bad_tag"}},
        {"segment of another message",
         "PRI+AAA:0.74",
         "ODI+AAA:0.74",
         {"warning edifact.unknown_segment"}},
        {"control total of lines", "CNT+2:2", "CNT+2:3", {"warning edifact.cnt_lines"}},
        {"control total of quantities", "CNT+2:2", "CNT+1:573", {"warning edifact.cnt_quantity"}},
        {"empty segment", "CUX+2:EUR:9'", "CUX+2:EUR:9''", {"warning edifact.empty_segment"}},
        {"cut in the last line",
         "+AAA:1.15'\nUNS+S'\nCNT+2:2'\nUNT+17+1'\nUNZ+1+IC77'\n",
         "+AAA:1.",
         {"warning edifact.no_unz", "error edifact.cut_off"}},
        {"cut between segments",
         "UNS+S'\nCNT+2:2'\nUNT+17+1'\nUNZ+1+IC77'\n",
         "",
         {"warning edifact.no_unz", "error edifact.cut_off"}},
        {"version of the group",
         "UNH+1+ORDERS:D:96A",
         "UNG+ORDERS+A+B+260302:0915+4+UN+D:96B'\nUNH+1+ORDERS:D:96A",
         {"warning edifact.no_une", "note edifact.group_version"}},
        {"segment in front of UNH",
         "UNH+1",
         "DTM+137:20260302:102'\nUNH+1",
         {"error edifact.outside_message"}},
        {"line behind the summary",
         "CNT+2:2'\nUNT+17",
         "LIN+3++9521000000032:EN'\nQTY+21:6'\nUNT+18",
         {"error edifact.segment_order"}},
        {"price in front of the first line",
         "CUX+2:EUR:9'",
         "PRI+AAA:1'",
         {"error edifact.segment_order"}},
    };
    for (const auto& row : rows) {
        const auto broken = replace_all(clean_order, row.what, row.with);
        ASSERT_NE(broken, clean_order) << row.name;
        EXPECT_THAT(codes(read_edifact(broken, 0)), testing::ElementsAreArray(row.problems))
            << row.name;
    }
}

TEST(EdifactReader, saysWhereAFaultIs) {
    const auto order = read_one(replace_all(clean_order, "QTY+21:72", "QTY+21:7 2"));
    ASSERT_FALSE(order.problems.empty());
    EXPECT_EQ(order.problems[0].place.where, "message 1, segment 13 (QTY), element 1, component 2");
    EXPECT_THAT(order.problems[0].text, testing::HasSubstr("7 2"));
}

TEST(EdifactReader, letsNoBadMessageSinkItsInterchange) {
    const std::string two =
        "UNB+UNOC:3+A+B+260302:0915+7'"
        "UNH+1+ORDERS:D:96A:UN'BGM+220+PO1'LIN+1++X:SA'QTY+21:zes'UNS+S'UNT+6+1'"
        "UNH+2+ORDERS:D:96A:UN'BGM+220+PO2'DTM+137:20260302:102'LIN+1++X:SA'QTY+21:6'UNS+S'UNT+7+2'"
        "UNH+3+INVOIC:D:96A:UN'BGM+380+INV1'RFF+ON:PO2'UNS+S'UNT+5+3'UNZ+3+7'";
    const auto parsed = read_edifact(two, 0);
    ASSERT_EQ(parsed.documents.size(), 3U);
    EXPECT_FALSE(parsed.documents[0].problems.empty());
    EXPECT_TRUE(parsed.documents[1].problems.empty());
    EXPECT_EQ(value(parsed.documents[1].lines[0].quantity), "6");
    EXPECT_EQ(parsed.documents[2].document_class, DocumentClass::other);
    EXPECT_EQ(value(parsed.documents[2].order_number), "PO2");
    EXPECT_TRUE(parsed.documents[2].problems.empty());
}

TEST(EdifactReader, readsSeveralInterchangesWithTheirOwnCharacters) {
    const std::string other =
        "UNA!^,\\ ~UNB^UNOC!3^9520000002015!14^9520000000011!14^260302!0915^8^^^^^^1~"
        "UNH^1^ORDERS!D!01B!UN!EAN010~BGM^220^PO-9~DTM^137!20260302!102~LIN^1^^NK\\!1!SA~QTY^21!1,"
        "5!KGM~UNS^S~"
        "UNT^7^1~UNZ^1^8~";
    const auto parsed = read_edifact(clean_order + other + clean_order, 0);
    EXPECT_THAT(codes(parsed), testing::IsEmpty());
    ASSERT_EQ(parsed.documents.size(), 3U);
    const auto& second = parsed.documents[1];
    EXPECT_EQ(value(second.lines[0].seller_item), "NK!1");
    EXPECT_EQ(value(second.lines[0].quantity), "1.5");
    EXPECT_TRUE(second.test);
    EXPECT_EQ(second.envelope.sender, "9520000002015:14");
    EXPECT_EQ(value(parsed.documents[2].order_number), "4500017");
}

TEST(EdifactReader, checksGroupsAndRepeatedReferences) {
    const std::string message = "UNH+1+ORDERS:D:96A:UN'BGM+220+PO1'DTM+137:20260302:102'LIN+1++X:"
                                "SA'QTY+21:6'UNS+S'UNT+7+1'";
    const std::string head = "UNB+UNOC:3+A+B+260302:0915+7'UNG+ORDERS+A+B+260302:0915+33+UN+D:96A'";
    const auto good = read_edifact(head + message + "UNE+1+33'UNZ+1+7'", 0);
    EXPECT_THAT(codes(good), testing::IsEmpty());
    EXPECT_EQ(good.documents[0].envelope.group_ref, "33");
    const auto bad = read_edifact(head + message + message + "UNE+1+34'UNZ+2+7'", 0);
    EXPECT_THAT(codes(bad),
                testing::ElementsAre("warning edifact.reference_twice", "warning edifact.count",
                                     "warning edifact.reference", "warning edifact.count"));
}

struct DateRow {
    const char* segments;
    DateKind kind;
    const char* start;
    const char* end;
    Meaning meaning = Meaning::delivery;
};

TEST(EdifactReader, readsEveryWayToAskForADay) {
    const DateRow rows[] = {
        {"DTM+2:20260305:102'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:260305:101'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:20260305'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:202603051430:203'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:20260305143000:204'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:202603051430CET:303'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:20260305143000CET:304'", DateKind::on, "2026-03-05", "-"},
        {"DTM+2:2026030520260312:718'", DateKind::window, "2026-03-05", "2026-03-12"},
        {"DTM+2:20260305-20260312:718'", DateKind::window, "2026-03-05", "2026-03-12"},
        {"DTM+2:202603050800202603121700:719'", DateKind::window, "2026-03-05", "2026-03-12"},
        {"DTM+2:26030508002603121700:713'", DateKind::window, "2026-03-05", "2026-03-12"},
        {"DTM+2:202611:616'", DateKind::week, "2026-03-09", "2026-03-13"},
        {"DTM+63:202611:616'", DateKind::by, "2026-03-13", "-"},
        {"DTM+63:20260305:102'", DateKind::by, "2026-03-05", "-"},
        {"DTM+74:20260305:102'", DateKind::by, "2026-03-05", "-"},
        {"DTM+64:20260305:102'", DateKind::not_before, "2026-03-05", "-"},
        {"DTM+71:20260305:102'", DateKind::not_before, "2026-03-05", "-"},
        {"DTM+63:20260312:102'DTM+64:20260305:102'", DateKind::window, "2026-03-05", "2026-03-12"},
        {"DTM+10:20260304:102'DTM+2:20260305:102'", DateKind::on, "2026-03-05", "-"},
        {"DTM+10:20260304:102'", DateKind::on, "2026-03-04", "-", Meaning::despatch},
        {"DTM+38:20260304:102'", DateKind::by, "2026-03-04", "-", Meaning::despatch},
        {"DTM+200:20260304:102'", DateKind::on, "2026-03-04", "-", Meaning::pickup},
        {"DTM+2:000101:101'", DateKind::on, "2000-01-01", "-"},
        {"DTM+2:510101:101'", DateKind::on, "1951-01-01", "-"},
    };
    for (const auto& row : rows) {
        const auto order = read_one(
            order_with(cat("BGM+220+PO1+9'", row.segments, "LIN+1++X:SA'QTY+21:1'UNS+S'")));
        ASSERT_TRUE(order.requested) << row.segments;
        const auto& spec = order.requested->value;
        EXPECT_EQ(spec.kind, row.kind) << row.segments;
        EXPECT_EQ(spec.start.value_or("-"), row.start) << row.segments;
        EXPECT_EQ(spec.end.value_or("-"), row.end) << row.segments;
        EXPECT_EQ(spec.meaning, row.meaning) << row.segments;
    }
}

TEST(EdifactReader, readsTheWholeHeader) {
    const auto order = read_one(order_with(
        "BGM+224::9+PO1:1:2+9+AC'DTM+137:202603020900:203'DTM+61:20260320:102'"
        "FTX+PUR+++Graag lossen aan de achterzijde:tussen 8 en 12+NL'"
        "RFF+CT:C-2026'RFF+PD:LENTE26'RFF+BO:BO-7781:3'"
        "NAD+BY+9520000001018::9++Bakkerij De Korenaar B.V.+Molenweg 3:achter+Zwolle++8011 AB+nl'"
        "RFF+VA:NL123456789B13'CTA+PD+17:Petra'COM+petra@korenaar.example:EM'COM+?+31 38 "
        "1234567:TE'"
        "NAD+SU+9520000000011::9'NAD+IV+K-7::91'NAD+UC+++Winkel Assen'"
        "CUX+2:eur:9'PAT+22++5:3:D:14'PCD+12:2'PAT+1++5:3:D:30'TOD+6++DAP:2E:9'LOC+1+ZWO:::Zwolle'"
        "ALC+C++++FC:::Vracht'PCD+3:1.5'MOA+8:17.50'"
        "LIN+1++X:SA'QTY+21:1'UNS+S'MOA+79:100'MOA+124:21'MOA+86:121'"));
    EXPECT_EQ(order.kind->value, OrderKind::rush);
    EXPECT_EQ(value(order.buyer_version), "2");
    EXPECT_EQ(order.ack_requested->value, AckRequested::full);
    EXPECT_EQ(value(order.order_date), "2026-03-02T09:00:00");
    EXPECT_EQ(order.cancel_after->value.start, "2026-03-20");
    EXPECT_EQ(order.notes[0].value, "Graag lossen aan de achterzijde tussen 8 en 12");
    EXPECT_EQ(order.language, "nl");
    ASSERT_EQ(order.references.size(), 3U);
    EXPECT_EQ(order.references[0].type, "contract");
    EXPECT_EQ(order.references[1].type, "promotion");
    EXPECT_EQ(order.references[2].type, "framework");
    EXPECT_EQ(order.references[2].line, "3");
    const auto* buyer = find_party(order, PartyRole::buyer);
    ASSERT_TRUE(buyer);
    EXPECT_EQ(value(buyer->name), "Bakkerij De Korenaar B.V.");
    EXPECT_EQ(buyer->address_lines.size(), 2U);
    EXPECT_EQ(value(buyer->city), "Zwolle");
    EXPECT_EQ(value(buyer->postcode), "8011 AB");
    EXPECT_EQ(value(buyer->country), "NL");
    EXPECT_EQ(value(buyer->contact_name), "Petra");
    EXPECT_EQ(value(buyer->mail), "petra@korenaar.example");
    EXPECT_EQ(value(buyer->phone), "+31 38 1234567");
    EXPECT_EQ(buyer->ids.at(1).value, (PartyId{"VA", "NL123456789B13"}));
    EXPECT_EQ(find_party(order, PartyRole::bill_to)->ids.front().value.scheme, "91");
    EXPECT_EQ(value(find_party(order, PartyRole::final_recipient)->name), "Winkel Assen");
    EXPECT_EQ(value(order.currency), "EUR");
    EXPECT_EQ(value(order.payment_terms), "14 days 2 %, 30 days net");
    EXPECT_EQ(value(order.delivery_terms), "DAP");
    EXPECT_EQ(value(order.delivery_place), "Zwolle");
    ASSERT_EQ(order.charges.size(), 1U);
    EXPECT_FALSE(order.charges[0].is_allowance);
    EXPECT_EQ(value(order.charges[0].amount), "17.50");
    EXPECT_EQ(value(order.charges[0].percent), "1.5");
    EXPECT_EQ(value(order.charges[0].reason), "Vracht");
    EXPECT_EQ(value(order.total), "100");
    EXPECT_EQ(value(order.total_tax), "21");
    EXPECT_EQ(value(order.total_gross), "121");
}

TEST(EdifactReader, readsAWholeLine) {
    const auto order = read_one(order_with(
        "BGM+220+PO1+9'LIN+10++9521000000018:EN'PIA+1+NK-100:SA+K-7:IN+OTHER:SA'PIA+5+M1:MF'PIA+2+"
        "NK-101:SA'PIA+9+X'"
        "IMD+F++:::Doos "
        "300x200x150'QTY+21:500:CT'QTY+192:10:CT'QTY+59:25'DTM+2:20260305:102'MOA+203:370.00'"
        "FTX+LIN+++niet "
        "stapelen'PRI+AAA:74:CT::100:PCE'PRI+AAB:80'RFF+ON:4500:7'LOC+7+9520000001025::9'QTY+11:"
        "300'"
        "DTM+2:20260306:102'LOC+7+9520000001032::9'QTY+11:200'DTM+2:20260307:102'TAX+7+VAT+++:::21+"
        "S'"
        "ALC+A++++DI'MOA+204:5'UNS+S'"));
    const auto& line = order.lines.at(0);
    EXPECT_EQ(value(line.line), "10");
    EXPECT_EQ(value(line.gtin), "9521000000018");
    EXPECT_EQ(value(line.seller_item), "NK-100");
    EXPECT_EQ(value(line.buyer_item), "K-7");
    ASSERT_EQ(line.other_item_ids.size(), 4U);
    EXPECT_EQ(line.other_item_ids[0].id.value, "OTHER");
    EXPECT_EQ(line.other_item_ids[1].type, "MF");
    EXPECT_EQ(line.other_item_ids[2].type, "PIA+2:SA");
    EXPECT_TRUE(line.substitution_forbidden);
    EXPECT_EQ(value(line.name), "Doos 300x200x150");
    EXPECT_EQ(value(line.quantity), "500");
    EXPECT_EQ(value(line.unit_code), "XCT");
    EXPECT_EQ(value(line.free_quantity), "10");
    EXPECT_EQ(line.requested->value.start, "2026-03-05");
    EXPECT_EQ(value(line.line_amount), "370.00");
    EXPECT_EQ(line.notes.at(0).value, "niet stapelen");
    EXPECT_EQ(value(line.unit_price), "74");
    EXPECT_EQ(value(line.price_base_quantity), "100");
    EXPECT_EQ(value(line.price_base_unit), "H87");
    EXPECT_EQ(line.prices.size(), 2U);
    ASSERT_EQ(line.schedule.size(), 2U);
    EXPECT_EQ(line.schedule[1].quantity.value, "200");
    EXPECT_EQ(line.schedule[1].requested->value.start, "2026-03-07");
    EXPECT_EQ(line.parties.size(), 2U);
    EXPECT_EQ(value(line.tax_rate), "21");
    EXPECT_EQ(value(line.tax_category), "S");
    EXPECT_TRUE(line.charges.at(0).is_allowance);
    EXPECT_EQ(value(line.charges.at(0).amount), "5");
    EXPECT_THAT(codes({.documents = {order}}),
                testing::ElementsAre("warning edifact.split_places", "warning edifact.unt_count",
                                     "warning edifact.segment_missing")); // DTM
}

TEST(EdifactReader, readsASchedule) {
    const auto order = read_one(
        order_with("BGM+226+PO1+9'LIN+1++X:SA'QTY+21:90'SCC+1'QTY+113:30'DTM+2:20260305:102'"
                   "SCC+1'DTM+2:20260312:102'QTY+113:60'UNS+S'"));
    EXPECT_EQ(order.kind->value, OrderKind::call_off);
    const auto& line = order.lines.at(0);
    EXPECT_EQ(value(line.quantity), "90");
    ASSERT_EQ(line.schedule.size(), 2U);
    EXPECT_EQ(line.schedule[0].requested->value.start, "2026-03-05");
    EXPECT_EQ(line.schedule[1].quantity.value, "60");
    EXPECT_EQ(line.schedule[1].requested->value.start, "2026-03-12");
    EXPECT_FALSE(line.requested);
}

TEST(EdifactReader, findsTheOriginalLineOfAChange) {
    const auto change =
        read_one("UNB+UNOC:3+A+B+260302:1030+9'UNH+1+ORDCHG:D:96A:UN:EAN006'BGM+230+CH-1+4'"
                 "DTM+137:20260302:102'RFF+ON:4500017'LIN+1+3+9521000000025:EN'QTY+21:108'"
                 "RFF+ON:4500017:2'UNS+S'UNT+9+1'UNZ+1+9'");
    EXPECT_EQ(change.document_class, DocumentClass::order_change);
    EXPECT_EQ(change.function->value, MessageFunction::change);
    EXPECT_EQ(value(change.document_id), "CH-1");
    EXPECT_EQ(value(change.order_number), "4500017");
    const auto& line = change.lines.at(0);
    EXPECT_EQ(value(line.line), "1");
    EXPECT_EQ(value(line.original_line), "2");
    EXPECT_EQ(line.action, LineAction::change);
    EXPECT_EQ(value(line.quantity), "108");
    EXPECT_TRUE(change.problems.empty());
}

struct ClassRow {
    const char* message;
    DocumentClass expected;
};

TEST(EdifactReader, tellsWhatIsNoOrder) {
    const ClassRow rows[] = {
        {"UNH+1+ORDCHG:D:96A:UN'BGM+230+C1+1'RFF+ON:PO1'", DocumentClass::order_cancellation},
        {"UNH+1+ORDCHG:D:96A:UN'BGM+230+C1+9'RFF+ON:PO1'", DocumentClass::order_change},
        {"UNH+1+ORDERS:D:96A:UN'BGM+220+PO1+1'", DocumentClass::order_cancellation},
        {"UNH+1+ORDRSP:D:96A:UN'BGM+231+R1+29'RFF+ON:PO1'", DocumentClass::order_response},
        {"UNH+1+OSTENQ:D:96A:UN'BGM+347+Q1+9'DOC+220+PO1'", DocumentClass::order_status},
        {"UNH+1+REQOTE:D:96A:UN'BGM+311+Q1+9'", DocumentClass::quote_request},
        {"UNH+1+DESADV:D:96A:UN'BGM+351+D1+9'RFF+ON:PO1'", DocumentClass::other},
        {"UNH+1+CONTRL:D:3:UN'UCI+7+A+B+7'", DocumentClass::other},
    };
    for (const auto& row : rows) {
        const auto document =
            read_one(cat("UNB+UNOC:3+A+B+260302:1030+9'", row.message, "UNS+S'UNT+9+1'UNZ+1+9'"));
        EXPECT_EQ(document.document_class, row.expected) << row.message;
        if (document.message_type != "REQOTE" && document.message_type != "CONTRL")
            EXPECT_EQ(value(document.order_number), "PO1") << row.message;
    }
}

TEST(EdifactReader, takesTheNumberFromTheReferenceWhenBgmHasNone) {
    const auto order = read_one(order_with("BGM+220++9'RFF+ON:PO-12'LIN+1++X:SA'QTY+21:1'UNS+S'"));
    EXPECT_EQ(value(order.order_number), "PO-12");
}

TEST(EdifactReader, prefersTheBuyerToWhoPlacedTheOrder) {
    const auto both = read_one(
        order_with("BGM+220+1'NAD+OB+7::92'NAD+BY+8::92'NAD+CN+9::92'LIN+1++X:SA'QTY+21:1'UNS+S'"));
    EXPECT_EQ(find_party(both, PartyRole::buyer)->ids.front().value.id, "8");
    EXPECT_EQ(find_party(both, PartyRole::ship_to)->ids.front().value.id, "9");
    const auto alone = read_one(order_with("BGM+220+1'NAD+OB+7::92'LIN+1++X:SA'QTY+21:1'UNS+S'"));
    EXPECT_EQ(find_party(alone, PartyRole::buyer)->ids.front().value.id, "7");
    const auto twice = read_edifact(
        order_with("BGM+220+1'NAD+BY+7::92'NAD+BY+8::92'LIN+1++X:SA'QTY+21:1'UNS+S'"), 0);
    EXPECT_THAT(codes(twice), testing::Contains("warning edifact.party_twice"));
}

struct UnitRow {
    const char* unit;
    const char* code;
};

TEST(EdifactReader, mapsUnitsByItsOwnListOnly) {
    const UnitRow rows[] = {{"PCE", "H87"}, {"EA", "H87"},  {"CT", "XCT"},  {"RO", "XRO"},
                            {"BE", "XBE"},  {"PF", "XPX"},  {"KGM", "KGM"}, {"PR", "PR"},
                            {"SET", "SET"}, {"XBX", "XBX"}, {"KG", "-"},    {"ST", "-"},
                            {"rol", "-"}};
    for (const auto& row : rows) {
        const auto order =
            read_one(order_with(cat("BGM+220+1'LIN+1++X:SA'QTY+21:1:", row.unit, "'UNS+S'")));
        EXPECT_EQ(value(order.lines.at(0).unit), row.unit);
        EXPECT_EQ(value(order.lines.at(0).unit_code), row.code) << row.unit;
    }
}

TEST(EdifactReader, boundsTheLinesOfAnOrder) {
    std::string body = "BGM+220+PO1'";
    for (int i = 0; i < 10'050; ++i)
        body += "LIN+1++X:SA'QTY+21:1'";
    const auto order = read_one(order_with(body + "UNS+S'"));
    EXPECT_EQ(order.lines.size(), 9'999U);
    EXPECT_THAT(codes({.documents = {order}}),
                testing::Contains("error edifact.too_many_lines").Times(1));
}

TEST(EdifactReader, survivesEveryTruncation) {
    for (std::size_t length = 0; length < clean_order.size(); ++length) {
        const auto parsed = read_edifact(clean_order.substr(0, length), 0);
        const bool whole = length + 2 >= clean_order.size(); // only the last terminator is missing
        if (!whole) EXPECT_FALSE(codes(parsed).empty()) << length;
    }
}

} // namespace
} // namespace besteld::parsers
