// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/scan_xml.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace besteld::parsers {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) {
    return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

constexpr std::string_view cut_off_hint = "the file looks cut off; have it sent again, and let the "
                                          "sender rename it into place when it is "
                                          "complete";

class Scanner {
public:
    Scanner(std::string_view text, const XmlLimits& limits) : text_(text), limits_(limits) {}

    std::optional<XmlFault> run() {
        while (!fault_ && at_ < text_.size())
            step();
        if (!fault_ && !open_.empty()) {
            fail(text_.size(),
                 cat("the file ends inside <", open_.back().name, ">, which was opened on ",
                     line_and_column(text_, open_.back().offset)),
                 cut_off_hint);
        } else if (!fault_ && !root_seen_) {
            fail(text_.size(), "there is no element", cut_off_hint);
        }
        return fault_;
    }

private:
    struct Open {
        std::string_view name;
        std::size_t offset;
    };

    void step() {
        if (text_[at_] != '<') return characters();
        const auto rest = text_.substr(at_);
        if (rest.starts_with("<!--")) return skip_past("-->", 4, "a comment");
        if (rest.starts_with("<![CDATA[")) return cdata();
        if (rest.starts_with("<!DOCTYPE")) return doctype();
        if (rest.starts_with("<?")) return skip_past("?>", 2, "a processing instruction");
        if (rest.starts_with("</")) return end_tag();
        start_tag();
    }

    void fail(std::size_t offset, std::string text, std::string_view hint = "",
              std::string_view code = "xml.syntax") {
        fault_ = XmlFault{offset, std::string(code), std::move(text), std::string(hint)};
    }
    void count_node() {
        if (++nodes_ > limits_.nodes)
            fail(at_, cat("more than ", limits_.nodes, " elements and texts"),
                 "have the sender split the file", "xml.limit");
    }

    void skip_past(std::string_view end, std::size_t from, std::string_view what) {
        count_node();
        const auto found = text_.find(end, at_ + from);
        if (found == std::string_view::npos)
            return fail(at_, cat(what, " is not closed by ", end), cut_off_hint);
        check_characters(at_, found);
        at_ = found + end.size();
    }

    void cdata() {
        if (open_.empty()) return fail(at_, "text outside the root element");
        skip_past("]]>", 9, "a CDATA section");
    }

    // XML 1.0, 2.2: tab, line feed and carriage return are the only control characters.
    void check_characters(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !fault_; ++i) {
            const auto c = static_cast<unsigned char>(text_[i]);
            if (c < 0x20 && !is_blank(text_[i]))
                fail(i, cat("a control character (code ", static_cast<int>(c), ")"),
                     "XML does not allow it; have the sender's export corrected");
        }
    }

    void characters() {
        count_node();
        const auto end = std::min(text_.find('<', at_), text_.size());
        if (open_.empty()) {
            const auto stray =
                std::find_if_not(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                 text_.begin() + static_cast<std::ptrdiff_t>(end), is_blank);
            if (stray != text_.begin() + static_cast<std::ptrdiff_t>(end))
                fail(static_cast<std::size_t>(stray - text_.begin()),
                     root_seen_ ? "text after the end of the root element"
                                : "text before the root element");
        }
        check_text(at_, end);
        at_ = end;
    }

    void check_text(std::size_t begin, std::size_t end) {
        check_characters(begin, end);
        const auto piece = text_.substr(0, end); // so that a search never runs past this text
        for (auto i = piece.find('&', begin); !fault_ && i < end; i = piece.find('&', i + 1))
            check_reference(i);
    }

    // XML 1.0, 4.1 and 4.6: without a DTD there are five entities and the character references.
    void check_reference(std::size_t at) {
        const auto end = text_.substr(at, 16).find(';');
        const auto name =
            end == std::string_view::npos ? std::string_view{} : text_.substr(at + 1, end - 1);
        if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos")
            return;
        if (name.starts_with('#') && is_character(name.substr(1))) return;
        fail(at,
             name.empty() ? std::string("a bare & in the text") : cat("the reference &", name, ";"),
             "only &amp; &lt; &gt; &quot; &apos; and character references such as &#233; are read; "
             "an & itself is written &amp;");
    }

    static bool is_character(std::string_view digits) {
        const bool hexadecimal = digits.starts_with('x');
        if (hexadecimal) digits.remove_prefix(1);
        if (digits.empty()) return false;
        std::uint32_t value = 0;
        for (const char c : digits) {
            std::uint32_t digit = 0;
            if (c >= '0' && c <= '9')
                digit = static_cast<std::uint32_t>(c - '0');
            else if (hexadecimal && c >= 'a' && c <= 'f')
                digit = static_cast<std::uint32_t>(c - 'a' + 10);
            else if (hexadecimal && c >= 'A' && c <= 'F')
                digit = static_cast<std::uint32_t>(c - 'A' + 10);
            else
                return false;
            value = value * (hexadecimal ? 16 : 10) + digit;
            if (value > 0x10FFFF) return false;
        }
        if (value < 0x20) return value == 9 || value == 10 || value == 13;
        return value < 0xD800 || (value > 0xDFFF && value < 0xFFFE) || value > 0xFFFF;
    }

    void doctype() {
        if (root_seen_) return fail(at_, "a DOCTYPE after the root element");
        char quote = 0;
        for (std::size_t i = at_; i < text_.size(); ++i) {
            const char c = text_[i];
            if (quote) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return fail(i, "the DOCTYPE has an internal subset",
                            "entity declarations are never expanded; have the sender leave out the "
                            "part in [ ]",
                            "xml.doctype");
            } else if (c == '>') {
                at_ = i + 1;
                return;
            }
        }
        fail(at_, "the DOCTYPE is not closed", cut_off_hint);
    }

    std::string_view name_at(std::size_t at) const {
        if (at >= text_.size() || !is_name_start(text_[at])) return {};
        auto end = at;
        while (end < text_.size() && is_name(text_[end]))
            ++end;
        return text_.substr(at, end - at);
    }

    void end_tag() {
        const auto name = name_at(at_ + 2);
        auto i = at_ + 2 + name.size();
        while (i < text_.size() && is_blank(text_[i]))
            ++i;
        if (open_.empty()) return fail(at_, cat("</", name, "> closes nothing"));
        if (i >= text_.size()) return fail(at_, cat("the file ends inside </", name), cut_off_hint);
        if (name != open_.back().name || text_[i] != '>')
            return fail(at_, cat("expected </", open_.back().name, ">, opened on ",
                                 line_and_column(text_, open_.back().offset), ", found </", name));
        open_.pop_back();
        at_ = i + 1;
    }

    void start_tag() {
        if (root_seen_ && open_.empty())
            return fail(at_, "a second root element",
                        "one file holds one document; have the sender wrap or split them");
        count_node();
        const auto name = name_at(at_ + 1);
        if (name.empty())
            return fail(at_, "a < that begins no tag", "in a text it is written &lt;");
        if (open_.size() >= limits_.depth)
            return fail(at_, cat("elements nested deeper than ", limits_.depth), "", "xml.limit");
        root_seen_ = true;
        open_.push_back({name, at_});
        at_ += 1 + name.size();
        attributes(name);
    }

    // from behind the element's name to behind its '>'
    void attributes(std::string_view element) {
        std::vector<std::string_view> names;
        while (!fault_) {
            const auto before = at_;
            while (at_ < text_.size() && is_blank(text_[at_]))
                ++at_;
            const auto rest = text_.substr(at_);
            if (rest.starts_with('>')) return check_attributes(names), void(++at_);
            if (rest.starts_with("/>")) {
                check_attributes(names);
                open_.pop_back();
                at_ += 2;
                return;
            }
            if (rest.empty())
                return fail(at_, cat("the file ends inside <", element), cut_off_hint);
            if (at_ == before || !attribute(names))
                return fail_once(
                    cat("the tag <", element, " is not closed or holds a broken attribute"));
        }
    }

    void fail_once(std::string text) {
        if (!fault_) fail(at_, std::move(text), "an attribute is written name=\"value\"");
    }

    bool attribute(std::vector<std::string_view>& names) {
        const auto name = name_at(at_);
        if (name.empty()) return false;
        auto i = at_ + name.size();
        while (i < text_.size() && is_blank(text_[i]))
            ++i;
        if (i >= text_.size() || text_[i] != '=') return false;
        ++i;
        while (i < text_.size() && is_blank(text_[i]))
            ++i;
        if (i >= text_.size() || (text_[i] != '"' && text_[i] != '\'')) return false;
        const auto end = text_.find(text_[i], i + 1);
        if (end == std::string_view::npos) return false;
        check_text(i + 1, end);
        if (text_.substr(i, end - i).contains('<')) return false;
        names.push_back(name);
        if (names.size() > limits_.attributes)
            fail(at_, cat("more than ", limits_.attributes, " attributes"), "", "xml.limit");
        at_ = end + 1;
        return true;
    }

    void check_attributes(std::vector<std::string_view>& names) {
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice != names.end()) fail(at_, cat("the attribute ", *twice, " stands twice"));
    }

    std::string_view text_;
    const XmlLimits& limits_;
    std::size_t at_ = 0;
    std::size_t nodes_ = 0;
    bool root_seen_ = false;
    std::vector<Open> open_;
    std::optional<XmlFault> fault_;
};

} // namespace

std::optional<XmlFault> find_xml_fault(std::string_view utf8, const XmlLimits& limits) {
    return Scanner(utf8, limits).run();
}

std::string line_and_column(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto last = before.rfind('\n');
    const auto column = last == std::string_view::npos ? before.size() + 1 : before.size() - last;
    return cat("line ", line, ", column ", column);
}

} // namespace besteld::parsers
