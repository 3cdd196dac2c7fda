// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/read_text.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "parsers/text/beside_wishes.hpp"
#include "parsers/text/blocks.hpp"
#include "parsers/text/change_grammar.hpp"
#include "parsers/text/date_words.hpp"
#include "parsers/text/dates.hpp"
#include "parsers/text/header_fields.hpp"
#include "parsers/text/intent.hpp"
#include "parsers/text/labelled_lines.hpp"
#include "parsers/text/language.hpp"
#include "parsers/text/line_grammar.hpp"
#include "parsers/text/order_numbers.hpp"
#include "parsers/text/removed_lines.hpp"
#include "parsers/text/text_table.hpp"
#include "parsers/text/unread.hpp"
#include "parsers/text/wishes.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers {

namespace {

// A mail that a person typed is far shorter; more is a data file pasted as text.
constexpr std::size_t longest_text = 1'000'000;

// Whether questions and complaints count, or were taken out of the text before.
enum class Service { counts, taken_out };

class TextReader {
public:
    TextReader(const TextSource& source, std::vector<Problem>& problems,
               Service service = Service::counts)
        : source_(source), problems_(problems), service_(service) {}

    std::optional<OrderDraft> run() {
        std::string_view text = source_.text;
        if (text.size() > longest_text) {
            text = text.substr(0, longest_text);
            problems_.push_back({Severity::error,
                                 {source_.part, longest_text, longest_text, {}},
                                 "text.too_long",
                                 "the text is longer than 1 MB; the rest was not read",
                                 "send long orders as a file"});
        }
        if (trim(text).empty() && trim(source_.subject).empty()) return std::nullopt;
        collect(text);
        intent_ = weigh();
        numbers_and_dates();
        find_header_fields(body_, draft_);
        const auto prices = find_prices(body_);
        totals(prices);
        lines(intent_, prices);
        draft_.unread = find_unread(body_, sentences_);
        finish(text);
        return std::move(draft_);
    }

    // After run().
    const Passage& body() const { return body_; }
    const Passage& subject() const { return subject_; }
    const std::vector<Sentence>& sentences() const { return sentences_; }
    const Intent& intent() const { return intent_; }

private:
    void collect(std::string_view text) {
        blocks_ = find_blocks(text, source_.subject);
        body_.text = text;
        body_.part = source_.part;
        for (const TextLine& line : blocks_.lines) {
            if (line.kind != LineKind::own) continue;
            tokenise(text, line.begin, line.end, body_.tokens);
            body_.tokens.push_back({TokenKind::line_end, line.end, line.end, "\n", Use::none});
        }
        subject_.text = source_.subject;
        subject_.part = source_.subject_part;
        if (source_.subject.empty() && !blocks_.inner_subject.empty()) {
            subject_.text = text;
            subject_.part = source_.part;
            tokenise(text, blocks_.inner_subject.begin, blocks_.inner_subject.end, subject_.tokens);
        } else {
            tokenise(source_.subject, 0, static_cast<std::uint32_t>(source_.subject.size()),
                     subject_.tokens);
        }
        const std::string from_subject = language_of(subject_.tokens, source_.default_language);
        body_.language = language_of(body_.tokens, from_subject);
        subject_.language = body_.language;
        join_thousands(body_.text, body_.language, body_.tokens);
        draft_.language = body_.language;
    }

    Intent weigh() {
        Intent intent;
        const std::size_t at = subject_.tokens.empty() ? 0 : subject_.tokens.front().begin;
        const std::string start =
            fold_latin(subject_.text.substr(std::min(at, subject_.text.size()), 8));
        const bool old = source_.is_reply || blocks_.forwarded || start.starts_with("re:") ||
                         start.starts_with("fw") || start.starts_with("aw:") ||
                         start.starts_with("antw:") || start.starts_with("wg:") ||
                         start.starts_with("sv:") || start.starts_with("回复") ||
                         start.starts_with("答复");
        weigh_cues(subject_, old ? CuePlace::old_subject : CuePlace::subject, intent);
        weigh_cues(body_, CuePlace::body, intent);
        if (service_ == Service::taken_out)
            for (const Cue cue : {Cue::status, Cue::complaint})
                intent.weight[static_cast<std::size_t>(cue)] = 0;
        return intent;
    }

    void numbers_and_dates() {
        draft_.order_number = find_order_number(body_);
        further_numbers();
        if (auto other = find_order_number(subject_)) {
            if (!draft_.order_number)
                draft_.order_number = std::move(other);
            else if (normalise_code(draft_.order_number->value) != normalise_code(other->value))
                two_order_numbers(*other);
        }
        DateContext context;
        context.today = parse_iso_date(std::string_view(source_.sent_date).substr(0, 10));
        if (!context.today) context.today = parse_iso_date(source_.received_date);
        context.order = day_order();
        dates_ = find_dates(body_, context);
        auto in_subject = find_dates(subject_, context);
        subject_dates_ = std::move(in_subject);
    }

    // Of several orders in one text the first is read as the order's; a person must see the rest.
    void further_numbers() {
        for (int found = 0; draft_.order_number && found < 20; ++found) {
            auto other = find_order_number(body_);
            if (!other) return;
            if (normalise_code(other->value) != normalise_code(draft_.order_number->value))
                further_.push_back(std::move(*other));
        }
    }

    void several_orders() {
        const DocumentClass c = draft_.document_class;
        if (further_.empty() || (c != DocumentClass::order && c != DocumentClass::order_change &&
                                 c != DocumentClass::order_cancellation))
            return;
        draft_.order_number->score = draft_.order_number->score * 7 / 10;
        draft_.problems.push_back({Severity::warning,
                                   {source_.part, 0, 0, {}},
                                   "text.several_orders",
                                   cat("the text names order \"", draft_.order_number->value,
                                       "\" and order \"", further_.front().value, "\""),
                                   "take them as orders of their own"});
    }

    void two_order_numbers(const Field& other) {
        draft_.order_number->score = draft_.order_number->score * 7 / 10;
        draft_.problems.push_back({Severity::warning, draft_.order_number->place,
                                   "text.two_order_numbers",
                                   cat("order number \"", draft_.order_number->value,
                                       "\" in the text, \"", other.value, "\" in the subject"),
                                   "ask the customer which one holds"});
    }

    // English is written with either order; a price in dollars makes it American.
    DayOrder day_order() const {
        if (body_.language != "en") return DayOrder::day_first;
        const bool dollars = std::ranges::any_of(body_.tokens, [](const Token& t) {
            return t.kind == TokenKind::currency && t.text == "USD";
        });
        return dollars ? DayOrder::month_first : DayOrder::unsure;
    }

    void totals(const std::vector<FoundPrice>& prices) {
        for (const FoundPrice& price : prices) {
            if (price.currency && !draft_.currency) draft_.currency = price.currency;
            if (price.is_total && !draft_.total) draft_.total = price.value;
        }
    }

    void lines(const Intent& intent, const std::vector<FoundPrice>& prices) {
        sentences_ = join_labelled(body_, find_sentences(body_));
        auto read = read_text_tables(body_, blocks_.lines, source_.layouts);
        std::ranges::move(read_labelled_lines(body_, blocks_.lines), std::back_inserter(read));
        std::vector<ReadLine> removed;
        if (draft_.order_number || intent[Cue::change] >= 4)
            removed = read_removed_lines(body_, sentences_);
        const bool change = intent[Cue::change] >= 4 || is_moved() || !removed.empty();
        std::vector<ReadLine> changed;
        if (change) changed = read_changed_quantities(body_, sentences_);
        auto free = read_lines(body_, free_sentences(read, changed), prices);
        if (change) name_actions(free);
        for (auto* more : {&changed, &free, &removed})
            std::ranges::move(*more, std::back_inserter(read));
        LineEvidence evidence{.attachment_named = names_attachment(),
                              .order_number = draft_.order_number.has_value()};
        // A number beside a code is in every log, bounce and signature: it is a line of an order
        // when the text says that it orders, or when the number is counted in something or priced.
        const bool says_so = intent[Cue::order] >= 1 || evidence.order_number;
        for (const ReadLine& line : read)
            if (says_so || line.line.unit || line.line.unit_price)
                ++(line.coded ? evidence.coded : evidence.named);
        Intent said = intent;
        auto& said_change = said.weight[static_cast<std::size_t>(Cue::change)];
        if (change) said_change = std::max(said_change, 4);
        // "NK-210 annuleren, NK-100 auf 600" leaves an order.
        if (!removed.empty()) said_change = std::max(said_change, said[Cue::cancel]);
        draft_.document_class = classify(said, evidence);
        if (draft_.document_class == DocumentClass::other && intent[Cue::order] >= 1 &&
            has_previous_order())
            draft_.document_class = DocumentClass::order;
        for (const ReadLine& line : read)
            if (line.line.currency && !draft_.currency) draft_.currency = line.line.currency;
        several_orders();
        same_item_twice(read);
        keep(read);
    }

    // "10 rollen HL60010 … 15 rollen HL60010": both, or the second instead of the first?
    void same_item_twice(std::vector<ReadLine>& read) const {
        for (auto line = read.begin(); line != read.end(); ++line) {
            const auto same = [&](const ReadLine& other) {
                return other.line.seller_item && line->line.seller_item && other.line.quantity &&
                       line->line.quantity && !line->line.requested &&
                       normalise_code(other.line.seller_item->value) ==
                           normalise_code(line->line.seller_item->value) &&
                       other.line.quantity->value != line->line.quantity->value;
            };
            if (std::none_of(read.begin(), line, same)) continue;
            line->line.quantity->score =
                std::min(line->line.quantity->score, certainty::two_readings);
            line->problems.push_back({Severity::warning, line->line.quantity->place,
                                      "text.same_item_twice",
                                      cat("\"", line->line.seller_item->value,
                                          "\" is ordered twice with different quantities"),
                                      "ask the customer whether both hold"});
        }
    }

    // A line beside the change's own words is a new total, or a line that the order gets besides.
    void name_actions(std::vector<ReadLine>& lines) const {
        for (ReadLine& line : lines)
            if (line.line.action == LineAction::none)
                line.line.action =
                    is_added(body_, sentences_, line) ? LineAction::add : LineAction::change;
    }

    bool has_previous_order() const {
        return std::ranges::any_of(draft_.references, [](const Reference& r) {
            return r.type == "previous_order" || r.type == "quotation";
        });
    }

    std::vector<Sentence> free_sentences(const std::vector<ReadLine>& table,
                                         const std::vector<ReadLine>& changed) const {
        std::vector<Sentence> free;
        std::vector<bool> taken(body_.tokens.size() + 1, false);
        const auto take = [&](const std::vector<ReadLine>& lines) {
            for (const ReadLine& line : lines)
                std::fill(taken.begin() + static_cast<std::ptrdiff_t>(line.first),
                          taken.begin() + static_cast<std::ptrdiff_t>(line.last), true);
        };
        take(table);
        std::vector<Sentence> left;
        for (const Sentence& s : sentences_)
            if (!taken[s.first]) left.push_back(s);
        take(changed);
        // What stands beside a change in its sentence may be a line of its own.
        for (Sentence s : left) {
            for (std::size_t i = s.first; i <= s.last; ++i) {
                if (i < s.last && !taken[i]) continue;
                if (i > s.first) free.push_back({s.first, i, s.list_line});
                s.first = i + 1;
            }
        }
        return free;
    }

    // "Kan bestelling 4500017 naar dinsdag 17 maart?", but not "deliver to site Friday".
    bool is_moved() const {
        if (!draft_.order_number) return false;
        return std::ranges::any_of(dates_, [&](const FoundDate& date) {
            const std::string_view word = body_.tokens[date.first].text;
            const Token& next = body_.tokens[date.first + 1];
            const bool direct = next.kind != TokenKind::word || weekday_of(next.text) != 0 ||
                                month_of(next.text) != 0 || next.text == "den" ||
                                next.text == "the";
            return (word == "naar" || word == "auf" || word == "to" || word == "au" ||
                    word == "改到") &&
                   direct && date.value.place.begin > draft_.order_number->place.end &&
                   date.value.place.begin - draft_.order_number->place.end < 40;
        });
    }

    bool names_attachment() const {
        return std::ranges::any_of(body_.tokens, [](const Token& t) {
            return t.text == "attached" || t.text == "attachment" || t.text == "bijgevoegd" ||
                   t.text == "bijlage" || t.text == "bijgaand" || t.text == "anbei" ||
                   t.text == "anhang" || t.text == "beigefügt" || t.text == "附件" ||
                   t.text.contains("附件") || t.text == "adjunto" || t.text == "adjuntamos" ||
                   t.text == "ci-joint";
        });
    }

    void keep(std::vector<ReadLine>& read) {
        const DocumentClass c = draft_.document_class;
        const bool carries = c == DocumentClass::order || c == DocumentClass::order_change ||
                             c == DocumentClass::mixed;
        dates_of_lines(read);
        if (!carries) return;
        // Beside a complaint or a question, words alone are what it is about.
        if (c == DocumentClass::mixed)
            std::erase_if(read, [](const ReadLine& line) { return !line.coded; });
        std::ranges::sort(read, {}, &ReadLine::first);
        for (ReadLine& line : read) {
            std::ranges::move(line.problems, std::back_inserter(draft_.problems));
            draft_.lines.push_back(std::move(line.line));
        }
    }

    // One date is the order's; of several, those inside a line are the line's.
    void dates_of_lines(std::vector<ReadLine>& read) {
        std::erase_if(dates_, [&](FoundDate& date) {
            if (date.role != DateRole::document) return false;
            if (date.value.value.start && !draft_.order_date)
                draft_.order_date = Field{*date.value.value.start, Origin::read, date.value.score,
                                          date.value.place};
            return true;
        });
        for (FoundDate& date : dates_)
            std::ranges::move(date.problems, std::back_inserter(draft_.problems));
        if (dates_.size() > 1 && read.size() > 1) {
            std::erase_if(dates_, [&](FoundDate& date) {
                for (ReadLine& line : read) {
                    if (date.first < line.first || date.first >= line.last || line.line.requested)
                        continue;
                    line.line.requested = date.value;
                    return true;
                }
                return false;
            });
        }
        if (dates_.empty()) dates_ = std::move(subject_dates_);
        std::erase_if(dates_,
                      [](const FoundDate& date) { return date.role == DateRole::document; });
        if (dates_.empty()) return;
        const auto best =
            std::ranges::max_element(dates_, {}, [](const FoundDate& d) { return d.value.score; });
        draft_.requested = best->value;
        two_dates(*best);
    }

    void two_dates(const FoundDate& best) {
        for (const FoundDate& date : dates_) {
            if (date.value.score != best.value.score ||
                date.value.value.start == best.value.value.start || !date.value.value.start)
                continue;
            draft_.requested->score = draft_.requested->score * 7 / 10;
            draft_.problems.push_back(
                {Severity::warning, date.value.place, "text.two_dates",
                 cat("\"", date.value.value.raw, "\" stands beside \"", best.value.value.raw, "\""),
                 "ask the customer which delivery date holds"});
            return;
        }
    }

    void finish(std::string_view text) {
        draft_.format = "text";
        draft_.message_type = "mail text";
        draft_.part = source_.part;
        draft_.end = static_cast<std::uint32_t>(text.size());
        if (blocks_.forwarded && !blocks_.inner_sender.empty()) requester(text);
        const bool ordered = draft_.document_class == DocumentClass::order;
        if (ordered && draft_.lines.empty())
            draft_.problems.push_back(
                {Severity::warning,
                 {source_.part, 0, draft_.end, {}},
                 "text.no_lines",
                 "the text orders but names no items that could be read",
                 "look for them in the attachments or the earlier order, or type them"});
    }

    // The forwarder has the authority; who wrote the inner mail is kept.
    void requester(std::string_view text) {
        const Span span = blocks_.inner_sender;
        const Place place = body_.place(span.begin, span.end);
        const std::string_view value = text.substr(span.begin, span.end - span.begin);
        PartyDraft party{.role = PartyRole::order_contact};
        std::vector<Token> tokens;
        tokenise(text, span.begin, span.end, tokens);
        for (const Token& token : tokens)
            if (token.kind == TokenKind::address && token.text.contains('@'))
                party.mail = Field{token.text, Origin::read, certainty::labelled,
                                   body_.place(token.begin, token.end)};
        const std::string_view name = trim(value.substr(0, value.find_first_of("<[")));
        if (!name.empty() && !name.contains('@'))
            party.contact_name = Field{std::string(name), Origin::read, certainty::labelled, place};
        draft_.parties.push_back(std::move(party));
    }

    const TextSource& source_;
    std::vector<Problem>& problems_;
    Service service_;
    Intent intent_;
    Blocks blocks_;
    Passage body_;
    Passage subject_;
    std::vector<Sentence> sentences_;
    std::vector<Field> further_; // order numbers beside draft_.order_number
    std::vector<FoundDate> dates_;
    std::vector<FoundDate> subject_dates_;
    OrderDraft draft_;
};

} // namespace

std::optional<OrderDraft> read_text_order(const TextSource& source,
                                          std::vector<Problem>& problems) {
    return TextReader(source, problems).run();
}

namespace {

// What is left beside the wishes must say by itself what it is. A list of goods is an order only
// when somebody orders it: it may as well be what the question is about.
bool stands_alone(const OrderDraft& rest, const TextReader& reader,
                  const std::vector<OrderDraft>& wishes) {
    switch (rest.document_class) {
    case DocumentClass::order:
        return says_that_it_orders(reader.body()) || says_that_it_orders(reader.subject());
    case DocumentClass::order_change:
    case DocumentClass::order_cancellation: {
        if (!rest.order_number) return false;
        const std::string key = normalise_code(rest.order_number->value);
        return std::ranges::none_of(
            wishes, [&](const OrderDraft& wish) { return names_number(wish, key); });
    }
    default:
        return true;
    }
}

// "Re: bestelling 4500009": the subject says which order the one question is about.
void refer_by_subject(std::vector<OrderDraft>& wishes, const OrderDraft& whole,
                      const TextReader& reader) {
    if (wishes.size() != 1 || refers(wishes.front())) return;
    auto& wish = wishes.front();
    auto ours = our_numbers_in(reader.subject());
    wish.references.insert(wish.references.begin(), ours.begin(), ours.end());
    if (ours.empty() && whole.order_number &&
        whole.order_number->place.part == reader.subject().part)
        wish.order_number = whole.order_number;
}

} // namespace

TextReading read_text(const TextSource& source, std::vector<Problem>& problems) {
    TextReader reader(source, problems);
    auto whole = reader.run();
    if (!whole) return {};
    const bool automatic =
        whole->document_class == DocumentClass::other && reader.intent()[Cue::none_of_these] >= 6;
    if (automatic) return {std::move(whole), {}};
    const auto found = find_wishes(reader.body(), reader.subject(), reader.sentences(),
                                   source.beside_order ? Beside::an_order : Beside::nothing);
    const auto unclear = [&]() -> TextReading {
        if (is_service(whole->document_class) || !found.wishes.empty())
            whole->document_class = DocumentClass::mixed;
        return {std::move(whole), {}};
    };
    if (found.tangled) return unclear();
    TextReading read;
    std::vector<Problem> again; // of the text as a whole: told above
    if (found.wishes.empty()) {
        if (is_service(whole->document_class) && !found.in_passing && !source.beside_order)
            read.wishes.push_back(
                draft_of(whole_text(whole->document_class, reader.sentences()), reader.body()));
        else if (found.in_passing)
            read.main = TextReader(source, again, Service::taken_out).run();
        else
            read.main = std::move(whole);
        if (!read.wishes.empty()) refer_by_subject(read.wishes, *whole, reader);
        return read;
    }
    for (const Wish& wish : found.wishes)
        read.wishes.push_back(draft_of(wish, reader.body()));
    const std::string text = without(source.text, reader.body(), found.wishes);
    TextSource left = source;
    left.text = text;
    TextReader rest(left, again, Service::taken_out);
    read.main = rest.run();
    if (read.main && !stands_alone(*read.main, rest, read.wishes)) return unclear();
    if (!read.main || read.main->document_class == DocumentClass::other)
        refer_by_subject(read.wishes, *whole, reader);
    return read;
}

} // namespace besteld::parsers
