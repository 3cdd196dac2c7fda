// SPDX-License-Identifier: Apache-2.0
#include "check/identity_keys.hpp"

#include "base/gs1_number.hpp"
#include "base/text.hpp"
#include "check/identity_words.hpp"

#include <algorithm>
#include <array>
#include <ranges>

namespace besteld {

namespace {

// What a kind of key is worth. A number that the buyer gave himself may be anybody's: a hint.
int worth(std::string_view kind) {
    struct Worth {
        std::string_view kind;
        int score;
    };
    constexpr auto table = std::to_array<Worth>({
        {"customer_no", 95},
        {"edi", 100},
        {"peppol", 100},
        {"gln", 99},
        {"vat", 95},
        {"duns", 95},
        {"mail", 100},
        {"domain", 90},
        {"buyer_code", 70},
        {"address", 70},
        {"name", 50},
    });
    const auto found = std::ranges::find(table, kind, &Worth::kind);
    return found != table.end() ? found->score : 0;
}

template <std::size_t N>
bool one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool looks_like_vat(std::string_view id) {
    const auto letter = [](char c) { return c >= 'A' && c <= 'Z'; };
    return id.size() >= 8 && id.size() <= 15 && letter(id[0]) && letter(id[1]) &&
           std::ranges::count_if(id, [](char c) { return c >= '0' && c <= '9'; }) >= 5;
}

bool is_icd(std::string_view scheme) {
    return scheme.size() == 4 &&
           std::ranges::all_of(scheme, [](char c) { return c >= '0' && c <= '9'; });
}

// The schemes of all formats in one list; X12 has its own meaning of 1 and 9 (element 66), EDIFACT
// of 9 and 16 (3055), so those go by the format.
std::string kind_of(std::string_view scheme, std::string_view id, std::string_view format) {
    constexpr std::array<std::string_view, 6> gln{"0088", "GLN", "UL", "EAN", "ILN", "GS1"};
    constexpr std::array<std::string_view, 6> vat{"VA", "VAT", "VATIN", "TAXID", "CTC", "FC"};
    constexpr std::array<std::string_view, 4> duns{"0060", "DUNS", "DUN", "DUNS+4"};
    constexpr std::array<std::string_view, 8> ours{"91",
                                                   "CUSTOMER_NO",
                                                   "SUPPLIER_SPECIFIC",
                                                   "IT",
                                                   "AG",
                                                   "SELLER-ASSIGNED",
                                                   "SUPPLIERASSIGNEDACCOUNTID",
                                                   "SELLER_ASSIGNED_IDENTIFIER_FOR_A_PARTY"};
    constexpr std::array<std::string_view, 7> theirs{"92",
                                                     "BUYER_SPECIFIC",
                                                     "PARTN",
                                                     "ZZ",
                                                     "BUYER-ASSIGNED",
                                                     "CUSTOMERASSIGNEDACCOUNTID",
                                                     "BUYER_ASSIGNED_IDENTIFIER_FOR_A_PARTY"};
    if (format == "x12" && (scheme == "1" || scheme == "9")) return "duns";
    if (format == "edifact" && scheme == "16") return "duns";
    if (one_of(gln, scheme) || (scheme == "9" && is_gln(id))) return "gln";
    if (one_of(vat, scheme) || (is_icd(scheme) && scheme.starts_with("99") && looks_like_vat(id)))
        return "vat";
    if (one_of(duns, scheme)) return "duns";
    if (one_of(ours, scheme)) return "customer_no";
    if (one_of(theirs, scheme)) return "buyer_code";
    if (scheme.empty() && is_gln(id)) return "gln";
    return {};
}

class KeyList {
public:
    void add(std::string kind, std::string value, int score, std::string_view where) {
        if (value.empty()) return;
        Identity identity{.kind = std::move(kind), .value = std::move(value)};
        const auto same = [&](const IdentityKey& key) { return key.identity == identity; };
        if (std::ranges::any_of(keys_, same)) return;
        const bool acronym = identity.kind == "gln" || identity.kind == "vat" ||
                             identity.kind == "edi" || identity.kind == "duns";
        std::string words =
            cat(acronym ? to_upper_ascii(identity.kind) : replace_all(identity.kind, "_", " "), " ",
                identity.value, " (", where, ")");
        // Behind its equals: the order in which keys are named stays within a score.
        const auto at = std::ranges::upper_bound(keys_, score, std::greater{}, &IdentityKey::score);
        keys_.insert(at, {std::move(identity), score, std::move(words)});
    }
    std::vector<IdentityKey> take() { return std::move(keys_); }

private:
    std::vector<IdentityKey> keys_;
};

// As base data keep it (order/terms.hpp): upper case without blanks; the numbers with an official
// form also without dots and dashes.
std::string identity_value(std::string_view kind, std::string_view written) {
    const std::string plain = replace_all(to_upper_ascii(trim(written)), " ", "");
    const bool official = kind == "gln" || kind == "vat" || kind == "duns";
    return official ? normalise_code(plain) : plain;
}

// A number that a person wrote, or that stood in running text, is never more than a strong hint.
constexpr int hint_at_most = 85;

int score_of(std::string_view kind, int field_score, const OrderDraft& draft) {
    const int base = worth(kind);
    return is_free_text(draft) || field_score < 85 ? std::min(base, hint_at_most) : base;
}

void add_party(KeyList& keys, const PartyDraft& party, const OrderDraft& draft,
               std::string_view where) {
    for (const auto& id : party.ids) {
        const std::string scheme = to_upper_ascii(trim(id.value.scheme));
        const std::string kind = kind_of(scheme, normalise_code(id.value.id), draft.format);
        if (!kind.empty()) {
            const std::string value = identity_value(kind, id.value.id);
            const bool with_suffix =
                kind == "duns" && value.size() == 13; // X12: DUNS with four more
            keys.add(kind, with_suffix ? value.substr(0, 9) : value,
                     score_of(kind, id.score, draft), where);
        }
        if (is_icd(scheme))
            keys.add("peppol", cat(scheme, ":", identity_value("peppol", id.value.id)),
                     score_of("peppol", id.score, draft), where);
    }
}

// "id:qualifier" of EDIFACT and X12, "scheme:id:authority" of Peppol's SBDH, "id:authority" of
// GS1's.
void add_envelope(KeyList& keys, const Envelope& envelope) {
    const std::string sender = identity_value("edi", envelope.sender);
    if (sender.empty()) return;
    const std::vector<std::string_view> pieces = split(sender, ':');
    if (pieces.size() > 1 && is_icd(pieces[0])) {
        keys.add("peppol", cat(pieces[0], ":", pieces[1]), worth("peppol"),
                 "sender of the envelope");
        return;
    }
    // Partners behind one network share its ISA sender; GS02 tells them apart (domain.md 5.1).
    if (!envelope.group_sender.empty())
        keys.add("edi", cat(sender, "/", identity_value("edi", envelope.group_sender)),
                 worth("edi"), "sender of the interchange and group");
    keys.add("edi", sender, worth("edi"), "sender of the interchange");
    keys.add("edi", std::string(pieces[0]), worth("edi"), "sender of the interchange");
    if (is_gln(pieces[0]))
        keys.add("gln", std::string(pieces[0]), worth("gln"), "sender of the interchange");
}

// Who the mail says it is from. Whether he may be believed is the sender's check (A04), apart from
// whose order it is; only what our own server found forged is worth no more than a hint.
void add_mail(KeyList& keys, const Origins& origins) {
    const std::string address = to_lower_ascii(trim(origins.mail->from.address));
    const std::string domain = domain_of(address);
    if (domain.empty()) return;
    const bool forged = origins.proof.proof == SenderProof::failed;
    const std::string_view where = origins.proof.proof == SenderProof::proven ? "From, DMARC passed"
                                   : forged                                   ? "From, DMARC failed"
                                                                              : "From, not proven";
    const auto score = [&](std::string_view kind) {
        return forged ? std::min(worth(kind), hint_at_most) : worth(kind);
    };
    keys.add("mail", address, score("mail"), where);
    if (is_free_mail_domain(domain) || is_free_mail_domain(registrable_domain(domain))) return;
    keys.add("domain", domain, score("domain"), where);
    keys.add("domain", registrable_domain(domain), score("domain"), where);
}

// What the buyer's name and address are worth when nothing better is there.
void add_name(KeyList& keys, const PartyDraft& party, std::string_view where) {
    if (party.name) keys.add("name", name_identity(party.name->value), worth("name"), where);
    if (party.postcode) {
        const std::string place = address_identity(party);
        if (!place.empty()) keys.add("address", place, worth("address"), where);
    }
}

} // namespace

bool is_free_text(const OrderDraft& draft) {
    return draft.format == "text" || draft.format == "html" || draft.format == "email";
}

std::vector<Identity> envelope_identities(const Envelope& envelope) {
    KeyList keys;
    add_envelope(keys, envelope);
    std::vector<Identity> identities;
    for (IdentityKey& key : keys.take())
        identities.push_back(std::move(key.identity));
    return identities;
}

std::vector<Identity> witness_identities(const OrderDraft& draft, const Origins& origins) {
    KeyList keys;
    for (const PartyRole role : {PartyRole::bill_to, PartyRole::payer}) {
        const PartyDraft* party = find_party(draft, role);
        if (party != nullptr) add_party(keys, *party, draft, "");
    }
    if (origins.mail != nullptr) {
        constexpr std::size_t most = 10;
        for (const MailAddress& reply : origins.mail->reply_to | std::views::take(most)) {
            const std::string domain = domain_of(reply.address);
            keys.add("mail", to_lower_ascii(trim(reply.address)), 0, "");
            keys.add("domain", domain, 0, "");
            keys.add("domain", registrable_domain(domain), 0, "");
        }
    }
    std::vector<Identity> identities;
    for (IdentityKey& key : keys.take())
        identities.push_back(std::move(key.identity));
    return identities;
}

std::vector<IdentityKey> identity_keys(const OrderDraft& draft, const Origins& origins) {
    KeyList keys;
    if (!origins.message_sender.empty())
        keys.add("customer_no", identity_value("customer_no", origins.message_sender), 100,
                 "owner of the folder");
    add_envelope(keys, draft.envelope);
    const PartyDraft* buyer = find_party(draft, PartyRole::buyer);
    if (buyer != nullptr) add_party(keys, *buyer, draft, "buyer");
    // X12 senders often name the ship-to only (domain.md 5.1).
    const PartyDraft* ship_to = find_party(draft, PartyRole::ship_to);
    if ((buyer == nullptr || buyer->ids.empty()) && ship_to != nullptr)
        add_party(keys, *ship_to, draft, "ship-to");
    if (origins.mail != nullptr) add_mail(keys, origins);
    for (const TextKey& found : keys_in_text(draft, origins))
        keys.add(found.kind,
                 found.kind == "mail" || found.kind == "domain"
                     ? found.value
                     : identity_value(found.kind, found.value),
                 found.score, found.where);
    if (buyer != nullptr) add_name(keys, *buyer, "buyer");
    return keys.take();
}

} // namespace besteld
