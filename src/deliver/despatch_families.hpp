// SPDX-License-Identifier: Apache-2.0
#pragma once

// Despatch advices, one format family each; called through render_edi and prove_edi only.

#include "deliver/render_families.hpp"

#include <string_view>

namespace besteld {

Rendered render_desadv(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_ship_notice(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_ubl_despatch(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_cxml_despatch(const Answer& answer, const Seller& seller, const EdiStamp& stamp);
Rendered render_opentrans_despatch(const Answer& answer, const Seller& seller,
                                   const EdiStamp& stamp);

Difference prove_desadv(std::string_view bytes, const Answer& answer);
Difference prove_ship_notice(std::string_view bytes, const Answer& answer);
Difference prove_ubl_despatch(std::string_view bytes, const Answer& answer);
Difference prove_cxml_despatch(std::string_view bytes, const Answer& answer);
Difference prove_opentrans_despatch(std::string_view bytes, const Answer& answer);

// Read back by its family's reader and held against the delivery.
Difference prove_despatch_advice(std::string_view bytes, const Answer& answer);

} // namespace besteld
