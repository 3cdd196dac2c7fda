// SPDX-License-Identifier: Apache-2.0
#include "web_world.hpp"

#include "base/text.hpp"
#include "base/zone.hpp"
#include "flow/process_message.hpp"
#include "parsers/read.hpp"
#include "web/password.hpp"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace besteld::test {

namespace {

const std::filesystem::path project = BESTELD_SOURCE_DIR;

constexpr std::pair<const char*, Role> people[] = {
    {"anna", Role::clerk},   {"bram", Role::second_clerk}, {"lotte", Role::lead},
    {"carla", Role::credit}, {"adam", Role::admin},        {"olga", Role::auditor}};

const std::string hostile_mail =
    "From: \"<script>window.hacked=1</script>\" <inkoop@korenaar.example>\r\n"
    "To: orders@noordkade.example\r\n"
    "Subject: Bestelling <img src=x onerror=window.hacked=2>\r\n"
    "Message-ID: <hostile-1@korenaar.example>\r\n"
    "Date: Mon, 2 Mar 2026 08:40:00 +0100\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=grens\r\n\r\n"
    "--grens\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "Goedemorgen,\r\n\r\n"
    "Graag bestellen wij onder nummer 4500077:\r\n\r\n"
    "200 rollen NK-210 <script>window.hacked=3</script> voor 1,05\r\n"
    "50 stuks \"><img src=x onerror=window.hacked=4> {{CSRF}} [[ui.queue]]\r\n\r\n"
    "Leveren op 5 maart.\r\n\r\nGroet, Petra\r\n"
    "--grens\r\n"
    "Content-Type: text/html; charset=utf-8; name=\"<svg onload=window.hacked=5>.html\"\r\n"
    "Content-Disposition: attachment; filename=\"<svg onload=window.hacked=5>.html\"\r\n\r\n"
    "<html><body><script>window.hacked=6</script><b>vet</b></body></html>\r\n"
    "--grens--\r\n";

const std::string plain_mail = "From: Petra de Wit <inkoop@korenaar.example>\r\n"
                               "To: orders@noordkade.example\r\n"
                               "Subject: Bestelling 4500078\r\n"
                               "Message-ID: <mail-78@korenaar.example>\r\n"
                               "Date: Mon, 2 Mar 2026 08:55:00 +0100\r\n"
                               "MIME-Version: 1.0\r\n"
                               "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                               "Goedemorgen,\r\n\r\n"
                               "Graag bestellen wij onder ons nummer 4500078:\r\n\r\n"
                               "100 rollen NK-210 voor 1,10\r\n"
                               "500 stuks NK-100 voor 0,71\r\n"
                               "48 rollen NK-330\r\n\r\n"
                               "Graag geleverd op 4 maart 2026.\r\n"
                               "Let op: de poort is pas na 10 uur open.\r\n\r\n"
                               "Met vriendelijke groet,\r\nPetra de Wit\r\n";

} // namespace

FlowSettings noordkade() {
    FlowSettings flow;
    flow.seller.gln = "9520000000011";
    flow.seller.vat = "NL123456789B13";
    flow.seller.mail_addresses = {"orders@noordkade.example"};
    flow.mail_domain = "noordkade.example";
    return flow;
}

std::string edi_order(const std::string& number, const std::vector<std::string>& lines) {
    std::string text =
        cat("UNA:+.? '\nUNB+UNOC:3+9520000001018:14+9520000000011:14+260302:0915+IC", number,
            "++++1'\n", "UNH+1+ORDERS:D:96A:UN:EAN008'\nBGM+220+", number,
            "+9'\nDTM+137:20260302:102'\n",
            "DTM+2:20260305:102'\nNAD+BY+9520000001018::9'\nNAD+SU+9520000000011::9'\n",
            "NAD+DP+9520000001025::9'\nCUX+2:EUR:9'\n");
    int position = 0;
    for (const auto& line : lines) {
        const auto fields = split(line, ' ');
        text += cat("LIN+", ++position, "++", fields[0], ":EN'\nQTY+21:", fields[1],
                    "'\nPRI+AAA:", fields[2], "'\n");
    }
    return cat(text, "UNS+S'\nCNT+2:", position, "'\nUNT+", 10 + 3 * position + 1, "+1'\nUNZ+1+IC",
               number, "'\n");
}

WebWorld::WebWorld() : store_(Store::open("sqlite::memory:")) {
    store_->migrate();
    parsers::prepare();
    now_ =
        Zone("Europe/Amsterdam").instant(make_date(2026, 3, 2), std::chrono::minutes{9 * 60 + 15});
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(project / "config/demo-world"))
        files.push_back(entry.path().string());
    std::ranges::sort(files);
    if (const auto report = store_->import_files(files, "admin", now_); !report.problems.empty())
        throw std::runtime_error(report.problems.front().text);
    const auto hash = hash_password(password_of_all);
    for (const auto& [login, role] : people)
        store_->save_user(
            {.login = login, .name = login, .role = role, .language = "nl", .password_hash = hash});
    arrive("edi-in", "order-4500017.edi",
           edi_order("4500017", {"9521000000018 500 0.71", "9521000000025 72 1.15"}));
    arrive("edi-in", "order-4500018.edi",
           edi_order("4500018", {"9521000000018 110 0.80", "9521000000025 100 1.10"}));
    arrive("mail", "", plain_mail);
    arrive("mail", "", hostile_mail);
    arrive("edi-in", "order-4500019.edi",
           edi_order("4500019", {"9521000000032 48 11.00", "9521000000018 525 0.74"}));
}

WebAppSettings WebWorld::settings() const {
    return {
        .templates = project / "templates",
        .files = project / "web",
        .site_name = "Noordkade Verpakkingen B.V.",
        .metrics =
            [](const Store::Counts& counts) { return cat("besteld_cases ", counts.cases, "\n"); },
        .trouble = [] { return std::string{}; },
        .clock = [now = now_] { return now; }};
}

void WebWorld::arrive(const std::string& channel, const std::string& file_name, std::string bytes) {
    store_->add_messages({{.channel = channel,
                           .source_key = cat("arrival ", ++arrivals_),
                           .file_name = file_name,
                           .received_at = now_ - std::chrono::minutes{5 * arrivals_},
                           .bytes = std::move(bytes)}});
    for (const auto& message :
         store_->claim_messages("test", now_, now_ + std::chrono::minutes{10}, 50)) {
        const ReadHint hint{.file_name = message.file_name, .received_date = "2026-03-02"};
        const auto outcome = process_message(*store_, noordkade(), message,
                                             parsers::read(message.bytes, hint), now_);
        if (!outcome) throw std::runtime_error("a message stayed unread");
        cases_.insert(cases_.end(), outcome->cases.begin(), outcome->cases.end());
    }
}

void WebWorld::order_weekly() {
    const auto nine =
        Zone("Europe/Amsterdam")
            .instant(std::chrono::floor<std::chrono::days>(now_), std::chrono::hours{9});
    for (int week = 8; week >= 2; --week) {
        const auto sent = nine - std::chrono::days{7 * week};
        const auto key = cat("weekly-", week);
        const auto added = store_->add_messages({{.channel = "orders",
                                                  .source_key = key,
                                                  .file_name = {},
                                                  .received_at = sent,
                                                  .bytes = key,
                                                  .note = {}}});
        // Only that it came counts here.
        store_->finish_message(added.at(0).id, MessageState::done, "");
        Case one{.message_id = added.at(0).id, .state = OrderState::closed, .received_at = sent};
        one.draft.document_class = DocumentClass::order;
        one.order.customer_no = "C1002";
        one.order.customer_name = "Müller Haustechnik GmbH";
        one.order.channel = "mail";
        store_->add_case(one, 2026);
    }
}

} // namespace besteld::test
