// SPDX-License-Identifier: Apache-2.0
#include "web/http.hpp"
#include "web/origin.hpp"

#include <gtest/gtest.h>

using namespace besteld;

TEST(Forms, areDecodedByNameAndValue) {
    const auto fields = parse_form("a=1&b=%20x+y&naam=%E4%B8%AD&a=2&leeg=&los&&=x");
    EXPECT_EQ(fields.count("a"), 2U);
    EXPECT_EQ(fields.find("b")->second, " x y");
    EXPECT_EQ(fields.find("naam")->second, "中");
    EXPECT_EQ(fields.find("leeg")->second, "");
    EXPECT_EQ(fields.find("los")->second, "");
    EXPECT_EQ(fields.find("")->second, "x");
}

TEST(PercentDecoding, leavesIncompleteEscapesAsTheyAre) {
    EXPECT_EQ(percent_decode("100%", PlusMeans::blank), "100%");
    EXPECT_EQ(percent_decode("%4", PlusMeans::blank), "%4");
    EXPECT_EQ(percent_decode("%zz%41", PlusMeans::blank), "%zzA");
    EXPECT_EQ(percent_decode("a+b", PlusMeans::plus), "a+b");
    EXPECT_EQ(percent_decode("%2541", PlusMeans::plus), "%41") << "decoded once only";
}

TEST(PercentEncoding, comesBackTheSame) {
    std::string all;
    for (int c = 0; c < 256; ++c)
        all += static_cast<char>(c);
    EXPECT_EQ(percent_decode(percent_encode(all), PlusMeans::blank), all);
}

TEST(Cookies, areTakenApart) {
    const auto cookies = parse_cookies("besteld=abc; theme=dark;keys=off; onzin ; a=b=c");
    EXPECT_EQ(cookies.at("besteld"), "abc");
    EXPECT_EQ(cookies.at("keys"), "off");
    EXPECT_EQ(cookies.at("a"), "b=c");
    EXPECT_FALSE(cookies.contains("onzin"));
}

TEST(SafePath, sendsNobodyElsewhere) {
    EXPECT_EQ(safe_path("/case/4?text=a%20b"), "/case/4?text=a%20b");
    for (const auto* elsewhere : {"", "queue", "//evil.example", "/\\evil.example",
                                  "https://evil.example/", "/a\r\nSet-Cookie: x=y", "/ x"})
        EXPECT_EQ(safe_path(elsewhere), "/") << elsewhere;
}

TEST(Origin, isTheBrowsersWordAndNeedsOne) {
    HttpRequest request{.method = "POST"};
    EXPECT_FALSE(is_same_origin(request)) << "a browser says one of the two";
    request.headers = {{"host", "orders.example:8080"}, {"origin", "http://orders.example:8080"}};
    EXPECT_TRUE(is_same_origin(request));
    request.headers["origin"] = "http://orders.example:8080.evil.example";
    EXPECT_FALSE(is_same_origin(request));
    request.headers["origin"] = "null";
    EXPECT_FALSE(is_same_origin(request));
    for (const auto* site : {"cross-site", "same-site", "none"}) {
        request.headers["sec-fetch-site"] = site;
        EXPECT_FALSE(is_same_origin(request)) << site;
    }
}

TEST(Proxy, isBelievedOnlyFromThisMachine) {
    HttpRequest request{
        .headers = {{"x-forwarded-proto", "https"}, {"x-forwarded-for", "1.2.3.4, 192.0.2.9"}},
        .peer = "127.0.0.1"};
    EXPECT_TRUE(came_by_https(request));
    EXPECT_EQ(client_address(request), "192.0.2.9")
        << "what the proxy saw, not what the client wrote before it";
    EXPECT_FALSE(is_loopback(request)) << "the proxy's visitor is not on this machine";
    EXPECT_EQ(session_cookie_name(request), "__Host-besteld");
    request.peer = "192.0.2.1";
    EXPECT_FALSE(came_by_https(request));
    EXPECT_EQ(client_address(request), "192.0.2.1");
    EXPECT_EQ(session_cookie_name(request), "besteld");
}
