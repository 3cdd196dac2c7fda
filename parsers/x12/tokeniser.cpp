// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/tokeniser.hpp"

#include "base/text.hpp"
#include "parsers/x12/codes.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

// An ISA is judged by what stands behind it, a forgotten terminator by the next line.
constexpr std::size_t looked_ahead = 2048;

} // namespace

Tokeniser::Tokeniser(const Window& window, std::size_t start)
    : bytes_(window.held), base_(window.base), behind_(window.behind),
      at_(std::min(start, bytes_.size())) {
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

void Tokeniser::move_to(const Window& window) {
    at_ -= window.base - base_;
    bytes_ = window.held;
    base_ = window.base;
    behind_ = window.behind;
    terminator_at_ = 0;
    if (lost_) at_ = bytes_.size(); // nothing is needed from there
}

bool Tokeniser::reaches_end(std::size_t at) const {
    return behind_ == Window::Behind::more && bytes_.size() - at < looked_ahead;
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

void Tokeniser::split(std::string_view text, Segment& segment, Segments& into) const {
    std::size_t from = text.find(separators_.element);
    std::string tag(text.substr(0, std::min(from, ShortCode::longest)));
    std::erase_if(tag, is_filling); // a wrapped line may end within it
    segment.tag = to_upper_ascii(tag);
    segment.lower_case = segment.tag != tag;
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

// Where the ISA ends; the bytes' end when its separators cannot be found, for without them the
// rest cannot be taken apart.
std::size_t Tokeniser::begin_interchange() {
    isa_ = read_isa(bytes_, at_);
    if (agreed_)
        isa_ = Isa{.separators = *agreed_,
                   .end = bytes_.find(agreed_->terminator, at_),
                   .fixed_width = isa_ && isa_->fixed_width};
    if (!isa_) return bytes_.size();
    separators_ = isa_->separators;
    const std::size_t end = std::min(isa_->end, bytes_.size());
    const auto behind = bytes_.substr(std::min(end + 1, bytes_.size()), 2);
    one_segment_per_line_ = separators_.terminator != '\n' && separators_.terminator != '\r' &&
                            behind.find('\n') != std::string_view::npos;
    terminator_at_ = 0;
    return end;
}

bool Tokeniser::next(Segments& into) {
    if (lost_) return false;
    const std::size_t start = at_;
    Segment segment;
    skip_between(segment);
    if (at_ >= bytes_.size() && behind_ == Window::Behind::nothing) return false;
    const std::size_t begin = at_;
    const bool isa = is_isa(bytes_, at_);
    const bool near_end = reaches_end(at_);
    const std::size_t end = near_end ? at_ : isa ? begin_interchange() : find_end(segment);
    lost_ = isa && !near_end && !isa_;
    if (reaches_end(end) && !lost_) {
        at_ = start;
        return false;
    }
    segment.begin = offset(begin);
    segment.end = offset(end);
    if (lost_)
        segment.tag = "ISA";
    else
        split(bytes_.substr(begin, end - begin), segment, into);
    into.list.push_back(std::move(segment));
    at_ = std::min(end + 1, bytes_.size());
    return true;
}

} // namespace besteld::parsers::x12
