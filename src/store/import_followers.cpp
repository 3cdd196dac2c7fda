// SPDX-License-Identifier: Apache-2.0
#include "store/import_followers.hpp"

#include "base/text.hpp"
#include "store/item_words.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace besteld {

namespace {

const std::string& text_in(const Columns& row, std::string_view column) {
    return std::get<std::string>(row.find(column)->second);
}

const FileSpec& identities() {
    return *std::ranges::find(file_specs(), std::string_view("identities"), &FileSpec::name);
}

Columns identity(std::string_view kind, std::string_view key, const std::string& customer) {
    return {{"kind", value(kind)}, {"identity_key", value(key)}, {"customer", value(customer)}};
}

// By which a customer or a contact names the customer.
Columns identity_of(const FileSpec& spec, const Columns& row) {
    if (spec.name == "contacts")
        return identity("mail", text_in(row, "mail"), text_in(row, "customer"));
    const auto& no = text_in(row, "no");
    return identity("customer_no", to_upper_ascii(no), no);
}

bool exists(Session& session, std::string_view sql, const std::vector<Value>& parameters) {
    return !session.execute(sql, parameters).rows.empty();
}

void write_customer_terms(Session& session, const std::string& no, const std::string& name) {
    session.execute("DELETE FROM customer_term WHERE customer_no = $1", {value(no)});
    std::set<std::string> terms{normalise_code(no)};
    const auto folded = fold_case(name);
    // the whole name, for scripts without blanks and for full names
    terms.insert(normalise_code(folded));
    for (const auto word : split(folded, ' '))
        terms.insert(normalise_code(word));
    for (const auto& term : terms)
        if (!term.empty())
            session.execute("INSERT INTO customer_term (term, customer_no) VALUES ($1, $2)",
                            {value(term), value(no)});
}

} // namespace

void write_followers(Session& session, VersionedRows& rows, const FileSpec& spec,
                     const Columns& row) {
    if (spec.name == "contacts" || spec.name == "customers")
        if (const auto known = identity_of(spec, row); rows.find(identities(), known).empty())
            rows.insert(identities(), known);
    if (spec.name == "customers")
        write_customer_terms(session, text_in(row, "no"), text_in(row, "name"));
    if (spec.name == "items") write_item_words(session, row);
}

void drop_followers(Session& session, VersionedRows& rows, const FileSpec& spec,
                    const Columns& row) {
    if (spec.name == "contacts" || spec.name == "customers")
        if (const auto known = identity_of(spec, row); !rows.find(identities(), known).empty())
            rows.remove(identities(), known);
    if (spec.name == "customers")
        session.execute("DELETE FROM customer_term WHERE customer_no = $1", {row.at("no")});
    if (spec.name != "items") return;
    session.execute("DELETE FROM item_word WHERE sku = $1", {row.at("sku")});
    session.execute("DELETE FROM item_former WHERE sku = $1", {row.at("sku")});
}

bool is_derived_identity(Session& session, const Columns& identity) {
    const auto& kind = text_in(identity, "kind");
    const auto& customer = text_in(identity, "customer");
    const auto& key = text_in(identity, "identity_key");
    if (kind == "customer_no") return key == to_upper_ascii(customer);
    return kind == "mail" &&
           exists(session, "SELECT 1 FROM contact WHERE customer = $1 AND mail = $2",
                  {value(customer), value(key)});
}

} // namespace besteld
