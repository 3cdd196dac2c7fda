// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/segment_writer.hpp"

#include "base/text.hpp"

#include <unicode/normlzr.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace besteld::parsers::x12 {

namespace {

struct Shape {
    char element = '*';
    char component = '>';
    char terminator = '~';
};

constexpr std::size_t longest_id = 15; // ISA06, ISA08

std::string padded(std::string_view text, std::size_t width) {
    std::string out(text.substr(0, width));
    out.resize(width, ' ');
    return out;
}

std::string nine_digits(std::string_view number) {
    return cat(std::string(9 - std::min<std::size_t>(9, number.size()), '0'), number);
}

bool is_printable(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

// Signs that decomposition leaves alone, as typewriters wrote them.
std::string_view typewriter_form(UChar32 c) {
    struct Form {
        UChar32 sign;
        std::string_view form;
    };
    static constexpr auto forms = std::to_array<Form>(
        {{0xDF, "ss"},    {0xC6, "AE"},   {0xE6, "ae"},  {0xD8, "O"},   {0xF8, "o"},
         {0x152, "OE"},   {0x153, "oe"},  {0x141, "L"},  {0x142, "l"},  {0xD7, "x"},
         {0xB0, " deg"},  {0x2018, "'"},  {0x2019, "'"}, {0x201A, "'"}, {0x201C, "\""},
         {0x201D, "\""},  {0x201E, "\""}, {0xAB, "\""},  {0xBB, "\""},  {0x2010, "-"},
         {0x2011, "-"},   {0x2012, "-"},  {0x2013, "-"}, {0x2014, "-"}, {0x2044, "/"},
         {0x20AC, "EUR"}, {0x3BC, "u"}});
    const auto* found = std::ranges::find(forms, c, &Form::sign);
    return found == forms.end() ? std::string_view{} : found->form;
}

} // namespace

void SegmentWriter::segment(std::string_view tag, Elements elements) {
    while (!elements.empty() && elements.back().empty())
        elements.pop_back();
    lines_.push_back({std::string(tag), std::move(elements)});
}

void SegmentWriter::begin_set(std::string_view transaction_set, std::string_view convention) {
    set_begin_ = lines_.size();
    const auto number = cat(++sets_);
    segment("ST", {std::string(transaction_set),
                   cat(std::string(4 - std::min<std::size_t>(4, number.size()), '0'), number),
                   std::string(convention)});
}

void SegmentWriter::end_set() {
    const std::string number = lines_[set_begin_].elements[1];
    segment("SE", {cat(lines_.size() - set_begin_ + 1), number});
}

// ISA is written by position (X12.5): 106 characters with the terminator.
std::expected<std::string, std::string> SegmentWriter::finish(const X12Head& head,
                                                              std::string_view group_type) const {
    std::vector<Line> all = lines_;
    const std::string number(head.control_number);
    const std::string iso = replace_all(to_iso(head.date), "-", "");
    const auto& group_sender = head.group_sender.empty() ? head.sender : head.group_sender;
    const auto& group_receiver = head.group_receiver.empty() ? head.receiver : head.group_receiver;
    if (sets_ > 0) {
        all.insert(all.begin(),
                   {"GS",
                    {std::string(group_type), group_sender, group_receiver,
                     date_text(head.date, head.version), head.time, number, "X", head.version}});
        all.push_back({"GE", {cat(sets_), number}});
    }
    if (!ta1_.empty()) all.insert(all.begin(), {"TA1", ta1_});
    if (head.sender.size() > longest_id || head.receiver.size() > longest_id || number.size() > 9 ||
        number.find_first_not_of("0123456789") != std::string::npos)
        return std::unexpected(cat("ISA cannot say sender ", head.sender, ", receiver ",
                                   head.receiver, " or control number ", number));
    std::array<bool, 128> used{};
    for (const auto& line : all)
        for (const auto& element : line.elements) {
            if (!is_printable(element))
                return std::unexpected(cat("X12 cannot say \"", element, "\" (", line.tag,
                                           "): only plain letters, digits and signs"));
            for (const char c : element)
                used[static_cast<unsigned char>(c)] = true;
        }
    const auto unused = [&](std::string_view candidates) {
        const auto at = std::ranges::find_if(
            candidates, [&](char c) { return !used[static_cast<unsigned char>(c)]; });
        return at == candidates.end() ? candidates.back() : *at;
    };
    // The last of each list is a control character, which no value holds.
    const Shape shape{unused("*|^\x1D"), unused(">:<\x1F"), unused("~!\x1C")};
    std::string out;
    const auto append = [&](const Line& line) {
        out += line.tag;
        for (const auto& element : line.elements)
            out += cat(shape.element, element);
        out += cat(shape.terminator, "\r\n");
    };
    append({"ISA",
            {"00", padded("", 10), "00", padded("", 10), padded(head.sender_qualifier, 2),
             padded(head.sender, longest_id), padded(head.receiver_qualifier, 2),
             padded(head.receiver, longest_id), iso.substr(2), head.time,
             // ISA11: the standards identifier U; from 00402 on the repetition separator
             head.isa_version < "00402" ? "U" : "^", padded(head.isa_version, 5),
             nine_digits(number), "0", head.purpose == X12Head::Purpose::test ? "T" : "P",
             std::string(1, shape.component)}});
    for (const auto& line : all)
        append(line);
    append({"IEA", {sets_ > 0 ? "1" : "0", nine_digits(number)}});
    return out;
}

std::optional<std::string> basic_text(std::string_view utf8) {
    UErrorCode fault = U_ZERO_ERROR;
    icu::UnicodeString decomposed;
    const auto text = icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    icu::Normalizer::normalize(text, UNORM_NFKD, 0, decomposed, fault);
    if (U_FAILURE(fault)) return std::nullopt;
    std::string out;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (c >= 0x20 && c < 0x7F) {
            out += static_cast<char>(c);
        } else if (c < 0x20 || c == 0x7F || u_isspace(c)) {
            out += ' ';
        } else if (u_charType(c) != U_NON_SPACING_MARK) {
            const auto form = typewriter_form(c);
            if (form.empty()) return std::nullopt;
            out += form;
        }
    }
    return std::string(trim(out));
}

std::string date_text(Date date, std::string_view version) {
    const std::string all = replace_all(to_iso(date), "-", "");
    return version < "004010" ? all.substr(2) : all;
}

} // namespace besteld::parsers::x12
