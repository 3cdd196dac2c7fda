// SPDX-License-Identifier: Apache-2.0
#include "parsers/email/charset.hpp"
#include "parsers/email/delivery_report.hpp"
#include "parsers/email/html_text.hpp"
#include "parsers/email/message.hpp"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace email = besteld::parsers::email;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const email::MailMessage mail = email::split_mail(bytes);
    email::looks_like_mail(bytes, {});
    email::read_delivery_report(mail);
    if (mail.heads.empty()) std::abort(); // there is always the mail itself
    for (const auto& part : mail.parts) {
        if (part.info.content_type != "text/html") continue;
        const email::HtmlText text = email::html_to_text(part.info.text);
        for (const auto& run : text.runs)
            if (run.text.end > text.text.size() || run.source.end > part.info.text.size())
                std::abort();
    }
    email::html_to_text(bytes);
    return 0;
}
