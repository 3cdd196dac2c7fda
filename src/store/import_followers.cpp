// SPDX-License-Identifier: Apache-2.0
#include "store/import_followers.hpp"

#include "base/text.hpp"

#include <set>
#include <string>

namespace besteld {

namespace {

const std::string& text_in(const BaseRow& row, std::string_view column) {
    return std::get<std::string>(row.columns.find(column)->second);
}

void add_identity(Session& session, std::string_view kind, std::string_view key,
                  const std::string& customer) {
    session.execute(
        "INSERT INTO customer_identity (kind, identity_key, customer) VALUES ($1, $2, $3) "
        "ON CONFLICT (kind, identity_key, customer) DO NOTHING",
        {value(kind), value(key), value(customer)});
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

void write_followers(Session& session, const FileSpec& spec, const BaseRow& row) {
    if (spec.name == "contacts")
        add_identity(session, "mail", text_in(row, "mail"), text_in(row, "customer"));
    if (spec.name == "customers") {
        const auto& no = text_in(row, "no");
        add_identity(session, "customer_no", to_upper_ascii(no), no);
        write_customer_terms(session, no, text_in(row, "name"));
    }
}

} // namespace besteld
