// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/totals.hpp"

#include "base/text.hpp"
#include "parsers/table/values.hpp"

#include <algorithm>
#include <array>

namespace besteld::parsers::pdf {
namespace {

struct SumWords {
    SumKind kind;
    std::string_view text; // folded, without points, colons and dashes; "|" between phrases
};

// The longest phrase that fits wins.
constexpr std::array sum_words = {
    SumWords{SumKind::carry,
             "carried forward|brought forward|carry over|carry forward|balance forward|page total|"
             "transport|te transporteren|overdracht|paginatotaal|übertrag|seitensumme|"
             "zwischensumme seite|à reporter|report|sous total page|承前页|转下页|过次页|本页小计|"
             "本页合计"},
    SumWords{SumKind::net,
             "subtotal|sub total|net total|net amount|total net|total excl|total excluding|"
             "total before tax|goods total|total goods|net|subtotaal|sub totaal|totaal excl|"
             "totaal exclusief|totaal netto|nettobedrag|netto|nettototaal|goederenbedrag|"
             "zwischensumme|summe netto|nettosumme|nettobetrag|gesamt netto|gesamtbetrag netto|"
             "nettowert|warenwert|total ht|total hors taxe|total hors taxes|sous total|montant ht|"
             "montant total ht|total net ht|小计|不含税金额|未税金额|不含税合计|货款合计"},
    SumWords{SumKind::tax,
             "tax|sales tax|vat|gst|hst|total tax|total vat|btw|totaal btw|btw bedrag|mwst|"
             "zzgl mwst|ust|umsatzsteuer|mehrwertsteuer|zzgl ust|tva|total tva|montant tva|税额|"
             "增值税|税金"},
    SumWords{SumKind::charge,
             "freight|shipping|shipping and handling|delivery charge|delivery costs|handling|"
             "verzendkosten|vracht|vrachtkosten|transportkosten|bezorgkosten|orderkosten|fracht|"
             "frachtkosten|versand|versandkosten|porto|lieferkosten|frais de port|port|livraison|"
             "frais de livraison|运费"},
    SumWords{SumKind::discount, "discount|korting|orderkorting|rabatt|gesamtrabatt|remise|折扣"},
    SumWords{SumKind::total,
             "total|order total|po total|total order value|total purchase order|total amount|total "
             "order|total price|total value|"
             "order value|totaal|totaalbedrag|ordertotaal|totaal order|bestelwaarde|orderbedrag|"
             "gesamt|gesamtnettowert|gesamtnettowert ohne "
             "mwst|gesamtbetrag|gesamtsumme|gesamtpreis|gesamtwert|summe|bestellsumme|"
             "bestellwert|auftragswert|auftragssumme|total commande|montant total|"
             "total de la commande|total général|合计|总计|总金额|合计金额|总额|总价|订单总额"},
    SumWords{SumKind::gross,
             "grand total|total incl|total including|gross total|total gross|amount due|"
             "total inc vat|totaal incl|totaal inclusief|totaal bruto|te betalen|bruttobetrag|"
             "gesamt brutto|gesamtbetrag brutto|summe brutto|endbetrag|endsumme|bruttosumme|"
             "total ttc|montant ttc|montant total ttc|net à payer|价税合计|含税金额|含税总计|"
             "含税合计"},
};

std::string plain(std::string_view text) {
    std::string out;
    for (const char c : fold_case(text)) {
        const bool drop = c == '.' || c == ':' || c == '-' || c == '&' || c == '*';
        if (drop || c == ' ') {
            if (!out.empty() && out.back() != ' ') out += ' ';
        } else {
            out += c;
        }
    }
    for (const std::string_view mark : {"：", "–", "—"})
        out = replace_all(std::move(out), mark, " ");
    return std::string(trim(out));
}

// A phrase fits when the text ends behind it, or what follows is no letter of the same word.
bool begins_with(std::string_view text, std::string_view phrase) {
    if (!text.starts_with(phrase)) return false;
    if (text.size() == phrase.size()) return true;
    const auto next = static_cast<unsigned char>(text[phrase.size()]);
    return static_cast<unsigned char>(phrase.back()) >= 0x80 || next < 'a' ||
           (next > 'z' && next < 0x80);
}

bool is_amount(std::string_view text) {
    const auto number = read_number(text, Mark::unknown);
    return number && number->rest.empty();
}

} // namespace

std::optional<Sum> match_sum(const PageRow& row) {
    for (const auto& piece : row.pieces) {
        const auto text = plain(piece.text);
        std::size_t longest = 0;
        Sum sum{.label = piece.text};
        for (const auto& one : sum_words)
            for (const auto phrase : split(one.text, '|'))
                if (phrase.size() > longest && begins_with(text, phrase))
                    longest = phrase.size(), sum.kind = one.kind;
        if (longest == 0) {
            // Only what is no word may stand before the label: "EUR", a rule of dashes, a number.
            if (is_amount(piece.text) || piece.text.find_first_not_of("-_=. ") == std::string::npos)
                continue;
            return {};
        }
        // "Total station TS-5" is an article: behind the words stand a rate, a currency, an amount.
        constexpr std::size_t longest_rest = 40;
        if (text.size() > longest + longest_rest) return {};
        sum.amount = last_amount(row);
        sum.row = &row;
        return sum;
    }
    return {};
}

std::optional<Piece> last_amount(const PageRow& row) {
    for (auto piece = row.pieces.rbegin(); piece != row.pieces.rend(); ++piece)
        for (std::size_t count = std::min<std::size_t>(3, piece->words.size()); count > 0;
             --count) {
            const std::vector<Word> tail(piece->words.end() - static_cast<std::ptrdiff_t>(count),
                                         piece->words.end());
            auto joined = join_words(tail);
            if (is_amount(joined.text)) return joined;
        }
    return {};
}

} // namespace besteld::parsers::pdf
