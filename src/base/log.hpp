// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace besteld::log {

enum class Level { debug, info, warning, error };

// One pair of a structured line: message=42 order=SO-26-000001.
struct Pair {
    std::string_view key;
    std::string value;
    Pair(std::string_view k, std::string v) : key(k), value(std::move(v)) {}
    Pair(std::string_view k, std::string_view v) : key(k), value(v) {}
    Pair(std::string_view k, const char* v) : key(k), value(v) {}
    Pair(std::string_view k, std::int64_t v) : key(k), value(std::to_string(v)) {}
};

// Writes one line to standard error: `event key=value …`, with the journal's <N> priority prefix
// when the journal reads it. `event` is a stable name listed in docs/events.md. Values are escaped,
// so that foreign text can never begin a line of its own. Safe from any thread: a line is one
// write().
void write(Level level, std::string_view event, std::initializer_list<Pair> pairs);

inline void debug(std::string_view event, std::initializer_list<Pair> pairs = {}) {
    write(Level::debug, event, pairs);
}
inline void info(std::string_view event, std::initializer_list<Pair> pairs = {}) {
    write(Level::info, event, pairs);
}
inline void warning(std::string_view event, std::initializer_list<Pair> pairs = {}) {
    write(Level::warning, event, pairs);
}
inline void error(std::string_view event, std::initializer_list<Pair> pairs = {}) {
    write(Level::error, event, pairs);
}

// Lines below this level are not written. Set once at start-up, before any thread.
void set_threshold(Level level);

} // namespace besteld::log
