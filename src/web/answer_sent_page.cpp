// SPDX-License-Identifier: Apache-2.0
#include "web/order_page.hpp"

#include "base/text.hpp"
#include "desk/sent_mail.hpp"
#include "web/format.hpp"
#include "web/order_view.hpp"
#include "web/orders_page.hpp"

namespace besteld {

namespace {

constexpr std::size_t longest_shown = 256U << 10U;

void fill_mail(Dictionary& sent, const OutboxRow& row, const std::string& address) {
    const auto mail = take_apart(row.bytes);
    auto& head = *sent.AddSectionDictionary("MAIL");
    const auto said = [](const MailAddress& a) {
        return a.name.empty() ? a.address : cat(a.name, " <", a.address, ">");
    };
    put(head, "FROM", said(mail.head.from));
    std::vector<std::string> to;
    for (const auto& one : mail.head.to)
        to.push_back(said(one));
    put(head, "TO", join(to, ", "));
    put(head, "SUBJECT", mail.head.subject);
    put(head, "MESSAGE_ID", mail.head.message_id);
    for (const auto& part : mail.parts) {
        if (!part.text.empty()) {
            put(*sent.AddSectionDictionary("TEXT"), "WORDS", part.text);
            continue;
        }
        auto& file = *sent.AddSectionDictionary("FILE");
        put(file, "URL", cat(address, "/part/", part.index));
        put(file, "NAME", part.name.empty() ? part.content_type : part.name);
    }
}

} // namespace

std::string answer_sent_page(const Pages& pages, const Viewer& viewer, const Case& the_case,
                             const OutboxRow& row) {
    const auto& words = viewer.words;
    const auto address = cat(order_address(the_case.id), "/answer/", row.id);
    const auto number = title_of(the_case);
    Dictionary page("sent");
    fill_frame(page, viewer, cat(kind_words(row.answer.kind, words), " · ", number));
    put(page, "ORDER_URL", order_address(the_case.id));
    put(page, "HEADING", kind_words(row.answer.kind, words));
    put(page, "ORDER", number);
    put(page, "CUSTOMER", the_case.order.customer_name);
    put(page, "STATE", outbox_words(row.state, words));
    if (row.next_attempt_at && row.state != OutboxState::sent)
        put_if(page, "NEXT_ATTEMPT", format_moment(*row.next_attempt_at, viewer.zone, words));
    put_if(page, "REPLY", row.last_reply);
    fill_answer(*page.AddSectionDictionary("ANSWER"), row.answer, viewer);
    if (row.bytes.empty()) {
        page.AddSectionDictionary("NOT_WRITTEN");
        return pages.render("sent", words, page);
    }
    auto& sent = *page.AddSectionDictionary("SENT");
    put(sent, "RAW_URL", cat(address, "/raw"));
    if (row.channel == OutboxChannel::mail)
        fill_mail(sent, row, address);
    else
        put(*sent.AddSectionDictionary("TEXT"), "WORDS",
            to_valid_utf8(std::string_view(row.bytes).substr(0, longest_shown)));
    return pages.render("sent", words, page);
}

} // namespace besteld
