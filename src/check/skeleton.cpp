// SPDX-License-Identifier: Apache-2.0
#include "check/skeleton.hpp"

#include "base/text.hpp"

#include <unicode/uidna.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <memory>

namespace besteld {

namespace {

struct CloseSpoof {
    void operator()(USpoofChecker* checker) const { uspoof_close(checker); }
};
struct CloseIdna {
    void operator()(UIDNA* idna) const { uidna_close(idna); }
};

// ICU's tables are read once; both are const afterwards and safe to share.
const USpoofChecker* spoof_checker() {
    static const std::unique_ptr<USpoofChecker, CloseSpoof> checker = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<USpoofChecker, CloseSpoof>(uspoof_open(&status));
    }();
    return checker.get();
}

const UIDNA* idna() {
    static const std::unique_ptr<UIDNA, CloseIdna> converter = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<UIDNA, CloseIdna>(
            uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_UNICODE, &status));
    }();
    return converter.get();
}

constexpr std::size_t longest = 1024; // a domain has 253 bytes, a display name seldom 100

std::string icu_skeleton(std::string_view text) {
    if (spoof_checker() == nullptr) return std::string(text);
    std::string out(text.size() * 4 + 16, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        uspoof_getSkeletonUTF8(spoof_checker(), 0, text.data(), static_cast<int32_t>(text.size()),
                               out.data(), static_cast<int32_t>(out.size()), &status);
    if (U_FAILURE(status) || length < 0 || static_cast<std::size_t>(length) > out.size())
        return std::string(text);
    out.resize(static_cast<std::size_t>(length));
    return out;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Per ASCII character, what it stands for. UTS 39 writes m as rn; its kin are written out alike, so
// that "rnueller" and "mueller" meet.
using AsciiTable = std::array<std::string, 128>;

std::string ascii_prototype(char c) {
    switch (c) {
    case '-':
    case '_':
        return "";
    case 'i':
        return "l";
    case '5':
        return "s";
    case 'w':
        return "vv";
    case 'd':
        return "cl";
    default:
        break;
    }
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return fold_case(icu_skeleton(std::string_view(&lower, 1)));
}

const AsciiTable& ascii_table() {
    static const AsciiTable table = [] {
        AsciiTable made;
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = ascii_prototype(static_cast<char>(i));
        return made;
    }();
    return table;
}

std::string spell_out(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            out += ascii_table()[byte];
        else
            out += c;
    }
    return out;
}

} // namespace

std::string shown_domain(std::string_view domain) {
    const std::string lower = to_lower_ascii(domain);
    if (lower.size() > longest || lower.find("xn--") == std::string::npos || idna() == nullptr)
        return lower;
    std::string out(lower.size() * 4 + 16, '\0');
    UErrorCode status = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto length =
        uidna_nameToUnicodeUTF8(idna(), lower.data(), static_cast<int32_t>(lower.size()),
                                out.data(), static_cast<int32_t>(out.size()), &info, &status);
    if (U_FAILURE(status) || length < 0 || static_cast<std::size_t>(length) > out.size())
        return lower;
    out.resize(static_cast<std::size_t>(length));
    return out;
}

std::string skeleton(std::string_view name) {
    const std::string shown = shown_domain(to_valid_utf8(name.substr(0, longest)));
    if (is_ascii(shown)) return spell_out(shown);
    return spell_out(fold_case(to_valid_utf8(icu_skeleton(fold_case(shown)))));
}

bool has_skeleton(std::string_view label, std::string_view wanted) {
    if (!is_ascii(label) || label.starts_with("xn--")) return skeleton(label) == wanted;
    std::size_t at = 0;
    for (const char c : label) {
        const std::string& piece = ascii_table()[static_cast<unsigned char>(c)];
        if (wanted.compare(at, piece.size(), piece) != 0) return false;
        at += piece.size();
    }
    return at == wanted.size();
}

} // namespace besteld
