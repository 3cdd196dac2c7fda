// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which papers of the house go where, and how they are numbered: from configuration ([papers]).

#include "order/fulfilment.hpp"
#include "order/terms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// A department's ways to get its papers; none at all: they are not made.
struct PaperRoute {
    std::vector<std::string> mails; // addresses of colleagues
    bool folder = false;            // and as a file
    bool none() const { return mails.empty() && !folder; }
};

enum class SlipCount { by_day, by_year };

struct PaperRules {
    PaperRoute warehouse; // D6
    PaperRoute finance;   // D7
    // "nl", "en" …; "customer": as the customer is written to.
    std::string language = "nl";
    std::string slip_prefix = "XSCK";
    SlipCount slip_count = SlipCount::by_day;
    std::vector<std::string> slip_copies = {"stub", "finance", "customer", "signed_return"};
    std::string warehouse_name;
    std::vector<std::string> proof_mails; // who is asked for a signed note that is missing
    int proof_days = 3;                   // working days it is waited for; 0: nobody is asked
};

// The series that the next slip of this day belongs to, and the number in it: XSCK20260302-0001
// where each day counts from 1, XSCK-26-000001 where the year does.
std::string slip_series(const PaperRules& rules, Date day);
std::string slip_number(const PaperRules& rules, Date day, std::int64_t count);

inline constexpr int most_chases = 3;

// When the signed note of a delivery is to be asked for (the next time): 9 o'clock of the working
// day that many days after it arrived (or left), or after it was asked for last. Nothing: it is
// filed, or was asked for often enough.
struct Chased {
    int times = 0;
    std::optional<Instant> last;
};
std::optional<Instant> chase_at(const Delivery& delivery, const Chased& chased,
                                const PaperRules& rules, const Seller& seller);

} // namespace besteld
