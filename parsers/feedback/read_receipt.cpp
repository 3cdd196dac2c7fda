// SPDX-License-Identifier: Apache-2.0
#include "parsers/feedback/read_receipt.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "parsers/feedback/report.hpp"

namespace besteld::parsers {

std::string read_receipt_number(std::string_view answer) {
    boost::json::value root;
    try { // the door to the JSON library, which throws
        root = parse_json(answer);
    } catch (const JsonFault&) {
        return {};
    }
    const auto* number = root.is_object() ? root.get_object().if_contains("number") : nullptr;
    if (number == nullptr) return {};
    if (number->is_int64()) return std::to_string(number->get_int64());
    if (!number->is_string() || number->get_string().size() > longest_text) return {};
    std::string text(number->get_string());
    return is_utf8(text) && !text.contains('\0') ? text : std::string();
}

} // namespace besteld::parsers
