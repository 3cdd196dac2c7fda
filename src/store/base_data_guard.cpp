// SPDX-License-Identifier: Apache-2.0
#include "store/base_data_guard.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

const Guard* guard_of(std::string_view table) {
    const auto found = std::ranges::find(guards(), table, &Guard::table);
    return found == guards().end() ? nullptr : &*found;
}

// An empty text or no value at all.
bool is_filled(const Value& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    return text ? !text->empty() : !std::holds_alternative<std::monostate>(cell);
}

const Value& cell_of(const Columns& row, std::string_view column) {
    static const Value none{};
    const auto found = row.find(column);
    return found == row.end() ? none : found->second;
}

constexpr std::string_view approved =
    "SELECT 1 FROM base_data_import i JOIN base_data_approval a ON a.import_id = i.id "
    "WHERE i.state = 'applying'";
constexpr std::string_view refusal =
    "this change of base data needs an import that another person approves";

// The condition under which the guard looks at the change: `row` NEW or OLD for rows that come or
// go, both for those that change.
std::string when_touched(const Guard& guard, std::string_view row) {
    if (guard.columns.empty()) return "1 = 1";
    std::string condition;
    for (const auto column : guard.columns)
        condition += cat(condition.empty() ? "" : " OR ",
                         row.empty() ? cat("NEW.", column, " IS DISTINCT FROM OLD.", column)
                                     : cat("coalesce(", row, ".", column, ", '') <> ''"));
    return condition;
}

struct Moment {
    std::string_view event; // INSERT, UPDATE, DELETE
    std::string_view row;   // of when_touched
    bool has_new = true;    // the row itself must name the import that is being applied
};
constexpr Moment moments[] = {
    {"INSERT", "NEW", true}, {"UPDATE", "", true}, {"DELETE", "OLD", false}};

std::string sqlite_triggers(const Guard& guard) {
    std::string script;
    for (const auto& moment : moments) {
        const auto name = cat(guard.table, "_guard_", to_lower_ascii(moment.event));
        script +=
            cat("DROP TRIGGER IF EXISTS ", name, "; CREATE TRIGGER ", name, " BEFORE ",
                moment.event, " ON ", guard.table, " WHEN (", when_touched(guard, moment.row),
                ") AND NOT EXISTS (", approved, moment.has_new ? " AND i.id = NEW.import_id" : "",
                ") BEGIN SELECT RAISE(ABORT, '", refusal, "'); END;\n");
    }
    return script;
}

std::string postgres_triggers(const Guard& guard) {
    std::string script;
    for (const auto& moment : moments) {
        const auto name = cat(guard.table, "_guard_", to_lower_ascii(moment.event));
        script += cat("CREATE OR REPLACE FUNCTION ", name,
                      "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (",
                      when_touched(guard, moment.row), ") AND NOT EXISTS (", approved,
                      moment.has_new ? " AND i.id = NEW.import_id" : "", ") THEN RAISE EXCEPTION '",
                      refusal, "'; END IF; RETURN ", moment.has_new ? "NEW" : "OLD",
                      "; END $$;\nDROP TRIGGER IF EXISTS ", name, " ON ", guard.table,
                      ";\nCREATE TRIGGER ", name, " BEFORE ", moment.event, " ON ", guard.table,
                      " FOR EACH ROW EXECUTE FUNCTION ", name, "();\n");
    }
    return script;
}

} // namespace

const std::vector<Guard>& guards() {
    static const std::vector<Guard> all{
        {"agreement"},
        {"price"},
        {"charge_rule"},
        {"promotion"},
        {"quotation"},
        {"framework"},
        {"ship_to"},
        {"customer_identity"},
        {"contact", {"mail", "phone"}},
        // where answers and invoices go, and by what we would call back or notice a fraud
        {"customer",
         {"order_mail", "edi_id", "vat", "phone", "bank_account", "bill_to_gln", "bill_to_name",
          "bill_to_postcode", "bill_to_house_no", "bank_name", "invoice_address", "invoice_mail"}}};
    return all;
}

Guarded is_guarded(std::string_view table, const Columns& before, const Columns& after) {
    const auto* guard = guard_of(table);
    if (!guard) return Guarded::no;
    if (guard->columns.empty()) return Guarded::yes;
    const bool touched = std::ranges::any_of(guard->columns, [&](std::string_view column) {
        const auto& old_cell = cell_of(before, column);
        const auto& new_cell = cell_of(after, column);
        if (before.empty()) return is_filled(new_cell);
        return after.empty() ? is_filled(old_cell) : !same_cell(old_cell, new_cell);
    });
    return touched ? Guarded::yes : Guarded::no;
}

void guard_tables(Session& session) {
    for (const auto& guard : guards()) {
        auto live = guard; // what a later step of the schema brings is guarded then
        const auto known = data_columns(session, guard.table);
        std::erase_if(live.columns, [&](std::string_view column) {
            return std::ranges::find(known, column) == known.end();
        });
        if (known.empty() || (live.columns.empty() && !guard.columns.empty())) continue;
        session.run_script(session.engine() == Engine::sqlite ? sqlite_triggers(live)
                                                              : postgres_triggers(live));
    }
}

} // namespace besteld
