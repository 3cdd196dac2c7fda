// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/history.hpp"
#include "store/session.hpp"

namespace besteld {

// What follows from a row that was imported: our number and a contact's address name the customer
// too, the queue's search finds the words of his name, and items are found by the words of theirs
// and by their former numbers. Identities are rows of base data themselves, with their history.
void write_followers(Session& session, VersionedRows& rows, const FileSpec& spec,
                     const Columns& row);
// The same for a row that is about to go.
void drop_followers(Session& session, VersionedRows& rows, const FileSpec& spec,
                    const Columns& row);
// Whether an identity follows from another row, so that no file needs to list it.
bool is_derived_identity(Session& session, const Columns& identity);

} // namespace besteld
