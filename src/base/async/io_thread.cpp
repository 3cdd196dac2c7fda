// SPDX-License-Identifier: Apache-2.0
#include "base/async/io_thread.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <future>
#include <thread>

namespace besteld {

struct IoThread::Loop {
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
    std::thread thread;
};

IoThread::IoThread() : loop_(std::make_unique<Loop>()) {
    loop_->thread = std::thread([loop = loop_.get()] { loop->context.run(); });
}

IoThread::~IoThread() {
    finish();
}

asio::any_io_executor IoThread::executor() const {
    return loop_->context.get_executor();
}

void IoThread::post(std::function<void()> work) const {
    asio::post(loop_->context, std::move(work));
}

void IoThread::call(std::function<void()> work) const {
    std::packaged_task<void()> task(std::move(work));
    auto done = task.get_future();
    asio::post(loop_->context, std::move(task));
    done.get();
}

void IoThread::finish() {
    loop_->work.reset();
    if (loop_->thread.joinable()) loop_->thread.join();
}

} // namespace besteld
