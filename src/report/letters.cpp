// SPDX-License-Identifier: Apache-2.0
#include "report/letters.hpp"

#include "report/print_sheet.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdexcept>

#ifdef BESTELD_SANITIZED
// fontconfig keeps a few hundred bytes of its own until the process ends.
extern "C" const char* __lsan_default_suppressions() {
    return "leak:libfontconfig\n";
}
#endif

namespace besteld {

namespace {

constexpr std::string_view latin = "Liberation Sans";
// TrueType, unlike the Noto and Source Han faces: cairo 1.16 cannot subset those, and a page of
// Chinese would weigh a megabyte. It has one weight.
constexpr std::string_view chinese = "WenQuanYi Micro Hei";

// Debian's folders of the two families, and its cache of what is in them; no other font is seen.
constexpr const char* font_folders = R"(<?xml version="1.0"?>
<fontconfig>
  <dir>/usr/share/fonts/truetype/liberation</dir>
  <dir>/usr/share/fonts/truetype/wqy</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
</fontconfig>
)";

struct DestroyConfig {
    void operator()(FcConfig* config) const { FcConfigDestroy(config); }
};
struct DestroyPattern {
    void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
struct DestroyCharacters {
    void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using Config = std::unique_ptr<FcConfig, DestroyConfig>;
using Pattern = std::unique_ptr<FcPattern, DestroyPattern>;
using Characters = std::unique_ptr<FcCharSet, DestroyCharacters>;

const FcChar8* fc_text(const char* text) {
    return reinterpret_cast<const FcChar8*>(text); // fontconfig's own name for char
}

Config load_config() {
    Config config(FcConfigCreate());
    if (!config ||
        FcConfigParseAndLoadFromMemory(config.get(), fc_text(font_folders), FcTrue) != FcTrue ||
        FcConfigBuildFonts(config.get()) != FcTrue)
        throw std::runtime_error("the fonts of papers cannot be loaded");
    return config;
}

// The characters that the family's regular or bold face can show.
Characters characters_of(FcConfig* config, std::string_view family, int weight,
                         std::string_view package) {
    const std::string name(family);
    const Pattern wanted(FcPatternCreate());
    FcPatternAddString(wanted.get(), FC_FAMILY, fc_text(name.c_str()));
    FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
    FcDefaultSubstitute(wanted.get());
    FcResult result = FcResultMatch;
    const Pattern found(FcFontMatch(config, wanted.get(), &result));
    FcCharSet* characters = nullptr;
    FcChar8* is = nullptr;
    if (!found || FcPatternGetString(found.get(), FC_FAMILY, 0, &is) != FcResultMatch ||
        name != reinterpret_cast<const char*>(is) ||
        FcPatternGetCharSet(found.get(), FC_CHARSET, 0, &characters) != FcResultMatch)
        throw std::runtime_error(
            cat("the font '", family, "' is not installed: apt-get install ", package));
    return Characters(FcCharSetCopy(characters));
}

bool is_unseen(char32_t c) {
    if (c == '\n') return false;
    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return true;
    // Marks that turn the direction of what follows could make a paper say something else.
    return c == 0xad || c == 0xfeff || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
           (c >= 0xfe00 && c <= 0xfe0f);
}

} // namespace

struct Fonts::Loaded {
    Config config;
    std::array<Characters, 2> latin; // regular, bold
    std::array<Characters, 2> chinese;
};

Fonts::Fonts() : loaded_(std::make_unique<Loaded>()) {
    loaded_->config = load_config();
    FcConfig* config = loaded_->config.get();
    constexpr std::array weights = {FC_WEIGHT_REGULAR, FC_WEIGHT_BOLD};
    for (std::size_t i = 0; i < weights.size(); ++i) {
        loaded_->latin.at(i) = characters_of(config, latin, weights.at(i), "fonts-liberation");
        loaded_->chinese.at(i) =
            characters_of(config, chinese, weights.at(i), "fonts-wqy-microhei");
    }
}
Fonts::~Fonts() = default;

bool Fonts::has(char32_t character, Weight weight) const {
    const std::size_t face = weight == Weight::bold ? 1 : 0;
    return FcCharSetHasChar(loaded_->latin.at(face).get(), character) == FcTrue ||
           FcCharSetHasChar(loaded_->chinese.at(face).get(), character) == FcTrue;
}

std::unique_ptr<PangoContext, Unreference> Fonts::context() const {
    const std::unique_ptr<PangoFontMap, Unreference> map(
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), loaded_->config.get());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map.get()), 72);
    return std::unique_ptr<PangoContext, Unreference>(pango_font_map_create_context(map.get()));
}

std::string font_fault() {
    try {
        const Fonts loaded;
        return {};
    } catch (const std::runtime_error& fault) {
        return fault.what();
    }
}

namespace {

PangoAlignment alignment_of(Side side) {
    return side == Side::left    ? PANGO_ALIGN_LEFT
           : side == Side::right ? PANGO_ALIGN_RIGHT
                                 : PANGO_ALIGN_CENTER;
}

int units(double millimetres) {
    return static_cast<int>(millimetres * millimetre * PANGO_SCALE);
}

PangoRectangle extents_of(const Layout& layout) {
    PangoRectangle logical{};
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return logical;
}

void set_style(const Layout& layout, const LetterStyle& style, const std::string& families) {
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(font, families.c_str());
    pango_font_description_set_absolute_size(font, style.points * PANGO_SCALE);
    pango_font_description_set_weight(font, style.weight == Weight::bold ? PANGO_WEIGHT_BOLD
                                                                         : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout.get(), font);
    pango_font_description_free(font);
    // A number that must break gets no hyphen: it would read as a sign.
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout.get(), attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_alignment(layout.get(), alignment_of(style.side));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    // Both families side by side stand equally far apart from line to line.
    pango_layout_set_line_spacing(layout.get(), 1.0F);
}

} // namespace

// What the fonts can show, in one direction and without controls.
std::string Letters::showable(std::string_view text, Weight weight) const {
    const std::string valid = to_valid_utf8(text);
    std::string out;
    const char* const end = valid.data() + valid.size();
    for (const char* at = valid.data(); at < end; at = g_utf8_next_char(at)) {
        const auto c = static_cast<char32_t>(g_utf8_get_char(at));
        if (c == '\t')
            out += ' ';
        else if (c == 0x202f) // narrow no-break space, which the Latin family lacks
            out += "\u00a0";
        else if (is_unseen(c))
            continue;
        else if (c == '\n' || fonts_.has(c, weight))
            out.append(at, static_cast<std::size_t>(g_utf8_next_char(at) - at));
        else
            out += "\u25a1"; // □
    }
    return out;
}

Letters::Letters(const Fonts& fonts, std::string_view language)
    : fonts_(fonts), context_(fonts.context()),
      families_(language == "zh" ? cat(chinese, ",", latin) : cat(latin, ",", chinese)) {
    pango_context_set_language(
        context_.get(),
        pango_language_from_string(language == "zh" ? "zh-cn" : std::string(language).c_str()));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
}

Layout Letters::lay_out(std::string_view text, const LetterStyle& style, double width,
                        double most) const {
    Layout layout(pango_layout_new(context_.get()));
    const std::string shown = showable(text, style.weight);
    pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    set_style(layout, style, families_);
    if (width > 0) pango_layout_set_width(layout.get(), units(width));
    if (most > 0 && height_of(layout) > most) {
        pango_layout_set_height(layout.get(), units(most));
        pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
    return layout;
}

bool is_bold_without_a_bold_face(const Layout& layout) {
    const PangoFontDescription* font = pango_layout_get_font_description(layout.get());
    const std::string_view families = pango_font_description_get_family(font);
    return pango_font_description_get_weight(font) == PANGO_WEIGHT_BOLD &&
           families.starts_with(chinese);
}

double width_of(const Layout& layout) {
    return extents_of(layout).width / millimetre / PANGO_SCALE;
}

double height_of(const Layout& layout) {
    return extents_of(layout).height / millimetre / PANGO_SCALE;
}

double longest_word(const Layout& layout) {
    const int width = pango_layout_get_width(layout.get());
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), 1);
    const double longest = width_of(layout);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout.get(), width);
    return longest;
}

std::vector<std::string> lines_of(const Layout& layout) {
    const std::string_view text = pango_layout_get_text(layout.get());
    std::vector<std::string> lines;
    for (int i = 0; i < pango_layout_get_line_count(layout.get()); ++i) {
        const PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), i);
        lines.emplace_back(text.substr(static_cast<std::size_t>(line->start_index),
                                       static_cast<std::size_t>(line->length)));
    }
    return lines;
}

} // namespace besteld
