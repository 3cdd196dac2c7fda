// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the XML order formats share: values taken out of elements into a draft, with a problem at
// the element's path for each that is not what its type says.

#include "parsers/xml/load_xml.hpp"

#include <string>
#include <string_view>

namespace besteld::parsers {

class XmlDraft {
public:
    XmlDraft(OrderDraft& draft, const XmlDocument& document) : draft_(draft), document_(document) {}

    OrderDraft& draft() { return draft_; }
    void problem(Severity severity, const Element& at, std::string_view code, std::string text,
                 std::string_view hint = "");

    // The element's digits as they stand; nothing, and a problem, when they are no decimal.
    MaybeField number(const Element& element);
    MaybeField number(const Element& element, std::string_view path) {
        return number(element.at(path));
    }
    MaybeField number(MaybeField field); // of an attribute
    // ISO date from xs:date or xs:dateTime (time and zone stay in the source), or from CCYYMMDD.
    MaybeField date(const Element& element);
    MaybeField date(MaybeField field);
    // Three capital letters, else nothing and a problem.
    MaybeField currency(MaybeField field);
    // Sets unit, and unit_code where the code has the form of Recommendation 20 or 21.
    void unit(LineDraft& line, MaybeField field);
    MaybeField unit_code(const MaybeField& unit) const;

    void add_id(PartyDraft& party, const MaybeField& id, std::string scheme);
    void add_reference(std::string_view type, MaybeField value);
    void add_note(const Element& element);
    // One-day dates become `on`, else by what is there; nothing when both are empty.
    MaybeDate period(const MaybeField& start, const MaybeField& end,
                     Meaning meaning = Meaning::delivery);
    MaybeDate on(const MaybeField& date, Meaning meaning = Meaning::delivery);
    // An order or a change without its number, or an order without a line: what a person must see.
    void check_complete();

private:
    OrderDraft& draft_;
    const XmlDocument& document_;
};

} // namespace besteld::parsers
