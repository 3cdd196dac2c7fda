// SPDX-License-Identifier: Apache-2.0
#include "web/order_pages.hpp"

#include "base/text.hpp"
#include "desk/sent_mail.hpp"
#include "web/order_page.hpp"
#include "web/orders_page.hpp"
#include "web/whole_number.hpp"

#include <algorithm>
#include <limits>

namespace besteld {

namespace {

constexpr std::string_view below_order = "/order/";

std::unexpected<DeskRefused> not_found() {
    return std::unexpected(DeskRefused{"not_found", ""});
}

// 0 when it is no number.
std::int64_t number_of(std::string_view text) {
    return whole<std::int64_t>(text).value_or(0);
}

} // namespace

OrderPages::OrderPages(Store& store, const FlowSettings& flow, const Pages& pages)
    : store_(store), desk_(store, flow), actions_(store, flow), service_(store, flow),
      pages_(pages) {}

bool OrderPages::has(const std::string& path) {
    return path == "/orders" || path.starts_with(below_order);
}

std::expected<HttpResponse, DeskRefused> OrderPages::get(const HttpRequest& request,
                                                         const Viewer& viewer) {
    if (request.path == "/orders")
        return HttpResponse::page(orders_page(pages_, viewer, desk_, request));
    const auto steps = split(std::string_view(request.path).substr(below_order.size()), '/');
    const auto id = number_of(steps[0]);
    if (steps.size() == 1) return order(id, viewer);
    const auto what = steps.size() > 2 ? number_of(steps[2]) : 0;
    if (steps.size() == 3 && steps[1] == "message") return message(id, what);
    if (steps.size() < 3 || steps[1] != "answer") return not_found();
    if (steps.size() == 3) return answer(id, what, viewer);
    if (steps.size() == 4 && steps[3] == "raw") return answer_file(id, what);
    if (steps.size() != 5 || steps[3] != "part") return not_found();
    const auto part = whole<std::uint32_t>(steps[4]);
    if (!part) return not_found();
    return answer_part(id, what, *part);
}

std::expected<std::string, DeskRefused> OrderPages::post(const HttpRequest& request,
                                                         const Viewer& viewer, Desk& desk) {
    const auto path = std::string_view(request.path);
    const auto steps = split(path.substr(std::min(path.size(), below_order.size())), '/');
    const auto id = number_of(steps[0]);
    if (!path.starts_with(below_order) || steps.size() != 2) return not_found();
    if (auto refused =
            act_on_order({desk, actions_, service_}, viewer, id, std::string(steps[1]), request))
        return std::unexpected(std::move(*refused));
    return order_address(id);
}

OrderPages::Served OrderPages::order(std::int64_t case_id, const Viewer& viewer) {
    const auto life = desk_.open(case_id);
    if (!life) return std::unexpected(life.error());
    return HttpResponse::page(order_page(pages_, viewer, *life));
}

OrderPages::Served OrderPages::message(std::int64_t case_id, std::int64_t message_id) {
    auto message = desk_.message(case_id, message_id);
    if (!message) return std::unexpected(std::move(message).error());
    return HttpResponse::file(
        cat(message_id, "-", message->file_name.empty() ? "message.eml" : message->file_name),
        std::move(message->bytes));
}

OrderPages::Served OrderPages::answer(std::int64_t case_id, std::int64_t answer_id,
                                      const Viewer& viewer) {
    const auto row = desk_.answer(case_id, answer_id);
    if (!row) return std::unexpected(row.error());
    const auto the_case = store_.find_case(case_id);
    if (!the_case) return not_found();
    return HttpResponse::page(answer_sent_page(pages_, viewer, *the_case, *row));
}

OrderPages::Served OrderPages::answer_file(std::int64_t case_id, std::int64_t answer_id) {
    auto row = desk_.answer(case_id, answer_id);
    if (!row) return std::unexpected(std::move(row).error());
    if (row->bytes.empty()) return not_found();
    return HttpResponse::file(
        cat("answer-", answer_id, row->channel == OutboxChannel::mail ? ".eml" : ".edi"),
        std::move(row->bytes));
}

OrderPages::Served OrderPages::answer_part(std::int64_t case_id, std::int64_t answer_id,
                                           std::uint32_t part) {
    const auto row = desk_.answer(case_id, answer_id);
    if (!row) return std::unexpected(row.error());
    auto bytes = part_bytes(row->bytes, part);
    if (row->channel != OutboxChannel::mail || !bytes) return not_found();
    const auto parts = take_apart(row->bytes).parts;
    const auto known = std::ranges::find(parts, part, &SentPart::index);
    if (known == parts.end()) return not_found();
    return HttpResponse::file(known->name.empty() ? cat("part-", part) : known->name,
                              std::move(*bytes));
}

} // namespace besteld
