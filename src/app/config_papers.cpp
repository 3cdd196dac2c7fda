// SPDX-License-Identifier: Apache-2.0
// [papers]: the papers that stay in the house, by mail to colleagues or into a department's folder.
#include "app/config_parts.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

namespace {

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    return at == std::string_view::npos ? std::string() : to_lower_ascii(address.substr(at + 1));
}

// No customer is ever sent a paper of the house: every address must be at a domain of ours.
bool is_ours(const std::string& address, const Config& config) {
    const std::string domain = domain_of(address);
    if (domain.empty() || address.front() == '@') return false;
    const auto within = [&](const std::string& own) {
        return !own.empty() && (domain == own || domain.ends_with(cat(".", own)));
    };
    if (within(to_lower_ascii(config.mail_domain))) return true;
    return std::ranges::any_of(config.seller.mail_addresses,
                               [&](const std::string& own) { return within(domain_of(own)); });
}

std::vector<std::string> colleagues(TomlTable& t, const Config& config, std::string_view key,
                                    std::string_view sentence) {
    auto addresses = t.texts(key, sentence);
    for (const auto& address : addresses)
        if (!is_ours(address, config))
            t.fault(key, cat("'", address, "' is no mail address of this house"),
                    "an address at a domain of site.mail_domain or site.mail_addresses");
    return addresses;
}

// The other series of ours (SO, IN …) must stay theirs.
bool is_prefix(std::string_view text) {
    constexpr std::string_view taken[] = {"SO", "IN", "DN", "IR", "KL"};
    const auto plain = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return text.size() >= 2 && text.size() <= 12 && std::ranges::all_of(text, plain) &&
           std::ranges::find(taken, text) == std::end(taken);
}

} // namespace

PapersConfig read_papers(ConfigNotes& notes, const toml::table* table,
                         const std::filesystem::path& file, const Config& config) {
    TomlTable t(notes, table, "papers");
    PapersConfig papers;
    PaperRules& rules = papers.rules;
    rules.warehouse.mails = colleagues(
        t, config, "warehouse",
        "our addresses that get the outbound slip (PDF) of every goods issue; never a customer's");
    papers.warehouse_folder =
        beside(file, t.text("warehouse_folder", "", "the slips are written here too; empty: not"));
    rules.finance.mails = colleagues(
        t, config, "finance", "our addresses that get the paper (PDF) of every invoice request");
    papers.finance_folder =
        beside(file, t.text("finance_folder", "", "those are written here too; empty: not"));
    rules.language = t.word("language", {"", "nl", "en", "de", "fr", "zh", "customer"}, "",
                            "of these papers and their mails; empty: site.language; customer: as "
                            "each customer is written to");
    if (rules.language.empty()) rules.language = config.language;
    rules.slip_prefix = t.text("slip_prefix", "XSCK",
                               "outbound slips are numbered XSCK20260302-0001 or XSCK-26-000001");
    if (!is_prefix(rules.slip_prefix))
        t.fault("slip_prefix", cat("'", rules.slip_prefix, "' cannot begin a slip's number"),
                "2 to 12 capital letters and digits, and none of SO, IN, DN, IR, KL");
    rules.slip_count =
        t.word("slip_count", {"day", "year"}, "day",
               "they count from 1 each day, or each year; neither leaves a gap") == "year"
            ? SlipCount::by_year
            : SlipCount::by_day;
    if (auto copies = t.texts("slip_copies",
                              "a sheet for each: stub, finance, customer, signed_return, or a word "
                              "of yours; none: these four");
        !copies.empty())
        rules.slip_copies = std::move(copies);
    rules.warehouse_name = t.text("warehouse_name", "", "the warehouse, as slips name it");
    rules.proof_mails =
        colleagues(t, config, "proof",
                   "our addresses that are asked for a signed delivery note that does not come "
                   "back; none: those of warehouse");
    rules.proof_days = static_cast<int>(
        t.whole("proof_days", 3, 0, 60,
                "working days after arrival, or else departure, that it is waited for; asked three "
                "times at most; 0: nobody is asked"));
    t.finish();
    if (rules.proof_mails.empty()) rules.proof_mails = rules.warehouse.mails;
    rules.warehouse.folder = !papers.warehouse_folder.empty();
    rules.finance.folder = !papers.finance_folder.empty();
    return papers;
}

} // namespace besteld
