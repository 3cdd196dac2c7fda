// SPDX-License-Identifier: Apache-2.0
#include "report/print_sheet.hpp"

#include "report/page_plan.hpp"
#include "report/slabs.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cairo/cairo-pdf.h>
#include <stdexcept>

namespace besteld {

namespace {

constexpr double page_width = 210; // A4
constexpr double page_height = 297;
constexpr double right_margin = 18;
constexpr double foot_line = 3.3;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyPen {
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Pen = std::unique_ptr<cairo_t, DestroyPen>;

// DIN 5008 and NEN 1026 windows begin 20 mm from the left, their text 25 mm.
double left_margin(const Sheet& sheet) {
    return sheet.head.form == SheetHead::Form::centred ? 18 : 25;
}
double body_width(const Sheet& sheet) {
    return page_width - left_margin(sheet) - right_margin;
}

// ── ink ──────────────────────────────────────────────────────────────────────────────────────────
void set_tint(const Pen& pen, Tint tint) {
    cairo_set_source_rgb(pen.get(), tint.red, tint.green, tint.blue);
}

void draw(const Pen& pen, const Slab& slab, double x, double y) {
    cairo_save(pen.get());
    cairo_translate(pen.get(), x * millimetre, y * millimetre);
    cairo_scale(pen.get(), millimetre, millimetre);
    for (const auto& fill : slab.fills) {
        set_tint(pen, fill.tint);
        cairo_rectangle(pen.get(), fill.x, fill.y, fill.width, fill.height);
        cairo_fill(pen.get());
    }
    for (const auto& line : slab.lines) {
        set_tint(pen, line.tint);
        cairo_set_line_width(pen.get(), line.width);
        cairo_move_to(pen.get(), line.x1, line.y1);
        cairo_line_to(pen.get(), line.x2, line.y2);
        cairo_stroke(pen.get());
    }
    for (const auto& seal : slab.seals) {
        constexpr double dash = 1.2;
        set_tint(pen, seal.tint);
        cairo_set_line_width(pen.get(), 0.3);
        cairo_set_dash(pen.get(), &dash, 1, 0);
        cairo_new_sub_path(pen.get());
        cairo_arc(pen.get(), seal.x, seal.y, seal.radius, 0, 6.2831853);
        cairo_stroke(pen.get());
        cairo_set_dash(pen.get(), nullptr, 0, 0);
    }
    cairo_scale(pen.get(), 1 / millimetre, 1 / millimetre);
    for (const auto& text : slab.texts) {
        set_tint(pen, text.tint);
        cairo_move_to(pen.get(), text.x * millimetre, text.y * millimetre);
        pango_cairo_show_layout(pen.get(), text.layout.get());
        if (is_bold_without_a_bold_face(text.layout)) {
            cairo_set_line_width(pen.get(), 0.22);
            pango_cairo_layout_path(pen.get(), text.layout.get());
            cairo_stroke(pen.get());
        }
    }
    cairo_restore(pen.get());
}

// ── head ─────────────────────────────────────────────────────────────────────────────────────────
struct Place {
    double x = 0;
    double y = 0;
    double width = 0;
    Side side = Side::left;
};

double put_lines(Slab& slab, const Letters& letters, const std::vector<std::string>& lines,
                 const Place& place, double points) {
    if (lines.empty()) return 0;
    return put_text(
        slab, place.x, place.y,
        letters.lay_out(join(lines, "\n"), {points, Weight::normal, place.side}, place.width, 60));
}

double put_information(Slab& slab, const Letters& letters, const std::vector<SheetFact>& facts,
                       const Place& place) {
    double y = place.y;
    for (const auto& fact : facts) {
        if (fact.value.empty()) continue;
        const double label =
            put_text(slab, place.x, y, letters.lay_out(fact.label, {small_points}, 30, 10), grey);
        const double value =
            put_text(slab, place.x + 31, y,
                     letters.lay_out(fact.value, {normal_points}, place.width - 31, 20));
        y += std::max(label, value) + 0.5;
    }
    return y;
}

// Our name and the address in its window; the height says where the body begins.
Slab head_slab(const Sheet& sheet, const Letters& letters) {
    const auto& head = sheet.head;
    const double left = left_margin(sheet);
    const double width = body_width(sheet);
    Slab slab;
    if (head.form == SheetHead::Form::centred) {
        double y = 14;
        y += put_text(slab, left, y,
                      letters.lay_out(head.name, {17, Weight::bold, Side::centre}, width, 30));
        y += put_lines(slab, letters, head.lines, {left, y + 1, width, Side::centre}, small_points);
        slab.height = y + 1;
        return slab;
    }
    const bool ours_left =
        head.form == SheetHead::Form::address_right || head.form == SheetHead::Form::plain;
    double y = 13;
    y += put_text(slab, left, y, letters.lay_out(head.name, {15, Weight::bold}, 110, 20));
    const Place ours = ours_left ? Place{left, y + 1, 90, Side::left}
                                 : Place{page_width - right_margin - 60, 20, 60, Side::right};
    const double ours_end = ours.y + put_lines(slab, letters, head.lines, ours, small_points);
    if (head.form == SheetHead::Form::plain) {
        slab.height = std::max(
            ours_end, put_information(slab, letters, head.information, {122, 14, 72, Side::left}));
        return slab;
    }
    const bool address_right = head.form == SheetHead::Form::address_right;
    const double address_x = address_right ? 115 : left;
    // DIN 5008 form B: the field begins 45 mm from the top, its first 17.7 mm are for notes.
    const double address_y = std::max(address_right ? 50 : 58.0, ours_left ? ours_end + 4 : 0);
    if (!head.return_line.empty())
        put_text(slab, address_x, address_y - 6, letters.lay_out(head.return_line, {6.5}, 80, 3.4),
                 grey);
    const double address_end = address_y + put_lines(slab, letters, head.address,
                                                     {address_x, address_y, 80, Side::left}, 10);
    const double information_end = put_information(
        slab, letters, head.information,
        {address_right ? left : 125.0, address_right ? address_y : 50.0, 74, Side::left});
    slab.height = std::max({address_end + 6, information_end + 4, 92.0});
    return slab;
}

// ── foot, marks and the running head ─────────────────────────────────────────────────────────────
double foot_height(const Sheet& sheet) {
    std::size_t lines = 0;
    for (const auto& column : sheet.foot)
        lines = std::max(lines, column.size());
    return 12 + foot_line * static_cast<double>(lines);
}

std::string page_text(const Sheet& sheet, std::size_t page, std::size_t pages) {
    return replace_all(replace_all(sheet.page_words, "{pages}", std::to_string(pages)), "{page}",
                       std::to_string(page));
}

Slab margins_slab(const Sheet& sheet, const Letters& letters, std::size_t page, std::size_t pages) {
    Slab slab;
    const double left = left_margin(sheet);
    const double width = body_width(sheet);
    const double top = page_height - foot_height(sheet);
    slab.lines.push_back({left, top, left + width, top});
    const double column = width / static_cast<double>(std::max<std::size_t>(sheet.foot.size(), 1));
    double x = left;
    for (const auto& lines : sheet.foot) {
        double y = top + 1.5;
        for (const auto& line : lines) {
            // A line that is too long for its column grows smaller, never shorter.
            auto layout = letters.lay_out(line, {6.5});
            if (const double over = width_of(layout) / (column - 2); over > 1)
                layout = letters.lay_out(line, {6.5 / over});
            put_text(slab, x, y, std::move(layout), grey);
            y += foot_line;
        }
        x += column;
    }
    put_text(slab, left, page_height - 9,
             letters.lay_out(page_text(sheet, page, pages),
                             {small_points, Weight::normal, Side::right}, width),
             grey);
    double mark_y = 4;
    for (const auto& mark : sheet.marks) {
        auto layout = letters.lay_out(mark, {10, Weight::bold});
        const double mark_width = width_of(layout);
        const double mark_x = left + width - mark_width - 2;
        const double height = put_text(slab, mark_x, mark_y + 0.7, std::move(layout), red);
        add_rectangle(slab, mark_x - 2, mark_y, mark_width + 4, height + 1.4, red);
        mark_y += height + 2;
    }
    if (page > 1)
        put_text(slab, left, 11,
                 letters.lay_out(cat(sheet.head.name, "   ", sheet.title, "   ", sheet.number),
                                 {small_points}, width - 55, 8),
                 grey);
    return slab;
}

// ── the file ─────────────────────────────────────────────────────────────────────────────────────
cairo_status_t append(void* to, const unsigned char* bytes, unsigned int size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void print(const Pen& pen, const Sheet& sheet, const Fonts& fonts) {
    const Letters letters(fonts, sheet.language);
    const double left = left_margin(sheet);
    const Flow flow = to_slabs(sheet.blocks, {letters, body_width(sheet)});
    const Slab head = head_slab(sheet, letters);
    const double marks = 7.0 * static_cast<double>(sheet.marks.size());
    const auto pages = plan_pages(flow, {.first_top = head.height + 2,
                                         .next_top = std::max(20.0, 6 + marks),
                                         .bottom = page_height - foot_height(sheet) - 3});
    for (std::size_t page = 0; page < pages.size(); ++page) {
        draw(pen, margins_slab(sheet, letters, page + 1, pages.size()), 0, 0);
        if (page == 0) draw(pen, head, 0, 0);
        for (const auto& placed : pages[page])
            draw(pen, *placed.slab, left, placed.top);
        cairo_show_page(pen.get());
    }
}

} // namespace

std::string print_sheets(std::span<const Sheet> sheets) {
    const Fonts fonts;
    std::string bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(
        append, &bytes, page_width * millimetre, page_height * millimetre));
    if (!sheets.empty()) {
        const auto& first = sheets.front();
        const auto set = [&](cairo_pdf_metadata_t what, const std::string& text) {
            cairo_pdf_surface_set_metadata(surface.get(), what, to_valid_utf8(text).c_str());
        };
        set(CAIRO_PDF_METADATA_TITLE, cat(first.title, " ", first.number));
        set(CAIRO_PDF_METADATA_AUTHOR, first.head.name);
        set(CAIRO_PDF_METADATA_CREATOR, "Besteld");
        set(CAIRO_PDF_METADATA_CREATE_DATE, cat(to_iso(first.created), "T00:00:00Z"));
    }
    {
        const Pen pen(cairo_create(surface.get()));
        for (const auto& sheet : sheets)
            print(pen, sheet, fonts);
        if (const auto status = cairo_status(pen.get()); status != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error(cat("the PDF: ", cairo_status_to_string(status)));
    }
    cairo_surface_finish(surface.get());
    if (const auto status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(cat("the PDF: ", cairo_status_to_string(status)));
    return bytes;
}

} // namespace besteld
