// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_families.hpp"

#include "base/text.hpp"
#include "deliver/render_answer.hpp"
#include "parsers/edifact/read_edifact.hpp"

#include <algorithm>
#include <vector>

namespace besteld {

namespace {

bool is_value(const MaybeField& field, Decimal wanted) {
    const auto value = field ? Decimal::parse(field->value) : std::unexpected(DecimalFault::empty);
    return value && *value == wanted;
}

bool is_day(const MaybeDate& date, std::optional<Date> wanted) {
    const auto start = date ? date->value.start : std::nullopt;
    return start == (wanted ? std::optional(to_iso(*wanted)) : std::nullopt);
}

struct Expected {
    const AnswerLine* line;
    Decimal quantity{};
    std::optional<Date> date;
};

std::vector<Expected> expected_lines(const Answer& answer) {
    std::vector<Expected> lines;
    for (const auto& line : answer.lines) {
        if (line.parts.empty()) lines.push_back({&line, line.quantity, line.promised});
        for (const auto& part : line.parts)
            lines.push_back({&line, part.quantity, part.date});
    }
    return lines;
}

// A confirmed quantity is QTY+113: the reader puts it into the schedule with its promised date.
Difference prove_edi_line(const LineDraft& read, const Expected& wanted) {
    const auto& line = *wanted.line;
    const auto fault = [&](std::string_view what) {
        return cat("ORDRSP line for ", line.buyer_line, ": ", what);
    };
    if (line.answer == LineAnswer::rejected)
        return read.schedule.empty() ? Difference{}
                                     : fault("rejected, yet a quantity is confirmed");
    const auto confirmed = std::ranges::find_if(read.schedule, [&](const ScheduleDraft& s) {
        return is_value(s.quantity, wanted.quantity) && is_day(s.requested, wanted.date);
    });
    const bool plainly = read.schedule.empty() && is_value(read.quantity, wanted.quantity);
    if (confirmed == read.schedule.end() && !plainly)
        return fault(cat("does not confirm ", wanted.quantity.to_string(),
                         wanted.date ? " for " : "", wanted.date ? to_iso(*wanted.date) : ""));
    if (!is_value(read.unit_price, line.price))
        return fault(cat("does not say the price ", line.price.to_string()));
    return std::nullopt;
}

Difference prove_ordrsp(const OrderDraft& read, const Answer& answer) {
    if (read.message_type != "ORDRSP")
        return cat("it reads as ", read.message_type, ", not as ORDRSP");
    if (!read.order_number || read.order_number->value != answer.buyer_order_no)
        return cat("it does not refer to order ", answer.buyer_order_no);
    if (!read.document_id || read.document_id->value != number_of(answer))
        return cat("it does not carry ", number_of(answer));
    const auto function = ordrsp_function(answer);
    const auto wanted = function == "27"  ? MessageFunction::cancel
                        : function == "4" ? MessageFunction::change
                                          : MessageFunction::confirmation;
    if (!read.function || read.function->value != wanted)
        return cat("its function is not ", function);
    if (read.lines.empty() && function != "4") return std::nullopt;
    const auto lines = expected_lines(answer);
    if (lines.size() != read.lines.size())
        return cat("it has ", read.lines.size(), " lines instead of ", lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (auto difference = prove_edi_line(read.lines[i], lines[i])) return difference;
    return std::nullopt;
}

} // namespace

Difference prove_edifact(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_edifact(bytes, 0);
    for (const auto& problem : read.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    if (read.documents.size() != 1)
        return cat("it holds ", read.documents.size(), " messages instead of one");
    const auto& message = read.documents.front();
    for (const auto& problem : message.problems)
        if (problem.severity == Severity::error)
            return cat("it cannot be read back: ", problem.text);
    if (answer.kind != AnswerKind::contrl) return prove_ordrsp(message, answer);
    if (message.message_type != "CONTRL")
        return cat("it reads as ", message.message_type, ", not as CONTRL");
    if (bytes.find(cat("UCI+", answer.envelope.interchange_ref)) == std::string_view::npos)
        return cat("it does not refer to interchange ", answer.envelope.interchange_ref);
    return std::nullopt;
}

} // namespace besteld
