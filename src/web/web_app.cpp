// SPDX-License-Identifier: Apache-2.0
#include "web/web_app.hpp"

#include "base/log.hpp"
#include "base/text.hpp"
#include "web/api/api.hpp"
#include "web/api/follow.hpp"
#include "web/api/problem.hpp"
#include "web/origin.hpp"
#include "web/site.hpp"

namespace besteld {

namespace {

// A log-in holds the store's thread for as long as Argon2 takes; more than so many waiting is no
// clerk's morning but somebody guessing, and the pages go first.
constexpr int most_logins_waiting = 8;

// Each asks the store once a second.
constexpr int most_streams = 50;

Instant system_now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

} // namespace

struct WebApp::Parts {
    Parts(WebAppSettings its_settings, const FlowSettings& flow, Store& its_store,
          BlockingPool& its_pool)
        : settings(std::move(its_settings)), store(its_store), pool(its_pool),
          files(settings.files), site(settings, flow, store, files),
          api(store, flow, site.pages().words("en"), site.zone(),
              {.base_data_by = settings.base_data_by,
               .calls_per_minute = settings.api_calls_per_minute}) {}

    Instant now() const { return settings.clock ? settings.clock() : system_now(); }

    asio::awaitable<HttpResponse> health();
    asio::awaitable<HttpResponse> metrics(HttpRequest request);
    asio::awaitable<HttpResponse> page(HttpRequest request);
    asio::awaitable<HttpResponse> feedback(HttpRequest request);
    asio::awaitable<HttpResponse> call(HttpRequest request);
    HttpResponse follow(api::Answered::Follow from);

    WebAppSettings settings;
    Store& store;
    BlockingPool& pool;
    StaticFiles files;
    Site site;                                             // on the pool's thread only
    api::Api api;                                          // likewise
    std::shared_ptr<int> seats = std::make_shared<int>(0); // one use for each stream
    std::function<void()> tell;
    int logins_waiting = 0; // on the loop only
};

WebApp::WebApp(WebAppSettings settings, FlowSettings flow, Store& store, BlockingPool& desk_pool)
    : parts_(std::make_unique<Parts>(std::move(settings), flow, store, desk_pool)) {}

WebApp::~WebApp() = default;

void WebApp::on_decision(std::function<void()> tell) {
    parts_->tell = std::move(tell);
}

asio::awaitable<HttpResponse> WebApp::Parts::health() {
    std::string trouble = settings.trouble ? settings.trouble() : std::string{};
    try {
        auto probe = [this] { return store.queue_size(); };
        co_await run_blocking(pool, std::move(probe));
    } catch (const std::exception& fault) {
        trouble += cat("store: ", fault.what(), "\n");
    }
    const bool well = trouble.empty();
    HttpResponse answer =
        HttpResponse::plain(well ? 200 : 503, well ? std::string("ok\n") : trouble);
    co_return answer;
}

asio::awaitable<HttpResponse> WebApp::Parts::metrics(HttpRequest request) {
    auto job = [this, asked = std::move(request)]() -> std::optional<Store::Counts> {
        if (!is_loopback(asked) && !site.is_admin(asked, now())) return std::nullopt;
        return store.counts();
    };
    const auto counts = co_await run_blocking(pool, std::move(job));
    if (!counts)
        co_return HttpResponse::plain(403,
                                      "only from this machine, or for an admin who is logged in\n");
    HttpResponse answer =
        HttpResponse::plain(200, settings.metrics ? settings.metrics(*counts) : std::string{});
    answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
    co_return answer;
}

asio::awaitable<HttpResponse> WebApp::Parts::page(HttpRequest request) {
    auto job = [this, asked = std::move(request)] { return site.serve(asked, now()); };
    auto served = co_await run_blocking(pool, std::move(job));
    if (served.committed && tell) tell();
    if (served.visit && settings.on_visit) settings.on_visit(*std::move(served.visit));
    co_return std::move(served.response);
}

asio::awaitable<HttpResponse> WebApp::Parts::feedback(HttpRequest request) {
    auto job = [this, asked = std::move(request)] {
        return take_feedback_call(store, settings.feedback, asked, now());
    };
    auto taken = co_await run_blocking(pool, std::move(job));
    if (taken.stored && settings.on_feedback) settings.on_feedback();
    co_return std::move(taken.response);
}

asio::awaitable<HttpResponse> WebApp::Parts::call(HttpRequest request) {
    auto job = [this, asked = std::move(request)] { return api.serve(asked, now()); };
    auto outcome = co_await run_blocking(pool, std::move(job));
    if (outcome.committed && tell) tell();
    if (outcome.visit && settings.on_visit) settings.on_visit(*std::move(outcome.visit));
    if (outcome.follow) co_return follow(*std::move(outcome.follow));
    co_return std::move(outcome.response);
}

HttpResponse WebApp::Parts::follow(api::Answered::Follow from) {
    if (seats.use_count() > most_streams)
        return api::problem(503, "no_seat", cat("at most ", most_streams, " streams at once"));
    HttpResponse response{.content_type = "text/event-stream"};
    auto may_go_on = [this, hash = std::move(from.token_hash)] {
        return api.still_good(hash, now());
    };
    response.stream = std::make_shared<api::Follower>(
        api::Follower::Source{
            .store = store, .pool = pool, .may_go_on = std::move(may_go_on), .seat = seats},
        api::Follower::From{.after = from.after, .of_the_house = from.of_the_house});
    return response;
}

asio::awaitable<HttpResponse> WebApp::handle(HttpRequest request) {
    const std::string path = request.path;
    const bool logs_in = path == "/login" && request.method == "POST";
    try {
        if (path.starts_with("/static/")) co_return parts_->files.answer(path.substr(8), request);
        if (path == "/healthz") co_return co_await parts_->health();
        if (path == "/metrics") co_return co_await parts_->metrics(std::move(request));
        if (path == "/api/feedback") co_return co_await parts_->feedback(std::move(request));
        if (!is_utf8(path) || path.contains('\0'))
            co_return HttpResponse::plain(400, "the address is not UTF-8\n");
        if (api::Api::has(path)) co_return co_await parts_->call(std::move(request));
        if (logs_in && parts_->logins_waiting >= most_logins_waiting)
            co_return HttpResponse::plain(503, "too many log-ins at once; try again in a moment\n");
        struct Counted {
            int& count;
            int by;
            Counted(int& the_count, int how_many) : count(the_count), by(how_many) { count += by; }
            ~Counted() { count -= by; }
            Counted(const Counted&) = delete;
            Counted& operator=(const Counted&) = delete;
        };
        const Counted counted(parts_->logins_waiting, logs_in ? 1 : 0);
        auto answer = co_await parts_->page(std::move(request));
        co_return answer;
    } catch (const std::exception& fault) {
        log::error("web.fault", {{"path", path}, {"reason", fault.what()}});
    }
    if (api::Api::has(path))
        co_return api::problem(500, "fault", "nothing was changed; the log says why");
    co_return HttpResponse::plain(
        500, "The page could not be made; nothing was changed. The log says why.\n");
}

} // namespace besteld
