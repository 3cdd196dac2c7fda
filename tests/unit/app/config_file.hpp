// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/config.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <unistd.h>

namespace besteld {

// A configuration of which each test writes the end.
class ConfigFile : public ::testing::Test {
protected:
    ConfigFile(std::string_view name, std::string beginning)
        : beginning_(std::move(beginning)), file_(std::filesystem::temp_directory_path() /
                                                  cat("besteld-", name, "-", ::getpid(), ".toml")) {
    }
    ~ConfigFile() override { std::filesystem::remove(file_); }

    std::expected<Config, std::vector<ConfigFault>> read(std::string_view rest) {
        std::ofstream(file_) << beginning_ << rest;
        return read_config(file_);
    }
    std::string faults(std::string_view rest) {
        const auto config = read(rest);
        std::string all;
        if (!config)
            for (const auto& fault : config.error())
                all += to_text(fault) + "\n";
        return all;
    }

private:
    std::string beginning_;
    std::filesystem::path file_;
};

} // namespace besteld
