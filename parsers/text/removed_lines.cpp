// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/removed_lines.hpp"

#include "parsers/text/line_words.hpp"
#include "parsers/text/phrases.hpp"
#include "parsers/text/positions.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace besteld::parsers {

namespace {

enum class Edit { remove, add };
constexpr auto edit_words = std::to_array<std::pair<Edit, std::string_view>>({
    {Edit::remove,
     "vervallen|vervalt|eraf|eruit|schrappen|verwijderen|weglaten|streichen|gestrichen|"
     "entfällt|entfallen|löschen|weglassen|remove|delete|drop|take off|leave out|"
     "supprimer|supprimez|retirer|retirez|enlever|enlevez|取消|删除|去掉|不要"},
    {Edit::add, "toevoegen|toegevoegd|erbij|bijvoegen|hinzufügen|ergänzen|zusätzlich|dazu|hinzu|"
                "nachtrag|aanvulling|add|added|"
                "ajouter|d'ajouter|ajoutez|rajouter|追加|增加|加上"},
});

const Phrases<Edit>& edits() {
    static const Phrases<Edit> words(edit_words);
    return words;
}

class RemovalReader {
public:
    RemovalReader(Passage& passage, const Sentence& sentence) : p_(passage), s_(sentence) {}

    std::vector<ReadLine> run() {
        std::vector<ReadLine> lines;
        for (std::size_t i = s_.first; i < s_.last; ++i) {
            const auto match = edits().at(p_.tokens, i);
            if (!match || match->meaning != Edit::remove) continue;
            auto code = code_before(i);
            if (!code) code = code_behind(i + match->length);
            if (!code) continue;
            lines.push_back(line(*code, i, i + match->length));
        }
        return lines;
    }

private:
    bool is_free_code(std::size_t i) const {
        const Token& t = p_.tokens[i];
        return (t.kind == TokenKind::code || t.kind == TokenKind::gtin) && t.use == Use::none;
    }
    // A comma or a joint ends the part of the sentence that is about one item; a number that is
    // counted makes the word say something else.
    bool is_border(std::size_t i) const {
        const Token& t = p_.tokens[i];
        return joins_lines(t) || is_punctuation(t, ";") || t.use == Use::line ||
               (t.kind == TokenKind::number && t.use == Use::none);
    }

    std::optional<std::size_t> code_before(std::size_t i) const {
        for (std::size_t back = 1; back <= 8 && i >= s_.first + back; ++back) {
            if (is_free_code(i - back)) return i - back;
            if (is_border(i - back)) return std::nullopt;
        }
        return std::nullopt;
    }
    std::optional<std::size_t> code_behind(std::size_t i) const {
        for (std::size_t at = i; at < std::min(i + 6, s_.last); ++at) {
            if (is_free_code(at)) return at;
            if (is_border(at)) return std::nullopt;
        }
        return std::nullopt;
    }

    ReadLine line(std::size_t code, std::size_t word, std::size_t word_end) {
        ReadLine read{.first = std::min(code, word), .last = std::max(code + 1, word_end)};
        read.coded = true;
        read.line.action = LineAction::remove;
        auto& id = p_.tokens[code].kind == TokenKind::gtin ? read.line.gtin : read.line.seller_item;
        id = p_.field(code, code + 1, p_.tokens[code].text, certainty::grammar);
        position(read);
        p_.mark(read.first, read.last, Use::line);
        return read;
    }

    // "Position 20 (NK-211)", "regel 2 (HL55070)"
    void position(ReadLine& read) const {
        for (std::size_t back = 1; back <= 4 && read.first >= s_.first + back; ++back) {
            const std::size_t i = read.first - back;
            const auto found = position_at(p_, i, read.first);
            if (!found) continue;
            const std::size_t at = found->number;
            read.line.line = p_.field(at, at + 1, p_.tokens[at].text, certainty::labelled);
            read.first = i;
            return;
        }
    }

    Passage& p_;
    const Sentence& s_;
};

} // namespace

std::vector<ReadLine> read_removed_lines(Passage& passage, const std::vector<Sentence>& sentences) {
    std::vector<ReadLine> lines;
    for (const Sentence& sentence : sentences)
        std::ranges::move(RemovalReader(passage, sentence).run(), std::back_inserter(lines));
    return lines;
}

bool is_added(const Passage& passage, const std::vector<Sentence>& sentences,
              const ReadLine& line) {
    for (const Sentence& s : sentences) {
        if (line.first < s.first || line.first >= s.last) continue;
        for (std::size_t i = s.first; i < s.last; ++i)
            if (const auto match = edits().at(passage.tokens, i))
                if (match->meaning == Edit::add) return true;
    }
    return false;
}

} // namespace besteld::parsers
