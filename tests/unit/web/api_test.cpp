// SPDX-License-Identifier: Apache-2.0

// The API: who may call what, what is described is what is served, versions, repeats, limits.
#include "api_caller.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "store/access_log.hpp"
#include "web/api/api.hpp"
#include "web/api/openapi.hpp"

#include <gmock/gmock.h>

#include <algorithm>

using namespace besteld;
using test::ApiCaller;
using test::Reply;
using test::WebWorld;
using testing::HasSubstr;

namespace {

const std::string typed_order = R"({"by":"phone","customer_no":"C1001","caller":"Petra",
    "lines":[{"item":"NK-100","quantity":"500"}]})";

struct Calls : testing::Test {
    WebWorld world;
    Instant now = world.now();
    std::vector<Visit> visits;
    WebAppSettings settings() {
        auto changed = world.settings();
        changed.clock = [this] { return now; };
        changed.on_visit = [this](Visit visit) { visits.push_back(std::move(visit)); };
        changed.api_calls_per_minute = 300;
        return changed;
    }
    WebApp app{settings(), test::noordkade(), world.store(), world.pool()};
    ApiCaller anna{world, app, "anna"};
    std::int64_t first() const { return world.cases().at(0); }
    Case the_case(std::int64_t id) { return *world.store().find_case(id); }
    std::string path(std::int64_t id, const std::string& more = "") {
        return cat("/api/v1/cases/", id, more);
    }
};

} // namespace

TEST_F(Calls, wantAToken) {
    HttpRequest bare{.method = "GET", .path = "/api/v1/queue"};
    const auto refused = anna.send(bare); // without the header
    EXPECT_EQ(refused.status, 200) << "send adds it";
    for (const auto* header : {"", "Bearer ", "Bearer bst_0", "Basic YW5uYTp4"}) {
        auto request = bare;
        request.headers["authorization"] = header;
        const auto reply = anna.send(request);
        EXPECT_EQ(reply.status, 401) << header;
        EXPECT_EQ(reply.at("/code"), "no_token");
        EXPECT_EQ(reply.headers.at("WWW-Authenticate"), "Bearer realm=\"besteld\"");
    }
    // Somebody who is logged in at the page is nobody here.
    test::Visitor browser{app};
    ASSERT_TRUE(browser.log_in("anna"));
    EXPECT_EQ(browser.get("/api/v1/queue").status, 401);
}

TEST_F(Calls, endWithTheToken) {
    EXPECT_EQ(anna.get("/api/v1/queue").status, 200);
    now += std::chrono::days{31};
    EXPECT_EQ(anna.get("/api/v1/queue").status, 401) << "expired";
    now -= std::chrono::days{31};
    ApiTokens tokens(world.store());
    EXPECT_EQ(tokens.all().at(0).used_at, now);
    EXPECT_TRUE(tokens.revoke(tokens.all().at(0).id, now));
    EXPECT_FALSE(tokens.revoke(tokens.all().at(0).id, now));
    EXPECT_EQ(anna.get("/api/v1/queue").status, 401) << "revoked";
    ApiCaller bram{world, app, "bram"};
    auto user = *world.store().user("bram");
    user.active = false;
    world.store().save_user(user);
    EXPECT_EQ(bram.get("/api/v1/queue").status, 401) << "its person is out";
}

TEST_F(Calls, keepOnlyTheHashOfAToken) {
    EXPECT_TRUE(anna.token().starts_with("bst_"));
    EXPECT_EQ(anna.token().size(), 68U);
    EXPECT_FALSE(ApiTokens(world.store()).find(anna.token(), now));
    EXPECT_TRUE(ApiTokens(world.store()).find(sha256_hex(anna.token()), now));
}

TEST_F(Calls, showTheQueueAsThePageDoes) {
    const auto all = anna.get("/api/v1/queue");
    ASSERT_EQ(all.status, 200) << all.text;
    EXPECT_EQ(all.at("/waiting"), cat(world.store().queue_size()));
    const auto page = anna.get("/api/v1/queue?limit=2");
    EXPECT_EQ(page.body.at("cases").as_array().size(), 2U);
    const auto next =
        anna.get(cat("/api/v1/queue?limit=2&after=", percent_encode(page.at("/next"))));
    EXPECT_EQ(next.at("/cases/0/id"), all.at("/cases/2/id"));
    const auto cheap = anna.get("/api/v1/queue?check=price_below_agreed");
    EXPECT_FALSE(cheap.body.at("cases").as_array().empty());
    EXPECT_LT(cheap.body.at("cases").as_array().size(), all.body.at("cases").as_array().size());
}

TEST_F(Calls, showACaseWithWhatWouldBeTold) {
    const auto reply = anna.get(path(first()));
    ASSERT_EQ(reply.status, 200) << reply.text;
    EXPECT_EQ(reply.at("/head/customer_no"), "C1001");
    EXPECT_EQ(reply.at("/head/buyer_order_no"), "4500017");
    EXPECT_EQ(reply.etag(), cat('"', the_case(first()).version, '"'));
    EXPECT_EQ(reply.at("/lines/0/quantity"), "500");
    const auto& findings = reply.body.at("findings").as_array();
    ASSERT_FALSE(findings.empty());
    const auto price = std::ranges::find_if(findings, [](const auto& one) {
        return one.at("check").as_string() == "price_below_agreed";
    });
    ASSERT_NE(price, findings.end());
    EXPECT_EQ(price->at("agreed").as_string(), "0.74 EUR");
    EXPECT_TRUE(price->at("open").as_bool());
    EXPECT_EQ(anna.get(path(999)).status, 404);
    EXPECT_EQ(anna.get("/api/v1/cases/x").status, 404);
    const auto raw = anna.get(path(first(), "/message"));
    EXPECT_THAT(raw.text, HasSubstr("UNB+UNOC"));
}

TEST_F(Calls, sayOfAWindowItsLastDayForTheOrderAndItsLines) {
    auto order = test::edi_order("4500091", {"9521000000018 500 0.71"});
    order = replace_all(order, "DTM+2:20260305:102'", "DTM+64:20260309:102'\nDTM+63:20260311:102'");
    order = replace_all(order, "UNT+14+", "UNT+15+");
    world.arrive("edi-in", "window.edi", order);
    const auto reply = anna.get(path(world.cases().back()));
    ASSERT_EQ(reply.at("/head/buyer_order_no"), "4500091") << reply.text;
    EXPECT_EQ(reply.at("/requested"), "2026-03-11");
    EXPECT_EQ(reply.at("/lines/0/requested"), "2026-03-11");
}

TEST_F(Calls, decideACaseToTheEnd) {
    const auto id = first();
    EXPECT_EQ(anna.act(id, "claim").status, 200);
    for (std::size_t i = 0; i < the_case(id).findings.size(); ++i) {
        const auto finding = the_case(id).findings[i];
        if (!is_open(finding)) continue;
        const auto reply =
            anna.act(id, "resolve", cat(R"({"finding":)", i, R"(,"resolution":"accept_agreed"})"));
        ASSERT_EQ(reply.status, 200) << reply.text;
        EXPECT_EQ(reply.at("/version"), cat(the_case(id).version));
    }
    const auto released = anna.act(id, "release");
    ASSERT_EQ(released.status, 200) << released.text;
    EXPECT_NE(the_case(id).state, OrderState::in_review);
    EXPECT_EQ(anna.get("/api/v1/orders?text=4500017").at("/orders/0/id"), cat(id));
    const auto order = anna.get(cat("/api/v1/orders/", id));
    EXPECT_THAT(order.text, HasSubstr("\"told\":[{"));
    EXPECT_EQ(anna.get(cat("/api/v1/orders/", id, "/messages/", the_case(id).message_id)).status,
              200);
}

TEST_F(Calls, sayWhichVersionTheyDecidedOn) {
    const auto id = first();
    const auto without = anna.post(path(id, "/release"));
    EXPECT_EQ(without.status, 428);
    EXPECT_EQ(anna.post(path(id, "/release"), "{}", {{"if-match", "\"x\""}}).status, 428);
    const auto version = the_case(id).version;
    ASSERT_EQ(anna.act(id, "set-aside", R"({"reason":"junk"})").status, 200);
    const auto stale =
        anna.post(path(id, "/release"), "{}", {{"if-match", cat('"', version, '"')}});
    EXPECT_EQ(stale.status, 412);
    EXPECT_EQ(stale.at("/code"), "changed_meanwhile");
    EXPECT_THAT(stale.at("/detail"), HasSubstr("anna"));
}

TEST_F(Calls, areDoneOnceHoweverOftenTheyCome) {
    const std::map<std::string, std::string> key{{"idempotency-key", "order-1"}};
    const auto first_time = anna.post("/api/v1/typed-orders", typed_order, key);
    ASSERT_EQ(first_time.status, 201) << first_time.text;
    const auto cases = world.store().counts().cases;
    const auto again = anna.post("/api/v1/typed-orders", typed_order, key);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(again.text, first_time.text);
    EXPECT_EQ(again.etag(), first_time.etag());
    EXPECT_EQ(again.headers.at("Idempotency-Replayed"), "true");
    EXPECT_EQ(world.store().counts().cases, cases);
    // The key of another token is another key.
    ApiCaller bram{world, app, "bram"};
    EXPECT_EQ(bram.post("/api/v1/typed-orders", typed_order, key).status, 201);
    EXPECT_EQ(world.store().counts().cases, cases + 1);
    const auto other =
        anna.post("/api/v1/typed-orders", replace_all(typed_order, "500", "501"), key);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.at("/code"), "key_reused");
    EXPECT_EQ(anna.post("/api/v1/typed-orders", typed_order, {{"idempotency-key", "a b"}}).status,
              400);
    // What was refused was not done, and may be tried again.
    const std::map<std::string, std::string> refused{{"idempotency-key", "order-2"}};
    EXPECT_EQ(
        anna.post("/api/v1/typed-orders", replace_all(typed_order, "C1001", "C9"), refused).status,
        422);
    EXPECT_EQ(anna.post("/api/v1/typed-orders", typed_order, refused).status, 201);
    EXPECT_EQ(ApiTokens(world.store()).forget_answers(now + std::chrono::days{1}, 100), 3);
}

TEST_F(Calls, sayWhatOfABodyDoesNotFit) {
    const auto bad = [&](const std::string& body) {
        return anna.post("/api/v1/typed-orders/check", body);
    };
    EXPECT_EQ(bad("{").status, 400);
    EXPECT_THAT(bad(R"({"by":"phone","lines":[]})").at("/detail"),
                HasSubstr("customer_no is missing"));
    EXPECT_THAT(bad(R"({"by":"phone","customer_no":"C1001","lines":[{"item":"NK-100","quantity":"5",
        "colour":"red"}]})")
                    .at("/detail"),
                HasSubstr("lines[0].colour is not known"));
    EXPECT_EQ(bad(R"({"by":"phone","customer_no":5,"lines":[]})").status, 422);
    EXPECT_EQ(bad(R"({"by":"telex","customer_no":"C1001","lines":[]})").status, 422);
    EXPECT_EQ(bad("{\"by\":\"phone\",\"customer_no\":\"C\\u0000\",\"lines\":[]}").status, 422);
    EXPECT_EQ(anna.post("/api/v1/typed-orders/check", typed_order, {{"content-type", "text/plain"}})
                  .status,
              415);
    for (const auto* address :
         {"/api/v1/queue?colour=red", "/api/v1/queue?limit=many", "/api/v1/queue?limit=501",
          "/api/v1/orders?before=x", "/api/v1/events?after=-1"})
        EXPECT_EQ(anna.get(address).at("/code"), "bad_parameter") << address;
    EXPECT_EQ(anna.get("/api/v1/nothing").at("/code"), "no_call");
    const auto wrong_way = anna.get("/api/v1/typed-orders");
    EXPECT_EQ(wrong_way.status, 405);
    EXPECT_EQ(wrong_way.headers.at("Allow"), "POST");
}

TEST_F(Calls, areNoMoreThanSoManyAMinute) {
    for (int i = 0; i < 300; ++i)
        ASSERT_EQ(anna.get("/api/v1/queue?limit=1").status, 200) << i;
    const auto refused = anna.get("/api/v1/queue?limit=1");
    EXPECT_EQ(refused.status, 429);
    EXPECT_FALSE(refused.headers.at("Retry-After").empty());
    ApiCaller bram{world, app, "bram"};
    EXPECT_EQ(bram.get("/api/v1/queue?limit=1").status, 200) << "each token for itself";
    now += std::chrono::minutes{1};
    EXPECT_EQ(anna.get("/api/v1/queue?limit=1").status, 200);
}

TEST_F(Calls, areSeenInTheAccessLog) {
    visits.clear();
    anna.get("/api/v1/queue?limit=1");
    ASSERT_EQ(visits.size(), 1U);
    EXPECT_EQ(visits[0].login, "anna");
    EXPECT_EQ(visits[0].path, "/api/v1/queue");
    EXPECT_EQ(visits[0].query, "limit=1");
}

TEST_F(Calls, followWhatHappens) {
    const auto start = anna.get("/api/v1/events");
    const auto last = start.at("/last");
    EXPECT_TRUE(start.body.at("events").as_array().empty());
    ASSERT_EQ(anna.act(first(), "set-aside", R"({"reason":"junk"})").status, 200);
    const auto news = anna.get(cat("/api/v1/events?after=", last));
    EXPECT_EQ(news.at("/events/0/actor"), "anna");
    EXPECT_EQ(news.at("/events/0/case_id"), cat(first()));
    EXPECT_EQ(anna.get(cat("/api/v1/events?after=", news.at("/last"))).at("/last"),
              news.at("/last"));
}

TEST_F(Calls, tellOfTheHouse) {
    EXPECT_EQ(anna.get("/api/v1/overview").at("/waiting"), cat(world.store().queue_size()));
    const auto customer = anna.get("/api/v1/customers/C1001");
    EXPECT_EQ(customer.at("/agreement"), "A-C1001-2026");
    EXPECT_EQ(anna.get("/api/v1/customers?text=korenaar").at("/customers/0/no"), "C1001");
    EXPECT_EQ(anna.get("/api/v1/reports").status, 200);
    const auto report = anna.get("/api/v1/reports/orders?from=2026-03-01&to=2026-03-31");
    EXPECT_EQ(report.status, 200) << report.text;
    EXPECT_EQ(anna.get("/api/v1/reports/orders?from=yesterday").at("/code"), "bad_parameter");
    EXPECT_EQ(anna.get("/api/v1/reports/orders?from=2026-03-02&to=2026-03-01").status, 422);
    EXPECT_EQ(anna.get("/api/v1/access-log").status, 403);
    ApiCaller olga{world, app, "olga"};
    EXPECT_EQ(olga.get("/api/v1/access-log").status, 200);
    EXPECT_EQ(
        anna.post("/api/v1/filters", R"({"name":"prices","query":"check=price_below_agreed"})")
            .at("/filters/0/name"),
        "prices");
    EXPECT_EQ(anna.post("/api/v1/filters/remove", R"({"name":"prices"})").status, 200);
}

TEST_F(Calls, bringInBaseDataWithASecondPerson) {
    const std::string body =
        R"({"table":"customers","rows":"no;name;language;country;phone\nC1001;Bakkerij De Korenaar B.V.;nl;NL;+31 38 555 0199\n"})";
    EXPECT_EQ(anna.post("/api/v1/base-data/preview", body).at("/changes/0/key"), "C1001");
    const auto sent = anna.post("/api/v1/base-data/imports", body);
    ASSERT_EQ(sent.status, 201) << sent.text;
    EXPECT_EQ(sent.at("/state"), "proposed");
    const auto approve = cat("/api/v1/base-data/imports/", sent.at("/number"), "/approve");
    EXPECT_EQ(anna.post(approve).status, 403);
    ApiCaller bram{world, app, "bram"};
    EXPECT_EQ(bram.post(approve).at("/state"), "effective");
    EXPECT_THAT(anna.get("/api/v1/base-data/tables/customers").text, HasSubstr("+31 38 555 0199"));
}

// ── the table ────────────────────────────────────────────────────────────────────────────────────

namespace {

struct EveryCall : Calls {
    // Another Api over the same store, for its table.
    Zone zone{"Europe/Amsterdam"};
    Strings words = Strings::load(
        std::filesystem::path(BESTELD_SOURCE_DIR) / "templates/pages/strings/en.json", "en");
    Desk desk{world.store(), test::noordkade()};
    api::Api door{world.store(), test::noordkade(), words, zone, {}};

    std::string address(const api::Route& route) const {
        auto path = cat(api::root, route.path);
        path = replace_all(path, "{id}", cat(first()));
        path = replace_all(path, "{number}", route.path.starts_with("/customers") ? "C1001" : "1");
        path = replace_all(path, "{key}", "abc");
        path = replace_all(path, "{message}", cat(world.cases().size()));
        path = replace_all(path, "{answer}", "1");
        path = replace_all(path, "{table}", "customers");
        return replace_all(path, "{name}", "orders");
    }
    Reply make(ApiCaller& caller, const api::Route& route, const std::string& body = "{}") {
        if (route.method == "GET") return caller.get(address(route));
        return caller.post(address(route), body,
                           {{"if-match", cat('"', the_case(first()).version, '"')}});
    }
    std::string everything() {
        std::string all = cat(world.store().counts().cases);
        for (const auto id : world.cases())
            all += cat(" ", id, ":", the_case(id).version);
        return all;
    }
};

} // namespace

TEST_F(EveryCall, isDescribedAndNothingElseIs) {
    HttpRequest request{.method = "GET", .path = "/api/v1/openapi.json"};
    request.headers["authorization"] = ""; // the description is no secret
    const auto reply = anna.send(request);
    ASSERT_EQ(reply.status, 200);
    EXPECT_EQ(reply.at("/openapi"), "3.1.0");
    std::size_t described = 0;
    for (const auto& path : reply.body.at("paths").as_object())
        described += path.value().as_object().size();
    EXPECT_EQ(described, door.table().size());
    std::set<std::string> ids;
    for (const auto& route : door.table()) {
        const auto& operation =
            reply.body.at("paths").at(route.path).at(to_lower_ascii(route.method)).as_object();
        EXPECT_TRUE(ids.insert(operation.at("operationId").as_string().c_str()).second);
        EXPECT_FALSE(operation.at("summary").as_string().empty()) << route.path;
        EXPECT_EQ(operation.contains("requestBody"), route.method == "POST") << route.path;
    }
    // Whatever is referred to is there.
    const auto& named = reply.body.at("components").at("schemas").as_object();
    for (auto at = reply.text.find("#/components/schemas/"); at != std::string::npos;
         at = reply.text.find("#/components/schemas/", at + 1)) {
        const auto from = at + std::string_view("#/components/schemas/").size();
        const auto name = reply.text.substr(from, reply.text.find('"', from) - from);
        EXPECT_TRUE(named.contains(name)) << name;
    }
}

TEST_F(EveryCall, isAnsweredAndNeverByAFault) {
    ApiCaller lotte{world, app, "lotte"};
    for (const auto& route : door.table()) {
        const auto reply = make(lotte, route);
        EXPECT_LT(reply.status, 500) << route.method << " " << route.path << ": " << reply.text;
        EXPECT_NE(reply.at("/code"), "no_call") << route.path;
        EXPECT_NE(reply.status, 405) << route.path;
        if (reply.status >= 400)
            EXPECT_FALSE(reply.at("/code").empty()) << route.path << reply.text;
    }
}

TEST_F(EveryCall, wantsItsScope) {
    for (const auto scope : api::every_scope) {
        ApiCaller caller{world, app, "lotte", std::string(api::name_of(scope))};
        for (const auto& route : door.table()) {
            if (route.scope == scope) continue;
            const auto before = everything();
            EXPECT_EQ(make(caller, route).at("/code"), "no_scope") << route.path;
            EXPECT_EQ(everything(), before);
        }
    }
}

TEST_F(EveryCall, changesNothingForWhoOnlyLooks) {
    const std::string body =
        R"({"finding":0,"resolution":"accept_agreed","reason":"x","text":"x","numbers":"","answer":1,
            "owner":"a@noordkade.example","cause":"price","order":"1","lines":[],"outcome":"x","field":"requested",
            "value":"2026-03-09","way":"accept_agreed","cases":[{"id":1,"version":1}],"name":"x","query":"text=1"})";
    for (const auto* login : {"adam", "olga"}) {
        ApiCaller caller{world, app, login};
        for (const auto& route : door.table()) {
            if (route.scope != api::Scope::decide) continue;
            // Exactly the members that the call knows.
            std::string fit = "{";
            for (const auto& [name, value] : parse_json(body).as_object()) {
                boost::json::object one{{name, value}};
                if (route.misfit(one).contains(" is not known")) continue;
                fit += cat(fit.size() > 1 ? "," : "", json_text(name), ":", json_text(value));
            }
            const auto before = everything();
            const auto reply = make(caller, route, fit + "}");
            EXPECT_EQ(everything(), before) << login << " " << route.path;
            if (!route.path.starts_with("/filters"))
                EXPECT_GE(reply.status, 400) << login << " " << route.path;
        }
        EXPECT_EQ(caller.post("/api/v1/typed-orders", typed_order).status, 403);
        EXPECT_EQ(caller.get("/api/v1/queue").status, 200);
    }
}
