// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace besteld {
namespace {

TEST(Text, knowsWellFormedUtf8) {
    EXPECT_TRUE(is_utf8("Müller 上海"));
    for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8", "\xFC"})
        EXPECT_FALSE(is_utf8(bad));
    EXPECT_EQ(to_valid_utf8("M\xFCller"), "M\xEF\xBF\xBDller");
}

TEST(Text, comparesCodesWithoutDressing) {
    EXPECT_EQ(normalise_code(" nk-100 "), "NK100");
    EXPECT_EQ(normalise_code("PO 2026/07.1"), "PO2026071");
}

TEST(Text, foldsUmlautsAndMeasuresDistanceInCharacters) {
    EXPECT_EQ(fold_case("MÜLLER Straße"), fold_case("müller strasse"));
    EXPECT_EQ(edit_distance("prot", "port"), 2U);
    EXPECT_EQ(edit_distance("订单", "订单号"), 1U);
}

TEST(Hash, isSha256) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_NE(random_hex(16), random_hex(16));
}

} // namespace
} // namespace besteld
