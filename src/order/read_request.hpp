// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader process is asked: the bytes' hint, and how the partners write who may have sent
// them.

#include "order/reading.hpp"
#include "order/reading_profile.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

struct Partners {
    std::string channel; // mailbox or folder that the message came by; empty: none
    std::vector<ReadingProfile> profiles;
    // The profile for this sender (Envelope::sender, may be empty) on our channel.
    const ReadingProfile& of(std::string_view sender) const {
        return profile_for(profiles, sender, channel);
    }
};

struct ReadRequest {
    ReadHint hint;
    Partners partners;
};

// For the workers' pipe; from JSON throws JsonFault. The profiles, which hardly ever change, go by
// themselves and not with each request.
std::string to_json_text(const ReadRequest& request);
ReadRequest request_from_json(std::string_view text);
std::string to_json_text(const std::vector<ReadingProfile>& profiles);
std::vector<ReadingProfile> profiles_from_json(std::string_view text);

} // namespace besteld
