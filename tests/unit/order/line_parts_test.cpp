// SPDX-License-Identifier: Apache-2.0
// domain.md 3.5: whatever is decided about a shortage, the parts of a line add up to what was
// ordered.
#include "world.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace besteld {
namespace {

using namespace test;

World short_of(int ordered, int free, Resolution resolution) {
    World world;
    world.history.state = OrderState::in_review;
    auto& line = world.order.lines[1];
    line.quantity->value = Decimal{ordered};
    line.quantity_stock = Decimal{ordered};
    world.draft.lines[1].quantity->value = std::to_string(ordered);
    world.add({.check = Check::not_enough_stock,
               .line = 1,
               .ordered = cat(ordered, " XRO on 2026-03-05"),
               .agreed = cat(free, " XRO free, all from 2026-03-17"),
               .reason = "R-STOCK",
               .suggested = Resolution::accept_agreed,
               .suggested_value = "2026-03-17",
               .resolved = Resolved{.resolution = resolution, .actor = "anna"}});
    return world;
}

TEST(LineParts, addUpToWhatWasOrdered) {
    std::mt19937 random(4711); // the same every time
    std::uniform_int_distribution<int> any(1, 3'000);
    for (int round = 0; round < 400; ++round) {
        const int ordered = any(random) + 1;
        const int free = any(random) % ordered; // less than was ordered, sometimes nothing
        for (const auto resolution : {Resolution::accept_agreed, Resolution::split,
                                      Resolution::backorder, Resolution::reduce}) {
            const auto decision = short_of(ordered, free, resolution).release();
            const std::string what =
                cat(ordered, " ordered, ", free, " free, ", name_of(resolution));
            if (!decision) {
                EXPECT_EQ(free, 0) << what << ": " << decision.error().text;
                continue;
            }
            const auto& line = decision->answers.at(0).lines.at(1);
            Decimal parts;
            for (const auto& part : line.parts)
                parts += part.quantity;
            if (!line.parts.empty()) EXPECT_EQ(parts, line.quantity) << what;
            const bool dropped = line.backorder == Decimal{};
            const Decimal rest =
                dropped ? Decimal{ordered - free} : line.backorder.value_or(Decimal{});
            EXPECT_EQ(line.quantity + rest, Decimal{ordered}) << what;
            EXPECT_EQ(line.ordered_quantity, Decimal{ordered}) << what;
            // What is reserved is what is promised, and never the rest of a backorder.
            Decimal reserved;
            for (std::size_t i = 0; i < decision->promises.size(); ++i)
                if (decision->promised_skus[i] == "NK-210")
                    reserved += decision->promises[i].quantity;
            EXPECT_EQ(reserved, line.quantity) << what;
        }
    }
}

} // namespace
} // namespace besteld
