// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a taught heading would have made of the customer's earlier documents: each is read twice,
// as today and with the heading. Nothing of it is kept but the comparison.

#include "flow/judge.hpp"
#include "flow/reader_process.hpp"
#include "store/taught_headings.hpp"

#include <functional>
#include <string>
#include <vector>

namespace besteld {

// One document that would be read otherwise.
struct TrialRow {
    std::string case_no;
    std::string file; // as it was sent; empty for a mail
    int lines_before = 0;
    int lines_after = 0;
    int values_before = 0; // of the taught field
    int values_after = 0;
    std::vector<std::string> samples; // values that are new, the first few
};

struct HeadingTrial {
    int looked_at = 0;
    int unread = 0;             // a reader gave up on them
    int otherwise = 0;          // would be read otherwise
    std::vector<TrialRow> rows; // of these, the newest
};

std::string to_json_text(const HeadingTrial& trial);
HeadingTrial trial_from_json(std::string_view text); // throws JsonFault

using ReadAgain = std::function<std::expected<Reading, ReaderFault>(const StoredMessage&,
                                                                    std::vector<TableLayout>)>;

// The customer's newest documents, at most so many; `stop` is asked between two.
HeadingTrial try_heading(Store& store, const TaughtHeading& taught, const ReadAgain& read,
                         const std::function<bool()>& stop);

// Tries what waits to be tried. Blocks; belongs to one thread.
class HeadingTrials {
public:
    HeadingTrials(FlowSettings settings, std::vector<TableLayout> layouts,
                  std::string reader_binary, ReaderLimits limits)
        : settings_(std::move(settings)), layouts_(std::move(layouts)),
          reader_(std::move(reader_binary), limits) {}

    void run_due(Store& store, const std::function<bool()>& stop);

private:
    FlowSettings settings_;
    std::vector<TableLayout> layouts_; // declared ones
    ReaderProcess reader_;
};

} // namespace besteld
