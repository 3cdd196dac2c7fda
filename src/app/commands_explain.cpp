// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/open_world.hpp"
#include "app/read_foreign.hpp"
#include "app/read_report.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "check/catalogue.hpp"
#include "check/rules_run.hpp"
#include "flow/process_message.hpp"
#include "flow/resume.hpp"
#include "order/order_json.hpp"

#include <boost/json.hpp>
#include <cstdio>

namespace besteld {

namespace {

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
    print("source", f.quote.empty() ? f.source.where.words()
                                    : cat("\"", f.quote, "\" ", f.source.where.words()));
    print("passes if", f.passes_if);
    for (const auto& way : f.ways_out)
        print("way out",
              cat(name_of(way.resolution), way.lead_only ? " (lead)" : "", ": ", way.consequence));
}

std::vector<RuleRun> rules_of(const Submission& submission, const Judgement& j, Instant at) {
    return rules_run(submission.draft, j.order, submission.origins, j.who, j.terms, j.findings, at);
}

// What did not apply is counted, not listed: most of the catalogue speaks of things an order leaves
// unsaid.
void print_rules(const std::vector<RuleRun>& runs) {
    std::size_t silent = 0;
    for (const auto& run : runs) {
        if (run.outcome == RuleOutcome::not_applicable) {
            ++silent;
            continue;
        }
        std::printf("  %-8s %s %s%s: %s / %s%s\n", std::string(name_of(run.outcome)).c_str(),
                    std::string(code_of(run.check)).c_str(),
                    std::string(name_of(run.check)).c_str(),
                    run.line ? cat(" line ", *run.line + 1).c_str() : "", run.ordered.c_str(),
                    run.agreed.c_str(),
                    run.tolerance.empty() ? "" : cat(" (passes: ", run.tolerance, ")").c_str());
    }
    std::printf("  and %zu that did not apply\n", silent);
}

void print_judgement(const Submission& submission, const Judgement& j, Instant at) {
    const OrderDraft& draft = submission.draft;
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
    std::printf("rules:    ordered / agreed\n");
    print_rules(rules_of(submission, j, at));
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

std::string rules_json(const std::vector<RuleRun>& runs) {
    boost::json::array rows;
    for (const auto& run : runs)
        rows.push_back({{"check", name_of(run.check)},
                        {"code", code_of(run.check)},
                        {"line", run.line ? boost::json::value(*run.line) : nullptr},
                        {"outcome", name_of(run.outcome)},
                        {"ordered", run.ordered},
                        {"agreed", run.agreed},
                        {"tolerance", run.tolerance}});
    return boost::json::serialize(rows);
}

std::string judgement_json(const Submission& submission, const Judgement& j, Instant at) {
    return cat("{\"order\":", to_json_text(j.order), ",\"findings\":", to_json_text(j.findings),
               ",\"rules\":", rules_json(rules_of(submission, j, at)), ",\"state\":\"",
               j.decision ? name_of(j.decision->state) : std::string_view("refused"), "\"}");
}

} // namespace

int command_explain(const std::filesystem::path& config_file, const std::string& file,
                    OutputForm form) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const std::string bytes = bytes_of(file);
    const Reading reading =
        read_in_sandbox(file, bytes, world->config.layouts, {.profiles = world->config.partners});
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
            std::printf("%s\n", judgement_json(submission, judgement, now()).c_str());
        } else {
            print_judgement(submission, judgement, now());
        }
    }
    return has_errors(reading) ? exit_status::failed : exit_status::done;
}

// The verdict of a case, made again with what was known when it was made.
int command_explain_case(const std::filesystem::path& config_file, const std::string& number,
                         OutputForm form) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    const auto the_case = world->store->find_case_by_no(number);
    if (!the_case) {
        std::fprintf(stderr, "%s: no such case, order or buyer's order number\n", number.c_str());
        return exit_status::not_found;
    }
    const auto message = world->store->message(the_case->message_id, false);
    const auto reading = world->store->reading(the_case->message_id);
    const auto events = world->store->events(the_case->id);
    if (!message || !reading || events.empty()) {
        std::fprintf(stderr, "%s: its message is no longer in the store\n", number.c_str());
        return exit_status::failed;
    }
    const Instant then = events.front().at;
    Submission submission = submission_as_it_came(world->flow, *the_case, *message, *reading);
    submission.known_at = then;
    const auto judgement = judge(*world->store, world->flow, submission, Command{}, then);
    if (form == OutputForm::json) {
        std::printf("%s\n", judgement_json(submission, judgement, then).c_str());
        return exit_status::done;
    }
    std::printf("%s, judged %s, with base data as they were known then\n",
                the_case->case_no.c_str(), to_iso(then).c_str());
    print_judgement(submission, judgement, then);
    std::printf("since then:\n");
    for (const auto& event : events)
        std::printf("  %s %s %s %s %s\n", to_iso(event.at).c_str(), event.step.number.c_str(),
                    event.step.event.c_str(), event.step.actor.c_str(), event.step.reason.c_str());
    return exit_status::done;
}

} // namespace besteld
