// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/html_tag.hpp"

#include "base/text.hpp"

namespace besteld::parsers::email {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

} // namespace

std::optional<HtmlTag> HtmlTags::at(std::size_t at) {
    HtmlTag tag;
    std::size_t i = at + 1;
    if (i < html_.size() && html_[i] == '/') {
        tag.closing = true;
        ++i;
    }
    if (i >= html_.size() || !is_letter(html_[i])) return std::nullopt;
    if (last_close_ == std::string_view::npos || last_close_ < i) return std::nullopt;
    const std::size_t name_begin = i;
    while (i < html_.size() && !is_blank(html_[i]) && html_[i] != '>' && html_[i] != '/')
        ++i;
    tag.name = to_lower_ascii(html_.substr(name_begin, i - name_begin));
    const std::size_t close = end_of_tag(i);
    tag.attributes = html_.substr(i, close - i);
    tag.end = close + 1;
    return tag;
}

// The ">" outside of quotes. When quotes never close, the plain next ">" counts, here and from then
// on.
std::size_t HtmlTags::end_of_tag(std::size_t at) {
    char quote = '\0';
    for (std::size_t i = at; quotes_count_ && i < html_.size(); ++i) {
        const char c = html_[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if ((c == '"' || c == '\'') && i > at &&
                   (html_[i - 1] == '=' || is_blank(html_[i - 1]))) {
            quote = c;
        } else if (c == '>') {
            return i;
        }
    }
    quotes_count_ = false;
    return html_.find('>', at);
}

std::optional<std::string_view> HtmlTag::attribute(std::string_view wanted) const {
    std::string_view rest = attributes;
    while (!rest.empty()) {
        const std::size_t begin = rest.find_first_not_of(" \t\r\n\f/=");
        if (begin == std::string_view::npos) return std::nullopt;
        rest.remove_prefix(begin);
        const std::size_t name_end = std::min(rest.find_first_of(" \t\r\n\f=/"), rest.size());
        const std::string_view found = rest.substr(0, name_end);
        rest.remove_prefix(name_end);
        const std::size_t next = std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size());
        std::string_view value;
        if (next < rest.size() && rest[next] == '=') {
            rest.remove_prefix(next + 1);
            rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
            const bool quoted = !rest.empty() && (rest[0] == '"' || rest[0] == '\'');
            const std::size_t stop =
                quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t\r\n\f");
            value = rest.substr(quoted ? 1 : 0,
                                stop == std::string_view::npos ? stop : stop - (quoted ? 1 : 0));
            rest.remove_prefix(
                std::min(stop == std::string_view::npos ? stop : stop + 1, rest.size()));
        }
        if (equal_ignoring_case(found, wanted)) return value;
    }
    return std::nullopt;
}

} // namespace besteld::parsers::email
