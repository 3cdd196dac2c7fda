// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_edi.hpp"

#include "deliver/despatch_families.hpp"
#include "deliver/render_families.hpp"
#include "deliver/render_message_response.hpp"

#include <array>

namespace besteld {

namespace {

Rendered no_form(const Answer&, const Seller&, const EdiStamp&) {
    return std::unexpected("this customer's format has no such answer");
}

struct FamilyEntry {
    EdiFamily family;
    Rendered (*render)(const Answer&, const Seller&, const EdiStamp&);
    std::string_view stem;
    std::string_view receipt_stem;
    std::string_view ending;
    Rendered (*despatch)(const Answer&, const Seller&, const EdiStamp&) = no_form;
    std::string_view despatch_stem = {};
};

constexpr auto families = std::to_array<FamilyEntry>({
    {EdiFamily::edifact, render_edifact, "ordrsp", "contrl", ".edi", render_desadv, "desadv"},
    {EdiFamily::x12, render_x12, "855", "997", ".x12", render_ship_notice, "856"},
    {EdiFamily::ubl, render_ubl, "order-response", "", ".xml", render_ubl_despatch,
     "despatch-advice"},
    {EdiFamily::cxml, render_cxml, "confirmation", "response", ".xml", render_cxml_despatch,
     "ship-notice"},
    {EdiFamily::opentrans, render_opentrans, "orderresponse", "", ".xml", render_opentrans_despatch,
     "dispatchnotification"},
    {EdiFamily::gs1, render_gs1, "order-response", "", ".xml"},
    {EdiFamily::cii, render_cii, "order-response", "", ".xml"},
    {EdiFamily::idoc, render_idoc, "ordrsp", "", ".idoc"},
    {EdiFamily::none, no_form, "answer", "receipt", ".txt"},
});

const FamilyEntry& entry_of(const Answer& answer) {
    const auto family = edi_family(answer);
    for (const auto& entry : families)
        if (entry.family == family) return entry;
    return families.back();
}

} // namespace

// A receipt answers an envelope, whatever the messages in it are.
EdiFamily edi_family(const Answer& answer) {
    if (answer.kind == AnswerKind::contrl) {
        const auto family = family_of_format(answer.envelope.standard);
        return family != EdiFamily::none ? family : family_of_format(answer.answered.format);
    }
    const auto family = family_of_profile(answer.edi_profile);
    return family != EdiFamily::none ? family : family_of_format(answer.answered.format);
}

bool is_aperak_receipt(const Answer& answer) {
    return answer.kind == AnswerKind::contrl &&
           answer.receipt_forms == std::vector{ReceiptForm::aperak};
}

std::string edi_file_stem(const Answer& answer) {
    if (is_aperak_receipt(answer)) return "aperak";
    if (is_message_response(answer)) return "mlr";
    const auto& entry = entry_of(answer);
    if (answer.kind == AnswerKind::receipt) return "status-update";
    if (answer.kind == AnswerKind::status) return entry.family == EdiFamily::x12 ? "870" : "ostrpt";
    if (answer.kind == AnswerKind::despatch) return std::string(entry.despatch_stem);
    return std::string(answer.kind == AnswerKind::contrl ? entry.receipt_stem : entry.stem);
}

std::string edi_file_ending(const Answer& answer) {
    return std::string(entry_of(answer).ending);
}

std::expected<std::string, std::string> render_edi(const Answer& answer, const Seller& seller,
                                                   const EdiStamp& stamp) {
    switch (answer.kind) {
    case AnswerKind::contrl:
    case AnswerKind::confirmation:
    case AnswerKind::proposal:
    case AnswerKind::rejection:
    case AnswerKind::status:
        return entry_of(answer).render(answer, seller, stamp);
    case AnswerKind::despatch:
        if (!answer.despatch) return std::unexpected("it tells of no delivery");
        return entry_of(answer).despatch(answer, seller, stamp);
    case AnswerKind::repeat_of_answer:
        return std::unexpected("a repeated answer is the stored one, sent again from its bytes");
    case AnswerKind::receipt:
        if (edi_family(answer) == EdiFamily::cxml) return render_cxml(answer, seller, stamp);
        break;
    case AnswerKind::question:
    case AnswerKind::complaint_receipt:
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
    case AnswerKind::outbound_slip:
    case AnswerKind::invoice_request:
    case AnswerKind::proof_reminder:
        break;
    }
    return std::unexpected("receipts, questions and complaints have no EDI form");
}

} // namespace besteld
