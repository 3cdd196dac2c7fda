// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/answer.hpp"

#include <string>
#include <string_view>

namespace besteld {

// A paper of the house as the flow makes it: 108 rolls of tape in two batches, or 5000 boxes and
// the tape to be invoiced.
inline Answer house_answer(AnswerKind kind, std::string_view language) {
    const auto decimal = [](std::string_view text) { return Decimal::parse(text).value(); };
    const bool chinese = language == "zh";
    Answer answer{.kind = kind,
                  .case_no = "IN-26-000123",
                  .official_no = "SO-26-000412",
                  .language = std::string(language),
                  .customer_no = chinese ? "C1003" : "C1001",
                  .customer_name = chinese ? "上海恒达贸易有限公司" : "Bakkerij De Korenaar & Zn",
                  .buyer_order_no = "4500017",
                  .buyer_order_date = "2026-03-02",
                  .currency = chinese ? "CNY" : "EUR",
                  .ship_to = "DC Zwolle, Havenweg 1, 8011 AA Zwolle, NL",
                  .recipient = "magazijn@noordkade.example"};
    HousePaper paper{.number = "XSCK20260305-0001",
                     .day = make_date(2026, 3, 5),
                     .delivery_nos = {"DN-26-000871"},
                     .goods_day = make_date(2026, 3, 5),
                     .carrier = "Van Dijk & Zn",
                     .track_no = "VD0001",
                     .packages = 3};
    HouseLine tape{.index = 1,
                   .buyer_line = "2",
                   .sku = "NK-210",
                   .name = chinese ? "透明胶带 50 mm x 66 m" : "PP-tape <transparant> 50 mm x 66 m",
                   .specification = "50 mm, 66 m",
                   .batch = "L7",
                   .unit = "XRO",
                   .requested = Decimal{108},
                   .quantity = Decimal{72}};
    if (kind == AnswerKind::proof_reminder) {
        paper.number = "DN-26-000871";
        paper.waited_days = 3;
    }
    if (kind == AnswerKind::outbound_slip) {
        paper.warehouse = chinese ? "一号仓" : "DC Assen";
        paper.copies = {"stub", "finance", "customer", "signed_return"};
        HouseLine rest = tape;
        rest.batch = "L8";
        rest.requested.reset();
        rest.quantity = Decimal{36};
        paper.lines = {tape, rest};
    }
    if (kind == AnswerKind::invoice_request) {
        paper.number = "IR-26-000655";
        paper.proof = "DN-26-000871 (J. de Wit)";
        paper.party = {.name = answer.customer_name,
                       .address =
                           chinese ? "上海市浦东新区示例路 88 号" : "Korenweg 1, 8011 AA Zwolle",
                       .tax_number = chinese ? "91310000MA1FL0000N" : "NL123456789B13",
                       .phone = "021-5555 0100",
                       .bank = chinese ? "示例银行上海分行" : "Voorbeeldbank",
                       .account = "6222 0000 0000 0000",
                       .invoice_kind = "special",
                       .invoice_mail = "facturen@korenaar.example"};
        HouseLine boxes = tape;
        boxes.index = 0;
        boxes.buyer_line = "1";
        boxes.sku = "NK-100";
        boxes.name = chinese ? "纸箱 300x200x150" : "doos 300x200x150";
        boxes.tax_name = chinese ? "*纸制品*纸箱" : "";
        boxes.unit = "H87";
        boxes.quantity = Decimal{5000};
        boxes.price = decimal("0.74");
        boxes.amount = Decimal{3700};
        boxes.tax = Decimal{777};
        tape.price = decimal("1.15");
        tape.amount = decimal("73.14");
        tape.tax = decimal("15.36");
        for (auto* line : {&boxes, &tape}) {
            line->batch.clear();
            line->requested.reset();
        }
        paper.lines = {boxes, tape};
        answer.charges = {{.line = 1, .is_allowance = true, .amount = decimal("9.66")},
                          {.code = "freight", .amount = Decimal{12}}};
        answer.net = decimal("3785.14");
        answer.tax_percent = Decimal{21};
        answer.tax = decimal("794.88");
        answer.gross = decimal("4580.02");
    }
    answer.house = std::move(paper);
    return answer;
}

} // namespace besteld
