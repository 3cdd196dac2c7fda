// SPDX-License-Identifier: Apache-2.0
#include "order/house_papers.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "order/currency.hpp"
#include "order/ordered_values.hpp"
#include "order/totals.hpp"

#include <algorithm>

namespace besteld {

namespace {

Answer frame_of(const HouseSource& source, AnswerKind kind) {
    const auto& [case_no, official_no, revision, order, known, told, terms, language, today] =
        source;
    Answer answer{.kind = kind,
                  .case_no = case_no,
                  .official_no = official_no,
                  .revision = revision,
                  .language = language,
                  .customer_no = order.customer_no,
                  .customer_name = terms.customer ? terms.customer->name : order.customer_name,
                  .buyer_order_no = order.buyer_order_no,
                  .buyer_order_date = order.order_date};
    if (told) {
        answer.currency = told->currency;
        answer.ship_to = told->ship_to;
        answer.delivery_terms = told->delivery_terms;
        answer.payment_terms = told->payment_terms;
    }
    answer.house = HousePaper{.day = today};
    return answer;
}

// "50 mm, transparant": what the base data know of its shape.
std::string specification_of(const Terms& terms, const std::string& sku) {
    const auto found = terms.items.find(sku);
    if (found == terms.items.end()) return {};
    std::vector<std::string> values;
    for (const auto& [property, its_value] : found->second.properties)
        values.push_back(its_value);
    return join(values, ", ");
}

HouseLine line_of(const HouseSource& source, const FulfilmentLine& confirmed) {
    HouseLine line{.index = confirmed.line,
                   .buyer_line = confirmed.buyer_line,
                   .sku = confirmed.sku,
                   .name = item_name(source.terms, confirmed.sku, source.language, confirmed.name),
                   .specification = specification_of(source.terms, confirmed.sku),
                   .unit = confirmed.unit};
    const auto item = source.terms.items.find(confirmed.sku);
    if (item != source.terms.items.end()) line.tax_name = item->second.tax_name;
    return line;
}

Decimal sum_of(const Delivery& delivery, std::uint32_t line) {
    Decimal sum{};
    for (const auto& one : delivery.lines)
        if (one.line == line) sum += one.quantity;
    return sum;
}

// What went of the line before this delivery; with 0 for its id: never anything.
Decimal sum_before(const Fulfilment& known, std::int64_t delivery_id, std::uint32_t line) {
    Decimal sum{};
    for (const auto& delivery : known.deliveries) {
        if (delivery_id == 0 || delivery.id == delivery_id) break;
        sum += sum_of(delivery, line);
    }
    return sum;
}

void tell_of(HousePaper& paper, const HouseSource& source, const Delivery& delivery) {
    paper.delivery_nos.push_back(delivery.delivery_no);
    paper.goods_day = Zone(source.terms.seller.zone).date_of(delivery.posted_at);
    paper.carrier = delivery.carrier;
    paper.track_no = delivery.track_no;
    paper.packages = delivery.packages;
}

// ── the invoice ──────────────────────────────────────────────────────────────────────────────────
std::vector<const Delivery*> deliveries_of(const Fulfilment& known, const InvoiceRequest& request) {
    std::vector<const Delivery*> meant;
    for (const auto& delivery : known.deliveries)
        if (request.delivery_id == 0 || delivery.id == request.delivery_id)
            meant.push_back(&delivery);
    return meant;
}

// `whole`, of which `quantity` of `all` counts after `before`: parts add up to the whole exactly.
std::optional<Decimal> part_of(Decimal whole, Decimal before, Decimal quantity, Decimal all,
                               int digits) {
    const auto until_now = in_range(whole, before + quantity, all, digits);
    const auto until_then = in_range(whole, before, all, digits);
    if (!until_now || !until_then) return std::nullopt;
    return *until_now - *until_then;
}

class InvoiceWriter {
public:
    InvoiceWriter(const HouseSource& source, const InvoiceRequest& request, Answer& answer)
        : source_(source), request_(request), answer_(answer),
          digits_(currency_digits(answer.currency)) {}

    void write() {
        for (const auto& confirmed : source_.known.lines)
            write_line(confirmed);
        if (!source_.told) return;
        write_charges();
        write_tax();
    }

private:
    void write_line(const FulfilmentLine& confirmed) {
        HouseLine line = line_of(source_, confirmed);
        for (const auto* delivery : deliveries_of(source_.known, request_))
            line.quantity += sum_of(*delivery, confirmed.line);
        if (line.quantity.is_zero()) return;
        if (const auto* told = told_line(confirmed.line)) price(line, *told, confirmed);
        answer_.house->lines.push_back(std::move(line));
    }

    const AnswerLine* told_line(std::uint32_t index) const {
        if (!source_.told) return nullptr;
        const auto found = std::ranges::find(source_.told->lines, index, &AnswerLine::index);
        return found == source_.told->lines.end() ? nullptr : &*found;
    }

    void price(HouseLine& line, const AnswerLine& told, const FulfilmentLine& confirmed) {
        line.price = told.price;
        line.price_base = told.price_base;
        line.price_unit = told.price_unit;
        const Decimal before = sum_before(source_.known, request_.delivery_id, line.index);
        const auto part = [&](Decimal whole) {
            return part_of(whole, before, line.quantity, confirmed.confirmed, digits_);
        };
        line.amount = part(told.amount);
        if (line.amount) answer_.net += *line.amount;
        for (auto charge : source_.told->charges) { // in the line's amount already
            if (charge.line != line.index) continue;
            charge.amount = part(charge.amount).value_or(Decimal{});
            answer_.charges.push_back(std::move(charge));
        }
    }

    bool is_first() const {
        return std::ranges::none_of(source_.known.requests, [&](const InvoiceRequest& other) {
            return other.id < request_.id;
        });
    }

    void write_charges() {
        if (!is_first()) return;
        for (const auto& charge : source_.told->charges) {
            if (charge.line) continue;
            answer_.charges.push_back(charge);
            answer_.net += charge.is_allowance ? -charge.amount : charge.amount;
        }
        answer_.small_order_fee = source_.told->small_order_fee;
        answer_.net += answer_.small_order_fee;
    }

    // Once for the whole (EN 16931), shared out so that the lines' parts add up to it.
    void write_tax() {
        answer_.tax_category = source_.told->tax_category;
        answer_.tax_percent = source_.told->tax_percent;
        Decimal reached{};
        Decimal shared{};
        for (auto& line : answer_.house->lines) {
            if (!line.amount) continue;
            reached += *line.amount;
            const Decimal so_far = tax_on(reached);
            line.tax = so_far - shared;
            shared = so_far;
        }
        answer_.tax = tax_on(answer_.net);
        answer_.gross = answer_.net + answer_.tax;
    }
    Decimal tax_on(Decimal net) const {
        return in_range(net, answer_.tax_percent, Decimal{100}, digits_).value_or(Decimal{});
    }

    const HouseSource& source_;
    const InvoiceRequest& request_;
    Answer& answer_;
    int digits_;
};

HouseParty party_of(const Terms& terms) {
    if (!terms.customer) return {};
    const Customer& c = *terms.customer;
    return {.name = c.bill_to_name.empty() ? c.name : c.bill_to_name,
            .address = c.invoice_address,
            .tax_number = c.vat,
            .phone = c.phone,
            .bank = c.bank_name,
            .account = c.bank_account,
            .invoice_kind = c.invoice_kind,
            .invoice_mail = c.invoice_mail};
}

// "scan-1.pdf", else who signed for which note.
std::string proof_of(const std::vector<const Delivery*>& deliveries) {
    std::vector<std::string> proofs;
    for (const auto* delivery : deliveries) {
        if (!delivery->proof) continue;
        const auto& proof = *delivery->proof;
        proofs.push_back(!proof.document.empty() ? proof.document
                         : proof.signed_by.empty()
                             ? delivery->delivery_no
                             : cat(delivery->delivery_no, " (", proof.signed_by, ")"));
    }
    return join(proofs, ", ");
}

} // namespace

Answer outbound_slip_of(const HouseSource& source, const Delivery& delivery,
                        const PaperRules& rules) {
    Answer answer = frame_of(source, AnswerKind::outbound_slip);
    HousePaper& paper = *answer.house;
    paper.number = delivery.slip_no;
    paper.warehouse = rules.warehouse_name;
    paper.copies = rules.slip_copies;
    tell_of(paper, source, delivery);
    for (const auto& confirmed : source.known.lines) {
        bool first = true;
        for (const auto& went : delivery.lines) {
            if (went.line != confirmed.line) continue;
            HouseLine line = line_of(source, confirmed);
            line.batch = went.batch;
            line.quantity = went.quantity;
            if (first)
                line.requested =
                    std::max(Decimal{}, confirmed.confirmed -
                                            sum_before(source.known, delivery.id, confirmed.line));
            first = false;
            paper.lines.push_back(std::move(line));
        }
    }
    return answer;
}

Answer invoice_request_of(const HouseSource& source, const InvoiceRequest& request) {
    Answer answer = frame_of(source, AnswerKind::invoice_request);
    answer.house->number = request.request_no;
    const auto deliveries = deliveries_of(source.known, request);
    for (const auto* delivery : deliveries)
        tell_of(*answer.house, source, *delivery);
    answer.house->proof = proof_of(deliveries);
    answer.house->party = party_of(source.terms);
    InvoiceWriter(source, request, answer).write();
    return answer;
}

Answer proof_reminder_of(const HouseSource& source, const Delivery& delivery, int times,
                         const PaperRules& rules) {
    Answer answer = frame_of(source, AnswerKind::proof_reminder);
    answer.house->number = delivery.delivery_no;
    answer.house->waited_days = rules.proof_days * times;
    answer.reminder = times - 1;
    tell_of(*answer.house, source, delivery);
    return answer;
}

} // namespace besteld
