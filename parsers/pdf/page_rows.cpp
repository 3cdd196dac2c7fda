// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/page_rows.hpp"

#include "base/text.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

// A gap wider than this, in font sizes, parts two pieces: a blank is a quarter to a third of a size
// wide, six tenths in a typewriter face.
constexpr double wide_gap = 0.75;
// Two words stand in one row when their baselines are no further apart, in heights of the lower.
constexpr double same_baseline = 0.3;
// A typical letter's width in font sizes, for columns in the laid-out text.
constexpr double letter_width = 0.5;
constexpr std::size_t widest_row = 400; // letters

// No blank in print between two ideographs is one that somebody typed.
bool joins_without_blank(const Word& left, const Word& right) {
    const bool ideographs = starts_with_ideograph(right.text) && !left.text.empty() &&
                            static_cast<unsigned char>(left.text.back()) >= 0x80;
    return right.left - left.right < (ideographs ? 0.3 : 0.05) * right.size;
}

struct Band {
    double top = 0;
    double bottom = 0;
    double baseline = 0;
    double height = 0;
    std::vector<Word> words;

    bool takes(const Word& word) const {
        return std::abs(word.baseline() - baseline) <
               same_baseline * std::min(word.height(), height);
    }
};

std::vector<Band> bands_of(const Page& page) {
    std::vector<Word> words;
    for (const auto& word : page.words)
        if (word.upright) words.push_back(word);
    std::ranges::sort(words, {}, [](const Word& w) { return std::pair(w.baseline(), w.left); });
    std::vector<Band> bands;
    for (auto& word : words) {
        if (bands.empty() || !bands.back().takes(word))
            bands.push_back({word.top, word.bottom, word.baseline(), word.height(), {}});
        auto& band = bands.back();
        band.top = std::min(band.top, word.top);
        band.bottom = std::max(band.bottom, word.bottom);
        band.words.push_back(std::move(word));
    }
    return bands;
}

PageRow row_of(Band band, std::size_t page, std::uint32_t number) {
    PageRow row{.page = page, .number = number, .top = band.top, .bottom = band.bottom};
    std::ranges::sort(band.words, {}, [](const Word& w) { return std::pair(w.left, w.right); });
    std::vector<Word> piece;
    for (auto& word : band.words) {
        row.size = std::max(row.size, word.size);
        if (!piece.empty() &&
            word.left - piece.back().right > wide_gap * std::max(word.size, piece.back().size)) {
            row.pieces.push_back(join_words(std::exchange(piece, {})));
        }
        piece.push_back(std::move(word));
    }
    row.pieces.push_back(join_words(std::move(piece)));
    return row;
}

} // namespace

Piece join_words(std::vector<Word> words) {
    Piece piece{.left = words.front().left, .right = words.front().right};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && !joins_without_blank(words[i - 1], words[i])) piece.text += ' ';
        piece.text += words[i].text;
        piece.right = std::max(piece.right, words[i].right);
    }
    piece.words = std::move(words);
    return piece;
}

std::string PageRow::text() const {
    std::string text;
    for (const auto& piece : pieces)
        text += cat(text.empty() ? "" : "  ", piece.text);
    return text;
}

std::string PageRow::where() const {
    return cat("page ", page + 1, ", line ", number);
}

std::vector<PageRow> find_rows(const Document& document) {
    std::vector<PageRow> rows;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        std::uint32_t number = 0;
        for (auto& band : bands_of(document.pages[i]))
            rows.push_back(row_of(std::move(band), i, ++number));
    }
    return rows;
}

std::string lay_out(std::vector<PageRow>& rows) {
    std::string text;
    std::size_t page = 0;
    for (auto& row : rows) {
        if (row.page != page) text += '\f';
        page = row.page;
        const auto line = text.size();
        for (auto& piece : row.pieces) {
            const double letter = std::max(1.0, letter_width * piece.words.front().size);
            const auto column =
                std::min(widest_row, static_cast<std::size_t>(std::max(0.0, piece.left / letter)));
            const auto used = text.size() - line;
            text.append(column > used ? column - used : used == 0 ? 0 : 2, ' ');
            auto at = text.size();
            text += piece.text;
            for (auto& word : piece.words) {
                at = text.find(word.text, at);
                word.begin = static_cast<std::uint32_t>(at);
                at += word.text.size();
                word.end = static_cast<std::uint32_t>(at);
            }
        }
        text += '\n';
    }
    return text;
}

} // namespace besteld::parsers::pdf
