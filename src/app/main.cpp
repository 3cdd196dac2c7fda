// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/commands_archive.hpp"
#include "app/commands_complaints.hpp"
#include "app/commands_phrases.hpp"
#include "app/commands_report.hpp"
#include "app/commands_token.hpp"
#include "flow/reader_worker.hpp"

#include "base/log.hpp"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <exception>

namespace {

using namespace besteld;

struct Choices {
    std::filesystem::path config = "/etc/besteld/besteld.toml";
    std::string file;
    std::vector<std::string> files;
    std::string login;
    std::string name;
    std::string role = "clerk";
    std::string language = "nl";
    std::string mail;
    std::string text;
    std::string number;
    std::string since;
    bool json = false;
    ResolveRequest resolve;
    PaperRequest paper;
    PhrasesCommand phrases;
    ComplaintsCommand complaints;
    AnswerCommand answer;
    ReportCommand report;
    ArchiveCommand archive;
    HoldCommand hold;
    EraseCommand erase;
    ImportCommand import;
    ReconcileCommand reconcile;
    TokenCommand token;
    std::int64_t token_id = 0;
    int status = 0;

    OutputForm form() const { return json ? OutputForm::json : OutputForm::text; }
};

void add_config(CLI::App& command, Choices& c) {
    command.add_option("-c,--config", c.config, "the configuration file")->capture_default_str();
}

void add_daemon_commands(CLI::App& app, Choices& c) {
    auto* run = app.add_subcommand("run", "run the daemon");
    add_config(*run, c);
    run->callback([&c] { c.status = command_run(c.config); });

    auto* check = app.add_subcommand(
        "check-config", "say what is wrong with the configuration, with line and hint");
    add_config(*check, c);
    check->callback([&c] { c.status = command_check_config(c.config); });

    auto* settings =
        app.add_subcommand("settings", "list every setting with its default and meaning");
    settings->callback([&c] { c.status = command_settings(); });

    auto* migrate = app.add_subcommand("migrate", "bring the database to this version's schema");
    add_config(*migrate, c);
    migrate->callback([&c] { c.status = command_migrate(c.config); });

    auto* audit =
        app.add_subcommand("audit", "prove the event chain and count every message's disposition");
    add_config(*audit, c);
    audit->callback([&c] { c.status = command_audit(c.config); });

    auto* reader = app.add_subcommand("reader", "read foreign bytes for the daemon, in a sandbox");
    reader->group("");
    reader->callback([&c] { c.status = run_reader_worker(3); });
}

void add_reading_commands(CLI::App& app, Choices& c) {
    auto* read = app.add_subcommand("read", "show what the readers make of a file or mail");
    auto* config = read->add_option(
        "-c,--config", c.config,
        "take declared table layouts and partner profiles from this configuration");
    read->add_option("file", c.file, "the file, or - for standard input")->required();
    read->add_flag("--json", c.json, "one JSON object (docs/read-json.md)");
    read->callback([&c, config] {
        c.status = command_read(c.file, c.form(),
                                config->count() > 0 ? std::optional(c.config) : std::nullopt);
    });

    auto* doctor = app.add_subcommand(
        "doctor", "say why a file is not read, and the smallest profile switch that would read it");
    auto* declared = doctor->add_option("-c,--config", c.config,
                                        "take partner profiles from this configuration");
    doctor->add_option("file", c.file, "the file, or - for standard input")->required();
    doctor->add_option("--profile", c.name, "read by this [[partner]] profile")->needs(declared);
    doctor->callback([&c, declared] {
        c.status = command_doctor(c.file, c.name,
                                  declared->count() > 0 ? std::optional(c.config) : std::nullopt);
    });

    auto* explain = app.add_subcommand(
        "explain", "what would be decided about a file or mail, and why; touches nothing");
    add_config(*explain, c);
    auto* what = explain->add_option_group("what");
    what->add_option("file", c.file, "the file, or - for standard input");
    what->add_option("--case", c.number,
                     "a case instead: its verdict made again with what was known then");
    what->require_option(1);
    explain->add_flag("--json", c.json, "one JSON object");
    explain->callback([&c] {
        c.status = c.number.empty() ? command_explain(c.config, c.file, c.form())
                                    : command_explain_case(c.config, c.number, c.form());
    });

    auto* whatif = app.add_subcommand(
        "whatif",
        "which orders would have come out otherwise with other base data; changes nothing");
    add_config(*whatif, c);
    whatif->add_option("--with", c.files, "base data files, or folders of them")->required();
    whatif->add_option("--since", c.since, "orders received from this day on: 2026-03-02")
        ->required();
    whatif->add_flag("--json", c.json, "one JSON object a line");
    whatif->callback([&c] { c.status = command_whatif(c.config, c.files, c.since, c.form()); });
}

void add_import_command(CLI::App& app, Choices& c) {
    auto* import = app.add_subcommand(
        "import", "import base data from CSV, XLSX, TOML or JSON files, all or nothing");
    add_config(*import, c);
    auto& i = c.import;
    auto* what = import->add_option_group("what", "files, or an import that is there");
    what->add_option("files", i.paths, "files, or folders of them (docs/base-data.md)");
    what->add_flag("--list", i.list, "every import, newest first");
    what->add_option("--show", i.show, "number: who, what and every row");
    what->add_option("--undo", i.undo, "number: take it back as a whole");
    what->add_option("--approve", i.approve, "number: let a proposed import count");
    what->add_option("--refuse", i.refuse, "number: it shall not");
    what->require_option(1);
    import->add_flag("--preview", i.preview, "say what would change, and change nothing");
    import->add_flag("--complete", i.complete, "what these files do not name has ended");
    import->add_option("--from", i.from, "first day of rows without valid_from: 2026-04-01");
    import->add_option("--as", i.login, "log-in name of who does this");
    import->add_option("--reason", i.reason, "of --refuse");
    import->callback([&c] { c.status = command_import(c.config, c.import); });
}

void add_base_data_commands(CLI::App& app, Choices& c) {
    add_import_command(app, c);

    auto* out = app.add_subcommand("export", "write base data in the form that import takes");
    add_config(*out, c);
    out->add_option("folder", c.file, "where to; made when it does not exist")->required();
    out->add_option("--format", c.text, "csv or json")->check(CLI::IsMember({"csv", "json"}));
    out->add_option("--table", c.name, "only this one: prices, customers …");
    out->callback([&c] { c.status = command_export(c.config, c.file, c.text, c.name); });

    auto* user = app.add_subcommand("user", "people who may log in");
    user->require_subcommand(1);
    auto* add = user->add_subcommand(
        "add", "add a user or change one; the password is read from standard input");
    add_config(*add, c);
    add->add_option("login", c.login, "log-in name")->required();
    add->add_option("--name", c.name, "name as colleagues see it");
    add->add_option("--role", c.role, "clerk, second_clerk, lead, credit, admin or auditor")
        ->capture_default_str();
    add->add_option("--language", c.language, "nl, en, de, fr or zh")->capture_default_str();
    add->add_option("--mail", c.mail, "address for reports and notices");
    add->callback([&c] {
        c.status = command_user_add(c.config, {c.login, c.name, c.role, c.language, c.mail});
    });
    auto* no_factor = user->add_subcommand(
        "no-second-factor", "take somebody's second factor away, who lost device and codes");
    add_config(*no_factor, c);
    no_factor->add_option("login", c.login, "log-in name")->required();
    no_factor->callback([&c] { c.status = command_user_no_second_factor(c.config, c.login); });
}

void add_token_commands(CLI::App& app, Choices& c) {
    auto* token = app.add_subcommand("token", "programs that act for people through the API");
    token->require_subcommand(1);
    auto* made = token->add_subcommand("new", "make a token; it is printed once");
    add_config(*made, c);
    made->add_option("login", c.token.login, "for whom it acts")->required();
    made->add_option("--scope", c.token.scopes, "read, decide, type, upkeep; several with commas")
        ->delimiter(',')
        ->capture_default_str();
    made->add_option("--days", c.token.days, "so long it is good")
        ->check(CLI::Range(1, 3660))
        ->capture_default_str();
    made->add_option("--note", c.token.note, "what it is for");
    made->callback([&c] { c.status = command_token_new(c.config, c.token); });
    auto* list = token->add_subcommand("list", "every token that was made");
    add_config(*list, c);
    list->callback([&c] { c.status = command_token_list(c.config); });
    auto* revoke = token->add_subcommand("revoke", "it is good no longer, at once");
    add_config(*revoke, c);
    revoke->add_option("id", c.token_id, "as `besteld token list` says")->required();
    revoke->callback([&c] { c.status = command_token_revoke(c.config, c.token_id); });
}

void add_reconcile_command(CLI::App& app, Choices& c) {
    auto* reconcile = app.add_subcommand(
        "reconcile", "accepted orders that the ERP system has not confirmed, and what differs");
    add_config(*reconcile, c);
    auto* since = reconcile->add_option("--since", c.reconcile.since,
                                        "orders received from this day on: 2026-03-02");
    reconcile->add_option("--format", c.reconcile.format, "table, csv, json or pdf")
        ->check(CLI::IsMember({"table", "csv", "json"}));
    reconcile->add_option("--resend", c.reconcile.resend, "key: let a failed hand-off go again")
        ->excludes(since);
    reconcile->callback([&c] { c.status = command_reconcile(c.config, c.reconcile); });
}

void add_phrases_command(CLI::App& app, Choices& c) {
    auto* phrases =
        app.add_subcommand("phrases", "what customers call our articles, as people confirmed it");
    add_config(*phrases, c);
    phrases->add_option("--customer", c.phrases.customer, "only this customer's, by number");
    auto* revoke =
        phrases->add_option("--revoke", c.phrases.revoke, "take this phrase out of use, by id");
    phrases->add_option("--approve", c.phrases.approve, "put one in review back into use, by id")
        ->excludes(revoke);
    phrases->add_option("--as", c.phrases.login, "log-in name of who revokes or approves");
    phrases->callback([&c] { c.status = command_phrases(c.config, c.phrases); });
}

void add_service_commands(CLI::App& app, Choices& c) {
    auto* complaints =
        app.add_subcommand("complaints", "complaints: registered, passed on, closed");
    add_config(*complaints, c);
    auto& k = c.complaints;
    auto* what = complaints->add_option_group("what", "one of them; none: the list");
    what->add_option("--show", k.show, "number KL-26-0042: what was said, events and mails");
    what->add_option("--assign", k.assign, "number: passed on to the colleague of --to");
    what->add_option("--link", k.link, "number: about the order of --to");
    what->add_option("--cause", k.cause, "number: its cause is --is");
    what->add_option("--confirm", k.confirm, "number: let the receipt go that was held back");
    what->add_option("--close", k.close, "number: dealt with, with the outcome of --because");
    what->add_option("--replace", k.replace,
                     "number: offer what it counts again, free of charge, as a draft");
    what->add_option("--register", k.register_case, "case number: this case is a complaint");
    what->require_option(0, 1);
    complaints->add_option("--to", k.to, "mail address of the new owner, or the order's number");
    complaints->add_option("--line", k.lines, "of --link: the order's lines, from 1");
    complaints->add_option("--is", k.is,
                           "transport, quality, quantity, price, order_entry, late or unknown");
    complaints->add_option("--because", k.because, "of --close: what came of it");
    complaints->add_option("--customer", k.customer, "of the list: only this customer's");
    complaints->add_flag("--all", k.all, "of the list: closed ones too");
    complaints->add_option("--as", k.login, "log-in name of who does this");
    complaints->callback([&c] { c.status = command_complaints(c.config, c.complaints); });

    auto* answer = app.add_subcommand(
        "answer", "show the answer to a question about an order, or let it go with --as");
    add_config(*answer, c);
    answer->add_option("case", c.answer.case_no, "case number")->required();
    answer->add_option("--about", c.answer.about, "the order meant, when the question names none");
    answer->add_option("--as", c.answer.login, "log-in name of who answers");
    answer->callback([&c] { c.status = command_answer(c.config, c.answer); });
}

// An option that may stand alone: the name is empty then.
void add_maybe(CLI::App& command, const std::string& option, std::optional<std::string>& name,
               const std::string& meaning) {
    command
        .add_option_function<std::vector<std::string>>(
            option,
            [&name](const std::vector<std::string>& given) {
                name = given.empty() ? std::string() : given.front();
            },
            meaning)
        ->expected(0, 1);
}

void add_report_command(CLI::App& app, Choices& c) {
    auto* report = app.add_subcommand("report", "figures: orders, turnover, indicators, lists");
    add_config(*report, c);
    auto& r = c.report;
    auto* what = report->add_option_group("what");
    what->add_option("name", r.name, "which one; --list tells them");
    what->add_flag("--list", r.list, "every report and indicator");
    what->require_option(1);
    auto* when = report->add_option_group("when", "this month unless told otherwise");
    when->add_option("--from", r.from, "first day: 2026-03-02");
    when->add_option("--to", r.to, "last day; today unless told otherwise");
    add_maybe(*when, "--day", r.day, "the current one, or 2026-03-02");
    add_maybe(*when, "--week", r.week, "the current one, or 2026-W10");
    add_maybe(*when, "--month", r.month, "the current one, or 2026-03");
    report->add_option("--by", r.by, "rows: day, week, month, customer, channel, …");
    report->add_option("--as", r.form, "table, csv, json or pdf")->capture_default_str();
    report->add_option("--out", r.out, "file to write to");
    report->add_option("--lang", r.language, "nl, en, de, fr or zh");
    report->add_option("--for", r.login, "log-in name of who reads it: small groups are masked");
    report->add_option("--top", r.top, "rows of a ranking; 0: all")->capture_default_str();
    report->add_flag("--orders", r.orders, "the order numbers behind each figure");
    report->callback([&c] { c.status = command_report(c.config, c.report); });
}

void add_archive_commands(CLI::App& app, Choices& c) {
    auto* archive = app.add_subcommand("archive", "archive what is over for long enough");
    add_config(*archive, c);
    auto& a = c.archive;
    add_maybe(*archive, "--verify", a.verify, "a number: is its package there and whole");
    archive->add_flag("--all", a.all, "of --verify: every package");
    archive->add_option("--show", a.show, "number: what is kept of it and until when");
    archive->add_option("--reopen", a.reopen, "number: a lead and an auditor open it again");
    archive->add_option("--as", a.login, "log-in name of who does it");
    archive->add_option("--because", a.because, "why");
    archive->callback([&c] { c.status = command_archive(c.config, c.archive); });

    auto* hold = app.add_subcommand("hold", "keep an order whatever its term: legal hold");
    add_config(*hold, c);
    hold->add_option("number", c.hold.number, "case, order or buyer's order number")->required();
    hold->add_flag("--lift", c.hold.lift, "let its term count again");
    hold->add_option("--as", c.hold.login, "log-in name of who does it")->required();
    hold->add_option("--because", c.hold.because, "why")->required();
    hold->callback([&c] { c.status = command_hold(c.config, c.hold); });

    auto* erase = app.add_subcommand("erase", "list what may go; erase it");
    add_config(*erase, c);
    erase->add_option("number", c.erase.number, "this one; none: those whose term is over");
    erase->add_flag("--due", c.erase.due, "erase all whose term is over");
    erase->add_option("--as", c.erase.login, "log-in name of who does it");
    erase->add_option("--because", c.erase.because, "why");
    erase->callback([&c] { c.status = command_erase(c.config, c.erase); });

    auto* find = app.add_subcommand("find", "find an order by any number or name, archived or not");
    add_config(*find, c);
    find->add_option("text", c.text, "number, or the beginning of a name")->required();
    find->callback([&c] { c.status = command_find(c.config, c.text); });
}

void add_desk_commands(CLI::App& app, Choices& c) {
    auto* queue = app.add_subcommand("queue", "list what waits for a person");
    add_config(*queue, c);
    queue->add_option("text", c.text, "order number, customer or case number to look for");
    queue->add_flag("--json", c.json, "one JSON object a line");
    queue->callback([&c] { c.status = command_queue(c.config, c.text, c.form()); });

    auto* show = app.add_subcommand("show", "show one case: order, findings, ways out, events");
    add_config(*show, c);
    show->add_option("number", c.text, "case number, order number or the buyer's order number")
        ->required();
    show->callback([&c] { c.status = command_show(c.config, c.text); });

    auto* paper = app.add_subcommand(
        "paper", "print the PDF of an answer that was given once more, marked as a reprint");
    add_config(*paper, c);
    paper
        ->add_option("number", c.paper.number,
                     "case, order or the buyer's order number, a delivery note's (DN-…), an "
                     "outbound slip's (XSCK…), an invoice request's (IR-…) or a complaint's (KL-…)")
        ->required();
    paper
        ->add_option("--kind", c.paper.kind,
                     "confirmation, proposal, question, rejection, delivery_note, outbound_slip, "
                     "invoice_request or complaint_receipt; else the last of the first four")
        ->check(CLI::IsMember({"confirmation", "proposal", "question", "rejection", "delivery_note",
                               "outbound_slip", "invoice_request", "complaint_receipt"}));
    paper->add_option("--lang", c.paper.language, "nl, en, de, fr or zh; else the answer's own")
        ->check(CLI::IsMember({"nl", "en", "de", "fr", "zh"}));
    paper->add_option("--out", c.paper.out, "file to write, - for standard output");
    paper->callback([&c] { c.status = command_paper(c.config, c.paper); });

    auto* resolve = app.add_subcommand("resolve", "decide about a case");
    add_config(*resolve, c);
    resolve
        ->add_option("number", c.resolve.number,
                     "case number, order number or the buyer's order number")
        ->required();
    resolve
        ->add_option(
            "action", c.resolve.action,
            "accept_agreed, accept_ordered, dismiss, … for one finding; set; release, "
            "approve, refuse, "
            "ask, answered, reject, merge, consent, decline, counter; take_back what has not left")
        ->required();
    resolve->add_option("--as", c.resolve.login, "log-in name of who decides")->required();
    resolve->add_option("--finding", c.resolve.finding, "number of the finding, as `show` counts");
    resolve->add_option("--field", c.resolve.field, "of set: line.quantity, requested, ship_to, …");
    resolve->add_option("--line", c.resolve.line, "of set: number of the line, from 1");
    resolve->add_option("--value", c.resolve.value,
                        "of set: the value; numbers 1234.56, dates YYYY-MM-DD");
    resolve->add_option("--reason", c.resolve.reason, "why, or what to ask");
    resolve->callback([&c] { c.status = command_resolve(c.config, c.resolve); });
}

} // namespace

int main(int argc, char** argv) {
    // A peer that closes its end must be an error code, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    CLI::App app{"Takes in customers' orders, checks them against what was agreed, and answers.",
                 "besteld"};
    app.set_version_flag("--version", BESTELD_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    Choices choices;
    add_daemon_commands(app, choices);
    add_reading_commands(app, choices);
    add_base_data_commands(app, choices);
    add_token_commands(app, choices);
    add_reconcile_command(app, choices);
    add_phrases_command(app, choices);
    add_desk_commands(app, choices);
    add_service_commands(app, choices);
    add_report_command(app, choices);
    add_archive_commands(app, choices);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& fault) {
        const int status = app.exit(fault);
        return status == 0 ? 0 : 2;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "besteld: %s\n", fault.what());
        return exit_status::failed;
    }
    return choices.status;
}
