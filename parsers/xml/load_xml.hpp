// SPDX-License-Identifier: Apache-2.0
#pragma once

// The strict front door over pugixml: bytes in, a tree whose every value knows its path and, where
// the file is UTF-8, its bytes. Only parsers/xml and the workbook reader include this header.

#include "order/draft.hpp"
#include "parsers/xml/scan_xml.hpp"

#include <pugixml.hpp>

#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

class XmlDocument;

// An element together with the path that leads to it. Names are compared without their prefix,
// because senders choose prefixes freely (quirk 23). Empty when there was no such element;
// everything asked of an empty one is empty. Must not outlive its XmlDocument.
class Element {
public:
    Element() = default;
    Element(const XmlDocument* document, pugi::xml_node node, std::string path)
        : document_(document), node_(node), path_(std::move(path)) {}

    explicit operator bool() const { return !node_.empty(); }
    std::string_view name() const;                    // "OrderLine"
    std::string_view qualified_name() const;          // "cac:OrderLine"
    std::string namespace_uri() const;                // of the element itself
    const std::string& path() const { return path_; } // "/Order/cac:OrderLine[2]"

    // The first element that `path` leads to: "Item/Price/PriceAmount", local names.
    Element at(std::string_view path) const;
    // All children of that local name, numbered in their paths when there is more than one.
    std::vector<Element> all(std::string_view local_name) const;
    std::vector<Element> children() const;

    // All text and CDATA directly in it, trimmed; a blank text counts as absent.
    std::string text() const;
    MaybeField field() const;
    MaybeField field(std::string_view path) const { return at(path).field(); }
    // Attribute by local name.
    std::string attribute(std::string_view local_name) const;
    MaybeField attribute_field(std::string_view local_name) const;

    // Of its text, or of its tag when it has none.
    Place place() const;

private:
    pugi::xml_attribute find_attribute(std::string_view local_name) const;

    const XmlDocument* document_ = nullptr;
    pugi::xml_node node_;
    std::string path_;
};

// A well-formed document within the limits.
class XmlDocument {
public:
    // The problem names line and column and gives a way out.
    static std::expected<std::unique_ptr<XmlDocument>, Problem>
    load(std::string_view bytes, std::uint32_t part, const XmlLimits& limits = {});

    Element root() const;
    const std::string& text() const { return text_; } // UTF-8, without byte order mark
    std::uint32_t part() const { return part_; }
    // A place in the part's bytes from offsets in text(); only `where` when the file was not UTF-8.
    Place place(std::size_t begin, std::size_t end, Where where) const;

private:
    XmlDocument() = default;

    std::string text_;
    std::uint32_t part_ = 0;
    std::size_t mark_ = 0;   // length of the byte order mark before text_
    bool converted_ = false; // offsets in text_ are not offsets in the file
    pugi::xml_document tree_;
};

// Whether the bytes begin as an XML document does, in any of our encodings; HTML does not count.
bool looks_like_xml(std::string_view bytes);

} // namespace besteld::parsers
