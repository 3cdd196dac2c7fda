// SPDX-License-Identifier: Apache-2.0
#include "report/page_plan.hpp"

#include <algorithm>

namespace besteld {

namespace {

class Planner {
public:
    Planner(const Flow& flow, const PageRoom& room)
        : flow_(flow), room_(room), pages_(1), y_(room.first_top) {}

    std::vector<std::vector<PlacedSlab>> plan() {
        for (std::size_t first = 0; first < flow_.slabs.size();) {
            std::size_t end = first + 1;
            while (end < flow_.slabs.size() && flow_.slabs[end - 1].keeps_next)
                ++end;
            place_together(first, end);
            first = end;
        }
        return std::move(pages_);
    }

private:
    double heading_height(int table) const {
        return table < 0 ? 0 : flow_.headings[static_cast<std::size_t>(table)].height;
    }

    // How much the slabs would take if they went on here.
    double height_of(std::size_t first, std::size_t end) const {
        double height = 0;
        int table = table_;
        for (std::size_t i = first; i < end; ++i) {
            const auto& slab = flow_.slabs[i];
            height += slab.gap + slab.height;
            if (slab.table != table) height += heading_height(slab.table);
            table = slab.table;
        }
        return height;
    }

    // A later page that is still empty offers all there is; the first has its head.
    bool fits(std::size_t first, std::size_t end) const {
        if (pages_.size() > 1 && pages_.back().empty()) return true;
        return y_ + height_of(first, end) <= room_.bottom;
    }

    void place_together(std::size_t first, std::size_t end) {
        if (!fits(first, end)) turn_page();
        for (std::size_t i = first; i < end; ++i) {
            // Together they are more than a page holds: parted where it must be.
            if (!fits(i, i + 1)) turn_page();
            place(flow_.slabs[i]);
        }
    }

    void place(const Slab& slab) {
        if (!pages_.back().empty()) y_ += slab.gap;
        if (slab.table >= 0 && slab.table != table_)
            put(flow_.headings[static_cast<std::size_t>(slab.table)]);
        table_ = slab.table;
        put(slab);
    }

    void put(const Slab& slab) {
        pages_.back().push_back({&slab, y_});
        y_ += slab.height;
    }

    void turn_page() {
        pages_.emplace_back();
        y_ = room_.next_top;
        table_ = -1;
    }

    const Flow& flow_;
    PageRoom room_;
    std::vector<std::vector<PlacedSlab>> pages_;
    double y_;
    int table_ = -1; // whose headings stand above on this page
};

} // namespace

std::vector<std::vector<PlacedSlab>> plan_pages(const Flow& flow, const PageRoom& room) {
    return Planner(flow, room).plan();
}

} // namespace besteld
