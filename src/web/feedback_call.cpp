// SPDX-License-Identifier: Apache-2.0
#include "web/feedback_call.hpp"

#include "base/hash.hpp"
#include "base/log.hpp"
#include "base/text.hpp"
#include "web/origin.hpp"

#include <optional>

namespace besteld {

namespace {

std::optional<std::string> file_name_of(const HttpRequest& request) {
    const auto type = to_lower_ascii(request.header("content-type"));
    if (type.starts_with("application/json")) return "feedback.json";
    if (type.starts_with("text/csv")) return "feedback.csv";
    return std::nullopt;
}

FeedbackTaken refused(int status, std::string text) {
    return {.response = HttpResponse::plain(status, std::move(text))};
}

FeedbackTaken store_it(Store& store, NewMessage message) {
    const auto sha256 = sha256_hex(message.bytes);
    const auto added = store.add_messages({std::move(message)}).front();
    const auto known = store.message(added.id, false);
    if (added.added == Added::known_source && known && known->sha256 != sha256)
        return refused(409, "this Idempotency-Key stands for another body\n");
    const bool stored = added.added == Added::stored;
    log::info(stored ? "message.stored" : "message.known", {{"message", added.id}});
    HttpResponse answer{.status = 202, .content_type = "application/json"};
    answer.body =
        cat(R"({"message":)", added.id, R"(,"state":")", stored ? "stored" : "known", "\"}\n");
    return {.response = std::move(answer), .stored = stored};
}

} // namespace

FeedbackTaken take_feedback_call(Store& store, const FeedbackDoor& door, const HttpRequest& request,
                                 Instant now) {
    if (door.token.empty()) return refused(404, "there is no such page\n");
    if (request.method != "POST") return refused(405, "only POST\n");
    if (!equal_in_constant_time(bearer_token(request), door.token)) {
        log::warning("web.feedback_refused", {{"peer", request.peer}});
        return refused(401, "Authorization: Bearer TOKEN is missing or wrong\n");
    }
    const auto file_name = file_name_of(request);
    if (!file_name) return refused(415, "send application/json or text/csv\n");
    if (request.body.empty()) return refused(400, "the body is empty\n");
    const auto key = request.header("idempotency-key");
    if (!is_sound_idempotency_key(key))
        return refused(400, "the Idempotency-Key is too long or unprintable\n");
    return store_it(store,
                    {.channel = door.channel,
                     .source_key = key.empty() ? cat("sha256:", sha256_hex(request.body)) : key,
                     .file_name = *file_name,
                     .received_at = now,
                     .bytes = request.body});
}

} // namespace besteld
