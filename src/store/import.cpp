// SPDX-License-Identifier: Apache-2.0

// Base data in: read all files, validate every cell, then write in one transaction in which
// references are checked. One problem anywhere, and nothing at all is imported. What touches
// prices, addresses and the like is written, looked at and taken back, and stays a proposal until
// another person approves it.
#include "base/text.hpp"
#include "store/import_steps.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace besteld {

namespace {

std::string table_name(const TextTable& table) {
    return to_lower_ascii(table.name.empty() ? std::filesystem::path(table.file).stem().string()
                                             : table.name);
}

const FileSpec* spec_named(std::string_view name) {
    const auto found = std::ranges::find(file_specs(), name, &FileSpec::name);
    return found == file_specs().end() ? nullptr : &*found;
}

ImportProblem unknown_table(const TextTable& table) {
    std::vector<std::string> names;
    for (const auto& spec : file_specs())
        names.emplace_back(spec.name);
    return {table.file, 0, "",
            table.name.empty()
                ? "the file's name does not say what it holds"
                : cat("the sheet's name \"", table.name, "\" does not say what it holds"),
            cat("known names: ", join(names, ", "))};
}

// Cells of valid_from that are empty begin on the day.
void begin_on(TextTable& table, const FileSpec& spec, Date day) {
    constexpr std::string_view heading = "valid_from";
    if (std::ranges::find(spec.columns, heading, &ColumnSpec::heading) == spec.columns.end())
        return;
    const auto found = std::ranges::find(table.headings, heading);
    const auto column = static_cast<std::size_t>(found - table.headings.begin());
    if (found == table.headings.end()) table.headings.emplace_back(heading);
    for (auto& row : table.rows) {
        row.cells.resize(table.headings.size());
        if (trim(row.cells[column]).empty()) row.cells[column] = to_iso(day);
    }
}

// What one row alone cannot tell is looked up while the rows are written.
class Importer {
public:
    Importer(Session& session, BaseDataWriter& writer, ImportReport& report)
        : session_(session), writer_(writer), report_(report) {}

    void write(const BaseTable& table) {
        for (const auto& row : table.rows) {
            if (report_.problems.size() >= most_problems) return;
            // A customer's successor may stand further down: such references are looked at
            // afterwards.
            if (refers_to_nothing(table, row, Within::other_tables) || gtin_is_taken(table, row) ||
                applies_to_nobody(table, row))
                continue;
            ++report_.rows;
            writer_.put(*table.spec, row.columns, {table.file, row.number});
        }
        for (const auto& row : table.rows)
            refers_to_nothing(table, row, Within::own_table);
    }

private:
    enum class Within { other_tables, own_table };

    bool refers_to_nothing(const BaseTable& table, const BaseRow& row, Within where) {
        bool dangling = false;
        for (const auto& column : table.spec->columns) {
            const auto point = column.refers.find('.');
            if (point == std::string_view::npos) continue;
            const auto target = column.refers.substr(0, point);
            if ((target == table.spec->table) != (where == Within::own_table)) continue;
            const auto& wanted = std::get<std::string>(row.columns.find(column.heading)->second);
            if (wanted.empty() || exists(column.refers, wanted)) continue;
            report_.problems.push_back(
                {table.file, row.number, std::string(column.heading),
                 cat("there is no ", target, " \"", wanted, "\""),
                 cat("import it with this file or before, as ", file_of(target))});
            dangling = true;
        }
        return dangling;
    }

    static std::string file_of(std::string_view table) {
        const auto found = std::ranges::find(file_specs(), table, &FileSpec::table);
        return cat(found->name, ".csv");
    }

    bool exists(std::string_view refers, const std::string& wanted) {
        const auto known = cat(refers, "=", wanted);
        if (existing_.contains(known)) return true;
        const auto point = refers.find('.');
        const auto found = session_.execute(cat("SELECT 1 FROM ", refers.substr(0, point),
                                                " WHERE ", refers.substr(point + 1), " = $1"),
                                            {value(wanted)});
        if (!found.rows.empty()) existing_.insert(known);
        return !found.rows.empty();
    }

    bool applies_to_nobody(const BaseTable& table, const BaseRow& row) {
        const auto key = row.columns.find("scope_key");
        if (key == row.columns.end()) return false;
        const auto& scope = std::get<std::string>(key->second);
        constexpr std::string_view prefix = "customer:";
        if (!scope.starts_with(prefix) || exists("customer.no", scope.substr(prefix.size())))
            return false;
        report_.problems.push_back(
            {table.file, row.number, "applies_to",
             cat("there is no customer \"", scope.substr(prefix.size()), "\""),
             "import customers.csv with this file or before"});
        return true;
    }

    bool gtin_is_taken(const BaseTable& table, const BaseRow& row) {
        if (table.spec->name != "item_units") return false;
        const auto& key = row.columns.find("gtin_key")->second;
        if (!std::holds_alternative<std::string>(key)) return false;
        const auto owner = session_.execute(
            "SELECT sku, unit FROM item_unit WHERE gtin_key = $1 AND NOT (sku = $2 AND unit = $3)",
            {key, row.columns.at("sku"), row.columns.at("unit")});
        if (owner.rows.empty()) return false;
        report_.problems.push_back({table.file, row.number, "gtin",
                                    cat("this GTIN is that of ", owner.rows.front().text(0), " in ",
                                        owner.rows.front().text(1)),
                                    "a GTIN names one article in one packing"});
        return true;
    }

    Session& session_;
    BaseDataWriter& writer_;
    ImportReport& report_;
    std::set<std::string> existing_;
};

void start_file_reports(const std::vector<BaseTable>& tables, ImportReport& report) {
    for (const auto& table : tables)
        report.files.push_back({.file = table.file,
                                .table = std::string(table.spec->name),
                                .rows = static_cast<int>(table.rows.size())});
}

} // namespace

std::vector<TextTable> read_tables(const ImportRequest& request,
                                   std::vector<ImportProblem>& problems) {
    auto tables = request.tables;
    for (const auto& path : request.files) {
        // Before the bytes: a name that says nothing is the first thing to mend.
        const TextTable unread{.file = path};
        if (!spec_named(table_name(unread)))
            problems.push_back(unknown_table(unread));
        else if (auto table = read_table(path))
            tables.push_back(std::move(*table));
        else
            problems.push_back(std::move(table).error());
    }
    for (auto& table : tables) {
        table.name = table_name(table);
        if (const auto* spec = spec_named(table.name); !spec)
            problems.push_back(unknown_table(table));
        else if (request.from)
            begin_on(table, *spec, *request.from);
    }
    return tables;
}

std::vector<BaseTable> validate_all(const std::vector<TextTable>& texts,
                                    std::vector<ImportProblem>& problems) {
    std::vector<BaseTable> tables;
    for (const auto& text : texts) {
        const auto* spec = spec_named(text.name);
        if (!spec) continue;
        // An empty list of JSON names no columns, and needs none.
        const bool empty = text.headings.empty() && text.rows.empty();
        tables.push_back(empty ? BaseTable{.spec = spec, .file = text.file}
                               : validate(text, *spec, problems));
    }
    // The specs lie in one vector in the right order.
    std::ranges::sort(tables, {}, [](const BaseTable& t) { return std::pair(t.spec, t.file); });
    return tables;
}

void write_tables(Session& session, BaseDataWriter& writer, const std::vector<BaseTable>& tables,
                  const Completeness& completeness, ImportReport& report) {
    start_file_reports(tables, report);
    Importer importer(session, writer, report);
    for (const auto& table : tables)
        importer.write(table);
    if (completeness.missing == Missing::end && report.problems.empty())
        end_missing(session, writer, tables, completeness.day, report);
}

ImportReport Store::import_base_data(const ImportRequest& request, Instant now) {
    ImportReport report;
    const auto texts = read_tables(request, report.problems);
    const auto tables = validate_all(texts, report.problems);
    if (!report.problems.empty()) return report;
    const Completeness completeness{request.missing, ending_day(request.from, now)};
    const ImportWork work = [&](BaseDataWriter& writer, ImportReport& told) {
        write_tables(*session_, writer, tables, completeness, told);
    };
    const auto keep = [&](std::int64_t number, ImportState state) {
        keep_files(*session_, number, request, texts, state);
    };
    return run_import(*this, *session_, request, {}, work, keep, now);
}

ImportReport Store::import_files(const std::vector<std::string>& paths, const std::string& actor,
                                 Instant now) {
    return import_base_data(
        {.files = paths, .actor = actor, .second_person = SecondPerson::not_needed}, now);
}

} // namespace besteld
