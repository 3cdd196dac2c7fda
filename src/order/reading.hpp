// SPDX-License-Identifier: Apache-2.0
#pragma once

// The whole of what the readers make of one inbound message: its parts, its head when it is a mail,
// its documents and its problems. This is what crosses the border from the sandboxed worker.

#include "order/draft.hpp"

#include <map>
#include <string>
#include <vector>

namespace besteld {

struct MailAddress {
    std::string
        address;      // "petra@korenaar.example", domain in lower case; empty if it cannot be read
    std::string name; // display name, UTF-8
};

// The head of a mail, decoded; what is absent is empty.
struct MailHead {
    std::string message_id; // without the angle brackets
    MailAddress from;
    std::vector<MailAddress> to;
    std::vector<MailAddress> cc;
    std::vector<MailAddress> reply_to;
    std::string subject;
    std::string date; // "2026-03-02T09:15:00+01:00" as the header says, or empty when unreadable
    std::string in_reply_to;
    std::vector<std::string> references;
    std::string return_path; // "<>" when null, else the bare address
    std::string auto_submitted;
    std::string precedence;
    std::string list_id;
    std::vector<std::string> authentication_results; // each field's raw value, top first
    std::vector<int> authentication_hops;            // and how many Received fields stand above it
    int received_count = 0;
    // Why no automatic answer may go to this mail (RFC 3834, mail.md b2), or empty when one may.
    std::string no_answer_because;
};

// One leaf part. Text parts carry their text, so that a clerk sees the source without reading
// again.
struct PartInfo {
    std::uint32_t index = 0;
    std::string name;         // file name as the sender gave it: display text, never a path
    std::string content_type; // "text/plain", "application/edifact" …
    std::string charset;      // as declared
    bool attachment = false;
    std::uint64_t size = 0; // decoded bytes
    std::string sha256;
    std::string text; // UTF-8, of text parts and of what readers made readable; at most 256 KiB
    std::string
        read_as; // format name of the reader that took it, or "body", "signature", "picture", ""
};

// A delivery status notification (RFC 3464), as far as it speaks of one recipient.
struct DeliveryReport {
    std::string action;              // failed, delayed, delivered, relayed, expanded
    std::string status;              // "5.1.1"
    std::string recipient;           // as the report names him
    std::string diagnostic;          // the other server's own words
    std::string original_message_id; // of the mail it is about, without brackets; may be empty
};

struct Reading {
    std::string format; // of the outermost thing: "email", "edifact", "ubl", …; "unknown"
    std::optional<MailHead> mail;
    std::vector<PartInfo> parts;
    std::vector<OrderDraft> documents;
    std::vector<Problem> problems;
    std::optional<DeliveryReport> report; // of a mail that is one
};

// A table's columns by our field names: which heading (compared without case and blanks) means
// what. Declared per customer in configuration; field names: order_number, order_date, line, item
// (seller's), buyer_item, gtin, name, quantity, unit, price, price_base, amount, date, ship_to,
// note, currency.
// `each_counts`: what people taught (order/taught_heading.hpp): each heading counts wherever it
// stands, before what it is known to mean, and the other columns go by their known headings.
struct TableLayout {
    std::string name;
    std::map<std::string, std::string>
        columns;              // heading → field; every heading must be found to match
    std::string decimal_mark; // "." or ","; empty: by proof
    std::string date_order;   // "dmy", "mdy", "ymd"; empty: by proof
    bool each_counts = false;
};

// What is known from outside about the bytes.
struct ReadHint {
    std::string file_name;
    std::string content_type;
    std::string
        received_date; // ISO date on which we received it, for relative words; empty: none known
    std::vector<TableLayout> layouts;
};

} // namespace besteld
