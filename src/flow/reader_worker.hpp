// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace besteld {

// The far end of the pipe: a process of the same binary that reads foreign bytes and nothing else.
// Takes requests on descriptor `fd` (a frame with the partner profiles as JSON, empty when they are
// as they were; a frame with a ReadRequest as JSON; a frame with the bytes) and answers each with
// one frame (a Reading as JSON) until the pipe closes. Enters the sandbox
// before the first request. Returns the process's exit status.
int run_reader_worker(int fd);

} // namespace besteld
