// SPDX-License-Identifier: Apache-2.0
// OrderResponse, Peppol T76 and T116: domain.md 0.2 to 0.4, 2.4, 3.4, 3.5 and 4.5, columns UBL.
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/prove_lines.hpp"
#include "deliver/render_message_response.hpp"
#include "order/answer_words.hpp"
#include "parsers/xml/peppol_check.hpp"
#include "parsers/xml/read_xml.hpp"
#include "parsers/xml/write_ubl.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

using parsers::UblOrderResponse;
using parsers::UblParty;
using parsers::UblResponseLine;

constexpr std::string_view t76 = "urn:fdc:peppol.eu:poacc:trns:order_response:3";
constexpr std::string_view t116 = "urn:fdc:peppol.eu:poacc:trns:order_response_advanced:3";
constexpr std::string_view ordering = "urn:fdc:peppol.eu:poacc:bis:ordering:3";
constexpr std::string_view advanced_ordering = "urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3";

// Which of the two the order's ProfileID wants (domain.md 2.4); a change or a cancellation exists
// in advanced ordering only.
bool is_advanced(const Answer& answer) {
    return is_change_answer(answer) ||
           answer.answered.profile.find("advanced_ordering") != std::string::npos ||
           answer.edi_profile.find("t116") != std::string::npos;
}

// AP: as ordered. CA: anything differs, also on the header alone. AB, AP and RE have no lines.
std::string response_code(const Answer& answer) {
    if (answer.kind == AnswerKind::receipt) return "AB";
    if (answer.kind == AnswerKind::rejection) return "RE";
    return deviates(answer) ? "CA" : "AP";
}

} // namespace

// The party as the order named it; its first identifier is the electronic address.
parsers::UblParty ubl_party(const Answer& answer, PartyRole role, const std::string& gln,
                            const std::string& name) {
    UblParty party{.name = name};
    for (const auto& one : answer.answered.parties) {
        if (one.role != role || one.id.empty()) continue;
        if (party.endpoint.empty()) {
            party.endpoint = one.id;
            party.endpoint_scheme = one.scheme;
        } else if (party.id.empty() && one.scheme.size() == 4) {
            party.id = one.id;
            party.id_scheme = one.scheme;
        }
        if (!one.name.empty()) party.name = one.name;
    }
    if (party.endpoint.empty() && !gln.empty()) {
        party.endpoint = gln;
        party.endpoint_scheme = "0088";
    }
    return party;
}

namespace {

UblResponseLine line_of(const Answer& answer, const AnswerLine& line) {
    UblResponseLine to{.note = line_text(answer, line),
                       .status = std::string(line_action_code(line.answer)),
                       .unit = line.unit.empty() ? line.ordered_unit : line.unit,
                       .name = line.name.empty() ? line.sku : line.name,
                       .buyer_item = line.buyer_item,
                       .seller_item = line.sku,
                       .gtin = line.gtin,
                       .order_line = line.buyer_line};
    if (const auto old = replaced_item(answer, line)) {
        to.seller_item = *old;
        to.substitute = line.sku;
        to.substitute_name = line.name;
        to.gtin.clear(); // of the new item
    }
    if (line.answer == LineAnswer::rejected) return to;
    to.quantity = line.quantity;
    to.backorder = line.backorder;
    if (!line.quantity.is_zero()) to.promised = line.promised;
    to.price = line.price;
    if (line.price_base != Decimal{1} || !line.price_unit.empty()) {
        to.price_base = line.price_base;
        to.price_unit = line.price_unit.empty() ? line.unit : line.price_unit;
    }
    return to;
}

// A line in parts: the changed line with its first part, an added one for each other part, all of
// them with the buyer's line.
void add_lines(std::vector<UblResponseLine>& lines, const Answer& answer, const AnswerLine& line) {
    const auto first = line_of(answer, line);
    if (line.parts.empty()) lines.push_back(first);
    for (const auto& part : line.parts) {
        auto one = first;
        one.quantity = part.quantity;
        one.promised = part.date;
        if (&part != &line.parts.front()) {
            one.status = line_action_code(LineAnswer::added);
            one.note.clear();
        }
        lines.push_back(std::move(one));
    }
}

} // namespace

Rendered render_ubl(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    if (is_message_response(answer)) return render_message_response(answer, seller, stamp);
    const bool advanced = is_advanced(answer);
    const bool cancels = answer.answered.document_class == DocumentClass::order_cancellation;
    UblOrderResponse out{
        .customization = std::string(advanced ? t116 : t76),
        .profile = std::string(advanced ? advanced_ordering : ordering),
        .id = number_of(answer),
        .sales_order = answer.official_no,
        .date = stamp.date,
        .time = stamp.time,
        .code = response_code(answer),
        .note = header_text(answer),
        .currency = answer.currency,
        .order_number = answer.buyer_order_no,
        // T116 has no reference to a cancellation: the note says it (domain.md 0.4)
        .change_number = is_change_answer(answer) && !cancels ? answer.answered.number : "",
        .seller = ubl_party(answer, PartyRole::supplier, seller.gln, seller.name),
        .buyer = ubl_party(answer, PartyRole::buyer, answer.buyer_id, answer.customer_name)};
    if (out.buyer.endpoint.empty() || out.seller.endpoint.empty())
        return std::unexpected("the order names no electronic address of the buyer or of us");
    if (out.code == "AP") out.promised = one_date_for_all(answer);
    if (out.code == "CA")
        for (const auto& line : answer.lines)
            add_lines(out.lines, answer, line);
    for (std::size_t i = 0; i < out.lines.size(); ++i)
        out.lines[i].id = cat(i + 1);
    return parsers::write_ubl_order_response(out);
}

namespace {

// What parsers/xml/peppol_rules does not hold as strictly: it warns of CA without lines (R007), has
// no R008, and lets T76 do without a seller.
Difference break_of_peppol_rules(const OrderDraft& read, const std::string& code) {
    if (code == "CA" && read.lines.empty()) return "CA needs its lines (PEPPOL R007)";
    if (code != "CA" && !read.lines.empty()) return cat(code, " must have no lines (PEPPOL R008)");
    for (const auto role : {PartyRole::buyer, PartyRole::supplier}) {
        const auto* party = find_party(read, role);
        if (!party || (!party->name && party->ids.empty()))
            return "buyer and seller need a name or a number (PEPPOL R001, R002)";
    }
    return std::nullopt;
}

bool refers_to_change(const OrderDraft& read, const Answer& answer) {
    const bool wanted = answer.answered.document_class == DocumentClass::order_change &&
                        !answer.answered.number.empty();
    const auto found =
        std::ranges::find(read.references, std::string("buyer_change_no"), &Reference::type);
    const bool stated = found != read.references.end();
    return stated == wanted && (!wanted || found->value.value == answer.answered.number);
}

} // namespace

Difference prove_ubl(std::string_view bytes, const Answer& answer) {
    if (is_message_response(answer)) return prove_message_response(bytes, answer);
    if (auto broken = parsers::broken_peppol_rule(bytes)) return broken;
    const auto parsed = parsers::read_xml(bytes, 0);
    if (parsed.documents.size() != 1) return "it cannot be read back";
    const auto& read = parsed.documents.front();
    for (const auto& problem : read.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    const std::string code = response_code(answer);
    if (read.profile != (is_advanced(answer) ? advanced_ordering : ordering))
        return "it names another process than the order's";
    if (!read.response_code || read.response_code->value != code)
        return cat("its answer is not ", code);
    if (auto difference = prove_references(read, answer)) return difference;
    if (!refers_to_change(read, answer)) return "it does not name the change that it answers";
    if (auto broken = break_of_peppol_rules(read, code)) return broken;
    if (code != "CA") return std::nullopt;
    return prove_lines(read, answer, {.dropped = Sayable::Rest::left_out});
}

} // namespace besteld
