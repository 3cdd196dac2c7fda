// SPDX-License-Identifier: Apache-2.0
#pragma once

// Authentication-Results (RFC 8601): what our own mail server found out about a mail's sender, and
// what of it may be believed. Anybody can write such a field; only those of a server of ours count.

#include "order/reading.hpp"
#include "order/terms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// "header.d=korenaar.example": where the value that was tested stood in the mail.
struct TestedProperty {
    std::string
        ptype; // smtp, header, body, policy; empty for what some servers add ("action=none")
    std::string name;
    std::string value;
    friend bool operator==(const TestedProperty&, const TestedProperty&) = default;
};

// "dkim=pass (…) header.d=korenaar.example"; method, result and names in lower case.
struct MethodResult {
    std::string method; // spf, dkim, dmarc, arc …
    int version = 1;
    std::string result; // pass, fail, none, temperror …
    std::string reason;
    std::vector<TestedProperty> properties;
    friend bool operator==(const MethodResult&, const MethodResult&) = default;
};

struct AuthenticationResults {
    std::string authserv_id;
    int version = 1;
    std::vector<MethodResult> methods; // empty: "none"
    friend bool operator==(const AuthenticationResults&, const AuthenticationResults&) = default;
};

// One unfolded field value. Nothing when it names no server or does not follow the grammar far
// enough to know which server wrote it and what each result is: then nothing of it is believed.
std::optional<AuthenticationResults> parse_authentication_results(std::string_view field);

enum class SenderProof {
    not_asked,       // no server of ours is configured: nothing can be known
    unauthenticated, // nothing of our server speaks for the sender
    failed,          // DMARC failed: the mail is not from where it says
    proven           // DMARC passed, aligned with the domain of From
};

struct SenderVerdict {
    SenderProof proof = SenderProof::not_asked;
    std::string words; // "dmarc=pass, dkim=pass (korenaar.example), spf=none", for the clerk
};

// The fields of our servers that stand above the first hop that is not ours; per method the topmost
// word counts. DKIM and SPF alone are shown and prove nothing (forwarding, mailing lists).
SenderVerdict judge_sender(const MailHead& mail, const Seller& seller);

} // namespace besteld
