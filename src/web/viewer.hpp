// SPDX-License-Identifier: Apache-2.0
#pragma once

// For whom a page is made, and the parts that all pages have in common.

#include "base/zone.hpp"
#include "store/store.hpp"
#include "web/http.hpp"
#include "web/pages.hpp"

#include <optional>
#include <span>
#include <string>

namespace besteld {

// A decision that can still be taken back.
struct HeldNotice {
    std::int64_t case_id = 0;
    std::string about; // the case, by its number; on the case's own page who decided
    std::string what;  // "release"
    Instant leaves_at{};
};

struct Viewer {
    User user;
    std::string token; // of the session, as the cookie holds it
    std::string form_token;
    const Strings& words;
    const Zone& zone;
    Instant now{};
    std::string theme = "system"; // light, dark, contrast, system
    std::string size = "usual";   // of the text: large, largest
    std::string rest = "0";       // after so many minutes of work a reminder; 0: none
    bool keys = true;             // single-letter keys (WCAG 2.1.4: they can be switched off)
    std::string path;             // of this page with its query, to come back to
    std::optional<HeldNotice> held = {}; // what the person decided last
};

// What a person may choose of each; the first is how it is unless he does.
inline constexpr std::string_view themes[] = {"system", "light", "dark", "contrast"};
inline constexpr std::string_view text_sizes[] = {"usual", "large", "largest"};
inline constexpr std::string_view rest_minutes[] = {"0", "30", "45", "60"};
// What was chosen, if it can be.
std::optional<std::string> chosen_of(std::span<const std::string_view> choices,
                                     const std::string& asked);

// What is in the frame of each page: words of the head, the person, the form token.
void fill_frame(Dictionary& page, const Viewer& viewer, const std::string& title);

// What was decided, when it leaves, and the way to take it back.
void fill_held(Dictionary& section, const Viewer& viewer, const HeldNotice& held);

// For whom the page has nothing to do.
void say_look_only(Dictionary& page, const Viewer& viewer);

// The queue's filter as it stands in addresses: "text=…&check=…", empty for none.
QueueFilter filter_of(const std::map<std::string, std::string>& query);
std::string query_of(const QueueFilter& filter);

// What people call the order: the customer's number, or ours when he gave none.
std::string title_of(const Case& the_case);

// Sentences and marks that several pages use.
std::string state_words(OrderState state, const Strings& words);
std::string check_words(std::string_view check_name, const Strings& words);

} // namespace besteld
