// SPDX-License-Identifier: Apache-2.0
#include "check/item_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr std::size_t most_words = 24;

// Words that stand in any order line and name nothing.
constexpr auto idle_words = std::to_array<std::string_view>(
    {"a",     "als", "an",     "and",   "art",  "artikel", "aub",    "auf",     "au",     "bij",
     "de",    "den", "der",    "des",   "die",  "das",     "du",     "een",     "ein",    "eine",
     "einer", "en",  "et",     "for",   "from", "fur",     "graag",  "het",     "in",     "item",
     "la",    "le",  "les",    "maat",  "met",  "mit",     "muster", "monster", "naar",   "nr",
     "of",    "on",  "op",     "par",   "per",  "please",  "pro",    "size",    "taille", "the",
     "to",    "un",  "und",    "une",   "van",  "voor",    "von",    "wie",     "with",   "x",
     "zoals", "zu",  "grosse", "bitte", "te",   "dat",     "deze",   "dit",     "aus",    "pour"});

// A number after one of these counts what is in a packing: "box 100", "VPE 36", "boîte de 100".
constexpr auto packing_words = std::to_array<std::string_view>(
    {"box", "boxes", "boite", "doos", "karton", "carton", "ctn", "vpe", "pak", "pack", "paket",
     "zak", "bag", "beutel", "盒", "箱", "包"});

struct Colour {
    std::string_view word;
    std::string_view name;
};
constexpr auto colours = std::to_array<Colour>({
    {"transparant", "clear"}, {"transparent", "clear"}, {"transparente", "clear"},
    {"transp", "clear"},      {"clear", "clear"},       {"helder", "clear"},
    {"doorzichtig", "clear"}, {"klar", "clear"},        {"透明", "clear"},
    {"bruin", "brown"},       {"bruine", "brown"},      {"braun", "brown"},
    {"braune", "brown"},      {"brown", "brown"},       {"brun", "brown"},
    {"brune", "brown"},       {"marron", "brown"},      {"棕色", "brown"},
    {"wit", "white"},         {"witte", "white"},       {"weiss", "white"},
    {"weisse", "white"},      {"white", "white"},       {"blanc", "white"},
    {"blanche", "white"},     {"白色", "white"},        {"zwart", "black"},
    {"zwarte", "black"},      {"schwarz", "black"},     {"schwarze", "black"},
    {"black", "black"},       {"noir", "black"},        {"noire", "black"},
    {"黑色", "black"},        {"rood", "red"},          {"rode", "red"},
    {"rot", "red"},           {"rote", "red"},          {"red", "red"},
    {"rouge", "red"},         {"红色", "red"},          {"blauw", "blue"},
    {"blauwe", "blue"},       {"blau", "blue"},         {"blaue", "blue"},
    {"blue", "blue"},         {"bleu", "blue"},         {"bleue", "blue"},
    {"蓝色", "blue"},         {"groen", "green"},       {"groene", "green"},
    {"grun", "green"},        {"grune", "green"},       {"gruen", "green"},
    {"green", "green"},       {"vert", "green"},        {"verte", "green"},
    {"绿色", "green"},        {"geel", "yellow"},       {"gele", "yellow"},
    {"gelb", "yellow"},       {"gelbe", "yellow"},      {"yellow", "yellow"},
    {"jaune", "yellow"},      {"黄色", "yellow"},       {"grijs", "grey"},
    {"grijze", "grey"},       {"grau", "grey"},         {"graue", "grey"},
    {"grey", "grey"},         {"gray", "grey"},         {"gris", "grey"},
    {"grise", "grey"},        {"灰色", "grey"},         {"oranje", "orange"},
    {"orange", "orange"},     {"橙色", "orange"},
});
constexpr auto sizes =
    std::to_array<std::string_view>({"xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxxxl"});

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// Takes the tokens one after another; `at` is the next.
class Sorter {
public:
    explicit Sorter(std::string_view utf8) : tokens_(tokens_of(utf8)) {}

    ItemWords sorted() {
        while (at_ < tokens_.size() && result_.words.size() < most_words &&
               result_.dimensions.size() < most_words) {
            if (tokens_[at_].number)
                take_number();
            else
                take_word(tokens_[at_++].text);
        }
        return std::move(result_);
    }

private:
    bool is_times(std::size_t at) const {
        return at + 1 < tokens_.size() && tokens_[at].text == "x" && tokens_[at + 1].number;
    }

    // The unit behind the number, passed over. Chinese follows without a blank: "50毫米透明胶带".
    std::optional<DimensionUnit> take_unit() {
        if (at_ >= tokens_.size() || tokens_[at_].number || tokens_[at_].text == "x")
            return std::nullopt;
        std::string& word = tokens_[at_].text;
        if (const auto unit = dimension_unit(word)) {
            ++at_;
            return unit;
        }
        for (std::size_t length = is_cjk(word) ? 6 : 0; length >= 3; length -= 3) {
            const auto unit = dimension_unit(std::string_view(word).substr(0, length));
            if (!unit || word.size() <= length) continue;
            word.erase(0, length);
            return unit;
        }
        return std::nullopt;
    }

    // "300x200x150 mm": a unit at the end is that of all.
    void take_number() {
        const std::size_t first = result_.dimensions.size();
        const bool in_packing =
            at_ > 0 && (is_one_of(packing_words, tokens_[at_ - 1].text) ||
                        (at_ > 1 && is_one_of(idle_words, tokens_[at_ - 1].text) &&
                         is_one_of(packing_words, tokens_[at_ - 2].text)));
        std::optional<DimensionUnit> last_unit;
        bool chain = false;
        for (bool more = true; more;) {
            const auto number = Decimal::parse(tokens_[at_++].text);
            last_unit = take_unit();
            if (const auto dimension =
                    number ? to_dimension(*number, last_unit.value_or(DimensionUnit{}))
                           : std::nullopt)
                result_.dimensions.push_back(*dimension);
            more = is_times(at_);
            if (more) ++at_; // the "x"
            chain = chain || more;
        }
        for (std::size_t i = first; i < result_.dimensions.size(); ++i) {
            Dimension& dimension = result_.dimensions[i];
            const bool plain = dimension.kind == Measurement::plain;
            if (plain && last_unit && last_unit->kind == Measurement::length)
                dimension = to_dimension(dimension.written, *last_unit).value_or(dimension);
            else if (plain && in_packing && !chain)
                dimension.kind = Measurement::count;
            dimension.chained = chain;
        }
    }

    void take_word(std::string word) {
        if (is_one_of(sizes, word)) {
            result_.sizes.push_back(word);
            return;
        }
        if (is_one_of(idle_words, word) || word.size() < 2) return;
        for (const Colour& colour : colours) {
            const bool inside = is_cjk(colour.word) && word.find(colour.word) != word.npos;
            if (!inside && word != colour.word) continue;
            result_.colours.emplace_back(colour.name);
            word = inside ? replace_all(word, colour.word, "") : std::string{};
            break;
        }
        if (!word.empty()) result_.words.push_back(std::move(word));
    }

    std::vector<TextToken> tokens_;
    std::size_t at_ = 0;
    ItemWords result_;
};

// Dutch, German, French and English endings, doubled letters and final sounds away: "dozen" and
// "doos" are "dos", "zakken" and "zak" are "zak".
std::string stem(std::string_view word) {
    std::string out;
    for (const char c : word)
        if (out.empty() || out.back() != c) out += c;
    if (!out.empty() && out.back() == 'z') out.back() = 's';
    if (!out.empty() && out.back() == 'v') out.back() = 'f';
    return out;
}

// Shortest last.
std::vector<std::string> stems(std::string_view word) {
    std::vector<std::string> all{stem(word)};
    for (const std::string_view ending : {"s", "e", "n", "en", "es", "er", "ern"}) {
        if (word.size() < ending.size() + 3 || !word.ends_with(ending)) continue;
        const std::string bare = stem(word.substr(0, word.size() - ending.size()));
        if (bare.size() >= 3) all.push_back(bare);
    }
    return all;
}

bool share_a_stem(const std::string& a, const std::string& b) {
    const std::vector<std::string> of_b = stems(b);
    const auto in_b = [&](const std::string& s) {
        return std::ranges::find(of_b, s) != of_b.end();
    };
    return std::ranges::any_of(stems(a), in_b);
}

} // namespace

ItemWords item_words(std::string_view utf8) {
    return Sorter(utf8).sorted();
}

int weight_of(const std::string& word) {
    if (is_cjk(word)) return static_cast<int>(std::min<std::size_t>(4, word.size() / 3));
    return word.size() >= 10 ? 4 : 2;
}

int word_likeness(const std::string& a, const std::string& b) {
    if (a == b) return 4;
    const std::string& shorter = a.size() <= b.size() ? a : b;
    const std::string& longer = a.size() <= b.size() ? b : a;
    if (is_cjk(a) != is_cjk(b)) return 0;
    if (is_cjk(a)) return shorter.size() >= 6 && longer.find(shorter) != longer.npos ? 3 : 0;
    if (share_a_stem(a, b)) return 4;
    if (shorter.size() < 4) return 0;
    if (longer.starts_with(shorter)) return 4; // cut short: "transp", "rekwikkelf"
    if (shorter.size() >= 6 && edit_distance(a, b) <= 1) return 4;
    return longer.ends_with(shorter) ? 3 : 0; // compounds have their head at the end
}

} // namespace besteld
