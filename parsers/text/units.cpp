// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/units.hpp"

#include "parsers/text/tokens.hpp"

#include <array>
#include <unordered_map>

namespace besteld::parsers {

namespace {

struct UnitWords {
    std::string_view code;
    std::string_view words; // separated by blanks, already folded
};

constexpr auto unit_table = std::to_array<UnitWords>({
    {"H87", "stuk stuks st stk stks stücke stück stücken stueck piece pieces pc pcs pce each ea "
            "unit units pieza piezas ud uds unidad unidades pièce pièces pce "
            "个 個 只 件 支 条 條 枚 块 张"},
    {"DZN", "dozijn dozijnen dutzend dtzd dz dzn doz docena docenas douzaine douzaines 打"},
    {"XCT", "doos dozen ds doosjes doosje karton kartons kartonnen ktn krt carton cartons ctn ctns "
            "vpe ve caja cajas 箱 纸箱"},
    {"XCS", "case cases kiste kisten"},
    {"XBX", "box boxes bx boîte boîtes schachtel schachteln 盒"},
    {"XRO", "rol rollen rl rolle rolls roll rls rollo rollos rouleau rouleaux 卷"},
    {"XBE", "bundel bundels bund bündel bundle bundles 捆 扎"},
    {"XPK",
     "pak pakken pakket pakketten paket pakete packung packungen pack packs packet packets pkt "
     "paquete paquetes paquet paquets colli collo 包"},
    {"XPX",
     "pallet pallets pal palette paletten plt palet palets palé palés palettes 托 托盘 栈板"},
    {"KGM", "kg kgs kilo kilos kilogram kilogramm 公斤 千克"},
    {"GRM", "g gram gramm grams gramme grammes 克"},
    {"TNE", "ton tonne tonnen tonnes tons tonelada toneladas 吨"},
    {"LTR", "liter liters l ltr litre litres litro litros 升"},
    {"MTR", "meter meters m mtr metre metres mètre mètres metro metros 米"},
    {"MTK", "m2 m² qm sqm 平方米 平米"},
    {"MTQ", "m3 m³ cbm 立方米"},
    {"FOT", "ft feet foot"},
    {"LBR", "lb lbs pound pounds"},
    {"GLL", "gal gallon gallons"},
    {"PR", "paar paren pair pairs par pares paire paires 双 对"},
    {"SET", "set sets satz sätze juego juegos jeu jeux 套"},
    {"KT", "kit kits"},
    {"XBG", "zak zakken bag bags beutel zakjes 袋"},
    {"XSA", "sack sacks säcke saco sacos sac sacs"},
    {"XBO",
     "fles flessen fl flasche flaschen bottle bottles botella botellas bouteille bouteilles 瓶"},
    {"XTN", "blik blikken dose dosen tin tins lata latas 罐"},
    {"XCA", "can cans"},
    {"XBJ", "emmer emmers eimer bucket buckets cubo cubos seau seaux 桶"},
    {"XPL", "pail pails"},
    {"XDR", "drum drums fass fässer bidón bidones fût fûts"},
    {"XCR", "krat kratten crate crates"},
    {"XTU", "tube tubes tuben tubos"},
    {"XST", "vel vellen blatt sheet sheets hoja hojas feuille feuilles"},
    {"RM", "riem riemen ries ream reams"},
});

using UnitMap = std::unordered_map<std::string_view, std::string_view>;

const UnitMap& units() {
    static const UnitMap map = [] {
        UnitMap built;
        for (const UnitWords& row : unit_table) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                const std::size_t blank = rest.find(' ');
                built.emplace(rest.substr(0, blank), row.code);
                if (blank == std::string_view::npos) break;
                rest.remove_prefix(blank + 1);
            }
        }
        return built;
    }();
    return map;
}

} // namespace

std::optional<std::string> unit_from_word(std::string_view word, std::string_view language) {
    const std::string folded = fold_latin(word);
    // Only English counts in dozens with this word; in Dutch it is the plural of "doos".
    if (folded == "dozen" && language != "nl") return "DZN";
    const auto found = units().find(folded);
    if (found == units().end()) return std::nullopt;
    return std::string(found->second);
}

bool is_unit_word(std::string_view word) {
    return units().contains(fold_latin(word));
}

std::size_t measure_word_length(std::string_view text) {
    // The longest measure words have three characters of three bytes.
    for (const std::size_t length : {9U, 6U, 3U})
        if (text.size() >= length && starts_with_ideograph(text) &&
            units().contains(text.substr(0, length)))
            return length;
    return 0;
}

bool is_size_unit(std::string_view word) {
    constexpr auto sizes = std::to_array<std::string_view>({"mm", "cm", "my", "mu", "µ", "µm", "μm",
                                                            "um", "mic", "micron", "inch", "inches",
                                                            "gsm", "毫米", "厘米", "微米"});
    for (const std::string_view size : sizes)
        if (word == size) return true;
    return false;
}

} // namespace besteld::parsers
