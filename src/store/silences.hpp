// SPDX-License-Identifier: Apache-2.0
#pragma once

// Who is unusually silent (order/rhythm.hpp), until something comes.

#include "order/rhythm.hpp"
#include "store/store.hpp"

#include <span>
#include <string>
#include <vector>

namespace besteld {

struct SilenceRow {
    std::string customer_no;   // empty: the channel itself
    std::string customer_name; // of base data, by all(); empty when it has none
    std::string channel;
    Silence what;
    Instant noticed_at{};
    std::string known_by; // who said that it is known; empty: nobody yet
};

class Silences {
public:
    explicit Silences(Store& store);

    // These are silent now and nobody else. One that stood there already keeps when it was noticed
    // and who knows of it, as long as nothing came in between. The new ones.
    std::vector<SilenceRow> replace(std::span<const SilenceRow> now_silent);
    std::vector<SilenceRow> all(); // nobody knows of it first, then by when it was noticed
    // Somebody knows why. False: it is over already.
    bool mark_known(const std::string& customer_no, const std::string& channel,
                    const std::string& login);

private:
    Session& session_;
};

} // namespace besteld
