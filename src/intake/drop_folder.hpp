// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/stop.hpp"
#include "intake/drop_files.hpp"

#include <memory>
#include <optional>

namespace besteld {

class BlockingPool;

// Takes in one folder for ever: complete files are handed to the store in batches and only then
// renamed to done/ or failed/. A crash in between makes a file be read again; the store drops the
// double by its source key.
class DropFolder {
public:
    // References outlive run(). `pool` reads and renames.
    DropFolder(DropFolderConfig config, InboundSink& sink, BlockingPool& pool, Stop& stop);
    // Returns after a stop was requested, at most one batch later.
    asio::awaitable<void> run();

private:
    class Watch; // inotify

    asio::awaitable<std::optional<std::string>> attend();
    asio::awaitable<void> serve();
    asio::awaitable<std::uint64_t> take_in(std::shared_ptr<DropFiles> files);
    void tell(ChannelState::Kind kind, std::string text);

    DropFolderConfig config_;
    InboundSink& sink_;
    BlockingPool& pool_;
    Stop& stop_;
    std::optional<ChannelState::Kind> told_;
};

} // namespace besteld
