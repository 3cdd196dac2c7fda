// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/read_csv.hpp"

#include "base/text.hpp"
#include "parsers/table/columns.hpp"
#include "parsers/table/read_table.hpp"
#include "parsers/xml/charset.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace besteld::parsers {
namespace {

constexpr std::size_t max_rows = 100'000;
constexpr std::size_t max_columns = 512;
constexpr std::size_t max_cell = 64 * 1024;
constexpr std::size_t max_bytes = 20'000'000;
constexpr std::size_t sample_rows = 50;
constexpr std::array delimiters = {',', ';', '\t', '|'};

Problem fault(std::uint32_t row, std::size_t offset, std::string_view code, std::string text,
              std::string hint) {
    const auto at = static_cast<std::uint32_t>(offset);
    return {Severity::error,
            {.begin = at, .end = at, .where = cat("row ", row)},
            std::string(code),
            std::move(text),
            std::move(hint)};
}

// RFC 4180, with blanks allowed around a quoted cell.
class Splitter {
public:
    Splitter(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

    std::expected<Table, Problem> run(std::size_t row_limit) {
        Table table;
        while (at_ < text_.size()) {
            if (table.rows.size() == row_limit) {
                if (row_limit < max_rows) break; // only a sample was asked for
                return std::unexpected(fault(line_, at_, "table.limit",
                                             cat("more than ", max_rows, " rows"),
                                             "have the sender split the file"));
            }
            Row row{.number = line_};
            if (auto problem = read_row(row)) return std::unexpected(std::move(*problem));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

private:
    std::optional<Problem> read_row(Row& row) {
        while (true) {
            if (row.cells.size() == max_columns)
                return fault(line_, at_, "table.limit", cat("more than ", max_columns, " columns"),
                             "");
            Cell cell;
            skip_blanks();
            if (at_ < text_.size() && text_[at_] == '"') {
                if (auto problem = read_quoted(cell)) return problem;
            } else {
                read_plain(cell);
            }
            if (cell.text.size() > max_cell)
                return fault(row.number, cell.begin, "table.limit",
                             cat("a cell of more than ", max_cell, " bytes"),
                             "a quotation mark that is not closed may be the cause");
            row.cells.push_back(std::move(cell));
            if (at_ >= text_.size()) return {};
            if (text_[at_] == delimiter_) {
                ++at_;
                continue;
            }
            end_line();
            return {};
        }
    }

    void skip_blanks() {
        while (at_ < text_.size() && text_[at_] != delimiter_ &&
               (text_[at_] == ' ' || text_[at_] == '\t'))
            ++at_;
    }
    bool at_end_of_cell() const {
        return at_ >= text_.size() || text_[at_] == delimiter_ || text_[at_] == '\n' ||
               text_[at_] == '\r';
    }
    void end_line() {
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
    }

    void read_plain(Cell& cell) {
        const auto begin = at_;
        while (!at_end_of_cell())
            ++at_;
        const auto text = trim(text_.substr(begin, at_ - begin));
        cell.text = text;
        cell.begin = static_cast<std::uint32_t>(
            text.empty() ? begin : static_cast<std::size_t>(text.data() - text_.data()));
        cell.end = cell.begin + static_cast<std::uint32_t>(text.size());
    }

    std::optional<Problem> read_quoted(Cell& cell) {
        const auto opened = at_++;
        const auto opened_on = line_;
        cell.begin = static_cast<std::uint32_t>(at_);
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '"' && at_ + 1 < text_.size() && text_[at_ + 1] == '"')
                ++at_;
            else if (c == '"')
                break;
            if (c == '\n') ++line_;
            cell.text += c;
            ++at_;
        }
        if (at_ >= text_.size())
            return fault(opened_on, opened, "csv.quote",
                         cat("the quotation mark opened on line ", opened_on, " is never closed"),
                         "the file may be cut off; a mark inside a cell is written twice");
        cell.end = static_cast<std::uint32_t>(at_++);
        while (!at_end_of_cell())
            cell.text += text_[at_++]; // 1/2" pipe: text behind a mark belongs to the cell
        cell.text = std::string(trim(cell.text));
        return {};
    }

    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
};

struct Decoded {
    std::string text;
    std::size_t mark = 0;   // bytes before the text
    bool converted = false; // then cells have no bytes in the file
    bool guessed = false;   // windows-1252 because it was nothing else
};

std::expected<Decoded, EncodingFault> decode(std::string_view bytes) {
    Decoded out;
    auto encoding = encoding_from_first_bytes(bytes);
    if (encoding == TextEncoding::utf8 && !is_utf8(bytes)) {
        encoding = TextEncoding::windows_1252;
        out.guessed = true;
    }
    auto text = to_utf8(bytes, encoding);
    if (!text) return std::unexpected(text.error());
    out.converted = encoding != TextEncoding::utf8;
    out.mark = !out.converted && bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0;
    out.text = std::move(*text);
    if (out.text.starts_with("sep=")) { // Excel's own line that names the delimiter
        const auto end = std::min(out.text.find('\n'), out.text.size() - 1) + 1;
        out.text.replace(0, end, "\n");
        out.mark += end - 1;
    }
    return out;
}

// How well a delimiter explains the file: known headings first, then rows that agree in their
// width.
struct Proof {
    char delimiter = ',';
    bool heading = false;
    std::size_t columns = 0; // known headings, or the commonest width
    std::size_t rows = 0;
    auto weight() const { return std::tuple(heading, columns, rows); }
};

Proof prove(std::string_view text, char delimiter, const ReadHint& hint) {
    Proof proof{.delimiter = delimiter};
    const auto table = split_csv(text, delimiter, sample_rows);
    if (!table) return proof;
    if (const auto heading = find_heading(*table, hint.layouts)) {
        proof.heading = true;
        proof.columns = static_cast<std::size_t>(std::count_if(
            heading->at.begin(), heading->at.end(), [](const auto& at) { return at.has_value(); }));
    }
    std::map<std::size_t, std::size_t> widths;
    for (const auto& row : table->rows)
        if (row.cells.size() > 1) ++widths[row.cells.size()];
    for (const auto& [width, rows] : widths)
        if (rows > proof.rows) {
            proof.rows = rows;
            if (!proof.heading) proof.columns = width;
        }
    return proof;
}

Proof best_delimiter(std::string_view text, const ReadHint& hint) {
    Proof best;
    for (const char delimiter : delimiters) {
        const auto proof = prove(text, delimiter, hint);
        if (proof.weight() > best.weight()) best = proof;
    }
    return best;
}

bool is_named_csv(const ReadHint& hint) {
    const auto name = to_lower_ascii(hint.file_name);
    const auto type = to_lower_ascii(hint.content_type);
    return name.ends_with(".csv") || name.ends_with(".tsv") || type.starts_with("text/csv") ||
           type.starts_with("text/tab-separated-values");
}

void shift(Table& table, const Decoded& decoded) {
    for (auto& row : table.rows)
        for (auto& cell : row.cells) {
            cell.begin =
                decoded.converted ? 0 : cell.begin + static_cast<std::uint32_t>(decoded.mark);
            cell.end = decoded.converted ? 0 : cell.end + static_cast<std::uint32_t>(decoded.mark);
        }
}

} // namespace

std::expected<Table, Problem> split_csv(std::string_view utf8, char delimiter,
                                        std::size_t row_limit) {
    return Splitter(utf8, delimiter).run(std::min(row_limit, max_rows));
}

bool looks_like_csv(std::string_view bytes, const ReadHint& hint) {
    auto head = bytes.starts_with(utf8_mark) ? bytes.substr(utf8_mark.size()) : bytes;
    head = trim(head.substr(0, 64));
    for (const std::string_view edi :
         {"UNA", "UNB+", "UNH+", "ISA", "STX=", "EDI_DC", "%PDF", "PK\x03\x04", "{"})
        if (head.starts_with(edi)) return false;
    if (is_named_csv(hint)) return true;
    const auto decoded = decode(bytes.substr(0, 64 * 1024));
    if (!decoded || decoded->text.find('\0') != std::string::npos) return false;
    const auto proof = best_delimiter(decoded->text, hint);
    return proof.heading && proof.columns >= 3 && proof.rows >= 2;
}

Parsed read_csv(std::string_view bytes, std::uint32_t part, const ReadHint& hint) {
    Parsed out;
    const auto refuse = [&](Problem problem) {
        problem.place.part = part;
        out.problems.push_back(std::move(problem));
        return out;
    };
    if (bytes.size() > max_bytes)
        return refuse(fault(1, 0, "table.limit",
                            cat("a file of ", bytes.size(), " bytes; the limit is ", max_bytes),
                            "have the sender split the file"));
    const auto decoded = decode(bytes);
    if (!decoded)
        return refuse(fault(1, decoded.error().offset, "csv.encoding",
                            cat("the file holds ", decoded.error().text),
                            "have the sender write UTF-8"));
    auto table = split_csv(decoded->text, best_delimiter(decoded->text, hint).delimiter, max_rows);
    if (!table) return refuse(table.error());
    shift(*table, *decoded);
    table->format = "csv";
    table->message_type = "purchase order table";
    table->part = part;
    out = read_table(*table, hint);
    if (decoded->guessed)
        out.problems.push_back({Severity::note,
                                {.part = part},
                                "csv.encoding",
                                "the file is not UTF-8 and was read as windows-1252",
                                "check names with accents"});
    for (auto& draft : out.documents)
        draft.end = static_cast<std::uint32_t>(bytes.size());
    return out;
}

} // namespace besteld::parsers
