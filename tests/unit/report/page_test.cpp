// SPDX-License-Identifier: Apache-2.0
#include "examples.hpp"

#include "base/text.hpp"
#include "parsers/pdf/page_rows.hpp"
#include "report/lay_out.hpp"
#include "report/page_plan.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

namespace pdf = parsers::pdf;

struct Printed {
    pdf::Document document;
    std::vector<pdf::PageRow> rows;

    std::size_t count(std::string_view text, std::size_t page) const {
        std::size_t found = 0;
        for (const auto& row : rows)
            if (row.page == page && row.text().find(text) != std::string::npos) ++found;
        return found;
    }
    std::size_t page_of(std::string_view text) const {
        for (const auto& row : rows)
            for (const auto& piece : row.pieces)
                if (piece.text.starts_with(text)) return row.page;
        ADD_FAILURE() << text << " is on no page";
        return 0;
    }
};

Printed print(const Paper& paper) {
    auto document = pdf::open(render_paper(paper, examples::paper_words().of(paper.language)), 0);
    EXPECT_TRUE(document);
    auto rows = pdf::find_rows(*document);
    return {std::move(*document), std::move(rows)};
}

// Nothing leaves the paper, and no two words lie on each other.
void expect_tidy(const Printed& printed) {
    for (const auto& page : printed.document.pages)
        for (const auto& word : page.words) {
            EXPECT_GE(word.left, 28) << word.text; // 10 mm
            EXPECT_LE(word.right, page.width - 28) << word.text;
            EXPECT_GE(word.top, 8) << word.text;
            EXPECT_LE(word.bottom, page.height - 8) << word.text;
        }
    for (const auto& row : printed.rows)
        for (std::size_t i = 1; i < row.pieces.size(); ++i)
            EXPECT_LT(row.pieces[i - 1].right, row.pieces[i].left) << row.text();
}

TEST(Pages, repeatTheHeadingsAndKeepTheTotalsWithTheLastLine) {
    for (const std::size_t lines : {1U, 10U, 11U, 12U, 13U, 14U, 15U, 16U, 40U, 400U}) {
        const auto printed = print(examples::long_confirmation(lines));
        expect_tidy(printed);
        const std::size_t pages = printed.document.pages.size();
        for (std::size_t i = 1; i <= lines; ++i) {
            const auto page = printed.page_of(cat("ART-", i, "-X"));
            EXPECT_EQ(printed.count("Omschrijving", page) + printed.count("Artikel ", page), 1U);
        }
        const auto last = printed.page_of(cat("ART-", lines, "-X"));
        EXPECT_EQ(printed.page_of("Totaal inclusief btw"), last) << lines << " lines";
        EXPECT_EQ(printed.page_of("Totaal exclusief btw"), last) << lines << " lines";
        for (std::size_t page = 0; page < pages; ++page)
            EXPECT_EQ(printed.count(cat("Pagina ", page + 1, " van ", pages), page), 1U);
    }
}

TEST(Pages, ofAPaperWithoutLinesSaySo) {
    const auto printed = print(examples::long_confirmation(0));
    EXPECT_EQ(printed.document.pages.size(), 1U);
    EXPECT_EQ(printed.count("Geen regels", 0), 1U);
}

TEST(Pages, wrapLongNamesAndAddressesAndClipNothing) {
    for (const auto language : answer_languages) {
        auto paper = examples::paper(PaperKind::confirmation, language);
        std::string name;
        for (int i = 0; i < 60; ++i)
            name += cat("woord", i, " ");
        paper.lines[0].name = cat(name, std::string(120, 'M'), "einde");
        paper.lines[1].name.clear();
        for (int i = 0; i < 80; ++i)
            paper.lines[1].name += "超长的商品名称";
        paper.lines[1].batch = "x";
        paper.customer.name = "Coöperatieve Vereniging van Noord-Nederlandse Bakkerijen en "
                              "Banketbakkerijen De Gouden Korenaar U.A.";
        paper.ship_to.address.assign(8, "Verdieping 3, vleugel B, achter de tweede poort links");
        paper.buyer_order_no = std::string(90, '7');
        const auto printed = print(paper);
        expect_tidy(printed);
        std::string all;
        for (const auto& row : printed.rows)
            for (const auto& piece : row.pieces)
                all += piece.text;
        EXPECT_NE(all.find("woord59"), std::string::npos) << language;
        EXPECT_NE(all.find("einde"), std::string::npos) << language;
        std::size_t characters = 0;
        for (auto at = all.find("超"); at != std::string::npos; at = all.find("超", at + 1))
            ++characters;
        EXPECT_EQ(characters, 80U) << language;
    }
}

TEST(Pages, endATextThatNoPageCanHoldWithAMark) {
    auto paper = examples::paper(PaperKind::confirmation, "en");
    paper.lines[0].name = std::string(20'000, 'x');
    const auto printed = print(paper);
    expect_tidy(printed);
    EXPECT_LE(printed.document.pages.size(), 3U);
    EXPECT_EQ(printed.page_of("Total including VAT"), printed.page_of("NK-210"));
}

TEST(Pages, partAParagraphThatIsLongerThanAPage) {
    auto paper = examples::paper(PaperKind::confirmation, "de");
    for (int i = 0; i < 2000; ++i)
        paper.remark += cat("Satz ", i, ". ");
    const auto printed = print(paper);
    expect_tidy(printed);
    EXPECT_GT(printed.document.pages.size(), 2U);
    std::string all;
    for (const auto& row : printed.rows)
        all += row.text() + " ";
    EXPECT_NE(all.find("Satz 1999."), std::string::npos);
}

TEST(PagePlan, partsOnlyWhatAPageCannotHold) {
    Flow flow;
    for (int i = 0; i < 6; ++i) {
        flow.slabs.push_back({.height = 40, .keeps_next = i < 5});
    }
    const auto pages = plan_pages(flow, {.first_top = 80, .next_top = 20, .bottom = 140});
    std::size_t placed = 0;
    for (const auto& page : pages)
        for (const auto& one : page) {
            EXPECT_LE(one.top + one.slab->height, 140);
            ++placed;
        }
    EXPECT_EQ(placed, 6U);
}

} // namespace
} // namespace besteld
