// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/draft.hpp"

#include <string>
#include <string_view>

namespace besteld {

// Terms of delivery as the trade writes them: an Incoterm of the ICC and the place it holds for.
struct DeliveryTerms {
    std::string incoterm;  // EXW FCA CPT CIP DAP DPU DDP FAS FOB CFR CIF; empty: not understood
    std::string place;     // as written
    std::string withdrawn; // "DDU": what was written is an older rule that `incoterm` replaces
    std::string written;   // the whole, for showing
    Place source;
};

// "DAP Zwolle (Incoterms 2020)", "ex works", "frei Haus": a code anywhere in the first words, or
// words that mean one.
DeliveryTerms read_delivery_terms(std::string_view text);
// What the order states; everything empty when it states none.
DeliveryTerms stated_delivery_terms(const OrderDraft& draft);
// Without regard to case, blanks and points: "Zwolle" names the place of "DC Zwolle, NL".
bool is_same_place(std::string_view a, std::string_view b);

} // namespace besteld
