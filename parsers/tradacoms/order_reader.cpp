// SPDX-License-Identifier: Apache-2.0
// TRADACOMS ORDERS, version 9 (ANA/GS1 UK): CLO, ORD, DIN, DNA, then OLD and DNB per line, OTR.
#include "parsers/tradacoms/order_reader.hpp"

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <charconv>

namespace besteld::parsers::tradacoms {

namespace {

constexpr std::size_t max_lines = 9'999; // reliability.md 6

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

// YYMMDD with the pivot 50, or CCYYMMDD
std::optional<Date> parse_date(std::string_view text) {
    if (!all_digits(text) || (text.size() != 6 && text.size() != 8)) return std::nullopt;
    std::string full(text);
    if (text.size() == 6) full.insert(0, number_of(text.substr(0, 2)) < 50 ? "20" : "19");
    const std::string_view view = full;
    return valid_date(number_of(view.substr(0, 4)),
                      static_cast<unsigned>(number_of(view.substr(4, 2))),
                      static_cast<unsigned>(number_of(view.substr(6, 2))));
}

class OrderReader {
public:
    OrderReader(std::string_view bytes, std::uint32_t part, std::size_t message,
                const FileHeader& header)
        : bytes_(bytes), part_(part), message_(message), header_(header) {}

    OrderDraft read(std::span<const Segment> segments) {
        begin(segments);
        for (std::size_t i = 0; i < segments.size(); ++i)
            take(SegmentView(bytes_, part_, message_, i + 1, segments[i]));
        check(segments);
        return std::move(draft_);
    }

private:
    void begin(std::span<const Segment> segments);
    void classify();
    void take(const SegmentView& segment);
    void check_head(const SegmentView& segment);
    void order(const SegmentView& segment);
    void delivery(const SegmentView& segment);
    void line(const SegmentView& segment);
    void line_ids(const SegmentView& segment, LineDraft& line) const;
    void price(const SegmentView& segment, LineDraft& line);
    void narrative(const SegmentView& segment, unsigned first);
    void check(std::span<const Segment> segments);
    void report(Severity severity, Place place, std::string code, std::string text,
                std::string hint = {}) {
        if (draft_.problems.size() < 200)
            draft_.problems.push_back(
                {severity, std::move(place), std::move(code), std::move(text), std::move(hint)});
    }
    Place whole() const { return {.part = part_, .where = SegmentSpot{.message = message_}}; }

    std::string_view bytes_;
    std::uint32_t part_;
    std::size_t message_;
    const FileHeader& header_;
    OrderDraft draft_;
};

void OrderReader::begin(std::span<const Segment> segments) {
    draft_.format = "tradacoms";
    draft_.message_type = "ORDERS";
    draft_.version = cat("TRADACOMS ", text_of(bytes_, segments.front(), 2, 2));
    draft_.envelope = header_.envelope;
    draft_.envelope.message_ref = text_of(bytes_, segments.front(), 1);
    draft_.parties = header_.parties;
    draft_.part = part_;
    draft_.begin = segments.front().begin;
    draft_.end = segments.back().end;
    classify();
}

// TYP 0430 is a file of new orders; what another code means is said beside it.
void OrderReader::classify() {
    draft_.document_class = DocumentClass::order;
    draft_.kind = {.value = OrderKind::standard, .origin = Origin::defaulted};
    draft_.function = {.value = MessageFunction::original, .place = header_.type_place};
    const std::string name = to_upper_ascii(header_.transaction_name);
    if (name.find("CANCEL") != std::string::npos)
        draft_.document_class = DocumentClass::order_cancellation;
    else if (name.find("AMEND") != std::string::npos || name.find("CHANGE") != std::string::npos)
        draft_.document_class = DocumentClass::order_change;
    else if (header_.transaction_code == "0430" || header_.transaction_code.empty())
        return;
    else
        report(Severity::error, header_.type_place, "tradacoms.type",
               cat("transaction code ", header_.transaction_code, " is not that of new orders"),
               "expected 0430; ask the buyer what the file is meant to do");
    draft_.function = {.value = draft_.document_class == DocumentClass::order_cancellation
                                    ? MessageFunction::cancel
                                : draft_.document_class == DocumentClass::order_change
                                    ? MessageFunction::change
                                    : MessageFunction::unknown,
                       .place = header_.type_place};
}

void OrderReader::take(const SegmentView& segment) {
    const std::string& tag = segment.tag();
    if (segment.segment().tag_delimiter != '=' && !segment.segment().components.empty())
        report(Severity::error, segment.place(), "tradacoms.tag_delimiter",
               cat("\"=\" must stand behind the tag ", tag),
               "the segment may be damaged; ask the sender to repeat the file");
    if (segment.segment().cut)
        report(Severity::error, segment.place(), "tradacoms.cut_off",
               "the file ends in the middle of this segment", "ask for the whole file");
    if (segment.segment().end - segment.segment().begin > max_segment_length)
        report(Severity::error, segment.place(), "tradacoms.segment_too_long",
               cat("the segment is longer than ", max_segment_length, " bytes"),
               "probably an apostrophe is missing");
    if (tag == "MHD") check_head(segment);
    if (tag == "CLO")
        draft_.parties.push_back(segment.party(PartyRole::ship_to, "customer's own location code",
                                               "supplier's code for location"));
    if (tag == "ORD") order(segment);
    if (tag == "DIN") delivery(segment);
    if (tag == "DNA" || tag == "DNB" || tag == "DNC") narrative(segment, tag == "DNA" ? 2 : 3);
    if (tag == "OLD") line(segment);
    if (tag == "OTR") draft_.stated_line_count = segment.number(1, 1, draft_.problems);
}

// MHD=reference+type:version and nothing else
void OrderReader::check_head(const SegmentView& segment) {
    if (element_count(segment.segment()) <= 2 && component_count(segment.segment(), 2) <= 2) return;
    report(Severity::warning, segment.place(), "tradacoms.mhd",
           "MHD has more elements than a reference and a type with its version",
           "what stands in them is not read");
}

// ORD: ORNO customer's order number : supplier's : date placed : date received; then the code
// N for a new order
void OrderReader::order(const SegmentView& segment) {
    draft_.order_number = segment.field(1, 1);
    if (auto ours = segment.field(1, 2))
        draft_.references.push_back({.type = "seller_order", .value = *std::move(ours)});
    draft_.order_date = segment.date(1, 3, draft_.problems);
}

// DIN: earliest date, latest date, time, instructions
void OrderReader::delivery(const SegmentView& segment) {
    const auto earliest = segment.date(1, 1, draft_.problems);
    const auto latest = segment.date(2, 1, draft_.problems);
    if (earliest || latest) {
        DateSpec spec{.kind = earliest ? DateKind::not_before : DateKind::by,
                      .start = (earliest ? earliest : latest)->value,
                      .raw = cat("DIN ", segment.text(1), "+", segment.text(2))};
        if (earliest && latest) {
            spec.kind = earliest->value == latest->value ? DateKind::on : DateKind::window;
            if (spec.kind == DateKind::window) spec.end = latest->value;
            if (latest->value < earliest->value)
                report(Severity::error, latest->place, "tradacoms.date",
                       "the latest delivery date lies before the earliest");
        }
        const std::string time = segment.text(3);
        if (time.size() == 4 && all_digits(time) && time != "0000")
            spec.time = cat(time.substr(0, 2), ":", time.substr(2));
        draft_.requested = {.value = std::move(spec),
                            .place = earliest ? earliest->place : latest->place};
    }
    const unsigned last = std::min(element_count(segment.segment()), 8U);
    for (unsigned element = 4; element <= last; ++element)
        for (unsigned component = 1; component <= 4; ++component)
            if (auto text = segment.field(element, component))
                draft_.notes.push_back(*std::move(text));
}

// OLD: line, SPRO supplier's product, SACU traded unit, CPRO customer's product, UNOR units in a
// traded unit, OQTY traded units ordered, OUCT price, …, TDES description
void OrderReader::line(const SegmentView& segment) {
    if (draft_.lines.size() == max_lines) {
        report(Severity::error, segment.place(), "tradacoms.too_many_lines",
               cat("more than ", max_lines, " lines; the rest is not read"));
        return;
    }
    LineDraft line{.line = segment.field(1)};
    line_ids(segment, line);
    line.quantity = segment.number(6, 1, draft_.problems);
    if (auto measure = segment.field(5, 3)) line.unit = std::move(measure);
    price(segment, line);
    std::string name = segment.text(10, 1);
    if (const auto more = segment.text(10, 2); !more.empty())
        name += cat(name.empty() ? "" : " ", more);
    if (!name.empty()) line.name = Field{.value = std::move(name), .place = segment.place(10)};
    if (const auto pack = segment.field(5, 1))
        line.notes.push_back(
            {.value = cat("units in a traded unit: ", pack->value), .place = pack->place});
    const std::string number = line.line ? line.line->value : cat(draft_.lines.size() + 1);
    if (!line.quantity && draft_.document_class == DocumentClass::order)
        report(Severity::error, segment.place(6), "tradacoms.no_quantity",
               cat("line ", number, " has no ordered quantity"), "ask the buyer how much is meant");
    if (!line.gtin && !line.seller_item && !line.buyer_item && line.other_item_ids.empty())
        report(Severity::error, segment.place(), "tradacoms.no_item",
               cat("line ", number, " names no item"), "ask the buyer which item is meant");
    draft_.lines.push_back(std::move(line));
}

// Each code field is GTIN : the party's own code : DUN-14
void OrderReader::line_ids(const SegmentView& segment, LineDraft& line) const {
    line.gtin = segment.field(2, 1);
    line.seller_item = segment.field(2, 2);
    line.buyer_item = segment.field(4, 2);
    const auto other = [&](unsigned element, unsigned component, const char* type) {
        if (auto id = segment.field(element, component))
            line.other_item_ids.push_back({.type = type, .id = *std::move(id)});
    };
    other(2, 3, "DUN14");
    other(3, 1, "traded unit");
    other(3, 2, "traded unit, seller");
    other(4, 1, "customer GTIN");
}

// OUCT: pounds with four implied decimals, per ordered unit
void OrderReader::price(const SegmentView& segment, LineDraft& line) {
    auto price = segment.number(7, 1, draft_.problems);
    if (!price) return;
    if (price->value.find('.') == std::string::npos) {
        const auto whole = Decimal::parse(price->value);
        const auto pounds = whole ? divide(*whole, Decimal(10'000)) : whole;
        if (!pounds) return;
        price->value = pounds->to_string();
    }
    line.prices.push_back({.qualifier = "OUCT", .value = *price});
    line.unit_price = std::move(price);
}

// DNA: sequence, DNAC, RTEX code:text pairs, GNAR text; DNB and DNC have one more sequence
void OrderReader::narrative(const SegmentView& segment, unsigned first) {
    std::string words;
    Place place = segment.place();
    const unsigned last = std::min(element_count(segment.segment()), first + 3);
    for (unsigned element = first; element <= last; ++element) {
        const unsigned components = std::min(component_count(segment.segment(), element), 8U);
        for (unsigned component = 1; component <= components; ++component)
            if (const auto text = segment.text(element, component); !text.empty())
                words += cat(words.empty() ? "" : " ", text);
    }
    if (words.empty()) return;
    const bool of_line = segment.tag() != "DNA" && !draft_.lines.empty();
    auto& notes = of_line ? draft_.lines.back().notes : draft_.notes;
    notes.push_back({.value = std::move(words), .place = std::move(place)});
}

void OrderReader::check(std::span<const Segment> segments) {
    if (!draft_.order_number)
        report(Severity::error, whole(), "tradacoms.no_order_number", "no order number in ORD",
               "ask the buyer for the order number");
    if (draft_.lines.empty() && draft_.document_class == DocumentClass::order)
        report(Severity::error, whole(), "tradacoms.no_lines", "the order has no line (OLD)",
               "ask the sender to repeat the file");
    if (const auto& stated = draft_.stated_line_count;
        stated && Decimal::parse(stated->value) != Decimal(static_cast<int>(draft_.lines.size())))
        report(Severity::warning, stated->place, "tradacoms.line_count",
               cat("OTR states ", stated->value, " lines, the order has ", draft_.lines.size()));
    const Segment& last = segments.back();
    const SegmentView trailer(bytes_, part_, message_, segments.size(), last);
    if (last.tag != "MTR")
        report(Severity::error, trailer.place(), "tradacoms.cut_off",
               "the message ends without MTR: it may be cut off", "ask for the whole file");
    else if (trailer.text(1) != cat(segments.size()))
        report(Severity::warning, trailer.place(1), "tradacoms.mtr_count",
               cat("MTR states ", trailer.text(1), " segments, the message has ", segments.size()));
}

} // namespace

MaybeField SegmentView::field(unsigned element, unsigned component) const {
    auto value = text(element, component);
    if (value.empty()) return std::nullopt;
    return Field{.value = std::move(value), .place = place(element, component)};
}

MaybeField SegmentView::number(unsigned element, unsigned component,
                               std::vector<Problem>& problems) const {
    auto found = field(element, component);
    if (!found) return found;
    const auto parsed = Decimal::parse(found->value);
    if (parsed) return found;
    problems.push_back({Severity::error, found->place, "tradacoms.number",
                        cat("\"", found->value, "\" is not a number: ", to_text(parsed.error())),
                        "ask the buyer what is meant"});
    return std::nullopt;
}

MaybeField SegmentView::date(unsigned element, unsigned component,
                             std::vector<Problem>& problems) const {
    auto found = field(element, component);
    if (!found || found->value == "000000") return std::nullopt;
    if (const auto day = parse_date(found->value)) {
        found->value = to_iso(*day);
        return found;
    }
    problems.push_back({Severity::error, found->place, "tradacoms.date",
                        cat("\"", found->value, "\" is no date"), "expected YYMMDD"});
    return std::nullopt;
}

PartyDraft SegmentView::party(PartyRole role, std::string_view second,
                              std::string_view third) const {
    PartyDraft party{.role = role, .name = field(2)};
    const auto add = [&](unsigned component, std::string_view scheme) {
        if (const auto id = field(1, component))
            party.ids.push_back(
                {.value = {.scheme = std::string(scheme), .id = id->value}, .place = id->place});
    };
    add(1, "GLN");
    add(2, second);
    add(3, third);
    // the fifth component of an address is the postcode
    for (unsigned component = 1; component <= 4; ++component)
        if (auto street = field(3, component)) party.address_lines.push_back(*std::move(street));
    party.postcode = field(3, 5);
    return party;
}

Place SegmentView::place() const {
    return place(0, 0);
}

Place SegmentView::place(unsigned element, unsigned component) const {
    Place out{.part = part_,
              .begin = segment_.begin,
              .end = segment_.end,
              .where = SegmentSpot{.message = message_,
                                   .segment = number_,
                                   .tag = segment_.tag,
                                   .element = element,
                                   .component = component}};
    for (const auto& one : segment_.components)
        if (one.element == element && one.component == component) {
            out.begin = one.begin;
            out.end = one.end;
        }
    return out;
}

OrderDraft read_order(std::string_view bytes, std::uint32_t part, std::size_t message,
                      std::span<const Segment> segments, const FileHeader& header) {
    return OrderReader(bytes, part, message, header).read(segments);
}

} // namespace besteld::parsers::tradacoms
