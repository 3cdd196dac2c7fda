// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text as letters of a known size: pango behind a small face. Only the two families that a paper
// needs are known here, from their own folders, so that a paper looks the same on every machine.
// Lengths are millimetres.

#include "report/sheet.hpp"

#include <memory>
#include <pango/pangocairo.h>
#include <string>
#include <string_view>

namespace besteld {

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unreference>;

struct LetterStyle {
    double points = 9;
    Weight weight = Weight::normal;
    Side side = Side::left;
};

inline constexpr double millimetre = 72.0 / 25.4; // in points

// Throws std::runtime_error that says what to install when a font is missing.
class Fonts {
public:
    Fonts();
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    bool has(char32_t character, Weight weight) const;
    std::unique_ptr<PangoContext, Unreference> context() const;

private:
    struct Loaded;
    std::unique_ptr<Loaded> loaded_;
};

class Letters {
public:
    Letters(const Fonts& fonts, std::string_view language);

    // Broken into lines of `width`; 0: as wide as it comes. Longer than `most` high it ends in "…".
    Layout lay_out(std::string_view text, const LetterStyle& style, double width = 0,
                   double most = 0) const;

private:
    std::string showable(std::string_view text, Weight weight) const;

    const Fonts& fonts_;
    std::unique_ptr<PangoContext, Unreference> context_;
    std::string families_;
};

// Chinese that is to be bold: its outlines must be drawn thicker.
bool is_bold_without_a_bold_face(const Layout& layout);
double width_of(const Layout& layout);
double height_of(const Layout& layout);
// The width below which a word would break.
double longest_word(const Layout& layout);
// The layout's lines as texts of their own.
std::vector<std::string> lines_of(const Layout& layout);

} // namespace besteld
