// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace besteld::parsers {

// Scenario S01 of the acceptance tests, one segment per line.
inline const std::string clean_order =
    "UNA:+.? '\n"
    "UNB+UNOC:3+9520000001018:14+9520000000011:14+260302:0915+IC77++++1'\n"
    "UNH+1+ORDERS:D:96A:UN:EAN008'\n"
    "BGM+220+4500017+9'\n"
    "DTM+137:20260302:102'\n"
    "DTM+2:20260305:102'\n"
    "NAD+BY+9520000001018::9'\n"
    "NAD+SU+9520000000011::9'\n"
    "NAD+DP+9520000001025::9'\n"
    "CUX+2:EUR:9'\n"
    "LIN+1++9521000000018:EN'\n"
    "QTY+21:500:PCE'\n"
    "PRI+AAA:0.74'\n"
    "LIN+2++9521000000025:EN'\n"
    "QTY+21:72:RO'\n"
    "PRI+AAA:1.15'\n"
    "UNS+S'\n"
    "CNT+2:2'\n"
    "UNT+17+1'\n"
    "UNZ+1+IC77'\n";

// `body` as the segments between UNH and UNT of an order that is otherwise complete.
inline std::string order_with(const std::string& body) {
    return "UNB+UNOC:3+9520000001018:14+9520000000011:14+260302:0915+IC77'"
           "UNH+1+ORDERS:D:96A:UN:EAN008'" +
           body + "UNT+0+1'UNZ+1+IC77'";
}

} // namespace besteld::parsers
