// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/envelope.hpp"

#include "base/text.hpp"
#include "parsers/edifact/charset.hpp"

#include <algorithm>

namespace besteld::parsers::edifact {

namespace {

constexpr std::size_t max_problems = 500;
constexpr std::size_t max_references =
    200'000; // beyond it repeated references are no longer looked for

std::string without_zeros(std::string_view text) {
    const auto first = text.find_first_not_of('0');
    return std::string(first == std::string_view::npos ? std::string_view("0")
                                                       : text.substr(first));
}

} // namespace

std::string EnvelopeReader::text(unsigned element, unsigned component) const {
    const Charset charset("UNOC", window_.held.substr(service_->list[0].begin - window_.base, 512));
    for (const Component& c : service_->components)
        if (c.element == element && c.component == component && c.repeat == 0)
            return std::string(trim(charset.to_utf8(unescaped(window_, c, characters_.release))));
    return {};
}

// "9520000001018:14"
std::string EnvelopeReader::address(unsigned element) const {
    const std::string id = text(element, 1);
    const std::string qualifier = text(element, 2);
    return qualifier.empty() ? id : cat(id, ":", qualifier);
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

int EnvelopeReader::take(const Segments& service, const ServiceCharacters& characters) {
    service_ = &service;
    characters_ = characters;
    const ShortCode tag = service.list[0].tag;
    int version = 0;
    if (tag == "UNB") {
        begin_interchange();
        const std::string stated = text(1, 2);
        version = stated.size() == 1 && stated[0] >= '1' && stated[0] <= '9' ? stated[0] - '0' : 0;
    } else if (tag == "UNZ") {
        end_interchange();
    } else if (tag == "UNG") {
        begin_group();
    } else if (tag == "UNE") {
        end_group();
    }
    service_ = nullptr;
    return version;
}

// UNB: S001 syntax, S002 sender, S003 recipient, S004 date, 0020 reference, S005, 0026, 0029, 0031
// acknowledgement request, 0032, 0035 test
void EnvelopeReader::begin_interchange() {
    const Segment& segment = service_->list[0];
    check_open("UNB");
    group_open_ = false;
    group_version_.clear();
    ++interchanges_;
    interchange_open_ = true;
    messages_ = groups_ = 0;
    references_.clear();
    syntax_identifier_ = text(1, 1);
    envelope_ = {.standard = "edifact",
                 .sender = address(2),
                 .receiver = address(3),
                 .interchange_ref = text(5),
                 .syntax = address(1),
                 // 1 test, in syntax version 4 also 2 to 4: none of them is live
                 .test = !text(11).empty() && text(11) != "0",
                 .ack_requested = text(9) == "1",
                 .prepared = address(4)};
    if (segment.after_stray)
        report(Severity::note, place(segment), "edifact.junk",
               "characters that belong to nothing stand in front of the interchange");
    if (envelope_.sender.empty() || envelope_.receiver.empty() || envelope_.interchange_ref.empty())
        report(Severity::warning, place(segment), "edifact.unb",
               "UNB lacks sender, recipient or interchange reference");
}

void EnvelopeReader::check_open(std::string_view before) {
    if (!interchange_open_) return;
    const Place here = service_ ? place(service_->list[0])
                                : Place{.part = part_, .where = cat("interchange ", interchanges_)};
    report(Severity::warning, here, "edifact.no_unz",
           cat("interchange ", envelope_.interchange_ref, " has no UNZ before ", before),
           "the file may be incomplete");
}

void EnvelopeReader::compare(unsigned element, const std::string& expected, std::string_view what) {
    const std::string seen = text(element);
    if (seen == expected) return;
    const bool only_zeros = without_zeros(seen) == without_zeros(expected);
    report(Severity::warning, place(service_->list[0]), "edifact.reference",
           cat(service_->list[0].tag, " states reference ", seen, ", ", what, " ", expected,
               only_zeros ? " (they differ in leading zeros only)" : ""));
}

void EnvelopeReader::count(unsigned element, std::size_t seen, std::string_view what) {
    const std::string stated = text(element);
    if (without_zeros(stated) == cat(seen)) return;
    report(Severity::warning, place(service_->list[0]), "edifact.count",
           cat(service_->list[0].tag, " states ", stated.empty() ? "no" : stated, " ", what,
               ", there are ", seen),
           "a message may be missing");
}

void EnvelopeReader::end_interchange() {
    if (!interchange_open_) {
        report(Severity::warning, place(service_->list[0]), "edifact.no_unb", "UNZ without UNB");
        return;
    }
    check_group();
    count(1, groups_ > 0 ? groups_ : messages_, groups_ > 0 ? "groups" : "messages");
    compare(2, envelope_.interchange_ref, "UNB");
    interchange_open_ = false;
}

// UNG: 0038 type, S006, S007, S004, 0048 reference, 0051, S008 version
void EnvelopeReader::begin_group() {
    check_group();
    ++groups_;
    group_open_ = true;
    group_version_ = text(7, 1).empty() ? "" : cat(text(7, 1), ".", text(7, 2));
    group_messages_ = 0;
    envelope_.group_ref = text(5);
}

void EnvelopeReader::end_group() {
    if (!group_open_) {
        report(Severity::warning, place(service_->list[0]), "edifact.no_ung", "UNE without UNG");
        return;
    }
    count(1, group_messages_, "messages");
    compare(2, envelope_.group_ref, "UNG");
    group_open_ = false;
    group_version_.clear();
    envelope_.group_ref.clear();
}

void EnvelopeReader::check_group() {
    if (!group_open_) return;
    report(Severity::warning, place(service_->list[0]), "edifact.no_une",
           cat("group ", envelope_.group_ref, " has no UNE"), "a message may be missing");
    group_open_ = false;
    group_version_.clear();
    envelope_.group_ref.clear();
}

const Envelope& EnvelopeReader::open_message(const std::string& reference, const Place& where) {
    ++messages_;
    if (group_open_) ++group_messages_;
    envelope_.standard = "edifact";
    if (references_.size() < max_references && !reference.empty() &&
        !references_.insert(reference).second)
        report(Severity::warning, where, "edifact.reference_twice",
               cat("message reference ", reference, " stands twice in interchange ",
                   envelope_.interchange_ref));
    if (!interchange_open_ && messages_ == 1)
        report(Severity::warning, where, "edifact.no_unb",
               "the message stands in no interchange (UNB)");
    return envelope_;
}

void EnvelopeReader::finish() {
    check_open("the end of the file");
}

} // namespace besteld::parsers::edifact
