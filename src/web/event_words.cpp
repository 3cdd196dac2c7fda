// SPDX-License-Identifier: Apache-2.0
#include "web/event_words.hpp"

#include "base/text.hpp"
#include "order/complaint.hpp"
#include "web/format.hpp"

namespace besteld {

namespace {

struct Halves {
    std::string_view before;
    std::string_view after; // empty: the mark is not there
};

Halves cut(std::string_view text, std::string_view mark) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) return {text, {}};
    return {text.substr(0, at), text.substr(at + mark.size())};
}

// "price_below_agreed: accept_agreed, as agreed by phone"
std::string resolution_words(std::string_view reason, const Strings& words) {
    const auto [check, how] = cut(reason, ": ");
    const auto [way, why] = cut(how, ", ");
    const auto said = words.at_or(cat("check.", check), check);
    if (how.empty() || way == "taken back") return said;
    return cat(said, ": ", words.at_or(cat("way.", way), way), why.empty() ? "" : ", ", why);
}

// "KL-26-0042, cause by its words: quality", "KL-26-0042: quality"
std::string cause_words(std::string_view reason, const Strings& words) {
    const auto [before, cause] = cut(reason, ": ");
    if (!cause_by_name(cause)) return std::string(reason);
    return cat(cut(before, ",").before, ": ", words.at(cat("cause.", cause)));
}

// "KL-26-0042 is about SO-26-000412 line 2"
std::string link_words(std::string_view reason, const Strings& words) {
    const auto [before, line] = cut(reason, " line ");
    const auto [complaint, order] = cut(before, " is about ");
    return cat(complaint, order.empty() ? "" : cat(" → ", order),
               line.empty() ? "" : cat(", ", words.fill("ui.line_n", {{"n", std::string(line)}})));
}

// "line.price = 0.74"
std::string correction_words(std::string_view reason, const Strings& words) {
    const auto [field, value] = cut(reason, " = ");
    const auto key = cat("field.", field);
    if (value.empty() || !words.has(key)) return std::string(reason);
    return cat(words.at(key), " = ", format_value(value, words));
}

} // namespace

std::string event_words(const Step& step, const Strings& words) {
    return words.at_or(cat("event.", step.event), step.event);
}

std::string reason_words(const Step& step, const Strings& words) {
    if (step.reason.starts_with("R-")) return words.at_or(cat("reason.", step.reason), step.reason);
    if (step.event.starts_with("resolution.")) return resolution_words(step.reason, words);
    if (step.event == "complaint.registered" || step.event == "complaint.cause_named")
        return cause_words(step.reason, words);
    if (step.event == "complaint.linked") return link_words(step.reason, words);
    if (step.event == "complaint.passed_on") return format_value(step.reason, words);
    return correction_words(step.reason, words);
}

} // namespace besteld
