// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/addresses.hpp"

#include "base/text.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace besteld::parsers {

namespace {

constexpr std::size_t most_pieces = 6;

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

// "NR2 3XY": British, outward and inward part.
bool is_british_postcode(std::string_view outward, std::string_view inward) {
    if (inward.size() != 3 || !is_figure(inward[0]) || !is_upper(inward[1]) || !is_upper(inward[2]))
        return false;
    return outward.size() >= 2 && outward.size() <= 4 && is_upper(outward[0]) &&
           std::ranges::any_of(outward, is_figure) &&
           std::ranges::all_of(outward, [](char c) { return is_upper(c) || is_figure(c); });
}

class AddressReader {
public:
    AddressReader(const Passage& passage, std::size_t at) : p_(passage), at_(at) {}

    std::size_t run(PartyDraft& party) {
        const auto pieces = split_pieces();
        PartyDraft read = party;
        std::size_t last = at_;
        bool address = false;
        std::optional<PartyDraft> with_house;
        for (const Sentence& piece : pieces) {
            if (const std::size_t behind = postcode(piece, read); behind > 0) {
                address = true;
                last = behind;
                break;
            }
            const bool house = holds_number(piece);
            if (!house && read.address_lines.empty() && !read.name)
                read.name = field(piece.first, piece.last);
            else
                read.address_lines.push_back(field(piece.first, piece.last));
            if (!house) continue;
            with_house = read;
            last = piece.last;
        }
        if (!address && !with_house) return at_;
        // Without a postcode what follows the house number may be anything.
        party = address ? std::move(read) : std::move(*with_house);
        return last;
    }

private:
    Field field(std::size_t first, std::size_t last) const {
        return p_.field(first, last, one_line(p_.slice(first, last)), certainty::grammar);
    }

    // Between commas, as far as the line goes.
    std::vector<Sentence> split_pieces() const {
        std::vector<Sentence> pieces;
        std::size_t first = at_;
        std::size_t i = at_;
        const auto close = [&] {
            if (i > first) pieces.push_back({first, i, false});
            first = i + 1;
        };
        for (; i < p_.tokens.size() && pieces.size() < most_pieces; ++i) {
            const Token& t = p_.tokens[i];
            const bool ends = t.kind == TokenKind::line_end || t.use == Use::date ||
                              t.use == Use::header || is_punctuation(t, ";!?():") ||
                              (is_punctuation(t, ".") && !is_abbreviated(i)) ||
                              is_punctuation(t, "/");
            if (ends) break;
            if (is_punctuation(t, ",")) close();
        }
        if (pieces.size() < most_pieces) close();
        return pieces;
    }

    // "Schulstr. 2"
    bool is_abbreviated(std::size_t i) const {
        return i + 1 < p_.tokens.size() && p_.tokens[i + 1].kind == TokenKind::number;
    }

    // A number beside a word, which is no quantity.
    bool holds_number(const Sentence& piece) const {
        bool number = false;
        bool word = false;
        for (std::size_t i = piece.first; i < piece.last; ++i) {
            const Token& t = p_.tokens[i];
            number = number || (std::ranges::any_of(p_.slice(i, i + 1), is_figure) &&
                                !(i + 1 < piece.last && is_unit_word(p_.tokens[i + 1].text)));
            word = word || t.kind == TokenKind::word;
        }
        return number && word;
    }

    bool is_capital(std::size_t i) const {
        const Character c = character_at(p_.text, p_.tokens[i].begin);
        return (c.ascii != 0 && is_upper(c.ascii)) || (c.point >= 0xC0 && c.point <= 0xDE);
    }

    // The town: words with capitals and the small ones between them.
    std::size_t town_end(std::size_t at, std::size_t last) const {
        constexpr auto small = std::to_array<std::string_view>(
            {"aan", "den", "de",  "la",  "le", "les", "sur",  "am", "an", "der",
             "in",  "en",  "bei", "van", "op", "lès", "upon", "on", "'s", "-"});
        std::size_t end = at;
        for (std::size_t i = at; i < last; ++i) {
            const Token& t = p_.tokens[i];
            if (t.kind == TokenKind::word && is_capital(i))
                end = i + 1;
            else if (std::ranges::find(small, t.text) == small.end())
                break;
        }
        return end;
    }

    // Behind the town when the piece begins with a postcode or ends in a British one, else 0.
    std::size_t postcode(const Sentence& piece, PartyDraft& party) const {
        if (piece.last - piece.first >= 2) {
            const std::size_t end = piece.last;
            for (std::size_t i = piece.first; i + 1 < end; ++i)
                if (is_british_postcode(p_.slice(i, i + 1), p_.slice(i + 1, i + 2)))
                    return british(piece, i, party);
        }
        const Token& digits = p_.tokens[piece.first];
        const bool plain = digits.kind == TokenKind::number || digits.kind == TokenKind::identifier;
        if (!plain || !std::ranges::all_of(digits.text, is_figure)) return 0;
        std::size_t last = piece.first + 1;
        const std::string_view letters = last < piece.last ? p_.slice(last, last + 1) : "";
        if (digits.text.size() == 4 && letters.size() == 2 &&
            std::ranges::all_of(letters, is_upper))
            ++last;
        else if (digits.text.size() != 5)
            return 0;
        const std::size_t end = town_end(last, piece.last);
        if (end == last) return 0;
        party.postcode = field(piece.first, last);
        party.city = field(last, end);
        return end;
    }

    std::size_t british(const Sentence& piece, std::size_t at, PartyDraft& party) const {
        party.postcode = field(at, at + 2);
        if (at > piece.first) party.city = field(piece.first, at);
        return at + 2;
    }

    const Passage& p_;
    std::size_t at_;
};

} // namespace

std::size_t read_address(const Passage& passage, std::size_t at, PartyDraft& party) {
    return AddressReader(passage, at).run(party);
}

} // namespace besteld::parsers
