// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/xml/xml_draft.hpp"

namespace besteld::parsers {

// OrderLine with its LineItem, of an Order or an OrderChange.
LineDraft read_ubl_line(XmlDraft& draft, const Element& order_line);
// OrderLine of an OrderResponse, with what it says as one or two responses: the quantity that will
// come, and the backorder.
LineDraft read_ubl_response_line(XmlDraft& draft, const Element& order_line);

} // namespace besteld::parsers
