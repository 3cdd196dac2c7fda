// SPDX-License-Identifier: Apache-2.0
#pragma once

// deliver, towards other systems of the house: hand-offs and notices as files or signed calls. A
// row goes as often as it takes; its key makes it one thing for the receiver. Blocks; belongs to
// one thread.

#include "deliver/render_hand_off.hpp"
#include "deliver/webhook.hpp"
#include "store/hand_offs.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace besteld {

struct HandOffSettings {
    std::string daemon;
    std::filesystem::path erp_folder; // empty: not by this way
    std::filesystem::path warehouse_folder;
    std::filesystem::path production_folder;
    HandOffFormat format = HandOffFormat::json;        // for the ERP system
    HandOffFormat notice_format = HandOffFormat::json; // for warehouse and production
    std::string idoc_sender = "BESTELD";
    std::string idoc_receiver = "ERP";
    std::string zone = "Europe/Amsterdam";
    WebhookSettings webhook; // its body is JSON, whatever the files are
    int batch = 50;
    std::chrono::milliseconds first_retry{10'000}; // doubled each time up to the longest
    std::chrono::milliseconds longest_retry{600'000};
};

class HandOffSender {
public:
    HandOffSender(HandOffSettings settings, Store& store);

    // Sends what is due, one batch at the most; the number of rows it took. `stop` is asked between
    // rows.
    int send_due(Instant now, const std::function<bool()>& stop);
    // What was leased when the database went away is nobody's.
    void release_leases();

private:
    struct Outcome {
        HandOffState state = HandOffState::retry;
        std::string reply;
        std::optional<Instant> next_attempt;
        std::string number; // a receipt that came with the answer
    };
    void send(HandOffRow& row, Instant now);
    void record(const HandOffRow& row, const Outcome& outcome, Instant now);
    HandOffFormat format_of(const HandOffRow& row) const;
    std::filesystem::path folder_of(const HandOffRow& row) const;
    Outcome write_file(const HandOffRow& row) const;
    Outcome call(const HandOffRow& row, Instant now) const;
    Instant later(const HandOffRow& row, Instant now, std::chrono::seconds asked) const;

    HandOffSettings settings_;
    Store& store_;
    HandOffs hand_offs_;
};

} // namespace besteld
