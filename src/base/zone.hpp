// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/date.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace besteld {

// A clock on a wall: the date and the minutes since midnight that people in a zone read.
struct LocalTime {
    Date date;
    std::chrono::milliseconds since_midnight;
    friend bool operator==(const LocalTime&, const LocalTime&) = default;
};

// A time zone by its IANA name, with the rules of each day (ICU). Cheap to copy.
class Zone {
public:
    // throws std::invalid_argument for a name ICU does not know
    explicit Zone(std::string_view iana_name);
    const std::string& name() const { return name_; }
    LocalTime local(Instant instant) const;
    Date date_of(Instant instant) const { return local(instant).date; }
    // The instant at which that wall clock reads so; in the hour that occurs twice the first one,
    // in the hour that is skipped the moment after the jump.
    Instant instant(Date date, std::chrono::milliseconds since_midnight) const;

private:
    struct Rules;
    std::string name_;
    std::shared_ptr<const Rules> rules_; // shared: ICU's zone is immutable and costly to make
};

} // namespace besteld
