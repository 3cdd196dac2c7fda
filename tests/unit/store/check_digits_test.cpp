// SPDX-License-Identifier: Apache-2.0
#include "store/check_digits.hpp"

#include <gtest/gtest.h>

namespace besteld {

TEST(CheckDigits, ofGs1Numbers) {
    for (const char* good : {"9521000000018", "19521000000015", "9520000001018", "96385074"})
        EXPECT_TRUE(is_gs1_number(good)) << good;
    for (const char* bad : {"9520000001019", "9521000000081", "", "1234567", "952000000101X"})
        EXPECT_FALSE(is_gs1_number(bad)) << bad;
}

TEST(CheckDigits, ofDutchVatNumbersByEitherRule) {
    EXPECT_TRUE(is_dutch_vat("NL123456789B13"));
    EXPECT_TRUE(is_dutch_vat("NL123456782B01"));
    for (const char* bad :
         {"NL123456789B14", "NL123456789B1", "NL12345678AB13", "nl123456789b13", ""})
        EXPECT_FALSE(is_dutch_vat(bad)) << bad;
}

TEST(CheckDigits, ofGermanVatNumbers) {
    EXPECT_TRUE(is_german_vat("DE136695976"));
    for (const char* bad : {"DE136695977", "DE13669597", "DE13669597X"})
        EXPECT_FALSE(is_german_vat(bad)) << bad;
}

TEST(CheckDigits, ofChineseCreditCodes) {
    EXPECT_TRUE(is_chinese_uscc("91350100M000100Y43"));
    EXPECT_TRUE(is_chinese_uscc("91310000MA1FL0000N"));
    for (const char* bad : {"91310000MA1FL0000M", "91310000MA1FL0000", "91310000MA1FI0000N"})
        EXPECT_FALSE(is_chinese_uscc(bad)) << bad;
}

} // namespace besteld
