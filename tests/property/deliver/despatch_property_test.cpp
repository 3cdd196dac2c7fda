// SPDX-License-Identifier: Apache-2.0
// What a despatch advice says is what left: generated deliveries (partial, of several lines, in
// batches, several of one order) are proved by our own readers, and another delivery is not.
#include "random_answer.hpp"

#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

using property::RandomAnswer;

const Seller seller{.name = "Noordkade Verpakkingen B.V.", .gln = "9520000000011"};
const EdiStamp stamp{.reference = "412", .date = make_date(2026, 3, 5), .time = "0915"};

struct Format {
    std::string_view name;
    std::string_view profile;
    std::string_view order_format;
    std::string_view buyer_address = "9520000001018:14";
    std::string_view our_address = "9520000000011:14";
};

std::ostream& operator<<(std::ostream& out, const Format& format) {
    return out << format.name;
}

constexpr std::string_view wild = "AZ09-.,;'\"*~|^><&+:?#=()/";

class RandomDelivery {
public:
    RandomDelivery(std::uint32_t seed, const Format& format)
        : random_(seed, wild), format_(format) {}

    Answer make() {
        Answer answer{.kind = AnswerKind::despatch,
                      .channel = AnswerChannel::edi,
                      .case_no = "IN-26-000123",
                      .official_no = "SO-26-000412",
                      .language = "en",
                      .customer_no = "C1004",
                      .customer_name = random_.text(30),
                      .buyer_id = "9520000001018",
                      .buyer_order_no = random_.word(12),
                      .edi_profile = std::string(format_.profile)};
        if (maybe()) answer.buyer_order_date = "2026-03-02";
        answer.answered = {.format = std::string(format_.order_format),
                           .parties = {{PartyRole::buyer, "0088", "9520000001018", "Buyer & Co"},
                                       {PartyRole::supplier, "0088", "9520000000011", "Seller"}}};
        answer.envelope = {.sender = std::string(format_.buyer_address),
                           .receiver = std::string(format_.our_address),
                           .interchange_ref = "77"};
        answer.despatch = slip();
        return answer;
    }
    bool maybe() { return random_.below(2) == 0; }

private:
    DespatchSlip slip() {
        DespatchSlip slip{.number = cat("DN-26-", 100000 + random_.below(900000)),
                          .posted_at = parse_iso_instant("2026-03-04T10:00:00Z").value(),
                          .day = make_date(2026, 3, static_cast<unsigned>(1 + random_.below(28))),
                          .packages = static_cast<std::int64_t>(random_.below(4))};
        if (maybe()) slip.carrier = random_.text(60);
        if (maybe()) slip.track_no = random_.word(20);
        slip.ship_to = {.id = "DC1", .name = random_.text(60)};
        if (maybe()) slip.ship_to.gln = "9520000001025";
        if (maybe()) {
            slip.ship_to.street = random_.text(30);
            slip.ship_to.postcode = "8011 AA";
            slip.ship_to.city = random_.word(10);
            slip.ship_to.country = "NL";
        }
        const auto lines = 1 + random_.below(5);
        for (std::uint32_t i = 0; i < lines; ++i)
            slip.lines.push_back(line(i));
        return slip;
    }

    DespatchLine line(std::uint32_t index) {
        DespatchLine line{.index = index,
                          .buyer_line = std::to_string((index + 1) * 10),
                          .sku = random_.word(12),
                          .name = random_.text(40),
                          .unit = maybe() ? "H87" : "KGM",
                          .ordered = amount()};
        line.ordered_unit = maybe() ? line.unit : "XBX";
        if (maybe()) line.gtin = "9521000000018";
        if (maybe()) line.buyer_item = random_.word(12);
        if (maybe()) line.open = amount();
        const auto batches = 1 + random_.below(3);
        for (std::size_t i = 0; i < batches; ++i) {
            const bool named = batches > 1 || maybe();
            line.batches.push_back({named ? cat(i, random_.word(8)) : "", amount()});
            line.delivered += line.batches.back().quantity;
        }
        return line;
    }

    Decimal amount() {
        return Decimal::from_units(static_cast<std::int64_t>(1 + random_.below(100'000'000)));
    }

    RandomAnswer random_;
    const Format& format_;
};

class DespatchProperty : public testing::TestWithParam<Format> {};

TEST_P(DespatchProperty, everyDeliveryIsReadBackAsItLeft) {
    const auto seed = std::random_device{}();
    RandomDelivery random(seed, GetParam());
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(cat("seed ", seed, " round ", round));
        const auto answer = random.make();
        const auto bytes = render_edi(answer, seller, stamp);
        ASSERT_TRUE(bytes) << bytes.error();
        ASSERT_EQ(prove_edi(*bytes, answer).value_or(""), "") << *bytes;
        EXPECT_EQ(*bytes, render_edi(answer, seller, stamp).value());
    }
}

TEST_P(DespatchProperty, anotherDeliveryIsNotProved) {
    const auto seed = std::random_device{}();
    RandomDelivery random(seed, GetParam());
    for (int round = 0; round < 100; ++round) {
        SCOPED_TRACE(cat("seed ", seed, " round ", round));
        const auto answer = random.make();
        const auto bytes = render_edi(answer, seller, stamp).value();
        const auto expect_stop = [&](const char* what, auto&& change) {
            auto other = answer;
            change(other, *other.despatch);
            EXPECT_TRUE(prove_edi(bytes, other)) << what << "\n" << bytes;
        };
        expect_stop("order", [](Answer& a, DespatchSlip&) { a.buyer_order_no += "X"; });
        expect_stop("next delivery of the order",
                    [](Answer&, DespatchSlip& s) { s.number = "DN-26-000001"; });
        expect_stop("day", [](Answer&, DespatchSlip& s) { s.day = make_date(2026, 4, 1); });
        expect_stop("quantity", [](Answer&, DespatchSlip& s) {
            s.lines.back().batches.back().quantity += Decimal{1};
        });
        expect_stop("batch",
                    [](Answer&, DespatchSlip& s) { s.lines.front().batches.front().batch += "X"; });
        expect_stop("item", [](Answer&, DespatchSlip& s) { s.lines.front().sku += "X"; });
        expect_stop("order line",
                    [](Answer&, DespatchSlip& s) { s.lines.front().buyer_line = "99"; });
        expect_stop("a line too few", [](Answer&, DespatchSlip& s) { s.lines.pop_back(); });
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, DespatchProperty,
                         testing::Values(Format{"edifact", "eancom97-despatch", "edifact"},
                                         Format{"edifact2002", "d01b-despatch", "edifact"},
                                         Format{"x12", "x12-4010-despatch", "x12", "HARBORSUP:ZZ",
                                                "NOORDKADE:ZZ"},
                                         Format{"ubl", "ubl-despatch", "ubl"},
                                         Format{"cxml", "cxml-despatch", "cxml", "AN01", "AN02"},
                                         Format{"opentrans", "opentrans-despatch", "opentrans"}),
                         [](const auto& info) { return std::string(info.param.name); });

} // namespace
} // namespace besteld
