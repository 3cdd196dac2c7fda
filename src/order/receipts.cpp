// SPDX-License-Identifier: Apache-2.0
#include "order/receipts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct SyntaxFault {
    std::string_view name;
    std::string_view code;
};
constexpr auto syntax_faults = std::to_array<SyntaxFault>({
    {used_again_code, "26"}, // duplicate detected
    {"edifact.reference_twice", "26"},
    {"edifact.unt_reference", "28"}, // references do not match
    {"edifact.reference", "28"},
    {"edifact.unt_count", "29"}, // control count does not match number of instances received
    {"edifact.count", "29"},
    {"edifact.mandatory", "13"}, // missing
    {"edifact.no_bgm", "13"},
    {"edifact.no_unt", "13"},
    {"edifact.no_unb", "13"},
    {"edifact.no_unz", "13"},
    {"edifact.no_message", "13"},
    {"edifact.cut_off", "13"},
    {"edifact.segment_order", "15"}, // not supported in this position
    {"edifact.bad_tag", "15"},
    {"edifact.outside_message", "15"},
    {"edifact.too_many_segments", "36"}, // too many segment group repetitions
    {"edifact.too_many_lines", "36"},
    {"edifact.segment_too_long", "16"}, // too many constituents
    {"edifact.number", "37"},           // invalid type of character(s)
    {"edifact.character_set", "21"},    // invalid character(s)
    {"edifact.date", "12"},             // invalid value
    {"edifact.code_value", "12"},
    {"edifact.element_missing", "13"},
    {"edifact.segment_missing", "13"},
    {"edifact.segment_place", "15"},
    {"edifact.element_surplus", "16"},
    {"edifact.segment_repeats", "35"}, // too many segment repetitions
    {"edifact.group_repeats", "36"},
    {"edifact.element_type", "37"},
    {"edifact.element_too_long", "39"},  // data element too long
    {"edifact.element_too_short", "40"}, // too short
});

constexpr std::string_view breaks_x12_set[] = {
    "x12.cut_off", "x12.no_head", "x12.bad_tag", "x12.segment_too_long", "x12.segment_order",
    "x12.too_many_lines", "x12.too_many_segments",
    // An error only where the partner's profile refuses what is a doubt elsewhere.
    "x12.element_missing", "x12.element_surplus", "x12.element_too_short", "x12.element_too_long",
    "x12.element_type", "x12.code_value", "x12.element_date", "x12.element_time",
    "x12.element_excluded", "x12.syntax_note", "x12.segment_place", "x12.segment_repeats"};

struct FormWord {
    std::string_view word;
    ReceiptForm form;
    EdiFamily family;
};
constexpr auto form_words = std::to_array<FormWord>({
    {"CONTRL", ReceiptForm::contrl, EdiFamily::edifact},
    {"APERAK", ReceiptForm::aperak, EdiFamily::edifact},
    {"TA1", ReceiptForm::ta1, EdiFamily::x12}, // before the groups
    {"997", ReceiptForm::functional_997, EdiFamily::x12},
    {"999", ReceiptForm::implementation_999, EdiFamily::x12},
    {"MLR", ReceiptForm::mlr, EdiFamily::ubl},
});

// UNB 0031 and ISA14 ask for CONTRL and TA1; 997 is X12's custom among those who have agreed on
// answers at all, and a refusal is never kept back (domain.md T03).
std::vector<ReceiptForm> by_custom(const ReceiptCause& cause) {
    if (cause.profile.empty() && !cause.asked) return {};
    switch (cause.family) {
    case EdiFamily::edifact:
        if (cause.asked || cause.refused) return {ReceiptForm::contrl};
        return {};
    case EdiFamily::x12: {
        std::vector<ReceiptForm> forms;
        if (cause.asked || cause.used_again) forms.push_back(ReceiptForm::ta1);
        const bool newer = cause.profile.find("999") != std::string::npos;
        if (!cause.profile.empty() && !cause.used_again)
            forms.push_back(newer ? ReceiptForm::implementation_999 : ReceiptForm::functional_997);
        return forms;
    }
    case EdiFamily::ubl:
        if (cause.refused) return {ReceiptForm::mlr};
        return {};
    case EdiFamily::none:
    case EdiFamily::cxml:
    case EdiFamily::opentrans:
    case EdiFamily::idoc:
    case EdiFamily::gs1:
    case EdiFamily::cii:
        return {};
    }
    return {};
}

bool is_time(ReceiptForm form, ReceiptWhen when, const ReceiptCause& cause) {
    // Nothing in an X12 envelope asks for 997: whoever named it wants it.
    const bool of_groups =
        form == ReceiptForm::functional_997 || form == ReceiptForm::implementation_999;
    switch (when) {
    case ReceiptWhen::always:
        return true;
    case ReceiptWhen::asked:
        return of_groups || cause.asked || cause.refused;
    case ReceiptWhen::errors:
        return cause.refused;
    }
    return true;
}

} // namespace

std::vector<ReceiptForm> receipts_due(const TrafficRules& rules, const ReceiptCause& cause) {
    std::vector<ReceiptForm> due;
    if (!rules.receipts) {
        if (cause.first_of_interchange) due = by_custom(cause);
        return due;
    }
    for (const auto& [word, form, family] : form_words) {
        const bool named = std::ranges::find(*rules.receipts, form) != rules.receipts->end();
        if (!named || family != cause.family) continue;
        if (!cause.first_of_interchange && form != ReceiptForm::aperak) continue;
        // A refused interchange has no groups that could be spoken of.
        if (cause.used_again && family == EdiFamily::x12 && form != ReceiptForm::ta1) continue;
        if (is_time(form, rules.receipts_when, cause)) due.push_back(form);
    }
    return due;
}

std::string_view edifact_syntax_code(std::string_view problem_code) {
    const auto* found = std::ranges::find(syntax_faults, problem_code, &SyntaxFault::name);
    return found == syntax_faults.end() ? std::string_view() : found->code;
}

bool refuses_message(const Problem& problem) {
    if (problem.severity != Severity::error) return false;
    return !edifact_syntax_code(problem.code).empty() || problem.code.starts_with("xml.") ||
           std::ranges::find(breaks_x12_set, problem.code) != std::end(breaks_x12_set);
}

std::optional<ReceiptForm> receipt_form_named(std::string_view word) {
    for (const auto& known : form_words)
        if (equal_ignoring_case(known.word, word)) return known.form;
    return std::nullopt;
}

} // namespace besteld
