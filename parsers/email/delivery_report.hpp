// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parsers/email/message.hpp"

#include <optional>

namespace besteld::parsers::email {

// What a multipart/report about delivery says (RFC 3462, RFC 3464): the first recipient who failed,
// else the first. Nothing when the mail is none.
std::optional<DeliveryReport> read_delivery_report(const MailMessage& mail);

} // namespace besteld::parsers::email
