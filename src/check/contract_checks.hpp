// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/inquiry.hpp"

namespace besteld {

// C10 framework exists and has enough open, in quantity and in value; C11 what one call-off may be.
void check_frameworks(const Inquiry& inquiry, Findings& findings);

} // namespace besteld
