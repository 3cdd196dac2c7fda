// SPDX-License-Identifier: Apache-2.0
#pragma once

// UNB, UNG, UNE and UNZ: what stands around messages, and the counts and references that must
// agree.

#include "order/draft.hpp"
#include "parsers/edifact/tokeniser.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers::edifact {

class EnvelopeReader {
public:
    EnvelopeReader(const Window& window, std::uint32_t part) : window_(window), part_(part) {}
    // What is held from here on.
    void move_to(const Window& window) { window_ = window; }

    // Takes one service segment, the only one in `service`. Returns the syntax version of a UNB,
    // else 0.
    int take(const Segments& service, const ServiceCharacters& characters);
    // A message begins: its envelope, with the reference still empty.
    const Envelope& open_message(const std::string& reference, const Place& place);
    // "D.96A" as UNG states it, or empty
    const std::string& group_version() const { return group_version_; }
    // The bytes are over.
    void finish();
    // "UNOC"
    const std::string& syntax_identifier() const { return syntax_identifier_; }
    // UNB S002 of the open interchange
    const std::string& sender() const { return envelope_.sender; }
    std::vector<Problem> take_problems() { return std::exchange(problems_, {}); }
    void report(Severity severity, Place place, std::string code, std::string text,
                std::string hint = {});
    Place place(const Segment& segment) const;

private:
    std::string text(unsigned element, unsigned component = 1) const;
    std::string address(unsigned element) const;
    void begin_interchange();
    void end_interchange();
    void begin_group();
    void end_group();
    void compare(unsigned element, const std::string& expected, std::string_view what);
    void count(unsigned element, std::size_t seen, std::string_view what);
    void check_open(std::string_view before);
    void check_group();

    Window window_;
    std::uint32_t part_;
    const Segments* service_ = nullptr; // during take
    ServiceCharacters characters_;
    Envelope envelope_;
    std::string syntax_identifier_;
    std::string group_version_;
    std::size_t interchanges_ = 0;
    std::size_t messages_ = 0;       // in the open interchange
    std::size_t groups_ = 0;         // in the open interchange
    std::size_t group_messages_ = 0; // in the open group
    bool interchange_open_ = false;
    bool group_open_ = false;
    std::set<std::string> references_; // of the open interchange's messages
    std::vector<Problem> problems_;
};

} // namespace besteld::parsers::edifact
