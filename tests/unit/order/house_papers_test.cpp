// SPDX-License-Identifier: Apache-2.0
// What the papers of the house say, how they are numbered, and when a signed note is asked for.
#include "order/house_papers.hpp"

#include "base/zone.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}

// Three pieces at 0.333 are 1.00; freight 5.00 for the order, a surcharge in line 1's amount.
class HousePapers : public testing::Test {
protected:
    HousePapers() {
        order.customer_no = "C1003";
        order.buyer_order_no = "HD-1";
        known.lines = {{.line = 0,
                        .buyer_line = "10",
                        .sku = "NK-100",
                        .name = "doos",
                        .unit = "H87",
                        .confirmed = Decimal{3},
                        .delivered = Decimal{3}},
                       {.line = 1, .sku = "NK-999", .unit = "H87"}};
        deliver(1, Decimal{1});
        deliver(2, Decimal{1});
        deliver(3, Decimal{1});
        told.currency = "EUR";
        told.tax_percent = Decimal{21};
        told.lines = {{.index = 0,
                       .sku = "NK-100",
                       .quantity = Decimal{3},
                       .unit = "H87",
                       .price = decimal("0.333"),
                       .amount = decimal("1.00")}};
        told.charges = {{.line = 0, .code = "energy", .amount = decimal("0.01")},
                        {.code = "freight", .amount = Decimal{5}}};
        terms.customer = Customer{.no = "C1003", .name = "恒达", .language = "zh"};
        terms.customer->vat = "91310000MA1FL0000N";
        terms.customer->invoice_kind = "special";
        terms.items["NK-100"] = {.sku = "NK-100", .names = {{"zh", "纸箱"}}};
        terms.items["NK-100"].tax_name = "*纸制品*纸箱";
        terms.items["NK-100"].properties = {{"colour", "bruin"}, {"width", "300 mm"}};
    }
    void deliver(std::int64_t id, Decimal quantity) {
        Delivery delivery{.id = id, .posted_at = posted};
        delivery.delivery_no = "DN-26-00000" + std::to_string(id);
        delivery.lines = {{0, quantity, "L" + std::to_string(id)}};
        known.deliveries.push_back(delivery);
    }
    InvoiceRequest& ask(std::int64_t id, std::int64_t delivery_id) {
        known.requests.push_back({.id = id, .request_no = "IR-1", .delivery_id = delivery_id});
        return known.requests.back();
    }
    HouseSource source() const {
        return {.case_no = "IN-26-000001",
                .official_no = "SO-26-000001",
                .order = order,
                .known = known,
                .told = &told,
                .terms = terms,
                .language = "zh",
                .today = make_date(2026, 3, 5)};
    }

    Instant posted =
        Zone("Europe/Amsterdam").instant(make_date(2026, 3, 5), std::chrono::hours{15});
    Order order;
    Fulfilment known;
    Answer told;
    Terms terms;
    PaperRules rules;
};

TEST_F(HousePapers, aSlipAsksForWhatWasStillToGo) {
    known.deliveries[1].slip_no = "XSCK20260305-0001";
    const auto slip = outbound_slip_of(source(), known.deliveries[1], rules);
    ASSERT_TRUE(slip.house);
    EXPECT_EQ(slip.house->number, "XSCK20260305-0001");
    EXPECT_EQ(slip.house->copies.size(), 4U);
    ASSERT_EQ(slip.house->lines.size(), 1U);
    const auto& line = slip.house->lines[0];
    EXPECT_EQ(line.requested, Decimal{2});
    EXPECT_EQ(line.quantity, Decimal{1});
    EXPECT_EQ(line.batch, "L2");
    EXPECT_EQ(line.name, "纸箱");
    EXPECT_EQ(line.specification, "bruin, 300 mm");
    EXPECT_FALSE(line.amount);
    EXPECT_TRUE(slip.recipient.empty());
}

TEST_F(HousePapers, aLinesInvoicesAddUpToWhatWasConfirmed) {
    Decimal sum{};
    Decimal charged{};
    for (std::int64_t id = 1; id <= 3; ++id) {
        ask(id, id);
        const auto paper = invoice_request_of(source(), known.requests.back());
        ASSERT_EQ(paper.house->lines.size(), 1U);
        sum += paper.house->lines[0].amount.value();
        for (const auto& charge : paper.charges)
            if (charge.line) charged += charge.amount;
        EXPECT_EQ(paper.net, *paper.house->lines[0].amount + (id == 1 ? Decimal{5} : Decimal{}));
        EXPECT_EQ(paper.gross, paper.net + paper.tax);
    }
    EXPECT_EQ(sum, decimal("1.00"));
    EXPECT_EQ(charged, decimal("0.01"));
}

TEST_F(HousePapers, aRequestForTheWholeOrderIsWhatWasConfirmed) {
    known.deliveries[0].proof = ProofOfDelivery{.document = "scan-1.pdf"};
    known.deliveries[1].proof = ProofOfDelivery{.signed_by = "J. de Wit"};
    const auto paper = invoice_request_of(source(), ask(1, 0));
    EXPECT_EQ(paper.net, decimal("6.00"));
    EXPECT_EQ(paper.tax, decimal("1.26"));
    EXPECT_EQ(paper.gross, decimal("7.26"));
    EXPECT_EQ(paper.house->delivery_nos.size(), 3U);
    EXPECT_EQ(paper.house->proof, "scan-1.pdf, DN-26-000002 (J. de Wit)");
    EXPECT_EQ(paper.house->party.tax_number, "91310000MA1FL0000N");
    EXPECT_EQ(paper.house->party.invoice_kind, "special");
    EXPECT_EQ(paper.house->lines[0].tax_name, "*纸制品*纸箱");
    EXPECT_EQ(paper.house->lines[0].tax, decimal("0.21"));
}

TEST_F(HousePapers, aRequestWithoutAnAnswerHasNoPrices) {
    auto blind = source();
    blind.told = nullptr;
    const auto paper = invoice_request_of(blind, ask(1, 1));
    ASSERT_EQ(paper.house->lines.size(), 1U);
    EXPECT_FALSE(paper.house->lines[0].price);
    EXPECT_TRUE(paper.currency.empty());
}

TEST(SlipNumber, countsByDayOrByYear) {
    PaperRules rules;
    const Date day = make_date(2026, 3, 2);
    EXPECT_EQ(slip_series(rules, day), "XSCK20260302");
    EXPECT_EQ(slip_number(rules, day, 1), "XSCK20260302-0001");
    EXPECT_EQ(slip_number(rules, day, 12345), "XSCK20260302-12345");
    rules.slip_prefix = "UB";
    rules.slip_count = SlipCount::by_year;
    EXPECT_EQ(slip_series(rules, day), "UB");
    EXPECT_EQ(slip_number(rules, day, 7), "UB-26-000007");
}

TEST(ProofChase, comesWorkingDaysAfterTheGoodsAndThreeTimesAtMost) {
    const Zone zone("Europe/Amsterdam");
    const auto at = [&](int day, int hour) {
        return zone.instant(make_date(2026, 3, static_cast<unsigned>(day)),
                            std::chrono::hours{hour});
    };
    const Seller seller;
    PaperRules rules;
    Delivery delivery{.posted_at = at(5, 15)}; // a Thursday
    EXPECT_FALSE(chase_at(delivery, {}, rules, seller)) << "nobody is named";
    rules.proof_mails = {"magazijn@noordkade.example"};
    EXPECT_EQ(chase_at(delivery, {}, rules, seller), at(10, 9));
    delivery.arrived_at = at(6, 11);
    EXPECT_EQ(chase_at(delivery, {}, rules, seller), at(11, 9));
    EXPECT_EQ(chase_at(delivery, {.times = 1, .last = at(11, 9)}, rules, seller), at(16, 9));
    EXPECT_FALSE(chase_at(delivery, {.times = 3, .last = at(11, 9)}, rules, seller));
    rules.proof_days = 0;
    EXPECT_FALSE(chase_at(delivery, {}, rules, seller));
    rules.proof_days = 3;
    delivery.proof = ProofOfDelivery{};
    EXPECT_FALSE(chase_at(delivery, {}, rules, seller));
}

} // namespace
} // namespace besteld
