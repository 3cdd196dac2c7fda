// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader made of foreign bytes: texts with their origin and their place, nothing looked up
// and nothing filled in. Readers produce drafts, identification (src/check/identify.hpp) turns a
// draft into an Order. Field meanings: domain.md 2.2 (O.. and L.. numbers) and 2.4 per format.

#include "order/place.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

enum class Origin { read, derived, defaulted, learned, typed };

// A value that knows where it comes from. `score` is certainty in percent: 100 for a field of a
// format, less for text that people wrote (domain.md 7.2 step 12).
template <typename T>
struct Sourced {
    T value{};
    Origin origin = Origin::read;
    int score = 100;
    Place place{};
    friend bool operator==(const Sourced&, const Sourced&) = default;
};

using Field = Sourced<std::string>;
using MaybeField = std::optional<Field>;

// How a mail or file wants to be treated; `mixed` and `other` never become an order by themselves.
enum class DocumentClass {
    order,
    order_change,
    order_cancellation,
    order_response,
    order_change_response,
    quote_request,
    stock_question,
    order_status,
    complaint,
    mixed,
    other
};

// domain.md O01; `unknown` is a code we do not know: a finding, never "standard" in silence.
enum class OrderKind {
    standard,
    rush,
    blanket,
    call_off,
    consignment,
    sample,
    repair,
    standing,
    cross_dock,
    exceptional,
    free_of_charge,
    unknown
};

// domain.md O02
enum class MessageFunction {
    original,
    replace,
    change,
    cancel,
    duplicate,
    copy,
    confirmation,
    provisional,
    hold,
    proposal,
    unknown
};

enum class AckRequested { per_agreement, none, receipt, full, changes_only };

enum class Meaning { delivery, despatch, pickup };

// domain.md 2.1 DateSpec. Dates are ISO texts ("2026-03-05"); which of them are set depends on
// `kind`: on/by: start; not_before: start; window/week: start and end; asap, none: neither.
enum class DateKind { none, on, by, not_before, window, week, asap };
struct DateSpec {
    DateKind kind = DateKind::none;
    std::optional<std::string> start;
    std::optional<std::string> end;
    std::optional<std::string> time; // "HH:MM" when the document states one
    Meaning meaning = Meaning::delivery;
    std::string raw; // the document's own words or code and value
    friend bool operator==(const DateSpec&, const DateSpec&) = default;
};
using MaybeDate = std::optional<Sourced<DateSpec>>;

struct PartyId {
    std::string scheme; // ICD code ("0088" GLN, "9944" NL VAT …) or the format's own word for it
    std::string id;
    friend bool operator==(const PartyId&, const PartyId&) = default;
};

enum class PartyRole {
    buyer,
    supplier,
    ship_to,
    bill_to,
    payer,
    final_recipient,
    order_contact,
    other
};

struct PartyDraft {
    PartyRole role = PartyRole::other;
    std::vector<Sourced<PartyId>> ids;
    MaybeField name;
    std::vector<Field> address_lines; // street lines as written
    MaybeField postcode;
    MaybeField city;
    MaybeField country; // ISO 3166-1 alpha-2
    MaybeField contact_name;
    MaybeField mail;
    MaybeField phone;
};

// domain.md O18; `type` is one of: contract, framework, quotation, previous_order, price_list,
// promotion, project, requisition, catalogue, buyer_change_no, seller_order, order, response,
// cost_reference, other
struct Reference {
    std::string type;
    Field value;
    std::optional<std::string> line; // the line it points to, if any (EDIFACT RFF DE 1156)
};

struct ItemId {
    std::string type; // "MF", "UP", "IB" …, the format's own code
    Field id;
};

struct PriceDraft {
    std::string qualifier; // "AAA", "AAB", "gross", … ; empty for the format's plain net price
    Field value;
    MaybeField base_quantity;
    MaybeField base_unit;
};

struct ChargeDraft {
    bool is_allowance = false; // else a charge
    MaybeField code;
    MaybeField reason;
    MaybeField percent;
    MaybeField amount;
};

enum class LineAction { none, add, change, remove };

struct ScheduleDraft {
    Field quantity;
    MaybeDate requested;
};

// What an answer to an order says of one part of a line, whatever the format's own codes are.
enum class ResponseKind { accepted, backordered, rejected, open };
struct LineResponse {
    ResponseKind kind = ResponseKind::accepted;
    std::string code; // the format's own: X12 668 "IQ", UBL line status "3", cXML "accept"
    MaybeField quantity;
    MaybeField unit; // as written
    MaybeDate date;  // promised
    MaybeField price;
    MaybeField item; // the seller's, when it is another one than was ordered
};

struct LineDraft {
    MaybeField line;          // L01, as the buyer numbers it
    MaybeField original_line; // changes: the order's line that this one means
    LineAction action = LineAction::none;
    MaybeField buyer_item;
    MaybeField seller_item;
    MaybeField gtin; // digits as written, even with a wrong check digit
    std::vector<ItemId> other_item_ids;
    MaybeField name;
    MaybeField quantity;      // L05, always a total
    MaybeField unit;          // as written: "PCE", "rollen", "箱"
    MaybeField unit_code;     // UN/ECE Rec 20, packages as Rec 21 with X; absent when unknown
    MaybeField free_quantity; // L06
    MaybeField unit_price;    // L08 net price
    MaybeField price_base_quantity;
    MaybeField price_base_unit;     // unit code
    MaybeField currency;            // of the line's price when it is stated there
    std::vector<PriceDraft> prices; // every price stated, with its qualifier
    MaybeField line_amount;         // L11
    MaybeField tax_category;
    MaybeField tax_rate;
    MaybeDate requested;
    std::vector<ScheduleDraft> schedule;
    std::vector<ChargeDraft> charges;
    std::vector<Reference> references;
    bool substitution_forbidden = false; // PIA+9
    MaybeField condition; // "indien", "if possible": no automatic value (domain.md 7.2)
    std::vector<Field> notes;
    std::vector<PartyDraft> parties;     // ship-to per line
    std::vector<LineResponse> responses; // of an answer: its parts, in their order
};

// The interchange around a message: identity key K2 and what the technical answers refer to.
struct Envelope {
    std::string standard; // "edifact", "x12", "sbdh", …
    std::string sender;   // "9520000001018:14"
    std::string receiver;
    std::string interchange_ref; // UNB 0020, ISA13
    std::string group_ref;
    std::string message_ref;    // UNH 0062, ST02
    std::string syntax;         // "UNOC:3"
    bool test = false;          // UNB 0035, ISA15
    bool ack_requested = false; // UNB 0031, ISA14
    std::string prepared;     // when the sender says he made it: UNB S004, ISA09 and 10, as written
    std::string group_type;   // GS01
    std::string group_sender; // GS02
    std::string group_receiver; // GS03
};
bool is_same_interchange(const Envelope& a, const Envelope& b);

enum class Severity { note, warning, error };

// Something that could not be read, or was read with a doubt. `error`: the thing it names must not
// be taken without a person.
struct Problem {
    Severity severity = Severity::error;
    Place place;
    std::string code; // stable: "edifact.unt_count", "mime.depth" …
    std::string text; // what is wrong, naming what was expected and seen
    std::string hint; // a way out, or empty
    friend bool operator==(const Problem&, const Problem&) = default;
};
bool has_error(const std::vector<Problem>& problems);

struct OrderDraft {
    std::string format;       // "edifact", "ubl", "csv", "text", …
    std::string message_type; // the format's own name: ORDERS, 850, Order …
    std::string version;      // release as stated ("D.96A"), may be empty
    std::string profile;      // association code, ProfileID, CustomizationID
    DocumentClass document_class = DocumentClass::other;
    Envelope envelope;
    std::uint32_t part = 0; // where the document stands in its message
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::optional<Sourced<OrderKind>> kind;
    std::optional<Sourced<MessageFunction>> function;
    MaybeField document_id;   // a change's own number
    MaybeField response_code; // of an answer, the format's own: BAK02 "AC", OrderResponseCode "CA"
    MaybeField order_number;  // O03, the buyer's
    MaybeField buyer_version; // O04
    MaybeField order_date;    // ISO date, or date and time "2026-03-02T09:00:00"
    MaybeField valid_until;   // O08a
    MaybeDate cancel_after;   // O08b
    MaybeField currency;
    std::optional<Sourced<AckRequested>> ack_requested;
    std::vector<PartyDraft> parties;
    MaybeDate requested; // O16/O17, by its meaning
    std::vector<Reference> references;
    MaybeField cost_reference;
    MaybeField delivery_terms; // Incoterm
    MaybeField delivery_place;
    MaybeField payment_terms;   // as written
    MaybeField partial_allowed; // "yes" or "no"
    std::vector<ChargeDraft> charges;
    MaybeField total; // the total the document states
    MaybeField total_tax;
    MaybeField total_gross;
    MaybeField stated_line_count;
    MaybeField stated_quantity_sum;
    std::vector<Field> notes;
    std::vector<Field> unread; // text that no rule has read (CK-A06)
    std::string language;      // of free text: nl, en, de, fr, zh; else empty
    bool test = false;         // says of itself that it is a test

    std::vector<LineDraft> lines;
    std::vector<Problem>
        problems; // of this document; those of the whole message stand in ReadResult
};

const PartyDraft* find_party(const OrderDraft& draft, PartyRole role);

} // namespace besteld
