// SPDX-License-Identifier: Apache-2.0
#pragma once

// Scheduled reports: who can be reached, which went out (by the first day they speak of), and their
// mails, which are about no order and are rendered when their row is made.

#include "store/store.hpp"

#include <functional>
#include <optional>
#include <string>

namespace besteld {

class ReportRows {
public:
    explicit ReportRows(Store& store);

    // Where reports and notices reach a colleague; empty: nowhere.
    std::string mail_of(const std::string& login);
    void set_mail(const std::string& login, const std::string& mail);

    // First day of the newest period sent.
    std::optional<Date> last(const std::string& name);
    // false: somebody sent it already. In the transaction that puts the mails into the outbox.
    bool claim(const std::string& name, Date first_day, Instant now);

    struct Mail {
        std::string recipient;
        std::string key; // idempotency
        std::string mail_domain;
    };
    // `compose` gets the Message-ID and gives the bytes.
    void add_mail(const Mail& mail, Instant now,
                  const std::function<std::string(const std::string&)>& compose);

private:
    Store& store_;
    Session& session_;
};

} // namespace besteld
