// SPDX-License-Identifier: Apache-2.0
#include "base/json.hpp"

namespace besteld {

boost::json::value parse_json(std::string_view text) {
    boost::json::error_code fault;
    boost::json::parse_options options;
    options.max_depth = 64;
    auto value = boost::json::parse({text.data(), text.size()}, fault, {}, options);
    if (fault) throw JsonFault("not JSON: " + fault.message());
    return value;
}

std::string json_text(const boost::json::value& value) {
    return boost::json::serialize(value);
}

} // namespace besteld
