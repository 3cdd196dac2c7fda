// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mail of De Korenaar's Petra with its parts, or a file in a folder, and what the checks say.

#include "world.hpp"

#include "base/text.hpp"
#include "check/families.hpp"

#include <functional>
#include <utility>

namespace besteld::world {

struct Incoming {
    OrderDraft draft;
    Terms terms;
    std::optional<MailHead> mail;
    std::vector<PartInfo> parts;
    std::string folder_owner;

    void text(std::string words) {
        parts[0].text = std::move(words);
        parts[0].size = parts[0].text.size();
    }
    void attach(std::string name, std::string type = "application/octet-stream") {
        parts.push_back({.index = static_cast<std::uint32_t>(parts.size()),
                         .name = std::move(name),
                         .content_type = std::move(type),
                         .attachment = true});
    }
    Origins origins() const {
        return {.mail = mail ? &*mail : nullptr,
                .channel = "test",
                .message_sender = folder_owner,
                .received_at = monday_morning(),
                .parts = &parts,
                .proof = mail ? judge_sender(*mail, terms.seller) : SenderVerdict{}};
    }
};

inline Incoming edi_order() {
    return {.draft = clean_edi_order(), .terms = korenaar()};
}

// The clean order as an attachment of a mail: 452.80 of goods for C1001.
inline Incoming mail_order() {
    Incoming incoming = edi_order();
    incoming.mail = mail_of("petra@korenaar.example");
    incoming.mail->from.name = "Petra Bakker";
    incoming.parts = {{.index = 0, .content_type = "text/plain", .read_as = "body"}};
    incoming.terms.seller.mail_addresses = {"orders@noordkade.example"};
    incoming.terms.customer->phone = "+31 38 123 4567";
    incoming.terms.customer->contacts = {
        {.mail = "petra@korenaar.example", .name = "Petra Bakker", .phone = "+31 38 123 4568"}};
    return incoming;
}

inline Judged judge(const Incoming& incoming) {
    const Origins origins = incoming.origins();
    Judged judged;
    judged.who = identify_customer(incoming.draft, origins, incoming.terms.hits, {});
    judged.order = build_order(incoming.draft, origins, judged.who, incoming.terms, {});
    judged.findings = check_order(incoming.draft, judged.order, origins, judged.who, incoming.terms,
                                  monday_morning());
    return judged;
}

} // namespace besteld::world
