// SPDX-License-Identifier: Apache-2.0
#pragma once

// One message and how to take values, places and problems from it. Everything that maps segments to
// the draft speaks through this.

#include "order/draft.hpp"
#include "parsers/edifact/charset.hpp"
#include "parsers/edifact/dates.hpp"
#include "parsers/edifact/tokeniser.hpp"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::edifact {

// A data element within its segment: element and component as the standard counts them, from 1.
struct At {
    unsigned element = 1;
    unsigned component = 1;
    unsigned repeat = 0;
};

class MessageView {
public:
    MessageView(const Window& window, std::uint32_t part, std::size_t number,
                const Segments& segments, const ServiceCharacters& characters, Charset charset,
                const ReadingProfile& profile)
        : window_(window), part_(part), number_(number), segments_(segments),
          characters_(characters), charset_(charset), profile_(profile) {}

    std::size_t size() const { return segments_.list.size(); }
    const Segment& segment(std::size_t index) const { return segments_.list[index]; }
    const ServiceCharacters& characters() const { return characters_; }
    const ReadingProfile& profile() const { return profile_; }

    // UTF-8, trimmed, without control characters; empty when absent
    std::string text(std::size_t segment, At at) const;
    MaybeField field(std::size_t segment, At at) const;
    // An exact decimal with a point; a problem and nothing when it is no number.
    MaybeField number(std::size_t segment, At at);
    // C507 of a DTM; a problem and nothing when it cannot be read.
    std::optional<StatedDate> date(std::size_t segment);
    // The highest element number present.
    unsigned element_count(std::size_t segment) const;
    // How often element 1 is repeated, at least 1.
    unsigned repeats(std::size_t segment, unsigned element) const;
    // All that stands in a segment, in order.
    std::span<const Component> components(std::size_t segment) const;
    // The whole segment as text, for what has no field of its own.
    std::string segment_text(std::size_t segment) const;

    Place place(std::size_t segment) const;
    Place place(std::size_t segment, At at) const;

    void report(Severity severity, Place place, std::string code, std::string text,
                std::string hint = {});
    // Whether something was told of just these bytes: a value, or a whole segment.
    bool has_problem_at(const Place& place) const;
    std::vector<Problem> take_problems() { return std::move(problems_); }

private:
    const Component* find(std::size_t segment, At at) const;

    Window window_;
    std::uint32_t part_;
    std::size_t number_;
    const Segments& segments_;
    ServiceCharacters characters_;
    Charset charset_;
    const ReadingProfile& profile_;
    std::vector<Problem> problems_;
};

} // namespace besteld::parsers::edifact
