// SPDX-License-Identifier: Apache-2.0
#include "store/import_rows.hpp"

#include "base/credit_code.hpp"
#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "base/vat_number.hpp"
#include "store/name_words.hpp"

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
    if (kind == "vat" || kind == "duns" || kind == "gln" || kind == "name")
        key = replace_all(replace_all(key, ".", ""), "-", "");
    return key;
}

bool identity_fits(const std::string& kind, std::string_view key) {
    if (kind == "gln") return is_gln(key);
    if (kind == "duns") return key.size() == 9;
    if (kind == "mail") return key.find('@') != std::string_view::npos;
    if (kind == "domain")
        return key.find('.') != std::string_view::npos && key.find('@') == std::string_view::npos;
    if (kind == "peppol") return key.find(':') == 4;
    if (kind != "vat") return true;
    if (key.starts_with("NL") || key.starts_with("DE")) return vat_fault(key) == VatFault::none;
    return key.size() == 18 ? is_chinese_credit_code(key) : key.size() >= 5;
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

bool has(const BaseRow& row, std::string_view column) {
    const auto& cell = row.columns.find(column)->second;
    const auto* text = std::get_if<std::string>(&cell);
    return text ? !text->empty() : !std::holds_alternative<std::monostate>(cell);
}

RowFault fault(std::string column, std::string text, std::string hint) {
    return {std::move(column), {std::move(text), std::move(hint)}};
}

// Whom a rule is for, as one key: "customer:C1001", "group:BAKERS", "all", "list".
MaybeFault derive_scope(BaseRow& row) {
    const auto scope = text_in(row, "scope"), to_whom = text_in(row, "applies_to");
    const bool everybody = scope == "list" || scope == "all";
    if (everybody != to_whom.empty())
        return fault("applies_to",
                     everybody ? cat("a rule of scope ", scope, " applies to everybody")
                               : cat("a rule of scope ", scope, " needs whom"),
                     "scope customer: the customer's number; group: the price group; else: empty");
    row.columns.erase("applies_to");
    row.columns["scope_key"] = value(everybody ? scope : cat(scope, ":", to_whom));
    return {};
}

MaybeFault one_of(const BaseRow& row, std::string_view a, std::string_view b) {
    if (has(row, a) != has(row, b)) return {};
    return fault(
        std::string(a),
        cat(has(row, a) ? "both " : "neither ", a, has(row, a) ? " and " : " nor ", b, " is given"),
        "one of the two");
}

MaybeFault check_price(const BaseRow& row) {
    if (auto wrong = one_of(row, "sku", "item_group")) return wrong;
    if (has(row, "item_group") && !has(row, "unit"))
        return fault("unit", "the price of a group of items has no unit",
                     "say it: its items may be kept in different ones");
    return {};
}

MaybeFault check_charge(const BaseRow& row) {
    if (auto wrong = one_of(row, "percent", "amount")) return wrong;
    const bool of_goods = has(row, "sku") || has(row, "item_group");
    if (of_goods && text_in(row, "level") == "order")
        return fault("level", "a rule for certain items is no rule for whole orders",
                     "level line, or neither sku nor item_group");
    if (has(row, "from_quantity") && text_in(row, "level") == "order")
        return fault("from_quantity", "a whole order has no quantity", "use from_value");
    return {};
}

bool is_less(const Value& a, const Value& b) {
    const auto* number = std::get_if<std::int64_t>(&a);
    return number ? *number < std::get<std::int64_t>(b)
                  : std::get<std::string>(a) < std::get<std::string>(b);
}

// Ranges that end before they begin hold nothing.
MaybeFault check_ranges(const BaseRow& row) {
    constexpr std::pair<std::string_view, std::string_view> ranges[] = {
        {"valid_from", "valid_to"},     {"sell_from", "sell_to"},
        {"ordered_from", "ordered_to"}, {"delivered_from", "delivered_to"},
        {"from_value", "below_value"},  {"release_minimum", "release_maximum"},
        {"minimum", "maximum"},         {"unloading_from", "unloading_to"}};
    for (const auto& [from, to] : ranges) {
        if (!row.columns.contains(from) || !row.columns.contains(to)) continue;
        if (has(row, from) && has(row, to) &&
            is_less(row.columns.find(to)->second, row.columns.find(from)->second))
            return fault(std::string(to), cat(to, " lies before ", from), "turn them round");
    }
    return {};
}

// Amounts without a currency say nothing.
MaybeFault needs_currency(const BaseRow& row, std::string_view amount, std::string_view currency) {
    if (!has(row, amount) || has(row, currency)) return {};
    return fault(std::string(currency), cat(amount, " has no currency"), "EUR (ISO 4217)");
}

MaybeFault derive_customer(BaseRow& row) {
    const auto vat = identity_key("vat", text_in(row, "vat"));
    if (!vat.empty() && !identity_fits("vat", vat))
        return fault("vat", cat("\"", vat, "\" is no valid vat"),
                     "check its length and its check digit");
    row.columns["vat"] = value(vat);
    return {};
}

MaybeFault derive_embargo(BaseRow& row) {
    if (!has(row, "country") && !has(row, "party") && !has(row, "item_class"))
        return fault("party", "the rule names nothing that is not sold",
                     "a country, a party or a class of items");
    auto key = key_word(text_in(row, "party"));
    if (key.empty() && has(row, "party"))
        return fault("party", "the name holds no letter or digit", "");
    row.columns["party_key"] = value(key);
    return {};
}

MaybeFault derive_code(BaseRow& row, std::string_view column, std::string key_column) {
    auto key = normalise_code(text_in(row, column));
    if (key.empty()) return fault(std::string(column), "the number holds no letter or digit", "");
    row.columns[std::move(key_column)] = value(key);
    return {};
}

MaybeFault derive_gtin(BaseRow& row) {
    const auto& gtin = text_in(row, "gtin");
    row.columns["gtin_key"] =
        gtin.empty() ? Value{} : value(std::string(14 - gtin.size(), '0') + gtin);
    return {};
}

MaybeFault derive_item(BaseRow& row) {
    row.columns["sku_key"] = value(normalise_code(text_in(row, "sku")));
    return needs_currency(row, "floor_price", "floor_currency");
}

MaybeFault derive(const FileSpec& spec, BaseRow& row) {
    if (auto wrong = check_ranges(row)) return wrong;
    if (row.columns.contains("applies_to"))
        if (auto wrong = derive_scope(row)) return wrong;
    if (spec.name == "customers") return derive_customer(row);
    if (spec.name == "identities") return derive_identity(row);
    if (spec.name == "items") return derive_item(row);
    if (spec.name == "item_units") return derive_gtin(row);
    if (spec.name == "prices") return check_price(row);
    if (spec.name == "charges") return check_charge(row);
    if (spec.name == "assortments") return one_of(row, "sku", "item_group");
    if (spec.name == "quotations") return derive_code(row, "number", "number_key");
    if (spec.name == "item_references") return derive_code(row, "buyer_item", "buyer_item_key");
    if (spec.name == "frameworks") return needs_currency(row, "total_value", "currency");
    if (spec.name == "embargoes") return derive_embargo(row);
    if (spec.name == "promotions") {
        const bool percent = std::get<std::int64_t>(row.columns.find("percent_off")->second) > 0;
        if (percent == has(row, "price"))
            return fault("percent_off", "a promotion is either a percentage off or a price",
                         "fill one of percent_off and price");
    }
    if (spec.name == "substitutions" && text_in(row, "sku") == text_in(row, "substitute"))
        return fault("substitute", "an item does not replace itself", "another sku");
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
