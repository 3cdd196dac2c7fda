// SPDX-License-Identifier: Apache-2.0
#include "app/chores.hpp"

#include "app/scheduled_reports.hpp"

#include "base/log.hpp"
#include "base/zone.hpp"
#include "flow/watch_silence.hpp"
#include "store/access_log.hpp"
#include "store/api_tokens.hpp"

#include <algorithm>
#include <exception>

namespace besteld {

namespace {

constexpr int forgotten_at_once = 5'000; // each half minute: more than anybody looks
constexpr std::chrono::minutes silence_watch{5};
constexpr std::chrono::hours repeats_of_calls{24};

} // namespace

void Chores::archive_due(Instant now, const std::function<bool()>& stop) {
    if (config_.archive.folder.empty()) return;
    const auto wall = Zone(config_.seller.zone).local(now);
    if (archived_on_ == wall.date || wall.since_midnight < config_.archive_at) return;
    const auto kept = ArchiveKeeper(config_.archive, store_).archive_due(now, stop);
    if (stop()) return; // not all of it: again after the start
    archived_on_ = wall.date;
    const auto failed =
        std::ranges::count_if(kept, [](const Kept& one) { return !one.problem.empty(); });
    log::info("archive.done", {{"orders", static_cast<std::int64_t>(kept.size())},
                               {"failed", static_cast<std::int64_t>(failed)}});
}

void Chores::watch_due(Instant now) {
    if (watched_at_ && now - *watched_at_ < silence_watch) return;
    watched_at_ = now;
    watch_silence(store_, config_.seller, now);
}

int Chores::run_due(Instant now, const std::function<bool()>& stop) {
    int mails = 0;
    try { // the task's loop
        archive_due(now, stop);
        if (config_.access_log.count() > 0)
            AccessLog(store_).forget(now - config_.access_log, forgotten_at_once);
        ApiTokens(store_).forget_answers(now - repeats_of_calls, forgotten_at_once);
        watch_due(now);
        mails = send_due_reports(store_, config_, now);
    } catch (const std::exception& fault) {
        log::error("chores.failed", {{"reason", fault.what()}});
    }
    return mails;
}

} // namespace besteld
