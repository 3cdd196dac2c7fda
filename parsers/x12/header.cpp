// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/message.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::x12 {

namespace {

// What stands in the number's place when a template was sent unfilled (quirks.md 21).
bool is_placeholder(std::string_view number) {
    constexpr std::array<std::string_view, 10> words{
        "PONUMBER", "PONO", "PO",  "PURCHASEORDERNUMBER", "ORDERNUMBER", "NUMBER", "TBD",
        "NONE",     "NA",   "XXXX"};
    return std::ranges::find(words, normalise_code(number)) != words.end();
}

// G62 has its own list 432; these are the ones that orders use
std::string_view grocery_qualifier(std::string_view code) {
    if (code == "02") return "002"; // delivery requested on
    if (code == "10") return "010"; // requested ship
    if (code == "01") return "001"; // cancel after
    if (code == "38") return "038"; // ship no later
    if (code == "37") return "037"; // ship not before
    if (code == "64") return "064"; // deliver not before
    if (code == "63") return "063"; // deliver no later
    return {};
}

} // namespace

// BEG: 353 purpose, 92 type, 324 number, 328 release, 373 date, 367 contract, 587 acknowledgement
void MessageReader::begin_order(std::size_t i) {
    if (draft_.message_type != "850") return;
    head_seen_ = true;
    purpose(i, 1);
    order_type(i, 2);
    number(i, 3);
    draft_.buyer_version = view_.field(i, 4);
    draft_.order_date = view_.date_field(i, 5);
    if (auto contract = view_.field(i, 6))
        draft_.references.push_back({.type = "contract", .value = *std::move(contract)});
    acknowledgement(i, 7);
}

// BCH: 353, 92, 324 order, 328 release, 327 change sequence, 373 order date, 326, 367 contract,
// 127, 373, 373 change date
void MessageReader::begin_change(std::size_t i) {
    if (draft_.message_type != "860") return;
    head_seen_ = true;
    purpose(i, 1);
    order_type(i, 2);
    number(i, 3);
    draft_.buyer_version = view_.field(i, 5);
    draft_.order_date = view_.date_field(i, 6);
    if (!draft_.order_date) draft_.order_date = view_.date_field(i, 11);
    if (auto contract = view_.field(i, 8))
        draft_.references.push_back({.type = "contract", .value = *std::move(contract)});
    acknowledgement(i, 14);
}

// BAK of 855: 353, 587 answer, 324 the order answered, 373 its date, 328, 326, 367, 127 theirs
// BCA of 865: 353, 587, 324, 328, 327 change, 373, 326, 367, 127
void MessageReader::begin_answer(std::size_t i) {
    if (!is_answer()) return;
    const bool change = draft_.document_class == DocumentClass::order_change_response;
    draft_.response_code = view_.field(i, 2);
    draft_.order_number = view_.field(i, 3);
    draft_.order_date = view_.date_field(i, change ? 6 : 4);
    if (change) draft_.buyer_version = view_.field(i, 5);
    draft_.document_id = view_.field(i, change ? 9 : 8);
}

// BSI of 869: 127 reference, 373 date. The order stands in PRF.
void MessageReader::begin_inquiry(std::size_t i) {
    if (draft_.document_class != DocumentClass::order_status) return;
    draft_.document_id = view_.field(i, 1);
}

// PRF01 in the order levels of an 869
void MessageReader::prior_order(std::size_t i) {
    if (draft_.document_class != DocumentClass::order_status) return;
    auto number = view_.field(i, 1);
    if (!number) return;
    if (!draft_.order_number)
        draft_.order_number = std::move(number);
    else
        draft_.references.push_back({.type = "order", .value = *std::move(number)});
}

// G50 of 875 and 876: 563 status, 373 date, 324 number
void MessageReader::begin_grocery(std::size_t i) {
    if (!is_grocery()) return;
    head_seen_ = true;
    const std::string status = view_.text(i, 1);
    const auto at = view_.place(i, 1);
    auto function = MessageFunction::unknown;
    if (status == "N" || status == "O" || status.empty()) function = MessageFunction::original;
    if (status == "R") function = MessageFunction::replace;
    if (status == "C") function = MessageFunction::cancel;
    if (status == "D") function = MessageFunction::duplicate;
    draft_.function = {.value = function, .place = at};
    draft_.kind = {.value = OrderKind::standard, .origin = Origin::defaulted, .place = at};
    if (function == MessageFunction::unknown)
        view_.report(Severity::error, at, "x12.purpose",
                     cat("order status ", status, " (G50) is not known"),
                     "ask the buyer what the message is meant to do");
    if (function == MessageFunction::cancel)
        draft_.document_class = DocumentClass::order_cancellation;
    draft_.order_date = view_.date_field(i, 2);
    number(i, 3);
}

void MessageReader::purpose(std::size_t i, unsigned element) {
    const std::string code = view_.text(i, element);
    const auto known = message_function(code);
    const Place at = view_.place(i, element);
    draft_.function = {.value = known.value_or(MessageFunction::unknown), .place = at};
    if (!known) {
        view_.report(Severity::error, at, "x12.purpose",
                     cat("purpose code ", code.empty() ? "(none)" : code, " is not known"),
                     "ask the buyer what the message is meant to do");
        return;
    }
    if (*known == MessageFunction::cancel)
        draft_.document_class = DocumentClass::order_cancellation;
    else if (*known == MessageFunction::change)
        draft_.document_class = DocumentClass::order_change;
}

void MessageReader::order_type(std::size_t i, unsigned element) {
    const std::string code = view_.text(i, element);
    const auto known = order_kind(code);
    const Place at = view_.place(i, element);
    if (code.empty()) {
        draft_.kind = {.value = OrderKind::standard, .origin = Origin::defaulted, .place = at};
        return;
    }
    draft_.kind = {.value = known.value_or(OrderKind::unknown), .place = at};
    if (!known)
        view_.report(Severity::warning, at, "x12.order_type",
                     cat("order type ", code, " is not known"));
    const bool original = draft_.function && draft_.function->value == MessageFunction::original;
    if (original && code == "CF")
        draft_.function = {.value = MessageFunction::confirmation, .place = at};
    if (original && code == "IN") draft_.function = {.value = MessageFunction::copy, .place = at};
}

void MessageReader::number(std::size_t i, unsigned element) {
    auto number = view_.field(i, element);
    if (!number) return;
    if (is_placeholder(number->value)) {
        draft_.document_class = DocumentClass::other;
        view_.report(Severity::error, number->place, "x12.placeholder",
                     cat("\"", number->value,
                         "\" stands where the order number belongs; the "
                         "message is not taken as an order"),
                     "ask the sender for the real order");
        return;
    }
    draft_.order_number = std::move(number);
}

void MessageReader::acknowledgement(std::size_t i, unsigned element) {
    const std::string code = view_.text(i, element);
    if (const auto known = besteld::parsers::x12::ack_requested(code))
        draft_.ack_requested = {.value = *known, .place = view_.place(i, element)};
}

// CUR: 98, 100; in a line it is the currency of its price
void MessageReader::currency(std::size_t i) {
    auto code = view_.field(i, 2);
    if (!code) return;
    auto* here = line();
    auto& target = here ? here->currency : draft_.currency;
    if (!target) target = std::move(code);
}

// DTM: 374, 373, 337 time, 623 zone; old releases: 624 century, new ones: 1250 format, 1251 period
void MessageReader::date(std::size_t i) {
    const std::string qualifier = view_.text(i, 1);
    if (!tells_delivery(qualifier) && !tells_cancel(qualifier)) return;
    const std::string format = view_.text(i, 5);
    StatedDate stated{.qualifier = qualifier, .place = view_.place(i, 2)};
    if (auto day = view_.date(i, 2, format)) {
        stated.start = *day;
        stated.raw = cat(qualifier, ":", view_.text(i, 2));
        take_date(std::move(stated));
        return;
    }
    const std::string period = view_.text(i, 6);
    if (!view_.text(i, 2).empty() || period.empty()) return;
    const auto dash = period.find('-');
    const auto start =
        parse_date(std::string_view(period).substr(0, std::min(dash, period.size())));
    stated.place = view_.place(i, 6);
    stated.raw = cat(qualifier, ":", period);
    if (dash != std::string::npos)
        stated.end = parse_date(std::string_view(period).substr(dash + 1));
    const bool backwards = start && stated.end && *stated.end < *start;
    if (!start || backwards || (dash != std::string::npos && !stated.end)) {
        view_.report(Severity::error, stated.place, "x12.date",
                     cat("\"", period, "\" (", format, ") is no date"),
                     "expected CCYYMMDD or CCYYMMDD-CCYYMMDD");
        return;
    }
    stated.start = *start;
    take_date(std::move(stated));
}

// G62: 432, 373
void MessageReader::grocery_date(std::size_t i) {
    const auto qualifier = grocery_qualifier(view_.text(i, 1));
    if (qualifier.empty()) return;
    const auto day = view_.date(i, 2);
    if (!day) return;
    take_date({.qualifier = std::string(qualifier),
               .start = *day,
               .raw = cat(view_.text(i, 1), ":", view_.text(i, 2)),
               .place = view_.place(i, 2)});
}

void MessageReader::take_date(StatedDate stated) {
    if (tells_cancel(stated.qualifier))
        cancel_dates_.push_back(std::move(stated));
    else
        (line() ? line_dates_ : dates_).push_back(std::move(stated));
}

void MessageReader::settle_dates() {
    draft_.requested = choose_date(dates_);
    if (!cancel_dates_.empty()) draft_.cancel_after = cancel_after(cancel_dates_.front(), dates_);
    for (const auto& other : cancel_dates_)
        if (other.start != cancel_dates_.front().start) {
            view_.report(Severity::warning, other.place, "x12.cancel_twice",
                         "the order states more than one day after which it lapses",
                         "the first one is taken");
            return;
        }
}

// REF: 128, 127, 352. Behind an N1 it identifies the party.
void MessageReader::reference(std::size_t i) {
    if (party_reference(i)) return;
    auto value = view_.field(i, 2);
    if (!value) value = view_.field(i, 3);
    if (!value) return;
    const std::string type(reference_type(view_.text(i, 1)));
    if (type == "cost_reference" && !line() && !draft_.cost_reference) {
        draft_.cost_reference = std::move(value);
        return;
    }
    auto* here = line();
    auto& references = here ? here->references : draft_.references;
    references.push_back({.type = type, .value = *std::move(value)});
}

// N9 opens a loop of texts (MSG); its own text in N903 is one too.
void MessageReader::extended_reference(std::size_t i) {
    party_open_ = false;
    const std::string type(reference_type(view_.text(i, 1)));
    auto* here = line();
    if (auto value = view_.field(i, 2); value && type != "other") {
        auto& references = here ? here->references : draft_.references;
        references.push_back({.type = type, .value = *std::move(value)});
    }
    if (auto text = view_.field(i, 3)) (here ? here->notes : draft_.notes).push_back(*text);
}

// FOB: 146 who pays, 309, 352, 334, 335 Incoterm, 309, 352 place
void MessageReader::terms_of_delivery(std::size_t i) {
    if (line() || draft_.delivery_terms) return;
    draft_.delivery_terms = view_.field(i, 5);
    draft_.delivery_place = view_.field(i, 7);
    if (!draft_.delivery_place) draft_.delivery_place = view_.field(i, 3);
    const std::string payer = view_.text(i, 1);
    if (!draft_.delivery_terms && !payer.empty())
        draft_.notes.push_back(
            {.value = cat("freight: ", payer == "CC"   ? "collect"
                                       : payer == "PP" ? "prepaid by seller"
                                       : payer == "DF" ? "defined by buyer and seller"
                                                       : payer),
             .place = view_.place(i, 1)});
}

// ITD: 336, 333, 338 %, 370 date, 351 days, 446 net date, 386 net days, … 352 text in element 12
void MessageReader::terms_of_payment(std::size_t i) {
    if (line() || draft_.payment_terms) return;
    draft_.payment_terms = view_.field(i, 12);
    if (draft_.payment_terms) return;
    std::string words;
    const std::string percent = view_.text(i, 3);
    const std::string days = view_.text(i, 5);
    const std::string net = view_.text(i, 7);
    if (!percent.empty())
        words = cat(percent, " %", days.empty() ? "" : cat(" within ", days, " days"));
    if (!net.empty()) words += cat(words.empty() ? "" : ", ", "net ", net, " days");
    if (!words.empty())
        draft_.payment_terms = Field{.value = std::move(words), .place = view_.place(i)};
}

// CSH01, element 563
void MessageReader::sales_requirements(std::size_t i) {
    const std::string code = view_.text(i, 1);
    if (line() || draft_.partial_allowed || code.empty()) return;
    const bool complete_only = code == "SC" || code == "C";
    const bool parts = code == "Y" || code == "P2" || code == "BK" || code == "PB";
    if (complete_only || parts)
        draft_.partial_allowed =
            Field{.value = complete_only ? "no" : "yes", .place = view_.place(i, 1)};
    else
        draft_.notes.push_back(
            {.value = cat("sales requirement ", code, code == "N" ? " (no back order)" : ""),
             .place = view_.place(i, 1)});
}

// MSG01, NTE02, MTX02
void MessageReader::note(std::size_t i) {
    auto text = view_.field(i, view_.segment(i).tag == "MSG" ? 1 : 2);
    if (!text) return;
    auto* here = line();
    (here ? here->notes : draft_.notes).push_back(*std::move(text));
}

} // namespace besteld::parsers::x12
