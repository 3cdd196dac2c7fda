// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/reading_profile.hpp"
#include "parsers/byte_stream.hpp"
#include "parsers/edifact/service_characters.hpp"
#include "parsers/short_code.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::edifact {

// One component that holds something; empty ones are not kept. Numbers as the standard counts them:
// the first data element behind the tag is element 1, its first component is component 1.
struct Component {
    std::uint32_t begin = 0; // bytes in the original, release characters and line ends included
    std::uint32_t end = 0;
    std::uint16_t element = 0;
    std::uint16_t component = 1;
    std::uint16_t repeat = 0; // 0, or the number of the repetition (syntax version 4)
    bool plain = true;        // neither a release character nor a line end within
};

struct Segment {
    ShortCode tag;
    std::uint32_t begin = 0; // in the original, without the terminator
    std::uint32_t end = 0;
    std::uint32_t first = 0; // into Segments::components
    std::uint32_t count = 0;
    bool cut = false;          // the bytes ended before its terminator
    bool too_long = false;     // over max_segment_length; its components are incomplete
    bool after_empty = false;  // an empty segment stood in front of it
    bool after_stray = false;  // characters that belong to nothing stood in front of it
    bool lower_case = false;   // of the tag, which stands here in capitals
    bool swallows = false;     // a line within it begins as a segment does
    bool unterminated = false; // that line ended it (Oddity::line_ends_end_segments)
};

// Segments with all their components in one vector: cleared and filled again message by message.
struct Segments {
    std::vector<Segment> list;
    std::vector<Component> components;
    void clear() {
        list.clear();
        components.clear();
    }
};

inline constexpr std::size_t max_segment_length = 8'192; // reliability.md 6

// Walks over the bytes once, segment by segment, whatever they hold. Line ends count for nothing
// unless newline is the terminator. A UNA may stand in front of every interchange.
class Tokeniser {
public:
    // `start` counts in what is held.
    Tokeniser(const Window& window, std::size_t start);
    // From here on as the partner writes: his service characters, line ends that end segments.
    void adopt(const ReadingProfile& profile);
    // Appends the next segment; false at the end of the bytes, and where a segment may go on behind
    // the window: then it stands before it, and begins it again in the next window.
    bool next(Segments& into);
    // How far it came, in the source.
    std::uint32_t position() const { return offset(at_); }
    // A later window of the same source, which begins at or before position().
    void move_to(const Window& window);
    const ServiceCharacters& characters() const { return characters_; }
    // A UNB stated syntax version 4, in which '*' repeats an element unless UNA names another
    // character.
    void allow_repetition();

private:
    enum class Kind : unsigned char {
        data,
        line_end,
        component,
        element,
        repetition,
        release,
        terminator
    };
    void use(const ServiceCharacters& characters);
    Kind kind(std::size_t at) const { return kinds_[static_cast<unsigned char>(bytes_[at])]; }
    std::uint32_t offset(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }
    bool reaches_end(std::size_t at) const;
    void skip_between(Segment& segment);
    void scan(Segment& segment, Segments& into);
    void skip_released();
    bool begins_segment(std::size_t at) const;

    std::string_view bytes_; // that are held
    std::uint32_t base_ = 0; // where they stand in the source
    Window::Behind behind_ = Window::Behind::nothing;
    std::size_t at_ = 0; // in bytes_
    ServiceCharacters characters_;
    char stated_repetition_ = '\0';
    bool una_seen_ = false;
    bool characters_agreed_ = false; // by the profile, whatever UNA says
    bool line_ends_segments_ = false;
    std::array<Kind, 256> kinds_{};
};

// The text of a component as bytes of the interchange's character set: without release characters
// and line ends.
std::string unescaped(const Window& window, const Component& component, char release);

} // namespace besteld::parsers::edifact
