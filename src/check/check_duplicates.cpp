// SPDX-License-Identifier: Apache-2.0
// C02 copies (domain.md 5.4 K5), C03 same order number (K3), C04 same content (K4).

#include "base/text.hpp"
#include "check/families.hpp"
#include "check/own_limits.hpp"
#include "order/compare_orders.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr auto forgotten_after = std::chrono::days(400); // K3 (d)

std::string without_zeros(std::string_view key) {
    return std::string(key.substr(std::min(key.find_first_not_of('0'), key.size())));
}

// An order that came to nothing does not stand in the way of a new one.
bool came_to_nothing(const EarlierOrder& earlier) {
    constexpr std::array<std::string_view, 5> states{"cancelled", "rejected", "superseded",
                                                     "duplicate", "expired"};
    return std::ranges::find(states, earlier.state) != states.end();
}

std::string order_words(const EarlierOrder& earlier) {
    return cat(order_name(earlier), earlier.official_no.empty() ? " in review" : "", " of ",
               to_iso(std::chrono::floor<std::chrono::days>(earlier.received_at)), ", ",
               earlier.state);
}

bool is_announced_change(const Inquiry& inquiry) {
    if (inquiry.order.function == MessageFunction::replace || !inquiry.order.buyer_version.empty())
        return true;
    if (inquiry.origins.mail == nullptr) return false;
    constexpr std::array<std::string_view, 8> words{"gewijzigd", "wijziging", "revised", "revision",
                                                    "geändert",  "änderung",  "更正",    "变更"};
    const std::string subject = fold_case(to_valid_utf8(inquiry.origins.mail->subject));
    return std::ranges::any_of(
        words, [&](std::string_view word) { return subject.find(word) != std::string::npos; });
}

Finding same_number(const Inquiry& inquiry, const EarlierOrder& earlier) {
    const Order& order = inquiry.order;
    Finding finding = new_finding(inquiry, Check::same_order_number_again, header,
                                  order.buyer_order_no, order_words(earlier));
    finding.clause.clear();
    const bool same = is_same_content(earlier, order);
    const std::string differences = to_text(compare_lines(earlier, order));
    finding.difference = same                  ? "same content"
                         : differences.empty() ? "different content"
                                               : cat("different content: ", differences);
    finding.passes_if = "the order number is new for this customer";
    finding.trace = cat("K3: customer ", order.customer_no, ", number ", order.buyer_order_key);
    quote(finding, order.buyer_order_place, order.buyer_order_no);
    if (came_to_nothing(earlier) || inquiry.now - earlier.received_at > forgotten_after) {
        finding.trace += ", the earlier order is over: taken as new";
        return as_info(std::move(finding));
    }
    // The flow finds the earlier order by this value: answer again, or make it a change.
    const std::string id = std::to_string(earlier.order_id);
    if (same) {
        set_consequence(finding, Resolution::merge,
                        "no second order; the customer gets the first answer again");
    } else if (is_announced_change(inquiry)) {
        finding.trace += ", announced as a change";
    }
    suggest(finding, Resolution::merge, id);
    set_consequence(finding, Resolution::dismiss,
                    "it is another order with the same number and goes on as new");
    return finding;
}

void check_number(const Inquiry& inquiry, Findings& findings) {
    const std::string key = without_zeros(inquiry.order.buyer_order_key);
    if (inquiry.order.buyer_order_key.empty()) return;
    for (const EarlierOrder& earlier : inquiry.terms.earlier) {
        if (without_zeros(earlier.buyer_order_key) == key)
            findings.push_back(same_number(inquiry, earlier));
    }
}

void check_content(const Inquiry& inquiry, Findings& findings) {
    const Order& order = inquiry.order;
    if (order.lines.empty() || order.customer_no.empty()) return;
    const std::string key = without_zeros(order.buyer_order_key);
    const std::chrono::days window = same_content_window(inquiry.terms);
    for (const EarlierOrder& earlier : inquiry.terms.earlier) {
        const bool same_no = !key.empty() && without_zeros(earlier.buyer_order_key) == key;
        if (same_no || earlier.content_key != order.content_key || came_to_nothing(earlier))
            continue;
        if (std::chrono::abs(inquiry.origins.received_at - earlier.received_at) > window) continue;
        Finding finding =
            new_finding(inquiry, Check::same_content_again, header,
                        order.buyer_order_no.empty() ? "no number" : order.buyer_order_no,
                        order_words(earlier));
        finding.clause.clear();
        const std::string differences = to_text(compare_lines(earlier, order));
        finding.difference = differences.empty()
                                 ? std::string("same items, quantities, address and date")
                                 : cat("same items, quantities and week; ", differences);
        finding.passes_if =
            cat("an order differs from those of the last ", window.count(), " days");
        finding.trace = cat("K4: content ", order.content_key.substr(0, 12));
        finding.suggested_value = std::to_string(earlier.order_id);
        quote(finding, order.buyer_order_place, order.buyer_order_no);
        findings.push_back(std::move(finding));
    }
}

// A word of its own, not part of "photocopy paper"; Chinese writes without blanks.
bool says_copy(std::string_view subject) {
    constexpr std::array<std::string_view, 6> words{"kopie",     "copy",     "copie",
                                                    "duplicaat", "duplikat", "duplicata"};
    for (const std::string_view untrimmed : split(subject, ' ')) {
        std::string_view word = trim(untrimmed);
        while (!word.empty() && std::string_view(":,.()[]").contains(word.back()))
            word.remove_suffix(1);
        while (!word.empty() && std::string_view("([").contains(word.front()))
            word.remove_prefix(1);
        if (std::ranges::find(words, word) != words.end()) return true;
    }
    return subject.find("副本") != std::string_view::npos;
}

void check_copy(const Inquiry& inquiry, Findings& findings) {
    const MessageFunction function = inquiry.order.function;
    const bool marked = function == MessageFunction::copy || function == MessageFunction::duplicate;
    const std::string subject = inquiry.origins.mail != nullptr
                                    ? fold_case(to_valid_utf8(inquiry.origins.mail->subject))
                                    : std::string{};
    const bool in_subject = says_copy(subject);
    if (!marked && !in_subject) return;
    Finding finding =
        new_finding(inquiry, Check::same_message_again, header,
                    marked ? "marked as a copy" : inquiry.origins.mail->subject, "an original");
    finding.clause.clear();
    finding.trace = "K5";
    finding.passes_if = "the document is an original";
    if (marked) {
        quote(finding, inquiry.draft.function->place, inquiry.order.buyer_order_no);
        suggest(finding, Resolution::reject, "");
        set_consequence(finding, Resolution::dismiss,
                        "it is taken as an original; the other checks decide");
    } else {
        finding = as_info(
            std::move(finding)); // only a word; a real repeat shows by its number or content
    }
    findings.push_back(std::move(finding));
}

} // namespace

void check_duplicates(const Inquiry& inquiry, Findings& findings) {
    check_copy(inquiry, findings);
    check_number(inquiry, findings);
    check_content(inquiry, findings);
}

} // namespace besteld
