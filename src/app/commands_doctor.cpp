// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/config.hpp"
#include "app/doctor.hpp"
#include "app/open_world.hpp"
#include "app/read_foreign.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdio>

namespace besteld {

namespace {

// The profile by which the daemon would read it: named by the note on what it read.
const ReadingProfile* profile_used(const Reading& reading,
                                   const std::vector<ReadingProfile>& profiles) {
    for (const auto& draft : reading.documents)
        for (const auto& problem : draft.problems)
            for (const auto& profile : profiles)
                if (problem.code == "profile.used" && problem.text == used_text(profile))
                    return &profile;
    return nullptr;
}

int status_of(Readability verdict) {
    switch (verdict) {
    case Readability::readable:
        return 0;
    case Readability::readable_with_switch:
        return 1;
    case Readability::unreadable:
        return 2;
    }
    return 2;
}

} // namespace

int command_doctor(const std::string& file, const std::string& profile_name,
                   const std::optional<std::filesystem::path>& config_file) {
    std::vector<TableLayout> layouts;
    std::vector<ReadingProfile> profiles;
    if (config_file) {
        auto config = load_config(*config_file);
        if (!config) return exit_status::bad_config;
        layouts = std::move(config->layouts);
        profiles = std::move(config->partners);
    }
    const std::string bytes = bytes_of(file);
    SandboxedReader reader;
    const auto named = std::ranges::find(profiles, profile_name, &ReadingProfile::name);
    if (!profile_name.empty() && named == profiles.end()) {
        std::fprintf(stderr, "besteld: there is no [[partner]] called '%s'\n",
                     profile_name.c_str());
        return exit_status::not_found;
    }
    ReadingProfile now;
    if (!profile_name.empty())
        now = *named;
    else if (const auto* used =
                 profile_used(reader.read(file, bytes, layouts, {.profiles = profiles}), profiles))
        now = *used;
    // On trial it holds for whoever sent the file.
    now.senders.clear();
    now.channels.clear();
    const auto read = [&](const ReadingProfile& profile) {
        return reader.read(file, bytes, layouts, {.profiles = {profile}});
    };
    const Diagnosis diagnosis = diagnose(now, read);
    std::printf("%s", explain(file, bytes, diagnosis).c_str());
    return status_of(diagnosis.verdict);
}

} // namespace besteld
