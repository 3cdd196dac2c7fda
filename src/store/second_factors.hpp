// SPDX-License-Identifier: Apache-2.0
#pragma once

// What people log in with besides their password: a shared secret for one-time passwords (RFC 6238)
// and codes that work once when the device is lost. Of those only hashes are kept.

#include "store/store.hpp"

#include <optional>
#include <span>
#include <string>

namespace besteld {

struct SecondFactor {
    std::string secret;         // base32
    std::int64_t last_step = 0; // of the last code that was taken
    Instant since{};
};

class SecondFactors {
public:
    explicit SecondFactors(Store& store);

    std::optional<SecondFactor> find(const std::string& login);
    // Replaces what he had.
    void save(const std::string& login, const SecondFactor& factor,
              std::span<const std::string> recovery_hashes);
    // False: there was none.
    bool remove(const std::string& login);
    // A code is taken once, by whichever request comes first: false for this step or an older one.
    bool use_step(const std::string& login, std::int64_t step);
    bool use_recovery(const std::string& login, const std::string& code_hash);
    std::int64_t recovery_left(const std::string& login);

private:
    Session& session_;
};

} // namespace besteld
