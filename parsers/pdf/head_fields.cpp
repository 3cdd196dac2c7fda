// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/head_fields.hpp"

#include "base/text.hpp"
#include "parsers/pdf/head_values.hpp"
#include "parsers/pdf/party_block.hpp"

#include <algorithm>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

struct NumberCandidate {
    Field field;
    HeadLabel label = HeadLabel::order_number;
};

class HeadReader {
public:
    HeadReader(const HeadSource& source, OrderDraft& draft)
        : source_(source), draft_(draft),
          dates_{.order = date_order(source.rows), .received_date = source.received_date},
          values_(find_labelled_values(source.rows, source.taken)) {}

    void read() {
        read_parties(); // first: what stands in an address is no other field
        for (const auto& value : values_)
            if (!in_party(value)) read_value(value);
        choose_order_number();
        if (!draft_.order_date) draft_.order_date = date_of_unnamed_;
        add_unread();
    }

private:
    Place place(const Piece& piece, const PageRow& row) const {
        return {
            .part = source_.part, .begin = piece.begin(), .end = piece.end(), .where = row.where()};
    }
    Field field(const Piece& piece, const PageRow& row, int score) const {
        return {.value = piece.text, .score = score, .place = place(piece, row)};
    }

    void problem(Severity severity, Place where, std::string_view code, std::string text,
                 std::string hint) {
        draft_.problems.push_back(
            {severity, std::move(where), std::string(code), std::move(text), std::move(hint)});
    }

    void use(const PageRow& row, const Piece& piece) { used_.insert({&row, piece.begin()}); }
    void use(const LabelledValue& value, std::size_t i) {
        used_labels_.insert(value.row);
        use(*value.at[i], value.values[i]);
    }

    // ── parties ─────────────────────────────────────────────────────────────────────────────────

    static std::optional<PartyRole> role_of(HeadLabel label) {
        switch (label) {
        case HeadLabel::buyer:
            return PartyRole::buyer;
        case HeadLabel::supplier:
            return PartyRole::supplier;
        case HeadLabel::ship_to:
            return PartyRole::ship_to;
        case HeadLabel::bill_to:
            return PartyRole::bill_to;
        default:
            return {};
        }
    }

    void read_parties() {
        for (const auto& value : values_) {
            const auto role = role_of(value.label);
            if (!role || value.values.empty() || find_party(draft_, *role)) continue;
            const bool loose = !value.colon && !value.whole_piece;
            if (loose) continue; // "customer satisfaction"
            // Below a heading of its own stands an address, right of a colon a value.
            const auto i = value.colon ? 0 : value.values.size() - 1;
            auto block = block_from(source_.rows, value.values[i], *value.at[i], source_.taken);
            if (is_date_or_amount(block.front().piece)) continue;
            if (*role == PartyRole::buyer && block.size() == 1 &&
                !is_company(block.front().piece.text)) {
                contact().contact_name = field(value.values[i], *value.at[i], 85);
            } else {
                auto party = read_party(block, *role, source_.part);
                if (!party.name && party.ids.empty()) continue;
                draft_.parties.push_back(std::move(party));
            }
            used_labels_.insert(value.row);
            for (const auto& line : block)
                use(*line.row, line.piece);
        }
        if (!find_party(draft_, PartyRole::buyer)) read_letterhead();
    }

    bool is_date_or_amount(const Piece& piece) const {
        return read_printed_date(piece, dates_.order).has_value() ||
               piece.text.find_first_not_of("0123456789.,-/€$ ") == std::string::npos;
    }

    // An order without a word for its buyer names him on top.
    void read_letterhead() {
        constexpr std::size_t head_rows = 6;
        for (std::size_t i = 0; i < source_.rows.size() && i < head_rows; ++i) {
            const auto& row = source_.rows[i];
            if (source_.taken.contains(&row)) return;
            for (const auto& piece : row.pieces) {
                if (!is_company(piece.text) || piece.words.size() > 8 || is_used(row, piece))
                    continue;
                PartyDraft buyer{.role = PartyRole::buyer};
                buyer.name = field(piece, row, 70);
                draft_.parties.push_back(std::move(buyer));
                use(row, piece);
                return;
            }
        }
    }

    PartyDraft& contact() {
        for (auto& party : draft_.parties)
            if (party.role == PartyRole::order_contact) return party;
        return draft_.parties.emplace_back(PartyDraft{.role = PartyRole::order_contact});
    }

    bool is_used(const PageRow& row, const Piece& piece) const {
        return used_.contains({&row, piece.begin()});
    }

    // A label in an address belongs to the address: "VAT:", "Tel:".
    bool in_party(const LabelledValue& value) const {
        for (const auto& piece : value.row->pieces)
            if (piece.left <= value.left + 1 && piece.right >= value.left &&
                is_used(*value.row, piece))
                return true;
        return false;
    }

    // ── single values ───────────────────────────────────────────────────────────────────────────

    void read_value(const LabelledValue& value) {
        for (std::size_t i = 0; i < value.values.size(); ++i)
            if (take(value, value.values[i], *value.at[i])) {
                use(value, i);
                return;
            }
    }

    bool take(const LabelledValue& value, const Piece& piece, const PageRow& row) {
        switch (value.label) {
        case HeadLabel::order_number:
        case HeadLabel::order_word:
            return take_number(value, piece, row);
        case HeadLabel::order_date:
            return take_order_date(draft_.order_date, piece, row, 97);
        case HeadLabel::any_date:
            return (value.colon || value.whole_piece) &&
                   take_order_date(date_of_unnamed_, piece, row, 88);
        case HeadLabel::delivery_date:
        case HeadLabel::delivery_by:
            return take_delivery(value, piece, row);
        case HeadLabel::currency:
            return take_currency(piece, row);
        case HeadLabel::payment_terms:
            return take_text(draft_.payment_terms, value, piece, row);
        case HeadLabel::delivery_terms:
            return take_text(draft_.delivery_terms, value, piece, row);
        case HeadLabel::cost_reference:
            return take_text(draft_.cost_reference, value, piece, row);
        case HeadLabel::contact:
            return piece.text.find_first_of("0123456789") == std::string::npos &&
                   take_text(contact().contact_name, value, piece, row);
        case HeadLabel::mail:
            return piece.text.contains('@') && take_text(contact().mail, value, piece, row);
        case HeadLabel::phone:
            return is_phone(piece.text) && take_text(contact().phone, value, piece, row);
        case HeadLabel::quotation:
            return take_reference("quotation", value, piece, row);
        case HeadLabel::contract:
            return take_reference("contract", value, piece, row);
        case HeadLabel::project:
            return take_reference("project", value, piece, row);
        case HeadLabel::reference:
            return take_reference("other", value, piece, row);
        default:
            return false;
        }
    }

    bool take_text(MaybeField& into, const LabelledValue& value, const Piece& piece,
                   const PageRow& row) {
        if (into || !(value.colon || value.whole_piece)) return false;
        into = field(piece, row, value.colon ? 95 : 88);
        return true;
    }

    bool take_reference(std::string_view type, const LabelledValue& value, const Piece& piece,
                        const PageRow& row) {
        if (!(value.colon || value.whole_piece) ||
            piece.text.find_first_of("0123456789") == std::string::npos)
            return false;
        draft_.references.push_back({.type = std::string(type), .value = field(piece, row, 90)});
        return true;
    }

    bool take_currency(const Piece& piece, const PageRow& row) {
        const auto code = currency_code(piece.words.front().text);
        if (draft_.currency || !code) return draft_.currency.has_value() && code.has_value();
        draft_.currency = field(piece, row, 97);
        draft_.currency->value = *code;
        return true;
    }

    bool take_order_date(MaybeField& into, const Piece& piece, const PageRow& row, int score) {
        const auto date = read_printed_date(piece, dates_.order);
        if (!date) return false;
        if (into) return true; // the first is the order's, the others are pages' or prints'
        into = field(piece, row, score);
        into->value = date->text.iso;
        if (!date->text.other.empty()) two_readings(*into, date->text);
        return true;
    }

    void two_readings(Field& at, const DateText& date) {
        at.score = 50;
        problem(Severity::error, at.place, "pdf.two_readings",
                cat("the date can be ", date.iso, " or ", date.other,
                    ", and no other date of the document tells which"),
                "ask the customer");
    }

    bool take_delivery(const LabelledValue& value, const Piece& piece, const PageRow& row) {
        if (!(value.colon || value.whole_piece) && !read_printed_date(piece, dates_.order))
            return false;
        const auto style = value.label == HeadLabel::delivery_by ? DateKind::by : DateKind::on;
        auto read = read_delivery(piece, style, dates_);
        if (!read) return false;
        read->date.place = place(piece, row);
        if (!read->other.empty()) {
            read->date.score = 50;
            problem(Severity::error, read->date.place, "pdf.two_readings",
                    cat("the delivery date can be ", *read->date.value.start, " or ", read->other,
                        ", and no other date of the document tells which"),
                    "ask the customer");
        }
        if (!draft_.requested) {
            draft_.requested = read->date;
        } else if (draft_.requested->value.start != read->date.value.start) {
            problem(Severity::warning, read->date.place, "pdf.two_dates",
                    cat("\"", piece.text, "\" stands beside the delivery date \"",
                        draft_.requested->value.raw, "\""),
                    "ask the customer which delivery date holds");
        }
        return true;
    }

    bool take_number(const LabelledValue& value, const Piece& piece, const PageRow& row) {
        const bool word = value.label == HeadLabel::order_word;
        if (word && value.whole_piece && !value.colon) return false; // a title
        const auto number = order_number_in(piece, word && !value.colon ? NumberForm::unmistakable
                                                                        : NumberForm::any);
        if (!number) return false;
        Field found = field(number->piece, row, word ? 88 : value.colon ? 98 : 95);
        found.value = number->piece.text;
        if (number->doubtful) {
            found.score = 60;
            problem(Severity::warning, found.place, "pdf.order_number",
                    cat("\"", piece.text, "\": the order number may be more or less of this"),
                    "compare with the original");
        }
        numbers_.push_back({std::move(found), value.label});
        // "4500017 / 02.03.2026", "4711 vom 2. März 2026"
        if (number->rest && !draft_.order_date)
            take_order_date(draft_.order_date, *number->rest, row, 93);
        return true;
    }

    void choose_order_number() {
        if (numbers_.empty() || draft_.order_number) return;
        const auto best = std::ranges::max_element(
            numbers_, {}, [](const NumberCandidate& c) { return c.field.score; });
        draft_.order_number = best->field;
        for (const auto& other : numbers_) {
            if (other.label != best->label ||
                normalise_code(other.field.value) == normalise_code(best->field.value))
                continue;
            draft_.order_number->score = 50;
            problem(Severity::error, other.field.place, "pdf.two_numbers",
                    cat("the document calls \"", best->field.value, "\" and \"", other.field.value,
                        "\" its order number"),
                    "look at the original and enter the right one");
            return;
        }
    }

    // What no rule has used, for a person to see.
    void add_unread() {
        constexpr std::size_t at_most = 200;
        for (const auto& row : source_.rows) {
            if (source_.taken.contains(&row) || used_labels_.contains(&row)) continue;
            for (const auto& piece : row.pieces) {
                if (is_used(row, piece) || draft_.unread.size() >= at_most || piece.text.size() < 3)
                    continue;
                draft_.unread.push_back(field(piece, row, 100));
            }
        }
    }

    const HeadSource& source_;
    OrderDraft& draft_;
    DateStyle dates_;
    std::vector<LabelledValue> values_;
    std::vector<NumberCandidate> numbers_;
    MaybeField date_of_unnamed_;
    std::set<std::pair<const PageRow*, std::uint32_t>> used_;
    std::set<const PageRow*> used_labels_;
};

} // namespace

void read_head_fields(const HeadSource& source, OrderDraft& draft) {
    HeadReader(source, draft).read();
}

} // namespace besteld::parsers::pdf
