// SPDX-License-Identifier: Apache-2.0
#include "intake/drop_folder.hpp"

#include "base/async/blocking_pool.hpp"
#include "base/async/io_thread.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "memory_sink.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace besteld {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

class DropFolderTest : public ::testing::Test {
protected:
    DropFolderTest() : folder_(fs::temp_directory_path() / cat("besteld-drop-", random_hex(6))) {
        fs::create_directory(folder_);
    }
    ~DropFolderTest() override {
        loop_.post([this] { stop_.request(); });
        if (running_.valid()) running_.get();
        loop_.finish();
        fs::remove_all(folder_);
    }
    void start() { running_ = asio::co_spawn(loop_.executor(), drop_.run(), asio::use_future); }
    void put(const std::string& name, std::string_view bytes) {
        std::ofstream(folder_ / cat(name, ".tmp")) << bytes;
        fs::rename(folder_ / cat(name, ".tmp"), folder_ / name);
    }

    fs::path folder_;
    MemorySink sink_;
    BlockingPool pool_{"files", 1};
    IoThread loop_;
    Stop stop_;
    DropFolder drop_{
        {.channel = "edi", .folder = folder_, .settle = 50ms, .scan = 200ms}, sink_, pool_, stop_};
    std::future<void> running_;
};

TEST_F(DropFolderTest, storesWhatLiesThereAndWhatArrives) {
    put("before.edi", "one");
    start();
    ASSERT_TRUE(sink_.wait_for_items(1));
    put("after.edi", "two");
    ASSERT_TRUE(sink_.wait_for_items(2));
    EXPECT_EQ(sink_.items().at(1).bytes, "two");
}

TEST_F(DropFolderTest, leavesFilesWhereTheyAreWhileTheStoreRefuses) {
    sink_.refuse_next(2);
    put("order.edi", "one");
    start();
    ASSERT_TRUE(sink_.wait_for_refusals(1));
    EXPECT_TRUE(fs::exists(folder_ / "order.edi"));
    EXPECT_FALSE(fs::exists(folder_ / "done" / "order.edi"));
    ASSERT_TRUE(sink_.wait_for_items(1)); // tried again by itself
}

} // namespace
} // namespace besteld
