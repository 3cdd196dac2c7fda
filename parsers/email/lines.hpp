// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace besteld::parsers::email {

// The lines of a text, one after another. CRLF, LF and CR end a line, and so does CR CR LF, which
// some gateways write for CRLF.
class Lines {
public:
    struct Line {
        std::string_view text; // without its line end
        std::size_t begin = 0;
        std::size_t end = 0; // behind the line end
    };

    explicit Lines(std::string_view text, std::size_t start = 0) : text_(text), at_(start) {}

    std::optional<Line> next() {
        if (at_ >= text_.size()) return std::nullopt;
        // Both searches are remembered, so that CRs without LF (or the reverse) cost no second
        // look.
        if (next_lf_ < at_ || next_lf_ == unknown) next_lf_ = find('\n');
        if (next_cr_ < at_ || next_cr_ == unknown) next_cr_ = find('\r');
        const std::size_t stop = next_lf_ < next_cr_ ? next_lf_ : next_cr_;
        Line line{.text = text_.substr(at_, stop - at_), .begin = at_, .end = end_of_break(stop)};
        at_ = line.end;
        return line;
    }
    std::size_t position() const { return at_; }

private:
    static constexpr std::size_t unknown = std::string_view::npos;

    std::size_t find(char c) const {
        const std::size_t found = text_.find(c, at_);
        return found == std::string_view::npos ? text_.size() : found;
    }
    std::size_t end_of_break(std::size_t stop) const {
        if (stop >= text_.size()) return text_.size();
        if (text_[stop] == '\n') return stop + 1;
        if (text_.substr(stop, 3) == "\r\r\n") return stop + 3;
        return text_.substr(stop, 2) == "\r\n" ? stop + 2 : stop + 1;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t next_lf_ = unknown;
    std::size_t next_cr_ = unknown;
};

} // namespace besteld::parsers::email
