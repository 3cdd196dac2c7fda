// SPDX-License-Identifier: Apache-2.0
#pragma once

// Structs to JSON and back by reflection: list a struct's members once with BOOST_DESCRIBE_STRUCT
// (in the .cpp that converts it) and to_json/from_json follow. Reading is tolerant of time: an
// unknown member is skipped, an absent one keeps its default, so that what an older version stored
// can still be read. A member of the wrong kind throws JsonFault with its path.

#include "base/date.hpp"
#include "base/decimal.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace besteld {

struct JsonFault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

namespace json_detail {

namespace json = boost::json;
template <typename T>
concept Described = boost::describe::has_describe_members<T>::value;
template <typename T>
concept DescribedEnum = boost::describe::has_describe_enumerators<T>::value;

inline json::value out(const std::string& v) {
    return json::value(v);
}
inline json::value out(bool v) {
    return json::value(v);
}
template <std::integral T>
    requires(!std::same_as<T, bool>)
json::value out(T v) {
    return json::value(static_cast<std::int64_t>(v));
}
inline json::value out(Decimal v) {
    return json::value(v.to_string());
}
inline json::value out(Date v) {
    return json::value(to_iso(v));
}
inline json::value out(Instant v) {
    return json::value(to_iso(v));
}
template <DescribedEnum E>
json::value out(E v) {
    return json::value(boost::describe::enum_to_string(v, "?"));
}
template <Described T>
json::value out(const T& v);
template <typename T>
json::value out(const std::optional<T>& v);
template <typename T>
json::value out(const std::vector<T>& v);
template <typename T>
json::value out(const std::map<std::string, T>& v);

template <Described T>
json::value out(const T& v) {
    json::object object;
    boost::mp11::mp_for_each<boost::describe::describe_members<
        T, boost::describe::mod_public | boost::describe::mod_inherited>>([&](auto member) {
        const auto& field = v.*member.pointer;
        auto value = out(field);
        if (!value.is_null()) object.emplace(member.name, std::move(value));
    });
    return object;
}
template <typename T>
json::value out(const std::optional<T>& v) {
    return v ? out(*v) : json::value(nullptr);
}
template <typename T>
json::value out(const std::vector<T>& v) {
    json::array array;
    array.reserve(v.size());
    for (const auto& element : v)
        array.push_back(out(element));
    return array;
}
template <typename T>
json::value out(const std::map<std::string, T>& v) {
    json::object object;
    for (const auto& [key, element] : v)
        object.emplace(key, out(element));
    return object;
}

[[noreturn]] inline void wrong(const std::string& path, const char* wanted) {
    throw JsonFault(path + ": expected " + wanted);
}
inline std::string text(const json::value& v, const std::string& path) {
    if (!v.is_string()) wrong(path, "a text");
    return std::string(v.get_string());
}

inline void in(const json::value& v, std::string& to, const std::string& path) {
    to = text(v, path);
}
inline void in(const json::value& v, bool& to, const std::string& path) {
    if (!v.is_bool()) wrong(path, "true or false");
    to = v.get_bool();
}
template <std::integral T>
    requires(!std::same_as<T, bool>)
void in(const json::value& v, T& to, const std::string& path) {
    json::error_code fault;
    to = v.to_number<T>(fault);
    if (fault) wrong(path, "a whole number");
}
inline void in(const json::value& v, Decimal& to, const std::string& path) {
    const auto parsed = Decimal::parse(text(v, path));
    if (!parsed) wrong(path, "a decimal as text");
    to = *parsed;
}
inline void in(const json::value& v, Date& to, const std::string& path) {
    const auto parsed = parse_iso_date(text(v, path));
    if (!parsed) wrong(path, "a date YYYY-MM-DD");
    to = *parsed;
}
inline void in(const json::value& v, Instant& to, const std::string& path) {
    const auto parsed = parse_iso_instant(text(v, path));
    if (!parsed) wrong(path, "an instant");
    to = *parsed;
}
template <DescribedEnum E>
void in(const json::value& v, E& to, const std::string& path) {
    const std::string name = text(v, path);
    if (!boost::describe::enum_from_string(name.c_str(), to)) wrong(path, "one of the known words");
}
template <Described T>
void in(const json::value& v, T& to, const std::string& path);
template <typename T>
void in(const json::value& v, std::optional<T>& to, const std::string& path);
template <typename T>
void in(const json::value& v, std::vector<T>& to, const std::string& path);
template <typename T>
void in(const json::value& v, std::map<std::string, T>& to, const std::string& path);

template <Described T>
void in(const json::value& v, T& to, const std::string& path) {
    if (!v.is_object()) wrong(path, "an object");
    const auto& object = v.get_object();
    boost::mp11::mp_for_each<boost::describe::describe_members<
        T, boost::describe::mod_public | boost::describe::mod_inherited>>([&](auto member) {
        const auto* found = object.if_contains(member.name);
        if (found && !found->is_null()) in(*found, to.*member.pointer, path + "." + member.name);
    });
}
template <typename T>
void in(const json::value& v, std::optional<T>& to, const std::string& path) {
    if (v.is_null()) {
        to.reset();
        return;
    }
    in(v, to.emplace(), path);
}
template <typename T>
void in(const json::value& v, std::vector<T>& to, const std::string& path) {
    if (!v.is_array()) wrong(path, "a list");
    to.clear();
    for (const auto& element : v.get_array())
        in(element, to.emplace_back(), path + "[" + std::to_string(to.size() - 1) + "]");
}
template <typename T>
void in(const json::value& v, std::map<std::string, T>& to, const std::string& path) {
    if (!v.is_object()) wrong(path, "an object");
    to.clear();
    for (const auto& [key, element] : v.get_object())
        in(element, to[std::string(key)], path + "." + std::string(key));
}

} // namespace json_detail

template <typename T>
boost::json::value to_json(const T& value) {
    return json_detail::out(value);
}

// throws JsonFault naming the member that does not fit
template <typename T>
T from_json(const boost::json::value& value) {
    T result{};
    json_detail::in(value, result, "$");
    return result;
}

// throws JsonFault when the text is no JSON
boost::json::value parse_json(std::string_view text);
std::string json_text(const boost::json::value& value);

} // namespace besteld
