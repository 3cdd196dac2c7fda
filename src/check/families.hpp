// SPDX-License-Identifier: Apache-2.0
#pragma once

// One function per family of checks; each appends what it finds and never stops at the first.

#include "check/inquiry.hpp"

namespace besteld {

void check_message(const Inquiry& inquiry, Findings& findings);    // A: the document itself
void check_identity(const Inquiry& inquiry, Findings& findings);   // B01 to B05: who
void check_sender(const Inquiry& inquiry, Findings& findings);     // A04, R02 to R05: is it he
void check_fraud(const Inquiry& inquiry, Findings& findings);      // B09, R08 to R12
void check_addresses(const Inquiry& inquiry, Findings& findings);  // B06 to B08, B10: where to
void check_change(const Inquiry& inquiry, Findings& findings);     // K: changes, cancellations
void check_duplicates(const Inquiry& inquiry, Findings& findings); // C02 to C04
void check_terms(const Inquiry& inquiry, Findings& findings);      // C01, C07, C12, required fields
void check_agreed_terms(const Inquiry& inquiry, Findings& findings);   // H01, H02, H09
void check_tax(const Inquiry& inquiry, Findings& findings);            // H03
void check_credit(const Inquiry& inquiry, Findings& findings);         // H06 to H08
void check_document_dates(const Inquiry& inquiry, Findings& findings); // C05, C06, L02
void check_contracts(const Inquiry& inquiry, Findings& findings);      // C08 to C11
void check_charges(const Inquiry& inquiry, Findings& findings);        // F05, H04, H05
void check_items(const Inquiry& inquiry, Findings& findings);          // D
void check_quantity(const Inquiry& inquiry, Findings& findings);       // E
void check_price(const Inquiry& inquiry, Findings& findings);          // F
void check_dates(const Inquiry& inquiry, Findings& findings);          // G01 to G04
void check_date_limits(const Inquiry& inquiry, Findings& findings);    // G05 to G07
void check_totals(const Inquiry& inquiry, Findings& findings);         // I
void check_stock(const Inquiry& inquiry, Findings& findings);          // J01 to J03
void check_shelf_life(const Inquiry& inquiry, Findings& findings);     // J04

} // namespace besteld
