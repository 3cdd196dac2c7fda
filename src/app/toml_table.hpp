// SPDX-License-Identifier: Apache-2.0
#pragma once

// Strict reading of a TOML table. Each setting is declared by the one call that reads it, with its
// default and a sentence; what was not asked for is an unknown key. All faults of a file are
// gathered, each with file, line, column and a hint. The same calls over an empty table describe
// every setting (docs/settings.md).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>

namespace besteld {

struct ConfigFault {
    std::string file;
    std::uint32_t line = 0; // 0: the file as a whole
    std::uint32_t column = 0;
    std::string text;
    std::string hint;
};
std::string to_text(const ConfigFault& fault); // "besteld.toml:4:1: error: …\n  hint: …"

// One line of the settings' reference.
struct SettingDescription {
    std::string path;          // "mailbox.port"
    std::string type;          // "whole number 1 to 65535"
    std::string default_value; // as written in TOML; empty: must be set
    std::string sentence;
};

// What a run of reading gathers.
struct ConfigNotes {
    std::string file;
    std::vector<ConfigFault> faults;
    std::vector<SettingDescription> described;
};

class TomlTable {
public:
    // `table` null: the section is absent, defaults hold and required settings are faults unless
    // `optional`.
    TomlTable(ConfigNotes& notes, const toml::table* table, std::string path);

    std::string required(std::string_view key, std::string_view sentence);
    std::string text(std::string_view key, std::string_view default_value,
                     std::string_view sentence);
    std::string word(std::string_view key, const std::vector<std::string>& words,
                     std::string_view default_value, std::string_view sentence);
    std::int64_t whole(std::string_view key, std::int64_t default_value, std::int64_t least,
                       std::int64_t most, std::string_view sentence);
    bool flag(std::string_view key, bool default_value, std::string_view sentence);
    // "30s", "5m", "2h", "10d" as milliseconds
    std::int64_t duration(std::string_view key, std::string_view default_value,
                          std::string_view sentence);
    std::vector<std::string> texts(std::string_view key, std::string_view sentence);
    const toml::table* section(std::string_view key);
    std::vector<const toml::table*> sections(std::string_view key); // [[key]]

    void fault(std::string_view key, std::string text, std::string hint);
    // Everything not asked for is an unknown key.
    void finish();

private:
    const toml::node* take(std::string_view key);
    void wrong_type(std::string_view key, std::string_view wanted, const toml::node& node,
                    std::string hint);
    void describe(std::string_view key, std::string_view type, std::string_view default_value,
                  std::string_view sentence);

    ConfigNotes& notes_;
    const toml::table* table_;
    std::string path_;
    std::vector<std::string> known_;
};

} // namespace besteld
