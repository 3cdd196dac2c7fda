// SPDX-License-Identifier: Apache-2.0
#pragma once

// Breaches of a format's own rules in one message: each kind is told once, at its first place, with
// how often it came. A breach is a doubt: what the message says is read all the same.

#include "order/draft.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace besteld::parsers {

struct BreachKind {
    std::string_view code; // of the problem
    std::string tag;       // of the segment
    unsigned element = 0;  // 0: the segment as a whole
    unsigned component = 0;
    friend bool operator==(const BreachKind&, const BreachKind&) = default;
};

class RuleBreaches {
public:
    // One more of a kind that is known; false when it is new.
    bool count(const BreachKind& kind) {
        const auto known = std::ranges::find(list_, kind, &Breach::kind);
        if (known == list_.end()) return false;
        ++known->times;
        return true;
    }
    void add(BreachKind kind, Place place, std::string text) {
        if (list_.size() < most_kinds)
            list_.push_back({std::move(kind), std::move(place), std::move(text)});
    }
    // To a reader's MessageView.
    template <typename View>
    void tell(View& view) {
        for (auto& one : list_)
            view.report(Severity::warning, std::move(one.place), std::string(one.kind.code),
                        one.times == 1 ? std::move(one.text)
                                       : cat(one.text, "; ", one.times, " times in the message"));
    }

private:
    static constexpr std::size_t most_kinds = 40; // a message of another make is wrong everywhere

    struct Breach {
        BreachKind kind;
        Place place;
        std::string text;
        std::size_t times = 1;
    };
    std::vector<Breach> list_;
};

} // namespace besteld::parsers
