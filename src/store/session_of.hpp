// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace besteld {

class Session;
class Store;

// The connection of a store, for the parts of the store that stand in headers of their own
// (figures.hpp, archives.hpp, report_rows.hpp) and share its transactions.
Session& session_of(Store& store);

} // namespace besteld
