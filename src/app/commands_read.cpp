// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/config.hpp"
#include "app/open_world.hpp"
#include "app/read_foreign.hpp"
#include "app/read_report.hpp"

#include <cstdio>

namespace besteld {

int command_read(const std::string& file, OutputForm form,
                 const std::optional<std::filesystem::path>& config_file) {
    std::vector<TableLayout> layouts;
    Partners partners;
    if (config_file) {
        auto config = load_config(*config_file);
        if (!config) return exit_status::bad_config;
        layouts = std::move(config->layouts);
        partners.profiles = std::move(config->partners);
    }
    const std::string bytes = bytes_of(file);
    const Reading reading = read_in_sandbox(file, bytes, layouts, partners);
    std::printf("%s\n", form == OutputForm::json ? read_report(file, bytes, reading).c_str()
                                                 : read_summary(file, reading).c_str());
    return has_errors(reading) ? exit_status::failed : exit_status::done;
}

} // namespace besteld
