// SPDX-License-Identifier: Apache-2.0
#include "flow/consent.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Decimal d(std::string_view text) {
    return Decimal::parse(text).value();
}

// 500 at 0.74 instead of 0.71, and 72 as ordered.
Answer proposal() {
    Answer answer{.kind = AnswerKind::proposal};
    answer.lines = {{.index = 0,
                     .buyer_line = "1",
                     .gtin = "9521000000018",
                     .quantity = d("500"),
                     .price = d("0.74"),
                     .promised = make_date(2026, 3, 5)},
                    {.index = 1,
                     .buyer_line = "2",
                     .gtin = "9521000000025",
                     .quantity = d("72"),
                     .price = d("1.15")}};
    answer.deviations = {{.line = 0, .field = "price", .ordered = "0.71", .confirmed = "0.74"}};
    return answer;
}

OrderDraft change(std::string line, std::string quantity, std::string price) {
    OrderDraft draft{.document_class = DocumentClass::order_change};
    draft.lines.push_back({.original_line = Field{line},
                           .action = LineAction::change,
                           .quantity = Field{quantity},
                           .unit_price = Field{price}});
    return draft;
}

TEST(Consent, repeatingWhatWasProposedIsConsent) {
    EXPECT_TRUE(repeats_proposal(change("1", "500.000", "0.7400"), proposal()));
}

TEST(Consent, anotherValueIsNone) {
    EXPECT_FALSE(repeats_proposal(change("1", "500", "0.71"), proposal()));
    EXPECT_FALSE(repeats_proposal(change("1", "600", "0.74"), proposal()));
    EXPECT_FALSE(repeats_proposal(change("9", "500", "0.74"), proposal()));
    auto later = change("1", "500", "0.74");
    later.lines[0].requested =
        Sourced<DateSpec>{.value = {.kind = DateKind::on, .start = "2026-03-06"}};
    EXPECT_FALSE(repeats_proposal(later, proposal()));
}

TEST(Consent, takingTheLineAwayIsNone) {
    auto removed = change("1", "500", "0.74");
    removed.lines[0].action = LineAction::remove;
    EXPECT_FALSE(repeats_proposal(removed, proposal()));
}

TEST(Consent, silenceAboutADeviationIsNone) {
    EXPECT_FALSE(repeats_proposal(change("2", "72", "1.15"), proposal()));
    EXPECT_FALSE(repeats_proposal({.document_class = DocumentClass::order_change}, proposal()));
}

TEST(Consent, aDeviationOfTheHeaderCannotBeAgreedInLines) {
    auto with_terms = proposal();
    with_terms.deviations.push_back({.field = "terms"});
    EXPECT_FALSE(repeats_proposal(change("1", "500", "0.74"), with_terms));
    with_terms.deviations.back().preagreed = true;
    EXPECT_TRUE(repeats_proposal(change("1", "500", "0.74"), with_terms));
}

} // namespace
} // namespace besteld
