// SPDX-License-Identifier: Apache-2.0
#include "desk/service_desk.hpp"

#include "desk/order_actions.hpp"
#include "desk/refusals.hpp"
#include "flow/complaints.hpp"
#include "flow/tell_again.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

ComplaintAction as_flow(const ServiceAction& action) {
    return {.number = action.number,
            .version = action.version,
            .role = action.user.role,
            .actor = action.user.login,
            .now = action.now};
}

} // namespace

ServiceDesk::ServiceDesk(Store& store, FlowSettings settings)
    : store_(store), settings_(std::move(settings)) {}

std::vector<Complaint> ServiceDesk::complaints(const ComplaintFilter& filter) {
    return store_.complaints(filter);
}

std::expected<ComplaintView, DeskRefused> ServiceDesk::open(const std::string& number) {
    auto complaint = store_.find_complaint(number);
    if (!complaint)
        return std::unexpected(refuse("not_found", cat("there is no complaint ", number)));
    auto the_case = store_.find_case(complaint->case_id);
    if (!the_case) return std::unexpected(refuse("not_found", "its case is gone"));
    ComplaintView view{.complaint = std::move(*complaint), .the_case = std::move(*the_case)};
    if (view.complaint.order_id != 0) view.order = store_.find_case(view.complaint.order_id);
    view.events = store_.events(view.the_case.id);
    view.outbox = store_.outbox_of_case(view.the_case.id);
    return view;
}

std::expected<PreparedAnswer, DeskRefused> ServiceDesk::prepared(std::int64_t case_id,
                                                                 Instant now) {
    const auto the_case = store_.find_case(case_id);
    if (!the_case) return std::unexpected(refuse("not_found", "there is no such case"));
    auto prepared = prepare_answer(store_, settings_, *the_case, now);
    if (!prepared) return std::unexpected(refuse(prepared.error().code, prepared.error().text));
    return std::move(*prepared);
}

std::expected<Case, DeskRefused> ServiceDesk::load(const DeskAction& action) {
    return load_to_act(store_, action);
}

std::optional<DeskRefused> ServiceDesk::answer(const DeskAction& action,
                                               const std::vector<std::string>& numbers) {
    auto the_case = load(action);
    if (!the_case) return the_case.error();
    return told(answer_question(store_, settings_, *the_case, numbers, action.user.role,
                                action.user.login, action.now));
}

std::optional<DeskRefused> ServiceDesk::register_complaint(const DeskAction& action) {
    const auto the_case = load(action);
    if (!the_case) return the_case.error();
    return told(besteld::register_complaint(store_, settings_, the_case->id, action.user.role,
                                            action.user.login, action.now));
}

std::optional<DeskRefused> ServiceDesk::link(const ServiceAction& action,
                                             const std::string& order_number,
                                             const std::vector<std::uint32_t>& lines) {
    return told(link_complaint(store_, settings_, as_flow(action), order_number, lines));
}

std::optional<DeskRefused> ServiceDesk::assign(const ServiceAction& action,
                                               const std::string& owner) {
    return told(assign_complaint(store_, settings_, as_flow(action), owner));
}

std::optional<DeskRefused> ServiceDesk::name_cause(const ServiceAction& action,
                                                   const std::string& cause) {
    const auto known = cause_by_name(cause);
    if (!known)
        return DeskRefused{"bad_value",
                           "a cause is transport, quality, quantity, price, order_entry, "
                           "late or unknown"};
    return told(besteld::name_cause(store_, as_flow(action), *known));
}

std::optional<DeskRefused> ServiceDesk::confirm(const ServiceAction& action) {
    return told(confirm_complaint(store_, settings_, as_flow(action)));
}

std::optional<DeskRefused> ServiceDesk::note(const ServiceAction& action, const std::string& text) {
    if (!may_act(action.user.role))
        return DeskRefused{"not_allowed", "this role may look but not decide"};
    const auto complaint = store_.find_complaint(action.number);
    const auto the_case = complaint ? store_.find_case(complaint->case_id) : std::nullopt;
    if (!the_case) return DeskRefused{"not_found", cat("there is no complaint ", action.number)};
    if (complaint->version != action.version)
        return DeskRefused{"changed_meanwhile",
                           "it was changed by somebody else; look at it again"};
    return told(
        add_note(store_, *the_case, text,
                 {.role = action.user.role, .actor = action.user.login, .now = action.now}));
}

std::expected<std::string, DeskRefused> ServiceDesk::replace(const ServiceAction& action) {
    auto drafted = draft_replacement(store_, settings_, as_flow(action));
    if (!drafted) return std::unexpected(refuse(drafted.error().code, drafted.error().text));
    return std::move(*drafted);
}

std::optional<DeskRefused> ServiceDesk::close(const ServiceAction& action,
                                              const std::string& outcome) {
    return told(close_complaint(store_, as_flow(action), outcome));
}

} // namespace besteld
