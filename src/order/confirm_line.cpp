// SPDX-License-Identifier: Apache-2.0
#include "order/confirm_line.hpp"

#include "base/text.hpp"
#include "order/confirm_lines.hpp"
#include "order/finding_values.hpp"
#include "order/ordered_values.hpp"
#include "order/totals.hpp"

#include <algorithm>
#include <initializer_list>

namespace besteld {

namespace {

CommandRefused refused(std::string code, const LineCase& c, std::string_view what) {
    return {.code = std::move(code), .text = cat("line ", c.line.buyer_line, ": ", what)};
}

// Findings of this line, or of the header where those may speak for every line (dates do).
enum class Scope { line, line_or_header };

std::vector<const Finding*> resolved_as(const LineCase& c, Resolution resolution,
                                        std::initializer_list<Check> checks,
                                        Scope scope = Scope::line) {
    std::vector<const Finding*> found;
    for (const auto& finding : c.findings) {
        const bool here =
            finding.line ? *finding.line == c.line.index : scope == Scope::line_or_header;
        const bool wanted =
            checks.size() == 0 || std::ranges::find(checks, finding.check) != checks.end();
        if (here && wanted && finding.resolved && finding.resolved->resolution == resolution)
            found.push_back(&finding);
    }
    return found;
}

constexpr std::initializer_list<Check> price_checks = {
    Check::price_below_agreed, Check::price_above_agreed,      Check::no_agreed_price,
    Check::price_base_differs, Check::promotion_claim_invalid, Check::promotion_missed,
    Check::price_includes_tax};
constexpr std::initializer_list<Check> date_checks = {
    Check::delivery_date_missing, Check::date_in_past,     Check::lead_time_too_short,
    Check::not_a_delivery_day,    Check::not_enough_stock, Check::split_against_complete_delivery};
constexpr std::initializer_list<Check> quantity_checks = {Check::not_a_multiple,
                                                          Check::below_minimum_quantity};
constexpr std::initializer_list<Check> stock_checks = {
    Check::not_enough_stock, Check::split_against_complete_delivery, Check::waits_for_production};
// Per line, so that the sum over an order's lines stays in range; what is larger was misread.
constexpr Decimal largest_amount{1'000'000'000};

class Builder {
public:
    explicit Builder(const LineCase& c) : c_(c) {}

    std::expected<ConfirmedLine, CommandRefused> build() {
        start();
        const auto rejections = resolved_as(c_, Resolution::reject, {});
        if (!rejections.empty()) {
            reject(*rejections.front());
            return std::move(out_);
        }
        if (c_.line.sku.empty())
            return std::unexpected(refused("item_missing", c_, "the item is not identified"));
        if (!c_.line.quantity || c_.line.quantity->value <= Decimal{})
            return std::unexpected(refused("quantity_missing", c_, "there is no quantity"));
        compare_with_source();
        set_quantity();
        drop_free_goods();
        if (auto fault = set_price()) return std::unexpected(std::move(*fault));
        set_date();
        set_stock();
        if (uneven_)
            return std::unexpected(
                refused("quantity_missing", c_,
                        "the agreed quantity does not come out even in the ordered unit; "
                        "correct quantity and unit"));
        if (auto fault = set_amount()) return std::unexpected(std::move(*fault));
        if (!out_.deviations.empty()) out_.line.answer = LineAnswer::changed;
        return std::move(out_);
    }

private:
    void start() {
        const auto& from = c_.line;
        auto& to = out_.line;
        to.index = from.index;
        to.buyer_line = from.buyer_line;
        to.sku = from.sku;
        to.gtin = from.gtin.empty() ? gtin_of(c_.terms, from.sku, from.unit) : from.gtin;
        to.buyer_item = from.buyer_item;
        to.name = item_name(c_.terms, from.sku, c_.order.language, from.item_name);
        to.ordered_quantity = ordered_quantity(c_).value_or(Decimal{});
        to.ordered_unit = from.unit;
        to.quantity = from.quantity ? from.quantity->value : Decimal{};
        to.unit = from.unit;
        to.ordered_price = ordered_price(c_);
    }

    void reject(const Finding& finding) {
        out_.line.answer = LineAnswer::rejected;
        out_.line.reason = finding.reason;
        out_.line.quantity = Decimal{};
        if (c_.line.price) out_.line.price = c_.line.price->value;
        out_.line.price_base = c_.line.price_base;
        deviate("line", out_.line.ordered_quantity.to_string(), "0", finding.reason, &finding);
        out_.deviations.back().preagreed = false;
    }

    // One deviation per field: a second reason for the same field replaces the first one's value.
    void deviate(const std::string& field, std::string ordered, std::string confirmed,
                 const std::string& reason, const Finding* finding) {
        auto same = std::ranges::find(out_.deviations, field, &Deviation::field);
        const bool first = same == out_.deviations.end();
        if (first)
            same = out_.deviations.insert(
                same, {.line = c_.line.index, .field = field, .preagreed = true});
        same->ordered = std::move(ordered);
        same->confirmed = std::move(confirmed);
        same->reason = reason;
        same->preagreed = same->preagreed && finding && finding->preagreed;
        // What we have in stock is no agreement with the customer.
        const bool agreed =
            finding && std::ranges::find(stock_checks, finding->check) == stock_checks.end();
        if (agreed) same->clause = finding->clause;
        if (finding) same->money = finding->money;
        if (out_.line.reason.empty()) out_.line.reason = reason;
    }

    // A clerk's correction of what a format said exactly is a change, and the customer is told; a
    // correction of what a person's words were read as is a better reading (COR, domain.md 4.2).
    void compare_with_source() {
        auto& to = out_.line;
        if (const auto other = other_item_ordered(c_))
            deviate("item", *other, to.sku, "R-SUBST", nullptr);
        if (to.ordered_quantity != to.quantity)
            deviate("quantity", to.ordered_quantity.to_string(), to.quantity.to_string(), "R-QTY",
                    nullptr);
        if (const auto price = ordered_price(c_);
            price && c_.line.price && *price != c_.line.price->value)
            deviate("price", price->to_string(), c_.line.price->value.to_string(), "R-PRICE",
                    nullptr);
    }

    // A finding speaks in the ordered unit or in the stock unit; its own words tell which.
    Decimal in_ordered_unit(Decimal quantity, std::string_view words) {
        const auto& line = c_.line;
        if (word_after_decimal(words) != line.stock_unit || line.stock_unit == line.unit)
            return quantity;
        const auto factor = stock_factor(c_.terms, line.sku, line.unit);
        const auto converted =
            factor ? in_range(quantity, Decimal{1}, *factor, Decimal::places) : std::nullopt;
        const auto back =
            converted ? in_range(*converted, *factor, Decimal{1}, Decimal::places) : std::nullopt;
        uneven_ = uneven_ || back != quantity;
        return converted.value_or(quantity);
    }

    void set_quantity() {
        auto& to = out_.line;
        const Finding* by = nullptr;
        Decimal wanted = to.quantity;
        for (const auto* finding : resolved_as(c_, Resolution::accept_agreed, quantity_checks)) {
            const auto value = leading_decimal(agreed_text(*finding));
            if (!value) continue;
            const Decimal quantity = in_ordered_unit(*value, finding->ordered);
            // Packs may be rounded down (domain.md 4.1, QuantityRule); a minimum only ever raises.
            const bool rounded_down = finding->check == Check::not_a_multiple && by == nullptr;
            if (quantity == wanted || (quantity < wanted && !rounded_down)) continue;
            wanted = quantity;
            by = finding;
        }
        if (by) change_quantity(wanted, *by);
        for (const auto* finding :
             resolved_as(c_, Resolution::accept_agreed, {Check::release_outside_limits}))
            if (const auto limit = leading_decimal(finding->suggested_value))
                change_quantity(in_ordered_unit(*limit, finding->ordered), *finding);
        for (const auto* finding :
             resolved_as(c_, Resolution::reduce,
                         {Check::framework_exhausted, Check::above_maximum_quantity}))
            if (const auto value =
                    leading_decimal(finding->suggested_value.empty() ? finding->agreed
                                                                     : finding->suggested_value)) {
                const Decimal rest = in_ordered_unit(*value, finding->ordered);
                if (rest < to.quantity) change_quantity(rest, *finding);
                to.backorder = Decimal{};
            }
    }

    // Free goods that nothing agreed gives are told of, never passed over in silence.
    void drop_free_goods() {
        const bool known = c_.draft && c_.line.index < c_.draft->lines.size();
        const auto& free = known ? c_.draft->lines[c_.line.index].free_quantity : std::nullopt;
        if (!free) return;
        for (const auto* finding :
             resolved_as(c_, Resolution::accept_agreed, {Check::free_of_charge}))
            if (const auto quantity = Decimal::parse(trim(free->value));
                quantity && !quantity->is_zero())
                deviate("free_goods", quantity->to_string(), "0", finding->reason, finding);
    }

    void change_quantity(Decimal quantity, const Finding& by) {
        if (quantity == out_.line.quantity) return;
        deviate("quantity", out_.line.ordered_quantity.to_string(), quantity.to_string(), by.reason,
                &by);
        out_.line.quantity = quantity;
    }

    std::optional<CommandRefused> set_price() {
        auto& to = out_.line;
        if (c_.line.price) {
            to.price = c_.line.price->value;
            to.price_base = c_.line.price_base;
            to.price_unit = c_.line.price_unit == c_.line.unit ? "" : c_.line.price_unit;
        } else if (c_.offer && c_.offer->price) {
            take_offer();
        }
        const auto agreed = resolved_as(c_, Resolution::accept_agreed, price_checks);
        if (!agreed.empty()) take_agreed_price(*agreed.front());
        const bool is_free = take_free_price();
        if (to.price <= Decimal{} && !is_free)
            return refused("price_missing", c_, "there is no price, neither ordered nor agreed");
        return std::nullopt;
    }

    // A price of nothing, or none in an order for samples: what was decided about it. Returns
    // whether the line may be free.
    bool take_free_price() {
        const bool free_order =
            c_.order.kind == OrderKind::free_of_charge || c_.order.kind == OrderKind::sample;
        const bool asked = c_.line.price ? c_.line.price->value.is_zero() : free_order;
        const bool agreed = c_.offer && c_.offer->price && c_.offer->price->is_zero();
        if (!asked) return agreed;
        for (const auto* finding : resolved_as(c_, Resolution::accept_agreed,
                                               {Check::free_of_charge}, Scope::line_or_header))
            if (c_.line.price && finding->line) take_agreed_price(*finding);
        const auto accepted = resolved_as(c_, Resolution::accept_ordered, {Check::free_of_charge},
                                          Scope::line_or_header);
        if (accepted.empty()) return agreed || free_order;
        out_.line.price = Decimal{};
        out_.line.price_base = Decimal{1};
        return true;
    }

    void take_offer() {
        out_.line.price = *c_.offer->price;
        out_.line.price_base = c_.offer->price_base;
        out_.line.price_unit = c_.offer->price_unit == c_.line.unit ? "" : c_.offer->price_unit;
    }

    void take_agreed_price(const Finding& finding) {
        auto& to = out_.line;
        const Decimal before = to.price;
        const auto agreed = leading_decimal(agreed_text(finding));
        if (c_.offer && c_.offer->price && finding.check != Check::promotion_missed) {
            take_offer();
        } else if (agreed && speaks_of_stock_unit(finding)) {
            to.price = *agreed;
            to.price_base = Decimal{1};
            to.price_unit = c_.line.stock_unit;
        } else if (agreed) {
            to.price = *agreed;
        }
        if (!to.ordered_price || to.price == before) return;
        deviate("price", to.ordered_price->to_string(), to.price.to_string(), finding.reason,
                &finding);
    }

    // The finding compared per stock unit while the order's price is per carton or per hundred.
    bool speaks_of_stock_unit(const Finding& finding) const {
        if (!c_.line.price || !c_.line.price_stock || c_.line.price->value == *c_.line.price_stock)
            return false;
        return leading_decimal(finding.ordered) == *c_.line.price_stock;
    }

    void set_date() {
        auto& to = out_.line;
        const auto wanted = requested_day(c_);
        to.promised = c_.offer && c_.offer->date ? c_.offer->date : wanted;
        if (!resolved_as(c_, Resolution::accept_ordered, date_checks, Scope::line_or_header)
                 .empty() &&
            wanted)
            to.promised = wanted;
        const Finding* by = nullptr;
        std::optional<Date> latest;
        for (const auto* finding :
             resolved_as(c_, Resolution::accept_agreed, date_checks, Scope::line_or_header)) {
            auto date = first_date(agreed_text(*finding));
            if (!date) date = first_date(finding->agreed);
            if (!date || (latest && *date <= *latest)) continue;
            latest = date;
            by = finding;
        }
        if (latest) to.promised = latest;
        // Nothing was asked for, so nothing differs.
        if (by && wanted && to.promised && !fits_request(c_, *to.promised))
            deviate("date", to_iso(*wanted), to_iso(*to.promised), by->reason, by);
    }

    // What of a short line comes when (domain.md 3.5): the first quantity the finding names is
    // there in time.
    void set_stock() {
        for (const auto resolution : {Resolution::split, Resolution::backorder, Resolution::reduce})
            for (const auto* finding : resolved_as(c_, resolution, stock_checks)) {
                if (apply_shortage(resolution, *finding)) return;
            }
    }

    bool apply_shortage(Resolution resolution, const Finding& finding) {
        auto& to = out_.line;
        auto parts = quantities_with_dates(finding.suggested_value);
        if (parts.empty())
            if (const auto there = leading_decimal(finding.agreed))
                parts.push_back({.quantity = *there, .date = to.promised});
        if (parts.empty()) return false;
        // When the finding suggests something else than a split, its words still say when all is
        // there.
        if (const auto all_from = first_date(finding.agreed); parts.size() == 1 && all_from)
            parts.push_back({.quantity = Decimal{}, .date = all_from});
        const std::string words = finding.ordered;
        for (auto& part : parts)
            part.quantity = in_ordered_unit(part.quantity, words);
        const Decimal now = std::clamp(parts.front().quantity, Decimal{}, to.quantity);
        if (parts.front().date) to.promised = parts.front().date;
        if (resolution == Resolution::split && parts.size() > 1) {
            split(parts, finding);
            return true;
        }
        deviate("quantity", to.ordered_quantity.to_string(), now.to_string(), finding.reason,
                &finding);
        to.backorder = resolution == Resolution::reduce ? Decimal{} : to.quantity - now;
        to.quantity = now;
        return true;
    }

    // The parts add up to the line: the last one takes what the others leave.
    void split(const std::vector<AnswerPart>& parts, const Finding& finding) {
        auto& to = out_.line;
        Decimal left = to.quantity;
        for (const auto& part : parts) {
            const bool last = &part == &parts.back();
            const Decimal quantity = last ? left : std::min(part.quantity, left);
            if (quantity > Decimal{}) to.parts.push_back({.quantity = quantity, .date = part.date});
            left -= quantity;
        }
        std::string words;
        for (const auto& part : to.parts)
            words += cat(words.empty() ? "" : "; ", part.quantity.to_string(), part.date ? " " : "",
                         part.date ? to_iso(*part.date) : "");
        const auto wanted = requested_day(c_);
        deviate(
            "parts",
            cat(to.ordered_quantity.to_string(), wanted ? " " : "", wanted ? to_iso(*wanted) : ""),
            words, finding.reason, &finding);
    }

    std::optional<CommandRefused> set_amount() {
        auto& to = out_.line;
        const Decimal whole = to.quantity + to.backorder.value_or(Decimal{});
        auto priced = whole;
        if (!to.price_unit.empty() && to.price_unit != to.unit) {
            const auto from = stock_factor(c_.terms, to.sku, to.unit);
            const auto per = stock_factor(c_.terms, to.sku, to.price_unit);
            if (!from || !per)
                return refused("price_missing", c_,
                               cat("no factor from ", to.unit, " to ", to.price_unit));
            priced = in_range(whole, *from, *per, Decimal::places).value_or(Decimal{});
        }
        const Decimal base = to.price_base > Decimal{} ? to.price_base : Decimal{1};
        const auto amount = in_range(priced, to.price, base, c_.digits);
        if (!amount || amount->abs() > largest_amount)
            return refused("out_of_range", c_, "quantity times price is too large to be an amount");
        to.amount = *amount;
        return std::nullopt;
    }

    bool uneven_ = false; // a quantity in stock units that the ordered unit cannot say
    const LineCase& c_;
    ConfirmedLine out_;
};

} // namespace

std::expected<ConfirmedLine, CommandRefused> confirm_line(const LineCase& c) {
    return Builder(c).build();
}

} // namespace besteld
