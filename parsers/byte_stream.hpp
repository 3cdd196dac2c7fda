// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes that need not be in memory at once. Places count from the beginning of the source, wherever
// the piece of it stands that is held.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace besteld {
struct OrderDraft;
}

namespace besteld::parsers {

// The piece of a source that is held: all of it, or what a ByteStream has just now.
struct Window {
    enum class Behind { nothing, more };

    std::string_view held;
    std::uint32_t base = 0; // where it stands in the source
    Behind behind = Behind::nothing;

    Window() = default;
    Window(std::string_view all) : held(all) {} // whole files are windows too
    Window(std::string_view piece, std::uint32_t stands_at, Behind what)
        : held(piece), base(stands_at), behind(what) {}

    // Between two places that are held.
    std::string_view cut(std::uint32_t begin, std::uint32_t end) const {
        return held.substr(begin - base, end - begin);
    }
    std::uint32_t end() const { return base + static_cast<std::uint32_t>(held.size()); }
};

// Reads a source through one buffer that is filled again and again. It grows up to `most` only for
// what a reader must see in one piece: a message.
class ByteStream {
public:
    // Puts bytes into the span and says how many; 0 when there are no more.
    using Fill = std::function<std::size_t(std::span<char>)>;
    static constexpr std::size_t step = 256 * 1024;
    static constexpr std::size_t most_held = 16 * 1024 * 1024;

    explicit ByteStream(Fill fill, std::size_t most = most_held);
    Window window() const;
    enum class Advance { done, full, too_far };
    // Lets go of what stands before `keep` and reads on. `full`: all that fits is held already.
    // `too_far`: places are counted to 4 GiB.
    Advance advance(std::uint32_t keep);

private:
    void fill_up();

    Fill fill_;
    std::size_t most_;
    std::vector<char> buffer_;
    std::size_t held_ = 0;
    std::uint32_t base_ = 0;
    Window::Behind behind_ = Window::Behind::more;
};

// Takes the documents of a stream, one by one.
using DocumentSink = std::function<void(OrderDraft&&)>;

} // namespace besteld::parsers
