// SPDX-License-Identifier: Apache-2.0
#include "flow/reader_request.hpp"

#include "base/zone.hpp"
#include "order/feedback.hpp"
#include "order/typed_order.hpp"

namespace besteld {

ReadRequest request_for(const FlowSettings& settings, std::vector<TableLayout> layouts,
                        const StoredMessage& message) {
    const Date received = Zone(settings.seller.zone).date_of(message.received_at);
    ReadHint hint{.file_name = message.file_name,
                  .content_type = {},
                  .received_date = to_iso(received),
                  .layouts = std::move(layouts)};
    if (settings.feedback_channels.contains(message.channel))
        hint.content_type = feedback_content_type;
    if (message.channel == typed_channel) hint.content_type = typed_content_type;
    return {.hint = std::move(hint),
            .partners = {.channel = message.channel, .profiles = settings.partners}};
}

} // namespace besteld
