// SPDX-License-Identifier: Apache-2.0
#include "report/lay_out.hpp"

#include "report/lay_out_parts.hpp"
#include "report/print_sheet.hpp"

#include "base/text.hpp"
#include "order/format_values.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

struct NamedKind {
    PaperKind kind;
    std::string_view name;
};
constexpr auto kinds =
    std::to_array<NamedKind>({{PaperKind::confirmation, "confirmation"},
                              {PaperKind::proposal, "proposal"},
                              {PaperKind::question, "question"},
                              {PaperKind::rejection, "rejection"},
                              {PaperKind::delivery_note, "delivery_note"},
                              {PaperKind::outbound_slip, "outbound_slip"},
                              {PaperKind::invoice_request, "invoice_request"},
                              {PaperKind::complaint_receipt, "complaint_receipt"}});

SheetText paragraph(std::string words) {
    return {.words = std::move(words)};
}

std::string order_of(const Writer& writer) {
    const auto& number = writer.paper().buyer_order_no;
    return number.empty() ? writer.words().at("without_number") : one_line(number);
}

std::string intro_of(const Writer& writer) {
    const auto label = cat("intro.", name_of(writer.paper().kind));
    if (!writer.words().has(cat("paper.", label))) return {};
    return writer.word(label, {{"{order}", order_of(writer)}});
}

std::string consent_of(const Writer& writer) {
    const auto& paper = writer.paper();
    if (paper.kind != PaperKind::proposal || !paper.answer_by) return {};
    return writer.word(paper.silence_consents ? "consent.silent" : "consent.explicit",
                       {{"{date}", writer.day(paper.answer_by)}});
}

// The block that nobody may overlook: what differs, and until when we want to hear.
SheetNotice deviations_of(const Writer& writer) {
    const auto& words = writer.words();
    SheetNotice notice{.heading = words.at("deviations_heading"), .words = consent_of(writer)};
    for (const auto& deviation : writer.paper().deviations)
        notice.items.push_back(
            {deviation.about,
             {{words.at("ordered"), deviation.ordered},
              {writer.paper().kind == PaperKind::proposal ? writer.word("offered")
                                                          : words.at("confirmed"),
               deviation.confirmed, Weight::bold},
              {words.at("reason"), deviation.reason},
              {words.at("agreement"), deviation.agreement},
              {words.at("difference"), deviation.difference}}});
    return notice;
}

// "A: 108 rollen", "B: 72 rollen"
std::string choices_of(const PaperQuestion& question) {
    std::vector<std::string> choices;
    char letter = 'A';
    for (const auto& choice : question.choices) {
        choices.push_back(cat(std::string(1, letter), ": ", choice));
        if (letter < 'Z') ++letter;
    }
    return join(choices, "\n");
}

void add_questions(const Writer& writer, std::vector<SheetBlock>& blocks) {
    const auto& words = writer.words();
    std::size_t number = 0;
    for (const auto& question : writer.paper().questions) {
        blocks.emplace_back(SheetText{.words = cat(++number, ". ", question.text),
                                      .weight = Weight::bold,
                                      .keeps_next = true});
        blocks.emplace_back(
            SheetFacts{.facts = {{words.at("line"), question.about},
                                 {words.at("quote"),
                                  question.quote.empty() ? "" : cat("“", question.quote, "”")},
                                 {words.at("ordered"), question.ordered},
                                 {words.at("agreed"), question.agreed},
                                 {words.at("choices"), choices_of(question), Weight::bold}}});
    }
}

std::string after_of(const Writer& writer) {
    const auto& paper = writer.paper();
    const auto dated = [&](std::string_view with, std::string_view without) {
        return paper.answer_by ? writer.word(with, {{"{date}", writer.day(paper.answer_by)}})
                               : writer.word(without);
    };
    if (paper.kind == PaperKind::question) return dated("after.question", "after.question_undated");
    if (paper.kind == PaperKind::complaint_receipt)
        return dated("after.complaint_receipt", "after.complaint_undated");
    if (paper.kind == PaperKind::rejection) return writer.word("after.rejection");
    return {};
}

void add_middle(const Writer& writer, std::vector<SheetBlock>& blocks) {
    const auto& paper = writer.paper();
    const bool notice = !paper.deviations.empty() || !consent_of(writer).empty();
    if (notice) blocks.emplace_back(deviations_of(writer));
    blocks.emplace_back(lay_out_terms(writer));
    if (paper.kind == PaperKind::question) add_questions(writer, blocks);
    blocks.emplace_back(SheetFacts{
        .facts = {
            {writer.words().at("reason"), paper.reason, Weight::bold},
            {writer.word("alternative"), paper.alternative},
            {writer.word("registered"), paper.subject},
            {paper.kind == PaperKind::complaint_receipt ? writer.word("handled_by_us")
                                                        : std::string(),
             paper.kind == PaperKind::complaint_receipt ? paper.handled_by : std::string()}}});
    const bool lines_wanted = paper.kind != PaperKind::question &&
                              paper.kind != PaperKind::rejection &&
                              paper.kind != PaperKind::complaint_receipt;
    if (lines_wanted || !paper.lines.empty()) blocks.emplace_back(lay_out_table(writer));
    if (!writer.is("zh") || paper.lines.empty())
        blocks.emplace_back(paragraph(paper.remark.empty() || is_letter(paper.kind)
                                          ? paper.remark
                                          : cat(writer.word("remark"), ": ", paper.remark)));
    blocks.emplace_back(paragraph(after_of(writer)));
}

SheetSignatures signatures_of(const Writer& writer) {
    const auto words = [&](std::initializer_list<std::string_view> labels) {
        std::vector<std::string> all;
        for (const auto label : labels)
            all.push_back(writer.word(cat("sign.", label)));
        return all;
    };
    const bool chinese = writer.is("zh");
    const std::string seal = chinese ? writer.word("seal") : std::string();
    switch (writer.paper().kind) {
    case PaperKind::delivery_note:
        return {words({"received_by", "date", "signature"}), seal};
    case PaperKind::outbound_slip:
        return {words({"maker", "checker", "storekeeper", "handler"}), seal};
    case PaperKind::invoice_request:
        return {words({"maker", "checker"}), seal};
    case PaperKind::confirmation:
    case PaperKind::proposal:
        if (chinese) return {words({"supplier", "buyer"}), seal};
        return {};
    case PaperKind::question:
    case PaperKind::rejection:
    case PaperKind::complaint_receipt:
        return {{}, seal};
    }
    return {};
}

Sheet sheet_of(const Writer& writer) {
    const auto& paper = writer.paper();
    Sheet sheet{.language = writer.words().language(),
                .title = writer.word(cat("title.", name_of(paper.kind))),
                .number = paper.number,
                .page_words = writer.word("page"),
                .created = paper.issued,
                .head = lay_out_head(writer),
                .blocks = lay_out_references(writer),
                .foot = lay_out_foot(writer)};
    if (paper.print == Print::reprint) sheet.marks.push_back(writer.word("reprint"));
    const bool letter = is_letter(paper.kind);
    if (letter) {
        sheet.blocks.emplace_back(paragraph(writer.word("greeting")));
        sheet.blocks.emplace_back(paragraph(intro_of(writer)));
    }
    add_middle(writer, sheet.blocks);
    const auto& terms = paper.seller.letterhead.terms;
    if (!is_internal(paper.kind) && !terms.empty())
        sheet.blocks.emplace_back(SheetText{.words = terms, .size = SheetText::Size::small});
    if (letter)
        sheet.blocks.emplace_back(
            SheetText{.words = cat(writer.word("closing"), "\n", paper.seller.name,
                                   paper.handled_by.empty() ? "" : "\n", paper.handled_by)});
    sheet.blocks.emplace_back(signatures_of(writer));
    return sheet;
}

} // namespace

std::string_view name_of(PaperKind kind) {
    return std::ranges::find(kinds, kind, &NamedKind::kind)->name;
}

std::optional<PaperKind> paper_kind_named(std::string_view name) {
    const auto* found = std::ranges::find(kinds, name, &NamedKind::name);
    return found != kinds.end() ? std::optional(found->kind) : std::nullopt;
}

bool is_internal(PaperKind kind) {
    return kind == PaperKind::outbound_slip || kind == PaperKind::invoice_request;
}

bool is_letter(PaperKind kind) {
    return !is_internal(kind) && kind != PaperKind::delivery_note;
}

bool has_prices(const Paper& paper) {
    return std::ranges::any_of(paper.lines,
                               [](const PaperLine& line) { return line.amount.has_value(); });
}

std::string Writer::word(std::string_view label) const {
    return words_.at(cat("paper.", label));
}

std::string
Writer::word(std::string_view label,
             const std::vector<std::pair<std::string_view, std::string>>& filled) const {
    std::string text = word(label);
    for (const auto& [marker, value] : filled)
        text = replace_all(std::move(text), marker, value);
    return text;
}

std::string Writer::title() const {
    return cat(word(cat("title.", name_of(paper_.kind))), " ", one_line(paper_.number));
}

std::string Writer::money(Decimal value) const {
    return replace_all(format_money(value, paper_.currency, words_.language()), " ", "\u00a0");
}

std::string Writer::price(const PaperLine& line) const {
    const std::string amount = format_money(*line.price, paper_.currency, words_.language());
    const std::string whole =
        format_price(UnitPrice{.amount = *line.price,
                               .base = line.price_base,
                               .unit = line.price_unit.empty() ? line.unit : line.price_unit},
                     paper_.currency, words_);
    return cat(replace_all(amount, " ", "\u00a0"), whole.substr(amount.size()));
}

std::string Writer::quantity(const std::optional<Decimal>& value, const std::string& unit) const {
    return value ? format_quantity(*value, unit, words_) : std::string();
}

std::string Writer::percent(Decimal value) const {
    return format_decimal(value, 0, words_.language());
}

std::string Writer::date(const std::optional<Date>& value) const {
    return value ? format_date(*value, words_) : std::string();
}

std::string Writer::day(const std::optional<Date>& value) const {
    return value ? format_day(*value, words_) : std::string();
}

std::vector<Sheet> lay_out(const Paper& paper, const Words& words) {
    const Sheet sheet = sheet_of(Writer(paper, words));
    if (paper.copies.empty()) return {sheet};
    std::vector<Sheet> sheets;
    for (const auto& copy : paper.copies) {
        sheets.push_back(sheet);
        const auto label = cat("paper.copy.", copy);
        sheets.back().marks.push_back(words.has(label) ? words.at(label) : one_line(copy));
    }
    return sheets;
}

std::string render_paper(const Paper& paper, const Words& words) {
    return print_sheets(lay_out(paper, words));
}

std::string file_name_of(const Paper& paper, const Words& words) {
    const std::string stem =
        cat(words.at(cat("paper.file.", name_of(paper.kind))), "_", one_line(paper.number));
    std::string name;
    for (const char c : stem) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = byte >= 0x80 || (byte >= '0' && byte <= '9') ||
                           (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                           c == '_' || c == '-' || c == '.';
        name += plain ? c : '-';
    }
    return cat(name, ".pdf");
}

} // namespace besteld
