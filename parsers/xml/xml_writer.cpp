// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/xml_writer.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

XmlWriter::XmlWriter(std::string_view prolog)
    : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {
    if (!prolog.empty()) out_ += cat(prolog, "\n");
}

void XmlWriter::start(std::string_view tag, Attributes attributes) {
    out_ += cat(std::string(2 * open_.size(), ' '), "<", tag);
    for (const auto& [name, value] : attributes)
        if (!value.empty()) out_ += cat(" ", name, "=\"", xml_escaped(value), "\"");
}

void XmlWriter::open(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += ">\n";
    open_.emplace_back(tag);
}

void XmlWriter::close() {
    const std::string tag = std::move(open_.back());
    open_.pop_back();
    out_ += cat(std::string(2 * open_.size(), ' '), "</", tag, ">\n");
}

void XmlWriter::leaf(std::string_view tag, std::string_view text, Attributes attributes) {
    text = trim(text);
    if (text.empty()) return;
    start(tag, attributes);
    out_ += cat(">", xml_escaped(text), "</", tag, ">\n");
}

void XmlWriter::empty(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += "/>\n";
}

std::string XmlWriter::finish() {
    while (!open_.empty())
        close();
    return std::move(out_);
}

// XML 1.0, 2.2: of the control characters only tab and line ends may stand in a document, and
// neither U+FFFE nor U+FFFF.
std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : to_valid_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&apos;";
        else
            out += byte < 0x20 || byte == 0x7F ? ' ' : c;
    }
    for (const std::string_view unwritable : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        out = replace_all(std::move(out), unwritable, " ");
    return out;
}

} // namespace besteld::parsers
