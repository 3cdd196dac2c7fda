// SPDX-License-Identifier: Apache-2.0
#pragma once

// The addresses below /reports: which figures there are, and each as table, chart, CSV and PDF.

#include "desk/refusals.hpp"
#include "report/library.hpp"
#include "web/viewer.hpp"

#include <expected>
#include <filesystem>
#include <map>
#include <string>

namespace besteld {

// Whose figures they are.
struct ReportHouse {
    std::filesystem::path templates; // <language>/reports.txt below it
    std::string name;
    std::vector<Date> holidays;
};

// From `from` to `to`, the month's days unless told; two years at most.
std::expected<Period, DeskRefused> period_asked(const HttpRequest& request, const Viewer& viewer);

class ReportPages {
public:
    ReportPages(Store& store, ReportHouse house, const Pages& pages);

    static bool has(const std::string& path);
    // /reports, and /reports/NAME?from=&to=&by=&figure=&as= (csv, pdf)
    std::expected<HttpResponse, DeskRefused> get(const HttpRequest& request, const Viewer& viewer);

private:
    struct Asked;
    using Served = std::expected<HttpResponse, DeskRefused>;
    std::expected<Asked, DeskRefused> asked(const HttpRequest& request, const Viewer& viewer) const;
    HttpResponse list(const Viewer& viewer);
    Served file(const Asked& asked, const Report& report, const std::string& form,
                const Viewer& viewer);
    HttpResponse page(const Asked& asked, const Report& report, const Viewer& viewer);
    const ReportWords& words_for(const Viewer& viewer);

    Store& store_;
    ReportHouse house_;
    const Pages& pages_;
    std::map<std::string, ReportWords> words_; // by language, read when first needed
};

} // namespace besteld
