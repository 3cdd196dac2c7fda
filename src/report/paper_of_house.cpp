// SPDX-License-Identifier: Apache-2.0
#include "report/paper_of_house.hpp"

#include "base/text.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"

namespace besteld {

namespace {

// What its amount holds besides quantity × price.
std::string note_of(const HouseLine& line, const Answer& answer, const Words& words) {
    std::vector<std::string> notes;
    for (const auto& charge : answer.charges) {
        if (charge.line != line.index || charge.amount.is_zero()) continue;
        const Decimal amount = charge.is_allowance ? -charge.amount : charge.amount;
        const auto other =
            charge.is_allowance ? std::string("field.discount") : std::string("field.surcharge");
        notes.push_back(cat(words.at_or(cat("charge.", charge.code), other), ": ",
                            format_money(amount, answer.currency, words.language())));
    }
    return join(notes, "; ");
}

PaperLine line_of(const HouseLine& line, const Answer& answer, const Words& words) {
    PaperLine out{.position = line.buyer_line,
                  .item = line.sku,
                  .name = line.name,
                  .specification = line.specification,
                  .batch = line.batch,
                  .tax_name = line.tax_name,
                  .unit = line.unit,
                  .ordered = line.requested,
                  .quantity = line.quantity,
                  .price = line.price,
                  .price_base = line.price_base,
                  .price_unit = line.price_unit,
                  .amount = line.amount,
                  .tax = line.tax,
                  .note = note_of(line, answer, words)};
    if (line.amount) out.tax_percent = answer.tax_percent;
    return out;
}

} // namespace

void fill_house(Paper& paper, const Answer& answer, const Words& words) {
    const auto& house = *answer.house;
    paper.number = house.number;
    paper.issued = house.day;
    paper.customer.mail.clear(); // the recipient is one of us
    paper.goods_date = house.goods_day;
    paper.delivery_note_no = join(house.delivery_nos, ", ");
    for (const auto& line : house.lines)
        paper.lines.push_back(line_of(line, answer, words));
    if (answer.kind == AnswerKind::outbound_slip) {
        paper.carrier = house.carrier;
        paper.track_number = house.track_no;
        if (house.packages > 0) paper.packages = static_cast<int>(house.packages);
        paper.warehouse = house.warehouse;
        paper.copies = house.copies;
        return;
    }
    const auto& party = house.party;
    paper.bill_to = {.name = party.name.empty() ? answer.customer_name : party.name,
                     .number = answer.customer_no,
                     .tax_number = party.tax_number,
                     .phone = party.phone,
                     .bank = party.bank,
                     .account = party.account};
    if (!party.address.empty()) paper.bill_to.address = {party.address};
    paper.proof_no = house.proof;
    paper.invoice_kind = party.invoice_kind;
    paper.invoice_mail = party.invoice_mail;
}

} // namespace besteld
