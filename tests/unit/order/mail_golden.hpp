// SPDX-License-Identifier: Apache-2.0
#pragma once

// The mails as they were looked at: tests/golden/answers.

#include "deliver/render_answer.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>

namespace besteld::golden {

inline const std::filesystem::path source = BESTELD_SOURCE_DIR;
inline const Seller seller{.gln = "9520000000011"};

inline const Renderer& renderer() {
    static const Renderer one(source / "templates");
    return one;
}

inline std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void expect_golden(const std::string& name, const std::string& text) {
    const auto file = source / "tests/golden/answers" / name;
    if (std::getenv("BESTELD_UPDATE_GOLDEN")) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    EXPECT_EQ(read_all(file), text) << name << " (BESTELD_UPDATE_GOLDEN=1 rewrites it)";
}

} // namespace besteld::golden
