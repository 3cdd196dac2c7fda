// SPDX-License-Identifier: Apache-2.0
#include "order/answer_words.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

namespace besteld {

std::string number_of(const Answer& answer) {
    if (answer.official_no.empty()) return answer.case_no;
    return answer.revision > 1 ? cat(answer.official_no, "/", answer.revision) : answer.official_no;
}

std::string reason_words(const std::string& code, const Words& words) {
    return words.at_or(cat("reason.", code), "reason.none");
}

std::string buyer_line_of(const Answer& answer, std::uint32_t index) {
    for (const auto& line : answer.lines)
        if (line.index == index) return one_line(line.buyer_line);
    return std::to_string(index + 1);
}

std::string agreement_of(const std::string& clause) {
    return one_line(clause.substr(0, clause.find(',')));
}

std::string day_or_open(const std::optional<Date>& date, const Words& words) {
    return date ? format_day(*date, words) : words.at("date_open");
}

std::string charge_name(const AnswerCharge& charge, const Answer& answer, const Words& words) {
    const std::string_view kind = charge.is_allowance ? "field.discount" : "field.surcharge";
    const std::string name = words.at_or(cat("charge.", charge.code), kind);
    return charge.line ? cat(words.at("line"), " ", buyer_line_of(answer, *charge.line), ": ", name)
                       : name;
}

std::string question_words(const Question& question, const Words& words) {
    return question.free_text.empty() ? words.at_or(cat("ask.", question.check), "ask.default")
                                      : one_line(question.free_text);
}

std::string value_for_customer(std::string_view value, const Words& words) {
    if (value.find_first_of("0123456789") == std::string_view::npos) return {};
    std::string out;
    for (const auto token : split(one_line(value), ' ')) {
        std::string word(token);
        const std::string label = cat("unit.", token);
        if (words.has(label)) {
            const std::string both = words.at(label);
            word = both.substr(both.find('|') + 1);
        }
        if (!out.empty()) out += ' ';
        out += word;
    }
    return out;
}

} // namespace besteld
