// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/load_xml.hpp"

#include "base/text.hpp"
#include "parsers/xml/charset.hpp"

#include <algorithm>

namespace besteld::parsers {
namespace {

std::string_view local_part(std::string_view qualified) {
    const auto colon = qualified.find(':');
    return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

bool is_text(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// encoding="…" of an XML declaration written in ASCII; empty when there is none.
std::string_view declared_encoding(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (!bytes.starts_with("<?xml")) return {};
    const auto declaration = bytes.substr(0, std::min<std::size_t>(bytes.find("?>"), 256));
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return {};
    const auto end = declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? std::string_view{}
                                         : declaration.substr(at + 1, end - at - 1);
}

std::expected<TextEncoding, EncodingFault> charset_of(std::string_view bytes) {
    const auto seen = encoding_from_first_bytes(bytes);
    // A UTF-16 file's own declaration can only be read after conversion, and then says nothing new.
    if (seen != TextEncoding::utf8 || bytes.starts_with(utf8_mark)) return seen;
    const auto declared = declared_encoding(bytes);
    // An 8-bit file that calls itself UTF-16 was converted on its way without its declaration.
    if (declared.empty() || to_lower_ascii(declared) == "utf-16") return TextEncoding::utf8;
    return encoding_by_name(declared);
}

Problem refused(std::uint32_t part, Place place, std::string code, std::string text,
                std::string hint) {
    place.part = part;
    return {Severity::error, std::move(place), std::move(code), std::move(text), std::move(hint)};
}

} // namespace

bool looks_like_xml(std::string_view bytes) {
    std::string head(bytes.substr(0, 512));
    const auto charset = encoding_from_first_bytes(bytes);
    if (charset != TextEncoding::utf8) std::erase(head, '\0');
    std::string_view text = head;
    const auto tag = text.find('<');
    if (tag == std::string_view::npos || tag + 1 >= text.size()) return false;
    auto before = text.substr(0, tag);
    if (before.starts_with(utf8_mark) || charset != TextEncoding::utf8)
        before.remove_prefix(
            std::min<std::size_t>(before.size(), charset == TextEncoding::utf8 ? 3 : 2));
    if (!trim(before).empty()) return false;
    text.remove_prefix(tag);
    if (starts_with_ignoring_case(text, "<!doctype html") ||
        starts_with_ignoring_case(text, "<html"))
        return false;
    const char next = text[1];
    return next == '?' || next == '!' || next == '_' || (next >= 'a' && next <= 'z') ||
           (next >= 'A' && next <= 'Z');
}

std::expected<std::unique_ptr<XmlDocument>, Problem>
XmlDocument::load(std::string_view bytes, std::uint32_t part, const XmlLimits& limits) {
    if (bytes.size() > limits.bytes)
        return std::unexpected(
            refused(part, {}, "xml.limit",
                    cat("an XML file of ", bytes.size(), " bytes; the limit is ", limits.bytes),
                    "have the sender split the file"));
    const auto charset = charset_of(bytes);
    auto utf8 = charset ? to_utf8(bytes, *charset) : std::unexpected(charset.error());
    if (!utf8) {
        Place place{.begin = static_cast<std::uint32_t>(utf8.error().offset),
                    .end = static_cast<std::uint32_t>(utf8.error().offset),
                    .where = line_and_column(bytes, utf8.error().offset)};
        return std::unexpected(refused(
            part, std::move(place), "xml.encoding",
            cat("the file holds or declares ", utf8.error().text),
            "have the sender write UTF-8, or declare the encoding that the file really has"));
    }
    auto document = std::unique_ptr<XmlDocument>(new XmlDocument);
    document->part_ = part;
    document->mark_ = bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0;
    document->converted_ = *charset != TextEncoding::utf8;
    document->text_ = std::move(*utf8);
    const std::string& text = document->text_;
    if (auto fault = find_xml_fault(text, limits)) {
        auto place =
            document->place(fault->offset, fault->offset, line_and_column(text, fault->offset));
        return std::unexpected(refused(part, place, fault->code,
                                       cat(place.where.words(), ": ", fault->text), fault->hint));
    }
    const auto result = document->tree_.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    if (!result) {
        const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
        return std::unexpected(refused(
            part, document->place(offset, offset, line_and_column(text, offset)), "xml.syntax",
            cat(line_and_column(text, offset), ": ", result.description()), ""));
    }
    return document;
}

Element XmlDocument::root() const {
    const auto node = tree_.document_element();
    return {this, node, cat("/", node.name())};
}

Place XmlDocument::place(std::size_t begin, std::size_t end, Where where) const {
    Place place{.part = part_, .where = std::move(where)};
    if (converted_) return place;
    place.begin = static_cast<std::uint32_t>(mark_ + begin);
    place.end = static_cast<std::uint32_t>(mark_ + end);
    return place;
}

std::string_view Element::name() const {
    return local_part(node_.name());
}
std::string_view Element::qualified_name() const {
    return node_.name();
}

std::string Element::namespace_uri() const {
    const std::string_view qualified = node_.name();
    const auto colon = qualified.find(':');
    const std::string wanted = colon == std::string_view::npos
                                   ? std::string("xmlns")
                                   : cat("xmlns:", qualified.substr(0, colon));
    for (auto node = node_; node; node = node.parent())
        if (const auto found = node.attribute(wanted.c_str())) return found.value();
    return {};
}

Element Element::at(std::string_view path) const {
    auto node = node_;
    std::string where = path_;
    for (const auto step : split(path, '/')) {
        node = node.find_child([&](pugi::xml_node child) {
            return child.type() == pugi::node_element && local_part(child.name()) == step;
        });
        if (!node) return {};
        where += '/';
        where += node.name();
    }
    return {document_, node, std::move(where)};
}

std::vector<Element> Element::all(std::string_view local_name) const {
    std::vector<Element> found;
    for (const auto child : node_.children())
        if (child.type() == pugi::node_element && local_part(child.name()) == local_name)
            found.emplace_back(document_, child, cat(path_, "/", child.name()));
    if (found.size() > 1)
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i].path_ += cat("[", i + 1, "]");
    return found;
}

std::vector<Element> Element::children() const {
    std::vector<Element> found;
    for (const auto child : node_.children())
        if (child.type() == pugi::node_element)
            found.emplace_back(document_, child, cat(path_, "/", child.name()));
    return found;
}

std::string Element::text() const {
    std::string all;
    for (const auto child : node_.children())
        if (is_text(child)) all += child.value();
    return std::string(trim(all));
}

MaybeField Element::field() const {
    auto value = text();
    if (value.empty()) return {};
    return Field{.value = std::move(value), .place = place()};
}

pugi::xml_attribute Element::find_attribute(std::string_view local_name) const {
    return node_.find_attribute(
        [&](pugi::xml_attribute one) { return local_part(one.name()) == local_name; });
}

std::string Element::attribute(std::string_view local_name) const {
    return std::string(trim(find_attribute(local_name).value()));
}

MaybeField Element::attribute_field(std::string_view local_name) const {
    auto value = attribute(local_name);
    if (value.empty()) return {};
    Place where = document_->place(0, 0, cat(path_, "/@", find_attribute(local_name).name()));
    where.begin = where.end = 0;
    // pugixml does not keep where an attribute stood: look for it in its own tag.
    const std::string_view text = document_->text();
    const auto tag = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node_.offset_debug(), 0));
    const auto end = text.find('>', tag);
    const auto at = text.substr(0, end).find(cat(" ", find_attribute(local_name).name(), "="), tag);
    if (at < text.size()) {
        const auto begin = text.find_first_of("\"'", at) + 1;
        where = document_->place(begin, text.find(text[begin - 1], begin), std::move(where.where));
    }
    return Field{.value = std::move(value), .place = std::move(where)};
}

Place Element::place() const {
    if (!document_) return {};
    const std::string_view text = document_->text();
    for (const auto child : node_.children()) {
        if (!is_text(child) || trim(child.value()).empty()) continue;
        const auto offset = child.offset_debug();
        if (offset < 0) break;
        auto begin = static_cast<std::size_t>(offset);
        const auto* const close = child.type() == pugi::node_cdata ? "]]>" : "<";
        const auto end = std::min(text.find(close, begin), text.size());
        const auto value = trim(text.substr(begin, end - begin));
        begin = static_cast<std::size_t>(value.data() - text.data());
        return document_->place(begin, begin + value.size(), path_);
    }
    const auto tag = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node_.offset_debug(), 0));
    return document_->place(tag, tag + std::string_view(node_.name()).size(), path_);
}

} // namespace besteld::parsers
