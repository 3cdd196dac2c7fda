// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/headings.hpp"

#include "base/text.hpp"
#include "order/taught_heading.hpp"
#include "parsers/table/columns.hpp"
#include "parsers/table/table.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

// Headings that people print and hardly anybody exports; compared like those of match_heading.
struct PrintedWords {
    Column column;
    std::string_view text;
};
constexpr std::array printed_words = {
    PrintedWords{Column::line, "it item# poz 序 行项目 #"},
    PrintedWords{Column::item, "code itemref catalogno catno pn productref bestelcode "
                               "artikelleverancier refleverancier artnrleverancier "
                               "liefartnr lieferantennr bestnr bestellnr bestellnummer "
                               "réffournisseur refournisseur refproduit coderéf votreréf "
                               "供货商料号 产品型号 商品代码 物料"},
    PrintedWords{Column::buyer_item, "onzeartikelnr onzeref onzeartikelcode unserematerialnr "
                                     "unsereref notreréf notrecode 本公司料号 买方料号"},
    PrintedWords{Column::name, "itemanddescription itemdescription descriptionofgoods details "
                               "goods particulars product articledescription "
                               "artikelenomschrijving artikelundbezeichnung leistung "
                               "text désignationarticle désignationproduit désignations "
                               "商品 产品 品名及规格 货物名称 货品名称 产品描述"},
    PrintedWords{Column::quantity, "besteld bestelhoeveelheid bestelaantal hvh hoev qnty quan "
                                   "qtycde qtécde quantitécommandée qtés nombre anzahlstück "
                                   "数 订量 采购量"},
    PrintedWords{Column::unit, "pack units einh mengeneinh verpakking vpe cond condt "
                               "conditionnement unitmeasure 单 包装单位"},
    PrintedWords{Column::price, "unitpriceexcl listprice priceunit prijspereenheid brutoprijs "
                                "nettoprijs prijsperehd stukprijs preisjeeinheit preiseinheit "
                                "preisstk preisstück einzel ekpreis epnetto "
                                "prixunitht prixuht puhtnet prixht prixunitairenet putht "
                                "含税单价 单价不含税"},
    PrintedWords{Column::price_base, "pereenheid proeinheit jeeinheit per prijsper preisje pro"},
    PrintedWords{Column::amount, "amt ext linenet nettotal net netvalue nettowert "
                                 "gesamtwert wert positionswert zeilensumme regeltotaalexcl "
                                 "bedragexcl totaalexcl nettototaal gesamtnetto totalligne "
                                 "montantligne montantnet 小计 总额 金额小计 不含税金额"},
    PrintedWords{Column::date, "levdatum leverdat gewenst wunsch liefdatum lieferung lieftermin "
                               "lt dateliv livrle datelivr shipdate 交付日期 交货时间"},
};

constexpr std::string_view discount_words[] = {
    "discount", "disc",    "disc%",  "discount%", "korting",  "kort",    "korting%",
    "krt",      "krt%",    "rabatt", "rab",       "rab%",     "rabatt%", "remise",
    "rem",      "remise%", "rem%",   "折扣",      "%korting", "折扣率"};

std::string plain(std::string_view text) {
    std::string out;
    for (const char c : fold_case(text))
        if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
            (c >= '0' && c <= '9') || c == '#' || c == '%')
            out += c;
    return out;
}

std::optional<HeadingMatch> match_one(std::string_view text) {
    constexpr int known = 95;
    if (trim(text) == "#") return HeadingMatch{Column::line, known};
    if (auto match = match_heading(text)) return match;
    const auto word = plain(text);
    for (const auto& one : printed_words)
        for (const auto printed : split(one.text, ' '))
            if (printed == word) return HeadingMatch{one.column, known};
    return {};
}

// "Betrag EUR", "Prijs €", "Amount in USD": the same heading without the currency.
std::string without_currency(std::string_view text) {
    std::string out;
    for (const auto word : split(text, ' ')) {
        const auto folded = to_lower_ascii(word);
        constexpr std::string_view currencies[] = {"eur", "usd", "gbp", "cny", "rmb", "chf",
                                                   "€",   "$",   "£",   "¥",   "in",  "元"};
        if (std::ranges::find(currencies, folded) == std::end(currencies))
            out += cat(out.empty() ? "" : " ", word);
    }
    return out;
}

// Where one language may end and the next begin.
std::vector<std::string> halves(std::string_view text) {
    std::vector<std::string> out;
    std::string current;
    const auto close = [&] {
        if (!trim(current).empty()) out.emplace_back(trim(current));
        current.clear();
    };
    bool ideograph = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool lead = static_cast<unsigned char>(c) < 0x80 || (c & 0x40);
        if (c == '/' || c == '|' || c == '(' || c == ')') {
            close();
            continue;
        }
        if (lead && c != ' ' && c != '.') {
            const bool now = starts_with_ideograph(text.substr(i));
            if (now != ideograph) close();
            ideograph = now;
        }
        current += c;
    }
    close();
    return out;
}

bool is_discount(std::string_view text) {
    const auto word = plain(text);
    return std::ranges::find(discount_words, word) != std::end(discount_words);
}

// A piece of the heading's rows with what it names.
struct Unit {
    std::string text;
    double left = 0;
    double right = 0;
};

// Not by a slip of the pen: "Eenheid Prijs" is nearly "eenheidsprijs" and is two headings.
bool is_sure(std::string_view text) {
    constexpr int known = 90;
    const auto match = match_printed_heading(text);
    return (match && match->score >= known) || is_discount(text);
}

constexpr std::size_t most_heading_words = 14; // of one piece; prose has more

// "Qty UOM" stands for two headings when its words, all of them, fall into known ones: the fewest.
std::vector<Unit> units_of(const Piece& piece) {
    const auto& words = piece.words;
    std::vector<Unit> whole{{piece.text, piece.left, piece.right}};
    if (words.size() < 2 || words.size() > most_heading_words || is_sure(piece.text)) return whole;
    constexpr auto none = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> fewest(words.size() + 1, none), from(words.size() + 1, 0);
    fewest[0] = 0;
    for (std::size_t end = 1; end <= words.size(); ++end)
        for (std::size_t begin = end > 4 ? end - 4 : 0; begin < end; ++begin) {
            if (fewest[begin] == none || fewest[begin] + 1 >= fewest[end]) continue;
            const std::vector<Word> some(words.begin() + static_cast<std::ptrdiff_t>(begin),
                                         words.begin() + static_cast<std::ptrdiff_t>(end));
            if (!is_sure(join_words(some).text)) continue;
            fewest[end] = fewest[begin] + 1;
            from[end] = begin;
        }
    if (fewest.back() == none) return whole;
    std::vector<Unit> units;
    for (auto end = words.size(); end > 0; end = from[end]) {
        const std::vector<Word> some(words.begin() + static_cast<std::ptrdiff_t>(from[end]),
                                     words.begin() + static_cast<std::ptrdiff_t>(end));
        const auto joined = join_words(some);
        units.push_back({joined.text, joined.left, joined.right});
    }
    std::ranges::reverse(units);
    return units;
}

// A heading that goes on below itself: "Einzel-" above "preis".
void add_below(std::vector<Unit>& units, const Unit& more) {
    for (auto& unit : units) {
        if (std::min(unit.right, more.right) <= std::max(unit.left, more.left)) continue;
        if (unit.text.ends_with('-'))
            unit.text.pop_back();
        else
            unit.text += ' ';
        unit.text += more.text;
        unit.left = std::min(unit.left, more.left);
        unit.right = std::max(unit.right, more.right);
        return;
    }
    units.push_back(more);
}

TableHeading build(std::vector<Unit> units, std::size_t first, std::size_t last,
                   const std::vector<TableLayout>& layouts) {
    std::ranges::sort(units, {}, &Unit::left);
    TableHeading heading{.first = first, .last = last};
    Table declared{.rows = {Row{}}};
    for (const auto& unit : units)
        declared.rows.front().cells.push_back({.text = unit.text});
    const auto layout =
        layouts.empty() ? std::optional<Heading>{} : find_heading(declared, layouts);
    heading.declared = layout && !layout->layout.empty();
    for (std::size_t i = 0; i < units.size(); ++i) {
        TableColumn column{
            .heading = units[i].text, .left = units[i].left, .right = units[i].right};
        if (heading.declared) {
            for (std::size_t c = 0; c < column_count; ++c)
                if (layout->at[c] == i) column.column = static_cast<Column>(c), column.score = 100;
        } else if (const auto taught = taught_field(units[i].text, layouts)) {
            column.column = column_by_name(*taught);
            column.score = 100;
        } else if (const auto match = match_printed_heading(units[i].text);
                   match && !heading.has(match->column)) {
            column.column = match->column;
            column.score = match->score;
        }
        column.discount = !column.column && is_discount(units[i].text);
        heading.columns.push_back(std::move(column));
    }
    return heading;
}

bool is_heading(const TableHeading& heading) {
    const bool item = heading.has(Column::item) || heading.has(Column::buyer_item) ||
                      heading.has(Column::gtin) || heading.has(Column::name);
    if (heading.declared) return heading.has(Column::quantity);
    // Two of two are a heading; of many pieces most must be known, or it is a line of prose.
    const auto known = heading.known();
    return heading.has(Column::quantity) && item && known >= 2 &&
           2 * known >= heading.columns.size();
}

bool has_digit(const PageRow& row) {
    return std::ranges::any_of(row.pieces, [](const Piece& piece) {
        return piece.text.find_first_of("0123456789") != std::string::npos;
    });
}

// A cheap look before the words are held against every heading we know: some word for a quantity
// must stand in the row, or in one that it may be joined with.
bool may_be_heading(std::span<const PageRow> rows, std::size_t at) {
    constexpr std::string_view stems[] = {"qt",   "qnty", "quan", "aant", "meng",  "anz",
                                          "hoev", "best", "orde", "数",   "量",    "stuk",
                                          "stü",  "nomb", "hvh",  "pcs",  "units", "stk"};
    if (has_digit(rows[at])) return false;
    std::string text;
    for (auto i = at; i < rows.size() && i < at + 3 && rows[i].page == rows[at].page; ++i)
        for (const auto& piece : rows[i].pieces)
            if (piece.words.size() <= most_heading_words) text += cat(piece.text, ' ');
    text = fold_case(text);
    return std::ranges::any_of(stems, [&](std::string_view stem) { return text.contains(stem); });
}

} // namespace

bool TableHeading::has(Column column) const {
    return std::ranges::any_of(columns, [&](const auto& c) { return c.column == column; });
}

std::size_t TableHeading::known() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        columns, [](const auto& c) { return c.column.has_value() || c.discount; }));
}

std::optional<HeadingMatch> match_printed_heading(std::string_view text) {
    if (text.empty() || text.size() > 60) return {};
    // "Preis/Einheit" is a price and no base of prices.
    const bool two = text.contains('/');
    if (!two)
        if (auto match = match_one(text)) return match;
    if (const auto bare = without_currency(text); !bare.empty() && bare != text)
        if (auto match = match_one(bare)) return match;
    // Of two languages one must be known and neither may say something else.
    std::optional<HeadingMatch> found;
    const auto parts = halves(text);
    if (parts.size() < 2 || parts.size() > 3) return two ? match_one(text) : std::nullopt;
    for (const auto& part : parts) {
        const auto match = match_one(part);
        if (!match) continue;
        // "Menge / ME", "Price/Unit": a unit beside a number says what it counts.
        if (found && found->column != match->column && match->column != Column::unit) return {};
        if (!found) found = match;
    }
    return found || !two ? found : match_one(text);
}

std::optional<TableHeading> heading_at(std::span<const PageRow> rows, std::size_t at,
                                       const std::vector<TableLayout>& layouts) {
    if (layouts.empty() && !may_be_heading(rows, at)) return {};
    std::vector<Unit> units;
    std::optional<TableHeading> best;
    constexpr std::size_t most_rows = 3;
    for (std::size_t i = at; i < rows.size() && i < at + most_rows; ++i) {
        const auto& row = rows[i];
        if (i > at && (row.page != rows[at].page || has_digit(row) ||
                       row.top - rows[i - 1].bottom > 0.9 * row.size))
            break;
        for (const auto& piece : row.pieces)
            for (const auto& unit : units_of(piece))
                i == at ? units.push_back(unit) : add_below(units, unit);
        if (units.size() < 2) break;
        auto heading = build(units, at, i + 1, layouts);
        if (is_heading(heading) && (!best || heading.known() > best->known()))
            best = std::move(heading);
    }
    return best;
}

void set_borders(TableHeading& heading, std::span<const PageRow> rows) {
    constexpr std::size_t grid = 20'000; // points, the widest page that open() lets in
    // How many words cover each point.
    std::vector<int> change(grid + 2, 0);
    const auto point = [](double x) {
        return static_cast<std::size_t>(std::clamp(x, 0.0, static_cast<double>(grid)));
    };
    for (const auto& row : rows)
        for (const auto& piece : row.pieces)
            for (const auto& word : piece.words) {
                ++change[point(word.left)];
                --change[point(word.right) + 1];
            }
    std::vector<int> cover(grid + 1, 0);
    for (std::size_t x = 0, now = 0; x <= grid; ++x) {
        now = static_cast<std::size_t>(static_cast<int>(now) + change[x]);
        cover[x] = static_cast<int>(now);
    }
    auto& columns = heading.columns;
    columns.front().from = -1e9;
    columns.back().to = 1e9;
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const auto from = point(columns[i].right);
        const auto to = std::max(from, point(columns[i + 1].left));
        const int least = *std::min_element(cover.begin() + static_cast<std::ptrdiff_t>(from),
                                            cover.begin() + static_cast<std::ptrdiff_t>(to) + 1);
        std::size_t best = from, longest = 0, run = 0;
        for (auto x = from; x <= to; ++x) {
            run = cover[x] == least ? run + 1 : 0;
            if (run > longest) longest = run, best = x - run / 2;
        }
        columns[i].to = columns[i + 1].from = static_cast<double>(best);
    }
}

} // namespace besteld::parsers::pdf
