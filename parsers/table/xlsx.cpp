// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/xlsx.hpp"

#include "base/text.hpp"
#include "parsers/table/read_table.hpp"
#include "parsers/table/xlsx_sheet.hpp"
#include "parsers/table/xlsx_zip.hpp"

#include <algorithm>
#include <limits>

namespace besteld::parsers {

namespace {

constexpr std::string_view workbook_part = "xl/workbook.xml";

class WorkbookReader {
public:
    WorkbookReader(std::string_view bytes, std::uint32_t part, const ReadHint& hint)
        : bytes_(bytes), part_(part), hint_(hint) {}

    Parsed read() {
        const auto archive = ZipArchive::open(bytes_);
        if (!archive) return refuse(archive.error());
        const auto sheets = open(*archive);
        if (!sheets) return refuse(sheets.error());
        std::vector<Table> tables;
        for (const auto& sheet : *sheets) {
            if (sheet.hidden) {
                report(Severity::note, cat("sheet ", sheet.name), "xlsx.hidden_sheet",
                       cat("the hidden sheet ", sheet.name, " is not read"));
                continue;
            }
            auto table = read_one(*archive, sheet);
            if (table && !table->rows.empty()) tables.push_back(*std::move(table));
        }
        read_tables(tables);
        return std::move(parsed_);
    }

    std::expected<std::vector<Table>, std::string> tables() {
        const auto archive = ZipArchive::open(bytes_);
        if (!archive) return std::unexpected(archive.error());
        const auto sheets = open(*archive);
        if (!sheets) return std::unexpected(sheets.error());
        std::vector<Table> tables;
        for (const auto& sheet : *sheets) {
            if (sheet.hidden) continue;
            auto table = read_one(*archive, sheet);
            if (!parsed_.problems.empty()) return std::unexpected(parsed_.problems.front().text);
            if (!table->rows.empty()) tables.push_back(*std::move(table));
        }
        return tables;
    }

private:
    std::expected<std::vector<WorkbookSheet>, std::string> open(const ZipArchive& archive) {
        const auto workbook = archive.read(workbook_part);
        if (!workbook) return std::unexpected(workbook.error());
        const auto relations = archive.read("xl/_rels/workbook.xml.rels");
        if (!relations) return std::unexpected(relations.error());
        auto sheets = read_workbook(*workbook, *relations, context_);
        if (!sheets) return std::unexpected(cat(workbook_part, ", ", sheets.error()));
        // both parts may be absent: a workbook of numbers only, or without any format
        if (archive.has("xl/sharedStrings.xml")) {
            const auto part = archive.read("xl/sharedStrings.xml");
            auto strings =
                part ? read_shared_strings(*part) : std::unexpected<std::string>(part.error());
            if (!strings) return std::unexpected(cat("xl/sharedStrings.xml, ", strings.error()));
            context_.shared_strings = *std::move(strings);
        }
        if (archive.has("xl/styles.xml")) {
            const auto part = archive.read("xl/styles.xml");
            auto styles =
                part ? read_date_styles(*part) : std::unexpected<std::string>(part.error());
            if (styles)
                context_.date_styles = *std::move(styles);
            else
                report(Severity::warning, "xl/styles.xml", "xlsx.styles",
                       cat("the cell formats cannot be read: ", styles.error()),
                       "dates may stand as day numbers");
        }
        return sheets;
    }

    std::optional<Table> read_one(const ZipArchive& archive, const WorkbookSheet& sheet) {
        const auto part = archive.read(sheet.target);
        auto rows = part ? read_sheet(*part, context_) : std::unexpected<std::string>(part.error());
        if (!rows) {
            report(Severity::error, cat("sheet ", sheet.name), "xlsx.sheet",
                   cat("sheet ", sheet.name, " cannot be read: ", rows.error()),
                   "open the workbook and type the order, or ask for CSV");
            return std::nullopt;
        }
        if (rows->formulas_without_value > 0)
            report(Severity::note, cat("sheet ", sheet.name, ", cell ", rows->first_formula),
                   "xlsx.formula",
                   cat(rows->formulas_without_value,
                       " formulas have no stored value and count as empty"),
                   "totals may be missing");
        return Table{.format = "xlsx",
                     .message_type = "purchase order workbook",
                     .name = sheet.name,
                     .part = part_,
                     .rows = std::move(rows->rows)};
    }

    // Sheets without headings (instructions, lists) are passed over when another one has them.
    void read_tables(const std::vector<Table>& tables) {
        const bool any = std::ranges::any_of(
            tables, [&](const Table& table) { return has_order_heading(table, hint_); });
        for (const auto& table : tables) {
            if (any && !has_order_heading(table, hint_)) {
                report(Severity::note, cat("sheet ", table.name), "xlsx.other_sheet",
                       cat("sheet ", table.name, " has no heading row and is not read"));
                continue;
            }
            append(read_table(table, hint_));
        }
        const bool told = has_error(parsed_.problems);
        if (tables.empty() && !told)
            report(Severity::error, "workbook", "xlsx.empty", "no visible sheet holds cells",
                   "ask the sender for the order");
    }

    void append(Parsed more) {
        for (auto& draft : more.documents) {
            draft.end = static_cast<std::uint32_t>(bytes_.size());
            parsed_.documents.push_back(std::move(draft));
        }
        std::ranges::move(more.problems, std::back_inserter(parsed_.problems));
    }

    Parsed refuse(const std::string& why) {
        report(Severity::error, "workbook", "xlsx.unreadable",
               cat("the workbook cannot be read: ", why),
               "open it and type the order, or ask for CSV");
        return std::move(parsed_);
    }

    void report(Severity severity, std::string where, std::string code, std::string text,
                std::string hint = {}) {
        parsed_.problems.push_back({.severity = severity,
                                    .place = {.part = part_, .where = std::move(where)},
                                    .code = std::move(code),
                                    .text = std::move(text),
                                    .hint = std::move(hint)});
    }

    std::string_view bytes_;
    std::uint32_t part_;
    const ReadHint& hint_;
    WorkbookContext context_;
    Parsed parsed_;
};

} // namespace

// Also one whose directory is cut off: the name of the part stands in front of its data.
bool looks_like_xlsx(std::string_view bytes) {
    if (!bytes.starts_with("PK\x03\x04")) return false;
    const auto archive = ZipArchive::open(bytes);
    return archive ? archive->has(workbook_part)
                   : bytes.find(workbook_part) != std::string_view::npos;
}

std::expected<std::vector<Table>, std::string> workbook_tables(std::string_view bytes) {
    const ReadHint none;
    return WorkbookReader(bytes, 0, none).tables();
}

Parsed read_xlsx(std::string_view bytes, std::uint32_t part, const ReadHint& hint) {
    return WorkbookReader(bytes, part, hint).read();
}

} // namespace besteld::parsers
