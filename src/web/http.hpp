// SPDX-License-Identifier: Apache-2.0
#pragma once

// Requests and answers as plain values, so that pages know nothing of the server beneath them.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld {

class BodyStream; // web/body_stream.hpp

struct HttpRequest {
    std::string method; // "GET", "POST"
    std::string path;   // decoded, without query: "/case/42"
    std::map<std::string, std::string> query;
    std::multimap<std::string, std::string> form; // of an application/x-www-form-urlencoded body
    std::map<std::string, std::string> headers;   // names in lower case, the first of each
    std::map<std::string, std::string> cookies;
    std::string peer;      // address of the other end
    std::string body = {}; // of anything that is no form

    bool reads() const; // GET or HEAD
    std::string header(const std::string& name) const;
    std::string field(const std::string& name) const; // first value of a form field, or empty
    std::string asked(const std::string& name) const; // what the address says of it, or empty
};

struct HttpResponse {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>>
        headers;                             // besides the security headers each answer gets
    std::shared_ptr<BodyStream> stream = {}; // instead of `body`

    static HttpResponse redirect(std::string to); // 303
    static HttpResponse plain(int status, std::string text);
    static HttpResponse page(std::string html, int status = 200);
    // To be saved and never to be shown by the browser: a stranger's bytes. Whatever else than
    // letters and digits stands in the name becomes "_".
    static HttpResponse file(std::string_view name, std::string bytes);
};

// "a=1&b=%20x+y" decoded; used for query and form. A piece without "=" is a name with an empty
// value.
std::multimap<std::string, std::string> parse_form(std::string_view text);
// "%41" and, in forms, "+"; an incomplete escape stays as it is.
enum class PlusMeans { plus, blank };
std::string percent_decode(std::string_view text, PlusMeans plus);
std::string percent_encode(std::string_view text);
// "a=1&b=%20x", as the address had it.
std::string query_text(const HttpRequest& request);
std::map<std::string, std::string> parse_cookies(std::string_view header);

} // namespace besteld
