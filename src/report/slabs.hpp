// SPDX-License-Identifier: Apache-2.0
#pragma once

// The blocks of a sheet as slabs: pieces of the page's width that never break, with their ink.
// Lengths are millimetres from the slab's upper left corner.

#include "report/letters.hpp"
#include "report/sheet.hpp"

#include <variant>
#include <vector>

namespace besteld {

struct Tint {
    double red = 0;
    double green = 0;
    double blue = 0;
};
inline constexpr Tint black{};
inline constexpr Tint grey{0.35, 0.35, 0.35};
inline constexpr Tint pale{0.94, 0.94, 0.94};
inline constexpr Tint rule_grey{0.6, 0.6, 0.6};
inline constexpr Tint red{0.75, 0.05, 0.05};

struct TextInk {
    double x = 0;
    double y = 0;
    Layout layout;
    Tint tint = black;
};
struct LineInk {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;
    Tint tint = rule_grey;
    double width = 0.2;
};
struct FillInk { // drawn first
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    Tint tint = pale;
};
struct SealInk { // a dashed circle
    double x = 0;
    double y = 0;
    double radius = 0;
    Tint tint = red;
};

struct Slab {
    double gap = 0; // before it, unless it is the first on its page
    double height = 0;
    bool keeps_next = false;
    int table = -1; // of the headings to be repeated above it; -1: none
    std::vector<FillInk> fills;
    std::vector<LineInk> lines;
    std::vector<TextInk> texts;
    std::vector<SealInk> seals;
};

struct Flow {
    std::vector<Slab> slabs;
    std::vector<Slab> headings; // of tables
};

// What the makers of slabs share.
struct SlabFrame {
    const Letters& letters;
    double width = 0; // of the page's body
};

// No slab is higher: a page's body has room for it.
inline constexpr double highest_slab = 150;

inline constexpr double normal_points = 9;
inline constexpr double small_points = 7.5;

Flow to_slabs(const std::vector<SheetBlock>& blocks, const SlabFrame& frame);
void add_table(const SheetTable& table, const SlabFrame& frame, Flow& flow);

void add_rectangle(Slab& slab, double x, double y, double width, double height, Tint tint);
// Puts the text there and gives the height it takes.
double put_text(Slab& slab, double x, double y, Layout layout, Tint tint = black);

} // namespace besteld
