// SPDX-License-Identifier: Apache-2.0
#include "parsers/table/table_labels.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {
namespace {

// Labels that only stand above a table.
enum class Label { buyer, supplier, terms, mail, phone, contact };
struct LabelWords {
    Label label;
    std::string_view text;
};
constexpr std::array label_words = {
    LabelWords{Label::buyer, "customer|company|bill to|sold to|buyer "
                             "company|klant|besteller|kunde|firma|client|客户|采购方|买方"},
    LabelWords{Label::supplier,
               "vendor|supplier|seller|to|leverancier|lieferant|fournisseur|供应商|卖方"},
    LabelWords{Label::terms,
               "terms|payment terms|betalingsvoorwaarden|betalingsconditie|zahlungsbedingungen|"
               "zahlungsziel|conditions de paiement|付款条件|付款方式"},
    LabelWords{Label::contact,
               "buyer|contact|contact person|ordered by|inkoper|contactpersoon|besteld door|"
               "ansprechpartner|einkäufer|acheteur|联系人|采购员"},
    LabelWords{Label::mail, "email|e-mail|mail|buyer email|邮箱"},
    LabelWords{Label::phone, "phone|tel|telephone|buyer phone|telefoon|telefon|téléphone|电话"},
};

std::optional<Label> match_label(std::string_view text) {
    const auto folded = fold_case(text);
    for (const auto& one : label_words)
        for (const auto word : split(one.text, '|'))
            if (word == folded) return one.label;
    return {};
}

PartyDraft& party(OrderDraft& draft, PartyRole role) {
    for (auto& one : draft.parties)
        if (one.role == role) return one;
    return draft.parties.emplace_back(PartyDraft{.role = role});
}

// A label's text without its colon; nothing when the cell is no label. A cell that only might be
// one
// ("Vendor" without colon) counts when it is a known word.
struct LabelCell {
    std::string label;
    std::optional<Cell> value; // in the same cell: "PO: 4711"
};
LabelCell split_label(const Cell& cell) {
    const std::string text = replace_all(cell.text, "：", ":");
    const auto colon = text.find(':');
    LabelCell out{.label = std::string(trim(std::string_view(text).substr(0, colon)))};
    if (colon == std::string::npos) return out;
    const auto rest = trim(std::string_view(text).substr(colon + 1));
    if (rest.empty()) return out;
    out.value = cell;
    out.value->text = rest;
    if (cell.end > cell.begin && cell.text == text) {
        out.value->begin = cell.begin + static_cast<std::uint32_t>(text.size() - rest.size());
    }
    return out;
}

bool take_head(Column column, Field value, CellReader& cells, OrderDraft& draft) {
    switch (column) {
    case Column::order_number:
        draft.order_number = std::move(value);
        return true;
    case Column::order_date:
        draft.order_date = cells.calendar_date(value);
        return true;
    case Column::date:
        draft.requested = cells.date(value);
        return true;
    case Column::currency:
        draft.currency = std::move(value);
        return true;
    case Column::note:
        draft.notes.push_back(std::move(value));
        return true;
    case Column::ship_to: {
        auto& ship_to = party(draft, PartyRole::ship_to);
        // One word with digits or capitals is a code of the buyer's, more words are a name.
        if (value.value.find(' ') == std::string::npos)
            ship_to.ids.push_back(
                {.value = {"buyer", value.value}, .score = value.score, .place = value.place});
        else
            ship_to.name = std::move(value);
        return true;
    }
    default:
        return false;
    }
}

bool take_label(Label label, Field value, OrderDraft& draft) {
    switch (label) {
    case Label::buyer:
        party(draft, PartyRole::buyer).name = std::move(value);
        return true;
    case Label::supplier:
        party(draft, PartyRole::supplier).name = std::move(value);
        return true;
    case Label::terms:
        draft.payment_terms = std::move(value);
        return true;
    case Label::contact:
        party(draft, PartyRole::order_contact).contact_name = std::move(value);
        return true;
    case Label::mail:
        party(draft, PartyRole::order_contact).mail = std::move(value);
        return true;
    case Label::phone:
        party(draft, PartyRole::order_contact).phone = std::move(value);
        return true;
    }
    return false;
}

// "Date" above a table is the order's, in a column the delivery's.
std::optional<HeadingMatch> match_head_label(std::string_view label) {
    const auto folded = fold_case(label);
    for (const std::string_view word : {"date", "datum", "日期"})
        if (folded == word) return HeadingMatch{Column::order_date, 85};
    return match_heading(label);
}

} // namespace

void read_labels_above(const Table& table, const Heading& heading, CellReader& cells,
                       OrderDraft& draft) {
    for (std::size_t r = 0; r < heading.row; ++r) {
        const auto& row = table.rows[r];
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (row.cells[c].text.empty()) continue;
            auto label = split_label(row.cells[c]);
            const auto column = match_head_label(label.label);
            const auto other = match_label(label.label);
            std::size_t at = c;
            if ((column || other) && !label.value && c + 1 < row.cells.size()) {
                at = c + 1;
                while (at < row.cells.size() && row.cells[at].text.empty())
                    ++at;
                if (at < row.cells.size()) label.value = row.cells[at];
            }
            bool taken = false;
            if (label.value) {
                Place place = cell_place(table, row, at, label.label);
                place.begin = label.value->begin;
                Field value{.value = label.value->text,
                            .score = column ? column->score : 95,
                            .place = place};
                taken = other ? take_label(*other, value, draft)
                              : column && take_head(column->column, value, cells, draft);
            }
            if (taken)
                c = at;
            else
                draft.unread.push_back(
                    {.value = row.cells[c].text, .place = cell_place(table, row, c)});
        }
    }
}

std::optional<TotalWord> total_word(std::string_view text) {
    auto folded = fold_case(trim(text));
    while (!folded.empty() && (folded.back() == ':' || folded.back() == ' '))
        folded.pop_back();
    constexpr std::array<std::string_view, 16> grand = {
        "total",        "grand total", "order total",  "total amount", "totaal", "ordertotaal",
        "totaalbedrag", "gesamt",      "gesamtbetrag", "gesamtsumme",  "summe",  "total ht",
        "合计",         "总计",        "总金额",       "po total"};
    constexpr std::array<std::string_view, 19> partial = {
        "subtotal",   "sub total", "sub-total", "subtotaal", "zwischensumme",
        "sous-total", "tax",       "sales tax", "vat",       "btw",
        "mwst",       "tva",       "freight",   "shipping",  "verzendkosten",
        "versand",    "total ttc", "小计",      "税额"};
    for (const auto word : grand)
        if (folded == word || folded.starts_with(cat(word, " ("))) return TotalWord{true};
    for (const auto word : partial)
        if (folded == word || folded.starts_with(cat(word, " "))) return TotalWord{false};
    return {};
}

} // namespace besteld::parsers
