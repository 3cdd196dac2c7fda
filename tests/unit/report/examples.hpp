// SPDX-License-Identifier: Apache-2.0
#pragma once

// Papers of an invented house, one of each kind, and what a reader sees on them.

#include "order/answer.hpp"
#include "report/paper.hpp"
#include "report/paper_words.hpp"

#include <string>
#include <string_view>

namespace besteld::examples {

const PaperWords& paper_words();
PaperSeller seller(std::string_view language); // with the letterhead of the language's country
Answer answer(AnswerKind kind, std::string_view language);
Paper paper(PaperKind kind, std::string_view language);
Paper long_confirmation(std::size_t lines);

// The words of the pages as poppler's pdftotext -layout prints them.
std::string text_of(const std::string& pdf);
// The output of a poppler tool on the PDF: "pdffonts", "pdfinfo".
std::string run_on(const std::string& tool, const std::string& pdf);

} // namespace besteld::examples
