// SPDX-License-Identifier: Apache-2.0
#include "order/read_request.hpp"

#include "order/describe_draft.hpp"

namespace besteld {

BOOST_DESCRIBE_ENUM(Oddity, wrong_counts, wrong_references, wrong_totals, missing_trailer,
                    missing_envelope, text_outside, empty_segments, unknown_segments,
                    repeated_references, wrong_glns, isa_width, missing_elements, lower_case_tags,
                    line_ends_end_segments, element_form, unknown_codes, segment_places,
                    network_rules)
BOOST_DESCRIBE_ENUM(QuantityOfChange, total, difference)
BOOST_DESCRIBE_STRUCT(ReadingProfile, (),
                      (name, senders, channels, tolerate, refuse, versions, charset, separators,
                       decimal_mark, date_pattern, units, item_numbers, changed_quantity))
BOOST_DESCRIBE_STRUCT(Partners, (), (channel))
BOOST_DESCRIBE_STRUCT(ReadRequest, (), (hint, partners))

std::string to_json_text(const ReadRequest& request) {
    return json_text(to_json(request));
}

ReadRequest request_from_json(std::string_view text) {
    return from_json<ReadRequest>(parse_json(text));
}

std::string to_json_text(const std::vector<ReadingProfile>& profiles) {
    return json_text(to_json(profiles));
}

std::vector<ReadingProfile> profiles_from_json(std::string_view text) {
    return from_json<std::vector<ReadingProfile>>(parse_json(text));
}

} // namespace besteld
