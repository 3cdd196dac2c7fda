// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_back.hpp"

#include "base/text.hpp"
#include "parsers/x12/message_view.hpp"

#include <charconv>

namespace besteld::parsers::x12 {

ReadBack::ReadBack(std::string_view bytes) : bytes_(bytes) {
    const auto start = find_start(bytes_);
    if (start != std::string_view::npos) tokeniser_.emplace(bytes_, start);
}

bool ReadBack::next() {
    segment_.clear();
    return tokeniser_ && tokeniser_->next(segment_);
}

std::string_view ReadBack::tag() const {
    return segment_.list.front().tag;
}

std::string ReadBack::text(unsigned element) const {
    if (element > segment_.list.front().count) return {};
    const auto& found = segment_.elements[element - 1];
    return plain_text(bytes_.substr(found.begin, found.end - found.begin));
}

std::optional<Date> ReadBack::day(unsigned element) const {
    std::string digits = text(element);
    if (digits.size() == 6) digits = "20" + digits; // releases before 004010
    if (digits.size() != 8) return std::nullopt;
    return parse_iso_date(
        cat(digits.substr(0, 4), "-", digits.substr(4, 2), "-", digits.substr(6)));
}

Decimal ReadBack::number(unsigned element) const {
    return Decimal::parse(text(element)).value_or(Decimal{});
}

std::int64_t ReadBack::count(unsigned element) const {
    const std::string digits = text(element);
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace besteld::parsers::x12
