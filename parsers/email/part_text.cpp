// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/part_text.hpp"

#include "base/text.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/email/lines.hpp"

#include <algorithm>

namespace besteld::parsers::email {

namespace {

// <meta charset=…> or <meta http-equiv … charset=…> near the beginning (HTML 13.2.3.2 prescan).
std::string_view html_charset(std::string_view bytes) {
    const std::string head = to_lower_ascii(bytes.substr(0, 2048));
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos) return {};
    std::string_view rest = bytes.substr(at + 8);
    if (rest.starts_with('"') || rest.starts_with('\'')) rest.remove_prefix(1);
    return rest.substr(0, std::min<std::size_t>(rest.find_first_of("\"'/>; \t\r\n"), 40));
}

Utf8Text whole_text(const MailPart& part) {
    std::string_view charset = part.info.charset;
    if (charset.empty() && part.info.content_type == "text/html")
        charset = html_charset(part.bytes);
    Utf8Text text = to_utf8(part.bytes, charset);
    if (part.flow != TextFlow::fixed) text.text = join_flowed(text.text, part.flow);
    return text;
}

std::size_t quote_depth(std::string_view line) {
    return std::min(line.find_first_not_of('>'), line.size());
}

} // namespace

std::string join_flowed(std::string_view text, TextFlow flow) {
    std::string out;
    out.reserve(text.size());
    Lines lines(text);
    bool soft = false;      // the line before ended in a soft break
    std::size_t before = 0; // its quote depth
    std::string_view break_before;
    while (const auto line = lines.next()) {
        const std::size_t depth = quote_depth(line->text);
        std::string_view content = line->text.substr(depth);
        if (content.starts_with(' ')) content.remove_prefix(1);
        const bool joins = soft && depth == before && content != "-- ";
        if (!joins) {
            out += break_before;
            out.append(depth, '>');
            if (depth > 0) out += ' ';
        }
        soft = content.ends_with(' ') && content != "-- ";
        if (soft && flow == TextFlow::flowed_delsp) content.remove_suffix(1);
        out += content;
        before = depth;
        break_before = text.substr(line->begin + line->text.size(),
                                   line->end - line->begin - line->text.size());
    }
    out += break_before;
    return out;
}

void fill_text(MailPart& part, const Limits& limits, std::vector<Problem>& problems) {
    // A multipart that could not be cut is shown as it came.
    const bool uncut = part.info.content_type.starts_with("multipart/");
    if (!part.info.content_type.starts_with("text/") && !uncut) return;
    Utf8Text text = whole_text(part);
    const auto warn = [&](std::string code, std::string what) {
        problems.push_back(
            {.severity = Severity::warning,
             .place = {.part = part.info.index, .where = cat("part ", part.info.index + 1)},
             .code = std::move(code),
             .text = std::move(what),
             .hint = ""});
    };
    part.charset_used = text.used;
    if (!text.doubt.empty()) warn("mime.charset", text.doubt);
    if (text.text.size() > limits.text) {
        std::size_t end = limits.text;
        while (end > 0 && (static_cast<unsigned char>(text.text[end]) & 0xC0U) == 0x80U)
            --end;
        text.text.resize(end);
        warn("mime.limit_text", cat("only the first ", end, " bytes of the text are shown"));
    }
    part.info.text = std::move(text.text);
}

std::string part_text(const MailPart& part) {
    return whole_text(part).text;
}

} // namespace besteld::parsers::email
