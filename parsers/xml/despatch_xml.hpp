// SPDX-License-Identifier: Apache-2.0
#pragma once

// Despatch advices as XML: Peppol BIS Despatch Advice 3 (T16, UBL 2.1), cXML ShipNoticeRequest,
// openTRANS 2.1 DISPATCHNOTIFICATION. Written with what each can say, and read back; nothing when
// the bytes are no such document. A batch is a line of its own.

#include "parsers/despatch_advice.hpp"
#include "parsers/xml/write_cxml.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// Buyer and supplier with their electronic addresses (EAS scheme and id), the ship-to with its GLN.
// T16 has no place for our order number and for what was ordered.
std::string write_ubl_despatch(const DespatchAdvice& advice, const std::string& time);
std::optional<DespatchAdvice> read_ubl_despatch(std::string_view bytes);

// `shipped` is the day of despatch with time and offset. ShipControl needs a carrier and a number;
// there is no place for our order number, the packages' count and what is to come.
std::string write_cxml_despatch(const CxmlEnvelope& envelope, const DespatchAdvice& advice,
                                const std::string& shipped, const std::string& order_payload_id);
std::optional<DespatchAdvice> read_cxml_despatch(std::string_view bytes);

// The day of the document is the day of despatch; `open` is said as DELIVERY_COMPLETED.
std::string write_opentrans_despatch(const DespatchAdvice& advice);
std::optional<DespatchAdvice> read_opentrans_despatch(std::string_view bytes);

} // namespace besteld::parsers
