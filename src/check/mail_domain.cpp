// SPDX-License-Identifier: Apache-2.0
#include "check/mail_domain.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace besteld {

namespace {

// Sorted; providers that are common where we sell (domain.md 5.1).
constexpr auto free_mail = std::to_array<std::string_view>({
    "126.com",     "139.com",      "163.com",        "aliyun.com",     "aol.com",     "caiway.nl",
    "chello.nl",   "foxmail.com",  "free.fr",        "freenet.de",     "gmail.com",   "gmx.at",
    "gmx.ch",      "gmx.de",       "gmx.net",        "googlemail.com", "hetnet.nl",   "hotmail.be",
    "hotmail.com", "hotmail.de",   "hotmail.fr",     "hotmail.nl",     "home.nl",     "icloud.com",
    "kpnmail.nl",  "kpnplanet.nl", "laposte.net",    "live.be",        "live.com",    "live.nl",
    "mac.com",     "mail.com",     "mail.ru",        "me.com",         "msn.com",     "online.nl",
    "orange.fr",   "outlook.be",   "outlook.com",    "outlook.de",     "outlook.fr",  "outlook.nl",
    "planet.nl",   "proton.me",    "protonmail.com", "qq.com",         "quicknet.nl", "sfr.fr",
    "sina.cn",     "sina.com",     "skynet.be",      "sohu.com",       "t-online.de", "telenet.be",
    "telfort.nl",  "tele2.nl",     "upcmail.nl",     "versatel.nl",    "vip.163.com", "wanadoo.fr",
    "web.de",      "xs4all.nl",    "yahoo.co.uk",    "yahoo.com",      "yahoo.de",    "yahoo.fr",
    "yandex.com",  "yandex.ru",    "yeah.net",       "zeelandnet.nl",  "ziggo.nl",    "zonnet.nl",
});

// Of the public suffix list, those under which companies that trade with us register.
constexpr auto two_part_endings = std::to_array<std::string_view>({
    "ac.uk",  "asn.au", "co.at",  "co.id",  "co.il",  "co.in",  "co.jp",  "co.kr",
    "co.nz",  "co.th",  "co.uk",  "co.za",  "com.ar", "com.au", "com.br", "com.cn",
    "com.co", "com.cy", "com.gr", "com.hk", "com.hr", "com.mt", "com.mx", "com.my",
    "com.pl", "com.pt", "com.ro", "com.sa", "com.sg", "com.tr", "com.tw", "com.ua",
    "com.vn", "edu.cn", "gov.uk", "ltd.uk", "ne.jp",  "net.au", "net.cn", "nhs.uk",
    "or.at",  "or.jp",  "org.au", "org.cn", "org.uk", "plc.uk",
});

} // namespace

std::string domain_of(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return {};
    std::string domain = to_lower_ascii(trim(address.substr(at + 1)));
    while (domain.ends_with('.'))
        domain.pop_back();
    return domain;
}

bool is_free_mail_domain(std::string_view domain) {
    return std::ranges::find(free_mail, domain) != free_mail.end();
}

std::string_view registrable_part(std::string_view domain) {
    const auto last = domain.rfind('.');
    if (last == std::string_view::npos || last == 0) return domain;
    auto before = domain.rfind('.', last - 1);
    if (before == std::string_view::npos) return domain;
    const bool two_parts =
        std::ranges::find(two_part_endings, domain.substr(before + 1)) != two_part_endings.end();
    if (two_parts) {
        if (before == 0) return domain;
        before = domain.rfind('.', before - 1);
        if (before == std::string_view::npos) return domain;
    }
    return domain.substr(before + 1);
}

std::string registrable_domain(std::string_view domain) {
    return std::string(registrable_part(domain));
}

std::string_view registrable_label(std::string_view domain) {
    const std::string_view registrable = registrable_part(domain);
    return registrable.substr(0, registrable.find('.'));
}

bool same_organisation(std::string_view a, std::string_view b) {
    return !a.empty() && equal_ignoring_case(registrable_domain(to_lower_ascii(a)),
                                             registrable_domain(to_lower_ascii(b)));
}

} // namespace besteld
