// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/charset.hpp"

#include "base/text.hpp"

#include <unicode/ucnv.h>
#include <unicode/udata.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace besteld::parsers::email {

namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

constexpr std::array warm = {
    "windows-1252", "windows-1250", "windows-1251", "windows-1254", "gb18030",     "big5",
    "iso-8859-2",   "iso-8859-15",  "shift_jis",    "euc-jp",       "iso-2022-jp", "windows-949",
    "windows-874",  "koi8-r",       "utf-16",       "utf-16le",     "utf-16be",    "utf-7",
    "hz-gb-2312",   "ibm-850",      "macroman"};

Converter open_converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name.c_str(), &status));
    if (U_FAILURE(status)) return nullptr;
    return converter;
}

bool is_ascii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What senders mean by a name (WHATWG Encoding 4.2): the superset that their program really used.
std::string meant_charset(std::string_view declared) {
    std::string name = to_lower_ascii(trim(declared));
    std::erase_if(name, [](char c) { return c == '"' || c == '\'' || c < '!' || c > '~'; });
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 33> meanings = {{
        {"iso-8859-1", "windows-1252"},
        {"iso8859-1", "windows-1252"},
        {"iso_8859-1", "windows-1252"},
        {"latin1", "windows-1252"},
        {"iso-8859-1-windows-3.1-latin-1", "windows-1252"},
        {"gb2312", "gb18030"},
        {"gb_2312-80", "gb18030"},
        {"gbk", "gb18030"},
        {"x-gbk", "gb18030"},
        {"euc-cn", "gb18030"},
        {"cp936", "gb18030"},
        {"ms936", "gb18030"},
        {"ks_c_5601-1987", "windows-949"},
        {"ks_c_5601-1989", "windows-949"},
        {"euc-kr", "windows-949"},
        {"iso-8859-9", "windows-1254"},
        {"iso-8859-11", "windows-874"},
        {"tis-620", "windows-874"},
        {"iso-8859-8-i", "iso-8859-8"},
        {"iso-8859-8-e", "iso-8859-8"},
        {"iso-8859-6-i", "iso-8859-6"},
        {"us-ascii", ""},
        {"ascii", ""},
        {"ansi_x3.4-1968", ""},
        {"unknown-8bit", ""},
        {"x-unknown", ""},
        {"unknown", ""},
        {"8bit", ""},
        {"default", ""},
        {"none", ""},
        {"utf8", "utf-8"},
        {"utf-8mb4", "utf-8"},
        {"unicode-1-1-utf-8", "utf-8"},
    }};
    const auto* found =
        std::ranges::find(meanings, name, [](const auto& pair) { return pair.first; });
    return found == meanings.end() ? name : std::string(found->second);
}

std::string without_nul(std::string text) {
    return text.contains('\0')
               ? replace_all(std::move(text), std::string_view("\0", 1), "\xEF\xBF\xBD")
               : text;
}

std::string convert(std::string_view bytes, UConverter& converter) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), &converter,
                                  status);
    std::string out;
    if (U_SUCCESS(status)) text.toUTF8String(out);
    return to_valid_utf8(out);
}

Utf8Text from_windows_1252(std::string_view bytes, std::string doubt) {
    const Converter converter = open_converter("windows-1252");
    return {.text = without_nul(converter ? convert(bytes, *converter) : to_valid_utf8(bytes)),
            .used = "windows-1252",
            .doubt = std::move(doubt)};
}

Utf8Text from_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (is_utf8(bytes))
        return {.text = without_nul(std::string(bytes)), .used = "utf-8", .doubt = ""};
    const std::string repaired = to_valid_utf8(bytes);
    std::string others = replace_all(repaired, "\xEF\xBF\xBD", "");
    if (is_ascii(others))
        return from_windows_1252(bytes, "declared as UTF-8 but not UTF-8; read as windows-1252");
    return {.text = without_nul(repaired), .used = "utf-8", .doubt = "some bytes are not UTF-8"};
}

} // namespace

void prepare_charsets() {
    UErrorCode status = U_ZERO_ERROR;
    udata_setFileAccess(UDATA_NO_FILES, &status);
    for (const char* name : warm)
        open_converter(name); // ICU keeps the tables of a closed converter
}

Utf8Text to_utf8(std::string_view bytes, std::string_view declared) {
    const std::string name = meant_charset(declared);
    if (name == "utf-8") return from_utf8(bytes);
    const Converter converter = name.empty() ? nullptr : open_converter(name);
    if (converter) {
        Utf8Text out{.text = convert(bytes, *converter), .used = name, .doubt = ""};
        if (out.text.contains("\xEF\xBF\xBD"))
            out.doubt = cat("some bytes are not ", to_valid_utf8(declared));
        out.text = without_nul(std::move(out.text));
        return out;
    }
    std::string doubt;
    if (!name.empty()) doubt = cat("unknown charset \"", to_valid_utf8(declared), "\"");
    if (is_utf8(bytes)) return {.text = from_utf8(bytes).text, .used = "utf-8", .doubt = doubt};
    if (doubt.empty()) doubt = "bytes above 127 without a charset";
    return from_windows_1252(bytes, cat(doubt, "; read as windows-1252"));
}

} // namespace besteld::parsers::email
