// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers {

// Limits for one XML document (reliability.md 6).
struct XmlLimits {
    std::size_t bytes = 20'000'000;
    std::size_t depth = 64;
    std::size_t nodes = 500'000;
    std::size_t attributes = 256; // of one element
};

struct XmlFault {
    std::size_t offset = 0; // in the UTF-8 text
    std::string code;       // "xml.syntax", "xml.doctype", "xml.limit", "xml.encoding"
    std::string text;
    std::string hint;
};

// Well-formedness by XML 1.0, fifth edition, checked before the text goes to the tree builder,
// which is laxer than the standard: it lets undeclared entities, several roots and doubled
// attributes pass. One pass, no recursion. Stricter than the standard in one point: an internal DTD
// subset is refused (entity expansion); an external identifier is read past and never fetched.
std::optional<XmlFault> find_xml_fault(std::string_view utf8, const XmlLimits& limits);

// "line 12, column 5", counting from 1; columns in bytes.
std::string line_and_column(std::string_view text, std::size_t offset);

} // namespace besteld::parsers
