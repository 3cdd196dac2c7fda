// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/line_grammar.hpp"

#include "base/text.hpp"
#include "parsers/text/clauses.hpp"
#include "parsers/text/item_tokens.hpp"
#include "parsers/text/line_quantity.hpp"
#include "parsers/text/line_words.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/positions.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <optional>

namespace besteld::parsers {

namespace {

class LineReader : private ClauseView {
public:
    LineReader(Passage& passage, Clause clause, std::span<const FoundPrice> prices)
        : ClauseView(passage, clause), p_(passage), prices_(prices) {}

    std::optional<ReadLine> run() {
        position();
        choose_item();
        choose_quantity();
        if (quantity_ == nowhere) return std::nullopt;
        if (rank_ <= beside_code && code_ == nowhere) return std::nullopt;
        if (!take_quantity()) return std::nullopt;
        condition();
        name();
        if (code_ == nowhere && !line_.line.name && !line_.line.gtin && !unit_is_the_item())
            return std::nullopt;
        take_item();
        price();
        doubts();
        line_.first = clause().first;
        line_.last = clause().last;
        line_.coded = code_ != nowhere;
        return std::move(line_);
    }

private:
    using enum Rank;
    void use(std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            if (p_.tokens[i].use == Use::none || p_.tokens[i].use == Use::cue)
                p_.tokens[i].use = Use::line;
    }

    // "Pos. 10", "1." or "2)" before anything else.
    void position() {
        body_ = clause().first;
        while (inside(body_) && (is_punctuation(token(body_), "-*+/") || token(body_).text == "•" ||
                                 token(body_).kind == TokenKind::line_end))
            ++body_;
        if (const auto found = position_at(p_, body_, clause().last))
            return take_position(found->number, found->behind);
        const bool marked =
            inside(body_ + 2) && token(body_).kind == TokenKind::number &&
            (is_punctuation(token(body_ + 1), ".)") || p_.slice(body_ + 1, body_ + 2) == "、") &&
            clause().list_line;
        if (marked) return take_position(body_, body_ + 2);
        const bool bracketed = inside(body_ + 3) && is_punctuation(token(body_), "(") &&
                               token(body_ + 1).kind == TokenKind::number &&
                               token(body_ + 1).text.size() <= 2 &&
                               is_punctuation(token(body_ + 2), ")");
        if (bracketed && clause().list_line && counts_behind(body_ + 3))
            take_position(body_ + 1, body_ + 3);
    }

    void take_position(std::size_t number, std::size_t next) {
        line_.line.line = p_.field(number, number + 1, token(number).text, certainty::labelled);
        use(body_, next);
        body_ = next;
        while (inside(body_) && is_punctuation(token(body_), ".):-"))
            ++body_;
    }

    void choose_item() {
        const ItemTokens found = find_item(p_, body_, clause().last);
        code_ = found.code;
        second_code_ = found.second_code;
        gtin_ = found.gtin;
        buyer_code_ = found.buyer_code;
    }

    QuantityRanks ranks() const { return {*this, body_, code_}; }
    void choose_quantity() {
        for (std::size_t i = body_; inside(i); ++i) {
            if (i == code_ || i == gtin_ || i == buyer_code_) continue;
            const Rank rank = ranks().rank_of(i);
            if (rank >= with_unit && rank_ >= with_unit && !ranks().after_condition(i))
                ++strong_quantities_;
            if (rank <= rank_) continue;
            rank_ = rank;
            quantity_ = i;
        }
    }

    bool take_quantity() {
        const Token& t = token(quantity_);
        std::string value;
        Origin origin = Origin::read;
        int score = rank_ >= labelled      ? certainty::labelled
                    : rank_ >= before_code ? certainty::grammar
                                           : certainty::position;
        if (t.kind == TokenKind::word) {
            value = *number_word(t.text, p_.language);
            // "half a dozen"
            if (value == "1" && quantity_ > body_ && token(quantity_ - 1).text == "half")
                value = "0.5";
        } else {
            const auto reading = read_number(t.text, p_.language);
            if (!reading) return false;
            value = reading->value;
            if (reading->other) {
                score = certainty::two_readings;
                problem("text.two_readings",
                        cat("\"", t.text, "\" is ", value, " or ", *reading->other),
                        "ask the customer, or compare with the pack size");
            }
        }
        behind_ = quantity_ + 1;
        if (const int factor = inside(behind_) ? multiplier_word(token(behind_).text) : 0;
            factor != 0) {
            const auto product = times(value, factor);
            if (!product) return false;
            value = *product;
            origin = Origin::derived;
            ++behind_;
            if (inside(behind_) && is_punctuation(token(behind_), ".")) ++behind_;
            counted_singly_ = true;
        }
        unit(value, origin);
        if (t.kind == TokenKind::word) score = std::min(score, score_of_word(value));
        // A difference ("2 dozen tape minder") is no total.
        for (std::size_t i = quantity_; inside(i); ++i)
            if (is_word(i, LineWord::difference) && (i + 1 == clause().last || i <= behind_ + 1))
                return false;
        line_.line.quantity = p_.field(quantity_, behind_, value, score, origin);
        if (line_.line.unit)
            line_.line.quantity->place = p_.place(quantity_, behind_ - unit_tokens_);
        use(quantity_, behind_);
        return true;
    }

    // "deux cartons ZB-1180" is as plain as a figure; "een doos" may be any box.
    int score_of_word(std::string_view value) const {
        const bool plain = code_ != nowhere && (value != "1" || code_ == behind_);
        return plain ? certainty::grammar : certainty::position;
    }

    void unit(std::string& value, Origin& origin) {
        const auto known = [&](std::size_t i) {
            return inside(i) && token(i).kind == TokenKind::word && (i != code_)
                       ? unit_from_word(token(i).text, p_.language)
                       : std::nullopt;
        };
        auto code = known(behind_);
        if (!code && inside(behind_) &&
            (token(behind_).text == "x" || is_punctuation(token(behind_), "*"))) {
            if ((code = known(behind_ + 1))) ++behind_;
        }
        if (!code) return;
        const std::size_t at = behind_++;
        std::size_t last = behind_;
        std::size_t shown = at;
        // Five dozen pairs are sixty pairs.
        if (*code == "DZN" && known(behind_)) {
            if (const auto product = times(value, 12)) {
                value = *product;
                origin = Origin::derived;
                code = known(behind_);
                shown = behind_;
                last = ++behind_;
            }
        }
        // Half a dozen are six, of which nobody says what they are.
        if (*code == "DZN" && value.contains('.')) {
            if (const auto product = times(value, 12)) {
                value = *product;
                origin = Origin::derived;
                return;
            }
        }
        unit_tokens_ = last - at;
        unit_at_ = shown;
        line_.line.unit =
            p_.field(shown, last, std::string(p_.slice(shown, last)), certainty::grammar);
        line_.line.unit_code = p_.field(shown, last, *code, certainty::grammar, Origin::derived);
        if (inside(behind_) && is_punctuation(token(behind_), ".")) ++unit_tokens_, ++behind_;
        and_a_half(value, origin);
    }

    // 五箱半: five cartons and a half
    void and_a_half(std::string& value, Origin& origin) {
        if (!inside(behind_) || token(behind_).text != "半" || value.contains('.')) return;
        value += ".5";
        origin = Origin::derived;
        ++unit_tokens_;
        ++behind_;
    }

    void condition() {
        for (std::size_t i = body_; inside(i); ++i) {
            if (!is_word(i, LineWord::condition) || p_.tokens[i].use == Use::date) continue;
            const bool about = i < quantity_; // "unos 15 sacos": only the number is in doubt
            std::size_t last = about ? quantity_ + 1 : clause().last;
            line_.line.condition =
                p_.field(i, last, one_line(p_.slice(i, last)), certainty::grammar);
            line_.line.quantity->score = line_.line.quantity->score * 8 / 10;
            condition_ = i;
            use(i, last);
            return;
        }
    }

    // "NK-130 / doos / 400 st": a slash between blanks parts as a comma does.
    bool is_parting_slash(std::size_t i) const {
        return is_punctuation(token(i), "/") && i > 0 && token(i - 1).end < token(i).begin &&
               i + 1 < p_.tokens.size() && token(i).end < token(i + 1).begin;
    }

    bool ends_name(std::size_t i) const {
        const Token& t = token(i);
        if (i == code_ || i == second_code_ || i == gtin_ || i == quantity_ || i == buyer_code_)
            return true;
        if (is_parting_slash(i)) return true;
        if (t.use == Use::price || t.use == Use::date || t.use == Use::header || t.use == Use::cue)
            return true;
        if (is_punctuation(t, ",;:!?=") || t.kind == TokenKind::currency) return true;
        const auto meaning = word(i);
        return meaning == LineWord::stop || meaning == LineWord::condition ||
               meaning == LineWord::item_label || meaning == LineWord::quantity_label ||
               meaning == LineWord::difference;
    }

    // The bracket that opens at `i` closes before the returned token; nowhere if it holds the
    // item's code.
    std::size_t bracket_end(std::size_t i) const {
        for (std::size_t at = i + 1; inside(at); ++at) {
            if (at == code_ || token(at).use == Use::price) return nowhere;
            if (is_punctuation(token(at), ")")) return at + 1;
        }
        return clause().last;
    }

    // Without a code the words must name something: "die van 300x200" does not.
    bool holds_words(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i < last; ++i) {
            const bool says = token(i).kind == TokenKind::word && token(i).text.size() >= 3 &&
                              (code_ != nowhere || !is_word(i, LineWord::filler));
            if (says || (code_ != nowhere && token(i).kind == TokenKind::dimension)) return true;
        }
        return false;
    }

    // "500 sachets AUB-115 sac kraft": counted in something that is no unit we know.
    bool unknown_unit() {
        if (line_.line.unit || code_ == nowhere || !inside(behind_) ||
            token(behind_).kind != TokenKind::word || token(behind_).use != Use::none ||
            word(behind_))
            return false;
        // "HL66010 fil poissé, 12 bobines"
        const bool ends = code_ + 1 < quantity_ && (behind_ + 1 == clause().last ||
                                                    is_punctuation(token(behind_ + 1), ",;"));
        if ((code_ != behind_ + 1 && !ends) || !name_from(code_ + 1, true)) return false;
        line_.line.unit =
            p_.field(behind_, behind_ + 1, std::string(p_.slice(behind_, behind_ + 1)),
                     certainty::assumed_unit);
        use(behind_, behind_ + 1);
        return true;
    }

    void name() {
        if (unknown_unit()) return;
        if (!name_from(behind_, false)) name_before();
        if (!line_.line.name && code_ != nowhere) name_from(code_ + 1, true);
    }

    bool name_from(std::size_t first, bool behind_code) {
        while (inside(first)) {
            const bool skip = first == code_ || is_word(first, LineWord::filler) ||
                              is_word(first, LineWord::item_label) ||
                              is_punctuation(token(first), ".:-x*") || is_parting_slash(first) ||
                              (token(first).use == Use::line && first != quantity_) ||
                              (behind_code && is_punctuation(token(first), ",:-"));
            if (!skip) break;
            ++first;
        }
        std::size_t last = first;
        while (inside(last)) {
            if (is_punctuation(token(last), "(")) {
                const std::size_t end = bracket_end(last);
                if (end == nowhere) break;
                last = end;
                continue;
            }
            if (ends_name(last)) break;
            ++last;
        }
        return take_name(first, last);
    }

    // The words before the quantity: "El azulejo metro blanco biselado, 15 cajas".
    void name_before() {
        std::size_t last = quantity_;
        if (condition_ < quantity_) last = condition_;
        while (last > body_ &&
               (token(last - 1).kind == TokenKind::punctuation ||
                is_word(last - 1, LineWord::quantity_label) || token(last - 1).text == "x" ||
                last - 1 == code_ || (code_ < last && is_word(last - 1, LineWord::filler)) ||
                token(last - 1).kind == TokenKind::line_end) &&
               !is_punctuation(token(last - 1), ")"))
            --last;
        std::size_t first = last;
        while (first > body_ && !(ends_name(first - 1) && !is_punctuation(token(first - 1), ")")))
            --first;
        while (first < last &&
               (is_word(first, LineWord::filler) || token(first).kind == TokenKind::punctuation ||
                is_transition(token(first).text)))
            ++first;
        take_name(first, last);
    }

    bool take_name(std::size_t first, std::size_t last) {
        while (last > first && (is_punctuation(token(last - 1), ".,:;-(/") ||
                                token(last - 1).kind == TokenKind::line_end))
            --last;
        while (last > first && is_word(last - 1, LineWord::filler))
            --last;
        bool brackets = last > first + 1 && is_punctuation(token(first), "(") &&
                        is_punctuation(token(last - 1), ")");
        if (brackets) {
            ++first;
            --last;
        }
        if (first >= last || !holds_words(first, last)) return false;
        const int score = code_ != nowhere ? certainty::grammar : certainty::position;
        line_.line.name = p_.field(first, last, one_line(p_.slice(first, last)), score);
        use(first, last);
        return true;
    }

    // "1.000 dozen (die van 300x200)": without other words the unit word names the item.
    bool unit_is_the_item() {
        if (unit_at_ == nowhere || token(unit_at_).text.size() < 3) return false;
        std::size_t last = unit_at_ + 1;
        if (inside(last) && is_punctuation(token(last), "("))
            last = std::min(bracket_end(last), clause().last);
        while (inside(last) &&
               (is_word(last, LineWord::filler) || token(last).kind == TokenKind::dimension))
            ++last;
        line_.line.name =
            p_.field(unit_at_, last, one_line(p_.slice(unit_at_, last)), certainty::unit_or_item);
        line_.line.unit.reset();
        line_.line.unit_code =
            p_.field(unit_at_, unit_at_ + 1, "H87", certainty::unit_or_item, Origin::derived);
        line_.line.quantity->score = std::min(line_.line.quantity->score, certainty::unit_or_item);
        use(unit_at_, last);
        problem("text.unit_or_item",
                cat("\"", p_.slice(unit_at_, unit_at_ + 1), "\" may be the item or its package"),
                "choose the item; the quantity counts it in pieces if it is the item");
        return true;
    }

    void take_item() {
        LineDraft& line = line_.line;
        const auto code_field = [&](std::size_t i) {
            use(i, i + 1);
            return p_.field(i, i + 1, token(i).text, certainty::grammar);
        };
        if (gtin_ != nowhere) line.gtin = code_field(gtin_);
        if (buyer_code_ != nowhere) line.buyer_item = code_field(buyer_code_);
        if (code_ == nowhere || code_ == gtin_ || code_ == buyer_code_) return;
        if (token(code_).kind == TokenKind::gtin)
            line.gtin = code_field(code_);
        else
            line.seller_item = code_field(code_);
    }

    void price() {
        for (const FoundPrice& price : prices_) {
            if (price.first < clause().first || price.first >= clause().last || price.is_total)
                continue;
            if (line_.line.unit_price) return;
            line_.line.unit_price = price.value;
            line_.line.currency = price.currency;
            line_.line.price_base_quantity = price.base_quantity;
            line_.line.price_base_unit = price.base_unit;
        }
    }

    void doubts() {
        LineDraft& line = line_.line;
        if (!line.unit && !line.unit_code) {
            if (counted_singly_)
                line.unit_code =
                    Field{"H87", Origin::derived, certainty::assumed_unit, line.quantity->place};
            line.quantity->score = std::min(line.quantity->score, certainty::assumed_unit);
        }
        dutch_dozen();
        number_left();
        if (second_code_ != nowhere) {
            line.quantity->score = std::min(line.quantity->score, certainty::two_readings);
            problem("text.two_items",
                    cat("\"", token(second_code_).text, "\" stands beside \"", token(code_).text,
                        "\": one item or two?"),
                    "compare with the mail and correct the lines");
        }
        if (strong_quantities_ > 0 && condition_ == nowhere) {
            line.quantity->score = line.quantity->score * 7 / 10;
            problem("text.two_quantities",
                    "two quantities stand beside one item; the first was taken",
                    "compare with the mail and correct the quantity");
        }
    }

    // A number in the line that no rule has read may be the quantity, or a line of its own.
    void number_left() {
        for (std::size_t i = body_; inside(i); ++i) {
            const Token& t = token(i);
            if (i == quantity_ || !ranks().is_counted_number(i)) continue;
            line_.line.quantity->score = line_.line.quantity->score * 8 / 10;
            return problem("text.number_left",
                           cat("\"", t.text, "\" stands in the same line and was not read"),
                           "compare with the mail");
        }
    }

    // Dutch "dozen" right before an item code: boxes of it, or the boxes themselves (NK-100 is a
    // box)? The unit is left as written with code XBX; the checks decide by the item's own units.
    void dutch_dozen() {
        if (p_.language != "nl" || unit_at_ == nowhere || code_ != unit_at_ + 1) return;
        if (line_.line.name && !fold_latin(line_.line.name->value).contains("doo") &&
            !fold_latin(line_.line.name->value).contains("doz"))
            return; // the words say what is in the boxes
        if (token(unit_at_).text != "dozen" && token(unit_at_).text != "doos") return;
        LineDraft& line = line_.line;
        if (!line.unit) return;
        line.unit_code->value = "XBX";
        for (Field* field : {&*line.quantity, &*line.unit, &*line.unit_code})
            field->score = std::min(field->score, certainty::unit_or_item);
        problem("text.dozen",
                cat("\"", line.unit->value, "\" may be the unit or the item ", token(code_).text),
                "if the item itself is a box, the quantity counts pieces");
        line_.problems.back().severity = Severity::note;
    }

    void problem(std::string code, std::string what, std::string hint) {
        line_.problems.push_back({Severity::warning, p_.place(quantity_, quantity_ + 1),
                                  std::move(code), std::move(what), std::move(hint)});
    }

    Passage& p_;
    std::span<const FoundPrice> prices_;
    ReadLine line_;
    std::size_t body_ = 0;
    std::size_t code_ = nowhere;
    std::size_t second_code_ = nowhere;
    std::size_t gtin_ = nowhere;
    std::size_t buyer_code_ = nowhere;
    std::size_t quantity_ = nowhere;
    std::size_t behind_ = 0; // first token behind quantity and unit
    std::size_t unit_at_ = nowhere;
    std::size_t unit_tokens_ = 0;
    std::size_t condition_ = nowhere;
    int strong_quantities_ = 0;
    bool counted_singly_ = false;
    Rank rank_ = none;
};

} // namespace

std::vector<ReadLine> read_lines(Passage& passage, const std::vector<Sentence>& sentences,
                                 std::span<const FoundPrice> prices) {
    std::vector<ReadLine> lines;
    for (const Sentence& sentence : sentences) {
        for (const Clause& clause : find_clauses(passage, sentence)) {
            // The prices are in the order of their places.
            const auto from =
                std::ranges::lower_bound(prices, clause.first, {}, &FoundPrice::first);
            const auto to = std::ranges::lower_bound(prices, clause.last, {}, &FoundPrice::first);
            if (auto line = LineReader(passage, clause, {from, to}).run())
                lines.push_back(std::move(*line));
        }
    }
    return lines;
}

} // namespace besteld::parsers
