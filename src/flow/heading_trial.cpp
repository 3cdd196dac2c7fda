// SPDX-License-Identifier: Apache-2.0
#include "flow/heading_trial.hpp"

#include "base/json.hpp"
#include "base/log.hpp"
#include "flow/reader_request.hpp"
#include "flow/taught_layout.hpp"
#include "order/describe_draft.hpp"

#include <algorithm>

namespace besteld {

BOOST_DESCRIBE_STRUCT(TrialRow, (),
                      (case_no, file, lines_before, lines_after, values_before, values_after,
                       samples))
BOOST_DESCRIBE_STRUCT(HeadingTrial, (), (looked_at, unread, otherwise, rows))

namespace {

constexpr int tried_at_most = 200; // documents of one customer
constexpr std::size_t rows_told = 20;
constexpr std::size_t samples_told = 5;

std::string day_text(const MaybeDate& date) {
    return date ? date->value.start.value_or(date->value.end.value_or("")) : std::string{};
}

std::string text_of(const MaybeField& field) {
    return field ? field->value : std::string{};
}

std::string value_in(const LineDraft& line, const std::string& field) {
    if (field == "item") return text_of(line.seller_item);
    if (field == "buyer_item") return text_of(line.buyer_item);
    if (field == "gtin") return text_of(line.gtin);
    if (field == "name") return text_of(line.name);
    if (field == "quantity") return text_of(line.quantity);
    if (field == "unit") return text_of(line.unit);
    if (field == "price") return text_of(line.unit_price);
    if (field == "amount") return text_of(line.line_amount);
    if (field == "date") return day_text(line.requested);
    if (field == "line") return text_of(line.line);
    if (field == "price_base") return text_of(line.price_base_quantity);
    if (field == "note" && !line.notes.empty()) return line.notes.front().value;
    return {};
}

std::vector<std::string> values_in(const Reading& reading, const std::string& field) {
    std::vector<std::string> values;
    const auto add = [&](std::string text) {
        if (!text.empty()) values.push_back(std::move(text));
    };
    for (const auto& document : reading.documents) {
        if (field == "order_number") add(text_of(document.order_number));
        for (const auto& line : document.lines)
            add(value_in(line, field));
    }
    return values;
}

int lines_of(const Reading& reading) {
    std::size_t lines = 0;
    for (const auto& document : reading.documents)
        lines += document.lines.size();
    return static_cast<int>(lines);
}

TrialRow compared(const Reading& before, const Reading& after, const std::string& field) {
    const auto old_values = values_in(before, field);
    const auto new_values = values_in(after, field);
    TrialRow row{.lines_before = lines_of(before),
                 .lines_after = lines_of(after),
                 .values_before = static_cast<int>(old_values.size()),
                 .values_after = static_cast<int>(new_values.size())};
    for (const auto& value : new_values)
        if (row.samples.size() < samples_told &&
            std::ranges::find(old_values, value) == old_values.end())
            row.samples.push_back(value);
    return row;
}

} // namespace

std::string to_json_text(const HeadingTrial& trial) {
    return json_text(to_json(trial));
}

HeadingTrial trial_from_json(std::string_view text) {
    return from_json<HeadingTrial>(parse_json(text));
}

HeadingTrial try_heading(Store& store, const TaughtHeading& taught, const ReadAgain& read,
                         const std::function<bool()>& stop) {
    TaughtHeadings headings(store);
    auto known = headings.used_for(taught.customer_no);
    std::vector<TableLayout> as_today;
    if (!known.empty()) as_today.push_back(layout_of(known));
    known.push_back(taught);
    const std::vector<TableLayout> as_taught{layout_of(known)};
    HeadingTrial trial;
    for (const auto& earlier : headings.earlier_messages(taught.customer_no, tried_at_most)) {
        if (stop()) break;
        const auto message = store.message(earlier.message_id, true);
        if (!message) continue;
        ++trial.looked_at;
        const auto before = read(*message, as_today);
        const auto after = read(*message, as_taught);
        if (!before || !after) {
            ++trial.unread;
            continue;
        }
        if (json_text(to_json(before->documents)) == json_text(to_json(after->documents))) continue;
        ++trial.otherwise;
        if (trial.rows.size() >= rows_told) continue;
        auto row = compared(*before, *after, taught.field);
        row.case_no = earlier.case_no;
        row.file = message->file_name;
        trial.rows.push_back(std::move(row));
    }
    return trial;
}

void HeadingTrials::run_due(Store& store, const std::function<bool()>& stop) {
    TaughtHeadings headings(store);
    while (const auto taught = stop() ? std::nullopt : headings.next_to_try()) {
        const auto read = [&](const StoredMessage& message, std::vector<TableLayout> layouts) {
            layouts.insert(layouts.end(), layouts_.begin(), layouts_.end());
            return reader_.read(message.bytes, request_for(settings_, std::move(layouts), message));
        };
        const auto trial = try_heading(store, *taught, read, stop);
        if (stop()) return; // half a trial tells nothing: again after the start
        headings.tried(taught->id, to_json_text(trial));
        log::info("heading.tried", {{"customer", taught->customer_no},
                                    {"heading", taught->heading},
                                    {"field", taught->field},
                                    {"documents", std::int64_t{trial.looked_at}},
                                    {"otherwise", std::int64_t{trial.otherwise}}});
    }
}

} // namespace besteld
