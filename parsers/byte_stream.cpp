// SPDX-License-Identifier: Apache-2.0
#include "parsers/byte_stream.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <utility>

namespace besteld::parsers {

ByteStream::ByteStream(Fill fill, std::size_t most) : fill_(std::move(fill)), most_(most) {
    buffer_.resize(std::min(step, most_));
    fill_up();
}

Window ByteStream::window() const {
    return {std::string_view(buffer_.data(), held_), base_, behind_};
}

ByteStream::Advance ByteStream::advance(std::uint32_t keep) {
    const std::size_t gone = keep - base_;
    if (gone == 0 && held_ == most_) return Advance::full;
    std::memmove(buffer_.data(), buffer_.data() + gone, held_ - gone);
    held_ -= gone;
    base_ = keep;
    // Half a buffer of news at least, or a long message is looked at again for every few bytes.
    if (held_ > buffer_.size() / 2) buffer_.resize(std::min(buffer_.size() * 2, most_));
    if (buffer_.size() > std::numeric_limits<std::uint32_t>::max() - base_) return Advance::too_far;
    fill_up();
    return Advance::done;
}

void ByteStream::fill_up() {
    while (held_ < buffer_.size() && behind_ == Window::Behind::more) {
        const auto got = fill_(std::span(buffer_).subspan(held_));
        held_ += std::min(got, buffer_.size() - held_);
        if (got == 0) behind_ = Window::Behind::nothing;
    }
}

} // namespace besteld::parsers
