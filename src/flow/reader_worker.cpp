// SPDX-License-Identifier: Apache-2.0
#include "flow/reader_worker.hpp"

#include "flow/frame.hpp"
#include "flow/sandbox.hpp"

#include "order/read_request.hpp"
#include "order/reading_json.hpp"
#include "parsers/read_partner.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <exception>
#include <string>

namespace besteld {

namespace {

constexpr auto for_ever = std::chrono::steady_clock::time_point::max();

std::string answer(const std::string& asked, Partners& partners, const std::string& bytes) {
    const ReadRequest request = request_from_json(asked);
    partners.channel = request.partners.channel;
    const Reading reading = parsers::read(bytes, request.hint, partners);
    return to_json_text(reading);
}

} // namespace

int run_reader_worker(int fd) {
    parsers::prepare();
    enter_sandbox({});
    Partners partners; // whose profiles stay from one message to the next
    std::string profiles;
    std::string hint;
    std::string bytes;
    for (;;) {
        if (const auto fault = read_frame(fd, profiles, for_ever))
            ::_exit(fault == FrameFault::closed ? EXIT_SUCCESS : EXIT_FAILURE);
        if (!profiles.empty()) partners.profiles = profiles_from_json(profiles);
        if (read_frame(fd, hint, for_ever)) ::_exit(EXIT_FAILURE);
        if (read_frame(fd, bytes, for_ever)) ::_exit(EXIT_FAILURE);
        // An exception here is a fault of ours or a lack of memory: the process ends, one item is
        // lost to its message's attempt count, and the pool starts another reader.
        if (write_frame(fd, answer(hint, partners, bytes), for_ever)) ::_exit(EXIT_FAILURE);
    }
}

} // namespace besteld
