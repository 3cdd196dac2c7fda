// SPDX-License-Identifier: Apache-2.0
#include "intake/drop_files.hpp"

#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sys/stat.h>

namespace besteld {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class DropFilesTest : public ::testing::Test {
protected:
    DropFilesTest() : folder_(fs::temp_directory_path() / cat("besteld-drop-", random_hex(6))) {
        fs::create_directory(folder_);
        config_ = {.channel = "edi", .folder = folder_, .max_file = 1000};
    }
    ~DropFilesTest() override { fs::remove_all(folder_); }

    void put(const std::string& name, std::string_view bytes) {
        std::ofstream(folder_ / name) << bytes;
    }
    static std::string text_of(const fs::path& path) { return read_file(path); }
    std::vector<std::string> names_in(const std::string& sub) const {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder_ / sub))
            names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    }
    // As the loop does it: one scan, a batch, stored, put away.
    std::vector<DropFile> round(DropFiles& files, std::chrono::milliseconds at,
                                const std::set<std::string>& arrived = {}) {
        files.scan(arrived, start_ + at);
        auto batch = files.take_batch(start_ + at);
        files.put_away(batch);
        return batch;
    }

    fs::path folder_;
    DropFolderConfig config_;
    DropFiles::Clock::time_point start_ = DropFiles::Clock::now();
};

TEST_F(DropFilesTest, takesAFileOnceItsSizeHasSettled) {
    DropFiles files(config_);
    put("order.edi", "UNA:+.? 'UNB");
    EXPECT_TRUE(round(files, 0ms).empty());
    EXPECT_TRUE(files.has_unsettled());
    EXPECT_TRUE(round(files, 1999ms).empty());
    const auto batch = round(files, 2000ms);
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_EQ(batch[0].item.bytes, "UNA:+.? 'UNB");
    EXPECT_EQ(batch[0].item.file_name, "order.edi");
    EXPECT_THAT(batch[0].item.source_key, HasSubstr(sha256_hex("UNA:+.? 'UNB")));
    EXPECT_EQ(text_of(folder_ / "done" / "order.edi"), "UNA:+.? 'UNB");
    EXPECT_FALSE(fs::exists(folder_ / "order.edi"));
}

TEST_F(DropFilesTest, waitsAgainWhenTheFileGrows) {
    DropFiles files(config_);
    put("order.edi", "half");
    EXPECT_TRUE(round(files, 0ms).empty());
    put("order.edi", "half and half");
    EXPECT_TRUE(round(files, 2000ms).empty());
    const auto batch = round(files, 4000ms);
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_EQ(batch[0].item.bytes, "half and half");
}

TEST_F(DropFilesTest, takesAFileRenamedIntoPlaceAtOnce) {
    DropFiles files(config_);
    put("order.edi.tmp", "whole");
    EXPECT_TRUE(round(files, 0ms).empty());
    EXPECT_TRUE(round(files, 60'000ms).empty());
    fs::rename(folder_ / "order.edi.tmp", folder_ / "order.edi");
    EXPECT_EQ(round(files, 60'001ms, {"order.edi"}).size(), 1U);
}

TEST_F(DropFilesTest, leavesUnfinishedNamesAlone) {
    DropFiles files(config_);
    for (const auto* name : {".hidden", "a.tmp", "b.PART", "c.filepart"})
        put(name, "x");
    round(files, 0ms);
    EXPECT_TRUE(round(files, 3'600'000ms).empty());
    EXPECT_EQ(files.present(), 0U);
}

TEST_F(DropFilesTest, followsNoLinkAndOpensNoPipe) {
    const auto secret = folder_.string() + ".secret";
    std::ofstream(secret) << "secret";
    DropFiles files(config_);
    fs::create_symlink(secret, folder_ / "link.edi");
    ASSERT_EQ(::mkfifo((folder_ / "pipe.edi").c_str(), 0600), 0);
    round(files, 0ms);
    const auto batch = round(files, 2000ms);
    ASSERT_EQ(batch.size(), 2U);
    for (const auto& file : batch) {
        EXPECT_THAT(file.item.note, StartsWith("unreadable: "));
        EXPECT_EQ(file.item.bytes, "");
    }
    EXPECT_EQ(names_in("failed"), (std::vector<std::string>{"link.edi", "link.edi.reason",
                                                            "pipe.edi", "pipe.edi.reason"}));
    EXPECT_TRUE(fs::is_symlink(folder_ / "failed" / "link.edi"));
    fs::remove(secret);
}

TEST_F(DropFilesTest, waitsWithAFileThatHasASecondName) {
    DropFiles files(config_);
    put("order.edi", "x");
    fs::create_hard_link(folder_ / "order.edi", folder_ / ".other");
    round(files, 0ms);
    EXPECT_TRUE(round(files, 60'000ms).empty());
    fs::remove(folder_ / ".other");
    EXPECT_EQ(round(files, 63'000ms).size(), 1U);
}

TEST_F(DropFilesTest, putsAnOverSizeFileAsideWithItsReason) {
    DropFiles files(config_);
    put("large.csv", std::string(1001, 'x'));
    round(files, 0ms);
    const auto batch = round(files, 2000ms);
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_THAT(batch[0].item.note, StartsWith("too_large: 1001 bytes"));
    EXPECT_THAT(text_of(folder_ / "failed" / "large.csv.reason"), HasSubstr("the limit is 1000"));
}

TEST_F(DropFilesTest, reportsAnEmptyFileOnceAfterAQuarterOfAnHourAndLeavesIt) {
    DropFiles files(config_);
    put("order.edi", "");
    round(files, 0ms);
    EXPECT_TRUE(round(files, 899'999ms).empty());
    const auto batch = round(files, 900'000ms);
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_THAT(batch[0].item.note, StartsWith("empty: "));
    EXPECT_TRUE(round(files, 2'000'000ms).empty());
    put("order.edi", "late");
    round(files, 2'000'001ms);
    const auto late = round(files, 2'002'001ms);
    ASSERT_EQ(late.size(), 1U);
    EXPECT_EQ(late[0].item.bytes, "late");
}

TEST_F(DropFilesTest, overwritesNothingInDone) {
    DropFiles files(config_);
    for (const auto* text : {"one", "two", "three"}) {
        put("orders.csv", text);
        ASSERT_EQ(round(files, 0ms, {"orders.csv"}).size(), 1U);
    }
    const auto names = names_in("done");
    ASSERT_EQ(names.size(), 3U);
    for (const auto& name : names)
        EXPECT_TRUE(name.starts_with("orders") && name.ends_with(".csv")) << name;
    EXPECT_EQ(text_of(folder_ / "done" / "orders.csv"), "one");
}

TEST_F(DropFilesTest, bringsBackAFileThatChangedAfterItWasRead) {
    DropFiles files(config_);
    put("order.edi", "first");
    files.scan({"order.edi"}, start_);
    const auto batch = files.take_batch(start_);
    ASSERT_EQ(batch.size(), 1U);
    put("order.edi", "first and more");
    files.put_away(batch);
    EXPECT_EQ(text_of(folder_ / "order.edi"), "first and more");
    round(files, 1ms);
    EXPECT_EQ(round(files, 2001ms).at(0).item.bytes, "first and more");
}

TEST_F(DropFilesTest, acceptsThatAFileIsTakenAway) {
    DropFiles files(config_);
    put("a.edi", "a");
    put("b.edi", "b");
    files.scan({"a.edi", "b.edi"}, start_);
    fs::remove(folder_ / "a.edi");
    auto batch = files.take_batch(start_);
    // a was never ours: withdrawn, or another daemon on the same folder has it and stores it.
    ASSERT_EQ(batch.size(), 1U);
    EXPECT_EQ(batch.front().name, "b.edi");
    EXPECT_NO_THROW(files.put_away(batch));
    EXPECT_EQ(names_in("done"), std::vector<std::string>{"b.edi"});
}

TEST_F(DropFilesTest, handsOutBatchesWithinTheLimits) {
    config_.batch_files = 3;
    DropFiles files(config_);
    std::set<std::string> all;
    for (int i = 0; i < 7; ++i) {
        const auto name = cat("f", i, ".edi");
        put(name, "x");
        all.insert(name);
    }
    files.scan(all, start_);
    for (const std::size_t size : {3U, 3U, 1U, 0U}) {
        const auto batch = files.take_batch(start_);
        EXPECT_EQ(batch.size(), size);
        files.put_away(batch);
    }
    EXPECT_EQ(names_in("done").size(), 7U);
}

TEST_F(DropFilesTest, saysWhenTheFolderIsGone) {
    DropFiles files(config_);
    fs::rename(folder_, folder_.string() + ".moved");
    EXPECT_THROW(files.scan({}, start_), std::system_error);
    fs::create_directory(folder_);
    EXPECT_THROW(files.scan({}, start_), std::system_error); // another folder of the same name
    fs::remove_all(folder_.string() + ".moved");
}

} // namespace
} // namespace besteld
