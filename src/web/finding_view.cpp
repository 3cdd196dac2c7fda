// SPDX-License-Identifier: Apache-2.0
#include "web/finding_view.hpp"

#include "base/text.hpp"
#include "web/format.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace besteld {

namespace {

constexpr std::string_view correctable[] = {
    "customer", "ship_to",       "requested", "order_number", "currency",
    "line.sku", "line.quantity", "line.unit", "line.price",   "line.requested"};

// Open ones first, the gravest on top, in the order's own order.
std::vector<std::size_t> reading_order(const std::vector<Finding>& findings) {
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto rank = [&](std::size_t i) {
        const auto& f = findings[i];
        const int gravity = -static_cast<int>(f.severity);
        return std::tuple(is_open(f) ? 0 : f.resolved ? 1 : 2, gravity, i);
    };
    std::ranges::sort(order, {}, rank);
    return order;
}

std::string line_words(const Finding& finding, const Case& the_case, const Strings& words) {
    if (!finding.line) return words.at("ui.whole_order");
    std::string number = std::to_string(*finding.line + 1), item;
    if (*finding.line < the_case.order.lines.size()) {
        const auto& line = the_case.order.lines[*finding.line];
        if (!line.buyer_line.empty()) number = line.buyer_line;
        item = line.sku.empty() ? line.item_text : line.sku;
    }
    return cat(words.fill("ui.line_n", {{"n", number}}), item.empty() ? "" : cat(" · ", item));
}

std::string proposed_words(const Finding& finding, const Strings& words) {
    const bool ours =
        finding.suggested == Resolution::accept_agreed && !finding.suggested_value.empty();
    return format_said(ours ? finding.suggested_value : finding.agreed, words);
}

std::string severity_marks(FindingSeverity severity) {
    switch (severity) {
    case FindingSeverity::block:
        return "▲▲▲";
    case FindingSeverity::release_block:
        return "▲▲▲";
    case FindingSeverity::warn:
        return "▲▲";
    case FindingSeverity::gate:
        return "▲";
    case FindingSeverity::info:
        return "▲";
    }
    return "▲";
}

struct Decidable {
    bool by_anyone = false; // may_decide(): the state and the role allow it
    bool lead = false;      // and he is the one whom the ways kept back are kept for
};

void fill_correction(Dictionary& way, const Viewer& viewer, const CaseView& view,
                     const Finding& finding) {
    std::string_view field = field_of(finding.check);
    if (field == "line.requested" && !finding.line) field = "requested";
    if (field.empty() || (field.starts_with("line.") && !finding.line)) {
        // No single field is meant: the person says which.
        auto& choose = *way.AddSectionDictionary("CHOOSE");
        fill_field_choices(choose, viewer, view);
        return;
    }
    auto& one = *way.AddSectionDictionary("CORRECT");
    put(one, "FIELD", field);
    put(one, "FIELD_WORDS", viewer.words.at(cat("field.", field)));
    if (finding.line && field.starts_with("line.")) put(one, "LINE", std::int64_t{*finding.line});
    if (field == "ship_to" && !view.ship_tos.empty()) {
        auto& choice = *one.AddSectionDictionary("SHIP_TO_CHOICE");
        for (const auto& ship_to : view.ship_tos) {
            auto& option = *choice.AddSectionDictionary("OPTION");
            put(option, "VALUE", ship_to.id);
            put(option, "WORDS",
                cat(ship_to.id, " · ", ship_to.name, ", ", ship_to.street, " ", ship_to.house_no,
                    ", ", ship_to.postcode, " ", ship_to.city));
            show(option, "CHOSEN", shown_if(ship_to.id == finding.suggested_value));
        }
        return;
    }
    auto& input = *one.AddSectionDictionary("INPUT");
    put(input, "FIELD_WORDS", viewer.words.at(cat("field.", field)));
    const auto number = Decimal::parse(finding.suggested_value);
    put(input, "VALUE",
        finding.suggested != Resolution::correct ? std::string{}
        : number && (field == "line.quantity" || field == "line.price")
            ? replace_all(format_number(*number, 0, viewer.words), "\u202f", "")
            : finding.suggested_value);
    if (field == "line.sku") put(input, "LIST", "items");
}

void fill_way(Dictionary& one, const Viewer& viewer, const CaseView& view, const Finding& finding,
              const WayOut& way, const Decidable& who) {
    const auto& words = viewer.words;
    const bool mine = who.by_anyone && (!way.lead_only || who.lead);
    put(one, "RESOLUTION", name_of(way.resolution));
    put(one, "WORDS", words.at(cat("way.", name_of(way.resolution))));
    put(one, "THEN", consequence_words(finding, way, words));
    show(one, "SUGGESTED", shown_if(finding.suggested == way.resolution));
    show(one, "LEAD_ONLY", shown_if(way.lead_only && !mine));
    auto& form = *one.AddSectionDictionary("FORM");
    // The credit controller refuses by asking for payment; the question itself is a clerk's (T16b).
    const bool asks = way.resolution == Resolution::ask && !is_for_credit(finding.check);
    const auto* verb = way.resolution == Resolution::correct ? "correct" : asks ? "ask" : "resolve";
    put(form, "ACTION", cat("/case/", view.the_case.id, "/", verb));
    show(form, "OFF", shown_if(!mine));
    if (!mine) return;
    put_if(form, "KEY", key_of(way.resolution));
    if (way.resolution == Resolution::correct) fill_correction(form, viewer, view, finding);
    show(form, "REASON", shown_if(needs_reason(way.resolution)));
    show(form, "QUESTION", shown_if(asks));
}

void fill_facts(Dictionary& one, const Viewer& viewer, const CaseView& view,
                const Finding& finding) {
    const auto& words = viewer.words;
    put_if(one, "ORDERED", ordered_words(finding, words));
    put_if(one, "AGREED", agreed_words(finding, words));
    // Sentences in the place of values are not set large.
    constexpr std::size_t longest_value = 28;
    show(one, "WIDE",
         shown_if(finding.ordered.size() > longest_value || finding.agreed.size() > longest_value));
    show(one, "UNEQUAL", shown_if(!finding.ordered.empty() && !finding.agreed.empty()));
    put_if(one, "DIFFERENCE", format_said(finding.difference, words));
    put_if(one, "CLAUSE", format_said(finding.clause, words));
    put_if(one, "QUOTE", finding.quote);
    put_if(one, "WHERE", finding.source.where.words());
    put_if(one, "PASSES", passes_words(finding, words));
    put_if(one, "TRACE", finding.trace);
    if (finding.money)
        put_if(one, "MONEY", format_money(*finding.money, view.the_case.order.currency, words));
}

void fill_resolved(Dictionary& one, const Viewer& viewer, const CaseView& view,
                   const Finding& finding, Shown undo, Shown undo_key) {
    auto& done = *one.AddSectionDictionary("RESOLVED");
    put(done, "WORDS", viewer.words.at(cat("way.", name_of(finding.resolved->resolution))));
    put(done, "BY", finding.resolved->actor);
    const auto at = parse_iso_instant(finding.resolved->at);
    put(done, "AT", at ? format_moment(*at, viewer.zone, viewer.words) : finding.resolved->at);
    put_if(done, "WHY", finding.resolved->reason);
    if (undo == Shown::no) return;
    auto& form = *done.AddSectionDictionary("UNDO");
    put(form, "ACTION", cat("/case/", view.the_case.id, "/unresolve"));
    show(form, "UNDO_KEY", undo_key);
}

// What a person decided last: that is what "take back" means.
std::optional<std::size_t> last_decided(const std::vector<Finding>& findings) {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (findings[i].resolved && findings[i].resolved->actor != "besteld" &&
            (!last || findings[*last].resolved->at < findings[i].resolved->at))
            last = i;
    return last;
}

} // namespace

std::string agreed_words(const Finding& finding, const Strings& words) {
    return format_said(finding.agreed, words);
}

// Only the stock check puts words of its own into what was ordered; elsewhere they may be the
// customer's.
std::string ordered_words(const Finding& finding, const Strings& words) {
    return finding.check == Check::not_enough_stock ? format_said(finding.ordered, words)
                                                    : format_value(finding.ordered, words);
}

std::string_view field_of(Check check) {
    switch (check) {
    case Check::customer_unknown:
    case Check::identity_conflict:
    case Check::customer_not_active:
        return "customer";
    case Check::ship_to_not_permitted:
    case Check::ship_to_incomplete:
        return "ship_to";
    case Check::order_number_missing:
        return "order_number";
    case Check::currency_not_agreed:
        return "currency";
    case Check::delivery_date_missing:
    case Check::date_in_past:
    case Check::lead_time_too_short:
    case Check::not_a_delivery_day:
    case Check::outside_unloading_hours:
    case Check::too_far_ahead:
    case Check::despatch_date_given:
    case Check::cancel_date_passed:
        return "line.requested";
    case Check::item_unknown:
    case Check::item_identifiers_disagree:
    case Check::gtin_check_digit_wrong:
    case Check::item_not_sellable:
    case Check::not_in_assortment:
    case Check::specification_differs:
    case Check::description_contradicts:
        return "line.sku";
    case Check::unit_unknown:
    case Check::unit_not_as_agreed:
        return "line.unit";
    case Check::price_below_agreed:
    case Check::price_above_agreed:
    case Check::no_agreed_price:
    case Check::price_base_differs:
    case Check::price_below_floor:
    case Check::price_includes_tax:
    case Check::quotation_differs:
    case Check::line_amount_differs:
        return "line.price";
    case Check::quantity_missing:
    case Check::not_a_multiple:
    case Check::below_minimum_quantity:
    case Check::fraction_of_a_piece:
    case Check::not_enough_stock:
    case Check::framework_exhausted:
    case Check::release_outside_limits:
    case Check::above_maximum_quantity:
    case Check::unusual_quantity:
    case Check::schedule_sum_differs:
    case Check::change_amount_unclear:
    case Check::duplicate_lines:
        return "line.quantity";
    default:
        return {};
    }
}

void fill_field_choices(Dictionary& to, const Viewer& viewer, const CaseView& view) {
    for (const auto field : correctable) {
        auto& one = *to.AddSectionDictionary("FIELD_CHOICE");
        put(one, "VALUE", field);
        put(one, "WORDS", viewer.words.at(cat("field.", field)));
    }
    for (const auto& line : view.the_case.order.lines) {
        auto& one = *to.AddSectionDictionary("LINE_CHOICE");
        put(one, "VALUE", std::int64_t{line.index});
        put(one, "WORDS",
            cat(line.buyer_line.empty() ? std::to_string(line.index + 1) : line.buyer_line, " · ",
                line.sku.empty() ? line.item_text : line.sku));
    }
}

std::string_view key_of(Resolution resolution) {
    switch (resolution) {
    case Resolution::accept_agreed:
        return "c";
    case Resolution::accept_ordered:
        return "a";
    case Resolution::correct:
        return "e";
    case Resolution::ask:
        return "m";
    case Resolution::reject:
        return "r";
    case Resolution::substitute:
        return "s";
    case Resolution::split:
        return "t";
    case Resolution::backorder:
        return "b";
    case Resolution::reduce:
        return "x";
    case Resolution::hold:
        return "h";
    case Resolution::dismiss:
        return "d";
    case Resolution::merge:
        return "g";
    }
    return {};
}

bool needs_reason(Resolution resolution) {
    return resolution == Resolution::accept_ordered || resolution == Resolution::dismiss;
}

std::string passes_words(const Finding& finding, const Strings& words) {
    return words.fill(
        cat("passes.", name_of(finding.check)),
        {{"agreed", agreed_words(finding, words)}, {"ordered", ordered_words(finding, words)}});
}

std::string consequence_words(const Finding& finding, const WayOut& way, const Strings& words) {
    const auto key = way.resolution == Resolution::reject && !finding.line
                         ? std::string("then.reject_order")
                         : cat("then.", name_of(way.resolution));
    return words.fill(key, {{"agreed", proposed_words(finding, words)},
                            {"ordered", ordered_words(finding, words)},
                            {"value", format_value(finding.suggested_value, words)}});
}

void fill_findings(Dictionary& page, const Viewer& viewer, const CaseView& view,
                   const SourceMarks& marks, const std::vector<std::size_t>& handles) {
    const auto& words = viewer.words;
    const auto& findings = view.the_case.findings;
    const auto open = std::ranges::count_if(findings, is_open);
    put(page, "OPEN_COUNT",
        words.fill(open == 0 ? "ui.none_open" : "ui.n_open", {{"n", std::to_string(open)}}));
    const auto last = last_decided(findings);
    bool first_open = true;
    for (const auto index : reading_order(findings)) {
        const auto& finding = findings[index];
        auto& one = *page.AddSectionDictionary("FINDING");
        const Role role = viewer.user.role;
        const bool deciding = !view.held && may_decide(role, view.the_case.state, finding);
        const Decidable who{deciding,
                            is_for_credit(finding.check) ? role == Role::credit : is_lead(role)};
        put(one, "INDEX", static_cast<std::int64_t>(index));
        put(one, "SENTENCE", check_words(name_of(finding.check), words));
        put(one, "ABOUT", line_words(finding, view.the_case, words));
        put(one, "SEVERITY", name_of(finding.severity));
        put(one, "SEVERITY_WORDS", words.at(cat("severity.", name_of(finding.severity))));
        put(one, "SEVERITY_MARKS", severity_marks(finding.severity));
        put(one, "MARKS", marks.ids_of(handles.at(index)));
        put_if(one, "SOURCE", marks.first_id_of(handles.at(index)));
        fill_facts(one, viewer, view, finding);
        if (finding.resolved) {
            fill_resolved(one, viewer, view, finding,
                          shown_if(deciding && finding.resolved->actor != "besteld"),
                          shown_if(last == index));
            put(one, "STATUS", "done");
            continue;
        }
        put(one, "STATUS", is_open(finding) ? "open" : "info");
        show(one, "CURRENT", shown_if(is_open(finding) && first_open));
        if (is_open(finding)) first_open = false;
        for (const auto& way : finding.ways_out)
            fill_way(*one.AddSectionDictionary("WAY"), viewer, view, finding, way, who);
    }
}

std::string four_eyes_words(const std::string& reason, const Strings& words) {
    const auto key = cat("four_eyes.", reason);
    if (words.has(key)) return words.at(key);
    constexpr std::string_view worth = "the order is worth more than ";
    if (reason.starts_with(worth))
        return words.fill("four_eyes.worth",
                          {{"value", format_value(reason.substr(worth.size()), words)}});
    constexpr std::string_view accepted = " was accepted as ordered", lifted = " was lifted by ";
    if (reason.ends_with(accepted))
        return words.fill(
            "four_eyes.accepted_ordered",
            {{"check", check_words(reason.substr(0, reason.size() - accepted.size()), words)}});
    constexpr std::string_view block = "the block ";
    if (const auto at = reason.find(lifted); reason.starts_with(block) && at != std::string::npos)
        return words.fill(
            "four_eyes.lifted",
            {{"check", check_words(reason.substr(block.size(), at - block.size()), words)},
             {"way", words.at_or(cat("way.", reason.substr(at + lifted.size())), "")}});
    constexpr std::string_view description = ": the item was matched by its description only";
    if (reason.ends_with(description))
        return words.fill("four_eyes.description",
                          {{"n", reason.substr(5, reason.size() - 5 - description.size())}});
    return reason;
}

} // namespace besteld
