// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/html_text.hpp"

#include "base/text.hpp"
#include "parsers/email/html_tag.hpp"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <map>

namespace besteld::parsers::email {

namespace {

constexpr std::size_t max_open_tables = 32; // deeper ones are read as lines
constexpr std::size_t max_quote_depth = 9;

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f';
}

bool starts_line(std::string_view name) {
    return one_of(name, {"p",       "div",      "ul",      "ol",      "li",      "dl",     "dt",
                         "dd",      "h1",       "h2",      "h3",      "h4",      "h5",     "h6",
                         "hr",      "center",   "form",    "section", "article", "header", "footer",
                         "address", "fieldset", "caption", "body",    "title",   "option"});
}

bool is_void(std::string_view name) {
    return one_of(name, {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"});
}

bool is_hidden(const HtmlTag& tag) {
    if (tag.closing || is_void(tag.name)) return false;
    if (tag.attribute("hidden")) return true;
    const auto style = tag.attribute("style");
    if (!style) return false;
    std::string compact = to_lower_ascii(*style);
    std::erase_if(compact, is_blank);
    return compact.contains("display:none") || compact.contains("visibility:hidden");
}

struct OpenTable {
    std::size_t index = 0; // in HtmlText::tables
    bool in_row = false;
    bool in_cell = false;
    std::size_t cell_text = 0; // where the open cell's text begins
};

enum class Hidden { drop, show };

class HtmlReader {
public:
    HtmlReader(std::string_view html, Hidden hidden) : html_(html), tags_(html), hidden_(hidden) {}

    // A hidden element never ended: what was dropped may be the mail itself.
    bool ended_hidden() const { return hidden_depth_ > 0; }

    HtmlText read() {
        while (at_ < html_.size())
            step();
        while (!tables_.empty())
            close_table(html_.size());
        if (struck_depth_ > 0) out_.struck.push_back({struck_begin_, out_.text.size()});
        while (!out_.text.empty() && out_.text.back() == '\n')
            out_.text.pop_back();
        return std::move(out_);
    }

private:
    void step() {
        const char c = html_[at_];
        if (c == '<') {
            if (skip_comment()) return;
            if (const auto tag = tags_.at(at_)) {
                const std::size_t begin = at_;
                at_ = tag->end;
                take_tag(*tag, begin);
                return;
            }
        }
        if (c == '&') {
            if (const auto entity = read_entity(html_.substr(at_, 16)); entity.length > 0) {
                emit(entity.utf8, {at_, at_ + entity.length});
                at_ += entity.length;
                return;
            }
        }
        take_text();
    }

    // Comments, conditional ones too, declarations and processing instructions.
    bool skip_comment() {
        const std::string_view rest = html_.substr(at_, 4);
        if (!rest.starts_with("<!") && !rest.starts_with("<?")) return false;
        const std::string_view stop = rest == "<!--" ? "-->" : ">";
        const std::size_t end = find_from(stop, at_ + 2);
        at_ = end == std::string_view::npos ? at_ + rest.size() : end + stop.size();
        return true;
    }

    // find() that remembers for each text where it no longer occurs.
    std::size_t find_from(std::string_view what, std::size_t from) {
        const auto known = absent_from_.find(what);
        if (known != absent_from_.end() && from >= known->second) return std::string_view::npos;
        const std::size_t found = html_.find(what, from);
        if (found == std::string_view::npos) absent_from_.emplace(what, from);
        return found;
    }

    void take_text() {
        const char c = html_[at_];
        if (is_blank(c) && preformatted_ == 0) {
            const std::size_t begin = at_;
            while (at_ < html_.size() && is_blank(html_[at_]))
                ++at_;
            blank({begin, at_});
        } else if (html_.substr(at_, 2) == "\xC2\xA0") { // no-break space
            emit(" ", {at_, at_ + 2});
            at_ += 2;
        } else if (c == '\n' && preformatted_ > 0) {
            end_line();
            ++at_;
        } else {
            emit(html_.substr(at_, 1), {at_, at_ + 1});
            ++at_;
        }
    }

    bool at_line_begin() const { return out_.text.size() == line_begin_; }

    void blank(Span source) {
        if (!line_ended_ && !at_line_begin() && out_.text.back() != ' ' && out_.text.back() != '\t')
            emit(" ", source);
    }
    void emit(std::string_view text, Span source) {
        if (hidden_depth_ > 0 || text.empty()) return;
        if (line_ended_) new_line();
        if (at_line_begin() && quote_depth_ > 0) {
            out_.text.append(std::min(quote_depth_, max_quote_depth), '>');
            out_.text += ' ';
        }
        const Span made{out_.text.size(), out_.text.size() + text.size()};
        out_.text += text;
        if (!out_.runs.empty() && continues(out_.runs.back(), made, source)) {
            out_.runs.back().text.end = made.end;
            out_.runs.back().source.end = source.end;
        } else {
            out_.runs.push_back({.text = made, .source = source});
        }
    }
    // Byte by byte correspondence goes on.
    static bool continues(const HtmlRun& run, Span text, Span source) {
        return run.text.end == text.begin && run.source.end == source.begin &&
               run.text.end - run.text.begin == run.source.end - run.source.begin &&
               text.end - text.begin == source.end - source.begin;
    }
    void end_line() {
        if (hidden_depth_ > 0) return;
        if (line_ended_) new_line();
        new_line();
    }
    void new_line() {
        out_.text += '\n';
        line_begin_ = out_.text.size();
        line_ended_ = false;
    }
    // The line ends once more text comes; paragraphs at a cell's borders end none.
    void fresh_line() {
        const bool cell_begins = !tables_.empty() && tables_.back().in_cell &&
                                 tables_.back().cell_text == out_.text.size();
        if (hidden_depth_ == 0 && !cell_begins && !at_line_begin()) line_ended_ = true;
    }

    void take_tag(const HtmlTag& tag, std::size_t begin) {
        if (hidden_depth_ > 0) {
            if (tag.name == hidden_name_) hidden_depth_ += tag.closing ? -1 : 1;
            return;
        }
        if (!tag.closing && one_of(tag.name, {"script", "style", "noscript", "template", "head"})) {
            if (skip_element(tag)) return;
        }
        if (hidden_ == Hidden::drop && is_hidden(tag) &&
            find_from(cat("</", tag.name), at_) != std::string_view::npos) {
            hidden_name_ = tag.name;
            hidden_depth_ = 1;
            return;
        }
        if (one_of(tag.name, {"table", "tr", "td", "th"})) {
            take_table_tag(tag, begin);
        } else if (tag.name == "br") {
            end_line();
        } else if (tag.name == "blockquote") {
            fresh_line();
            if (!tag.closing) ++quote_depth_;
            if (tag.closing && quote_depth_ > 0) --quote_depth_;
        } else if (tag.name == "pre") {
            fresh_line();
            preformatted_ = tag.closing ? 0 : 1;
        } else if (one_of(tag.name, {"s", "strike", "del"})) {
            strike(tag);
        } else if (starts_line(tag.name)) {
            fresh_line();
        }
    }

    // Steps over an element whose content is not for readers; false when it never ends.
    bool skip_element(const HtmlTag& tag) {
        std::size_t end = find_from(cat("</", tag.name), at_);
        if (end == std::string_view::npos)
            end = find_from(cat("</", to_upper_ascii(tag.name)), at_);
        if (end == std::string_view::npos) return false;
        const std::size_t close = find_from(">", end);
        at_ = close == std::string_view::npos ? html_.size() : close + 1;
        return true;
    }

    void strike(const HtmlTag& tag) {
        if (!tag.closing && struck_depth_++ == 0) struck_begin_ = out_.text.size();
        if (tag.closing && struck_depth_ > 0 && --struck_depth_ == 0)
            out_.struck.push_back({struck_begin_, out_.text.size()});
    }

    void take_table_tag(const HtmlTag& tag, std::size_t begin) {
        if (tag.name == "table") {
            if (tag.closing) {
                close_table(begin);
            } else {
                open_table(begin);
            }
        } else if (tables_.empty()) {
            if (tag.name == "tr") fresh_line();
        } else if (tag.name == "tr") {
            close_row(begin);
            if (!tag.closing) open_row();
        } else {
            close_cell(begin);
            if (!tag.closing) open_cell(tag);
        }
    }
    HtmlTable& table() { return out_.tables[tables_.back().index]; }

    void open_table(std::size_t begin) {
        fresh_line();
        if (tables_.size() >= max_open_tables) {
            ++deeper_tables_;
            return;
        }
        if (!tables_.empty()) {
            table().holds_table = true;
            if (tables_.back().in_cell) table().rows.back().back().holds_table = true;
        }
        tables_.push_back({.index = out_.tables.size()});
        out_.tables.push_back({.rows = {}, .source = {begin, begin}, .holds_table = false});
    }
    void close_table(std::size_t begin) {
        if (deeper_tables_ > 0 && at_ < html_.size()) {
            --deeper_tables_;
            return;
        }
        if (tables_.empty()) return;
        close_row(begin);
        table().source.end = at_;
        tables_.pop_back();
        fresh_line();
    }
    void open_row() {
        fresh_line();
        table().rows.emplace_back();
        tables_.back().in_row = true;
    }
    void close_row(std::size_t begin) {
        close_cell(begin);
        if (tables_.back().in_row) fresh_line();
        tables_.back().in_row = false;
    }
    void open_cell(const HtmlTag& tag) {
        if (!tables_.back().in_row) open_row();
        HtmlRow& row = table().rows.back();
        if (!row.empty() && !row.back().holds_table) {
            line_ended_ = false;
            trim_blanks();
            out_.text += '\t';
        }
        HtmlCell cell{.text = "", .source = {tag.end, tag.end}, .heading = tag.name == "th"};
        if (const auto columns = tag.attribute("colspan"))
            std::from_chars(columns->data(), columns->data() + columns->size(), cell.columns);
        cell.columns = std::clamp<std::size_t>(cell.columns, 1, 100);
        row.push_back(std::move(cell));
        tables_.back().in_cell = true;
        tables_.back().cell_text = out_.text.size();
    }
    void close_cell(std::size_t begin) {
        OpenTable& open = tables_.back();
        if (!open.in_cell) return;
        open.in_cell = false;
        HtmlCell& cell = table().rows.back().back();
        cell.source.end = std::max(begin, cell.source.begin);
        const std::size_t from = std::min(open.cell_text, out_.text.size());
        if (!cell.holds_table) cell.text = one_line(std::string_view(out_.text).substr(from));
    }
    // Never into text of which a run already tells the source.
    void trim_blanks() {
        while (!at_line_begin() && out_.text.back() == ' ' && !out_.runs.empty() &&
               out_.runs.back().text.end == out_.text.size()) {
            out_.text.pop_back();
            HtmlRun& run = out_.runs.back();
            const bool same = run.text.end - run.text.begin == run.source.end - run.source.begin;
            --run.text.end;
            if (same) --run.source.end;
            if (run.text.begin == run.text.end) out_.runs.pop_back();
        }
    }
    static std::string one_line(std::string_view text) {
        std::string line;
        for (const char c : trim(text)) {
            const char plain = is_blank(c) ? ' ' : c;
            if (plain != ' ' || !line.ends_with(' ')) line += plain;
        }
        return line;
    }

    std::string_view html_;
    HtmlTags tags_;
    Hidden hidden_;
    HtmlText out_;
    std::size_t at_ = 0;
    std::size_t line_begin_ = 0;
    bool line_ended_ = false; // a line break is due before the next text
    std::size_t quote_depth_ = 0;
    int preformatted_ = 0;
    std::string hidden_name_;
    int hidden_depth_ = 0; // within a hidden element: how many of its name are open
    std::size_t struck_depth_ = 0;
    std::size_t struck_begin_ = 0;
    std::vector<OpenTable> tables_;
    std::size_t deeper_tables_ = 0;
    std::map<std::string, std::size_t, std::less<>> absent_from_;
};

} // namespace

Span HtmlText::source_of(Span range) const {
    const auto first = std::ranges::upper_bound(runs, range.begin, {},
                                                [](const HtmlRun& r) { return r.text.end; });
    if (first == runs.end()) return {};
    const auto exact = [](const HtmlRun& r) {
        return r.text.end - r.text.begin == r.source.end - r.source.begin;
    };
    Span source = first->source;
    if (exact(*first) && range.begin > first->text.begin)
        source.begin += range.begin - first->text.begin;
    for (auto run = first; run != runs.end() && run->text.begin < range.end; ++run) {
        source.end = run->source.end;
        if (exact(*run) && range.end < run->text.end)
            source.end = run->source.begin + (range.end - run->text.begin);
    }
    return source;
}

HtmlText html_to_text(std::string_view utf8_html) {
    HtmlReader reader(utf8_html, Hidden::drop);
    HtmlText text = reader.read();
    return reader.ended_hidden() ? HtmlReader(utf8_html, Hidden::show).read() : text;
}

} // namespace besteld::parsers::email
