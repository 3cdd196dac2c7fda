// SPDX-License-Identifier: Apache-2.0
#pragma once

// One signed HTTP call (docs/hand-off.md): bounded in time and size, never redirected, TLS
// verified. Blocks; needs no state between calls.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace besteld {

struct WebhookSettings {
    std::string url; // https://…, or http:// to this machine
    std::function<std::string()> read_secret;
    std::string ca_file; // empty: the system's
    std::chrono::milliseconds timeout{10'000};
};

struct WebhookCall {
    std::string key;  // Idempotency-Key
    std::string kind; // Besteld-Kind
    std::string content_type;
    std::string body;
    std::int64_t at = 0; // seconds since 1970: part of what is signed
};

struct WebhookOutcome {
    enum class Kind {
        taken, // 2xx
        retry, // 408, 425, 429, 5xx, and whatever the network did
        failed // any other answer: the same call would fail again
    };
    Kind kind = Kind::retry;
    long status = 0;
    std::string text;                    // of the answer or of the fault, for the log
    std::string number;                  // the receiver's own, when its answer gives one
    std::chrono::seconds retry_after{0}; // as the receiver asks
};

// "t=1772443500,v1=HEX": HMAC-SHA-256 over "t.body", so that an old call cannot be played again.
std::string webhook_signature(const std::string& secret, std::int64_t at, const std::string& body);

// Throws std::system_error when the secret cannot be read.
WebhookOutcome call_webhook(const WebhookSettings& settings, const WebhookCall& call);

} // namespace besteld
