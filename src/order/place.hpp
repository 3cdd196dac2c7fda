// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where something stands in what the customer sent: the bytes, and for people the words.

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace besteld {

// A value of a format made of segments, counted from 1 as its standard does; 0 is not said, and
// neither is a component that is the first.
struct SegmentSpot {
    std::size_t message = 0;
    std::size_t segment = 0; // within the message
    std::string_view tag;
    unsigned element = 0;
    unsigned component = 0;
};

// "message 1, segment 14 (DTM), element 2", "/Order/cbc:ID", "row 3, column B". Of a thousand
// values read, one is told of: where segments are counted the numbers are kept, and the words are
// made for who asks.
class Where {
public:
    Where() = default;
    Where(std::string words);
    Where(std::string_view words) : Where(std::string(words)) {}
    Where(const char* words) : Where(std::string(words)) {}
    Where(const SegmentSpot& spot);

    Where(const Where& other);
    Where(Where&&) noexcept = default;
    Where& operator=(const Where& other);
    Where& operator=(Where&&) noexcept = default;
    ~Where() = default;

    bool empty() const { return message_ == 0 && !words_; }
    std::string words() const;

    friend bool operator==(const Where& a, const Where& b) { return a.words() == b.words(); }

private:
    std::unique_ptr<const std::string> words_; // when they are no numbers
    std::uint32_t message_ = 0;
    std::uint32_t segment_ = 0;
    std::array<char, 4> tag_{};
    std::uint16_t element_ = 0;
    std::uint16_t component_ = 0;
};

struct Place {
    std::uint32_t part = 0;  // index of the leaf part of the message, 0 for a bare file
    std::uint32_t begin = 0; // bytes in the decoded part; begin == end: only `where` is known
    std::uint32_t end = 0;
    Where where;
    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace besteld
