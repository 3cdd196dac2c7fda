// SPDX-License-Identifier: Apache-2.0
// 855 and 865 of an answer: domain.md 3.5, 4.4 and 4.5, columns X12.
#include "deliver/render_x12.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_status.hpp"
#include "order/answer_words.hpp"
#include "order/totals.hpp"
#include "parsers/x12/codes.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

using parsers::X12LineAck;
using parsers::X12LineAnswer;
using parsers::X12OrderAnswer;

constexpr std::string_view promised_for_delivery = "069"; // 374

struct Code {
    std::string_view key;
    std::string_view code;
};

template <std::size_t N>
std::string_view look_up(const std::array<Code, N>& table, std::string_view key,
                         std::string_view otherwise) {
    const auto* found = std::ranges::find(table, key, &Code::key);
    return found == table.end() ? otherwise : found->code;
}

// 668 of a declined line (domain.md 4.4)
constexpr auto rejections = std::to_array<Code>({
    {"R-ASSORT", "R1"},
    {"R-ITEM", "R2"},
    {"R-UOM", "R3"},
    {"R-EXH", "R4"},
});

// 668 of an accepted line by the one field that differs (domain.md 4.5)
constexpr auto changes = std::to_array<Code>({
    {"item", "IS"},
    {"price", "IP"},
    {"quantity", "IQ"},
    {"date", "DR"},
    {"unit", "IC"},
});

// 639 of a price per such a unit
constexpr auto bases = std::to_array<Code>({
    {"H87", "PE"},
    {"DZN", "PD"},
    {"LBR", "PP"},
    {"KGM", "PK"},
    {"FOT", "PF"},
    {"MTK", "UM"},
});

std::string version_of(const Answer& answer) {
    if (!answer.answered.version.empty()) return answer.answered.version;
    const bool newer = answer.edi_profile.find("5010") != std::string::npos;
    return newer ? "005010" : "004010";
}

// The buyer's own code where the unit is his, else ours in X12's list.
std::string unit_text(const AnswerLine& line, const std::string& unit) {
    if (unit == line.ordered_unit && !line.ordered_unit_text.empty() &&
        line.ordered_unit_text.size() == 2)
        return line.ordered_unit_text;
    return std::string(parsers::x12::x12_unit(unit));
}

// IC stands for any change where more than one was made.
std::string_view changed_code(const Answer& answer, const AnswerLine& line) {
    std::string_view code;
    for (const auto& deviation : answer.deviations) {
        if (deviation.line != line.index || deviation.field == "parts") continue;
        const auto one = look_up(changes, deviation.field, "IC");
        if (!code.empty() && code != one) return "IC";
        code = one;
    }
    return code.empty() ? "IA" : code;
}

// Of a split line the parts that do not come on the day asked for are rescheduled.
std::string_view part_code(const Answer& answer, const AnswerLine& line, const AnswerPart& part) {
    if (line.parts.empty()) return changed_code(answer, line);
    const auto* split = deviation_of(answer, line, "parts");
    const bool asked = split && part.date && split->ordered.ends_with(to_iso(*part.date));
    const bool first = &part == &line.parts.front();
    return asked || (first && !split) ? "IA" : "DR";
}

std::vector<X12LineAck> acks_of(const Answer& answer, const AnswerLine& line) {
    std::vector<X12LineAck> acks;
    const std::string unit = unit_text(line, line.unit);
    const auto add = [&](std::string_view code, Decimal quantity, const std::string& in) {
        acks.push_back({.code = std::string(code), .quantity = quantity, .unit = in});
    };
    if (line.answer == LineAnswer::rejected) {
        add(look_up(rejections, line.reason, "IR"), line.ordered_quantity,
            unit_text(line, line.ordered_unit));
        return acks;
    }
    const bool later = line.backorder && !line.backorder->is_zero();
    const bool replaced = replaced_item(answer, line).has_value();
    const auto take = [&](const AnswerPart& part) {
        const auto code = part_code(answer, line, part);
        add(later && code != "IS" ? "BP" : code, part.quantity, unit);
        acks.back().date_qualifier = promised_for_delivery;
        acks.back().date = part.date;
        if (replaced) {
            acks.back().item_type = "VN";
            acks.back().item = line.sku;
        }
    };
    if (!line.parts.empty())
        std::ranges::for_each(line.parts, take);
    else if (!line.quantity.is_zero())
        take({.quantity = line.quantity, .date = line.promised});
    if (later) add("IB", *line.backorder, unit);
    if (const auto rest = dropped_quantity(line); !rest.is_zero()) add("IR", rest, unit);
    return acks;
}

// 235 by the number of digits: UPC, EAN/JAN, GTIN-14
std::string gtin_type(const std::string& gtin) {
    return gtin.size() == 12 ? "UP" : gtin.size() == 13 ? "EN" : gtin.size() == 14 ? "UK" : "";
}

// A price per hundred is HP; what no code of 639 says is told per one unit, if that comes out even.
std::expected<std::pair<Decimal, std::string>, std::string>
price_and_basis(const AnswerLine& line) {
    const std::string per(line.price_unit.empty() ? std::string_view{}
                                                  : look_up(bases, line.price_unit, "?"));
    if (line.price_base == Decimal{100} && line.price_unit.empty())
        return std::pair{line.price, "HP"};
    if (line.price_base == Decimal{1000} && line.price_unit.empty())
        return std::pair{line.price, "TP"};
    const auto each = line.price_base == Decimal{1}
                          ? std::optional(line.price)
                          : in_range(line.price, Decimal{1}, line.price_base, Decimal::places);
    const auto back = each ? in_range(*each, line.price_base, Decimal{1}, Decimal::places) : each;
    if (per == "?" || back != line.price)
        return std::unexpected(cat("line ", line.buyer_line, ": X12 cannot say a price of ",
                                   line.price.to_string(), " per ", line.price_base.to_string(),
                                   " ", line.price_unit));
    return std::pair{*each, per};
}

std::expected<X12LineAnswer, std::string> line_of(const Answer& answer, const AnswerLine& line) {
    X12LineAnswer to{.line = line.buyer_line,
                     .change_code = line.answer == LineAnswer::rejected ? "DI" : "CA",
                     .ordered = line.ordered_quantity,
                     .unit = unit_text(line, line.ordered_unit),
                     .name = line.name,
                     .acks = acks_of(answer, line),
                     .text = line_text(answer, line)};
    if (line.answer == LineAnswer::accepted) to.change_code = "NC";
    if (line.answer != LineAnswer::rejected) {
        const auto price = price_and_basis(line);
        if (!price) return std::unexpected(price.error());
        to.price = price->first;
        to.basis = price->second;
        // The ordered price is repeated where both are per the same; the new one follows in CTP.
        if (deviation_of(answer, line, "price") && line.ordered_price) {
            to.new_price = to.price;
            to.price = line.ordered_price;
        }
    } else if (line.ordered_price) {
        to.price = line.ordered_price;
    }
    const auto ordered_item = replaced_item(answer, line).value_or(line.sku);
    if (!ordered_item.empty()) to.items.emplace_back("VN", ordered_item);
    if (!line.buyer_item.empty()) to.items.emplace_back("BP", line.buyer_item);
    if (const auto type = gtin_type(line.gtin); !type.empty())
        to.items.emplace_back(type, line.gtin);
    for (const auto& ack : to.acks)
        if (ack.unit.empty())
            return std::unexpected(
                cat("line ", line.buyer_line, ": X12 has no unit for ", line.unit));
    return to;
}

Rendered order_answer(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const bool change = is_change_answer(answer);
    const bool cancels = answer.answered.document_class == DocumentClass::order_cancellation;
    X12OrderAnswer out{.head = x12_head(answer, seller, stamp),
                       .kind = change ? X12OrderAnswer::Kind::change_865
                                      : X12OrderAnswer::Kind::order_855,
                       .code = x12_ack_type(answer),
                       .purpose = cancels                          ? "01"
                                  : answer.revision > 1 && !change ? "05"
                                                                   : "00",
                       .order_number = answer.buyer_order_no,
                       .change_number = answer.answered.sequence.empty() ? answer.answered.number
                                                                         : answer.answered.sequence,
                       .date = stamp.date,
                       .our_number = number_of(answer),
                       .currency = answer.currency,
                       .supplier_name = seller.name,
                       .buyer_name = answer.customer_name,
                       .text = header_text(answer)};
    if (answer.buyer_order_date)
        out.order_date = parse_iso_date(answer.buyer_order_date->substr(0, 10));
    if (answer.kind != AnswerKind::rejection)
        for (const auto& line : answer.lines) {
            auto one = line_of(answer, line);
            if (!one) return std::unexpected(std::move(one).error());
            out.lines.push_back(std::move(*one));
        }
    return parsers::write_x12_order_answer(out);
}

} // namespace

// Back the way the order came (ISA, GS); a partner without an envelope gets the id on file.
parsers::X12Head x12_head(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto& envelope = answer.envelope;
    const auto from = edi_address(envelope.receiver.empty() ? seller.gln : envelope.receiver, "ZZ");
    const auto to = edi_address(envelope.sender.empty() ? answer.recipient : envelope.sender, "ZZ");
    const std::string version = version_of(answer);
    return {.sender = from.id,
            .sender_qualifier = from.qualifier,
            .receiver = to.id,
            .receiver_qualifier = to.qualifier,
            .group_sender = envelope.group_receiver,
            .group_receiver = envelope.group_sender,
            .control_number = stamp.reference,
            .isa_version = envelope.syntax.size() == 5 ? envelope.syntax
                           : version >= "005010"       ? "00501"
                                                       : "00401",
            .version = version,
            .date = stamp.date,
            .time = stamp.time,
            .purpose =
                envelope.test ? parsers::X12Head::Purpose::test : parsers::X12Head::Purpose::real};
}

// 587: RJ rejected, AD acknowledged with detail, AC with detail and change
std::string x12_ack_type(const Answer& answer) {
    if (answer.kind == AnswerKind::rejection) return "RJ";
    const bool change = is_change_answer(answer);
    if (deviates(answer)) return "AC";
    return change ? "AT" : "AD";
}

Rendered render_x12(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    if (answer.kind == AnswerKind::status) return render_x12_status(answer, seller, stamp);
    return answer.kind == AnswerKind::contrl ? render_x12_receipt(answer, seller, stamp)
                                             : order_answer(answer, seller, stamp);
}

} // namespace besteld
