// SPDX-License-Identifier: Apache-2.0
#pragma once

// Proof-reading before sending (architecture.md, rule 4): what was rendered is read as the customer
// will read it and compared with the answer. A difference stops the sending.

#include "deliver/render_answer.hpp"
#include "order/answer.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace besteld {

// Nothing when all is there; else what differs: "line 2: the mail's text does not say 108 rollen".
std::optional<std::string> prove_mail(const RenderedMail& mail, const Answer& answer,
                                      const Words& words);
// Reads the interchange back with our own EDIFACT reader.
std::optional<std::string> prove_edi(std::string_view bytes, const Answer& answer);

} // namespace besteld
