// SPDX-License-Identifier: Apache-2.0
#include "check/sentences.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr std::size_t longest_text = 64U << 10U;
constexpr std::size_t longest_sentence = 400;
constexpr std::size_t most_sentences = 2000;

// Lines shorter than this end where they end; longer ones were broken by the mail program.
constexpr std::size_t wrapped_from = 50;

std::string single_blanks(std::string_view text) {
    std::string plain = replace_all(std::string(text), "\xC2\xA0", " ");
    plain = replace_all(replace_all(std::move(plain), "’", "'"), "‘", "'");
    std::string out;
    bool blank = true;
    for (const char c : plain) {
        const bool is_blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (is_blank && blank) continue;
        out += is_blank ? ' ' : c;
        blank = is_blank;
    }
    return std::string(trim(out));
}

bool starts_with_any(std::string_view folded, auto& words) {
    return std::ranges::any_of(words, [&](std::string_view w) { return folded.starts_with(w); });
}

bool contains_any(std::string_view folded, auto& words) {
    return std::ranges::any_of(words, [&](std::string_view w) { return folded.contains(w); });
}

// "-----Original Message-----", "Op 2 mrt 2026 schreef …:": below it speaks somebody else.
bool begins_history(std::string_view line) {
    static constexpr auto titles = std::to_array<std::string_view>(
        {"original message", "oorspronkelijk bericht", "ursprüngliche nachricht",
         "message d'origine", "message d’origine", "原始邮件", "原邮件"});
    static constexpr auto verbs =
        std::to_array<std::string_view>({" schreef", " wrote:", " schrieb", " a écrit", "写道"});
    const std::string folded = fold_case(to_valid_utf8(line));
    if (folded.starts_with("--") && contains_any(folded, titles)) return true;
    return folded.ends_with(':') && contains_any(folded, verbs) &&
           folded.find_first_of("0123456789@") != std::string::npos;
}

// "Von: …" with "Gesendet: …" right below: a head that a mail program copied into the text.
bool begins_copied_head(std::string_view line, std::string_view next) {
    static constexpr auto from = std::to_array<std::string_view>(
        {"van:", "from:", "von:", "de:", "de :", "发件人:", "发件人："});
    static constexpr auto sent = std::to_array<std::string_view>(
        {"verzonden:", "sent:", "gesendet:", "datum:", "date:", "date :", "envoyé", "aan:", "to:",
         "an:", "à:", "à :", "发送时间", "日期", "收件人", "onderwerp:", "subject:", "betreff:"});
    return starts_with_any(fold_case(to_valid_utf8(line)), from) &&
           starts_with_any(fold_case(to_valid_utf8(next)), sent);
}

// Its words are those of the mail that is forwarded.
bool is_forwarded(const MailHead* mail) {
    static constexpr auto marks = std::to_array<std::string_view>(
        {"fw:", "fwd:", "wg:", "tr:", "doorst:", "转发:", "转发：", "i:", "vs:"});
    return mail != nullptr && starts_with_any(fold_case(to_valid_utf8(mail->subject)), marks);
}

class SentenceList {
public:
    void add_text(std::string_view text, const Place& base, bool with_history) {
        text = text.substr(0, longest_text);
        std::size_t start = 0;
        std::size_t end = 0;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t stop = std::min(text.find('\n', at), text.size());
            const std::string_view line = trim(text.substr(at, stop - at));
            const std::size_t after = std::min(stop + 1, text.size());
            if (!with_history && ends_own_words(text, line, after)) break;
            const bool quoted = line.starts_with('>');
            if (line.empty() || quoted) {
                add_block(text, start, end, base);
                start = after;
            } else if (stop - at < wrapped_from) {
                add_block(text, start, stop, base);
                start = after;
            }
            end = quoted ? start : stop;
            at = after;
        }
        add_block(text, start, end, base);
    }
    void add_field(const Field& field) { add_one(field.value, field.place); }
    std::vector<Sentence> take() { return std::move(sentences_); }

private:
    static bool ends_own_words(std::string_view text, std::string_view line, std::size_t after) {
        if (line.empty()) return false;
        if (begins_history(line)) return true;
        const std::string_view next =
            text.substr(after, std::min(text.find('\n', after), text.size()) - after);
        return begins_copied_head(line, trim(next));
    }

    // Lines that belong together: cut where a sentence ends.
    void add_block(std::string_view text, std::size_t start, std::size_t end, const Place& base) {
        while (start < end) {
            std::size_t stop = start;
            while (stop < end && stop - start < longest_sentence && !ends_sentence(text, stop, end))
                ++stop;
            while (stop < end && (static_cast<unsigned char>(text[stop]) & 0xC0U) == 0x80U)
                ++stop;
            const std::size_t next = std::min(stop + 1, end);
            Place place = base;
            place.begin = static_cast<std::uint32_t>(start);
            place.end = static_cast<std::uint32_t>(stop);
            const bool cut_inside = stop - start >= longest_sentence;
            add_one(text.substr(start, stop - start), place);
            start = cut_inside ? stop : next;
        }
    }
    // "Kunden-Nr. C1002", "klantnr. C1001", "No. 14": the number belongs to its name.
    static bool is_abbreviation(std::string_view text, std::size_t at) {
        const std::string last = to_lower_ascii(
            text.substr(at - std::min<std::size_t>(at, 2), std::min<std::size_t>(at, 2)));
        return last == "nr" || last == "no";
    }
    // A full stop with a blank after it, or the Chinese one, whose last byte is at `at`.
    static bool ends_sentence(std::string_view text, std::size_t at, std::size_t end) {
        const char c = text[at];
        if (c == '!' || c == '?' || c == ';') return true;
        if (c == '.' && is_abbreviation(text, at)) return false;
        if (c == '.') return at + 1 >= end || text[at + 1] == ' ' || text[at + 1] == '\n';
        const bool chinese = at >= 2 && static_cast<unsigned char>(c) >= 0x80;
        if (!chinese) return false;
        const std::string_view last = text.substr(at - 2, 3);
        return last == "。" || last == "！" || last == "？" || last == "；";
    }
    void add_one(std::string_view words, const Place& place) {
        std::string joined = single_blanks(to_valid_utf8(words.substr(0, longest_text)));
        if (joined.empty() || sentences_.size() >= most_sentences) return;
        std::string folded = fold_case(joined);
        sentences_.push_back({std::move(joined), std::move(folded), place});
    }

    std::vector<Sentence> sentences_;
};

} // namespace

std::vector<Sentence> sentences_of(const OrderDraft& draft, const Origins& origins) {
    SentenceList list;
    const bool with_history = is_forwarded(origins.mail);
    if (origins.parts != nullptr && origins.mail != nullptr) {
        for (const PartInfo& part : *origins.parts) {
            if (part.read_as == "body" || part.read_as == "alternative" ||
                part.read_as == "subject")
                list.add_text(part.text, {.part = part.index, .where = part.read_as}, with_history);
        }
    }
    for (const Field& note : draft.notes)
        list.add_field(note);
    for (const Field& unread : draft.unread)
        list.add_field(unread);
    for (const LineDraft& line : draft.lines) {
        for (const Field& note : line.notes)
            list.add_field(note);
    }
    return list.take();
}

} // namespace besteld
