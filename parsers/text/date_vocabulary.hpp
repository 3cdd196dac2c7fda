// SPDX-License-Identifier: Apache-2.0
#pragma once

// The words around a date, and what they make of it; for dates.cpp.

#include "base/date.hpp"
#include "order/draft.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace besteld::parsers {

// The date itself, without the words around it.
struct Core {
    std::size_t length = 0; // tokens; 0: none here
    DateKind kind = DateKind::on;
    std::optional<Date> start;
    std::optional<Date> end;
    bool needs_word = false;   // only a date beside "by", "op", "delivery" …
    std::optional<Date> other; // the other reading of 3/4
    bool weekday_disagrees = false;
    bool impossible = false;   // 30 February
    std::optional<Date> later; // the other reading of "next Wednesday"
    bool by = false;           // the words say "at the latest" themselves
};

enum class Relative { today, tomorrow, day_after, this_week, next_week, week_end, asap };
inline constexpr auto relative_words = std::to_array<std::pair<Relative, std::string_view>>({
    {Relative::today, "vandaag|heute|today|今天|hoy|aujourd'hui"},
    {Relative::tomorrow, "morgen|morgenochtend|morgenvroeg|tomorrow|明天|mañana|demain"},
    {Relative::day_after,
     "overmorgen|übermorgen|day after tomorrow|后天|pasado mañana|après-demain"},
    {Relative::this_week,
     "deze week|diese woche|this week|本周|这周|本星期|esta semana|cette semaine"},
    {Relative::next_week,
     "volgende week|komende week|nächste woche|nächster woche|kommende woche|next week|"
     "下周|下星期|semana que viene|próxima semana|semaine prochaine"},
    {Relative::week_end,
     "ende der woche|ende dieser woche|end of the week|end of this week|eind van de week|"
     "eind deze week|einde van de week|fin de semaine|fin de la semaine"},
    {Relative::asap,
     "asap|a.s.a.p|as soon as possible|spoedig|zo spoedig mogelijk|zo snel mogelijk|zsm|"
     "z.s.m|schnellstmöglich|schnellstens|so schnell wie möglich|baldmöglichst|尽快|"
     "lo antes posible|cuanto antes|dès que possible|au plus vite"},
});

enum class Word { by, not_before, document, on, skip };
inline constexpr auto date_modifiers = std::to_array<std::pair<Word, std::string_view>>({
    {Word::by,
     "uiterlijk|voor|vóór|tot|bis|spätestens|vor|by|before|latest|later than|until|till|antes|"
     "avant|tarde|tardar|tard|deadline|jusqu'au|d'ici"},
    {Word::not_before,
     "niet voor|niet eerder dan|vanaf|ab|nicht vor|frühestens|not before|earliest|from|"
     "after|na|nach|dès|partir|no earlier than"},
    {Word::document,
     "vom|dated|dd|d.d|datum|date|orderdatum|besteldatum|bestelldatum|auftragsdatum|"
     "order date|date de "
     "commande|下单日期|订单日期|订购日期|van|del|du|gisteren|gestern|wrote|schreef"},
    {Word::skip,
     "leverdatum|delivery date|lieferdatum|liefertermin|gewenste leverdatum|required date|"
     "requested date|wunschtermin|fecha de entrega|date de livraison|ship date"},
    {Word::on,
     "op|am|on|den|dem|para|for|für|om|el|le|termin|lt|levering|lieferung|delivery|due|a.s|as|"
     "aanstaande|komende|kommenden|next|this|deze|diesen|nächsten|volgende|leveren|arrive|naar|"
     "auf|to|交期|改到|不晚于|arrival|required|needed|eta|graag|collecting|collect|afhalen|abholen|"
     "liefst|pour|au|à|dem|entrega|livraison|交货|"
     "送到|送至|第"},
});
inline constexpr auto delivery_words = std::to_array<std::pair<int, std::string_view>>({
    {1, "levering|leveren|geleverd|lever|afleveren|bezorgen|lieferung|liefern|geliefert|lt|"
        "liefertermin|"
        "leverdatum|lieferdatum|deliver|delivery|delivered|ship|arrive|need|needed|required|due|"
        "wunschtermin|livrés|livrée|livraison "
        "souhaitée|送货|交期|交货|送到|送至|发货|necesitamos|entrega|livraison|livrer|nodig|"
        "benötigen|binnen"},
});

} // namespace besteld::parsers
