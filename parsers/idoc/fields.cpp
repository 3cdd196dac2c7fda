// SPDX-License-Identifier: Apache-2.0
#include "parsers/idoc/fields.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace besteld::parsers::idoc {

namespace {

struct Width {
    std::string_view field;
    std::uint32_t length;
};

constexpr auto control = std::to_array<Width>(
    {{"TABNAM", 10}, {"MANDT", 3},   {"DOCNUM", 16}, {"DOCREL", 4},  {"STATUS", 2},
     {"DIRECT", 1},  {"OUTMOD", 1},  {"EXPRSS", 1},  {"TEST", 1},    {"IDOCTYP", 30},
     {"CIMTYP", 30}, {"MESTYP", 30}, {"MESCOD", 3},  {"MESFCT", 3},  {"STD", 1},
     {"STDVRS", 6},  {"STDMES", 6},  {"SNDPOR", 10}, {"SNDPRT", 2},  {"SNDPFC", 2},
     {"SNDPRN", 10}, {"SNDSAD", 21}, {"SNDLAD", 70}, {"RCVPOR", 10}, {"RCVPRT", 2},
     {"RCVPFC", 2},  {"RCVPRN", 10}, {"RCVSAD", 21}, {"RCVLAD", 70}, {"CREDAT", 8},
     {"CRETIM", 6},  {"REFINT", 14}, {"REFGRP", 14}, {"REFMES", 14}, {"ARCKEY", 70},
     {"SERIAL", 20}});

constexpr auto edk01 = std::to_array<Width>({{"ACTION", 3},
                                             {"KZABS", 1},
                                             {"CURCY", 3},
                                             {"HWAER", 3},
                                             {"WKURS", 12},
                                             {"ZTERM", 17},
                                             {"KUNDEUINR", 20},
                                             {"EIGENUINR", 20},
                                             {"BSART", 4},
                                             {"BELNR", 35}});
constexpr auto edk02 =
    std::to_array<Width>({{"QUALF", 3}, {"BELNR", 35}, {"POSNR", 6}, {"DATUM", 8}, {"UZEIT", 6}});
constexpr auto edk03 = std::to_array<Width>({{"IDDAT", 3}, {"DATUM", 8}, {"UZEIT", 6}});
constexpr auto edka1 = std::to_array<Width>(
    {{"PARVW", 3},  {"PARTN", 17}, {"LIFNR", 17}, {"NAME1", 35}, {"NAME2", 35}, {"NAME3", 35},
     {"NAME4", 35}, {"STRAS", 35}, {"STRS2", 35}, {"PFACH", 35}, {"ORT01", 35}, {"COUNC", 9},
     {"PSTLZ", 9},  {"PSTL2", 9},  {"LAND1", 3},  {"ABLAD", 35}, {"PERNR", 30}, {"PARNR", 30},
     {"TELF1", 25}, {"TELF2", 25}, {"TELBX", 25}, {"TELFX", 25}, {"TELTX", 25}, {"TELX1", 25},
     {"SPRAS", 1},  {"ANRED", 15}, {"ORT02", 35}, {"HAUSN", 6},  {"STOCK", 6},  {"REGIO", 3},
     {"PARGE", 1},  {"ISOAL", 2},  {"ISONU", 2},  {"FCODE", 20}, {"IHREZ", 30}, {"BNAME", 35},
     {"PAORG", 30}, {"ORGTX", 35}, {"PAGRU", 30}, {"KNREF", 30}, {"ILNNR", 70}});
constexpr auto edk17 = std::to_array<Width>({{"QUALF", 3}, {"LKOND", 3}, {"LKTEXT", 70}});
constexpr auto edk18 =
    std::to_array<Width>({{"QUALF", 3}, {"TAGE", 8}, {"PRZNT", 8}, {"ZTERM_TXT", 70}});
constexpr auto text_head = std::to_array<Width>(
    {{"TDID", 4}, {"TSSPRAS", 3}, {"TSSPRAS_ISO", 2}, {"TDOBJECT", 10}, {"TDOBNAME", 70}});
constexpr auto text_line = std::to_array<Width>({{"TDLINE", 70}, {"TDFORMAT", 2}});
constexpr auto edp01 = std::to_array<Width>(
    {{"POSEX", 6},  {"ACTION", 3}, {"PSTYP", 1},  {"KZABS", 1},  {"MENGE", 15}, {"MENEE", 3},
     {"BMNG2", 15}, {"PMENE", 3},  {"ABFTZ", 7},  {"VPREI", 15}, {"PEINH", 9},  {"NETWR", 18},
     {"ANETW", 18}, {"SKFBP", 18}, {"NTGEW", 18}, {"GEWEI", 3},  {"EINKZ", 1},  {"CURCY", 3},
     {"PREIS", 18}, {"MATKL", 9},  {"UEPOS", 6},  {"GRKOR", 3},  {"EVERS", 7},  {"BPUMN", 6},
     {"BPUMZ", 6},  {"ABGRU", 2},  {"ABGRT", 40}});
constexpr auto edp02 =
    std::to_array<Width>({{"QUALF", 3}, {"BELNR", 35}, {"ZEILE", 6}, {"DATUM", 8}, {"UZEIT", 6}});
constexpr auto edp05 = std::to_array<Width>(
    {{"ALCKZ", 3}, {"KSCHL", 4}, {"KOTXT", 80}, {"BETRG", 18}, {"KPERC", 8}, {"KRATE", 15}});
constexpr auto edp19 = std::to_array<Width>({{"QUALF", 3}, {"IDTNR", 35}, {"KTEXT", 70}});
constexpr auto edp20 =
    std::to_array<Width>({{"WMENG", 15}, {"AMENG", 15}, {"EDATU", 8}, {"EZEIT", 6}});
constexpr auto eds01 =
    std::to_array<Width>({{"SUMID", 3}, {"SUMME", 18}, {"SUNIT", 3}, {"WAERQ", 3}});

struct Definition {
    std::string_view segment;
    std::uint32_t begin;
    std::span<const Width> fields;
};
constexpr auto definitions = std::to_array<Definition>({
    {"EDI_DC40", 0, control},          {"EDK01", data_begins, edk01},
    {"EDK02", data_begins, edk02},     {"EDK03", data_begins, edk03},
    {"EDKA1", data_begins, edka1},     {"EDK17", data_begins, edk17},
    {"EDK18", data_begins, edk18},     {"EDKT1", data_begins, text_head},
    {"EDKT2", data_begins, text_line}, {"EDP01", data_begins, edp01},
    {"EDP02", data_begins, edp02},     {"EDP03", data_begins, edk03},
    {"EDP05", data_begins, edp05},     {"EDP19", data_begins, edp19},
    {"EDP20", data_begins, edp20},     {"EDPA1", data_begins, edka1},
    {"EDPT1", data_begins, text_head}, {"EDPT2", data_begins, text_line},
    {"EDS01", data_begins, eds01},
});

} // namespace

std::string_view segment_of(std::string_view record) {
    if (record.starts_with("EDI_DC")) return "EDI_DC40";
    if (!record.starts_with("E1") && !record.starts_with("E2")) return {};
    const auto name = record.substr(2, 5);
    const auto found = std::ranges::find(definitions, name, &Definition::segment);
    return found == definitions.end() ? std::string_view() : found->segment;
}

std::optional<Span> find_field(std::string_view segment, std::string_view field) {
    const auto found = std::ranges::find(definitions, segment, &Definition::segment);
    if (found == definitions.end()) return std::nullopt;
    std::uint32_t begin = found->begin;
    for (const auto& width : found->fields) {
        if (width.field == field) return Span{.begin = begin, .length = width.length};
        begin += width.length;
    }
    return std::nullopt;
}

} // namespace besteld::parsers::idoc
