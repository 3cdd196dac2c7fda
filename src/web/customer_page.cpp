// SPDX-License-Identifier: Apache-2.0
#include "web/customer_page.hpp"

#include "base/text.hpp"
#include "desk/typed_desk.hpp"
#include "web/complaint_pages.hpp"
#include "web/format.hpp"
#include "web/home_page.hpp"
#include "web/orders_page.hpp"
#include "web/queue_page.hpp"

#include <utility>

namespace besteld {

namespace {

void fact(Dictionary& page, const char* section, const std::string& words,
          const std::string& value) {
    if (value.empty()) return;
    auto& one = *page.AddSectionDictionary(section);
    put(one, "WORDS", words);
    put(one, "VALUE", value);
}

std::string weekdays_words(const std::string& digits, const Strings& words) {
    std::vector<std::string> days;
    for (const char digit : digits)
        days.push_back(words.at(cat("weekday.", digit)));
    return join(days, " ");
}

std::string deviations_words(const Agreement& agreed, const Strings& words) {
    switch (agreed.deviation_policy) {
    case DeviationPolicy::explicit_consent:
        return words.at("customer.explicit");
    case DeviationPolicy::silent_after:
        return words.fill("customer.silent", {{"n", std::to_string(agreed.silent_days)}});
    case DeviationPolicy::preagreed:
        break;
    }
    return words.at("customer.preagreed");
}

void fill_credit(Dictionary& page, const Agreement& agreed, const Viewer& viewer) {
    const auto& words = viewer.words;
    const auto currency = agreed.credit_currency.empty() ? agreed.currency : agreed.credit_currency;
    if (!agreed.credit_limit) return;
    fact(page, "TERM", words.at("customer.credit"),
         cat(format_money(agreed.credit_open, currency, words), " / ",
             format_money(*agreed.credit_limit, currency, words)));
    if (agreed.credit_as_of)
        fact(page, "TERM", words.at("customer.credit_of"),
             format_moment(*agreed.credit_as_of, viewer.zone, words));
}

void fill_terms(Dictionary& page, const Agreement& agreed, const Viewer& viewer) {
    const auto& words = viewer.words;
    const auto yes_no = [&](bool yes) { return words.at(yes ? "customer.yes" : "customer.no"); };
    const auto term = [&](const char* key, const std::string& value) {
        fact(page, "TERM", words.at(key), value);
    };
    term("customer.agreement", cat(agreed.number, " · ", format_validity(agreed, words)));
    term("customer.currency", agreed.currency);
    term("customer.deviations", deviations_words(agreed, words));
    term("customer.straight_through", yes_no(agreed.straight_through));
    term("customer.lead_days", std::to_string(agreed.lead_days));
    term("customer.cut_off", agreed.cut_off);
    term("customer.weekdays", weekdays_words(agreed.delivery_weekdays, words));
    term("customer.delivery_terms", agreed.delivery_terms);
    term("customer.payment_terms", agreed.payment_terms);
    if (agreed.minimum_value)
        term("customer.minimum", format_money(*agreed.minimum_value, agreed.currency, words));
    if (agreed.small_order_fee)
        term("customer.small_fee", format_money(*agreed.small_order_fee, agreed.currency, words));
    term("customer.partial", yes_no(agreed.partial_allowed));
    term("customer.backorder", yes_no(agreed.backorder_allowed));
    fill_credit(page, agreed, viewer);
    if (agreed.provenance.import_id != 0)
        term("customer.known_since",
             cat(format_moment(agreed.provenance.recorded_from, viewer.zone, words), " (",
                 agreed.provenance.import_id, ")"));
}

void fill_agreed(Dictionary& page, const Viewer& viewer, const CustomerView& view) {
    const auto& words = viewer.words;
    if (view.agreement)
        fill_terms(page, *view.agreement, viewer);
    else
        page.AddSectionDictionary("NOTHING_AGREED");
    for (const auto& other : view.other_agreements)
        put(*page.AddSectionDictionary("OTHER"), "WORDS",
            cat(other.number, " · ", format_validity(other, words)));
    for (const auto& place : view.ship_tos) {
        auto& one = *page.AddSectionDictionary("PLACE");
        put(one, "ID", place.id);
        put(one, "WORDS",
            cat(place.name, ", ", place.street, " ", place.house_no, ", ", place.postcode, " ",
                place.city));
        put_if(one, "DAYS", weekdays_words(place.delivery_weekdays, words));
        show(one, "USUAL", shown_if(place.is_default));
    }
    for (const auto& contact : view.customer.contacts) {
        auto& one = *page.AddSectionDictionary("CONTACT");
        put(one, "NAME", contact.name);
        put(one, "MAIL", contact.mail);
        put_if(one, "PHONE", contact.phone);
        show(one, "MAY_NOT_ORDER", shown_if(!contact.may_order));
    }
}

void fill_habits(Dictionary& page, const Viewer& viewer, const CustomerView& view) {
    const auto& words = viewer.words;
    show(page, "NO_HABITS", shown_if(view.habits.empty()));
    for (const auto& habit : view.habits) {
        auto& one = *page.AddSectionDictionary("HABIT");
        put(one, "CHANNEL", habit.channel);
        put(one, "ORDERS",
            words.fill("customer.orders_lately", {{"n", std::to_string(habit.orders)},
                                                  {"before", std::to_string(habit.orders_before)},
                                                  {"last", format_day(habit.last, words)}}));
        for (const auto& usual : habit.days)
            put(*one.AddSectionDictionary("USUAL"), "WORDS", usual_words(usual, words));
        if (habit.silence) put_if(one, "SILENT", silence_words(*habit.silence, words));
    }
}

void fill_rows(Dictionary& page, const char* section, const Viewer& viewer,
               const std::vector<QueueRow>& rows) {
    if (rows.empty()) return;
    auto& table = *page.AddSectionDictionary(section);
    for (const auto& row : rows)
        fill_queue_row(*table.AddSectionDictionary("ROW"), viewer, row);
}

void fill_open(Dictionary& page, const Viewer& viewer, const CustomerView& view) {
    const auto& words = viewer.words;
    fill_rows(page, "WAITING", viewer, view.waiting);
    fill_rows(page, "QUESTIONS", viewer, view.questions);
    fill_rows(page, "PROPOSALS", viewer, view.proposals);
    for (const auto& complaint : view.complaints)
        fill_complaint(*page.AddSectionDictionary("COMPLAINT"), complaint, words);
    show(page, "NOTHING_OPEN",
         shown_if(view.waiting.empty() && view.questions.empty() && view.proposals.empty() &&
                  view.complaints.empty()));
}

} // namespace

std::string customer_address(const std::string& customer_no) {
    return cat(customer_pages, percent_encode(customer_no));
}

std::expected<HttpResponse, DeskRefused> customer_page(const Pages& pages, const Viewer& viewer,
                                                       CustomerDesk& desk, TeachPages& teach,
                                                       const std::string& customer_no) {
    const auto opened = desk.open(customer_no, viewer.now);
    if (!opened) return std::unexpected(opened.error());
    const auto& view = *opened;
    const auto& words = viewer.words;
    const auto& customer = view.customer;
    const auto number = percent_encode(customer.no);
    Dictionary page("customer");
    fill_frame(page, viewer, customer.name);
    put(page, "NAME", customer.name);
    put(page, "NO", customer.no);
    put(page, "STATUS", words.at_or(cat("customer.", customer.status), customer.status));
    put(page, "QUEUE_URL", cat("/queue?customer=", number));
    put(page, "ORDERS_URL", cat("/orders?customer=", number));
    put(page, "COMPLAINTS_URL", cat("/complaints?customer=", number));
    if (may_take_orders(viewer.user.role))
        put_if(page, "TYPE_URL", cat("/typed?customer=", number));
    fact(page, "FACT", words.at("customer.phone"), customer.phone);
    fact(page, "FACT", words.at("customer.order_mail"), customer.order_mail);
    fact(page, "FACT", words.at("customer.edi"),
         customer.edi_id.empty() ? customer.edi_profile
                                 : cat(customer.edi_id, " ", customer.edi_profile));
    fact(page, "FACT", words.at("customer.vat"), customer.vat);
    fact(page, "FACT", words.at("customer.language"),
         words.at_or(cat("language.", customer.language), customer.language));
    fact(page, "FACT", words.at("customer.group"), customer.price_group);
    fill_open(page, viewer, view);
    fill_habits(page, viewer, view);
    fill_agreed(page, viewer, view);
    show(page, "NO_ORDERS", shown_if(view.last_orders.empty()));
    for (const auto& order : view.last_orders)
        fill_order_row(*page.AddSectionDictionary("ORDER_ROW"), viewer, order);
    auto& phrases = *page.AddSectionDictionary(view.phrases.empty() ? "NO_PHRASES" : "PHRASES");
    for (const auto& phrase : view.phrases) {
        auto& one = *phrases.AddSectionDictionary("PHRASE");
        put(one, "WORDS", phrase.phrase);
        put(one, "SKU", phrase.sku);
        put(one, "TIMES", std::int64_t{phrase.confirmations});
        put(one, "STATUS", words.at_or(cat("customer.phrase_", phrase.status), phrase.status));
    }
    teach.fill_customer(page, viewer, customer.no);
    return HttpResponse::page(pages.render("customer", viewer.words, page));
}

} // namespace besteld
