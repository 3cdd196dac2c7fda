// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "web/http.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace besteld {

// The few files that pages refer to, read once. A name that is not in the list does not exist.
class StaticFiles {
public:
    // Throws std::runtime_error when one is missing.
    explicit StaticFiles(const std::filesystem::path& folder);
    // "/static/NAME?v=…": the address changes with the content, so browsers may keep it.
    std::string address(const std::string& name) const;
    HttpResponse answer(const std::string& name, const HttpRequest& request) const;

private:
    struct File {
        std::string type;
        std::string content;
        std::string tag; // ETag without its quotes
    };
    std::map<std::string, File> files_;
};

} // namespace besteld
