// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/message.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "parsers/email/address.hpp"
#include "parsers/email/encoded_word.hpp"
#include "parsers/email/header.hpp"
#include "parsers/email/mail_head.hpp"
#include "parsers/email/parameters.hpp"
#include "parsers/email/part_text.hpp"
#include "parsers/email/recognise.hpp"
#include "parsers/email/splitter.hpp"
#include "parsers/email/transfer_codec.hpp"

#include <deque>
#include <ranges>

namespace besteld::parsers::email {

namespace {

// A piece of the mail that is still to be taken apart.
struct Pending {
    std::string_view entity;
    Level level = Level::part;
    std::string_view default_type = "text/plain";
    std::uint32_t parent = no_node;
    std::uint32_t depth = 0;
    std::uint32_t message = 0;
};

// One entity's header, read.
struct Entity {
    HeaderBlock block;
    Structured type;
    Structured disposition;
    std::string encoding;
    std::string_view body;
};

Structured content_type(const HeaderBlock& block, std::string_view default_type) {
    const HeaderField* field = block.find("Content-Type");
    Structured type = field ? parse_structured(field->raw) : Structured{};
    if (type.value == "text") type.value = "text/plain"; // RFC 1049, still written
    const std::size_t slash = type.value.find('/');
    const bool valid = slash != std::string::npos && slash > 0 && slash + 1 < type.value.size();
    if (!field) type.value = default_type;
    if (field && !valid) type.value = "text/plain"; // RFC 2045 5.2
    type.value = to_valid_utf8(type.value);
    return type;
}

bool encloses_message(const std::string& type) {
    return type == "message/rfc822" || type == "message/global";
}

std::string file_name(const Entity& entity) {
    std::string_view name = entity.disposition.parameter("filename");
    if (name.empty()) name = entity.type.parameter("name");
    std::string out(name);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return std::string(trim(out));
}

// Takes a mail apart with a stack of its own: foreign nesting never becomes nesting of calls. The
// outer multipart is cut first, so that an inner one without its end cannot swallow what follows
// it.
class Splitter {
public:
    Splitter(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

    MailMessage run() {
        if (bytes_.size() > limits_.message) return too_large();
        stack_.push_back({.entity = bytes_, .level = Level::message});
        while (!stack_.empty()) {
            const Pending next = stack_.back();
            stack_.pop_back();
            take(next);
        }
        out_.head = out_.heads.front();
        return std::move(out_);
    }

private:
    void take(Pending pending) {
        if (pending.level == Level::message)
            pending.message = static_cast<std::uint32_t>(out_.heads.size());
        Entity entity = read_entity(pending);
        if (pending.level == Level::message) out_.heads.push_back(make_head(entity.block));
        report_header(entity.block, here(pending), out_.problems);
        const bool multipart = entity.type.value.starts_with("multipart/");
        const bool message = encloses_message(entity.type.value);
        if ((multipart || message) && pending.depth >= limits_.depth) {
            problem(pending, Severity::error, "mime.limit_depth",
                    cat("parts are nested deeper than ", limits_.depth, "; ", entity.type.value,
                        " was not opened"),
                    "Open the mail in a mail program.");
        } else if (multipart && take_multipart(pending, entity)) {
            return;
        } else if (message && take_message(pending, entity)) {
            return;
        }
        take_leaf(pending, entity);
    }

    Entity read_entity(const Pending& pending) const {
        Entity entity;
        entity.block = read_header(pending.entity, pending.level, limits_);
        entity.body = pending.entity.substr(entity.block.body);
        entity.type = content_type(entity.block, pending.default_type);
        if (const auto* field = entity.block.find("Content-Disposition"))
            entity.disposition = parse_structured(field->raw);
        if (const auto* field = entity.block.find("Content-Transfer-Encoding"))
            entity.encoding = parse_structured(field->raw).value;
        return entity;
    }

    // False when it cannot be cut and must be kept as one part.
    bool take_multipart(const Pending& pending, const Entity& entity) {
        std::string boundary(entity.type.parameter("boundary"));
        while (boundary.ends_with(' '))
            boundary.pop_back(); // RFC 2046 5.1.1: it cannot end in a blank
        if (boundary.size() > limits_.boundary) {
            problem(pending, Severity::error, "mime.limit_boundary",
                    cat("the boundary has ", boundary.size(), " characters; ", limits_.boundary,
                        " are allowed"),
                    "Open the mail in a mail program.");
            return false;
        }
        const std::size_t room = limits_.parts - std::min(limits_.parts, entities_);
        auto slices =
            boundary.empty() ? MultipartSlices{} : split_multipart(entity.body, boundary, room);
        if (slices.children.empty()) {
            const std::string_view guess = guess_boundary(entity.body, limits_);
            const bool found = !guess.empty();
            const bool harmless = found || trim(entity.body).empty();
            problem(pending, harmless ? Severity::warning : Severity::error, "mime.boundary",
                    cat(entity.type.value,
                        boundary.empty() ? " names no boundary" : ": its boundary never occurs",
                        found ? "; cut at the line its text shows" : "; kept as one part"),
                    found ? "" : "Open the mail in a mail program; attachments may be inside.");
            if (!found) return false;
            slices = split_multipart(entity.body, guess, room);
        }
        report_slices(pending, entity, slices);
        push_children(pending, entity, slices);
        return true;
    }

    void report_slices(const Pending& pending, const Entity& entity,
                       const MultipartSlices& slices) {
        if (!slices.closed && !slices.too_many)
            problem(pending, Severity::warning, "mime.unclosed",
                    cat(entity.type.value, " has no closing delimiter: the mail may be cut off"),
                    "Compare with what the sender meant to send.");
        if (slices.after_close)
            problem(pending, Severity::warning, "mime.after_close",
                    "parts behind the closing delimiter were read too",
                    "Mail programs do not show them.");
        if (slices.too_many)
            problem(pending, Severity::error, "mime.limit_parts",
                    cat("more than ", limits_.parts, " parts; the last one holds all the rest"),
                    "Open the mail in a mail program.");
    }

    void push_children(const Pending& pending, const Entity& entity,
                       const MultipartSlices& slices) {
        const std::uint32_t node = add_node(pending, entity.type.value);
        entities_ += slices.children.size();
        const bool digest = entity.type.value == "multipart/digest"; // RFC 2046 5.1.5
        for (const std::string_view child : slices.children | std::views::reverse)
            stack_.push_back({.entity = child,
                              .level = Level::part,
                              .default_type = digest ? "message/rfc822" : "text/plain",
                              .parent = node,
                              .depth = pending.depth + 1,
                              .message = pending.message});
    }

    bool take_message(const Pending& pending, const Entity& entity) {
        std::string_view inner = entity.body;
        if (entity.encoding == "base64" || entity.encoding == "quoted-printable") {
            Decoded decoded = decode(pending, entity);
            if (!account(pending, decoded.bytes.size())) return false;
            inner = decoded_messages_.emplace_back(std::move(decoded.bytes));
        }
        if (trim(inner).empty()) return false;
        const std::uint32_t node = add_node(pending, entity.type.value);
        stack_.push_back(
            {.entity = inner, .level = Level::message, .parent = node, .depth = pending.depth + 1});
        return true;
    }

    void take_leaf(const Pending& pending, const Entity& entity) {
        Decoded decoded = decode(pending, entity);
        if (!account(pending, decoded.bytes.size())) decoded.bytes.clear();
        MailPart part;
        part.bytes = std::move(decoded.bytes);
        part.info.index = static_cast<std::uint32_t>(out_.parts.size());
        part.info.name = file_name(entity);
        part.info.content_type = entity.type.value;
        part.info.charset = entity.type.parameter("charset");
        part.info.size = part.bytes.size();
        part.info.sha256 = sha256_hex(part.bytes);
        part.disposition = to_valid_utf8(entity.disposition.value);
        if (const auto* id = entity.block.find("Content-ID")) {
            const auto ids = parse_message_ids(id->raw);
            part.content_id = ids.empty() ? to_valid_utf8(unfold(id->raw)) : ids.front();
        }
        part.info.attachment = is_attachment(part);
        part.flow = flow_of(entity);
        part.parent = pending.parent;
        part.message = pending.message;
        fill_text(part, limits_, out_.problems);
        recognise_unreadable(part, out_.problems);
        out_.parts.push_back(std::move(part));
    }

    static bool is_attachment(const MailPart& part) {
        if (part.disposition == "attachment") return true;
        const bool picture = part.info.content_type.starts_with("image/");
        if (picture && (part.disposition == "inline" || !part.content_id.empty())) return false;
        return !part.info.name.empty() || !part.info.content_type.starts_with("text/");
    }

    static TextFlow flow_of(const Entity& entity) {
        if (entity.type.value != "text/plain" ||
            !equal_ignoring_case(entity.type.parameter("format"), "flowed"))
            return TextFlow::fixed;
        return equal_ignoring_case(entity.type.parameter("delsp"), "yes") ? TextFlow::flowed_delsp
                                                                          : TextFlow::flowed;
    }

    Decoded decode(const Pending& pending, const Entity& entity) {
        const std::string& encoding = entity.encoding;
        // RFC 2045 6.4: a multipart that could not be cut is kept as it came.
        if (entity.type.value.starts_with("multipart/")) return {.bytes = std::string(entity.body)};
        Decoded out;
        if (encoding == "base64") {
            out = decode_base64(entity.body);
        } else if (encoding == "quoted-printable") {
            out = decode_quoted_printable(entity.body);
        } else if (encoding == "x-uuencode" || encoding == "uuencode" || encoding == "x-uue" ||
                   encoding == "uue") {
            out = decode_uuencode(entity.body);
            if (out.bytes.empty()) out.bytes = entity.body;
        } else {
            out.bytes = entity.body;
            const bool known = encoding.empty() || encoding == "7bit" || encoding == "8bit" ||
                               encoding == "binary";
            if (!known)
                problem(pending, Severity::warning, "mime.encoding",
                        cat("unknown transfer encoding \"", to_valid_utf8(encoding),
                            "\"; taken as it is"));
        }
        report_decoding(pending, encoding, out);
        return out;
    }

    void report_decoding(const Pending& pending, const std::string& encoding,
                         const Decoded& decoded) {
        if (decoded.faults > 0)
            problem(pending, Severity::warning, "mime.encoding_fault",
                    cat(decoded.faults, " characters do not belong into ", encoding),
                    "The part may be damaged; compare with the original.");
        if (decoded.ignored > 0)
            problem(pending, Severity::warning, "mime.encoding_rest",
                    cat(decoded.ignored, " bytes behind the end of the ", encoding,
                        " data were left out"));
    }

    // All decoded bytes together stay within their limit.
    bool account(const Pending& pending, std::size_t size) {
        decoded_total_ += size;
        if (decoded_total_ <= limits_.decoded_factor * bytes_.size()) return true;
        problem(pending, Severity::error, "mime.limit_decoded",
                cat("the decoded parts exceed ", limits_.decoded_factor, " times the mail's size"),
                "Open the mail in a mail program.");
        return false;
    }

    MailMessage too_large() {
        const Pending whole{.entity = bytes_, .level = Level::message};
        out_.heads.push_back(make_head(read_header(bytes_, Level::message, limits_)));
        out_.head = out_.heads.front();
        problem(whole, Severity::error, "mime.limit_message",
                cat("the mail has ", bytes_.size(), " bytes; ", limits_.message, " are allowed"),
                "Ask the sender to send the order by itself.");
        return std::move(out_);
    }

    std::uint32_t add_node(const Pending& pending, const std::string& type) {
        out_.structure.push_back({.content_type = type,
                                  .parent = pending.parent,
                                  .depth = pending.depth,
                                  .message = pending.message});
        return static_cast<std::uint32_t>(out_.structure.size() - 1);
    }

    Place here(const Pending& pending) const {
        const auto next = static_cast<std::uint32_t>(out_.parts.size());
        return {.part = next,
                .where = pending.level == Level::message && pending.depth == 0 ? std::string("mail")
                         : pending.level == Level::message
                             ? cat("enclosed message ", pending.message)
                             : cat("part ", next + 1)};
    }
    void problem(const Pending& pending, Severity severity, std::string code, std::string text,
                 std::string hint = "") {
        out_.problems.push_back({.severity = severity,
                                 .place = here(pending),
                                 .code = std::move(code),
                                 .text = std::move(text),
                                 .hint = std::move(hint)});
    }

    std::string_view bytes_;
    const Limits& limits_;
    MailMessage out_;
    std::vector<Pending> stack_;
    std::deque<std::string> decoded_messages_; // what views into decoded enclosed messages point to
    std::size_t entities_ = 1;
    std::size_t decoded_total_ = 0;
};

} // namespace

MailMessage split_mail(std::string_view bytes, const Limits& limits) {
    return Splitter(bytes, limits).run();
}

} // namespace besteld::parsers::email
