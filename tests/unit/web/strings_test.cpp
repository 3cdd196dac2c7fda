// SPDX-License-Identifier: Apache-2.0

// Whatever the product can say, it can say in each of the five languages.
#include "web/strings.hpp"

#include "base/text.hpp"
#include "check/catalogue.hpp"
#include "order/state.hpp"
#include "web/finding_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <regex>

#include <unistd.h>

using namespace besteld;

namespace {

const std::filesystem::path strings_folder =
    std::string(BESTELD_SOURCE_DIR) + "/templates/pages/strings";

void expect_words(const std::string& key) {
    for (const auto& words : load_strings(strings_folder)) {
        EXPECT_TRUE(words.has(key)) << words.language() << ": " << key;
        EXPECT_FALSE(words.at(key).empty()) << words.language() << ": " << key;
    }
}

} // namespace

TEST(Strings, coverEveryCheck) {
    EXPECT_EQ(catalogue().size(), static_cast<std::size_t>(Check::second_pair_of_eyes) + 1);
    for (const auto& entry : catalogue()) {
        expect_words(cat("check.", name_of(entry.check)));
        expect_words(cat("passes.", name_of(entry.check)));
        if (!entry.reason.empty()) expect_words(cat("reason.", entry.reason));
        expect_words(cat("severity.", name_of(entry.severity)));
        if (!field_of(entry.check).empty()) expect_words(cat("field.", field_of(entry.check)));
    }
}

TEST(Strings, coverEveryResolutionStateRoleAndEvent) {
    for (int i = 0; i <= static_cast<int>(Resolution::merge); ++i) {
        expect_words(cat("way.", name_of(static_cast<Resolution>(i))));
        expect_words(cat("then.", name_of(static_cast<Resolution>(i))));
    }
    for (int i = 0; i <= static_cast<int>(Role::auditor); ++i)
        expect_words(cat("role.", name_of(static_cast<Role>(i))));
    for (int from = 0; from <= static_cast<int>(OrderState::expired); ++from) {
        expect_words(cat("state.", name_of(static_cast<OrderState>(from))));
        for (int event = 0; event <= static_cast<int>(OrderEvent::superseded); ++event)
            for (const auto role : {Role::system, Role::lead, Role::credit, Role::second_clerk})
                for (const bool yes : {false, true}) {
                    const TransitionGuards guards{
                        .role = role, .has_official_number = yes, .open_findings = yes};
                    const auto step =
                        next(static_cast<OrderState>(from), static_cast<OrderEvent>(event), guards);
                    if (step) expect_words(cat("event.", step->event));
                }
    }
}

TEST(Strings, haveTheSamePlacesToFillInEveryLanguage) {
    const auto all = load_strings(strings_folder);
    const std::regex place("\\{[a-z]+\\}");
    const auto places = [&](const std::string& words) {
        std::vector<std::string> found(
            std::sregex_token_iterator(words.begin(), words.end(), place), {});
        std::ranges::sort(found);
        return found;
    };
    for (const auto& [key, words] : all.front().all())
        for (const auto& other : all)
            EXPECT_EQ(places(words), places(other.at(key))) << other.language() << ": " << key;
}

TEST(Strings, missingInOneLanguageStopTheStart) {
    const auto folder =
        std::filesystem::temp_directory_path() / cat("besteld-strings-", ::getpid());
    std::filesystem::create_directory(folder);
    for (const auto language : page_languages)
        std::ofstream(folder / cat(language, ".json"))
            << (language == "fr" ? "{\"a\":\"x\"}" : "{\"a\":\"x\",\"b\":\"y\"}");
    EXPECT_THROW(load_strings(folder), std::runtime_error);
    std::filesystem::remove_all(folder);
}

TEST(Strings, areFilledOnce) {
    const auto words = Strings::parse(R"({"k": "van {a} tot {b}{c}"})", "nl");
    EXPECT_EQ(words.fill("k", {{"a", "{b}"}, {"b", "2"}}), "van {b} tot 2");
}

TEST(FourEyes, areToldInTheReadersLanguage) {
    const auto nl = Strings::load(strings_folder / "nl.json", "nl");
    EXPECT_EQ(four_eyes_words("the order is worth more than 5000.00 EUR", nl),
              "de order is meer waard dan 5.000,00 EUR");
    EXPECT_EQ(four_eyes_words("price_below_agreed was accepted as ordered", nl),
              "geaccepteerd zoals besteld: Prijs lager dan afgesproken");
    EXPECT_EQ(four_eyes_words("the block item_unknown was lifted by correct", nl),
              "blokkade opgeheven: Artikel onbekend (Waarde verbeteren)");
    EXPECT_EQ(four_eyes_words("line 20: the item was matched by its description only", nl),
              "regel 20: artikel alleen op omschrijving gevonden");
}
