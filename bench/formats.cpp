// SPDX-License-Identifier: Apache-2.0
// How fast each format is read, beside what the machine can do with the same bytes: a plain scan
// for terminators (memchr), and for XML pugixml's bare parse. CPU seconds of one thread; the median
// of rounds in which all of them take turns.
//   bench_formats [ORDERS [ROUNDS]]       all formats, orders of ten lines
//   bench_formats stream [MEGABYTES]      one interchange, made as it is read; peak memory
//   bench_formats write FOLDER            one small file of each format
#include "sample_orders.hpp"

#include "base/text.hpp"
#include "order/draft.hpp"
#include "parsers/edifact/read_edifact.hpp"
#include "parsers/idoc/read_idoc.hpp"
#include "parsers/table/read_csv.hpp"
#include "parsers/tradacoms/read_tradacoms.hpp"
#include "parsers/x12/read_x12.hpp"
#include "parsers/xml/read_xml.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <sys/resource.h>
#include <time.h>
#include <vector>

namespace {

using namespace besteld;
using namespace besteld::bench;
using parsers::Parsed;

constexpr std::size_t lines_per_order = 10;

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double seconds_of(const std::function<void()>& work) {
    const double before = cpu_seconds();
    work();
    return cpu_seconds() - before;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Parsed read_as(const SampleFormat& format, std::string_view bytes) {
    if (format.xml) return parsers::read_xml(bytes, 0);
    if (format.name == "edifact") return parsers::read_edifact(bytes, 0);
    if (format.name == "x12") return parsers::read_x12(bytes, 0);
    if (format.name == "tradacoms") return parsers::read_tradacoms(bytes, 0);
    if (format.name == "idoc-flat") return parsers::read_idoc_flat(bytes, 0);
    return parsers::read_csv(bytes, 0, {.received_date = "2026-03-02"});
}

std::vector<std::string> files_of(const SampleFormat& format, std::size_t orders) {
    if (!one_order_a_document(format)) return {sample_file(format, orders, lines_per_order)};
    std::vector<std::string> files;
    for (std::size_t n = 1; n <= orders; ++n)
        files.push_back(format.order(n, lines_per_order));
    return files;
}

// What is timed must have been read: every order with every line, and no error.
bool is_read_whole(const SampleFormat& format, const std::vector<std::string>& files,
                   std::size_t orders) {
    std::size_t documents = 0;
    for (const auto& file : files) {
        const auto parsed = read_as(format, file);
        documents += parsed.documents.size();
        std::vector<Problem> problems = parsed.problems;
        for (const auto& draft : parsed.documents) {
            problems.insert(problems.end(), draft.problems.begin(), draft.problems.end());
            if (draft.lines.size() == lines_per_order) continue;
            std::fprintf(stderr, "%s: an order has %zu lines\n", format.name.data(),
                         draft.lines.size());
            return false;
        }
        for (const auto& problem : problems)
            if (problem.severity == Severity::error) {
                std::fprintf(stderr, "%s: %s: %s\n", format.name.data(), problem.code.c_str(),
                             problem.text.c_str());
                return false;
            }
    }
    if (documents != orders)
        std::fprintf(stderr, "%s: %zu orders of %zu\n", format.name.data(), documents, orders);
    return documents == orders;
}

std::size_t scan(std::string_view bytes, char terminator) {
    std::size_t found = 0;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while ((at = static_cast<const char*>(
                std::memchr(at, terminator, static_cast<std::size_t>(end - at)))) != nullptr) {
        ++found;
        ++at;
    }
    return found;
}

struct Times {
    std::vector<double> read, scan, bare;
};

Times measure(const SampleFormat& format, const std::vector<std::string>& files,
              std::size_t rounds) {
    Times times;
    volatile std::size_t kept = 0; // so that nothing is left out
    std::string scratch;
    for (std::size_t round = 0; round < rounds; ++round) {
        times.read.push_back(seconds_of([&] {
            for (const auto& file : files)
                kept = kept + read_as(format, file).documents.size();
        }));
        times.scan.push_back(seconds_of([&] {
            for (const auto& file : files)
                kept = kept + scan(file, format.terminator);
        }));
        if (!format.xml) continue;
        times.bare.push_back(seconds_of([&] {
            for (const auto& file : files) {
                scratch = file;
                pugi::xml_document document;
                kept = kept + document.load_buffer_inplace(scratch.data(), scratch.size()).status;
            }
        }));
    }
    return times;
}

int measure_all(std::size_t orders, std::size_t rounds) {
    std::printf(
        "| format | bytes an order | MB/s | orders/s | memory scan / reader | bare pugixml / "
        "reader |\n| --- | --- | --- | --- | --- | --- |\n");
    for (const auto& format : sample_formats()) {
        const auto files = files_of(format, orders);
        if (!is_read_whole(format, files, orders)) return 1;
        const auto times = measure(format, files, rounds);
        std::size_t bytes = 0;
        for (const auto& file : files)
            bytes += file.size();
        const double read = median(times.read);
        std::printf("| %s | %zu | %.1f | %.0f | %.4f | ", format.name.data(), bytes / orders,
                    static_cast<double>(bytes) / read / 1e6, static_cast<double>(orders) / read,
                    median(times.scan) / read);
        if (times.bare.empty())
            std::printf("- |\n");
        else
            std::printf("%.2f |\n", median(times.bare) / read);
        std::fflush(stdout);
    }
    return 0;
}

// ── an interchange that is never in memory as a whole ────────────────────────────────────────────
// Makes orders as they are asked for, until so many bytes went out.
class Spring {
public:
    Spring(const SampleFormat& format, std::size_t bytes)
        : format_(format), left_(bytes), piece_(format.head()) {}

    std::size_t fill(std::span<char> into) {
        const double before = cpu_seconds();
        std::size_t given = 0;
        while (given < into.size()) {
            if (at_ == piece_.size() && !next_piece()) break;
            const auto some = std::min(into.size() - given, piece_.size() - at_);
            std::memcpy(into.data() + given, piece_.data() + at_, some);
            at_ += some;
            given += some;
        }
        total_ += given;
        seconds_ += cpu_seconds() - before;
        return given;
    }
    std::size_t orders() const { return orders_; }
    std::size_t total() const { return total_; }
    double seconds() const { return seconds_; }

private:
    bool next_piece() {
        if (ended_) return false;
        at_ = 0;
        left_ -= std::min(left_, piece_.size());
        ended_ = left_ == 0;
        piece_ = ended_ ? format_.tail(orders_) : format_.order(++orders_, lines_per_order);
        return true;
    }

    const SampleFormat& format_;
    std::size_t left_;
    std::string piece_;
    std::size_t at_ = 0;
    std::size_t orders_ = 0;
    std::size_t total_ = 0;
    double seconds_ = 0;
    bool ended_ = false;
};

long peak_kilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

bool stream(const SampleFormat& format, std::size_t bytes) {
    Spring spring(format, bytes);
    std::size_t read = 0;
    std::size_t lines = 0;
    const parsers::DocumentSink count = [&](OrderDraft&& draft) {
        ++read;
        lines += draft.lines.size();
    };
    const auto work = [&] {
        parsers::ByteStream source([&](std::span<char> into) { return spring.fill(into); });
        return format.name == "x12" ? parsers::read_x12(source, 0, count)
                                    : parsers::read_edifact(source, 0, count);
    };
    const double before = cpu_seconds();
    const auto problems = work();
    const double seconds = cpu_seconds() - before - spring.seconds();
    std::printf("| %s | %.1f | %zu | %.1f | %.0f | %ld |\n", format.name.data(),
                static_cast<double>(spring.total()) / 1e6, read,
                static_cast<double>(spring.total()) / seconds / 1e6,
                static_cast<double>(read) / seconds, peak_kilobytes());
    for (const auto& problem : problems)
        std::fprintf(stderr, "%s: %s\n", problem.code.c_str(), problem.text.c_str());
    return problems.empty() && read == spring.orders() && lines == read * lines_per_order;
}

int stream_both(std::size_t megabytes) {
    std::printf("| format | MB | orders | MB/s | orders/s | peak resident kB |\n"
                "| --- | --- | --- | --- | --- | --- |\n");
    for (const auto& format : sample_formats()) {
        if (format.name != "edifact" && format.name != "x12") continue;
        if (!stream(format, 1'000'000) || !stream(format, megabytes * 1'000'000)) return 1;
        std::fflush(stdout);
    }
    return 0;
}

int write_all(const std::filesystem::path& folder) {
    std::filesystem::create_directories(folder);
    for (const auto& format : sample_formats()) {
        std::ofstream out(folder / cat(format.name, "_sample", format.ending), std::ios::binary);
        out << sample_file(format, 2, 2);
        if (!out.flush()) return 1;
    }
    return 0;
}

std::size_t number(const char* text, std::size_t otherwise) {
    std::size_t value = 0;
    const char* const end = text + std::strlen(text);
    const auto [stopped, error] = std::from_chars(text, end, value);
    return error == std::errc() && stopped == end && value > 0 ? value : otherwise;
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "stream") return stream_both(argc > 2 ? number(argv[2], 1000) : 1000);
    if (what == "write" && argc > 2) return write_all(argv[2]);
    return measure_all(argc > 1 ? number(argv[1], 2000) : 2000, argc > 2 ? number(argv[2], 7) : 7);
}
