// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_edifact.hpp"

#include "base/text.hpp"
#include "parsers/edifact/envelope.hpp"
#include "parsers/edifact/message.hpp"
#include "parsers/read_windows.hpp"

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
    FileReader(const Window& window, std::size_t start, std::uint32_t part,
               const Partners& partners, const DocumentSink& sink)
        : window_(window), part_(part), partners_(partners), sink_(sink),
          profile_(&partners.of("")), tokeniser_(window, start), envelope_(window, part) {
        tokeniser_.adopt(*profile_);
    }

    // All that the window shows whole; what began before its end goes on in the next one.
    void take_window() {
        while (tokeniser_.next(next_)) {
            take();
            next_.clear();
        }
    }
    // The first place that is still needed: that of the open message, or how far it came.
    std::uint32_t needed_from() const {
        return message_.list.empty() ? tokeniser_.position() : message_.list.front().begin;
    }
    void move_to(const Window& window) {
        window_ = window;
        tokeniser_.move_to(window);
        envelope_.move_to(window);
    }
    // A message that no window holds is read as far as it is held; nothing but that frees the way.
    // False when it is a single segment.
    bool give_up_message() {
        too_large_ = true;
        if (!message_.list.empty()) {
            finish_message();
            return true;
        }
        envelope_.report(Severity::error,
                         {.part = part_,
                          .begin = tokeniser_.position(),
                          .end = window_.end(),
                          .where = cat("after message ", messages_)},
                         "edifact.segment_too_long",
                         "a segment has no end within the bytes that are held; nothing behind it "
                         "is read",
                         "the file is damaged or of another kind");
        return false;
    }
    std::vector<Problem> finish() {
        finish_message();
        envelope_.finish();
        settle_envelope();
        return std::move(problems_);
    }
    std::size_t messages() const { return messages_; }

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
        std::ranges::move(problems, std::back_inserter(problems_));
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
        const auto span = window_.cut(head.begin, last.end);
        const Charset charset(envelope_.syntax_identifier(), span);
        MessageView view(window_, part_, ++messages_, message_, tokeniser_.characters(), charset,
                         *profile_);
        report_text(view, charset, span);
        if (overflow_)
            view.report(
                Severity::error, view.place(0), "edifact.too_many_segments",
                cat("the message has more than ", max_segments, " segments; the rest is not read"));
        if (too_large_)
            view.report(Severity::error, view.place(0), "edifact.too_many_segments",
                        "the message is larger than what is held at once; the rest is not read",
                        "ask the sender for several smaller messages");
        report_group_version(view);
        const auto& envelope = envelope_.open_message(view.text(0, {1, 1}), view.place(0, {1, 1}));
        OrderDraft draft = MessageReader(view, envelope).read();
        settle(draft, *profile_);
        sink_(std::move(draft));
        message_.clear();
        overflow_ = too_large_ = outside_told_ = false;
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

    Window window_;
    std::uint32_t part_;
    const Partners& partners_;
    const DocumentSink& sink_;
    const ReadingProfile* profile_; // of the open interchange's sender
    Tokeniser tokeniser_;
    EnvelopeReader envelope_;
    Segments next_;    // the segment just read
    Segments message_; // those since UNH
    std::size_t messages_ = 0;
    bool overflow_ = false;
    bool too_large_ = false;
    bool outside_told_ = false;
    std::vector<Problem> problems_;
};

Problem no_message(std::uint32_t part) {
    return file_problem(part, "edifact.no_message", "the interchange holds no message (UNH)",
                        "the file may be incomplete");
}

} // namespace

bool looks_like_edifact(std::string_view bytes) {
    return find_start(bytes.substr(0, 65'536)) != std::string_view::npos;
}

Parsed read_edifact(std::string_view bytes, std::uint32_t part, const Partners& partners) {
    Parsed parsed;
    const auto start = find_start(bytes);
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        parsed.problems.push_back(
            file_problem(part, "edifact.too_large", "the file is larger than 4 GiB"));
        return parsed;
    }
    if (start == std::string_view::npos) {
        parsed.problems.push_back(
            file_problem(part, "edifact.no_interchange", "neither UNB nor UNH was found"));
        return parsed;
    }
    const DocumentSink keep = [&](OrderDraft&& draft) {
        parsed.documents.push_back(std::move(draft));
    };
    FileReader reader(bytes, start, part, partners, keep);
    reader.take_window();
    parsed.problems = reader.finish();
    if (parsed.documents.empty()) parsed.problems.push_back(no_message(part));
    return parsed;
}

std::vector<Problem> read_edifact(ByteStream& stream, std::uint32_t part, const DocumentSink& sink,
                                  const Partners& partners) {
    const auto start = find_start(stream.window().held);
    if (start == std::string_view::npos)
        return {file_problem(part, "edifact.no_interchange",
                             "neither UNB nor UNH was found where the file begins")};
    FileReader reader(stream.window(), start, part, partners, sink);
    const bool whole = show_windows(stream, reader);
    auto problems = reader.finish();
    if (!whole)
        problems.push_back(
            file_problem(part, "edifact.too_large", "the file is larger than 4 GiB"));
    if (reader.messages() == 0) problems.push_back(no_message(part));
    return problems;
}

} // namespace besteld::parsers
