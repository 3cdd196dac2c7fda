// SPDX-License-Identifier: Apache-2.0
#include "check/own_terms_words.hpp"

#include "base/text.hpp"

#include <array>

namespace besteld {

namespace {

// Terms of purchase are the buyer's by their name; of "our general terms" the owner is said.
constexpr std::array claims = std::to_array<std::string_view>({
    "inkoopvoorwaarden",
    "onze algemene voorwaarden",
    "onze voorwaarden",
    "conditions of purchase",
    "purchase conditions",
    "purchasing conditions",
    "terms of purchase",
    "purchase terms",
    "purchasing terms",
    "purchase order terms",
    "our general terms",
    "our terms and conditions",
    "our conditions apply",
    "our conditions of",
    "einkaufsbedingungen",
    "unsere agb",
    "unserer agb",
    "unseren agb",
    "unsere geschäftsbedingungen",
    "unserer allgemeinen geschäftsbedingungen",
    "unsere allgemeinen geschäftsbedingungen",
    "conditions générales d'achat",
    "conditions d'achat",
    "nos conditions générales",
    "采购条款",
    "采购条件",
    "采购通用条款",
    "采购合同条款",
    "我方条款",
    "我公司条款",
    "本公司条款",
});

// Short forms are words of their own only: "AEB" is not in "Gaebler".
constexpr std::array short_forms = std::to_array<std::string_view>({"aeb", "cga", "aiv"});

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool stands_alone(std::string_view text, std::string_view word) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end])))
            return true;
    }
    return false;
}

} // namespace

std::string claim_of_own_terms(std::string_view text) {
    const std::string folded = replace_all(fold_case(to_valid_utf8(text)), "’", "'");
    for (const auto claim : claims)
        if (folded.find(claim) != std::string::npos) return std::string(claim);
    for (const auto word : short_forms)
        if (stands_alone(folded, word)) return to_upper_ascii(word);
    return {};
}

} // namespace besteld
