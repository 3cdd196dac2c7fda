// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/read_pdf.hpp"

#include "base/text.hpp"
#include "parsers/pdf/embedded_order.hpp"
#include "parsers/pdf/head_fields.hpp"
#include "parsers/pdf/head_values.hpp"
#include "parsers/pdf/order_table.hpp"
#include "parsers/pdf/pdf_file.hpp"
#include "parsers/pdf/proof.hpp"
#include "parsers/table/read_table.hpp"
#include "parsers/text/read_text.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <utility>

namespace besteld::parsers {
namespace {

using namespace pdf;

void append(std::vector<Problem>& to, std::vector<Problem> more) {
    for (auto& problem : more)
        to.push_back(std::move(problem));
}

Problem no_text(std::uint32_t part) {
    return {.severity = Severity::error,
            .place = {.part = part},
            .code = "pdf.no_text",
            .text = "the PDF holds pictures of pages and no text: a scan",
            .hint = "type the order, or ask the customer for a text PDF or a data file"};
}

// The text of a PDF's pages, as far as it was laid out, and what is known of it.
class PageReader {
public:
    PageReader(std::vector<PageRow> rows, std::string text, std::uint32_t part,
               const ReadHint& hint)
        : rows_(std::move(rows)), text_(std::move(text)), part_(part), hint_(hint) {}

    Parsed read() {
        const auto items = find_items(rows_, hint_.layouts);
        title_ = find_title(std::span(rows_).first(
            items ? items->first_row : std::min<std::size_t>(rows_.size(), 15)));
        if (items && !items->records.empty()) {
            read_lines(*items);
        } else {
            read_prose();
        }
        for (auto& draft : parsed_.documents)
            finish(draft);
        parsed_.text = std::move(text_);
        return std::move(parsed_);
    }

private:
    // ── a table of lines ────────────────────────────────────────────────────────────────────────

    void read_lines(const ItemTable& items) {
        auto order = to_order_table(items, part_);
        add_style_rows(items, order.table);
        parsed_ = read_table(order.table, hint_);
        if (parsed_.documents.empty()) return;
        auto& first = parsed_.documents.front();
        append(first.problems, std::move(order.problems));
        doubt(items, first);
        miss_prices(items, first);
        const Mark mark = mark_of(items);
        for (auto& draft : parsed_.documents) {
            draft.unread.clear();
            read_head_fields({.rows = rows_,
                              .taken = rows_of(items),
                              .part = part_,
                              .received_date = hint_.received_date},
                             draft);
            add_currency(items, draft);
        }
        if (parsed_.documents.size() == 1) {
            read_totals(items.sums, mark, part_, first);
            prove(items.sums, mark, order.discounts, first);
        }
    }

    static std::set<const PageRow*> rows_of(const ItemTable& items) {
        std::set<const PageRow*> taken(items.heading_rows.begin(), items.heading_rows.end());
        const auto add = [&](const std::vector<CellRow>& rows) {
            for (const auto& row : rows)
                taken.insert(row.row);
        };
        for (const auto& record : items.records) {
            taken.insert(record.anchor.row);
            add(record.above);
            add(record.below);
        }
        for (const auto& sum : items.sums)
            taken.insert(sum.row);
        taken.insert(items.repeated.begin(), items.repeated.end());
        return taken;
    }

    // Sums prove the decimal mark as prices do, and the dates of the whole document the order of
    // day and month: both go into the table as rows that hold no line.
    void add_style_rows(const ItemTable& items, Table& table) const {
        Row dates{.number = 1};
        if (const auto order = date_order(rows_); order != DateOrder::unknown)
            dates.cells.push_back({.text = order == DateOrder::mdy   ? "12/31/2026"
                                           : order == DateOrder::dmy ? "31/12/2026"
                                                                     : "2026-12-31"});
        table.rows.insert(table.rows.begin(), std::move(dates));
        const auto& heading = table.rows[1].cells;
        const auto amount = std::ranges::find_if(heading, [](const Cell& cell) {
            const auto match = match_heading(cell.text);
            return match && match->column == Column::amount;
        });
        if (amount == heading.end()) return;
        const auto at = static_cast<std::size_t>(amount - heading.begin());
        for (const auto& sum : items.sums) {
            if (!sum.amount) continue;
            Row row{.number = static_cast<std::uint32_t>(table.rows.size()) + 1};
            row.cells.resize(std::max<std::size_t>(at + 1, 2));
            row.cells[at == 0 ? 1 : 0].text = "subtotal";
            row.cells[at].text = sum.amount->text;
            table.rows.push_back(std::move(row));
        }
    }

    static Mark mark_of(const ItemTable& items) {
        std::vector<std::string_view> texts;
        for (const auto& record : items.records)
            for (std::size_t i = 0; i < record.anchor.cells.size(); ++i) {
                const auto column = items.columns[i].column;
                if (record.anchor.cells[i] &&
                    (column == Column::price || column == Column::amount ||
                     column == Column::quantity))
                    texts.push_back(record.anchor.cells[i]->text);
            }
        for (const auto& sum : items.sums)
            if (sum.amount) texts.push_back(sum.amount->text);
        return mark_proved_by_all(texts);
    }

    void doubt(const ItemTable& items, OrderDraft& draft) const {
        for (const auto* row : items.repeated)
            draft.problems.push_back({Severity::note,
                                      {.part = part_, .where = row->where()},
                                      "pdf.repeated_row",
                                      cat("\"", row->text().substr(0, 120),
                                          "\" repeats the last line of the page before"),
                                      ""});
        for (const auto* row : items.doubts)
            draft.problems.push_back(
                {Severity::warning,
                 {.part = part_,
                  .begin = row->pieces.front().begin(),
                  .end = row->pieces.back().end(),
                  .where = row->where()},
                 "pdf.row_left_out",
                 cat("\"", row->text().substr(0, 120),
                     "\" has a number under the quantity and was not read as a line"),
                 "compare the lines with the original"});
    }

    // A price that stands there and was not read must not look like one that was not stated.
    void miss_prices(const ItemTable& items, OrderDraft& draft) const {
        if (std::ranges::none_of(items.columns,
                                 [](const auto& c) { return c.column == Column::price; }))
            return;
        for (const auto& line : draft.lines) {
            if (line.unit_price || !line.quantity) continue;
            draft.problems.push_back({Severity::warning, line.quantity->place, "pdf.no_price",
                                      "the line has no price under the heading of prices",
                                      "look whether the original states one"});
        }
    }

    // "Betrag (EUR)", "Total EUR 1.234,50": what one says holds for the order, unless two differ.
    void add_currency(const ItemTable& items, OrderDraft& draft) const {
        if (draft.currency) return;
        MaybeField found;
        bool differ = false;
        const auto offer = [&](std::string_view text, Place place) {
            for (const auto word :
                 split(replace_all(replace_all(std::string(text), "(", " "), ")", " "), ' ')) {
                const auto code = currency_code(word);
                if (!code || !is_traded(*code)) continue;
                if (found && found->value != *code) differ = true;
                if (!found) found = Field{.value = *code, .score = 90, .place = place};
            }
        };
        for (const auto* row : items.heading_rows)
            for (const auto& piece : row->pieces)
                offer(piece.text, place_of(piece, *row));
        for (const auto& sum : items.sums)
            for (const auto& piece : sum.row->pieces)
                offer(piece.text, place_of(piece, *sum.row));
        if (!differ) draft.currency = std::move(found);
    }

    // Three capital letters are a currency only if they are one of these ("BTW" is a tax).
    static bool is_traded(std::string_view code) {
        constexpr std::string_view codes[] = {"EUR", "USD", "GBP", "CNY", "CHF", "JPY", "SEK",
                                              "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD",
                                              "HKD", "SGD", "INR", "TRY", "ZAR", "RON"};
        return std::ranges::find(codes, code) != std::end(codes);
    }

    Place place_of(const Piece& piece, const PageRow& row) const {
        return {.part = part_, .begin = piece.begin(), .end = piece.end(), .where = row.where()};
    }

    // ── running text ────────────────────────────────────────────────────────────────────────────

    void read_prose() {
        OrderDraft head;
        read_head_fields(
            {.rows = rows_, .taken = {}, .part = part_, .received_date = hint_.received_date},
            head);
        const std::string letter = without_letterhead();
        const TextSource source{.text = letter,
                                .part = part_,
                                .subject_part = part_,
                                .received_date = hint_.received_date,
                                .layouts = hint_.layouts};
        std::vector<Problem> problems;
        auto draft = read_text_order(source, problems);
        const bool order = draft && !draft->lines.empty();
        if (!order && !head.order_number && !title_.known) return refuse();
        if (!order) draft = OrderDraft{.document_class = DocumentClass::order, .part = part_};
        append(parsed_.problems, std::move(problems));
        join(*draft, std::move(head));
        draft->problems.push_back(
            {Severity::error,
             {.part = part_, .where = "page 1"},
             "pdf.no_table",
             order ? "no heading row of a table was found: the lines were read as running text"
                   : "no order line was found: no heading row names a quantity and an article",
             "compare every line with the original, or declare a table layout for this customer"});
        parsed_.documents.push_back(*std::move(draft));
    }

    // The text without what stands above a letter's greeting: an address reads like "8011 PV of
    // Zwolle". Blanks keep every place.
    std::string without_letterhead() const {
        constexpr std::string_view greetings[] = {
            "geachte",   "beste ", "goedemorgen", "goedemiddag",  "goedendag",
            "hallo",     "dear ",  "hello",       "good morning", "sehr geehrte",
            "guten tag", "liebe ", "bonjour",     "madame",       "monsieur",
            "messieurs", "尊敬的", "您好",        "你好"};
        constexpr std::string_view subjects[] = {"betreft", "betreff", "onderwerp", "subject",
                                                 "re:",     "objet",   "concerne",  "主题"};
        const auto begins = [](const PageRow& row, std::span<const std::string_view> words) {
            const auto folded = fold_case(row.pieces.front().text);
            return std::ranges::any_of(words, [&](auto w) { return folded.starts_with(w); });
        };
        const auto greeting =
            std::ranges::find_if(rows_, [&](const PageRow& row) { return begins(row, greetings); });
        std::string text = text_;
        if (greeting == rows_.end()) return text;
        for (auto row = rows_.begin(); row != greeting; ++row)
            if (!begins(*row, subjects))
                for (const auto& piece : row->pieces)
                    std::fill(text.begin() + piece.begin(), text.begin() + piece.end(), ' ');
        return text;
    }

    // Labels say more surely than sentences what is a number and what a date.
    static void join(OrderDraft& draft, OrderDraft head) {
        const auto take = [](auto& mine, auto& labelled) {
            if (labelled) mine = std::move(labelled);
        };
        take(draft.order_number, head.order_number);
        take(draft.order_date, head.order_date);
        take(draft.requested, head.requested);
        take(draft.currency, head.currency);
        take(draft.payment_terms, head.payment_terms);
        take(draft.delivery_terms, head.delivery_terms);
        take(draft.cost_reference, head.cost_reference);
        if (!head.parties.empty()) draft.parties = std::move(head.parties);
        append(draft.problems, std::move(head.problems));
    }

    void refuse() {
        parsed_.problems.push_back(
            {Severity::error,
             {.part = part_, .where = "page 1"},
             "pdf.no_order",
             "the PDF has text, and no order could be read from it",
             "open the original: type the order if it is one, or dismiss it"});
    }

    // ── both ────────────────────────────────────────────────────────────────────────────────────

    void finish(OrderDraft& draft) {
        draft.format = "pdf";
        draft.message_type = "PDF purchase order";
        draft.begin = 0;
        draft.end = static_cast<std::uint32_t>(text_.size());
        std::erase_if(draft.problems, [&](const Problem& problem) {
            return problem.code == "table.totals" || problem.code == "table.empty_rows" ||
                   (problem.code == "table.order_number" && draft.order_number);
        });
        if (!title_.known || title_.document_class == DocumentClass::order) return;
        draft.document_class = title_.document_class;
        draft.message_type = title_.text;
        // An order in an offer or an invoice is none; a change by PDF is for a person to apply.
        draft.problems.push_back({title_.document_class == DocumentClass::order_change ||
                                          title_.document_class == DocumentClass::order_cancellation
                                      ? Severity::error
                                      : Severity::warning,
                                  {.part = part_, .where = "page 1"},
                                  "pdf.title",
                                  cat("the document calls itself \"", title_.text, "\""),
                                  "look at the original and decide what it asks for"});
    }

    std::vector<PageRow> rows_;
    std::string text_;
    std::uint32_t part_ = 0;
    const ReadHint& hint_;
    Title title_;
    Parsed parsed_;
};

Problem recognised(std::uint32_t part) {
    return {.severity = Severity::error,
            .place = {.part = part},
            .code = "pdf.recognised",
            .text = "the PDF is a scan whose text a program has guessed from the picture",
            .hint = "compare every value with the picture"};
}

} // namespace

bool looks_like_pdf(std::string_view bytes) {
    return bytes.substr(0, 1024).contains("%PDF-");
}

Parsed read_pdf(std::string_view bytes, std::uint32_t part, const ReadHint& hint) {
    Parsed parsed;
    parsed.text = "";
    auto document = pdf::open(bytes, part);
    if (!document) {
        parsed.problems.push_back(std::move(document).error());
        return parsed;
    }
    auto rows = find_rows(*document);
    std::string text = lay_out(rows);
    if (auto order = read_embedded_order(*document, part)) {
        append(order->problems, std::move(document->problems));
        *order->text += cat("\n\n", text);
        return std::move(*order);
    }
    if (rows.empty()) {
        document->problems.push_back(no_text(part));
        parsed.problems = std::move(document->problems);
        return parsed;
    }
    if (document->recognised_text) document->problems.push_back(recognised(part));
    parsed = PageReader(std::move(rows), std::move(text), part, hint).read();
    append(parsed.problems, std::move(document->problems));
    return parsed;
}

} // namespace besteld::parsers
