// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/import_rows.hpp"
#include "store/session.hpp"

namespace besteld {

// What follows from a row that was imported: our number and a contact's address name the customer
// too, the queue's search finds the words of his name, and items are found by the words of theirs
// and by their former numbers.
void write_followers(Session& session, const FileSpec& spec, const BaseRow& row);

} // namespace besteld
