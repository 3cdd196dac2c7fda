// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/segment_writer.hpp"

#include "base/text.hpp"

#include <optional>

namespace besteld::parsers::edifact {

namespace {

// Line ends and other control characters would be lost on the way, so they become blanks.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20) {
            out += ' ';
            continue;
        }
        if (c == '+' || c == ':' || c == '\'' || c == '?') out += '?';
        out += c;
    }
    return out;
}

void append_element(std::string& out, const Components& components) {
    std::size_t last = components.size();
    while (last > 0 && components[last - 1].empty())
        --last;
    for (std::size_t i = 0; i < last; ++i) {
        if (i > 0) out += ':';
        out += escaped(components[i]);
    }
}

std::string one_segment(std::string_view tag, std::span<const Components> elements) {
    std::string out(tag);
    std::size_t written = out.size();
    for (const auto& element : elements) {
        out += '+';
        const auto before = out.size();
        append_element(out, element);
        if (out.size() > before) written = out.size();
    }
    out.resize(written); // without trailing empty elements
    return out + "'\r\n";
}

// nothing when a character is outside ISO 8859-1
std::optional<std::string> to_latin1(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out += utf8[i];
        } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size()) {
            const auto next = static_cast<unsigned char>(utf8[++i]);
            out += static_cast<char>(((byte & 0x03U) << 6U) | (next & 0x3FU));
        } else {
            return std::nullopt;
        }
    }
    return out;
}

} // namespace

void SegmentWriter::segment(std::string_view tag, std::span<const Components> elements) {
    body_ += one_segment(tag, elements);
    ++count_;
}

std::string SegmentWriter::finish(const InterchangeHead& head, std::string_view message_reference,
                                  const Components& type) const {
    const auto one = [](std::string_view tag, std::initializer_list<Components> elements) {
        return one_segment(tag, std::span(elements.begin(), elements.size()));
    };
    const std::string reference(message_reference);
    const auto latin1 = to_latin1(cat(head.sender, head.receiver, body_));
    std::string day = replace_all(to_iso(head.date), "-", "");
    if (latin1) day = day.substr(2); // syntax version 3: YYMMDD, version 4: CCYYMMDD
    const std::string test = head.purpose == InterchangeHead::Purpose::test ? "1" : "";
    std::string out = "UNA:+.? '\r\n";
    out += one("UNB", {latin1 ? Components{"UNOC", "3"} : Components{"UNOY", "4"},
                       {head.sender, head.sender_qualifier},
                       {head.receiver, head.receiver_qualifier},
                       {day, head.time},
                       {head.reference},
                       {},
                       {},
                       {},
                       {},
                       {},
                       {test}});
    out += one("UNH", {{reference}, type});
    out += body_;
    out += one("UNT", {{cat(count_ + 2)}, {reference}});
    out += one("UNZ", {{"1"}, {head.reference}});
    return latin1 ? *to_latin1(out) : out;
}

} // namespace besteld::parsers::edifact
