// SPDX-License-Identifier: Apache-2.0
#pragma once

// The papers that people get from us, as data (domain.md 6): confirmation and proposal (D2),
// question (D3), rejection (D4), delivery note (D5), outbound slip (D6), invoice request (D7),
// complaint receipt (D9). Nothing here knows the store, a clock or a font. Codes and figures are
// raw; lay_out (lay_out.hpp) writes them as the paper's language does. What is empty is left out.

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "order/letterhead.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

enum class PaperKind {
    confirmation,
    proposal,
    question,
    rejection,
    delivery_note,
    outbound_slip,
    invoice_request,
    complaint_receipt
};
// "confirmation", "delivery_note" …; nothing for another name.
std::string_view name_of(PaperKind kind);
std::optional<PaperKind> paper_kind_named(std::string_view name);

struct PaperParty {
    std::string name;                 // legal name
    std::vector<std::string> address; // lines, without the name
    std::string number;               // ours of the customer
    std::string tax_number;           // VAT number, 统一社会信用代码
    std::string contact;
    std::string phone;
    std::string mail;
    std::string bank;
    std::string account;

    bool empty() const { return name.empty() && address.empty(); }
};

struct PaperSeller { // ourselves
    std::string name;
    std::string gln;
    std::string vat;
    Letterhead letterhead;
};

struct PaperPart {
    Decimal quantity{};
    std::optional<Date> date; // none: not known yet
};

// `quantity` is what the paper is about: confirmed, delivered, issued, to be invoiced.
struct PaperLine {
    std::string position; // the buyer's number of the line
    std::string item;     // our article number
    std::string buyer_item;
    std::string gtin;
    std::string name;
    std::string specification;
    std::string batch;
    std::string location; // in the warehouse
    std::string tax_name; // of the article on an invoice (货物或应税劳务名称)
    std::string unit;     // Rec 20
    std::optional<Decimal> ordered;
    std::string ordered_unit; // empty: `unit`
    std::optional<Decimal> quantity;
    std::optional<Decimal> still_to_come; // D5
    std::optional<Decimal> price;
    Decimal price_base{1};
    std::string price_unit;          // empty: `unit`
    std::optional<Decimal> discount; // in `amount` already
    std::optional<Decimal> amount;
    std::optional<Decimal> tax_percent; // D7
    std::optional<Decimal> tax;         // D7
    std::vector<PaperPart> parts;       // promised: one or several days
    std::string note; // "not delivered: …", "rest follows", in the paper's language
};

struct PaperCharge {
    std::string name;
    Decimal amount{}; // negative: a discount
};
struct PaperTax {
    Decimal percent{};
    Decimal amount{};
};
struct PaperTotals {
    std::vector<PaperCharge> charges;
    Decimal net{};
    std::vector<PaperTax> taxes;
    Decimal gross{};
};

// In the paper's language, ready to be read.
struct PaperDeviation {
    std::string about; // "Regel 2, prijs"
    std::string ordered;
    std::string confirmed;
    std::string reason;
    std::string agreement;
    std::string difference;
};
struct PaperQuestion {
    std::string text;
    std::string about; // "Regel 2"
    std::string quote;
    std::string ordered;
    std::string agreed;
    std::vector<std::string> choices; // lettered A, B …
};

// A reprint says so; a copy is one of a slip's, by name ("stub", "finance", "customer",
// "signed_return": the words copy.NAME).
enum class Print { original, reprint };

struct Paper {
    PaperKind kind = PaperKind::confirmation;
    std::string language = "en"; // nl, en, de, fr, zh: words and layout
    std::string number;          // SO-26-000412/2, DN-26-000871, XSCK…, IR-26-000655, KL-26-0042
    Date issued{};
    Print print = Print::original;
    std::vector<std::string> copies; // one sheet each; empty: one without a name

    PaperSeller seller;
    PaperParty customer;
    PaperParty bill_to; // empty: the customer
    PaperParty ship_to;

    // references
    std::string order_no;
    std::string case_no;
    std::string buyer_order_no;
    std::optional<Date> buyer_order_date;
    std::string buyer_reference;
    std::string handled_by;
    std::string delivery_note_no;  // D7
    std::string proof_no;          // D7: the proof of delivery
    std::string previous;          // D2: the revision that this one replaces
    std::optional<Date> answer_by; // D2 proposal, D3; D9: by when it is dealt with
    bool silence_consents = false; // of a proposal
    std::string delivery_terms;
    std::string payment_terms;
    std::string currency;

    // D5, D6
    std::optional<Date> goods_date;
    std::string carrier;
    std::string track_number;
    std::optional<int> packages;
    std::optional<Decimal> weight_kg;
    std::string warehouse;
    std::string picker;

    std::string
        invoice_kind; // D7: word invoice_kind.NAME ("special", "ordinary", "digital") or text
    std::string invoice_mail; // D7: where the e-invoice goes
    std::string subject;      // D9: what was registered
    std::string reason;       // D4, in the customer's words
    std::string alternative;  // D4: what we can do instead
    std::string remark;       // 备注; a clerk's words to the customer

    std::vector<PaperDeviation> deviations;
    std::vector<PaperLine> lines;
    std::optional<PaperTotals> totals; // none: a paper without prices
    std::vector<PaperQuestion> questions;
};

} // namespace besteld
