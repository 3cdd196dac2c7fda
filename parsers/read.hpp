// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one door to the readers: bytes in, documents with provenance and problems out. Pure: no
// clock, no network, no disk. Never throws for what the bytes hold; std::bad_alloc may escape and
// ends the worker.

#include "order/reading.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// What one format's reader makes of one part.
struct Parsed {
    std::vector<OrderDraft> documents;
    std::vector<Problem> problems;
    // What the reader made readable of a part that is no text itself, and what places point into.
    std::optional<std::string> text;
};

// Everything that readers load lazily (character set tables), loaded now: called once before the
// sandbox closes the file system.
void prepare();

// Takes a mail apart and reads every part, or reads a bare file. A part that nobody can read yields
// a problem that names it.
Reading read(std::string_view bytes, const ReadHint& hint);

} // namespace besteld::parsers
