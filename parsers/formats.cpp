// SPDX-License-Identifier: Apache-2.0
#include "parsers/formats.hpp"

#include "base/text.hpp"
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/idoc/read_idoc.hpp"
#include "parsers/pdf/read_pdf.hpp"
#include "parsers/table/read_csv.hpp"
#include "parsers/table/xlsx.hpp"
#include "parsers/text/beside_wishes.hpp"
#include "parsers/text/read_text.hpp"
#include "parsers/tradacoms/read_tradacoms.hpp"
#include "parsers/x12/read_x12.hpp"
#include "parsers/xml/read_xml.hpp"

#include <algorithm>

namespace besteld::parsers {

namespace {

// A new format is one line here: what it is called, whether these bytes are it, how it is read.
struct Format {
    std::string_view name;
    bool (*recognises)(std::string_view bytes, const ReadHint& hint);
    Parsed (*read)(std::string_view bytes, std::uint32_t part, const ReadHint& hint,
                   const Partners& partners);
};

// Prose that orders nothing is usual beside an order; in a file that is named as data it means that
// the data are damaged or of an unknown kind.
Problem no_order_in_text(std::uint32_t part, const ReadHint& hint) {
    constexpr std::string_view endings[] = {".edi", ".x12",  ".edifact", ".850", ".860",
                                            ".tra", ".idoc", ".xml",     ".dat"};
    const std::string name = to_lower_ascii(hint.file_name);
    const bool data = std::ranges::any_of(
        endings, [&](std::string_view ending) { return name.ends_with(ending); });
    return {.severity = data ? Severity::error : Severity::note,
            .place = {.part = part},
            .code = "part.no_order",
            .text = data ? cat("'", hint.file_name,
                               "' is named as a data file and begins as none: no UNB, ISA, STX, "
                               "EDI_DC40 or XML")
                         : "the text orders nothing that could be read",
            .hint = data ? "look at the original; ask the sender to send it again" : ""};
}

Parsed read_prose(std::string_view bytes, std::uint32_t part, const ReadHint& hint) {
    Parsed parsed;
    const std::string text = is_utf8(bytes) ? std::string(bytes) : showable_text(bytes);
    const TextSource source{.text = text,
                            .part = part,
                            .subject_part = part,
                            .received_date = hint.received_date,
                            .layouts = hint.layouts};
    auto read = read_text(source, parsed.problems);
    drop_pleasantries(read);
    const auto& draft = read.main;
    const bool nothing =
        !draft || (draft->document_class == DocumentClass::other && draft->lines.empty());
    if (nothing && read.wishes.empty()) parsed.problems.push_back(no_order_in_text(part, hint));
    if (draft) parsed.documents.push_back(std::move(*read.main));
    std::ranges::move(read.wishes, std::back_inserter(parsed.documents));
    return parsed;
}

bool looks_like_prose(std::string_view bytes, const ReadHint&) {
    const auto head = bytes.substr(0, 4096);
    return !trim(head).empty() && std::ranges::none_of(head, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B);
    });
}

// What a partner is called in formats whose readers know no interchange: the envelope's sender, or
// the buyer.
std::string sender_of(const OrderDraft& draft) {
    if (!draft.envelope.sender.empty()) return draft.envelope.sender;
    const auto* buyer = find_party(draft, PartyRole::buyer);
    return buyer && !buyer->ids.empty() ? buyer->ids.front().value.id : std::string();
}

Parsed settled(Parsed parsed, const Partners& partners) {
    if (partners.profiles.empty()) return parsed;
    for (auto& draft : parsed.documents)
        settle(draft, partners.of(sender_of(draft)));
    settle(parsed.problems,
           partners.of(parsed.documents.empty() ? "" : sender_of(parsed.documents.front())));
    return parsed;
}

// The bytes as UTF-8 where the profile of who sent them says what they are, whatever they declare;
// nothing when there is no such profile or nothing to convert.
std::optional<std::string> recoded(std::string_view bytes, const Parsed& parsed,
                                   std::string_view format, const Partners& partners) {
    const auto& profile =
        partners.of(parsed.documents.empty() ? "" : sender_of(parsed.documents.front()));
    const bool plain = std::ranges::all_of(
        bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\0'; });
    if (profile.charset.empty() || plain) return std::nullopt;
    std::string text = email::to_utf8(bytes, profile.charset).text;
    // A byte order mark outdoes an XML declaration that names another character set.
    return format == "xml" ? cat("\xEF\xBB\xBF", text) : text;
}

constexpr Format formats[] = {
    {"edifact", [](std::string_view b, const ReadHint&) { return looks_like_edifact(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint&, const Partners& partners) {
         return read_edifact(b, part, partners);
     }},
    {"x12", [](std::string_view b, const ReadHint&) { return looks_like_x12(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint&, const Partners& partners) {
         return read_x12(b, part, partners);
     }},
    {"tradacoms", [](std::string_view b, const ReadHint&) { return looks_like_tradacoms(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint&, const Partners& partners) {
         return settled(read_tradacoms(b, part), partners);
     }},
    {"idoc-flat", [](std::string_view b, const ReadHint&) { return looks_like_idoc_flat(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint&, const Partners& partners) {
         return settled(read_idoc_flat(b, part), partners);
     }},
    {"xlsx", [](std::string_view b, const ReadHint&) { return looks_like_xlsx(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint& h, const Partners& partners) {
         return settled(read_xlsx(b, part, h), partners);
     }},
    {"pdf", [](std::string_view b, const ReadHint&) { return looks_like_pdf(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint& h, const Partners& partners) {
         return settled(read_pdf(b, part, h), partners);
     }},
    {"xml", [](std::string_view b, const ReadHint&) { return looks_like_xml(b); },
     [](std::string_view b, std::uint32_t part, const ReadHint&, const Partners& partners) {
         return settled(read_xml(b, part), partners);
     }},
    {"csv", [](std::string_view b, const ReadHint& h) { return looks_like_csv(b, h); },
     [](std::string_view b, std::uint32_t part, const ReadHint& h, const Partners& partners) {
         return settled(read_csv(b, part, h), partners);
     }},
    {"text", looks_like_prose,
     [](std::string_view b, std::uint32_t part, const ReadHint& h, const Partners&) {
         return read_prose(b, part, h);
     }},
};

struct Unreadable {
    std::string_view magic;
    std::string_view what;
    std::string_view hint;
};

// What we know by its first bytes and cannot read.
constexpr Unreadable unreadable[] = {
    {"PK\x03\x04", "a ZIP archive or office document",
     "open it and type the order, or ask for CSV"},
    {"\xD0\xCF\x11\xE0", "an old office document", "open it and type the order, or ask for CSV"},
    {"\x89PNG", "a picture", "look at it and type the order"},
    {"\xFF\xD8\xFF", "a picture", "look at it and type the order"},
    {"GIF8", "a picture", "look at it and type the order"},
};

Problem nobody_reads(std::string_view bytes, const PartInfo& part) {
    const auto known = std::ranges::find_if(
        unreadable, [&](const Unreadable& u) { return bytes.starts_with(u.magic); });
    const std::string name =
        part.name.empty() ? cat("part ", part.index + 1) : cat("'", part.name, "'");
    Problem problem{
        .severity = Severity::error, .place = {.part = part.index}, .code = "part.unreadable"};
    if (bytes.empty()) {
        problem.code = "part.empty";
        problem.text = cat(name, " is empty");
        problem.hint = "ask the sender to send it again";
    } else if (known != std::end(unreadable)) {
        problem.text = cat(name, " is ", known->what, ", which cannot be read");
        problem.hint = known->hint;
    } else {
        problem.text = cat(name, " is in no form that is known");
        problem.hint = "look at the original; a table needs headings, an EDI file UNB or ISA";
    }
    return problem;
}

} // namespace

std::string showable_text(std::string_view bytes) {
    std::string_view head = bytes.substr(0, shown_at_most);
    if (head.find('\0') != std::string_view::npos) return {};
    // A cut in the middle of a character is no reason to call the text Latin-1.
    for (std::size_t cut = 0; cut < 4 && cut < head.size(); ++cut)
        if (is_utf8(head.substr(0, head.size() - cut)))
            return std::string(head.substr(0, head.size() - cut));
    std::string shown;
    shown.reserve(head.size() + head.size() / 8);
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            shown += c;
        } else {
            shown += static_cast<char>(0xC0 | (byte >> 6));
            shown += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return shown;
}

Parsed read_part(std::string_view bytes, PartInfo& part, const ReadHint& hint,
                 const Partners& partners) {
    for (const auto& format : formats) {
        if (!format.recognises(bytes, hint)) continue;
        Parsed parsed = format.read(bytes, part.index, hint, partners);
        if (auto text = recoded(bytes, parsed, format.name, partners)) {
            parsed = format.read(*text, part.index, hint, partners);
            parsed.text = std::move(text);
        }
        if (parsed.text) part.text = parsed.text->substr(0, shown_at_most);
        part.read_as =
            parsed.documents.empty() ? std::string(format.name) : parsed.documents.front().format;
        if (parsed.documents.empty() && parsed.problems.empty())
            parsed.problems.push_back(nobody_reads(bytes, part));
        return parsed;
    }
    Parsed parsed;
    parsed.problems.push_back(nobody_reads(bytes, part));
    return parsed;
}

} // namespace besteld::parsers
