// SPDX-License-Identifier: Apache-2.0
#include "web/refusal_status.hpp"

namespace besteld {

int refusal_status(const std::string& code) {
    if (code == "not_found") return 404;
    if (code == "changed_meanwhile" || code == "claimed" || code == "wrong_state" ||
        code == "not_left_yet" || code == "has_left" || code == "nothing_told" || code == "held" ||
        code == "nothing_held" || code == "means_another")
        return 409;
    if (code == "not_allowed" || code == "lead_only" || code == "same_person") return 403;
    return 422;
}

} // namespace besteld
