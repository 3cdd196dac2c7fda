// SPDX-License-Identifier: Apache-2.0
#include "web/pages.hpp"

#include "base/text.hpp"

#include <ctemplate/template_cache.h>
#include <ctemplate/template_emitter.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace besteld {

namespace {

constexpr std::string_view page_names[] = {"login",      "queue",
                                           "case",       "notice",
                                           "orders",     "answer",
                                           "answered",   "order",
                                           "sent",       "complaints",
                                           "complaint",  "reports",
                                           "report",     "alike",
                                           "alike_done", "typed",
                                           "account",    "access",
                                           "home",       "customer",
                                           "base_data",  "base_data_import",
                                           "teach"};
constexpr int most_nesting = 4;

std::string read_template(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error(cat(file.string(), ": the template cannot be read"));
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string escape_html(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        case '{':
            out += "&#123;";
            break; // our words must not become ctemplate's markers
        case '}':
            out += "&#125;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

// Puts words, constants and other templates in the place of what stands in double brackets.
class Weaver {
public:
    Weaver(const std::filesystem::path& folder, const std::map<std::string, std::string>& constants,
           const Strings& words, std::string page)
        : folder_(folder), constants_(constants), words_(words), page_(std::move(page)) {}

    std::string weave(const std::string& name, int depth) const {
        const auto file = folder_ / cat(name, ".tpl");
        if (depth > most_nesting) throw std::runtime_error(cat(file.string(), ": nested too deep"));
        const auto text = read_template(file);
        std::string out;
        std::size_t at = 0;
        for (;;) {
            const auto open = text.find("[[", at);
            const auto close = open == std::string::npos ? open : text.find("]]", open);
            if (close == std::string::npos) break;
            out += text.substr(at, open - at);
            out += filling(text.substr(open + 2, close - open - 2), file, depth);
            at = close + 2;
        }
        out += text.substr(at);
        return out;
    }

private:
    std::string filling(const std::string& marker, const std::filesystem::path& file,
                        int depth) const {
        if (marker == ">page") return weave(page_, depth + 1);
        if (marker.starts_with('>')) return weave(marker.substr(1), depth + 1);
        if (marker.starts_with('=')) {
            const auto constant = constants_.find(marker.substr(1));
            if (constant != constants_.end()) return escape_html(constant->second);
        } else if (words_.has(marker)) {
            return escape_html(words_.at(marker));
        }
        throw std::runtime_error(cat(file.string(), ": nothing is called [[", marker, "]]"));
    }

    const std::filesystem::path& folder_;
    const std::map<std::string, std::string>& constants_;
    const Strings& words_;
    std::string page_;
};

std::string key_of(std::string_view page, std::string_view language) {
    return cat(language, "/", page);
}

} // namespace

struct Pages::Cache {
    ctemplate::TemplateCache templates;
};

void put(Dictionary& to, const char* name, std::string_view value) {
    to.SetValue(name, ctemplate::TemplateString(value.data(), value.size()));
}

void put(Dictionary& to, const char* name, std::int64_t value) {
    put(to, name, std::to_string(value));
}

void show(Dictionary& to, const char* section, Shown shown) {
    if (shown == Shown::yes) to.AddSectionDictionary(section);
}

void put_if(Dictionary& to, const char* name, std::string_view value) {
    if (!value.empty()) put(*to.AddSectionDictionary(name), name, value);
}

Pages::Pages(const std::filesystem::path& folder,
             const std::map<std::string, std::string>& constants)
    : strings_(load_strings(folder / "strings")), cache_(std::make_unique<Cache>()) {
    for (const auto& words : strings_)
        for (const auto page : page_names) {
            const auto text = Weaver(folder, constants, words, std::string(page)).weave("frame", 0);
            if (!cache_->templates.StringToTemplateCache(key_of(page, words.language()), text,
                                                         ctemplate::DO_NOT_STRIP))
                throw std::runtime_error(
                    cat((folder / page).string(), ".tpl: not a well-formed template"));
        }
}

Pages::~Pages() = default;

const Strings& Pages::words(std::string_view language) const {
    const auto found = std::ranges::find(strings_, language, &Strings::language);
    if (found != strings_.end()) return *found;
    return *std::ranges::find(strings_, "en", &Strings::language);
}

std::string Pages::render(const std::string& page, const Strings& words,
                          const Dictionary& values) const {
    std::string out;
    if (!cache_->templates.ExpandWithData(key_of(page, words.language()), ctemplate::DO_NOT_STRIP,
                                          &values, nullptr, &out))
        throw std::runtime_error(cat("page ", page, " cannot be rendered"));
    return out;
}

} // namespace besteld
