// SPDX-License-Identifier: Apache-2.0
// What other systems read, and a receiver that fails in all the ways that receivers do.
#include "deliver/hand_off_sender.hpp"

#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "child_server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace besteld {
namespace {

using testing::HasSubstr;
using testing::Not;

const Instant now = parse_iso_instant("2026-03-02T08:15:00Z").value();
const HandOffStamp stamp{
    .number = "42", .sender = "BESTELD", .receiver = "ERP", .zone = "Europe/Amsterdam"};

HandOff order() {
    HandOff what{.key = "SO-26-000412/1/new",
                 .order = "SO-26-000412",
                 .case_no = "IN-26-000123",
                 .status = "confirmed",
                 .at = now,
                 .customer_no = "C1001",
                 .customer_name = "Bakkerij \"De Korenaar\", B.V.",
                 .buyer_order_no = "=4500019",
                 .buyer_order_date = "2026-03-02",
                 .ship_to_id = "ST-01",
                 .ship_to = "DC Zwolle, Havenweg 1",
                 .currency = "EUR",
                 .net = Decimal::parse("451.2").value()};
    what.lines = {{.number = 1,
                   .buyer_line = "10",
                   .sku = "NK-330",
                   .gtin = "9521000000032",
                   .name = "rekwikkelfolie 23 µm",
                   .quantity = Decimal(48),
                   .unit = "XRO",
                   .price = Decimal::parse("9.4").value(),
                   .price_base = Decimal(1),
                   .amount = Decimal::parse("451.2").value(),
                   .parts = {{Decimal(30), make_date(2026, 3, 5)}, {Decimal(18), std::nullopt}}},
                  {.number = 2, .sku = "NK-900", .quantity = Decimal(0), .unit = "KGM"}};
    what.charges = {{.code = "freight", .amount = Decimal(15)}};
    return what;
}

std::string rendered(HandOffFormat format, const HandOff& what = order()) {
    const auto bytes = render_hand_off(what, format, stamp);
    EXPECT_TRUE(bytes) << bytes.error();
    return bytes.value_or("");
}

TEST(HandOffFile, asJsonReadsBackWhole) {
    const auto bytes = rendered(HandOffFormat::json);
    EXPECT_EQ(to_json_text(hand_off_from_json(bytes)), to_json_text(order()));
    EXPECT_EQ(bytes, rendered(HandOffFormat::json)); // the same data, the same bytes
}

TEST(HandOffFile, ofANoticeHoldsNoPrices) {
    auto notice = order();
    notice.kind = HandOffKind::release;
    notice.net.reset();
    for (auto& line : notice.lines)
        line.price = line.price_base = line.amount = std::nullopt;
    const auto bytes = rendered(HandOffFormat::json, notice);
    EXPECT_THAT(bytes, Not(HasSubstr("price\"")));
    EXPECT_THAT(bytes, Not(HasSubstr("\"net\"")));
}

TEST(HandOffFile, asCsvHasARowPerPartAndNoFormulas) {
    const auto bytes = rendered(HandOffFormat::csv);
    const auto rows = split(bytes, '\n');
    ASSERT_EQ(rows.size(), 6U); // heading, two parts, a declined line, a charge, nothing
    for (const auto row : rows)
        if (!row.empty()) EXPECT_TRUE(row.ends_with('\r'));
    const auto columns = std::ranges::count(rows[0], ',');
    for (std::size_t i = 1; i < 5; ++i) {
        const auto plain =
            replace_all(replace_all(std::string(rows[i]), "Korenaar\"\", ", ""), "Zwolle, ", "");
        EXPECT_EQ(std::ranges::count(plain, ','), columns) << rows[i];
    }
    EXPECT_THAT(bytes, HasSubstr(",'=4500019,"));
    EXPECT_THAT(bytes, HasSubstr("\"Bakkerij \"\"De Korenaar\"\", B.V.\""));
    EXPECT_THAT(bytes, HasSubstr("freight,no,15\r"));
}

TEST(HandOffFile, asIdocIsAnOrderThatOurReaderReads) {
    const auto bytes = rendered(HandOffFormat::idoc);
    for (const char* part :
         {"<IDOCTYP>ORDERS05</IDOCTYP>", "<MESTYP>ORDERS</MESTYP>",
          "<ARCKEY>SO-26-000412/1/new</ARCKEY>", "<CREDAT>20260302</CREDAT>",
          "<CRETIM>091500</CRETIM>", "<BELNR>SO-26-000412</BELNR>", "<POSEX>1</POSEX>",
          "<MENGE>48</MENGE>", "<ACTION>003</ACTION>", "<EDATU>20260305</EDATU>"})
        EXPECT_THAT(bytes, HasSubstr(part));
    auto changed = order();
    changed.kind = HandOffKind::order_changed;
    EXPECT_THAT(rendered(HandOffFormat::idoc, changed), HasSubstr("<MESTYP>ORDCHG</MESTYP>"));
}

TEST(HandOffFile, isNamedByItsKeyAndProvedByItsManifest) {
    EXPECT_EQ(file_stem_of(order()), "SO-26-000412_1_new");
    const auto manifest = manifest_of(order(), "SO-26-000412_1_new.json", "{}");
    EXPECT_THAT(manifest, HasSubstr(sha256_hex("{}")));
    EXPECT_THAT(manifest, HasSubstr("\"size\":2,"));
}

TEST(Webhook, isSignedOverTimeAndBody) {
    // RFC 4231, test case 2, is what the pieces are made of: key "Jefe".
    const auto signature = webhook_signature("Jefe", 1772439300, "{}");
    EXPECT_EQ(signature, cat("t=1772439300,v1=", to_hex(hmac_sha256("Jefe", "1772439300.{}"))));
    EXPECT_EQ(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_NE(signature, webhook_signature("Jefe", 1772439301, "{}"));
    EXPECT_NE(signature, webhook_signature("jefe", 1772439300, "{}"));
}

// A receiver on loopback that does what it is told; port and calls are lines of its output.
struct Receiver {
    explicit Receiver(const std::string& action)
        : server("webhook_server.py", {action}), port(server.line()) {}
    WebhookOutcome call(const std::string& body = "{}") {
        return call_webhook({.url = cat("http://127.0.0.1:", port, "/orders"),
                             .read_secret = [] { return std::string("secret"); },
                             .timeout = std::chrono::milliseconds{1'000}},
                            {.key = "SO-26-000412/1/new",
                             .kind = "order_new",
                             .content_type = "application/json",
                             .body = body,
                             .at = 1772439300});
    }
    ChildServer server;
    std::string port;
};

TEST(Webhook, saysWhatItHolds) {
    Receiver receiver("200");
    EXPECT_EQ(receiver.call("{\"a\":1}").kind, WebhookOutcome::Kind::taken);
    const auto seen = receiver.server.line();
    EXPECT_THAT(seen, HasSubstr("POST /orders"));
    EXPECT_THAT(seen, HasSubstr("key=SO-26-000412/1/new"));
    EXPECT_THAT(seen, HasSubstr("kind=order_new"));
    EXPECT_THAT(seen,
                HasSubstr(cat("signature=", webhook_signature("secret", 1772439300, "{\"a\":1}"))));
    EXPECT_THAT(seen, HasSubstr("body={\"a\":1}"));
}

TEST(Webhook, isTakenRetriedOrFailedByTheAnswer) {
    using Kind = WebhookOutcome::Kind;
    const struct {
        const char* action;
        Kind kind;
    } rows[] = {
        {"200", Kind::taken},     {"201", Kind::taken},     {"204", Kind::taken},
        {"301", Kind::failed},    {"400", Kind::failed},    {"401", Kind::failed},
        {"404", Kind::failed},    {"409", Kind::failed},    {"422", Kind::failed},
        {"408", Kind::retry},     {"425", Kind::retry},     {"429", Kind::retry},
        {"500", Kind::retry},     {"503", Kind::retry},     {"cut", Kind::retry},
        {"mute", Kind::retry},    {"garbage", Kind::retry}, {"endless", Kind::retry},
        {"halfway", Kind::retry},
    };
    for (const auto& row : rows) {
        Receiver receiver(row.action);
        const auto outcome = receiver.call();
        EXPECT_EQ(outcome.kind, row.kind) << row.action << ": " << outcome.text;
        EXPECT_FALSE(outcome.text.empty()) << row.action;
    }
}

TEST(Webhook, nobodyListensIsTriedAgain) {
    const auto outcome =
        call_webhook({.url = "http://127.0.0.1:1/", .timeout = std::chrono::milliseconds{1'000}},
                     {.key = "k", .kind = "order_new", .content_type = "application/json"});
    EXPECT_EQ(outcome.kind, WebhookOutcome::Kind::retry);
}

TEST(Webhook, takesTheReceiptAndThePauseThatTheAnswerNames) {
    EXPECT_EQ(Receiver("receipt").call().number, "4711");
    EXPECT_EQ(Receiver("busy").call().retry_after, std::chrono::seconds{120});
}

TEST(Webhook, neverSmugglesAHeader) {
    const auto outcome = call_webhook({.url = "http://127.0.0.1:1/"},
                                      {.key = "k\r\nX: y", .kind = "k", .content_type = "t"});
    EXPECT_EQ(outcome.kind, WebhookOutcome::Kind::failed);
}

class Sending : public testing::Test {
protected:
    Sending() {
        store_->migrate();
        store_->add_messages({{.channel = "c", .source_key = "1", .bytes = "x"}});
        case_ = {.message_id = 1, .state = OrderState::confirmed};
        store_->add_case(case_, 2026);
        store_->record_release(case_.id, 1, "anna", "", now);
    }
    ~Sending() override { std::filesystem::remove_all(folder_); }

    HandOffRow add(HandOffWay way = HandOffWay::folder) {
        HandOffRow row{.way = way, .case_id = case_.id, .what = order()};
        HandOffs(*store_).add(row, now);
        return row;
    }
    int send(HandOffSettings settings, Instant when = now) {
        settings.daemon = "d";
        return HandOffSender(std::move(settings), *store_).send_due(when, [] { return false; });
    }
    HandOffRow found() { return HandOffs(*store_).with_key(order().key).at(0); }

    std::filesystem::path folder_ =
        std::filesystem::temp_directory_path() / cat("besteld-hand-off-", random_hex(6));
    std::unique_ptr<Store> store_ = Store::open("sqlite::memory:");
    Case case_;
};

TEST_F(Sending, writesFileAndManifestOnce) {
    add();
    EXPECT_EQ(send({.erp_folder = folder_}), 1);
    EXPECT_EQ(found().state, HandOffState::sent);
    EXPECT_EQ(read_file(folder_ / "SO-26-000412_1_new.json"), rendered(HandOffFormat::json));
    EXPECT_THAT(read_file(folder_ / "SO-26-000412_1_new.manifest.json"),
                HasSubstr(sha256_hex(rendered(HandOffFormat::json))));
    EXPECT_EQ(send({.erp_folder = folder_}), 0);
}

TEST_F(Sending, afterADeathWritesTheSameFileAgain) {
    const auto row = add();
    std::filesystem::create_directories(folder_);
    write_durably(folder_ / "SO-26-000412_1_new.json", rendered(HandOffFormat::json));
    HandOffs(*store_).store_rendered(row.id, rendered(HandOffFormat::json));
    EXPECT_EQ(send({.erp_folder = folder_}), 1);
    EXPECT_EQ(found().state, HandOffState::sent);
}

TEST_F(Sending, neverWritesOverAnotherFile) {
    add();
    std::filesystem::create_directories(folder_);
    write_durably(folder_ / "SO-26-000412_1_new.json", "somebody else's");
    send({.erp_folder = folder_});
    EXPECT_EQ(found().state, HandOffState::failed);
    EXPECT_EQ(read_file(folder_ / "SO-26-000412_1_new.json"), "somebody else's");
}

TEST_F(Sending, triesAgainWhereTheFolderCannotBeWritten) {
    add();
    write_durably(folder_, "a file where the folder should be");
    send({.erp_folder = folder_ / "below"});
    EXPECT_EQ(found().state, HandOffState::retry);
    EXPECT_EQ(send({.erp_folder = folder_}, now + std::chrono::seconds{9}), 0); // not yet
    std::filesystem::remove(folder_);
    EXPECT_EQ(send({.erp_folder = folder_}, now + std::chrono::seconds{10}), 1);
    EXPECT_EQ(found().state, HandOffState::sent);
}

TEST_F(Sending, recordsTheReceiptThatAnAnswerBrings) {
    add(HandOffWay::webhook);
    Receiver receiver("receipt");
    send({.webhook = {.url = cat("http://127.0.0.1:", receiver.port, "/")}});
    EXPECT_EQ(found().state, HandOffState::sent);
    EXPECT_EQ(found().number, "4711");
    const auto events = store_->events(case_.id);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].step.event, "hand_off.received");
    EXPECT_EQ(store_->audit_chain(), "");
}

TEST_F(Sending, waitsAsLongAsTheReceiverAsksWithinReason) {
    add(HandOffWay::webhook);
    Receiver receiver("busy");
    const HandOffSettings settings{
        .webhook = {.url = cat("http://127.0.0.1:", receiver.port, "/")}};
    send(settings);
    EXPECT_EQ(found().state, HandOffState::retry);
    EXPECT_EQ(send(settings, now + std::chrono::seconds{119}), 0);
    EXPECT_EQ(send(settings, now + std::chrono::seconds{120}), 1);
}

} // namespace
} // namespace besteld
