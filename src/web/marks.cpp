// SPDX-License-Identifier: Apache-2.0
#include "web/marks.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return !continues(c); }));
}

// Original offsets to offsets of the text, all in one walk.
std::vector<std::size_t> places_of_characters(std::string_view text) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!continues(text[i])) places.push_back(i);
    places.push_back(text.size());
    return places;
}

class Ruler {
public:
    Ruler(std::string_view text, std::uint64_t original_size) : text_(text) {
        if (original_size < text.size() && character_count(text) == original_size)
            characters_ = places_of_characters(text);
    }
    std::size_t begin(std::uint64_t offset) const {
        auto at = place(offset);
        while (at > 0 && at < text_.size() && continues(text_[at]))
            --at;
        return at;
    }
    std::size_t end(std::uint64_t offset) const {
        auto at = place(offset);
        while (at < text_.size() && continues(text_[at]))
            ++at;
        return at;
    }

private:
    std::size_t place(std::uint64_t offset) const {
        if (characters_.empty())
            return static_cast<std::size_t>(std::min<std::uint64_t>(offset, text_.size()));
        return characters_[static_cast<std::size_t>(
            std::min<std::uint64_t>(offset, characters_.size() - 1))];
    }
    std::string_view text_;
    std::vector<std::size_t> characters_;
};

struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
};

} // namespace

MarkedText mark_text(std::string_view text, std::uint64_t original_size,
                     const std::vector<MarkedSpan>& spans) {
    const Ruler ruler(text, original_size);
    std::vector<Cut> cuts;
    std::vector<std::size_t> borders{0, text.size()};
    for (const auto& span : spans) {
        Cut cut{ruler.begin(span.begin), ruler.end(span.end)};
        if (cut.begin >= cut.end) cut = {};
        cuts.push_back(cut);
        borders.push_back(cut.begin);
        borders.push_back(cut.end);
    }
    std::ranges::sort(borders);
    const auto doubles = std::ranges::unique(borders);
    borders.erase(doubles.begin(), doubles.end());

    // How many spans cover the piece that begins at each border: +1 where one begins, -1 where it
    // ends.
    const auto index_of = [&](std::size_t at) {
        return static_cast<std::size_t>(std::ranges::lower_bound(borders, at) - borders.begin());
    };
    std::vector<std::int64_t> change(borders.size(), 0);
    for (const auto& cut : cuts) {
        ++change[index_of(cut.begin)];
        --change[index_of(cut.end)];
    }
    MarkedText marked;
    std::vector<std::size_t> marks_before(borders.size(),
                                          0); // marks in all pieces before this border
    std::int64_t covering = 0;
    std::size_t marks = 0;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) {
        covering += change[i];
        marks_before[i] = marks;
        if (covering > 0) ++marks;
        marked.segments.push_back({text.substr(borders[i], borders[i + 1] - borders[i]),
                                   covering > 0 ? marks : std::size_t{0}});
    }
    if (!borders.empty()) marks_before.back() = marks;
    for (const auto& cut : cuts)
        marked.of_span.push_back(
            {marks_before[index_of(cut.begin)] + 1, marks_before[index_of(cut.end)]});
    return marked;
}

} // namespace besteld
