// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/header.hpp"

#include "base/text.hpp"
#include "parsers/email/lines.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::email {

namespace {

constexpr std::array known_names = {
    "from",           "to",           "cc",           "bcc",         "subject",    "date",
    "sender",         "reply-to",     "message-id",   "in-reply-to", "references", "received",
    "return-path",    "mime-version", "delivered-to", "importance",  "priority",   "precedence",
    "auto-submitted", "thread-topic", "thread-index", "user-agent",  "status",     "organization"};
constexpr std::array known_prefixes = {"content-", "x-",      "list-",          "arc-",
                                       "dkim-",    "resent-", "authentication-"};

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// The name before the colon, or empty. RFC 5322 4.5 allows blanks between name and colon.
std::string_view field_name(std::string_view line) {
    std::string_view name = line.substr(0, line.find(':'));
    if (name.size() == line.size()) return {};
    while (!name.empty() && is_blank(name.back()))
        name.remove_suffix(1);
    const bool printable = std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~'; });
    return printable ? name : std::string_view{};
}

bool is_known(std::string_view name) {
    return std::ranges::any_of(
               known_names, [&](const char* known) { return equal_ignoring_case(name, known); }) ||
           std::ranges::any_of(known_prefixes, [&](const char* prefix) {
               return starts_with_ignoring_case(name, prefix);
           });
}

// Where the last line with a well-known field name begins, up to the first empty line. A bad line
// in front of it is damage within the header; one behind it is the body, begun without an empty
// line.
std::size_t last_known_field(std::string_view entity, std::size_t start, std::size_t limit) {
    Lines lines(entity.substr(0, std::min(entity.size(), start + limit)), start);
    std::size_t last = 0;
    while (const auto line = lines.next()) {
        if (line->text.empty()) break;
        if (is_known(field_name(line->text))) last = line->begin;
    }
    return last;
}

std::size_t skip_envelope(std::string_view entity) {
    std::size_t at = entity.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    Lines lines(entity, at);
    while (const auto line = lines.next()) {
        const bool mbox = line->text.starts_with("From ") || line->text.starts_with(">From ");
        const bool empty = trim(line->text).empty();
        if (!mbox && !empty) return at;
        at = line->end;
    }
    return at;
}

// Collects the lines of one field after the other.
class Collector {
public:
    Collector(std::string_view entity, const Limits& limits, HeaderBlock& block)
        : entity_(entity), limits_(limits), block_(block) {}

    void begin(std::string_view name, std::size_t value_begin, std::size_t end) {
        finish();
        name_ = name;
        begin_ = value_begin;
        end_ = end;
    }
    bool open() const { return !name_.empty(); }
    void extend(std::size_t end) { end_ = end; }
    void finish() {
        if (!open()) return;
        std::string_view raw = entity_.substr(begin_, end_ - begin_);
        if (raw.size() > limits_.field) {
            raw = raw.substr(0, limits_.field);
            block_.cut_field = true;
        }
        if (block_.fields.size() < limits_.fields)
            block_.fields.push_back({.name = name_, .raw = raw});
        else
            block_.cut_block = true;
        name_ = {};
    }

private:
    std::string_view entity_;
    const Limits& limits_;
    HeaderBlock& block_;
    std::string_view name_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

} // namespace

const HeaderField* HeaderBlock::find(std::string_view name) const {
    const auto found = std::ranges::find_if(
        fields, [&](const auto& f) { return equal_ignoring_case(f.name, name); });
    return found == fields.end() ? nullptr : &*found;
}

std::size_t HeaderBlock::count(std::string_view name) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        fields, [&](const auto& f) { return equal_ignoring_case(f.name, name); }));
}

HeaderBlock read_header(std::string_view entity, Level level, const Limits& limits) {
    HeaderBlock block;
    const std::size_t start = level == Level::message ? skip_envelope(entity) : 0;
    const std::size_t last_known = last_known_field(entity, start, limits.header_block);
    Collector field(entity, limits, block);
    Lines lines(entity, start);
    block.has_separator = false;
    block.body = entity.size();
    while (const auto line = lines.next()) {
        if (line->text.empty()) {
            block.has_separator = true;
            block.body = line->end;
            break;
        }
        const bool beyond = line->begin - start > limits.header_block;
        const std::string_view name = field_name(line->text);
        if (is_blank(line->text.front()) && field.open()) {
            field.extend(line->end);
        } else if (beyond) {
            field.finish();
            block.cut_block = true;
        } else if (!name.empty()) {
            const auto colon = static_cast<std::size_t>(line->text.find(':'));
            field.begin(name, line->begin + colon + 1, line->end);
        } else if (line->begin < last_known && !line->text.starts_with("--") &&
                   (level == Level::message || field.open() || !block.fields.empty())) {
            field.finish();
            ++block.bad_lines;
        } else {
            block.body = line->begin;
            break;
        }
    }
    field.finish();
    block.has_nul = entity.substr(start, block.body - start).contains('\0');
    return block;
}

std::string unfold(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    for (const char c : trim(raw))
        if (c != '\r' && c != '\n' && c != '\0') out += c;
    return out;
}

} // namespace besteld::parsers::email
