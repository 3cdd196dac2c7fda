// SPDX-License-Identifier: Apache-2.0
#include "app/config.hpp"

#include "app/config_parts.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/typed_order.hpp"

#include <cstdlib>
#include <set>
#include <stdexcept>

namespace besteld {

namespace {

using Path = std::filesystem::path;

void read_site(ConfigNotes& notes, const toml::table* table, Config& config) {
    TomlTable site(notes, table, "site");
    config.seller.name = site.required("name", "our legal name, as it stands in answers");
    config.seller.gln =
        site.text("gln", "", "our Global Location Number; buyers name it as the seller");
    config.seller.vat = site.text("vat", "", "our VAT number");
    config.seller.mail_addresses =
        site.texts("mail_addresses", "all our own addresses: mail from them is never answered");
    config.seller.authserv_ids = site.texts(
        "authserv_ids", "names under which our own mail servers write Authentication-Results "
                        "(RFC 8601); they must remove forged ones; none: senders are not proven");
    config.seller.trusted_hops = static_cast<int>(
        site.whole("trusted_hops", 2, 0, 20,
                   "Received fields that our own mail servers add at most; a result below more of "
                   "them is not ours"));
    const std::string numbers =
        site.word("item_numbers", {"loose", "zeros_count", "as_written"}, "loose",
                  "how our article numbers may be written: blanks, dashes, case and leading zeros "
                  "do not count; leading zeros count; every character counts");
    config.seller.item_numbers = numbers == "as_written"    ? ItemNumbers::as_written
                                 : numbers == "zeros_count" ? ItemNumbers::zeros_count
                                                            : ItemNumbers::loose;
    config.seller.zone = site.text("timezone", "Europe/Amsterdam",
                                   "IANA name; cut-off times are read on this clock");
    config.language = site.word("language", {"nl", "en", "de", "fr", "zh"}, "nl",
                                "language of the page until a user chooses");
    config.mail_domain =
        site.text("mail_domain", "localhost", "domain of the Message-IDs of our answers");
    config.public_url = site.text(
        "public_url", "",
        "address under which customers reach this page, https://…: questions then carry a "
        "link to answer by; empty: no link");
    if (!config.public_url.empty() && !config.public_url.starts_with("https://") &&
        !config.public_url.starts_with("http://"))
        site.fault("public_url", "it is no address of a page", "write https://orders.your.example");
    config.daemon_name =
        site.text("daemon", "besteld", "name of this daemon among those that share a database");
    config.seller.inbound_handling_days =
        static_cast<int>(site.whole("inbound_handling_days", 1, 0, 30,
                                    "working days from a goods receipt to its first delivery"));
    config.seller.release_lead_days = static_cast<int>(
        site.whole("release_lead_days", 1, 0, 30,
                   "working days before delivery at which an order goes to the warehouse"));
    config.calendar = std::chrono::milliseconds{
        site.duration("calendar", "1m", "how often is looked for what a day or an hour makes due")};
    config.hold = std::chrono::milliseconds{site.duration(
        "hold", "30s",
        "what a person decides leaves after so long; until then it can be taken back")};
    for (const auto& name : site.texts("second_factor_for",
                                       "roles that log in with a second factor (TOTP) only: lead, "
                                       "admin …; everybody may set one up")) {
        if (const auto role = role_by_name(name))
            config.second_factor_for.insert(*role);
        else
            site.fault("second_factor_for", cat("there is no role '", name, "'"),
                       "write clerk, second_clerk, lead, credit, admin, auditor …");
    }
    config.api_calls_per_minute =
        static_cast<int>(site.whole("api_calls_per_minute", 600, 1, 1'000'000,
                                    "calls of the API that one token may make in a minute"));
    config.access_log = std::chrono::days{
        site.whole("access_log_days", 366, 0, 3660,
                   "so many days it is kept who looked at what (page /access); 0: it is not")};
    for (const auto& day :
         site.texts("holidays", "days on which we are closed besides weekends, YYYY-MM-DD")) {
        if (const auto date = parse_iso_date(day)) {
            config.seller.holidays.push_back(*date);
        } else {
            site.fault("holidays", cat("'", day, "' is no date"), "write YYYY-MM-DD");
        }
    }
    try {
        const Zone zone(config.seller.zone);
    } catch (const std::invalid_argument& unknown) {
        site.fault("timezone", unknown.what(),
                   "an IANA name such as Europe/Amsterdam or Asia/Shanghai");
    }
    site.finish();
}

void read_letterhead(ConfigNotes& notes, const toml::table* table, Config& config) {
    TomlTable t(notes, table, "letterhead");
    Letterhead& l = config.letterhead;
    l.address = t.texts("address", "lines of our address, as they stand on papers (PDF)");
    l.place = t.text("place", "", "town that letters are dated from");
    l.phone = t.text("phone", "", "for questions about a paper");
    l.mail = t.text("mail", "", "for questions about a paper");
    l.web = t.text("web", "", "our site");
    l.registration = t.text("registration", "", "trade register and number: KvK 04012345");
    l.tax_number = t.text("tax_number", "", "tax number besides site.vat, with its name");
    l.bank = t.text("bank", "", "name of our bank");
    l.iban = t.text("iban", "", "our account");
    l.bic = t.text("bic", "", "its BIC");
    l.terms = t.text("terms", "", "sentence that names our general terms");
    l.duties = t.texts("duties", "further lines that the law wants on letters: seat, managers");
    t.finish();
}

MailboxSettings read_mailbox(ConfigNotes& notes, const toml::table* table, const Path& file) {
    TomlTable t(notes, table, "mailbox");
    MailboxSettings m;
    m.name = t.required(
        "name", "short name of the mailbox; part of every message's identity, never change it");
    m.host = t.required("host", "IMAP server");
    m.port = static_cast<std::uint16_t>(t.whole("port", 993, 1, 65535, "its port"));
    m.tls =
        t.word("tls", {"implicit", "starttls", "none"}, "implicit", "none is for loopback only");
    m.user = t.required("user", "log-in name");
    m.password = secret(notes, t, file, "password", "mailbox");
    m.login = t.word("login", {"password", "xoauth2"}, "password", "how the secret is used");
    m.ca_file =
        beside(file, t.text("ca_file", "", "CA certificates instead of the system's")).string();
    m.folder = t.text("folder", "INBOX", "IMAP folder that is read");
    m.done_folder = t.text("done_folder", "",
                           "folder that taken mails are moved to; empty: they are only flagged");
    m.idle = t.flag("idle", true, "wait for news with IDLE, besides the periodic look");
    m.poll =
        std::chrono::milliseconds{t.duration("poll", "60s", "periodic look, whatever IDLE says")};
    t.finish();
    return m;
}

DropSettings read_drop(ConfigNotes& notes, const toml::table* table, const Path& file) {
    TomlTable t(notes, table, "drop");
    DropSettings d;
    d.name = t.required("name",
                        "short name of the folder; part of every file's identity, never change it");
    d.path = beside(
        file, t.required("path",
                         "the folder; taken files go to done/ below it, unusable ones to failed/"));
    d.customer =
        t.text("customer", "", "customer number that owns the folder: what lies here is his");
    d.settle =
        std::chrono::milliseconds{t.duration("settle", "2s",
                                             "a file that was not renamed into place is complete "
                                             "when size and time stood still so long")};
    d.scan = std::chrono::milliseconds{
        t.duration("scan", "30s", "periodic look, whatever inotify says")};
    t.finish();
    return d;
}

void read_smtp(ConfigNotes& notes, const toml::table* table, const Path& file, Config& config) {
    TomlTable t(notes, table, "smtp");
    SmtpSettings& s = config.smtp;
    s.host = t.required("host", "SMTP server that takes our answers");
    s.port = static_cast<std::uint16_t>(t.whole("port", 587, 1, 65535, "its port"));
    s.tls =
        t.word("tls", {"implicit", "starttls", "none"}, "starttls", "none is for loopback only");
    s.user = t.text("user", "", "log-in name; empty: no log-in");
    s.password = secret(notes, t, file, "password", "smtp");
    s.ca_file =
        beside(file, t.text("ca_file", "", "CA certificates instead of the system's")).string();
    s.helo = t.text("helo", "", "our name in EHLO; empty: mail_domain");
    s.from_address = t.required("from_address", "sender of our answers");
    s.from_name = t.text("from_name", "", "its display name; empty: site.name");
    s.bounce_address =
        t.text("bounce_address", "", "envelope sender, where bounces go; empty: from_address");
    s.reply_tags = t.flag("reply_tags", true,
                          "replies and bounces come back to NAME+TOKEN@…; off where the server "
                          "delivers no such addresses");
    t.finish();
    if (s.helo.empty()) s.helo = config.mail_domain;
    if (s.from_name.empty()) s.from_name = config.seller.name;
    if (s.bounce_address.empty()) s.bounce_address = s.from_address;
}

// Who deals with complaints: an address for each cause, or one for all.
void read_complaints(ConfigNotes& notes, const toml::table* table, Config& config) {
    TomlTable t(notes, table, "complaints");
    ComplaintRules& rules = config.complaints;
    const auto address = [&](std::string_view key, std::string_view meaning) {
        std::string text = t.text(key, "", meaning);
        if (!text.empty() && text.find('@') == std::string::npos)
            t.fault(key, cat("'", text, "' is no mail address"), "klachten@noordkade.example");
        return text;
    };
    rules.owner = address("owner", "mail address of who deals with complaints; empty: a clerk "
                                   "assigns each by hand");
    for (const auto cause :
         {ComplaintCause::transport, ComplaintCause::quality, ComplaintCause::quantity,
          ComplaintCause::price, ComplaintCause::order_entry, ComplaintCause::late})
        rules.owner_of[cause] = address(name_of(cause), "another address for this cause");
    rules.days = static_cast<int>(
        t.whole("days", 5, 1, 60, "working days until a complaint must be dealt with"));
    rules.remind_days = static_cast<int>(t.whole(
        "remind_days", 1, 0, 30, "working days before that day at which its owner is reminded"));
    t.finish();
    rules.language = config.language;
}

TableLayout read_layout(ConfigNotes& notes, const toml::table* table) {
    TomlTable t(notes, table, "table");
    TableLayout layout;
    layout.name = t.required("name", "name of the layout, for messages");
    layout.decimal_mark =
        t.text("decimal_mark", "", "\".\" or \",\"; empty: proved from the column");
    layout.date_order = t.word("date_order", {"", "dmy", "mdy", "ymd"}, "",
                               "order in which dates are written; empty: proved");
    if (const auto* columns = t.section("columns"))
        for (const auto& [heading, field] : *columns) {
            if (field.is_string()) {
                layout.columns[std::string(heading.str())] = **field.as_string();
            } else {
                t.fault("columns", cat("column '", heading.str(), "' must name a field"),
                        "\"Aantal\" = \"quantity\"");
            }
        }
    t.finish();
    return layout;
}

// "07:30" on the company's clock.
std::chrono::milliseconds clock_time(TomlTable& t, std::string_view key, std::string_view usual,
                                     std::string_view sentence) {
    const auto text = t.text(key, usual, sentence);
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
        const int hours = (text[0] - '0') * 10 + text[1] - '0';
        const int minutes = (text[3] - '0') * 10 + text[4] - '0';
        if (hours < 24 && minutes < 60)
            return std::chrono::hours(hours) + std::chrono::minutes(minutes);
    }
    t.fault(key, cat("'", text, "' is no time of day"), "write  07:30");
    return {};
}

void read_archive(ConfigNotes& notes, const toml::table* archive, const toml::table* retention,
                  const Path& file, Config& config) {
    TomlTable a(notes, archive, "archive");
    config.archive.folder = beside(
        file, a.text("folder", "",
                     "packages of orders that are over are written below it; empty: none are"));
    config.archive.after = std::chrono::milliseconds{
        a.duration("after", "30d", "an order is archived so long after its end")};
    config.archive_at = clock_time(a, "at", "02:00", "when the daily look is, on our own clock");
    a.finish();
    TomlTable r(notes, retention, "retention");
    auto& rules = config.archive.retention;
    rules.country =
        r.text("country", "NL", "whose law says how long papers are kept: NL, DE, CN …");
    rules.order_years = static_cast<int>(
        r.whole("order_years", 0, 0, 100,
                "years for orders and their papers, from the end of the calendar year; 0: as the "
                "country has it (NL 7, DE 8, CN 30, others 10)"));
    rules.letter_years = static_cast<int>(
        r.whole("letter_years", 0, 0, 100,
                "years for letters that became no order; 0: as the country has it (NL 7, DE 6, "
                "CN 30, others 10)"));
    rules.dropped_days = static_cast<int>(
        r.whole("dropped_days", 90, 1, 3660, "days for what nobody wanted to have"));
    r.finish();
}

ScheduledReport read_report(ConfigNotes& notes, const toml::table* table) {
    TomlTable t(notes, table, "report");
    ScheduledReport report;
    report.name = t.required("name", "short name of the mailing, never change it: what was sent "
                                     "is known by it");
    report.report = t.required("report", "which report or indicator (`besteld report --list`)");
    report.every = grain_by_name(t.word("every", {"day", "week", "month"}, "week",
                                        "the period it speaks of, sent when it is over"))
                       .value_or(Grain::week);
    report.at = clock_time(t, "at", "07:00", "time of day on the day after, on our own clock");
    report.to = t.texts("to", "log-in names of who gets it, each with a mail address "
                              "(`besteld user add --mail`)");
    report.form = t.word("as", {"table", "csv", "json", "pdf"}, "csv",
                         "the attachment; the text has the table");
    report.by = t.text("by", "", "rows: day, week, customer …; empty: the report's own");
    t.finish();
    return report;
}

void read_all(ConfigNotes& notes, const toml::table* root, const Path& file, Config& config) {
    TomlTable top(notes, root, "");
    const auto* site = top.section("site");
    if (root && !site)
        top.fault("site", "the section [site] is missing",
                  "write  [site]  with at least  name = \"…\"");
    read_site(notes, site, config);
    read_letterhead(notes, top.section("letterhead"), config);
    {
        TomlTable t(notes, top.section("storage"), "storage");
        config.storage_url = t.text("url", "sqlite:besteld.db",
                                    "sqlite:FILE (relative to this file) or postgresql://…");
        if (config.storage_url.starts_with("sqlite:") && config.storage_url != "sqlite::memory:")
            config.storage_url = "sqlite:" + beside(file, config.storage_url.substr(7)).string();
        t.finish();
    }
    {
        TomlTable t(notes, top.section("web"), "web");
        config.web_address = t.text("address", "127.0.0.1", "address that the page listens on");
        config.web_port = static_cast<std::uint16_t>(
            t.whole("port", 8080, 0, 65535, "its port; 0: one the system chooses"));
        config.session_idle = std::chrono::milliseconds{
            t.duration("session_idle", "8h", "a log-in ends after so long")};
        t.finish();
    }
    {
        TomlTable t(notes, top.section("answers"), "answers");
        config.templates = beside(file, t.text("templates", "/usr/share/besteld/templates",
                                               "folder of the templates of mails"));
        config.edi_out = beside(
            file,
            t.text("edi_out", "",
                   "EDI answers are written to CUSTOMER/ below this folder; empty: none are"));
        t.finish();
    }
    {
        TomlTable t(notes, top.section("reading"), "reading");
        config.readers = static_cast<int>(t.whole("workers", 2, 1, 64, "reader processes"));
        config.reader_timeout = std::chrono::milliseconds{
            t.duration("timeout", "30s", "a reader that needs longer for one message is ended")};
        config.batch = static_cast<int>(
            t.whole("batch", 50, 1, 500, "messages that share one commit when many wait"));
        t.finish();
    }
    {
        TomlTable t(notes, top.section("base_data"), "base_data");
        config.base_data_second_person = t.flag(
            "second_person", true,
            "prices, addresses and identities that a person imports wait for another person");
        config.base_data_feeds = t.texts(
            "feeds", "names that stand for a program (`import --as NAME`): its imports wait "
                     "for nobody");
        config.base_data_preview_days = static_cast<int>(
            t.whole("preview_days", 30, 0, 3660,
                    "`import --preview` judges the orders of so many days with it as well"));
        t.finish();
    }
    read_complaints(notes, top.section("complaints"), config);
    {
        TomlTable t(notes, top.section("log"), "log");
        config.log_level = t.word("level", {"debug", "info", "warning", "error"}, "info",
                                  "least level that is written");
        t.finish();
    }
    for (const auto* table : top.sections("mailbox"))
        config.mailboxes.push_back(read_mailbox(notes, table, file));
    for (const auto* table : top.sections("drop"))
        config.drops.push_back(read_drop(notes, table, file));
    for (const auto* table : top.sections("feedback"))
        config.feedback.push_back(read_feedback_folder(notes, table, file));
    config.hand_off = read_hand_off(notes, top.section("hand_off"), file);
    config.papers = read_papers(notes, top.section("papers"), file, config);
    for (const auto* table : top.sections("table"))
        config.layouts.push_back(read_layout(notes, table));
    for (const auto* table : top.sections("partner"))
        config.partners.push_back(read_partner(notes, table));
    const auto* archive = top.section("archive");
    read_archive(notes, archive, top.section("retention"), file, config);
    config.archive.zone = config.seller.zone;
    for (const auto* table : top.sections("report"))
        config.reports.push_back(read_report(notes, table));
    const auto* smtp = top.section("smtp");
    if (root && !smtp)
        top.fault("smtp", "the section [smtp] is missing",
                  "answers need a server to leave by:  [smtp]");
    read_smtp(notes, smtp, file, config);
    top.finish();
}

void check_names(ConfigNotes& notes, const Config& config) {
    std::set<std::string> names{std::string(typed_channel)}; // the page's own
    const auto once = [&](const std::string& name) {
        if (!name.empty() && !names.insert(name).second)
            notes.faults.push_back(
                {.file = notes.file,
                 .text = name == typed_channel
                             ? cat("'", name, "' is what orders that the page takes come by")
                             : cat("two channels are called '", name, "'"),
                 .hint = "each mailbox and folder needs a name of its own"});
    };
    for (const auto& m : config.mailboxes)
        once(m.name);
    for (const auto& d : config.drops)
        once(d.name);
    for (const auto& d : config.feedback)
        once(d.name);
    once(std::string(feedback_calls));
    std::set<std::string> reports;
    for (const auto& r : config.reports)
        if (!reports.insert(r.name).second)
            notes.faults.push_back({.file = notes.file,
                                    .text = cat("two reports are called '", r.name, "'"),
                                    .hint = "each [[report]] needs a name of its own"});
}

} // namespace

Path beside(const Path& file, const std::string& text) {
    if (text.empty()) return {};
    const Path path(text);
    return path.is_absolute() ? path : (file.parent_path() / path).lexically_normal();
}

SecretReference secret(ConfigNotes& notes, TomlTable& owner, const Path& file, std::string_view key,
                       const std::string& path) {
    const auto* table = owner.section(key);
    TomlTable reference(notes, table, cat(path, ".", key));
    const std::string from_file =
        reference.text("file", "", "file that holds the secret, relative to this one");
    const std::string credential =
        reference.text("credential", "", "name of a systemd credential (LoadCredential=)");
    reference.finish();
    if (!table) return {};
    if (from_file.empty() == credential.empty())
        owner.fault(key, cat(path, ".", key, " needs exactly one of file and credential"),
                    cat("write  ", key, " = { credential = \"", key, "\" }"));
    if (!from_file.empty()) return {beside(file, from_file)};
    const char* folder = std::getenv("CREDENTIALS_DIRECTORY");
    return {Path(folder ? folder : "/run/credentials/besteld.service") / credential};
}

std::expected<Config, std::vector<ConfigFault>> read_config(const std::filesystem::path& file) {
    ConfigNotes notes{.file = file.string()};
    Config config;
    try {
        const toml::table root = toml::parse_file(file.string());
        read_all(notes, &root, file, config);
        check_names(notes, config);
        check_partners(notes, config);
    } catch (const toml::parse_error& fault) {
        notes.faults.push_back({file.string(),
                                fault.source().begin.line,
                                fault.source().begin.column,
                                std::string(fault.description()),
                                {}});
    }
    if (!notes.faults.empty()) return std::unexpected(std::move(notes.faults));
    return config;
}

std::vector<SettingDescription> describe_settings() {
    ConfigNotes notes;
    Config config;
    read_all(notes, nullptr, "besteld.toml", config);
    read_mailbox(notes, nullptr, "besteld.toml");
    read_drop(notes, nullptr, "besteld.toml");
    read_feedback_folder(notes, nullptr, "besteld.toml");
    read_layout(notes, nullptr);
    read_partner(notes, nullptr);
    read_report(notes, nullptr);
    return notes.described;
}

std::string read_secret(const SecretReference& reference) {
    if (reference.file.empty()) return {};
    std::string text = read_file(reference.file, 64U << 10U);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r'))
        text.pop_back();
    return text;
}

} // namespace besteld
