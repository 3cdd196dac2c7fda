// SPDX-License-Identifier: Apache-2.0
#pragma once

// A document as blocks of text, ready to be printed: what stands where is decided, every figure and
// day is written out. print_sheets (print_sheet.hpp) makes the PDF; it alone knows about fonts,
// millimetres of letters and page breaks.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace besteld {

enum class Side { left, centre, right };
enum class Weight { normal, bold };
enum class Rules { lines, grid }; // a line under each row, or every cell boxed

// A label and what stands behind it: "Ons ordernummer", "SO-26-000412".
struct SheetFact {
    std::string label = {};
    std::string value = {};
    Weight weight = Weight::normal;
};

// A paragraph. Line ends in it are kept; it may break between lines over pages.
struct SheetText {
    enum class Size { small, normal, heading, title };
    std::string words;
    Size size = Size::normal;
    Weight weight = Weight::normal;
    Side side = Side::left;
    bool keeps_next = false; // never the last on a page
};

// Facts beside each other, `across` in a row. Empty values are left out.
struct SheetFacts {
    std::vector<SheetFact> facts;
    int across = 1;
    Rules rules = Rules::lines; // lines: nothing is drawn
};

// Framed boxes beside each other: "Bill to", "Ship to".
struct SheetBox {
    std::string heading = {};
    std::string words = {}; // lines
};
struct SheetBoxes {
    std::vector<SheetBox> boxes;
};

// A framed block that nobody overlooks. It breaks between items only.
struct SheetItem {
    std::string heading = {};
    std::vector<SheetFact> facts = {};
};
struct SheetNotice {
    std::string heading;
    std::string words; // beneath the heading; may be empty
    std::vector<SheetItem> items;
};

struct SheetColumn {
    std::string heading = {};
    Side side = Side::left;
    bool grows = false;       // takes the width that the others leave
    bool keeps_lines = false; // breaks only where the text does, as long as there is room
};
struct SheetCell {
    std::string text = {};
    std::string small = {}; // lines beneath it, in small letters
    Weight weight = Weight::normal;
};
using SheetRow = std::vector<SheetCell>; // as many cells as the table has columns
// The headings stand on every page; a row never breaks; the sums are never alone on a page.
struct SheetTable {
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    std::vector<SheetFact> sums;
    Rules rules = Rules::lines;
    std::string when_empty; // said when there is no row
};

// A row of places to sign at, kept together; `seal` is the words in the place for a company's seal.
struct SheetSignatures {
    std::vector<std::string> labels = {};
    std::string seal = {};
};

using SheetBlock =
    std::variant<SheetText, SheetFacts, SheetBoxes, SheetNotice, SheetTable, SheetSignatures>;

// The top of the first page.
struct SheetHead {
    enum class Form {
        window_left,   // NL: address in a left window, our own lines at the right edge
        din_5008_b,    // DE: address field 45 mm from the top, information block right of it
        address_right, // FR: our lines left, address right
        plain,         // EN: our lines left; parties follow as boxes
        centred        // CN: our full name in the middle
    };
    Form form = Form::window_left;
    std::string name;               // ours
    std::vector<std::string> lines; // our address and how to reach us
    std::string return_line;        // above the address; empty: none
    std::vector<std::string> address;
    std::vector<SheetFact> information; // block of DIN 5008, or what stands at the right edge
};

struct Sheet {
    std::string language;                      // nl, en, de, fr, zh: which letters go first
    std::string title;                         // of the document's properties and the running head
    std::string number;                        // in the running head of the following pages
    std::string page_words = "{page}/{pages}"; // "Pagina {page} van {pages}"
    Date created{};                            // of the document's properties: no clock is asked
    SheetHead head;
    std::vector<SheetBlock> blocks;
    std::vector<std::vector<std::string>> foot; // columns of small lines on every page
    std::vector<std::string> marks;             // "KOPIE", "第一联 存根": boxed on every page
};

} // namespace besteld
