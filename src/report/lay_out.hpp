// SPDX-License-Identifier: Apache-2.0
#pragma once

// A paper as its country writes letters (domain.md 6): NL with a reference block, DE as DIN 5008
// form B with positions 10, 20, 30, EN as Order Acknowledgement with Bill to and Ship to, FR as a
// business letter, CN with a ruled grid, 大写金额, 备注, signatures and the place of the seal.

#include "base/words.hpp"
#include "report/paper.hpp"
#include "report/sheet.hpp"

#include <string>
#include <vector>

namespace besteld {

// One sheet for each copy. `words` are the paper's language's (paper_words.hpp).
std::vector<Sheet> lay_out(const Paper& paper, const Words& words);

// The paper as PDF: the same paper gives the same bytes. Throws as print_sheets does.
std::string render_paper(const Paper& paper, const Words& words);

// "orderbevestiging_SO-26-000412-2.pdf": a plain file name in the paper's language.
std::string file_name_of(const Paper& paper, const Words& words);

} // namespace besteld
