// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::tradacoms {

struct Component {
    std::uint32_t begin = 0; // bytes in the original, release characters and line ends included
    std::uint32_t end = 0;
    std::uint16_t element = 1;
    std::uint16_t component = 1;
};

// TAG=element+component:component'
struct Segment {
    std::string tag;
    char tag_delimiter = '\0';
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::vector<Component> components; // those that hold something
    bool cut = false;                  // the bytes ended before its terminator
};

inline constexpr std::size_t max_segment_length = 8'192; // reliability.md 6

// Walks over the bytes once. Line ends count for nothing, also within a segment: transmissions come
// in blocks of 80 characters.
class Tokeniser {
public:
    explicit Tokeniser(std::string_view bytes);
    bool next(Segment& segment);

private:
    void split(Segment& segment, std::size_t from) const;

    std::string_view bytes_;
    std::size_t at_ = 0;
};

// UTF-8 text of a component, without release characters and line ends, trimmed; empty when absent.
std::string text_of(std::string_view bytes, const Segment& segment, unsigned element,
                    unsigned component = 1);
unsigned element_count(const Segment& segment);
unsigned component_count(const Segment& segment, unsigned element);

} // namespace besteld::parsers::tradacoms
