// SPDX-License-Identifier: Apache-2.0
#pragma once

// The daemon's configuration: one TOML file (docs/settings.md is made from the code that reads it).

#include "app/toml_table.hpp"
#include "archive/keeper.hpp"
#include "deliver/render_hand_off.hpp"
#include "order/complaint.hpp"
#include "order/hand_off.hpp"
#include "order/letterhead.hpp"
#include "order/paper_rules.hpp"
#include "order/reading.hpp"
#include "order/reading_profile.hpp"
#include "order/terms.hpp"
#include "report/period.hpp"

#include <chrono>
#include <expected>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace besteld {

// The channel of reports that come by POST /api/feedback.
inline constexpr std::string_view feedback_calls = "feedback-api";

// A secret by reference: a file, or a systemd credential. Never a value in the configuration.
struct SecretReference {
    std::filesystem::path file; // empty: no secret
};

struct MailboxSettings {
    std::string name;
    std::string host;
    std::uint16_t port = 993;
    std::string tls; // implicit, starttls, none
    std::string user;
    SecretReference password;
    std::string login; // password, xoauth2
    std::string ca_file;
    std::string folder;
    std::string done_folder;
    bool idle = true;
    std::chrono::milliseconds poll{60'000};
};

struct DropSettings {
    std::string name;
    std::filesystem::path path;
    std::string customer; // owner: files here are his
    std::chrono::milliseconds settle{2'000};
    std::chrono::milliseconds scan{30'000};
};

struct SmtpSettings {
    std::string host;
    std::uint16_t port = 587;
    std::string tls;
    std::string user;
    SecretReference password;
    std::string ca_file;
    std::string helo;
    std::string from_address;
    std::string from_name;
    std::string bounce_address; // envelope sender
    bool reply_tags = true;
};

struct HandOffConfig {
    HandOffRules rules;
    std::filesystem::path folder; // empty: not by this way
    HandOffFormat format = HandOffFormat::json;
    std::string idoc_sender;
    std::string idoc_receiver;
    std::string webhook;
    SecretReference webhook_secret;
    std::string webhook_ca_file;
    std::chrono::milliseconds webhook_timeout{10'000};
    std::filesystem::path warehouse;
    std::filesystem::path production;
    HandOffFormat notice_format = HandOffFormat::json;
    SecretReference feedback_token; // of POST /api/feedback; none: the address does not exist
};

// Papers of the house: who gets them, and where their files lie.
struct PapersConfig {
    PaperRules rules;
    std::filesystem::path warehouse_folder; // empty: none
    std::filesystem::path finance_folder;
};

// A report that goes out by mail when its period is over.
struct ScheduledReport {
    std::string name;
    std::string report;
    Grain every = Grain::day;
    std::chrono::milliseconds at{}; // on the company's clock, the day after the period
    std::vector<std::string> to;    // log-in names
    std::string form;               // table, csv, json
    std::string by;
};

struct Config {
    Seller seller;
    Letterhead letterhead; // of our papers
    std::string mail_domain;
    std::string language = "nl";
    std::string daemon_name;
    std::string public_url; // of the page, for customers; empty: they do not reach it

    std::string storage_url;
    std::filesystem::path templates;
    std::filesystem::path edi_out; // customers' answers: one folder per customer below it

    std::string web_address = "127.0.0.1";
    std::uint16_t web_port = 8080;
    std::chrono::milliseconds session_idle{28'800'000};

    std::chrono::milliseconds calendar{60'000}; // between two looks at what is due
    std::chrono::milliseconds hold{30'000};     // in which a decision can be taken back
    std::set<Role> second_factor_for;           // roles that may not work without one
    int api_calls_per_minute = 600;             // of one token
    std::chrono::days access_log{366};          // so long it is kept who looked at what; 0: not

    int readers = 2;
    std::chrono::milliseconds reader_timeout{30'000};
    int batch = 50;

    bool base_data_second_person = true;
    std::vector<std::string> base_data_feeds;
    int base_data_preview_days = 30;

    std::string log_level = "info";

    std::vector<MailboxSettings> mailboxes;
    std::vector<DropSettings> drops;
    std::vector<DropSettings> feedback;
    HandOffConfig hand_off;
    PapersConfig papers;
    SmtpSettings smtp;
    ComplaintRules complaints;
    std::vector<TableLayout> layouts;
    std::vector<ReadingProfile> partners;

    ArchiveSettings archive;
    std::chrono::milliseconds archive_at{}; // on the company's clock
    std::vector<ScheduledReport> reports;
};

// Every fault of the file, not only the first.
std::expected<Config, std::vector<ConfigFault>> read_config(const std::filesystem::path& file);

// The settings' reference, in the order in which they are read.
std::vector<SettingDescription> describe_settings();

// The secret's text without its last line end. Throws std::system_error when it cannot be read.
std::string read_secret(const SecretReference& reference);

} // namespace besteld
