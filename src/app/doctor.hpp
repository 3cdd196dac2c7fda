// SPDX-License-Identifier: Apache-2.0
#pragma once

// `besteld doctor`: why a file is not read, and the smallest profile switch that would read it.
// Found by reading the file again with each switch, then with each pair: nothing is concluded from
// the fault alone.

#include "order/reading.hpp"
#include "order/reading_profile.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// One change of a profile, as the configuration has it.
struct ProfileSwitch {
    std::string setting; // `tolerate = ["missing_trailer"]`
    std::string meaning;
    std::function<void(ReadingProfile&)> apply;
};

// Switches that accept the file together, and what is read then.
struct Remedy {
    std::vector<ProfileSwitch> switches;
    Reading reading;
};

enum class Readability { readable, readable_with_switch, unreadable };

struct Diagnosis {
    Readability verdict = Readability::unreadable;
    Reading reading; // as the file is read now
    // Of the smallest size that accepts the file. More than one: they read it differently, and only
    // the partner knows which is right.
    std::vector<Remedy> remedies;
};

// Reads the file by a profile; called some hundred times.
using ReadByProfile = std::function<Reading(const ReadingProfile&)>;

// `now` is the profile that the file is read by today.
Diagnosis diagnose(const ReadingProfile& now, const ReadByProfile& read);

// In plain words, for a terminal. `bytes` is the file.
std::string explain(const std::string& file, std::string_view bytes, const Diagnosis& diagnosis);

// Bytes with control characters and broken UTF-8 made visible: "␊", "\x1D".
std::string visible(std::string_view bytes);

} // namespace besteld
