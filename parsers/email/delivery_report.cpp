// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/delivery_report.hpp"

#include "base/text.hpp"
#include "parsers/email/address.hpp"
#include "parsers/email/header.hpp"

#include <algorithm>

namespace besteld::parsers::email {

namespace {

constexpr std::size_t longest_report = std::size_t{64} * 1024;
constexpr std::size_t most_groups = 100;
constexpr std::size_t longest_words = 300;

// "rfc822; petra@korenaar.example" → what stands behind the type (RFC 3464 2.1.2).
std::string behind_type(const HeaderBlock& block, std::string_view name) {
    const HeaderField* field = block.find(name);
    if (!field) return {};
    const std::string text = to_valid_utf8(unfold(field->raw));
    const auto semicolon = text.find(';');
    const auto value =
        std::string_view(text).substr(semicolon == std::string::npos ? 0 : semicolon + 1);
    std::string words; // a folded field leaves blanks where its lines met
    for (const auto word : split(value, ' '))
        if (const auto bare = trim(word); !bare.empty())
            words += cat(words.empty() ? "" : " ", bare);
    return words.substr(0, longest_words);
}

std::string first_word(const HeaderBlock& block, std::string_view name) {
    const std::string value = behind_type(block, name);
    return to_lower_ascii(value.substr(0, value.find_first_of(" \t(")));
}

// One group of fields for the message, then one for each recipient (RFC 3464 2.1).
std::optional<DeliveryReport> read_status(std::string_view bytes) {
    std::optional<DeliveryReport> first;
    std::string_view rest = bytes.substr(0, longest_report);
    for (std::size_t group = 0; group < most_groups && !rest.empty(); ++group) {
        const auto block = read_header(rest, Level::part, {});
        if (block.find("Action")) {
            DeliveryReport one{.action = first_word(block, "Action"),
                               .status = first_word(block, "Status"),
                               .recipient = behind_type(block, "Final-Recipient"),
                               .diagnostic = behind_type(block, "Diagnostic-Code")};
            if (one.recipient.empty()) one.recipient = behind_type(block, "Original-Recipient");
            const bool failed = one.action == "failed";
            if (!first || failed) first = std::move(one);
            if (failed) break;
        }
        rest.remove_prefix(std::clamp<std::size_t>(block.body, 1, rest.size()));
    }
    return first;
}

// The mail that came back, whole or only its head.
std::string returned_id(const MailMessage& mail) {
    if (mail.heads.size() > 1 && !mail.heads[1].message_id.empty()) return mail.heads[1].message_id;
    for (const auto& part : mail.parts) {
        if (part.info.content_type != "text/rfc822-headers") continue;
        const auto block =
            read_header(std::string_view(part.bytes).substr(0, longest_report), Level::part, {});
        const HeaderField* id = block.find("Message-ID");
        const auto ids = id ? parse_message_ids(id->raw) : std::vector<std::string>{};
        if (!ids.empty()) return ids.front();
    }
    return {};
}

} // namespace

std::optional<DeliveryReport> read_delivery_report(const MailMessage& mail) {
    for (const auto& part : mail.parts) {
        if (part.info.content_type != "message/delivery-status") continue;
        auto report = read_status(part.bytes);
        if (report) report->original_message_id = returned_id(mail);
        return report;
    }
    return std::nullopt;
}

} // namespace besteld::parsers::email
