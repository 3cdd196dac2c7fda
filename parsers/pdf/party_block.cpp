// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/party_block.hpp"

#include "base/text.hpp"
#include "parsers/pdf/head_labels.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <cctype>

namespace besteld::parsers::pdf {
namespace {

constexpr int block_score = 90;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_upper_code(std::string_view text) {
    const bool form =
        text.size() >= 3 && text.size() <= 20 && std::ranges::all_of(text, [](char c) {
            return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        });
    return form && text.find_first_of("0123456789-_") != std::string_view::npos;
}

bool is_dash(std::string_view text) {
    return text == "-" || text == "–" || text == "—" || text == "|";
}

class PartyReader {
public:
    PartyReader(PartyRole role, std::uint32_t part) : part_(part) { party_.role = role; }

    PartyDraft read(const std::vector<BlockLine>& block) {
        for (std::size_t i = 0; i < block.size(); ++i)
            read_line(block[i], i == 0);
        return std::move(party_);
    }

private:
    Field field(const Piece& piece, const PageRow& row) const {
        return {
            .value = piece.text,
            .score = block_score,
            .place = {
                .part = part_, .begin = piece.begin(), .end = piece.end(), .where = row.where()}};
    }

    void add_id(std::string scheme, std::string id, const Field& at) {
        party_.ids.push_back(
            {.value = {std::move(scheme), std::move(id)}, .score = at.score, .place = at.place});
    }

    void read_line(const BlockLine& line, bool first) {
        const auto& piece = line.piece;
        if (read_labelled(line)) return;
        if (first && piece.words.size() > 2 && is_upper_code(piece.words[0].text) &&
            is_dash(piece.words[1].text)) {
            const auto at = field(join_words({piece.words.front()}), *line.row);
            add_id("buyer", piece.words[0].text, at);
            party_.address_lines.push_back(
                field(join_words({piece.words.begin() + 2, piece.words.end()}), *line.row));
            return;
        }
        if (first && piece.words.size() == 1 && is_upper_code(piece.text)) {
            add_id("buyer", piece.text, field(piece, *line.row));
            return;
        }
        if (!party_.name && party_.address_lines.empty() &&
            (first || party_.role != PartyRole::other)) {
            party_.name = field(piece, *line.row);
            return;
        }
        if (!read_city(line)) party_.address_lines.push_back(field(piece, *line.row));
    }

    // "GLN: 9520000001018", "Tel. 038 123 45 67", "T.a.v. P. de Wit"
    bool read_labelled(const BlockLine& line) {
        const auto words = label_words_of(line.piece);
        const auto match = match_label(words);
        if (!match || match->words >= words.size()) return false;
        const auto value =
            join_words({words.begin() + static_cast<std::ptrdiff_t>(match->words), words.end()});
        const auto at = field(value, *line.row);
        switch (match->label) {
        case HeadLabel::gln:
            if (!is_gtin(value.text)) return false;
            add_id("0088", value.text, at);
            return true;
        case HeadLabel::vat:
            add_vat(value.text, at);
            return true;
        case HeadLabel::phone:
            party_.phone = at;
            return true;
        case HeadLabel::mail:
            party_.mail = at;
            return true;
        case HeadLabel::contact:
            party_.contact_name = at;
            return true;
        case HeadLabel::other:
            return match->colon;
        default:
            return false;
        }
    }

    void add_vat(std::string_view text, const Field& at) {
        std::string number;
        for (const char c : to_upper_ascii(text))
            if (is_digit(c) || (c >= 'A' && c <= 'Z')) number += c;
        constexpr std::size_t shortest = 8, longest = 14;
        if (number.size() < shortest || number.size() > longest) return;
        add_id(number.starts_with("NL")   ? "9944"
               : number.starts_with("DE") ? "9930"
                                          : "VAT",
               number, at);
    }

    // "8011 PV Zwolle", "34117 Kassel", "F-69002 Lyon", "Houston, TX 77029"
    bool read_city(const BlockLine& line) {
        const auto& words = line.piece.words;
        if (party_.city || words.size() < 2) return false;
        std::string code = words[0].text;
        for (const std::string_view country : {"NL-", "D-", "DE-", "F-", "FR-", "B-", "BE-", "A-"})
            if (code.starts_with(country)) code = code.substr(country.size());
        const bool digits = !code.empty() && std::ranges::all_of(code, is_digit);
        std::size_t taken = 0;
        if (digits && code.size() == 4 && words.size() > 2 && words[1].text.size() == 2 &&
            std::ranges::all_of(words[1].text, [](char c) { return c >= 'A' && c <= 'Z'; })) {
            code += cat(" ", words[1].text);
            taken = 2;
        } else if (digits && (code.size() == 5 || code.size() == 4)) {
            taken = 1;
        } else if (code.size() == 6 && std::ranges::all_of(code.substr(0, 4), is_digit) &&
                   !is_digit(code[4]) && !is_digit(code[5])) {
            taken = 1; // "8011PV"
        }
        if (taken == 0 || is_digit(words[taken].text.front())) return false;
        party_.postcode =
            field(join_words({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken)}),
                  *line.row);
        party_.postcode->value = code;
        party_.city =
            field(join_words({words.begin() + static_cast<std::ptrdiff_t>(taken), words.end()}),
                  *line.row);
        return true;
    }

    PartyDraft party_;
    std::uint32_t part_ = 0;
};

} // namespace

PartyDraft read_party(const std::vector<BlockLine>& block, PartyRole role, std::uint32_t part) {
    return PartyReader(role, part).read(block);
}

bool is_company(std::string_view text) {
    constexpr std::string_view forms[] = {
        "bv",      "nv",  "vof", "gmbh", "ag",  "kg",      "ohg",        "ug",  "ltd",
        "limited", "llc", "inc", "corp", "plc", "llp",     "sarl",       "sas", "eurl",
        "srl",     "spa", "sa",  "aps",  "oy",  "company", "corporation"};
    if (text.contains("公司") || text.contains("集团")) return true;
    for (const auto word : split(text, ' ')) {
        std::string plain;
        for (const char c : fold_case(word))
            if (c != '.' && c != ',' && c != '(' && c != ')') plain += c;
        if (std::ranges::find(forms, plain) != std::end(forms)) return true;
    }
    return false;
}

} // namespace besteld::parsers::pdf
