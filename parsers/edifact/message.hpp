// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/edifact/message_view.hpp"

#include <string>
#include <vector>

namespace besteld::parsers::edifact {

// Turns one message into a draft: ORDERS, ORDCHG, ORDRSP, OSTENQ and REQOTE with all they hold, any
// other type with its head only. Walks the segments once; where a segment belongs follows from the
// group that was opened last, as in the message's branching diagram. Implemented by job in
// message.cpp, header.cpp, party.cpp, charges.cpp and line.cpp.
class MessageReader {
public:
    MessageReader(MessageView& view, Envelope envelope);
    OrderDraft read();

private:
    enum class Section { header, lines, summary };
    enum class Group {
        none,
        reference,
        party,
        payment,
        terms,
        transport,
        packing,
        schedule,
        location,
        price,
        tax,
        allowance,
        characteristic,
        keep
    };
    struct Handler;
    static const Handler* find_handler(ShortCode tag);
    struct PaymentTerm {
        std::string type; // 4279
        std::string count;
        std::string period; // 2151
        std::string percent;
        std::string due;
        std::string raw;
    };

    // message.cpp
    void identify();
    void walk();
    void open(Group group);
    void section(std::size_t i);
    void check_syntax();
    void check_trailer();
    void check_order();
    void check_control_totals();
    bool is_wanted() const;     // a class whose content is read
    bool becomes_order() const; // order, change or cancellation: what is missing matters
    bool answers() const { return draft_.document_class == DocumentClass::order_response; }
    bool require_qualifier(std::size_t i);

    // header.cpp
    void document(std::size_t i);
    void document_code(std::size_t i);
    void document_reference(std::size_t i);
    void date(std::size_t i);
    void header_date(std::size_t i, const std::string& qualifier);
    void free_text(std::size_t i);
    void reference(std::size_t i);
    void currency(std::size_t i);
    void payment(std::size_t i);
    void payment_date(std::size_t i);
    void terms(std::size_t i);
    void location(std::size_t i);
    void control_total(std::size_t i);
    void settle_number();
    void settle_payment();
    std::string joined(std::size_t i, unsigned element, unsigned first, unsigned last,
                       std::size_t width) const;

    // party.cpp
    void party(std::size_t i);
    void party_names(std::size_t i, PartyDraft& party);
    bool party_reference(std::size_t i);
    void contact(std::size_t i);
    void communication(std::size_t i);
    void settle_roles();
    PartyDraft* open_party();

    // charges.cpp
    void charge(std::size_t i);
    void percentage(std::size_t i);
    void amount(std::size_t i);
    void tax(std::size_t i);
    void settle_totals();
    std::vector<ChargeDraft>& charges();

    // line.cpp
    void begin_line(std::size_t i);
    void item_ids(std::size_t i);
    void add_item_id(std::size_t i, unsigned element, std::string_view function);
    void description(std::size_t i);
    void quantity(std::size_t i);
    void line_quantity(std::size_t i, const std::string& qualifier);
    void variance(std::size_t i);
    void price(std::size_t i);
    void line_date(std::size_t i, const std::string& qualifier);
    void delivery_place(std::size_t i);
    void schedule(std::size_t i);
    void finish_line();
    void take_response(LineDraft& here);
    void check_line();
    LineDraft* line() {
        return section_ == Section::lines && !draft_.lines.empty() ? &draft_.lines.back() : nullptr;
    }

    MessageView& view_;
    OrderDraft draft_;
    Section section_ = Section::header;
    Group group_ = Group::none;
    bool bgm_seen_ = false;
    bool uns_seen_ = false;
    bool lines_full_ = false;
    std::size_t header_dates_ = 0; // how many DTM stand in the header
    MaybeField bgm_number_;
    std::vector<StatedDate> dates_;
    std::vector<std::string> party_codes_; // 3035 of draft_.parties, in the same order
    std::vector<PaymentTerm> payment_;
    MaybeField moa_79_, moa_86_, moa_128_;

    // of the open line
    std::vector<StatedDate> line_dates_;
    std::vector<std::vector<StatedDate>> schedule_dates_; // of line.schedule, in the same order
    std::vector<StatedDate> pending_dates_; // of a schedule group whose quantity has not come yet
    bool entry_open_ = false; // a quantity was seen in the open schedule or location group
    MaybeField plain_quantity_, plain_unit_; // QTY+1
    MaybeField confirmed_, backordered_;     // QTY+113 and QTY+83 of an answer
    std::string line_code_;                  // LIN 1229
    std::string title_;                      // IMD with characteristic 050 (book trade)
};

} // namespace besteld::parsers::edifact
