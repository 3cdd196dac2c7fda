// SPDX-License-Identifier: Apache-2.0
#include "check/fraud_words.hpp"

#include <array>

namespace besteld {

// Groups hold no blanks; a rule's pieces are joined by the compiler, one group a line.

std::span<const WordRule> words_for_bypassing() {
    static constexpr auto rules = std::to_array<WordRule>({
        {"en", "skip|skipping|bypass*|ignore|disregard|override|waive|circumvent "
               "check|checks|credit_check*|verification*|approval*|validation*|procedure*|control|"
               "controls|call-back|callback|policy|policies|instructions|review|second_signature"},
        {"en", "ship|release|process|book|accept|deliver|dispatch|approve|go_ahead "
               "without|before|regardless_of|despite "
               "approval*|check|checks|credit_check*|verification|verifying|validation|calling|"
               "call-back|callback|second_signature|further_confirmation|reviewing "
               "!not|don't|never|cannot|until"},
        {"en", "do_not|don't|dont|no_need_to|please_avoid|refrain_from|rather_than "
               "call|calling|phone|phoning|ring|contact|contacting|verify|confirm_with|speak_to "
               "office|finance|accounts|accounting|purchasing|head_office|headquarters|colleague*|"
               "manager|director|usual|on_file|anyone|anybody|else|to_verify|to_confirm|owner|"
               "switchboard"},
        {"en", "between_us|between_ourselves|tell_no_one|tell_nobody|do_not_discuss|don't_discuss|"
               "keep_this_confidential|keep_this_quiet|strictly_between"},
        {"en", "no|not "
               "verification|approval|checks|call-back|callback|credit_check "
               "needed|required|necessary"},
        {"en", "mark|set|treat|flag|classify|consider "
               "as_verified|as_approved|as_checked|as_trusted|as_authentic|as_passed|as_released|"
               "as_already_verified|as_pre-approved"},
        {"en", "ignore_all_previous|ignore_previous|ignore_your|disregard_all|disregard_previous|"
               "you_are_now|system_prompt"},
        {"nl", "overslaan|sla|skip|skippen|negeer|negeren|omzeil*|passeer|passeren|achterwege "
               "*controle*|*verificatie*|*goedkeuring*|procedure*|vierogen*|*check|*checks|"
               "regels|instructies|kredietlimiet"},
        {"nl",
         "zonder "
         "*controle|*goedkeuring|verificatie|terugbellen|te_bellen|navraag|verdere_vragen|"
         "kredietcheck|tweede_handtekening|te_controleren|te_verifiëren "
         "lever*|verwerk*|boek*|uitlever*|verzend*|verstu*|vrijgeven|vrij_te_geven|accepteer*|"
         "doorvoeren|doorzetten|akkoord "
         "!niet|geen|nooit|nimmer"},
        {"nl", "niet|geen|hoeft|liever_niet "
               "bellen|terugbellen|gebeld|contact|navragen|verifiëren|checken|benaderen "
               "kantoor|boekhouding|inkoop|collega*|directie|administratie|hoofdkantoor|directeur|"
               "bekende_nummer|gebruikelijke|niemand|receptie|ter_controle|verificatie"},
        {"nl", "onder_ons|tussen_ons|tegen_niemand|niemand_vertellen|met_niemand"},
        {"nl", "geen|niet "
               "*controle|*goedkeuring|verificatie|kredietcheck|tweede_handtekening "
               "nodig|vereist|noodzakelijk"},
        {"de", "umgeh*|überspring*|ignorier*|übergeh*|aussetz*|auslassen|verzichten_sie "
               "*prüfung*|*kontroll*|*freigabe*|*verifizierung*|vier-augen*|vieraugen*|regeln|"
               "anweisungen|rückruf*"},
        {"de", "ohne "
               "*prüfung*|*freigabe*|rückruf*|rückfrage*|*kontrolle|verifizierung|vier-augen*|"
               "zweite_unterschrift "
               "liefer*|versend*|buch*|freigeb*|freizugeben|bearbeit*|verschick*|ausliefer*|"
               "ausführ*|annehm* "
               "!nicht|kein|keine|keinesfalls|niemals"},
        {"de", "nicht|keine*|kein|bitte_nicht|statt "
               "anruf*|anzurufen|zurückruf*|rückruf*|kontaktier*|kontaktaufnahme|verifizier*|"
               "nachfrag*|telefonisch*|rufen "
               "büro|buchhaltung|einkauf|zentrale|kollege*|geschäftsführ*|chef|bekannte*|üblich*|"
               "gewohnte*|hinterlegt*"},
        {"de", "unter_uns|mit_niemandem|niemandem_sagen|niemandem|stillschweigen"},
        {"de", "keine|nicht|kein "
               "*prüfung*|*freigabe*|verifizierung|*kontrolle|rückruf "
               "nötig|notwendig|erforderlich|vonnöten"},
        {"fr",
         "ignor*|contourn*|sauter|sautez|outrepass*|passer_outre|passez_outre|omettre|omettez "
         "contrôle*|vérification*|validation*|procédure*|approbation*|règles|instructions|"
         "double_signature"},
        {"fr", "sans "
               "contrôle*|vérification*|validation|vérifier|rappeler|approbation|"
               "confirmation_téléphonique|double_signature "
               "livr*|expéd*|trait*|valid*|accept*|envo*|enregistr* "
               "!ne|pas|jamais|aucun*"},
        {"fr",
         "ne|n'appel*|pas|inutile|évit* "
         "appel*|n'appel*|rappel*|téléphon*|contact*|vérifi* "
         "bureau|comptabilité|siège|collègue*|direction|achats|habituel*|standard|responsable"},
        {"fr", "entre_nous|à_personne|n'en_parlez|ne_parlez"},
        {"fr", "aucun*|pas_besoin|pas_de|sans "
               "vérification|contrôle|validation|approbation "
               "nécessaire|requise|requis|besoin|n'est"},
        {"zh", "跳过|绕过|忽略|无视|免除|省略|不走 "
               "检查|审核|审批|核实|验证|复核|核对|流程|规则|指令|信用"},
        {"zh", "无需|不用|不必|无须|免去|不需要|不要|别 "
               "审核|审批|核实|验证|复核|回电|回拨"},
        {"zh", "不要|无需|不用|不必|请勿|切勿|别 "
               "打电话|致电|联系|告诉|告知|询问|通知 "
               "公司|财务|总部|同事|领导|经理|老板|采购部|任何人|别人|其他人|原来"},
        {"zh", "未经|不经|不等|没有 "
               "审核|审批|核实|复核|确认 "
               "直接|立即|马上|放行 "
               "!不得|不要|不能|请勿|不可"},
    });
    return rules;
}

std::span<const WordRule> words_for_bank_change() {
    static constexpr auto rules = std::to_array<WordRule>({
        {"en", "bank|iban|account_number|bank_account|account_details|banking|beneficiary|"
               "payment_details|remittance|sort_code|swift "
               "new|changed|change|changes|changing|updated|update|switched|moved|amended|replaced|"
               "replaces|no_longer|closed|from_now_on "
               "!bank_holiday*|new_order*"},
        {"en", "refund*|credit_note*|reimburse*|deposit*|prepayment*|overpayment* "
               "following_account|account_below|another_account|different_account|this_account|"
               "new_account|personal_account|our_account_at"},
        {"nl", "bankrekening*|rekeningnummer*|bankgegevens|iban|betaalgegevens|bankrelatie|bank|"
               "rekening_nr "
               "nieuw*|gewijzigd*|wijzig*|veranderd*|aangepast*|voortaan|ander|andere|vervallen|"
               "niet_meer|overgestapt|opgeheven|vanaf_nu"},
        {"nl", "terugbetal*|creditnota*|terugstort*|restitutie|aanbetaling*|vooruitbetaling* "
               "andere_rekening|volgende_rekening|onderstaande_rekening|deze_rekening|"
               "nieuwe_rekening|rekening_van"},
        {"de", "bankverbindung*|kontonummer*|iban|bankdaten|konto|kontoverbindung*|zahlungsdaten|"
               "bank|hausbank "
               "neu|neue|neues|neuen|neuer|geändert*|änder*|ab_sofort|künftig|gewechselt|anderes|"
               "andere|anderen|nicht_mehr|erloschen|umgestellt "
               "!bankfeiertag*"},
        {"de",
         "rückerstatt*|gutschrift*|erstatt*|rückzahl*|anzahlung* "
         "auf_folgendes_konto|folgendes_konto|untenstehendes_konto|anderes_konto|dieses_konto|"
         "konto_von"},
        {"fr",
         "coordonnées_bancaires|iban|rib|compte_bancaire|numéro_de_compte|domiciliation|banque "
         "nouve*|chang*|modifi*|désormais|mis_à_jour|mises_à_jour|remplac*|plus_valable"},
        {"fr", "rembours*|avoir|acompte* "
               "compte_suivant|autre_compte|compte_ci-dessous|ce_compte|nouveau_compte"},
        {"zh", "银行账户|银行帐户|银行账号|银行帐号|账号|帐号|收款账户|收款帐户|开户行|银行信息|"
               "收款信息|银行资料|汇款账户 "
               "变更|更改|新|更换|改为|更新|修改|不再|停用"},
        {"zh", "退款|返款|预付款|定金|货款 "
               "以下账户|以下帐户|另一个账户|其他账户|个人账户|新账户"},
    });
    return rules;
}

std::span<const WordRule> words_for_contact_change() {
    static constexpr auto rules = std::to_array<WordRule>({
        {"en",
         "phone_number|telephone_number|e-mail_address|email_address|mail_address|mobile_number "
         "new|changed|updated|no_longer"},
        {"nl", "telefoonnummer*|e-mailadres*|emailadres*|mailadres*|mobiele_nummer|06-nummer "
               "nieuw|nieuwe|gewijzigd*|veranderd*|niet_meer|vervallen"},
        {"de", "telefonnummer*|rufnummer*|e-mail-adresse*|mailadresse*|emailadresse*|handynummer* "
               "neu|neue|neuen|geändert*|nicht_mehr"},
        {"fr", "numéro_de_téléphone|adresse_mail|adresse_e-mail|adresse_email|adresse_électronique "
               "nouveau|nouvelle|changé*|modifi*|n'est_plus"},
        {"zh", "电话|手机号|邮箱|电邮|联系方式 "
               "变更|更改|新的|更换|改为|停用"},
    });
    return rules;
}

std::span<const WordRule> words_for_haste() {
    static constexpr auto rules = std::to_array<WordRule>({
        {"en", "urgent|urgently|asap|a.s.a.p|rush|immediately|at_once|today|right_away|same_day|"
               "first_thing|as_soon_as_possible"},
        {"nl",
         "spoed|spoed*|dringend|vandaag|z.s.m|zsm|zo_snel_mogelijk|direct|onmiddellijk|meteen"},
        {"de", "eilig|eilt|dringend|sofort|schnellstmöglich|umgehend|heute|express*|noch_heute"},
        {"fr", "urgent|urgence|immédiatement|au_plus_vite|dès_que_possible|aujourd'hui|sans_délai"},
        {"zh", "加急|紧急|尽快|马上|立即|特急|急需|今天"},
    });
    return rules;
}

} // namespace besteld
