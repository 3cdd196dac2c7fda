// SPDX-License-Identifier: Apache-2.0
#include "check/identity_keys.hpp"

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

constexpr auto two_part_endings = std::to_array<std::string_view>({
    "co.at",  "co.jp",  "co.kr",  "co.nz",  "co.uk",  "co.za",  "com.au",
    "com.br", "com.cn", "com.hk", "com.mx", "com.sg", "com.tr", "com.tw",
    "edu.cn", "gov.uk", "net.cn", "nhs.uk", "org.cn", "org.uk",
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

std::string registrable_domain(std::string_view domain) {
    const auto last = domain.rfind('.');
    if (last == std::string_view::npos || last == 0) return std::string(domain);
    auto before = domain.rfind('.', last - 1);
    if (before == std::string_view::npos) return std::string(domain);
    const bool two_parts =
        std::ranges::find(two_part_endings, domain.substr(before + 1)) != two_part_endings.end();
    if (two_parts) {
        if (before == 0) return std::string(domain);
        before = domain.rfind('.', before - 1);
        if (before == std::string_view::npos) return std::string(domain);
    }
    return std::string(domain.substr(before + 1));
}

} // namespace besteld
