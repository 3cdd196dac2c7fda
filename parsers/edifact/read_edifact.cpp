// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"

#include "base/text.hpp"
#include "parsers/edifact/envelope.hpp"
#include "parsers/edifact/message.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace besteld::parsers {

namespace {

using namespace edifact;

constexpr std::size_t max_segments = 200'000; // of one message; reliability.md 6
constexpr std::string_view replacement =
    "\xEF\xBF\xBD"; // U+FFFD, what a lossy conversion leaves behind

bool is_service(std::string_view tag) {
    return tag == "UNB" || tag == "UNZ" || tag == "UNG" || tag == "UNE";
}

// Sorts segments into messages and hands each complete one on.
class FileReader {
public:
    FileReader(std::string_view bytes, std::uint32_t part, const Partners& partners)
        : bytes_(bytes), part_(part), partners_(partners), profile_(&partners.of("")),
          tokeniser_(bytes, find_start(bytes)), envelope_(bytes, part) {
        tokeniser_.adopt(*profile_);
    }

    Parsed read() {
        while (tokeniser_.next(next_)) {
            take();
            next_.clear();
        }
        finish_message();
        envelope_.finish();
        settle_envelope();
        return std::move(parsed_);
    }

private:
    void take() {
        const Segment& segment = next_.list.front();
        if (is_service(segment.tag)) {
            finish_message();
            take_service(segment);
        } else if (segment.tag == "UNH") {
            finish_message();
            append();
        } else if (!message_.list.empty()) {
            append();
            if (segment.tag == "UNT") finish_message();
        } else {
            outside(segment);
        }
    }

    void take_service(const Segment& segment) {
        if (segment.after_empty)
            envelope_.report(Severity::warning, envelope_.place(segment), "edifact.empty_segment",
                             "an empty segment stands in front of this one");
        const bool begins = segment.tag == "UNB";
        if (begins) settle_envelope();
        const int version = envelope_.take(next_, tokeniser_.characters());
        if (begins) adopt(partners_.of(envelope_.sender()));
        if (version >= 4) tokeniser_.allow_repetition();
        outside_told_ = false;
    }

    // Each interchange is read as its sender writes.
    void adopt(const ReadingProfile& profile) {
        if (&profile == profile_) return;
        profile_ = &profile;
        tokeniser_.adopt(profile);
    }

    void settle_envelope() {
        auto problems = envelope_.take_problems();
        settle(problems, *profile_);
        std::ranges::move(problems, std::back_inserter(parsed_.problems));
    }

    void append() {
        if (message_.list.size() == max_segments) {
            overflow_ = true;
            return;
        }
        Segment segment = next_.list.front();
        segment.first = static_cast<std::uint32_t>(message_.components.size());
        message_.components.insert(message_.components.end(), next_.components.begin(),
                                   next_.components.end());
        message_.list.push_back(std::move(segment));
    }

    // A segment between messages: told once for a run of them, as nobody reads what they say.
    void outside(const Segment& segment) {
        if (outside_told_) return;
        outside_told_ = true;
        envelope_.report(Severity::error, envelope_.place(segment), "edifact.outside_message",
                         cat("segment ", segment.tag,
                             " stands outside any message (UNH to UNT) and is not read"),
                         "ask the sender to repeat the message");
    }

    void finish_message() {
        if (message_.list.empty()) return;
        const Segment& head = message_.list.front();
        const Segment& last = message_.list.back();
        const auto span = bytes_.substr(head.begin, last.end - head.begin);
        const Charset charset(envelope_.syntax_identifier(), span);
        MessageView view(bytes_, part_, ++messages_, message_, tokeniser_.characters(), charset,
                         *profile_);
        report_text(view, charset, span);
        if (overflow_)
            view.report(
                Severity::error, view.place(0), "edifact.too_many_segments",
                cat("the message has more than ", max_segments, " segments; the rest is not read"));
        report_group_version(view);
        const auto& envelope = envelope_.open_message(view.text(0, {1, 1}), view.place(0, {1, 1}));
        parsed_.documents.push_back(MessageReader(view, envelope).read());
        settle(parsed_.documents.back(), *profile_);
        message_.clear();
        overflow_ = outside_told_ = false;
    }

    void report_group_version(MessageView& view) const {
        const std::string& group = envelope_.group_version();
        const std::string own = cat(view.text(0, {2, 2}), ".", view.text(0, {2, 3}));
        if (!group.empty() && group != own)
            view.report(Severity::note, view.place(0, {2, 2}), "edifact.group_version",
                        cat("UNG states version ", group, ", UNH ", own));
    }

    void report_text(MessageView& view, const Charset& charset, std::string_view span) const {
        if (charset.doubtful())
            view.report(Severity::warning, view.place(0), "edifact.character_set",
                        cat("the message has characters that ", envelope_.syntax_identifier(),
                            " does not have; read as ISO 8859-1"));
        if (span.find(replacement) != std::string_view::npos)
            view.report(Severity::warning, view.place(0), "edifact.destroyed_text",
                        "letters of the message were destroyed before it reached us (U+FFFD)",
                        "the sender's system wrote the wrong character set");
    }

    std::string_view bytes_;
    std::uint32_t part_;
    const Partners& partners_;
    const ReadingProfile* profile_; // of the open interchange's sender
    Tokeniser tokeniser_;
    EnvelopeReader envelope_;
    Segments next_;    // the segment just read
    Segments message_; // those since UNH
    std::size_t messages_ = 0;
    bool overflow_ = false;
    bool outside_told_ = false;
    Parsed parsed_;
};

} // namespace

bool looks_like_edifact(std::string_view bytes) {
    return find_start(bytes.substr(0, 65'536)) != std::string_view::npos;
}

Parsed read_edifact(std::string_view bytes, std::uint32_t part, const Partners& partners) {
    const auto refuse = [&](std::string code, std::string text) {
        Parsed parsed;
        parsed.problems.push_back({.severity = Severity::error,
                                   .place = {.part = part, .where = "file"},
                                   .code = std::move(code),
                                   .text = std::move(text)});
        return parsed;
    };
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
        return refuse("edifact.too_large", "the file is larger than 4 GiB");
    if (find_start(bytes) == std::string_view::npos)
        return refuse("edifact.no_interchange", "neither UNB nor UNH was found");
    Parsed parsed = FileReader(bytes, part, partners).read();
    if (parsed.documents.empty())
        parsed.problems.push_back({.severity = Severity::error,
                                   .place = {.part = part, .where = "file"},
                                   .code = "edifact.no_message",
                                   .text = "the interchange holds no message (UNH)",
                                   .hint = "the file may be incomplete"});
    return parsed;
}

} // namespace besteld::parsers
