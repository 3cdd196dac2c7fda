// SPDX-License-Identifier: Apache-2.0
// Which article a line means: domain.md 5.3, M1 to M8.

#include "world.hpp"

#include "check/match_item.hpp"
#include "check/phrase_key.hpp"

#include <gmock/gmock.h>

namespace besteld {
namespace {

using namespace world;
using testing::ElementsAre;
using testing::HasSubstr;

// The names of domain.md 9.1 in five languages, as candidates of C1001.
Terms in_five_languages() {
    Terms terms = korenaar();
    const auto names = [&](const std::string& sku, std::vector<std::string> of) {
        const std::vector<std::string> languages{"nl", "en", "de", "fr", "zh"};
        for (std::size_t i = 0; i < languages.size(); ++i)
            terms.items[sku].names[languages[i]] = of[i];
    };
    names("NK-100", {"doos 300x200x150", "box 300x200x150", "Karton 300x200x150",
                     "carton 300x200x150", "纸箱 300x200x150"});
    names("NK-210", {"PP-tape transparant 50 mm x 66 m", "PP tape clear 50 mm x 66 m",
                     "PP-Klebeband transparent 50 mm x 66 m", "ruban PP transparent 50 mm x 66 m",
                     "透明胶带 50 mm x 66 m"});
    names("NK-330",
          {"rekwikkelfolie 500 mm 23 µm", "stretch film 500 mm 23 µm", "Stretchfolie 500 mm 23 µm",
           "film étirable 500 mm 23 µm", "缠绕膜 500 mm 23 µm"});
    names("NK-331",
          {"rekwikkelfolie 500 mm 20 µm", "stretch film 500 mm 20 µm", "Stretchfolie 500 mm 20 µm",
           "film étirable 500 mm 20 µm", "缠绕膜 500 mm 20 µm"});
    names("NK-400", {"luchtkussenfolie 500 mm x 100 m", "bubble wrap 500 mm x 100 m",
                     "Luftpolsterfolie 500 mm x 100 m", "film à bulles 500 mm x 100 m",
                     "气泡膜 500 mm x 100 m"});
    terms.candidates = terms.items;
    return terms;
}

ItemMatch matched(const LineDraft& line, const Terms& terms, WrittenBy by = WrittenBy::person) {
    return match_item(line, ItemIndex(terms), day(3, 2), by);
}

ItemMatch by_words(std::string words, const Terms& terms = in_five_languages()) {
    return matched({.name = field(std::move(words))}, terms);
}

TEST(MatchByWords, findsTheArticleInAnyLanguage) {
    struct Case {
        const char* words;
        const char* sku;
    };
    for (const Case& c :
         {Case{"doos 300x200x150", "NK-100"}, Case{"dozen (die van 300x200)", "NK-100"},
          Case{"PP tape transparant 50mm", "NK-210"}, Case{"PP-tape transparant", "NK-210"},
          Case{"Kartons 30x20x15 cm", "NK-100"}, Case{"clear tape 5 cm", "NK-210"},
          Case{"rekwikkelfolie 23my", "NK-330"}, Case{"stretch folie 500mm 20 mu", "NK-331"},
          Case{"Stretchfolie 500mm 0,5 m 23 µ", ""}, // 0.5 m twice, once in the name
          Case{"stretch film 23 micron", "NK-330"}, Case{"Luchtkussenfolie wie Muster", "NK-400"},
          Case{"film etirable 20 µm", "NK-331"}, Case{"透明胶带(50mm*66m)", "NK-210"},
          Case{"tape 50mmx66m", "NK-210"}, Case{"缠绕膜 23微米", "NK-330"},
          Case{"纸箱３００ｘ２００ｘ１５０", "NK-100"}}) {
        const ItemMatch match = by_words(c.words);
        EXPECT_EQ(match.sku, c.sku) << c.words << ": " << match.trace;
        if (*c.sku == '\0') continue;
        EXPECT_EQ(match.step, "M7") << c.words;
        EXPECT_EQ(match.score, 75) << c.words;
    }
}

TEST(MatchByWords, leavesDoubtToAPerson) {
    for (const char* words :
         {"rekwikkelfolie", "rekwikkelfolie 500 mm", "tape breed", "doos", "PP-tape 48 mm",
          "doos 300x300x150", "PP-tape bruin 50 mm", "nitril handschoen L", "iets anders"}) {
        const ItemMatch match = by_words(words);
        EXPECT_EQ(match.sku, "") << words << ": " << match.trace;
        EXPECT_LE(match.score, 50) << words;
    }
    EXPECT_EQ(by_words("rekwikkelfolie").candidates.size(), 2U); // both thicknesses
}

TEST(MatchByWords, offersWhatLacksADimensionWithItsReason) {
    const ItemMatch match = by_words("PP-tape transparant 48 mm");
    ASSERT_FALSE(match.candidates.empty());
    EXPECT_EQ(match.candidates.front().sku, "NK-210");
    EXPECT_EQ(match.candidates.front().differs, "48 mm");
    EXPECT_LE(match.candidates.front().score, 50);
    OrderDraft draft = clean_edi_order();
    draft.format = "text";
    draft.lines = {{.name = field("PP-tape transparant 48 mm"), .quantity = field("36")}};
    const Judged judged = judge(draft, in_five_languages());
    const Finding& finding = *judged.find(Check::item_unknown);
    EXPECT_THAT(finding.trace, HasSubstr("NK-210 (50 %, not 48 mm)"));
    EXPECT_FALSE(finding.suggested);
}

TEST(MatchByWords, onlyAmongWhatTheCustomerMayBuy) {
    Terms terms = in_five_languages();
    terms.candidates.erase("NK-100");
    EXPECT_EQ(by_words("doos 300x200x150", terms).sku, "");
}

TEST(MatchByWords, neverAgainstANumberThatNobodyKnows) {
    LineDraft line{.seller_item = field("NK-999"), .name = field("doos 300x200x150")};
    const ItemMatch match = matched(line, in_five_languages());
    EXPECT_EQ(match.sku, "");
    EXPECT_EQ(match.candidates.front().sku, "NK-100");
}

TEST(MatchByNumber, leadingZerosCountOnlyWhereTheyTellArticlesApart) {
    Terms terms = korenaar();
    terms.items["0042"] = {.sku = "0042", .stock_unit = "H87"};
    EXPECT_EQ(matched({.seller_item = field("42")}, terms).sku, "0042");
    terms.items["42"] = {.sku = "42", .stock_unit = "H87"};
    EXPECT_EQ(matched({.seller_item = field("42")}, terms).sku, "42");
    EXPECT_EQ(matched({.seller_item = field("0042")}, terms).sku, "0042");
    EXPECT_NE(matched({.seller_item = field("042")}, terms).conflict, "");
}

TEST(MatchByNumber, howStrictlyIsASetting) {
    Terms terms = korenaar();
    const auto step = [&](const char* written, ItemNumbers strictness) {
        terms.seller.item_numbers = strictness;
        return matched({.seller_item = field(written)}, terms).step;
    };
    EXPECT_EQ(step("nk 210", ItemNumbers::loose), "M1");
    EXPECT_EQ(step("00NK210", ItemNumbers::loose), "M1");
    EXPECT_EQ(step("nk 210", ItemNumbers::zeros_count), "M1");
    EXPECT_NE(step("00NK210", ItemNumbers::zeros_count), "M1");
    EXPECT_EQ(step(" NK-210", ItemNumbers::as_written), "M1");
    EXPECT_NE(step("NK210", ItemNumbers::as_written), "M1");
}

TEST(MatchByNumber, aGtinOnTwoArticlesIsADoubt) {
    Terms terms = korenaar();
    terms.items["NK-331"].units[1].gtin = "19521000000039"; // as NK-330's carton
    EXPECT_THAT(matched({.gtin = field("19521000000039")}, terms).conflict, HasSubstr("NK-331"));
}

TEST(MatchByBuyersNumber, holdsOnItsDaysAndPrefersWhatIsConfirmed) {
    Terms terms = korenaar();
    terms.references = {{.buyer_item = "T-1", .sku = "NK-100", .valid_to = day(3, 1)},
                        {.buyer_item = "T-1", .sku = "NK-210", .valid_from = day(3, 2)}};
    EXPECT_EQ(matched({.buyer_item = field("t1")}, terms).sku, "NK-210");
    terms.references = {{.buyer_item = "T-1", .sku = "NK-100", .status = "proposed"},
                        {.buyer_item = "T-1", .sku = "NK-210"}};
    EXPECT_EQ(matched({.buyer_item = field("T-1")}, terms).score, 97);
    terms.references.pop_back();
    EXPECT_EQ(matched({.buyer_item = field("T-1")}, terms).score, 80); // a person looks
    terms.references = {{.buyer_item = "T-1", .sku = "NK-100"},
                        {.buyer_item = "T-1", .sku = "NK-210"}};
    EXPECT_NE(matched({.buyer_item = field("T-1")}, terms).conflict, "");
}

TEST(MatchByBuyersNumber, aFactorSaysWhatOneOfTheirsIs) {
    Terms terms = korenaar();
    terms.references = {{.buyer_item = "T-1", .sku = "NK-210", .factor = Decimal{36}}};
    OrderDraft draft = clean_edi_order();
    LineDraft line{.buyer_item = field("T-1"), .quantity = field("2")};
    line.unit = line.unit_code = field("EA");
    draft.lines = {line};
    const Judged judged = judge(draft, terms);
    EXPECT_EQ(judged.order.lines[0].unit, "XCT");
    EXPECT_EQ(judged.order.lines[0].quantity_stock, Decimal{72});
    terms.references[0].factor = Decimal{10}; // no unit of the article
    const Judged odd = judge(draft, terms);
    EXPECT_FALSE(odd.order.lines[0].quantity_stock);
    EXPECT_THAT(odd.find(Check::unit_unknown)->trace, HasSubstr("is 10 XRO"));
}

LearnedPhrase learned(std::string words, std::string sku, int confirmations) {
    return {.id = 1,
            .phrase = phrase_key(words),
            .sku = std::move(sku),
            .confirmations = confirmations,
            .status = "active"};
}

TEST(MatchByPhrase, isSureAfterThreeConfirmations) {
    struct Case {
        const char* name;
        LearnedPhrase phrase;
        const char* step;
    };
    LearnedPhrase expired = learned("de gewone folie", "NK-330", 9);
    expired.expires_on = day(3, 1);
    LearnedPhrase last_day = expired;
    last_day.expires_on = day(3, 2);
    LearnedPhrase contradicted = learned("de gewone folie", "NK-330", 9);
    contradicted.status = "review";
    LearnedPhrase revoked = contradicted;
    revoked.status = "revoked";
    for (const Case& c :
         {Case{"three times", learned("de gewone folie", "NK-330", 3), "M5"},
          Case{"twice", learned("de gewone folie", "NK-330", 2), "M6"},
          Case{"expired", expired, "M6"}, Case{"on its last day", last_day, "M5"},
          Case{"contradicted", contradicted, "M6"}, Case{"revoked", revoked, "M8"}}) {
        Terms terms = in_five_languages();
        terms.phrases = {c.phrase};
        const ItemMatch match = by_words("De gewone folie!", terms);
        EXPECT_EQ(match.step, c.step) << c.name;
        if (match.step == "M5") EXPECT_EQ(match.score, 92);
        if (match.step == "M6") EXPECT_EQ(match.score, 80);
    }
}

TEST(MatchByPhrase, twoMeaningsAreNone) {
    Terms terms = in_five_languages();
    terms.phrases = {learned("de tape", "NK-210", 5), learned("de tape", "NK-331", 1)};
    const ItemMatch match = by_words("de tape", terms);
    EXPECT_EQ(match.sku, "");
    EXPECT_EQ(match.candidates.size(), 2U);
}

TEST(MatchByPhrase, bringsItsUnitWhenTheLineStatesNone) {
    Terms terms = in_five_languages();
    terms.phrases = {learned("de gewone tape", "NK-210", 3)};
    terms.phrases[0].unit = "XCT";
    OrderDraft draft = clean_edi_order();
    draft.format = "text";
    draft.lines = {{.name = field("de gewone tape"), .quantity = field("2")}};
    const Judged judged = judge(draft, terms);
    EXPECT_EQ(judged.order.lines[0].unit, "XCT");
    EXPECT_EQ(judged.order.lines[0].unit_origin, Origin::learned);
    EXPECT_EQ(judged.order.lines[0].match_step, "M5");
}

TEST(PhraseKey, isOneForAllSpellings) {
    EXPECT_EQ(phrase_key("  De gewone Folie, 23 µm! "), "de gewone folie 23um");
    EXPECT_EQ(phrase_key("de gewone folie 23my"), "de gewone folie 23um");
    EXPECT_EQ(phrase_key("ｆｏｌｉｅ"), "folie");
    EXPECT_EQ(phrase_key("…"), "");
    EXPECT_LE(phrase_key(std::string(5'000, 'a') + " b").size(), 200U);
}

TEST(SearchWords, leaveOutWhatNamesNothing) {
    EXPECT_THAT(search_words("de rekwikkelfolie van 23my"), ElementsAre("rekwikkelfolie"));
    EXPECT_THAT(search_words("300x200"), ElementsAre("300x200"));
    OrderDraft draft;
    draft.lines = {{.name = field("de gewone folie")}};
    const LookUpKeys keys = look_up_keys(draft, {}, {});
    EXPECT_THAT(keys.phrases, ElementsAre("de gewone folie"));
    EXPECT_THAT(keys.item_words, ElementsAre("folie", "gewone"));
}

} // namespace
} // namespace besteld
