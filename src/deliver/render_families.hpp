// SPDX-License-Identifier: Apache-2.0
#pragma once

// One format family each: how it is written, and how what was written is read back by our own
// reader and compared with the answer (architecture.md, rule 4). Called through render_edi and
// prove_edi only.

#include "deliver/render_edi.hpp"

#include <optional>
#include <string_view>

namespace besteld {

using Rendered = std::expected<std::string, std::string>;
using Difference = std::optional<std::string>;

Rendered render_edifact(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_x12(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_ubl(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_cxml(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_opentrans(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_gs1(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_cii(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_idoc(const Answer& answer, const Seller& seller, const EdiStamp& stamp);

Difference prove_edifact(std::string_view bytes, const Answer& answer);
Difference prove_x12(std::string_view bytes, const Answer& answer);
Difference prove_ubl(std::string_view bytes, const Answer& answer);
Difference prove_cxml(std::string_view bytes, const Answer& answer);
Difference prove_opentrans(std::string_view bytes, const Answer& answer);
Difference prove_gs1(std::string_view bytes, const Answer& answer);
Difference prove_cii(std::string_view bytes, const Answer& answer);
Difference prove_idoc(std::string_view bytes, const Answer& answer);

// Order and answer numbers, and that it reads as an answer at all.
Difference prove_references(const OrderDraft& read, const Answer& answer);

} // namespace besteld
