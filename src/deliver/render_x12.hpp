// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the X12 renderers share with each other and with their proof.

#include "deliver/render_families.hpp"
#include "parsers/x12/write_x12.hpp"

namespace besteld {

parsers::X12Head x12_head(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
std::string x12_ack_type(const Answer& answer);

// TA1, 997 or 999 as data; nothing when the partner gets none.
parsers::X12Receipt x12_receipt(const Answer& answer);
Rendered render_x12_receipt(const Answer& answer, const Seller& seller, const EdiStamp& stamp);

} // namespace besteld
