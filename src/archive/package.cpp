// SPDX-License-Identifier: Apache-2.0
#include "archive/package.hpp"

#include "base/hash.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "order/order_json.hpp"
#include "order/reading_json.hpp"
#include "store/archives.hpp"
#include "store/deliveries.hpp"
#include "store/names.hpp"

#include <algorithm>
#include <map>

namespace besteld {

namespace {

using boost::json::array;
using boost::json::object;

constexpr std::string_view manifest_name = "manifest.json";
constexpr int manifest_version = 1;

// Of a sender's file name only what no system reads as a path.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const bool fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        plain += fits ? c : '_';
    }
    while (plain.starts_with('.'))
        plain.erase(0, 1);
    constexpr std::size_t longest = 80;
    if (plain.size() > longest) plain.erase(0, plain.size() - longest);
    return plain;
}

object event_json(const EventRow& event) {
    return {{"id", event.id},
            {"at", to_iso(event.at)},
            {"number", event.step.number},
            {"from", name_of(event.step.from)},
            {"to", name_of(event.step.to)},
            {"event", event.step.event},
            {"role", name_of(event.step.role)},
            {"actor", event.step.actor},
            {"reason", event.step.reason},
            {"previous_hash", event.previous_hash},
            {"hash", event.hash}};
}

void add_message(Store& store, const Case& the_case, std::vector<ZipMember>& members) {
    const auto message = store.message(the_case.message_id, true);
    if (!message) return;
    const auto name = plain_name(message->file_name);
    members.push_back(
        {cat("message/", message->id, name.empty() ? ".raw" : cat("-", name)), message->bytes});
    const object about{{"id", message->id},
                       {"channel", message->channel},
                       {"source_key", message->source_key},
                       {"file_name", message->file_name},
                       {"received_at", to_iso(message->received_at)},
                       {"sha256", message->sha256},
                       {"note", message->note}};
    members.push_back({"message/about.json", json_text(about)});
    if (const auto reading = store.reading(the_case.message_id))
        members.push_back({"message/reading.json", to_json_text(*reading)});
}

void add_case(const Case& the_case, std::vector<ZipMember>& members) {
    const object about{{"case", the_case.case_no},
                       {"order", the_case.official_no},
                       {"revision", the_case.revision},
                       {"state", name_of(the_case.state)},
                       {"received_at", to_iso(the_case.received_at)},
                       {"net", the_case.net.to_string()},
                       {"editors", boost::json::value(to_json(the_case.editors))}};
    members.push_back({"order/about.json", json_text(about)});
    members.push_back({"order/order.json", to_json_text(the_case.order)});
    members.push_back({"order/draft.json", to_json_text(the_case.draft)});
    members.push_back({"order/findings.json", to_json_text(the_case.findings)});
    members.push_back({"order/corrections.json", to_json_text(the_case.corrections)});
}

// As it was before each change, and what it has to do with other cases.
void add_versions(Store& store, const Case& the_case, std::vector<ZipMember>& members) {
    for (const auto& version : store.versions(the_case.id)) {
        const auto stem = cat("order/before-change-", version.replaced_by);
        members.push_back({stem + "-order.json", to_json_text(version.order)});
        members.push_back({stem + "-draft.json", to_json_text(version.draft)});
    }
    array links;
    for (const auto& link : store.links_of(the_case.id))
        links.push_back(object{{"kind", link.kind}, {"other", link.other_id}});
    for (const auto& link : store.links_to(the_case.id))
        links.push_back(object{{"kind", link.kind}, {"from", link.case_id}});
    if (!links.empty()) members.push_back({"order/links.json", json_text(links)});
}

void add_releases(Archives& archives, const Case& the_case, std::vector<ZipMember>& members) {
    array releases;
    for (const auto& release : archives.releases(the_case.id))
        releases.push_back(object{{"revision", release.revision},
                                  {"released_by", release.released_by},
                                  {"second_by", release.second_by},
                                  {"at", to_iso(release.at)}});
    members.push_back({"order/releases.json", json_text(releases)});
    array holds;
    for (const auto& hold : archives.holds(the_case.id))
        holds.push_back(object{{"because", hold.because},
                               {"placed_by", hold.placed_by},
                               {"placed_at", to_iso(hold.placed_at)},
                               {"lifted_by", hold.lifted_by}});
    if (!holds.empty()) members.push_back({"order/holds.json", json_text(holds)});
}

object delivery_json(const Delivery& delivery) {
    array lines;
    for (const auto& line : delivery.lines)
        lines.push_back(object{
            {"line", line.line}, {"quantity", line.quantity.to_string()}, {"batch", line.batch}});
    object out{{"number", delivery.delivery_no},    {"shipment", delivery.shipment},
               {"outbound_slip", delivery.slip_no}, {"posted_at", to_iso(delivery.posted_at)},
               {"carrier", delivery.carrier},       {"track_no", delivery.track_no},
               {"lines", std::move(lines)}};
    if (delivery.arrived_at) out.emplace("arrived_at", to_iso(*delivery.arrived_at));
    if (delivery.proof)
        out.emplace("proof", object{{"filed_at", to_iso(delivery.proof->filed_at)},
                                    {"signed_by", delivery.proof->signed_by},
                                    {"differences", delivery.proof->differences},
                                    {"document", delivery.proof->document}});
    return out;
}

void add_deliveries(Store& store, const Case& the_case, std::vector<ZipMember>& members) {
    const auto fulfilment = Deliveries(store).find(the_case.id);
    if (!fulfilment) return;
    array deliveries;
    for (const auto& delivery : fulfilment->deliveries)
        deliveries.push_back(delivery_json(delivery));
    array requests;
    for (const auto& request : fulfilment->requests)
        requests.push_back(object{{"number", request.request_no},
                                  {"requested_at", to_iso(request.requested_at)},
                                  {"invoice", request.invoice_no}});
    members.push_back({"deliveries.json", json_text(object{{"deliveries", std::move(deliveries)},
                                                           {"requests", std::move(requests)}})});
}

// What left, with the next server's reply: the answers are the versions of the order that the
// customer saw.
void add_answers(Store& store, const Case& the_case, std::vector<ZipMember>& members) {
    for (const auto& row : store.outbox_of_case(the_case.id)) {
        const auto stem = cat("answers/", row.id);
        const object receipt{{"id", row.id},
                             {"channel", name_of(row.channel)},
                             {"recipient", row.recipient},
                             {"mail_id", row.mail_id},
                             {"state", name_of(row.state)},
                             {"attempts", row.attempts},
                             {"reply", row.last_reply},
                             {"key", row.key}};
        members.push_back({stem + "-receipt.json", json_text(receipt)});
        members.push_back({stem + "-answer.json", to_json_text(row.answer)});
        const auto* ending = row.channel == OutboxChannel::mail ? ".eml"
                             : row.answer.house                 ? ".pdf"
                                                                : ".edi";
        if (!row.bytes.empty()) members.push_back({cat(stem, ending), row.bytes});
    }
}

std::string manifest_of(const Case& the_case, const std::vector<EventRow>& events,
                        const std::vector<ZipMember>& members, Instant now) {
    array list;
    for (const auto& member : members)
        list.push_back(object{{"name", member.name},
                              {"size", member.bytes.size()},
                              {"sha256", sha256_hex(member.bytes)}});
    object chain;
    if (!events.empty())
        chain = {{"first_event", events.front().id},
                 {"last_event", events.back().id},
                 {"last_hash", events.back().hash}};
    return json_text(object{{"manifest", manifest_version},
                            {"case", the_case.case_no},
                            {"order", the_case.official_no},
                            {"customer", the_case.order.customer_no},
                            {"buyer_order", the_case.order.buyer_order_no},
                            {"state", name_of(the_case.state)},
                            {"made_at", to_iso(now)},
                            {"chain", std::move(chain)},
                            {"members", std::move(list)}});
}

struct Listed {
    std::string sha256;
    bool seen = false;
};

std::map<std::string, Listed> listed_in(std::string_view manifest) {
    std::map<std::string, Listed> listed;
    const auto value = parse_json(manifest);
    const auto* members = value.is_object() ? value.get_object().if_contains("members") : nullptr;
    if (!members || !members->is_array()) throw JsonFault("the manifest lists no members");
    for (const auto& member : members->get_array()) {
        const auto* name = member.is_object() ? member.get_object().if_contains("name") : nullptr;
        const auto* hash = member.is_object() ? member.get_object().if_contains("sha256") : nullptr;
        if (!name || !hash || !name->is_string() || !hash->is_string())
            throw JsonFault("a member without name and hash");
        listed[std::string(name->get_string())] = {std::string(hash->get_string())};
    }
    return listed;
}

std::string members_problem(const std::vector<ZipMember>& members) {
    if (members.empty() || members.front().name != manifest_name)
        return "it does not begin with its manifest";
    auto listed = listed_in(members.front().bytes);
    for (std::size_t i = 1; i < members.size(); ++i) {
        const auto found = listed.find(members[i].name);
        if (found == listed.end() || found->second.seen)
            return cat(members[i].name, " is not in the manifest");
        if (found->second.sha256 != sha256_hex(members[i].bytes))
            return cat(members[i].name, " is not what the manifest says");
        found->second.seen = true;
    }
    for (const auto& [name, entry] : listed)
        if (!entry.seen) return cat(name, " is missing");
    return {};
}

} // namespace

std::vector<ZipMember> package_members(Store& store, const Case& the_case, Instant now) {
    Archives archives(store);
    std::vector<ZipMember> members;
    add_message(store, the_case, members);
    add_case(the_case, members);
    add_versions(store, the_case, members);
    add_releases(archives, the_case, members);
    add_answers(store, the_case, members);
    add_deliveries(store, the_case, members);
    const auto events = store.events(the_case.id);
    array list;
    for (const auto& event : events)
        list.push_back(event_json(event));
    members.push_back({"events.json", json_text(list)});
    members.insert(members.begin(),
                   {std::string(manifest_name), manifest_of(the_case, events, members, now)});
    return members;
}

std::string package_problem(std::string_view bytes) {
    const auto members = read_zip(bytes);
    if (!members) return cat("it cannot be opened: ", members.error());
    try { // the adapter of a throwing parser
        return members_problem(*members);
    } catch (const JsonFault& fault) {
        return cat("its manifest cannot be read: ", fault.what());
    }
}

} // namespace besteld
