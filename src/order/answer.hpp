// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the customer will be told, as data: written in the commit that decides, rendered by
// src/deliver (mail text and HTML, ORDRSP, CONTRL) just before it leaves, read back and compared
// then.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "order/draft.hpp"
#include "order/finding.hpp"
#include "order/house_paper.hpp"
#include "order/service_slips.hpp"
#include "order/traffic_rules.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class AnswerKind {
    receipt,
    confirmation,
    proposal,
    question,
    rejection,
    repeat_of_answer,
    contrl,
    status,             // D8: how an order stands; promises nothing new
    complaint_receipt,  // D9: what was registered; admits no fault
    complaint_notice,   // to the colleague who deals with it
    complaint_reminder, // … when his time runs out
    despatch,           // D5: goods have left; promises nothing new
    outbound_slip,      // D6: to the warehouse
    invoice_request,    // D7: to finance
    proof_reminder      // to who files signed delivery notes: one is missing
};

// Which way it goes: an order that came by EDI gets both, each a row of its own.
enum class AnswerChannel { mail, edi };

enum class LineAnswer { accepted, changed, rejected, added };

// One deviation in the block on top: domain.md 6, D2.
struct Deviation {
    std::optional<std::uint32_t> line; // index; none: the header
    std::string field;                 // "price", "quantity", "date", "unit", "item", "terms"
    std::string ordered; // "0.71", "100", "2026-03-04": raw values, the template formats them
    std::string confirmed;
    std::string reason; // R-… code; its text key stands in domain.md 4.4
    bool preagreed = false;
    std::string clause;
    std::optional<Decimal> money;
    bool declined = false; // a change asked for it in vain, the rest of the change is done
};

struct AnswerLine {
    std::uint32_t index = 0;
    std::string buyer_line;
    std::string sku;
    std::string gtin;
    std::string buyer_item;
    std::string name;
    Decimal ordered_quantity{};
    std::string ordered_unit;      // Rec 20
    std::string ordered_unit_text; // the document's own code, to be repeated; may be empty
    Decimal quantity{};            // confirmed
    std::string unit;
    Decimal price{}; // confirmed, per price_base × price_unit
    Decimal price_base{1};
    std::string price_unit; // empty: `unit`
    Decimal amount{};       // rounded, with its charges; of a backorder with its rest
    std::optional<Decimal> ordered_price;
    std::optional<Date> promised;
    std::vector<AnswerPart> parts;    // when there is more than one
    std::optional<Decimal> backorder; // of the rest, without a date; 0: the rest is dropped
    LineAnswer answer = LineAnswer::accepted;
    std::string reason; // R-… of what changed
};

// A discount or surcharge that is part of the confirmed amounts: of a line in the line's, of the
// order beside the lines.
struct AnswerCharge {
    std::optional<std::uint32_t> line; // index; none: the order
    std::string code;                  // freight, rush, energy … ; empty: as the order stated it
    bool is_allowance = false;
    Decimal amount{};
};

// What it does when the customer picks a choice: his value takes the field's place, or the finding
// is resolved so.
struct ChoiceEffect {
    std::string field;                 // of Correction; empty: `resolution`
    std::optional<std::uint32_t> line; // of the correction
    std::string value;
    Resolution resolution = Resolution::correct;
};

struct Question {
    std::string check; // name of the finding it comes from
    std::optional<std::uint32_t> line;
    std::string quote; // source text
    std::string ordered;
    std::string agreed;
    std::vector<std::string> choices;
    std::string free_text; // what the clerk wrote, or empty: the template's sentence
    // Parallel to `choices`; fewer: what the customer says is for a person to understand.
    std::vector<ChoiceEffect> effects = {};
};

// What a structured answer repeats of the document that it answers: an order, or a change or a
// cancellation, which has a number of its own.
struct AnsweredParty {
    PartyRole role = PartyRole::other;
    std::string scheme;
    std::string id;
    std::string name;
};
struct AnsweredDocument {
    DocumentClass document_class = DocumentClass::order;
    std::string format;       // "edifact", "x12", "ubl" …
    std::string message_type; // "ORDERS", "850", "Order"
    std::string version;      // "D.96A", "004010"
    std::string profile;      // association code, ProfileID
    std::string number;       // of a change or cancellation; empty for an order
    std::string sequence;     // its sequence number or version
    std::vector<AnsweredParty> parties;
};

// One message of the interchange that a technical answer speaks of.
struct ReceivedMessage {
    std::string message_type;
    std::string version;
    std::string profile;
    std::string reference; // UNH 0062, ST02
    std::string group_ref; // GS06
    std::string group_type;
    std::vector<Problem> problems; // warnings and errors in it
};

struct Answer {
    AnswerKind kind = AnswerKind::confirmation;
    AnswerChannel channel = AnswerChannel::mail;
    std::string case_no;     // IN-26-000123
    std::string official_no; // SO-26-000412; empty before acceptance
    int revision = 1;
    std::string language; // nl, en, de, fr, zh
    std::string customer_no;
    std::string customer_name;
    std::string buyer_id; // GLN of the buyer as the order gave it, for NAD+BY; may be empty
    std::string buyer_order_no;
    std::optional<std::string> buyer_order_date;
    std::string currency;
    std::string ship_to; // printable
    std::string delivery_terms;
    std::string payment_terms;
    std::vector<Deviation> deviations;
    std::vector<AnswerLine> lines;
    Decimal net{};
    Decimal tax{};
    std::string tax_category;
    Decimal tax_percent{};
    Decimal gross{};
    Decimal small_order_fee{};
    std::vector<AnswerCharge> charges;
    std::vector<Question> questions;
    std::optional<Date> answer_by; // consent or answer wanted until
    bool silence_consents = false; // of a proposal: the agreement says so (silent_after)
    std::optional<Instant> received_at;
    std::string reason;     // of a rejection, R-… code
    std::string clerk_text; // free words to the customer
    std::int64_t repeats_order =
        0;                  // of repeat_of_answer: id of the order whose stored answer goes again
    bool rest_only = false; // of a cancellation: what was delivered before stays
    // mail
    std::string recipient;   // address on file
    std::string subject_of;  // subject of the mail answered
    std::string in_reply_to; // Message-ID of the mail answered, without brackets
    std::vector<std::string> references;
    // EDI
    std::string edi_profile;       // empty: no EDI answer
    Envelope envelope;             // of the order's message
    std::string document_function; // of contrl: "7" accepted, "4" rejected, "8" received
    std::vector<Problem> problems; // of contrl "4"
    AnsweredDocument answered;
    std::vector<ReceivedMessage> received;  // of contrl, in the order of the interchange
    std::vector<OrderStatus> statuses;      // of status
    std::optional<ComplaintSlip> complaint; // of the complaint's mails
    // the way back
    int question_no = 0;     // of a question: the case's first, second …
    int reminder = 0;        // this is the first, second … time that the same is asked again
    std::string reply_token; // order/reply_token.hpp; fixed by the commit
    std::string answer_url;  // page on which a question can be answered; empty: there is none
    std::optional<DespatchSlip> despatch;   // of despatch
    std::optional<HousePaper> house;        // of the kinds that stay in the house
    std::vector<ReceiptForm> receipt_forms; // of contrl; empty: as the format and profile have it
};

std::string_view name_of(AnswerKind kind); // "confirmation"
// To colleagues, never to a customer.
bool stays_inside(AnswerKind kind);

// Whether anything confirmed differs from what was ordered.
bool deviates(const Answer& answer);

std::string to_json_text(const Answer& answer);
Answer answer_from_json(std::string_view text); // throws JsonFault

} // namespace besteld
