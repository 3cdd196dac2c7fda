// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/mail_head.hpp"

#include "base/text.hpp"
#include "parsers/email/address.hpp"
#include "parsers/email/encoded_word.hpp"
#include "parsers/email/mail_date.hpp"
#include "parsers/email/parameters.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::email {

namespace {

constexpr int max_received = 50; // Postfix hopcount_limit: more means a loop

std::string text_of(const HeaderBlock& block, std::string_view name) {
    const HeaderField* field = block.find(name);
    return field ? decode_header_text(unfold(field->raw)) : std::string();
}

std::vector<MailAddress> addresses_of(const HeaderBlock& block, std::string_view name) {
    std::vector<MailAddress> all;
    for (const auto& field : block.fields)
        if (equal_ignoring_case(field.name, name))
            std::ranges::move(parse_addresses(field.raw), std::back_inserter(all));
    return all;
}

// The first word of a field, without comments: "auto-replied (rejected)" → "auto-replied".
std::string word_of(const HeaderBlock& block, std::string_view name) {
    const HeaderField* field = block.find(name);
    return field ? to_valid_utf8(parse_structured(field->raw).value) : std::string();
}

MailAddress pick_sender(const HeaderBlock& block) {
    const auto all = addresses_of(block, "From");
    const auto readable =
        std::ranges::find_if(all, [](const auto& a) { return !a.address.empty(); });
    if (readable != all.end()) return *readable;
    return all.empty() ? MailAddress{} : all.front();
}

std::string return_path_of(const HeaderBlock& block) {
    const HeaderField* field = block.find("Return-Path");
    if (!field) return {};
    const std::string text = unfold(field->raw);
    if (text.starts_with("<>")) return "<>";
    const auto all = parse_addresses(text);
    return all.empty() ? std::string() : all.front().address;
}

bool is_machine(std::string_view address) {
    std::string local = to_lower_ascii(address.substr(0, address.rfind('@')));
    std::erase_if(local, [](char c) { return c == '-' || c == '_' || c == '.'; });
    static constexpr std::array names = {"mailerdaemon", "postmaster", "noreply",
                                         "donotreply",   "bounce",     "bounces"};
    return std::ranges::any_of(names, [&](const char* name) { return local == name; }) ||
           local.starts_with("noreply") || local.starts_with("donotreply");
}

std::string list_field(const HeaderBlock& block) {
    const auto found = std::ranges::find_if(
        block.fields, [](const auto& f) { return starts_with_ignoring_case(f.name, "List-"); });
    return found == block.fields.end() ? std::string() : std::string(found->name);
}

bool is_report(const HeaderBlock& block) {
    const HeaderField* type = block.find("Content-Type");
    return type && parse_structured(type->raw).value == "multipart/report";
}

std::string why_no_answer(const HeaderBlock& block, const MailHead& head) {
    if (!head.auto_submitted.empty() && head.auto_submitted != "no")
        return cat("Auto-Submitted: ", head.auto_submitted);
    if (head.precedence == "bulk" || head.precedence == "list" || head.precedence == "junk")
        return cat("Precedence: ", head.precedence);
    if (const std::string list = list_field(block); !list.empty())
        return cat("mailing list (", list, ")");
    if (head.return_path == "<>") return "null Return-Path";
    if (is_report(block)) return "delivery report (multipart/report)";
    if (head.received_count > max_received)
        return cat("loop: ", head.received_count, " Received fields");
    if (const auto suppress = to_lower_ascii(text_of(block, "X-Auto-Response-Suppress"));
        !suppress.empty() && suppress != "none")
        return cat("X-Auto-Response-Suppress: ", suppress);
    for (const char* name : {"X-Autoreply", "X-Autorespond", "X-Autoresponder"})
        if (block.find(name)) return cat("automatic mail (", name, ")");
    if (head.from.address.empty()) return "no readable From";
    if (is_machine(head.from.address)) return cat("sent by a machine: ", head.from.address);
    return {};
}

} // namespace

MailHead make_head(const HeaderBlock& block) {
    MailHead head;
    if (const HeaderField* id = block.find("Message-ID")) {
        const auto ids = parse_message_ids(id->raw);
        head.message_id = ids.empty() ? to_valid_utf8(unfold(id->raw)) : ids.front();
    }
    head.from = pick_sender(block);
    head.to = addresses_of(block, "To");
    head.cc = addresses_of(block, "Cc");
    head.reply_to = addresses_of(block, "Reply-To");
    head.subject = text_of(block, "Subject");
    if (const HeaderField* date = block.find("Date")) head.date = parse_mail_date(date->raw);
    if (const HeaderField* parent = block.find("In-Reply-To")) {
        const auto ids = parse_message_ids(parent->raw);
        if (!ids.empty()) head.in_reply_to = ids.front();
    }
    if (const HeaderField* chain = block.find("References"))
        head.references = parse_message_ids(chain->raw);
    head.return_path = return_path_of(block);
    head.auto_submitted = word_of(block, "Auto-Submitted");
    head.precedence = word_of(block, "Precedence");
    head.list_id = text_of(block, "List-Id");
    for (const auto& field : block.fields) {
        if (equal_ignoring_case(field.name, "Received")) ++head.received_count;
        if (!equal_ignoring_case(field.name, "Authentication-Results")) continue;
        head.authentication_results.push_back(to_valid_utf8(unfold(field.raw)));
        head.authentication_hops.push_back(head.received_count);
    }
    head.no_answer_because = why_no_answer(block, head);
    return head;
}

void report_header(const HeaderBlock& block, const Place& place, std::vector<Problem>& problems) {
    const auto warn = [&](std::string code, std::string text, std::string hint = "") {
        problems.push_back({.severity = Severity::warning,
                            .place = place,
                            .code = std::move(code),
                            .text = std::move(text),
                            .hint = std::move(hint)});
    };
    for (const char* name : {"From", "Subject", "Message-ID", "Date", "Content-Type",
                             "Content-Transfer-Encoding", "Content-Disposition", "To"}) {
        if (const auto count = block.count(name); count > 1)
            warn("mime.duplicate_field",
                 cat(count, " ", name, " fields where one may stand; the first is used"),
                 "Compare them in the source of the mail: a mail program may show another one.");
    }
    if (block.bad_lines > 0)
        warn("mime.bad_header_line",
             cat(block.bad_lines, " header lines without a field name were stepped over"));
    if (block.has_nul) warn("mime.nul", "NUL bytes in the header were removed");
    if (block.cut_field)
        warn("mime.limit_field", "a header field is longer than the limit and was cut");
    if (block.cut_block)
        warn("mime.limit_header", "the header is longer than the limit; the rest was not read");
}

} // namespace besteld::parsers::email
