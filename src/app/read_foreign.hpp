// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "flow/reader_process.hpp"
#include "order/read_request.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// The whole of a file, or of standard input for "-". Throws std::runtime_error when it cannot be
// read.
std::string bytes_of(const std::string& file);
// Read by a reader process in its sandbox, as the daemon does. A reader that gives up yields a
// reading with one problem that says so.
Reading read_in_sandbox(const std::string& file, std::string_view bytes,
                        const std::vector<TableLayout>& layouts, const Partners& partners = {});
// The same by a reader that may be asked again: a trial of another profile costs no new process.
class SandboxedReader {
public:
    SandboxedReader();
    Reading read(const std::string& file, std::string_view bytes,
                 const std::vector<TableLayout>& layouts, const Partners& partners);

private:
    ReaderProcess reader_;
};

} // namespace besteld
