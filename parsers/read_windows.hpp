// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the readers of interchanges share that take them window by window (byte_stream.hpp).

#include "order/draft.hpp"
#include "parsers/byte_stream.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace besteld::parsers {

// About the file as a whole.
inline Problem file_problem(std::uint32_t part, std::string code, std::string text,
                            std::string hint = {}) {
    return {.severity = Severity::error,
            .place = {.part = part, .where = "file"},
            .code = std::move(code),
            .text = std::move(text),
            .hint = std::move(hint)};
}

// Shows the reader one window after the other. A Reader has take_window, needed_from, move_to, and
// give_up_message for a message that no window holds: false when there is none to give up. False
// when the stream is longer than places can be counted.
template <typename Reader>
bool show_windows(ByteStream& stream, Reader& reader) {
    using Advance = ByteStream::Advance;
    reader.take_window();
    auto advanced = Advance::done;
    while (advanced != Advance::too_far && stream.window().behind == Window::Behind::more) {
        advanced = stream.advance(reader.needed_from());
        if (advanced == Advance::full && !reader.give_up_message()) break;
        reader.move_to(stream.window());
        reader.take_window();
    }
    return advanced != Advance::too_far;
}

} // namespace besteld::parsers
