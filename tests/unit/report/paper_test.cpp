// SPDX-License-Identifier: Apache-2.0
#include "examples.hpp"

#include "base/text.hpp"
#include "report/lay_out.hpp"
#include "report/print_sheet.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace besteld {
namespace {

namespace fs = std::filesystem;

constexpr std::array kinds = {PaperKind::confirmation,    PaperKind::proposal,
                              PaperKind::question,        PaperKind::rejection,
                              PaperKind::delivery_note,   PaperKind::outbound_slip,
                              PaperKind::invoice_request, PaperKind::complaint_receipt};

std::string pdf_of(const Paper& paper) {
    return render_paper(paper, examples::paper_words().of(paper.language));
}

std::string read_all(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(const std::string& name, const std::string& text) {
    const auto file = fs::path(BESTELD_SOURCE_DIR) / "tests/golden/papers" / name;
    if (std::getenv("BESTELD_UPDATE_GOLDEN")) {
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    EXPECT_EQ(read_all(file), text) << name << " (BESTELD_UPDATE_GOLDEN=1 rewrites it)";
}

// Set to a folder, the PDFs of the examples are kept there to be looked at.
void keep(const std::string& name, const std::string& pdf) {
    if (const char* folder = std::getenv("BESTELD_KEEP_PAPERS"))
        std::ofstream(fs::path(folder) / name, std::ios::binary) << pdf;
}

class PaperIn : public testing::TestWithParam<std::string_view> {};
INSTANTIATE_TEST_SUITE_P(Language, PaperIn, testing::ValuesIn(answer_languages),
                         [](const auto& language) { return std::string(language.param); });

TEST_P(PaperIn, isAsTheGoldenTextOfEveryKind) {
    for (const auto kind : kinds) {
        const auto pdf = pdf_of(examples::paper(kind, GetParam()));
        keep(cat(GetParam(), "_", name_of(kind), ".pdf"), pdf);
        expect_golden(cat(GetParam(), "/", name_of(kind), ".txt"), examples::text_of(pdf));
    }
}

// pdffonts: name, type, encoding, emb, sub, uni
TEST_P(PaperIn, embedsEveryFontAndMissesNoLetter) {
    for (const auto kind : kinds) {
        const auto pdf = pdf_of(examples::paper(kind, GetParam()));
        const std::string fonts = examples::run_on("pdffonts", pdf);
        std::size_t rows = 0;
        for (const auto line : split(fonts, '\n')) {
            if (line.find("+Liberation") == std::string_view::npos &&
                line.find("+WenQuanYi") == std::string_view::npos)
                continue;
            ++rows;
            EXPECT_NE(line.find(" yes yes yes "), std::string_view::npos) << line;
        }
        EXPECT_GE(rows, 1U) << fonts;
        EXPECT_EQ(rows + 3, split(fonts, '\n').size()) << "no other font: " << fonts;
        EXPECT_EQ(examples::text_of(pdf).find("□"), std::string::npos);
    }
}

TEST_P(PaperIn, hasWordsForEverything) {
    EXPECT_EQ(join(examples::paper_words().check(), "\n"), "");
    for (const auto kind : kinds)
        EXPECT_EQ(examples::text_of(pdf_of(examples::paper(kind, GetParam()))).find("paper."),
                  std::string::npos);
}

TEST(Paper, isTheSameFileForTheSameData) {
    const auto paper = examples::paper(PaperKind::proposal, "zh");
    EXPECT_EQ(pdf_of(paper), pdf_of(paper));
    auto other = paper;
    other.issued = make_date(2026, 3, 3);
    EXPECT_NE(pdf_of(paper), pdf_of(other));
    EXPECT_NE(
        examples::run_on("env TZ=UTC pdfinfo", pdf_of(paper)).find("Mon Mar  2 00:00:00 2026"),
        std::string::npos)
        << examples::run_on("pdfinfo", pdf_of(paper));
}

TEST(Paper, saysThatItIsAReprintOnEveryPage) {
    auto paper = examples::long_confirmation(60);
    EXPECT_EQ(examples::text_of(pdf_of(paper)).find("HERDRUK"), std::string::npos);
    paper.print = Print::reprint;
    const auto text = examples::text_of(pdf_of(paper));
    std::size_t marks = 0;
    for (auto at = text.find("HERDRUK"); at != std::string::npos; at = text.find("HERDRUK", at + 1))
        ++marks;
    EXPECT_EQ(marks, split(text, '\f').size() - 1);
}

TEST(Paper, ofASlipHasOneSheetForEachCopyWithPagesOfItsOwn) {
    const auto text = examples::text_of(pdf_of(examples::paper(PaperKind::outbound_slip, "zh")));
    for (const auto* copy : {"存根联", "财务联", "客户联", "回单联"})
        EXPECT_NE(text.find(copy), std::string::npos) << copy;
    EXPECT_EQ(split(text, '\f').size(), 5U);
    EXPECT_NE(text.find("第 1 页，共 1 页"), std::string::npos);
}

TEST(Paper, showsForeignTextWithoutLettersOfOursAsReplaced) {
    auto paper = examples::paper(PaperKind::confirmation, "nl");
    paper.lines[0].name = "سلام \xF0\x9F\x98\x80 \xFF name\x01\u202Etxet";
    const auto text = examples::text_of(pdf_of(paper));
    EXPECT_NE(text.find("□"), std::string::npos);
    EXPECT_NE(text.find("name txet"), std::string::npos) << text; // no control turns it round
}

TEST(Paper, ofAProposalIsNowhereCalledAConfirmation) {
    for (const auto language : answer_languages) {
        const auto& words = examples::paper_words().of(language);
        const auto text = examples::text_of(pdf_of(examples::paper(PaperKind::proposal, language)));
        EXPECT_EQ(text.find(cat(words.at("paper.title.confirmation"), " SO-")), std::string::npos);
        EXPECT_NE(text.find(words.at("paper.title.proposal")), std::string::npos) << language;
    }
}

TEST(Paper, hasAPlainFileNameInItsLanguage) {
    auto paper = examples::paper(PaperKind::proposal, "nl");
    EXPECT_EQ(file_name_of(paper, examples::paper_words().of("nl")), "voorstel_SO-26-000412-2.pdf");
    paper.number = "../a b\n";
    EXPECT_EQ(file_name_of(paper, examples::paper_words().of("zh")), "变更确认_..-a-b.pdf");
}

} // namespace
} // namespace besteld
