// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace besteld {

// Who we are on our papers, besides a Seller's name and numbers. What is empty is left out.
struct Letterhead {
    std::vector<std::string> address; // lines, without the name
    std::string place;                // from which letters are dated
    std::string phone;
    std::string mail;
    std::string web;
    std::string registration; // "KvK 04012345", "Amtsgericht Assen HRB 1234"
    std::string tax_number;   // besides the VAT number: "Steuernummer", "SIRET"
    std::string bank;         // its name
    std::string iban;         // or another account number
    std::string bic;
    std::string terms;               // sentence that names the general terms
    std::vector<std::string> duties; // further lines that the law wants on letters
};

} // namespace besteld
