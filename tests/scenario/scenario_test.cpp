// SPDX-License-Identifier: Apache-2.0
// Every S….txt beside this file is one test: on SQLite in memory, and the same on PostgreSQL.

#include "script.hpp"
#include "stage.hpp"

#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "store/session.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace besteld::scenario {
namespace {

const std::filesystem::path folder = std::filesystem::path(BESTELD_SOURCE_DIR) / "tests/scenario";

std::string postgres_url() {
    if (const char* given = std::getenv("BESTELD_TEST_POSTGRES")) return given;
    std::error_code none;
    if (!std::filesystem::exists(POSTGRES_URL_FILE, none)) return {};
    return std::string(trim(read_file(POSTGRES_URL_FILE)));
}

const Words* words_for(const Sentence& sentence, Match& found) {
    for (const auto* table : {&given_and_when(), &when_the_house_reports(), &then_facts()})
        for (const auto& words : *table) {
            if (words.kind != sentence.kind) continue;
            if (auto matched = match(words.pattern, sentence.words)) {
                found = std::move(*matched);
                return &words;
            }
        }
    return nullptr;
}

// A folder of its own, gone when the scenario is over.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / cat("besteld-scenario-", random_hex(8));
    Folder() { std::filesystem::create_directory(path); }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

class Scenario : public testing::Test {
public:
    Scenario(std::filesystem::path file, Engine engine) : file_(std::move(file)), engine_(engine) {}

    void TestBody() override {
        const std::string url = store_url();
        if (url.empty()) GTEST_SKIP() << "no PostgreSQL: " << POSTGRES_URL_FILE << " is not there";
        try {
            play(url);
        } catch (const ScriptFault& fault) {
            fail(fault.line, fault.what());
        }
    }

private:
    Folder folder_;

    void fail(int line, const std::string& what) { ADD_FAILURE_AT(file_.c_str(), line) << what; }

    std::string store_url() const {
        // A file, so that a second connection finds the same world.
        if (engine_ == Engine::sqlite) return cat("sqlite:", (folder_.path / "store.db").string());
        const std::string server = postgres_url();
        if (server.empty()) return {};
        const auto schema = cat("s_", random_hex(8));
        open_postgres(server)->run_script(cat("CREATE SCHEMA ", schema));
        return cat(server, "&options=-csearch_path%3D", schema);
    }

    // Every fact that does not hold is told; after a step that failed nothing can be said.
    void play(const std::string& url) {
        const auto script = read_script(file_);
        Stage stage(url);
        int last_step = 0;
        for (const auto& sentence : script) {
            if (sentence.kind != "then" && no_refusal_left(stage, last_step)) return;
            if (sentence.kind == "when") last_step = sentence.line;
            const std::string wrong = hold(stage, sentence);
            if (sentence.wanted == Wanted::later && wrong.empty())
                fail(sentence.line, "this holds now: say 'then'");
            if (sentence.wanted == Wanted::now && !wrong.empty()) fail(sentence.line, wrong);
            if (sentence.kind != "then" && !wrong.empty()) return;
        }
        if (no_refusal_left(stage, last_step)) return;
        try {
            stage.check_house();
        } catch (const NotSo& wrong) {
            fail(script.back().line, wrong.what());
        }
    }

    // A refusal that no sentence speaks of is a failure.
    bool no_refusal_left(Stage& stage, int line) {
        const std::string refusal = stage.take_refusal();
        if (!refusal.empty()) fail(line, cat("was refused: ", refusal));
        return !refusal.empty();
    }

    // What is wrong with the sentence; empty when it holds.
    static std::string hold(Stage& stage, const Sentence& sentence) {
        Match found;
        const Words* words = words_for(sentence, found);
        const std::string phrase = cat(sentence.kind, " ", join(sentence.words, " "));
        if (words == nullptr)
            throw ScriptFault(sentence.line, cat("nobody understands '", phrase, "'"));
        try {
            words->act(stage, found, sentence.text);
            return {};
        } catch (const NotSo& wrong) {
            return cat(phrase, "\n", wrong.what());
        } catch (const StoreFault& fault) {
            return cat(phrase, "\nthe store: ", fault.what());
        }
    }

    std::filesystem::path file_;
    Engine engine_;
};

void register_scenarios() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt" && entry.path().filename().string().starts_with('S'))
            files.push_back(entry.path());
    std::ranges::sort(files);
    const auto add = [](const char* suite, const std::filesystem::path& file, Engine engine) {
        testing::RegisterTest(
            suite, file.stem().c_str(), nullptr, nullptr, __FILE__, __LINE__,
            [=]() -> Scenario* { return std::make_unique<Scenario>(file, engine).release(); });
    };
    for (const auto& file : files) {
        add("Scenario", file, Engine::sqlite);
        add("ScenarioPg", file, Engine::postgres);
    }
}

std::vector<std::string> words(const std::string& phrase) {
    std::vector<std::string> all;
    for (const auto word : split(phrase, ' '))
        all.emplace_back(word);
    return all;
}

TEST(ScenarioLanguage, takesOneWordOrTheRestForAPlaceholder) {
    const auto found =
        match("<login> rejects because <reason...>", words("anna rejects because too late"));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->at("login"), "anna");
    EXPECT_EQ(found->at("reason"), "too late");
}

TEST(ScenarioLanguage, knowsWordsThatMayBeMissing) {
    const auto with =
        match("no finding <check> [line <n>]", words("no finding item_unknown line 2"));
    ASSERT_TRUE(with);
    EXPECT_EQ(with->at("n"), "2");
    const auto without = match("no finding <check> [line <n>]", words("no finding item_unknown"));
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->contains("n"));
}

TEST(ScenarioLanguage, refusesWordsTooManyAndTooFew) {
    EXPECT_FALSE(match("state <state>", words("state in_review today")));
    EXPECT_FALSE(match("state <state>", words("state")));
    EXPECT_FALSE(match("no answer", words("no answers")));
}

TEST(ScenarioLanguage, hasNoWordForWhatNobodyDefined) {
    Match found;
    EXPECT_EQ(words_for({.kind = "then", .words = words("all is well")}, found), nullptr);
    EXPECT_EQ(words_for({.kind = "when", .words = words("state in_review")}, found), nullptr);
    EXPECT_NE(words_for({.kind = "then", .words = words("state in_review")}, found), nullptr);
}

TEST(ScenarioLanguage, namesTheLineOfATextThatDoesNotEnd) {
    const auto file = std::filesystem::temp_directory_path() / cat("S-", random_hex(8), ".txt");
    write_durably(file, "# a title\ngiven now 2026-03-02 09:15\nwhen mail arrives:\nSubject: x\n");
    try {
        read_script(file);
        ADD_FAILURE() << "was read";
    } catch (const ScriptFault& fault) {
        EXPECT_EQ(fault.line, 3);
    }
    std::filesystem::remove(file);
}

TEST(ScenarioLanguage, takesATextAsItStands) {
    const auto file = std::filesystem::temp_directory_path() / cat("S-", random_hex(8), ".txt");
    write_durably(file, "when mail arrives:\n  # no remark\n\nlast\nend\nnot-yet then cases 1\n");
    const auto script = read_script(file);
    std::filesystem::remove(file);
    ASSERT_EQ(script.size(), 2u);
    EXPECT_EQ(script[0].text, "  # no remark\n\nlast\n");
    EXPECT_EQ(script[1].line, 6);
    EXPECT_EQ(script[1].wanted, Wanted::later);
}

} // namespace
} // namespace besteld::scenario

int main(int argc, char** argv) {
    besteld::log::set_threshold(besteld::log::Level::error);
    testing::InitGoogleTest(&argc, argv);
    besteld::scenario::register_scenarios();
    return RUN_ALL_TESTS();
}
