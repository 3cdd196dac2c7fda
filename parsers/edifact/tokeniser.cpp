// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/tokeniser.hpp"

#include "base/text.hpp"
#include "parsers/edifact/codes.hpp"

namespace besteld::parsers::edifact {

namespace {

bool is_alphanumeric(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_filling(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\x1A';
}

// So far behind a segment what stands there may say how it ends: a tag on the next line.
constexpr std::size_t looked_ahead = 256;

} // namespace

Tokeniser::Tokeniser(const Window& window, std::size_t start)
    : bytes_(window.held), base_(window.base), behind_(window.behind), at_(start) {
    if (at_ > bytes_.size()) at_ = bytes_.size();
    if (!bytes_.substr(at_).starts_with("UNA"))
        use(infer_characters(bytes_.substr(at_)));
    else
        use({});
}

void Tokeniser::adopt(const ReadingProfile& profile) {
    line_ends_segments_ = tolerates(profile, Oddity::line_ends_end_segments);
    const std::string una = cat("UNA", profile.separators);
    characters_agreed_ = una.size() == una_length;
    if (characters_agreed_) use(read_una(una));
}

void Tokeniser::move_to(const Window& window) {
    at_ -= window.base - base_;
    bytes_ = window.held;
    base_ = window.base;
    behind_ = window.behind;
}

bool Tokeniser::reaches_end(std::size_t at) const {
    return behind_ == Window::Behind::more && bytes_.size() - at < looked_ahead;
}

// A line that begins as a segment does: a tag of ours and the element separator.
bool Tokeniser::begins_segment(std::size_t at) const {
    while (at < bytes_.size() && is_filling(bytes_[at]))
        ++at;
    if (at + 3 >= bytes_.size() || bytes_[at + 3] != characters_.element) return false;
    const std::string tag = to_upper_ascii(bytes_.substr(at, 3));
    return is_order_segment(tag) || tag == "UNZ" || tag == "UNE" || tag == "UNB" || tag == "UNG";
}

void Tokeniser::use(const ServiceCharacters& characters) {
    characters_ = characters;
    // The fifth character of UNA means something in syntax version 4 only, see allow_repetition.
    stated_repetition_ = characters_.repetition;
    characters_.repetition = '\0';
    kinds_.fill(Kind::data);
    const auto set = [&](char c, Kind kind) { kinds_[static_cast<unsigned char>(c)] = kind; };
    set('\r', Kind::line_end);
    set('\n', Kind::line_end);
    if (characters.release != '\0') set(characters.release, Kind::release);
    set(characters.component, Kind::component);
    set(characters.element, Kind::element);
    set(characters.terminator, Kind::terminator);
}

void Tokeniser::allow_repetition() {
    if (una_seen_ && stated_repetition_ == '\0') return; // UNA says that nothing is repeated
    const char mark = stated_repetition_ == '\0' ? '*' : stated_repetition_;
    auto& kind = kinds_[static_cast<unsigned char>(mark)];
    if (kind != Kind::data || is_alphanumeric(mark)) return;
    kind = Kind::repetition;
    characters_.repetition = mark;
}

void Tokeniser::skip_between(Segment& segment) {
    for (; at_ < bytes_.size(); ++at_) {
        const char c = bytes_[at_];
        if (kind(at_) == Kind::terminator) {
            if (c != '\n' && c != '\r') segment.after_empty = true;
        } else if (is_alphanumeric(c)) {
            if (!bytes_.substr(at_).starts_with("UNA") || bytes_.size() - at_ < una_length ||
                is_alphanumeric(bytes_[at_ + 3]))
                return;
            // one byte more, so that CR LF as the terminator is seen
            if (!characters_agreed_) use(read_una(bytes_.substr(at_, una_length + 1)));
            una_seen_ = true;
            at_ += una_length - 1;
        } else if (!is_filling(c)) {
            segment.after_stray = true;
        }
    }
}

void Tokeniser::skip_released() {
    ++at_;
    while (at_ < bytes_.size() && kind(at_) == Kind::line_end)
        ++at_;
    if (at_ < bytes_.size()) ++at_;
}

bool Tokeniser::next(Segments& into) {
    const std::size_t start = at_;
    Segment segment;
    skip_between(segment);
    if (at_ == bytes_.size() && behind_ == Window::Behind::nothing) return false;
    segment.begin = offset(at_);
    segment.first = static_cast<std::uint32_t>(into.components.size());
    if (!reaches_end(at_)) scan(segment, into);
    if (reaches_end(at_)) {
        into.components.resize(segment.first);
        at_ = start;
        return false;
    }
    const ShortCode capitals = to_upper_ascii(segment.tag);
    segment.lower_case = segment.tag != capitals;
    segment.tag = capitals;
    segment.count = static_cast<std::uint32_t>(into.components.size()) - segment.first;
    into.list.push_back(std::move(segment));
    return true;
}

void Tokeniser::scan(Segment& segment, Segments& into) {
    Component open{.begin = segment.begin};
    const auto close = [&] {
        open.end = offset(at_);
        if (open.end - segment.begin > max_segment_length) segment.too_long = true;
        if (open.element == 0 && open.component == 1)
            segment.tag = unescaped({bytes_, base_, behind_}, open, characters_.release);
        else if (open.end > open.begin && !segment.too_long)
            into.components.push_back(open);
        open.begin = open.end + 1;
        open.plain = true;
    };
    for (;; ++at_) {
        while (at_ < bytes_.size() && kind(at_) == Kind::data)
            ++at_;
        const Kind found = at_ < bytes_.size() ? kind(at_) : Kind::terminator;
        switch (found) {
        case Kind::data:
            break;
        case Kind::line_end:
            open.plain = false;
            if (open.element == 0 || !begins_segment(at_)) break;
            segment.swallows = true;
            if (!line_ends_segments_) break;
            segment.unterminated = true;
            close();
            segment.end = offset(at_);
            return;
        case Kind::release:
            open.plain = false;
            skip_released();
            --at_;
            break;
        case Kind::component:
            close();
            if (open.component < UINT16_MAX) ++open.component;
            break;
        case Kind::repetition:
            close();
            open.component = 1;
            if (open.repeat < UINT16_MAX) ++open.repeat;
            break;
        case Kind::element:
            close();
            open.component = 1;
            open.repeat = 0;
            if (open.element < UINT16_MAX) ++open.element;
            break;
        case Kind::terminator:
            close();
            segment.end = offset(at_);
            segment.cut = at_ == bytes_.size() && characters_.terminator != '\n';
            if (at_ < bytes_.size()) ++at_;
            return;
        }
    }
}

std::string unescaped(const Window& window, const Component& component, char release) {
    const auto raw = window.cut(component.begin, component.end);
    if (component.plain) return std::string(raw);
    std::string out;
    out.reserve(raw.size());
    bool released = false;
    for (const char c : raw) {
        if (c == '\r' || c == '\n') continue;
        if (!released && release != '\0' && c == release) {
            released = true;
            continue;
        }
        released = false;
        out += c;
    }
    return out;
}

} // namespace besteld::parsers::edifact
