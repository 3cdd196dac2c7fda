// SPDX-License-Identifier: Apache-2.0
#pragma once

// A small world for reports, on the clock of Amsterdam.

#include "report/ask.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld::reporting {

inline const Zone& amsterdam() {
    static const Zone zone("Europe/Amsterdam");
    return zone;
}

inline Instant on(const char* day, int hour = 12, int minute = 0) {
    return amsterdam().instant(parse_iso_date(day).value(),
                               std::chrono::hours(hour) + std::chrono::minutes(minute));
}

inline Date day(const char* iso) {
    return parse_iso_date(iso).value();
}

inline Decimal money(const char* text) {
    return Decimal::parse(text).value();
}

class Made {
public:
    explicit Made(const std::string& number, Instant received = on("2026-03-02", 9)) {
        facts_.case_id = ++last_;
        facts_.case_no = "IN-" + number;
        facts_.official_no = "SO-" + number;
        facts_.customer_no = "C1001";
        facts_.customer_name = "De Korenaar";
        facts_.channel = "edifact";
        facts_.currency = "EUR";
        facts_.document_class = DocumentClass::order;
        facts_.received_at = received;
        facts_.complete = true;
    }
    Made& of(const std::string& customer, const std::string& currency = "EUR") {
        facts_.customer_no = customer;
        facts_.customer_name = "";
        facts_.currency = currency;
        return *this;
    }
    Made& by(const std::string& channel) {
        facts_.channel = channel;
        return *this;
    }
    Made& due(Instant at) {
        facts_.due_at = at;
        return *this;
    }
    Made& event(const std::string& name, Instant at, Role role = Role::system,
                OrderState to = OrderState::accepted) {
        facts_.events.push_back({.id = static_cast<std::int64_t>(facts_.events.size()) + 1,
                                 .at = at,
                                 .event = name,
                                 .to = to,
                                 .role = role,
                                 .actor = role == Role::system ? "besteld" : "anna"});
        return *this;
    }
    // Accepted and confirmed as one line of an article.
    Made& accepted(Instant at, const char* amount, const char* quantity = "100",
                   const std::string& sku = "NK-100", int revision = 1) {
        event("order.accepted", at);
        facts_.releases.push_back({.revision = revision, .released_by = "anna", .at = at});
        FactAnswer answer{.kind = AnswerKind::confirmation,
                          .revision = revision,
                          .made_at = at,
                          .sent_at = at,
                          .sent = true,
                          .currency = facts_.currency};
        answer.lines.push_back({.sku = sku,
                                .name = "doos",
                                .quantity = money(quantity),
                                .unit = "H87",
                                .confirmed = money(quantity),
                                .amount = money(amount)});
        facts_.answers.push_back(std::move(answer));
        return *this;
    }
    Made& told(AnswerKind kind, Instant at) {
        facts_.answers.push_back({.kind = kind, .made_at = at, .sent_at = at, .sent = true});
        return *this;
    }
    OrderFacts& facts() { return facts_; }
    operator OrderFacts() const { return facts_; }

private:
    static inline std::int64_t last_ = 0;
    OrderFacts facts_;
};

inline ReportAsk ask_for(const char* from, const char* to, const std::string& by = "") {
    return {.period = {day(from), day(to)}, .by = by, .now = on("2026-12-31"), .zone = amsterdam()};
}

// "2026-03-02 | EUR | 2 | 152.80": a row as people read it.
inline std::string text_of(const Report& report, const ReportRow& row) {
    std::string text;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        text += (i == 0 ? "" : " | ") + text_of(row.cells[i], report.columns[i], {});
    return text;
}
inline std::vector<std::string> rows_of(const Report& report) {
    std::vector<std::string> rows;
    for (const auto& row : report.rows)
        rows.push_back(text_of(report, row));
    return rows;
}

} // namespace besteld::reporting
