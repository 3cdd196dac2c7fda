// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers {

// Writes one XML 1.0 document in UTF-8, indented by two blanks. Text and attributes are escaped;
// characters that XML cannot hold become blanks. An empty leaf and an empty attribute are left out:
// Peppol forbids empty elements, and the other formats mean nothing by them.
class XmlWriter {
public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    // `prolog` stands between the XML declaration and the root: a DOCTYPE, or nothing.
    explicit XmlWriter(std::string_view prolog = {});
    void open(std::string_view tag, Attributes attributes = {});
    void close();
    void leaf(std::string_view tag, std::string_view text, Attributes attributes = {});
    // An element without content, which is not left out.
    void empty(std::string_view tag, Attributes attributes);
    // Closes what is open.
    std::string finish();

private:
    void start(std::string_view tag, Attributes attributes);

    std::string out_;
    std::vector<std::string> open_;
};

std::string xml_escaped(std::string_view text);

} // namespace besteld::parsers
