// SPDX-License-Identifier: Apache-2.0
#include "check/identity_words.hpp"

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/address.hpp"
#include "check/mail_domain.hpp"
#include "check/sentences.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr int strong_hint = 85;
constexpr int weak_hint = 60;
constexpr std::size_t most_keys = 20;
constexpr std::string_view in_text = "in the text";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_alnum(char c) {
    return is_digit(c) || is_capital(c) || (c >= 'a' && c <= 'z');
}

// What follows the country's letters: 9 a digit, X a digit or capital, B itself. Council Directive
// 2006/112/EC article 215, as VIES writes them.
struct VatForm {
    std::string_view country;
    std::string_view form;
};
constexpr auto vat_forms = std::to_array<VatForm>({
    {"AT", "U99999999"},   {"BE", "9999999999"},  {"BG", "999999999"},   {"CY", "99999999X"},
    {"CZ", "99999999"},    {"DE", "999999999"},   {"DK", "99999999"},    {"EE", "999999999"},
    {"EL", "999999999"},   {"ES", "X9999999X"},   {"FI", "99999999"},    {"FR", "XX999999999"},
    {"GB", "999999999"},   {"HR", "99999999999"}, {"HU", "99999999"},    {"IE", "9X99999X"},
    {"IT", "99999999999"}, {"LU", "99999999"},    {"LV", "99999999999"}, {"NL", "999999999B99"},
    {"PL", "9999999999"},  {"PT", "999999999"},   {"RO", "99999999"},    {"SE", "999999999999"},
    {"SI", "99999999"},    {"SK", "9999999999"},
});

bool fits_form(char c, char form) {
    if (form == '9') return is_digit(c);
    return form == 'X' ? is_digit(c) || is_capital(c) : c == form;
}

// The VAT number that begins at `at`, without the blanks and dots in it; empty for none.
std::string vat_at(std::string_view text, std::size_t at) {
    const auto known = std::ranges::find(vat_forms, text.substr(at, 2), &VatForm::country);
    if (known == vat_forms.end()) return {};
    std::string value(known->country);
    std::size_t i = at + 2;
    for (const char form : known->form) {
        while (i < text.size() && (text[i] == ' ' || text[i] == '.' || text[i] == '-'))
            ++i;
        if (i >= text.size() || !fits_form(text[i], form)) return {};
        value += text[i++];
    }
    const bool ends = i >= text.size() || !is_alnum(text[i]);
    // "DE89 3704 0044 0532 …" goes on: an account, not a VAT number.
    const bool goes_on = i + 1 < text.size() && text[i] == ' ' && is_digit(text[i + 1]);
    return ends && !goes_on ? value : std::string{};
}

// GB 32100-2015: the Chinese credit code, 18 signs with a digit in front.
std::string credit_code_at(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 18;
    const std::string_view code = text.substr(at, length);
    const bool whole =
        code.size() == length && (at + length == text.size() || !is_alnum(text[at + length])) &&
        std::ranges::all_of(code, [](char c) { return is_digit(c) || is_capital(c); });
    const bool has_letter = std::ranges::any_of(code, is_capital);
    return whole && has_letter && (code[0] == '9' || code[0] == '1' || code[0] == '5')
               ? std::string(code)
               : std::string{};
}

struct Label {
    std::string_view words; // folded
    std::string_view kind;
};
constexpr auto labels = std::to_array<Label>({
    {"klantnummer", "customer_no"},     {"klantnr", "customer_no"},
    {"debiteurnummer", "customer_no"},  {"debiteurnr", "customer_no"},
    {"customer number", "customer_no"}, {"customer no", "customer_no"},
    {"account number", "customer_no"},  {"account no", "customer_no"},
    {"kundennummer", "customer_no"},    {"kunden-nr", "customer_no"},
    {"kundennr", "customer_no"},        {"kd.-nr", "customer_no"},
    {"numéro client", "customer_no"},   {"numéro de client", "customer_no"},
    {"n° client", "customer_no"},       {"code client", "customer_no"},
    {"客户编号", "customer_no"},        {"客户代码", "customer_no"},
    {"客户号", "customer_no"},          {"gln", "gln"},
});

// "Kundennummer: C1002", "klantnr. C1001": the next word, when it holds a digit.
std::string value_behind(std::string_view words, std::size_t at) {
    constexpr std::size_t longest_gap = 6;
    const auto from = std::min(words.find_first_not_of(" .:#=\t", at), words.size());
    std::size_t begin = from;
    for (const std::string_view wide : {"：", "是", "为"}) {
        if (words.substr(begin).starts_with(wide)) begin += wide.size();
    }
    if (from - at > longest_gap) return {};
    std::size_t end = begin;
    while (end < words.size() && (is_alnum(words[end]) || words[end] == '-'))
        ++end;
    const std::string_view value = words.substr(begin, end - begin);
    return value.size() <= 20 && std::ranges::any_of(value, is_digit) ? std::string(value)
                                                                      : std::string{};
}

class TextKeys {
public:
    void add(std::string_view kind, std::string value, int score, std::string_view where) {
        if (!value.empty() && keys_.size() < most_keys)
            keys_.push_back({std::string(kind), std::move(value), score, where});
    }
    void scan(std::string_view words) {
        for (std::size_t at = 0; at + 8 < words.size(); ++at) {
            if (at > 0 && is_alnum(words[at - 1])) continue;
            if (is_capital(words[at])) add("vat", vat_at(words, at), strong_hint, in_text);
            if (is_digit(words[at])) add("vat", credit_code_at(words, at), strong_hint, in_text);
        }
        const std::string lower = to_lower_ascii(words); // keeps every byte in its place
        for (const Label& label : labels) {
            const auto at = lower.find(label.words);
            if (at == std::string::npos) continue;
            std::string value = value_behind(words, at + label.words.size());
            if (label.kind == "gln" && !is_gln(value)) continue;
            add(label.kind, std::move(value), strong_hint, in_text);
        }
    }
    std::vector<TextKey> take() { return std::move(keys_); }

private:
    std::vector<TextKey> keys_;
};

// "Von: Einkauf <einkauf@mueller.example>" in a line of its own.
std::string copied_sender(std::string_view line) {
    constexpr auto words = std::to_array<std::string_view>(
        {"van:", "from:", "von:", "de:", "de :", "发件人:", "发件人："});
    const std::string lower = to_lower_ascii(trim(line));
    const bool is_head =
        std::ranges::any_of(words, [&](std::string_view w) { return lower.starts_with(w); });
    const auto at = lower.find('@');
    if (!is_head || at == std::string::npos) return {};
    const auto is_address = [](char c) {
        return is_alnum(c) || std::string_view("._+-").find(c) != std::string_view::npos;
    };
    std::size_t begin = at;
    while (begin > 0 && is_address(lower[begin - 1]))
        --begin;
    std::size_t end = at + 1;
    while (end < lower.size() && is_address(lower[end]))
        ++end;
    return begin == at || end == at + 1 ? std::string{} : lower.substr(begin, end - begin);
}

void add_forwarded_sender(TextKeys& keys, const Origins& origins) {
    if (origins.parts == nullptr || origins.mail == nullptr) return;
    constexpr std::size_t longest = 16U << 10U;
    for (const PartInfo& part : *origins.parts) {
        if (part.read_as != "body") continue;
        for (const std::string_view line :
             split(std::string_view(part.text).substr(0, longest), '\n')) {
            const std::string address = copied_sender(line);
            if (address.empty() || equal_ignoring_case(address, origins.mail->from.address))
                continue;
            const std::string domain = domain_of(address);
            keys.add("mail", address, weak_hint, "of the forwarded mail");
            if (!is_free_mail_domain(registrable_domain(domain)))
                keys.add("domain", registrable_domain(domain), weak_hint, "of the forwarded mail");
            return; // the first one: what it answered itself stands below
        }
    }
}

bool is_forward(const MailHead& mail) {
    constexpr auto marks = std::to_array<std::string_view>(
        {"fw:", "fwd:", "wg:", "tr:", "doorst:", "转发:", "转发："});
    const std::string subject = to_lower_ascii(trim(mail.subject));
    return std::ranges::any_of(marks, [&](std::string_view m) { return subject.starts_with(m); });
}

} // namespace

std::vector<TextKey> keys_in_text(const OrderDraft& draft, const Origins& origins) {
    TextKeys keys;
    if (origins.mail == nullptr) return {};
    for (const Sentence& sentence : sentences_of(draft, origins))
        keys.scan(sentence.words);
    if (is_forward(*origins.mail)) add_forwarded_sender(keys, origins);
    return keys.take();
}

std::string name_identity(std::string_view name) {
    constexpr auto legal_forms = std::to_array<std::string_view>(
        {"BV",  "NV",  "VOF",     "GMBH", "AG",  "KG",  "OHG",  "GBR", "SA",   "SARL", "SAS",
         "SRL", "LTD", "LIMITED", "PLC",  "INC", "LLC", "CORP", "CO",  "BVBA", "UG",   "SE"});
    std::string out;
    for (const std::string_view word : split(name.substr(0, 200), ' ')) {
        const std::string plain = normalise_code(replace_all(std::string(word), ",", ""));
        if (std::ranges::find(legal_forms, plain) == legal_forms.end()) out += plain;
    }
    return out.size() >= 3 ? out : std::string{};
}

std::string address_identity(const PartyDraft& party) {
    const Address address = address_of(party);
    if (address.postcode.empty() || address.house_no.empty()) return {};
    return cat(address.postcode, "/", address.house_no);
}

} // namespace besteld
