// SPDX-License-Identifier: Apache-2.0
#include "mail_servers.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value_to.hpp>

#include <fstream>
#include <stdexcept>

#include <sys/stat.h>
#include <unistd.h>

namespace besteld {

namespace fs = std::filesystem;

MailServers::MailServers() : folder_(fs::temp_directory_path() / cat("bs-", random_hex(5))) {
    ChildServer start("servers.py", {"start", folder_.string()});
    const auto line = start.line();
    if (start.exit_code() != 0 || line.empty())
        throw std::runtime_error("servers.py does not start");
    const auto servers = boost::json::parse(line).as_object();
    mail_ = servers.at("mail_dir").as_string().c_str();
    ca_file_ = servers.at("ca_file").as_string();
    password_ = servers.at("password").as_string();
    imaps_port_ = boost::json::value_to<std::uint16_t>(servers.at("imaps"));
    if (servers.at("smtp").is_null())
        smtp_missing_ = servers.at("smtp_missing").as_string();
    else
        smtp_port_ = boost::json::value_to<std::uint16_t>(servers.at("smtp"));
}

MailServers::~MailServers() {
    ChildServer("servers.py", {"stop", folder_.string()}).exit_code();
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

MailboxConfig MailServers::mailbox(const std::string& user) const {
    MailboxConfig config{.channel = "orders"};
    config.server = {.host = "localhost",
                     .port = imaps_port_,
                     .security = MailSecurity::tls,
                     .ca_file = ca_file_,
                     .user = user,
                     .secret = password_};
    config.retry_first = std::chrono::seconds(1);
    return config;
}

SmtpServer MailServers::smtp() const {
    return {.host = "localhost",
            .port = smtp_port_,
            .tls = MailSecurity::starttls,
            .user = "orders@besteld.example",
            .password = password_,
            .ca_file = ca_file_,
            .helo = "besteld.example"};
}

void MailServers::seed(const std::string& user, int number, const std::string& message) const {
    struct stat owner{};
    ::stat(mail_.c_str(), &owner);
    const auto box = mail_ / user;
    for (const auto& folder : {box, box / "tmp", box / "new", box / "cur"})
        if (fs::create_directory(folder) &&
            ::chown(folder.c_str(), owner.st_uid, owner.st_gid) != 0)
            throw std::runtime_error("chown");
    const auto path = box / "new" / cat(1'700'000'000 + number, ".M", number, "P1.test");
    std::ofstream(path, std::ios::binary) << message;
    if (::chown(path.c_str(), owner.st_uid, owner.st_gid) != 0) throw std::runtime_error("chown");
}

void MailServers::unmark(const std::string& user) const {
    const auto folder = mail_ / user / "cur";
    std::vector<fs::path> flagged;
    for (const auto& entry : fs::directory_iterator(folder))
        flagged.push_back(entry.path());
    for (const auto& path : flagged) {
        const auto name = path.filename().string();
        fs::rename(path, folder / cat(name.substr(0, name.find(':')), ":2,"));
    }
}

} // namespace besteld
