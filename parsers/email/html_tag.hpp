// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace besteld::parsers::email {

struct HtmlTag {
    std::string name; // lower case
    bool closing = false;
    std::string_view attributes;
    std::size_t end = 0; // behind ">"

    // The value of an attribute, entities left as they are; nothing when it is absent.
    std::optional<std::string_view> attribute(std::string_view wanted) const;
};

// Finds tags in one document; remembers failures, so that broken markup costs no second look.
class HtmlTags {
public:
    explicit HtmlTags(std::string_view html) : html_(html), last_close_(html.rfind('>')) {}

    // The tag that begins with "<" at `at`, or nothing when that "<" is text.
    std::optional<HtmlTag> at(std::size_t at);

private:
    std::size_t end_of_tag(std::size_t at);

    std::string_view html_;
    std::size_t last_close_;
    bool quotes_count_ = true; // false once a quote ran to the end of the document
};

} // namespace besteld::parsers::email
