// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/x12/check_rules.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::x12 {

namespace {

std::string without_zeros(std::string_view text) {
    const auto first = text.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? std::string_view("0")
                                                       : text.substr(first));
}

bool is_tag(std::string_view tag) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return (tag.size() == 2 || tag.size() == 3) && capital(tag[0]) &&
           std::ranges::all_of(tag, [&](char c) { return capital(c) || digit(c); });
}

} // namespace

struct MessageReader::Handler {
    ShortCode tag;
    enum class Where { anywhere, in_header, in_lines } where;
    void (MessageReader::*take)(std::size_t);
};

const MessageReader::Handler* MessageReader::find_handler(ShortCode tag) {
    using Where = Handler::Where;
    using R = MessageReader;
    static constexpr auto handlers = std::to_array<Handler>({
        {"BEG", Where::in_header, &R::begin_order},
        {"BCH", Where::in_header, &R::begin_change},
        {"BAK", Where::in_header, &R::begin_answer},
        {"BCA", Where::in_header, &R::begin_answer},
        {"BSI", Where::in_header, &R::begin_inquiry},
        {"G50", Where::in_header, &R::begin_grocery},
        {"PRF", Where::anywhere, &R::prior_order},
        {"CUR", Where::anywhere, &R::currency},
        {"DTM", Where::anywhere, &R::date},
        {"G62", Where::anywhere, &R::grocery_date},
        {"REF", Where::anywhere, &R::reference},
        {"N9", Where::anywhere, &R::extended_reference},
        {"FOB", Where::anywhere, &R::terms_of_delivery},
        {"ITD", Where::anywhere, &R::terms_of_payment},
        {"CSH", Where::anywhere, &R::sales_requirements},
        {"MSG", Where::anywhere, &R::note},
        {"MTX", Where::anywhere, &R::note},
        {"NTE", Where::anywhere, &R::note},
        {"N1", Where::anywhere, &R::party},
        {"N2", Where::anywhere, &R::party_name},
        {"N3", Where::anywhere, &R::party_street},
        {"N4", Where::anywhere, &R::party_place},
        {"PER", Where::anywhere, &R::contact},
        {"SAC", Where::anywhere, &R::charge},
        {"TXI", Where::anywhere, &R::tax},
        {"AMT", Where::anywhere, &R::amount},
        {"CTT", Where::anywhere, &R::control_total},
        {"G76", Where::anywhere, &R::grocery_total},
        {"PO1", Where::anywhere, &R::begin_line},
        {"POC", Where::anywhere, &R::begin_changed},
        {"G68", Where::anywhere, &R::begin_grocery_line},
        {"LIN", Where::anywhere, &R::begin_item},
        {"CTP", Where::in_lines, &R::price_list},
        {"QTY", Where::in_lines, &R::item_quantity},
        {"PID", Where::in_lines, &R::description},
        {"G69", Where::in_lines, &R::description},
        {"SCH", Where::in_lines, &R::schedule},
        {"SDQ", Where::in_lines, &R::shops},
        {"SLN", Where::in_lines, &R::part_of_line},
        {"ACK", Where::in_lines, &R::acknowledged},
    });
    const auto found = std::ranges::find(handlers, tag, &Handler::tag);
    return found == handlers.end() ? nullptr : &*found;
}

MessageReader::MessageReader(MessageView& view, const Envelope& envelope,
                             const std::string& version)
    : view_(view) {
    draft_.envelope = envelope;
    identify(version);
}

// ST: 143 transaction set, 329 control number, 1705 implementation convention (from 5010)
void MessageReader::identify(const std::string& version) {
    draft_.format = "x12";
    draft_.message_type = view_.text(0, 1);
    draft_.version = version;
    draft_.profile = view_.text(0, 3);
    draft_.document_class = class_of_message(draft_.message_type);
    draft_.envelope.message_ref = view_.text(0, 2);
    draft_.test = draft_.envelope.test;
    const Place whole = view_.place(view_.size());
    const Segment& last = view_.segment(view_.size() - 1);
    draft_.part = whole.part;
    draft_.begin = view_.segment(0).begin;
    draft_.end = last.end;
}

bool MessageReader::is_wanted() const {
    return becomes_order() || is_answer() || draft_.document_class == DocumentClass::order_status;
}

bool MessageReader::is_answer() const {
    return draft_.document_class == DocumentClass::order_response ||
           draft_.document_class == DocumentClass::order_change_response;
}

bool MessageReader::becomes_order() const {
    return draft_.document_class == DocumentClass::order ||
           draft_.document_class == DocumentClass::order_change ||
           draft_.document_class == DocumentClass::order_cancellation;
}

OrderDraft MessageReader::read() {
    const bool order = becomes_order();
    check_syntax();
    walk();
    finish_line();
    settle_dates();
    settle_roles();
    if (order) check_order();
    check_trailer();
    check_rules(view_, draft_.message_type, draft_.version);
    draft_.problems = view_.take_problems();
    return std::move(draft_);
}

// Of a message that is no order only the segment that says what it answers is read.
void MessageReader::walk() {
    for (std::size_t i = 1; i < view_.size(); ++i) {
        const auto* handler = find_handler(view_.segment(i).tag);
        if (!handler) continue;
        const bool head = handler->where == Handler::Where::in_header;
        if (head && section_ != Section::header) continue;
        if (handler->where == Handler::Where::in_lines && !line()) continue;
        if (head || is_wanted()) (this->*handler->take)(i);
    }
}

void MessageReader::check_syntax() {
    for (std::size_t i = 0; i < view_.size(); ++i) {
        const Segment& s = view_.segment(i);
        if (s.after_empty)
            view_.report(Severity::warning, view_.place(i), "x12.empty_segment",
                         "an empty segment stands in front of this one");
        if (s.too_long)
            view_.report(Severity::error, view_.place(i), "x12.segment_too_long",
                         cat("the segment has more than ", max_elements, " elements"),
                         "probably a segment terminator is missing");
        if (s.unterminated)
            view_.report(Severity::warning, view_.place(i), "x12.no_terminator",
                         "only a line end parts this segment from the next",
                         "the segment terminator is missing");
        if (s.lower_case)
            view_.report(Severity::error, view_.place(i), "x12.lower_case_tag",
                         cat("the tag of segment ", s.tag, " is not in capitals"),
                         "read as if it were; agree on it with the sender");
        if (s.cut && s.tag != "SE")
            view_.report(Severity::error, view_.place(i), "x12.cut_off",
                         "the file ends in the middle of this segment", "ask for the whole file");
        if (!becomes_order()) continue;
        if (!is_tag(s.tag))
            view_.report(
                Severity::error, view_.place(i), "x12.bad_tag",
                cat("\"", plain_text(s.tag), "\" is no segment tag; what it says is not read"),
                "a tag has two or three capital letters or digits");
        else if (!is_order_segment(s.tag))
            view_.report(Severity::note, view_.place(i), "x12.unknown_segment",
                         cat("segment ", s.tag, " is not read"));
    }
}

// SE: number of segments from ST to SE, control number as in ST
void MessageReader::check_trailer() {
    const std::size_t last = view_.size() - 1;
    if (view_.segment(last).tag != "SE") {
        const bool complete = section_ == Section::summary || !becomes_order() ||
                              tolerates(view_.profile(), Oddity::missing_trailer);
        if (!view_.segment(last).cut)
            view_.report(complete ? Severity::warning : Severity::error, view_.place(last),
                         complete ? "x12.no_se" : "x12.cut_off",
                         complete ? "the message ends without SE"
                                  : "the message ends without CTT and SE: it may be cut off",
                         complete ? "" : "ask for the whole message");
        return;
    }
    const std::string count = view_.text(last, 1);
    if (without_zeros(count) != cat(view_.size()))
        view_.report(Severity::warning, view_.place(last, 1), "x12.se_count",
                     cat("SE states ", count.empty() ? "no" : count, " segments, the message has ",
                         view_.size()));
    const std::string reference = view_.text(last, 2);
    if (without_zeros(reference) != without_zeros(draft_.envelope.message_ref))
        view_.report(
            Severity::warning, view_.place(last, 2), "x12.se_reference",
            cat("SE refers to message ", reference, ", ST to ", draft_.envelope.message_ref));
}

void MessageReader::check_order() {
    const Place whole = view_.place(view_.size());
    const bool cancels = draft_.document_class == DocumentClass::order_cancellation;
    if (!head_seen_) {
        // without it nobody knows what the buyer wants of us (quirks.md 21)
        draft_.document_class = DocumentClass::other;
        const bool change = draft_.message_type == "860";
        view_.report(Severity::error, whole, "x12.no_head",
                     cat("the message has no ",
                         is_grocery() ? "G50"
                         : change     ? "BCH"
                                      : "BEG",
                         ": it has neither number nor date and is not taken as an order"),
                     "ask the sender to repeat the message");
    } else if (!draft_.order_number && becomes_order()) {
        view_.report(Severity::error, whole, "x12.no_order_number", "the order has no number",
                     "ask the buyer for the order number");
    }
    if (draft_.lines.empty() && !cancels && becomes_order())
        view_.report(draft_.document_class == DocumentClass::order ? Severity::error
                                                                   : Severity::warning,
                     whole, "x12.no_lines", "the message has no line",
                     "ask the sender to repeat the message");
    if (draft_.document_class == DocumentClass::order_change && !draft_.lines.empty() &&
        cancelled_lines_ == draft_.lines.size())
        draft_.document_class = DocumentClass::order_cancellation;
    check_control_totals();
}

// CTT01 number of lines, CTT02 hash total: the sum of the quantities
void MessageReader::check_control_totals() {
    if (const auto& stated = draft_.stated_line_count)
        if (Decimal::parse(stated->value) != Decimal(static_cast<int>(draft_.lines.size())))
            view_.report(
                Severity::warning, stated->place, "x12.ctt_lines",
                cat("CTT states ", stated->value, " lines, the message has ", draft_.lines.size()));
    if (const auto& stated = draft_.stated_quantity_sum) {
        std::int64_t units = 0;
        for (const auto& one : draft_.lines) {
            const auto quantity = one.quantity ? Decimal::parse(one.quantity->value) : Decimal();
            if (quantity && __builtin_add_overflow(units, quantity->units(), &units)) return;
        }
        const auto sum = Decimal::from_units(units);
        if (Decimal::parse(stated->value) != sum)
            view_.report(Severity::warning, stated->place, "x12.ctt_quantity",
                         cat("the message states a quantity sum of ", stated->value,
                             ", the lines have ", sum.to_string()));
    }
}

} // namespace besteld::parsers::x12
