// SPDX-License-Identifier: Apache-2.0
#pragma once

// The branching diagrams of the messages: which segments stand where, which must be there and how
// often each may stand. One diagram for each message, of D.96A and D.01B together: a segment is out
// of place only when it is in both.

#include "parsers/short_code.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace besteld::parsers::edifact {

// A segment, or a group that begins with it. Parts of a group follow it, up to `end`.
struct StructureNode {
    ShortCode tag;
    bool mandatory = false;
    bool group = false;
    std::uint32_t repeats = 0;
    std::uint16_t end = 0; // the index behind it and all its parts
};

// Empty for a message that we have no diagram of.
std::span<const StructureNode> structure_of(std::string_view message_type);

// Follows a message segment by segment, without UNH and UNT.
class StructureWalk {
public:
    explicit StructureWalk(std::span<const StructureNode> nodes);

    enum class Found { in_place, misplaced, unknown, too_often, group_too_often };
    // Where the next segment stands; a misplaced one changes nothing.
    Found next(ShortCode tag);
    // The mandatory segments that had to stand in front of the one just taken; after finish(), of
    // the whole rest.
    const std::vector<ShortCode>& missing() const { return missing_; }
    void finish();

private:
    struct Level {
        std::size_t at = 0;     // the node matched last, or the first
        std::size_t end = 0;    // of this level
        std::uint32_t seen = 0; // how often `at` was matched
    };
    void skip(const Level& level, std::size_t to);
    Found take(std::size_t node);

    std::span<const StructureNode> nodes_;
    std::vector<Level> levels_;
    std::vector<ShortCode> missing_;
};

} // namespace besteld::parsers::edifact
