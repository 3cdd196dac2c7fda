// SPDX-License-Identifier: Apache-2.0
// GS1 XML orderResponseMessage: domain.md 2.4 (last paragraph) and 4.4, column GS1 XML.
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_xml.hpp"
#include "order/answer_words.hpp"
#include "parsers/xml/write_gs1.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using parsers::Gs1ResponseLine;

std::string status_of(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "REJECTED";
    return deviates(answer) ? "MODIFIED" : "ACCEPTED";
}

// Reasons that the standard's guide has a code for; the others stand in the note.
std::string reason_code(std::string_view reason) {
    struct Reason {
        std::string_view ours;
        std::string_view code;
    };
    static constexpr auto reasons = std::to_array<Reason>({
        {"R-ITEM", "CODE_NOT_MAPPED_TO_APPLICATION"},
        {"R-DISC", "DISCONTINUED_LINE"},
        {"R-STOCK", "PRODUCT_OUT_OF_STOCK"},
        {"R-DATE", "INCORRECT_DATE"},
        {"R-SLOT", "DELIVERY_SLOT_NOT_VALID_FOR_LOCATION"},
        {"R-INC", "INCOMPLETE_MESSAGE"},
        {"R-DUP", "DUPLICATE"},
    });
    const auto* found = std::ranges::find(reasons, reason, &Reason::ours);
    return found == reasons.end() ? "" : std::string(found->code);
}

std::string_view change_of(LineAnswer answer) {
    switch (answer) {
    case LineAnswer::accepted:
        return "NO_CHANGES";
    case LineAnswer::changed:
        return "MODIFIED";
    case LineAnswer::rejected:
        return "REJECTED";
    case LineAnswer::added:
        return "ADDED";
    }
    return "NO_CHANGES";
}

Gs1ResponseLine line_of(const Answer& answer, const AnswerLine& line) {
    Gs1ResponseLine to{.order_line = line.buyer_line,
                       .change = std::string(change_of(line.answer)),
                       .reason = reason_code(line.reason),
                       .unit = line.unit.empty() ? line.ordered_unit : line.unit,
                       .gtin = line.gtin,
                       .seller_item = replaced_item(answer, line).value_or(line.sku),
                       .buyer_item = line.buyer_item,
                       .name = line.name,
                       .note = text_with_rest(answer, line)};
    if (replaced_item(answer, line)) to.substitute = line.sku;
    if (line.answer == LineAnswer::rejected) return to;
    to.confirmed = line.quantity;
    if (!line.quantity.is_zero()) to.delivery = line.promised;
    to.price = price_per_one(line);
    return to;
}

// A line in parts is one response line for each, all with the buyer's line.
void add_lines(std::vector<Gs1ResponseLine>& lines, const Answer& answer, const AnswerLine& line) {
    const auto first = line_of(answer, line);
    if (line.parts.empty()) lines.push_back(first);
    for (const auto& part : line.parts) {
        lines.push_back(first);
        lines.back().confirmed = part.quantity;
        lines.back().delivery = part.date;
    }
}

std::string gln_of(const NamedParty& party, const std::string& otherwise) {
    return party.id.size() == 13 && party.id.find_first_not_of("0123456789") == std::string::npos
               ? party.id
               : otherwise;
}

} // namespace

Rendered render_gs1(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto buyer = gln_of(party_in(answer, PartyRole::buyer), answer.buyer_id);
    const auto us = gln_of(party_in(answer, PartyRole::supplier), seller.gln);
    parsers::Gs1OrderResponse out{.sender = us,
                                  .receiver = buyer,
                                  .instance = stamp.reference,
                                  .timestamp = timestamp(stamp.date, stamp.time, seller.zone),
                                  .id = number_of(answer),
                                  .status = status_of(answer),
                                  .reason = reason_code(answer.reason),
                                  .order_number = answer.buyer_order_no,
                                  .sales_order = answer.official_no,
                                  .buyer = buyer,
                                  .seller = us,
                                  .currency = answer.currency,
                                  .note = header_text(answer)};
    if (buyer.empty() || us.empty())
        return std::unexpected("a GS1 XML answer needs the GLNs of buyer and seller");
    if (answer.kind != AnswerKind::rejection)
        for (const auto& line : answer.lines) {
            if (line.answer != LineAnswer::rejected && !price_per_one(line))
                return std::unexpected(cat("line ", line.buyer_line,
                                           ": GS1 XML cannot say a price of ",
                                           line.price.to_string(), " per ",
                                           line.price_base.to_string(), " ", line.price_unit));
            add_lines(out.lines, answer, line);
        }
    for (std::size_t i = 0; i < out.lines.size(); ++i)
        out.lines[i].number = cat(i + 1);
    return parsers::write_gs1_order_response(out);
}

Difference prove_gs1(std::string_view bytes, const Answer& answer) {
    return prove_with_code(bytes, answer, "status", status_of(answer));
}

} // namespace besteld
