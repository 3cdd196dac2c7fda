// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {

// Elements that UBL's order documents do not have, and codes outside the lists UBL names. A name
// close to a known one is an error (what the customer wrote there would be lost), any other a
// warning.
void check_ubl_model(XmlDraft& draft, const Element& root);

} // namespace besteld::parsers
