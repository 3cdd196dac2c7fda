// SPDX-License-Identifier: Apache-2.0
#pragma once

// What clerks do about questions and complaints: the only way in for the page and the command line
// alike. All calls on the thread that owns the store.

#include "desk/desk.hpp"
#include "flow/service.hpp"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace besteld {

// Who acts, on which version of which complaint.
struct ServiceAction {
    std::string number; // KL-26-0042
    std::int64_t version = 0;
    User user;
    Instant now{};
};

// Everything one screen shows of a complaint.
struct ComplaintView {
    Complaint complaint;
    Case the_case;
    std::optional<Case> order;
    std::vector<EventRow> events;
    std::vector<OutboxRow> outbox;
};

class ServiceDesk {
public:
    ServiceDesk(Store& store, FlowSettings settings);

    std::vector<Complaint> complaints(const ComplaintFilter& filter);
    std::expected<ComplaintView, DeskRefused> open(const std::string& number);
    // The answer to a question as it would leave now, and why nobody sent it by itself.
    std::expected<PreparedAnswer, DeskRefused> prepared(std::int64_t case_id, Instant now);

    // Nothing when it was done. `numbers`: the orders meant, when the question does not say.
    std::optional<DeskRefused> answer(const DeskAction& action,
                                      const std::vector<std::string>& numbers);
    // The case is a complaint, whatever it was read as.
    std::optional<DeskRefused> register_complaint(const DeskAction& action);
    std::optional<DeskRefused> link(const ServiceAction& action, const std::string& order_number,
                                    const std::vector<std::uint32_t>& lines);
    std::optional<DeskRefused> assign(const ServiceAction& action, const std::string& owner);
    std::optional<DeskRefused> name_cause(const ServiceAction& action, const std::string& cause);
    // Lets the receipt go that was held back.
    std::optional<DeskRefused> confirm(const ServiceAction& action);
    // Something worth knowing; changes nothing else.
    std::optional<DeskRefused> note(const ServiceAction& action, const std::string& text);
    // A free-of-charge order as a draft for two persons; its case's number.
    std::expected<std::string, DeskRefused> replace(const ServiceAction& action);
    std::optional<DeskRefused> close(const ServiceAction& action, const std::string& outcome);

private:
    std::expected<Case, DeskRefused> load(const DeskAction& action);

    Store& store_;
    FlowSettings settings_;
};

} // namespace besteld
