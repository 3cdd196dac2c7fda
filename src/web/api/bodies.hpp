// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the API hears. Numbers are decimals as text with a point, days ISO.

#include "web/api/shape.hpp"

namespace besteld::api {

struct Resolve {
    static constexpr std::string_view shape = "Resolve";
    int finding = 0;
    std::string resolution;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(Resolve, (), (finding, resolution, reason))

struct FindingOnly {
    static constexpr std::string_view shape = "FindingOnly";
    int finding = 0;
};
BOOST_DESCRIBE_STRUCT(FindingOnly, (), (finding))

struct Correct {
    static constexpr std::string_view shape = "Correct";
    std::string field; // "requested", "line.quantity" …
    std::optional<std::uint32_t> line;
    std::string value;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(Correct, (), (field, line, value, reason))

struct Ask {
    static constexpr std::string_view shape = "Ask";
    std::optional<std::vector<int>> findings;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(Ask, (), (findings, text))

struct Reason {
    static constexpr std::string_view shape = "Reason";
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (reason))

struct Words {
    static constexpr std::string_view shape = "Words";
    std::string text;
};
BOOST_DESCRIBE_STRUCT(Words, (), (text))

struct Ticked {
    static constexpr std::string_view shape = "TickedCase";
    std::int64_t id = 0, version = 0;
};
BOOST_DESCRIBE_STRUCT(Ticked, (), (id, version))

struct DecideAlike {
    static constexpr std::string_view shape = "DecideAlike";
    std::string way;
    std::optional<std::string> reason;
    std::vector<Ticked> cases;
};
BOOST_DESCRIBE_STRUCT(DecideAlike, (), (way, reason, cases))

struct TypedLineBody {
    static constexpr std::string_view shape = "TypedLine";
    std::string item, quantity;
    std::optional<std::string> unit, price, requested, note;
};
BOOST_DESCRIBE_STRUCT(TypedLineBody, (), (item, quantity, unit, price, requested, note))

struct TypedBody {
    static constexpr std::string_view shape = "TypedOrder";
    std::string by; // phone, fax, visit, representative
    std::string customer_no;
    std::optional<std::string> caller, order_number, requested, ship_to, note;
    std::vector<TypedLineBody> lines;
};
BOOST_DESCRIBE_STRUCT(TypedBody, (),
                      (by, customer_no, caller, order_number, requested, ship_to, note, lines))

struct TakeAnswerBack {
    static constexpr std::string_view shape = "TakeAnswerBack";
    std::int64_t answer = 0;
};
BOOST_DESCRIBE_STRUCT(TakeAnswerBack, (), (answer))

struct Numbers {
    static constexpr std::string_view shape = "Numbers";
    std::string numbers; // of orders, parted by commas; empty: what the question names
};
BOOST_DESCRIBE_STRUCT(Numbers, (), (numbers))

struct PromiseLine {
    static constexpr std::string_view shape = "PromiseLine";
    std::uint32_t line = 0;
    std::optional<std::string> date, quantity;
};
BOOST_DESCRIBE_STRUCT(PromiseLine, (), (line, date, quantity))

struct Promise {
    static constexpr std::string_view shape = "Promise";
    std::vector<PromiseLine> lines;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Promise, (), (lines, reason))

struct Assign {
    static constexpr std::string_view shape = "Assign";
    std::string owner; // mail address
};
BOOST_DESCRIBE_STRUCT(Assign, (), (owner))

struct NameCause {
    static constexpr std::string_view shape = "NameCause";
    std::string cause;
};
BOOST_DESCRIBE_STRUCT(NameCause, (), (cause))

struct LinkOrder {
    static constexpr std::string_view shape = "LinkOrder";
    std::string order;
    std::vector<std::uint32_t> lines; // indexes
};
BOOST_DESCRIBE_STRUCT(LinkOrder, (), (order, lines))

struct Outcome {
    static constexpr std::string_view shape = "Outcome";
    std::string outcome;
};
BOOST_DESCRIBE_STRUCT(Outcome, (), (outcome))

struct KnowSilence {
    static constexpr std::string_view shape = "KnowSilence";
    std::optional<std::string> customer_no; // none: the channel itself
    std::string channel;
};
BOOST_DESCRIBE_STRUCT(KnowSilence, (), (customer_no, channel))

struct KeepFilter {
    static constexpr std::string_view shape = "KeepFilter";
    std::string name, query; // "check=…&customer=…"
    std::optional<bool> shared;
};
BOOST_DESCRIBE_STRUCT(KeepFilter, (), (name, query, shared))

struct RemoveFilter {
    static constexpr std::string_view shape = "RemoveFilter";
    std::string name;
};
BOOST_DESCRIBE_STRUCT(RemoveFilter, (), (name))

struct SheetBody {
    static constexpr std::string_view shape = "BaseDataSheet";
    std::string table, rows; // CSV, headings first
    std::optional<bool> complete;
    std::optional<Date> from;
};
BOOST_DESCRIBE_STRUCT(SheetBody, (), (table, rows, complete, from))

} // namespace besteld::api
