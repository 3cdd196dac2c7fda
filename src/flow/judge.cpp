// SPDX-License-Identifier: Apache-2.0
#include "flow/judge.hpp"

#include "base/zone.hpp"
#include "check/calendar.hpp"
#include "check/item_checks.hpp"
#include "check/own_limits.hpp"
#include "check/prices.hpp"
#include "order/decide_change.hpp"

#include <algorithm>

namespace besteld {

namespace {

// A decision stands while ordered and agreed stay what they were (domain.md 4.2).
void keep_resolutions(std::vector<Finding>& findings, const std::vector<Finding>& decided) {
    for (auto& finding : findings) {
        const auto before = std::ranges::find_if(
            decided, [&](const Finding& old) { return same_finding(old, finding); });
        if (before != decided.end()) finding.resolved = before->resolved;
    }
}

// What the checks' rules offer per line, for the answer: decide knows no rules of its own.
std::vector<LineOffer> offers_for(const Order& order, const Terms& terms, Instant received_at,
                                  Date price_date) {
    std::vector<LineOffer> offers;
    for (const auto& line : order.lines) {
        LineOffer offer;
        if (const auto agreed = agreed_line_price(terms, order, line, price_date)) {
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

struct LookedUp {
    Identification who;
    Terms terms;
    Order order;
    Date price_date{};
};

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

std::optional<std::uint32_t> moved(std::optional<std::uint32_t> line,
                                   const std::vector<std::optional<std::uint32_t>>& to) {
    return line && *line < to.size() ? to[*line] : std::nullopt;
}

// What was found about the change itself, in the lines of the order as it would become. What it is
// about is known, so it is no document that nobody can book.
std::vector<Finding> of_change(std::vector<Finding> findings, const Amended& amended) {
    std::erase_if(findings,
                  [](const Finding& f) { return f.check == Check::document_not_an_order; });
    for (auto& finding : findings)
        finding.line = moved(finding.line, amended.becomes);
    return findings;
}

// The order's own findings, in the lines of the order as it would become.
std::vector<Finding> of_order_before(const ChangedOrder& before, const Amended& amended) {
    std::vector<std::optional<std::uint32_t>> now_at(before.draft.lines.size());
    for (std::uint32_t i = 0; i < amended.came_from.size(); ++i)
        if (amended.came_from[i]) now_at[*amended.came_from[i]] = i;
    std::vector<Finding> findings;
    for (Finding finding : before.findings) {
        const bool of_line = finding.line.has_value();
        finding.line = moved(finding.line, now_at);
        if (!of_line || finding.line) findings.push_back(std::move(finding));
    }
    return findings;
}

// domain.md 3.4: only the changed part of a confirmed order is checked again; the rest stands as it
// was decided.
void add_order_findings(std::vector<Finding>& findings, std::vector<Finding> before,
                        std::vector<Finding> now, const Amended& amended) {
    const auto is_touched = [&](const Finding& f) {
        return f.line && std::ranges::find(amended.touched, *f.line) != amended.touched.end();
    };
    keep_resolutions(now, before);
    for (auto& finding : now)
        if (!finding.line || is_touched(finding)) findings.push_back(std::move(finding));
    for (auto& finding : before)
        if (finding.line && !is_touched(finding)) findings.push_back(std::move(finding));
}

ChangedQuantity quantities_of(const Terms& terms) {
    const bool differences = terms.customer && terms.customer->change_quantities == "difference";
    return differences ? ChangedQuantity::difference : ChangedQuantity::total;
}

// A change is judged as the order that it would make; a cancellation as it is.
Judgement judge_change(Store& store, const FlowSettings& settings, const Submission& submission,
                       const Command& command, LookedUp change, std::vector<Finding> findings,
                       Instant now) {
    const ChangedOrder& before = *submission.changes;
    const auto meant = lines_meant(before.order, submission.draft, change.order);
    Amended amended = amend(before.draft, before.corrections, submission.draft, meant,
                            quantities_of(change.terms));
    if (submission.draft.document_class == DocumentClass::order_cancellation)
        amended.draft = before.draft;
    amended.corrections.insert(amended.corrections.end(), submission.corrections.begin(),
                               submission.corrections.end());
    findings = of_change(std::move(findings), amended);
    LookedUp order = look_up(store, settings, submission, amended.draft, amended.corrections,
                             before.case_id, now);
    if (!is_open_to_changes(before.state) &&
        submission.draft.document_class == DocumentClass::order_change)
        add_order_findings(findings, of_order_before(before, amended),
                           check_amended_order(amended.draft, order.order, submission.origins,
                                               order.who, order.terms, now),
                           amended);
    keep_resolutions(findings, submission.decided);
    const ChangeContext about{.state = before.state,
                              .order_no = before.order_no,
                              .has_official_number = before.has_official_number,
                              .repeats_case = before.repeats_case,
                              .touched = amended.touched,
                              .came_from = amended.came_from,
                              .standing = before.standing};
    AnswerContext context = submission.answer_context;
    context.draft = &amended.draft;
    context.answered = &submission.draft;
    context.change = &about;
    context.offers =
        offers_for(order.order, order.terms, submission.origins.received_at, order.price_date);
    auto decision =
        decide(order.order, findings, order.terms, submission.history, command, context, now);
    return {.who = std::move(order.who),
            .terms = std::move(order.terms),
            .order = std::move(order.order),
            .findings = std::move(findings),
            .decision = std::move(decision),
            .amended = std::move(amended),
            .offers = std::move(context.offers)};
}

} // namespace

Judgement judge(Store& store, const FlowSettings& settings, const Submission& submission,
                const Command& command, Instant now) {
    const OrderDraft& draft = submission.draft;
    const Origins& origins = submission.origins;

    // A change is read with nobody's corrections: they speak of the order as it would become.
    const std::vector<Correction> none;
    const auto& corrections = submission.changes ? none : submission.corrections;
    LookedUp known =
        look_up(store, settings, submission, draft, corrections, submission.history.case_id, now);

    // check: from here on every line has an article of ours or a finding that says why not
    auto findings = check_order(draft, known.order, origins, known.who, known.terms, now);
    if (submission.changes)
        return judge_change(store, settings, submission, command, std::move(known),
                            std::move(findings), now);
    keep_resolutions(findings, submission.decided);

    // decide
    AnswerContext context = submission.answer_context;
    context.draft = &draft;
    context.offers = offers_for(known.order, known.terms, origins.received_at, known.price_date);
    const ChangeContext standing{.state = submission.history.state,
                                 .standing = submission.standing};
    if (command.kind == CommandKind::break_promise) context.change = &standing;
    auto decision =
        decide(known.order, findings, known.terms, submission.history, command, context, now);
    return {.who = std::move(known.who),
            .terms = std::move(known.terms),
            .order = std::move(known.order),
            .findings = std::move(findings),
            .decision = std::move(decision)};
}

} // namespace besteld
