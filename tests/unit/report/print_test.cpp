// SPDX-License-Identifier: Apache-2.0
#include "facts.hpp"

#include "base/text.hpp"

#include <filesystem>
#include <fstream>
#include <set>

namespace besteld::reporting {

namespace {

Report small() {
    return {
        .name = "turnover",
        .period = Period{day("2026-03-02"), day("2026-03-02")},
        .columns = {{"customer", Unit::text}, {"orders"}, {"turnover", Unit::money}},
        .rows = {{.cells = {"=cmd|' /C calc'!A0", count_cell(2), Amount{money("-12.5"), "EUR"}},
                  .orders = {"SO-1", "SO-2"},
                  .size = 2},
                 {.cells = {"张江, 上海", count_cell(7), NoData{"why.no_deliveries"}}, .size = 7},
                 {.cells = {"total", count_cell(9), Amount{money("1234"), "EUR"}},
                  .size = 9,
                  .total = true}},
        .notes = {{"note.top", {"1", "2"}}}};
}

const ReportWords english{{"report.turnover", "Turnover"},
                          {"column.customer", "Customer"},
                          {"column.orders", "Orders"},
                          {"column.turnover", "Turnover"},
                          {"no_data", "no data"},
                          {"note.top", "The first {1} of {2}."},
                          {"column.orders_behind", "Numbers"}};

std::map<std::string, std::string> words_of(const std::string& language) {
    std::ifstream in(std::filesystem::path(BESTELD_SOURCE_DIR) / "templates" / language /
                     "reports.txt");
    std::map<std::string, std::string> words;
    for (std::string line; std::getline(in, line);)
        if (const auto equals = line.find(" = ");
            !line.starts_with('#') && equals != std::string::npos)
            words[line.substr(0, equals)] = line.substr(equals + 3);
    return words;
}

} // namespace

TEST(ReportTable, alignsWhatChineseCharactersPushAside) {
    EXPECT_EQ(print_table(small(), english, Drill::orders), "Turnover  2026-03-02 – 2026-03-02\n"
                                                            "Customer            Orders  Turnover\n"
                                                            "=cmd|' /C calc'!A0       2    -12.50\n"
                                                            "    SO-1 SO-2\n"
                                                            "张江, 上海               7   no data\n"
                                                            "total                    9   1234.00\n"
                                                            "* The first 1 of 2.\n");
}

TEST(ReportCsv, neutralisesFormulasAndQuotesCommas) {
    EXPECT_EQ(print_csv(small(), english, Drill::orders),
              "Customer,Orders,Turnover,Numbers\r\n"
              "'=cmd|' /C calc'!A0,2,-12.50,SO-1 SO-2\r\n"
              "\"张江, 上海\",7,no data,\r\n"
              "total,9,1234.00,\r\n");
}

TEST(ReportJson, saysWhyAFigureIsMissing) {
    EXPECT_EQ(
        print_json(small(), Drill::no),
        R"({"report":"turnover","from":"2026-03-02","to":"2026-03-02","rows":[)"
        R"({"customer":"=cmd|' /C calc'!A0","orders":2,"turnover":"-12.50"},)"
        R"({"customer":"张江, 上海","orders":7,"turnover":null,"turnover_why":"why.no_deliveries"},)"
        R"({"customer":"total","orders":9,"turnover":"1234.00","total":true}],)"
        R"("notes":[{"note":"note.top","about":["1","2"]}]})"
        "\n");
}

TEST(SmallGroups, areMaskedAndTheirDifferenceWithThem) {
    auto report = small();
    mask_small_groups(report);
    EXPECT_EQ(text_of(report, report.rows[0]), "=cmd|' /C calc'!A0 | 2 | masked");
    EXPECT_TRUE(report.rows[0].orders.empty());
    // The only masked figure would be the total less the others.
    EXPECT_EQ(text_of(report, report.rows[2]), "total | 9 | masked");
    EXPECT_EQ(report.notes.back().key, "note.masked");
}

TEST(ReportWords, areTheSameKeysInEveryLanguage) {
    const auto nl = words_of("nl");
    EXPECT_GT(nl.size(), 140U);
    for (const auto* language : {"en", "de", "fr", "zh"}) {
        const auto words = words_of(language);
        for (const auto& [key, text] : nl) {
            ASSERT_TRUE(words.contains(key)) << language << " " << key;
            for (const auto* place : {"{1}", "{2}"})
                EXPECT_EQ(text.contains(place), words.at(key).contains(place))
                    << language << " " << key;
        }
        EXPECT_EQ(words.size(), nl.size()) << language;
    }
}

// Every word that a report may show: columns, indicators, reasons and notes.
TEST(ReportWords, nameEverythingThatTheReportsSay) {
    const auto words = words_of("en");
    std::set<std::string> said;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(BESTELD_SOURCE_DIR) / "src" / "report")) {
        std::ifstream in(entry.path());
        const std::string source{std::istreambuf_iterator<char>(in), {}};
        for (const auto* kind : {"why.", "note.", "unit."})
            for (auto at = source.find(cat('"', kind)); at != std::string::npos;
                 at = source.find(cat('"', kind), at + 1))
                said.insert(source.substr(at + 1, source.find('"', at + 1) - at - 1));
    }
    std::erase_if(said, [](const std::string& key) { return key.ends_with('.'); }); // a beginning
    EXPECT_GT(said.size(), 25U);
    for (const auto& key : said)
        EXPECT_TRUE(words.contains(key)) << key;
}

} // namespace besteld::reporting
