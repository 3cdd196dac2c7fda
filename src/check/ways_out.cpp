// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/inquiry.hpp"

namespace besteld {

namespace {

// What our side of the deviation is: the proposed value, else what was agreed.
std::string our_value(const Finding& finding) {
    return finding.suggested == Resolution::accept_agreed && !finding.suggested_value.empty()
               ? finding.suggested_value
               : finding.agreed;
}

std::string sentence(const Inquiry& inquiry, const Finding& finding, Resolution resolution) {
    const std::string subject = subject_of(inquiry, finding.line);
    const bool hinted = finding.suggested == resolution && !finding.suggested_value.empty();
    const std::string hint = hinted ? cat(" (", finding.suggested_value, ")") : std::string{};
    switch (resolution) {
    case Resolution::accept_agreed:
        return cat(subject, " is confirmed with ", our_value(finding),
                   "; the customer is told of the difference");
    case Resolution::accept_ordered:
        return cat(subject, " is confirmed as ordered, ", finding.ordered,
                   "; your reason is recorded");
    case Resolution::correct:
        return cat("you put the right value", hint, " in and all checks run again");
    case Resolution::ask:
        return cat("the customer is asked about ", subject,
                   " with the words of the source; the order waits");
    case Resolution::reject:
        return finding.line
                   ? cat(subject, " is declined; the other lines go on")
                   : std::string("the whole order is declined and the customer is told why");
    case Resolution::substitute:
        return cat("the customer is offered the substitute", hint,
                   "; the checks run again with it");
    case Resolution::split:
        return cat(subject, " is delivered in parts", hint, "; the customer is told both dates");
    case Resolution::backorder:
        return cat("what is free of ", subject,
                   " is confirmed now, the rest follows when it arrives");
    case Resolution::reduce:
        return cat("only what is free", hint, " is confirmed; the rest is dropped");
    case Resolution::hold:
        return "the order waits until the one in charge releases it; the customer is not told why";
    case Resolution::dismiss:
        return "nothing changes; recorded as a false alarm with your reason";
    case Resolution::merge:
        return cat("the content becomes a change of ", finding.agreed, "; no second order is made");
    }
    return {};
}

} // namespace

void word_ways_out(const Inquiry& inquiry, Finding& finding) {
    for (WayOut& way : finding.ways_out) {
        if (way.consequence.empty()) way.consequence = sentence(inquiry, finding, way.resolution);
    }
}

} // namespace besteld
