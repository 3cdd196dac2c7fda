// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/wishes.hpp"

#include "base/text.hpp"
#include "parsers/text/header_fields.hpp"
#include "parsers/text/intent.hpp"
#include "parsers/text/order_numbers.hpp"
#include "parsers/text/phrases.hpp"
#include "parsers/text/units.hpp"
#include "parsers/text/wish_words.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

constexpr int said = 4;                  // weight from which a cue states a wish
constexpr std::size_t most_wishes = 10;  // in one mail; more are a list that a person reads
constexpr std::size_t most_numbers = 50; // that one wish names

// What one sentence, or one part of it, says.
struct Said {
    Sentence where;
    bool asks_status = false;
    bool insists = false; // "where is": something earlier is meant
    bool complains = false;
    bool wants_other = false; // a change, a cancellation, an offer
    bool orders = false;
    bool polite = false;
    bool counts = false; // names so many of something, or an item by its code
    bool replaces = false;
    bool delivered = false; // speaks of a delivery that was
    bool refers = false;    // names an order or "the previous one"
    std::size_t status_at = 0;
    std::size_t complaint_at = 0;

    bool is_service() const { return asks_status || complains; }
    bool orders_goods() const { return (orders || polite) && counts; }
};

// A quantity with its unit, or an item's code: not the number of an order.
bool counts_something(const Passage& p, std::size_t i, const std::vector<Field>& numbers = {}) {
    const Token& t = p.tokens[i];
    const bool number =
        std::ranges::any_of(numbers, [&](const Field& f) { return f.place.begin == t.begin; });
    if (number) return false;
    if (t.kind == TokenKind::gtin) return true;
    if (t.kind == TokenKind::code) return !is_our_number(t.text);
    return t.kind == TokenKind::number && i + 1 < p.tokens.size() &&
           p.tokens[i + 1].kind == TokenKind::word && is_unit_word(p.tokens[i + 1].text);
}

// The tokens of these sentences only, with the text as it is.
Passage part_of(const Passage& p, std::span<const Sentence> sentences) {
    Passage part{.text = p.text, .part = p.part, .language = p.language, .tokens = {}};
    for (const Sentence& s : sentences) {
        for (std::size_t i = s.first; i < s.last; ++i) {
            part.tokens.push_back(p.tokens[i]);
            part.tokens.back().use = Use::none;
        }
        const std::uint32_t end = p.tokens[s.last - 1].end;
        part.tokens.push_back({TokenKind::line_end, end, end, "\n", Use::none});
    }
    return part;
}

// Every number that a label says to be an order's.
std::vector<Field> labelled_numbers(const Passage& p, std::span<const Sentence> sentences) {
    std::vector<Field> numbers;
    Passage part = part_of(p, sentences);
    while (numbers.size() < 20) { // a mail names few
        auto found = find_order_number(part);
        if (!found) break;
        numbers.push_back(std::move(*found));
    }
    return numbers;
}

Said listen(const Passage& p, Sentence where, const std::vector<FoundCue>& cues) {
    Said what{.where = where};
    const std::array only{where};
    const auto numbers = labelled_numbers(p, only);
    what.refers = !numbers.empty();
    const auto first = std::ranges::lower_bound(cues, where.first, {}, &FoundCue::first);
    for (auto at = first; at != cues.end() && at->first < where.last; ++at) {
        const FoundCue& cue = *at;
        if (cue.last > where.last || cue.negated || cue.weight < said) continue;
        const bool status = cue.cue == Cue::status;
        const bool complaint = cue.cue == Cue::complaint;
        if (status && !what.asks_status) what.status_at = cue.first;
        if (complaint && !what.complains) what.complaint_at = cue.first;
        what.asks_status = what.asks_status || status;
        what.complains = what.complains || complaint;
        what.wants_other = what.wants_other || cue.cue == Cue::change || cue.cue == Cue::cancel ||
                           cue.cue == Cue::quote || cue.cue == Cue::stock;
    }
    for (std::size_t i = where.first; i < where.last; ++i) {
        what.counts = what.counts || counts_something(p, i, numbers);
        const auto word = wish_word_at(p.tokens, i);
        if (!word) continue;
        what.orders = what.orders || word->meaning == WishWord::ordering;
        what.polite = what.polite || word->meaning == WishWord::polite;
        what.replaces = what.replaces || word->meaning == WishWord::replacement;
        what.insists = what.insists || word->meaning == WishWord::where_is;
        what.delivered = what.delivered || word->meaning == WishWord::delivery;
        what.refers =
            what.refers || word->meaning == WishWord::previous || word->meaning == WishWord::last;
        i += word->length - 1;
    }
    return what;
}

// "Waar blijft 4500009 en bij de vorige waren 6 rollen beschadigd": at the last joint between the
// two cues.
std::vector<Sentence> halves_of(const Passage& p, const Said& both) {
    const std::size_t from = std::min(both.status_at, both.complaint_at);
    const std::size_t to = std::max(both.status_at, both.complaint_at);
    for (std::size_t i = to; i > from + 1; --i) {
        const bool word =
            p.tokens[i - 1].kind == TokenKind::word && is_conjunction(p.tokens[i - 1].text);
        if (!word && !is_punctuation(p.tokens[i - 1], ",;:")) continue;
        return {{both.where.first, i - 1, both.where.list_line}, {i, both.where.last, false}};
    }
    return {both.where};
}

class WishFinder {
public:
    WishFinder(const Passage& body, const Passage& subject, Beside beside)
        : p_(body), subject_(subject), cues_(find_cues(body)), beside_(beside) {}

    Wishes run(const std::vector<Sentence>& sentences) {
        for (const Sentence& s : sentences)
            add(s);
        const bool ordering = beside_ == Beside::an_order || has_order();
        own_number_ = own_number();
        for (std::size_t i = 0; i < all_.size(); ++i)
            take(i, ordering);
        return std::move(found_);
    }

private:
    void add(Sentence s) {
        const Said what = listen(p_, s, cues_);
        if (!what.asks_status || !what.complains) return all_.push_back(what);
        for (const Sentence& half : halves_of(p_, what))
            all_.push_back(listen(p_, half, cues_));
    }

    // Beside the questions and complaints the text orders something.
    bool has_order() const {
        bool orders = false;
        bool counts = false;
        for (const Said& what : all_) {
            if (what.is_service() || what.replaces) continue;
            orders = orders || what.orders || what.polite;
            counts = counts || what.counts;
        }
        return orders && counts;
    }

    std::string own_number() const {
        const std::array whole{Sentence{0, subject_.tokens.size()}};
        if (!subject_.tokens.empty())
            if (const auto named = labelled_numbers(subject_, whole); !named.empty())
                return normalise_code(named.front().value);
        for (const Said& what : all_) {
            if (what.is_service()) continue;
            const std::array only{what.where};
            if (const auto named = labelled_numbers(p_, only); !named.empty())
                return normalise_code(named.front().value);
        }
        return {};
    }

    // "When will it come?" about the order that the mail itself places.
    bool is_in_passing(const Said& what) const {
        if (!what.asks_status) return false;
        const std::array only{what.where};
        const auto named = labelled_numbers(p_, only);
        if (named.empty()) return !what.refers && !what.insists;
        return normalise_code(named.front().value) == own_number_;
    }

    // A sentence that goes on about the wish before it.
    static bool goes_on(const Said& what, const Wish& wish) {
        if (what.is_service() || what.wants_other) return false;
        if (wish.document_class == DocumentClass::complaint && what.replaces) return true;
        return !what.orders && !what.counts;
    }

    void take(std::size_t i, bool ordering) {
        const Said& what = all_[i];
        if (!what.is_service()) {
            if (i > 0 && taken_ == i && goes_on(what, found_.wishes.back())) append(what, i);
            return;
        }
        const bool only_asks = what.asks_status && !what.complains && !what.wants_other;
        if (only_asks && (ordering || what.orders_goods()) && is_in_passing(what)) {
            found_.in_passing = true;
            return;
        }
        const bool replacement = what.complains && what.replaces;
        const bool vague =
            ordering && what.complains && !what.delivered && !what.refers && !what.counts;
        if ((what.asks_status && what.complains) || what.wants_other || vague ||
            (what.orders_goods() && !replacement)) {
            found_.tangled = true;
            return;
        }
        const auto wanted = what.complains ? DocumentClass::complaint : DocumentClass::order_status;
        if (!is_same(what, wanted)) found_.wishes.push_back({.document_class = wanted});
        if (found_.wishes.size() > most_wishes) found_.tangled = true;
        take_introduction(i);
        append(what, i);
    }

    // One question may name several orders; a complaint about another order is another one.
    bool is_same(const Said& what, DocumentClass wanted) {
        const std::array only{what.where};
        const auto named = labelled_numbers(p_, only);
        const std::string here =
            named.empty() ? std::string{} : normalise_code(named.front().value);
        const bool same_kind =
            !found_.wishes.empty() && found_.wishes.back().document_class == wanted;
        const bool same = same_kind && (wanted == DocumentClass::order_status || here.empty() ||
                                        about_.empty() || here == about_);
        if (!same || about_.empty()) about_ = here;
        return same;
    }

    // "Gisteren ontvingen wij bestelling 4500008." before what was wrong with it.
    void take_introduction(std::size_t i) {
        if (i == 0 || taken_ == i) return;
        const Said& before = all_[i - 1];
        const bool about = (before.refers || before.delivered) && !before.orders &&
                           !before.counts && !before.wants_other && !before.is_service();
        if (about) found_.wishes.back().sentences.push_back(before.where);
    }

    void append(const Said& what, std::size_t i) {
        found_.wishes.back().sentences.push_back(what.where);
        taken_ = i + 1;
    }

    const Passage& p_;
    const Passage& subject_;
    std::vector<FoundCue> cues_;
    Beside beside_;
    std::vector<Said> all_;
    std::string own_number_; // of the order that the mail itself places
    std::string about_;      // the order that the last wish named
    std::size_t taken_ = 0;  // one past the last sentence that belongs to a wish
    Wishes found_;
};

// ── the wish as a document ───────────────────────────────────────────────────────────────────────
class WishDraft {
public:
    WishDraft(const Wish& wish, const Passage& body) : wish_(wish), p_(body) {
        draft_.format = "text";
        draft_.message_type = "mail text";
        draft_.document_class = wish.document_class;
        draft_.part = body.part;
        draft_.language = body.language;
    }

    OrderDraft make() {
        if (wish_.sentences.empty()) return std::move(draft_);
        for (const Sentence& s : wish_.sentences)
            draft_.notes.push_back(
                p_.field(s.first, s.last, one_line(p_.slice(s.first, s.last)), certainty::grammar));
        draft_.begin = p_.tokens[wish_.sentences.front().first].begin;
        draft_.end = p_.tokens[wish_.sentences.back().last - 1].end;
        for (Field& number : labelled_numbers(p_, wish_.sentences))
            keep_number(std::move(number));
        for (const Sentence& s : wish_.sentences)
            read(s);
        return std::move(draft_);
    }

private:
    bool is_known(const std::string& number) const {
        const std::string key = normalise_code(number);
        if (draft_.order_number && normalise_code(draft_.order_number->value) == key) return true;
        return std::ranges::any_of(draft_.references, [&](const Reference& r) {
            return normalise_code(r.value.value) == key;
        });
    }

    void keep_number(Field number) {
        if (draft_.references.size() >= most_numbers || is_known(number.value)) return;
        if (const auto type = type_of_our_number(number.value); !type.empty())
            draft_.references.push_back({std::string(type), std::move(number), {}});
        else if (!draft_.order_number && number.score >= certainty::unit_or_item)
            draft_.order_number = std::move(number);
        else
            draft_.references.push_back({"order", std::move(number), {}});
    }

    void read(const Sentence& s) {
        for (std::size_t i = s.first; i < s.last; ++i) {
            bare_number(i);
            const auto word = wish_word_at(p_.tokens, i);
            if (!word) continue;
            const std::size_t last = std::min(i + word->length, s.last);
            if (word->meaning == WishWord::previous || word->meaning == WishWord::last)
                refer(word->meaning, i, last);
            else if (word->meaning == WishWord::delivery_note)
                delivery_note(last);
            i = last - 1;
        }
        if (wish_.document_class != DocumentClass::complaint) return;
        affected(s);
        cause(s);
    }

    // "… en 4500011": no label, but nothing else that it could be.
    void bare_number(std::size_t i) {
        const Token& t = p_.tokens[i];
        const bool digits = t.kind == TokenKind::number || t.kind == TokenKind::identifier ||
                            t.kind == TokenKind::code || t.kind == TokenKind::gtin;
        if (!digits || (counts_something(p_, i) && t.kind != TokenKind::code)) return;
        const auto count =
            std::ranges::count_if(t.text, [](char c) { return c >= '0' && c <= '9'; });
        if (count < 5 || t.text.find_first_of(".,'") != std::string::npos) return;
        const bool ours = is_our_number(t.text);
        keep_number(p_.field(i, i + 1, t.text, ours ? certainty::labelled : certainty::inferred));
    }

    void refer(WishWord meaning, std::size_t first, std::size_t last) {
        const std::string type = meaning == WishWord::previous ? "previous_order" : "last_order";
        if (std::ranges::find(draft_.references, type, &Reference::type) != draft_.references.end())
            return;
        draft_.references.push_back(
            {type,
             p_.field(first, last, one_line(p_.slice(first, last)), certainty::inferred),
             {}});
    }

    void delivery_note(std::size_t at) {
        while (at < p_.tokens.size() && (is_punctuation(p_.tokens[at], ":#.") ||
                                         p_.tokens[at].text == "nr" || p_.tokens[at].text == "no"))
            ++at;
        if (at >= p_.tokens.size()) return;
        const Token& t = p_.tokens[at];
        const bool number = t.kind == TokenKind::code || t.kind == TokenKind::identifier ||
                            (t.kind == TokenKind::number && t.text.size() >= 3);
        if (!number) return;
        std::erase_if(draft_.references,
                      [&](const Reference& r) { return r.value.value == t.text; });
        if (draft_.references.size() < most_numbers)
            draft_.references.push_back(
                {"delivery_note", p_.field(at, at + 1, t.text, certainty::labelled), {}});
    }

    // "6 rollen NK-330 waren beschadigd"
    void affected(const Sentence& s) {
        std::size_t code = s.last;
        for (std::size_t i = s.first; i < s.last && code == s.last; ++i)
            if (p_.tokens[i].kind == TokenKind::code && !is_known(p_.tokens[i].text) &&
                !is_our_number(p_.tokens[i].text))
                code = i;
        bool counted = false;
        for (std::size_t i = s.first; i + 1 < s.last; ++i) {
            const Token& t = p_.tokens[i];
            if (t.kind != TokenKind::number || p_.tokens[i + 1].kind != TokenKind::word) continue;
            const auto unit = unit_from_word(p_.tokens[i + 1].text, p_.language);
            if (!unit) continue;
            Reference goods{
                "affected", p_.field(i, i + 2, cat(t.text, " ", *unit), certainty::grammar), {}};
            if (code != s.last) goods.line = p_.tokens[code].text;
            add_affected(std::move(goods));
            counted = true;
        }
        if (counted || code == s.last) return;
        add_affected(
            {"affected", p_.field(code, code + 1, "", certainty::grammar), p_.tokens[code].text});
    }

    // The new ones that are wanted for the broken ones are the same ones.
    void add_affected(Reference goods) {
        if (draft_.references.size() >= most_numbers) return;
        const bool known = std::ranges::any_of(draft_.references, [&](const Reference& r) {
            return r.type == "affected" && r.value.value == goods.value.value &&
                   (!goods.line || !r.line || r.line == goods.line);
        });
        if (!known) draft_.references.push_back(std::move(goods));
    }

    void cause(const Sentence& s) {
        for (std::size_t i = s.first; i < s.last; ++i) {
            const auto found = cause_at(p_.tokens, i);
            if (!found) continue;
            if (std::ranges::find(draft_.references, "cause", &Reference::type) !=
                draft_.references.end())
                return;
            const std::size_t last = std::min(i + found->length, s.last);
            draft_.references.push_back({"cause",
                                         p_.field(i, last, std::string(found->meaning),
                                                  certainty::inferred, Origin::derived),
                                         {}});
        }
    }

    const Wish& wish_;
    const Passage& p_;
    OrderDraft draft_;
};

} // namespace

Wishes find_wishes(const Passage& body, const Passage& subject,
                   const std::vector<Sentence>& sentences, Beside beside) {
    return WishFinder(body, subject, beside).run(sentences);
}

bool says_that_it_orders(const Passage& passage) {
    for (std::size_t i = 0; i < passage.tokens.size(); ++i)
        if (const auto word = wish_word_at(passage.tokens, i);
            word && (word->meaning == WishWord::ordering || word->meaning == WishWord::polite))
            return true;
    return false;
}

OrderDraft draft_of(const Wish& wish, const Passage& body) {
    return WishDraft(wish, body).make();
}

std::vector<Reference> our_numbers_in(const Passage& passage) {
    std::vector<Reference> numbers;
    for (std::size_t i = 0; i < passage.tokens.size(); ++i)
        if (const auto type = type_of_our_number(passage.tokens[i].text); !type.empty())
            numbers.push_back({std::string(type),
                               passage.field(i, i + 1, passage.tokens[i].text, certainty::labelled),
                               {}});
    return numbers;
}

Wish whole_text(DocumentClass document_class, const std::vector<Sentence>& sentences) {
    return {.document_class = document_class, .sentences = sentences};
}

} // namespace besteld::parsers
