// SPDX-License-Identifier: Apache-2.0
#include "parsers/tradacoms/read_tradacoms.hpp"

#include "base/text.hpp"
#include "parsers/tradacoms/order_reader.hpp"

#include <limits>

namespace besteld::parsers {

namespace {

using namespace tradacoms;

constexpr std::size_t max_segments = 200'000; // of one message

class FileReader {
public:
    FileReader(std::string_view bytes, std::uint32_t part)
        : bytes_(bytes), part_(part), tokeniser_(bytes) {}

    Parsed read() {
        Segment segment;
        while (tokeniser_.next(segment))
            if (!take(std::move(segment))) return std::move(parsed_);
        finish_message();
        finish_file();
        return std::move(parsed_);
    }

private:
    // False when nothing behind this segment can be trusted.
    bool take(Segment segment) {
        const std::string tag = segment.tag;
        if (tag == "STX") return begin_file(segment);
        if (tag == "MHD") {
            finish_message();
            ++messages_;
        }
        if (tag == "END") {
            finish_message();
            const std::string stated = text_of(bytes_, segment, 1);
            if (stated != cat(messages_))
                report(Severity::warning, place(segment), "tradacoms.end_count",
                       cat("END states ", stated, " messages, there are ", messages_));
            ended_ = true;
            return true;
        }
        if (tag == "MHD" || (!message_.empty() && message_.size() < max_segments))
            message_.push_back(std::move(segment));
        if (tag == "MTR") finish_message();
        return true;
    }

    // STX: syntax, from, to, date:time, sender's reference, recipient's, application, priority
    bool begin_file(const Segment& segment) {
        if (segment.tag_delimiter != '=') {
            report(Severity::error, place(segment), "tradacoms.tag_delimiter",
                   cat("\"", std::string(1, segment.tag_delimiter),
                       "\" stands behind the tag STX where \"=\" must stand; nothing is read"),
                   "the file is damaged or no TRADACOMS; ask the sender to repeat it");
            return false;
        }
        finish_message();
        header_ = {};
        messages_ = 0;
        ended_ = false;
        const auto id = [&](unsigned element) {
            const std::string code = text_of(bytes_, segment, element, 1);
            return code.empty() ? text_of(bytes_, segment, element, 2) : code;
        };
        header_.envelope = {
            .standard = "tradacoms",
            .sender = id(2),
            .receiver = id(3),
            .interchange_ref = text_of(bytes_, segment, 5),
            .syntax = cat(text_of(bytes_, segment, 1, 1), ":", text_of(bytes_, segment, 1, 2))};
        return true;
    }

    void finish_message() {
        if (message_.empty()) return;
        const std::string type = text_of(bytes_, message_.front(), 2);
        if (type == "ORDHDR")
            file_header();
        else if (type == "ORDERS")
            parsed_.documents.push_back(read_order(bytes_, part_, messages_, message_, header_));
        else if (type.ends_with("HDR"))
            other_file(type);
        message_.clear();
    }

    void file_header() {
        for (std::size_t i = 0; i < message_.size(); ++i) {
            const SegmentView segment(bytes_, part_, messages_, i + 1, message_[i]);
            if (segment.tag() == "TYP") {
                header_.transaction_code = segment.text(1);
                header_.transaction_name = segment.text(2);
                header_.type_place = segment.place(1);
            } else if (segment.tag() == "SDT") {
                header_.parties.push_back(
                    segment.party(PartyRole::supplier, "buyer-assigned", "other"));
            } else if (segment.tag() == "CDT") {
                header_.parties.push_back(
                    segment.party(PartyRole::buyer, "seller-assigned", "other"));
            } else if (segment.tag() == "FIL") {
                header_.envelope.group_ref = segment.text(1);
            }
        }
    }

    // Invoices, product planning and the like: named, not read.
    void other_file(const std::string& type) {
        OrderDraft draft{.format = "tradacoms",
                         .message_type = type,
                         .version = cat("TRADACOMS ", text_of(bytes_, message_.front(), 2, 2)),
                         .document_class = DocumentClass::other,
                         .envelope = header_.envelope,
                         .part = part_,
                         .begin = message_.front().begin,
                         .end = message_.back().end};
        parsed_.documents.push_back(std::move(draft));
    }

    void finish_file() {
        const Place whole{.part = part_, .where = "file"};
        if (parsed_.documents.empty())
            report(Severity::error, whole, "tradacoms.no_message",
                   "the file holds no ORDERS message", "the file may be incomplete");
        else if (!ended_)
            report(Severity::warning, whole, "tradacoms.no_end", "the file ends without END",
                   "a message may be missing");
    }

    Place place(const Segment& segment) const {
        return {.part = part_,
                .begin = segment.begin,
                .end = segment.end,
                .where = cat("segment ", segment.tag)};
    }

    void report(Severity severity, Place where, std::string code, std::string text,
                std::string hint = {}) {
        parsed_.problems.push_back(
            {severity, std::move(where), std::move(code), std::move(text), std::move(hint)});
    }

    std::string_view bytes_;
    std::uint32_t part_;
    Tokeniser tokeniser_;
    FileHeader header_;
    std::vector<Segment> message_; // from MHD on
    std::size_t messages_ = 0;
    bool ended_ = false;
    Parsed parsed_;
};

} // namespace

// A transmission names its syntax at once; that also finds one whose tag delimiter is wrong.
bool looks_like_tradacoms(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto head = trim(bytes.substr(0, 256));
    if (!head.starts_with("STX") || head.size() < 8) return false;
    return head[3] == '=' || head.substr(4, 3) == "ANA";
}

Parsed read_tradacoms(std::string_view bytes, std::uint32_t part) {
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        Parsed parsed;
        parsed.problems.push_back({.severity = Severity::error,
                                   .place = {.part = part, .where = "file"},
                                   .code = "tradacoms.too_large",
                                   .text = "the file is larger than 4 GiB"});
        return parsed;
    }
    return FileReader(bytes, part).read();
}

} // namespace besteld::parsers
