// SPDX-License-Identifier: Apache-2.0
#pragma once

// The subcommands of `besteld`. Each returns the process's exit status: 0 done, 1 failed, 2 wrong
// usage, 3 not found, 4 refused or changed meanwhile, 78 bad configuration. Data goes to standard
// output, talk to standard error.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

namespace exit_status {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int not_found = 3;
inline constexpr int refused = 4;
inline constexpr int bad_config = 78;
} // namespace exit_status

enum class OutputForm { text, json };

int command_run(const std::filesystem::path& config_file);
int command_check_config(const std::filesystem::path& config_file);
int command_settings(); // the reference, as Markdown

int command_read(const std::string& file, OutputForm form,
                 const std::optional<std::filesystem::path>& config_file);
// 0 readable, 1 readable with a switch of a profile, 2 not readable.
int command_doctor(const std::string& file, const std::string& profile_name,
                   const std::optional<std::filesystem::path>& config_file);
int command_explain(const std::filesystem::path& config_file, const std::string& file,
                    OutputForm form);
int command_explain_case(const std::filesystem::path& config_file, const std::string& number,
                         OutputForm form);
// What the orders since a day ("2026-03-02") would have come to with these base data files.
int command_whatif(const std::filesystem::path& config_file, const std::vector<std::string>& with,
                   const std::string& since, OutputForm form);

// `besteld import`: files to import, or what is to be done with an import that is there.
struct ImportCommand {
    std::vector<std::string> paths;
    std::string login; // empty: the system's name of the user
    bool preview = false;
    bool complete = false;
    std::string from; // ISO date
    bool list = false;
    std::int64_t show = 0; // numbers of imports; 0: not asked for
    std::int64_t undo = 0;
    std::int64_t approve = 0;
    std::int64_t refuse = 0;
    std::string reason;
};
int command_import(const std::filesystem::path& config_file, const ImportCommand& command);
int command_export(const std::filesystem::path& config_file, const std::string& folder,
                   const std::string& format, const std::string& table);
int command_migrate(const std::filesystem::path& config_file);
int command_audit(const std::filesystem::path& config_file);
// The password is read from standard input, one line.
struct UserCommand {
    std::string login;
    std::string name; // empty: the log-in name
    std::string role;
    std::string language;
    std::string mail; // where reports and notices reach him; empty: nowhere
};
int command_user_add(const std::filesystem::path& config_file, const UserCommand& command);
// For who lost his device and his recovery codes.
int command_user_no_second_factor(const std::filesystem::path& config_file,
                                  const std::string& login);

// `besteld paper`: prints the paper of an answer that was given once more, marked as a reprint.
struct PaperRequest {
    std::string number;   // case, order, buyer's order, delivery note or complaint number
    std::string kind;     // of paper_kind_named(); empty: the last confirmation, proposal, question
                          // or rejection, unless the number is a paper's own
    std::string language; // empty: the answer's
    std::string out;      // file; "-": standard output; empty: the paper's own name
};
int command_paper(const std::filesystem::path& config_file, const PaperRequest& request);

struct ResolveRequest {
    std::string number; // case, order or buyer's order number
    std::string login;
    std::string
        action; // release, approve, refuse, reject, ask, answered, set, or a resolution's name
    std::optional<std::size_t> finding;
    std::string field; // of set
    std::optional<std::uint32_t> line;
    std::string value;
    std::string reason;
};
int command_queue(const std::filesystem::path& config_file, const std::string& text,
                  OutputForm form);
int command_show(const std::filesystem::path& config_file, const std::string& number);
int command_resolve(const std::filesystem::path& config_file, const ResolveRequest& request);

// Accepted orders against the ERP system's receipts; failed when they differ.
struct ReconcileCommand {
    std::string since;            // ISO date; empty: of the last 30 days
    std::string format = "table"; // table, csv, json
    std::string resend;           // key of a failed hand-off that is to go again instead
};
int command_reconcile(const std::filesystem::path& config_file, const ReconcileCommand& command);

} // namespace besteld
