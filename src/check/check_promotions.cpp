// SPDX-License-Identifier: Apache-2.0
// F06 promotion claimed, F07 promotion missed.

#include "base/text.hpp"
#include "check/arithmetic.hpp"
#include "check/price_checks.hpp"
#include "check/promotions.hpp"

#include <algorithm>

namespace besteld {

namespace {

Finding missed(const Inquiry& inquiry, const OrderLine& line, const Promotion& promotion,
               const AgreedLinePrice& now, const AgreedLinePrice& claimed) {
    Finding finding = new_finding(
        inquiry, Check::promotion_missed, line.index, cat(promotion.code, " not claimed"),
        price_text(inquiry, claimed.per_basis, claimed.basis, claimed.unit));
    const Decimal difference = claimed.per_basis - now.per_basis;
    finding.difference = promotion.price ? cat(signed_text(difference, inquiry.digits), " (",
                                               percent_text(difference, now.per_basis), ")")
                                         : cat("-", promotion.percent_off.to_string(), " %");
    finding.money = over_line(inquiry, line, now, -difference); // ours while he does not claim it
    finding.clause = promotion_words(promotion);
    finding.trace = cat(promotion.code, " would apply if the order named it; ", now.agreed.trace);
    finding.passes_if = cat("the order claims ", promotion.code);
    quote(finding, line.item_place, line.item_text);
    return finding;
}

Finding invalid(const Inquiry& inquiry, LineIndex line, const std::string& code, std::string why) {
    Finding finding =
        new_finding(inquiry, Check::promotion_claim_invalid, line, code, std::move(why));
    const auto same = [&](const Promotion& promotion) {
        return normalise_code(promotion.code) == normalise_code(code);
    };
    const auto known = std::ranges::find_if(inquiry.terms.promotions, same);
    if (known != inquiry.terms.promotions.end()) finding.clause = promotion_words(*known);
    finding.trace = cat(inquiry.terms.promotions.size(), " promotions on file for these articles");
    finding.passes_if = "the promotion is on file and valid on the days of order and delivery";
    quote(finding, {}, code);
    suggest(finding, Resolution::accept_agreed, "");
    set_consequence(finding, Resolution::accept_agreed,
                    "the price without the promotion is confirmed; the customer is told");
    return finding;
}

// A customer's own price goes before an exclusive promotion (domain.md 4.1): claiming it is in
// vain.
bool is_in_price(const Inquiry& inquiry, const OrderLine& line, const Promotion& promotion,
                 const PriceQuestion& question) {
    const auto agreed = agreed_line_price(inquiry.terms, line, question);
    return !agreed ||
           std::ranges::find(agreed->promotions, promotion.code) != agreed->promotions.end();
}

// Why a claimed code gives no reduction on any of the lines it is claimed for; empty when it does.
std::string fault_of_claim(const Inquiry& inquiry, const std::string& claimed,
                           LineIndex only_line) {
    const std::string code = normalise_code(claimed);
    std::string why = "no such promotion";
    for (const Promotion& promotion : inquiry.terms.promotions) {
        if (normalise_code(promotion.code) != code) continue;
        if (why == "no such promotion") why = cat("for ", promotion.sku, " only");
        for (const OrderLine& line : inquiry.order.lines) {
            if (line.sku != promotion.sku || (only_line && *only_line != line.index)) continue;
            const auto question =
                price_question(inquiry.terms, inquiry.order, line, inquiry.received_on);
            std::string fault = fault_of(promotion, question);
            if (fault.empty() && !is_in_price(inquiry, line, promotion, question))
                fault = cat("an own price of ", line.sku, " goes first");
            if (fault.empty()) return {};
            why = std::move(fault);
        }
    }
    return why;
}

} // namespace

void check_missed_promotions(const Inquiry& inquiry, Findings& findings, const OrderLine& line,
                             const AgreedLinePrice& agreed) {
    auto question = price_question(inquiry.terms, inquiry.order, line, inquiry.received_on);
    for (const Promotion& promotion : inquiry.terms.promotions) {
        if (promotion.sku != line.sku || is_claimed(promotion, question) ||
            !fault_of(promotion, question).empty())
            continue;
        question.claimed.push_back(normalise_code(promotion.code));
        const auto claimed = agreed_line_price(inquiry.terms, line, question);
        question.claimed.pop_back();
        if (claimed && claimed->per_basis < agreed.per_basis)
            findings.push_back(missed(inquiry, line, promotion, agreed, *claimed));
    }
}

void check_promotion_claims(const Inquiry& inquiry, Findings& findings) {
    for (const std::string& code : inquiry.order.promotions) {
        if (std::string why = fault_of_claim(inquiry, code, header); !why.empty())
            findings.push_back(invalid(inquiry, header, code, std::move(why)));
    }
    for (const OrderLine& line : inquiry.order.lines) {
        if (line.promotion.empty()) continue;
        if (std::string why = fault_of_claim(inquiry, line.promotion, line.index); !why.empty())
            findings.push_back(invalid(inquiry, line.index, line.promotion, std::move(why)));
    }
}

} // namespace besteld
