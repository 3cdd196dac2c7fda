// SPDX-License-Identifier: Apache-2.0
#include "app/daemon.hpp"

#include "app/answer_papers.hpp"
#include "app/chores.hpp"
#include "app/intake_sink.hpp"
#include "app/metrics.hpp"
#include "app/notify.hpp"
#include "app/open_world.hpp"

#include "base/async/task_group.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "deliver/hand_off_sender.hpp"
#include "deliver/outbox_sender.hpp"
#include "flow/complaints.hpp"
#include "flow/due.hpp"
#include "flow/fulfil.hpp"
#include "flow/hand_off.hpp"
#include "flow/heading_trial.hpp"
#include "flow/interchange_gaps.hpp"
#include "flow/pipeline.hpp"
#include "intake/drop_folder.hpp"
#include "intake/imap_mailbox.hpp"
#include "web/server.hpp"
#include "web/web_app.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <atomic>
#include <csignal>
#include <filesystem>

namespace besteld {

namespace {

MailSecurity security_of(const std::string& tls) {
    if (tls == "implicit") return MailSecurity::tls;
    return tls == "starttls" ? MailSecurity::starttls : MailSecurity::plain;
}

MailboxConfig mailbox_config(const MailboxSettings& m) {
    MailServer server{.protocol = MailProtocol::imap,
                      .host = m.host,
                      .port = m.port,
                      .security = security_of(m.tls),
                      .ca_file = m.ca_file,
                      .login = m.login == "xoauth2" ? MailLogin::xoauth2 : MailLogin::password,
                      .user = m.user,
                      .read_secret = [reference = m.password] { return read_secret(reference); }};
    return {.channel = m.name,
            .server = std::move(server),
            .mailbox = m.folder,
            .done_folder = m.done_folder,
            .poll = std::chrono::ceil<std::chrono::seconds>(m.poll)};
}

SenderSettings sender_settings(const Config& config) {
    const auto& s = config.smtp;
    return {.daemon = config.daemon_name,
            .seller = config.seller,
            .smtp = {.host = s.host,
                     .port = s.port,
                     .tls = security_of(s.tls),
                     .user = s.user,
                     .read_secret = [reference = s.password] { return read_secret(reference); },
                     .ca_file = s.ca_file,
                     .helo = s.helo},
            .from_address = s.from_address,
            .from_name = s.from_name,
            .bounce_address = s.bounce_address,
            .reply_tags = s.reply_tags,
            .edi_out = config.edi_out,
            .papers = answer_papers(config),
            .warehouse_papers = config.papers.warehouse_folder,
            .finance_papers = config.papers.finance_folder};
}

HandOffSettings hand_off_settings(const Config& config) {
    const auto& h = config.hand_off;
    return {.daemon = config.daemon_name,
            .erp_folder = h.folder,
            .warehouse_folder = h.warehouse,
            .production_folder = h.production,
            .format = h.format,
            .notice_format = h.notice_format,
            .idoc_sender = h.idoc_sender,
            .idoc_receiver = h.idoc_receiver,
            .zone = config.seller.zone,
            .webhook = {
                .url = h.webhook,
                .read_secret = [reference = h.webhook_secret] { return read_secret(reference); },
                .ca_file = h.webhook_ca_file,
                .timeout = h.webhook_timeout}};
}

PipelineSettings pipeline_settings(const Config& config) {
    return {.flow = flow_settings(config),
            .daemon = config.daemon_name,
            .layouts = config.layouts,
            .reader_limits = {.timeout = config.reader_timeout},
            .readers = config.readers,
            .batch = config.batch};
}

// Five connections to one database: what the line writes, what clerks do, what leaves for
// customers, what leaves for other systems, what the clock asks for. None waits for the other
// longer than the database makes it.
struct Stores {
    std::unique_ptr<Store> line;
    std::unique_ptr<Store> desk;
    std::unique_ptr<Store> outbox;
    std::unique_ptr<Store> hand_off;
    std::unique_ptr<Store> chores;

    explicit Stores(const Config& config)
        : line(Store::open(config.storage_url)), desk(Store::open(config.storage_url)),
          outbox(Store::open(config.storage_url)), hand_off(Store::open(config.storage_url)),
          chores(Store::open(config.storage_url)) {
        line->migrate();
        // What this daemon had in hand when it last ended is nobody's now.
        line->release_leases(config.daemon_name);
    }
};

class Daemon {
public:
    Daemon(const Config& config, std::filesystem::path config_file)
        : config_(config), config_file_(std::move(config_file)), stores_(config),
          renderer_(config.templates), sender_(sender_settings(config), *stores_.outbox, renderer_),
          hand_off_sender_(hand_off_settings(config), *stores_.hand_off),
          pipeline_(pipeline_settings(config), loop_.get_executor(), *stores_.line, line_pool_,
                    stop_),
          line_desk_(*stores_.line, flow_settings(config)), chores_(config, *stores_.chores),
          trials_(flow_settings(config), config.layouts, "/proc/self/exe",
                  {.timeout = config.reader_timeout}),
          sink_(config.daemon_name, *stores_.line, line_pool_, [this] { pipeline_.nudge(); }),
          app_(web_settings(), flow_settings(config), *stores_.desk, desk_pool_),
          server_(
              {.address = config.web_address, .port = config.web_port}, loop_.get_executor(),
              [this](HttpRequest request) { return app_.handle(std::move(request)); }, stop_),
          outbox_wake_(loop_.get_executor()), hand_off_wake_(loop_.get_executor()),
          intake_(loop_.get_executor()), line_(loop_.get_executor()), care_(loop_.get_executor()) {
        pipeline_.on_commit([this] { something_may_leave(); });
        app_.on_decision([this] { something_may_leave(); });
    }

    WhyEnded run() {
        start_intake();
        line_.start("pipeline", pipeline_.run());
        line_.start("sender", send_for_ever());
        line_.start("hand_off", hand_off_for_ever());
        line_.start("calendar", mind_the_calendar());
        line_.start("held", let_go());
        line_.start("chores", do_chores());
        line_.start("trials", try_what_is_taught());
        line_.start("visits", write_visits());
        line_.start("channels", write_channels());
        line_.start("web", server_.run());
        line_.start("complaints", remind_for_ever());
        care_.start("signals", mind_signals());
        care_.start("watchdog", keep_watch());
        log::info("daemon.ready",
                  {{"page", cat("http://", config_.web_address, ":", server_.port(), "/")},
                   {"mailboxes", static_cast<std::int64_t>(config_.mailboxes.size())},
                   {"folders", static_cast<std::int64_t>(config_.drops.size())}});
        notify_manager(cat("READY=1\nSTATUS=page on port ", server_.port()));
        loop_.run();
        log::info("daemon.stopped");
        return why_;
    }

private:
    WebAppSettings web_settings() {
        return {.templates = config_.templates,
                .files = config_.templates.parent_path() / "web",
                .site_name = config_.seller.name,
                .language = config_.language,
                .zone = config_.seller.zone,
                .session_idle = config_.session_idle,
                .metrics =
                    [this](const Store::Counts& counts) {
                        return metrics_text(counts, sink_.channels(), hand_off_counts_);
                    },
                .trouble = [this] { return trouble_text(sink_.channels()); },
                .feedback = {.token = read_secret(config_.hand_off.feedback_token),
                             .channel = std::string(feedback_calls)},
                .on_feedback = [this] { pipeline_.nudge(); },
                .second_factor_for = config_.second_factor_for,
                .base_data_by = config_.base_data_second_person ? SecondPerson::needed
                                                                : SecondPerson::not_needed,
                .api_calls_per_minute = config_.api_calls_per_minute,
                .on_visit =
                    [this](Visit visit) {
                        if (config_.access_log.count() > 0) visits_.push_back(std::move(visit));
                    }};
    }

    void something_may_leave() {
        outbox_wake_.nudge();
        hand_off_wake_.nudge();
    }

    void start_intake() {
        std::vector<std::string> names;
        for (const auto& m : config_.mailboxes)
            names.push_back(m.name);
        for (const auto* folders : {&config_.drops, &config_.feedback})
            for (const auto& d : *folders)
                names.push_back(d.name);
        Channels(*stores_.chores).keep_only(config_.daemon_name, names);
        for (const auto& m : config_.mailboxes) {
            mailboxes_.push_back(
                std::make_unique<ImapMailbox>(mailbox_config(m), sink_, connect_pool_, stop_));
            intake_.start(m.name, mailboxes_.back()->run());
        }
        auto folders = config_.drops;
        folders.insert(folders.end(), config_.feedback.begin(), config_.feedback.end());
        for (const auto& d : folders) {
            DropFolderConfig folder{
                .channel = d.name, .folder = d.path, .settle = d.settle, .scan = d.scan};
            folders_.push_back(
                std::make_unique<DropFolder>(std::move(folder), sink_, file_pool_, stop_));
            intake_.start(d.name, folders_.back()->run());
        }
    }

    asio::awaitable<void> send_for_ever() {
        bool cut_short = false;
        while (!stop_.requested()) {
            int sent = 0;
            try {
                auto job = [this, cut_short] {
                    // What a batch that failed left leased is ours, and nobody has it in hand.
                    if (cut_short) stores_.outbox->release_outbox_leases(config_.daemon_name);
                    return sender_.send_due(now(), [this] { return draining_.load(); });
                };
                sent = co_await run_blocking(outbox_pool_, std::move(job));
                cut_short = false;
            } catch (const std::exception& fault) {
                cut_short = true;
                log::error("sender.failed", {{"reason", fault.what()}});
            }
            if (sent == 0) co_await outbox_wake_.wait_for(std::chrono::seconds{2}, stop_);
        }
    }

    asio::awaitable<void> hand_off_for_ever() {
        bool cut_short = false;
        while (!stop_.requested()) {
            int sent = 0;
            try {
                auto job = [this, cut_short] {
                    if (cut_short) hand_off_sender_.release_leases();
                    const int rows =
                        hand_off_sender_.send_due(now(), [this] { return draining_.load(); });
                    return std::pair(rows, HandOffs(*stores_.hand_off).counts(now()));
                };
                const auto did = co_await run_blocking(hand_off_pool_, std::move(job));
                sent = did.first;
                hand_off_counts_ = did.second;
                cut_short = false;
            } catch (const std::exception& fault) {
                cut_short = true;
                log::error("hand_off.sender_failed", {{"reason", fault.what()}});
            }
            if (sent == 0) co_await hand_off_wake_.wait_for(std::chrono::seconds{2}, stop_);
        }
    }

    // What happens because a day or an hour has come.
    asio::awaitable<void> mind_the_calendar() {
        while (!stop_.requested()) {
            try {
                auto job = [this] { return do_what_is_due(); };
                const int done = co_await run_blocking(line_pool_, std::move(job));
                if (done > 0) something_may_leave();
            } catch (const std::exception& fault) {
                log::error("calendar.failed", {{"reason", fault.what()}});
            }
            co_await stop_.sleep(config_.calendar);
        }
    }

    int do_what_is_due() {
        constexpr int at_once = 100;
        const auto flow = flow_settings(config_);
        Store& store = *stores_.line;
        return release_due(store, flow, now(), at_once) + alarm_unanswered(store, now(), at_once) +
               give_up_waiting(store, flow, now(), at_once) + do_due(store, flow, now()) +
               tell_of_gaps(store, flow, now(), at_once);
    }

    // What people decided leaves when it can no longer be taken back.
    asio::awaitable<void> let_go() {
        while (!stop_.requested()) {
            try {
                auto job = [this] { return line_desk_.carry_out_due(now()); };
                const int cases = co_await run_blocking(line_pool_, std::move(job));
                if (cases > 0) something_may_leave();
            } catch (const std::exception& fault) {
                log::error("held.failed", {{"reason", fault.what()}});
            }
            co_await stop_.sleep(std::chrono::seconds{1});
        }
    }

    // Who deals with a complaint hears when its day is near.
    asio::awaitable<void> remind_for_ever() {
        while (!stop_.requested()) {
            try {
                auto job = [this] {
                    return remind_owners(*stores_.line, flow_settings(config_), now());
                };
                const int reminded = co_await run_blocking(line_pool_, std::move(job));
                if (reminded > 0) outbox_wake_.nudge();
            } catch (const std::exception& fault) {
                log::error("complaints.failed", {{"reason", fault.what()}});
            }
            co_await stop_.sleep(std::chrono::minutes{1});
        }
    }

    // A clerk waits for what his teaching would change.
    asio::awaitable<void> try_what_is_taught() {
        while (!stop_.requested()) {
            try {
                auto job = [this] {
                    trials_.run_due(*stores_.chores, [this] { return draining_.load(); });
                };
                co_await run_blocking(chores_pool_, std::move(job));
            } catch (const std::exception& fault) {
                log::error("trials.failed", {{"reason", fault.what()}});
            }
            co_await stop_.sleep(std::chrono::seconds{1});
        }
    }

    // By the clock: a look each half minute costs a query for each report.
    asio::awaitable<void> do_chores() {
        while (!stop_.requested()) {
            auto job = [this] {
                return chores_.run_due(now(), [this] { return draining_.load(); });
            };
            const int mails = co_await run_blocking(chores_pool_, std::move(job));
            if (mails > 0) outbox_wake_.nudge();
            co_await stop_.sleep(std::chrono::seconds{30});
        }
    }

    // Who looked at what is written apart from the pages, which wait for no other writer.
    asio::awaitable<void> write_visits() {
        for (bool last = false; !last;) {
            last = stop_.requested();
            if (!visits_.empty()) co_await write_visits_once();
            if (!last) co_await stop_.sleep(std::chrono::seconds{1});
        }
    }

    asio::awaitable<void> write_visits_once() {
        constexpr std::size_t most_waiting = 100'000;
        auto batch = std::exchange(visits_, {});
        try {
            auto job = [this, &batch] { AccessLog(*stores_.chores).add(batch); };
            co_await run_blocking(chores_pool_, std::move(job));
        } catch (const std::exception& fault) {
            log::error("access_log.failed", {{"reason", fault.what()}});
            batch.insert(batch.end(), visits_.begin(), visits_.end());
            if (batch.size() <= most_waiting) visits_ = std::move(batch);
        }
    }

    // How the channels are doing, for the page of any daemon on this database.
    asio::awaitable<void> write_channels() {
        while (!stop_.requested()) {
            auto rows = sink_.unwritten(now());
            if (!rows.empty()) co_await write_channels_once(std::move(rows));
            co_await stop_.sleep(std::chrono::seconds{1});
        }
    }

    asio::awaitable<void> write_channels_once(std::vector<ChannelRow> rows) {
        try {
            auto job = [this, &rows] { Channels(*stores_.chores).save(rows); };
            co_await run_blocking(chores_pool_, std::move(job));
        } catch (const std::exception& fault) {
            log::error("channels.failed", {{"reason", fault.what()}});
        }
    }

    asio::awaitable<void> mind_signals() {
        asio::signal_set signals(loop_.get_executor(), SIGTERM, SIGINT, SIGHUP);
        for (;;) {
            const int number = co_await signals.async_wait(asio::use_awaitable);
            if (number == SIGHUP && !reload_is_sound()) continue;
            why_ = number == SIGHUP ? WhyEnded::reload : WhyEnded::stopped;
            break;
        }
        notify_manager(why_ == WhyEnded::reload ? "RELOADING=1" : "STOPPING=1");
        log::info(why_ == WhyEnded::reload ? "daemon.reloading" : "daemon.stopping");
        co_await drain();
    }

    bool reload_is_sound() const {
        const auto fresh = read_config(config_file_);
        if (fresh) return true;
        for (const auto& fault : fresh.error())
            log::error("config.fault", {{"fault", to_text(fault)}});
        log::warning("config.kept",
                     {{"reason", "the new configuration has faults; the old one stays in force"}});
        return false;
    }

    // Stop taking in, finish what is under way, go: the wait of every loop ends at stop_.
    asio::awaitable<void> drain() {
        draining_ = true;
        stop_.request();
        server_.close();
        co_await intake_.wait();
        co_await line_.wait();
        watch_.request();
    }

    // Tells the service manager that the loop and the store's thread both still move.
    asio::awaitable<void> keep_watch() {
        const auto interval = watchdog_interval();
        while (interval && !watch_.requested()) {
            auto probe = [] {};
            co_await run_blocking(line_pool_, std::move(probe));
            notify_manager("WATCHDOG=1");
            co_await watch_.sleep(*interval);
        }
    }

    const Config& config_;
    std::filesystem::path config_file_;
    asio::io_context loop_{1};
    Stop stop_;
    Stop watch_;
    std::atomic<bool> draining_ = false; // read by the sender's thread between two mails
    Stores stores_;
    BlockingPool line_pool_{"line", 1};
    BlockingPool desk_pool_{"desk", 1};
    BlockingPool outbox_pool_{"outbox", 1};
    BlockingPool hand_off_pool_{"hand_off", 1};
    BlockingPool chores_pool_{"chores", 1};
    BlockingPool connect_pool_{"connect", 4};
    BlockingPool file_pool_{"files", 2};
    Renderer renderer_;
    OutboxSender sender_;
    HandOffSender hand_off_sender_;
    Pipeline pipeline_;
    Desk line_desk_; // on the line's thread: what people decided, when it leaves
    Chores chores_;
    HeadingTrials trials_;
    std::vector<Visit> visits_; // shown and not yet written; on the loop
    IntakeSink sink_;
    WebApp app_;
    WebServer server_;
    Wake outbox_wake_;
    Wake hand_off_wake_;
    HandOffs::Counts hand_off_counts_; // as last seen by the sender
    std::vector<std::unique_ptr<ImapMailbox>> mailboxes_;
    std::vector<std::unique_ptr<DropFolder>> folders_;
    TaskGroup intake_;
    TaskGroup line_;
    TaskGroup care_;
    WhyEnded why_ = WhyEnded::stopped;
};

} // namespace

WhyEnded run_daemon(const Config& config, const std::filesystem::path& config_file) {
    Daemon daemon(config, config_file);
    return daemon.run();
}

} // namespace besteld
