// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/change_grammar.hpp"

#include "parsers/text/line_words.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/phrases.hpp"
#include "parsers/text/positions.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace besteld::parsers {

namespace {

enum class Direction { old_first, new_first };
constexpr auto between_words = std::to_array<std::pair<Direction, std::string_view>>({
    {Direction::old_first,
     "mogen|mag|moet|moeten|wordt|worden|naar|soll|sollen|werden|auf|to|should be|becomes|"
     "改为|改成|改到|增加到|减少到|减到|增至|调整为|a|pasan a|à"},
    {Direction::new_first,
     "in plaats van|ipv|i.p.v|statt|anstatt|instead of|rather than|en lugar de|au lieu de"},
});

struct Amount {
    std::size_t number = 0;
    std::size_t last = 0; // behind number and unit
    std::optional<std::size_t> unit;
};

class ChangeReader {
public:
    ChangeReader(Passage& passage, const Sentence& sentence) : p_(passage), s_(sentence) {}

    // One sentence may change several lines: "AUB-400 de 24 à 36, NK-100 de 5 à 10".
    std::vector<ReadLine> run() {
        static const Phrases<Direction> between(between_words);
        std::vector<ReadLine> lines;
        std::optional<Amount> left;
        std::optional<Direction> direction;
        begin_ = s_.first;
        for (std::size_t i = s_.first; i < s_.last; ++i) {
            if (const std::size_t behind = behind_position(i); behind > i) {
                i = behind - 1;
            } else if (const auto amount = amount_at(i)) {
                if (left && direction) {
                    behind_ = amount->last;
                    lines.push_back(line(*left, *amount, *direction));
                    lines.back().last = begin_ = behind_;
                    i = behind_ - 1;
                    left.reset();
                    direction.reset();
                    continue;
                }
                left = amount;
                direction.reset();
                i = amount->last - 1;
            } else if (is_punctuation(p_.tokens[i], ",;")) {
                left.reset(); // "auf 36 reduzieren, NK-100 auf 2.000": two changes
                direction.reset();
            } else if (const auto match = between.at(p_.tokens, i); match && left) {
                direction = match->meaning;
            }
        }
        return lines;
    }

private:
    // "Pos. 10 von 48 auf 60": the line's number is none of the two.
    std::size_t behind_position(std::size_t i) {
        const auto found = position_at(p_, i, s_.last);
        if (!found) return i;
        position_ = p_.field(found->number, found->number + 1, p_.tokens[found->number].text,
                             certainty::labelled);
        p_.mark(i, found->behind, Use::line);
        return found->behind;
    }

    std::optional<Amount> amount_at(std::size_t i) const {
        const Token& t = p_.tokens[i];
        if (t.kind != TokenKind::number || t.use != Use::none || !read_number(t.text, p_.language))
            return std::nullopt;
        const auto word = line_word_at(p_.tokens, i + 1);
        if (word && word->meaning == LineWord::not_counted) return std::nullopt;
        Amount amount{i, i + 1, {}};
        if (i + 1 < s_.last && unit_from_word(p_.tokens[i + 1].text, p_.language)) {
            amount.unit = i + 1;
            amount.last = i + 2;
        }
        return amount;
    }

    ReadLine line(const Amount& left, const Amount& right, Direction direction) {
        const Amount& before = direction == Direction::old_first ? left : right;
        const Amount& now = direction == Direction::old_first ? right : left;
        ReadLine read{.first = begin_, .last = right.last};
        LineDraft& line = read.line;
        line.action = LineAction::change;
        line.line = std::exchange(position_, std::nullopt);
        line.quantity = quantity(now);
        line.references.push_back({"quantity_before", quantity(before), {}});
        const auto unit = now.unit ? now.unit : before.unit;
        if (unit) {
            line.unit = p_.field(*unit, *unit + 1, std::string(p_.slice(*unit, *unit + 1)),
                                 certainty::grammar);
            line.unit_code =
                p_.field(*unit, *unit + 1, *unit_from_word(p_.tokens[*unit].text, p_.language),
                         certainty::grammar, Origin::derived);
        }
        item(line, left.number, read.coded);
        p_.mark(left.number, right.last, Use::line);
        return read;
    }

    Field quantity(const Amount& amount) const {
        const auto reading = read_number(p_.tokens[amount.number].text, p_.language);
        return p_.field(amount.number, amount.number + 1, reading->value,
                        reading->other ? certainty::two_readings : certainty::grammar);
    }

    // A code anywhere in the sentence, else the words right before the first number.
    void item(LineDraft& line, std::size_t number, bool& coded) {
        for (std::size_t i = begin_; i < s_.last; ++i) {
            if (p_.tokens[i].kind != TokenKind::code || p_.tokens[i].use != Use::none) continue;
            line.seller_item = p_.field(i, i + 1, p_.tokens[i].text, certainty::grammar);
            p_.mark(i, i + 1, Use::line);
            coded = true;
            behind_ = std::max(behind_, i + 1);
            return;
        }
        std::size_t last = number;
        const auto is_small = [&](std::size_t i) {
            const auto word = line_word_at(p_.tokens, i);
            return word && word->meaning != LineWord::condition;
        };
        while (last > begin_ && (is_small(last - 1) || p_.tokens[last - 1].text == "由" ||
                                 p_.tokens[last - 1].text == "从"))
            --last;
        std::size_t first = last;
        while (first > begin_ && p_.tokens[first - 1].kind == TokenKind::word &&
               p_.tokens[first - 1].use == Use::none)
            --first;
        if (first == last || !starts_with_ideograph(p_.tokens[first].text)) return;
        line.name = p_.field(first, last, one_line(p_.slice(first, last)), certainty::position);
        p_.mark(first, last, Use::line);
    }

    Passage& p_;
    const Sentence& s_;
    std::size_t behind_ = 0;
    std::size_t begin_ = 0; // behind the last change that was read
    MaybeField position_;
};

} // namespace

std::vector<ReadLine> read_changed_quantities(Passage& passage,
                                              const std::vector<Sentence>& sentences) {
    std::vector<ReadLine> lines;
    for (const Sentence& sentence : sentences)
        std::ranges::move(ChangeReader(passage, sentence).run(), std::back_inserter(lines));
    return lines;
}

} // namespace besteld::parsers
