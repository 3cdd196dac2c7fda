// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/config.hpp"

#include "base/text.hpp"
#include "deliver/render_answer.hpp"
#include "report/paper_words.hpp"
#include "report/print_sheet.hpp"

#include <cstdio>
#include <system_error>

namespace besteld {

namespace {

void say(const std::string& line) {
    std::printf("%s\n", line.c_str());
}

// What can be seen only by trying: secrets that cannot be read, folders that are not there,
// templates that do not fit. None of it touches a server.
std::vector<std::string> look_around(const Config& config) {
    std::vector<std::string> faults;
    const auto readable = [&](const SecretReference& secret, const std::string& whose) {
        try {
            if (!secret.file.empty()) read_secret(secret);
        } catch (const std::system_error& fault) {
            faults.push_back(cat("the password of ", whose, ": ", fault.what()));
        }
    };
    for (const auto& mailbox : config.mailboxes)
        readable(mailbox.password, cat("mailbox '", mailbox.name, "'"));
    readable(config.smtp.password, "[smtp]");
    readable(config.hand_off.webhook_secret, "hand_off.webhook");
    readable(config.hand_off.feedback_token, "hand_off.feedback_token");
    const auto is_folder = [&](const DropSettings& folder, std::string_view what) {
        if (std::error_code ignored; !std::filesystem::is_directory(folder.path, ignored))
            faults.push_back(
                cat(what, " folder '", folder.name, "': ", folder.path.string(), " is no folder"));
    };
    for (const auto& drop : config.drops)
        is_folder(drop, "drop");
    for (const auto& feedback : config.feedback)
        is_folder(feedback, "feedback");
    if (std::error_code ignored;
        !config.edi_out.empty() && !std::filesystem::is_directory(config.edi_out, ignored))
        faults.push_back(cat("answers.edi_out: ", config.edi_out.string(), " is no folder"));
    for (const auto& fault : Renderer(config.templates).check())
        faults.push_back(cat("templates: ", fault));
    for (const auto& fault : PaperWords(config.templates).check())
        faults.push_back(cat("templates: ", fault));
    if (const auto fault = font_fault(); !fault.empty()) faults.push_back(cat("papers: ", fault));
    return faults;
}

} // namespace

int command_check_config(const std::filesystem::path& config_file) {
    const auto config = read_config(config_file);
    if (!config) {
        for (const auto& fault : config.error())
            say(to_text(fault));
        return exit_status::bad_config;
    }
    const auto faults = look_around(*config);
    for (const auto& fault : faults)
        say(cat(config_file.string(), ": ", fault));
    if (!faults.empty()) return exit_status::bad_config;
    say(cat(config_file.string(), ": ok, ", config->mailboxes.size(), " mailboxes, ",
            config->drops.size(), " drop folders"));
    return exit_status::done;
}

int command_settings() {
    say("| setting | type | default | meaning |\n| --- | --- | --- | --- |");
    for (const auto& s : describe_settings())
        say(cat("| `", s.path, "` | ", s.type, " | ",
                s.default_value.empty() ? std::string("must be set")
                                        : cat("`", s.default_value, "`"),
                " | ", s.sentence, " |"));
    return exit_status::done;
}

} // namespace besteld
