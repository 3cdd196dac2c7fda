// SPDX-License-Identifier: Apache-2.0
#include "check/rules_run.hpp"

#include "base/text.hpp"
#include "check/catalogue.hpp"
#include "check/own_limits.hpp"
#include "check/rule_inputs.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

std::string tolerance_of(Check check, const Terms& terms) {
    const auto own = own_limit(terms, check);
    return own ? cat(own->to_string(), " by the agreement")
               : std::string(entry_of(check).tolerance);
}

using FindingsByRule = std::map<std::pair<Check, std::int64_t>, const Finding*>;

// The gravest finding of each rule and line; -1 is the order as a whole.
FindingsByRule by_rule(const std::vector<Finding>& findings) {
    FindingsByRule found;
    for (const auto& finding : findings) {
        const std::pair key{finding.check, finding.line ? std::int64_t{*finding.line} : -1};
        const auto [place, is_new] = found.emplace(key, &finding);
        if (!is_new && finding.severity > place->second->severity) place->second = &finding;
    }
    return found;
}

// What the rule says of the order (no line) or of one line; `inputs` is null when its words are of
// the other kind.
void add_run(std::vector<RuleRun>& runs, const Inquiry& inquiry, Check check,
             const RuleInputs* inputs, const OrderLine* line, const FindingsByRule& found) {
    RuleRun run{.check = check,
                .line = line != nullptr ? std::optional(line->index) : std::nullopt,
                .outcome = RuleOutcome::passed,
                .ordered = inputs != nullptr ? inputs->ordered(inquiry, line) : std::string{},
                .agreed = inputs != nullptr ? inputs->agreed(inquiry, line) : std::string{},
                .tolerance = tolerance_of(check, inquiry.terms)};
    if (run.ordered.empty() || run.agreed.empty()) run.outcome = RuleOutcome::not_applicable;
    const auto finding = found.find({check, line != nullptr ? std::int64_t{line->index} : -1});
    if (finding != found.end()) {
        const Finding& f = *finding->second;
        run.outcome = is_open(f) || f.severity == FindingSeverity::release_block
                          ? RuleOutcome::open
                          : RuleOutcome::noted;
        if (!f.ordered.empty()) run.ordered = f.ordered;
        if (!f.agreed.empty()) run.agreed = f.agreed;
    }
    runs.push_back(std::move(run));
}

const RuleInputs* rule_for(std::span<const RuleInputs> rules, Check check) {
    const auto found = std::ranges::find(rules, check, &RuleInputs::check);
    return found == rules.end() ? nullptr : &*found;
}

} // namespace

std::vector<RuleRun> rules_run(const OrderDraft& draft, const Order& order, const Origins& origins,
                               const Identification& who, const Terms& terms,
                               const std::vector<Finding>& findings, Instant now) {
    const Inquiry inquiry = inquiry_into(draft, order, origins, who, terms, now);
    const auto found = by_rule(findings);
    std::vector<RuleRun> runs;
    for (const auto& entry : catalogue()) {
        const Check check = entry.check;
        const auto* of_order = rule_for(rules_of_orders(), check);
        const auto* of_line = rule_for(rules_of_lines(), check);
        if (of_order != nullptr || found.contains({check, -1}))
            add_run(runs, inquiry, check, of_order, nullptr, found);
        for (const auto& line : order.lines)
            if (of_line != nullptr || found.contains({check, line.index}))
                add_run(runs, inquiry, check, of_line, &line, found);
    }
    return runs;
}

std::string_view name_of(RuleOutcome outcome) {
    switch (outcome) {
    case RuleOutcome::not_applicable:
        return "not applicable";
    case RuleOutcome::passed:
        return "passed";
    case RuleOutcome::noted:
        return "noted";
    case RuleOutcome::open:
        return "open";
    }
    return {};
}

} // namespace besteld
