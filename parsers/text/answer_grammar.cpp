// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/answer_grammar.hpp"

#include "base/text.hpp"
#include "parsers/text/blocks.hpp"
#include "parsers/text/tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace besteld::parsers {

namespace {

constexpr std::size_t longest_answer = 2'000; // bytes; more is a letter, not an answer by number
constexpr std::size_t shown_words = 500;
constexpr std::size_t longest_phrase = 6; // words

enum class Meaning { polite, label, agree, yes, no };

// Folded, without punctuation; ideographs stand alone in a phrase.
constexpr auto phrases = std::to_array<std::pair<Meaning, std::string_view>>({
    {Meaning::polite,
     "graag|dank|dank u|dank u wel|dank je|dank je wel|dankjewel|bedankt|alvast bedankt|svp|aub|"
     "hierbij|en|please|thanks|thank you|many thanks|thanks in advance|kindly|and|bitte|danke|"
     "vielen dank|besten dank|danke schön|gerne|gern|hiermit|und|merci|merci beaucoup|merci "
     "d avance|s il vous plaît|svp|et|谢谢|请|和|您好|你好|谢谢您"},
    {Meaning::label,
     "vraag|question|frage|punt|point|punkt|nummer|number|numéro|nr|optie|option|keuze|choix|wahl|"
     "variante|antwoord|antwort|answer|réponse|choice|问题|第|题|选|选择|选项|答案|答|我们选择|"
     "我选"},
    {Meaning::agree,
     "akkoord|accoord|ik ga akkoord|wij gaan akkoord|we gaan akkoord|ga akkoord|gaan akkoord|"
     "akkoord met voorstel|akkoord met het voorstel|akkoord met uw voorstel|"
     "wij gaan akkoord met uw voorstel|wij gaan akkoord met het voorstel|agreed|agree|i agree|"
     "we agree|we agree to the proposal|we agree with the proposal|we agree to your proposal|"
     "we accept|we accept the proposal|we accept your proposal|accepted|einverstanden|"
     "wir sind einverstanden|ich bin einverstanden|"
     "mit dem vorschlag einverstanden|d accord|nous sommes d accord|je suis d accord|"
     "nous acceptons|nous acceptons votre proposition|同意|我们同意|我同意|同意您的建议|接受"},
    {Meaning::yes,
     "ja|yes|oui|prima|goed|is goed|dat is goed|in orde|oke|oké|ok|okay|klopt|dat klopt|fine|"
     "that is fine|correct|confirmed|that is correct|passt|das passt|in ordnung|stimmt|das stimmt|"
     "c est bon|c est correct|好|好的|是|是的|可以|行|没问题|对|确认"},
    {Meaning::no,
     "nee|neen|niet akkoord|wij gaan niet akkoord|ik ga niet akkoord|ga niet akkoord|"
     "gaan niet akkoord|geen akkoord|no|not agreed|we do not agree|i do not agree|disagree|"
     "we disagree|nein|nicht einverstanden|wir sind nicht einverstanden|"
     "ich bin nicht einverstanden|non|pas d accord|nous ne sommes pas d accord|"
     "je ne suis pas d accord|不|不同意|我们不同意|不行|不可以|否|不好|不接受"},
});

constexpr auto greetings = std::to_array<std::string_view>(
    {"beste", "geachte", "hallo",   "hoi",   "dag",  "goedemorgen", "goedemiddag", "goedenavond",
     "dear",  "hi",      "hello",   "good",  "sehr", "guten",       "liebe",       "lieber",
     "moin",  "servus",  "bonjour", "chère", "cher", "您好",        "你好",        "尊敬的"});

bool is_ideograph_lead(unsigned char c) {
    return c >= 0xE3 && c <= 0xE9; // U+3000 to U+9FFF: what Chinese is written in
}

std::size_t length_of(unsigned char lead) {
    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

// Words, numbers and runs of ideographs; all else parts them. "1A" is two.
std::vector<std::string> words_of(std::string_view text) {
    enum class Kind { none, letter, digit, ideograph };
    const std::string folded = fold_latin(text);
    std::vector<std::string> words;
    Kind before = Kind::none;
    for (std::size_t i = 0; i < folded.size();) {
        const auto lead = static_cast<unsigned char>(folded[i]);
        const auto length = std::min(length_of(lead), folded.size() - i);
        const std::string_view one = std::string_view(folded).substr(i, length);
        i += length;
        Kind kind = Kind::none;
        if (lead >= '0' && lead <= '9') kind = Kind::digit;
        if ((lead >= 'a' && lead <= 'z') || (lead >= 0xC3 && lead <= 0xC5)) kind = Kind::letter;
        // U+3000 to U+303F are ideographic blanks and full stops.
        if (is_ideograph_lead(lead) && !one.starts_with("\xE3\x80")) kind = Kind::ideograph;
        // A character that is neither a letter of ours nor punctuation is a word nobody knows.
        const bool punctuation = lead < 0x80 || one.starts_with("\xC2") ||
                                 one.starts_with("\xE2\x80") || one.starts_with("\xE3\x80") ||
                                 one.starts_with("\xEF\xBC") || one.starts_with("\xEF\xBD");
        if (kind == Kind::none && !punctuation) words.emplace_back(one);
        if (kind != Kind::none) {
            if (kind == before)
                words.back() += one;
            else
                words.emplace_back(one);
        }
        before = kind;
    }
    return words;
}

bool is_number(const std::string& word) {
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}
bool is_letter(const std::string& word) {
    return word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
}

struct PhraseAt {
    Meaning meaning = Meaning::polite;
    std::size_t words = 0;
};

// The longest phrase that begins with this word.
std::optional<PhraseAt> phrase_at(const std::vector<std::string>& words, std::size_t at) {
    const auto most = std::min(longest_phrase, words.size() - at);
    for (std::size_t count = most; count > 0; --count) {
        const std::string joined = join({words.begin() + static_cast<std::ptrdiff_t>(at),
                                         words.begin() + static_cast<std::ptrdiff_t>(at + count)},
                                        " ");
        for (const auto& [meaning, list] : phrases) {
            const auto known = split(list, '|');
            if (std::ranges::find(known, std::string_view(joined)) != known.end())
                return PhraseAt{meaning, count};
        }
    }
    return std::nullopt;
}

// "Beste Anna,": a greeting and a name, and nothing that could be an answer.
bool is_greeting(std::string_view line) {
    const auto words = words_of(line);
    if (words.empty() || words.size() > 6) return false;
    if (std::ranges::find(greetings, words.front()) == greetings.end()) return false;
    const auto text = trim(line);
    const auto inside = text.substr(0, text.size() - 1);
    if (inside.find_first_of(",;.!?") != std::string_view::npos || inside.contains("，"))
        return false;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto phrase = phrase_at(words, i);
        if (is_number(words[i]) || is_letter(words[i])) return false;
        if (phrase && phrase->meaning != Meaning::polite) return false;
    }
    return true;
}

bool is_name(std::string_view line, std::string_view name) {
    const auto words = words_of(line);
    const auto known = words_of(name);
    return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
        return word.size() > 1 && std::ranges::find(known, word) != known.end() &&
               !phrase_at({word}, 0);
    });
}

// The sender's own lines, without the greeting above and the name below.
std::vector<std::string_view> own_lines(const ReplyText& reply) {
    std::vector<std::string_view> lines;
    for (const auto& line : find_blocks(reply.body, reply.subject).lines)
        if (line.kind == LineKind::own)
            lines.push_back(trim(reply.body.substr(line.begin, line.end - line.begin)));
    std::erase_if(lines, [](std::string_view line) { return line.empty(); });
    if (!lines.empty() && is_greeting(lines.front())) lines.erase(lines.begin());
    if (!lines.empty() && is_name(lines.back(), reply.sender_name)) lines.pop_back();
    return lines;
}

class AnswerReader {
public:
    AnswerReader(const std::vector<std::string>& words, const std::vector<std::size_t>& choices)
        : words_(words), choices_(choices), picks_(choices.size()) {}

    Said read(std::vector<std::size_t>& picks) {
        while (at_ < words_.size())
            if (!step()) return Said::unclear;
        return verdict(picks);
    }

private:
    bool step() {
        const std::string& word = words_[at_];
        if (is_number(word)) return numbered();
        const auto phrase = phrase_at(words_, at_);
        if (!phrase) return is_letter(word) && lettered(choices_.size() == 1 ? 0 : no_question);
        at_ += phrase->words;
        switch (phrase->meaning) {
        case Meaning::polite:
        case Meaning::label:
            return true;
        case Meaning::agree:
        case Meaning::yes:
            yes_ = true;
            return true;
        case Meaning::no:
            no_ = true;
            return true;
        }
        return false;
    }

    // "1: B", "vraag 1 optie B", "2 ja"
    bool numbered() {
        const std::string& word = words_[at_];
        std::size_t number = 0;
        const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
        if (read.ec != std::errc{} || read.ptr != word.data() + word.size()) return false;
        if (number == 0 || number > choices_.size()) return false;
        ++at_;
        while (at_ < words_.size()) {
            if (is_letter(words_[at_])) return lettered(number - 1);
            const auto phrase = phrase_at(words_, at_);
            if (!phrase || phrase->meaning == Meaning::no) return false;
            at_ += phrase->words;
            if (phrase->meaning == Meaning::agree || phrase->meaning == Meaning::yes)
                return choices_[number - 1] == 1 && pick(number - 1, 0);
        }
        return false;
    }

    bool lettered(std::size_t question) {
        if (question >= choices_.size()) return false;
        const auto choice = static_cast<std::size_t>(words_[at_].front() - 'a');
        ++at_;
        return choice < choices_[question] && pick(question, choice);
    }

    bool pick(std::size_t question, std::size_t choice) {
        if (picks_[question] && *picks_[question] != choice) return false;
        picks_[question] = choice;
        return true;
    }

    Said verdict(std::vector<std::size_t>& picks) {
        const bool any = std::ranges::any_of(picks_, [](const auto& p) { return p.has_value(); });
        if (any) {
            const bool all =
                std::ranges::all_of(picks_, [](const auto& p) { return p.has_value(); });
            if (!all || no_) return Said::unclear;
            for (const auto& one : picks_)
                picks.push_back(*one);
            return Said::picks;
        }
        if (yes_ == no_) return Said::unclear;
        // "Ja" to the one question that can be answered so.
        if (yes_ && choices_.size() == 1 && choices_.front() == 1) {
            picks.push_back(0);
            return Said::picks;
        }
        return yes_ ? Said::consent : Said::refusal;
    }

    static constexpr std::size_t no_question = static_cast<std::size_t>(-1);
    const std::vector<std::string>& words_;
    const std::vector<std::size_t>& choices_;
    std::vector<std::optional<std::size_t>> picks_;
    std::size_t at_ = 0;
    bool yes_ = false;
    bool no_ = false;
};

} // namespace

ReadAnswer read_answer(const ReplyText& reply, const std::vector<std::size_t>& choices) {
    ReadAnswer answer;
    std::string all;
    for (const auto line : own_lines(reply))
        all += cat(all.empty() ? "" : " ", line);
    answer.words = to_valid_utf8(all.substr(0, shown_words));
    // "Akkoord?" asks.
    const bool asks = all.contains('?') || all.contains("？");
    if (all.empty() || all.size() > longest_answer || asks) return answer;
    answer.said = AnswerReader(words_of(all), choices).read(answer.picks);
    if (answer.said != Said::picks) answer.picks.clear();
    return answer;
}

} // namespace besteld::parsers
