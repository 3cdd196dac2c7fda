// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/read_back.hpp"

#include "base/text.hpp"
#include "parsers/edifact/service_characters.hpp"

#include <charconv>

namespace besteld::parsers::edifact {

ReadBack::ReadBack(std::string_view bytes) : bytes_(bytes) {
    const auto start = find_start(bytes_);
    if (start != std::string_view::npos) tokeniser_.emplace(bytes_, start);
}

bool ReadBack::next() {
    segment_.clear();
    if (!tokeniser_ || !tokeniser_->next(segment_)) return false;
    if (tag() == "UNB") charset_ = Charset(text(1), bytes_);
    return true;
}

std::string_view ReadBack::tag() const {
    return segment_.list.front().tag;
}

std::string ReadBack::text(unsigned element, unsigned component) const {
    const char release = tokeniser_->characters().release;
    for (const auto& found : segment_.components)
        if (found.element == element && found.component == component)
            return charset_.to_utf8(unescaped(bytes_, found, release));
    return {};
}

std::optional<Date> ReadBack::day(unsigned element, unsigned component) const {
    const std::string digits = text(element, component);
    if (digits.size() != 8) return std::nullopt;
    return parse_iso_date(
        cat(digits.substr(0, 4), "-", digits.substr(4, 2), "-", digits.substr(6)));
}

std::int64_t ReadBack::count(unsigned element) const {
    const std::string digits = text(element);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace besteld::parsers::edifact
