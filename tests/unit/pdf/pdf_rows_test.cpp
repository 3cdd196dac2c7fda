// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/head_labels.hpp"
#include "parsers/pdf/head_values.hpp"
#include "parsers/pdf/headings.hpp"
#include "parsers/pdf/plain_text.hpp"
#include "parsers/pdf/totals.hpp"

#include <gtest/gtest.h>

namespace besteld::parsers::pdf {
namespace {

Word word(std::string text, double left, double baseline = 100, double size = 10) {
    const double width = 0.5 * size * static_cast<double>(text.size());
    return {.text = std::move(text),
            .left = left,
            .top = baseline - 0.8 * size,
            .right = left + width,
            .bottom = baseline + 0.2 * size,
            .size = size};
}

Piece piece(std::initializer_list<std::string> texts) {
    std::vector<Word> words;
    double left = 0;
    for (const auto& text : texts) {
        words.push_back(word(text, left));
        left = words.back().right + 3;
    }
    return join_words(words);
}

TEST(PageRows, wordsOfOneBaselineAreARowWhateverTheirSize) {
    Document document;
    document.pages.push_back({.words = {word("Title", 0, 100, 18), word("small", 120, 100, 8),
                                        word("below", 0, 112, 8)}});
    auto rows = find_rows(document);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].text(), "Title  small");
    EXPECT_EQ(rows[1].where(), "page 1, line 2");
    const auto text = lay_out(rows);
    EXPECT_EQ(text.substr(rows[0].pieces[1].begin(), 5), "small");
}

TEST(Headings, areWhatTheyWereTaughtToBe) {
    Document document;
    document.pages.push_back(
        {.words = {word("Sleutel", 0), word("Aantal", 100), word("Prijs", 200)}});
    const auto rows = find_rows(document);
    EXPECT_FALSE(heading_at(rows, 0, {}));
    const auto heading = heading_at(
        rows, 0, {{.name = "taught", .columns = {{"SLEUTEL", "item"}}, .each_counts = true}});
    ASSERT_TRUE(heading);
    EXPECT_FALSE(heading->declared);
    EXPECT_EQ(heading->columns.at(0).column, Column::item);
    EXPECT_EQ(heading->columns.at(0).score, 100);
    EXPECT_TRUE(heading->has(Column::quantity));
}

TEST(PlainText, typesWhatLooksAlike) {
    EXPECT_EQ(plain_word(u"ＰＯ：４７１１"), "PO:4711");
    EXPECT_EQ(plain_word(u"oﬃce"), "office");
    EXPECT_EQ(plain_word(u"NK\u2011100\u00AD"), "NK-100");
    EXPECT_EQ(plain_word(u"\u2F00"), "一");
    EXPECT_EQ(plain_word(u"23 µm²"), "23 µm²");
}

TEST(Headings, areKnownInTwoLanguagesAndWithACurrency) {
    EXPECT_EQ(match_printed_heading("数量 Qty")->column, Column::quantity);
    EXPECT_EQ(match_printed_heading("Betrag EUR")->column, Column::amount);
    EXPECT_EQ(match_printed_heading("Preis/Einheit")->column, Column::price);
    EXPECT_EQ(match_printed_heading("Menge / ME")->column, Column::quantity);
    EXPECT_FALSE(match_printed_heading("规格"));
    EXPECT_FALSE(match_printed_heading("Kleur"));
}

TEST(Labels, partFromTheirValues) {
    const auto words = label_words_of(piece({"订单号HD-1"}));
    ASSERT_EQ(words.size(), 2u);
    EXPECT_EQ(match_label(words)->label, HeadLabel::order_number);
    EXPECT_EQ(words[1].text, "HD-1");
    EXPECT_EQ(match_label(piece({"Bon", "de", "commande", "N°", "4711"}).words)->words, 4u);
    EXPECT_FALSE(match_label(piece({"Ordering", "made", "easy"}).words));
}

TEST(OrderNumber, isNoDateNoYearAndNoWord) {
    EXPECT_EQ(order_number_in(piece({"Nr.", "4500017"}), NumberForm::any)->piece.text, "4500017");
    EXPECT_EQ(order_number_in(piece({"4500017/02.03.2026"}), NumberForm::any)->piece.text,
              "4500017");
    EXPECT_EQ(
        order_number_in(piece({"HV", "4711", "vom", "2.3.2026"}), NumberForm::any)->piece.text,
        "HV 4711");
    EXPECT_FALSE(order_number_in(piece({"02.03.2026"}), NumberForm::any));
    EXPECT_FALSE(order_number_in(piece({"confirmation"}), NumberForm::any));
    EXPECT_FALSE(order_number_in(piece({"2026"}), NumberForm::unmistakable));
    EXPECT_FALSE(order_number_in(piece({"{PO_NBR}-2026"}), NumberForm::any));
}

TEST(Dates, areReadBehindAWeekday) {
    EXPECT_EQ(
        read_printed_date(piece({"Friday", "13", "March", "2026"}), DateOrder::unknown)->text.iso,
        "2026-03-13");
    EXPECT_EQ(read_printed_date(piece({"June", "20,", "2026"}), DateOrder::unknown)->text.iso,
              "2026-06-20");
    EXPECT_FALSE(read_printed_date(piece({"30", "days"}), DateOrder::unknown));
    const auto window = read_delivery(piece({"12.03.2026", "-", "14.03.2026"}), DateKind::on,
                                      {.order = DateOrder::dmy});
    ASSERT_TRUE(window);
    EXPECT_EQ(window->date.value.kind, DateKind::window);
    EXPECT_EQ(window->date.value.end, "2026-03-14");
}

TEST(Sums, areToldFromArticles) {
    const auto row_of = [](std::initializer_list<std::string> texts) {
        PageRow row;
        row.pieces.push_back(piece(texts));
        return row;
    };
    EXPECT_EQ(match_sum(row_of({"Grand", "Total:", "$1,932"}))->kind, SumKind::gross);
    EXPECT_EQ(match_sum(row_of({"Totaal", "excl.", "btw", "€", "905,60"}))->kind, SumKind::net);
    EXPECT_EQ(match_sum(row_of({"VAT", "(12%):", "$207"}))->kind, SumKind::tax);
    EXPECT_EQ(match_sum(row_of({"Übertrag", "1.234,50"}))->kind, SumKind::carry);
    EXPECT_EQ(match_sum(row_of({"Total:", "1.234,50", "EUR"}))->amount->text, "1.234,50 EUR");
    EXPECT_FALSE(match_sum(row_of({"NK-100", "Total", "station"})));
}

} // namespace
} // namespace besteld::parsers::pdf
