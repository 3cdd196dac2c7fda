// SPDX-License-Identifier: Apache-2.0
#include "store/import_rows.hpp"

#include "base/text.hpp"
#include "store/check_digits.hpp"

#include <algorithm>
#include <optional>

namespace besteld {

namespace {

const std::string& text_in(const BaseRow& row, std::string_view column) {
    return std::get<std::string>(row.columns.find(column)->second);
}

struct RowFault {
    std::string column;
    CellFault fault;
};
using MaybeFault = std::optional<RowFault>;

// Upper case without blanks; mail and domain in lower case (order/terms.hpp, Identity).
std::string identity_key(const std::string& kind, std::string_view written) {
    if (kind == "mail" || kind == "domain") return to_lower_ascii(written);
    auto key = replace_all(to_upper_ascii(written), " ", "");
    if (kind == "vat" || kind == "duns" || kind == "gln")
        key = replace_all(replace_all(key, ".", ""), "-", "");
    return key;
}

bool identity_fits(const std::string& kind, std::string_view key) {
    if (kind == "gln") return key.size() == 13 && is_gs1_number(key);
    if (kind == "duns") return key.size() == 9;
    if (kind == "mail") return key.find('@') != std::string_view::npos;
    if (kind == "domain")
        return key.find('.') != std::string_view::npos && key.find('@') == std::string_view::npos;
    if (kind == "peppol") return key.find(':') == 4;
    if (kind != "vat") return true;
    if (key.starts_with("NL")) return is_dutch_vat(key);
    if (key.starts_with("DE")) return is_german_vat(key);
    return key.size() == 18 ? is_chinese_uscc(key) : key.size() >= 5;
}

MaybeFault derive_identity(BaseRow& row) {
    const auto kind = text_in(row, "kind");
    auto key = identity_key(kind, text_in(row, "value"));
    if (!identity_fits(kind, key))
        return RowFault{
            "value",
            {cat("\"", key, "\" is no valid ", kind), "check its length and its check digit"}};
    row.columns.erase("value");
    row.columns["identity_key"] = value(key);
    return {};
}

MaybeFault derive_price(BaseRow& row) {
    const auto scope = text_in(row, "scope"), whom = text_in(row, "applies_to");
    if ((scope == "list") != whom.empty())
        return RowFault{
            "applies_to",
            {scope == "list" ? "a list price applies to everybody"
                             : cat("a price of scope ", scope, " needs whom"),
             "scope customer: the customer's number; group: the price group; list: empty"}};
    row.columns.erase("applies_to");
    row.columns["scope_key"] = value(scope == "list" ? scope : cat(scope, ":", whom));
    return {};
}

MaybeFault derive(const FileSpec& spec, BaseRow& row) {
    if (spec.name == "identities") return derive_identity(row);
    if (spec.name == "prices") return derive_price(row);
    if (spec.name == "items") row.columns["sku_key"] = value(normalise_code(text_in(row, "sku")));
    if (spec.name == "item_references") {
        auto key = normalise_code(text_in(row, "buyer_item"));
        if (key.empty()) return RowFault{"buyer_item", {"the number holds no letter or digit", ""}};
        row.columns["buyer_item_key"] = value(key);
    }
    if (spec.name == "item_units") {
        const auto& gtin = text_in(row, "gtin");
        row.columns["gtin_key"] =
            gtin.empty() ? Value{} : value(std::string(14 - gtin.size(), '0') + gtin);
    }
    return {};
}

// "stock" of "warehouse/stock.csv" has columns; each heading must be one of them.
class Headings {
public:
    Headings(const TextTable& table, const FileSpec& spec) : table_(table), spec_(spec) {}
    bool check(std::vector<ImportProblem>& problems) {
        const auto before = problems.size();
        for (const auto& heading : table_.headings)
            check_one(heading, problems);
        for (const auto& column : spec_.columns)
            if (column.need == Need::required &&
                std::ranges::find(table_.headings, column.heading) == table_.headings.end())
                problems.push_back({table_.file, 1, std::string(column.heading),
                                    "the column is missing",
                                    cat("the columns are: ", all_columns())});
        return problems.size() == before;
    }

private:
    void check_one(const std::string& heading, std::vector<ImportProblem>& problems) {
        if (std::ranges::count(table_.headings, heading) > 1)
            problems.push_back(
                {table_.file, 1, heading, "the column occurs twice", "take one of them out"});
        if (std::ranges::find(spec_.columns, heading, &ColumnSpec::heading) != spec_.columns.end())
            return;
        std::string_view best;
        std::size_t distance = 4;
        for (const auto& column : spec_.columns)
            if (const auto d = edit_distance(to_lower_ascii(heading), column.heading);
                d < distance) {
                distance = d;
                best = column.heading;
            }
        problems.push_back({table_.file, 1, heading, cat("there is no column \"", heading, "\""),
                            best.empty() ? cat("the columns are: ", all_columns())
                                         : cat("did you mean \"", best, "\"?")});
    }
    std::string all_columns() const {
        std::vector<std::string> names;
        for (const auto& column : spec_.columns)
            names.emplace_back(column.heading);
        return join(names, ", ");
    }
    const TextTable& table_;
    const FileSpec& spec_;
};

std::optional<BaseRow> validated_row(const TextTable& table, const TextRow& text,
                                     const FileSpec& spec, std::vector<ImportProblem>& problems) {
    BaseRow row{.number = text.number};
    const auto before = problems.size();
    for (const auto& column : spec.columns) {
        const auto found = std::ranges::find(table.headings, column.heading);
        const bool present = found != table.headings.end();
        const auto cell =
            present ? trim(text.cells[static_cast<std::size_t>(found - table.headings.begin())])
                    : "";
        auto parsed = parse_cell(column, cell);
        if (parsed)
            row.columns[std::string(column.heading)] = std::move(*parsed);
        else
            problems.push_back({table.file, text.number, std::string(column.heading),
                                parsed.error().text, parsed.error().hint});
    }
    if (problems.size() != before) return std::nullopt;
    if (auto fault = derive(spec, row)) {
        problems.push_back(
            {table.file, text.number, fault->column, fault->fault.text, fault->fault.hint});
        return std::nullopt;
    }
    return row;
}

std::string key_text(const FileSpec& spec, const BaseRow& row) {
    std::string key;
    for (const auto column : spec.key) {
        const auto& part = row.columns.find(column)->second;
        const auto* number = std::get_if<std::int64_t>(&part);
        key += number ? std::to_string(*number) : std::get<std::string>(part);
        key += '\n';
    }
    return key;
}

} // namespace

BaseTable validate(const TextTable& table, const FileSpec& spec,
                   std::vector<ImportProblem>& problems) {
    BaseTable base{.spec = &spec, .file = table.file};
    if (!Headings(table, spec).check(problems)) return base;
    std::map<std::string, int> seen;
    for (const auto& text : table.rows) {
        if (problems.size() >= most_problems) break;
        auto row = validated_row(table, text, spec, problems);
        if (!row) continue;
        if (const auto [first, fresh] = seen.emplace(key_text(spec, *row), text.number); !fresh)
            problems.push_back({table.file, text.number, "",
                                cat("the row says the same thing as row ", first->second, " again"),
                                "take one of them out"});
        base.rows.push_back(std::move(*row));
    }
    return base;
}

} // namespace besteld
