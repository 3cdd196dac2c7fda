// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What the papers of the house need (domain.md 6, D6 and D7).
inline constexpr std::string_view papers_schema = R"sql(
-- The outbound slip's number; NULL: none was made.
ALTER TABLE delivery ADD COLUMN slip_no {text};
CREATE UNIQUE INDEX delivery_slip ON delivery (slip_no) WHERE slip_no IS NOT NULL;
-- Whom finance invoices, and what tax law calls the goods.
ALTER TABLE customer ADD COLUMN bank_name {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN invoice_address {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN invoice_kind {text} NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN invoice_mail {text} NOT NULL DEFAULT '';
ALTER TABLE item ADD COLUMN tax_name {text} NOT NULL DEFAULT '';
)sql";

} // namespace besteld
