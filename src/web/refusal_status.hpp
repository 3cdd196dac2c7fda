// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace besteld {

// What a desk's refusal is in HTTP (RFC 9110).
int refusal_status(const std::string& code);

} // namespace besteld
