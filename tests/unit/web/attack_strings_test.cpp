// SPDX-License-Identifier: Apache-2.0

// Text of strangers never runs: each field of each format in turn holds a string that would, and
// every page that may show it is taken apart. What tags and attributes a page has are ours alone.
#include "web_visitor.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "deliver/render_answer.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <regex>
#include <set>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

const std::vector<std::string> attacks{
    "<script>x7()</script>",
    "\"><img src=x onerror=x7()>",
    "' onmouseover='x7()",
    "javascript:x7()",
    "</textarea></pre></q><svg onload=x7()>",
    "{{CSRF}}[[ui.save]]<!--x7",
    "=cmd|' /C calc'!A0 x7",
    "x7\r\nBcc: x7@evil.example",
    "&lt;b onclick=x7()&gt;",
    "\xE2\x80\xAEx7<iframe srcdoc=\"<script>x7()</script>\">",
};

// ── what a page may consist of ───────────────────────────────────────────────────────────────────

const std::set<std::string> never{"img",   "iframe", "object", "embed", "base",
                                  "frame", "applet", "math",   "video", "audio"};

// Why the page is not ours alone; empty when it is.
enum class Styles { none, inline_ones }; // mail programs know no style sheets
std::string foreign_in(const std::string& page, Styles styles = Styles::none) {
    static const std::regex tag(
        R"(<\s*(/?)\s*([A-Za-z!][A-Za-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>)");
    static const std::regex attribute(
        R"re(([A-Za-z_:@][^\s=>]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?)re");
    for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
        const auto name = to_lower_ascii((*at)[2].str());
        if (never.contains(name)) return cat("<", name, ">");
        const auto inside = (*at)[3].str();
        if (name == "script" && !inside.contains("src=\"/static/") && (*at)[1].length() == 0)
            return cat("<script", inside, ">");
        for (std::sregex_iterator one(inside.begin(), inside.end(), attribute); one != end; ++one) {
            const auto what = to_lower_ascii((*one)[1].str());
            const auto value = to_lower_ascii((*one)[2].str());
            const bool styled = what == "style" && (styles == Styles::none || value.contains("x7"));
            if (what.starts_with("on") || what == "srcdoc" || styled)
                return cat(name, " ", what, "=", value);
            if (value.contains("javascript:") &&
                (what == "href" || what == "src" || what == "action"))
                return cat(name, " ", what, "=", value);
        }
    }
    // A comment would hide what follows.
    if (page.contains("<!--x7")) return "<!--";
    return {};
}

// ── documents in which one field holds an attack ─────────────────────────────────────────────────

std::string escaped_for_xml(std::string_view text) {
    auto out = replace_all(std::string(text), "&", "&amp;");
    for (const auto& [sign, name] : {std::pair{"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}})
        out = replace_all(std::move(out), sign, name);
    return out;
}

std::string escaped_for_edifact(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\'' || c == '+' || c == ':' || c == '?') out += '?';
        out += c;
    }
    return out;
}

std::string fit_for_x12(std::string_view text) {
    std::string out(text);
    std::erase_if(out,
                  [](char c) { return c == '*' || c == '~' || c == '|' || c == '>' || c == '^'; });
    return out;
}

struct Span {
    std::size_t from = 0, size = 0;
};

// Of each element and attribute the first place: the others are read alike.
std::vector<Span> fields_of_xml(const std::string& text) {
    static const std::regex field(
        R"re(<([A-Za-z][^\s/>]*)[^<>]*>([^<>]+)<|\s([A-Za-z][A-Za-z0-9_:.-]*)="([^"]*)")re");
    std::vector<Span> spans;
    std::set<std::string> seen;
    for (auto at = text.begin(); at != text.end();) {
        std::smatch found;
        if (!std::regex_search(at, text.end(), found, field)) break;
        const bool attribute = found[3].matched;
        const auto& value = attribute ? found[4] : found[2];
        const auto name = cat(attribute ? "@" : "", (attribute ? found[3] : found[1]).str());
        const bool declares =
            name.starts_with("@xmlns") || name == "@version" || name == "@encoding";
        if (!trim(value.str()).empty() && !declares && seen.insert(name).second)
            spans.push_back({static_cast<std::size_t>(value.first - text.begin()),
                             static_cast<std::size_t>(value.length())});
        // An element's start tag may have attributes: they are looked at before its text.
        at = attribute ? found[0].second : found[1].second;
    }
    return spans;
}

// Components of every segment, the first of each place in each tag.
std::vector<Span> fields_of_segments(const std::string& text, char segment,
                                     const std::string& between) {
    std::vector<Span> spans;
    std::set<std::string> seen;
    std::string tag;
    std::size_t begin = 0;
    int place = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends = text[i] == segment;
        if (!ends && !between.contains(text[i])) continue;
        const Span span{begin, i - begin};
        if (place == 0)
            tag = std::string(trim(std::string_view(text).substr(span.from, span.size)));
        else if (span.size > 0 && seen.insert(cat(tag, place)).second)
            spans.push_back(span);
        place = ends ? 0 : place + 1;
        begin = i + 1;
    }
    return spans;
}

std::vector<Span> fields_of_lines(const std::string& text) {
    std::vector<Span> spans;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto colon = text.find(": ", at);
        const auto from = colon < end ? colon + 2 : at;
        if (end > from) spans.push_back({from, end - from - (text[end - 1] == '\r' ? 1 : 0)});
        at = end + 1;
    }
    return spans;
}

std::vector<Span> fields_of_csv(const std::string& text) {
    std::vector<Span> spans;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !std::string_view(",;\n").contains(text[i])) continue;
        if (i > begin) spans.push_back({begin, i - begin});
        begin = i + 1;
    }
    return spans;
}

std::string quoted_for_csv(std::string_view text) {
    return cat('"', replace_all(std::string(text), "\"", "\"\""), '"');
}

const std::string html_mail =
    "From: Petra de Wit <inkoop@korenaar.example>\r\n"
    "To: orders@noordkade.example\r\n"
    "Subject: Bestelling 4711\r\n"
    "Message-ID: <html-1@korenaar.example>\r\n"
    "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: text/html; charset=utf-8\r\n\r\n"
    "<p>Goedemorgen,</p>\r\n"
    "<table><tr><td>NK-100</td><td>500</td><td>stuks</td></tr></table>\r\n"
    "<p>Graag op vrijdag</p>\r\n"
    "<p>Groet, Petra</p>\r\n";
const std::string text_mail = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                              "To: orders@noordkade.example\r\n"
                              "Subject: Bestelling 4712\r\n"
                              "Message-ID: <text-1@korenaar.example>\r\n"
                              "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\n"
                              "MIME-Version: 1.0\r\n"
                              "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
                              "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                              "Goedemorgen,\r\n\r\nGraag 500 stuks NK-100 voor 5 maart.\r\n"
                              "Referentie: project Noord\r\n\r\nGroet, Petra\r\n"
                              "--b\r\nContent-Type: text/csv; charset=utf-8\r\n"
                              "Content-Disposition: attachment; filename=\"lijst.csv\"\r\n\r\n"
                              "artikel;omschrijving;aantal\r\nNK-210;doos;72\r\n--b--\r\n";
const std::string complaint_mail = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                                   "To: orders@noordkade.example\r\n"
                                   "Subject: Klacht over 4500017\r\n"
                                   "Message-ID: <klacht-1@korenaar.example>\r\n"
                                   "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\n"
                                   "MIME-Version: 1.0\r\n"
                                   "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                                   "Van bestelling 4500017 waren 6 rollen NK-210 beschadigd.\r\n"
                                   "Groet, Petra\r\n";

struct Format {
    std::string name;
    std::string channel;
    std::string file_name;
    std::string document;
    std::vector<Span> fields;
    std::function<std::string(std::string_view)> written;
};

std::string seed(const std::string& path) {
    return read_file(std::filesystem::path(BESTELD_SOURCE_DIR) / "tests/fuzz/seeds" / path);
}

Format xml(const std::string& name) {
    auto document = seed(cat("xml/", name, ".xml"));
    auto fields = fields_of_xml(document);
    return {name,           "edi-in", cat(name, ".xml"), std::move(document), std::move(fields),
            escaped_for_xml};
}

std::string as_it_is(std::string_view text) {
    return std::string(text);
}

Format format_named(const std::string& name) {
    if (name == "edifact") {
        const auto document =
            test::edi_order("4500099", {"9521000000018 500 0.71", "9521000000025 72 1.15"});
        auto body = document;
        body.replace(0, std::string_view("UNA:+.? '").size(),
                     "         "); // no segment like the others
        return {name,
                "edi-in",
                "order.edi",
                document,
                fields_of_segments(body, '\'', "+:"),
                escaped_for_edifact};
    }
    if (name == "edifact_sample") {
        const auto document = seed("edifact/edifact_sample.edi");
        return {name,
                "edi-in",
                "order.edi",
                document,
                fields_of_segments(document, '\'', "+:"),
                escaped_for_edifact};
    }
    if (name == "tradacoms") {
        const auto document = seed("tradacoms/tradacoms_sample.tra");
        return {name,
                "edi-in",
                "order.tra",
                document,
                fields_of_segments(document, '\'', "=+:"),
                escaped_for_edifact};
    }
    if (name == "x12") {
        const auto document = seed("x12/x12_sample.x12");
        return {name,       "edi-in", "order.x12", document, fields_of_segments(document, '~', "*"),
                fit_for_x12};
    }
    if (name == "csv") {
        const auto document = seed("csv/csv_sample.csv");
        return {name, "edi-in", "order.csv", document, fields_of_csv(document), quoted_for_csv};
    }
    if (name == "text_mail")
        return {name, "mail", "", text_mail, fields_of_lines(text_mail), as_it_is};
    if (name == "html_mail")
        return {name, "mail", "", html_mail, fields_of_lines(html_mail), as_it_is};
    if (name == "complaint")
        return {name, "mail", "", complaint_mail, fields_of_lines(complaint_mail), as_it_is};
    return xml(name);
}

class AttackStrings : public testing::TestWithParam<const char*> {
protected:
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};
    Visitor anna{app};
    Renderer renderer{std::filesystem::path(BESTELD_SOURCE_DIR) / "templates"};
    int shown = 0; // pages on which an attack was to be seen
    int mails = 0; // none when nobody knows where to answer
    int mailed = 0;
    int decided = 0;

    void SetUp() override { ASSERT_TRUE(anna.log_in("lotte")); }

    std::string look(const std::string& address, const std::string& what) {
        const auto page = anna.get(address);
        EXPECT_LT(page.status, 500) << address << ": " << what;
        if (page.content_type.starts_with("text/html")) {
            EXPECT_EQ(foreign_in(page.body), "") << address << ": " << what;
            if (page.body.contains("x7")) ++shown;
        }
        return page.body;
    }
    // The mails of what was decided and of what came by itself.
    void look_at_mails(std::int64_t id, const std::string& what) {
        for (const auto& row : world.store().outbox_of_case(id)) {
            look(cat("/order/", id, "/answer/", row.id), what);
            if (row.channel != OutboxChannel::mail) continue;
            const auto mail = renderer.render(row.answer, test::noordkade().seller);
            EXPECT_EQ(mail.subject.find_first_of("\r\n"), std::string::npos) << what;
            EXPECT_EQ(foreign_in(mail.html, Styles::inline_ones), "") << what << "\n" << mail.html;
            ++mails;
            if (mail.html.contains("x7")) ++mailed;
        }
    }
    // In turn a question in the clerk's words, a rejection, and nothing.
    void decide(std::int64_t id, const std::string& attack) {
        const auto version = cat(world.store().find_case(id)->version);
        if (decided++ % 2 == 0)
            anna.post(cat("/case/", id, "/ask"), {{"version", version}, {"text", attack}});
        else
            anna.post(cat("/case/", id, "/reject"), {{"version", version}, {"reason", attack}});
    }
    void look_at_cases(std::size_t from, const std::string& what) {
        for (auto i = from; i < world.cases().size(); ++i) {
            const auto id = world.cases()[i];
            look(cat("/case/", id), what);
            look(cat("/order/", id), what);
            look(cat("/typed?again=", id), what);
            decide(id, attacks[i % attacks.size()]);
            look_at_mails(id, what);
        }
    }
};

} // namespace

// The check itself: it finds what it is for.
TEST(ForeignMarkup, isSeenWhereItIs) {
    for (const auto* page : {"<p><script>x7()</script>", "<p><img src=x>", "<a onclick='x7()'>",
                             "<a href=\"javascript:x7()\">", "<td title=\"\" onmouseover=\"x7()\">",
                             "<p><iframe srcdoc=\"\">", "<!--x7"})
        EXPECT_NE(foreign_in(page), "") << page;
    EXPECT_EQ(
        foreign_in("<script src=\"/static/besteld.js\" defer></script><a href=\"/queue\">q</a>"),
        "");
}

TEST_P(AttackStrings, areShownAndNeverRun) {
    const auto format = format_named(GetParam());
    ASSERT_GT(format.fields.size(), 5U);
    std::size_t turn = 0;
    for (const auto& field : format.fields) {
        const auto& attack = attacks[turn++ % attacks.size()];
        auto document = format.document;
        document.replace(field.from, field.size, format.written(attack));
        const auto before = world.cases().size();
        const auto what = cat(format.document.substr(field.from, field.size), " → ", attack);
        world.arrive(format.channel, format.file_name.empty() ? "" : cat(attack, format.file_name),
                     std::move(document));
        look_at_cases(before, what);
    }
    for (const auto* address : {"/queue", "/orders", "/orders?text=x7", "/complaints", "/home",
                                "/customer/C1001", "/customer/x7", "/reports", "/reports/orders",
                                "/reports/customers", "/reports/products", "/access"})
        look(address, "at the end");
    for (const auto& complaint : world.store().complaints({}))
        look(cat("/complaint/", complaint.number), "complaint");
    EXPECT_GT(shown, static_cast<int>(format.fields.size()) / 2)
        << "the attacks did not get through";
    if (mails > 0) EXPECT_GT(mailed, 0) << "none of " << mails << " mails holds an attack";
}

INSTANTIATE_TEST_SUITE_P(Formats, AttackStrings,
                         testing::Values("edifact", "edifact_sample", "x12", "tradacoms",
                                         "cxml_sample", "gs1xml_sample", "idoc-xml_sample",
                                         "opentrans_sample", "orderx_sample", "ubl_sample", "csv",
                                         "text_mail", "html_mail", "complaint"),
                         [](const auto& one) {
                             return replace_all(std::string(one.param), "-", "_");
                         });
