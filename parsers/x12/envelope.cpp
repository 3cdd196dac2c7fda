// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/envelope.hpp"

#include "base/text.hpp"
#include "parsers/x12/message_view.hpp"

#include <algorithm>

namespace besteld::parsers::x12 {

namespace {

constexpr std::size_t max_problems = 500;

std::string without_zeros(std::string_view text) {
    const auto first = text.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? std::string_view("0")
                                                       : text.substr(first));
}

} // namespace

std::string EnvelopeReader::text(unsigned element) const {
    if (element > service_->list[0].count) return {};
    const Element& found = service_->elements[element - 1];
    return plain_text(window_.cut(found.begin, found.end));
}

// "012345678:01", as for EDIFACT
std::string EnvelopeReader::address(unsigned id, unsigned qualifier) const {
    return cat(text(id), ":", text(qualifier));
}

Place EnvelopeReader::place(const Segment& segment) const {
    return {.part = part_,
            .begin = segment.begin,
            .end = segment.end,
            .where = cat("interchange ", std::max<std::size_t>(interchanges_, 1), ", segment ",
                         segment.tag)};
}

void EnvelopeReader::report(Severity severity, Place where, std::string code, std::string text,
                            std::string hint) {
    if (problems_.size() < max_problems)
        problems_.push_back(
            {severity, std::move(where), std::move(code), std::move(text), std::move(hint)});
}

void EnvelopeReader::take(const Segments& service, const std::optional<Isa>& isa) {
    service_ = &service;
    const ShortCode tag = service.list[0].tag;
    if (tag == "ISA")
        begin_interchange(isa);
    else if (tag == "IEA")
        end_interchange();
    else if (tag == "GS")
        begin_group();
    else if (tag == "GE")
        end_group();
    service_ = nullptr;
}

// ISA: 05/06 sender, 07/08 receiver, 12 version, 13 control number, 14 acknowledgement requested,
// 15 P or T
void EnvelopeReader::begin_interchange(const std::optional<Isa>& isa) {
    const Segment& segment = service_->list[0];
    close_open("ISA");
    ++interchanges_;
    interchange_open_ = true;
    groups_ = messages_ = 0;
    version_.clear();
    if (!isa) {
        report(Severity::error, place(segment), "x12.separators",
               "no segment terminator can be found behind ISA; nothing behind it is read",
               "ISA has sixteen elements, then one character that ends every segment");
        return;
    }
    envelope_ = {.standard = "x12",
                 .sender = address(6, 5),
                 .receiver = address(8, 7),
                 .interchange_ref = text(13),
                 .syntax = text(12),
                 .test = text(15) == "T",
                 .ack_requested = text(14) == "1",
                 .prepared = cat(text(9), ":", text(10))};
    if (!isa->has_component)
        report(Severity::warning, place(segment), "x12.isa16",
               "the component separator ISA16 is missing",
               "the character behind it was taken as the segment terminator");
    if (!isa->fixed_width)
        report(Severity::warning, place(segment), "x12.isa_width",
               "ISA is not 106 characters; its separators were found by counting elements");
    if (text(6).empty() || text(8).empty() || text(13).empty())
        report(Severity::warning, place(segment), "x12.isa",
               "ISA lacks sender, receiver or control number");
}

void EnvelopeReader::close_open(std::string_view before) {
    const Place here = service_ ? place(service_->list[0])
                                : Place{.part = part_, .where = cat("interchange ", interchanges_)};
    if (group_open_)
        report(Severity::warning, here, "x12.no_ge",
               cat("group ", envelope_.group_ref, " has no GE before ", before),
               "a message may be missing");
    if (interchange_open_)
        report(Severity::warning, here, "x12.no_iea",
               cat("interchange ", envelope_.interchange_ref, " has no IEA before ", before),
               "the file may be incomplete");
    group_open_ = interchange_open_ = false;
    envelope_.group_ref.clear();
}

void EnvelopeReader::compare(unsigned element, const std::string& expected, std::string_view what) {
    const std::string seen = text(element);
    if (without_zeros(seen) == without_zeros(expected)) return;
    report(Severity::warning, place(service_->list[0]), "x12.control_number",
           cat(service_->list[0].tag, " states control number ", seen, ", ", what, " ", expected));
}

void EnvelopeReader::count(unsigned element, std::size_t seen, std::string_view what) {
    const std::string stated = text(element);
    if (without_zeros(stated) == cat(seen)) return;
    report(Severity::warning, place(service_->list[0]), "x12.count",
           cat(service_->list[0].tag, " states ", stated.empty() ? "no" : stated, " ", what,
               ", there are ", seen),
           "a message may be missing");
}

void EnvelopeReader::end_interchange() {
    if (!interchange_open_) {
        report(Severity::warning, place(service_->list[0]), "x12.no_isa", "IEA without ISA");
        return;
    }
    if (group_open_) {
        report(Severity::warning, place(service_->list[0]), "x12.no_ge",
               cat("group ", envelope_.group_ref, " has no GE before IEA"),
               "a message may be missing");
        group_open_ = false;
    }
    count(1, groups_, "groups");
    compare(2, envelope_.interchange_ref, "ISA");
    interchange_open_ = false;
}

// GS: 01 functional identifier, 02 sender, 03 receiver, 06 control number, 08 version
void EnvelopeReader::begin_group() {
    const Segment& segment = service_->list[0];
    if (group_open_)
        report(Severity::warning, place(segment), "x12.no_ge",
               cat("group ", envelope_.group_ref, " has no GE before GS"),
               "a message may be missing");
    if (!interchange_open_ && groups_ == 0)
        report(Severity::warning, place(segment), "x12.no_isa",
               "the group stands in no interchange (ISA)");
    ++groups_;
    group_open_ = true;
    messages_ = 0;
    envelope_.standard = "x12";
    envelope_.group_ref = text(6);
    envelope_.group_type = text(1);
    envelope_.group_sender = text(2);
    envelope_.group_receiver = text(3);
    version_ = text(8);
}

void EnvelopeReader::end_group() {
    if (!group_open_) {
        report(Severity::warning, place(service_->list[0]), "x12.no_gs", "GE without GS");
        return;
    }
    count(1, messages_, "messages");
    compare(2, envelope_.group_ref, "GS");
    group_open_ = false;
    envelope_.group_ref.clear();
    version_.clear();
}

const Envelope& EnvelopeReader::open_message(const Place& where) {
    ++messages_;
    envelope_.standard = "x12";
    if (!group_open_ && !outside_told_) {
        outside_told_ = true;
        report(Severity::warning, where, "x12.no_gs", "the message stands in no group (GS)",
               "its version and its sender are not known");
    }
    return envelope_;
}

OrderDraft EnvelopeReader::interchange_receipt() const {
    return {.format = "x12",
            .message_type = "TA1",
            .document_class = DocumentClass::other,
            .envelope = envelope_,
            .part = part_,
            .end = window_.end(),
            .test = envelope_.test};
}

void EnvelopeReader::finish() {
    close_open("the end of the file");
}

} // namespace besteld::parsers::x12
