// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/tokens.hpp"

#include "base/text.hpp"
#include "parsers/text/characters.hpp"
#include "parsers/text/chinese_words.hpp"
#include "parsers/text/numbers.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

bool ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

class Tokeniser {
public:
    Tokeniser(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens)
        : text_(text.substr(0, end)), at_(begin), tokens_(tokens) {}

    void run() {
        while (at_ < text_.size())
            step();
    }

private:
    void step() {
        const Character c = character_at(text_, at_);
        if (c.point == '\n') return emit(TokenKind::line_end, at_ + 1, "\n");
        if (is_space(c)) {
            at_ += c.length;
        } else if (is_digit(c)) {
            number();
        } else if (is_letter(c)) {
            word();
        } else if (is_ideograph(c.point)) {
            ideographs();
        } else {
            sign(c);
        }
    }

    void emit(TokenKind kind, std::size_t end, std::string text) {
        tokens_.push_back({kind, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end),
                           std::move(text), Use::none});
        at_ = end;
    }

    char ascii(std::size_t at) const { return character_at(text_, at).ascii; }

    void sign(const Character& c) {
        const std::size_t end = at_ + c.length;
        switch (c.point) {
        case U'€':
            return emit(TokenKind::currency, end, "EUR");
        case U'$':
            return emit(TokenKind::currency, end, "USD");
        case U'£':
            return emit(TokenKind::currency, end, "GBP");
        case 0xA5:
        case 0xFFE5:
            return emit(TokenKind::currency, end, "CNY");
        default:
            break;
        }
        if (c.point == '+' && ascii_digit(ascii(at_ + 1)) && ascii(at_ + 1) != '0')
            if (const std::size_t phone = phone_end(); phone > at_ + 9)
                return emit(TokenKind::identifier, phone,
                            std::string(text_.substr(at_, phone - at_)));
        emit(TokenKind::punctuation, end,
             c.ascii != 0 ? std::string(1, c.ascii) : std::string(text_.substr(at_, c.length)));
    }

    std::size_t phone_end() const {
        std::size_t end = at_ + 1;
        std::size_t last = end;
        for (; end < text_.size() && end < at_ + 24; ++end) {
            if (ascii_digit(text_[end]))
                last = end + 1;
            else if (text_[end] != ' ' && text_[end] != '-' && text_[end] != '(' &&
                     text_[end] != ')')
                break;
        }
        return last;
    }

    // A run of digits with single separators inside: the ASCII text and where it ends.
    std::pair<std::string, std::size_t> digits_at(std::size_t at) const {
        std::string digits;
        for (;;) {
            const Character c = character_at(text_, at);
            const bool separator = (c.ascii == '.' || c.ascii == ',' || c.ascii == '\'') &&
                                   c.point != 0x3002 && c.point != 0xFF0C && c.point != 0x3001;
            if (is_digit(c))
                digits += c.ascii;
            else if (separator && !digits.empty() && ascii_digit(ascii(at + c.length)))
                digits += c.ascii;
            else
                return {digits, at};
            at += c.length;
        }
    }

    void number() {
        if (calendar_date() || clock_time()) return;
        auto [digits, end] = digits_at(at_);
        const bool plain = std::ranges::all_of(digits, ascii_digit);
        const Character next = character_at(text_, end);
        if (next.ascii == '%') return emit(TokenKind::percent, end + next.length, digits + "%");
        if (next.point == U'‰') return emit(TokenKind::percent, end + next.length, digits + "‰");
        if (dimension(end)) return;
        if (is_letter(next) && next.point != 0xB5)
            return number_with_letters(std::move(digits), end);
        if (next.ascii == '-' && next.length == 1 && character_at(text_, end + 1).length > 0 &&
            (is_digit(character_at(text_, end + 1)) || is_letter(character_at(text_, end + 1))))
            return joined(end);
        // 2026/14, 26/0417: a number of papers by year
        if (plain && next.ascii == '/' && next.length == 1 &&
            is_digit(character_at(text_, end + 1)) && (digits.size() >= 4 || ascii(end + 1) == '0'))
            return joined(end);
        if (plain && digits.size() >= 12 && is_gtin(digits))
            return emit(TokenKind::gtin, end, digits);
        const bool no_amount =
            plain && (digits.size() > 9 || (digits.size() > 2 && digits[0] == '0'));
        emit(no_amount ? TokenKind::identifier : TokenKind::number, end, digits);
    }

    // "500st" and "2x" are a number and a word; "100R2" is a code.
    void number_with_letters(std::string digits, std::size_t end) {
        std::size_t stop = end;
        while (is_letter(character_at(text_, stop)))
            stop += character_at(text_, stop).length;
        const Character after = character_at(text_, stop);
        const std::string letters = fold_latin(text_.substr(end, stop - end));
        constexpr auto suffixes =
            std::to_array<std::string_view>({"x", "th", "nd", "rd", "e", "er", "ste", "de", "h",
                                             "u", "uur", "uhr", "eur", "usd", "k"});
        const bool known = is_unit_word(letters) || multiplier_word(letters) != 0 ||
                           std::ranges::find(suffixes, letters) != suffixes.end();
        const bool joint =
            after.length == 1 && after.ascii == '-' && !is_space(character_at(text_, stop + 1));
        if (known && !is_digit(after) && !joint) return emit(TokenKind::number, end, digits);
        if (letters == "m" && is_digit(after)) { // m2, m3
            return emit(TokenKind::number, end, digits);
        }
        joined(end);
    }

    // Digits joined to more by letters or dashes: 88-2041, 038-1234567, 4X-H42-11798.
    void joined(std::size_t end) {
        bool letters = false;
        for (;;) {
            const Character c = character_at(text_, end);
            const Character next = character_at(text_, end + c.length);
            const bool joint = (c.length == 1 || c.point == 0xFF0D) &&
                               (c.ascii == '-' || c.ascii == '/' || c.ascii == '_');
            if (is_letter(c))
                letters = true;
            else if (!is_digit(c) && !(joint && (is_digit(next) || is_letter(next))))
                break;
            end += c.length;
        }
        const bool code = letters && end - at_ >= 4;
        emit(code      ? TokenKind::code
             : letters ? TokenKind::word
                       : TokenKind::identifier,
             end, narrow(text_.substr(at_, end - at_)));
    }

    struct Triple {
        std::array<std::string, 3> parts;
        std::size_t count = 0;
        char separator = 0;
        std::size_t end = 0;
    };

    Triple triple() const {
        Triple found;
        std::size_t at = at_;
        while (found.count < 3) {
            std::string& part = found.parts[found.count];
            while (part.size() < 5 && is_digit(character_at(text_, at))) {
                part += ascii(at);
                at += character_at(text_, at).length;
            }
            if (part.empty() || part.size() > 4) break;
            found.end = at;
            ++found.count;
            const char separator = ascii(at);
            if (separator != '-' && separator != '/' && separator != '.') break;
            if (found.count > 1 && separator != found.separator) break;
            found.separator = separator;
            at += character_at(text_, at).length;
        }
        return found;
    }

    bool calendar_date() {
        const Triple t = triple();
        const Character next = character_at(text_, t.end);
        const bool more = is_digit(next) || is_letter(next) ||
                          ((next.ascii == '-' || next.ascii == '/') && t.count == 3);
        if (t.count < 2 || more) return false;
        const auto size = [&](std::size_t i) { return t.parts[i].size(); };
        const auto small = [&](std::size_t i, int limit) {
            return size(i) <= 2 && std::stoi(t.parts[i]) >= 1 && std::stoi(t.parts[i]) <= limit;
        };
        const bool year_first = t.count == 3 && size(0) == 4 && small(1, 12) && small(2, 31);
        const bool year_last =
            t.count == 3 && small(0, 31) && small(1, 31) && (size(2) == 4 || size(2) == 2);
        if (year_first || year_last) {
            emit(TokenKind::date, t.end, cat(t.parts[0], '-', t.parts[1], '-', t.parts[2]));
            return true;
        }
        const bool after_dot = t.separator == '.' && next.ascii == '.' && size(1) == 2 &&
                               !is_digit(character_at(text_, t.end + 1));
        if (t.count != 2 || !small(0, 31) || !small(1, 31)) return false;
        if (!after_dot && t.separator != '/' && !(t.separator == '-' && size(1) == 2)) return false;
        emit(TokenKind::date_pair, after_dot ? t.end + 1 : t.end, cat(t.parts[0], '-', t.parts[1]));
        return true;
    }

    bool clock_time() {
        std::size_t at = at_;
        while (at < at_ + 3 && ascii_digit(ascii(at)))
            ++at;
        if (at - at_ > 2 || at >= text_.size() || text_[at] != ':') return false;
        if (!ascii_digit(ascii(at + 1)) || !ascii_digit(ascii(at + 2)) ||
            ascii_digit(ascii(at + 3)))
            return false;
        emit(TokenKind::time, at + 3, std::string(text_.substr(at_, at + 3 - at_)));
        return true;
    }

    std::size_t skip_blank(std::size_t at) const {
        if (character_at(text_, at).ascii == ' ') ++at;
        return at;
    }

    std::pair<std::string, std::size_t> letters_at(std::size_t at) const {
        const std::size_t begin = at;
        while (is_letter(character_at(text_, at)) && at - begin < 16) {
            if (at > begin && ascii(at) == 'x' && is_digit(character_at(text_, at + 1))) break;
            at += character_at(text_, at).length;
        }
        return {fold_latin(text_.substr(begin, at - begin)), at};
    }

    // The place after the number and its unit when the unit is one of size or of length in a chain.
    std::size_t after_unit(std::size_t end, bool& sized, bool& heavy) const {
        const auto [letters, stop] = letters_at(skip_blank(end));
        sized = is_size_unit(letters) && !is_digit(character_at(text_, stop));
        heavy = letters == "kg" || letters == "g" || letters == "l" || letters == "ml" ||
                letters == "liter";
        const bool length =
            letters == "m" || letters == "meter" || letters == "ft" || letters == "cm";
        return sized || heavy || length ? stop : end;
    }

    // 300x200x150, 50 mm x 66 m, 23my, 500 mm.
    bool dimension(std::size_t end) {
        bool sized = false;
        bool heavy = false;
        std::size_t stop = after_unit(end, sized, heavy);
        std::size_t accepted = sized ? stop : 0;
        for (int links = 0; links < 4; ++links) {
            const std::size_t cross = skip_blank(stop);
            const Character c = character_at(text_, cross);
            if (c.ascii != 'x' && c.ascii != 'X' && c.ascii != '*') break;
            const std::size_t next = skip_blank(cross + c.length);
            if (!is_digit(character_at(text_, next))) break;
            const std::size_t next_end = digits_at(next).second;
            const Character after = character_at(text_, next_end);
            if (after.ascii == '-' ||
                (after.ascii != 'x' && is_letter(after) && letters_at(next_end).first.size() > 2))
                break; // 2 x 4711-B
            stop = after_unit(next_end, sized, heavy);
            if (links == 0 && heavy) break; // 10 x 25 kg: ten of something
            accepted = stop;
        }
        if (accepted == 0) return false;
        emit(TokenKind::dimension, accepted, std::string(text_.substr(at_, accepted - at_)));
        return true;
    }

    bool is_inner_joint(std::size_t at, std::size_t length, bool has_capital_or_digit) const {
        const Character c = character_at(text_, at);
        const Character next = character_at(text_, at + c.length);
        if (c.length != 1 && c.point != 0x2019 && c.point != 0xFF0D) return false;
        if (c.ascii == '-' || c.ascii == '_' || c.ascii == '\'')
            return is_letter(next) || is_digit(next);
        if (c.ascii == '.')
            return (is_letter(next) && length <= 6) || (is_digit(next) && has_capital_or_digit);
        return c.ascii == '/' && is_digit(next) && has_capital_or_digit;
    }

    void word() {
        if (currency_before_digits()) return;
        if (starts_with_ignoring_case(text_.substr(at_, 8), "http://") ||
            starts_with_ignoring_case(text_.substr(at_, 8), "https://") ||
            starts_with_ignoring_case(text_.substr(at_, 4), "www."))
            return emit(TokenKind::address, blank_after(at_), "");
        std::size_t end = at_;
        int digits = 0;
        bool capital = false;
        for (;;) {
            const Character c = character_at(text_, end);
            if (is_digit(c))
                ++digits;
            else if (is_letter(c))
                capital = capital || (c.ascii >= 'A' && c.ascii <= 'Z');
            else if (!is_inner_joint(end, end - at_, capital || digits > 0))
                break;
            end += c.length;
        }
        if (end < text_.size() && text_[end] == '@' && is_letter(character_at(text_, end + 1)))
            return mail_address(end);
        const char32_t raised = character_at(text_, end).point; // m², m³
        if (end == at_ + 1 && (raised == 0xB2 || raised == 0xB3) && (ascii(at_) | 0x20) == 'm')
            end += 2;
        const std::string_view written = text_.substr(at_, end - at_);
        if (is_thread(written)) return emit(TokenKind::dimension, end, fold_latin(written));
        if (digits > 0 && written.size() >= 4 && (capital || digits >= 2))
            return emit(TokenKind::code, end, narrow(written));
        std::string folded = fold_latin(written);
        const bool is_currency = folded == "eur" || folded == "usd" || folded == "euro" ||
                                 folded == "gbp" || folded == "rmb" || folded == "cny" ||
                                 folded == "chf";
        if (!is_currency) return emit(TokenKind::word, end, std::move(folded));
        emit(TokenKind::currency, end,
             folded == "euro"  ? "EUR"
             : folded == "rmb" ? "CNY"
                               : to_upper_ascii(folded));
    }

    // M8x40: a thread and its length, no article number.
    static bool is_thread(std::string_view written) {
        const std::size_t cross = written.find_first_of("xX");
        const auto all = [](std::string_view t) { return std::ranges::all_of(t, ascii_digit); };
        return (written[0] == 'M' || written[0] == 'm') && cross != std::string_view::npos &&
               cross >= 2 && cross <= 3 && cross + 1 < written.size() &&
               all(written.substr(1, cross - 1)) && all(written.substr(cross + 1));
    }

    // USD0.86
    bool currency_before_digits() {
        const std::string_view three = text_.substr(at_, 3);
        if (three != "USD" && three != "EUR" && three != "GBP" && three != "CNY" && three != "RMB")
            return false;
        if (!ascii_digit(ascii(at_ + 3))) return false;
        emit(TokenKind::currency, at_ + 3, three == "RMB" ? "CNY" : std::string(three));
        return true;
    }

    std::size_t blank_after(std::size_t at) const {
        while (at < text_.size() && !is_space(character_at(text_, at)) && text_[at] != '\n' &&
               text_[at] != '>' && text_[at] != ')')
            at += character_at(text_, at).length;
        return at;
    }

    void mail_address(std::size_t at_sign) {
        std::size_t end = at_sign + 1;
        for (;;) {
            const Character c = character_at(text_, end);
            const bool inner =
                (c.ascii == '.' || c.ascii == '-') && is_letter(character_at(text_, end + 1));
            if (!is_letter(c) && !is_digit(c) && !inner) break;
            end += c.length;
        }
        emit(TokenKind::address, end, to_lower_ascii(text_.substr(at_, end - at_)));
    }

    // Chinese has no blanks: known words, and numerals before a measure word, end a run.
    void ideographs() {
        std::size_t run = at_;
        std::size_t at = at_;
        const auto flush = [&] {
            at_ = run;
            if (at > run) emit(TokenKind::word, at, std::string(text_.substr(run, at - run)));
            run = at_ = at;
        };
        if (after_number() && (currency_behind() || multiplier_behind())) return;
        if (after_number())
            if (const std::size_t measure = measure_word_length(text_.substr(at)); measure > 0)
                return emit(TokenKind::word, at + measure, std::string(text_.substr(at, measure)));
        while (is_ideograph(character_at(text_, at).point)) {
            if (const std::size_t known = chinese_word_length(text_.substr(at)); known > 0) {
                flush();
                emit(TokenKind::word, at + known, std::string(text_.substr(at, known)));
                return;
            }
            if (const std::size_t numeral = numeral_length(at); numeral > 0) {
                flush();
                emit(TokenKind::number, at + numeral,
                     chinese_numeral(text_.substr(at, numeral)).value_or("0"));
                return;
            }
            at += character_at(text_, at).length;
        }
        flush();
    }

    // 0.86元, 4.60美元
    bool currency_behind() {
        for (const auto& [word, code] : {std::pair<std::string_view, const char*>{"元", "CNY"},
                                         {"人民币", "CNY"},
                                         {"美元", "USD"},
                                         {"欧元", "EUR"}}) {
            if (!text_.substr(at_).starts_with(word)) continue;
            emit(TokenKind::currency, at_ + word.size(), code);
            return true;
        }
        return false;
    }

    // 2.5万张: the numeral multiplies the number right before it.
    bool multiplier_behind() {
        const std::string_view one = text_.substr(at_, 3);
        if (tokens_.back().end != at_ || multiplier_word(one) == 0) return false;
        emit(TokenKind::word, at_ + 3, std::string(one));
        return true;
    }

    bool after_number() const {
        return !tokens_.empty() && tokens_.back().kind == TokenKind::number;
    }

    // Bytes of a numeral that a measure word follows, else 0.
    std::size_t numeral_length(std::size_t at) const {
        std::size_t end = at;
        while (end < at + 30 && is_chinese_numeral(character_at(text_, end).point))
            end += character_at(text_, end).length;
        if (end == at || measure_word_length(text_.substr(end)) == 0) return 0;
        return chinese_numeral(text_.substr(at, end - at)) ? end - at : 0;
    }

    std::string_view text_;
    std::size_t at_;
    std::vector<Token>& tokens_;
};

} // namespace

void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end,
              std::vector<Token>& tokens) {
    Tokeniser(text, begin, std::min<std::size_t>(end, text.size()), tokens).run();
}

std::string fold_latin(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const Character c = character_at(utf8, at);
        const bool capital = c.point >= 0xC0 && c.point <= 0xDE && c.point != 0xD7;
        if (c.ascii >= 'A' && c.ascii <= 'Z')
            out += static_cast<char>(c.ascii + 32);
        else if (c.ascii != 0 && (is_letter(c) || is_digit(c)))
            out += c.ascii;
        else if (capital)
            append_utf8(out, c.point + 0x20);
        else
            out += utf8.substr(at, c.length);
        at += c.length;
    }
    return out;
}

bool is_gtin(std::string_view digits) {
    if (digits.size() != 8 && (digits.size() < 12 || digits.size() > 14)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (!ascii_digit(digits[i])) return false;
        sum += (digits[i] - '0') * ((digits.size() - 1 - i) % 2 == 1 ? 3 : 1);
    }
    return sum % 10 == 0;
}

bool is_punctuation(const Token& token, std::string_view any_of) {
    return token.kind == TokenKind::punctuation && token.text.size() == 1 &&
           any_of.contains(token.text[0]);
}

bool starts_with_ideograph(std::string_view utf8) {
    return is_ideograph(character_at(utf8, 0).point);
}

} // namespace besteld::parsers
