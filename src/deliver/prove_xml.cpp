// SPDX-License-Identifier: Apache-2.0
#include "deliver/prove_xml.hpp"

#include "base/text.hpp"
#include "deliver/prove_lines.hpp"
#include "deliver/render_families.hpp"
#include "parsers/xml/read_xml.hpp"

namespace besteld {

std::expected<OrderDraft, std::string> read_back_xml(std::string_view bytes) {
    auto parsed = parsers::read_xml(bytes, 0);
    if (parsed.documents.size() != 1 || !parsed.problems.empty())
        return std::unexpected("it cannot be read back");
    auto& read = parsed.documents.front();
    if (!read.problems.empty())
        return std::unexpected(cat("it cannot be read back: ", read.problems.front().text));
    return std::move(read);
}

Difference prove_with_code(std::string_view bytes, const Answer& answer, std::string_view name,
                           const std::string& code) {
    const auto read = read_back_xml(bytes);
    if (!read) return read.error();
    if (auto difference = prove_references(*read, answer)) return difference;
    if (!read->response_code || read->response_code->value != code)
        return cat("its ", name, " is not ", code);
    if (answer.kind == AnswerKind::rejection)
        return read->lines.empty() ? Difference{} : "a rejection has lines";
    return prove_lines(*read, answer,
                       {.backorder = Sayable::Rest::left_out, .dropped = Sayable::Rest::left_out});
}

} // namespace besteld
