// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/splitter.hpp"

#include "parsers/email/lines.hpp"

namespace besteld::parsers::email {

namespace {

enum class Delimiter { none, next, close };

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

Delimiter delimiter(std::string_view line, std::string_view boundary) {
    if (!line.starts_with("--") || !line.substr(2).starts_with(boundary)) return Delimiter::none;
    const std::string_view rest = without_trailing_blanks(line.substr(2 + boundary.size()));
    if (rest.empty()) return Delimiter::next;
    return rest == "--" ? Delimiter::close : Delimiter::none;
}

// The slice without the line break that belongs to the delimiter behind it.
std::string_view child_slice(std::string_view body, std::size_t begin, std::size_t end) {
    std::string_view slice = body.substr(begin, end - begin);
    if (slice.ends_with("\r\r\n")) return slice.substr(0, slice.size() - 3);
    if (slice.ends_with("\r\n")) return slice.substr(0, slice.size() - 2);
    if (slice.ends_with('\n') || slice.ends_with('\r')) slice.remove_suffix(1);
    return slice;
}

} // namespace

MultipartSlices split_multipart(std::string_view body, std::string_view boundary,
                                std::size_t max_children) {
    MultipartSlices out;
    Lines lines(body);
    constexpr std::size_t outside = std::string_view::npos;
    std::size_t begin = outside;
    while (const auto line = lines.next()) {
        const Delimiter found = delimiter(line->text, boundary);
        if (found == Delimiter::none) continue;
        const bool doubled =
            found == Delimiter::next && begin == line->begin; // nothing between them
        if (begin != outside && !doubled)
            out.children.push_back(child_slice(body, begin, line->begin));
        if (found == Delimiter::next) {
            out.after_close = out.after_close || out.closed;
            begin = line->end;
        } else {
            out.closed = true;
            begin = outside;
        }
        if (begin != outside && out.children.size() + 1 >= max_children) {
            out.too_many = true;
            break;
        }
    }
    if (begin != outside) {
        // Cut off by an outer delimiter or by the end: its last line break is not its own either.
        out.children.push_back(out.too_many ? body.substr(begin)
                                            : child_slice(body, begin, body.size()));
        if (out.after_close) out.closed = false;
    }
    return out;
}

std::string_view guess_boundary(std::string_view body, const Limits& limits) {
    constexpr std::size_t look_at = 50; // lines of preamble that may come first
    Lines lines(body);
    for (std::size_t i = 0; i < look_at; ++i) {
        const auto line = lines.next();
        if (!line) return {};
        const std::string_view text = without_trailing_blanks(line->text);
        if (!text.starts_with("--") || text.size() < 5 || text.size() > limits.boundary ||
            text.ends_with("--"))
            continue;
        const std::string_view candidate = text.substr(2);
        const MultipartSlices slices = split_multipart(body, candidate, limits.parts);
        if (slices.closed) return candidate;
    }
    return {};
}

} // namespace besteld::parsers::email
