// SPDX-License-Identifier: Apache-2.0
#include "flow/named_cases.hpp"

#include "flow/way_back.hpp"

namespace besteld {

namespace {

constexpr std::size_t looked_through = std::size_t{64} * 1024; // of each text
constexpr std::size_t most_references = 20;

class Finder {
public:
    Finder(Store& store, const Reading& reading) : store_(store), reading_(reading) {}

    NamedCases find() {
        const MailHead& mail = *reading_.mail;
        if (reading_.report) reference(reading_.report->original_message_id, "delivery report");
        reference(mail.in_reply_to, "In-Reply-To");
        for (const auto* list : {&mail.to, &mail.cc})
            for (const auto& to : *list)
                tokens(to.address, "token in the address");
        tokens(mail.subject, "token in the subject");
        for (const auto& part : reading_.parts)
            if (part.read_as == "body")
                tokens(std::string_view(part.text).substr(0, looked_through), "token in the text");
        // The last of them is the nearest.
        std::size_t seen = 0;
        for (auto id = mail.references.rbegin();
             id != mail.references.rend() && seen < most_references; ++id, ++seen)
            reference(*id, "References");
        return std::move(named_);
    }

private:
    void reference(const std::string& mail_id, std::string by) {
        if (mail_id.empty()) return;
        const auto row = store_.outbox_by_mail_id(mail_id);
        auto found = row && row->case_id != 0 ? store_.find_case(row->case_id) : std::nullopt;
        if (found)
            named_.cases.push_back(
                {std::move(*found), mark_of(row->answer), std::move(by), row->id});
    }

    void tokens(std::string_view text, const std::string& by) {
        for (const auto& token : find_reply_tokens(text, TokenUse::reply)) {
            auto found = store_.find_case_by_no(token.case_no);
            const bool right =
                found && found->case_no == token.case_no &&
                is_genuine(token, store_.secret(), TokenUse::reply, found->order.customer_no);
            if (right)
                named_.cases.push_back({std::move(*found), token.mark, by, 0});
            else
                named_.forged = true;
        }
    }

    Store& store_;
    const Reading& reading_;
    NamedCases named_;
};

} // namespace

NamedCases cases_named(Store& store, const Reading& reading) {
    return reading.mail ? Finder(store, reading).find() : NamedCases{};
}

} // namespace besteld
