// SPDX-License-Identifier: Apache-2.0
#include "engines.hpp"

#include "base/durable_file.hpp"
#include "base/hash.hpp"
#include "base/text.hpp"

#include <cstdlib>

namespace besteld::contract {

namespace {

std::string server_url() {
    if (const char* given = std::getenv("BESTELD_TEST_POSTGRES")) return given;
    return std::string(trim(read_file(POSTGRES_URL_FILE)));
}

// A schema of its own in the test server's one database: made in milliseconds.
std::string fresh_postgres() {
    const auto name = cat("t_", random_hex(8));
    open_postgres(server_url())->run_script(cat("CREATE SCHEMA ", name));
    return cat(server_url(), "&options=-csearch_path%3D", name);
}

} // namespace

void StoreContract::SetUp() {
    folder_ = std::filesystem::temp_directory_path() / cat("besteld-contract-", random_hex(8));
    std::filesystem::create_directory(folder_);
    url_ = on_postgres() ? fresh_postgres() : cat("sqlite:", (folder_ / "store.db").string());
    store_ = open_store();
    store_->migrate();
}

void StoreContract::TearDown() {
    store_.reset();
    std::filesystem::remove_all(folder_);
}

std::unique_ptr<Session> StoreContract::open_session() const {
    return on_postgres() ? open_postgres(url_)
                         : open_sqlite(url_.substr(std::string_view("sqlite:").size()));
}

NewMessage message_named(const std::string& source_key, const std::string& bytes) {
    return {.channel = "orders",
            .source_key = source_key,
            .file_name = "",
            .received_at = at(0),
            .bytes = bytes};
}

Case some_case(Store& store, const std::string& source_key) {
    const auto added = store.add_messages({message_named(source_key, cat("order ", source_key))});
    Case made{.message_id = added.at(0).id, .state = OrderState::in_review, .received_at = at(0)};
    made.draft.document_class = DocumentClass::order;
    made.order.customer_no = "C1001";
    made.order.customer_name = "Bakkerij De Korenaar B.V.";
    made.order.buyer_order_no = cat("45-", source_key);
    made.order.buyer_order_key = normalise_code(made.order.buyer_order_no);
    made.order.content_key = cat("content ", source_key);
    made.order.currency = "EUR";
    store.add_case(made, 2026);
    store.earn_mails(made.message_id, 100);
    return made;
}

} // namespace besteld::contract
