// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_answer.hpp"

#include "base/text.hpp"
#include "deliver/render_check.hpp"
#include "deliver/render_despatch.hpp"
#include "deliver/render_dictionary.hpp"
#include "deliver/render_house.hpp"
#include "deliver/render_service.hpp"
#include "order/answer_words.hpp"
#include "order/format_values.hpp"

#include <ctemplate/template_cache.h>

#include <algorithm>
#include <stdexcept>

namespace besteld {

namespace {

void fill_header(Dictionary& to, const Answer& answer, const Words& words) {
    if (answer.buyer_order_date)
        if (const auto date = parse_iso_date(answer.buyer_order_date->substr(0, 10)))
            put_section(to, "ORDER_DATE", "DATE", format_date(*date, words));
    put_section(to, "SHIP_TO", "ADDRESS", one_line(answer.ship_to));
    put_section(to, "DELIVERY_TERMS", "TERMS", one_line(answer.delivery_terms));
    put_section(to, "PAYMENT_TERMS", "TERMS", one_line(answer.payment_terms));
}

void fill_deviations(Dictionary& to, const Answer& answer, const Words& words) {
    if (answer.deviations.empty()) return;
    auto& any = *to.AddSectionDictionary("ANY");
    for (const auto& deviation : answer.deviations) {
        auto& one = *any.AddSectionDictionary("DEVIATION");
        if (deviation.line)
            put_section(one, "LINE", "BUYER_LINE", buyer_line_of(answer, *deviation.line));
        put(one, "FIELD", words.at_or(cat("field.", deviation.field), "field.terms"));
        put(one, "ORDERED", format_deviation_value(deviation.ordered, deviation, answer, words));
        put(one, "CONFIRMED",
            format_deviation_value(deviation.confirmed, deviation, answer, words));
        put(one, "REASON", reason_words(deviation.reason, words));
        if (deviation.preagreed) one.ShowSection("PREAGREED");
        put_section(one, "CLAUSE", "AGREEMENT", agreement_of(deviation.clause));
        if (deviation.money && !deviation.money->is_zero())
            put_section(one, "MONEY", "DIFFERENCE",
                        format_money(deviation.money->abs(), answer.currency, words.language()));
    }
}

void fill_taken(Dictionary& row, const AnswerLine& line, const Answer& answer, const Words& words) {
    auto& to = *row.AddSectionDictionary("TAKEN");
    put(to, "QUANTITY", format_quantity(line.quantity, line.unit, words));
    if (line.ordered_quantity != line.quantity || line.ordered_unit != line.unit)
        put_section(to, "OTHER_QUANTITY", "ORDERED",
                    format_quantity(line.ordered_quantity, line.ordered_unit, words));
    put(to, "PRICE", format_price(line, answer.currency, words));
    put(to, "AMOUNT", format_money(line.amount, answer.currency, words.language()));
    if (line.backorder && line.backorder->is_zero())
        put_section(to, "REST", "REMAINDER", words.at("rest_dropped"));
    else if (line.backorder)
        put_section(
            to, "REST", "REMAINDER",
            cat(format_quantity(*line.backorder, line.unit, words), ": ", words.at("rest_later")));
    if (line.parts.empty()) put_section(to, "WHOLE", "PROMISED", day_or_open(line.promised, words));
    for (const auto& part : line.parts) {
        auto& one = *to.AddSectionDictionary("PART");
        put(one, "QUANTITY", format_quantity(part.quantity, line.unit, words));
        put(one, "PROMISED", day_or_open(part.date, words));
    }
}

void fill_lines(Dictionary& to, const Answer& answer, const Words& words) {
    for (const auto& line : answer.lines) {
        auto& row = *to.AddSectionDictionary("ROW");
        put(row, "BUYER_LINE", one_line(line.buyer_line));
        put(row, "SKU", one_line(line.sku));
        put(row, "NAME", one_line(line.name));
        put_section(row, "BUYER_ITEM", "ITEM", one_line(line.buyer_item));
        put_section(row, "GTIN", "CODE", one_line(line.gtin));
        if (line.answer == LineAnswer::rejected)
            put_section(row, "REJECTED", "REASON", reason_words(line.reason, words));
        else
            fill_taken(row, line, answer, words);
    }
    const auto money = [&](Decimal value) {
        return format_money(value, answer.currency, words.language());
    };
    for (const auto& charge : answer.charges) {
        auto& one = *to.AddSectionDictionary("CHARGE");
        put(one, "NAME", charge_name(charge, answer, words));
        put(one, "AMOUNT", money(charge.is_allowance ? -charge.amount : charge.amount));
    }
    if (!answer.small_order_fee.is_zero())
        put_section(to, "FEE", "AMOUNT", money(answer.small_order_fee));
    put(to, "NET", money(answer.net));
    put(to, "TAX", money(answer.tax));
    put(to, "TAX_PERCENT", format_decimal(answer.tax_percent, 0, words.language()));
    put(to, "GROSS", money(answer.gross));
}

// "108 XRO", "0.74 EUR", "30 2026-03-05; 18 2026-03-17" as people write them.
std::string choice_for_customer(std::string_view choice, const Words& words) {
    std::string out;
    for (const auto token : split(one_line(choice), ' ')) {
        const std::string_view end = token.ends_with(';') ? ";" : "";
        const auto bare = token.substr(0, token.size() - end.size());
        const std::string label = cat("unit.", bare);
        std::string word(bare);
        if (const auto date = parse_iso_date(bare))
            word = format_day(*date, words);
        else if (const auto number = Decimal::parse(bare); number && out.empty())
            word = format_decimal(*number, 0, words.language());
        else if (words.has(label))
            word = words.at(label).substr(words.at(label).find('|') + 1);
        out += cat(out.empty() ? "" : " ", word, end);
    }
    return out;
}

void fill_choices(Dictionary& one, const Question& question, const Words& words) {
    const bool understood = question.effects.size() == question.choices.size();
    char letter = 'A';
    for (const auto& offer : question.choices) {
        const char its_letter = letter < 'Z' ? letter++ : 'Z';
        const std::string choice =
            understood ? choice_for_customer(offer, words) : value_for_customer(offer, words);
        if (choice.empty()) continue;
        if (its_letter == 'A') one.ShowSection("CHOICES");
        auto& offered = *one.AddSectionDictionary("CHOICE");
        put(offered, "LETTER", std::string(1, its_letter));
        put(offered, "WORDS", choice);
    }
}

// "1A 2B": how an answer by number looks; empty when no question has letters.
std::string sample_answer(const Answer& answer) {
    std::vector<std::string> picks;
    for (std::size_t i = 0; i < answer.questions.size(); ++i) {
        const auto choices = answer.questions[i].effects.size();
        if (choices > 0) picks.push_back(cat(i + 1, i % 2 == 1 && choices > 1 ? 'B' : 'A'));
    }
    return join(picks, " ");
}

void fill_questions(Dictionary& to, const Answer& answer, const Words& words) {
    put_section(to, "EXAMPLE", "SAMPLE", sample_answer(answer));
    put_section(to, "LINK", "URL", one_line(answer.answer_url));
    int number = 0;
    for (const auto& question : answer.questions) {
        auto& one = *to.AddSectionDictionary("ASKED");
        put(one, "INDEX", std::to_string(++number));
        put(one, "TEXT", question_words(question, words));
        if (question.line)
            put_section(one, "LINE", "BUYER_LINE", buyer_line_of(answer, *question.line));
        put_section(one, "QUOTE", "WORDS", one_line(question.quote));
        put_section(one, "ORDERED_VALUE", "ORDERED", value_for_customer(question.ordered, words));
        put_section(one, "AGREED_VALUE", "AGREED", value_for_customer(question.agreed, words));
        fill_choices(one, question, words);
    }
}

void fill_common(Dictionary& to, const Answer& answer, const Seller& seller, const Words& words) {
    for (const auto& [label, text] : words.all())
        to.SetTemplateGlobalValue(cat("W_", to_upper_ascii(label)), text);
    const auto global = [&](const char* name, const std::string& value) {
        to.SetTemplateGlobalValue(name, value);
    };
    global("NUMBER", one_line(number_of(answer)));
    global("CASE", one_line(answer.case_no));
    global("BUYER_ORDER", answer.buyer_order_no.empty() ? words.at("without_number")
                                                        : one_line(answer.buyer_order_no));
    global("SELLER", one_line(seller.name));
    if (answer.answer_by) global("ANSWER_BY", format_day(*answer.answer_by, words));
    if (answer.despatch) global("DELIVERY_NO", one_line(answer.despatch->number));
    if (answer.complaint) global("COMPLAINT_NO", one_line(answer.complaint->number));
    if (answer.house) {
        global("PAPER_NO", one_line(answer.house->number));
        global("DELIVERY_NO", one_line(join(answer.house->delivery_nos, ", ")));
    }
    // A complaint need not name an order; to a colleague it is not "your order".
    if (answer.house)
        to.ShowTemplateGlobalSection("INSIDE");
    else if (!answer.complaint || !answer.buyer_order_no.empty())
        to.ShowTemplateGlobalSection("ABOUT_ORDER");
    to.ShowTemplateGlobalSection(to_upper_ascii(template_of(answer)));
}

void fill_body(Dictionary& to, const Answer& answer, const Words& words, std::string_view form) {
    const auto include = [&](const char* marker, const char* piece) {
        auto* dictionary = to.AddIncludeDictionary(marker);
        dictionary->SetFilename(cat("shared/", piece, ".", form, ".tpl"));
        return dictionary;
    };
    fill_header(*include("HEADER", "header"), answer, words);
    fill_deviations(*include("DEVIATIONS", "deviations"), answer, words);
    fill_lines(*include("LINES", "lines"), answer, words);
    fill_questions(*include("QUESTIONS", "questions"), answer, words);
    fill_statuses(*include("STATUSES", "statuses"), answer, words);
    fill_despatch(*include("DESPATCHED", "despatch"), answer, words);
    fill_complaint(to, answer, words);
    fill_house(to, answer, words);
    put(to, "REASON", reason_words(answer.reason, words));
    if (!answer.reason.empty()) to.ShowSection("WHY");
    if (answer.answered.document_class == DocumentClass::order_change) to.ShowSection("CHANGED");
    const bool in_part = std::ranges::any_of(answer.deviations, &Deviation::declined);
    if (in_part) to.ShowSection("IN_PART");
    to.ShowSection(answer.rest_only ? "CANCELLED_REST" : "CANCELLED_WHOLE");
    put_section(to, "CHANGE", "CHANGE_NO", one_line(answer.answered.number));
    to.ShowSection(answer.silence_consents ? "SILENT" : "EXPLICIT");
    if (answer.answer_by) to.ShowSection("ANSWER");
    put_section(to, "CLERK", "CLERK_TEXT", to_valid_utf8(trim(answer.clerk_text)));
}

// Sections that are left out leave their blank lines behind: never more than one in a row.
std::string without_gaps(std::string_view text) {
    std::string out;
    int breaks = 2;
    for (const char c : text) {
        if (c == '\r') continue;
        breaks = c == '\n' ? breaks + 1 : 0;
        if (breaks <= 2) out += c;
    }
    return cat(trim(out), "\n");
}

} // namespace

struct Renderer::Templates {
    mutable ctemplate::TemplateCache cache; // expanding locks inside and counts uses
    std::map<std::string, Words, std::less<>> words;
    std::vector<std::string> faults;

    std::string expand(const std::string& file, const Dictionary& dictionary) const {
        std::string out;
        if (!cache.ExpandWithData(file, ctemplate::DO_NOT_STRIP, &dictionary, nullptr, &out))
            throw std::runtime_error(cat("template ", file, " is missing or broken"));
        return out;
    }
};

Renderer::Renderer(std::filesystem::path templates_dir)
    : directory_(std::move(templates_dir)), templates_(std::make_unique<Templates>()) {
    templates_->cache.SetTemplateRootDirectory(directory_.string());
    std::vector<const Words*> languages;
    for (const auto language : answer_languages) {
        auto loaded = Words::load(directory_ / std::string(language) / "words.txt", language);
        languages.push_back(
            &templates_->words.emplace(std::string(language), std::move(loaded)).first->second);
    }
    templates_->faults = check_templates(directory_, languages);
    for (const auto& file : template_files())
        if (!templates_->cache.LoadTemplate(file, ctemplate::DO_NOT_STRIP))
            templates_->faults.push_back(cat(file, " cannot be read as a template"));
    templates_->cache.Freeze(); // nothing is read from disk any more
}
Renderer::~Renderer() = default;

std::vector<std::string> Renderer::check() const {
    return templates_->faults;
}

const Words& Renderer::words(std::string_view language) const {
    return templates_->words.find(answer_language(language))->second;
}

RenderedMail Renderer::render(const Answer& answer, const Seller& seller) const {
    if (template_of(answer).empty()) throw std::runtime_error("a technical answer has no mail");
    const Words& its_words = words(answer.language);
    const std::string base = cat(its_words.language(), "/", template_of(answer));
    Dictionary subject("subject");
    fill_common(subject, answer, seller, its_words);
    RenderedMail mail;
    mail.subject = one_line(templates_->expand(cat(its_words.language(), "/subject.tpl"), subject));
    if (answer.reminder > 0) mail.subject = cat(its_words.at("reminder"), ": ", mail.subject);
    const std::string token = one_line(answer.reply_token);
    if (!token.empty()) mail.subject += cat(" [", token, "]");
    Dictionary text("text");
    fill_common(text, answer, seller, its_words);
    fill_body(text, answer, its_words, "txt");
    mail.text = without_gaps(templates_->expand(base + ".txt.tpl", text));
    if (!token.empty()) mail.text += cat("\n", its_words.at("case_number"), ": ", token, "\n");
    Dictionary frame("html");
    fill_common(frame, answer, seller, its_words);
    put(frame, "SUBJECT", mail.subject);
    put_section(frame, "TOKEN", "CODE", token);
    auto* body = frame.AddIncludeDictionary("BODY");
    body->SetFilename(base + ".html.tpl");
    fill_body(*body, answer, its_words, "html");
    mail.html = templates_->expand("shared/frame.html.tpl", frame);
    return mail;
}

std::string_view template_of(const Answer& answer) {
    const DocumentClass about = answer.answered.document_class;
    const bool cancellation = about == DocumentClass::order_cancellation;
    switch (answer.kind) {
    case AnswerKind::receipt:
        return "receipt";
    case AnswerKind::confirmation:
        return cancellation ? "cancelled" : "confirmation";
    case AnswerKind::proposal:
        return "proposal";
    case AnswerKind::question:
        return "question";
    case AnswerKind::rejection:
        if (cancellation) return "cancellation_refused";
        if (about == DocumentClass::order_change) return "change_refused";
        return answer.official_no.empty() ? "rejection" : "cancelled_by_us";
    case AnswerKind::repeat_of_answer:
        return "repeat";
    case AnswerKind::contrl:
        return "";
    case AnswerKind::status:
        return "status";
    case AnswerKind::complaint_receipt:
        return "complaint";
    case AnswerKind::complaint_notice:
    case AnswerKind::complaint_reminder:
        return "complaint_notice";
    case AnswerKind::despatch:
        return "despatch";
    case AnswerKind::outbound_slip:
        return "outbound_slip";
    case AnswerKind::invoice_request:
        return "invoice_request";
    case AnswerKind::proof_reminder:
        return "proof_reminder";
    }
    return "";
}

} // namespace besteld
