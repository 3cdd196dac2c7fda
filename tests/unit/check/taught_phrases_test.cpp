// SPDX-License-Identifier: Apache-2.0
// Only people teach (domain.md 5.3).

#include "world.hpp"

#include "check/taught_phrases.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using namespace world;
using testing::IsEmpty;
using testing::SizeIs;

OrderDraft words(std::string name) {
    OrderDraft draft = clean_edi_order();
    draft.format = "text";
    draft.lines = {{.name = field(std::move(name)), .quantity = field("2")}};
    return draft;
}

const Correction film{
    .field = "line.sku", .line = 0, .value = "NK-330", .actor = "anna", .reason = ""};

std::vector<TaughtPhrase> taught(const OrderDraft& draft,
                                 const std::vector<Correction>& corrections,
                                 std::vector<Finding> decided = {}) {
    const Judged judged = judge(draft, korenaar(), monday_morning(), nullptr, corrections);
    return taught_phrases(draft, judged.order, corrections, decided);
}

TEST(TaughtPhrases, comeFromAnArticleThatAPersonTyped) {
    const auto phrases = taught(words("De gewone folie 23 µm"), {film});
    ASSERT_THAT(phrases, SizeIs(1));
    EXPECT_EQ(phrases[0].phrase, "de gewone folie 23um");
    EXPECT_EQ(phrases[0].sku, "NK-330");
    EXPECT_EQ(phrases[0].login, "anna");
    EXPECT_EQ(phrases[0].unit, "");
}

TEST(TaughtPhrases, keepTheUnitThatAPersonNamed) {
    const Correction carton{
        .field = "line.unit", .line = 0, .value = "XCT", .actor = "anna", .reason = ""};
    const auto phrases = taught(words("de gewone folie"), {film, carton});
    ASSERT_THAT(phrases, SizeIs(1));
    EXPECT_EQ(phrases[0].unit, "XCT");
    OrderDraft stated = words("de gewone folie");
    stated.lines[0].unit = stated.lines[0].unit_code = field("XRO");
    EXPECT_EQ(taught(stated, {film, carton})[0].unit, ""); // the line said it itself
}

TEST(TaughtPhrases, comeFromAReadingThatAPersonLetStand) {
    const OrderDraft draft = words("rekwikkelfolie 23my");
    EXPECT_THAT(taught(draft, {}), IsEmpty());
    Finding doubt{.check = Check::reading_uncertain, .line = 0};
    doubt.resolved = Resolved{.resolution = Resolution::dismiss, .actor = "anna"};
    EXPECT_THAT(taught(draft, {}, {doubt}), SizeIs(1));
    doubt.resolved->actor = "besteld";
    EXPECT_THAT(taught(draft, {}, {doubt}), IsEmpty());
}

TEST(TaughtPhrases, notFromNumbersNorFromDeclinedLines) {
    OrderDraft numbered = words("de gewone folie");
    numbered.lines[0].seller_item = field("NK-331");
    EXPECT_THAT(taught(numbered, {film}), IsEmpty());
    Finding declined{.check = Check::item_not_sellable, .line = 0};
    declined.resolved = Resolved{.resolution = Resolution::reject, .actor = "anna"};
    EXPECT_THAT(taught(words("de gewone folie"), {film}, {declined}), IsEmpty());
    EXPECT_THAT(taught(words("…"), {film}), IsEmpty());
}

} // namespace
} // namespace besteld
