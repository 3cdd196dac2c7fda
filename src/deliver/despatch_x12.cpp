// SPDX-License-Identifier: Apache-2.0
#include "deliver/despatch_advice.hpp"
#include "deliver/despatch_families.hpp"
#include "deliver/render_x12.hpp"

#include "base/text.hpp"
#include "parsers/x12/codes.hpp"
#include "parsers/x12/ship_notice.hpp"

namespace besteld {

namespace {

constexpr std::size_t x12_name_width = 60; // N102
constexpr std::size_t address_width = 55;  // N301
constexpr std::size_t city_width = 30;     // N401
constexpr std::size_t carrier_width = 35;  // TD505

// Names are for people: X12 says them in plain letters, the front of a long one will do; what it
// cannot say at all (Chinese) is left out.
std::string plain(const std::string& text, std::size_t width) {
    const auto said = parsers::x12::basic_text(text);
    return said ? std::string(trim(said->substr(0, width))) : std::string();
}

// The buyer's own code where the unit is his, else ours in X12's list.
std::string unit_in_x12(const DespatchLine& line) {
    if (line.unit == line.ordered_unit && line.unit_text.size() == 2) return line.unit_text;
    return std::string(parsers::x12::x12_unit(line.unit));
}

parsers::DespatchAdvice sayable_in_x12(const Answer& answer, const Seller& seller, Date written) {
    auto advice = advice_of(answer, seller, written, unit_in_x12);
    advice.carrier = plain(advice.carrier, carrier_width);
    for (auto* party : {&advice.buyer, &advice.supplier, &advice.ship_to}) {
        party->name = plain(party->name, x12_name_width);
        party->street = plain(party->street, address_width);
        party->city = plain(party->city, city_width);
    }
    for (auto& line : advice.lines) {
        line.name.clear();
        line.open.reset();
    }
    return advice;
}

} // namespace

Rendered render_ship_notice(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto advice = sayable_in_x12(answer, seller, stamp.date);
    for (const auto& line : advice.lines)
        if (line.unit.empty())
            return std::unexpected(cat("line ", line.order_line, ": X12 has no unit for it"));
    return parsers::write_x12_ship_notice(x12_head(answer, seller, stamp), advice);
}

Difference prove_ship_notice(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_x12_ship_notice(bytes);
    if (!read) return "it reads as no 856";
    return compare_advices(*read, sayable_in_x12(answer, {}, {}));
}

} // namespace besteld
