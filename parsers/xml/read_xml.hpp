// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/read.hpp"

#include <cstdint>
#include <string_view>

namespace besteld::parsers {

// Whether the bytes begin as an XML document does, in any of our encodings; HTML does not count.
bool looks_like_xml(std::string_view bytes);

// Reads UBL 2.x and Peppol, cXML, openTRANS, SAP IDoc, GS1 XML and UN/CEFACT cross-industry orders,
// bare or inside a Standard Business Document or a SOAP envelope. A document of these families that
// is no order comes out as a draft of its class; a root that nobody knows yields a problem that
// names it. Never throws for what the bytes hold.
Parsed read_xml(std::string_view bytes, std::uint32_t part);

} // namespace besteld::parsers
