// SPDX-License-Identifier: Apache-2.0
#pragma once

// The left half of a case: what the customer sent, with the places of the values marked.

#include "desk/desk.hpp"
#include "web/marks.hpp"
#include "web/viewer.hpp"

#include <map>
#include <string>
#include <vector>

namespace besteld {

// Collects the places that a page refers to, then tells by which marks each is shown.
class SourceMarks {
public:
    // Of a case without a reading every place is without marks.
    explicit SourceMarks(const std::optional<Reading>& reading);

    std::size_t add(const Place& place); // returns a handle
    void settle();                       // all are added: cuts the texts

    // Ids of the marks in page order, separated by blanks; empty when nothing can be shown.
    std::string ids_of(std::size_t handle) const;
    std::string first_id_of(std::size_t handle) const;
    const MarkedText* text_of(std::uint32_t part) const;

private:
    struct Part {
        const PartInfo* info = nullptr;
        std::vector<MarkedSpan> spans;
        MarkedText marked;
    };
    struct Handle {
        std::uint32_t part = 0;
        std::size_t span = 0;
        bool known = false;
    };
    MarkedText::Marks marks_of(std::size_t handle) const;

    std::map<std::uint32_t, Part> parts_;
    std::vector<Handle> handles_;
};

void fill_source(Dictionary& page, const Viewer& viewer, const CaseView& view,
                 const SourceMarks& marks);

} // namespace besteld
