// SPDX-License-Identifier: Apache-2.0
#include "order/receipts.hpp"

#include "order/build_answer.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using F = ReceiptForm;
using Forms = std::vector<ReceiptForm>;

TrafficRules agreed(Forms forms, ReceiptWhen when = ReceiptWhen::always) {
    return {.receipts = std::move(forms), .receipts_when = when};
}

struct Row {
    const char* name;
    TrafficRules rules;
    ReceiptCause cause;
    Forms due;
};

constexpr auto edifact = EdiFamily::edifact;
constexpr auto x12 = EdiFamily::x12;
constexpr auto ubl = EdiFamily::ubl;

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        // nothing agreed
        {"UNB 0031 asks", {}, {.family = edifact, .asked = true}, {F::contrl}},
        {"UNB 0031 asks nothing", {}, {.family = edifact, .profile = "eancom97"}, {}},
        {"refused, asked or not",
         {},
         {.family = edifact, .profile = "eancom97", .refused = true},
         {F::contrl}},
        {"refused, and no EDI was agreed at all", {}, {.family = edifact, .refused = true}, {}},
        {"the second message of the interchange",
         {},
         {.family = edifact, .asked = true, .first_of_interchange = false},
         {}},
        {"997 is custom", {}, {.family = x12, .profile = "x12-4010"}, {F::functional_997}},
        {"999 by the profile's word",
         {},
         {.family = x12, .profile = "x12-5010-999"},
         {F::implementation_999}},
        {"ISA14 asks",
         {},
         {.family = x12, .profile = "x12-4010", .asked = true},
         {F::ta1, F::functional_997}},
        {"ISA14 asks, and no answers were agreed", {}, {.family = x12, .asked = true}, {F::ta1}},
        {"a reference used again has no groups",
         {},
         {.family = x12, .profile = "x12-4010", .refused = true, .used_again = true},
         {F::ta1}},
        {"Peppol hears of what is refused",
         {},
         {.family = ubl, .profile = "ubl", .refused = true},
         {F::mlr}},
        {"and of nothing else", {}, {.family = ubl, .profile = "ubl"}, {}},
        // agreed
        {"none", agreed({}), {.family = edifact, .asked = true, .refused = true}, {}},
        {"CONTRL always", agreed({F::contrl}), {.family = edifact}, {F::contrl}},
        {"CONTRL when asked",
         agreed({F::contrl}, ReceiptWhen::asked),
         {.family = edifact, .asked = true},
         {F::contrl}},
        {"not asked", agreed({F::contrl}, ReceiptWhen::asked), {.family = edifact}, {}},
        {"not asked and refused",
         agreed({F::contrl}, ReceiptWhen::asked),
         {.family = edifact, .refused = true},
         {F::contrl}},
        {"on error only, and asked",
         agreed({F::contrl}, ReceiptWhen::errors),
         {.family = edifact, .asked = true},
         {}},
        {"on error only, and refused",
         agreed({F::contrl}, ReceiptWhen::errors),
         {.family = edifact, .refused = true},
         {F::contrl}},
        {"APERAK in CONTRL's place", agreed({F::aperak}), {.family = edifact}, {F::aperak}},
        {"APERAK for each message",
         agreed({F::contrl, F::aperak}),
         {.family = edifact, .first_of_interchange = false},
         {F::aperak}},
        {"997 and no TA1 though ISA14 asks",
         agreed({F::functional_997}),
         {.family = x12, .asked = true},
         {F::functional_997}},
        {"999", agreed({F::implementation_999}), {.family = x12}, {F::implementation_999}},
        {"TA1 alone", agreed({F::ta1}), {.family = x12, .profile = "x12-4010"}, {F::ta1}},
        {"TA1 when asked, 997 always",
         agreed({F::ta1, F::functional_997}, ReceiptWhen::asked),
         {.family = x12},
         {F::functional_997}},
        {"997 on error only, all well",
         agreed({F::functional_997}, ReceiptWhen::errors),
         {.family = x12},
         {}},
        {"MLR always", agreed({F::mlr}), {.family = ubl}, {F::mlr}},
        {"another format's receipt is none", agreed({F::contrl}), {.family = x12}, {}},
    };
    return all;
}

TEST(Receipts, areThoseThatWereAgreedElseThoseThatWereAskedFor) {
    for (const auto& row : rows())
        EXPECT_EQ(receipts_due(row.rules, row.cause), row.due) << row.name;
}

TEST(Receipts, areNamedAsTheTradeNamesThem) {
    EXPECT_EQ(receipt_form_named("contrl"), F::contrl);
    EXPECT_EQ(receipt_form_named("999"), F::implementation_999);
    EXPECT_EQ(receipt_form_named("TA1"), F::ta1);
    EXPECT_EQ(receipt_form_named("ORDRSP"), std::nullopt);
}

TEST(Receipts, refuseWhatCannotBeReadAndNotWhatAnOrderLacks) {
    EXPECT_TRUE(refuses_message({.severity = Severity::error, .code = "edifact.cut_off"}));
    EXPECT_TRUE(refuses_message({.severity = Severity::error, .code = "x12.bad_tag"}));
    EXPECT_TRUE(refuses_message({.severity = Severity::error, .code = "xml.depth"}));
    EXPECT_FALSE(refuses_message({.severity = Severity::warning, .code = "edifact.unt_count"}));
    EXPECT_FALSE(refuses_message({.severity = Severity::error, .code = "edifact.no_item"}));
    EXPECT_FALSE(refuses_message({.severity = Severity::error, .code = "x12.no_quantity"}));
}

OrderDraft message(std::string type, std::string reference) {
    return {.format = "edifact",
            .message_type = std::move(type),
            .envelope = {.standard = "edifact",
                         .sender = "9520000001018:14",
                         .receiver = "9520000000011:14",
                         .interchange_ref = "77",
                         .message_ref = std::move(reference)}};
}

TEST(Receipts, goOneForTheInterchangeAndOneForEachMessage) {
    test::World world;
    Reading reading;
    reading.documents = {message("ORDERS", "1"), message("ORDERS", "2")};
    reading.documents[1].problems = {{.severity = Severity::error, .code = "edifact.cut_off"}};
    const auto rules = agreed({F::contrl, F::aperak});
    world.context.reading = &reading;
    world.context.traffic = &rules;
    world.context.draft = &reading.documents[0];
    world.context.envelope = reading.documents[0].envelope;
    const auto all = [&] {
        return technical_answers(
            {world.order, world.terms, world.context, world.history, world.now});
    };
    auto answers = all();
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].receipt_forms, Forms{F::contrl});
    EXPECT_EQ(answers[0].received.size(), 2U);
    EXPECT_EQ(answers[1].receipt_forms, Forms{F::aperak});
    EXPECT_EQ(answers[1].document_function, "6");
    world.context.first_of_message = false;
    world.context.draft = &reading.documents[1];
    world.context.envelope = reading.documents[1].envelope;
    answers = all();
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0].document_function, "27");
    EXPECT_EQ(answers[0].envelope.message_ref, "2");
}

TEST(Receipts, areNeverSentForAcknowledgementsWhateverWasAgreed) {
    test::World world;
    const auto rules = agreed({F::contrl, F::aperak, F::functional_997, F::ta1, F::mlr});
    world.context.traffic = &rules;
    for (const auto* type : {"CONTRL", "APERAK", "997", "999", "TA1", "ApplicationResponse"}) {
        const auto draft = message(type, "1");
        world.context.draft = &draft;
        world.context.envelope = draft.envelope;
        EXPECT_TRUE(
            technical_answers({world.order, world.terms, world.context, world.history, world.now})
                .empty())
            << type;
    }
}

} // namespace
} // namespace besteld
