// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/tokeniser.hpp"

#include "base/text.hpp"
#include "parsers/x12/codes.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

Tokeniser::Tokeniser(std::string_view bytes, std::size_t start)
    : bytes_(bytes), at_(std::min(start, bytes.size())) {
    if (is_isa(bytes_, at_)) return;
    if (const auto inferred = infer_separators(bytes_, at_)) separators_ = *inferred;
}

void Tokeniser::adopt(const ReadingProfile& profile) {
    agreed_.reset();
    const std::string& s = profile.separators;
    if (s.size() != 3) return;
    agreed_ = Separators{.element = s[0], .component = s[1], .terminator = s[2]};
    separators_ = *agreed_;
    terminator_at_ = 0;
}

void Tokeniser::skip_between(Segment& segment) {
    for (; at_ < bytes_.size(); ++at_) {
        const char c = bytes_[at_];
        if (is_filling(c) && c != separators_.element) continue;
        if (c != separators_.terminator) return;
        segment.after_empty = true;
    }
}

std::size_t Tokeniser::find_terminator() {
    if (terminator_at_ < at_ || terminator_at_ == 0)
        terminator_at_ = std::min(bytes_.find(separators_.terminator, at_), bytes_.size());
    return terminator_at_;
}

// Where every segment has its line, a line that begins with a tag begins a segment even if the
// terminator before it was forgotten.
std::size_t Tokeniser::find_end(Segment& segment) {
    const std::size_t end = find_terminator();
    segment.cut = end == bytes_.size();
    if (!one_segment_per_line_) return end;
    const auto span = bytes_.substr(0, end);
    for (auto i = span.find('\n', at_); i != std::string_view::npos; i = span.find('\n', i + 1)) {
        const auto tag = span.find_first_not_of(" \t\r\n", i);
        if (tag == std::string_view::npos) break;
        const auto mark = span.substr(tag, 4).find(separators_.element);
        if (mark == std::string_view::npos || !is_order_segment(span.substr(tag, mark))) continue;
        segment.unterminated = true;
        segment.cut = false;
        return i;
    }
    return end;
}

void Tokeniser::split(Segment& segment, Segments& into) const {
    const auto text = bytes_.substr(segment.begin, segment.end - segment.begin);
    std::size_t from = text.find(separators_.element);
    segment.tag = std::string(text.substr(0, std::min<std::size_t>(from, 15)));
    std::erase_if(segment.tag, is_filling); // a wrapped line may end within it
    const std::string capitals = to_upper_ascii(segment.tag);
    segment.lower_case = capitals != segment.tag;
    segment.tag = capitals;
    segment.first = static_cast<std::uint32_t>(into.elements.size());
    while (from != std::string_view::npos) {
        if (segment.count == max_elements) {
            segment.too_long = true;
            return;
        }
        const std::size_t to = text.find(separators_.element, from + 1);
        into.elements.push_back({.begin = static_cast<std::uint32_t>(segment.begin + from + 1),
                                 .end = to == std::string_view::npos
                                            ? segment.end
                                            : static_cast<std::uint32_t>(segment.begin + to)});
        ++segment.count;
        from = to;
    }
}

bool Tokeniser::next(Segments& into) {
    Segment segment;
    skip_between(segment);
    if (at_ >= bytes_.size()) return false;
    segment.begin = static_cast<std::uint32_t>(at_);
    std::size_t end = 0;
    if (is_isa(bytes_, at_)) {
        isa_ = read_isa(bytes_, at_);
        if (agreed_)
            isa_ = Isa{.separators = *agreed_,
                       .end = bytes_.find(agreed_->terminator, at_),
                       .fixed_width = isa_ && isa_->fixed_width};
        if (!isa_) {
            // without separators the rest cannot be taken apart
            segment.tag = "ISA";
            segment.end = static_cast<std::uint32_t>(bytes_.size());
            at_ = bytes_.size();
            into.list.push_back(std::move(segment));
            return true;
        }
        separators_ = isa_->separators;
        end = std::min(isa_->end, bytes_.size());
        const auto behind = bytes_.substr(std::min(end + 1, bytes_.size()), 2);
        one_segment_per_line_ = separators_.terminator != '\n' && separators_.terminator != '\r' &&
                                behind.find('\n') != std::string_view::npos;
        terminator_at_ = 0;
    } else {
        end = find_end(segment);
    }
    segment.end = static_cast<std::uint32_t>(end);
    split(segment, into);
    into.list.push_back(std::move(segment));
    at_ = std::min(end + 1, bytes_.size());
    return true;
}

} // namespace besteld::parsers::x12
