// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "check/corrections.hpp"
#include "check/identity_keys.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

// A key with every customer that base data knows by it.
struct Rule {
    const IdentityKey* key = nullptr;
    std::set<std::string> customers;
};

std::vector<Rule> rules_that_hit(const std::vector<IdentityKey>& keys,
                                 const std::vector<IdentityHit>& hits, const Origins& origins) {
    std::vector<Rule> rules;
    for (const IdentityKey& key : keys) {
        Rule rule{.key = &key, .customers = {}};
        for (const IdentityHit& hit : hits) {
            if (hit.identity == key.identity) rule.customers.insert(hit.customer_no);
        }
        // The folder's owner is known by configuration, not by base data's identities.
        if (rule.customers.empty() && key.identity.kind == "customer_no" &&
            !origins.message_sender.empty() &&
            key.identity.value == to_upper_ascii(replace_all(origins.message_sender, " ", "")))
            rule.customers.insert(origins.message_sender);
        if (!rule.customers.empty()) rules.push_back(std::move(rule));
    }
    return rules;
}

// Rules that name one customer must all name the same; one that fits several must include it.
std::string conflict_of(const std::vector<Rule>& rules, const std::string& chosen) {
    std::vector<std::string> words;
    bool differs = false;
    for (const Rule& rule : rules) {
        if (rule.customers.contains(chosen) && !words.empty()) continue;
        if (!rule.customers.contains(chosen)) differs = true;
        const std::vector<std::string> names(rule.customers.begin(), rule.customers.end());
        words.push_back(cat(rule.key->words, " is ", join(names, " or ")));
    }
    return differs ? join(words, ", ") : std::string{};
}

} // namespace

Identification identify_customer(const OrderDraft& draft, const Origins& origins,
                                 const std::vector<IdentityHit>& hits,
                                 const std::vector<Correction>& corrections) {
    if (const Correction* typed = find_correction(corrections, "customer"))
        return {.customer_no = typed->value,
                .score = 100,
                .by = cat("chosen by ", typed->actor),
                .conflict = {},
                .candidates = {typed->value}};
    const std::vector<IdentityKey> keys = identity_keys(draft, origins);
    const std::vector<Rule> rules = rules_that_hit(keys, hits, origins);
    Identification result;
    std::set<std::string> seen;
    for (const Rule& rule : rules) {
        for (const std::string& customer : rule.customers) {
            if (seen.insert(customer).second) result.candidates.push_back(customer);
        }
    }
    const auto names_one = [](const Rule& rule) { return rule.customers.size() == 1; };
    const auto best = std::ranges::find_if(rules, names_one); // keys are sorted: strongest first
    if (best == rules.end()) return result;
    const std::string chosen = *best->customers.begin();
    result.score = best->key->score;
    result.by = best->key->words;
    result.conflict = conflict_of(rules, chosen);
    if (result.conflict.empty() && result.score >= sure_score) result.customer_no = chosen;
    return result;
}

} // namespace besteld
