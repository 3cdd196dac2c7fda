// SPDX-License-Identifier: Apache-2.0

// The first page's head, its references and every page's foot, country by country.
#include "report/lay_out_parts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

void add_if(std::vector<std::string>& lines, const std::string& line) {
    if (!line.empty()) lines.push_back(line);
}

std::string labelled(const std::string& label, const std::string& value) {
    return value.empty() ? std::string() : cat(label, ": ", value);
}

// Who the letter is for: the goods' papers go with the goods.
const PaperParty& addressee(const Paper& paper) {
    if (paper.kind == PaperKind::delivery_note && !paper.ship_to.empty()) return paper.ship_to;
    return paper.customer;
}

std::vector<std::string> our_lines(const Writer& writer) {
    const auto& ours = writer.paper().seller.letterhead;
    std::vector<std::string> lines = ours.address;
    add_if(lines, labelled(writer.word("phone"), ours.phone));
    add_if(lines, ours.mail);
    add_if(lines, ours.web);
    return lines;
}

// What the number of a paper is called, and the order's where the paper has another one.
std::vector<SheetFact> number_facts(const Writer& writer) {
    const auto& paper = writer.paper();
    std::vector<SheetFact> facts = {
        {writer.word(cat("number.", name_of(paper.kind))), paper.number, Weight::bold}};
    if (!paper.previous.empty()) facts.push_back({writer.word("replaces"), paper.previous});
    if (!paper.order_no.empty() && paper.order_no != paper.number)
        facts.push_back({writer.word("number.confirmation"), paper.order_no});
    return facts;
}

// The one day on which all is promised, when there is one.
std::string common_day(const Writer& writer) {
    std::optional<Date> common;
    for (const auto& line : writer.paper().lines)
        for (const auto& part : line.parts) {
            if (!part.date || (common && *common != *part.date)) return {};
            common = part.date;
        }
    return writer.day(common);
}

std::vector<SheetFact> reference_facts(const Writer& writer) {
    const auto& paper = writer.paper();
    std::vector<SheetFact> facts = {
        {writer.word("buyer_order"), paper.buyer_order_no, Weight::bold},
        {writer.words().at("order_date"), writer.date(paper.buyer_order_date)},
        {writer.word("your_reference"), paper.buyer_reference}};
    for (auto& fact : number_facts(writer))
        facts.push_back(std::move(fact));
    facts.push_back({writer.word("customer_no"), paper.customer.number});
    facts.push_back({writer.word("delivery_date"), common_day(writer)});
    facts.push_back({writer.word("handled_by"), paper.handled_by});
    facts.push_back({writer.word("date"), writer.date(paper.issued)});
    return facts;
}

std::vector<SheetFact> goods_facts(const Writer& writer) {
    const auto& paper = writer.paper();
    const bool slip = paper.kind == PaperKind::outbound_slip;
    std::vector<SheetFact> facts = {
        {writer.word(slip ? "issue_date" : "goods_date"), writer.date(paper.goods_date)},
        {writer.word("carrier"), paper.carrier},
        {writer.word("track_number"), paper.track_number}};
    if (paper.packages)
        facts.push_back({writer.word("packages"), writer.quantity(Decimal{*paper.packages}, "")});
    if (paper.weight_kg)
        facts.push_back({writer.word("weight"), writer.quantity(paper.weight_kg, "KGM")});
    if (slip) facts.push_back({writer.word("delivery_note"), paper.delivery_note_no});
    facts.push_back({writer.word("warehouse"), paper.warehouse});
    facts.push_back({writer.word("picker"), paper.picker});
    return facts;
}

std::vector<SheetFact> invoice_facts(const Writer& writer) {
    const auto& paper = writer.paper();
    const auto& customer = paper.bill_to.empty() ? paper.customer : paper.bill_to;
    std::vector<std::string> reach = customer.address;
    add_if(reach, customer.phone);
    return {{writer.word("customer"), customer.name, Weight::bold},
            {writer.word("tax_number"), customer.tax_number},
            {writer.word("address"), join(reach, ", ")},
            {writer.word("contact"), customer.contact},
            {writer.word("bank"), customer.bank},
            {writer.word("account"), customer.account},
            {writer.word("invoice_kind"),
             writer.words().has(cat("paper.invoice_kind.", paper.invoice_kind))
                 ? writer.word(cat("invoice_kind.", paper.invoice_kind))
                 : paper.invoice_kind},
            {writer.word("invoice_mail"), paper.invoice_mail},
            {writer.word("delivery_note"), paper.delivery_note_no},
            {writer.word("proof"), paper.proof_no}};
}

SheetBox box_of(const Writer& writer, std::string_view label, const PaperParty& party) {
    return {writer.word(label), join(address_lines(party), "\n")};
}

SheetBoxes party_boxes(const Writer& writer) {
    const auto& paper = writer.paper();
    SheetBoxes boxes;
    boxes.boxes.push_back(
        box_of(writer, "bill_to", paper.bill_to.empty() ? paper.customer : paper.bill_to));
    if (!paper.ship_to.empty()) boxes.boxes.push_back(box_of(writer, "deliver_to", paper.ship_to));
    return boxes;
}

// China: everything in one ruled grid of two columns.
SheetFacts chinese_facts(const Writer& writer) {
    const auto& paper = writer.paper();
    SheetFacts grid{.across = 2, .rules = Rules::grid};
    const bool invoice = paper.kind == PaperKind::invoice_request;
    if (!invoice) {
        grid.facts.push_back({writer.word("customer"), paper.customer.name, Weight::bold});
        grid.facts.push_back({writer.word("contact"), paper.customer.contact});
    }
    for (auto& fact : reference_facts(writer))
        grid.facts.push_back(std::move(fact));
    const bool goods =
        paper.kind == PaperKind::delivery_note || paper.kind == PaperKind::outbound_slip;
    for (auto& fact : goods ? goods_facts(writer) : std::vector<SheetFact>{})
        grid.facts.push_back(std::move(fact));
    for (auto& fact : invoice ? invoice_facts(writer) : std::vector<SheetFact>{})
        grid.facts.push_back(std::move(fact));
    if (!paper.ship_to.empty())
        grid.facts.push_back({writer.word("deliver_to"), join(address_lines(paper.ship_to), "，")});
    grid.facts.push_back({writer.words().at("delivery_terms"), paper.delivery_terms});
    grid.facts.push_back({writer.words().at("payment_terms"), paper.payment_terms});
    return grid;
}

SheetText title_block(const Writer& writer, Side side) {
    return {.words = writer.title(),
            .size = SheetText::Size::title,
            .weight = Weight::bold,
            .side = side,
            .keeps_next = true};
}

} // namespace

std::vector<std::string> address_lines(const PaperParty& party) {
    std::vector<std::string> lines;
    add_if(lines, party.name);
    add_if(lines, party.contact);
    for (const auto& line : party.address)
        add_if(lines, line);
    return lines;
}

SheetHead lay_out_head(const Writer& writer) {
    const auto& paper = writer.paper();
    SheetHead head{.name = paper.seller.name, .lines = our_lines(writer)};
    if (writer.is("zh")) {
        head.form = SheetHead::Form::centred;
        head.lines = {join(head.lines, "　")};
        return head;
    }
    if (writer.is("en") || is_internal(paper.kind)) {
        head.form = SheetHead::Form::plain;
        head.information = reference_facts(writer);
        return head;
    }
    head.address = address_lines(addressee(paper));
    if (!addressee(paper).mail.empty() && is_letter(paper.kind))
        head.address.push_back(writer.word("by_mail", {{"{mail}", addressee(paper).mail}}));
    if (!paper.seller.letterhead.address.empty())
        head.return_line =
            cat(paper.seller.name, " · ", join(paper.seller.letterhead.address, " · "));
    if (writer.is("de")) {
        head.form = SheetHead::Form::din_5008_b;
        head.information = reference_facts(writer);
        head.lines.clear(); // the information block stands there
        if (!paper.seller.letterhead.phone.empty())
            head.information.push_back({writer.word("phone"), paper.seller.letterhead.phone});
        if (!paper.seller.letterhead.mail.empty())
            head.information.push_back({writer.word("mail"), paper.seller.letterhead.mail});
    } else if (writer.is("fr")) {
        head.form = SheetHead::Form::address_right;
        head.information = reference_facts(writer);
        head.information.pop_back(); // the date stands with the place
        head.return_line.clear();
    }
    return head;
}

std::vector<std::vector<std::string>> lay_out_foot(const Writer& writer) {
    const auto& seller = writer.paper().seller;
    const auto& ours = seller.letterhead;
    std::vector<std::vector<std::string>> columns(3);
    columns[0].push_back(seller.name);
    if (writer.is("de"))
        for (const auto& line : ours.address)
            columns[0].push_back(line);
    for (const auto& line : ours.duties)
        add_if(columns[0], line);
    add_if(columns[1], ours.registration);
    add_if(columns[1], labelled(writer.word("vat_id"), seller.vat));
    add_if(columns[1], ours.tax_number);
    add_if(columns[1], labelled("GLN", seller.gln));
    add_if(columns[2], ours.bank);
    add_if(columns[2], labelled("IBAN", ours.iban));
    add_if(columns[2], labelled("BIC", ours.bic));
    for (auto& column : columns)
        if (column.size() > 7) column.resize(7);
    std::erase_if(columns, [](const auto& column) { return column.empty(); });
    return columns;
}

std::vector<SheetBlock> lay_out_references(const Writer& writer) {
    const auto& paper = writer.paper();
    std::vector<SheetBlock> blocks;
    if (writer.is("zh")) {
        blocks.emplace_back(title_block(writer, Side::centre));
        blocks.emplace_back(chinese_facts(writer));
        return blocks;
    }
    if (writer.is("nl") && !is_internal(paper.kind))
        blocks.emplace_back(SheetFacts{.facts = reference_facts(writer), .across = 3});
    if (writer.is("fr") && !is_internal(paper.kind))
        blocks.emplace_back(SheetText{
            .words = paper.seller.letterhead.place.empty()
                         ? writer.date(paper.issued)
                         : writer.word("dated", {{"{place}", paper.seller.letterhead.place},
                                                 {"{date}", writer.date(paper.issued)}}),
            .side = Side::right});
    blocks.emplace_back(title_block(writer, Side::left));
    if (writer.is("en") && paper.kind != PaperKind::invoice_request)
        blocks.emplace_back(party_boxes(writer));
    if (paper.kind == PaperKind::delivery_note || paper.kind == PaperKind::outbound_slip)
        blocks.emplace_back(SheetFacts{.facts = goods_facts(writer), .across = 3});
    if (paper.kind == PaperKind::invoice_request)
        blocks.emplace_back(SheetFacts{.facts = invoice_facts(writer)});
    return blocks;
}

SheetFacts lay_out_terms(const Writer& writer) {
    const auto& paper = writer.paper();
    SheetFacts terms;
    if (writer.is("zh")) return terms;
    const bool boxed = writer.is("en") && paper.kind != PaperKind::invoice_request;
    if (!boxed && paper.kind != PaperKind::delivery_note)
        terms.facts.push_back(
            {writer.word("deliver_to"), join(address_lines(paper.ship_to), ", ")});
    terms.facts.push_back({writer.words().at("delivery_terms"), paper.delivery_terms});
    terms.facts.push_back({writer.words().at("payment_terms"), paper.payment_terms});
    return terms;
}

} // namespace besteld
