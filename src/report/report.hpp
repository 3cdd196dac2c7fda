// SPDX-License-Identifier: Apache-2.0
#pragma once

// A report as a value: made by pure functions from fetched facts, printed by pure functions. The
// words are keys; templates/<language>/reports.txt has them in people's languages.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "report/period.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace besteld {

// What a cell holds. `key` cells are words of the catalogue: a check, a state, a channel.
enum class Unit { text, key, count, quantity, money, percent, hours, days, date };

struct Column {
    std::string key;
    Unit unit = Unit::count;
};

// Nothing is known, which is not nought; `why` is a key of the catalogue.
struct NoData {
    std::string why;
    friend bool operator==(const NoData&, const NoData&) = default;
};
// Known, and not shown to this reader: the group is so small that the figure speaks of one.
struct Masked {
    friend bool operator==(const Masked&, const Masked&) = default;
};
// An amount of one currency; sums over currencies do not exist.
struct Amount {
    Decimal value{};
    std::string currency;
    friend bool operator==(const Amount&, const Amount&) = default;
};
using Cell = std::variant<std::string, Decimal, Amount, Date, NoData, Masked>;

inline Cell count_cell(std::int64_t number) {
    return Decimal::from_integer(number);
}
// good of all in percent with one place; nothing to judge: no data
Cell share_cell(std::int64_t good, std::int64_t of);

struct ReportRow {
    std::vector<Cell> cells;
    std::vector<std::string> orders = {}; // numbers behind the figure, when asked for
    std::int64_t size = 0;                // orders behind the figure: small ones are masked
    bool total = false;
};

struct Note {
    std::string key;
    std::vector<std::string> fillings = {}; // of {1}, {2} … in the words
};

struct Report {
    std::string name;             // "turnover"; its title is the word report.<name>
    std::optional<Period> period; // none: as it stands now
    std::vector<Column> columns;
    std::vector<ReportRow> rows;
    std::vector<Note> notes;
};

// Whether figures of small groups are shown (domain.md 8: masked for roles without need).
enum class SmallGroups { shown, masked };
// Amounts, quantities and shares of rows about fewer than this many orders are masked.
inline constexpr std::int64_t small_group = 5;
void mask_small_groups(Report& report);

using ReportWords = std::map<std::string, std::string>;

// Which numbers behind each row are printed.
enum class Drill { no, orders };

std::string print_table(const Report& report, const ReportWords& words, Drill drill);
// RFC 4180; a text that a spreadsheet would run as a formula is neutralised.
std::string print_csv(const Report& report, const ReportWords& words, Drill drill);
// Keys, not words: for programs.
std::string print_json(const Report& report, Drill drill);

// The word of a key, or the key itself.
std::string word(const ReportWords& words, const std::string& key);
std::string text_of(const Note& note, const ReportWords& words);
// A cell as people read it: "1234.50", "2026-03-02", "no data".
std::string text_of(const Cell& cell, const Column& column, const ReportWords& words);

} // namespace besteld
