// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_x12.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace besteld::parsers {
namespace {

constexpr std::string_view isa =
    "ISA*00*          *00*          *ZZ*KORENAAR       *ZZ*NOORDKADE      "
    "*260302*0915*U*00401*000000017*1*T*>~";
static_assert(isa.size() == 106);

// An interchange around transaction sets, each given from BEG or BCH to CTT; SE is counted here.
std::string interchange(std::string_view body, std::string_view type = "850") {
    const auto segments = std::ranges::count(body, '~') + 2;
    return cat(isa, "\nGS*PO*KORENAAR*NOORDKADE*20260302*0915*7*X*004010~\nST*", type, "*0001~\n",
               body, "\nSE*", segments, "*0001~\nGE*1*7~\nIEA*1*000000017~\n");
}

constexpr std::string_view order =
    "BEG*00*NE*7731*2*20260302*C-9*AC~CUR*BY*USD~REF*CT*K 12~"
    "SAC*C*D240***1750**********HANDLING~ITD*01*3*2**10**30~"
    "DTM*064*20260318~DTM*063*20260320~DTM*001*20260401~"
    "N9*ZZ*TEXT~MSG*Ring > twice~"
    "N1*BY*Korenaar Inc.*UL*9520000001018~N3*1 Field Road~"
    "N4*Akron*OH*44301*US~N1*ST*Store 4*92*ST-04~"
    "N1*SU**91*4711~"
    "PO1*1*720*EA*1.32*PE*VN*NK-210*BP*K-77*EN*9521000000025*MG*M1~"
    "PID*F****Tape 50 mm~SCH*700*EA***002*20260318~SCH*20*EA***002*20260320~"
    "PO1*2*48*CA*0**VP*NK-330*BP*0077~CTP**CON*10.40~DTM*010*260319~"
    "PO1*3*5*ZZ*4.5*HP*IN*0000001~"
    "CTT*3*773~AMT*TT*1450.6~";

const OrderDraft& only(const Parsed& parsed) {
    EXPECT_EQ(parsed.documents.size(), 1U);
    return parsed.documents.at(0);
}

std::string codes(const Parsed& parsed) {
    std::string out;
    const auto add = [&](const Problem& p) {
        const char* letter = p.severity == Severity::error     ? "E"
                             : p.severity == Severity::warning ? "W"
                                                               : "n";
        out += cat(out.empty() ? "" : " ", letter, ":", p.code);
    };
    std::ranges::for_each(parsed.problems, add);
    for (const auto& draft : parsed.documents)
        std::ranges::for_each(draft.problems, add);
    return out;
}

std::string changed(std::string text, std::string_view what, std::string_view with) {
    EXPECT_NE(text.find(what), std::string::npos) << what;
    return replace_all(std::move(text), what, with);
}

TEST(X12Reader, takesAWholeOrder) {
    const auto parsed = read_x12(interchange(order), 0);
    const auto& draft = only(parsed);
    EXPECT_EQ(codes(parsed), "");
    EXPECT_EQ(draft.document_class, DocumentClass::order);
    EXPECT_EQ(draft.version, "004010");
    EXPECT_EQ(draft.order_number->value, "7731");
    EXPECT_EQ(draft.buyer_version->value, "2");
    EXPECT_EQ(draft.order_date->value, "2026-03-02");
    EXPECT_EQ(draft.currency->value, "USD");
    EXPECT_EQ(draft.ack_requested->value, AckRequested::full);
    EXPECT_EQ(draft.total->value, "1450.6");
    EXPECT_EQ(draft.payment_terms->value, "2 % within 10 days, net 30 days");
    EXPECT_EQ(draft.notes.at(0).value, "Ring > twice");
    EXPECT_TRUE(draft.test);
    EXPECT_EQ(draft.requested->value.kind, DateKind::window);
    EXPECT_EQ(*draft.requested->value.start, "2026-03-18");
    EXPECT_EQ(*draft.requested->value.end, "2026-03-20");
    EXPECT_EQ(*draft.cancel_after->value.start, "2026-04-01");
    EXPECT_EQ(draft.cancel_after->value.meaning, Meaning::delivery);
}

TEST(X12Reader, readsSacAmountsWithTwoImpliedDecimals) {
    const auto parsed = read_x12(interchange(order), 0);
    ASSERT_EQ(only(parsed).charges.size(), 1U);
    EXPECT_FALSE(only(parsed).charges[0].is_allowance);
    EXPECT_EQ(only(parsed).charges[0].amount->value, "17.50");
    EXPECT_EQ(only(parsed).charges[0].reason->value, "HANDLING");
}

TEST(X12Reader, readsLinesWithTheirIdsPricesAndUnits) {
    const auto parsed = read_x12(interchange(order), 0);
    const auto& lines = only(parsed).lines;
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines[0].seller_item->value, "NK-210");
    EXPECT_EQ(lines[0].buyer_item->value, "K-77");
    EXPECT_EQ(lines[0].gtin->value, "9521000000025");
    ASSERT_EQ(lines[0].other_item_ids.size(), 1U);
    EXPECT_EQ(lines[0].other_item_ids[0].type, "MG");
    EXPECT_EQ(lines[0].unit_code->value, "H87");
    EXPECT_EQ(lines[0].name->value, "Tape 50 mm");
    ASSERT_EQ(lines[0].schedule.size(), 2U);
    EXPECT_EQ(lines[0].schedule[1].quantity.value, "20");
    EXPECT_EQ(*lines[0].schedule[1].requested->value.start, "2026-03-20");
    EXPECT_EQ(lines[1].buyer_item->value, "0077");
    EXPECT_EQ(lines[1].unit_price->value, "10.40") << "PO104 is 0, the price stands in CTP";
    EXPECT_EQ(*lines[1].requested->value.start, "2026-03-19");
    EXPECT_EQ(lines[1].requested->value.meaning, Meaning::despatch);
    EXPECT_EQ(lines[2].price_base_quantity->value, "100");
    EXPECT_EQ(lines[2].unit->value, "ZZ");
    EXPECT_FALSE(lines[2].unit_code) << "no code of another list in its place";
}

TEST(X12Reader, namesIdSchemesInWords) {
    const auto parsed = read_x12(interchange(order), 0);
    const auto id = [&](PartyRole role) { return find_party(only(parsed), role)->ids.at(0).value; };
    EXPECT_EQ(id(PartyRole::buyer), (PartyId{"GLN", "9520000001018"}));
    EXPECT_EQ(id(PartyRole::ship_to), (PartyId{"buyer-assigned", "ST-04"}));
    EXPECT_EQ(id(PartyRole::supplier), (PartyId{"seller-assigned", "4711"}));
    EXPECT_EQ(find_party(only(parsed), PartyRole::buyer)->country->value, "US");
}

TEST(X12Reader, keepsTheEnvelope) {
    const auto parsed = read_x12(interchange(order), 0);
    const auto& envelope = only(parsed).envelope;
    EXPECT_EQ(envelope.sender, "KORENAAR:ZZ");
    EXPECT_EQ(envelope.interchange_ref, "000000017");
    EXPECT_EQ(envelope.group_ref, "7");
    EXPECT_EQ(envelope.message_ref, "0001");
    EXPECT_TRUE(envelope.test);
    EXPECT_TRUE(envelope.ack_requested);
}

TEST(X12Reader, placesPointAtTheBytes) {
    const std::string bytes = interchange(order);
    const auto parsed = read_x12(bytes, 3);
    const auto& place = only(parsed).lines[0].quantity->place;
    EXPECT_EQ(bytes.substr(place.begin, place.end - place.begin), "720");
    EXPECT_EQ(place.part, 3U);
    EXPECT_EQ(place.where, "message 1, segment 17 (PO1), element 2");
}

struct Shape {
    const char* name;
    char element, terminator;
    const char* behind;
};
class X12Shapes : public testing::TestWithParam<Shape> {};

TEST_P(X12Shapes, takesTheSeparatorsFromIsa) {
    std::string bytes = replace_all(interchange(order), "\n", "");
    for (char& c : bytes)
        c = c == '*' ? GetParam().element : c == '~' ? GetParam().terminator : c;
    bytes = replace_all(bytes, std::string(1, GetParam().terminator),
                        cat(std::string(1, GetParam().terminator), GetParam().behind));
    ASSERT_TRUE(looks_like_x12(bytes));
    const auto parsed = read_x12(bytes, 0);
    EXPECT_EQ(codes(parsed), "");
    EXPECT_EQ(only(parsed).lines.size(), 3U);
    EXPECT_EQ(only(parsed).order_number->value, "7731");
}

INSTANTIATE_TEST_SUITE_P(Seen, X12Shapes,
                         testing::Values(Shape{"newline", '*', '\n', ""},
                                         Shape{"carriageReturn", '|', '\r', ""},
                                         Shape{"carriageReturnAndNewline", '|', '\r', "\n"},
                                         Shape{"nakAndNewline", '\x1d', '\x15', "\r\n"},
                                         Shape{"bell", '\a', '!', ""},
                                         Shape{"tildeAsElement", '~', '|', "\n"},
                                         Shape{"backslash", '\x7f', '\\', " \n"},
                                         Shape{"fileSeparator", '*', '\x1c', "\r\n\t"}),
                         [](const auto& shape) { return shape.param.name; });

TEST(X12Reader, countsElementsWhenIsaIsNotFixedWidth) {
    const auto parsed = read_x12(changed(interchange(order), "          ", ""), 0);
    EXPECT_EQ(codes(parsed), "W:x12.isa_width");
    EXPECT_EQ(only(parsed).envelope.sender, "KORENAAR:ZZ");
}

TEST(X12Reader, readsAFileWrappedAtEightyColumns) {
    const std::string plain = replace_all(interchange(order), "\n", "");
    std::string wrapped;
    for (std::size_t at = 0; at < plain.size(); at += 80)
        wrapped += plain.substr(at, 80) + "\r\n";
    const auto parsed = read_x12(wrapped, 0);
    EXPECT_EQ(codes(parsed), "W:x12.isa_width");
    EXPECT_EQ(only(parsed).lines.at(2).buyer_item->value, "0000001");
}

TEST(X12Reader, takesTheTerminatorWhenIsa16IsMissing) {
    const auto parsed = read_x12(changed(interchange(order), "*T*>~", "*T*~"), 0);
    EXPECT_EQ(codes(parsed), "W:x12.isa16");
    EXPECT_EQ(only(parsed).lines.size(), 3U);
}

TEST(X12Reader, findsAForgottenTerminator) {
    const std::string lines = replace_all(interchange(order), "~", "~\n");
    const auto parsed = read_x12(changed(lines, "N3*1 Field Road~", "N3*1 Field Road"), 0);
    EXPECT_EQ(codes(parsed), "W:x12.no_terminator");
    EXPECT_EQ(find_party(only(parsed), PartyRole::buyer)->city->value, "Akron");
}

struct Twin {
    const char* name;
    const char* what;
    const char* with;
    const char* codes;
    const char* where;
};
class X12BrokenTwins : public testing::TestWithParam<Twin> {};

TEST_P(X12BrokenTwins, tellWhatIsWrongAndWhere) {
    const auto& twin = GetParam();
    const auto parsed = read_x12(changed(interchange(order), twin.what, twin.with), 0);
    EXPECT_EQ(codes(parsed), twin.codes);
    const auto& problems = parsed.problems.empty() ? only(parsed).problems : parsed.problems;
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].place.where, twin.where);
}

INSTANTIATE_TEST_SUITE_P(
    All, X12BrokenTwins,
    testing::Values(
        Twin{"segmentCount", "SE*27*", "SE*28*", "W:x12.se_count",
             "message 1, segment 27 (SE), element 1"},
        Twin{"messageNumber", "SE*27*0001", "SE*27*0002", "W:x12.se_reference",
             "message 1, segment 27 (SE), element 2"},
        Twin{"messageCount", "GE*1*7", "GE*2*7", "W:x12.count", "interchange 1, segment GE"},
        Twin{"groupCount", "IEA*1*", "IEA*3*", "W:x12.count", "interchange 1, segment IEA"},
        Twin{"interchangeNumber", "IEA*1*000000017", "IEA*1*000000018", "W:x12.control_number",
             "interchange 1, segment IEA"},
        Twin{"lineCount", "CTT*3*", "CTT*4*", "W:x12.ctt_lines",
             "message 1, segment 25 (CTT), element 1"},
        Twin{"quantitySum", "CTT*3*773", "CTT*3*774", "W:x12.ctt_quantity",
             "message 1, segment 25 (CTT), element 2"},
        Twin{"noNumber", "*7731*", "**", "E:x12.no_order_number W:x12.element_missing",
             "message 1"},
        Twin{"price", "*1.32*", "*1,32*", "E:x12.number", "message 1, segment 17 (PO1), element 4"},
        Twin{"quantity", "PO1*1*720*", "PO1*1**",
             "E:x12.no_quantity W:x12.ctt_quantity W:x12.syntax_note",
             "message 1, segment 17 (PO1), element 1"},
        Twin{"day", "DTM*063*20260320", "DTM*063*20260230", "E:x12.date",
             "message 1, segment 8 (DTM), element 2"},
        Twin{"purpose", "BEG*00", "BEG*99", "E:x12.purpose",
             "message 1, segment 2 (BEG), element 1"},
        Twin{"partyWithoutQualifier", "*UL*9520000001018", "**9520000001018", "W:x12.syntax_note",
             "message 1, segment 12 (N1), element 3"},
        Twin{"emptyItem", "*BP*0077", "*BP*", "W:x12.empty_item",
             "message 1, segment 21 (PO1), element 9"}),
    [](const auto& twin) { return twin.param.name; });

TEST(X12Reader, refusesToTakeA850WithoutBegAsAnOrder) {
    const auto parsed = read_x12(interchange("PO1*1*5*EA*1*PE*VN*NK-1~CTT*1~"), 0);
    EXPECT_EQ(only(parsed).document_class, DocumentClass::other);
    EXPECT_EQ(codes(parsed), "E:x12.no_head");
}

TEST(X12Reader, refusesAnUnfilledTemplate) {
    const auto parsed = read_x12(
        interchange("BCH*04*CP*PO NUMBER***20260302~POC*1*QD*5*0*EA***VN*NK-1~CTT*1~", "860"), 0);
    EXPECT_EQ(only(parsed).document_class, DocumentClass::other);
    EXPECT_EQ(codes(parsed), "E:x12.placeholder");
}

TEST(X12Reader, readsChangesByTheOrdersLineNumbers) {
    const auto parsed = read_x12(
        interchange("BCH*04*CP*7731**3*20260302~POC*2*QD*648*0*EA*1.3*PE*VN*NK-210~"
                    "POC*3*DI~POC*4*AI*12*12*RL***VN*NK-900~POC*5*XX*1*1*EA***VN*NK-1~CTT*4~",
                    "860"),
        0);
    const auto& draft = only(parsed);
    EXPECT_EQ(draft.document_class, DocumentClass::order_change);
    EXPECT_EQ(draft.buyer_version->value, "3");
    ASSERT_EQ(draft.lines.size(), 4U);
    EXPECT_EQ(draft.lines[0].original_line->value, "2");
    EXPECT_EQ(draft.lines[0].action, LineAction::change);
    EXPECT_EQ(draft.lines[0].quantity->value, "648");
    EXPECT_EQ(draft.lines[1].action, LineAction::remove);
    EXPECT_EQ(draft.lines[2].action, LineAction::add);
    EXPECT_EQ(draft.lines[2].unit_code->value, "XRO");
    EXPECT_EQ(codes(parsed), "E:x12.line_action");
}

TEST(X12Reader, takesPurpose01AsACancellation) {
    const auto parsed = read_x12(interchange("BCH*01*CP*7731***20260302~", "860"), 0);
    EXPECT_EQ(only(parsed).document_class, DocumentClass::order_cancellation);
    EXPECT_EQ(only(parsed).order_number->value, "7731");
}

TEST(X12Reader, readsGroceryOrders) {
    const auto parsed =
        read_x12(interchange("G50*N*20260302*88~G62*02*20260309~N1*BT*Bakery*9*0952123456789~"
                             "G68*24*CA*13.2*952100000001~G69*Buns~G76*24*CA~",
                             "875"),
                 0);
    const auto& draft = only(parsed);
    EXPECT_EQ(codes(parsed), "");
    EXPECT_EQ(draft.order_number->value, "88");
    EXPECT_EQ(*draft.requested->value.start, "2026-03-09");
    ASSERT_EQ(draft.lines.size(), 1U);
    EXPECT_EQ(draft.lines[0].gtin->value, "952100000001");
}

TEST(X12Reader, namesOtherMessagesWithoutMakingOrdersOfThem) {
    const auto parsed =
        read_x12(interchange("BAK*00*AC*7731*20260302~PO1*1*5*EA~CTT*1~", "855"), 0);
    EXPECT_EQ(only(parsed).document_class, DocumentClass::order_response);
    EXPECT_EQ(only(parsed).order_number->value, "7731");
    EXPECT_EQ(only(read_x12(interchange("AK1*PO*7~", "997"), 0)).document_class,
              DocumentClass::other);
}

TEST(X12Reader, tellsWhenALineIsSplitOverShops) {
    const auto parsed = read_x12(
        interchange("BEG*00*SA*5**20260302~PO1*1*10*EA*1*PE*VN*NK-1~SDQ*EA*92*001*4*002*6~CTT*1~"),
        0);
    EXPECT_EQ(codes(parsed), "W:x12.split_places");
    EXPECT_EQ(only(parsed).lines[0].notes.at(1).value, "shop 002: 6");
}

TEST(X12Reader, readsEveryInterchangeOfAFile) {
    const std::string one = interchange(order);
    const std::string other = replace_all(replace_all(one, "*", "|"), "7731", "7732");
    const auto parsed = read_x12(one + other, 0);
    ASSERT_EQ(parsed.documents.size(), 2U);
    EXPECT_EQ(parsed.documents[1].order_number->value, "7732");
    EXPECT_EQ(codes(parsed), "");
}

TEST(X12Reader, saysThatAnOrderIsCutOffWhereverItIsCut) {
    const std::string whole = interchange(order);
    const std::size_t complete = whole.find("CTT*");
    for (std::size_t length = isa.size(); length < complete; ++length) {
        const auto parsed = read_x12(whole.substr(0, length), 0);
        EXPECT_NE(codes(parsed).find("E:"), std::string::npos) << length;
    }
}

TEST(X12Reader, doesNotClaimOtherFiles) {
    for (const auto* text :
         {"", "ISA", "ISAAC Newton wrote", "UNB+UNOC:3+1+2", "<order/>", "ST. NICOLAAS * bestelt"})
        EXPECT_FALSE(looks_like_x12(text)) << text;
}

TEST(X12Reader, readsAMessageWithoutInterchange) {
    const std::string bytes =
        "ST*850*0001~BEG*00*SA*5**20260302~PO1*1*10*EA*1*PE*VN*NK-1~CTT*1~SE*5*0001~";
    ASSERT_TRUE(looks_like_x12(bytes));
    EXPECT_EQ(codes(read_x12(bytes, 0)), "W:x12.no_gs");
}

} // namespace
} // namespace besteld::parsers
