// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function per family of checks; each appends what it finds and never stops at the first.

#include "check/inquiry.hpp"

namespace besteld {

void check_message(const Inquiry& inquiry, Findings& findings);    // A: the document itself
void check_identity(const Inquiry& inquiry, Findings& findings);   // B, A04: who and where to
void check_change(const Inquiry& inquiry, Findings& findings);     // K: changes, cancellations
void check_duplicates(const Inquiry& inquiry, Findings& findings); // C02 to C04
void check_terms(const Inquiry& inquiry, Findings& findings); // C01, C07, C12, H01 to H03, H06 …
void check_contracts(const Inquiry& inquiry, Findings& findings); // C08 to C11
void check_charges(const Inquiry& inquiry, Findings& findings);   // F05, H04, H05
void check_items(const Inquiry& inquiry, Findings& findings);     // D
void check_quantity(const Inquiry& inquiry, Findings& findings);  // E
void check_price(const Inquiry& inquiry, Findings& findings);     // F
void check_dates(const Inquiry& inquiry, Findings& findings);     // G
void check_totals(const Inquiry& inquiry, Findings& findings);    // I
void check_stock(const Inquiry& inquiry, Findings& findings);     // J

} // namespace besteld
