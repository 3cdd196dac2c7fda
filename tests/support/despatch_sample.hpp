// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/service_slips.hpp"

namespace besteld {

// Of 500 boxes 300 have left, in two batches; of tape all.
inline DespatchSlip two_lines_left() {
    return {.number = "DN-26-000871",
            .shipment = "W-1",
            .day = make_date(2026, 3, 5),
            .carrier = "Van Dijk & Zn",
            .track_no = "VD0001",
            .packages = 3,
            .lines = {{.buyer_line = "1",
                       .sku = "NK-100",
                       .name = "doos 300x200x150",
                       .unit = "H87",
                       .ordered_unit = "H87",
                       .ordered = Decimal{500},
                       .delivered = Decimal{300},
                       .open = Decimal{200},
                       .batches = {{"L7", Decimal{250}}, {"L8", Decimal{50}}}},
                      {.index = 1,
                       .buyer_line = "2",
                       .sku = "NK-210",
                       .name = "PP-tape",
                       .unit = "XRO",
                       .ordered_unit = "XRO",
                       .ordered = Decimal{72},
                       .delivered = Decimal{72},
                       .batches = {{"", Decimal{72}}}}}};
}

} // namespace besteld
