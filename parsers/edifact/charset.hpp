// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers::edifact {

// The character set of one message: what UNB 0001 declares, unless its bytes prove to be UTF-8,
// which many senders write under UNOB and UNOC.
class Charset {
public:
    Charset() = default;
    // `message` are the bytes from UNH to UNT.
    Charset(std::string_view syntax_identifier, std::string_view message);
    std::string to_utf8(std::string_view bytes) const;
    // The declared set has no such characters, or we do not know the set; they were read as ISO
    // 8859-1.
    bool doubtful() const { return doubtful_; }

private:
    enum class Kind { utf8, latin1, other };
    Kind kind_ = Kind::utf8;
    const char* converter_ = nullptr; // ICU's name
    bool doubtful_ = false;
};

} // namespace besteld::parsers::edifact
