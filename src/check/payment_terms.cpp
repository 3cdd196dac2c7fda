// SPDX-License-Identifier: Apache-2.0
#include "check/payment_terms.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "check/payment_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace besteld {

namespace {

constexpr int longest_period = 3660; // days; more was misread
constexpr std::size_t longest_text = 2000;

enum class Kind { number, percent, slash, stop, word, unknown };

struct Token {
    Kind kind = Kind::stop;
    Decimal number{};
    PaymentWord word = PaymentWord::filler;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// One form for what is written in two: full-width signs of Chinese text become ours.
std::string plain(std::string_view text) {
    constexpr std::array signs =
        std::to_array<std::pair<std::string_view, std::string_view>>({{"％", "%"},
                                                                      {"，", ","},
                                                                      {"、", ","},
                                                                      {"；", ";"},
                                                                      {"。", ";"},
                                                                      {"：", ":"},
                                                                      {"／", "/"},
                                                                      {"（", " "},
                                                                      {"）", " "},
                                                                      {"\u00a0", " "},
                                                                      {"\u202f", " "},
                                                                      {"’", "'"}});
    std::string out = fold_case(to_valid_utf8(text.substr(0, longest_text)));
    for (const auto& [from, to] : signs)
        out = replace_all(std::move(out), from, to);
    return out;
}

class Tokeniser {
public:
    explicit Tokeniser(std::string_view text) : rest_(text) {}

    std::vector<Token> all() {
        std::vector<Token> tokens;
        while (!rest_.empty()) {
            if (const auto token = next()) tokens.push_back(*token);
        }
        return tokens;
    }

private:
    std::optional<Token> next() {
        const char c = rest_.front();
        if (is_digit(c)) return number();
        if (c == '%') return sign(Kind::percent);
        if (c == '/') return sign(Kind::slash);
        if (c == ',' || c == ';' || c == '\n' || c == '+') return sign(Kind::stop);
        if (const PaymentEntry* entry = payment_word_at(rest_)) {
            rest_.remove_prefix(entry->text.size());
            return Token{.kind = Kind::word, .word = entry->word};
        }
        const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        rest_.remove_prefix(1);
        if (!letter) return std::nullopt; // blanks, points, brackets
        skip_word();
        return Token{.kind = Kind::unknown};
    }

    Token sign(Kind kind) {
        rest_.remove_prefix(1);
        return {.kind = kind};
    }

    // "2.50" and "2,50"; a comma with a blank behind it parts two terms.
    std::optional<Token> number() {
        std::size_t end = 0;
        std::string digits;
        bool fraction = false;
        for (; end < rest_.size(); ++end) {
            const char c = rest_[end];
            const bool mark = (c == ',' || c == '.') && !fraction && end + 1 < rest_.size() &&
                              is_digit(rest_[end + 1]);
            if (!is_digit(c) && !mark) break;
            fraction = fraction || mark;
            digits += mark ? '.' : c;
        }
        rest_.remove_prefix(end);
        const auto value = Decimal::parse(digits);
        if (!value) return Token{.kind = Kind::unknown};
        return Token{.kind = Kind::number, .number = *value};
    }

    void skip_word() {
        while (!rest_.empty()) {
            const char c = rest_.front();
            const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
            if (!letter || payment_word_inside()) return;
            rest_.remove_prefix(1);
        }
    }

    // Chinese words stand without blanks between them.
    bool payment_word_inside() const {
        const auto first = static_cast<unsigned char>(rest_.front());
        return first >= 0xE4 && first <= 0xE9 && payment_word_at(rest_) != nullptr;
    }

    std::string_view rest_;
};

std::optional<int> whole_days(Decimal number) {
    if (!number.is_whole() || number.is_negative() || number > Decimal{longest_period})
        return std::nullopt;
    return static_cast<int>(number.units() / Decimal::scale);
}

// A month of payment is thirty days, a week seven: agreements and orders are compared alike.
int days_in(PaymentWord unit) {
    if (unit == PaymentWord::week) return 7;
    return unit == PaymentWord::month ? 30 : 1;
}

// What stands between two stops.
class ClauseReader {
public:
    ClauseReader(const std::vector<Token>& tokens, PaymentTerms& terms)
        : tokens_(tokens), terms_(terms) {}

    // false when nothing in it means anything, or too much
    bool read() {
        for (at_ = 0; at_ < tokens_.size();)
            step();
        return settle();
    }

private:
    const Token* peek(std::size_t ahead) const {
        return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
    }
    bool is(std::size_t ahead, Kind kind) const {
        const Token* token = peek(ahead);
        return token != nullptr && token->kind == kind;
    }
    bool is(std::size_t ahead, PaymentWord word) const {
        return is(ahead, Kind::word) && peek(ahead)->word == word;
    }
    bool is_unit(std::size_t ahead) const {
        return is(ahead, PaymentWord::day) || is(ahead, PaymentWord::week) ||
               is(ahead, PaymentWord::month);
    }

    void step() {
        const Token& token = tokens_[at_];
        if (token.kind == Kind::number) return read_number(token);
        if (token.kind == Kind::word) read_word(token.word);
        unknown_ = unknown_ || token.kind == Kind::unknown;
        ++at_;
    }

    void read_number(const Token& token) {
        if (is(1, Kind::slash) && is(2, Kind::number)) { // 2/10
            if (const auto days = whole_days(peek(2)->number))
                terms_.discounts.push_back({.percent = token.number, .days = *days});
            at_ += is_unit(3) ? 4 : 3;
            fact_ = true;
        } else if (is(1, Kind::percent)) {
            percents_.push_back(token.number);
            at_ += 2;
            const bool is_net = is(1, PaymentWord::net) && !is(2, Kind::number);
            if (is(0, Kind::number) && !is(1, Kind::percent) && !is_unit(1) &&
                !is_net) { // 2 % 10, net 30
                add_period(peek(0)->number, PaymentWord::day);
                ++at_;
            }
        } else if (is_unit(1)) {
            const PaymentWord unit = peek(1)->word;
            if (is(2, PaymentWord::net))
                set_net(token.number, unit);
            else
                add_period(token.number, unit);
            at_ += is(2, PaymentWord::net) ? 3 : 2;
        } else if (is(1, PaymentWord::net)) {
            set_net(token.number, PaymentWord::day);
            at_ += 2;
        } else {
            bare_.push_back(token.number);
            ++at_;
        }
    }

    void read_word(PaymentWord word) {
        switch (word) {
        case PaymentWord::net:
            read_net();
            break;
        case PaymentWord::prepaid:
            prepaid_ = true;
            break;
        case PaymentWord::at_once:
            at_once_ = true;
            break;
        case PaymentWord::on_delivery:
            terms_.base = PaymentBase::delivery;
            based_ = true;
            break;
        case PaymentWord::month_end:
            terms_.base = PaymentBase::month_end;
            based_ = true;
            break;
        case PaymentWord::day:
        case PaymentWord::week:
        case PaymentWord::month:
        case PaymentWord::discount:
        case PaymentWord::rest:
        case PaymentWord::filler:
            break;
        }
    }

    // net 30 · net 30 days · n/30
    void read_net() {
        const std::size_t number = is(1, Kind::slash) ? 2 : 1;
        if (!is(number, Kind::number) || is(number + 1, Kind::percent)) return;
        set_net(peek(number)->number,
                is_unit(number + 1) ? peek(number + 1)->word : PaymentWord::day);
        at_ += is_unit(number + 1) ? number + 1 : number;
    }

    void set_net(Decimal number, PaymentWord unit) {
        const auto days = whole_days(number);
        const int net = days.value_or(0) * days_in(unit);
        contradiction_ = contradiction_ || !days || (terms_.net_days && *terms_.net_days != net);
        terms_.net_days = net;
        fact_ = true;
    }
    void add_period(Decimal number, PaymentWord unit) {
        const auto days = whole_days(number);
        contradiction_ = contradiction_ || !days;
        periods_.push_back(days.value_or(0) * days_in(unit));
    }

    bool settle() {
        if (prepaid_) settle_prepaid();
        for (std::size_t i = 0; i < percents_.size(); ++i) {
            const int days = i < periods_.size() ? periods_[i] : 0;
            terms_.discounts.push_back({.percent = percents_[i], .days = days});
            fact_ = true;
        }
        periods_.erase(periods_.begin(),
                       periods_.begin() + static_cast<std::ptrdiff_t>(
                                              std::min(percents_.size(), periods_.size())));
        if (!periods_.empty()) set_net(Decimal{periods_.front()}, PaymentWord::day);
        contradiction_ = contradiction_ || periods_.size() > 1 || !bare_.empty();
        if ((at_once_ || based_) && !fact_) set_net(Decimal{}, PaymentWord::day);
        return (fact_ || (!unknown_ && bare_.empty())) && !contradiction_;
    }

    void settle_prepaid() {
        terms_.prepaid_percent = percents_.empty() ? Decimal{100} : percents_.front();
        if (!percents_.empty()) percents_.erase(percents_.begin());
        // A second share is a milestone that we have no word for.
        contradiction_ = contradiction_ || !percents_.empty();
        fact_ = true;
    }

    const std::vector<Token>& tokens_;
    PaymentTerms& terms_;
    std::size_t at_ = 0;
    std::vector<Decimal> percents_;
    std::vector<int> periods_;
    std::vector<Decimal> bare_;
    bool prepaid_ = false;
    bool at_once_ = false;
    bool based_ = false;
    bool fact_ = false;
    bool unknown_ = false;
    bool contradiction_ = false;
};

// XRechnung BT-20: #SKONTO#TAGE=14#PROZENT=2.00#; further terms follow on lines of their own.
bool read_skonto_line(std::string_view line, PaymentTerms& terms) {
    constexpr std::string_view days_key = "tage=";
    constexpr std::string_view percent_key = "prozent=";
    Discount discount;
    bool complete = false;
    for (const auto piece : split(line, '#')) {
        const auto number = [&](std::string_view key) {
            return piece.starts_with(key) ? Decimal::parse(trim(piece.substr(key.size())))
                                          : std::unexpected(DecimalFault::not_a_number);
        };
        if (const auto days = number(days_key)) discount.days = whole_days(*days).value_or(0);
        if (const auto percent = number(percent_key)) {
            discount.percent = *percent;
            complete = true;
        }
    }
    if (complete) terms.discounts.push_back(discount);
    return complete;
}

void read_clauses(std::string_view line, PaymentTerms& terms) {
    std::vector<Token> clause;
    auto tokens = Tokeniser(line).all();
    tokens.push_back({.kind = Kind::stop});
    bool understood = true;
    for (const Token& token : tokens) {
        if (token.kind != Kind::stop) {
            clause.push_back(token);
            continue;
        }
        if (!clause.empty()) understood = ClauseReader(clause, terms).read() && understood;
        clause.clear();
    }
    if (!understood && terms.not_understood.empty()) terms.not_understood = std::string(trim(line));
}

// "due 2026-04-01": a day in place of a period.
bool read_due_day(std::string_view line, PaymentTerms& terms) {
    constexpr std::size_t length = 10;
    for (std::size_t at = 0; at + length <= line.size(); ++at) {
        if (!parse_iso_date(line.substr(at, length))) continue;
        terms.due_on = std::string(line.substr(at, length));
        return true;
    }
    return false;
}

bool is_one_number(std::string_view text) {
    return !text.empty() && text.size() <= 4 && std::ranges::all_of(text, is_digit);
}

} // namespace

PaymentTerms read_payment_terms(std::string_view text) {
    PaymentTerms terms;
    const std::string folded = plain(text);
    if (is_one_number(trim(folded))) { // cXML payInNumberOfDays
        terms.net_days = whole_days(Decimal::parse(trim(folded)).value_or(Decimal{-1}));
        return terms;
    }
    for (const auto line : split(folded, '\n')) {
        if (trim(line).empty() || (line.contains("#skonto#") && read_skonto_line(line, terms)) ||
            read_due_day(line, terms))
            continue;
        read_clauses(line, terms);
    }
    std::ranges::sort(terms.discounts, {}, &Discount::days);
    if (says_nothing(terms) && !trim(text).empty()) terms.not_understood = std::string(trim(text));
    return terms;
}

bool says_nothing(const PaymentTerms& terms) {
    return !terms.net_days && terms.discounts.empty() && !terms.prepaid_percent &&
           terms.due_on.empty();
}

std::string to_text(const PaymentTerms& terms) {
    std::vector<std::string> parts;
    if (terms.prepaid_percent)
        parts.push_back(cat(terms.prepaid_percent->to_string(), " % prepaid"));
    for (const Discount& discount : terms.discounts)
        parts.push_back(cat(discount.days, " days ", discount.percent.to_string(), " %"));
    if (terms.net_days) parts.push_back(cat(*terms.net_days, " days net"));
    if (!terms.due_on.empty()) parts.push_back(cat("due ", terms.due_on));
    if (terms.base == PaymentBase::month_end) parts.emplace_back("from the end of the month");
    if (terms.base == PaymentBase::delivery) parts.emplace_back("from delivery");
    return join(parts, ", ");
}

} // namespace besteld
