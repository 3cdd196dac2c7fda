// SPDX-License-Identifier: Apache-2.0
#include "deliver/render_check.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

namespace besteld {

namespace {

constexpr std::array kinds = std::to_array<std::string_view>(
    {"confirmation", "proposal", "question", "rejection", "receipt", "repeat", "cancelled",
     "cancelled_by_us", "change_refused", "cancellation_refused", "status", "complaint",
     "complaint_notice", "despatch", "outbound_slip", "invoice_request", "proof_reminder"});
constexpr std::array pieces = std::to_array<std::string_view>(
    {"header", "deviations", "lines", "questions", "statuses", "despatch"});

// What render_answer.cpp fills in. Words are W_ and their label.
const std::set<std::string, std::less<>> known_names = {"ABOUT",
                                                        "ABOUT_ORDER",
                                                        "ADDRESS",
                                                        "AFFECTED",
                                                        "AGREED",
                                                        "AGREED_VALUE",
                                                        "AGREEMENT",
                                                        "AMOUNT",
                                                        "ANSWER",
                                                        "ANSWER_BY",
                                                        "ANY",
                                                        "ASKED",
                                                        "BATCH",
                                                        "BODY",
                                                        "BUYER_ITEM",
                                                        "BUYER_LINE",
                                                        "BUYER_NUMBER",
                                                        "BUYER_ORDER",
                                                        "CANCELLATION_REFUSED",
                                                        "CANCELLED",
                                                        "CANCELLED_BY_US",
                                                        "CANCELLED_REST",
                                                        "CANCELLED_WHOLE",
                                                        "CARRIER",
                                                        "CASE",
                                                        "CAUSE",
                                                        "CHANGE",
                                                        "CHANGED",
                                                        "CHANGE_NO",
                                                        "CHANGE_REFUSED",
                                                        "CHARGE",
                                                        "CHOICE",
                                                        "CHOICES",
                                                        "CLAUSE",
                                                        "CLERK",
                                                        "CLERK_TEXT",
                                                        "CODE",
                                                        "COMPLAINT",
                                                        "COMPLAINT_NO",
                                                        "COMPLAINT_NOTICE",
                                                        "CONFIRMATION",
                                                        "CONFIRMED",
                                                        "CUSTOMER",
                                                        "DATE",
                                                        "DAYS",
                                                        "DELIVERED",
                                                        "DELIVERY_NO",
                                                        "DELIVERY_TERMS",
                                                        "DESPATCH",
                                                        "DESPATCHED",
                                                        "DESPATCH_LINE",
                                                        "DEVIATION",
                                                        "DEVIATIONS",
                                                        "DIFFERENCE",
                                                        "DUE",
                                                        "EXAMPLE",
                                                        "EXPLICIT",
                                                        "FEE",
                                                        "FIELD",
                                                        "FIRST",
                                                        "GOODS",
                                                        "GROSS",
                                                        "GTIN",
                                                        "HANDLER",
                                                        "HEADER",
                                                        "INDEX",
                                                        "IN_PART",
                                                        "INSIDE",
                                                        "INVOICE_REQUEST",
                                                        "ITEM",
                                                        "LETTER",
                                                        "LINE",
                                                        "LINES",
                                                        "LINK",
                                                        "MONEY",
                                                        "NAME",
                                                        "NET",
                                                        "NUMBER",
                                                        "OFFICIAL",
                                                        "ON_THE_WAY",
                                                        "OPEN",
                                                        "ORDERED",
                                                        "ORDERED_VALUE",
                                                        "ORDER_DATE",
                                                        "OTHER_QUANTITY",
                                                        "OUTBOUND_SLIP",
                                                        "OURS",
                                                        "PACKAGES",
                                                        "PAPER_NO",
                                                        "PART",
                                                        "PAYMENT_TERMS",
                                                        "PHASE",
                                                        "PREAGREED",
                                                        "PRICE",
                                                        "PROMISED",
                                                        "PROOF",
                                                        "PROOF_REMINDER",
                                                        "PROPOSAL",
                                                        "QUANTITY",
                                                        "QUESTION",
                                                        "QUESTIONS",
                                                        "QUOTE",
                                                        "REASON",
                                                        "RECEIPT",
                                                        "REJECTED",
                                                        "REJECTION",
                                                        "REMAINDER",
                                                        "REMINDER",
                                                        "REPEAT",
                                                        "REST",
                                                        "ROW",
                                                        "SAID",
                                                        "SAMPLE",
                                                        "SELLER",
                                                        "SHIPMENT",
                                                        "SHIPPED",
                                                        "SHIP_TO",
                                                        "SILENT",
                                                        "SKU",
                                                        "STANDING",
                                                        "STATUS",
                                                        "STATUSES",
                                                        "STATUS_LINE",
                                                        "SUBJECT",
                                                        "TAKEN",
                                                        "TAX",
                                                        "TAX_PERCENT",
                                                        "TERMS",
                                                        "TEXT",
                                                        "TOKEN",
                                                        "TOTAL",
                                                        "TRACK",
                                                        "URL",
                                                        "WHOLE",
                                                        "WHY",
                                                        "WORDS"};

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool is_known(std::string_view name, const Words& words) {
    if (known_names.contains(name)) return true;
    return name.starts_with("W_") && words.has(to_lower_ascii(name.substr(2)));
}

// Markers are {{NAME}}, {{#NAME}}, {{/NAME}}, {{>NAME}}; {{!…}} and {{%…}} are comments and
// pragmas.
void check_markers(const std::string& file, std::string_view text, const Words& words,
                   std::vector<std::string>& faults) {
    for (auto open = text.find("{{"); open != std::string_view::npos;
         open = text.find("{{", open + 2)) {
        const auto close = text.find("}}", open);
        if (close == std::string_view::npos) {
            faults.push_back(cat(file, ": a marker is not closed with }}"));
            return;
        }
        auto name = text.substr(open + 2, close - open - 2);
        if (name.starts_with('!') || name.starts_with('%')) continue;
        if (!name.empty() && (name.front() == '#' || name.front() == '/' || name.front() == '>'))
            name.remove_prefix(1);
        name = name.substr(0, name.find(':'));
        if (!is_known(name, words)) faults.push_back(cat(file, ": no answer has {{", name, "}}"));
    }
}

void check_words(const Words& words, const Words& reference, std::vector<std::string>& faults) {
    const std::string file = cat(words.language(), "/words.txt");
    if (words.all().empty()) {
        faults.push_back(cat(file, " is missing or empty"));
        return;
    }
    for (const auto& [label, text] : reference.all())
        if (!words.has(label)) faults.push_back(cat(file, ": no words for ", label));
}

} // namespace

std::vector<std::string> template_files() {
    std::vector<std::string> files = {"shared/frame.html.tpl"};
    for (const auto form : {"txt", "html"})
        for (const auto piece : pieces)
            files.push_back(cat("shared/", piece, ".", form, ".tpl"));
    for (const auto language : answer_languages) {
        files.push_back(cat(language, "/subject.tpl"));
        for (const auto kind : kinds)
            for (const auto form : {"txt", "html"})
                files.push_back(cat(language, "/", kind, ".", form, ".tpl"));
    }
    return files;
}

std::vector<std::string> check_templates(const std::filesystem::path& directory,
                                         const std::vector<const Words*>& languages) {
    std::vector<std::string> faults;
    // The language with most words sets what the others must have.
    const auto* reference =
        *std::ranges::max_element(languages, {}, [](const Words* w) { return w->all().size(); });
    for (const auto* words : languages)
        check_words(*words, *reference, faults);
    for (const auto& file : template_files()) {
        const std::string text = read_all(directory / file);
        if (text.empty())
            faults.push_back(cat(file, " is missing or empty"));
        else
            check_markers(file, text, *reference, faults);
        if (!text.empty() && file.ends_with(".html.tpl") &&
            !text.starts_with("{{%AUTOESCAPE context=\"HTML\"}}"))
            faults.push_back(cat(file, ": must begin with {{%AUTOESCAPE context=\"HTML\"}}"));
    }
    return faults;
}

} // namespace besteld
