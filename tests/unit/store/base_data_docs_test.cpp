// SPDX-License-Identifier: Apache-2.0
#include "store/import_columns.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {

// A column that the page does not name does not exist; what is needed in every row is bold there.
TEST(BaseDataPage, namesEveryFileAndColumn) {
    const auto page = read_file(BESTELD_SOURCE_DIR "/docs/base-data.md");
    for (const auto& spec : file_specs()) {
        const auto heading = cat("\n## ", spec.name, "\n");
        const auto begin = page.find(heading);
        ASSERT_NE(begin, std::string::npos) << spec.name;
        const auto section = page.substr(begin, page.find("\n## ", begin + 1) - begin);
        for (const auto& column : spec.columns) {
            const bool required = column.need == Need::required;
            const auto name =
                required ? cat("**", column.heading, "**") : std::string(column.heading);
            EXPECT_NE(section.find(name), std::string::npos) << spec.name << ": " << name;
        }
    }
}

} // namespace besteld
