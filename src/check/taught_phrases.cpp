// SPDX-License-Identifier: Apache-2.0
#include "check/taught_phrases.hpp"

#include "check/corrections.hpp"
#include "check/match_item.hpp"
#include "check/phrase_key.hpp"

#include <algorithm>

namespace besteld {

namespace {

bool was_declined(const std::vector<Finding>& findings, const OrderLine& line) {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return finding.line == line.index && finding.resolved &&
               finding.resolved->resolution == Resolution::reject;
    });
}

// Who looked at a reading that was not certain enough and said that it is right.
std::string who_confirmed(const std::vector<Finding>& findings, const OrderLine& line) {
    for (const Finding& finding : findings) {
        const bool is_doubt =
            finding.check == Check::reading_uncertain && finding.line == line.index;
        if (is_doubt && finding.resolved && finding.resolved->actor != "besteld" &&
            finding.resolved->resolution == Resolution::dismiss)
            return finding.resolved->actor;
    }
    return {};
}

// Empty when nobody did.
std::string teacher_of(const OrderLine& line, const std::vector<Correction>& corrections,
                       const std::vector<Finding>& findings) {
    if (const Correction* typed = find_correction(corrections, "line.sku", line.index))
        return typed->value == line.sku ? typed->actor : std::string{};
    if (line.match_step != "M6" && line.match_step != "M7") return {};
    return who_confirmed(findings, line);
}

// Which packing a person said the words mean; nothing when the line said it beside them.
std::string unit_taught(const LineDraft& draft, const OrderLine& line) {
    const bool named = line.unit_origin == Origin::typed || line.unit_origin == Origin::learned;
    return !draft.unit && !draft.unit_code && named ? line.unit : std::string{};
}

} // namespace

std::vector<TaughtPhrase> taught_phrases(const OrderDraft& draft, const Order& order,
                                         const std::vector<Correction>& corrections,
                                         const std::vector<Finding>& findings) {
    std::vector<TaughtPhrase> taught;
    for (const OrderLine& line : order.lines) {
        if (line.index >= draft.lines.size() || line.sku.empty()) continue;
        const LineDraft& written = draft.lines[line.index];
        if (!written.name || states_a_code(written) || was_declined(findings, line)) continue;
        TaughtPhrase next{.line = line.index,
                          .phrase = phrase_key(written.name->value),
                          .sku = line.sku,
                          .unit = unit_taught(written, line),
                          .login = teacher_of(line, corrections, findings)};
        if (next.phrase.empty() || next.login.empty()) continue;
        taught.push_back(std::move(next));
    }
    return taught;
}

} // namespace besteld
