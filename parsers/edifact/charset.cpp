// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/charset.hpp"

#include "base/text.hpp"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace besteld::parsers::edifact {

namespace {

// ISO 9735-1 annex A; KECA is the Korean syntax identifier. ICU carries these tables in its own
// library, so no file is opened.
constexpr std::pair<std::string_view, const char*> converters[] = {
    {"UNOD", "ISO-8859-2"},  {"UNOE", "ISO-8859-5"}, {"UNOF", "ISO-8859-7"}, {"UNOG", "ISO-8859-3"},
    {"UNOH", "ISO-8859-4"},  {"UNOI", "ISO-8859-6"}, {"UNOJ", "ISO-8859-8"}, {"UNOK", "ISO-8859-9"},
    {"UNOL", "ISO-8859-15"}, {"KECA", "EUC-KR"},
};

bool is_ascii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string latin1_to_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else {
            out += static_cast<char>(0xC0U | (byte >> 6U));
            out += static_cast<char>(0x80U | (byte & 0x3FU));
        }
    }
    return out;
}

std::string convert(const char* from, std::string_view bytes) {
    std::string out(bytes.size() * 4 + 4, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        ucnv_convert("UTF-8", from, out.data(), static_cast<std::int32_t>(out.size()), bytes.data(),
                     static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status) || length < 0) return latin1_to_utf8(bytes);
    out.resize(std::min(out.size(), static_cast<std::size_t>(length)));
    return to_valid_utf8(out);
}

} // namespace

Charset::Charset(std::string_view syntax_identifier, std::string_view message) {
    if (is_ascii(message) || is_utf8(message)) return;
    if (syntax_identifier == "UNOY" || syntax_identifier == "UNOW") return;
    kind_ = Kind::latin1;
    for (const auto& [name, converter] : converters) {
        if (name != syntax_identifier) continue;
        kind_ = Kind::other;
        converter_ = converter;
    }
    doubtful_ = kind_ == Kind::latin1 && syntax_identifier != "UNOC";
}

std::string Charset::to_utf8(std::string_view bytes) const {
    if (is_ascii(bytes)) return std::string(bytes);
    switch (kind_) {
    case Kind::utf8:
        return to_valid_utf8(bytes);
    // a value of its own may be UTF-8 in a file that mixes both
    case Kind::latin1:
        return is_utf8(bytes) ? std::string(bytes) : latin1_to_utf8(bytes);
    case Kind::other:
        return convert(converter_, bytes);
    }
    return to_valid_utf8(bytes);
}

} // namespace besteld::parsers::edifact
