// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "child_server.hpp"
#include "deliver/smtp_session.hpp"
#include "intake/imap_mailbox.hpp"

#include <filesystem>

namespace besteld {

// Dovecot and, for root, Postfix on loopback, as tests/support/servers.py starts them; ended with
// this object.
class MailServers {
public:
    MailServers();
    ~MailServers();
    MailServers(const MailServers&) = delete;
    MailServers& operator=(const MailServers&) = delete;

    MailboxConfig mailbox(const std::string& user) const;
    SmtpServer smtp() const; // STARTTLS and login
    bool has_smtp() const { return smtp_port_ != 0; }
    const std::string& smtp_missing() const { return smtp_missing_; }
    // A message put into the user's Maildir, as another program would.
    void seed(const std::string& user, int number, const std::string& message) const;
    // Takes every flag off the user's messages, as another mail program may.
    void unmark(const std::string& user) const;

private:
    std::filesystem::path folder_;
    std::filesystem::path mail_;
    std::string ca_file_;
    std::string password_;
    std::string smtp_missing_;
    std::uint16_t imaps_port_ = 0;
    std::uint16_t smtp_port_ = 0;
};

} // namespace besteld
