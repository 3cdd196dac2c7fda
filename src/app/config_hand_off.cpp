// SPDX-License-Identifier: Apache-2.0
// [hand_off] and [[feedback]]: what other systems of the house are told, and where they report.
#include "app/config_parts.hpp"

#include "base/text.hpp"

namespace besteld {

namespace {

HandOffFormat format_named(const std::string& name) {
    if (name == "csv") return HandOffFormat::csv;
    return name == "idoc" ? HandOffFormat::idoc : HandOffFormat::json;
}

// Orders leave this machine encrypted or not at all.
bool is_safe(const std::string& url) {
    for (const std::string_view plain : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
        if (url.starts_with(plain)) {
            const auto rest = std::string_view(url).substr(plain.size());
            return rest.empty() || rest.front() == ':' || rest.front() == '/';
        }
    return url.starts_with("https://");
}

void read_webhook(ConfigNotes& notes, TomlTable& t, const std::filesystem::path& file,
                  HandOffConfig& h) {
    h.webhook = t.text("webhook", "",
                       "https address of the ERP system that takes each hand-off as a signed call; "
                       "empty: none");
    h.webhook_secret = secret(notes, t, file, "webhook_secret", "hand_off");
    h.webhook_ca_file =
        beside(file, t.text("webhook_ca_file", "", "CA certificates instead of the system's"))
            .string();
    h.webhook_timeout = std::chrono::milliseconds{
        t.duration("webhook_timeout", "10s", "a call that takes longer is tried again")};
    if (h.webhook.empty()) return;
    if (!is_safe(h.webhook))
        t.fault("webhook", cat("'", h.webhook, "' is not encrypted"),
                "an address that begins with https://, or http://127.0.0.1 on this machine");
    if (h.webhook_secret.file.empty())
        t.fault("webhook_secret", "a webhook needs a secret to sign its calls with",
                "write  webhook_secret = { credential = \"webhook_secret\" }");
}

} // namespace

HandOffConfig read_hand_off(ConfigNotes& notes, const toml::table* table,
                            const std::filesystem::path& file) {
    TomlTable t(notes, table, "hand_off");
    HandOffConfig h;
    h.folder = beside(file, t.text("folder", "",
                                   "accepted orders are written here for the ERP system; empty: "
                                   "none are (docs/hand-off.md)"));
    h.format = format_named(t.word("format", {"json", "csv", "idoc"}, "json",
                                   "of those files; idoc is ORDERS05 as XML"));
    h.idoc_sender = t.text("idoc_sender", "BESTELD", "our name in an IDoc's control record");
    h.idoc_receiver = t.text("idoc_receiver", "ERP", "the ERP system's name there");
    read_webhook(notes, t, file, h);
    h.rules.receipt_within = std::chrono::milliseconds{t.duration(
        "receipt_within", "1h", "the ERP system confirms each hand-off; later is an alarm")};
    h.warehouse = beside(file, t.text("warehouse", "",
                                      "release notices and questions for the warehouse; empty: "
                                      "none are written"));
    h.production = beside(
        file, t.text("production", "", "what production is to make until when; empty: none"));
    h.notice_format = format_named(
        t.word("notice_format", {"json", "csv"}, "json", "of notices to warehouse and production"));
    h.rules.answer_within = std::chrono::milliseconds{
        t.duration("answer_within", "30m", "notices are confirmed; later is an alarm")};
    h.rules.patience = std::chrono::milliseconds{
        t.duration("patience", "1d",
                   "a report that comes before its turn waits so long for what "
                   "it speaks of, then a person looks")};
    h.rules.invoice_rule = *invoice_rule_by_name(
        t.word("invoice_rule", {"per_delivery", "per_order", "after_proof"}, "after_proof",
               "when an invoice is asked for: with each delivery, once all has gone, or for each "
               "delivery whose signed note came back"));
    h.feedback_token = secret(notes, t, file, "feedback_token", "hand_off");
    t.finish();
    if (!h.folder.empty()) h.rules.erp.push_back(HandOffWay::folder);
    if (!h.webhook.empty()) h.rules.erp.push_back(HandOffWay::webhook);
    h.rules.warehouse = !h.warehouse.empty();
    h.rules.production = !h.production.empty();
    return h;
}

DropSettings read_feedback_folder(ConfigNotes& notes, const toml::table* table,
                                  const std::filesystem::path& file) {
    TomlTable t(notes, table, "feedback");
    DropSettings d;
    d.name = t.required(
        "name", "short name of the folder; part of every report's history, never change it");
    d.path = beside(file, t.required("path", "folder in which warehouse, production, finance or "
                                             "the ERP system report (docs/hand-off.md)"));
    d.settle = std::chrono::milliseconds{
        t.duration("settle", "2s",
                   "a file that was not renamed into place is complete when size and time "
                   "stood still so long")};
    d.scan = std::chrono::milliseconds{
        t.duration("scan", "30s", "periodic look, whatever inotify says")};
    t.finish();
    return d;
}

} // namespace besteld
