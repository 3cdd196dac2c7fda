// SPDX-License-Identifier: Apache-2.0
#include "report/slabs.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

constexpr double block_gap = 4;

double points_of(SheetText::Size size) {
    switch (size) {
    case SheetText::Size::small:
        return small_points;
    case SheetText::Size::normal:
        return normal_points;
    case SheetText::Size::heading:
        return 11;
    case SheetText::Size::title:
        return 16;
    }
    return normal_points;
}

// Each line is a slab: a paragraph may be longer than a page.
void add(const SheetText& text, const SlabFrame& frame, Flow& flow) {
    if (trim(text.words).empty()) return;
    const LetterStyle style{points_of(text.size), text.weight, text.side};
    const auto whole = frame.letters.lay_out(text.words, style, frame.width);
    double gap = text.size == SheetText::Size::title ? 1.5 * block_gap : block_gap;
    for (const auto& line : lines_of(whole)) {
        Slab slab{.gap = gap, .keeps_next = text.keeps_next};
        auto layout = frame.letters.lay_out(line, style, frame.width);
        slab.height = std::max(height_of(layout), points_of(text.size) / millimetre);
        put_text(slab, 0, 0, std::move(layout));
        flow.slabs.push_back(std::move(slab));
        gap = 0;
    }
}

// label above value, or both boxed beside each other, or a list
void add_fact(Slab& slab, const SheetFact& fact, const SheetFacts& facts, const SlabFrame& frame,
              double x, double width) {
    const bool above = facts.across > 1 && facts.rules == Rules::lines;
    const bool boxed = facts.rules == Rules::grid;
    const double pad = boxed ? 1.2 : 0;
    const double label_width = above ? width - 3 : facts.across > 1 ? 0.34 * width : 48;
    const LetterStyle label{above ? small_points : normal_points};
    const LetterStyle value{normal_points, fact.weight};
    const double value_x = above ? x : x + label_width;
    const double value_width = above ? width - 3 : width - label_width;
    const double label_height = put_text(
        slab, x + pad, pad,
        frame.letters.lay_out(fact.label, label, label_width - 2 * pad, highest_slab / 2), grey);
    const double value_y = above ? label_height : pad;
    const double value_height =
        put_text(slab, value_x + pad, value_y,
                 frame.letters.lay_out(fact.value, value, value_width - 2 * pad, highest_slab / 2));
    slab.height = std::max({slab.height, label_height + pad, value_y + value_height + pad});
}

void box_facts(Slab& slab, std::size_t cells, double width) {
    for (std::size_t i = 0; i < cells; ++i) {
        const double x = static_cast<double>(i) * width;
        slab.fills.push_back({x, 0, 0.34 * width, slab.height});
        add_rectangle(slab, x, 0, width, slab.height, rule_grey);
        slab.lines.push_back({x + 0.34 * width, 0, x + 0.34 * width, slab.height});
    }
}

void add(const SheetFacts& facts, const SlabFrame& frame, Flow& flow) {
    const auto across = static_cast<std::size_t>(std::max(facts.across, 1));
    const double width = frame.width / static_cast<double>(across);
    std::vector<const SheetFact*> filled;
    for (const auto& fact : facts.facts)
        if (!fact.value.empty()) filled.push_back(&fact);
    for (std::size_t first = 0; first < filled.size(); first += across) {
        Slab slab{.gap = first == 0 ? block_gap : facts.rules == Rules::grid ? 0 : 0.8};
        const std::size_t here = std::min(across, filled.size() - first);
        for (std::size_t i = 0; i < here; ++i)
            add_fact(slab, *filled[first + i], facts, frame, static_cast<double>(i) * width, width);
        if (facts.rules == Rules::grid) box_facts(slab, across, width);
        flow.slabs.push_back(std::move(slab));
    }
}

void add(const SheetBoxes& boxes, const SlabFrame& frame, Flow& flow) {
    if (boxes.boxes.empty()) return;
    constexpr double between = 4;
    const auto count = static_cast<double>(boxes.boxes.size());
    const double width = (frame.width - between * (count - 1)) / count;
    Slab slab{.gap = block_gap};
    double x = 0;
    for (const auto& box : boxes.boxes) {
        const LetterStyle heading{small_points, Weight::bold};
        const double heading_height = put_text(
            slab, x + 2, 1.5, frame.letters.lay_out(box.heading, heading, width - 4), grey);
        const double words_height = put_text(
            slab, x + 2, 2.5 + heading_height,
            frame.letters.lay_out(box.words, {normal_points}, width - 4, highest_slab / 2));
        slab.height = std::max(slab.height, heading_height + words_height + 4.5);
        x += width + between;
    }
    for (x = 0; x < frame.width - between; x += width + between)
        add_rectangle(slab, x, 0, width, slab.height, rule_grey);
    flow.slabs.push_back(std::move(slab));
}

// The frame of a notice goes on from slab to slab.
void frame_notice(Slab& slab, double width) {
    slab.fills.push_back({0, 0, width, slab.height});
    slab.fills.push_back({0, 0, 1.2, slab.height, red});
}

Slab notice_item(const SheetItem& item, const SlabFrame& frame) {
    constexpr double inset = 4;
    Slab slab;
    double y = 1;
    if (!item.heading.empty())
        y += put_text(slab, inset, y,
                      frame.letters.lay_out(item.heading, {normal_points, Weight::bold},
                                            frame.width - inset - 2, highest_slab / 4));
    const double most =
        highest_slab * 0.7 / static_cast<double>(std::max<std::size_t>(item.facts.size(), 1));
    for (const auto& fact : item.facts) {
        if (fact.value.empty()) continue;
        const double label = put_text(
            slab, inset + 3, y, frame.letters.lay_out(fact.label, {normal_points}, 34, most), grey);
        const double value =
            put_text(slab, inset + 38, y,
                     frame.letters.lay_out(fact.value, {normal_points, fact.weight},
                                           frame.width - inset - 40, most));
        y += std::max(label, value) + 0.2;
    }
    slab.height = y + 1;
    frame_notice(slab, frame.width);
    return slab;
}

void add(const SheetNotice& notice, const SlabFrame& frame, Flow& flow) {
    Slab top{.gap = block_gap, .keeps_next = !notice.items.empty()};
    double y = 2;
    y += put_text(top, 4, y,
                  frame.letters.lay_out(notice.heading, {11, Weight::bold}, frame.width - 6,
                                        highest_slab / 4));
    if (!notice.words.empty())
        y += 1 + put_text(top, 4, y + 1,
                          frame.letters.lay_out(notice.words, {normal_points}, frame.width - 6,
                                                highest_slab / 2));
    top.height = y + 1;
    frame_notice(top, frame.width);
    flow.slabs.push_back(std::move(top));
    for (const auto& item : notice.items)
        flow.slabs.push_back(notice_item(item, frame));
    flow.slabs.back().height += 1;
    flow.slabs.back().fills.clear();
    frame_notice(flow.slabs.back(), frame.width);
}

void add(const SheetTable& table, const SlabFrame& frame, Flow& flow) {
    add_table(table, frame, flow);
}

void add(const SheetSignatures& signatures, const SlabFrame& frame, Flow& flow) {
    if (signatures.labels.empty() && signatures.seal.empty()) return;
    if (!flow.slabs.empty()) flow.slabs.back().keeps_next = true; // never alone on a page
    constexpr double radius = 15;
    const double seal = signatures.seal.empty() ? 0 : 2 * radius + 6;
    const auto count = static_cast<double>(std::max<std::size_t>(signatures.labels.size(), 1));
    const double width = (frame.width - seal) / count;
    Slab slab{.gap = 1.5 * block_gap, .height = seal > 0 ? 2 * radius + 2 : 20};
    double x = 0;
    for (const auto& label : signatures.labels) {
        put_text(slab, x, 0, frame.letters.lay_out(label, {normal_points}, width - 4, 12), grey);
        slab.lines.push_back({x, 18, x + width - 6, 18, black});
        x += width;
    }
    if (seal > 0) {
        const double middle = frame.width - radius - 1;
        slab.seals.push_back({middle, radius + 1, radius});
        auto words = frame.letters.lay_out(
            signatures.seal, {normal_points, Weight::normal, Side::centre}, 2 * radius - 8, 20);
        const double height = height_of(words);
        put_text(slab, middle - radius + 4, radius + 1 - height / 2, std::move(words), red);
    }
    flow.slabs.push_back(std::move(slab));
}

} // namespace

void add_rectangle(Slab& slab, double x, double y, double width, double height, Tint tint) {
    slab.lines.push_back({x, y, x + width, y, tint});
    slab.lines.push_back({x, y + height, x + width, y + height, tint});
    slab.lines.push_back({x, y, x, y + height, tint});
    slab.lines.push_back({x + width, y, x + width, y + height, tint});
}

double put_text(Slab& slab, double x, double y, Layout layout, Tint tint) {
    const double height = height_of(layout);
    slab.texts.push_back({x, y, std::move(layout), tint});
    return height;
}

Flow to_slabs(const std::vector<SheetBlock>& blocks, const SlabFrame& frame) {
    Flow flow;
    for (const auto& block : blocks)
        std::visit([&](const auto& one) { add(one, frame, flow); }, block);
    return flow;
}

} // namespace besteld
