// SPDX-License-Identifier: Apache-2.0
#include "child_server.hpp"

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace besteld {

ChildServer::ChildServer(const std::string& script, const std::vector<std::string>& arguments) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    std::vector<std::string> words = {BESTELD_PYTHON,
                                      std::string(BESTELD_SOURCE_DIR) + "/tests/support/" + script};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in[0], 0);
    posix_spawn_file_actions_adddup2(&actions, out[1], 1);
    const int error = posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    output_ = out[0];
    if (error != 0) throw std::system_error(error, std::generic_category(), words[0]);
}

ChildServer::~ChildServer() {
    ::close(output_);
    exit_code();
}

int ChildServer::exit_code() {
    if (input_ >= 0) ::close(input_);
    input_ = -1;
    int status = 0;
    if (pid_ > 0) ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string ChildServer::line() {
    for (;;) {
        const auto end = waiting_.find('\n');
        if (end != std::string::npos) {
            auto text = waiting_.substr(0, end);
            waiting_.erase(0, end + 1);
            return text;
        }
        std::array<char, 4096> buffer;
        const ssize_t n = ::read(output_, buffer.data(), buffer.size());
        if (n <= 0) return {};
        waiting_.append(buffer.data(), static_cast<std::size_t>(n));
    }
}

std::string ChildServer::line_after(const std::string& prefix) {
    for (;;) {
        const auto text = line();
        if (text.empty()) return {};
        if (text.starts_with(prefix)) return text.substr(prefix.size());
    }
}

} // namespace besteld
