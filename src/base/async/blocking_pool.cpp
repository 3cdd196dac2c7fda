// SPDX-License-Identifier: Apache-2.0
#include "base/async/blocking_pool.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include <pthread.h>

namespace besteld {

// A queue of our own rather than asio::thread_pool: what waits in it is let go only by its
// destructor, after the threads are gone, so no coroutine is ever destroyed on a stranger's thread.
struct BlockingPool::Threads {
    std::mutex guard;
    std::condition_variable some;
    std::deque<std::function<void()>> waiting;
    bool closing = false;
    std::vector<std::thread> threads;

    void add(std::function<void()> job) {
        {
            const std::lock_guard lock(guard);
            waiting.push_back(std::move(job));
        }
        some.notify_one();
    }

    void work() {
        for (;;) {
            std::unique_lock lock(guard);
            some.wait(lock, [this] { return closing || !waiting.empty(); });
            if (waiting.empty()) return;
            auto job = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            job();
        }
    }
};

BlockingPool::BlockingPool(std::string name, std::size_t threads)
    : threads_(std::make_unique<Threads>()) {
    name.resize(std::min<std::size_t>(name.size(), 15)); // the kernel keeps no more
    for (std::size_t i = 0; i < threads; ++i) {
        auto& thread =
            threads_->threads.emplace_back([shared = threads_.get()] { shared->work(); });
        pthread_setname_np(thread.native_handle(), name.c_str());
    }
}

BlockingPool::~BlockingPool() {
    {
        const std::lock_guard lock(threads_->guard);
        threads_->closing = true;
    }
    threads_->some.notify_all();
    for (auto& thread : threads_->threads)
        thread.join();
}

asio::awaitable<void> BlockingPool::perform(std::function<void()> job) {
    auto initiate = [this](auto handler, std::function<void()> body) {
        auto home = asio::prefer(asio::get_associated_executor(handler),
                                 asio::execution::outstanding_work.tracked);
        // Shared only because std::function wants to copy what it holds; there is one owner.
        auto kept = std::make_shared<decltype(handler)>(std::move(handler));
        threads_->add([home, kept = std::move(kept), body = std::move(body)]() mutable {
            body();
            asio::post(home, [kept = std::move(kept)]() mutable { (*kept)(); });
        });
    };
    auto& token = asio::use_awaitable;
    co_await asio::async_initiate<const asio::use_awaitable_t<>, void()>(initiate, token,
                                                                         std::move(job));
}

} // namespace besteld
