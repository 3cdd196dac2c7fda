// SPDX-License-Identifier: Apache-2.0
#include "store/session_of.hpp"

#include "store/session.hpp"
#include "store/store.hpp"

namespace besteld {

namespace {

// store.hpp is included by half the program and knows nothing of its newer parts. An explicit
// instantiation may name a private member ([temp.spec] 6); this is the only place that does.
template <auto member>
struct Reveal {
    friend std::unique_ptr<Session>& connection_of(Store& store) { return store.*member; }
};
std::unique_ptr<Session>& connection_of(Store& store);
template struct Reveal<&Store::session_>;

} // namespace

Session& session_of(Store& store) {
    return *connection_of(store);
}

} // namespace besteld
