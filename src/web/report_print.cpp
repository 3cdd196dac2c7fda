// SPDX-License-Identifier: Apache-2.0
#include "web/report_print.hpp"

#include "base/text.hpp"
#include "base/words.hpp"
#include "report/print_sheet.hpp"
#include "report/report_sheet.hpp"
#include "web/strings.hpp"

#include <stdexcept>

namespace besteld {

ReportWords report_words(const std::filesystem::path& templates, std::string_view language) {
    const std::string known(answer_language(language));
    const auto file = templates / known / "reports.txt";
    auto words = Words::load(file, known).all();
    if (words.empty()) throw std::runtime_error(cat(file.string(), ": no words"));
    // Checks, states and events are called what the pages call them.
    const auto pages = Strings::load(templates / "pages" / "strings" / (known + ".json"), known);
    for (const auto& [key, text] : pages.all())
        if (key.starts_with("check.") || key.starts_with("event.") || key.starts_with("state."))
            words.emplace(key, text);
    return words;
}

std::expected<std::string, std::string> printed(const Report& report, std::string_view form,
                                                const ReportWords& words, Drill drill,
                                                const PrintedFor& paper) {
    if (form == "table") return print_table(report, words, drill);
    if (form == "csv") return print_csv(report, words, drill);
    if (form == "json") return print_json(report, drill);
    if (form != "pdf")
        return std::unexpected(
            cat("a report is printed as table, csv, json or pdf, not as ", form));
    if (auto fault = font_fault(); !fault.empty()) return std::unexpected(std::move(fault));
    const Sheet sheet =
        sheet_of(report, words, drill,
                 {.name = paper.owner, .language = paper.language, .printed_on = paper.day});
    return print_sheets({&sheet, 1});
}

void note_export(Store& store, std::string_view report, std::string_view form, const User& reader,
                 Instant now) {
    store.add_events(0, 0,
                     {Step{.event = "data.exported",
                           .role = reader.role,
                           .actor = reader.login,
                           .reason = cat("report ", report, " as ", form)}},
                     now);
}

SmallGroups small_groups_for(Role role) {
    switch (role) {
    case Role::lead:
    case Role::credit:
    case Role::finance:
    case Role::auditor:
    case Role::representative:
        return SmallGroups::shown;
    case Role::system:
    case Role::clerk:
    case Role::second_clerk:
    case Role::customer:
    case Role::admin: // no commercial rights (domain.md 3.1)
    case Role::warehouse:
    case Role::production:
        return SmallGroups::masked;
    }
    return SmallGroups::masked;
}

} // namespace besteld
