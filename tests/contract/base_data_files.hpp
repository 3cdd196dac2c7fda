// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engines.hpp"

#include <fstream>

namespace besteld::contract {

// A store whose base data come from files that the test writes.
class BaseDataContract : public StoreContract {
protected:
    std::string file(const std::string& name, const std::string& content) {
        const auto path = folder() / name;
        std::ofstream(path, std::ios::binary) << content;
        return path.string();
    }
    // Expects them to be without problems.
    void import(const std::vector<std::string>& paths) {
        for (const auto& problem : store_->import_files(paths, "anna", at(0)).problems)
            ADD_FAILURE() << problem.file << " row " << problem.row << " " << problem.column << ": "
                          << problem.text << " (" << problem.hint << ")";
    }
};

} // namespace besteld::contract
