// SPDX-License-Identifier: Apache-2.0
#include "flow/look_up.hpp"

#include "base/zone.hpp"
#include "check/calendar.hpp"
#include "check/item_checks.hpp"
#include "check/own_limits.hpp"
#include "check/prices.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The last day that the document asks for anything: some prices are those of the delivery day.
std::optional<Date> latest_wish(const OrderDraft& draft) {
    std::optional<Date> latest;
    const auto look_at = [&](const MaybeDate& wish) {
        if (!wish) return;
        for (const auto* text : {&wish->value.start, &wish->value.end})
            if (const auto day = *text ? parse_iso_date(**text) : std::nullopt)
                latest = latest ? std::max(*latest, *day) : *day;
    };
    look_at(draft.requested);
    for (const auto& line : draft.lines) {
        look_at(line.requested);
        for (const auto& part : line.schedule)
            look_at(part.requested);
    }
    return latest;
}

// Whom the document names, for embargoes that go by name.
std::vector<std::string> names_in(const OrderDraft& draft) {
    std::vector<std::string> names;
    for (const auto& party : draft.parties)
        if (party.name) names.push_back(party.name->value);
    return names;
}

TermsQuery query_of(const OrderDraft& draft, const LookUpKeys& keys, const Identification& who,
                    Date price_date, std::optional<Instant> known_at) {
    return {.customer_no = who.customer_no,
            .item_codes = keys.item_codes,
            .gtins = keys.gtins,
            .buyer_items = keys.buyer_items,
            .phrases = keys.phrases,
            .item_words = keys.item_words,
            .quotations = keys.quotations,
            .parties = names_in(draft),
            .buyer_order_key = keys.buyer_order_key,
            .price_date = price_date,
            .delivered_by = latest_wish(draft),
            .known_at = known_at};
}

// Judged again, a case finds itself and what came after it: neither is an earlier order. A repeat
// is none either.
void keep_earlier_only(std::vector<EarlierOrder>& orders, std::int64_t case_id) {
    const auto repeat = name_of(OrderState::duplicate);
    std::erase_if(orders, [&](const EarlierOrder& e) {
        return e.state == repeat || (case_id != 0 && e.order_id >= case_id);
    });
}

} // namespace

LookedUp look_up(Store& store, const FlowSettings& settings, const Submission& submission,
                 const OrderDraft& draft, const std::vector<Correction>& corrections,
                 std::int64_t case_id, Instant now) {
    const Origins& origins = submission.origins;
    const LookUpKeys keys = look_up_keys(draft, origins, corrections);
    const auto hits = store.find_identities(keys.identities);
    LookedUp found{.who = identify_customer(draft, origins, hits, corrections),
                   .terms = {},
                   .order = {},
                   .price_date = Zone(settings.seller.zone).date_of(origins.received_at)};
    Terms& terms = found.terms;
    TermsQuery query = query_of(draft, keys, found.who, found.price_date, submission.known_at);
    terms = store.load_terms(settings.seller, query);
    const auto ask_also_for = [&](std::vector<std::string>& keys_asked,
                                  const std::vector<std::string>& more) {
        if (more.empty()) return;
        keys_asked.insert(keys_asked.end(), more.begin(), more.end());
        terms = store.load_terms(settings.seller, query);
    };
    if (!keys.words_beside_codes.empty() && words_are_wanted(draft, terms, found.price_date))
        ask_also_for(query.item_words, keys.words_beside_codes);
    // What only words name is known now: its prices and stock belong to the terms too.
    ask_also_for(query.item_codes, items_named_by_words(draft, terms, found.price_date));
    terms.hits = hits;
    terms.known_domains = store.known_domains();
    keep_earlier_only(terms.earlier, case_id);
    found.order = build_order(draft, origins, found.who, terms, corrections);
    auto same_content = store.earlier_with_content(found.order.customer_no, found.order.content_key,
                                                   now - same_content_window(terms));
    keep_earlier_only(same_content, case_id);
    for (const auto& earlier : same_content)
        if (std::ranges::find(terms.earlier, earlier.order_id, &EarlierOrder::order_id) ==
            terms.earlier.end())
            terms.earlier.push_back(earlier);
    return found;
}

Identification identify_sender(Store& store, const OrderDraft& draft, const Origins& origins) {
    const auto keys = look_up_keys(draft, origins, {});
    return identify_customer(draft, origins, store.find_identities(keys.identities), {});
}

std::vector<LineOffer> offers_for(const LookedUp& known, Instant received_at) {
    const Order& order = known.order;
    const Terms& terms = known.terms;
    std::vector<LineOffer> offers;
    for (const auto& line : order.lines) {
        LineOffer offer;
        if (const auto agreed = agreed_line_price(terms, order, line, known.price_date)) {
            offer.price = agreed->per_basis;
            offer.price_base = agreed->basis;
            offer.price_unit = agreed->unit;
            offer.discounts_spent = agreed->exclusive;
        }
        if (terms.agreement) {
            const DateSpec* asked = line.requested ? &line.requested->value : nullptr;
            offer.date = planned_day(terms, order.ship_to_id, asked, received_at, line.sku);
        }
        offers.push_back(std::move(offer));
    }
    return offers;
}

void keep_resolutions(std::vector<Finding>& findings, const std::vector<Finding>& decided) {
    for (auto& finding : findings) {
        const auto before = std::ranges::find_if(
            decided, [&](const Finding& old) { return same_finding(old, finding); });
        if (before != decided.end()) finding.resolved = before->resolved;
    }
}

} // namespace besteld
