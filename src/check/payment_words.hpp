// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// What a word means in terms of payment, in Dutch, English, German, French and Chinese. The table
// is the whole of the vocabulary.
enum class PaymentWord {
    day,
    week,
    month,
    net,
    discount,
    prepaid, // before delivery
    at_once, // no period at all
    on_delivery,
    month_end,
    rest, // of what was not prepaid
    filler
};

struct PaymentEntry {
    std::string_view text; // folded; Chinese words stand without blanks around them
    PaymentWord word;
};

// The entry that `text` begins with, the longest if there are several; null when none does.
const PaymentEntry* payment_word_at(std::string_view text);

} // namespace besteld
