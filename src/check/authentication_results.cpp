// SPDX-License-Identifier: Apache-2.0
#include "check/authentication_results.hpp"

#include "base/text.hpp"
#include "check/mail_domain.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

constexpr std::size_t longest_field = 64U << 10U;
constexpr std::size_t most_methods = 100;
constexpr std::size_t most_properties = 50;

// RFC 8601 section 2.2 over the lexical tokens of RFC 5322: one pass, every step moves forward.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    // Blanks and comments, which nest and may hold escapes (RFC 5322 3.2.2).
    void skip_cfws() {
        int depth = 0;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (depth > 0 && c == '\\') {
                at_ = std::min(at_ + 2, text_.size());
                continue;
            }
            if (c == '(') ++depth;
            if (c == ')' && depth > 0) {
                --depth;
                ++at_;
                continue;
            }
            if (depth == 0 && c != ' ' && c != '\t' && c != '\r' && c != '\n') return;
            ++at_;
        }
        unclosed_ = unclosed_ || depth > 0;
    }
    bool at_end() {
        skip_cfws();
        return at_ >= text_.size();
    }
    bool take(char wanted) {
        skip_cfws();
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    bool unclosed() const { return unclosed_; }

    // Keyword of RFC 5321: letters, digits and dashes; underscores are seen in the field.
    std::string keyword() {
        skip_cfws();
        const std::size_t from = at_;
        while (at_ < text_.size() && (is_word(text_[at_]) || text_[at_] == '-'))
            ++at_;
        return to_lower_ascii(text_.substr(from, at_ - from));
    }
    // value = token / quoted-string, and the addresses that a pvalue may be. Nothing when a quoted
    // string has no end.
    std::optional<std::string> value() {
        skip_cfws();
        if (at_ < text_.size() && text_[at_] == '"') {
            auto quoted = quoted_string();
            if (!quoted || at_ >= text_.size() || text_[at_] != '@') return quoted;
            return cat(*quoted, plain()); // "local part"@domain
        }
        return plain();
    }
    // Steps over what no rule knows, up to the next result.
    void skip_to_semicolon() {
        while (!at_end() && text_[at_] != ';') {
            if (text_[at_] == '"' && quoted_string()) continue;
            if (at_ < text_.size()) ++at_;
        }
    }
    std::size_t position() const { return at_; }
    void back_to(std::size_t position) { at_ = position; }

private:
    static bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    }
    std::string plain() {
        const std::size_t from = at_;
        while (at_ < text_.size() &&
               std::string_view(" \t\r\n;()\"").find(text_[at_]) == std::string_view::npos)
            ++at_;
        return std::string(text_.substr(from, at_ - from));
    }
    std::optional<std::string> quoted_string() {
        std::string out;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                return out;
            }
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            out += text_[at_];
        }
        return std::nullopt;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool unclosed_ = false;
};

std::optional<int> version_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 4) return std::nullopt;
    int number = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

// propspec = ptype "." property "=" pvalue; also "reason=…" and what servers add without a ptype.
bool take_property(Scanner& scanner, MethodResult& method) {
    const std::size_t before = scanner.position();
    TestedProperty property{.ptype = {}, .name = scanner.keyword(), .value = {}};
    if (property.name.empty()) return false;
    if (scanner.take('.')) {
        property.ptype = std::move(property.name);
        property.name = scanner.keyword();
    }
    std::optional<std::string> value;
    if (!property.name.empty() && scanner.take('=')) value = scanner.value();
    if (!value) {
        scanner.back_to(before);
        return false;
    }
    property.value = std::move(*value);
    if (property.ptype.empty() && property.name == "reason")
        method.reason = std::move(property.value);
    else if (method.properties.size() < most_properties)
        method.properties.push_back(std::move(property));
    return true;
}

// methodspec = method [ "/" version ] "=" result
std::optional<MethodResult> take_method(Scanner& scanner) {
    MethodResult method{.method = scanner.keyword()};
    if (method.method.empty()) return std::nullopt;
    if (scanner.take('/')) {
        const auto version = version_number(scanner.keyword());
        if (!version) return std::nullopt;
        method.version = *version;
    }
    if (!scanner.take('=')) return std::nullopt;
    method.result = scanner.keyword();
    if (method.result.empty()) return std::nullopt;
    while (take_property(scanner, method)) {
    }
    return method;
}

const TestedProperty* find_property(const MethodResult& method, std::string_view ptype,
                                    std::string_view name) {
    for (const TestedProperty& property : method.properties) {
        if (property.ptype == ptype && property.name == name) return &property;
    }
    return nullptr;
}

std::string domain_or_whole(const std::string& value) {
    const std::string domain = domain_of(value);
    return domain.empty() ? to_lower_ascii(value) : domain;
}

bool is_ours(const std::string& authserv_id, const Seller& seller) {
    return std::ranges::any_of(seller.authserv_ids, [&](const std::string& ours) {
        return equal_ignoring_case(ours, authserv_id);
    });
}

// From the top down to the first field that another server wrote or that stands below a hop that is
// not ours: what follows came with the mail and may say anything (RFC 8601 section 5 and 7.1).
std::vector<AuthenticationResults> believed_fields(const MailHead& mail, const Seller& seller) {
    constexpr std::size_t most_fields = 20;
    std::vector<AuthenticationResults> fields;
    for (std::size_t i = 0; i < mail.authentication_results.size() && i < most_fields; ++i) {
        const bool below_a_stranger = i < mail.authentication_hops.size() &&
                                      mail.authentication_hops[i] > seller.trusted_hops;
        if (below_a_stranger) break;
        auto field = parse_authentication_results(mail.authentication_results[i]);
        if (!field || !is_ours(field->authserv_id, seller)) break;
        fields.push_back(std::move(*field));
    }
    return fields;
}

// Of the topmost field that speaks of the method: all its results, as of several DKIM signatures.
std::vector<const MethodResult*> results_of(const std::vector<AuthenticationResults>& fields,
                                            std::string_view method) {
    std::vector<const MethodResult*> results;
    for (const AuthenticationResults& field : fields) {
        for (const MethodResult& result : field.methods) {
            if (result.method == method && result.version == 1) results.push_back(&result);
        }
        if (!results.empty()) break;
    }
    return results;
}

std::string words_of(const MethodResult& result) {
    struct Shown {
        std::string_view ptype;
        std::string_view name;
    };
    constexpr auto shown = std::to_array<Shown>(
        {{"header", "d"}, {"header", "i"}, {"header", "from"}, {"smtp", "mailfrom"}});
    for (const Shown& which : shown) {
        if (const auto* property = find_property(result, which.ptype, which.name))
            return cat(result.method, "=", result.result, " (", domain_or_whole(property->value),
                       ")");
    }
    return cat(result.method, "=", result.result);
}

} // namespace

std::optional<AuthenticationResults> parse_authentication_results(std::string_view field) {
    if (field.size() > longest_field) return std::nullopt;
    Scanner scanner(field);
    auto id = scanner.value();
    // Without a server's name the first word is a result already ("spf=pass …"): nobody vouches.
    if (!id || id->empty() || id->find('=') != std::string::npos) return std::nullopt;
    AuthenticationResults results{.authserv_id = std::move(*id)};
    if (!scanner.at_end() && !scanner.take(';')) {
        const auto version = version_number(scanner.keyword());
        if (!version || (!scanner.at_end() && !scanner.take(';'))) return std::nullopt;
        results.version = *version;
        if (results.version != 1) return std::nullopt; // section 2.3: an unknown version is ignored
    }
    while (!scanner.at_end() && results.methods.size() < most_methods) {
        const std::size_t before = scanner.position();
        auto method = take_method(scanner);
        if (!method) { // "none", or a result in a grammar of its own
            scanner.back_to(before);
        } else {
            results.methods.push_back(std::move(*method));
        }
        scanner.skip_to_semicolon();
        if (!scanner.take(';')) break;
    }
    if (scanner.unclosed()) return std::nullopt;
    return results;
}

SenderVerdict judge_sender(const MailHead& mail, const Seller& seller) {
    if (seller.authserv_ids.empty()) return {};
    SenderVerdict verdict{.proof = SenderProof::unauthenticated,
                          .words = "no result of our own mail server"};
    const auto fields = believed_fields(mail, seller);
    std::vector<std::string> words;
    for (const std::string_view method : {"dmarc", "dkim", "spf", "arc"}) {
        for (const MethodResult* result : results_of(fields, method))
            words.push_back(words_of(*result));
    }
    if (!words.empty()) verdict.words = join(words, ", ");
    const auto dmarc = results_of(fields, "dmarc");
    if (dmarc.empty()) return verdict;
    const std::string from = domain_of(mail.from.address);
    const auto* tested = find_property(*dmarc.front(), "header", "from");
    const bool aligned = !from.empty() && (tested == nullptr ||
                                           same_organisation(domain_or_whole(tested->value), from));
    if (dmarc.front()->result == "pass" && aligned) verdict.proof = SenderProof::proven;
    if (dmarc.front()->result == "fail" || (dmarc.front()->result == "pass" && !aligned))
        verdict.proof = SenderProof::failed;
    return verdict;
}

} // namespace besteld
