// SPDX-License-Identifier: Apache-2.0
#include "web/api/openapi.hpp"

#include "base/text.hpp"
#include "web/api/problem.hpp"

namespace besteld::api {

namespace {

constexpr std::string_view introduction =
    "Everything that the pages do, by the same rules. A token acts for a person: `Authorization: "
    "Bearer "
    "bst_…`. Whatever changes a case names the version that was looked at (`If-Match`, from "
    "`ETag`). A POST "
    "with an `Idempotency-Key` may be sent again for a day and is done once. Money and quantities "
    "are "
    "decimals as text, moments RFC 3339 in UTC, refusals RFC 9457.";

json::object content(const json::object& schema, std::string_view type) {
    return {{"content", json::object{{type, json::object{{"schema", schema}}}}}};
}

json::object header_parameter(std::string_view name, std::string_view meaning, bool required) {
    return {{"name", name},
            {"in", "header"},
            {"required", required},
            {"description", meaning},
            {"schema", json::object{{"type", "string"}}}};
}

json::object schema_of(Kind kind) {
    switch (kind) {
    case Kind::text:
        return {{"type", "string"}};
    case Kind::whole:
        return {{"type", "integer"}, {"minimum", 0}};
    case Kind::limit:
        return {{"type", "integer"},
                {"minimum", 1},
                {"maximum", most_listed},
                {"default", usually_listed}};
    case Kind::day:
        break;
    }
    return {{"type", "string"}, {"format", "date"}};
}

json::array parameters_of(const Route& route) {
    json::array all;
    for (const auto& name : path_parameters(route.path))
        all.push_back(json::object{{"name", name},
                                   {"in", "path"},
                                   {"required", true},
                                   {"schema", json::object{{"type", "string"}}}});
    for (const auto& one : route.query)
        all.push_back(json::object{{"name", one.name},
                                   {"in", "query"},
                                   {"description", one.meaning},
                                   {"schema", schema_of(one.kind)}});
    if (route.match == Match::if_match)
        all.push_back(
            header_parameter("If-Match", "the version that was looked at, as in ETag", true));
    if (route.method == "POST")
        all.push_back(header_parameter(
            "Idempotency-Key", "the same call again has the same key, and is done once", false));
    return all;
}

json::object answers_of(const Route& route, Shapes& shapes) {
    json::object good{{"description", "done"}};
    if (route.says)
        good.emplace("content", json::object{{"application/json",
                                              json::object{{"schema", route.says(shapes)}}}});
    else
        good.emplace("content", json::object{{"application/octet-stream", json::object{}}});
    return {{"2XX", std::move(good)},
            {"default", json::object{{"$ref", "#/components/responses/Problem"}}}};
}

json::object operation(const Route& route, Shapes& shapes) {
    auto id = to_lower_ascii(route.method);
    for (const char c : route.path)
        id += c == '/' || c == '-' || c == '{' || c == '}' ? '_' : c;
    json::object said{{"operationId", id},
                      {"summary", route.summary},
                      {"description", cat("Scope `", name_of(route.scope), "`.")},
                      {"parameters", parameters_of(route)},
                      {"responses", answers_of(route, shapes)}};
    if (route.hears) {
        auto body = content(route.hears(shapes), "application/json");
        body.emplace("required", true);
        said.emplace("requestBody", std::move(body));
    }
    return said;
}

} // namespace

std::vector<std::string> path_parameters(std::string_view path) {
    std::vector<std::string> names;
    for (auto open = path.find('{'); open != std::string_view::npos;
         open = path.find('{', open + 1))
        names.emplace_back(path.substr(open + 1, path.find('}', open) - open - 1));
    return names;
}

std::string describe(const Table& table) {
    Shapes shapes;
    json::object paths;
    for (const auto& route : table) {
        if (!paths.contains(route.path)) paths.emplace(route.path, json::object{});
        paths[route.path].as_object().emplace(to_lower_ascii(route.method),
                                              operation(route, shapes));
    }
    auto refusal = content(shapes.of<Problem>(), "application/problem+json");
    refusal.emplace("description", "refused, and why");
    const json::object scheme{{"type", "http"}, {"scheme", "bearer"}};
    const json::object all{
        {"openapi", "3.1.0"},
        {"info",
         json::object{{"title", "Besteld"}, {"version", "1"}, {"description", introduction}}},
        {"servers", json::array{json::object{{"url", root}}}},
        {"security", json::array{json::object{{"token", json::array{}}}}},
        {"paths", std::move(paths)},
        {"components", json::object{{"schemas", shapes.named()},
                                    {"responses", json::object{{"Problem", std::move(refusal)}}},
                                    {"securitySchemes", json::object{{"token", scheme}}}}}};
    return cat(json::serialize(all), "\n");
}

} // namespace besteld::api
