// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {

// OrderLine with its LineItem, of an Order or an OrderChange.
LineDraft read_ubl_line(XmlDraft& draft, const Element& order_line);

} // namespace besteld::parsers
