// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading_json.hpp"
#include "parsers/byte_stream.hpp"
#include "parsers/read.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace besteld::test {

// What a reader of a stream makes of bytes that come as a pipe gives them: never as many as there
// is room for.
inline parsers::Parsed in_pieces(
    std::string_view bytes, std::size_t held,
    const std::function<std::vector<Problem>(parsers::ByteStream&, const parsers::DocumentSink&)>&
        read) {
    parsers::ByteStream stream(
        [bytes](std::span<char> into) mutable {
            const auto piece = bytes.substr(0, std::min<std::size_t>(into.size(), 777));
            std::ranges::copy(piece, into.begin());
            bytes.remove_prefix(piece.size());
            return piece.size();
        },
        held);
    parsers::Parsed parsed;
    parsed.problems =
        read(stream, [&](OrderDraft&& draft) { parsed.documents.push_back(std::move(draft)); });
    return parsed;
}

inline std::string shown(const parsers::Parsed& parsed) {
    return to_json_text(Reading{.documents = parsed.documents, .problems = parsed.problems});
}

} // namespace besteld::test
