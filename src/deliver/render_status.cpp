// SPDX-License-Identifier: Apache-2.0
// OSTRPT and 870 of a status answer (domain.md 2.4, 6 D8), and their proof. A status report
// promises nothing: it repeats what was confirmed and what has left.
#include "deliver/render_status.hpp"

#include "base/text.hpp"
#include "deliver/edi_words.hpp"
#include "deliver/render_x12.hpp"
#include "parsers/edifact/codes.hpp"
#include "parsers/edifact/status_report.hpp"
#include "parsers/x12/codes.hpp"
#include "parsers/x12/status_report.hpp"

#include <algorithm>

namespace besteld {

namespace {

using parsers::OstrptLine;
using parsers::OstrptOrder;
using parsers::OstrptPart;
using parsers::X12StatusLine;
using parsers::X12StatusOrder;

std::optional<Date> order_date(const OrderStatus& status) {
    return status.order_date ? parse_iso_date(status.order_date->substr(0, 10)) : std::nullopt;
}

bool has_left(const StatusLine& line) {
    return line.delivered && !line.delivered->is_zero();
}
bool is_declined(const StatusLine& line) {
    return line.confirmed && line.confirmed->is_zero();
}

// ── EDIFACT ──────────────────────────────────────────────────────────────────────────────────────
// STS 9011 of the whole order; what is only being looked at has no code of its own.
std::string ostrpt_code(StatusPhase phase) {
    switch (phase) {
    case StatusPhase::delivered:
        return "21";
    case StatusPhase::confirmed:
    case StatusPhase::in_preparation:
    case StatusPhase::part_delivered:
        return "31E"; // despatch being prepared
    case StatusPhase::rejected:
    case StatusPhase::cancelled:
        return "25E";
    case StatusPhase::being_checked:
    case StatusPhase::waits_for_you:
        return "";
    }
    return "";
}

OstrptLine ostrpt_line(const StatusLine& line, std::size_t number) {
    OstrptLine to{.number = cat(number),
                  .gtin = line.gtin,
                  .seller_item = line.sku,
                  .buyer_item = line.buyer_item,
                  .order_line = line.buyer_line};
    if (is_declined(line)) to.parts.push_back({"25E", "21", line.ordered, {}});
    if (has_left(line)) to.parts.push_back({"21", "46", *line.delivered, {}});
    for (const auto& part : line.expected)
        to.parts.push_back({"31E", part.date ? "11" : "83", part.quantity, part.date});
    // Without a unit a quantity counts what the GTIN names (domain.md 0.7).
    if (to.gtin.empty() && !to.parts.empty()) to.unit = parsers::edifact::measure_unit(line.unit);
    return to;
}

std::vector<OstrptOrder> ostrpt_orders(const Answer& answer) {
    std::vector<OstrptOrder> orders;
    std::size_t number = 0;
    for (const auto& status : answer.statuses) {
        OstrptOrder order{.order_number = status.buyer_order_no,
                          .order_date = order_date(status),
                          .code = ostrpt_code(status.phase)};
        for (const auto& line : status.lines)
            order.lines.push_back(ostrpt_line(line, ++number));
        orders.push_back(std::move(order));
    }
    return orders;
}

// ── X12 ──────────────────────────────────────────────────────────────────────────────────────────
std::string isr_code(StatusPhase phase) {
    switch (phase) {
    case StatusPhase::delivered:
        return "CL"; // complete
    case StatusPhase::part_delivered:
        return "BP";
    case StatusPhase::rejected:
    case StatusPhase::cancelled:
        return "IC";
    case StatusPhase::being_checked:
    case StatusPhase::waits_for_you:
    case StatusPhase::confirmed:
    case StatusPhase::in_preparation:
        return "IN"; // in process
    }
    return "IN";
}

X12StatusLine x12_line(const StatusLine& line) {
    const std::string unit(parsers::x12::x12_unit(line.unit));
    X12StatusLine to{.line = line.buyer_line, .ordered = line.ordered, .unit = unit};
    if (!line.sku.empty()) to.items.emplace_back("VN", line.sku);
    if (!line.buyer_item.empty()) to.items.emplace_back("BP", line.buyer_item);
    const auto add = [&](std::string_view code, Decimal quantity, std::optional<Date> date) {
        to.parts.push_back({std::string(code), date, quantity, unit});
    };
    if (!line.confirmed) add("IN", line.ordered, std::nullopt);
    if (is_declined(line)) add("IC", line.ordered, std::nullopt);
    if (has_left(line)) add(line.expected.empty() ? "CL" : "BP", *line.delivered, std::nullopt);
    for (const auto& part : line.expected)
        add(part.date ? "EX" : "BO", part.quantity, part.date);
    return to;
}

std::vector<X12StatusOrder> x12_orders(const Answer& answer) {
    std::vector<X12StatusOrder> orders;
    for (const auto& status : answer.statuses) {
        X12StatusOrder order{.order_number = status.buyer_order_no,
                             .order_date = order_date(status),
                             .our_number = status.official_no,
                             .code = isr_code(status.phase)};
        for (const auto& line : status.lines)
            order.lines.push_back(x12_line(line));
        orders.push_back(std::move(order));
    }
    return orders;
}

} // namespace

std::string render_ostrpt(const Answer& answer, const Seller& seller, const EdiStamp& stamp,
                          parsers::EancomRelease release, parsers::EdifactDialect dialect,
                          const parsers::InterchangeHead& head) {
    return parsers::write_ostrpt({.release = release,
                                  .dialect = dialect,
                                  .head = head,
                                  .document_number = answer.case_no,
                                  .date = stamp.date,
                                  .enquiry = answer.answered.number,
                                  .buyer = answer.buyer_id,
                                  .supplier = seller.gln,
                                  .text = answer.clerk_text,
                                  .orders = ostrpt_orders(answer)});
}

Rendered render_x12_status(const Answer& answer, const Seller& seller, const EdiStamp& stamp) {
    const auto orders = x12_orders(answer);
    for (const auto& order : orders)
        for (const auto& line : order.lines)
            if (line.unit.empty())
                return std::unexpected(cat("line ", line.line, ": X12 has no unit for it"));
    return parsers::write_x12_status({.head = x12_head(answer, seller, stamp),
                                      .number = answer.case_no,
                                      .date = stamp.date,
                                      .supplier_name = seller.name,
                                      .buyer_name = answer.customer_name,
                                      .orders = orders});
}

Difference prove_ostrpt(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_ostrpt(bytes);
    if (!read) return "it reads as no OSTRPT";
    if (read->document_number != answer.case_no) return cat("it does not carry ", answer.case_no);
    if (read->enquiry != answer.answered.number)
        return cat("it does not refer to enquiry ", answer.answered.number);
    if (read->orders != ostrpt_orders(answer)) return "it does not say how the orders stand";
    return std::nullopt;
}

Difference prove_x12_status(std::string_view bytes, const Answer& answer) {
    const auto read = parsers::read_x12_status(bytes);
    if (!read) return "it reads as no 870";
    if (read->number != answer.case_no) return cat("it does not carry ", answer.case_no);
    if (read->orders != x12_orders(answer)) return "it does not say how the orders stand";
    return std::nullopt;
}

} // namespace besteld
