// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message_structure.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::edifact {

namespace {

// As the directory (EDMD) draws it: M or C with how often a segment may stand, a group in brackets
// with its own status at the segment that begins it.
constexpr std::string_view party_details =
    "LOC C99 FII C5 [RFF C99 DTM C5] [DOC C5 DTM C5] [CTA C5 COM C5]";
constexpr std::string_view charge_details =
    "ALI C5 DTM C5 [QTY C1 RNG C1] [PCD C1 RNG C1] [MOA C2 RNG C1] [RTE C1 RNG C1] [TAX C5 MOA C1]";
constexpr std::string_view packing_details = "MEA C5 QTY C5 DTM C5 [RFF C1 DTM C5] "
                                             "[PCI C5 RFF C1 DTM C5 GIN C10]";

// ORDERS and ORDCHG: the same diagram.
constexpr auto order_pieces = std::to_array<std::string_view>({
    "BGM M1 DTM M35 PAI C1 ALI C5 IMD C999 FTX C99 GIR C10 [RFF C9999 DTM C5] [NAD C99 ",
    party_details,
    "] [TAX C5 MOA C1 LOC C9] [CUX C5 PCD C5 DTM C5] "
    "[PAT C10 DTM C5 PCD C1 MOA C1 [MOA C9999 GIR C9 RJL C99]] [TDT C10 [LOC C10 DTM C5]] "
    "[TOD C5 LOC C2] [PAC C99 MEA C5 [PCI C5 RFF C1 DTM C5 GIN C10]] "
    "[EQD C10 HAN C5 MEA C5 FTX C5] [SCC C10 FTX C5 RFF C5 [QTY C10 DTM C5]] "
    "[APR C25 DTM C5 RNG C1] [ALC C99 ",
    charge_details,
    "] [RCS C999 RFF C5 DTM C5 FTX C99999] [DGS C999 FTX C5 [CTA C99 COM C5]] "
    "[LIN C200000 PIA C25 IMD C99 MEA C99 QTY C99 PCD C5 ALI C5 DTM C35 MOA C10 GIS C99 GIN C1000 "
    "GIR C1000 QVR C1 DOC C99 PAI C1 MTD C99 FTX C99 [CCI C999 CAV C10 MEA C10] "
    "[PAT C10 DTM C5 PCD C1 MOA C1 [MOA C9999 GIR C9]] [PRI C25 CUX C1 APR C99 RNG C1 DTM C5] "
    "[RFF C9999 DTM C5 GIS C99 MOA C99] [PAC C99 ",
    packing_details,
    "] [LOC C9999 QTY C1 PCD C1 DTM C5] [TAX C10 MOA C1 LOC C5] [NAD C999 ",
    party_details,
    "] [ALC C99 ",
    charge_details,
    "] [TDT C10 [LOC C10 DTM C5]] [TOD C5 LOC C2] [EQD C10 HAN C5 MEA C5 FTX C5] "
    "[SCC C100 FTX C5 RFF C5 [QTY C10 DTM C5]] [RCS C999 RFF C5 DTM C5 FTX C99999] "
    "[STG C10 [QTY C3 MOA C1]] [DGS C999 FTX C5 [CTA C99 COM C5]]] "
    "UNS M1 MOA C99 CNT C10 [ALC C10 ALI C1 MOA C2]",
});

constexpr std::size_t order_length = [] {
    std::size_t length = 0;
    for (const auto piece : order_pieces)
        length += piece.size();
    return length;
}();

constexpr auto order_letters = [] {
    std::array<char, order_length> out{};
    std::size_t at = 0;
    for (const auto piece : order_pieces)
        for (const char c : piece)
            out[at++] = c;
    return out;
}();

constexpr std::string_view order_diagram{order_letters.data(), order_letters.size()};

constexpr std::string_view enquiry_diagram =
    "BGM M1 DTM M5 IRQ C1 FTX C20 [NAD M25 [CTA C5 COM C5]] "
    "[DOC C999 DTM C5 [LIN C200000 PIA C25 IMD C10 MEA C5 STS C9 [RFF C99 DTM C1] "
    "[LOC C99 DTM C5 QTY C1]]]";

constexpr std::string_view despatch_diagram =
    "BGM M1 DTM C10 ALI C5 MEA C5 MOA C5 CUX C9 [RFF C10 DTM C1] "
    "[NAD C99 LOC C10 [RFF C10 DTM C1] [CTA C10 COM C5]] [TOD C5 LOC C5 FTX C5] "
    "[TDT C10 PCD C6 TMD C1 [LOC C10 DTM C10]] [EQD C10 MEA C5 SEL C25 EQA C5 [HAN C10 FTX C10]] "
    "[CPS C9999 FTX C5 QVR C9 [PAC C9999 MEA C10 QTY C10 [HAN C10 FTX C10] "
    "[PCI C1000 RFF C1 DTM C5 [GIR C99 DTM C5] [GIN C99 DLM C10] [COD C99 MEA C9 QTY C9 PCD C9]]] "
    "[LIN C9999 PIA C10 IMD C25 MEA C10 QTY C10 ALI C10 GIN C100 GIR C100 DLM C100 DTM C5 NAD C99 "
    "TDT C1 TMD C1 HAN C20 FTX C99 MOA C5 [RFF C99 NAD C1 CTA C1 DTM C1] [DGS C9999 QTY C1 FTX C5] "
    "[LOC C100 NAD C1 DTM C1 QTY C10] [SGP C1000 QTY C10] "
    "[PCI C9999 DTM C5 MEA C10 QTY C1 [GIN C10 DLM C100] [HAN C10 FTX C5 GIN C1000]] "
    "[QVR C10 DTM C5]]] CNT C5";

constexpr std::string_view application_error_diagram =
    "BGM M1 DTM C9 FTX C9 CNT C9 [DOC C99 DTM C99] [RFF C9 DTM C9] [NAD C9 CTA C9 COM C9] "
    "[ERC C99999 FTX C1 [RFF C9 FTX C9]]";

// ISO 9735: syntax version 3 has UCM, version 4 the same in a group UCF as well.
constexpr std::string_view contrl_diagram = "UCI M1 [UCM C999999 [UCS C999 UCD C99]]";

constexpr bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

template <std::size_t N>
struct Structure {
    std::array<StructureNode, N> nodes{};
    std::uint16_t count = 0;
    std::span<const StructureNode> all() const { return {nodes.data(), count}; }
};

constexpr std::size_t count_of(std::string_view diagram) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 4 < diagram.size(); ++i)
        if (is_capital(diagram[i]) && is_capital(diagram[i + 1]) && is_capital(diagram[i + 2]))
            ++count;
    return count;
}

// "[RFF C9999 DTM C5]": the bracket, then tag, status and number; at compile time.
template <std::size_t N>
constexpr Structure<N> read_diagram(std::string_view text) {
    Structure<N> out;
    std::array<std::uint16_t, 8> open{};
    std::size_t depth = 0;
    bool group = false;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '[') {
            group = true;
            ++i;
        } else if (text[i] == ']') {
            out.nodes[open[--depth]].end = out.count;
            ++i;
        } else if (text[i] == ' ') {
            ++i;
        } else {
            if (group) open[depth++] = out.count;
            StructureNode& node = out.nodes[out.count++];
            node = {.tag = text.substr(i, 3),
                    .mandatory = text[i + 4] == 'M',
                    .group = group,
                    .repeats = 0,
                    .end = out.count};
            for (i += 5; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
                node.repeats = 10 * node.repeats + static_cast<std::uint32_t>(text[i] - '0');
            group = false;
        }
    }
    return out;
}

constexpr auto orders = read_diagram<count_of(order_diagram)>(order_diagram);
constexpr auto enquiry = read_diagram<count_of(enquiry_diagram)>(enquiry_diagram);
constexpr auto despatch = read_diagram<count_of(despatch_diagram)>(despatch_diagram);
constexpr auto application_error =
    read_diagram<count_of(application_error_diagram)>(application_error_diagram);
constexpr auto contrl = read_diagram<count_of(contrl_diagram)>(contrl_diagram);

} // namespace

std::span<const StructureNode> structure_of(std::string_view message_type) {
    if (message_type == "ORDERS" || message_type == "ORDCHG") return orders.all();
    if (message_type == "OSTENQ") return enquiry.all();
    if (message_type == "DESADV") return despatch.all();
    if (message_type == "APERAK") return application_error.all();
    if (message_type == "CONTRL") return contrl.all();
    return {};
}

StructureWalk::StructureWalk(std::span<const StructureNode> nodes) : nodes_(nodes) {
    levels_.push_back({.at = 0, .end = nodes.size()});
}

// Notes the mandatory nodes between where a level stands and `to`.
void StructureWalk::skip(const Level& level, std::size_t to) {
    for (auto n = level.seen > 0 ? nodes_[level.at].end : level.at; n < to; n = nodes_[n].end)
        if (nodes_[n].mandatory) missing_.push_back(nodes_[n].tag);
}

StructureWalk::Found StructureWalk::take(std::size_t node) {
    Level& level = levels_.back();
    level.seen = node == level.at ? level.seen + 1 : 1;
    level.at = node;
    const StructureNode& taken = nodes_[node];
    const bool too_often = level.seen > taken.repeats;
    if (taken.group) levels_.push_back({.at = node + 1, .end = taken.end});
    if (!too_often) return Found::in_place;
    return taken.group ? Found::group_too_often : Found::too_often;
}

StructureWalk::Found StructureWalk::next(ShortCode tag) {
    missing_.clear();
    for (auto depth = levels_.size(); depth > 0; --depth) {
        const Level& level = levels_[depth - 1];
        for (auto n = level.at; n < level.end; n = nodes_[n].end) {
            if (nodes_[n].tag != tag) continue;
            while (levels_.size() > depth) {
                skip(levels_.back(), levels_.back().end);
                levels_.pop_back();
            }
            if (n != levels_.back().at) skip(levels_.back(), n);
            return take(n);
        }
    }
    const bool known = std::ranges::find(nodes_, tag, &StructureNode::tag) != nodes_.end();
    return known ? Found::misplaced : Found::unknown;
}

void StructureWalk::finish() {
    missing_.clear();
    for (; !levels_.empty(); levels_.pop_back())
        skip(levels_.back(), levels_.back().end);
}

} // namespace besteld::parsers::edifact
