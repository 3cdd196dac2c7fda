// SPDX-License-Identifier: Apache-2.0
#include "parsers/feedback/read_feedback.hpp"

#include "base/json.hpp"
#include "base/text.hpp"
#include "parsers/feedback/report.hpp"
#include "parsers/table/read_csv.hpp"

#include <algorithm>

namespace besteld::parsers {

namespace {

namespace json = boost::json;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// Numbers with a fraction must come as text: JSON's own are binary and hold no 0.1.
std::expected<std::string, std::string> text_of(const json::value& value) {
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_bool()) return std::string(value.get_bool() ? "true" : "false");
    if (value.is_int64()) return std::to_string(value.get_int64());
    if (value.is_uint64()) return std::to_string(value.get_uint64());
    if (value.is_double())
        return std::unexpected("is a number with a fraction; write it as text: \"1.5\"");
    return std::unexpected("is no text, number, true or false");
}

std::optional<Problem> take_members(std::map<std::string, std::string>& to,
                                    const json::object& from, const std::string& where) {
    for (const auto& member : from) {
        const std::string name(member.key());
        if (member.value().is_null() || name == "lines") continue;
        auto text = text_of(member.value());
        if (!text)
            return report_problem(where, "feedback.value", cat(name, " ", text.error()),
                                  "see docs/hand-off.md");
        to[name] = std::move(*text);
    }
    return std::nullopt;
}

std::expected<Report, Problem> report_of(const json::value& value, std::size_t number) {
    Report report{.where = cat("report ", number)};
    if (!value.is_object())
        return std::unexpected(report_problem(report.where, "feedback.shape", "is no object",
                                              "each report is {\"key\": …, \"kind\": …}"));
    const auto& object = value.get_object();
    if (auto problem = take_members(report.fields, object, report.where))
        return std::unexpected(std::move(*problem));
    const auto* lines = object.if_contains("lines");
    if (lines == nullptr || lines->is_null()) return report;
    if (!lines->is_array() || lines->get_array().size() > most_lines)
        return std::unexpected(report_problem(report.where, "feedback.shape",
                                              "lines is no list, or a too long one",
                                              cat("at most ", most_lines, " lines a report")));
    for (const auto& line : lines->get_array()) {
        if (!line.is_object())
            return std::unexpected(report_problem(report.where, "feedback.shape",
                                                  "a line is no object", "see docs/hand-off.md"));
        if (auto problem =
                take_members(report.lines.emplace_back(), line.get_object(), report.where))
            return std::unexpected(std::move(*problem));
    }
    return report;
}

void take(ReadReports& out, std::expected<Report, Problem> report) {
    if (!report) {
        out.problems.push_back(std::move(report).error());
        return;
    }
    auto feedback = feedback_of(*report);
    if (feedback)
        out.feedback.push_back(std::move(*feedback));
    else
        out.problems.push_back(std::move(feedback).error());
}

ReadReports unreadable(std::string format, std::string text, std::string hint) {
    ReadReports out{.format = std::move(format)};
    out.problems.push_back(
        report_problem("the file", "feedback.unreadable", std::move(text), std::move(hint)));
    return out;
}

// {"feedback": [ … ]}, or one report alone.
ReadReports read_json(std::string_view bytes) {
    ReadReports out{.format = "feedback_json"};
    json::value root;
    try { // the door to the JSON library, which throws
        root = parse_json(bytes);
    } catch (const JsonFault& fault) {
        return unreadable(out.format, fault.what(), "have the sender write JSON (RFC 8259)");
    }
    const auto* list = root.is_object() ? root.get_object().if_contains("feedback") : nullptr;
    if (list == nullptr) {
        take(out, report_of(root, 1));
        return out;
    }
    if (!list->is_array() || list->get_array().size() > most_reports)
        return unreadable(out.format, "feedback is no list, or a too long one",
                          cat("at most ", most_reports, " reports a file"));
    std::size_t number = 0;
    for (const auto& value : list->get_array())
        take(out, report_of(value, ++number));
    return out;
}

char delimiter_of(std::string_view text) {
    const auto heading = text.substr(0, text.find('\n'));
    const auto count = [&](char c) { return std::ranges::count(heading, c); };
    return count(';') > count(',') ? ';' : count('\t') > count(',') ? '\t' : ',';
}

// Rows that agree in all but the line are one report.
ReadReports read_rows(const Table& table) {
    ReadReports out{.format = "feedback_csv"};
    if (table.rows.empty())
        return unreadable(out.format, "the file is empty", "the first row names the fields");
    std::vector<std::string> names;
    for (const auto& cell : table.rows.front().cells)
        names.push_back(to_lower_ascii(trim(cell.text)));
    for (const char* needed : {"kind", "key"})
        if (std::ranges::find(names, needed) == names.end())
            return unreadable(out.format, cat("the first row names no column ", needed),
                              "the first row names the fields (docs/hand-off.md)");
    std::vector<Report> reports;
    for (std::size_t i = 1; i < table.rows.size() && reports.size() <= most_reports; ++i) {
        const auto& row = table.rows[i];
        Report one{.where = cat("row ", row.number)};
        std::map<std::string, std::string> line;
        for (std::size_t c = 0; c < row.cells.size() && c < names.size(); ++c)
            if (!row.cells[c].text.empty())
                (is_line_field(names[c]) ? line : one.fields)[names[c]] = row.cells[c].text;
        if (one.fields.empty() && line.empty()) continue;
        const bool same = !reports.empty() && one.fields == reports.back().fields;
        if (!same) reports.push_back(std::move(one));
        if (!line.empty() && reports.back().lines.size() < most_lines)
            reports.back().lines.push_back(std::move(line));
    }
    for (auto& report : reports)
        take(out, std::move(report));
    return out;
}

} // namespace

ReadReports read_feedback(std::string_view bytes, const ReadHint& hint) {
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (!is_utf8(bytes))
        return unreadable("feedback", "the file is not UTF-8", "have the sender write UTF-8");
    const auto head = trim(bytes.substr(0, 64));
    const bool is_json = head.starts_with('{') || head.starts_with('[') ||
                         to_lower_ascii(hint.file_name).ends_with(".json");
    if (is_json) return read_json(bytes);
    const auto table = split_csv(bytes, delimiter_of(bytes), most_reports * 2);
    if (!table) return unreadable("feedback_csv", table.error().text, table.error().hint);
    return read_rows(*table);
}

} // namespace besteld::parsers
