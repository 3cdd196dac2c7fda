// SPDX-License-Identifier: Apache-2.0
// The first line is the subject, the rest the body.
#include "base/text.hpp"
#include "order/reply_token.hpp"
#include "parsers/text/answer_grammar.hpp"
#include "parsers/text/read_text.hpp"

#include <algorithm>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace besteld;
    const std::string bytes = to_valid_utf8({reinterpret_cast<const char*>(data), size});
    const std::size_t feed = std::min(bytes.find('\n'), bytes.size());
    const auto reply = parsers::read_answer(
        {.body = bytes, .subject = "", .sender_name = "Petra Bakker"}, {2, 1, 0});
    if (reply.picks.size() != (reply.said == parsers::Said::picks ? 3U : 0U)) __builtin_trap();
    find_reply_tokens(bytes, TokenUse::reply);
    std::vector<Problem> problems;
    const parsers::TextSource source{
        .text = std::string_view(bytes).substr(std::min(feed + 1, bytes.size())),
        .subject = std::string_view(bytes).substr(0, feed),
        .part = 1,
        .received_date = "2026-03-02"};
    const auto read = parsers::read_text(source, problems);
    for (const OrderDraft& wish : read.wishes)
        for (const Field& note : wish.notes)
            if (note.place.end > source.text.size()) __builtin_trap();
    if (!read.main) return 0;
    for (const LineDraft& line : read.main->lines)
        if (line.quantity && line.quantity->place.end > source.text.size()) __builtin_trap();
    return 0;
}
