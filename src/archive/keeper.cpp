// SPDX-License-Identifier: Apache-2.0
#include "archive/keeper.hpp"

#include "archive/package.hpp"
#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"

#include <algorithm>
#include <system_error>

namespace besteld {

namespace {

RetentionClass class_of(const Case& the_case, const std::vector<EventRow>& events) {
    if (!the_case.official_no.empty()) return RetentionClass::order;
    const bool dropped = std::ranges::any_of(
        events, [](const EventRow& event) { return event.step.event == "message.ignored"; });
    return dropped ? RetentionClass::dropped : RetentionClass::letter;
}

Step step_of(const Case& the_case, const Transition& transition, Role role,
             const std::string& actor, const std::string& reason) {
    return {.number = std::string(transition.number),
            .from = the_case.state,
            .to = transition.to,
            .event = std::string(transition.event),
            .role = role,
            .actor = actor,
            .reason = reason};
}

std::string stem_of(const Case& the_case, std::int64_t number) {
    const auto& name = the_case.official_no.empty() ? the_case.case_no : the_case.official_no;
    return number == 1 ? name : cat(name, "-", number);
}

} // namespace

Date ArchiveKeeper::day_of(Instant at) const {
    return Zone(settings_.zone).date_of(at);
}

std::vector<Kept> ArchiveKeeper::archive_due(Instant now, const std::function<bool()>& stop) {
    std::vector<Kept> kept;
    if (settings_.folder.empty()) return kept;
    constexpr int page = 100;
    std::int64_t last = 0;
    for (auto ids = archives_.over(last, page); !ids.empty(); ids = archives_.over(last, page))
        for (const auto id : ids) {
            last = id;
            if (stop()) return kept;
            const auto since = archives_.state_since(id);
            if (!since || *since + settings_.after > now) continue;
            auto the_case = store_.find_case(id);
            if (!the_case) continue;
            kept.push_back({the_case->case_no, archive(*the_case, now)});
            if (!kept.back().problem.empty())
                log::error("archive.failed",
                           {{"case", the_case->case_no}, {"reason", kept.back().problem}});
        }
    return kept;
}

// The package is on disk, synced, read back and whole before the order's state says so.
std::string ArchiveKeeper::archive(Case& the_case, Instant now) {
    const auto transition =
        next(the_case.state, OrderEvent::archived,
             {.role = Role::system, .has_official_number = !the_case.official_no.empty()});
    if (!transition) return transition.error().text;
    ArchivePackage package{.case_id = the_case.id, .archived_at = now};
    package.number = static_cast<std::int64_t>(archives_.packages(the_case.id).size()) + 1;
    const auto events = store_.events(the_case.id);
    package.retention_class = class_of(the_case, events);
    const auto ended = archives_.state_since(the_case.id).value_or(now);
    package.retain_until =
        retain_until(package.retention_class, settings_.retention, day_of(ended));
    if (auto problem = write_package(the_case, package, now); !problem.empty()) return problem;
    bool saved = true;
    store_.in_transaction([&] {
        const auto step = step_of(the_case, *transition, Role::system, "besteld",
                                  cat(package.file, ", sha256 ", package.sha256, ", kept until ",
                                      to_iso(package.retain_until)));
        the_case.state = transition->to;
        saved = store_.save_case(the_case);
        if (!saved) return;
        archives_.add_package(package);
        store_.add_events(the_case.id, the_case.message_id, {step}, now);
    });
    return saved ? "" : "somebody else changed it meanwhile; it is tried again";
}

std::string ArchiveKeeper::write_package(const Case& the_case, ArchivePackage& package,
                                         Instant now) const {
    const auto year = static_cast<int>(std::chrono::year_month_day{day_of(now)}.year());
    package.file = cat(year, "/", stem_of(the_case, package.number), ".zip");
    const auto path = settings_.folder / package.file;
    try { // the adapter of throwing calls: one order that cannot be written stops no other
        const auto bytes = write_zip(package_members(store_, the_case, now));
        package.sha256 = sha256_hex(bytes);
        package.size = static_cast<std::int64_t>(bytes.size());
        std::filesystem::create_directories(path.parent_path());
        write_durably(path, bytes);
        const auto back = read_file(path, std::size_t{1} << 31U);
        if (sha256_hex(back) != package.sha256) return cat(path.string(), ": read back otherwise");
        return package_problem(back);
    } catch (const std::system_error& fault) {
        return fault.what();
    }
}

std::string ArchiveKeeper::verify(std::int64_t case_id) {
    for (const auto& package : archives_.packages(case_id)) {
        if (package.erased) continue;
        const auto path = settings_.folder / package.file;
        try { // the adapter of a throwing call
            const auto bytes = read_file(path, std::size_t{1} << 31U);
            if (sha256_hex(bytes) != package.sha256)
                return cat(path.string(), ": it is not the file that was written");
            if (auto problem = package_problem(bytes); !problem.empty())
                return cat(path.string(), ": ", problem);
        } catch (const std::system_error& fault) {
            return fault.what();
        }
    }
    return {};
}

std::expected<std::string, std::string> ArchiveKeeper::reopen(const Case& the_case,
                                                              const ArchiveAction& action) {
    const auto transition =
        next(the_case.state, OrderEvent::reopened,
             {.role = action.role, .has_official_number = !the_case.official_no.empty()});
    if (!transition) return std::unexpected(transition.error().text);
    const auto asked = archives_.asked_reopening(the_case.id);
    if (!asked) {
        archives_.ask_reopening(the_case, action);
        return cat(the_case.case_no, " waits for another person: a lead and an auditor open it");
    }
    const auto first = store_.user(asked->asked_by);
    if (asked->asked_by == action.login)
        return std::unexpected("who asked for it does not agree to it as well");
    if (first && first->role == action.role)
        return std::unexpected("one of the two is a lead, the other an auditor");
    auto reopened = the_case;
    bool saved = false;
    store_.in_transaction([&] {
        const auto step = step_of(the_case, *transition, action.role, action.login,
                                  cat(asked->because, " (asked by ", asked->asked_by, ")"));
        reopened.state = transition->to;
        saved = store_.save_case(reopened);
        if (!saved) return;
        archives_.agree_reopening(the_case.id, action);
        store_.add_events(the_case.id, the_case.message_id, {step}, action.now);
    });
    if (!saved) return std::unexpected("somebody else changed it meanwhile");
    return cat(the_case.case_no, " is open again");
}

std::string ArchiveKeeper::erase(const Case& the_case, const ArchiveAction& action) {
    if (archives_.is_held(the_case.id)) return "a legal hold keeps it";
    const auto packages = archives_.packages(the_case.id);
    if (packages.empty() || the_case.state != OrderState::archived) return "it is not archived";
    const auto today = day_of(action.now);
    for (const auto& package : packages)
        if (package.retain_until >= today)
            return cat("it must be kept until ", to_iso(package.retain_until));
    if (!packages.front().erased) archives_.erase(the_case, action, today);
    // After the commit: who dies in between erases again and finds only the files left.
    for (const auto& package : packages) {
        std::error_code gone;
        std::filesystem::remove(settings_.folder / package.file, gone);
        if (gone) return cat((settings_.folder / package.file).string(), ": ", gone.message());
    }
    return {};
}

std::vector<std::int64_t> ArchiveKeeper::expired(Instant now, int limit) {
    return archives_.expired(day_of(now), limit);
}

} // namespace besteld
