// SPDX-License-Identifier: Apache-2.0
#include "desk/refusals.hpp"
#include "web/api/calls.hpp"
#include "web/api/shapes.hpp"

namespace besteld::api {

Served case_now(House& house, std::int64_t case_id, int status) {
    const auto now = house.store.find_case(case_id);
    if (!now) return refuse("not_found", "there is no such case");
    const Done done{
        .id = now->id, .version = now->version, .state = std::string(name_of(now->state))};
    return Said{
        .body = to_json(done), .status = status, .version = now->version, .committed = true};
}

Served done(House& house, const Call& call, const std::optional<DeskRefused>& why) {
    if (why) return std::unexpected(*why);
    return case_now(house, call.number(0));
}

Served done(House& house, const Call& call, const std::expected<std::int64_t, DeskRefused>& how) {
    if (!how) return std::unexpected(how.error());
    return case_now(house, call.number(0));
}

} // namespace besteld::api
