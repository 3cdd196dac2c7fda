// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/label_values.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

constexpr std::size_t longest_block = 8; // rows of an address

std::span<const Word> from(const std::vector<Word>& words, std::size_t at) {
    return std::span(words).subspan(at);
}

bool begins_with_label(const Piece& piece) {
    const auto words = label_words_of(piece);
    const auto match = match_label(words);
    return match && (match->colon || match->words == words.size());
}

// "GLN: 9520000001018" and "Tel: …" go on with an address.
bool is_part_of_address(const Piece& piece) {
    const auto words = label_words_of(piece);
    const auto match = match_label(words);
    if (!match || match->words == words.size()) return false;
    return match->label == HeadLabel::gln || match->label == HeadLabel::vat ||
           match->label == HeadLabel::phone || match->label == HeadLabel::mail ||
           match->label == HeadLabel::contact;
}

std::optional<Piece> joined(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
    if (begin >= end) return {};
    return join_words({words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end)});
}

class LabelFinder {
public:
    LabelFinder(const std::vector<PageRow>& rows, const std::set<const PageRow*>& taken)
        : rows_(rows), taken_(taken) {}

    std::vector<LabelledValue> find() {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            if (taken_.contains(&rows_[r])) continue;
            for (std::size_t p = 0; p < rows_[r].pieces.size(); ++p)
                read_piece(r, p);
        }
        return std::move(found_);
    }

private:
    void read_piece(std::size_t r, std::size_t p) {
        const auto& piece = rows_[r].pieces[p];
        if (second_halves_.contains(&piece)) return;
        if (read_label_of_two_rows(r, p)) return;
        const auto words = label_words_of(piece);
        for (std::size_t k = 0; k < words.size();) {
            const auto match = match_label(from(words, k));
            // In the middle of a piece only a colon tells a label from a sentence.
            if (!match || (k > 0 && !match->colon)) {
                ++k;
                continue;
            }
            const auto begin = k + match->words;
            auto end = begin;
            while (end < words.size() && !is_label_at(words, end))
                ++end;
            add(r, p, words, k, *match, begin, end);
            k = std::max(end, begin);
        }
    }

    static bool is_label_at(const std::vector<Word>& words, std::size_t k) {
        const auto match = match_label(from(words, k));
        return match && match->colon;
    }

    // "Order" above "Date:" in a narrow column.
    bool read_label_of_two_rows(std::size_t r, std::size_t p) {
        const auto& upper = rows_[r].pieces[p];
        if (upper.words.size() > 3 || upper.text.ends_with(':')) return false;
        for (auto below = r + 1; below < rows_.size() && below <= r + 2; ++below) {
            const auto& row = rows_[below];
            if (row.page != rows_[r].page || taken_.contains(&row) ||
                row.middle() - rows_[r].middle() > 1.7 * row.size)
                return false;
            for (const auto& lower : row.pieces) {
                if (std::abs(lower.left - upper.left) > 2 || lower.words.size() > 3 ||
                    !lower.text.ends_with(':'))
                    continue;
                auto words = upper.words;
                words.insert(words.end(), lower.words.begin(), lower.words.end());
                const auto match = match_label(words);
                if (!match || match->words < words.size()) continue;
                second_halves_.insert(&lower);
                add(r, p, words, 0, *match, words.size(), words.size());
                return true;
            }
        }
        return false;
    }

    void add(std::size_t r, std::size_t p, const std::vector<Word>& words, std::size_t at,
             const LabelMatch& match, std::size_t begin, std::size_t end) {
        const auto label =
            join_words({words.begin() + static_cast<std::ptrdiff_t>(at),
                        words.begin() + static_cast<std::ptrdiff_t>(at + match.words)});
        LabelledValue out{.label = match.label,
                          .colon = match.colon,
                          .whole_piece = at == 0 && begin == words.size(),
                          .row = &rows_[r],
                          .left = label.left,
                          .right = label.right};
        const auto take = [&](std::optional<Piece> value, const PageRow& row) {
            if (!value) return;
            out.values.push_back(*std::move(value));
            out.at.push_back(&row);
        };
        take(joined(words, begin, end), rows_[r]);
        if (out.values.empty() && end == words.size()) {
            take(right_of(r, p), rows_[r]);
            if (const auto below = below_of(r, label)) take(below->piece, *below->row);
        }
        found_.push_back(std::move(out));
    }

    std::optional<Piece> right_of(std::size_t r, std::size_t p) const {
        const auto& pieces = rows_[r].pieces;
        if (p + 1 >= pieces.size()) return {};
        // A colon may be printed apart from its label.
        if (pieces[p + 1].text == ":") return right_of(r, p + 1);
        if (begins_with_label(pieces[p + 1])) return {};
        Piece value = pieces[p + 1];
        if (value.words.size() > 1 && value.words.front().text == ":")
            value = join_words({value.words.begin() + 1, value.words.end()});
        return value;
    }

    std::optional<BlockLine> below_of(std::size_t r, const Piece& label) const {
        for (auto i = r + 1; i < rows_.size() && i <= r + 3; ++i) {
            const auto& row = rows_[i];
            if (row.page != rows_[r].page || taken_.contains(&row) ||
                row.top - rows_[r].bottom > 2.2 * std::max(row.size, label.words.front().size))
                return {};
            for (const auto& piece : row.pieces) {
                const bool under =
                    std::abs(piece.left - label.left) < 12 ||
                    (std::min(piece.right, label.right) - std::max(piece.left, label.left) >
                     0.5 * std::min(piece.right - piece.left, label.right - label.left));
                if (!under) continue;
                if (begins_with_label(piece)) return {};
                return BlockLine{piece, &row};
            }
        }
        return {};
    }

    const std::vector<PageRow>& rows_;
    const std::set<const PageRow*>& taken_;
    std::set<const Piece*> second_halves_;
    std::vector<LabelledValue> found_;
};

} // namespace

std::vector<LabelledValue> find_labelled_values(const std::vector<PageRow>& rows,
                                                const std::set<const PageRow*>& taken) {
    return LabelFinder(rows, taken).find();
}

std::vector<BlockLine> block_from(const std::vector<PageRow>& rows, const Piece& first,
                                  const PageRow& row, const std::set<const PageRow*>& taken) {
    std::vector<BlockLine> block{{first, &row}};
    double before = row.middle();
    const auto start = static_cast<std::size_t>(&row - rows.data());
    for (auto i = start + 1; i < rows.size() && block.size() < longest_block; ++i) {
        const auto& next = rows[i];
        if (next.page != row.page || taken.contains(&next) ||
            next.middle() - before > 1.9 * std::max(row.size, next.size))
            break;
        const auto under = std::ranges::find_if(
            next.pieces, [&](const Piece& piece) { return std::abs(piece.left - first.left) < 4; });
        if (under == next.pieces.end()) continue;
        if (begins_with_label(*under) && !is_part_of_address(*under)) break;
        block.push_back({*under, &next});
        before = next.middle();
    }
    return block;
}

} // namespace besteld::parsers::pdf
