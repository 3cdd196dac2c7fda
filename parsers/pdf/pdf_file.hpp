// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a PDF (ISO 32000-1) holds for us: words with their places on each page, and the files that
// are embedded in it. poppler stays in this file's source; nothing is drawn and no font is opened.

#include "order/draft.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers::pdf {

// reliability.md 6, with more pages: long orders are real, and words bound the work.
struct Limits {
    std::size_t bytes = 20'000'000;
    int pages = 200;
    std::size_t words = 200'000;
    std::size_t files = 20;
    std::size_t file_bytes = 20'000'000;
};

// Points (1/72 inch) from the page's upper left corner.
struct Word {
    std::string text; // UTF-8; full-width forms, ligatures and radicals as plain characters
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double size = 0; // of the font
    bool upright = true;
    std::uint32_t begin = 0; // bytes in the laid-out text of the document
    std::uint32_t end = 0;

    double height() const { return bottom - top; }
    // Where the letters stand: words of one row share it, whatever their sizes. Descenders take
    // about a fifth of a box.
    double baseline() const { return bottom - 0.2 * height(); }
};

struct Page {
    double width = 0;
    double height = 0;
    std::vector<Word> words; // in poppler's reading order
};

struct EmbeddedFile {
    std::string name; // as stated: display text, never a path
    std::string bytes;
};

struct Document {
    std::vector<Page> pages;
    std::vector<EmbeddedFile> files;
    std::vector<Problem> problems; // doubts that do not keep it from being read
    bool recognised_text = false;  // text that a program guessed from a picture

    std::size_t word_count() const;
};

// Loads poppler and the tables for Chinese text, so that they are at hand in a process that can
// open no files. Its first call must come before the sandbox closes.
void prepare();

// The problem says why there is nothing to read: broken, encrypted, too large.
std::expected<Document, Problem> open(std::string_view bytes, std::uint32_t part,
                                      const Limits& limits = {});

} // namespace besteld::parsers::pdf
