// SPDX-License-Identifier: Apache-2.0
#include "flow/learn.hpp"

#include "check/phrase_key.hpp"
#include "check/taught_phrases.hpp"

#include <set>

namespace besteld {

namespace {

void confirm_taught(Store& store, const Case& accepted, Instant now) {
    std::set<std::pair<std::string, std::string>> told; // the same words twice are said once
    for (const TaughtPhrase& taught :
         taught_phrases(accepted.draft, accepted.order, accepted.corrections, accepted.findings)) {
        if (!told.emplace(taught.phrase, taught.sku).second) continue;
        store.confirm_phrase({.customer_no = accepted.order.customer_no,
                              .phrase = taught.phrase,
                              .sku = taught.sku,
                              .unit = taught.unit,
                              .factor = {},
                              .login = taught.login,
                              .case_id = accepted.id},
                             now);
    }
}

// So that whoever takes a phrase back sees which orders it has touched.
void note_uses(Store& store, const Case& accepted, const Terms& terms) {
    for (const OrderLine& line : accepted.order.lines) {
        if (line.match_step != "M5" && line.match_step != "M6") continue;
        const MaybeField& name = accepted.draft.lines.at(line.index).name;
        const std::string key = name ? phrase_key(name->value) : std::string{};
        for (const LearnedPhrase& phrase : terms.phrases)
            if (phrase.phrase == key && phrase.sku == line.sku)
                store.note_phrase_use(phrase.id, accepted.id);
    }
}

} // namespace

void learn_from(Store& store, const Case& accepted, const Terms& terms, Instant now) {
    if (accepted.order.customer_no.empty()) return;
    note_uses(store, accepted, terms);
    confirm_taught(store, accepted, now);
}

} // namespace besteld
