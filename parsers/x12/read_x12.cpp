// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_x12.hpp"

#include "base/text.hpp"
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
        if (parsed_.documents.empty() && receipt_)
            parsed_.documents.push_back(envelope_.interchange_receipt());
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
        std::ranges::move(problems, std::back_inserter(parsed_.problems));
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
        MessageView view(bytes_, part_, ++messages_, message_, separators_, *profile_);
        if (overflow_)
            view.report(
                Severity::error, view.place(0), "x12.too_many_segments",
                cat("the message has more than ", max_segments, " segments; the rest is not read"));
        const auto& envelope = envelope_.open_message(view.place(0, 1));
        parsed_.documents.push_back(MessageReader(view, envelope, envelope_.version()).read());
        settle(parsed_.documents.back(), *profile_);
        message_.clear();
        overflow_ = outside_told_ = false;
    }

    std::string_view bytes_;
    std::uint32_t part_;
    const Partners& partners_;
    const ReadingProfile* profile_; // of the open interchange's sender
    Tokeniser tokeniser_;
    EnvelopeReader envelope_;
    Separators separators_; // of the open message
    Segments next_;         // the segment just read
    Segments message_;      // those since ST
    std::size_t messages_ = 0;
    bool overflow_ = false;
    bool outside_told_ = false;
    bool receipt_ = false; // TA1 was seen
    Parsed parsed_;
};

} // namespace

bool looks_like_x12(std::string_view bytes) {
    return find_start(bytes.substr(0, 65'536)) != std::string_view::npos;
}

Parsed read_x12(std::string_view bytes, std::uint32_t part, const Partners& partners) {
    const auto problem = [&](std::string code, std::string text, std::string hint = {}) {
        return Problem{.severity = Severity::error,
                       .place = {.part = part, .where = "file"},
                       .code = std::move(code),
                       .text = std::move(text),
                       .hint = std::move(hint)};
    };
    Parsed parsed;
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max())
        parsed.problems.push_back(problem("x12.too_large", "the file is larger than 4 GiB"));
    else if (find_start(bytes) == std::string_view::npos)
        parsed.problems.push_back(problem("x12.no_interchange", "neither ISA nor GS was found"));
    else
        parsed = FileReader(bytes, part, partners).read();
    const bool told = has_error(parsed.problems);
    if (parsed.documents.empty() && !told)
        parsed.problems.push_back(problem("x12.no_message", "the interchange holds no message (ST)",
                                          "the file may be incomplete"));
    return parsed;
}

} // namespace besteld::parsers
