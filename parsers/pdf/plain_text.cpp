// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/plain_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace besteld::parsers::pdf {
namespace {

bool is_compatibility_form(UChar32 c) {
    return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3000;
}

bool is_invisible(UChar32 c) {
    return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c < 0x20 ||
           (c >= 0x7F && c < 0xA0);
}

} // namespace

std::string plain_word(std::u16string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString source(text.data(), static_cast<int32_t>(text.size()));
    icu::UnicodeString out;
    for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const UChar32 c = source.char32At(i);
        if (is_invisible(c)) continue;
        if (c == 0x2010 || c == 0x2011 || c == 0x2212)
            out += static_cast<char16_t>('-');
        else if (c == 0x00A0 || c == 0x202F || c == 0x2009)
            out += static_cast<char16_t>(' ');
        else if (is_compatibility_form(c) && U_SUCCESS(status))
            out += nfkc->normalize(icu::UnicodeString(c), status);
        else
            out += c;
    }
    std::string utf8;
    out.trim().toUTF8String(utf8); // a lone surrogate becomes U+FFFD
    return utf8;
}

std::string plain_text(std::string_view utf8) {
    const auto wide = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    return plain_word({wide.getBuffer(), static_cast<std::size_t>(wide.length())});
}

} // namespace besteld::parsers::pdf
