// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

// Store::load_terms without the list of known domains, inside the caller's transaction.
Terms read_terms(Session& session, const Seller& seller, const TermsQuery& query);

} // namespace besteld
