// SPDX-License-Identifier: Apache-2.0
// TA1 and 997 (or 999) of what the reader found in an interchange: domain.md 4.4, R-SYN.
#include "deliver/render_x12.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "order/receipts.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using parsers::X12GroupReceipt;
using parsers::X12Receipt;
using parsers::X12SetReceipt;

// What a fault that our reader names is called in an acknowledgement: element 718 for the set, 720
// for a segment, 723 for an element. Empty: no such code.
struct FaultCode {
    std::string_view problem;
    std::string_view set;
    std::string_view segment;
    std::string_view element;
};
constexpr auto fault_codes = std::to_array<FaultCode>({
    {"x12.no_se", "2", "", ""}, // trailer missing
    {"x12.cut_off", "2", "", ""},
    {"x12.se_reference", "3", "", ""}, // control number of header and trailer differ
    {"x12.se_count", "4", "", ""},     // number of segments differs
    {"x12.no_head", "5", "3", ""},     // mandatory segment missing
    {"x12.no_lines", "5", "3", ""},
    {"x12.bad_tag", "5", "1", ""},          // unrecognised segment
    {"x12.segment_order", "5", "7", ""},    // not in proper sequence
    {"x12.too_many_lines", "5", "4", ""},   // loop occurs over maximum
    {"x12.syntax_note", "5", "8", "2"},     // conditionally required element missing
    {"x12.no_order_number", "5", "8", "1"}, // mandatory element missing
    {"x12.no_quantity", "5", "8", "1"},
    {"x12.no_item", "5", "8", "1"},
    {"x12.element_missing", "5", "8", "1"},
    {"x12.element_surplus", "5", "8", "3"},
    {"x12.element_too_short", "5", "8", "4"},
    {"x12.element_too_long", "5", "8", "5"},
    {"x12.element_type", "5", "8", "6"},
    {"x12.code_value", "5", "8", "7"},
    {"x12.element_date", "5", "8", "8"},
    {"x12.element_time", "5", "8", "9"},
    {"x12.element_excluded", "5", "8", "10"}, // exclusion condition violated
    {"x12.segment_place", "5", "7", ""},
    {"x12.segment_repeats", "5", "5", ""},   // exceeds maximum use
    {"x12.date", "5", "8", "8"},             // invalid date
    {"x12.number", "5", "8", "6"},           // invalid character in element
    {"x12.segment_too_long", "5", "8", "3"}, // too many elements
});
constexpr FaultCode other_fault{"", "5", "8", "7"}; // invalid code value

const FaultCode& code_of(const Problem& problem) {
    const auto* found = std::ranges::find(fault_codes, problem.code, &FaultCode::problem);
    return found == fault_codes.end() ? other_fault : *found;
}

void add_note(std::vector<std::string>& notes, std::string_view note) {
    if (std::ranges::find(notes, note) == notes.end()) notes.emplace_back(note);
}

// R: nobody can take it as it is. What could be taken with a doubt is accepted with its errors
// noted: the order is with a person then, and must not be sent again.
X12SetReceipt set_receipt(const ReceivedMessage& message, bool interchange_rejected) {
    X12SetReceipt receipt{.transaction_set = message.message_type,
                          .control_number = message.reference,
                          .code = message.problems.empty() ? "A" : "E"};
    for (const auto& problem : message.problems) {
        const FaultCode& code = code_of(problem);
        add_note(receipt.notes, code.set);
        if (refuses_message(problem)) receipt.code = "R";
        const FaultPlace place = fault_place(problem);
        if (code.segment.empty() || place.segment == 0 || place.tag.empty()) continue;
        receipt.faults.push_back(
            {.segment = place.tag,
             .position = place.segment,
             .segment_code =
                 std::string(place.element == 0 && code.segment == "8" ? "3" : code.segment),
             .element = code.element.empty() ? 0 : place.element,
             .element_code = place.element == 0 ? "" : std::string(code.element)});
    }
    if (interchange_rejected) receipt.code = "R";
    return receipt;
}

// TA105, element I18
struct Note {
    std::string_view problem;
    std::string_view code;
};
constexpr auto interchange_notes = std::to_array<Note>({
    {used_again_code, "025"},      // duplicate interchange control number
    {"x12.control_number", "001"}, // IEA states another one than ISA
    {"x12.count", "021"},          // number of groups
    {"x12.no_iea", "023"},         // premature end of file
    {"x12.no_ge", "022"},          // invalid control structure
    {"x12.no_gs", "022"},
    {"x12.outside_message", "024"}, // invalid interchange content
    {"x12.isa", "006"},             // invalid sender
});

std::string interchange_note(const std::vector<Problem>& problems) {
    for (const auto& problem : problems)
        for (const auto& note : interchange_notes)
            if (problem.code == note.problem) return std::string(note.code);
    return problems.empty() ? "000" : "024";
}

// Rows of earlier versions say no form: what their profile and the interchange asked for.
std::vector<ReceiptForm> forms_of(const Answer& answer) {
    if (!answer.receipt_forms.empty()) return answer.receipt_forms;
    const bool again = std::ranges::any_of(
        answer.problems, [](const Problem& p) { return p.code == used_again_code; });
    return receipts_due({}, {.family = EdiFamily::x12,
                             .profile = answer.edi_profile,
                             .asked = answer.envelope.ack_requested,
                             .used_again = again});
}

// GS01 where the group said none
std::string group_type(const ReceivedMessage& message) {
    if (!message.group_type.empty()) return message.group_type;
    if (message.message_type == "860") return "PC";
    if (message.message_type == "869") return "RS";
    return message.message_type == "875" || message.message_type == "876" ? "OG" : "PO";
}

} // namespace

parsers::X12Receipt x12_receipt(const Answer& answer) {
    const auto forms = forms_of(answer);
    const auto sends = [&](ReceiptForm form) {
        return std::ranges::find(forms, form) != forms.end();
    };
    X12Receipt receipt;
    if (sends(ReceiptForm::implementation_999)) receipt.form = X12Receipt::Form::implementation_999;
    if (sends(ReceiptForm::ta1)) {
        const bool error = has_error(answer.problems);
        const auto& made = answer.envelope.prepared; // "260302:0910"
        const auto colon = std::min(made.find(':'), made.size());
        receipt.interchange = {.control_number = answer.envelope.interchange_ref,
                               .date = made.substr(0, colon),
                               .time = colon < made.size() ? made.substr(colon + 1) : "",
                               .code = error                     ? "R"
                                       : answer.problems.empty() ? "A"
                                                                 : "E",
                               .note = interchange_note(answer.problems)};
        // A refused interchange has no groups that could be spoken of.
        if (error) return receipt;
    }
    if (!sends(ReceiptForm::functional_997) && !sends(ReceiptForm::implementation_999))
        return receipt;
    const bool refused = has_error(answer.problems);
    for (const auto& message : answer.received) {
        const std::string type = group_type(message);
        auto& groups = receipt.groups;
        if (groups.empty() || groups.back().control_number != message.group_ref ||
            groups.back().group_type != type)
            groups.push_back({.group_type = type,
                              .control_number = message.group_ref,
                              .version = receipt.form == X12Receipt::Form::implementation_999
                                             ? message.version
                                             : ""});
        groups.back().sets.push_back(set_receipt(message, refused));
    }
    return receipt;
}

Rendered render_x12_receipt(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    return parsers::write_x12_receipt(x12_head(answer, seller, stamp), x12_receipt(answer));
}

} // namespace besteld
