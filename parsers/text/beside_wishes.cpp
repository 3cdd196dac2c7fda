// SPDX-License-Identifier: Apache-2.0
#include "parsers/text/beside_wishes.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld::parsers {

bool is_service(DocumentClass c) {
    return c == DocumentClass::order_status || c == DocumentClass::complaint;
}

std::string without(std::string_view text, const Passage& body, const std::vector<Wish>& wishes) {
    std::string rest(text);
    for (const Wish& wish : wishes)
        for (const Sentence& s : wish.sentences)
            for (std::size_t i = body.tokens[s.first].begin; i < body.tokens[s.last - 1].end; ++i)
                if (rest[i] != '\n' && rest[i] != '\r') rest[i] = ' ';
    return rest;
}

bool names_number(const OrderDraft& wish, const std::string& key) {
    if (wish.order_number && normalise_code(wish.order_number->value) == key) return true;
    return std::ranges::any_of(
        wish.references, [&](const Reference& r) { return normalise_code(r.value.value) == key; });
}

bool refers(const OrderDraft& wish) {
    return wish.order_number || std::ranges::any_of(wish.references, [](const Reference& r) {
               return r.type != "affected" && r.type != "cause";
           });
}

void drop_pleasantries(TextReading& read) {
    if (!read.main || read.wishes.empty() || read.main->document_class != DocumentClass::other)
        return;
    auto& unread = read.wishes.front().unread;
    unread.insert(unread.end(), read.main->unread.begin(), read.main->unread.end());
    read.main.reset();
}

} // namespace besteld::parsers
