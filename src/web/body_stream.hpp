// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/async/awaitable.hpp"

#include <string>

namespace besteld {

// A body that goes on: piece by piece, as it comes about.
class BodyStream {
public:
    virtual ~BodyStream() = default;
    // The next piece, within a quarter of a minute; empty: it is over. On the loop.
    virtual asio::awaitable<std::string> next() = 0;
};

} // namespace besteld
