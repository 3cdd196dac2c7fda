// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every EDIFACT message of an answer has in common.

#include "deliver/render_edi.hpp"
#include "parsers/edifact/write_edifact.hpp"

namespace besteld {

parsers::EancomRelease edifact_release(const Answer& answer);
parsers::EdifactDialect edifact_dialect(const Answer& answer);
// Back the way the order came; a partner without an envelope of his own gets the id on file.
parsers::InterchangeHead edifact_head(const Answer& answer, const Seller& seller,
                                      const EdiStamp& stamp);

} // namespace besteld
