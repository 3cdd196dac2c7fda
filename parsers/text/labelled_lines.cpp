// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/labelled_lines.hpp"

#include "base/text.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/headings.hpp"

#include <algorithm>
#include <bitset>
#include <initializer_list>
#include <optional>

namespace besteld::parsers {

namespace {

struct Labelled {
    TextHeading heading;
    TextCell value;
};

class FormReader {
public:
    explicit FormReader(Passage& passage) : p_(passage) {}

    std::vector<ReadLine> run(const std::vector<TextLine>& lines) {
        for (const TextLine& line : lines) {
            if (line.kind == LineKind::blank) continue;
            if (line.kind != LineKind::own) {
                close();
                continue;
            }
            const auto pairs = pairs_of(line);
            if (pairs.empty() && !is_other_label(line)) close();
            for (const Labelled& pair : pairs)
                take(pair, line);
        }
        close();
        return std::move(read_);
    }

private:
    // The values of one line. Side by side they stand apart by more than a blank: "a / b" and
    // "a, b" belong to running text.
    std::vector<Labelled> pairs_of(const TextLine& line) const {
        std::vector<Labelled> pairs;
        if (line.end - line.begin > 400) return pairs;
        for (std::uint32_t at = line.begin; at < line.end;) {
            const std::uint32_t stop = gap_after(at, line.end);
            if (const auto pair = pair_at(at, stop)) {
                pairs.push_back(*pair);
            } else if (!trim(slice(at, stop)).empty()) {
                return {};
            }
            at = stop;
            while (at < line.end && is_space(character_at(p_.text, at)))
                at += character_at(p_.text, at).length;
        }
        return pairs;
    }

    // Where two blanks, a tab or a wide blank stand; a blank right behind a colon is no gap.
    std::uint32_t gap_after(std::uint32_t at, std::uint32_t end) const {
        for (std::uint32_t i = at; i < end;) {
            const Character c = character_at(p_.text, i);
            const Character next =
                i + c.length < end ? character_at(p_.text, i + c.length) : Character{};
            const bool wide = c.point == 0x3000 || c.ascii == '\t' ||
                              (is_space(c) && next.length > 0 && is_space(next));
            if (wide && i > at && !ends_in_colon(slice(at, i))) return i;
            i += c.length;
        }
        return end;
    }

    static bool ends_in_colon(std::string_view text) {
        const std::string_view content = trim(text);
        return content.ends_with(':') || content.ends_with("：");
    }

    // "Aantal: 10": the label must be a heading we know.
    std::optional<Labelled> pair_at(std::uint32_t begin, std::uint32_t end) const {
        const auto [colon, length] = colon_in(slice(begin, end));
        if (colon == std::string_view::npos) return std::nullopt;
        std::string_view label = slice(begin, begin + static_cast<std::uint32_t>(colon));
        while (!label.empty() && (label.front() == '-' || label.front() == '*' ||
                                  label.front() == ' ' || label.front() == '\t'))
            label.remove_prefix(1);
        auto heading = heading_of(label);
        const auto value = trim(slice(begin + static_cast<std::uint32_t>(colon + length), end));
        // "Aantal: 10 / Afleveren: C3": running text, where a slash or a colon parts the values
        if (!heading || value.empty() || value.contains(" / ") ||
            colon_in(value).first != std::string_view::npos)
            return std::nullopt;
        const auto at = static_cast<std::uint32_t>(value.data() - p_.text.data());
        return Labelled{std::move(*heading), {at, at + static_cast<std::uint32_t>(value.size())}};
    }

    static std::pair<std::size_t, std::size_t> colon_in(std::string_view text) {
        const std::size_t narrow = text.find(':');
        const std::size_t wide = text.find("：");
        return narrow < wide ? std::pair{narrow, std::size_t{1}} : std::pair{wide, std::size_t{3}};
    }

    // "Liefertermin: 19.01.2026" between the others: read elsewhere.
    bool is_other_label(const TextLine& line) const {
        const auto [colon, length] = colon_in(slice(line.begin, line.end));
        return colon != std::string_view::npos && colon < 40;
    }

    void take(const Labelled& pair, const TextLine& line) {
        const auto column = static_cast<std::size_t>(pair.heading.column);
        if (pair.heading.column == TextColumn::other) return;
        if (filled_[column]) close();
        if (filled_.none()) record_.line = {};
        filled_.set(column);
        if (pair.heading.column == TextColumn::item)
            item(pair.value);
        else
            fill_from_cell(p_, pair.heading, pair.value, record_.line);
        lines_.push_back(line);
    }

    // "Artikel: NK-505 doos 300x200" holds the number and the words; "Product: rekfolie" words.
    void item(const TextCell& value) {
        std::vector<Token> tokens;
        tokenise(p_.text, value.begin, value.end, tokens);
        const std::string_view text = slice(value.begin, value.end);
        LineDraft& line = record_.line;
        if (!text.contains(' ') && !tokens.empty() && !starts_with_ideograph(text)) {
            line.seller_item = field(value, narrow(text));
            return;
        }
        const bool code = !tokens.empty() && (tokens.front().kind == TokenKind::code ||
                                              tokens.front().kind == TokenKind::identifier);
        TextCell words = value;
        if (code) {
            line.seller_item =
                field({tokens.front().begin, tokens.front().end}, tokens.front().text);
            words.begin = tokens.front().end;
        }
        const std::string name = one_line(trim(slice(words.begin, words.end)));
        if (!name.empty() && !line.name) line.name = field(words, name);
    }

    void close() {
        LineDraft& line = record_.line;
        const bool item = line.seller_item || line.buyer_item || line.gtin || line.name;
        if (item && line.quantity && filled_.count() >= 2 && line.quantity->value != "0") keep();
        record_ = {};
        filled_.reset();
        lines_.clear();
    }

    void keep() {
        LineDraft& line = record_.line;
        if (!line.unit)
            line.quantity->score = std::min(line.quantity->score, certainty::assumed_unit);
        record_.coded = line.seller_item || line.buyer_item || line.gtin;
        const auto from =
            std::ranges::lower_bound(p_.tokens, lines_.front().begin, {}, &Token::begin);
        record_.first = static_cast<std::size_t>(from - p_.tokens.begin());
        record_.last = record_.first;
        for (const TextLine& used : lines_)
            mark(used);
        read_.push_back(std::move(record_));
    }

    void mark(const TextLine& line) {
        auto at = std::ranges::lower_bound(p_.tokens, line.begin, {}, &Token::begin);
        for (; at != p_.tokens.end() && at->begin < line.end; ++at) {
            if (at->use == Use::none || at->use == Use::cue) at->use = Use::line;
            record_.last = static_cast<std::size_t>(at - p_.tokens.begin()) + 1;
        }
    }

    std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return p_.text.substr(begin, end - begin);
    }
    Field field(const TextCell& cell, std::string value) const {
        return {std::move(value), Origin::read, certainty::labelled,
                p_.place(cell.begin, cell.end)};
    }

    Passage& p_;
    std::vector<ReadLine> read_;
    ReadLine record_;
    std::bitset<16> filled_;
    std::vector<TextLine> lines_;
};

// Item labels on lines of their own: "Artikel: NK-505", next line "Aantal: 10".
bool begins_with(const Passage& p, const Sentence& s,
                 std::initializer_list<std::string_view> labels) {
    std::size_t at = s.first;
    while (at < s.last && p.tokens[at].kind == TokenKind::punctuation)
        ++at;
    return at + 1 < s.last && is_punctuation(p.tokens[at + 1], ":=") &&
           std::ranges::find(labels, p.tokens[at].text) != labels.end();
}

} // namespace

std::vector<Sentence> join_labelled(const Passage& p, std::vector<Sentence> sentences) {
    std::vector<Sentence> joined;
    bool open = false;
    for (const Sentence& s : sentences) {
        const bool more =
            begins_with(p, s,
                        {"aantal", "menge", "anzahl", "qty", "quantity", "数量", "eenheid",
                         "einheit", "unit", "单位", "prijs", "preis", "price", "单价",
                         "omschrijving", "bezeichnung", "description", "品名", "cantidad"});
        if (open && more) {
            joined.back().last = s.last;
            continue;
        }
        open = begins_with(p, s,
                           {"artikel", "artikelnr", "artnr", "art.nr", "artikelnummer", "item",
                            "sku", "货号", "料号", "型号", "referencia", "ref", "product", "code"});
        joined.push_back(s);
    }
    return joined;
}

std::vector<ReadLine> read_labelled_lines(Passage& passage, const std::vector<TextLine>& lines) {
    return FormReader(passage).run(lines);
}

} // namespace besteld::parsers
