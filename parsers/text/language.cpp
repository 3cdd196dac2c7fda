// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/language.hpp"

#include <array>
#include <unordered_map>

namespace besteld::parsers {

namespace {

constexpr auto languages = std::to_array<std::string_view>({"nl", "de", "en", "fr", "es", "zh"});

struct FunctionWords {
    std::size_t language;
    std::string_view words;
};

constexpr auto function_words = std::to_array<FunctionWords>({
    {0, "de het een en van op voor met graag ik wij we ons onze bij naar niet bestelling leveren "
        "levering "
        "goedemorgen goedemiddag hallo hoi groet groeten bedankt alvast stuks dozen rollen aub "
        "maar doe die "
        "aantal artikel kunnen nog week bestellen kan waar blijft worden afleveren zie onder spoed "
        "zelfde"},
    {1, "der die das und wir ich bitte mit für bis von zur zum den dem ein eine einen nicht "
        "bestellung "
        "bestellen hiermit lieferung rollen stück sehr geehrte damen herren guten tag hallo grüße "
        "freundlichen gruß danke uns unsere menge artikel benötigen ist auf im auftrag "
        "nachbestellung"},
    {2, "the and of to we please our for by with is are this that you your order ship need would "
        "like hi "
        "hello thanks thank regards dear can get from have on in at best not delivery deliver i"},
    {3, "le la les et des du nous vous pour merci bonjour commande livraison une un est avec dans "
        "veuillez "
        "par sur notre cordialement besoin avons"},
    {4, "el la los las y de del por favor para una un necesitamos pedido hola gracias buenos "
        "buenas días "
        "tardes saludo saludos cajas con que en referencia unas unos"},
});

} // namespace

std::string language_of(std::span<const Token> tokens, std::string_view otherwise) {
    static const auto votes = [] {
        std::unordered_map<std::string_view, unsigned> built; // a bit per language
        for (const FunctionWords& row : function_words) {
            std::string_view rest = row.words;
            for (;;) {
                const std::size_t blank = rest.find(' ');
                built[rest.substr(0, blank)] |= 1U << row.language;
                if (blank == std::string_view::npos) break;
                rest.remove_prefix(blank + 1);
            }
        }
        return built;
    }();
    std::array<int, languages.size()> count{};
    for (const Token& token : tokens) {
        if (token.kind != TokenKind::word) continue;
        if (starts_with_ideograph(token.text)) count.back() += 2;
        const auto found = votes.find(token.text);
        if (found == votes.end()) continue;
        for (std::size_t i = 0; i < count.size(); ++i)
            if ((found->second >> i & 1U) != 0) ++count[i];
    }
    std::size_t best = 0;
    bool tie = false;
    for (std::size_t i = 1; i < count.size(); ++i) {
        if (count[i] == count[best]) tie = true;
        if (count[i] > count[best]) {
            best = i;
            tie = false;
        }
    }
    if (count[best] == 0 || (tie && !otherwise.empty())) return std::string(otherwise);
    return std::string(languages[best]);
}

} // namespace besteld::parsers
