// SPDX-License-Identifier: Apache-2.0
#include "desk/refusals.hpp"
#include "web/api/bodies.hpp"
#include "web/api/calls.hpp"
#include "web/api/convert.hpp"
#include "web/api/teach_shapes.hpp"

namespace besteld::api {

namespace {

Taught said_of_taught(const TaughtHeading& taught) {
    return {.number = taught.id,
            .customer_no = taught.customer_no,
            .heading = taught.heading,
            .field = taught.field,
            .state = std::string(name_of(taught.state)),
            .made_by = taught.made_by,
            .made_at = taught.made_at,
            .used_by = maybe(taught.used_by),
            .ended_by = maybe(taught.ended_by),
            .looked_at = {},
            .otherwise = {},
            .documents = {}};
}

Served taught_now(House& house, const Call& call, std::int64_t number, int status = 200) {
    const auto seen = house.teach.open(number, call.viewer.user);
    if (!seen) return std::unexpected(seen.error());
    auto taught = said_of_taught(seen->taught);
    if (seen->trial) {
        taught.looked_at = seen->trial->looked_at;
        taught.otherwise = seen->trial->otherwise;
        for (const auto& row : seen->trial->rows)
            taught.documents.push_back({.case_no = row.case_no,
                                        .file = row.file,
                                        .lines_before = row.lines_before,
                                        .lines_after = row.lines_after,
                                        .values_before = row.values_before,
                                        .values_after = row.values_after,
                                        .samples = row.samples});
    }
    return Said{.body = to_json(taught), .status = status};
}

Served taught_after(House& house, const Call& call,
                    const std::expected<std::int64_t, DeskRefused>& number, int status = 200) {
    if (!number) return std::unexpected(number.error());
    return taught_now(house, call, *number, status);
}

Served one_taught(House& house, const Call& call) {
    return taught_now(house, call, call.number(0));
}

Served taught_of_customer(House& house, const Call& call) {
    AllTaught all;
    for (const auto& taught : house.teach.of(call.path.at(0)))
        all.taught.push_back(said_of_taught(taught));
    return Said{.body = to_json(all)};
}

Served items_of_case(House& house, const Call& call) {
    const auto found = house.store.find_case(call.number(0));
    if (!found) return refuse("not_found", "there is no such case");
    ItemsLearned all;
    for (const auto& item : house.teach.items(*found)) {
        ItemLearned one{.line = static_cast<int>(item.line),
                        .written = item.written,
                        .sku = item.sku,
                        .is_number = item.is_number,
                        .alike = item.alike,
                        .otherwise = {}};
        for (const auto& other : item.otherwise)
            one.otherwise.push_back(
                {.case_id = other.case_id, .case_no = other.case_no, .sku = other.sku});
        all.items.push_back(std::move(one));
    }
    return Said{.body = to_json(all)};
}

Served teach_heading(House& house, const Call& call, const HeadingBody& body) {
    const auto& viewer = call.viewer;
    return taught_after(
        house, call,
        house.teach.teach(call.number(0), body.heading, body.field, viewer.user, viewer.now), 201);
}

Served use_taught(House& house, const Call& call, const Nothing&) {
    const auto& viewer = call.viewer;
    return taught_after(house, call, house.teach.use(call.number(0), viewer.user, viewer.now));
}

Served end_taught(House& house, const Call& call, const Nothing&) {
    const auto& viewer = call.viewer;
    return taught_after(house, call, house.teach.end(call.number(0), viewer.user, viewer.now));
}

Served keep_number(House& house, const Call& call, const LineBody& body) {
    const auto& viewer = call.viewer;
    if (body.line < 0) return refuse("bad_value", "lines count from 0");
    const auto import =
        house.teach.keep_number(call.number(0), static_cast<std::uint32_t>(body.line), viewer.user,
                                viewer.zone.date_of(viewer.now), viewer.now);
    if (!import) return std::unexpected(import.error());
    return Said{.body = to_json(ImportMade{*import}), .status = 201};
}

} // namespace

Table teach_calls(House& house) {
    constexpr auto upkeep = Scope::upkeep;
    constexpr auto any = Match::any;
    return {
        get<AllTaught>("/customers/{no}/taught", "Columns of the customer's that were taught", {},
                       to(house, taught_of_customer)),
        get<Taught>("/taught/{number}", "One column, with what it would have changed", {},
                    to(house, one_taught)),
        get<ItemsLearned>("/cases/{id}/taught", "What the case's corrections teach of items", {},
                          to(house, items_of_case)),
        post<HeadingBody, Taught>("/cases/{id}/teach", upkeep, any,
                                  "A column of the customer's tables, to be tried",
                                  to(house, teach_heading)),
        post<Nothing, Taught>("/taught/{number}/use", upkeep, any,
                              "What was tried counts from now on", to(house, use_taught)),
        post<Nothing, Taught>("/taught/{number}/end", upkeep, any, "Takes it back",
                              to(house, end_taught)),
        post<LineBody, ImportMade>("/cases/{id}/keep-number", upkeep, any,
                                   "The customer's number of a corrected line, as base data",
                                   to(house, keep_number)),
    };
}

} // namespace besteld::api
