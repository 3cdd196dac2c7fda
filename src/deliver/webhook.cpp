// SPDX-License-Identifier: Apache-2.0
#include "deliver/webhook.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "parsers/feedback/read_receipt.hpp"

#include <curl/curl.h>

#include <csignal>
#include <memory>
#include <stdexcept>
#include <string_view>

namespace besteld {

namespace {

constexpr std::size_t longest_answer = std::size_t{64} * 1024;
constexpr std::size_t longest_text = 300; // of an answer, in the log and on the page

struct EasyCleanup {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListCleanup {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCleanup>;

void start_libcurl() {
    static const CURLcode once = [] {
        std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to sockets that the peer may have closed
        return curl_global_init(CURL_GLOBAL_DEFAULT);
    }();
    if (once != CURLE_OK) throw std::runtime_error("libcurl does not start");
}

// More than the limit ends the transfer.
std::size_t keep(char* data, std::size_t size, std::size_t count, void* user) {
    auto& body = *static_cast<std::string*>(user);
    if (body.size() + size * count > longest_answer) return 0;
    body.append(data, size * count);
    return size * count;
}

Headers headers_of(const WebhookCall& call, const std::string& signature) {
    curl_slist* list = nullptr;
    for (const auto& line : {cat("Content-Type: ", call.content_type),
                             cat("Idempotency-Key: ", call.key), cat("Besteld-Kind: ", call.kind),
                             cat("Besteld-Signature: ", signature), std::string("Expect:")})
        list = curl_slist_append(list, line.c_str());
    return Headers(list);
}

// A header of ours holds no line end: what a key or a kind could smuggle in would be a header.
bool is_plain(std::string_view text) {
    return text.find_first_of("\r\n") == std::string_view::npos && !text.contains('\0');
}

WebhookOutcome::Kind kind_of(long status) {
    using Kind = WebhookOutcome::Kind;
    if (status >= 200 && status < 300) return Kind::taken;
    const bool passing = status == 408 || status == 425 || status == 429 || status >= 500;
    return passing ? Kind::retry : Kind::failed;
}

void set_options(CURL* easy, const WebhookSettings& settings, const WebhookCall& call,
                 std::string& answer) {
    curl_easy_setopt(easy, CURLOPT_URL, settings.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_PROXY, ""); // the environment has no say
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!settings.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, settings.ca_file.c_str());
    const auto longest = static_cast<long>(settings.timeout.count());
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, longest);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, longest);
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(call.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, call.body.c_str());
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "besteld/" BESTELD_VERSION);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
}

} // namespace

std::string webhook_signature(const std::string& secret, std::int64_t at, const std::string& body) {
    return cat("t=", at, ",v1=", to_hex(hmac_sha256(secret, cat(at, ".", body))));
}

WebhookOutcome call_webhook(const WebhookSettings& settings, const WebhookCall& call) {
    if (!is_plain(call.key) || !is_plain(call.kind) || !is_plain(call.content_type))
        return {.kind = WebhookOutcome::Kind::failed, .text = "a header would hold a line end"};
    start_libcurl();
    const std::unique_ptr<CURL, EasyCleanup> easy(curl_easy_init());
    if (!easy) throw std::runtime_error("libcurl gives no handle");
    const std::string secret = settings.read_secret ? settings.read_secret() : std::string();
    const auto headers = headers_of(call, webhook_signature(secret, call.at, call.body));
    std::string answer;
    set_options(easy.get(), settings, call, answer);
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
    const CURLcode rc = curl_easy_perform(easy.get());
    if (rc != CURLE_OK) return {.text = curl_easy_strerror(rc)};
    WebhookOutcome outcome;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &outcome.status);
    curl_off_t pause = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RETRY_AFTER, &pause);
    outcome.retry_after = std::chrono::seconds{pause};
    outcome.kind = kind_of(outcome.status);
    if (outcome.kind == WebhookOutcome::Kind::taken)
        outcome.number = parsers::read_receipt_number(answer);
    outcome.text =
        cat("HTTP ", outcome.status, " ", trim(to_valid_utf8(answer.substr(0, longest_text))));
    return outcome;
}

} // namespace besteld
