// SPDX-License-Identifier: Apache-2.0
#pragma once

// The XML families: each says whether an element is its root and reads it. A family's file holds
// nothing that another one needs; what they share stands in xml_draft.hpp.

#include "parsers/read.hpp"
#include "parsers/xml/load_xml.hpp"

namespace besteld::parsers {

bool is_ubl(const Element& root);
bool is_cxml(const Element& root);
bool is_opentrans(const Element& root);
bool is_idoc(const Element& root);
bool is_gs1(const Element& root);
bool is_cii(const Element& root);

// `envelope` is what stood around the document; the family's own envelope data go into it.
void read_ubl(const XmlDocument& document, const Element& root, const Envelope& envelope,
              Parsed& out);
void read_cxml(const XmlDocument& document, const Element& root, const Envelope& envelope,
               Parsed& out);
void read_opentrans(const XmlDocument& document, const Element& root, const Envelope& envelope,
                    Parsed& out);
void read_idoc(const XmlDocument& document, const Element& root, const Envelope& envelope,
               Parsed& out);
void read_gs1(const XmlDocument& document, const Element& root, const Envelope& envelope,
              Parsed& out);
void read_cii(const XmlDocument& document, const Element& root, const Envelope& envelope,
              Parsed& out);

// UN/CEFACT Standard Business Document Header: identity, sender and receiver.
void read_business_header(const Element& header, Envelope& envelope);

} // namespace besteld::parsers
