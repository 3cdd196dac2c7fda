// SPDX-License-Identifier: Apache-2.0
#include "base/credit_code.hpp"
#include "base/gs1_number.hpp"
#include "base/vat_number.hpp"

#include <gtest/gtest.h>

namespace besteld {

TEST(CheckDigits, ofGs1Numbers) {
    for (const char* good : {"9521000000018", "19521000000015", "9520000001018", "96385074"})
        EXPECT_TRUE(gs1_check_digit_fits(good)) << good;
    for (const char* bad : {"9520000001019", "9521000000081", "", "1234567", "952000000101X"})
        EXPECT_FALSE(gs1_check_digit_fits(bad)) << bad;
}

TEST(CheckDigits, ofDutchVatNumbersByEitherRule) {
    EXPECT_EQ(vat_fault("NL123456789B13"), VatFault::none);
    EXPECT_EQ(vat_fault("NL123456782B01"), VatFault::none);
    for (const char* bad :
         {"NL123456789B14", "NL123456789B1", "NL12345678AB13", "nl123456789b13", ""})
        EXPECT_NE(vat_fault(bad), VatFault::none) << bad;
}

TEST(CheckDigits, ofGermanVatNumbers) {
    EXPECT_EQ(vat_fault("DE136695976"), VatFault::none);
    for (const char* bad : {"DE136695977", "DE13669597", "DE13669597X"})
        EXPECT_NE(vat_fault(bad), VatFault::none) << bad;
}

TEST(CheckDigits, ofChineseCreditCodes) {
    EXPECT_TRUE(is_chinese_credit_code("91350100M000100Y43"));
    EXPECT_TRUE(is_chinese_credit_code("91310000MA1FL0000N"));
    for (const char* bad : {"91310000MA1FL0000M", "91310000MA1FL0000", "91310000MA1FI0000N"})
        EXPECT_FALSE(is_chinese_credit_code(bad)) << bad;
}

} // namespace besteld
