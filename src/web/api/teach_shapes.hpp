// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the API hears and says of what people teach.

#include "base/date.hpp"
#include "base/json.hpp"

#include <optional>
#include <string>
#include <vector>

namespace besteld::api {

struct HeadingBody {
    static constexpr std::string_view shape = "HeadingTaught";
    std::string heading, field;
};
BOOST_DESCRIBE_STRUCT(HeadingBody, (), (heading, field))

struct LineBody {
    static constexpr std::string_view shape = "LineNamed";
    int line = 0; // from 0
};
BOOST_DESCRIBE_STRUCT(LineBody, (), (line))

struct TriedDocument {
    static constexpr std::string_view shape = "TriedDocument";
    std::string case_no, file;
    int lines_before = 0, lines_after = 0, values_before = 0, values_after = 0;
    std::vector<std::string> samples;
};
BOOST_DESCRIBE_STRUCT(TriedDocument, (),
                      (case_no, file, lines_before, lines_after, values_before, values_after,
                       samples))

struct Taught {
    static constexpr std::string_view shape = "Taught";
    std::int64_t number = 0;
    std::string customer_no, heading, field, state, made_by;
    Instant made_at{};
    std::optional<std::string> used_by, ended_by;
    std::optional<int> looked_at, otherwise; // of the trial
    std::vector<TriedDocument> documents;
};
BOOST_DESCRIBE_STRUCT(Taught, (),
                      (number, customer_no, heading, field, state, made_by, made_at, used_by,
                       ended_by, looked_at, otherwise, documents))

struct AllTaught {
    static constexpr std::string_view shape = "AllTaught";
    std::vector<Taught> taught;
};
BOOST_DESCRIBE_STRUCT(AllTaught, (), (taught))

struct OtherMeaning {
    static constexpr std::string_view shape = "OtherMeaning";
    std::int64_t case_id = 0;
    std::string case_no, sku; // empty: nobody knew
};
BOOST_DESCRIBE_STRUCT(OtherMeaning, (), (case_id, case_no, sku))

struct ItemLearned {
    static constexpr std::string_view shape = "ItemTaught";
    int line = 0;
    std::string written, sku;
    bool is_number = false;
    int alike = 0;
    std::vector<OtherMeaning> otherwise;
};
BOOST_DESCRIBE_STRUCT(ItemLearned, (), (line, written, sku, is_number, alike, otherwise))

struct ItemsLearned {
    static constexpr std::string_view shape = "ItemsTaught";
    std::vector<ItemLearned> items;
};
BOOST_DESCRIBE_STRUCT(ItemsLearned, (), (items))

struct ImportMade {
    static constexpr std::string_view shape = "ImportMade";
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(ImportMade, (), (number))

} // namespace besteld::api
