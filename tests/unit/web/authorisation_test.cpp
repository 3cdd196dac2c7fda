// SPDX-License-Identifier: Apache-2.0

// No door was left open, and no new one comes without being asked about. Which role may do what
// stands in security_test.cpp.
#include "web_visitor.hpp"

#include "base/text.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace besteld;
using test::Visitor;
using test::WebWorld;

namespace {

const std::string look_only[] = {"carla", "adam", "olga"}; // credit, admin, auditor

// What decides, changes or tells somebody something, with the file in which its verb is known.
struct Door {
    const char* file;
    const char* address; // before the verb; {case} and {complaint} are filled in
    std::set<std::string> verbs;
};

const std::vector<Door>& doors() {
    static const std::vector<Door> all{
        {"actions.cpp",
         "/case/{case}/",
         {"resolve", "correct", "ask", "unresolve", "release", "approve", "refuse", "reject",
          "answered", "consent", "decline", "counter", "set_aside", "cancel", "expire", "take_back",
          "claim"}},
        {"order_actions.cpp",
         "/order/{case}/",
         {"note", "resend", "status", "take_back", "cancel", "promise", "register", "answer"}},
        {"complaint_pages.cpp",
         "/complaint/{complaint}/",
         {"assign", "cause", "link", "confirm", "note", "close", "replace"}}};
    return all;
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Whatever any of them asks for, so that only the role can be in the way.
test::Fields everything(const std::string& version) {
    return {{"version", version},
            {"finding", "0"},
            {"resolution", "accept_agreed"},
            {"reason", "as agreed"},
            {"text", "as agreed"},
            {"field", "line.quantity"},
            {"line", "0"},
            {"value", "500"},
            {"numbers", "4500017"},
            {"owner", "qa@noordkade.example"},
            {"cause", "transport"},
            {"number", "4500017"},
            {"outcome", "credit"},
            {"confirm", "yes"},
            {"answer", "1"},
            {"date0", "2026-03-09"},
            {"quantity0", "10"}};
}

struct Authorisation : testing::Test {
    WebWorld world;
    WebApp app{world.settings(), test::noordkade(), world.store(), world.pool()};

    void SetUp() override {
        world.arrive("mail", "",
                     "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                     "To: orders@noordkade.example\r\nSubject: Klacht over 4500017\r\n"
                     "Message-ID: <klacht-2@korenaar.example>\r\n"
                     "Date: Mon, 2 Mar 2026 09:05:00 +0100\r\nMIME-Version: 1.0\r\n"
                     "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                     "Van bestelling 4500017 waren 6 rollen NK-210 beschadigd.\r\n");
    }

    std::vector<std::string> addresses() const {
        std::vector<std::string> all;
        for (const auto& door : doors())
            for (const auto& verb : door.verbs)
                all.push_back(replace_all(
                    replace_all(cat(door.address, verb), "{case}", cat(world.cases()[0])),
                    "{complaint}", "KL-26-0001"));
        return all;
    }
    std::string version() { return cat(world.store().find_case(world.cases()[0])->version); }
    // Everything that was ever done, in words.
    std::string done() {
        std::string all = cat(world.store().events(0).size());
        for (const auto id : world.cases()) {
            all += cat(" ", id, ":", world.store().find_case(id)->version, ":",
                       world.store().events(id).size());
        }
        return all;
    }
};

} // namespace

TEST_F(Authorisation, knowsEveryVerbThatThePagesKnow) {
    const std::regex verb(R"re(verb == "([a-z_]+)")re");
    for (const auto& door : doors()) {
        const auto source =
            read_file(std::filesystem::path(BESTELD_SOURCE_DIR) / "src/web" / door.file);
        std::set<std::string> known;
        for (std::sregex_iterator found(source.begin(), source.end(), verb), end; found != end;
             ++found)
            known.insert((*found)[1]);
        EXPECT_EQ(known, door.verbs) << door.file;
    }
}

TEST_F(Authorisation, letsNobodyInWithoutALogIn) {
    Visitor stranger{app};
    const auto before = done();
    for (const auto& address : addresses())
        EXPECT_EQ(stranger.post(address, everything(version())).status, 401) << address;
    for (const auto* address :
         {"/queue", "/orders", "/complaints", "/reports", "/reports/orders?as=csv", "/case/1",
          "/case/1/raw", "/order/1", "/complaint/KL-26-0001", "/alike/abc", "/typed", "/account",
          "/access", "/home", "/customer/C1001", "/base-data", "/base-data/1", "/teach/1"})
        EXPECT_TRUE(test::location_of(stranger.get(address)).starts_with("/login?back="))
            << address;
    for (const auto* address : {"/filters",
                                "/filters/remove",
                                "/alike/abc",
                                "/alike/take_back",
                                "/typed",
                                "/typed/check",
                                "/silence/known",
                                "/base-data/preview",
                                "/base-data/import",
                                "/base-data/1/approve",
                                "/base-data/1/refuse",
                                "/base-data/1/undo",
                                "/teach",
                                "/teach/number",
                                "/teach/1/use",
                                "/teach/1/end",
                                "/account/begin",
                                "/account/confirm",
                                "/account/remove",
                                "/account/password"})
        EXPECT_EQ(stranger.post(address, everything("1")).status, 401) << address;
    EXPECT_EQ(done(), before);
}

TEST_F(Authorisation, letsThoseWhoOnlyLookChangeNothing) {
    for (const auto& login : look_only) {
        Visitor visitor{app};
        ASSERT_TRUE(visitor.log_in(login));
        const auto before = done();
        for (const auto& address : addresses()) {
            // Nothing is decided yet that could be taken back: that comes before who may.
            const bool nothing_there = address.ends_with("/case/1/take_back") ||
                                       (login == "carla" && address.ends_with("/case/1/unresolve"));
            const auto status = visitor.post(address, everything(version())).status;
            EXPECT_THAT(status, nothing_there ? testing::AnyOf(404, 409) : testing::AnyOf(403, 403))
                << login << " " << address;
            EXPECT_EQ(done(), before) << login << " " << address;
        }
        for (const auto* address : {"/queue", "/orders", "/complaints", "/reports"})
            EXPECT_EQ(visitor.get(address).status, 200) << login << " " << address;
    }
}
