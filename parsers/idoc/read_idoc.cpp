// SPDX-License-Identifier: Apache-2.0
#include "parsers/idoc/read_idoc.hpp"

#include "base/text.hpp"
#include "parsers/idoc/fields.hpp"
#include "parsers/idoc/message_reader.hpp"

#include <algorithm>
#include <limits>
#include <span>

namespace besteld::parsers {

namespace {

using namespace idoc;

// Lines, or without any line end blocks of the records' full length.
std::vector<Record> records_of(std::string_view bytes) {
    std::vector<Record> records;
    const bool lines = bytes.find('\n') != std::string_view::npos;
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()) {
        const bool control = bytes.substr(at).starts_with("EDI_DC");
        std::size_t end =
            lines ? bytes.find('\n', at) : at + (control ? control_length : data_length);
        end = std::min(end, bytes.size());
        const std::size_t next = lines ? end + 1 : end;
        while (end > at && (bytes[end - 1] == '\r' || bytes[end - 1] == '\x1A'))
            --end;
        const auto record = bytes.substr(at, end - at);
        if (!trim(record).empty())
            records.push_back({.begin = static_cast<std::uint32_t>(at),
                               .end = static_cast<std::uint32_t>(end),
                               .segment = segment_of(record)});
        at = next;
    }
    return records;
}

} // namespace

bool looks_like_idoc_flat(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return bytes.starts_with("EDI_DC40 ") || bytes.starts_with("EDI_DC ");
}

Parsed read_idoc_flat(std::string_view bytes, std::uint32_t part) {
    Parsed parsed;
    const auto problem = [&](Place where, std::string code, std::string words, std::string hint) {
        where.part = part;
        parsed.problems.push_back({Severity::error, std::move(where), std::move(code),
                                   std::move(words), std::move(hint)});
    };
    if (bytes.size() > std::numeric_limits<std::uint32_t>::max()) {
        problem({.where = "file"}, "idoc.too_large", "the file is larger than 4 GiB", "");
        return parsed;
    }
    if (bytes.starts_with("EDI_DC ")) {
        problem({.where = "record 1"}, "idoc.old_control",
                "the control record EDI_DC is that of a release before 4; the file is not read",
                "ask the sender for EDI_DC40");
        return parsed;
    }
    const auto records = records_of(bytes);
    bool outside = false;
    for (std::size_t first = 0; first < records.size();) {
        std::size_t last = first + 1;
        while (last < records.size() && records[last].segment != "EDI_DC40")
            ++last;
        if (records[first].segment == "EDI_DC40")
            parsed.documents.push_back(
                read_message(bytes, part, parsed.documents.size() + 1,
                             std::span(records).subspan(first, last - first)));
        else
            outside = true;
        first = last;
    }
    if (parsed.documents.empty() || outside)
        problem({.where = "file"}, "idoc.no_control",
                "records stand in the file without a control record EDI_DC40",
                "ask the sender to repeat the file");
    return parsed;
}

} // namespace besteld::parsers
