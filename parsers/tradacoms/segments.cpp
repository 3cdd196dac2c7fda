// SPDX-License-Identifier: Apache-2.0
#include "parsers/tradacoms/segments.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers::tradacoms {

namespace {

bool is_filling(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\x1A';
}

const Component* find(const Segment& segment, unsigned element, unsigned component) {
    for (const auto& one : segment.components)
        if (one.element == element && one.component == component) return &one;
    return nullptr;
}

} // namespace

Tokeniser::Tokeniser(std::string_view bytes) : bytes_(bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

bool Tokeniser::next(Segment& segment) {
    segment = {};
    while (at_ < bytes_.size() && (is_filling(bytes_[at_]) || bytes_[at_] == '\''))
        ++at_;
    if (at_ >= bytes_.size()) return false;
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && bytes_[at_] != '\'')
        at_ += bytes_[at_] == '?' && at_ + 1 < bytes_.size() ? 2 : 1;
    segment.begin = static_cast<std::uint32_t>(begin);
    segment.end = static_cast<std::uint32_t>(std::min(at_, bytes_.size()));
    segment.cut = at_ >= bytes_.size();
    std::size_t from = begin;
    for (; from < segment.end && segment.tag.size() < 3; ++from)
        if (!is_filling(bytes_[from])) segment.tag += bytes_[from];
    while (from < segment.end && is_filling(bytes_[from]))
        ++from;
    if (from < segment.end) segment.tag_delimiter = bytes_[from++];
    split(segment, from);
    return true;
}

void Tokeniser::split(Segment& segment, std::size_t from) const {
    Component open{.begin = static_cast<std::uint32_t>(from)};
    const auto close = [&](std::size_t at) {
        open.end = static_cast<std::uint32_t>(at);
        if (open.end > open.begin) segment.components.push_back(open);
        open.begin = open.end + 1;
    };
    const std::size_t end = std::min<std::size_t>(segment.end, segment.begin + max_segment_length);
    for (std::size_t i = from; i < end; ++i) {
        const char c = bytes_[i];
        if (c == '?') {
            ++i;
        } else if (c == ':') {
            close(i);
            ++open.component;
        } else if (c == '+') {
            close(i);
            ++open.element;
            open.component = 1;
        }
    }
    close(end);
}

std::string text_of(std::string_view bytes, const Segment& segment, unsigned element,
                    unsigned component) {
    const auto* found = find(segment, element, component);
    if (!found) return {};
    std::string out;
    for (std::size_t i = found->begin; i < found->end; ++i) {
        if (bytes[i] == '?' && i + 1 < found->end) ++i;
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= 0x20 && byte != 0x7F) out += bytes[i];
    }
    return to_valid_utf8(trim(out));
}

unsigned element_count(const Segment& segment) {
    return segment.components.empty() ? 0 : segment.components.back().element;
}

unsigned component_count(const Segment& segment, unsigned element) {
    unsigned highest = 0;
    for (const auto& one : segment.components)
        if (one.element == element) highest = one.component;
    return highest;
}

} // namespace besteld::parsers::tradacoms
