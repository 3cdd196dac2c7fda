// SPDX-License-Identifier: Apache-2.0
#include "order/deviation_scope.hpp"

#include "order/accept_order.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Decimal number(std::string_view text) {
    return Decimal::parse(text).value();
}
Deviation from_to(std::string field, std::string ordered, std::string confirmed) {
    return {.field = std::move(field),
            .ordered = std::move(ordered),
            .confirmed = std::move(confirmed)};
}

TEST(DeviationScope, boundsAreInclusiveAndKnowTheirDirection) {
    const DeviationScope scope{{"quantity_down", number("10")}, {"price_up", number("2.5")},
                               {"days_later", number("5")},     {"days_earlier", number("0")},
                               {"replacement", number("0")},    {"charges", number("1")}};
    struct Row {
        const char* field;
        const char* ordered;
        const char* confirmed;
        bool inside;
    };
    for (const Row& row :
         {Row{"quantity", "48", "43.2", true}, // just at 10 %
          Row{"quantity", "48", "43", false},
          Row{"quantity", "48", "49", false}, // up was not agreed
          Row{"price", "0.80", "0.82", true}, // 2.5 %
          Row{"price", "0.80", "0.83", false}, Row{"price", "0.80", "0.79", false},
          Row{"price", "0", "0.01", false}, // a percentage of nothing
          Row{"date", "2026-03-05", "2026-03-10", true},
          Row{"date", "2026-03-05", "2026-03-11", false},
          Row{"date", "2026-03-05", "2026-03-04", false}, Row{"date", "soon", "2026-03-05", false},
          Row{"item", "NK-330", "NK-331", false}, // 0: none
          Row{"fee", "0", "17.50", true}, Row{"ship_to", "ST-01", "ST-02", false},
          Row{"line", "48", "0", false}})
        EXPECT_EQ(is_in_scope(from_to(row.field, row.ordered, row.confirmed), scope), row.inside)
            << row.field << " " << row.ordered << " " << row.confirmed;
}

TEST(DeviationScope, withoutBoundsNothingIsInside) {
    for (const char* field : {"quantity", "price", "item", "fee"})
        EXPECT_FALSE(is_in_scope(from_to(field, "10", "10"), {})) << field;
}

TEST(Silence, consentsOnlyWhenEveryDeviationIsInside) {
    Terms terms;
    terms.agreement = Agreement{.deviation_policy = DeviationPolicy::silent_after,
                                .deviation_scope = {{"days_later", number("5")}}};
    const auto late = from_to("date", "2026-03-05", "2026-03-06");
    const auto less = from_to("quantity", "48", "47");
    EXPECT_TRUE(silence_consents({late}, terms));
    EXPECT_FALSE(silence_consents({late, less}, terms));
    terms.agreement->deviation_policy = DeviationPolicy::explicit_consent;
    EXPECT_FALSE(silence_consents({late}, terms));
}

} // namespace
} // namespace besteld
