// SPDX-License-Identifier: Apache-2.0
#pragma once

// A desk with work on it for the tests of the pages: the demo world on SQLite in memory, Monday
// 2 March 2026, five orders that deviate, one of them from somebody who tries to run scripts.

#include "base/async/blocking_pool.hpp"
#include "store/store.hpp"
#include "web/web_app.hpp"

#include <memory>
#include <string>
#include <vector>

namespace besteld::test {

inline constexpr const char* password_of_all = "een lang wachtwoord";

FlowSettings noordkade();

class WebWorld {
public:
    WebWorld();
    Store& store() { return *store_; }
    BlockingPool& pool() { return pool_; }
    const std::vector<std::int64_t>& cases() const { return cases_; }
    Instant now() const { return now_; }
    WebAppSettings settings() const;

    // As it came by mail or file; its cases are added.
    void arrive(const std::string& channel, const std::string& file_name, std::string bytes);
    // An order of C1002 by mail each Monday at nine until two weeks ago; today is Monday.
    void order_weekly();

private:
    std::unique_ptr<Store> store_;
    BlockingPool pool_{"desk", 1};
    Instant now_{};
    std::vector<std::int64_t> cases_;
    int arrivals_ = 0;
};

// An EDIFACT order of customer C1001; lines are "GTIN quantity price".
std::string edi_order(const std::string& number, const std::vector<std::string>& lines);

} // namespace besteld::test
