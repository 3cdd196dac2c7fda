// SPDX-License-Identifier: Apache-2.0
#include "check/delivery_terms.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace besteld {

namespace {

struct Rule {
    std::string_view written;
    std::string_view incoterm;
};

// Incoterms 2020, and the rules that 2010 and 2020 withdrew with the ones that took their place.
constexpr std::array codes = std::to_array<Rule>({
    {"EXW", "EXW"},
    {"FCA", "FCA"},
    {"CPT", "CPT"},
    {"CIP", "CIP"},
    {"DAP", "DAP"},
    {"DPU", "DPU"},
    {"DDP", "DDP"},
    {"FAS", "FAS"},
    {"FOB", "FOB"},
    {"CFR", "CFR"},
    {"CIF", "CIF"},
    {"DAT", "DPU"},
    {"DDU", "DAP"},
    {"DAF", "DAP"},
    {"DES", "DAP"},
    {"DEQ", "DPU"},
});

// What people write instead, in lower case; the longer words first.
constexpr std::array phrases = std::to_array<Rule>({
    {"ex works", "EXW"},
    {"ab werk", "EXW"},
    {"af fabriek", "EXW"},
    {"af magazijn", "EXW"},
    {"départ usine", "EXW"},
    {"工厂交货", "EXW"},
    {"free carrier", "FCA"},
    {"货交承运人", "FCA"},
    {"frei haus", "DAP"},
    {"franco huis", "DAP"},
    {"franco domicile", "DAP"},
    {"delivered at place", "DAP"},
    {"rendu au lieu", "DAP"},
    {"目的地交货", "DAP"},
    {"delivered duty paid", "DDP"},
    {"完税后交货", "DDP"},
    {"free on board", "FOB"},
});

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The code as a word of its own; nothing when it stands inside another.
std::optional<std::size_t> find_code(std::string_view upper, std::string_view code) {
    const auto at = upper.find(code);
    if (at == std::string_view::npos) return std::nullopt;
    const bool starts = at == 0 || !is_letter(upper[at - 1]);
    const auto end = at + code.size();
    return starts && (end == upper.size() || !is_letter(upper[end])) ? std::optional(at)
                                                                     : std::nullopt;
}

// What is left beside the code is the place: without "Incoterms 2020", brackets and commas.
std::string place_in(std::string_view rest) {
    std::string kept;
    bool version = false; // the word before was "Incoterms"
    for (const auto word : split(rest, ' ')) {
        const std::string_view bare = trim(word);
        const bool names_rules = to_lower_ascii(bare).contains("incoterm");
        const bool names_year =
            version && bare.find_first_of("0123456789") != std::string_view::npos;
        version = names_rules || (version && !names_year && bare.size() <= 2);
        if (bare.empty() || names_rules || names_year) continue;
        kept += cat(kept.empty() ? "" : " ", bare);
    }
    const auto is_edge = [](char c) {
        return c == ',' || c == '(' || c == ')' || c == ';' || c == ':' || c == '-' || c == ' ';
    };
    while (!kept.empty() && is_edge(kept.front()))
        kept.erase(kept.begin());
    while (!kept.empty() && is_edge(kept.back()))
        kept.pop_back();
    return kept;
}

// One place under several names: ports and towns that traders of five languages write their own
// way. The first of each row stands for all.
constexpr std::array places = std::to_array<std::array<std::string_view, 4>>({
    {"rotterdam", "鹿特丹", "", ""},
    {"amsterdam", "阿姆斯特丹", "", ""},
    {"antwerpen", "antwerp", "anvers", "安特卫普"},
    {"brussel", "brussels", "bruxelles", "brüssel"},
    {"hamburg", "汉堡", "hambourg", ""},
    {"bremen", "不来梅", "", ""},
    {"köln", "cologne", "keulen", "科隆"},
    {"münchen", "munich", "慕尼黑", ""},
    {"aachen", "aken", "", ""},
    {"frankfurt", "francfort", "法兰克福", ""},
    {"den haag", "the hague", "la haye", "海牙"},
    {"lille", "rijsel", "里尔", ""},
    {"paris", "parijs", "巴黎", ""},
    {"london", "londen", "londres", "伦敦"},
    {"wien", "vienna", "vienne", "wenen"},
    {"milano", "milan", "mailand", "米兰"},
    {"shanghai", "上海", "", ""},
    {"ningbo", "宁波", "", ""},
    {"shenzhen", "深圳", "", ""},
    {"guangzhou", "广州", "", ""},
    {"qingdao", "青岛", "", ""},
    {"tianjin", "天津", "", ""},
    {"xiamen", "厦门", "", ""},
    {"hongkong", "hong kong", "香港", ""},
});

std::string with_common_names(std::string text) {
    for (const auto& row : places)
        for (const auto& name : row)
            if (!name.empty() && name != row.front())
                text = replace_all(std::move(text), name, row.front());
    return text;
}

// Letters and digits only, folded, for comparing places.
std::string place_key(std::string_view place) {
    std::string key;
    for (const char c : with_common_names(fold_case(to_valid_utf8(place)))) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain || static_cast<unsigned char>(c) >= 0x80) key += c;
    }
    return key;
}

} // namespace

DeliveryTerms read_delivery_terms(std::string_view text) {
    DeliveryTerms terms{.written = std::string(trim(text))};
    const std::string upper = to_upper_ascii(terms.written);
    std::size_t at = std::string::npos;
    std::size_t length = 0;
    for (const Rule& rule : codes) {
        const auto found = find_code(upper, rule.written);
        if (!found || *found >= at) continue;
        at = *found;
        length = rule.written.size();
        terms.incoterm = rule.incoterm;
        terms.withdrawn = rule.written != rule.incoterm ? rule.written : std::string_view{};
    }
    const std::string lower = to_lower_ascii(terms.written);
    for (const Rule& rule : phrases) {
        const auto found = lower.find(rule.written);
        if (at != std::string::npos || found == std::string::npos) continue;
        at = found;
        length = rule.written.size();
        terms.incoterm = rule.incoterm;
    }
    if (at == std::string::npos) return terms;
    terms.place =
        place_in(cat(terms.written.substr(0, at), " ", terms.written.substr(at + length)));
    return terms;
}

DeliveryTerms stated_delivery_terms(const OrderDraft& draft) {
    DeliveryTerms terms;
    if (draft.delivery_terms) {
        terms = read_delivery_terms(draft.delivery_terms->value);
        terms.source = draft.delivery_terms->place;
    }
    if (!draft.delivery_place || trim(draft.delivery_place->value).empty()) return terms;
    const std::string place(trim(draft.delivery_place->value));
    if (terms.written.empty()) terms.source = draft.delivery_place->place;
    if (terms.place.empty()) {
        terms.place = place;
        terms.written += cat(terms.written.empty() ? "" : " ", place);
    }
    return terms;
}

bool is_same_place(std::string_view a, std::string_view b) {
    const std::string one = place_key(a);
    const std::string other = place_key(b);
    return !one.empty() && !other.empty() &&
           (one.find(other) != std::string::npos || other.find(one) != std::string::npos);
}

} // namespace besteld
