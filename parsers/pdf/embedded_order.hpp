// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/pdf/pdf_file.hpp"
#include "parsers/read.hpp"

#include <optional>

namespace besteld::parsers::pdf {

// The order that a PDF embeds as XML: Order-X (order-x.xml), or any file that our XML readers know
// as a document of trade. Only XML is opened, so nothing nests. Nothing when there is none;
// `problems` of the document then say what was embedded and is no order.
std::optional<Parsed> read_embedded_order(Document& document, std::uint32_t part);

} // namespace besteld::parsers::pdf
