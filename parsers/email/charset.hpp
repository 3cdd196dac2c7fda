// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace besteld::parsers::email {

// To be called once, before the first mail is read and before the worker gives up the right to open
// files: ICU then uses only the data it is linked with, and has the usual converters at hand.
void prepare_charsets();

struct Utf8Text {
    std::string text;  // always well-formed UTF-8 without NUL
    std::string used;  // the charset by which the bytes were read
    std::string doubt; // why the result may be wrong; empty when there is no doubt
};

// Bytes in the charset a mail names, as UTF-8. Names are taken as senders write them: ISO-8859-1
// and US-ASCII mean windows-1252, GB2312 and GBK mean GB18030. Without a usable name: UTF-8 when
// the bytes are that, else windows-1252 with a doubt.
Utf8Text to_utf8(std::string_view bytes, std::string_view declared);

} // namespace besteld::parsers::email
