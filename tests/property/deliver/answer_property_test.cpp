// SPDX-License-Identifier: Apache-2.0
// What is written is what was meant: every generated answer is proved by our own reader, and a
// proof against another answer fails.
#include "random_answer.hpp"

#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using property::RandomAnswer;

const Seller seller{.name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011"};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 2), .time = "0915"};

struct Format {
    std::string_view name;
    std::string_view profile;
    std::string_view order_format;
    std::string_view standard;
    std::string_view letters;
    std::string_view buyer_address = "9520000001018:14";
    std::string_view our_address = "9520000000011:14";
    enum class Prices { always, when_changed } prices = Prices::always;
};

std::ostream& operator<<(std::ostream& out, const Format& format) {
    return out << format.name;
}

Answer addressed(Answer answer, const Format& format) {
    answer.edi_profile = format.profile;
    answer.answered = {.format = std::string(format.order_format),
                       .parties = {{PartyRole::buyer, "0088", "9520000001018", "Buyer & Co"},
                                   {PartyRole::supplier, "0088", "9520000000011", "Seller"}}};
    answer.envelope = {.standard = std::string(format.standard),
                       .sender = std::string(format.buyer_address),
                       .receiver = std::string(format.our_address),
                       .interchange_ref = "77"};
    return answer;
}

class AnswerProperty : public testing::TestWithParam<Format> {};

TEST_P(AnswerProperty, everyAnswerIsReadBackAsItWasMeant) {
    const auto seed = std::random_device{}();
    RandomAnswer random(seed, GetParam().letters);
    constexpr AnswerKind kinds[] = {AnswerKind::confirmation, AnswerKind::proposal,
                                    AnswerKind::rejection};
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(cat("seed ", seed, " round ", round));
        auto answer = addressed(random.make(kinds[random.below(3)]), GetParam());
        // As on_every_channel does it for the formats that cannot decline without naming lines.
        if (answer.kind == AnswerKind::rejection)
            answer.lines = {{.buyer_line = "1",
                             .sku = "NK-100",
                             .ordered_quantity = Decimal{5},
                             .ordered_unit = "H87",
                             .unit = "H87",
                             .answer = LineAnswer::rejected,
                             .reason = "R-ASSORT"}};
        const auto bytes = render_edi(answer, seller, stamp);
        ASSERT_TRUE(bytes) << bytes.error();
        ASSERT_EQ(prove_edi(*bytes, answer).value_or(""), "") << *bytes;
        EXPECT_EQ(*bytes, render_edi(answer, seller, stamp).value());
    }
}

TEST_P(AnswerProperty, anotherAnswerIsNotProved) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(cat("seed ", seed));
    RandomAnswer random(seed, GetParam().letters);
    for (int round = 0; round < 100; ++round) {
        const auto answer = addressed(random.make(AnswerKind::proposal), GetParam());
        const auto bytes = render_edi(answer, seller, stamp).value();
        auto other = answer;
        other.buyer_order_no += "X";
        EXPECT_TRUE(prove_edi(bytes, other)) << bytes;
        // A line that is confirmed plainly says its quantity and price.
        for (std::size_t i = 0; i < answer.lines.size(); ++i) {
            if (answer.lines[i].answer == LineAnswer::rejected || answer.deviations.empty())
                continue;
            const auto& line = answer.lines[i];
            const bool price_said = GetParam().prices == Format::Prices::always ||
                                    (line.ordered_price && line.price != *line.ordered_price);
            other = answer;
            other.lines[i].price = line.price + Decimal(1);
            if (price_said) {
                EXPECT_TRUE(prove_edi(bytes, other)) << "price of line " << i + 1 << "\n" << bytes;
            }
            if (!line.parts.empty()) continue;
            other = answer;
            other.lines[i].quantity = Decimal(line.quantity == Decimal(1) ? 2 : 1);
            EXPECT_TRUE(prove_edi(bytes, other)) << "quantity of line " << i + 1 << "\n" << bytes;
        }
    }
}

constexpr std::string_view wild = "AZ09-.,;'\"*~|^><&+:?#=()/";

INSTANTIATE_TEST_SUITE_P(
    Formats, AnswerProperty,
    testing::Values(
        Format{"x12", "x12-4010", "x12", "x12", wild}, Format{"ubl", "ubl", "ubl", "", wild},
        Format{"cxml", "cxml", "cxml", "cxml", wild, "AN01", "AN02", Format::Prices::when_changed},
        Format{"opentrans", "opentrans", "opentrans", "", wild},
        Format{"gs1", "gs1xml", "gs1xml", "", wild},
        Format{"orderx", "orderx", "orderx", "", wild},
        Format{"idoc_flat", "idoc-flat", "idoc-flat", "idoc", wild, "KORENAAR", "NOORDKADE"},
        Format{"idoc_xml", "idoc", "idoc-xml", "idoc", wild, "KORENAAR", "NOORDKADE"},
        Format{"edifact", "eancom97", "edifact", "edifact", wild},
        Format{"edifact2002", "eancom2002", "edifact", "edifact", wild}),
    [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace besteld
