// SPDX-License-Identifier: Apache-2.0
#pragma once

// Values as they are printed behind a label: numbers, dates, currencies.

#include "parsers/pdf/page_rows.hpp"
#include "parsers/table/values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::pdf {

// Proved by the dates of the whole document, else by its language: only English leaves it open.
DateOrder date_order(const std::vector<PageRow>& rows);

struct PrintedDate {
    DateText text;
    std::size_t last = 0; // words it takes, with a weekday before it
};
// "Friday 13 March 2026", "13.03.2026", "2026年3月13日": a date at the front of the piece.
std::optional<PrintedDate> read_printed_date(const Piece& piece, DateOrder order);

struct DateStyle {
    DateOrder order = DateOrder::unknown;
    std::string received_date;
};

struct DeliveryDate {
    Sourced<DateSpec> date; // without its place
    std::string other;      // second reading of a single day
};
// A day, two days with a dash between them, a week, "asap"; `kind` is what the label said.
std::optional<DeliveryDate> read_delivery(const Piece& piece, DateKind kind,
                                          const DateStyle& style);

// unmistakable: behind a word that may be a title only.
enum class NumberForm { any, unmistakable };
struct PrintedNumber {
    Piece piece;
    std::optional<Piece> rest; // what stands behind it
    bool doubtful = false;     // groups of digits with blanks between them
};
std::optional<PrintedNumber> order_number_in(const Piece& piece, NumberForm form);

// "EUR", "€", "Euro"; nothing for "$", which many countries use.
std::optional<std::string> currency_code(std::string_view word);

bool is_phone(std::string_view text);

} // namespace besteld::parsers::pdf
