// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace besteld {

// By what any order is found besides its own numbers and its customer.
inline constexpr std::string_view search_schema = R"sql(
-- The articles of a case as it stands, newest cases found first.
CREATE TABLE case_item (
    sku {text} NOT NULL, case_id BIGINT NOT NULL REFERENCES order_case (id),
    PRIMARY KEY (sku, case_id)) {without rowid};
CREATE INDEX case_item_case ON case_item (case_id);
INSERT INTO case_item (sku, case_id)
    SELECT DISTINCT sku, case_id FROM accepted_line WHERE sku <> '';
-- The open ones in the order in which they came.
CREATE INDEX complaint_open ON complaint (id) WHERE state IN ('registered', 'passed_on');
CREATE INDEX invoice_number ON invoice_request (invoice_no) WHERE invoice_no IS NOT NULL;
)sql";

} // namespace besteld
