// SPDX-License-Identifier: Apache-2.0
#pragma once

// A finding as a person reads it: one sentence, ordered against agreed, and the ways out.

#include "web/source_view.hpp"

#include <string>
#include <vector>

namespace besteld {

// The field of an order that a correction for this check most likely sets, or empty.
std::string_view field_of(Check check);
// Lists of all fields and lines, for a correction of anything.
void fill_field_choices(Dictionary& to, const Viewer& viewer, const CaseView& view);
// The single key that takes a way out; empty: none.
std::string_view key_of(Resolution resolution);
bool needs_reason(Resolution resolution);

// What was ordered and what was agreed, as people of the language write values.
std::string ordered_words(const Finding& finding, const Strings& words);
std::string agreed_words(const Finding& finding, const Strings& words);
// The finding's passes_if in the reader's language.
std::string passes_words(const Finding& finding, const Strings& words);
// What follows from a way out, in the reader's language.
std::string consequence_words(const Finding& finding, const WayOut& way, const Strings& words);

// `handles`: of the findings' places, parallel to them. The gravest open one is shown open.
void fill_findings(Dictionary& page, const Viewer& viewer, const CaseView& view,
                   const SourceMarks& marks, const std::vector<std::size_t>& handles);

// Four-eyes reasons come from the order room in English; the ones it can say have words here.
std::string four_eyes_words(const std::string& reason, const Strings& words);

} // namespace besteld
