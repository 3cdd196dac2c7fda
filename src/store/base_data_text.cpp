// SPDX-License-Identifier: Apache-2.0
#include "store/base_data_text.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

bool starts_a_formula(std::string_view text) {
    return !text.empty() &&
           std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string_view without_apostrophes(std::string_view text) {
    const auto first = text.find_first_not_of('\'');
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

std::string number_text(CellKind kind, std::int64_t number) {
    if (kind == CellKind::yes_no) return number != 0 ? "yes" : "no";
    if (kind == CellKind::whole) return std::to_string(number);
    if (kind == CellKind::instant) return to_iso(from_millis(number));
    return Decimal::from_units(number).to_string();
}

// Everybody's and list rules apply to nobody in particular: their key holds no colon.
std::string applies_to(const Columns& row) {
    const auto key = row.find("scope_key");
    if (key == row.end()) return {};
    const auto& scope = std::get<std::string>(key->second);
    const auto colon = scope.find(':');
    return colon == std::string::npos ? std::string{} : scope.substr(colon + 1);
}

const ColumnSpec* heading_of(const FileSpec& spec, std::string_view column) {
    for (const auto& known : spec.columns)
        if (known.heading == column) return &known;
    return nullptr;
}

} // namespace

std::string cell_text(const ColumnSpec& column, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return number_text(column.kind, *number);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string{};
}

std::string heading_text(const ColumnSpec& column, const Columns& row) {
    if (const auto found = row.find(column.heading); found != row.end())
        return cell_text(column, found->second);
    if (column.heading == "applies_to") return applies_to(row);
    if (const auto key = row.find("identity_key"); column.heading == "value" && key != row.end())
        return cell_text(column, key->second);
    return {};
}

std::string key_text(const FileSpec& spec, const Columns& row) {
    std::vector<std::string> parts;
    for (const auto column : spec.key) {
        const auto* heading = heading_of(spec, column);
        const auto found = row.find(column);
        if (found == row.end()) continue;
        auto text = cell_text(heading ? *heading : ColumnSpec{}, found->second);
        if (!text.empty()) parts.push_back(std::move(text));
    }
    return join(parts, " ");
}

std::string exact_key(const FileSpec& spec, const Columns& row) {
    std::string key;
    for (const auto column : spec.key) {
        const auto& cell = row.find(column)->second;
        const auto* number = std::get_if<std::int64_t>(&cell);
        const auto* text = std::get_if<std::string>(&cell);
        const auto part = number ? std::to_string(*number) : text ? *text : std::string{};
        key += cat(part.size(), ':', part);
    }
    return key;
}

std::string neutralised(std::string_view text) {
    return starts_a_formula(without_apostrophes(text)) ? cat('\'', text) : std::string(text);
}

std::string_view strip_apostrophe(std::string_view text) {
    if (text.starts_with('\'') && starts_a_formula(without_apostrophes(text)))
        text.remove_prefix(1);
    return text;
}

} // namespace besteld
