// SPDX-License-Identifier: Apache-2.0
#include "parsers/typed/read_typed.hpp"

#include "base/gs1_number.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "order/typed_order.hpp"
#include "parsers/text/units.hpp"

namespace besteld::parsers {

namespace {

// Writes the sheet and says where each value stands in it.
class Sheet {
public:
    explicit Sheet(std::uint32_t part) : part_(part) {}

    MaybeField put(std::string_view written, std::string where) {
        const auto value = trim(written);
        if (value.empty()) return std::nullopt;
        if (!text_.empty() && text_.back() != '\n') text_ += "  ";
        const auto begin = static_cast<std::uint32_t>(text_.size());
        text_ += value;
        const auto end = static_cast<std::uint32_t>(text_.size());
        return Field{.value = std::string(value),
                     .origin = Origin::typed,
                     .place = {part_, begin, end, std::move(where)}};
    }
    void end_row() {
        if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    }
    std::string take() { return std::move(text_); }

private:
    std::uint32_t part_;
    std::string text_;
};

MaybeDate day(const MaybeField& field) {
    if (!field) return std::nullopt;
    return Sourced<DateSpec>{
        .value = {.kind = DateKind::on, .start = field->value, .raw = field->value},
        .origin = Origin::typed,
        .place = field->place};
}

// A number is one of ours or of the customer's, which base data know; words are a description.
void put_item(LineDraft& line, const Field& item) {
    const bool digits = item.value.find_first_of("0123456789") != std::string::npos;
    const bool blanks = item.value.contains(' ');
    if (gtin14(item.value))
        line.gtin = item;
    else if (digits && !blanks)
        line.seller_item = item;
    else
        line.name = item;
}

LineDraft line_of(const TypedLine& typed, std::size_t number, const std::string& language,
                  Sheet& sheet) {
    const auto where = [&](std::string_view what) { return cat("line ", number, ", ", what); };
    LineDraft line;
    line.line = sheet.put(std::to_string(number), where("number"));
    if (const auto item = sheet.put(typed.item, where("item"))) put_item(line, *item);
    line.quantity = sheet.put(typed.quantity, where("quantity"));
    line.unit = sheet.put(typed.unit, where("unit"));
    if (line.unit)
        if (const auto code = unit_from_word(line.unit->value, language))
            line.unit_code =
                Field{.value = *code, .origin = Origin::derived, .place = line.unit->place};
    line.unit_price = sheet.put(typed.price, where("price"));
    line.requested = day(sheet.put(typed.requested, where("date")));
    if (auto note = sheet.put(typed.note, where("note"))) line.notes.push_back(*std::move(note));
    sheet.end_row();
    return line;
}

OrderDraft draft_of(const TypedOrder& typed, Sheet& sheet, std::uint32_t part) {
    OrderDraft draft{.format = std::string(name_of(typed.by)),
                     .message_type = "typed",
                     .document_class = DocumentClass::order,
                     .part = part};
    PartyDraft buyer{.role = PartyRole::buyer};
    if (const auto no = sheet.put(typed.customer_no, "customer"))
        buyer.ids.push_back({.value = {.scheme = "CUSTOMER_NO", .id = no->value},
                             .origin = Origin::typed,
                             .place = no->place});
    buyer.contact_name = sheet.put(typed.caller, "who ordered");
    draft.parties.push_back(std::move(buyer));
    draft.order_number = sheet.put(typed.order_number, "order number");
    draft.requested = day(sheet.put(typed.requested, "date"));
    sheet.end_row();
    if (auto note = sheet.put(typed.note, "note")) draft.notes.push_back(*std::move(note));
    sheet.end_row();
    draft.language = typed.language;
    for (const auto& line : typed.lines)
        draft.lines.push_back(line_of(line, draft.lines.size() + 1, typed.language, sheet));
    return draft;
}

} // namespace

Parsed read_typed(std::string_view bytes, std::uint32_t part) {
    Parsed parsed;
    try {
        Sheet sheet(part);
        parsed.documents.push_back(draft_of(typed_order_from_json(bytes), sheet, part));
        parsed.text = sheet.take();
    } catch (const JsonFault& fault) {
        parsed.problems.push_back({.severity = Severity::error,
                                   .place = {.part = part},
                                   .code = "typed.damaged",
                                   .text = cat("not what the page stored: ", fault.what()),
                                   .hint = "type the order again"});
    }
    return parsed;
}

} // namespace besteld::parsers
