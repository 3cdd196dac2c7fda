// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/config.hpp"
#include "app/open_world.hpp"
#include "app/read_report.hpp"

#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "flow/process_message.hpp"
#include "order/order_json.hpp"

#include <cstdio>
#include <iostream>
#include <iterator>

namespace besteld {

namespace {

constexpr const char* this_binary = "/proc/self/exe";

std::string bytes_of(const std::string& file) {
    if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    return read_file(file);
}

std::expected<Reading, ReaderFault> read_bytes(const std::string& file, std::string_view bytes,
                                               const std::vector<TableLayout>& layouts) {
    ReadHint hint{.file_name =
                      file == "-" ? std::string() : std::filesystem::path(file).filename().string(),
                  .layouts = layouts};
    ReaderProcess reader(this_binary);
    return reader.read(bytes, hint);
}

// A reader that gave up is a reading with one problem, so that both commands say it in their own
// form.
Reading failed_reading(const ReaderFault& fault) {
    Reading reading{.format = "unknown"};
    reading.problems.push_back({.severity = Severity::error,
                                .code = "reader.failed",
                                .text = fault.text,
                                .hint = "the file is kept as it is; please report it"});
    return reading;
}

void print_finding(const Finding& f, std::size_t number) {
    std::printf("  %zu. %s (%s)%s\n", number, std::string(name_of(f.check)).c_str(),
                std::string(name_of(f.severity)).c_str(),
                f.line ? cat(", line ", *f.line + 1).c_str() : "");
    const auto print = [](const char* label, const std::string& text) {
        if (!text.empty()) std::printf("       %-10s %s\n", label, text.c_str());
    };
    print("ordered", f.ordered);
    print("agreed", f.agreed);
    print("difference", f.difference + (f.money ? cat(f.difference.empty() ? "" : ", ", "at stake ",
                                                      f.money->to_string(2))
                                                : std::string()));
    print("clause", f.clause);
    print("source", f.quote.empty() ? f.source.where : cat("\"", f.quote, "\" ", f.source.where));
    print("passes if", f.passes_if);
    for (const auto& way : f.ways_out)
        print("way out",
              cat(name_of(way.resolution), way.lead_only ? " (lead)" : "", ": ", way.consequence));
}

void print_judgement(const OrderDraft& draft, const Judgement& j) {
    std::printf("document: %s %s, order %s, %zu lines\n", draft.format.c_str(),
                draft.message_type.c_str(),
                j.order.buyer_order_no.empty() ? "without number" : j.order.buyer_order_no.c_str(),
                j.order.lines.size());
    std::printf(
        "look up:  %s\n",
        j.who.customer_no.empty()
            ? (j.who.conflict.empty() ? "customer unknown" : j.who.conflict.c_str())
            : cat(j.order.customer_no, " ", j.order.customer_name, ", by ", j.who.by).c_str());
    if (j.terms.agreement) std::printf("agreed:   %s\n", j.terms.agreement->number.c_str());
    for (const auto& line : j.order.lines)
        std::printf("line %s: %s %s of %s (%s%s)\n", line.buyer_line.c_str(),
                    line.quantity ? line.quantity->value.to_string().c_str() : "?",
                    line.unit.empty() ? "?" : line.unit.c_str(),
                    line.sku.empty() ? "?" : line.sku.c_str(), line.match_step.c_str(),
                    line.price ? cat(", at ", line.price->value.to_string()).c_str() : "");
    std::printf("findings: %zu\n", j.findings.size());
    for (std::size_t i = 0; i < j.findings.size(); ++i)
        print_finding(j.findings[i], i + 1);
    if (!j.decision) {
        std::printf("decision: refused: %s\n", j.decision.error().text.c_str());
        return;
    }
    std::printf("decision: %s\n", std::string(name_of(j.decision->state)).c_str());
    for (const auto& step : j.decision->steps)
        std::printf("  %s %s -> %s %s\n", step.number.c_str(),
                    std::string(name_of(step.from)).c_str(), std::string(name_of(step.to)).c_str(),
                    step.reason.c_str());
}

std::string judgement_json(const Judgement& j) {
    return cat("{\"order\":", to_json_text(j.order), ",\"findings\":", to_json_text(j.findings),
               ",\"state\":\"",
               j.decision ? name_of(j.decision->state) : std::string_view("refused"), "\"}");
}

} // namespace

int command_read(const std::string& file, OutputForm form,
                 const std::optional<std::filesystem::path>& config_file) {
    std::vector<TableLayout> layouts;
    if (config_file) {
        auto config = load_config(*config_file);
        if (!config) return exit_status::bad_config;
        layouts = std::move(config->layouts);
    }
    const std::string bytes = bytes_of(file);
    const auto read = read_bytes(file, bytes, layouts);
    const Reading reading = read ? *read : failed_reading(read.error());
    std::printf("%s\n", form == OutputForm::json ? read_report(file, bytes, reading).c_str()
                                                 : read_summary(file, reading).c_str());
    return has_errors(reading) ? exit_status::failed : exit_status::done;
}

int command_explain(const std::filesystem::path& config_file, const std::string& file,
                    OutputForm form) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const std::string bytes = bytes_of(file);
    const auto read = read_bytes(file, bytes, world->config.layouts);
    const Reading reading = read ? *read : failed_reading(read.error());
    if (form == OutputForm::text) std::printf("%s\n", read_summary(file, reading).c_str());
    const StoredMessage message{
        .channel = "explain", .file_name = file, .received_at = now(), .sha256 = sha256_hex(bytes)};
    std::vector<OrderDraft> drafts = reading.documents;
    if (drafts.empty()) drafts.push_back(stand_in_for(reading));
    for (const auto& draft : drafts) {
        const Submission submission{.draft = draft,
                                    .answer_context =
                                        answer_context_of(world->flow, reading, draft, message),
                                    .origins = origins_of(world->flow, message, reading)};
        const auto judgement = judge(*world->store, world->flow, submission, Command{}, now());
        if (form == OutputForm::json) {
            std::printf("%s\n", judgement_json(judgement).c_str());
        } else {
            print_judgement(draft, judgement);
        }
    }
    return has_errors(reading) ? exit_status::failed : exit_status::done;
}

} // namespace besteld
