// SPDX-License-Identifier: Apache-2.0
#include "order/place.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace besteld {

namespace {

std::string words_of(const SegmentSpot& spot) {
    std::string out = cat("message ", spot.message);
    if (spot.segment == 0) return out;
    out += cat(", segment ", spot.segment, " (", spot.tag, ")");
    if (spot.element != 0) out += cat(", element ", spot.element);
    if (spot.component > 1) out += cat(", component ", spot.component);
    return out;
}

} // namespace

Where::Where(std::string words)
    : words_(words.empty() ? nullptr : std::make_unique<const std::string>(std::move(words))) {}

Where::Where(const SegmentSpot& spot) {
    constexpr std::size_t widest = std::numeric_limits<std::uint32_t>::max();
    constexpr unsigned highest = std::numeric_limits<std::uint16_t>::max();
    const bool fits = spot.message != 0 && spot.message <= widest && spot.segment <= widest &&
                      spot.element <= highest && spot.component <= highest &&
                      spot.tag.size() <= tag_.size() && !spot.tag.contains('\0');
    if (!fits) {
        words_ = std::make_unique<const std::string>(words_of(spot));
        return;
    }
    message_ = static_cast<std::uint32_t>(spot.message);
    segment_ = static_cast<std::uint32_t>(spot.segment);
    std::ranges::copy(spot.tag, tag_.begin());
    element_ = static_cast<std::uint16_t>(spot.element);
    component_ = static_cast<std::uint16_t>(spot.component);
}

Where::Where(const Where& other)
    : words_(other.words_ ? std::make_unique<const std::string>(*other.words_) : nullptr),
      message_(other.message_), segment_(other.segment_), tag_(other.tag_),
      element_(other.element_), component_(other.component_) {}

Where& Where::operator=(const Where& other) {
    if (this != &other) *this = Where(other);
    return *this;
}

std::string Where::words() const {
    if (words_) return *words_;
    if (message_ == 0) return {};
    const auto end = std::ranges::find(tag_, '\0');
    return words_of({.message = message_,
                     .segment = segment_,
                     .tag = {tag_.begin(), end},
                     .element = element_,
                     .component = component_});
}

} // namespace besteld
