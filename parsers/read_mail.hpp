// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "order/read_request.hpp"
#include "parsers/read.hpp"

namespace besteld::parsers {

// A mail: its structured attachments, and its body as prose. A body that repeats an attachment is
// not a second order; one that contradicts it is a problem of that order.
Reading read_mail(std::string_view bytes, const ReadHint& hint, const Partners& partners = {});

} // namespace besteld::parsers
