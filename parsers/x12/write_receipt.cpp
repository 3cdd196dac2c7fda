// SPDX-License-Identifier: Apache-2.0
// TA1 (X12.5), 997 (X12.20) and 999 (X12.231). An acknowledgement is never acknowledged: the caller
// leaves received FA groups out.
#include "parsers/x12/write_x12.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers {

namespace {

using x12::Elements;
using x12::SegmentWriter;
using Form = X12Receipt::Form;

void write_set(SegmentWriter& out, const X12SetReceipt& set, Form form) {
    const bool newer = form == Form::implementation_999;
    out.segment("AK2", {set.transaction_set, set.control_number});
    for (const auto& fault : set.faults) {
        out.segment(newer ? "IK3" : "AK3",
                    {fault.segment, cat(fault.position), "", fault.segment_code});
        if (fault.element > 0)
            out.segment(newer ? "IK4" : "AK4", {cat(fault.element), "", fault.element_code});
    }
    Elements result{set.code};
    for (const auto& note : set.notes)
        if (result.size() < 6) result.push_back(note);
    out.segment(newer ? "IK5" : "AK5", std::move(result));
}

std::size_t accepted(const X12GroupReceipt& group) {
    return static_cast<std::size_t>(std::ranges::count_if(
        group.sets, [](const X12SetReceipt& set) { return set.code != "R"; }));
}

} // namespace

std::string group_code(const X12GroupReceipt& group) {
    const auto good = accepted(group);
    if (good == 0) return "R";
    if (good < group.sets.size()) return "P";
    const bool clean =
        std::ranges::all_of(group.sets, [](const X12SetReceipt& set) { return set.code == "A"; });
    return clean ? "A" : "E";
}

std::expected<std::string, std::string> write_x12_receipt(const X12Head& head,
                                                          const X12Receipt& receipt) {
    SegmentWriter out;
    const bool newer = receipt.form == Form::implementation_999;
    if (const auto& ta1 = receipt.interchange)
        out.acknowledge_interchange(
            {ta1->control_number, ta1->date, ta1->time, ta1->code, ta1->note});
    for (const auto& group : receipt.groups) {
        out.begin_set(newer ? "999" : "997", newer ? "005010X231" : "");
        out.segment("AK1", {group.group_type, group.control_number, newer ? group.version : ""});
        for (const auto& set : group.sets)
            write_set(out, set, receipt.form);
        // 97, 123, 2: sets included, received, accepted
        out.segment("AK9", {group_code(group), cat(group.sets.size()), cat(group.sets.size()),
                            cat(accepted(group))});
        out.end_set();
    }
    return out.finish(head, "FA");
}

} // namespace besteld::parsers
