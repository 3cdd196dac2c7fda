// SPDX-License-Identifier: Apache-2.0
#include "app/read_foreign.hpp"

#include "base/durable_file.hpp"
#include "flow/reader_process.hpp"

#include <filesystem>
#include <iostream>
#include <iterator>

namespace besteld {

namespace {

constexpr const char* this_binary = "/proc/self/exe";

// A reader that gave up is a reading with one problem, so that both commands say it in their own
// form.
Reading failed_reading(const ReaderFault& fault) {
    Reading reading{.format = "unknown"};
    reading.problems.push_back({.severity = Severity::error,
                                .code = std::string(reader_failed),
                                .text = fault.text,
                                .hint = "the file is kept as it is; please report it"});
    return reading;
}

} // namespace

std::string bytes_of(const std::string& file) {
    if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    return read_file(file);
}

SandboxedReader::SandboxedReader() : reader_(this_binary) {}

Reading SandboxedReader::read(const std::string& file, std::string_view bytes,
                              const std::vector<TableLayout>& layouts, const Partners& partners) {
    ReadHint hint{.file_name =
                      file == "-" ? std::string() : std::filesystem::path(file).filename().string(),
                  .layouts = layouts};
    auto reading = reader_.read(bytes, {.hint = std::move(hint), .partners = partners});
    return reading ? std::move(*reading) : failed_reading(reading.error());
}

Reading read_in_sandbox(const std::string& file, std::string_view bytes,
                        const std::vector<TableLayout>& layouts, const Partners& partners) {
    return SandboxedReader().read(file, bytes, layouts, partners);
}

} // namespace besteld
