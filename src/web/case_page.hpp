// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desk/desk.hpp"
#include "web/teach_pages.hpp"
#include "web/viewer.hpp"

namespace besteld {

// Where a case stands in the queue that the person came from: his filter and the row's key.
struct QueuePlace {
    QueueFilter filter;
    std::string cursor; // of this case's row, empty when he came by another way
    std::string query() const;

    static QueuePlace of(const std::map<std::string, std::string>& query);
    static QueuePlace of_query(const std::string& query); // as it stands in an address
};

// The page of a case and of what comes before and after it in the queue.
std::string case_address(std::int64_t case_id, const QueuePlace& place);
std::optional<QueueRow> next_in_queue(Desk& desk, const QueuePlace& place, std::int64_t case_id);
std::optional<QueueRow> previous_in_queue(Desk& desk, const QueuePlace& place,
                                          std::int64_t case_id);
std::string address_of_row(const QueueRow& row, const QueuePlace& place);

// GET /case/ID
std::string case_page(const Pages& pages, const Viewer& viewer, Desk& desk, TeachPages& teach,
                      const CaseView& view, const QueuePlace& place);

} // namespace besteld
