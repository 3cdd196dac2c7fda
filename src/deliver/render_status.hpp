// SPDX-License-Identifier: Apache-2.0
#pragma once

// OSTRPT and 870: how orders stand, in the format of the enquiry.

#include "deliver/render_families.hpp"
#include "parsers/edifact/write_edifact.hpp"

namespace besteld {

std::string render_ostrpt(const Answer& answer, const Seller& seller, const EdiStamp& stamp,
                          parsers::EancomRelease release, parsers::EdifactDialect dialect,
                          const parsers::InterchangeHead& head);
Rendered render_x12_status(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Difference prove_ostrpt(std::string_view bytes, const Answer& answer);
Difference prove_x12_status(std::string_view bytes, const Answer& answer);

} // namespace besteld
