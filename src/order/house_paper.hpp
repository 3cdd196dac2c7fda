// SPDX-License-Identifier: Apache-2.0
#pragma once

// Papers that stay in the house (domain.md 6): the outbound slip of the warehouse (D6), finance's
// invoice request (D7), and the word about a signed delivery note that has not come back. Amounts,
// tax and charges stand in the answer that carries them. No customer is ever sent one.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// One batch of a line, or its part of an invoice.
struct HouseLine {
    std::uint32_t index = 0; // of the order's line
    std::string buyer_line;
    std::string sku;
    std::string name;
    std::string specification;
    std::string tax_name; // of the article on an invoice (货物或应税劳务名称)
    std::string batch;
    std::string unit;                 // Rec 20, of both quantities
    std::optional<Decimal> requested; // D6: to go with this issue; with a line's first batch
    Decimal quantity{};               // issued, or to be invoiced
    std::optional<Decimal> price;     // D7; none: nothing is known to have been confirmed
    Decimal price_base{1};
    std::string price_unit; // empty: `unit`
    std::optional<Decimal> amount;
    std::optional<Decimal> tax; // its part of the answer's tax
};

// Who gets the invoice, as finance must know him.
struct HouseParty {
    std::string name;
    std::string address; // one line
    std::string tax_number;
    std::string phone;
    std::string bank;
    std::string account;
    std::string invoice_kind; // special, ordinary, digital; empty: not agreed
    std::string invoice_mail;
};

struct HousePaper {
    std::string number;                    // XSCK20260302-0001, IR-26-000655; DN-… of a chase
    Date day{};                            // on which it was made, on our wall
    std::vector<std::string> delivery_nos; // one, but for an order invoiced as a whole
    std::optional<Date> goods_day;         // on which they left
    std::string carrier;
    std::string track_no;
    std::int64_t packages = 0;       // 0: not told
    std::string warehouse;           // D6: its name
    std::vector<std::string> copies; // D6: one sheet each
    HouseParty party;                // D7
    std::string proof;               // D7: what is filed as proof of delivery
    int waited_days = 0;             // of a chase: working days without a signed note
    std::vector<HouseLine> lines;
};

} // namespace besteld
