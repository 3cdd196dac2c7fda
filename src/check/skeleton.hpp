// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the eye takes for the same: skeletons of names after UTS 39 section 4 (ICU's confusables),
// with the few tricks of Latin mail domains that it leaves out (vv for w, cl for d, i for l).

#include <string>
#include <string_view>

namespace besteld {

// "korenaar" of "k0renaar" and of its Cyrillic twin. Two names with one skeleton look alike; the
// skeleton itself is nothing to show. Input: UTF-8, or a label's punycode ("xn--…").
std::string skeleton(std::string_view name);

// Whether `label` has this skeleton: the same without an allocation for plain ASCII, for long
// lists.
bool has_skeleton(std::string_view label, std::string_view wanted);

// A domain as people see it: punycode decoded (UTS 46), lower case; unchanged when it cannot be.
std::string shown_domain(std::string_view domain);

} // namespace besteld
