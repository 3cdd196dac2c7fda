// SPDX-License-Identifier: Apache-2.0
#include "base/log.hpp"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/date.hpp"

namespace besteld::log {

namespace {

std::atomic<Level> threshold{Level::info};

void append_escaped(std::string& out, std::string_view value) {
    const bool plain = !value.empty() && value.find_first_of(" \"=\\") == std::string_view::npos;
    if (!plain) out += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            char buffer[8];
            std::snprintf(buffer, sizeof buffer, "\\x%02x", byte);
            out += buffer;
        } else {
            out += c;
        }
    }
    if (!plain) out += '"';
}

int journal_priority(Level level) {
    switch (level) {
    case Level::debug:
        return 7;
    case Level::info:
        return 6;
    case Level::warning:
        return 4;
    case Level::error:
        return 3;
    }
    return 6;
}

std::string_view name(Level level) {
    switch (level) {
    case Level::debug:
        return "debug";
    case Level::info:
        return "info";
    case Level::warning:
        return "warning";
    case Level::error:
        return "error";
    }
    return "info";
}

} // namespace

void set_threshold(Level level) {
    threshold = level;
}

void write(Level level, std::string_view event, std::initializer_list<Pair> pairs) {
    if (level < threshold.load(std::memory_order_relaxed)) return;
    static const bool journal = std::getenv("JOURNAL_STREAM") != nullptr;
    std::string line;
    if (journal) {
        line += '<' + std::to_string(journal_priority(level)) + '>';
    } else {
        line +=
            to_iso(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
        line += ' ';
        line += name(level);
        line += ' ';
    }
    line += event;
    for (const auto& pair : pairs) {
        line += ' ';
        line += pair.key;
        line += '=';
        append_escaped(line, pair.value);
    }
    line += '\n';
    // A log line that cannot be written must not stop an order; there is nobody left to tell.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

} // namespace besteld::log
