// SPDX-License-Identifier: Apache-2.0
#pragma once

// Every contract test runs once per engine, each on a database of its own.

#include "store/session.hpp"
#include "store/store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace besteld::contract {

class StoreContract : public testing::TestWithParam<Engine> {
protected:
    void SetUp() override;
    void TearDown() override;

    // Another connection to the same database: another daemon.
    std::unique_ptr<Store> open_store() const { return Store::open(url_); }
    // Past the store's back.
    std::unique_ptr<Session> open_session() const;
    bool on_postgres() const { return GetParam() == Engine::postgres; }
    std::filesystem::path folder() const { return folder_; }

    std::unique_ptr<Store> store_; // migrated, empty

private:
    std::string url_;
    std::filesystem::path folder_;
};

inline Instant at(std::int64_t seconds) {
    return from_millis(1'772'000'000'000 + seconds * 1000);
}

NewMessage message_named(const std::string& source_key, const std::string& bytes);
// Stores a message and opens a case for it, in review.
Case some_case(Store& store, const std::string& source_key);

#define BESTELD_BOTH_ENGINES(suite)                                                                \
    INSTANTIATE_TEST_SUITE_P(                                                                      \
        Engines, suite, testing::Values(Engine::sqlite, Engine::postgres),                         \
        [](const auto& i) { return i.param == Engine::sqlite ? "SQLite" : "PostgreSQL"; })

} // namespace besteld::contract
