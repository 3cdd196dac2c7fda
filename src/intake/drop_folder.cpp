// SPDX-License-Identifier: Apache-2.0
#include "intake/drop_folder.hpp"

#include "base/async/blocking_pool.hpp"
#include "base/log.hpp"
#include "base/text.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>

#include <algorithm>
#include <array>

#include <cerrno>
#include <sys/inotify.h>

namespace besteld {

namespace {

// Between two scans, however fast files arrive: each scan looks at every name.
constexpr std::chrono::milliseconds shortest_pause{100};

} // namespace

// Tells that something happened, and which names were renamed in. Only a hint: a network file
// system tells nothing, an overflow forgets (reliability: a full scan follows in any case).
class DropFolder::Watch {
public:
    Watch(asio::any_io_executor executor, const std::filesystem::path& folder)
        : events_(executor, ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), timer_(executor) {
        constexpr std::uint32_t mask = IN_MOVED_TO | IN_CLOSE_WRITE | IN_CREATE | IN_ONLYDIR;
        if (::inotify_add_watch(events_.native_handle(), folder.c_str(), mask) < 0)
            throw std::system_error(errno, std::generic_category(), folder.string());
    }

    // Names renamed in since the last call.
    std::set<std::string> arrived() {
        std::set<std::string> names;
        alignas(inotify_event) std::array<char, std::size_t{16} * 1024> buffer;
        for (;;) {
            const ssize_t n = ::read(events_.native_handle(), buffer.data(), buffer.size());
            if (n <= 0) return names;
            for (std::size_t at = 0; at < static_cast<std::size_t>(n);) {
                const auto* event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
                if ((event->mask & IN_MOVED_TO) != 0 && event->len > 0) names.emplace(event->name);
                at += sizeof(inotify_event) + event->len;
            }
        }
    }

    asio::awaitable<void> wait(std::chrono::milliseconds longest, Stop* stop) {
        using namespace asio::experimental::awaitable_operators;
        if (stop->requested()) co_return;
        timer_.expires_after(longest);
        const Stop::Interrupts interrupts(stop, timer_);
        auto event = events_.async_wait(asio::posix::stream_descriptor::wait_read,
                                        asio::as_tuple(asio::use_awaitable));
        auto late = timer_.async_wait(asio::as_tuple(asio::use_awaitable));
        co_await (std::move(event) || std::move(late));
    }

private:
    asio::posix::stream_descriptor events_;
    asio::steady_timer timer_;
};

DropFolder::DropFolder(DropFolderConfig config, InboundSink& sink, BlockingPool& pool, Stop& stop)
    : config_(std::move(config)), sink_(sink), pool_(pool), stop_(stop) {}

asio::awaitable<void> DropFolder::run() {
    while (!stop_.requested()) {
        auto fault = co_await attend();
        if (!fault) continue;
        tell(ChannelState::Kind::alert, std::move(*fault));
        co_await stop_.sleep(config_.scan);
    }
}

// The door: a folder that is gone or full is an alert and tried again, whatever the library threw.
asio::awaitable<std::optional<std::string>> DropFolder::attend() {
    try {
        co_await serve();
    } catch (const boost::system::system_error& error) {
        if (error.code() == asio::error::operation_aborted) throw;
        co_return error.what();
    } catch (const std::exception& error) {
        co_return error.what();
    }
    co_return std::nullopt;
}

asio::awaitable<void> DropFolder::serve() {
    auto executor = co_await asio::this_coro::executor;
    auto open = [config = config_] { return std::make_shared<DropFiles>(config); };
    // Shared with the jobs on the pool, which may outlive this coroutine.
    auto files = co_await run_blocking(pool_, std::move(open));
    Watch watch(executor, config_.folder);
    while (!stop_.requested()) {
        auto scan = [files, arrived = watch.arrived()] {
            files->scan(arrived, DropFiles::Clock::now());
        };
        co_await run_blocking(pool_, std::move(scan));
        const auto present = files->present();
        const auto stored = co_await take_in(files);
        tell(ChannelState::Kind::working, "");
        sink_.note_ledger(config_.channel, {.exists = present, .listed = stored, .stored = stored});
        co_await stop_.sleep(shortest_pause);
        const auto pause =
            files->has_unsettled() ? std::max(config_.settle, shortest_pause) : config_.scan;
        co_await watch.wait(pause, &stop_);
    }
}

asio::awaitable<std::uint64_t> DropFolder::take_in(std::shared_ptr<DropFiles> files) {
    std::uint64_t stored = 0;
    while (!stop_.requested()) {
        auto take = [files] { return files->take_batch(DropFiles::Clock::now()); };
        auto batch = co_await run_blocking(pool_, std::move(take));
        if (batch.empty()) break;
        std::vector<InboundItem> items;
        for (const auto& file : batch)
            items.push_back(file.item);
        stored += items.size();
        co_await sink_.store(std::move(items));
        // Invariant: every file of the batch is durable. Only now it leaves the folder.
        auto put_away = [files, batch = std::move(batch)] { files->put_away(batch); };
        co_await run_blocking(pool_, std::move(put_away));
    }
    co_return stored;
}

void DropFolder::tell(ChannelState::Kind kind, std::string text) {
    if (told_ != kind && kind == ChannelState::Kind::alert)
        log::error("folder_trouble", {{"channel", config_.channel}, {"reason", text}});
    told_ = kind;
    sink_.note_state(config_.channel, {.kind = kind, .text = std::move(text)});
}

} // namespace besteld
