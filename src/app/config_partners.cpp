// SPDX-License-Identifier: Apache-2.0
// [[partner]]: how one partner writes his files (docs/partners.md). What is not declared is as the
// standard has it.
#include "app/config_parts.hpp"

#include "base/text.hpp"
#include "order/receipts.hpp"

#include <algorithm>
#include <set>

namespace besteld {

namespace {

constexpr std::size_t una_characters = 6;
constexpr std::size_t isa_characters = 3;

std::string all_oddities() {
    std::vector<std::string> words;
    for (const auto& one : oddity_words())
        words.emplace_back(one.word);
    return join(words, ", ");
}

std::vector<Oddity> read_oddities(TomlTable& t, std::string_view key, std::string_view sentence) {
    std::vector<Oddity> oddities;
    for (const auto& word : t.texts(key, sentence)) {
        if (const auto oddity = oddity_named(word)) {
            oddities.push_back(*oddity);
            continue;
        }
        const auto nearest = std::ranges::min_element(
            oddity_words(), {}, [&](const OddityWord& w) { return edit_distance(w.word, word); });
        const bool near = edit_distance(nearest->word, word) <= 4;
        t.fault(key,
                cat("'", word, "' is no oddity of files",
                    near ? cat(" (did you mean '", nearest->word, "'?)") : std::string()),
                cat("one of: ", all_oddities()));
    }
    return oddities;
}

// { ROL = "XRO", … } with a proof of each value.
template <typename Fits>
std::map<std::string, std::string> read_codes(ConfigNotes& notes, TomlTable& t, const char* key,
                                              const Fits& fits, std::string_view hint) {
    std::map<std::string, std::string> codes;
    const auto* table = t.section(key);
    if (!table) return codes;
    for (const auto& [written, node] : *table) {
        const auto value = node.value<std::string>();
        if (value && fits(*value)) {
            codes.emplace(written.str(), *value);
            continue;
        }
        const auto& at = node.source().begin;
        notes.faults.push_back({notes.file, at.line, at.column,
                                cat(key, ": '", written.str(), "' is given ",
                                    value ? cat("'", *value, "'") : std::string("no text")),
                                std::string(hint)});
    }
    return codes;
}

bool is_unit_code(std::string_view code) {
    return code.size() >= 2 && code.size() <= 3 && std::ranges::all_of(code, [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
           });
}

bool is_item_number(std::string_view word) {
    return word == "seller_item" || word == "buyer_item" || word == "gtin";
}

void check_separators(TomlTable& t, const std::string& separators) {
    if (separators.empty()) return;
    const std::set<char> different(separators.begin(), separators.end());
    const bool known = separators.size() == una_characters || separators.size() == isa_characters;
    const bool usable = std::ranges::none_of(separators, [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    });
    if (!known || !usable || different.size() != separators.size())
        t.fault("separators", cat("'", separators, "' are no service characters"),
                "EDIFACT: the six characters of UNA, \":+.? '\"; X12: element, component and "
                "terminator, \"*>~\"");
}

std::optional<std::vector<ReceiptForm>> read_receipts(TomlTable& t) {
    std::vector<ReceiptForm> forms;
    bool none = false;
    const auto words =
        t.texts("receipts",
                "receipts he gets for his interchanges, and no other: CONTRL, APERAK, 997, 999, "
                "TA1, MLR; none; not said: as the standards have it (docs/partners.md)");
    for (const auto& word : words) {
        none = none || equal_ignoring_case(word, "none");
        if (equal_ignoring_case(word, "none")) continue;
        if (const auto form = receipt_form_named(word))
            forms.push_back(*form);
        else
            t.fault("receipts", cat("'", word, "' is no receipt that we send"),
                    "CONTRL, APERAK, 997, 999, TA1 or MLR; or  receipts = [\"none\"]");
    }
    const auto has = [&](ReceiptForm form) {
        return std::ranges::find(forms, form) != forms.end();
    };
    if (none && !forms.empty())
        t.fault("receipts", "'none' and a receipt are named together", "leave one of them out");
    if (has(ReceiptForm::functional_997) && has(ReceiptForm::implementation_999))
        t.fault("receipts", "997 and 999 say the same; he would get two answers to each group",
                "name the one that he reads: 999 with 005010, else 997");
    if (words.empty()) return std::nullopt;
    return forms;
}

TrafficRules read_traffic(TomlTable& t) {
    TrafficRules rules;
    const auto word =
        t.word("numbering", {"learned", "continuous", "daily", "none"}, "learned",
               "how he numbers his interchanges (UNB 0020, ISA13), so that one that "
               "does not come is missed: found out; each one more; anew each day; not");
    rules.numbering = word == "continuous" ? Numbering::continuous
                      : word == "daily"    ? Numbering::daily
                      : word == "none"     ? Numbering::none
                                           : Numbering::learned;
    rules.gap_wait = std::chrono::floor<std::chrono::minutes>(std::chrono::milliseconds(
        t.duration("gap_wait", "1h", "a number that has not come by then is told to a person")));
    rules.receipts = read_receipts(t);
    const auto when = t.word("receipts_when", {"always", "asked", "errors"}, "always",
                             "when he gets the receipts that are named: always; when UNB 0031 or "
                             "ISA14 asks, or when something is refused; when something is refused");
    rules.receipts_when = when == "asked"    ? ReceiptWhen::asked
                          : when == "errors" ? ReceiptWhen::errors
                                             : ReceiptWhen::always;
    if (when != "always" && (!rules.receipts || rules.receipts->empty()))
        t.fault("receipts_when", "it says when, but no receipt is named",
                "name them as well:  receipts = [\"CONTRL\"]");
    return rules;
}

void check_oddities(TomlTable& t, const ReadingProfile& p) {
    for (const auto oddity : p.refuse)
        if (tolerates(p, oddity))
            t.fault("refuse", cat("'", word_of(oddity), "' is both tolerated and refused"),
                    "leave it out of one of them");
}

} // namespace

ReadingProfile read_partner(ConfigNotes& notes, const toml::table* table) {
    TomlTable t(notes, table, "partner");
    ReadingProfile p;
    p.name = t.required("name", "short name of the profile; it stands with what was read by it");
    p.senders = t.texts("senders", "who sends in the interchange: UNB 0004 or ISA06, also with its "
                                   "qualifier (9520000001018:14); or a buyer's party number");
    p.channels = t.texts("channels", "names of mailboxes and folders; with senders: both must fit");
    if (table && p.senders.empty() && p.channels.empty())
        t.fault("name", cat("the profile '", p.name, "' is nobody's: no senders, no channels"),
                "write  senders = [\"…\"]  or  channels = [\"…\"]");
    p.tolerate = read_oddities(t, "tolerate",
                               "oddities of his files that stop nothing "
                               "(docs/partners.md)");
    p.refuse = read_oddities(t, "refuse", "oddities that a person must see, where others' pass");
    check_oddities(t, p);
    p.versions =
        t.texts("versions", "agreed message versions, D.96A or 004010; another one is an error");
    p.charset = t.text("charset", "",
                       "character set of his files, whatever they declare: "
                       "windows-1252, utf-8 …");
    p.separators = t.text("separators", "",
                          "service characters, whatever his files state: \":+.? "
                          "'\" for EDIFACT, \"*>~\" for X12");
    check_separators(t, p.separators);
    p.decimal_mark = t.text("decimal_mark", "",
                            "\".\" or \",\" of numbers in EDIFACT and X12; the other mark groups "
                            "thousands; empty: as the format has it");
    if (!p.decimal_mark.empty() && p.decimal_mark != "." && p.decimal_mark != ",")
        t.fault("decimal_mark", cat("'", p.decimal_mark, "' is no decimal mark"),
                "write  decimal_mark = \",\"");
    p.date_pattern =
        t.text("date_pattern", "", "how he writes dates in EDIFACT and X12, tried first: DDMMYYYY");
    if (!p.date_pattern.empty() && !is_date_pattern(p.date_pattern))
        t.fault("date_pattern", cat("'", p.date_pattern, "' does not say how a day is written"),
                "DD, MM and YYYY or YY, once each, with what stands between:  DD.MM.YYYY");
    p.changed_quantity = t.word("changed_quantity", {"total", "difference"}, "total",
                                "what POC03 of an 860 states") == "total"
                             ? QuantityOfChange::total
                             : QuantityOfChange::difference;
    p.units = read_codes(notes, t, "units", is_unit_code,
                         "his word = a code of UN/ECE Recommendation 20 or 21:  ROL = \"XRO\"");
    p.item_numbers = read_codes(notes, t, "item_numbers", is_item_number,
                                "his qualifier = seller_item, buyer_item or gtin:  IN = "
                                "\"seller_item\"");
    p.traffic = read_traffic(t);
    t.finish();
    return p;
}

void check_partners(ConfigNotes& notes, const Config& config) {
    std::set<std::string> names;
    std::map<std::string, std::string> owners; // sender and channel → profile
    const auto fault = [&](std::string text, std::string hint) {
        notes.faults.push_back(
            {.file = notes.file, .text = std::move(text), .hint = std::move(hint)});
    };
    std::set<std::string> channels;
    for (const auto& m : config.mailboxes)
        channels.insert(m.name);
    for (const auto& d : config.drops)
        channels.insert(d.name);
    for (const auto& p : config.partners) {
        if (!names.insert(p.name).second)
            fault(cat("two partner profiles are called '", p.name, "'"),
                  "each [[partner]] needs a name of its own");
        for (const auto& channel : p.channels)
            if (!channels.contains(channel))
                fault(cat("partner '", p.name, "': there is no channel '", channel, "'"),
                      "the name of a [[mailbox]] or a [[drop]]");
        const std::vector<std::string> anybody{""};
        for (const auto& sender : p.senders.empty() ? anybody : p.senders)
            for (const auto& channel : p.channels.empty() ? anybody : p.channels) {
                const auto [owner, fresh] =
                    owners.emplace(cat(to_upper_ascii(sender), " on ", channel), p.name);
                if (!fresh && owner->second != p.name)
                    fault(cat("partners '", owner->second, "' and '", p.name, "' both claim ",
                              sender.empty() ? "channel " : "sender ",
                              sender.empty() ? channel : sender),
                          "a sender on a channel has one profile");
            }
    }
}

} // namespace besteld
