// SPDX-License-Identifier: Apache-2.0

// Base data in: read all files, validate every cell, then write in one transaction in which
// references are checked. One problem anywhere, and nothing at all is imported.
#include "base/text.hpp"
#include "store/import_followers.hpp"
#include "store/import_rows.hpp"
#include "store/session.hpp"
#include "store/store.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace besteld {

namespace {

const FileSpec* spec_of(const std::string& path) {
    const auto stem = to_lower_ascii(std::filesystem::path(path).stem().string());
    const auto found = std::ranges::find(file_specs(), std::string_view(stem), &FileSpec::name);
    return found == file_specs().end() ? nullptr : &*found;
}

ImportProblem unknown_file(const std::string& path) {
    std::vector<std::string> names;
    for (const auto& spec : file_specs())
        names.emplace_back(spec.name);
    return {path, 0, "", "the file's name does not say what it holds",
            cat("known names: ", join(names, ", "))};
}

std::vector<BaseTable> read_all(const std::vector<std::string>& paths,
                                std::vector<ImportProblem>& problems) {
    std::vector<BaseTable> tables;
    for (const auto& path : paths) {
        const auto* spec = spec_of(path);
        if (!spec) {
            problems.push_back(unknown_file(path));
            continue;
        }
        auto table = read_table(path);
        if (table)
            tables.push_back(validate(*table, *spec, problems));
        else
            problems.push_back(std::move(table).error());
    }
    // The specs lie in one vector in the right order.
    std::ranges::sort(tables, {}, [](const BaseTable& t) { return std::pair(t.spec, t.file); });
    return tables;
}

class Importer {
public:
    Importer(Session& session, ImportReport& report) : session_(session), report_(report) {}

    void write(const BaseTable& table) {
        for (const auto& row : table.rows) {
            if (report_.problems.size() >= most_problems) return;
            // A customer's successor may stand further down: such references are looked at
            // afterwards.
            if (refers_to_nothing(table, row, Within::other_tables) || gtin_is_taken(table, row) ||
                applies_to_nobody(table, row))
                continue;
            ++report_.rows;
            upsert(*table.spec, row);
            write_followers(session_, *table.spec, row);
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

    void upsert(const FileSpec& spec, const BaseRow& row) {
        std::vector<std::string> names, key_names;
        std::vector<Value> values, key_values;
        for (const auto& [name, cell] : row.columns) {
            const bool is_key = std::ranges::find(spec.key, name) != spec.key.end();
            (is_key ? key_names : names).push_back(name);
            (is_key ? key_values : values).push_back(cell);
        }
        std::string condition;
        for (std::size_t i = 0; i < key_names.size(); ++i)
            condition += cat(i == 0 ? " WHERE " : " AND ", key_names[i], " = $", i + 1);
        const auto known = session_.execute(cat("SELECT ", names.empty() ? "1" : join(names, ", "),
                                                " FROM ", spec.table, condition),
                                            key_values);
        if (known.rows.empty())
            insert(spec, key_names, names, key_values, values);
        else if (same(known.rows.front(), values))
            ++report_.unchanged;
        else
            update(spec, names, condition, key_values, values);
    }

    static bool same(const Row& stored, const std::vector<Value>& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto* text = std::get_if<std::string>(&values[i]);
            const auto* number = std::get_if<std::int64_t>(&values[i]);
            const bool equal = text     ? !stored.is_null(i) && stored.text(i) == *text
                               : number ? !stored.is_null(i) && stored.integer(i) == *number
                                        : stored.is_null(i);
            if (!equal) return false;
        }
        return true;
    }

    void insert(const FileSpec& spec, std::vector<std::string> columns,
                const std::vector<std::string>& names, std::vector<Value> parameters,
                const std::vector<Value>& values) {
        columns.insert(columns.end(), names.begin(), names.end());
        parameters.insert(parameters.end(), values.begin(), values.end());
        session_.execute(cat("INSERT INTO ", spec.table, " (", join(columns, ", "), ") VALUES ",
                             parameter_rows(1, 1, parameters.size())),
                         parameters);
        ++report_.added;
    }

    void update(const FileSpec& spec, const std::vector<std::string>& names,
                const std::string& condition, std::vector<Value> parameters,
                const std::vector<Value>& values) {
        std::string set;
        for (std::size_t i = 0; i < names.size(); ++i)
            set += cat(i == 0 ? " SET " : ", ", names[i], " = $", parameters.size() + i + 1);
        parameters.insert(parameters.end(), values.begin(), values.end());
        session_.execute(cat("UPDATE ", spec.table, set, condition), parameters);
        ++report_.changed;
    }

    Session& session_;
    ImportReport& report_;
    std::set<std::string> existing_;
};

} // namespace

ImportReport Store::import_files(const std::vector<std::string>& paths, const std::string& actor,
                                 Instant now) {
    ImportReport report;
    const auto tables = read_all(paths, report.problems);
    if (!report.problems.empty()) return report;
    Transaction transaction(*session_);
    Importer importer(*session_, report);
    for (const auto& table : tables)
        importer.write(table);
    if (!report.problems.empty()) {
        report.added = report.changed = report.unchanged = 0;
        return report; // the transaction is rolled back
    }
    session_->count("base_data.version", report.added + report.changed > 0 ? 1 : 0);
    add_events(
        0, 0,
        {{.event = "base_data.imported",
          .role = Role::admin,
          .actor = actor,
          .reason = cat(join(paths, " "), ": ", report.rows, " rows, ", report.added, " added, ",
                        report.changed, " changed, ", report.unchanged, " unchanged")}},
        now);
    transaction.commit();
    return report;
}

} // namespace besteld
