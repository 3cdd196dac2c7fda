// SPDX-License-Identifier: Apache-2.0
#pragma once

// In which format a customer gets his structured answers: the one he ordered in, when his
// edi_profile names it. An edi_profile is one word or several, parted by plus signs (or blanks,
// commas, semicolons): "eancom97", "eancom97+ubl", "x12-4010+cxml". The words stand in
// docs/base-data.md.

#include <string>
#include <string_view>

namespace besteld {

// What writes an answer; `none`: mail only.
enum class EdiFamily { none, edifact, x12, ubl, cxml, opentrans, idoc, gs1, cii };

// The family that a document's format ("edifact", "x12", "idoc-flat" …, OrderDraft::format) is
// answered in.
EdiFamily family_of_format(std::string_view format);
// The family that one word of an edi_profile names; none for a word we do not know.
EdiFamily family_of_profile(std::string_view word);
// The first word of `profiles` that fits the family, in lower case; empty when none does.
std::string profile_for(std::string_view profiles, EdiFamily family);

} // namespace besteld
