// SPDX-License-Identifier: Apache-2.0
// The mail that goes with goods, in every language: golden files, and the proof that finds what is
// missing.
#include "deliver/prove_answer.hpp"
#include "deliver/render_answer.hpp"

#include "base/text.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace besteld {
namespace {

namespace fs = std::filesystem;

const fs::path source = BESTELD_SOURCE_DIR;
const Seller seller{.gln = "9520000000011"};

const Renderer& renderer() {
    static const Renderer one(source / "templates");
    return one;
}

void expect_golden(const std::string& name, const std::string& text) {
    const auto file = source / "tests/golden/answers" / name;
    if (std::getenv("BESTELD_UPDATE_GOLDEN")) std::ofstream(file, std::ios::binary) << text;
    std::ifstream in(file, std::ios::binary);
    const std::string golden{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(golden, text) << name << " (BESTELD_UPDATE_GOLDEN=1 rewrites it)";
}

Answer despatch(std::string_view language) {
    Answer answer{.kind = AnswerKind::despatch,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = std::string(language),
                  .customer_no = "C1001",
                  .buyer_order_no = "4500009",
                  .ship_to = "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL",
                  .recipient = "petra@korenaar.example"};
    answer.despatch =
        DespatchSlip{.number = "DN-26-000871",
                     .shipment = "W-1",
                     .day = make_date(2026, 3, 5),
                     .carrier = "Van Dijk & Zn",
                     .track_no = "VD0001",
                     .packages = 3,
                     .lines = {{.buyer_line = "1",
                                .sku = "NK-100",
                                .buyer_item = "BX30",
                                .name = "doos <300>",
                                .unit = "H87",
                                .ordered_unit = "H87",
                                .ordered = Decimal{500},
                                .delivered = Decimal{300},
                                .open = Decimal{200},
                                .batches = {{"L7", Decimal{250}}, {"L8", Decimal{50}}}},
                               {.index = 1,
                                .buyer_line = "2",
                                .sku = "NK-210",
                                .name = "PP-tape",
                                .unit = "XRO",
                                .ordered_unit = "XRO",
                                .ordered = Decimal{72},
                                .delivered = Decimal{72},
                                .batches = {{"", Decimal{72}}}}}};
    return answer;
}

TEST(DespatchMail, isAsTheGoldenFilesInEveryLanguageAndProvesItself) {
    for (const auto language : answer_languages) {
        const auto answer = despatch(language);
        const auto mail = renderer().render(answer, seller);
        expect_golden(cat(language, "/despatch.txt"), cat(mail.subject, "\n\n", mail.text));
        expect_golden(cat(language, "/despatch.html"), mail.html);
        EXPECT_EQ(prove_mail(mail, answer, renderer().words(language)).value_or(""), "");
    }
}

TEST(DespatchMail, isNotSentWhenItSaysAnotherFigure) {
    const auto answer = despatch("nl");
    const auto mail = renderer().render(answer, seller);
    const auto& words = renderer().words("nl");
    const auto expect_stop = [&](const char* what, auto&& change) {
        auto other = answer;
        change(other, *other.despatch);
        EXPECT_TRUE(prove_mail(mail, other, words)) << what;
    };
    expect_stop("note", [](Answer&, DespatchSlip& s) { s.number = "DN-26-000872"; });
    expect_stop("order", [](Answer& a, DespatchSlip&) { a.buyer_order_no = "4500010"; });
    expect_stop("day", [](Answer&, DespatchSlip& s) { s.day = make_date(2026, 3, 6); });
    expect_stop("track", [](Answer&, DespatchSlip& s) { s.track_no = "VD0002"; });
    expect_stop("delivered", [](Answer&, DespatchSlip& s) { s.lines[0].delivered = Decimal{301}; });
    expect_stop("batch", [](Answer&, DespatchSlip& s) { s.lines[0].batches[1].batch = "L9"; });
    expect_stop("rest", [](Answer&, DespatchSlip& s) { s.lines[0].open = Decimal{199}; });
    expect_stop("nothing", [](Answer& a, DespatchSlip&) { a.despatch.reset(); });
}

} // namespace
} // namespace besteld
