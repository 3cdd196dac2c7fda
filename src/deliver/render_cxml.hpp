// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "deliver/render_edi.hpp"
#include "parsers/xml/write_cxml.hpp"

namespace besteld {

// Back the way the order came: what every cXML document of an answer has in common.
parsers::CxmlEnvelope cxml_envelope(const Answer& answer, const Seller& seller,
                                    const EdiStamp& stamp);

} // namespace besteld
