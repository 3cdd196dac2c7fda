// SPDX-License-Identifier: Apache-2.0
// D04 to D09: what may be sold to whom, and whether the words fit the article.

#include "world.hpp"

#include "check/fuzzy_item.hpp"
#include "check/item_checks.hpp"

#include <gmock/gmock.h>

#include <functional>

namespace besteld {
namespace {

using namespace world;
using testing::HasSubstr;

using Change = std::function<void(OrderDraft&, Terms&)>;

// The clean order of C1001 with one change.
Judged judged_with(const Change& change) {
    OrderDraft draft = clean_edi_order();
    Terms terms = korenaar();
    change(draft, terms);
    return judge(draft, terms);
}

struct Row {
    std::string name;
    Change change;
    bool found = false;
};

void expect_rows(Check check, const std::vector<Row>& rows) {
    for (const Row& row : rows)
        EXPECT_EQ(judged_with(row.change).has(check), row.found) << row.name;
}

Change described(std::string name) {
    return [=](OrderDraft& draft, Terms&) {
        draft.lines[1].name = field(name);
        draft.stated_line_count.reset();
    };
}

AssortmentRule rule_for(std::string sku, bool allowed) {
    return {.sku = std::move(sku), .allowed = allowed, .valid_from = day(1, 1)};
}

AssortmentRule rule_for_group(std::string group, bool allowed) {
    return {.item_group = std::move(group), .allowed = allowed, .valid_from = day(1, 1)};
}

TEST(Assortment, closedByAnyLeaveAndOpenWithoutOne) {
    const auto with = [](std::vector<AssortmentRule> rules) -> Change {
        return [=](OrderDraft&, Terms& terms) {
            terms.items["NK-210"].item_group = "tape";
            terms.assortment = rules;
        };
    };
    AssortmentRule ended = rule_for("NK-210", false);
    ended.valid_to = day(3, 1);
    AssortmentRule last_day = rule_for("NK-210", false);
    last_day.valid_to = day(3, 2);
    expect_rows(
        Check::not_in_assortment,
        {{"no rule", with({}), false},
         {"both listed", with({rule_for("NK-100", true), rule_for("NK-210", true)}), false},
         {"one listed, the other not", with({rule_for("NK-100", true)}), true},
         {"its group listed", with({rule_for("NK-100", true), rule_for_group("tape", true)}),
          false},
         {"excluded", with({rule_for("NK-210", false)}), true},
         {"excluded on the last day of the rule", with({last_day}), true},
         {"excluded until yesterday", with({ended}), false},
         {"its group excluded, itself allowed",
          with({rule_for_group("tape", false), rule_for("NK-210", true), rule_for("NK-100", true)}),
          false},
         {"its group allowed, itself excluded",
          with({rule_for_group("tape", true), rule_for("NK-210", false), rule_for("NK-100", true)}),
          true}});
}

TEST(Assortment, sayAllAboutTheFinding) {
    const Judged judged = judged_with(
        [](OrderDraft&, Terms& terms) { terms.assortment = {rule_for("NK-100", true)}; });
    const Finding& finding = *judged.find(Check::not_in_assortment);
    EXPECT_EQ(finding.severity, FindingSeverity::block);
    EXPECT_EQ(finding.ordered, "NK-210");
    EXPECT_EQ(finding.agreed, "not on the agreed list");
    EXPECT_EQ(finding.money, dec("82.80"));
    EXPECT_EQ(finding.suggested, Resolution::reject);
    EXPECT_THAT(finding.clause, HasSubstr("A-C1001-2026"));
    EXPECT_EQ(finding.reason, "R-ASSORT");
}

TEST(Licence, mustHoldOnTheDayOfDelivery) {
    const auto with = [](std::vector<std::string> classes,
                         std::vector<Licence> licences) -> Change {
        return [=](OrderDraft&, Terms& terms) {
            terms.items["NK-100"].classes = classes;
            terms.customer->licences = licences;
        };
    };
    const auto until = [](Date end) {
        return Licence{.kind = "dangerous", .number = "L-7", .valid_to = end};
    };
    expect_rows(
        Check::licence_missing,
        {{"nothing guarded", with({}, {}), false},
         {"guarded, no licence", with({"dangerous"}, {}), true},
         {"licence of another kind",
          with({"dangerous"}, {{.kind = "excise", .number = "E-1", .valid_to = {}}}), true},
         {"without an end",
          with({"dangerous"}, {{.kind = "dangerous", .number = "L-7", .valid_to = {}}}), false},
         {"ends on the day of delivery", with({"dangerous"}, {until(day(3, 5))}), false},
         {"ended the day before", with({"dangerous"}, {until(day(3, 4))}), true},
         {"export control is another check's", with({"export_controlled"}, {}), false}});
}

TEST(Sellable, fromTheFirstToTheLastDay) {
    const auto from = [](Date first) -> Change {
        return [=](OrderDraft&, Terms& terms) { terms.items["NK-100"].sell_from = first; };
    };
    expect_rows(Check::item_not_sellable, {{"since long", from(day(1, 1)), false},
                                           {"from the day of delivery", from(day(3, 5)), false},
                                           {"from the day after", from(day(3, 6)), true}});
}

TEST(Sellable, theCustomersOwnSubstituteGoesFirst) {
    const auto film_ended = [](OrderDraft& draft, Terms& terms) {
        draft.lines = {by_gtin("9521000000032", "6")};
        terms.items["NK-330"].sell_to = day(3, 1);
    };
    const auto substitute = [&](const Change& change) {
        return judged_with([&](OrderDraft& draft, Terms& terms) {
                   film_ended(draft, terms);
                   change(draft, terms);
               })
            .find(Check::item_not_sellable)
            ->suggested_value;
    };
    EXPECT_EQ(substitute([](OrderDraft&, Terms&) {}), "NK-331");
    EXPECT_EQ(substitute([](OrderDraft&, Terms& terms) {
                  terms.substitutions = {{.sku = "NK-330", .substitute = "NK-400"}};
              }),
              "NK-400");
    EXPECT_EQ(substitute([](OrderDraft&, Terms& terms) {
                  terms.substitutions = {
                      {.sku = "NK-330", .substitute = "NK-331", .mode = "forbidden"}};
              }),
              "");
    EXPECT_EQ(
        substitute([](OrderDraft& draft, Terms&) { draft.lines[0].substitution_forbidden = true; }),
        "");
    EXPECT_EQ(
        substitute([](OrderDraft&, Terms& terms) { terms.items["NK-331"].status = "blocked"; }),
        "");
}

TEST(Sellable, aFormerNumberNamesTheArticleAndAPersonAgrees) {
    const Judged judged = judged_with([](OrderDraft& draft, Terms& terms) {
        terms.items["NK-100"].former_skus = {"OLD-17"};
        draft.lines = {by_sku("old 17", "500", "H87")};
    });
    EXPECT_EQ(judged.order.lines[0].sku, "NK-100");
    EXPECT_EQ(judged.order.lines[0].match_step, "M4");
    EXPECT_EQ(judged.order.lines[0].match_score, 95);
    const Finding& finding = *judged.find(Check::item_not_sellable);
    EXPECT_EQ(finding.ordered, "old 17");
    EXPECT_EQ(finding.agreed, "now NK-100");
    EXPECT_EQ(finding.suggested_value, "NK-100");
}

TEST(Specification, whatIsStatedOtherwiseIsFound) {
    expect_rows(Check::specification_differs,
                {{"the article's own words", described("PP-tape transparant 50 mm x 66 m"), false},
                 {"in centimetres", described("PP tape transp. 5 cm"), false},
                 {"48 for 50 mm", described("PP-tape transparant 48 mm"), true},
                 {"another length", described("PP-tape 50mm x 60m"), true},
                 {"a figure we do not know", described("PP-tape 50mm x 66m, kern 76 mm"), false},
                 {"another colour", described("PP-tape bruin 50 mm"), true},
                 {"the same colour in English", described("clear PP tape 50 mm"), false},
                 {"no words", [](OrderDraft&, Terms&) {}, false}});
    const Judged judged = judged_with(described("PP-tape transparant 48 mm"));
    const Finding& finding = *judged.find(Check::specification_differs);
    EXPECT_EQ(finding.ordered, "48 mm");
    EXPECT_EQ(finding.agreed, "50 mm");
    EXPECT_EQ(finding.quote, "PP-tape transparant 48 mm");
    EXPECT_EQ(finding.severity, FindingSeverity::warn);
}

TEST(Specification, readsTheArticlesProperties) {
    const auto glove = [](std::string name) -> Change {
        return [=](OrderDraft& draft, Terms& terms) {
            terms.items["NK-505"].properties = {{"colour", "blauw"}};
            draft.lines = {by_sku("NK-505", "10", "XBX")};
            draft.lines[0].name = field(name);
        };
    };
    expect_rows(Check::specification_differs, {{"blue", glove("nitril handschoen M blue"), false},
                                               {"black", glove("nitril handschoen M zwart"), true},
                                               {"size L", glove("nitril handschoen L"), true}});
}

TEST(Description, mustNotMeanAnotherArticle) {
    expect_rows(Check::description_contradicts,
                {{"the article", described("PP-tape transparant"), false},
                 {"cut short", described("PP TAPE TRANSP 50X66"), false},
                 {"another word, the same figures", described("Kleefband 50mm x 66m"), false},
                 {"a box", described("doos 300x200x150"), true},
                 {"another script", described("透明胶带"), false},
                 {"figures alone", described("4711"), false},
                 {"its number again", described("NK 210"), false}});
    const Judged judged = judged_with(described("doos 300x200x150"));
    const Finding& finding = *judged.find(Check::description_contradicts);
    EXPECT_EQ(finding.suggested, Resolution::correct);
    EXPECT_EQ(finding.suggested_value, "NK-100"); // what the words mean
}

TEST(Description, theLimitIsInclusiveAndTheCustomersOwn) {
    // Two of three words, weights 2 of 2+2+2 and the long one 4: see resemblance().
    const std::string half = "PP-tape kern";
    const auto limited = [&](int percent) {
        return judged_with([&](OrderDraft& draft, Terms& terms) {
                   described(half)(draft, terms);
                   terms.agreement->check_tolerance["description_contradicts"] = Decimal{percent};
               })
            .has(Check::description_contradicts);
    };
    const DescribedItem tape = describe(korenaar().items.at("NK-210"));
    const int alike = *resemblance(item_words(half), tape);
    EXPECT_FALSE(limited(alike));
    EXPECT_TRUE(limited(alike + 1));
}

TEST(DuplicateLines, lookAtArticleDateAndAddress) {
    const auto twice = [](const Change& change) -> Change {
        return [=](OrderDraft& draft, Terms& terms) {
            draft.lines[1] = by_gtin("9521000000018", "500", "0.74");
            change(draft, terms);
        };
    };
    const auto sent_to = [](LineDraft& line, const std::string& gln) {
        line.parties = {party(PartyRole::ship_to, "0088", gln)};
    };
    expect_rows(Check::duplicate_lines,
                {{"two articles", [](OrderDraft&, Terms&) {}, false},
                 {"twice the same", twice([](OrderDraft&, Terms&) {}), true},
                 {"on two days", twice([](OrderDraft& draft, Terms&) {
                      draft.lines[1].requested = deliver_on("2026-03-10");
                  }),
                  false},
                 {"to two addresses", twice([&](OrderDraft& draft, Terms&) {
                      sent_to(draft.lines[0], "9520000001025");
                      sent_to(draft.lines[1], "9520000001032");
                  }),
                  false}});
}

TEST(WordsBesideANumber, areLookedUpOnlyWhenTheyMayMatter) {
    const auto without_words = [](OrderDraft&, Terms&) {};
    const auto unknown_number = [](OrderDraft& draft, Terms&) {
        draft.lines = {by_sku("ZZ-9", "10", "XRO")};
        draft.lines[0].name = field("PP-tape transparant 50 mm");
    };
    const auto words_alone = [](OrderDraft& draft, Terms&) {
        draft.lines = {{.name = field("PP-tape transparant 50 mm"), .quantity = field("10")}};
    };
    for (const auto& [name, change, wanted] : std::vector<Row>{
             {"no words", without_words, false},
             {"the article's own words", described("PP-tape transparant 50 mm x 66 m"), false},
             {"its number again", described("NK 210"), false},
             {"another dimension", described("PP-tape transparant 48 mm"), true},
             {"another article", described("doos 300x200x150"), true},
             {"a number nobody knows", unknown_number, true},
             {"words alone are asked for anyhow", words_alone, false}}) {
        OrderDraft draft = clean_edi_order();
        Terms terms = korenaar();
        change(draft, terms);
        EXPECT_EQ(words_are_wanted(draft, terms, day(3, 2)), wanted) << name;
    }
}

TEST(WordsBesideANumber, areKeptApartFromThoseOfLinesWithoutOne) {
    OrderDraft draft;
    draft.lines = {{.name = field("de gewone folie")}, by_sku("NK-210", "72", "XRO")};
    draft.lines[1].name = field("heldere tape");
    LookUpKeys keys = look_up_keys(draft, {}, {});
    EXPECT_THAT(keys.item_words, testing::ElementsAre("folie", "gewone"));
    EXPECT_THAT(keys.words_beside_codes, testing::ElementsAre("heldere", "tape"));
    draft.lines.resize(60, draft.lines[1]); // of long orders they are not looked up
    EXPECT_THAT(look_up_keys(draft, {}, {}).words_beside_codes, testing::IsEmpty());
}

} // namespace
} // namespace besteld
