// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx_sheet.hpp"

#include "base/text.hpp"
#include "parsers/xml/load_xml.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace besteld::parsers {

namespace {

constexpr XmlLimits part_limits{
    .bytes = 100'000'000, .depth = 64, .nodes = 3'000'000, .attributes = 256};
constexpr std::size_t max_rows = 100'000;
constexpr std::size_t max_columns = 512;
constexpr std::size_t max_strings = 1'000'000;
constexpr std::size_t max_merges = 10'000;
constexpr std::size_t max_cell = 65'536;

// Blanks between the runs of a rich text are text; pugixml's default drops them.
std::expected<void, std::string> load(pugi::xml_document& tree, const std::string& part) {
    if (!is_utf8(part)) return std::unexpected("it is not UTF-8");
    const std::string_view mark = "\xEF\xBB\xBF";
    const auto text = std::string_view(part).substr(part.starts_with(mark) ? mark.size() : 0);
    if (const auto fault = find_xml_fault(text, part_limits))
        return std::unexpected(cat(line_and_column(text, fault->offset), ": ", fault->text));
    const auto result =
        tree.load_buffer(text.data(), text.size(),
                         pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
    if (!result) return std::unexpected(std::string(result.description()));
    return {};
}

// Writers choose prefixes: <row> and <x:row> are the same.
std::string_view local(const char* name) {
    const std::string_view whole = name;
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const auto one : node.children())
        if (local(one.name()) == name) return one;
    return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (const auto one : node.attributes())
        if (local(one.name()) == name) return one.value();
    return {};
}

std::size_t number(std::string_view text, std::size_t otherwise) {
    std::size_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() && !text.empty() ? value
                                                                                     : otherwise;
}

// The text of <si> or <is>: one <t>, or runs <r> with a <t> each. Phonetic runs are no text.
std::string rich_text(pugi::xml_node node) {
    std::string out;
    for (const auto one : node.children()) {
        if (local(one.name()) == "t") out += one.child_value();
        if (local(one.name()) == "r") out += child(one, "t").child_value();
    }
    return std::string(trim(out.substr(0, max_cell)));
}

struct CellAt {
    std::size_t row = 0;    // from 1
    std::size_t column = 0; // from 0
};

// "AB12"; row 0 when it is none
CellAt parse_reference(std::string_view reference) {
    CellAt at;
    std::size_t i = 0;
    std::size_t column = 0;
    for (; i < reference.size() && i < 3 && reference[i] >= 'A' && reference[i] <= 'Z'; ++i)
        column = column * 26 + static_cast<std::size_t>(reference[i] - 'A') + 1;
    if (i == 0) return at;
    at.column = column - 1;
    at.row = number(reference.substr(i), 0);
    return at;
}

class SheetReader {
public:
    explicit SheetReader(const WorkbookContext& context) : context_(context) {}

    std::expected<SheetRows, std::string> read(pugi::xml_node sheet) {
        for (const auto row : child(sheet, "sheetData").children()) {
            if (local(row.name()) != "row") continue;
            if (out_.rows.size() == max_rows)
                return std::unexpected(cat("it has more than ", max_rows, " rows"));
            take_row(row);
        }
        spread_merged(child(sheet, "mergeCells"));
        return std::move(out_);
    }

private:
    void take_row(pugi::xml_node node) {
        const std::size_t before = out_.rows.empty() ? 0 : out_.rows.back().number;
        Row row{.number = static_cast<std::uint32_t>(
                    std::min<std::size_t>(number(attribute(node, "r"), before + 1), 1'048'576))};
        std::size_t column = 0;
        for (const auto cell : node.children()) {
            if (local(cell.name()) != "c") continue;
            const auto reference = attribute(cell, "r");
            if (const auto at = parse_reference(reference); at.row != 0) column = at.column;
            if (column >= max_columns) break;
            if (row.cells.size() <= column) row.cells.resize(column + 1);
            row.cells[column].text = value(cell, reference);
            ++column;
        }
        out_.rows.push_back(std::move(row));
    }

    std::string value(pugi::xml_node cell, std::string_view reference) {
        const auto type = attribute(cell, "t");
        if (type == "inlineStr") return rich_text(child(cell, "is"));
        const std::string stored(trim(std::string_view(child(cell, "v").child_value())));
        if (stored.empty()) {
            if (child(cell, "f") && out_.formulas_without_value++ == 0)
                out_.first_formula = std::string(reference);
            return {};
        }
        if (type == "s") {
            const auto at = number(stored, context_.shared_strings.size());
            return at < context_.shared_strings.size() ? context_.shared_strings[at]
                                                       : std::string();
        }
        if (type == "str") return stored.substr(0, max_cell);
        if (type == "d") return stored.substr(0, 10); // ISO 8601
        if (type == "e") return {};                   // #N/A is no value
        if (type == "b") return stored == "1" ? "TRUE" : "FALSE";
        const auto style = number(attribute(cell, "s"), 0);
        if (style < context_.date_styles.size() && context_.date_styles[style])
            if (auto date = date_of_serial(stored, context_.dates_from_1904); !date.empty())
                return date;
        return plain_number(stored);
    }

    // A text merged over several rows of one column stands for each of them (an order number beside
    // its lines). A number does not: a quantity would be doubled.
    void spread_merged(pugi::xml_node merges) {
        std::size_t seen = 0;
        for (const auto merge : merges.children()) {
            if (++seen > max_merges) return;
            const auto range = attribute(merge, "ref");
            const auto colon = range.find(':');
            if (colon == std::string_view::npos) continue;
            const auto from = parse_reference(range.substr(0, colon));
            const auto to = parse_reference(range.substr(colon + 1));
            if (from.row == 0 || to.row <= from.row || to.column != from.column) continue;
            spread(from, to);
        }
    }

    void spread(CellAt from, CellAt to) {
        auto row = std::ranges::lower_bound(out_.rows, from.row, {},
                                            [](const Row& one) { return std::size_t{one.number}; });
        if (row == out_.rows.end() || row->number != from.row || row->cells.size() <= from.column)
            return;
        const std::string text = row->cells[from.column].text;
        const bool is_text = std::ranges::any_of(text, [](char c) {
            return !((c >= '0' && c <= '9') || c == '.' || c == ',' || c == '-');
        });
        if (!is_text || spread_cells_ > max_rows) return;
        for (++row; row != out_.rows.end() && row->number <= to.row; ++row) {
            ++spread_cells_;
            const bool blank =
                std::ranges::all_of(row->cells, [](const Cell& cell) { return cell.text.empty(); });
            if (blank) continue;
            if (row->cells.size() <= from.column) row->cells.resize(from.column + 1);
            if (row->cells[from.column].text.empty()) row->cells[from.column].text = text;
        }
    }

    const WorkbookContext& context_;
    SheetRows out_;
    std::size_t spread_cells_ = 0;
};

// Built-in number formats that show a day (ECMA-376 part 1, 18.8.30)
bool is_date_format(std::size_t id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 ||
           (id >= 50 && id <= 54) || id == 57 || id == 58;
}

} // namespace

std::expected<std::vector<WorkbookSheet>, std::string>
read_workbook(const std::string& workbook, const std::string& relations, WorkbookContext& context) {
    pugi::xml_document tree;
    pugi::xml_document links;
    if (const auto loaded = load(tree, workbook); !loaded) return std::unexpected(loaded.error());
    if (const auto loaded = load(links, relations); !loaded) return std::unexpected(loaded.error());
    std::map<std::string, std::string, std::less<>> targets;
    for (const auto link : links.document_element().children()) {
        std::string target(attribute(link, "Target"));
        target = target.starts_with('/') ? target.substr(1) : cat("xl/", target);
        targets.emplace(attribute(link, "Id"), std::move(target));
    }
    const auto root = tree.document_element();
    const auto base = attribute(child(root, "workbookPr"), "date1904");
    context.dates_from_1904 = base == "1" || base == "true";
    std::vector<WorkbookSheet> sheets;
    for (const auto sheet : child(root, "sheets").children()) {
        // "r:id"; "sheetId" has no prefix and is another attribute
        const auto target = targets.find(attribute(sheet, "id"));
        if (target == targets.end() || sheets.size() == 256) continue;
        const auto state = attribute(sheet, "state");
        sheets.push_back({.name = std::string(attribute(sheet, "name")),
                          .target = target->second,
                          .hidden = state == "hidden" || state == "veryHidden"});
    }
    return sheets;
}

std::expected<std::vector<std::string>, std::string> read_shared_strings(const std::string& part) {
    pugi::xml_document tree;
    if (const auto loaded = load(tree, part); !loaded) return std::unexpected(loaded.error());
    std::vector<std::string> strings;
    for (const auto item : tree.document_element().children())
        if (local(item.name()) == "si" && strings.size() < max_strings)
            strings.push_back(rich_text(item));
    return strings;
}

std::expected<std::vector<bool>, std::string> read_date_styles(const std::string& part) {
    pugi::xml_document tree;
    if (const auto loaded = load(tree, part); !loaded) return std::unexpected(loaded.error());
    const auto root = tree.document_element();
    std::map<std::size_t, bool> own;
    for (const auto format : child(root, "numFmts").children())
        own[number(attribute(format, "numFmtId"), 0)] = shows_date(attribute(format, "formatCode"));
    std::vector<bool> styles;
    for (const auto style : child(root, "cellXfs").children()) {
        if (local(style.name()) != "xf") continue;
        const auto id = number(attribute(style, "numFmtId"), 0);
        const auto found = own.find(id);
        styles.push_back(found != own.end() ? found->second : is_date_format(id));
    }
    return styles;
}

std::expected<SheetRows, std::string> read_sheet(const std::string& part,
                                                 const WorkbookContext& context) {
    pugi::xml_document tree;
    if (const auto loaded = load(tree, part); !loaded) return std::unexpected(loaded.error());
    return SheetReader(context).read(tree.document_element());
}

} // namespace besteld::parsers
