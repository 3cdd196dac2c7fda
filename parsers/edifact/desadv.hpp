// SPDX-License-Identifier: Apache-2.0
#pragma once

// DESADV: what has left, in D.96A (EANCOM 1997 EAN005) and D.01B (EANCOM 2002 EAN007). BGM 351, DTM
// 137 and 11, SG1 RFF, SG2 NAD, SG6 TDT, SG10 CPS PAC LIN with QTY 12; a batch is a line of its own
// with PIA NB.

#include "parsers/despatch_advice.hpp"
#include "parsers/edifact/write_edifact.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

struct DesadvMessage {
    EancomRelease release = EancomRelease::d96a;
    EdifactDialect dialect = EdifactDialect::eancom;
    InterchangeHead head;
    std::string message_reference = "1";
    DespatchAdvice advice; // `open` has no place in it
};

std::string write_desadv(const DesadvMessage& message);

// What was written, read back; nothing when it is no DESADV.
std::optional<DespatchAdvice> read_desadv(std::string_view bytes);

} // namespace besteld::parsers
