// SPDX-License-Identifier: Apache-2.0
#include "parsers/feedback/report.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <optional>
#include <utility>

namespace besteld::parsers {

namespace {

// Why a text does not fit its field; nothing when it does.
using Fault = std::optional<std::string>;

Fault take_text(std::string& to, const std::string& text) {
    to = text;
    return std::nullopt;
}

template <typename Whole>
Fault take_whole(Whole& to, const std::string& text) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), to);
    if (read.ec == std::errc{} && read.ptr == text.data() + text.size() &&
        std::cmp_greater_equal(to, 0) && std::cmp_less_equal(to, 1'000'000))
        return std::nullopt;
    return "a whole number from 0 to 1000000";
}

Fault take_flag(bool& to, const std::string& text) {
    to = text == "true";
    return to || text == "false" ? std::nullopt : Fault("true or false");
}

Fault take_decimal(Decimal& to, const std::string& text) {
    const auto number = Decimal::parse(text);
    if (!number) return "a decimal with a point, such as 12.5";
    to = *number;
    return std::nullopt;
}

// "+01:00" as minutes.
std::optional<int> offset_of(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return std::nullopt;
    int hours = 0;
    int minutes = 0;
    const auto h = std::from_chars(text.data() + 1, text.data() + 3, hours);
    const auto m = std::from_chars(text.data() + 4, text.data() + 6, minutes);
    if (h.ptr != text.data() + 3 || m.ptr != text.data() + 6 || hours > 14 || minutes > 59)
        return std::nullopt;
    return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

// ISO 8601 with Z or an offset: a time without one could be anybody's.
Fault take_instant(std::optional<Instant>& to, const std::string& text) {
    to = parse_iso_instant(text);
    if (!to && text.size() > 6)
        if (const auto offset = offset_of(std::string_view(text).substr(text.size() - 6))) {
            to = parse_iso_instant(text.substr(0, text.size() - 6) + "Z");
            if (to) *to -= std::chrono::minutes{*offset};
        }
    return to ? std::nullopt : Fault("a time such as 2026-03-05T10:00:00+01:00");
}

Fault take_kind(FeedbackKind& to, const std::string& text) {
    const auto kind = feedback_kind_by_name(text);
    if (!kind)
        return "picked, shipped, rest_closed, delivered, proof, paid, invoiced, receipt, answer or stock";
    to = *kind;
    return std::nullopt;
}

Fault take_said(std::string& to, const std::string& text) {
    to = text;
    const bool known = text == "received" || text == "yes" || text == "no";
    return known ? std::nullopt : Fault("received, yes or no");
}

template <typename T>
struct Field {
    std::string_view name;
    std::function<Fault(T&, const std::string&)> take;
};

const std::vector<Field<Feedback>>& head_fields() {
    static const std::vector<Field<Feedback>> fields{
        {"key", [](Feedback& f, const std::string& t) { return take_text(f.key, t); }},
        {"kind", [](Feedback& f, const std::string& t) { return take_kind(f.kind, t); }},
        {"order", [](Feedback& f, const std::string& t) { return take_text(f.order, t); }},
        {"at", [](Feedback& f, const std::string& t) { return take_instant(f.at, t); }},
        {"shipment", [](Feedback& f, const std::string& t) { return take_text(f.shipment, t); }},
        {"carrier", [](Feedback& f, const std::string& t) { return take_text(f.carrier, t); }},
        {"track_no", [](Feedback& f, const std::string& t) { return take_text(f.track_no, t); }},
        {"packages", [](Feedback& f, const std::string& t) { return take_whole(f.packages, t); }},
        {"over_delivery",
         [](Feedback& f, const std::string& t) { return take_flag(f.over_delivery, t); }},
        {"signed_by", [](Feedback& f, const std::string& t) { return take_text(f.signed_by, t); }},
        {"differences",
         [](Feedback& f, const std::string& t) { return take_text(f.differences, t); }},
        {"document", [](Feedback& f, const std::string& t) { return take_text(f.document, t); }},
        {"amount", [](Feedback& f, const std::string& t) { return take_decimal(f.amount, t); }},
        {"currency", [](Feedback& f, const std::string& t) { return take_text(f.currency, t); }},
        {"request", [](Feedback& f, const std::string& t) { return take_text(f.request, t); }},
        {"invoice_no",
         [](Feedback& f, const std::string& t) { return take_text(f.invoice_no, t); }},
        {"hand_off", [](Feedback& f, const std::string& t) { return take_text(f.hand_off, t); }},
        {"number", [](Feedback& f, const std::string& t) { return take_text(f.number, t); }},
        {"said", [](Feedback& f, const std::string& t) { return take_said(f.said, t); }},
        {"note", [](Feedback& f, const std::string& t) { return take_text(f.note, t); }},
    };
    return fields;
}

const std::vector<Field<FeedbackLine>>& line_fields() {
    using Line = FeedbackLine;
    static const std::vector<Field<Line>> fields{
        {"line", [](Line& l, const std::string& t) { return take_whole(l.number, t); }},
        {"item", [](Line& l, const std::string& t) { return take_text(l.item, t); }},
        {"quantity", [](Line& l, const std::string& t) { return take_decimal(l.quantity, t); }},
        {"unit", [](Line& l, const std::string& t) { return take_text(l.unit, t); }},
        {"batch", [](Line& l, const std::string& t) { return take_text(l.batch, t); }},
    };
    return fields;
}

// A field for the sender's own use.
bool is_own(std::string_view name) {
    return name.starts_with("x_");
}

template <typename T>
std::optional<Problem> fill(T& to, const std::vector<Field<T>>& known,
                            const std::map<std::string, std::string>& given,
                            const std::string& where) {
    for (const auto& [name, text] : given) {
        if (is_own(name)) continue;
        const auto field = std::ranges::find(known, name, &Field<T>::name);
        if (field == known.end())
            return report_problem(where, "feedback.field", cat("the field '", name, "' is unknown"),
                                  "see docs/hand-off.md; names that begin with x_ are your own");
        if (text.size() > longest_text || !is_utf8(text) || text.contains('\0'))
            return report_problem(where, "feedback.text",
                                  cat("the field ", name, " is too long or no UTF-8"),
                                  cat("at most ", longest_text, " bytes of UTF-8"));
        if (const auto wanted = field->take(to, text))
            return report_problem(where, "feedback.value", cat(name, " is '", text, "'"),
                                  cat("write ", *wanted));
    }
    return std::nullopt;
}

std::optional<std::string_view> missing(const Feedback& feedback) {
    if (feedback.key.empty()) return "key";
    switch (feedback.kind) {
    case FeedbackKind::receipt:
        return feedback.hand_off.empty() ? std::optional<std::string_view>("hand_off")
                                         : std::nullopt;
    case FeedbackKind::answer:
        if (feedback.hand_off.empty()) return "hand_off";
        return feedback.said.empty() ? std::optional<std::string_view>("said") : std::nullopt;
    case FeedbackKind::stock:
        return feedback.lines.empty() ? std::optional<std::string_view>("lines") : std::nullopt;
    case FeedbackKind::shipped:
        if (feedback.lines.empty()) return "lines";
        break;
    case FeedbackKind::paid:
        if (feedback.amount <= Decimal{}) return "amount";
        if (feedback.currency.empty()) return "currency";
        break;
    case FeedbackKind::invoiced:
        if (feedback.invoice_no.empty()) return "invoice_no";
        break;
    default:
        break;
    }
    return feedback.order.empty() ? std::optional<std::string_view>("order") : std::nullopt;
}

} // namespace

bool is_line_field(std::string_view name) {
    return std::ranges::find(line_fields(), name, &Field<FeedbackLine>::name) !=
           line_fields().end();
}

Problem report_problem(const std::string& where, std::string code, std::string text,
                       std::string hint) {
    return {.severity = Severity::error,
            .place = {.where = where},
            .code = std::move(code),
            .text = cat(where, ": ", text),
            .hint = std::move(hint)};
}

std::expected<Feedback, Problem> feedback_of(const Report& report) {
    Feedback feedback;
    if (!report.fields.contains("kind"))
        return std::unexpected(report_problem(report.where, "feedback.missing",
                                              "the field kind is missing", "say what happened"));
    if (auto problem = fill(feedback, head_fields(), report.fields, report.where))
        return std::unexpected(std::move(*problem));
    for (const auto& given : report.lines) {
        FeedbackLine line;
        const std::string where = cat(report.where, ", line ", feedback.lines.size() + 1);
        if (auto problem = fill(line, line_fields(), given, where))
            return std::unexpected(std::move(*problem));
        if (!given.contains("quantity"))
            return std::unexpected(report_problem(where, "feedback.missing",
                                                  "the field quantity is missing", "say how much"));
        feedback.lines.push_back(std::move(line));
    }
    if (const auto name = missing(feedback))
        return std::unexpected(report_problem(
            report.where, "feedback.missing",
            cat("a report of kind ", name_of(feedback.kind), " needs the field ", *name),
            "see docs/hand-off.md"));
    return feedback;
}

} // namespace besteld::parsers
