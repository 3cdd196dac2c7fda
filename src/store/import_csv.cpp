// SPDX-License-Identifier: Apache-2.0
#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "store/base_data_text.hpp"
#include "store/import_table.hpp"

#include <filesystem>
#include <system_error>

namespace besteld {

namespace {

// One pass over the bytes; every character is looked at once.
class CsvReader {
public:
    CsvReader(std::string_view bytes, char separator) : bytes_(bytes), separator_(separator) {}

    bool at_end() const { return position_ >= bytes_.size(); }
    // The cells up to the line's end; empty optional: a quote is not closed.
    std::optional<std::vector<std::string>> row() {
        std::vector<std::string> cells;
        while (true) {
            auto cell = next_cell();
            if (!cell) return std::nullopt;
            cells.push_back(std::move(*cell));
            if (at_end()) return cells;
            const char c = bytes_[position_++];
            if (c == separator_) continue;
            if (c == '\r' && !at_end() && bytes_[position_] == '\n') ++position_;
            return cells;
        }
    }

private:
    bool ends_cell(char c) const { return c == separator_ || c == '\n' || c == '\r'; }
    std::optional<std::string> next_cell() {
        std::string cell;
        if (!at_end() && bytes_[position_] == '"') {
            ++position_;
            while (true) {
                if (at_end()) return std::nullopt;
                const char c = bytes_[position_++];
                if (c != '"') {
                    cell += c;
                } else if (!at_end() && bytes_[position_] == '"') {
                    cell += bytes_[position_++];
                } else {
                    break;
                }
            }
        }
        while (!at_end() && !ends_cell(bytes_[position_]))
            cell += bytes_[position_++];
        return cell;
    }

    std::string_view bytes_;
    char separator_;
    std::size_t position_ = 0;
};

bool is_blank(const std::vector<std::string>& cells) {
    return cells.size() == 1 && trim(cells.front()).empty();
}

// Without padding, and without the apostrophe that keeps a text from being a formula.
std::vector<std::string> trimmed(std::vector<std::string> cells) {
    for (auto& cell : cells)
        cell = std::string(strip_apostrophe(trim(cell)));
    return cells;
}

// A tab: copied out of a spreadsheet.
char separator_of(std::string_view headings) {
    if (headings.contains('\t')) return '\t';
    return headings.contains(';') ? ';' : ',';
}

} // namespace

TableOrProblem parse_csv(const std::string& file, std::string_view bytes) {
    const auto wrong = [&](int row, std::string text, std::string hint) {
        return std::unexpected(ImportProblem{file, row, "", std::move(text), std::move(hint)});
    };
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!is_utf8(bytes)) return wrong(0, "the file is not UTF-8", "save it as \"CSV UTF-8\"");
    const auto first_line = bytes.substr(0, bytes.find('\n'));
    CsvReader reader(bytes, separator_of(first_line));
    TextTable table{.file = file};
    int number = 0;
    while (!reader.at_end()) {
        auto cells = reader.row();
        ++number;
        if (!cells)
            return wrong(number, "a quote is opened and never closed",
                         "double a quote inside a quoted cell: \"\"");
        if (is_blank(*cells)) continue;
        auto clean = trimmed(std::move(*cells));
        if (table.headings.empty()) {
            table.headings = std::move(clean);
        } else if (clean.size() != table.headings.size()) {
            return wrong(number,
                         cat("the row has ", clean.size(), " cells, the heading has ",
                             table.headings.size()),
                         "put a cell that holds the separator between quotes");
        } else {
            table.rows.push_back({number, std::move(clean)});
        }
    }
    if (table.headings.empty())
        return wrong(1, "the file is empty", "the first row names the columns");
    return table;
}

TableOrProblem read_table(const std::string& path) {
    const auto extension = to_lower_ascii(std::filesystem::path(path).extension().string());
    if (extension != ".csv" && extension != ".toml" && extension != ".json")
        return std::unexpected(ImportProblem{path, 0, "",
                                             cat("files of kind \"", extension, "\" are not read"),
                                             "use .csv, .toml or .json"});
    std::string bytes;
    try { // the adapter of a throwing call
        bytes = read_file(path);
    } catch (const std::system_error& fault) {
        return std::unexpected(
            ImportProblem{path, 0, "", fault.what(), "check the path and its rights"});
    }
    if (extension == ".csv") return parse_csv(path, bytes);
    return extension == ".toml" ? parse_toml(path, bytes) : parse_json_table(path, bytes);
}

} // namespace besteld
