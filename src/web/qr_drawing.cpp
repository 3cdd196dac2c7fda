// SPDX-License-Identifier: Apache-2.0
#include "web/qr_drawing.hpp"

#include "base/text.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace besteld {

QrDrawing qr_drawing(const std::string& text) {
    constexpr int quiet = 4;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) throw std::runtime_error("the text does not fit into a QR code");
    QrDrawing drawing{.side = code->width + 2 * quiet};
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column)
            if (code->data[row * code->width + column] & 1U)
                drawing.path += cat("M", column + quiet, " ", row + quiet, "h1v1h-1z");
    return drawing;
}

} // namespace besteld
