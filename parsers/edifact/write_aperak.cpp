// SPDX-License-Identifier: Apache-2.0
// APERAK, D.96A (EANCOM 1997 EAN001) and D.01B (EANCOM 2002 EAN003): BGM DTM SG1 RFF SG2 NAD SG3
// ERC FTX.
#include "parsers/edifact/write_edifact.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

namespace {

using edifact::Components;

constexpr std::size_t text_width = 70; // 4440 in D.96A
constexpr std::size_t text_lines = 5;

// Five lines at the most, cut at blanks and never within a character.
Components text_pieces(std::string_view text) {
    Components pieces;
    for (text = trim(text); !text.empty() && pieces.size() < text_lines;) {
        std::size_t length = std::min(text.size(), text_width);
        if (length < text.size()) {
            const auto blank = text.rfind(' ', length);
            if (blank != std::string_view::npos && blank > 0) length = blank;
            while (length > 1 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
                --length;
        }
        pieces.emplace_back(trim(text.substr(0, length)));
        text = trim(text.substr(length));
    }
    return pieces;
}

} // namespace

std::string write_aperak(const AperakAnswer& answer) {
    edifact::SegmentWriter out;
    const bool d96a = answer.release == EancomRelease::d96a;
    const bool un = answer.dialect == EdifactDialect::un;
    // 12E is EANCOM 1997's code for this document, 313 the UN's
    const Components name = !un && d96a ? Components{"12E", "", "9"} : Components{"313"};
    out.segment("BGM", {name, {answer.document_number}, {answer.function}});
    out.segment("DTM", {{"137", replace_all(to_iso(answer.date), "-", ""), "102"}});
    if (!answer.order_number.empty()) out.segment("RFF", {{"ON", answer.order_number}});
    if (!answer.message_number.empty()) out.segment("RFF", {{"ACW", answer.message_number}});
    if (!answer.buyer.empty()) out.segment("NAD", {{"BY"}, {answer.buyer, "", "9"}});
    if (!answer.supplier.empty()) out.segment("NAD", {{"SU"}, {answer.supplier, "", "9"}});
    if (!answer.error.empty())
        out.segment("ERC", {{answer.error, "", "91"}}); // 91: assigned by the supplier
    if (const auto pieces = text_pieces(answer.text); !pieces.empty())
        out.segment("FTX", {{"AAO"}, {}, {}, pieces});
    return out.finish(answer.head, answer.message_reference,
                      {"APERAK", "D", d96a ? "96A" : "01B", "UN",
                       un     ? ""
                       : d96a ? "EAN001"
                              : "EAN003"});
}

} // namespace besteld::parsers
