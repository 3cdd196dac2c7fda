// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz entry over seeds and over what becomes of them when they are cut off, when a bit
// flips and when a piece is doubled: replay_NAME FOLDER… Deterministic, and ended after a few
// seconds.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr auto enough = std::chrono::seconds{5};
constexpr int cuts = 64;  // per seed
constexpr int flips = 96; // per seed

std::vector<std::string> seeds_in(int folders, char** names) {
    std::vector<std::filesystem::path> files;
    for (int i = 0; i < folders; ++i) {
        if (!std::filesystem::is_directory(names[i])) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(names[i]))
            if (entry.is_regular_file() && entry.path().extension() != ".expect")
                files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<std::string> seeds{""};
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return seeds;
}

class Replay {
public:
    void run(const std::vector<std::string>& seeds) {
        for (const auto& seed : seeds)
            feed(seed);
        // Round by round over all seeds, so that the last ones get their turn before time is up.
        for (int round = 0; round < std::max(cuts, flips); ++round)
            for (const auto& seed : seeds) {
                if (seed.empty()) continue;
                if (std::chrono::steady_clock::now() > until_) return;
                if (round < cuts) feed(seed.substr(0, below(seed.size())));
                if (round < flips) feed(flipped(seed));
                if (round < cuts) feed(doubled(seed));
            }
    }
    long count() const { return count_; }

private:
    void feed(const std::string& bytes) {
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++count_;
    }
    std::size_t below(std::size_t size) { return static_cast<std::size_t>(random_() % size); }
    std::string flipped(std::string bytes) {
        for (std::size_t i = 0; i <= bytes.size() / 200; ++i) {
            char& byte = bytes[below(bytes.size())];
            byte = static_cast<char>(byte ^ static_cast<char>(1u << below(8)));
        }
        return bytes;
    }
    std::string doubled(const std::string& bytes) {
        const std::size_t begin = below(bytes.size());
        const std::string piece = bytes.substr(begin, 1 + below(bytes.size()));
        return bytes.substr(0, below(bytes.size())) + piece + piece + bytes.substr(begin);
    }

    std::mt19937_64 random_{20260302}; // the same damage every time
    std::chrono::steady_clock::time_point until_ = std::chrono::steady_clock::now() + enough;
    long count_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    const auto seeds = seeds_in(argc - 1, argv + 1);
    if (seeds.size() < 2) {
        std::fprintf(stderr, "no seed in the folders given\n");
        return 1;
    }
    Replay replay;
    replay.run(seeds);
    std::printf("%zu seeds, %ld inputs\n", seeds.size() - 1, replay.count());
    return 0;
}
