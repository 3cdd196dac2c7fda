// SPDX-License-Identifier: Apache-2.0
#pragma once

// Elements that all of our UBL documents have.

#include "base/text.hpp"
#include "parsers/xml/xml_writer.hpp"

namespace besteld::parsers {

// <tag><cbc:ID schemeID="scheme">id</cbc:ID></tag>; nothing without an id.
inline void write_ubl_id(XmlWriter& out, std::string_view tag, const std::string& id,
                         std::string_view scheme = {}) {
    if (id.empty()) return;
    out.open(tag);
    out.leaf("cbc:ID", id, {{"schemeID", scheme}});
    out.close();
}

// HHMM; nothing for anything else.
inline void write_issue_time(XmlWriter& out, const std::string& time) {
    if (time.size() == 4)
        out.leaf("cbc:IssueTime", cat(time.substr(0, 2), ":", time.substr(2), ":00"));
}

} // namespace besteld::parsers
