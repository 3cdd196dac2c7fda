// SPDX-License-Identifier: Apache-2.0
// Segments of ORDERS05 in the order of SAP's WE60. Flat records carry the names of the external
// segment versions, fields as fields.hpp says; code page 1100 is ISO 8859-1.
#include "parsers/idoc/write_idoc.hpp"

#include "base/text.hpp"
#include "parsers/idoc/fields.hpp"
#include "parsers/xml/xml_writer.hpp"

#include <array>

namespace besteld::parsers {

namespace {

using Form = IdocAnswer::Form;

constexpr std::size_t text_width = 70; // TDLINE
constexpr std::size_t name_width = 70; // KTEXT

struct SegmentName {
    std::string_view segment;
    std::string_view external;
};
constexpr auto segment_names = std::to_array<SegmentName>({
    {"E1EDK01", "E2EDK01005"},
    {"E1EDK03", "E2EDK03"},
    {"E1EDKA1", "E2EDKA1003"},
    {"E1EDK02", "E2EDK02"},
    {"E1EDKT1", "E2EDKT1002"},
    {"E1EDKT2", "E2EDKT2001"},
    {"E1EDP01", "E2EDP01008"},
    {"E1EDP02", "E2EDP02001"},
    {"E1EDP20", "E2EDP20001"},
    {"E1EDP19", "E2EDP19001"},
    {"E1EDPT1", "E2EDPT1001"},
    {"E1EDPT2", "E2EDPT2001"},
    {"E1EDS01", "E2EDS01"},
});

struct Value {
    std::string_view field;
    std::string text;
};

struct IdocSegment {
    std::string_view name; // E1EDK01
    int level = 1;
    std::size_t parent = 0; // its number; 0: the control record
    std::vector<Value> values;
};

std::string sap_date(Date date) {
    return replace_all(to_iso(date), "-", "");
}

// One byte a character; nothing when a character is outside ISO 8859-1.
std::optional<std::string> latin1(std::string_view utf8) {
    std::string out;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out += byte < 0x20 ? ' ' : utf8[i];
            continue;
        }
        if ((byte != 0xC2 && byte != 0xC3) || i + 1 >= utf8.size()) return std::nullopt;
        const auto next = static_cast<unsigned char>(utf8[++i]);
        out += static_cast<char>((byte << 6) | (next & 0x3F));
    }
    return out;
}

class Builder {
public:
    explicit Builder(const IdocAnswer& answer) : answer_(answer) {}

    std::vector<IdocSegment> build() {
        head();
        for (const auto& line : answer_.lines)
            item(line);
        if (answer_.net) add("E1EDS01", 0, {{"SUMID", "002"}, {"SUMME", answer_.net->to_string()}});
        return std::move(segments_);
    }

private:
    // Gives its number, for those below it.
    std::size_t add(std::string_view name, std::size_t parent, std::vector<Value> values) {
        const int level = parent == 0 ? 1 : segments_[parent - 1].level + 1;
        segments_.push_back(
            {.name = name, .level = level, .parent = parent, .values = std::move(values)});
        return segments_.size();
    }

    void head() {
        add("E1EDK01", 0,
            {{"ACTION", answer_.lines.empty() ? "" : "003"},
             {"CURCY", answer_.currency},
             {"BELNR", answer_.our_number}});
        add("E1EDK03", 0, {{"IDDAT", "012"}, {"DATUM", sap_date(answer_.date)}});
        add("E1EDKA1", 0, {{"PARVW", "AG"}, {"PARTN", answer_.buyer}});
        add("E1EDKA1", 0, {{"PARVW", "LF"}, {"PARTN", answer_.supplier}});
        add("E1EDK02", 0,
            {{"QUALF", "001"},
             {"BELNR", answer_.order_number},
             {"DATUM", answer_.order_date ? sap_date(*answer_.order_date) : ""}});
        add("E1EDK02", 0,
            {{"QUALF", "002"}, {"BELNR", answer_.our_number}, {"DATUM", sap_date(answer_.date)}});
        text("E1EDKT1", "E1EDKT2", 0, answer_.text);
    }

    // TDFORMAT = begins a line, blank continues one
    void text(std::string_view holder, std::string_view piece, std::size_t parent,
              std::string_view words) {
        words = trim(words);
        if (words.empty()) return;
        const auto under = add(holder, parent, {{"TDID", "0001"}});
        while (!words.empty()) {
            auto length = std::min(words.size(), text_width);
            if (length < words.size()) {
                const auto blank = words.rfind(' ', length);
                if (blank != std::string_view::npos && blank > 0) length = blank;
                while (length > 1 && (static_cast<unsigned char>(words[length]) & 0xC0U) == 0x80)
                    --length;
            }
            add(piece, under,
                {{"TDLINE", std::string(trim(words.substr(0, length)))}, {"TDFORMAT", "*"}});
            words = trim(words.substr(length));
        }
    }

    void item(const IdocAnswerLine& line) {
        const auto number = [](const std::optional<Decimal>& value) {
            return value ? value->to_string() : std::string{};
        };
        const auto under = add("E1EDP01", 0,
                               {{"POSEX", line.line},
                                {"ACTION", line.action},
                                {"MENGE", line.quantity.to_string()},
                                {"MENEE", line.unit},
                                {"PMENE", line.price_unit},
                                {"VPREI", number(line.price)},
                                {"PEINH", number(line.price_base)},
                                {"NETWR", number(line.amount)},
                                {"CURCY", answer_.currency},
                                {"ABGRT", line.rejection.substr(0, 40)}});
        add("E1EDP02", under,
            {{"QUALF", "001"}, {"BELNR", answer_.order_number}, {"ZEILE", line.line}});
        for (const auto& part : line.parts)
            add("E1EDP20", under,
                {{"WMENG", part.quantity.to_string()},
                 {"EDATU", part.date ? sap_date(*part.date) : ""}});
        item_id(under, "001", line.buyer_item, "");
        item_id(under, "002", line.seller_item, line.name);
        item_id(under, "003", line.gtin, "");
        text("E1EDPT1", "E1EDPT2", under, line.text);
    }

    void item_id(std::size_t under, std::string_view qualifier, const std::string& id,
                 const std::string& name) {
        if (id.empty()) return;
        std::string shown = latin1(name) ? name : ""; // it only helps to recognise the item
        if (latin1(shown)->size() > name_width) shown.clear();
        add("E1EDP19", under,
            {{"QUALF", std::string(qualifier)}, {"IDTNR", id}, {"KTEXT", std::move(shown)}});
    }

    const IdocAnswer& answer_;
    std::vector<IdocSegment> segments_;
};

// EDI_DC40 of what we send
std::vector<Value> control_of(const IdocAnswer& answer) {
    return {{"TABNAM", "EDI_DC40"},
            {"DOCNUM", cat(std::string(16 - std::min<std::size_t>(16, answer.number.size()), '0'),
                           answer.number)},
            {"DIRECT", "2"},
            {"TEST", answer.purpose == IdocAnswer::Purpose::test ? "X" : ""},
            {"IDOCTYP", "ORDERS05"},
            {"MESTYP", "ORDRSP"},
            {"SNDPRT", "LI"},
            {"SNDPRN", answer.sender},
            {"RCVPRT", "LS"},
            {"RCVPRN", answer.receiver},
            {"CREDAT", sap_date(answer.date)},
            {"CRETIM", cat(answer.time, "00")}};
}

// Every field in its place, blanks between; the record without its trailing blanks.
std::expected<std::string, std::string> filled(std::string record, std::string_view segment,
                                               const std::vector<Value>& values) {
    for (const auto& value : values) {
        const auto span = idoc::find_field(segment, value.field);
        const auto text = latin1(value.text);
        if (!span || !text || text->size() > span->length)
            return std::unexpected(cat("the IDoc field ", value.field, " of ", segment,
                                       " cannot hold \"", value.text, "\""));
        if (record.size() < span->begin + text->size())
            record.resize(span->begin + text->size(), ' ');
        record.replace(span->begin, text->size(), *text);
    }
    return record;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string out(text);
    out.resize(width, ' ');
    return out;
}

std::string six(std::size_t number) {
    const auto digits = cat(number);
    return cat(std::string(6 - std::min<std::size_t>(6, digits.size()), '0'), digits);
}

std::string external_name(std::string_view segment) {
    for (const auto& name : segment_names)
        if (name.segment == segment) return std::string(name.external);
    return std::string(segment);
}

std::expected<std::string, std::string> flat(const IdocAnswer& answer,
                                             const std::vector<IdocSegment>& segments) {
    const auto control = control_of(answer);
    auto head = filled({}, "EDI_DC40", control);
    if (!head) return head;
    std::string out = cat(padded(*head, idoc::control_length), "\r\n");
    const std::string document = control[1].text;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto& segment = segments[i];
        // SEGNAM 30, MANDT 3, DOCNUM 16, SEGNUM 6, PSGNUM 6, HLEVEL 2
        const std::string begin =
            cat(padded(external_name(segment.name), 30), padded("", 3), document, six(i + 1),
                six(segment.parent), "0", segment.level);
        auto record = filled(begin, idoc::segment_of(segment.name), segment.values);
        if (!record) return record;
        out += cat(*record, "\r\n");
    }
    return out;
}

std::string xml(const IdocAnswer& answer, const std::vector<IdocSegment>& segments) {
    XmlWriter out;
    out.open("ORDERS05");
    out.open("IDOC", {{"BEGIN", "1"}});
    out.open("EDI_DC40", {{"SEGMENT", "1"}});
    for (const auto& value : control_of(answer))
        out.leaf(value.field, value.text);
    out.close();
    std::vector<std::size_t> open; // numbers of the open segments
    for (std::size_t i = 0; i < segments.size(); ++i) {
        while (!open.empty() && open.back() != segments[i].parent) {
            out.close();
            open.pop_back();
        }
        out.open(segments[i].name, {{"SEGMENT", "1"}});
        for (const auto& value : segments[i].values)
            out.leaf(value.field, value.text);
        open.push_back(i + 1);
    }
    return out.finish();
}

} // namespace

std::expected<std::string, std::string> write_idoc_answer(const IdocAnswer& answer) {
    const auto segments = Builder(answer).build();
    if (answer.form == Form::flat) return flat(answer, segments);
    return xml(answer, segments);
}

std::string idoc_unit(const std::string& unit) {
    if (unit == "H87" || unit == "C62") return "PCE";
    return unit.size() == 3 && unit.front() == 'X' ? unit.substr(1) : unit;
}

} // namespace besteld::parsers
