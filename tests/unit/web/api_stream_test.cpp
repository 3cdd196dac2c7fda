// SPDX-License-Identifier: Apache-2.0

// The stream of events: what happened since, once, and its end with the token's.
#include "web_world.hpp"

#include "base/text.hpp"
#include "store/event_feed.hpp"
#include "web/api/follow.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

using namespace besteld;
using test::WebWorld;

namespace {

struct ApiStream : testing::Test {
    WebWorld world;
    bool counts = true;

    api::Follower follower(std::int64_t after, bool of_the_house = false) {
        return {{.store = world.store(),
                 .pool = world.pool(),
                 .may_go_on = [this] { return counts; },
                 .seat = nullptr},
                {.after = after, .of_the_house = of_the_house}};
    }
    static std::string next(api::Follower& from) {
        asio::io_context loop;
        std::string piece;
        asio::co_spawn(loop, from.next(), [&](const std::exception_ptr& fault, std::string text) {
            if (fault) std::rethrow_exception(fault);
            piece = std::move(text);
        });
        loop.run();
        return piece;
    }
    void happen(const std::string& event, std::int64_t case_id) {
        world.store().add_events(case_id, 0, {{.event = event, .actor = "anna\nid: 7"}},
                                 world.now());
    }
};

std::int64_t last_id(const std::string& text) {
    const auto at = text.rfind("\nid: ");
    const auto begin = at == std::string::npos ? 4 : at + 5;
    return std::stoll(text.substr(begin));
}

} // namespace

TEST_F(ApiStream, tellsWhatHappensFromWhereItBegan) {
    auto stream = follower(last_event(world.store()));
    EXPECT_TRUE(next(stream).starts_with(": after ")) << "the other end sees that it is there";
    happen("case.noted", world.cases()[0]);
    const auto piece = next(stream);
    EXPECT_TRUE(piece.contains("event: case.noted\n")) << piece;
    EXPECT_TRUE(piece.ends_with("\n\n"));
    EXPECT_FALSE(piece.contains("\nid: 7\n"))
        << "a stranger's line ends are no lines of the stream";
}

TEST_F(ApiStream, goesOnWhereSomebodyLeftOff) {
    happen("case.one", world.cases()[0]);
    const auto known = last_event(world.store());
    happen("case.two", world.cases()[0]);
    auto stream = follower(known);
    next(stream);
    const auto piece = next(stream);
    EXPECT_FALSE(piece.contains("case.one"));
    EXPECT_TRUE(piece.contains("case.two"));
    EXPECT_EQ(last_id(piece), last_event(world.store()));
}

TEST_F(ApiStream, keepsTheHousesOwnAffairsToThoseWhoMaySeeThem) {
    const auto known = last_event(world.store());
    happen("user.second_factor_on", 0);
    happen("case.noted", world.cases()[0]);
    auto clerk = follower(known), auditor = follower(known, true);
    next(clerk);
    next(auditor);
    EXPECT_FALSE(next(clerk).contains("user.second_factor_on"));
    EXPECT_TRUE(next(auditor).contains("user.second_factor_on"));
}

TEST_F(ApiStream, endsWithItsToken) {
    counts = false;
    auto stream = follower(last_event(world.store()));
    next(stream);
    EXPECT_EQ(next(stream), "") << "within a quarter of a minute";
}
