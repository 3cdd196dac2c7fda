// SPDX-License-Identifier: Apache-2.0
#include "deliver/edi_words.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/totals.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace besteld {

namespace {

// The number behind `word`; 0 when there is none.
unsigned number_behind(std::string_view text, std::string_view word) {
    const auto at = text.find(word);
    unsigned value = 0;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at + word.size(), text.data() + text.size(), value);
    return value;
}

} // namespace

EdiAddress edi_address(const std::string& text, std::string_view qualifier) {
    const auto colon = std::min(text.find(':'), text.size());
    return {text.substr(0, colon),
            colon + 1 < text.size() ? text.substr(colon + 1) : std::string(qualifier)};
}

std::string_view reason_text(std::string_view code) {
    struct Reason {
        std::string_view code;
        std::string_view text;
    };
    static constexpr std::array reasons =
        std::to_array<Reason>({{"R-PRICE", "price as agreed"},
                               {"R-PROMO", "promotion not valid"},
                               {"R-QTY", "quantity changed"},
                               {"R-PACK", "rounded to whole packs"},
                               {"R-MOQ", "minimum order quantity or value"},
                               {"R-UOM", "unit changed"},
                               {"R-ITEM", "item clarified"},
                               {"R-DISC", "item discontinued"},
                               {"R-ASSORT", "not in your assortment"},
                               {"R-EXH", "contract exhausted"},
                               {"R-STOCK", "out of stock"},
                               {"R-DATE", "delivery date changed"},
                               {"R-SLOT", "time slot not possible"},
                               {"R-SUBST", "substituted"},
                               {"R-CREDIT", "in processing"},
                               {"R-INC", "data missing"},
                               {"R-DUP", "already received"},
                               {"R-TERMS", "terms differ"},
                               {"R-TAX", "terms differ"},
                               {"R-ADDR", "terms differ"},
                               {"R-CONTR", "terms differ"},
                               {"R-STATE", "does not fit the state of the order"}});
    const auto* found = std::ranges::find(reasons, code, &Reason::code);
    return found != reasons.end() ? found->text : "see note";
}

std::string_view line_action_code(LineAnswer answer) {
    switch (answer) {
    case LineAnswer::accepted:
        return "5";
    case LineAnswer::changed:
        return "3";
    case LineAnswer::rejected:
        return "7";
    case LineAnswer::added:
        return "1";
    }
    return "5";
}

bool is_change_answer(const Answer& answer) {
    return answer.answered.document_class == DocumentClass::order_change ||
           answer.answered.document_class == DocumentClass::order_cancellation;
}

namespace {

// What is answered, where it is not the order itself (domain.md 3.4): a refusal of a change must
// not be taken for one of the order.
std::string change_sentence(const Answer& answer) {
    const bool cancels = answer.answered.document_class == DocumentClass::order_cancellation;
    const std::string what = cat(cancels ? "Cancellation" : "Change",
                                 answer.answered.number.empty() ? "" : " ", answer.answered.number);
    if (answer.kind == AnswerKind::rejection)
        return cat(what, " refused: the original order remains", answer.reason.empty() ? "" : ", ",
                   answer.reason.empty() ? std::string_view{} : reason_text(answer.reason), ".");
    if (answer.rest_only) return cat(what, " accepted for what was not delivered yet.");
    return cat(what, deviates(answer) ? " accepted in part." : " accepted.");
}

} // namespace

std::string header_text(const Answer& answer) {
    std::vector<std::string> sentences;
    if (is_change_answer(answer)) sentences.push_back(change_sentence(answer));
    for (const auto& deviation : answer.deviations)
        if (!deviation.line)
            sentences.push_back(cat(deviation.field, ": ordered ", deviation.ordered,
                                    ", confirmed ", deviation.confirmed, ", ",
                                    reason_text(deviation.reason), "."));
    if (answer.kind == AnswerKind::proposal && answer.answer_by)
        sentences.push_back(cat(answer.silence_consents ? "Taken as agreed if not refused by "
                                                        : "Proposal: needs your consent by ",
                                to_iso(*answer.answer_by), "."));
    if (answer.kind == AnswerKind::rejection && !is_change_answer(answer))
        sentences.push_back(cat("Order not accepted: ", reason_text(answer.reason), "."));
    if (!answer.clerk_text.empty()) sentences.push_back(answer.clerk_text);
    return join(sentences, " ");
}

std::string line_text(const Answer& answer, const AnswerLine& line) {
    std::vector<std::string> sentences;
    for (const auto& deviation : answer.deviations)
        if (deviation.line == line.index)
            sentences.push_back(cat(deviation.field, ": ordered ", deviation.ordered,
                                    ", confirmed ", deviation.confirmed, ", ",
                                    reason_text(deviation.reason)));
    return join(sentences, "; ");
}

std::string text_with_rest(const Answer& answer, const AnswerLine& line) {
    std::string text = line_text(answer, line);
    if (line.backorder && !line.backorder->is_zero())
        text += cat(text.empty() ? "" : "; ", line.backorder->to_string(), " ", line.unit,
                    " follow, date open");
    return text;
}

const Deviation* deviation_of(const Answer& answer, const AnswerLine& line,
                              std::string_view field) {
    const auto found = std::ranges::find_if(answer.deviations, [&](const Deviation& d) {
        return d.line == line.index && d.field == field;
    });
    return found == answer.deviations.end() ? nullptr : &*found;
}

std::optional<std::string> replaced_item(const Answer& answer, const AnswerLine& line) {
    const auto* deviation = deviation_of(answer, line, "item");
    if (!deviation || deviation->ordered == line.sku) return std::nullopt;
    return deviation->ordered;
}

std::optional<Date> one_date_for_all(const Answer& answer) {
    std::optional<Date> date;
    for (const auto& line : answer.lines) {
        if (!line.parts.empty() || !line.promised || (date && *date != *line.promised))
            return std::nullopt;
        date = line.promised;
    }
    return date;
}

std::vector<AnswerPart> parts_of(const AnswerLine& line) {
    if (line.answer == LineAnswer::rejected) return {};
    if (!line.parts.empty()) return line.parts;
    if (line.quantity.is_zero()) return {};
    return {{.quantity = line.quantity, .date = line.promised}};
}

Decimal dropped_quantity(const AnswerLine& line) {
    if (line.answer == LineAnswer::rejected) return line.ordered_quantity;
    if (line.unit != line.ordered_unit) return {};
    const Decimal rest = line.ordered_quantity - line.quantity - line.backorder.value_or(Decimal{});
    return rest > Decimal{} ? rest : Decimal{};
}

NamedParty party_in(const Answer& answer, PartyRole role) {
    for (const auto& party : answer.answered.parties)
        if (party.role == role && !party.id.empty()) return {party.scheme, party.id, party.name};
    return {};
}

std::optional<Decimal> price_per_one(const AnswerLine& line) {
    if (!line.price_unit.empty() && line.price_unit != line.unit) return std::nullopt;
    if (line.price_base == Decimal{1}) return line.price;
    const auto one = in_range(line.price, Decimal{1}, line.price_base, Decimal::places);
    const auto back = one ? in_range(*one, line.price_base, Decimal{1}, Decimal::places) : one;
    return back == line.price ? one : std::nullopt;
}

std::string timestamp(Date date, const std::string& hhmm, const std::string& zone) {
    const auto digits = [&](std::size_t at) {
        return at + 1 < hhmm.size() ? (hhmm[at] - '0') * 10 + (hhmm[at + 1] - '0') : 0;
    };
    const std::chrono::milliseconds since =
        std::chrono::hours{digits(0)} + std::chrono::minutes{digits(2)};
    const auto ahead = std::chrono::duration_cast<std::chrono::minutes>(
                           date + since - Zone(zone).instant(date, since))
                           .count();
    const auto minutes = ahead < 0 ? -ahead : ahead;
    const auto two = [](auto n) { return cat(n < 10 ? "0" : "", n); };
    return cat(to_iso(date), "T", two(digits(0)), ":", two(digits(2)), ":00", ahead < 0 ? "-" : "+",
               two(minutes / 60), ":", two(minutes % 60));
}

FaultPlace fault_place(const Problem& problem) {
    const std::string where = problem.place.where.words();
    FaultPlace place{.segment = number_behind(where, "segment "),
                     .element = number_behind(where, "element "),
                     .component = number_behind(where, "component ")};
    const auto open = where.find('(');
    const auto close = where.find(')', std::min(open, where.size()));
    if (open != std::string::npos && close != std::string::npos)
        place.tag = where.substr(open + 1, close - open - 1);
    return place;
}

} // namespace besteld
