// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <sys/types.h>

namespace besteld {

// A Python script of tests/support as a child: ends when its standard input is closed, at the
// latest with this object.
class ChildServer {
public:
    ChildServer(const std::string& script, const std::vector<std::string>& arguments);
    ~ChildServer();
    ChildServer(const ChildServer&) = delete;
    ChildServer& operator=(const ChildServer&) = delete;

    // The next line it prints; empty when it ended.
    std::string line();
    // Lines up to the first that begins with `prefix`, that one's rest; empty when it ended first.
    std::string line_after(const std::string& prefix);
    int exit_code(); // waits for the end

private:
    pid_t pid_ = -1;
    int input_ = -1;
    int output_ = -1;
    std::string waiting_;
};

} // namespace besteld
