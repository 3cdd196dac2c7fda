// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message.hpp"

#include "base/decimal.hpp"
#include "base/text.hpp"
#include "parsers/edifact/check_rules.hpp"
#include "parsers/edifact/codes.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::edifact {

namespace {

constexpr std::size_t max_lines = 9'999;     // reliability.md 6; line.cpp keeps to it
constexpr std::size_t max_header_dates = 35; // ORDERS D.96A: DTM C 35

bool is_tag(std::string_view tag) {
    return tag.size() == 3 && std::ranges::all_of(tag, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

std::string without_zeros(std::string_view text) {
    const auto first = text.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? std::string_view("0")
                                                       : text.substr(first));
}

} // namespace

// Which group a segment opens and who reads it; a tag without an entry is passed over.
struct MessageReader::Handler {
    ShortCode tag;
    Group opens;
    void (MessageReader::*read)(std::size_t);
};

const MessageReader::Handler* MessageReader::find_handler(ShortCode tag) {
    using R = MessageReader;
    static constexpr auto handlers = std::to_array<Handler>({
        {"QTY", Group::keep, &R::quantity},
        {"LIN", Group::none, &R::begin_line},
        {"DTM", Group::keep, &R::date},
        {"PRI", Group::price, &R::price},
        {"PIA", Group::keep, &R::item_ids},
        {"IMD", Group::keep, &R::description},
        {"RFF", Group::keep, &R::reference},
        {"MOA", Group::keep, &R::amount},
        {"NAD", Group::party, &R::party},
        {"FTX", Group::keep, &R::free_text},
        {"BGM", Group::none, &R::document},
        {"CTA", Group::keep, &R::contact},
        {"COM", Group::keep, &R::communication},
        {"CUX", Group::keep, &R::currency},
        {"LOC", Group::keep, &R::location},
        {"TAX", Group::tax, &R::tax},
        {"ALC", Group::allowance, &R::charge},
        {"PCD", Group::keep, &R::percentage},
        {"PAT", Group::payment, &R::payment},
        {"TOD", Group::terms, &R::terms},
        {"SCC", Group::schedule, &R::schedule},
        {"QVR", Group::keep, &R::variance},
        {"DOC", Group::keep, &R::document_reference},
        {"CNT", Group::none, &R::control_total},
        {"UNS", Group::none, &R::section},
        {"TDT", Group::transport, nullptr},
        {"EQD", Group::transport, nullptr},
        {"PAC", Group::packing, nullptr},
        {"CCI", Group::characteristic, nullptr},
    });
    for (const auto& handler : handlers)
        if (handler.tag == tag) return &handler;
    return nullptr;
}

MessageReader::MessageReader(MessageView& view, Envelope envelope) : view_(view) {
    draft_.format = "edifact";
    draft_.envelope = std::move(envelope);
    draft_.test = draft_.envelope.test;
}

bool MessageReader::is_wanted() const {
    const auto c = draft_.document_class;
    return becomes_order() || answers() || c == DocumentClass::order_status ||
           c == DocumentClass::quote_request;
}

bool MessageReader::becomes_order() const {
    const auto c = draft_.document_class;
    return c == DocumentClass::order || c == DocumentClass::order_change ||
           c == DocumentClass::order_cancellation;
}

OrderDraft MessageReader::read() {
    identify();
    check_syntax();
    walk();
    finish_line();
    settle_number();
    if (is_wanted()) {
        draft_.requested =
            choose_date(dates_, answers() ? Wanted::promised_by_the_seller : Wanted::by_the_buyer);
        settle_roles();
        settle_totals();
        settle_payment();
    }
    check_trailer();
    if (becomes_order()) check_order();
    check_rules(view_, draft_.message_type, draft_.version);
    draft_.problems = view_.take_problems();
    return std::move(draft_);
}

// UNH: reference, then S009 type:version:release:agency:association code
void MessageReader::identify() {
    draft_.begin = view_.segment(0).begin;
    draft_.end = view_.segment(view_.size() - 1).end;
    draft_.part = view_.place(0).part;
    draft_.envelope.message_ref = view_.text(0, {1, 1});
    draft_.message_type = view_.text(0, {2, 1});
    const std::string version = view_.text(0, {2, 2});
    const std::string release = view_.text(0, {2, 3});
    draft_.version =
        version.empty() || release.empty() ? version + release : cat(version, ".", release);
    draft_.profile = view_.text(0, {2, 5});
    draft_.document_class = class_of_message(draft_.message_type);
}

void MessageReader::walk() {
    // a line's draft is large: growing the list would move every one of them again and again
    std::size_t lines = 0;
    for (std::size_t i = 1; i < view_.size(); ++i)
        if (view_.segment(i).tag == "LIN") ++lines;
    draft_.lines.reserve(std::min(lines, max_lines));

    for (std::size_t i = 1; i < view_.size(); ++i) {
        const auto* handler = find_handler(view_.segment(i).tag);
        if (!handler) continue;
        // of a message that is none of ours only the number is of interest
        if (!is_wanted() && handler->tag != "BGM" && handler->tag != "RFF") continue;
        if (handler->opens != Group::keep) open(handler->opens);
        if (handler->read) (this->*handler->read)(i);
    }
}

void MessageReader::open(Group group) {
    group_ = group;
    entry_open_ = false;
    // dates of a schedule that never stated a quantity speak for the line
    std::ranges::move(pending_dates_, std::back_inserter(line_dates_));
    pending_dates_.clear();
}

// UNS+D only parts the header from the lines; UNS+S begins the summary.
void MessageReader::section(std::size_t i) {
    if (view_.text(i, {1, 1}) != "S") return;
    finish_line();
    section_ = Section::summary;
    uns_seen_ = true;
}

bool MessageReader::require_qualifier(std::size_t i) {
    if (!view_.text(i, {1, 1}).empty()) return true;
    const Place place = view_.place(i, {1, 1});
    view_.report(
        becomes_order() ? Severity::error : Severity::warning, place, "edifact.mandatory",
        cat("the first element of ", view_.segment(i).tag, " is mandatory and empty"),
        "without its qualifier the segment has no meaning; ask the sender to repeat the message");
    return false;
}

void MessageReader::check_syntax() {
    for (std::size_t i = 0; i < view_.size(); ++i) {
        const Segment& s = view_.segment(i);
        const bool last_words = s.tag == "UNT";
        if (s.after_empty)
            view_.report(Severity::warning, view_.place(i), "edifact.empty_segment",
                         "an empty segment stands in front of this one");
        if (s.too_long)
            view_.report(Severity::error, view_.place(i), "edifact.segment_too_long",
                         cat("the segment is longer than ", max_segment_length, " bytes"),
                         "probably a segment terminator is missing");
        if (s.lower_case)
            view_.report(Severity::error, view_.place(i), "edifact.lower_case_tag",
                         cat("the tag of segment ", s.tag, " is not in capitals"),
                         "read as if it were; agree on it with the sender");
        if (s.swallows)
            view_.report(Severity::error, view_.place(i), "edifact.no_terminator",
                         s.unterminated ? "only a line end parts this segment from the next"
                                        : "a line within this segment begins as a segment does",
                         "the segment terminator is missing");
        if (s.cut && !last_words)
            view_.report(Severity::error, view_.place(i), "edifact.cut_off",
                         "the file ends in the middle of this segment", "ask for the whole file");
        if (!becomes_order() || is_order_segment(s.tag)) continue;
        if (is_tag(s.tag))
            view_.report(
                Severity::warning, view_.place(i), "edifact.unknown_segment",
                cat("segment ", s.tag, " has no place in ", draft_.message_type, "; passed over"));
        else
            view_.report(Severity::error, view_.place(i), "edifact.bad_tag",
                         cat("\"", s.tag, "\" is no segment tag; what it says is not read"),
                         "a tag has three capital letters");
    }
}

// UNT: number of segments from UNH to UNT, reference as in UNH. One file in three gets this wrong
// (quirks.md), so it is told and the message is read.
void MessageReader::check_trailer() {
    const std::size_t last = view_.size() - 1;
    if (view_.segment(last).tag != "UNT") {
        const bool complete =
            uns_seen_ || !becomes_order() || tolerates(view_.profile(), Oddity::missing_trailer);
        if (!view_.segment(last).cut)
            view_.report(complete ? Severity::warning : Severity::error, view_.place(last),
                         complete ? "edifact.no_unt" : "edifact.cut_off",
                         complete ? "the message ends without UNT"
                                  : "the message ends without UNS and UNT: it may be cut off",
                         complete ? "" : "ask for the whole message");
        return;
    }
    const std::string count = view_.text(last, {1, 1});
    if (without_zeros(count) != cat(view_.size()))
        view_.report(Severity::warning, view_.place(last, {1, 1}), "edifact.unt_count",
                     cat("UNT states ", count.empty() ? "no" : count, " segments, the message has ",
                         view_.size()));
    const std::string reference = view_.text(last, {2, 1});
    if (reference != draft_.envelope.message_ref)
        view_.report(
            Severity::warning, view_.place(last, {2, 1}), "edifact.unt_reference",
            cat("UNT refers to message ", reference, ", UNH to ", draft_.envelope.message_ref));
}

void MessageReader::check_order() {
    const Place whole = view_.place(view_.size());
    if (!bgm_seen_)
        view_.report(Severity::error, whole, "edifact.no_bgm",
                     "the message has no BGM: it says not what it is",
                     "ask the sender to repeat the message");
    if (!draft_.order_number)
        view_.report(Severity::error, whole, "edifact.no_order_number",
                     "no order number in BGM 1004 or RFF+ON", "ask the buyer for the order number");
    if (draft_.lines.empty() && draft_.document_class == DocumentClass::order)
        view_.report(Severity::error, whole, "edifact.no_lines", "the order has no line (LIN)",
                     "ask the sender to repeat the message");
    if (header_dates_ > max_header_dates)
        view_.report(Severity::error, whole, "edifact.segment_order",
                     cat("DTM stands ", header_dates_, " times in the header, the message allows ",
                         max_header_dates));
    check_control_totals();
}

void MessageReader::check_control_totals() {
    if (const auto& stated = draft_.stated_line_count)
        if (Decimal::parse(stated->value) != Decimal(static_cast<int>(draft_.lines.size())))
            view_.report(Severity::warning, stated->place, "edifact.cnt_lines",
                         cat("CNT+2 states ", stated->value, " lines, the message has ",
                             draft_.lines.size()));
    if (const auto& stated = draft_.stated_quantity_sum) {
        std::int64_t units = 0;
        for (const auto& one : draft_.lines) {
            const auto quantity = one.quantity ? Decimal::parse(one.quantity->value) : Decimal();
            if (quantity && __builtin_add_overflow(units, quantity->units(), &units)) return;
        }
        const auto sum = Decimal::from_units(units);
        if (Decimal::parse(stated->value) != sum)
            view_.report(Severity::warning, stated->place, "edifact.cnt_quantity",
                         cat("CNT+1 states a quantity sum of ", stated->value, ", the lines have ",
                             sum.to_string()));
    }
}

} // namespace besteld::parsers::edifact
