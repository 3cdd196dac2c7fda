// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_x12.hpp"

#include "base/text.hpp"
#include "parsers/read_windows.hpp"
#include "parsers/x12/envelope.hpp"
#include "parsers/x12/message.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace besteld::parsers {

namespace {

using namespace x12;

constexpr std::size_t max_segments = 200'000; // of one message; reliability.md 6

bool is_service(std::string_view tag) {
    return tag == "ISA" || tag == "IEA" || tag == "GS" || tag == "GE";
}

// Interchange acknowledgement and services (X12.5): nothing for us in them.
bool is_passed_over(std::string_view tag) {
    return tag == "TA3" || tag == "ISB" || tag == "ISE";
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
                         "x12.segment_too_long",
                         "a segment has no end within the bytes that are held; nothing behind it "
                         "is read",
                         "the file is damaged or of another kind");
        return false;
    }
    std::vector<Problem> finish() {
        finish_message();
        if (messages_ == 0 && receipt_) sink_(envelope_.interchange_receipt());
        envelope_.finish();
        settle_envelope();
        return std::move(problems_);
    }
    bool found_nothing() const { return messages_ == 0 && !receipt_; }

private:
    void take() {
        const Segment& segment = next_.list.front();
        if (is_service(segment.tag)) {
            finish_message();
            take_service(segment);
        } else if (segment.tag == "ST") {
            finish_message();
            append();
        } else if (!message_.list.empty()) {
            append();
            if (segment.tag == "SE") finish_message();
        } else if (segment.tag == "TA1") {
            receipt_ = true;
        } else if (!is_passed_over(segment.tag)) {
            outside(segment);
        }
    }

    // Each interchange is read as its sender writes.
    void take_service(const Segment& segment) {
        const bool begins = segment.tag == "ISA";
        if (begins) settle_envelope();
        envelope_.take(next_, tokeniser_.isa());
        outside_told_ = false;
        if (!begins) return;
        const auto& profile = partners_.of(envelope_.sender());
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
        if (message_.list.empty()) separators_ = tokeniser_.separators();
        if (message_.list.size() == max_segments) {
            overflow_ = true;
            return;
        }
        Segment segment = next_.list.front();
        segment.first = static_cast<std::uint32_t>(message_.elements.size());
        message_.elements.insert(message_.elements.end(), next_.elements.begin(),
                                 next_.elements.end());
        message_.list.push_back(std::move(segment));
    }

    // A segment between messages: told once for a run of them, as nobody reads what they say.
    void outside(const Segment& segment) {
        if (outside_told_) return;
        outside_told_ = true;
        envelope_.report(
            Severity::error, envelope_.place(segment), "x12.outside_message",
            cat("segment ", segment.tag, " stands outside any message (ST to SE) and is not read"),
            "ask the sender to repeat the message");
    }

    void finish_message() {
        if (message_.list.empty()) return;
        MessageView view(window_, part_, ++messages_, message_, separators_, *profile_);
        if (overflow_)
            view.report(
                Severity::error, view.place(0), "x12.too_many_segments",
                cat("the message has more than ", max_segments, " segments; the rest is not read"));
        if (too_large_)
            view.report(Severity::error, view.place(0), "x12.too_many_segments",
                        "the message is larger than what is held at once; the rest is not read",
                        "ask the sender for several smaller messages");
        const auto& envelope = envelope_.open_message(view.place(0, 1));
        OrderDraft draft = MessageReader(view, envelope, envelope_.version()).read();
        settle(draft, *profile_);
        sink_(std::move(draft));
        message_.clear();
        overflow_ = too_large_ = outside_told_ = false;
    }

    Window window_;
    std::uint32_t part_;
    const Partners& partners_;
    const DocumentSink& sink_;
    const ReadingProfile* profile_; // of the open interchange's sender
    Tokeniser tokeniser_;
    EnvelopeReader envelope_;
    Separators separators_; // of the open message
    Segments next_;         // the segment just read
    Segments message_;      // those since ST
    std::size_t messages_ = 0;
    bool overflow_ = false;
    bool too_large_ = false;
    bool outside_told_ = false;
    bool receipt_ = false; // TA1 was seen
    std::vector<Problem> problems_;
};

// Unless something else says already why there is none.
void tell_no_message(std::vector<Problem>& problems, std::uint32_t part) {
    if (!has_error(problems))
        problems.push_back(file_problem(part, "x12.no_message",
                                        "the interchange holds no message (ST)",
                                        "the file may be incomplete"));
}

} // namespace

bool looks_like_x12(std::string_view bytes) {
    return find_start(bytes.substr(0, 65'536)) != std::string_view::npos;
}

Parsed read_x12(std::string_view bytes, std::uint32_t part, const Partners& partners) {
    Parsed parsed;
    const auto start = find_start(bytes);
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        parsed.problems.push_back(
            file_problem(part, "x12.too_large", "the file is larger than 4 GiB"));
        return parsed;
    }
    if (start == std::string_view::npos) {
        parsed.problems.push_back(
            file_problem(part, "x12.no_interchange", "neither ISA nor GS was found"));
        return parsed;
    }
    const DocumentSink keep = [&](OrderDraft&& draft) {
        parsed.documents.push_back(std::move(draft));
    };
    FileReader reader(bytes, start, part, partners, keep);
    reader.take_window();
    parsed.problems = reader.finish();
    if (parsed.documents.empty()) tell_no_message(parsed.problems, part);
    return parsed;
}

std::vector<Problem> read_x12(ByteStream& stream, std::uint32_t part, const DocumentSink& sink,
                              const Partners& partners) {
    const auto start = find_start(stream.window().held);
    if (start == std::string_view::npos)
        return {file_problem(part, "x12.no_interchange",
                             "neither ISA nor GS was found where the file begins")};
    FileReader reader(stream.window(), start, part, partners, sink);
    const bool whole = show_windows(stream, reader);
    auto problems = reader.finish();
    if (!whole)
        problems.push_back(file_problem(part, "x12.too_large", "the file is larger than 4 GiB"));
    if (reader.found_nothing()) tell_no_message(problems, part);
    return problems;
}

} // namespace besteld::parsers
