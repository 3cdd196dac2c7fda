// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/write_edifact.hpp"

#include "base/text.hpp"

namespace besteld::parsers {

namespace {

std::string code_of(ContrlAction action) {
    switch (action) {
    case ContrlAction::acknowledged:
        return "7";
    case ContrlAction::rejected:
        return "4";
    case ContrlAction::received:
        return "8";
    }
    return "4";
}

// UCM: 0062, S009, 0083, 0085; below it UCS and UCD for each fault
void write_message(edifact::SegmentWriter& out, const ContrlMessage& message) {
    out.segment("UCM",
                {{message.reference}, message.type, {code_of(message.action)}, {message.code}});
    for (const auto& fault : message.faults) {
        if (fault.element == 0) {
            out.segment("UCS", {{cat(fault.segment)}, {fault.code}});
            continue;
        }
        out.segment("UCS", {{cat(fault.segment)}});
        // 0098 counts the tag as the first data element
        out.segment("UCD",
                    {{fault.code},
                     {cat(fault.element + 1), fault.component == 0 ? "" : cat(fault.component)}});
    }
}

} // namespace

// UCI: 0020, S002, S003, 0083, 0085, 0013 of the interchange that is answered
std::string write_contrl(const ContrlAnswer& answer) {
    edifact::SegmentWriter out;
    out.segment("UCI", {{answer.interchange_reference},
                        {answer.interchange_sender, answer.interchange_sender_qualifier},
                        {answer.interchange_receiver, answer.interchange_receiver_qualifier},
                        {code_of(answer.action)},
                        {answer.code},
                        {answer.faulty_segment}});
    for (const auto& message : answer.messages)
        write_message(out, message);
    const std::string version = answer.dialect == EdifactDialect::un    ? ""
                                : answer.release == EancomRelease::d96a ? "EAN002"
                                                                        : "EAN004";
    return out.finish(answer.head, answer.message_reference, {"CONTRL", "D", "3", "UN", version});
}

} // namespace besteld::parsers
