// SPDX-License-Identifier: Apache-2.0
#include "web/http.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

std::string HttpRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string{} : found->second;
}

bool HttpRequest::reads() const {
    return method == "GET" || method == "HEAD";
}

std::string HttpRequest::field(const std::string& name) const {
    const auto found = form.find(name);
    return found == form.end() ? std::string{} : found->second;
}

std::string HttpRequest::asked(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string{} : found->second;
}

HttpResponse HttpResponse::redirect(std::string to) {
    HttpResponse response{.status = 303};
    response.headers.emplace_back("Location", std::move(to));
    return response;
}

HttpResponse HttpResponse::plain(int status, std::string text) {
    return {.status = status, .content_type = "text/plain; charset=utf-8", .body = std::move(text)};
}

HttpResponse HttpResponse::page(std::string html, int status) {
    return {.status = status, .content_type = "text/html; charset=utf-8", .body = std::move(html)};
}

HttpResponse HttpResponse::file(std::string_view name, std::string bytes) {
    constexpr std::size_t longest_name = 120;
    std::string safe;
    for (const char c : name.substr(0, longest_name)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '.' || c == '-';
        safe += plain ? c : '_';
    }
    return {.status = 200,
            .content_type = "application/octet-stream",
            .body = std::move(bytes),
            .headers = {{"Content-Disposition", cat("attachment; filename=\"", safe,
                                                    "\"; filename*=UTF-8''", percent_encode(safe))},
                        {"X-Content-Type-Options", "nosniff"}}};
}

std::string percent_decode(std::string_view text, PlusMeans plus) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' && plus == PlusMeans::blank ? ' ' : text[i];
        }
    }
    return out;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4];
            out += digits[byte & 15];
        }
    }
    return out;
}

std::multimap<std::string, std::string> parse_form(std::string_view text) {
    std::multimap<std::string, std::string> fields;
    for (const auto piece : split(text, '&')) {
        if (piece.empty()) continue;
        const auto equals = piece.find('=');
        const auto value =
            equals == std::string_view::npos ? std::string_view{} : piece.substr(equals + 1);
        fields.emplace(percent_decode(piece.substr(0, equals), PlusMeans::blank),
                       percent_decode(value, PlusMeans::blank));
    }
    return fields;
}

std::map<std::string, std::string> parse_cookies(std::string_view header) {
    std::map<std::string, std::string> cookies;
    for (const auto piece : split(header, ';')) {
        const auto pair = trim(piece);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos)
            cookies.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return cookies;
}

std::string query_text(const HttpRequest& request) {
    std::string text;
    for (const auto& [name, value] : request.query)
        text += cat(text.empty() ? "" : "&", percent_encode(name), "=", percent_encode(value));
    return text;
}

} // namespace besteld
