// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"
#include "deliver/outbox_sender.hpp"
#include "report/paper.hpp"

namespace besteld {

PaperSeller paper_seller(const Config& config);

// The PDF of an answer for its mail: drawn by report, which deliver does not know, and read back.
PapersOf answer_papers(const Config& config);

} // namespace besteld
