// SPDX-License-Identifier: Apache-2.0
#include "web/static_files.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace besteld {

namespace {

constexpr std::pair<const char*, const char*> names_and_types[] = {
    {"besteld.css", "text/css; charset=utf-8"},
    {"besteld.js", "text/javascript; charset=utf-8"},
    {"typed.js", "text/javascript; charset=utf-8"},
    {"icon.svg", "image/svg+xml"}};

} // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
    for (const auto& [name, type] : names_and_types) {
        std::ifstream in(folder / name, std::ios::binary);
        if (!in) throw std::runtime_error(cat((folder / name).string(), ": cannot be read"));
        File file{.type = type, .content = {std::istreambuf_iterator<char>(in), {}}, .tag = {}};
        file.tag = sha256_hex(file.content).substr(0, 16);
        files_.emplace(name, std::move(file));
    }
}

std::string StaticFiles::address(const std::string& name) const {
    return cat("/static/", name, "?v=", files_.at(name).tag);
}

HttpResponse StaticFiles::answer(const std::string& name, const HttpRequest& request) const {
    const auto found = files_.find(name);
    if (found == files_.end()) return HttpResponse::plain(404, "there is no such file\n");
    const auto& file = found->second;
    const auto tag = cat("\"", file.tag, "\"");
    HttpResponse response{.status = 200, .content_type = file.type, .body = {}, .headers = {}};
    response.headers = {{"ETag", tag}, {"Cache-Control", "public, max-age=86400"}};
    if (request.header("if-none-match") == tag)
        response.status = 304;
    else
        response.body = file.content;
    return response;
}

} // namespace besteld
