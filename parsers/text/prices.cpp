// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/prices.hpp"

#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::ranges::find(words, word) != words.end();
}

class PriceFinder {
public:
    explicit PriceFinder(Passage& passage) : p_(passage) {}

    std::vector<FoundPrice> run() {
        std::vector<FoundPrice> found;
        for (std::size_t i = 0; i < p_.tokens.size(); ++i) {
            if (p_.tokens[i].kind != TokenKind::number || p_.tokens[i].use != Use::none) continue;
            if (auto price = price_at(i)) {
                p_.mark(price->first, price->last, Use::price);
                i = price->last - 1;
                found.push_back(std::move(*price));
            }
        }
        return found;
    }

private:
    std::string_view text(std::size_t i) const {
        return i < p_.tokens.size() ? std::string_view(p_.tokens[i].text) : std::string_view();
    }
    bool is_currency(std::size_t i) const {
        return i < p_.tokens.size() && p_.tokens[i].kind == TokenKind::currency;
    }

    static bool is_at(std::string_view word) {
        return is_one_of(word,
                         std::to_array<std::string_view>(
                             {"@", "à", "á", "zu", "单价", "价格", "prijs", "preis", "price",
                              "precio", "prix", "stukprijs", "stückpreis", "unitprice", "e-preis",
                              "einzelpreis", "nettopreis", "nettoprijs", "stuksprijs"}));
    }
    static bool is_per(std::string_view word) {
        return is_one_of(word, std::to_array<std::string_view>({"/", "per", "je", "pro", "每", "p",
                                                                "por", "par", "les", "la", "le"}));
    }
    static bool is_total_word(std::string_view word) {
        return is_one_of(
            word, std::to_array<std::string_view>(
                      {"totaal", "totaalbedrag", "totaalprijs", "gesamt", "gesamtbetrag",
                       "gesamtsumme", "gesamtwert", "gesamtpreis", "auftragswert", "bestellwert",
                       "summe", "total", "合计", "总计", "总金额", "orderwaarde", "subtotaal"}));
    }
    // Between "Total" and its number.
    static bool is_tax_word(std::string_view word) {
        return is_one_of(word, std::to_array<std::string_view>({"ht", "ttc", "netto", "net", "excl",
                                                                "incl", "btw", "mwst", "vat"}));
    }

    // "per 100", "/ctn", "je 100 Stück" from token `at`; moves it behind.
    void per(std::size_t& at, FoundPrice& price) const {
        if (!is_per(text(at))) return;
        std::size_t next = at + 1;
        if (next < p_.tokens.size() && p_.tokens[next].kind == TokenKind::number) {
            if (const auto base = read_number(text(next), p_.language)) {
                price.base_quantity = p_.field(next, next + 1, base->value, certainty::grammar);
                ++next;
            }
        }
        if (const auto unit =
                next < p_.tokens.size() ? unit_from_word(text(next), p_.language) : std::nullopt) {
            price.base_unit = p_.field(next, next + 1, *unit, certainty::grammar);
            ++next;
        }
        if (next > at + 1) at = next;
    }

    std::optional<FoundPrice> price_at(std::size_t i) const {
        const auto reading = read_number(p_.tokens[i].text, p_.language);
        if (!reading) return std::nullopt;
        FoundPrice price{.first = i, .last = i + 1};
        bool stated = false;
        if (i > 0 && is_currency(i - 1)) {
            --price.first;
            take_currency(i - 1, price, stated);
        }
        if (is_currency(price.last) && !is_of_next_number(price.last)) {
            take_currency(price.last, price, stated);
            ++price.last;
        }
        stated = (words_before(price) && (stated || !is_change_to(price, i))) || stated;
        if (!stated) return std::nullopt;
        if (!price.base_quantity) per(price.last, price);
        price.value = p_.field(i, i + 1, reading->value,
                               reading->other ? certainty::two_readings : certainty::grammar);
        return price;
    }

    // "NK-100 x 500 $0.86": the sign belongs to what it touches.
    bool is_of_next_number(std::size_t at) const {
        return at > 0 && at + 1 < p_.tokens.size() && p_.tokens[at + 1].kind == TokenKind::number &&
               p_.tokens[at + 1].begin == p_.tokens[at].end &&
               p_.tokens[at].begin > p_.tokens[at - 1].end;
    }

    // "de 45 à 50 cartons": to so many, not at such a price.
    bool is_change_to(const FoundPrice& price, std::size_t i) const {
        const std::string_view word = text(price.first);
        return (word == "à" || word == "zu" || word == "á") && i + 1 < p_.tokens.size() &&
               unit_from_word(text(i + 1), p_.language).has_value();
    }

    void take_currency(std::size_t at, FoundPrice& price, bool& stated) const {
        price.currency = p_.field(at, at + 1, p_.tokens[at].text, certainty::labelled);
        stated = true;
    }

    // "à", "Preis je 100:" and total words before the number; true when they make it a price.
    bool words_before(FoundPrice& price) const {
        std::size_t first = price.first;
        const auto back = [&](auto accepts) {
            if (first == 0 || !accepts(first - 1)) return false;
            --first;
            return true;
        };
        back([&](std::size_t at) { return is_punctuation(p_.tokens[at], ":"); });
        if (back([&](std::size_t at) { return is_at(p_.tokens[at].text); }))
            return accept(price, first);
        const std::size_t behind_tax = first;
        while (behind_tax - first < 3 && back([&](std::size_t at) {
                   return is_tax_word(p_.tokens[at].text) || is_punctuation(p_.tokens[at], ".");
               })) {
        }
        if (back([&](std::size_t at) { return is_total_word(p_.tokens[at].text); })) {
            price.is_total = true;
            return accept(price, first);
        }
        first = behind_tax;
        // "Preis je 100 Stück: 76,00"
        for (std::size_t steps = 1; steps <= 4 && steps <= first; ++steps) {
            if (!is_at(p_.tokens[first - steps].text)) continue;
            std::size_t at = first - steps + 1;
            per(at, price);
            if (at == first || at + 1 == first) return accept(price, first - steps);
            price.base_quantity.reset();
            price.base_unit.reset();
        }
        // "je 100 Stk. 52,00 €": what the price is for stands before it.
        for (std::size_t steps = 2; steps <= 4 && steps <= first; ++steps) {
            std::size_t at = first - steps;
            if (!is_per(p_.tokens[at].text) || p_.tokens[at].use != Use::none) continue;
            per(at, price);
            if (at < first && is_punctuation(p_.tokens[at], ".")) ++at;
            if (at == first) return accept(price, first - steps);
            price.base_quantity.reset();
            price.base_unit.reset();
        }
        return false;
    }

    static bool accept(FoundPrice& price, std::size_t first) {
        price.first = first;
        return true;
    }

    Passage& p_;
};

} // namespace

std::vector<FoundPrice> find_prices(Passage& passage) {
    return PriceFinder(passage).run();
}

} // namespace besteld::parsers
