// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the API says and hears, as described structs: one definition gives the JSON (base/json.hpp),
// its description in OpenAPI, and what of a body does not fit it. A member that may be absent is an
// std::optional; every other one is there.

#include "base/json.hpp"
#include "base/text.hpp"

#include <string>
#include <string_view>

namespace besteld::api {

namespace json = boost::json;

// JSON Schema (2020-12, as OpenAPI 3.1 has it) of what was asked for so far; described structs are
// named in `components/schemas` once.
class Shapes {
public:
    template <typename T>
    json::object of() {
        return schema(static_cast<const T*>(nullptr));
    }
    const json::object& named() const { return named_; }

private:
    static json::object type(std::string_view name) { return {{"type", name}}; }
    static json::object text(std::string_view format) {
        return {{"type", "string"}, {"format", format}};
    }
    json::object schema(const std::string*) { return type("string"); }
    json::object schema(const bool*) { return type("boolean"); }
    json::object schema(const Decimal*) { return text("decimal"); }
    json::object schema(const Date*) { return text("date"); }
    json::object schema(const Instant*) { return text("date-time"); }
    template <std::integral T>
    json::object schema(const T*) {
        return type("integer");
    }
    template <typename T>
    json::object schema(const std::optional<T>*) {
        return of<T>();
    }
    template <typename T>
    json::object schema(const std::vector<T>*) {
        return {{"type", "array"}, {"items", of<T>()}};
    }
    template <json_detail::Described T>
    json::object schema(const T*) {
        if (!named_.contains(T::shape)) {
            named_.emplace(T::shape, nullptr); // before its members, which may hold it
            named_[T::shape] = members<T>();
        }
        return {{"$ref", cat("#/components/schemas/", T::shape)}};
    }
    template <typename T>
    json::object members() {
        json::object properties;
        json::array required;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) {
                using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
                properties.emplace(member.name, of<Member>());
                if constexpr (!is_optional<Member>) required.emplace_back(member.name);
            });
        json::object all{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) all.emplace("required", std::move(required));
        return all;
    }
    template <typename T>
    static constexpr bool is_optional = false;
    template <typename T>
    static constexpr bool is_optional<std::optional<T>> = true;

    json::object named_;
};

// The first member of a body that its shape does not know, or that is missing: "lines[2].unit is
// not known". Empty when all fits; whether values have the right kind says from_json.
template <typename T>
std::string misfit(const json::value&, const T*, const std::string&) {
    return {};
}
template <typename T>
std::string misfit(const json::value& value, const std::optional<T>*, const std::string& path) {
    return value.is_null() ? std::string{} : misfit(value, static_cast<const T*>(nullptr), path);
}
template <typename T>
std::string misfit(const json::value& value, const std::vector<T>*, const std::string& path) {
    if (!value.is_array()) return {};
    std::size_t index = 0;
    for (const auto& element : value.get_array())
        if (auto fault =
                misfit(element, static_cast<const T*>(nullptr), cat(path, "[", index++, "]"));
            !fault.empty())
            return fault;
    return {};
}
template <json_detail::Described T>
std::string misfit(const json::value& value, const T*, const std::string& path) {
    if (!value.is_object()) return cat(path.empty() ? "the body" : path, " is no object");
    const auto& object = value.get_object();
    const auto below = [&](std::string_view name) {
        return path.empty() ? std::string(name) : cat(path, ".", name);
    };
    std::size_t known = 0;
    std::string fault;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            const auto* found = object.if_contains(member.name);
            if (found) ++known;
            if (!fault.empty()) return;
            constexpr bool may_be_absent = requires(Member m) { m.has_value(); };
            if (!found && !may_be_absent) fault = cat(below(member.name), " is missing");
            if (found)
                fault = misfit(*found, static_cast<const Member*>(nullptr), below(member.name));
        });
    if (!fault.empty() || known == object.size()) return fault;
    for (const auto& [name, ignored] : object) {
        bool is_known = false;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { is_known = is_known || name == member.name; });
        if (!is_known) return cat(below({name.data(), name.size()}), " is not known");
    }
    return {};
}

} // namespace besteld::api
