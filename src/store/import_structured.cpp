// SPDX-License-Identifier: Apache-2.0

// TOML and JSON base data files as tables of text. The adapters of two throwing libraries.
#include "base/json.hpp"
#include "base/text.hpp"
#include "store/import_table.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

namespace besteld {

namespace {

std::unexpected<ImportProblem> wrong(const std::string& file, int row, std::string column,
                                     std::string text, std::string hint) {
    return std::unexpected(
        ImportProblem{file, row, std::move(column), std::move(text), std::move(hint)});
}

// Puts the value under its heading, which is added when it is new.
void put(TextTable& table, TextRow& row, std::string_view heading, std::string text) {
    const auto found = std::ranges::find(table.headings, heading);
    const auto column = static_cast<std::size_t>(found - table.headings.begin());
    if (found == table.headings.end()) table.headings.emplace_back(heading);
    if (row.cells.size() <= column) row.cells.resize(column + 1);
    row.cells[column] = std::move(text);
}

void square(TextTable& table) {
    for (auto& row : table.rows)
        row.cells.resize(table.headings.size());
}

std::optional<std::string> text_of(const toml::node& node) {
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* flag = node.as_boolean()) return std::string(flag->get() ? "yes" : "no");
    std::ostringstream out; // dates and numbers as TOML writes them
    if (const auto* date = node.as_date())
        out << date->get();
    else if (const auto* number = node.as_integer())
        out << number->get();
    else if (const auto* real = node.as_floating_point())
        out << real->get();
    else
        return std::nullopt;
    return out.str();
}

std::optional<std::string> text_of(const boost::json::value& value) {
    if (value.is_null()) return std::string();
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_bool()) return std::string(value.get_bool() ? "yes" : "no");
    if (value.is_number()) return boost::json::serialize(value);
    return std::nullopt;
}

constexpr std::string_view flat =
    "write texts, numbers, dates, true or false; no lists inside an entry";

} // namespace

TableOrProblem parse_toml(const std::string& file, std::string_view bytes) {
    toml::table document;
    try {
        document = toml::parse(bytes, file);
    } catch (const toml::parse_error& fault) {
        return wrong(file, static_cast<int>(fault.source().begin.line), "",
                     std::string(fault.description()), "the number is the line in the file");
    }
    if (document.size() != 1 || !document.begin()->second.is_array_of_tables())
        return wrong(file, 0, "", "expected one list of tables and nothing else",
                     "begin each entry with [[items]] or the like");
    TextTable table{.file = file};
    int number = 1;
    for (const auto& entry : *document.begin()->second.as_array()) {
        TextRow row{.number = ++number};
        for (const auto& [key, node] : *entry.as_table()) {
            const auto text = text_of(node);
            if (!text)
                return wrong(file, number, std::string(key.str()), "this kind of value is not read",
                             std::string(flat));
            put(table, row, key.str(), *text);
        }
        table.rows.push_back(std::move(row));
    }
    square(table);
    return table;
}

TableOrProblem parse_json_table(const std::string& file, std::string_view bytes) {
    boost::json::value document;
    try {
        document = parse_json(bytes);
    } catch (const JsonFault& fault) {
        return wrong(file, 0, "", fault.what(), "check the file with a JSON editor");
    }
    const auto* list = &document;
    if (document.is_object() && document.get_object().size() == 1)
        list = &document.get_object().begin()->value();
    if (!list->is_array())
        return wrong(file, 0, "", "expected a list of objects", "[{\"sku\": \"NK-100\"}, …]");
    TextTable table{.file = file};
    int number = 1;
    for (const auto& entry : list->get_array()) {
        TextRow row{.number = ++number};
        if (!entry.is_object())
            return wrong(file, number, "", "expected an object", "{\"sku\": \"NK-100\"}");
        for (const auto& [key, value] : entry.get_object()) {
            const auto text = text_of(value);
            if (!text)
                return wrong(file, number, std::string(key), "this kind of value is not read",
                             std::string(flat));
            put(table, row, std::string_view(key.data(), key.size()), *text);
        }
        table.rows.push_back(std::move(row));
    }
    square(table);
    return table;
}

} // namespace besteld
