// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rules that Peppol BIS 3 lays on the documents of an order beyond what UBL asks for: T01
// Order, T114 Order Change and T115 Order Cancellation, which we read; T76 Order Response, T116
// Order Response Advanced and T71 Message Level Response, which we write. Each is named by its own
// id (OpenPEPPOL/poacc-upgrade-3, rules/sch and structure/syntax), as an access point names it.

#include "parsers/xml/load_xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace besteld::parsers {

// What Peppol does with a document that breaks the rule.
enum class PeppolFlag { fatal, warning };

struct PeppolBreach {
    std::string rule; // "PEPPOL-T76-R003"
    PeppolFlag flag = PeppolFlag::fatal;
    Element at;
    std::string text;
    std::size_t count = 1; // how often it is broken; `at` is the first place
};

// Gathers breaches, one for each rule.
class PeppolBreaches {
public:
    void fatal(std::string rule, const Element& at, std::string text) {
        add(PeppolFlag::fatal, std::move(rule), at, std::move(text));
    }
    void warning(std::string rule, const Element& at, std::string text) {
        add(PeppolFlag::warning, std::move(rule), at, std::move(text));
    }
    std::vector<PeppolBreach> take() { return std::move(list_); }

private:
    void add(PeppolFlag flag, std::string rule, const Element& at, std::string text);
    std::vector<PeppolBreach> list_;
};

// The rules of the transaction that CustomizationID names ("…:poacc:trns:order:3"); nothing for a
// document that does not call itself Peppol's.
std::vector<PeppolBreach> check_peppol(const Element& root);

// Implemented by job: peppol_order_rules.cpp and peppol_model.cpp.
// T01 and T114; `prefix` is "PEPPOL-T01".
void check_peppol_order(const Element& root, std::string_view prefix, PeppolBreaches& breaches);
// The data model of T76, T116 or T71: what must be there, and what may not. Its rules are numbered
// as Peppol's generator does: B, the element's number in the model, the number of the rule there.
void check_peppol_model(const Element& root, std::string_view prefix, PeppolBreaches& breaches);

} // namespace besteld::parsers
