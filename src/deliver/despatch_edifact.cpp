// SPDX-License-Identifier: Apache-2.0
#include "deliver/despatch_advice.hpp"
#include "deliver/despatch_families.hpp"
#include "deliver/render_edifact.hpp"

#include "base/text.hpp"
#include "parsers/edifact/codes.hpp"
#include "parsers/edifact/desadv.hpp"

namespace besteld {

namespace {

constexpr std::size_t edifact_name_width = 35; // 3128 and 3036 in D.96A

// Names are for people: the front of a long one will do. Never cut within a character.
std::string front_of(const std::string& text) {
    if (text.size() <= edifact_name_width) return text;
    std::size_t length = edifact_name_width;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80)
        --length;
    return std::string(trim(text.substr(0, length)));
}

// Without a unit a quantity counts what the GTIN names (domain.md 0.7); another unit must be said.
std::string edifact_unit(const DespatchLine& line) {
    if (!line.gtin.empty() && line.unit == line.ordered_unit) return {};
    return std::string(parsers::edifact::measure_unit(line.unit));
}

// Less what DESADV has no place for: the rest, our names for goods, an address beside a GLN.
parsers::DespatchAdvice sayable_in_edifact(const Answer& answer, const Seller& seller,
                                           Date written) {
    auto advice = advice_of(answer, seller, written, edifact_unit);
    advice.carrier = front_of(advice.carrier);
    for (auto* party : {&advice.buyer, &advice.supplier, &advice.ship_to}) {
        if (!party->id.empty()) *party = {.id = party->id};
        party->name = front_of(party->name);
        party->street = front_of(party->street);
        party->city = front_of(party->city);
    }
    for (auto& line : advice.lines) {
        line.name.clear();
        line.open.reset();
    }
    return advice;
}

} // namespace

Rendered render_desadv(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto advice = sayable_in_edifact(answer, seller, stamp.date);
    for (const auto& line : advice.lines)
        if (line.order_line.size() > 6) // 1156
            return std::unexpected(
                cat("line ", line.order_line, ": DESADV takes six characters for its number"));
    return parsers::write_desadv({.release = edifact_release(answer),
                                  .dialect = edifact_dialect(answer),
                                  .head = edifact_head(answer, seller, stamp),
                                  .advice = advice});
}

Difference prove_desadv(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_desadv(bytes);
    if (!read) return "it reads as no DESADV";
    return compare_advices(*read, sayable_in_edifact(answer, {}, {}));
}

} // namespace besteld
