// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/x12/codes.hpp"
#include "parsers/x12/message_view.hpp"

#include <string>
#include <vector>

namespace besteld::parsers::x12 {

// Turns one transaction set into a draft: 850, 860, 869, 875 and 876 with all they hold, any other
// with its head only. Walks the segments once; where a segment belongs follows from the loop that
// was opened last. Implemented by job in message.cpp, header.cpp, party.cpp, charges.cpp, line.cpp.
class MessageReader {
public:
    MessageReader(MessageView& view, const Envelope& envelope, const std::string& version);
    OrderDraft read();

private:
    enum class Section { header, lines, summary };
    struct Handler;
    static const Handler* find_handler(ShortCode tag);

    // message.cpp
    void identify(const std::string& version);
    void walk();
    void check_syntax();
    void check_trailer();
    void check_order();
    void check_control_totals();
    bool is_wanted() const;     // a class whose content is read
    bool is_answer() const;     // 855, 865
    bool becomes_order() const; // order, change or cancellation: what is missing matters
    bool is_grocery() const { return draft_.message_type == "875" || draft_.message_type == "876"; }

    // header.cpp
    void begin_order(std::size_t i);   // BEG
    void begin_change(std::size_t i);  // BCH
    void begin_answer(std::size_t i);  // BAK, BCA
    void begin_inquiry(std::size_t i); // BSI
    void begin_grocery(std::size_t i); // G50
    void purpose(std::size_t i, unsigned element);
    void order_type(std::size_t i, unsigned element);
    void number(std::size_t i, unsigned element);
    void prior_order(std::size_t i); // PRF
    void acknowledgement(std::size_t i, unsigned element);
    void currency(std::size_t i);
    void date(std::size_t i);
    void grocery_date(std::size_t i);
    void take_date(StatedDate stated);
    void reference(std::size_t i);
    void extended_reference(std::size_t i); // N9
    void terms_of_delivery(std::size_t i);
    void terms_of_payment(std::size_t i);
    void sales_requirements(std::size_t i); // CSH
    void note(std::size_t i);
    void settle_dates();

    // party.cpp
    void party(std::size_t i);
    void party_name(std::size_t i);
    void party_street(std::size_t i);
    void party_place(std::size_t i);
    void contact(std::size_t i);
    bool party_reference(std::size_t i);
    void settle_roles();
    PartyDraft* open_party();

    // charges.cpp
    void charge(std::size_t i);
    void tax(std::size_t i);
    void amount(std::size_t i);
    void control_total(std::size_t i);
    void grocery_total(std::size_t i);

    // line.cpp
    void begin_line(std::size_t i);    // PO1
    void begin_changed(std::size_t i); // POC
    void as_agreed(LineDraft& here);
    void begin_grocery_line(std::size_t i);
    void begin_item(std::size_t i); // LIN
    LineDraft* add_line(std::size_t i);
    void item_ids(std::size_t i, unsigned first);
    void add_item_id(std::size_t i, unsigned qualifier, unsigned id);
    void unit(std::size_t i, unsigned element);
    void price(std::size_t i, unsigned price, unsigned basis);
    void price_list(std::size_t i);    // CTP
    void item_quantity(std::size_t i); // QTY
    void description(std::size_t i);
    void schedule(std::size_t i);
    void shops(std::size_t i);        // SDQ
    void acknowledged(std::size_t i); // ACK
    void part_of_line(std::size_t i);
    void finish_line();
    void check_line();
    LineDraft* line() {
        return section_ == Section::lines && !draft_.lines.empty() ? &draft_.lines.back() : nullptr;
    }

    MessageView& view_;
    OrderDraft draft_;
    Section section_ = Section::header;
    bool head_seen_ = false; // BEG, BCH, G50
    bool lines_full_ = false;
    bool party_open_ = false;
    std::vector<StatedDate> dates_;
    std::vector<StatedDate> cancel_dates_;
    std::vector<std::string> party_codes_; // N101 of draft_.parties, in the same order
    std::size_t cancelled_lines_ = 0;      // POC02 CF

    // of the open line
    std::vector<StatedDate> line_dates_;
    std::size_t line_segment_ = 0;
    std::size_t parts_ = 0;     // SLN
    MaybeField answered_price_; // CTP
    std::vector<std::string> shops_;
};

} // namespace besteld::parsers::x12
