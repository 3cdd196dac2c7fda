// SPDX-License-Identifier: Apache-2.0
#pragma once

// ISA, GS, GE and IEA: what stands around transaction sets, and the counts and numbers that must
// agree. One file in six gets them wrong (quirks.md), so they are told and the orders are read.

#include "order/draft.hpp"
#include "parsers/x12/tokeniser.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers::x12 {

class EnvelopeReader {
public:
    EnvelopeReader(const Window& window, std::uint32_t part) : window_(window), part_(part) {}
    // What is held from here on.
    void move_to(const Window& window) { window_ = window; }

    // Takes one service segment, the only one in `service`; `isa` is what the tokeniser made of it.
    void take(const Segments& service, const std::optional<Isa>& isa);
    // A transaction set begins.
    const Envelope& open_message(const Place& place);
    // What stands for an interchange that holds TA1 and no message (X12.5).
    OrderDraft interchange_receipt() const;
    // GS08, "004010"
    const std::string& version() const { return version_; }
    void finish();
    // ISA05 and 06 of the open interchange
    const std::string& sender() const { return envelope_.sender; }
    std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }
    void report(Severity severity, Place place, std::string code, std::string text,
                std::string hint = {});
    Place place(const Segment& segment) const;

private:
    std::string text(unsigned element) const;
    std::string address(unsigned id, unsigned qualifier) const;
    void begin_interchange(const std::optional<Isa>& isa);
    void end_interchange();
    void begin_group();
    void end_group();
    void compare(unsigned element, const std::string& expected, std::string_view what);
    void count(unsigned element, std::size_t seen, std::string_view what);
    void close_open(std::string_view before);

    Window window_;
    std::uint32_t part_;
    const Segments* service_ = nullptr; // during take
    Envelope envelope_;
    std::string version_;
    std::size_t interchanges_ = 0;
    std::size_t groups_ = 0;   // in the open interchange
    std::size_t messages_ = 0; // in the open group
    bool interchange_open_ = false;
    bool group_open_ = false;
    bool outside_told_ = false;
    std::vector<Problem> problems_;
};

} // namespace besteld::parsers::x12
