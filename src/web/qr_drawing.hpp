// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace besteld {

// A QR code (ISO/IEC 18004) as an SVG path of unit squares; the page draws it in a square of
// `side` units, the quiet zone of four included.
struct QrDrawing {
    int side = 0;
    std::string path;
};
QrDrawing qr_drawing(const std::string& text); // throws std::runtime_error when it is too long

} // namespace besteld
