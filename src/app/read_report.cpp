// SPDX-License-Identifier: Apache-2.0
#include "app/read_report.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "order/describe_draft.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace besteld {

namespace {

namespace json = boost::json;

json::value or_null(const MaybeField& field) {
    return field ? json::value(field->value) : json::value(nullptr);
}

json::value or_null(const std::string& text) {
    return text.empty() ? json::value(nullptr) : json::value(text);
}

std::string class_name(DocumentClass c) {
    std::string name = boost::describe::enum_to_string(c, "other");
    std::ranges::replace(name, '_', '-');
    return name;
}

json::object place_of(const Place& place) {
    json::object out{{"part", place.part}};
    if (place.end > place.begin) {
        out["begin"] = place.begin;
        out["end"] = place.end;
    }
    if (!place.where.empty()) out["place"] = place.where.words();
    return out;
}

json::value date_of(const MaybeDate& date) {
    if (!date) return nullptr;
    if (date->value.start) return json::value(*date->value.start);
    if (date->value.end) return json::value(*date->value.end);
    return nullptr;
}

json::array texts_of(const std::vector<Field>& fields) {
    json::array out;
    for (const auto& field : fields)
        out.push_back(json::value(field.value));
    return out;
}

json::value party_of(const OrderDraft& draft, PartyRole role) {
    const PartyDraft* party = find_party(draft, role);
    if (!party) return nullptr;
    json::array ids;
    for (const auto& id : party->ids)
        ids.push_back(json::object{{"scheme", id.value.scheme}, {"id", id.value.id}});
    return json::object{{"ids", std::move(ids)},
                        {"name", or_null(party->name)},
                        {"address", texts_of(party->address_lines)},
                        {"postcode", or_null(party->postcode)},
                        {"city", or_null(party->city)},
                        {"country", or_null(party->country)}};
}

json::array references_of(const std::vector<Reference>& references) {
    json::array out;
    for (const auto& reference : references)
        out.push_back(json::object{{"type", reference.type}, {"value", reference.value.value}});
    return out;
}

// Where each stated field stands, by its path in this report.
class Provenance {
public:
    void add(const std::string& path, const MaybeField& field) {
        if (field) entries_[path] = describe(*field);
    }
    void add(const std::string& path, const MaybeDate& date) {
        if (date) entries_[path] = describe(*date);
    }
    json::object take() { return std::move(entries_); }

private:
    template <typename T>
    static json::object describe(const Sourced<T>& field) {
        json::object out = place_of(field.place);
        if (field.origin != Origin::read)
            out["origin"] = boost::describe::enum_to_string(field.origin, "?");
        if (field.score != 100) out["score"] = field.score;
        return out;
    }
    json::object entries_;
};

std::string action_name(LineAction action) {
    switch (action) {
    case LineAction::add:
        return "add";
    case LineAction::change:
        return "change";
    case LineAction::remove:
        return "delete";
    case LineAction::none:
        return "none";
    }
    return "none";
}

json::object line_of(const LineDraft& line, bool is_change, const std::string& path,
                     Provenance& provenance) {
    json::array others;
    for (const auto& id : line.other_item_ids)
        others.push_back(json::object{{"type", id.type}, {"id", id.id.value}});
    json::array prices;
    for (const auto& price : line.prices)
        prices.push_back(
            json::object{{"qualifier", price.qualifier}, {"value", price.value.value}});
    provenance.add(path + ".line", line.line);
    provenance.add(path + ".buyer_item", line.buyer_item);
    provenance.add(path + ".seller_item", line.seller_item);
    provenance.add(path + ".gtin", line.gtin);
    provenance.add(path + ".name", line.name);
    provenance.add(path + ".quantity", line.quantity);
    provenance.add(path + ".unit", line.unit);
    provenance.add(path + ".unit_price", line.unit_price);
    provenance.add(path + ".line_amount", line.line_amount);
    provenance.add(path + ".requested_delivery_date", line.requested);
    return {{"line", or_null(line.line)},
            {"buyer_item", or_null(line.buyer_item)},
            {"seller_item", or_null(line.seller_item)},
            {"gtin", or_null(line.gtin)},
            {"other_item_ids", std::move(others)},
            {"name", or_null(line.name)},
            {"quantity", or_null(line.quantity)},
            {"unit", or_null(line.unit)},
            {"unit_code", or_null(line.unit_code)},
            {"unit_price", or_null(line.unit_price)},
            {"price_base_quantity", or_null(line.price_base_quantity)},
            {"prices", std::move(prices)},
            {"line_amount", or_null(line.line_amount)},
            {"requested_delivery_date", date_of(line.requested)},
            {"condition", or_null(line.condition)},
            {"references", references_of(line.references)},
            {"action", is_change ? json::value(action_name(line.action)) : json::value(nullptr)}};
}

json::value day_of(const MaybeField& date) {
    return date ? json::value(date->value.substr(0, 10)) : json::value(nullptr);
}

json::object message_of(const OrderDraft& draft) {
    Provenance provenance;
    provenance.add("order_number", draft.order_number);
    provenance.add("order_date", draft.order_date);
    provenance.add("currency", draft.currency);
    provenance.add("requested_delivery_date", draft.requested);
    provenance.add("total", draft.total);
    const bool is_change = draft.document_class == DocumentClass::order_change;
    json::array lines;
    for (std::size_t i = 0; i < draft.lines.size(); ++i)
        lines.push_back(line_of(draft.lines[i], is_change, cat("lines[", i, "]"), provenance));
    return {{"message_type", draft.message_type},
            {"class", class_name(draft.document_class)},
            {"version", or_null(draft.version)},
            {"document_id", or_null(draft.document_id)},
            {"order_number", or_null(draft.order_number)},
            {"order_date", day_of(draft.order_date)},
            {"currency", or_null(draft.currency)},
            {"buyer", party_of(draft, PartyRole::buyer)},
            {"supplier", party_of(draft, PartyRole::supplier)},
            {"ship_to", party_of(draft, PartyRole::ship_to)},
            {"bill_to", party_of(draft, PartyRole::bill_to)},
            {"requested_delivery_date", date_of(draft.requested)},
            {"total", or_null(draft.total)},
            {"references", references_of(draft.references)},
            {"cost_reference", or_null(draft.cost_reference)},
            {"delivery_terms", or_null(draft.delivery_terms)},
            {"delivery_place", or_null(draft.delivery_place)},
            {"payment_terms", or_null(draft.payment_terms)},
            {"notes", texts_of(draft.notes)},
            {"unread", texts_of(draft.unread)},
            {"stated_line_count", or_null(draft.stated_line_count)},
            {"line_count", draft.lines.size()},
            {"lines", std::move(lines)},
            {"provenance", provenance.take()}};
}

// `message` counts from 0; null when the problem is one of the whole file.
json::object problem_of(const Problem& problem, const json::value& message) {
    return {{"severity", boost::describe::enum_to_string(problem.severity, "error")},
            {"message", message},
            {"part", problem.place.part},
            {"begin", problem.place.begin},
            {"end", problem.place.end},
            {"place", problem.place.where.words()},
            {"code", problem.code},
            {"text", problem.text},
            {"hint", problem.hint}};
}

json::array problems_of(const Reading& reading) {
    json::array out;
    for (const auto& problem : reading.problems)
        out.push_back(problem_of(problem, nullptr));
    for (std::size_t i = 0; i < reading.documents.size(); ++i)
        for (const auto& problem : reading.documents[i].problems)
            out.push_back(problem_of(problem, i));
    return out;
}

std::vector<Problem> all_problems(const Reading& reading) {
    std::vector<Problem> all = reading.problems;
    for (const auto& draft : reading.documents)
        all.insert(all.end(), draft.problems.begin(), draft.problems.end());
    return all;
}

} // namespace

bool has_errors(const Reading& reading) {
    return has_error(all_problems(reading));
}

std::string read_report(const std::string& file, std::string_view bytes, const Reading& reading) {
    json::array messages;
    for (const auto& draft : reading.documents)
        messages.push_back(message_of(draft));
    json::array parts;
    for (const auto& part : reading.parts)
        parts.push_back(json::object{{"index", part.index},
                                     {"name", part.name},
                                     {"content_type", part.content_type},
                                     {"size", part.size},
                                     {"sha256", part.sha256},
                                     {"read_as", part.read_as}});
    return json_text(json::object{{"file", file},
                                  {"sha256", sha256_hex(bytes)},
                                  {"format", reading.format},
                                  {"messages", std::move(messages)},
                                  {"parts", std::move(parts)},
                                  {"problems", problems_of(reading)}});
}

std::string read_summary(const std::string& file, const Reading& reading) {
    std::string out = cat(file, ": ", reading.format, "\n");
    for (const auto& draft : reading.documents) {
        out += cat("  ", draft.message_type, " (", class_name(draft.document_class), ")",
                   draft.order_number ? cat(" order ", draft.order_number->value)
                                      : std::string(" without order number"),
                   ", ", draft.lines.size(), " lines\n");
        for (const auto& line : draft.lines) {
            const auto text = [](const MaybeField& f) { return f ? f->value : std::string("-"); };
            out +=
                cat("    ", text(line.line), "  ", text(line.quantity), " ", text(line.unit), "  ",
                    line.seller_item  ? line.seller_item->value
                    : line.gtin       ? line.gtin->value
                    : line.buyer_item ? line.buyer_item->value
                                      : text(line.name),
                    line.unit_price ? cat("  at ", line.unit_price->value) : std::string(), "\n");
        }
    }
    for (const auto& problem : all_problems(reading))
        out +=
            cat("  ", boost::describe::enum_to_string(problem.severity, "error"), ": ",
                problem.place.where.words(), problem.place.where.empty() ? "" : ": ", problem.text,
                problem.hint.empty() ? std::string() : cat(" (", problem.hint, ")"), "\n");
    return out;
}

} // namespace besteld
