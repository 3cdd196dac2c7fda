// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/pdf_file.hpp"

#include "base/text.hpp"
#include "parsers/pdf/plain_text.hpp"

#include <poppler-document.h>
#include <poppler-embedded-file.h>
#include <poppler-page.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <tuple>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

constexpr std::string_view ask_for_text = "open the original and type the order, or ask the "
                                          "customer for a text PDF or a data file";

Problem fault(std::uint32_t part, std::string_view code, std::string text,
              std::string hint = std::string(ask_for_text)) {
    return {.severity = Severity::error,
            .place = {.part = part},
            .code = std::string(code),
            .text = std::move(text),
            .hint = std::move(hint)};
}

// What poppler complains about while it reads: kept only as far as we know what it means for us.
struct Complaints {
    std::string missing_font_table;
};

void take_complaint(const std::string& text, void* closure) {
    auto& complaints = *static_cast<Complaints*>(closure);
    // poppler GfxFont.cc, CMap.cc: the tables of a font that is named and not embedded.
    const bool fonts = text.contains("language pack") || text.contains("CMap") ||
                       text.contains("character collection");
    if (fonts && complaints.missing_font_table.empty())
        complaints.missing_font_table = text.substr(0, 200);
}

// poppler's messages reach `complaints` while this lives, and nobody afterwards.
class Listener {
public:
    explicit Listener(Complaints& complaints) {
        poppler::set_debug_error_function(take_complaint, &complaints);
    }
    ~Listener() {
        poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
};

std::unique_ptr<poppler::document> load(std::string_view bytes) {
    return std::unique_ptr<poppler::document>(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
}

std::string to_utf8(const poppler::ustring& text) {
    std::u16string units(text.begin(), text.end());
    return plain_word(units);
}

// Character recognition lays invisible text over a scan, in a font of its own.
bool is_recognised(const std::string& font) {
    return font.contains("GlyphLess") || font.contains("HiddenHorzOCR");
}

// False for a box that no page can hold, and for one that is no number at all.
bool has_place(const Word& word) {
    constexpr double widest = 20'000; // points; ISO 32000-1 annex C allows 14,400
    return word.right > word.left && word.bottom > word.top && word.left > -widest &&
           word.top > -widest && word.right < widest && word.bottom < widest;
}

void add_words(const poppler::page& page, Page& out, Document& document) {
    for (const auto& box : page.text_list(poppler::page::text_list_include_font)) {
        const auto at = box.bbox();
        Word word{.text = to_utf8(box.text()),
                  .left = at.left(),
                  .top = at.top(),
                  .right = at.right(),
                  .bottom = at.bottom(),
                  .size = at.height(),
                  .upright = box.rotation() == 0};
        if (word.text.empty() || !has_place(word)) continue;
        if (box.has_font_info()) {
            if (box.get_font_size() > 1) word.size = box.get_font_size();
            if (is_recognised(box.get_font_name())) document.recognised_text = true;
        }
        out.words.push_back(std::move(word));
    }
}

// False when there are more words than we take.
bool read_pages(const poppler::document& source, Document& document, const Limits& limits) {
    std::size_t words = 0;
    for (int i = 0; i < source.pages(); ++i) {
        auto& out = document.pages.emplace_back();
        const std::unique_ptr<poppler::page> page(source.create_page(i));
        if (!page) continue;
        const auto size = page->page_rect();
        out.width = size.width();
        out.height = size.height();
        add_words(*page, out, document);
        words += out.words.size();
        if (words > limits.words) return false;
    }
    return true;
}

void read_files(const poppler::document& source, std::uint32_t part, Document& document,
                const Limits& limits) {
    if (!source.has_embedded_files()) return;
    std::size_t bytes = 0;
    for (const poppler::embedded_file* file : source.embedded_files()) { // owned by `source`
        if (!file || !file->is_valid()) continue;
        // The stated size may lie, so the bytes that came count too.
        const auto stated = static_cast<std::size_t>(std::max(file->size(), 0));
        if (document.files.size() == limits.files || bytes + stated > limits.file_bytes) {
            document.problems.push_back(
                fault(part, "pdf.many_files",
                      cat("the PDF embeds more than ", limits.files, " files or ",
                          limits.file_bytes / 1'000'000, " MB; the others were not read")));
            return;
        }
        const auto data = file->data();
        bytes += data.size();
        document.files.push_back(
            {.name = to_valid_utf8(file->name()), .bytes = std::string(data.begin(), data.end())});
    }
}

} // namespace

std::size_t Document::word_count() const {
    std::size_t count = 0;
    for (const auto& page : pages)
        count += page.words.size();
    return count;
}

std::expected<Document, Problem> open(std::string_view bytes, std::uint32_t part,
                                      const Limits& limits) {
    if (bytes.size() > limits.bytes)
        return std::unexpected(fault(part, "pdf.too_large",
                                     cat("the PDF has ", bytes.size() / 1'000'000, " MB, at most ",
                                         limits.bytes / 1'000'000, " are read")));
    prepare();
    Complaints complaints;
    const Listener listener(complaints);
    const auto source = load(bytes);
    if (!source)
        return std::unexpected(fault(part, "pdf.broken",
                                     "the PDF is damaged or was cut off: it cannot be opened",
                                     "ask the customer to send it again"));
    if (source->is_locked())
        return std::unexpected(fault(part, "pdf.encrypted",
                                     "the PDF is encrypted: it opens with a password only",
                                     "ask the customer for a copy without a password"));
    if (source->pages() < 1)
        return std::unexpected(
            fault(part, "pdf.broken", "the PDF has no page", "ask the customer to send it again"));
    if (source->pages() > limits.pages)
        return std::unexpected(fault(
            part, "pdf.many_pages",
            cat("the PDF has ", source->pages(), " pages, at most ", limits.pages, " are read")));
    Document document;
    read_files(*source, part, document, limits);
    if (!read_pages(*source, document, limits))
        return std::unexpected(
            fault(part, "pdf.many_words", cat("the PDF has more than ", limits.words, " words")));
    if (!complaints.missing_font_table.empty())
        document.problems.push_back(
            fault(part, "pdf.font_table",
                  cat("text of a font that is not in the PDF may be missing: ",
                      complaints.missing_font_table),
                  "compare with the original; ask for a PDF with embedded fonts"));
    return document;
}

namespace {

// A text in a font that the PDF names and does not hold, so that the list of the system's fonts is
// read now, and in Adobe's Chinese and Japanese character collections by the character maps that
// name them most: poppler keeps the four of each that it loaded last.
std::string prepared_document() {
    // A complete file without a cross-reference table: poppler rebuilds it.
    std::string text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                       "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
                       "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
                       "/Resources<</Font<</H 5 0 R";
    constexpr std::pair<std::string_view, std::string_view> fonts[] = {
        {"CNS1", "ETen-B5-H"},    {"Japan1", "90ms-RKSJ-H"}, {"GB1", "GBK-EUC-H"},
        {"GB1", "UniGB-UTF16-H"}, {"GB1", "UniGB-UCS2-H"},
    };
    for (std::size_t i = 0; i < std::size(fonts); ++i)
        text += cat("/F", i, " ", 10 + 2 * i, " 0 R");
    text += ">>>>>>endobj\n";
    std::string shown = "BT /H 9 Tf (A) Tj";
    for (std::size_t i = 0; i < std::size(fonts); ++i)
        shown += cat(" /F", i, " 9 Tf (AA) Tj");
    shown += " ET";
    text += cat("4 0 obj<</Length ", shown.size(), ">>stream\n", shown, "\nendstream endobj\n");
    text += "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n";
    for (std::size_t i = 0; i < std::size(fonts); ++i) {
        const auto& [collection, map] = fonts[i];
        text += cat(10 + 2 * i, " 0 obj<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/", map,
                    "/DescendantFonts[", 11 + 2 * i, " 0 R]>>endobj\n", 11 + 2 * i,
                    " 0 obj<</Type/Font/Subtype/CIDFontType0/BaseFont/F/CIDSystemInfo<</Registry"
                    "(Adobe)/Ordering(",
                    collection, ")/Supplement 0>>>>endobj\n");
    }
    return text + "trailer<</Root 1 0 R>>\n";
}

// poppler forgets its tables with its last document: this one stays open as long as the process.
class OpenDocument {
public:
    OpenDocument() : text_(prepared_document()) {
        Complaints unheard;
        const Listener listener(unheard);
        document_ = load(text_);
        if (!document_ || document_->pages() < 1) return;
        const std::unique_ptr<poppler::page> page(document_->create_page(0));
        if (page) std::ignore = page->text_list();
    }

private:
    std::string text_;
    std::unique_ptr<poppler::document> document_;
};

} // namespace

void prepare() {
    static const OpenDocument kept;
}

} // namespace besteld::parsers::pdf
