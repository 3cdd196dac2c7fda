// SPDX-License-Identifier: Apache-2.0
#pragma once

// What lay_out.cpp puts together: the letter's head, the tables, and how values are written.

#include "report/lay_out.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld {

// A paper's words and figures in its language.
class Writer {
public:
    Writer(const Paper& paper, const Words& words) : paper_(paper), words_(words) {}

    const Paper& paper() const { return paper_; }
    const Words& words() const { return words_; }
    bool is(std::string_view language) const { return words_.language() == language; }
    std::string word(std::string_view label) const; // paper.LABEL
    // The word with {order}, {date} … filled in.
    std::string word(std::string_view label,
                     const std::vector<std::pair<std::string_view, std::string>>& filled) const;
    std::string title() const;
    // Figures never break between currency and number.
    std::string money(Decimal value) const;
    std::string quantity(const std::optional<Decimal>& value, const std::string& unit) const;
    std::string price(const PaperLine& line) const; // "EUR 0,74 per 100 stuks"
    std::string percent(Decimal value) const;
    std::string date(const std::optional<Date>& value) const;
    std::string day(const std::optional<Date>& value) const; // with its weekday

private:
    const Paper& paper_;
    const Words& words_;
};

bool is_letter(PaperKind kind);   // goes to the customer by mail, with greeting and closing
bool is_internal(PaperKind kind); // never goes to the customer
bool has_prices(const Paper& paper);

SheetHead lay_out_head(const Writer& writer);
std::vector<std::vector<std::string>> lay_out_foot(const Writer& writer);
// Numbers, dates and parties below the head, each country's way.
std::vector<SheetBlock> lay_out_references(const Writer& writer);
// Ship-to and conditions, where the references do not hold them already.
SheetFacts lay_out_terms(const Writer& writer);
SheetTable lay_out_table(const Writer& writer);
// One column of lines: name, address.
std::vector<std::string> address_lines(const PaperParty& party);

} // namespace besteld
