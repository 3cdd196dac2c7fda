// SPDX-License-Identifier: Apache-2.0
#include "app/toml_table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace besteld {

namespace {

std::string_view kind_of(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a number with a point";
    case toml::node_type::boolean:
        return "true or false";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::table:
        return "a table";
    default:
        return "something else";
    }
}

std::optional<std::int64_t> milliseconds(std::string_view text) {
    std::int64_t number = 0;
    const auto [rest, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || number < 0) return std::nullopt;
    const std::string_view unit(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    if (unit == "ms") return number;
    if (unit == "s") return number * 1'000;
    if (unit == "m") return number * 60'000;
    if (unit == "h") return number * 3'600'000;
    if (unit == "d") return number * 86'400'000;
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    return cat("\"", text, "\"");
}

} // namespace

std::string to_text(const ConfigFault& fault) {
    std::string out = fault.file;
    if (fault.line > 0) out += cat(":", fault.line, ":", fault.column);
    out += cat(": error: ", fault.text);
    if (!fault.hint.empty()) out += cat("\n  hint: ", fault.hint);
    return out;
}

TomlTable::TomlTable(ConfigNotes& notes, const toml::table* table, std::string path)
    : notes_(notes), table_(table), path_(std::move(path)) {}

const toml::node* TomlTable::take(std::string_view key) {
    known_.emplace_back(key);
    return table_ ? table_->get(key) : nullptr;
}

void TomlTable::describe(std::string_view key, std::string_view type,
                         std::string_view default_value, std::string_view sentence) {
    const std::string path = path_.empty() ? std::string(key) : cat(path_, ".", key);
    const auto known = std::ranges::find(notes_.described, path, &SettingDescription::path);
    if (known != notes_.described.end()) return;
    notes_.described.push_back(
        {path, std::string(type), std::string(default_value), std::string(sentence)});
}

void TomlTable::fault(std::string_view key, std::string text, std::string hint) {
    ConfigFault fault{.file = notes_.file, .text = std::move(text), .hint = std::move(hint)};
    const toml::node* node = table_ ? table_->get(key) : nullptr;
    const auto& source =
        node ? node->source() : (table_ ? table_->source() : toml::source_region{});
    fault.line = source.begin.line;
    fault.column = source.begin.column;
    notes_.faults.push_back(std::move(fault));
}

void TomlTable::wrong_type(std::string_view key, std::string_view wanted, const toml::node& node,
                           std::string hint) {
    fault(key,
          cat(path_, path_.empty() ? "" : ".", key, " must be ", wanted, ", got ", kind_of(node)),
          std::move(hint));
}

std::string TomlTable::required(std::string_view key, std::string_view sentence) {
    describe(key, "text", "", sentence);
    const auto* node = take(key);
    if (!node) {
        if (table_)
            fault(key, cat("'", key, "' is missing in [", path_, "]"),
                  cat("write  ", key, " = \"…\"  (", sentence, ")"));
        return {};
    }
    if (!node->is_string()) {
        wrong_type(key, "a text", *node, cat("put it in quotes:  ", key, " = \"…\""));
        return {};
    }
    return **node->as_string();
}

std::string TomlTable::text(std::string_view key, std::string_view default_value,
                            std::string_view sentence) {
    describe(key, "text", quoted(default_value), sentence);
    const auto* node = take(key);
    if (!node) return std::string(default_value);
    if (!node->is_string()) {
        wrong_type(key, "a text", *node, cat("put it in quotes:  ", key, " = \"…\""));
        return std::string(default_value);
    }
    return **node->as_string();
}

std::string TomlTable::word(std::string_view key, const std::vector<std::string>& words,
                            std::string_view default_value, std::string_view sentence) {
    const std::string all = join(words, ", ");
    describe(key, cat("one of ", all), quoted(default_value), sentence);
    const auto* node = take(key);
    if (!node) return std::string(default_value);
    if (!node->is_string() || std::ranges::find(words, **node->as_string()) == words.end()) {
        fault(key, cat(path_, path_.empty() ? "" : ".", key, " must be one of: ", all),
              cat("write  ", key, " = ", quoted(default_value)));
        return std::string(default_value);
    }
    return **node->as_string();
}

std::int64_t TomlTable::whole(std::string_view key, std::int64_t default_value, std::int64_t least,
                              std::int64_t most, std::string_view sentence) {
    const std::string type = cat("whole number ", least, " to ", most);
    describe(key, type, std::to_string(default_value), sentence);
    const auto* node = take(key);
    if (!node) return default_value;
    if (!node->is_integer()) {
        wrong_type(key, cat("a ", type), *node,
                   cat("write  ", key, " = ", default_value, "  (no quotes)"));
        return default_value;
    }
    const std::int64_t value = **node->as_integer();
    if (value < least || value > most) {
        fault(key, cat(path_, ".", key, " must be a ", type, ", got ", value), {});
        return default_value;
    }
    return value;
}

bool TomlTable::flag(std::string_view key, bool default_value, std::string_view sentence) {
    describe(key, "true or false", default_value ? "true" : "false", sentence);
    const auto* node = take(key);
    if (!node) return default_value;
    if (!node->is_boolean()) {
        wrong_type(key, "true or false", *node, "without quotes");
        return default_value;
    }
    return **node->as_boolean();
}

std::int64_t TomlTable::duration(std::string_view key, std::string_view default_value,
                                 std::string_view sentence) {
    describe(key, "duration", quoted(default_value), sentence);
    const auto* node = take(key);
    if (!node) return milliseconds(default_value).value_or(0);
    const auto value = node->is_string() ? milliseconds(**node->as_string()) : std::nullopt;
    if (!value) {
        fault(key, cat(path_, ".", key, " must be a duration"),
              cat("a whole number with ms, s, m, h or d:  ", key, " = ", quoted(default_value)));
        return milliseconds(default_value).value_or(0);
    }
    return *value;
}

std::vector<std::string> TomlTable::texts(std::string_view key, std::string_view sentence) {
    describe(key, "list of texts", "[]", sentence);
    const auto* node = take(key);
    std::vector<std::string> values;
    if (!node) return values;
    const auto* array = node->as_array();
    if (!array) {
        wrong_type(key, "a list of texts", *node, cat("write  ", key, " = [\"…\"]"));
        return values;
    }
    for (const auto& element : *array) {
        if (element.is_string()) {
            values.push_back(**element.as_string());
        } else {
            wrong_type(key, "a list of texts", element, "put each element in quotes");
        }
    }
    return values;
}

const toml::table* TomlTable::section(std::string_view key) {
    const auto* node = take(key);
    if (!node) return nullptr;
    if (!node->is_table()) {
        wrong_type(key, "a table", *node, cat("write  [", key, "]"));
        return nullptr;
    }
    return node->as_table();
}

std::vector<const toml::table*> TomlTable::sections(std::string_view key) {
    const auto* node = take(key);
    std::vector<const toml::table*> tables;
    if (!node) return tables;
    if (const auto* array = node->as_array()) {
        for (const auto& element : *array)
            if (element.is_table()) tables.push_back(element.as_table());
        if (tables.size() == array->size()) return tables;
    }
    wrong_type(key, "a list of tables", *node, cat("write  [[", key, "]]"));
    return tables;
}

void TomlTable::finish() {
    if (!table_) return;
    for (const auto& [key, node] : *table_) {
        const std::string name(key.str());
        if (std::ranges::find(known_, name) != known_.end()) continue;
        const auto nearest = std::ranges::min_element(
            known_, {}, [&](const std::string& k) { return edit_distance(k, name); });
        std::string text = cat("unknown key '", name, "'",
                               path_.empty() ? std::string{} : cat(" in [", path_, "]"));
        if (nearest != known_.end() && edit_distance(*nearest, name) <= 2)
            text += cat(" (did you mean '", *nearest, "'?)");
        notes_.faults.push_back({notes_.file, key.source().begin.line, key.source().begin.column,
                                 std::move(text), "besteld settings  lists every setting"});
    }
}

} // namespace besteld
