// SPDX-License-Identifier: Apache-2.0
#include "parsers/edifact/message.hpp"

#include "base/text.hpp"
#include "parsers/edifact/codes.hpp"

#include <algorithm>

namespace besteld::parsers::edifact {

namespace {

// 3453 of FTX to the languages that we know
std::string language_of(std::string_view code) {
    const std::string lower = to_lower_ascii(code);
    for (const std::string_view known : {"nl", "en", "de", "fr", "zh"})
        if (lower == known) return lower;
    return {};
}

std::string period_word(std::string_view code, std::string_view count) {
    const std::string plural = count == "1" ? "" : "s";
    if (code == "D" || code == "CD") return "day" + plural;
    if (code == "W") return "week" + plural;
    if (code == "M") return "month" + plural;
    return {};
}

} // namespace

// Texts that were cut at the width of their component continue without a blank.
std::string MessageReader::joined(std::size_t i, unsigned element, unsigned first, unsigned last,
                                  std::size_t width) const {
    std::string out;
    bool was_full = true;
    for (unsigned component = first; component <= last; ++component) {
        const std::string piece = view_.text(i, {element, component});
        if (piece.empty()) continue;
        if (!was_full) out += ' ';
        out += piece;
        was_full = piece.size() == width;
    }
    return out;
}

void MessageReader::document(std::size_t i) {
    if (bgm_seen_) {
        if (becomes_order())
            view_.report(Severity::error, view_.place(i), "edifact.segment_order",
                         "a second BGM in one message",
                         "probably UNT and UNH between two messages are missing");
        return;
    }
    bgm_seen_ = true;
    bgm_number_ = view_.field(i, {2, 1});
    if (!is_wanted()) return;
    document_code(i);
    draft_.buyer_version = view_.field(i, {2, 3}); // C106 1060, from D.97A on
    const std::string response = view_.text(i, {4, 1});
    if (const auto wanted = ack_requested(response))
        draft_.ack_requested = {.value = *wanted, .place = view_.place(i, {4, 1})};
}

void MessageReader::document_code(std::size_t i) {
    const std::string code = view_.text(i, {1, 1});
    const std::string function = view_.text(i, {3, 1});
    // 1001 decides the message's kind before 1225: a change with function 9 is no new order
    if (becomes_order() && code == "230") draft_.document_class = DocumentClass::order_change;
    if (becomes_order() && code == "231") draft_.document_class = DocumentClass::order_response;
    if (becomes_order() && function == "1")
        draft_.document_class = DocumentClass::order_cancellation;
    if (!function.empty()) {
        const auto known = answers() ? response_function(function) : message_function(function);
        draft_.function = {.value = known.value_or(MessageFunction::unknown),
                           .place = view_.place(i, {3, 1})};
        if (!known)
            view_.report(Severity::warning, view_.place(i, {3, 1}), "edifact.function",
                         cat("message function ", function, " (BGM 1225) is not known"));
    }
    if (draft_.message_type != "ORDERS" || code.empty() || code == "230" || code == "231") return;
    const auto kind = order_kind(code);
    draft_.kind = {.value = kind.value_or(OrderKind::unknown), .place = view_.place(i, {1, 1})};
    if (!kind)
        view_.report(Severity::warning, view_.place(i, {1, 1}), "edifact.document_code",
                     cat("document code ", code, " (BGM 1001) is not known as a kind of order"),
                     "a person must say what kind of order it is");
}

// OSTENQ names its orders by DOC+220+number.
void MessageReader::document_reference(std::size_t i) {
    if (draft_.document_class != DocumentClass::order_status) return;
    auto number = view_.text(i, {1, 1}) == "220" ? view_.field(i, {2, 1}) : std::nullopt;
    if (!number) return;
    if (!draft_.order_number)
        draft_.order_number = std::move(number);
    else
        draft_.references.push_back({.type = "order", .value = *std::move(number)});
}

void MessageReader::date(std::size_t i) {
    if (section_ == Section::header) ++header_dates_;
    if (!require_qualifier(i)) return;
    const std::string qualifier = view_.text(i, {1, 1});
    if (line())
        line_date(i, qualifier);
    else
        header_date(i, qualifier);
}

void MessageReader::header_date(std::size_t i, const std::string& qualifier) {
    if (group_ == Group::payment) return payment_date(i);
    const auto wanted = answers() ? Wanted::promised_by_the_seller : Wanted::by_the_buyer;
    const bool lapses = qualifier == "61" || qualifier == "43E";
    if (qualifier != "137" && !lapses && !tells_delivery(qualifier, wanted)) return;
    auto stated = view_.date(i);
    if (!stated) return;
    if (lapses) {
        draft_.cancel_after = cancel_after(*stated);
    } else if (qualifier != "137") {
        dates_.push_back(*std::move(stated));
    } else if (!draft_.order_date) {
        draft_.order_date = Field{.value = to_iso_text(stated->period), .place = stated->place};
    } else if (draft_.order_date->value != to_iso_text(stated->period)) {
        view_.report(Severity::warning, stated->place, "edifact.two_dates",
                     cat("a second document date ", to_iso_text(stated->period), " beside ",
                         draft_.order_date->value));
    }
}

// FTX: 4451, 4453, C107 coded text, C108 five lines of free text, 3453 language
void MessageReader::free_text(std::size_t i) {
    std::string words = joined(i, 4, 1, 5, 70);
    Place place = view_.place(i, {4, 1});
    if (words.empty()) {
        words = joined(i, 3, 1, 1, 70);
        place = view_.place(i, {3, 1});
    }
    if (draft_.language.empty()) draft_.language = language_of(view_.text(i, {5, 1}));
    if (words.empty()) return;
    Field note{.value = std::move(words), .place = std::move(place)};
    auto* here = line();
    (here ? here->notes : draft_.notes).push_back(std::move(note));
}

void MessageReader::reference(std::size_t i) {
    if (group_ != Group::party && group_ != Group::schedule) open(Group::reference);
    if (is_wanted() && !require_qualifier(i)) return;
    if (group_ == Group::party && party_reference(i)) return;
    const std::string qualifier = view_.text(i, {1, 1});
    auto value = view_.field(i, {1, 2});
    if (!value) return;
    const auto position = view_.text(i, {1, 3});
    Reference reference{.type = std::string(reference_type(qualifier)), .value = *value};
    if (!position.empty()) reference.line = position;
    auto* here = line();
    if (qualifier == "PP" && !here) draft_.buyer_version = value;
    if (here && !here->original_line && draft_.document_class != DocumentClass::order &&
        (qualifier == "ON" || qualifier == "LI"))
        here->original_line = qualifier == "ON" ? view_.field(i, {1, 3}) : value;
    (here ? here->references : draft_.references).push_back(std::move(reference));
}

// CUX C504 6347:6345:6343; 2 is the currency of the order, 3 a target currency
void MessageReader::currency(std::size_t i) {
    if (view_.text(i, {1, 1}) == "3") return;
    auto code = view_.field(i, {1, 2});
    if (!code) return;
    code->value = to_upper_ascii(code->value);
    if (auto* here = line()) {
        here->currency = std::move(code);
        return;
    }
    open(Group::none);
    if (!draft_.currency || view_.text(i, {1, 1}) == "2") draft_.currency = std::move(code);
}

// PAT: 4279, C110, C112 2475:2009:2151:2152
void MessageReader::payment(std::size_t i) {
    payment_.push_back({.type = view_.text(i, {1, 1}),
                        .count = view_.text(i, {3, 4}),
                        .period = view_.text(i, {3, 3}),
                        .raw = view_.segment_text(i)});
    if (!draft_.payment_terms) draft_.payment_terms = Field{.place = view_.place(i)};
}

void MessageReader::payment_date(std::size_t i) {
    const auto stated = view_.date(i);
    if (stated && !payment_.empty()) payment_.back().due = to_iso(stated->period.start);
}

// The codes as the words that people use, so that they compare with an agreement; a term that has
// no such words stays as written.
void MessageReader::settle_payment() {
    std::string out;
    for (const auto& term : payment_) {
        const std::string word = period_word(term.period, term.count);
        std::string text = term.raw;
        if (term.type == "22" && !word.empty() && !term.percent.empty())
            text = cat(term.count, " ", word, " ", term.percent, " %");
        else if ((term.type == "1" || term.type == "3") && !word.empty() && !term.count.empty())
            text = cat(term.count, " ", word, " net");
        else if ((term.type == "1" || term.type == "3") && !term.due.empty())
            text = cat("due ", term.due);
        if (!out.empty()) out += ", ";
        out += text;
    }
    if (draft_.payment_terms) draft_.payment_terms->value = std::move(out);
}

// TOD: 4055 (6 delivery condition), 4215, C100 4053 Incoterm or 4052 words
void MessageReader::terms(std::size_t i) {
    auto code = view_.field(i, {3, 1});
    if (!code) code = view_.field(i, {3, 4});
    if (!code || line()) return;
    if (!draft_.delivery_terms || view_.text(i, {1, 1}) == "6")
        draft_.delivery_terms = std::move(code);
}

void MessageReader::location(std::size_t i) {
    if (line()) return delivery_place(i);
    if (group_ != Group::terms || draft_.delivery_place) return;
    draft_.delivery_place = view_.field(i, {2, 4});
    if (!draft_.delivery_place) draft_.delivery_place = view_.field(i, {2, 1});
}

// CNT C270: 2 number of lines (one sender puts the sum of quantities there), 1 sum of quantities
void MessageReader::control_total(std::size_t i) {
    const std::string qualifier = view_.text(i, {1, 1});
    if (qualifier == "2") draft_.stated_line_count = view_.number(i, {1, 2});
    if (qualifier == "1") draft_.stated_quantity_sum = view_.number(i, {1, 2});
}

// An order's number stands in BGM, and in RFF+ON at some senders. Every other document has a number
// of its own there and names the order in RFF+ON.
void MessageReader::settle_number() {
    const auto order_reference = [&]() -> MaybeField {
        for (const auto& reference : draft_.references)
            if (reference.type == "order") return reference.value;
        for (const auto& one : draft_.lines)
            for (const auto& reference : one.references)
                if (reference.type == "order") return reference.value;
        return std::nullopt;
    };
    if (draft_.document_class == DocumentClass::order) {
        draft_.order_number = bgm_number_ ? bgm_number_ : order_reference();
        return;
    }
    draft_.document_id = bgm_number_;
    if (!draft_.order_number) draft_.order_number = order_reference();
    // an order repeated with function 1 cancels itself
    if (!draft_.order_number && draft_.message_type == "ORDERS") draft_.order_number = bgm_number_;
}

} // namespace besteld::parsers::edifact
