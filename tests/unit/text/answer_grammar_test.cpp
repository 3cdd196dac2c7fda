// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/answer_grammar.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>
#include <random>

namespace besteld::parsers {
namespace {

// "1A 2B" of picks, or the word for anything else.
std::string said(std::string_view body, const std::vector<std::size_t>& choices,
                 std::string_view sender = "Petra Bakker") {
    const auto answer = read_answer(
        {.body = body, .subject = "Re: Vraag over uw bestelling", .sender_name = sender}, choices);
    switch (answer.said) {
    case Said::consent:
        return "consent";
    case Said::refusal:
        return "refusal";
    case Said::unclear:
        return "unclear";
    case Said::picks:
        break;
    }
    std::string out;
    for (std::size_t i = 0; i < answer.picks.size(); ++i)
        out += cat(out.empty() ? "" : " ", i + 1, static_cast<char>('A' + answer.picks[i]));
    return out;
}

struct Row {
    const char* body;
    std::vector<std::size_t> choices;
    const char* expected;
};

TEST(AnswerByNumber, isReadInTheFiveLanguages) {
    const Row rows[] = {
        {"1A 2B", {2, 2}, "1A 2B"},
        {"1a, 2b", {2, 2}, "1A 2B"},
        {"1: B\n2: A\n", {2, 2}, "1B 2A"},
        {"1) A\r\n2) B\r\n", {2, 2}, "1A 2B"},
        {"1. A\n2. B", {2, 2}, "1A 2B"},
        {"1 = A; 2 = B.", {2, 2}, "1A 2B"},
        {"2B 1A", {2, 2}, "1A 2B"},
        {"A", {2}, "1A"},
        {"b.", {2}, "1B"},
        {"１Ａ", {2}, "1A"},
        {"Graag 1B, dank!", {2}, "1B"},
        {"Beste Anna,\n\nvraag 1: A\nvraag 2: B\n\nMet vriendelijke groet,\nPetra",
         {2, 2},
         "1A 2B"},
        {"Optie A graag", {2}, "1A"},
        {"Hallo,\n1A en 2B\nPetra", {2, 2}, "1A 2B"},
        {"Hello,\n\nquestion 1: B please\n\nKind regards,\nPetra", {2}, "1B"},
        {"Option B, thanks", {2}, "1B"},
        {"Guten Tag,\n\nFrage 1: B\nFrage 2: A\n\nMit freundlichen Grüßen\nJ. Müller",
         {2, 2},
         "1B 2A"},
        {"Bitte Variante A", {2}, "1A"},
        {"Bonjour,\n\nquestion 1 : A\nquestion 2 : B\n\nCordialement\nM. Dupont", {2, 2}, "1A 2B"},
        {"choix B, merci", {2}, "1B"},
        {"您好，\n问题1：A，问题2：B\n谢谢", {2, 2}, "1A 2B"},
        {"选A", {2}, "1A"},
        {"1: ja\n2: B", {1, 2}, "1A 2B"},
        {"ja", {1}, "1A"},
        {"Ja, graag", {1}, "1A"},
        {"yes", {1}, "1A"},
        {"Akkoord.", {1}, "1A"},
        {"einverstanden, danke", {1}, "1A"},
        {"oui", {1}, "1A"},
        {"好的，谢谢", {1}, "1A"},
        {"1A\n\nOp 2 mrt 2026 om 10:12 schreef Noordkade:\n> 1: A 108 rollen, B 72 rollen\n",
         {2},
         "1A"},
        {"1B\n\n-----Oorspronkelijk bericht-----\nVan: orders@noordkade.example\nVraag 1: A",
         {2},
         "1B"},
    };
    for (const auto& row : rows)
        EXPECT_EQ(said(row.body, row.choices), row.expected) << row.body;
}

TEST(AnswerByNumber, isForAPersonWhenAnythingIsUnclear) {
    const Row rows[] = {
        {"", {2}, "unclear"},
        {"1A", {2, 2}, "unclear"}, // one is left out
        {"A", {2, 2}, "unclear"},  // of which question?
        {"1A 1B", {2}, "unclear"}, // contradicts itself
        {"1C", {2}, "unclear"},    // is not offered
        {"3A", {2, 2}, "unclear"}, // was not asked
        {"1A, maar dan op donderdag", {2}, "unclear"},
        {"1A?", {2}, "unclear"},
        {"108 rollen graag", {2}, "unclear"},
        {"niet 1A", {2}, "unclear"},
        {"geen A", {2}, "unclear"},
        {"not A", {2}, "unclear"},
        {"nicht A", {2}, "unclear"},
        {"pas A", {2}, "unclear"},
        {"不要A", {2}, "unclear"},
        {"1A, nee 1B", {2}, "unclear"},
        {"ja", {2}, "consent"}, // to which of two? nothing is picked
        {"ja nee", {1}, "unclear"},
        {"nee", {1}, "refusal"},
        {"1: nee", {1}, "unclear"},
        {"1A 2B en stuur ook 500 stuks NK-100", {2, 2}, "unclear"},
        {"bel mij even", {2}, "unclear"},
        {"1A 99999999999999999999A", {2}, "unclear"},
        {"1A \xD0\x90", {2}, "unclear"}, // a Cyrillic letter that looks like one of ours
        {"Dag, niet akkoord,\nA", {2}, "unclear"},
        {"> 1A", {2}, "unclear"}, // quoted only
    };
    for (const auto& row : rows)
        EXPECT_EQ(said(row.body, row.choices), row.expected) << row.body;
}

TEST(AnswerToAProposal, isConsentOnlyWhenItIsNothingElse) {
    const std::pair<const char*, const char*> rows[] = {
        {"Akkoord", "consent"},
        {"Beste,\n\nakkoord met uw voorstel.\n\nGroeten, Petra", "consent"},
        {"Wij gaan akkoord", "consent"},
        {"Agreed.", "consent"},
        {"We agree to the proposal", "consent"},
        {"Einverstanden", "consent"},
        {"D'accord", "consent"},
        {"同意", "consent"},
        {"ja", "consent"},
        {"Niet akkoord", "refusal"},
        {"Nein", "refusal"},
        {"pas d’accord", "refusal"},
        {"不同意", "refusal"},
        {"Akkoord, mits levering op donderdag", "unclear"},
        {"Akkoord met regel 1, niet met regel 2", "unclear"},
        {"We kijken ernaar", "unclear"},
        {"Akkoord?", "unclear"},
        {"Not yet agreed", "unclear"},
        {"noch nicht einverstanden", "unclear"},
    };
    for (const auto& [body, expected] : rows)
        EXPECT_EQ(said(body, {}), expected) << body;
}

TEST(AnswerByNumber, keepsTheCustomersOwnWordsForTheClerk) {
    const auto answer = read_answer({.body = "Hallo,\n\nliever op vrijdag\n\n> 1: A 108 rollen\n",
                                     .subject = "Re: vraag",
                                     .sender_name = ""},
                                    {2});
    EXPECT_EQ(answer.words, "liever op vrijdag");
}

TEST(AnswerByNumber, holdsForAnyBytes) {
    std::mt19937 random(20'260'302);
    constexpr std::string_view alphabet =
        "1234567890AaBbjane \n\r:;.,>-\xE5\x90\x8C\xE6\x84\x8F\xFF\xC3";
    for (int i = 0; i < 3'000; ++i) {
        std::string body;
        for (auto length = random() % 60; length > 0; --length)
            body += alphabet[random() % alphabet.size()];
        const auto answer =
            read_answer({.body = body, .subject = "", .sender_name = ""}, {2, 1, 3});
        ASSERT_EQ(answer.picks.size(), answer.said == Said::picks ? 3U : 0U) << body;
    }
}

} // namespace
} // namespace besteld::parsers
