// SPDX-License-Identifier: Apache-2.0
#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "order/deviation_scope.hpp"
#include "order/finding.hpp"
#include "store/import_columns.hpp"
#include "store/name_words.hpp"

#include <algorithm>

namespace besteld {

namespace {

using Cell = std::expected<Value, CellFault>;

std::unexpected<CellFault> wrong(std::string text, std::string hint) {
    return std::unexpected(CellFault{std::move(text), std::move(hint)});
}

bool all(std::string_view text, bool (*fits)(char)) {
    return std::ranges::all_of(text, fits);
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
Cell decimal_of(std::string_view cell, CellKind kind) {
    const auto parsed = Decimal::parse(cell);
    if (!parsed)
        return wrong(cat("\"", cell, "\" is no decimal: ", to_text(parsed.error())),
                     cell.find(',') != std::string_view::npos
                         ? "write a point, not a comma, and no thousands mark: 1234.50"
                         : "digits with at most one point: 1234.50");
    if (parsed->is_negative()) return wrong(cat("\"", cell, "\" is negative"), "write 0 or more");
    if (kind == CellKind::positive && parsed->is_zero())
        return wrong("the number is 0", "write more than 0");
    if (kind == CellKind::percent && *parsed > Decimal(100))
        return wrong(cat("\"", cell, "\" is over 100 percent"), "8 means 8 %");
    return value(*parsed);
}

Cell whole_of(std::string_view cell) {
    if (!all(cell, is_digit) || cell.size() > 6)
        return wrong(cat("\"", cell, "\" is no whole number"), "digits only: 2");
    return value(std::int64_t{std::stoi(std::string(cell))});
}

Cell yes_no_of(std::string_view cell) {
    const auto word = to_lower_ascii(cell);
    if (word == "yes" || word == "true" || word == "1") return value(std::int64_t{1});
    if (word == "no" || word == "false" || word == "0") return value(std::int64_t{0});
    return wrong(cat("\"", cell, "\" is neither yes nor no"), "write yes or no");
}

Cell date_of(std::string_view cell) {
    if (!parse_iso_date(cell))
        return wrong(cat("\"", cell, "\" is no date"), "year-month-day: 2026-03-05");
    return value(cell);
}

Cell instant_of(std::string_view cell) {
    const auto parsed = parse_iso_instant(cell);
    if (!parsed) return wrong(cat("\"", cell, "\" is no moment"), "in UTC: 2026-03-02T07:00:00Z");
    return value(*parsed);
}

Cell clock_of(std::string_view cell) {
    const bool shape = cell.size() == 5 && cell[2] == ':' && all(cell.substr(0, 2), is_digit) &&
                       all(cell.substr(3), is_digit);
    if (!shape || cell.substr(0, 2) > "23" || cell.substr(3) > "59")
        return wrong(cat("\"", cell, "\" is no time of day"), "hours:minutes, 24 hours: 12:00");
    return value(cell);
}

Cell weekdays_of(std::string_view cell) {
    const bool ascending = std::ranges::adjacent_find(cell, std::greater_equal{}) == cell.end();
    if (!ascending || !all(cell, [](char c) { return c >= '1' && c <= '7'; }))
        return wrong(cat("\"", cell, "\" are no weekdays"),
                     "1 is Monday, 7 is Sunday, ascending: 24 is Tuesday and Thursday");
    return value(cell);
}

// UN/ECE Recommendation 20 and 21 codes: two or three capitals or digits.
Cell unit_of(std::string_view cell) {
    if (cell.size() < 2 || cell.size() > 3 ||
        !all(cell, [](char c) { return is_upper(c) || is_digit(c); }))
        return wrong(cat("\"", cell, "\" is no unit code"),
                     "UN/ECE Rec 20, packages with X: H87 piece, XCT carton, XRO roll, KGM");
    return value(cell);
}

Cell letters_of(std::string_view cell, std::size_t size, std::string_view what,
                std::string_view example) {
    if (cell.size() != size || !all(cell, is_upper))
        return wrong(cat("\"", cell, "\" is no ", what), cat(size, " capital letters: ", example));
    return value(cell);
}

Cell mail_of(std::string_view cell) {
    const auto at = cell.find('@');
    const auto domain = at == std::string_view::npos ? std::string_view() : cell.substr(at + 1);
    if (at == 0 || domain.find('.') == std::string_view::npos ||
        domain.find('@') != std::string_view::npos ||
        cell.find_first_of(" <>,;\"") != std::string_view::npos)
        return wrong(cat("\"", cell, "\" is no mail address"),
                     "the bare address: petra@korenaar.example");
    return value(to_lower_ascii(cell));
}

Cell gs1_of(std::string_view cell, bool gln) {
    const auto size = cell.size();
    const bool length = gln ? size == 13 : size == 8 || (size >= 12 && size <= 14);
    const std::string_view what = gln ? "GLN" : "GTIN";
    if (!length || !all(cell, is_digit))
        return wrong(cat("\"", cell, "\" is no ", what),
                     gln ? "13 digits"
                         : "8, 12, 13 or 14 digits; a spreadsheet may have cut leading zeros");
    if (!gs1_check_digit_fits(cell))
        return wrong(cat("the check digit of ", what, " ", cell, " is wrong"),
                     "compare it with the label");
    return value(cell);
}

// The word nearest to what was written, when it is near enough to be meant.
std::string nearest(std::string_view written, const std::vector<std::string_view>& known) {
    std::string best;
    std::size_t distance = 3;
    for (const auto word : known)
        if (const auto d = edit_distance(to_lower_ascii(written), word); d < distance) {
            distance = d;
            best = word;
        }
    return best;
}

Cell word_of(std::string_view cell, std::string_view allowed) {
    const auto words = split(allowed, '|');
    if (std::ranges::find(words, cell) != words.end()) return value(cell);
    const auto meant = nearest(cell, words);
    return wrong(cat("\"", cell, "\" is none of ", replace_all(std::string(allowed), "|", ", ")),
                 meant.empty() ? "" : cat("did you mean \"", meant, "\"?"));
}

// "a=b;c=d": every piece is looked at by `fits`, which says what is wrong with one; `example` is
// the hint when a piece has no separator.
Cell pairs_of(std::string_view cell, char separator, std::string_view example,
              Cell (*fits)(std::string_view name, std::string_view what)) {
    std::vector<std::string> kept;
    for (const auto piece : split(cell, ';')) {
        if (trim(piece).empty()) continue;
        const auto middle = piece.find(separator);
        if (middle == std::string_view::npos)
            return wrong(cat("\"", piece, "\" has no \"", separator, "\""), std::string(example));
        const auto name = trim(piece.substr(0, middle)), what = trim(piece.substr(middle + 1));
        if (name.empty() || what.empty())
            return wrong(cat("\"", piece, "\" lacks one side of \"", separator, "\""),
                         std::string(example));
        if (auto fit = fits(name, what); !fit) return fit;
        kept.push_back(cat(name, separator, what));
    }
    return value(join(kept, ";"));
}

Cell is_check(std::string_view name) {
    if (check_by_name(name)) return value(name);
    return wrong(cat("there is no check \"", name, "\""), "the names stand in docs/checks.md");
}

Cell severities_of(std::string_view cell) {
    return pairs_of(cell, '=', "price_above_agreed=info;item_unknown=warn",
                    [](std::string_view name, std::string_view severity) -> Cell {
                        if (auto known = is_check(name); !known) return known;
                        return word_of(severity, "info|gate|release_block|warn|block");
                    });
}

Cell tolerances_of(std::string_view cell) {
    return pairs_of(cell, '=', "price_above_agreed=0.05",
                    [](std::string_view name, std::string_view tolerance) -> Cell {
                        if (auto known = is_check(name); !known) return known;
                        return decimal_of(tolerance, CellKind::decimal);
                    });
}

Cell scope_of(std::string_view cell) {
    return pairs_of(cell, '=', "quantity_down=10;days_later=5",
                    [](std::string_view name, std::string_view bound) -> Cell {
                        const auto known = bounds_of_scope();
                        if (std::ranges::find(known, name) == known.end())
                            return wrong(cat("\"", name, "\" is no bound of a deviation"),
                                         join({known.begin(), known.end()}, ", "));
                        return decimal_of(bound, CellKind::decimal);
                    });
}

Cell properties_of(std::string_view cell) {
    return pairs_of(cell, '=', "width=50 mm;colour=transparant",
                    [](std::string_view name, std::string_view) -> Cell { return value(name); });
}

// What must be present, and what its absence blocks (CompletenessRule, domain.md 4.1).
Cell fields_of(std::string_view cell) {
    return pairs_of(
        cell, ':', "registration:cost_reference;delivery:requested",
        [](std::string_view blocked, std::string_view field) -> Cell {
            if (!all(field, [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; }))
                return wrong(cat("\"", field, "\" is no name of a field"),
                             "small letters, \"_\" and \".\": cost_reference");
            return word_of(blocked, "registration|delivery|invoice");
        });
}

Cell codes_of(std::string_view cell) {
    std::vector<std::string> kept;
    for (const auto piece : split(cell, ';')) {
        const auto code = trim(piece);
        if (code.empty()) continue;
        if (code.find_first_of(" \t\r\n,") != std::string_view::npos || code.size() > 70)
            return wrong(cat("\"", code, "\" is no code"),
                         "at most 70 characters without blanks, \";\" between two: NK-99;NK-98");
        kept.emplace_back(code);
    }
    return value(join(kept, ";"));
}

// An empty cell without a standard: no number, no date, or no text.
Value empty_value(CellKind kind) {
    switch (kind) {
    case CellKind::whole:
    case CellKind::decimal:
    case CellKind::positive:
    case CellKind::percent:
    case CellKind::date:
    case CellKind::instant:
        return {};
    default:
        return value(std::string_view());
    }
}

Cell filled_cell(const ColumnSpec& column, std::string_view cell) {
    switch (column.kind) {
    case CellKind::text:
        if (cell.size() > 500) return wrong("the text is longer than 500 bytes", "shorten it");
        return value(cell);
    case CellKind::code:
        if (cell.find_first_of(" \t\r\n") != std::string_view::npos || cell.size() > 70)
            return wrong(cat("\"", cell, "\" is no code"), "at most 70 characters without blanks");
        return value(cell);
    case CellKind::yes_no:
        return yes_no_of(cell);
    case CellKind::whole:
        return whole_of(cell);
    case CellKind::decimal:
    case CellKind::positive:
    case CellKind::percent:
        return decimal_of(cell, column.kind);
    case CellKind::date:
        return date_of(cell);
    case CellKind::instant:
        return instant_of(cell);
    case CellKind::clock:
        return clock_of(cell);
    case CellKind::weekdays:
        return weekdays_of(cell);
    case CellKind::unit:
        return unit_of(cell);
    case CellKind::currency:
        return letters_of(cell, 3, "currency", "EUR (ISO 4217)");
    case CellKind::country:
        return letters_of(cell, 2, "country", "NL (ISO 3166-1)");
    case CellKind::language:
        return word_of(cell, "nl|en|de|fr|zh");
    case CellKind::mail:
        return mail_of(cell);
    case CellKind::gtin:
        return gs1_of(cell, false);
    case CellKind::gln:
        return gs1_of(cell, true);
    case CellKind::words:
        return word_of(cell, column.allowed);
    case CellKind::severities:
        return severities_of(cell);
    case CellKind::tolerances:
        return tolerances_of(cell);
    case CellKind::scope:
        return scope_of(cell);
    case CellKind::codes:
        return codes_of(cell);
    case CellKind::properties:
        return properties_of(cell);
    case CellKind::fields:
        return fields_of(cell);
    }
    return value(cell);
}

} // namespace

std::expected<Value, CellFault> parse_cell(const ColumnSpec& column, std::string_view cell) {
    if (!cell.empty()) return filled_cell(column, cell);
    if (column.need == Need::required)
        return wrong("the cell is empty", "this column is needed in every row");
    if (column.standard.empty()) return empty_value(column.kind);
    return filled_cell(column, column.standard);
}

} // namespace besteld
