// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/blocks.hpp"

#include "base/text.hpp"
#include "parsers/text/tokens.hpp"
#include "parsers/text/units.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>

namespace besteld::parsers {

namespace {

using Words = std::initializer_list<std::string_view>;

bool starts_with_any(std::string_view text, Words prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view p) { return text.starts_with(p); });
}
bool ends_with_any(std::string_view text, Words suffixes) {
    return std::ranges::any_of(suffixes, [&](std::string_view s) { return text.ends_with(s); });
}
bool contains_any(std::string_view text, Words pieces) {
    return std::ranges::any_of(pieces, [&](std::string_view p) { return text.contains(p); });
}

// Longer lines are never a header, a greeting or a marker.
constexpr std::size_t longest_marker = 400;

std::string folded(std::string_view text, const TextLine& line) {
    const std::string_view whole = text.substr(line.begin, line.end - line.begin);
    return fold_latin(trim(whole.substr(0, longest_marker)));
}

std::vector<TextLine> split_lines(std::string_view text) {
    std::vector<TextLine> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t feed = std::min(text.find('\n', begin), text.size());
        const std::size_t end = feed > begin && text[feed - 1] == '\r' ? feed - 1 : feed;
        const std::string_view content = trim(text.substr(begin, end - begin));
        const LineKind kind = content.empty()          ? LineKind::blank
                              : content.front() == '>' ? LineKind::quoted
                                                       : LineKind::own;
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind});
        begin = feed + 1;
    }
    return lines;
}

// "Op 27 feb. 2026 om 09:12 schreef …:", also when its end was wrapped onto the next line.
bool is_reply_header(std::string_view line, std::string_view next) {
    const std::string both = cat(line, " ", next);
    const auto says = [&](Words starts, Words verbs) {
        if (!starts_with_any(line, starts)) return false;
        return (ends_with_any(line, {":", ";", "："}) && contains_any(line, verbs)) ||
               (contains_any(both, verbs) && ends_with_any(both, {":", "："}) && both.size() < 300);
    };
    return says({"op "}, {"schreef", "geschreven"}) || says({"am "}, {"schrieb"}) ||
           says({"on "}, {"wrote"}) || says({"le "}, {"a écrit"}) || says({"el "}, {"escribió"}) ||
           says({"在"}, {"写道"}) || says({"于"}, {"写道"}) || line.ends_with("写道：");
}

bool is_original_marker(std::string_view line) {
    return line.starts_with("--") &&
           contains_any(line,
                        {"original message", "oorspronkelijk bericht", "ursprüngliche nachricht",
                         "mensaje original", "message d'origine", "原始邮件"});
}

bool is_forward_marker(std::string_view line) {
    return (line.starts_with("--") || line.starts_with("begin ") || line.starts_with("anfang ") ||
            line.starts_with("début ") || line.starts_with("inicio ")) &&
           contains_any(line, {"forwarded message", "doorgestuurd bericht",
                               "weitergeleitete nachricht", "begin doorgestuurd",
                               "begin weitergeleitete", "mensaje reenviado", "message transféré",
                               "转发的邮件", "转发邮件", "anfang der weitergeleiteten"});
}

bool is_forward_subject(std::string_view subject) {
    const std::string start = fold_latin(trim(subject.substr(0, 24)));
    return starts_with_any(start,
                           {"fw:", "fwd:", "wg:", "tr:", "tr :", "rv:", "doorst:", "转发", "i:"});
}

enum class HeadLine { none, from, subject, other };

// French sets a blank before the colon: "De : Atelier".
HeadLine head_line(std::string_view written) {
    std::string line(written);
    if (const std::size_t gap = line.find(" :"); gap < 12) line.erase(gap, 1);
    if (const std::size_t gap = line.find("\xC2\xA0:"); gap < 12) line.erase(gap, 2);
    if (starts_with_any(line, {"van:", "von:", "from:", "de:", "发件人"})) return HeadLine::from;
    if (starts_with_any(line, {"onderwerp:", "betreff:", "subject:", "asunto:", "objet:", "主题"}))
        return HeadLine::subject;
    if (starts_with_any(line, {"verzonden:", "datum:", "aan:", "cc:", "gesendet:", "an:", "sent:",
                               "date:", "to:", "para:", "enviado:", "fecha:", "à:", "envoyé:",
                               "发送时间", "收件人", "抄送", "日期"}))
        return HeadLine::other;
    return HeadLine::none;
}

Span after_colon(std::string_view text, const TextLine& line) {
    const std::string_view content = text.substr(line.begin, line.end - line.begin);
    std::size_t at = content.find(':');
    std::size_t length = 1;
    if (const std::size_t wide = content.find("："); wide < at) {
        at = wide;
        length = 3;
    }
    if (at == std::string_view::npos) return {};
    const std::string_view value = trim(content.substr(at + length));
    const auto begin = static_cast<std::uint32_t>(value.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(value.size())};
}

// Seven digits and more in one go, with a sign between or before them: "+31 38 555 0123". The cells
// of a table are several goes: "NK-100 | 12 | 500".
bool holds_telephone(std::string_view line) {
    int digits = 0;
    bool sign = false;
    for (const char c : line) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !std::string_view(" .()/+-").contains(c)) {
            digits = 0;
            sign = false;
            continue;
        }
        digits += digit ? 1 : 0;
        sign = sign || c == '(' || c == ')' || c == '+' || c == '-';
        if (digits >= 7 && sign) return true;
    }
    return false;
}

class Stripper {
public:
    Stripper(std::string_view text, std::string_view subject) : text_(text) {
        blocks_.lines = split_lines(text);
        forward_subject_ = is_forward_subject(subject);
    }

    Blocks run() {
        auto& lines = blocks_.lines;
        for (std::size_t i = 0; i < lines.size() && !quoting_; ++i) {
            if (lines[i].kind != LineKind::own) continue;
            step(i);
        }
        if (quoting_) quote_from(quote_begin_);
        signatures();
        return std::move(blocks_);
    }

private:
    void step(std::size_t i) {
        const std::string line = folded(text_, blocks_.lines[i]);
        const std::string next =
            i + 1 < blocks_.lines.size() ? folded(text_, blocks_.lines[i + 1]) : "";
        if (is_forward_marker(line)) {
            blocks_.lines[i].kind = LineKind::header;
            blocks_.forwarded = true;
            expect_inner_ = true;
        } else if (is_original_marker(line)) {
            if (forward_subject_ && !inner_seen_) {
                blocks_.lines[i].kind = LineKind::header;
                blocks_.forwarded = true;
                expect_inner_ = true;
            } else {
                start_quote(i);
            }
        } else if (is_reply_header(line, next)) {
            reply_header(i, line);
        } else if (head_line(line) != HeadLine::none && is_head_block(i, line)) {
            head_block(i);
        } else {
            own_seen_ = true;
        }
    }

    // A From: line with at least one more head line near it, or any head line right after a marker.
    bool is_head_block(std::size_t i, std::string_view line) const {
        if (expect_inner_) return true;
        if (head_line(line) != HeadLine::from &&
            !(head_line(line) == HeadLine::subject && !own_seen_))
            return false;
        if (head_line(line) == HeadLine::subject) return true;
        for (std::size_t n = i + 1; n < std::min(i + 4, blocks_.lines.size()); ++n)
            if (head_line(folded(text_, blocks_.lines[n])) != HeadLine::none) return true;
        return false;
    }

    void head_block(std::size_t i) {
        const bool inner = expect_inner_ || !own_seen_ || (forward_subject_ && !inner_seen_);
        if (!inner) return start_quote(i);
        if (own_seen_ || expect_inner_) blocks_.forwarded = true;
        inner_seen_ = true;
        expect_inner_ = false;
        for (; i < blocks_.lines.size(); ++i) {
            TextLine& line = blocks_.lines[i];
            const HeadLine kind =
                line.kind == LineKind::own ? head_line(folded(text_, line)) : HeadLine::none;
            if (kind == HeadLine::none) break;
            line.kind = LineKind::header;
            if (kind == HeadLine::from && blocks_.inner_sender.empty())
                blocks_.inner_sender = after_colon(text_, line);
            if (kind == HeadLine::subject && blocks_.inner_subject.empty())
                blocks_.inner_subject = after_colon(text_, line);
        }
    }

    // Below a header whose mail is marked with '>' the sender may go on; else the rest is the old
    // mail.
    void reply_header(std::size_t i, std::string_view line) {
        auto& lines = blocks_.lines;
        const std::size_t tail = ends_with_any(line, {":", ";", "："}) ? i + 1 : i + 2;
        for (std::size_t n = i; n < std::min(tail, lines.size()); ++n)
            lines[n].kind = LineKind::header;
        std::size_t next = tail;
        while (next < lines.size() && lines[next].kind == LineKind::blank)
            ++next;
        if (next < lines.size() && lines[next].kind != LineKind::quoted) start_quote(next);
    }

    void start_quote(std::size_t i) {
        quoting_ = true;
        quote_begin_ = i;
    }

    void quote_from(std::size_t i) {
        for (; i < blocks_.lines.size(); ++i)
            if (blocks_.lines[i].kind != LineKind::blank) blocks_.lines[i].kind = LineKind::quoted;
    }

    bool looks_like_order(const TextLine& line) const {
        std::vector<Token> tokens;
        tokenise(text_, line.begin, std::min<std::uint32_t>(line.end, line.begin + longest_marker),
                 tokens);
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
            if (tokens[i].kind == TokenKind::number &&
                (tokens[i + 1].kind == TokenKind::code || is_unit_word(tokens[i + 1].text)))
                return true;
        return false;
    }

    // From "-- " or a closing formula to the next quote: the signature. A soft closing ("Thanks,")
    // that order lines follow is only politeness.
    void signatures() {
        auto& lines = blocks_.lines;
        bool orders_below = false;
        std::optional<std::size_t> closing;
        std::vector<std::size_t> starts;
        for (std::size_t i = lines.size(); i-- > 0;) {
            if (lines[i].kind == LineKind::quoted || lines[i].kind == LineKind::header) {
                if (closing) starts.push_back(*closing);
                closing.reset();
                orders_below = false;
                continue;
            }
            if (lines[i].kind != LineKind::own) continue;
            const std::string line = folded(text_, lines[i]);
            if (is_disclaimer(line)) {
                lines[i].kind = LineKind::disclaimer;
                continue;
            }
            if (is_closing(line, text_.substr(lines[i].begin, lines[i].end - lines[i].begin)) &&
                !orders_below)
                closing = i;
            orders_below = orders_below || looks_like_order(lines[i]);
        }
        if (closing) starts.push_back(*closing);
        if (starts.empty()) last_paragraph();
        for (const std::size_t start : starts)
            sign(start);
    }

    // A mail without a closing formula may still end in a block with name, firm and telephone.
    void last_paragraph() {
        auto& lines = blocks_.lines;
        std::size_t end = lines.size();
        while (end > 0 && lines[end - 1].kind != LineKind::own)
            --end;
        std::size_t first = end;
        bool contact = false;
        for (; first > 0 && lines[first - 1].kind == LineKind::own; --first) {
            const std::string_view line = trim(text_.substr(
                lines[first - 1].begin, lines[first - 1].end - lines[first - 1].begin));
            const bool prose =
                line.size() > 70 || line.starts_with("- ") || line.starts_with('*') ||
                line.find_last_of(".:?!") == line.size() - 1 || looks_like_order(lines[first - 1]);
            if (prose && !line.ends_with("Jr.") && !line.ends_with("V.")) return;
            contact = contact || line.contains("—") || holds_telephone(line);
        }
        const bool whole_mail =
            std::ranges::none_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(first),
                                 [](const TextLine& l) { return l.kind == LineKind::own; });
        if (!contact || whole_mail || end - first > 8) return;
        for (std::size_t i = first; i < end; ++i)
            lines[i].kind = LineKind::signature;
    }

    void sign(std::size_t i) {
        for (; i < blocks_.lines.size(); ++i) {
            TextLine& line = blocks_.lines[i];
            if (line.kind == LineKind::quoted || line.kind == LineKind::header) return;
            if (line.kind != LineKind::own) continue;
            // A postscript belongs to the mail again.
            if (starts_with_any(folded(text_, line), {"ps:", "ps.", "p.s.", "ps ", "n.b."})) return;
            line.kind = LineKind::signature;
        }
    }

    static bool is_disclaimer(std::string_view line) {
        return contains_any(line, {"vertrouwelijk", "confidential", "vertraulich", "confidencial",
                                   "confidentiel", "保密", "before printing", "e-mail print",
                                   "voordat u deze e-mail", "bevor sie diese"}) &&
               contains_any(
                   line, {"mail", "message", "mensaje", "bericht", "nachricht", "邮件", "print"});
    }

    static bool is_closing(std::string_view line, std::string_view raw) {
        if (raw == "-- " || raw == "--") return true;
        if (starts_with_any(line,
                            {"sent from my", "verzonden vanaf mijn", "von meinem iphone gesendet",
                             "verstuurd vanaf mijn", "enviado desde mi", "outlook for"}))
            return true;
        if (line.size() > 60 ||
            std::ranges::any_of(line, [](char c) { return c >= '0' && c <= '9'; }))
            return false;
        if (starts_with_any(line, {"met vriendelijke gr",
                                   "vriendelijke groet",
                                   "hartelijke groet",
                                   "mvg",
                                   "m.vr.gr",
                                   "mit freundlichen gr",
                                   "freundliche gr",
                                   "viele grüße",
                                   "beste grüße",
                                   "mfg",
                                   "best regards",
                                   "kind regards",
                                   "warm regards",
                                   "regards",
                                   "yours ",
                                   "sincerely",
                                   "cordialement",
                                   "bien à vous",
                                   "un saludo",
                                   "saludos",
                                   "atentamente",
                                   "un cordial saludo",
                                   "cheers",
                                   "groeten",
                                   "groetjes",
                                   "groet,",
                                   "gruß",
                                   "lg,",
                                   "此致",
                                   "祝商祺",
                                   "顺祝商祺"}))
            return true;
        // Soft closings end a mail only as a short line of their own.
        return line.size() <= 32 &&
               starts_with_any(line, {"thanks", "thank you", "alvast bedankt", "bedankt", "dank u",
                                      "dank je", "bij voorbaat dank", "danke", "vielen dank",
                                      "besten dank", "gracias", "merci", "谢谢", "多谢",
                                      "muchas gracias", "dank"});
    }

    std::string_view text_;
    Blocks blocks_;
    bool forward_subject_ = false;
    bool own_seen_ = false;
    bool inner_seen_ = false;
    bool expect_inner_ = false;
    bool quoting_ = false;
    std::size_t quote_begin_ = 0;
};

} // namespace

Blocks find_blocks(std::string_view text, std::string_view subject) {
    return Stripper(text, subject).run();
}

} // namespace besteld::parsers
