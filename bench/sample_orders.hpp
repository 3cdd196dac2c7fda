// SPDX-License-Identifier: Apache-2.0
#pragma once

// Invented orders in every format that is read: the same number gives the same bytes, no two orders
// are alike. Parties and articles are of the GS1 prefix 952, which is set aside for examples.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace besteld::bench {

// A file of several orders is head, order 1 … n, tail; of formats with one order a document, head
// and tail are empty.
struct SampleFormat {
    std::string_view name;
    std::string_view ending;
    char terminator; // what ends a segment, a record or, in XML, an element
    bool xml;
    std::string (*head)();
    std::string (*order)(std::size_t number, std::size_t lines);
    std::string (*tail)(std::size_t orders);
};

std::span<const SampleFormat> sample_formats();

// One file of so many orders; for a document per order, only the first.
std::string sample_file(const SampleFormat& format, std::size_t orders, std::size_t lines);

bool one_order_a_document(const SampleFormat& format);

} // namespace besteld::bench
