// SPDX-License-Identifier: Apache-2.0
#include "parsers/xml/read_xml.hpp"

#include "base/text.hpp"
#include "parsers/xml/formats.hpp"

#include <array>

namespace besteld::parsers {
namespace {

struct Family {
    bool (*recognises)(const Element& root);
    void (*read)(const XmlDocument&, const Element& root, const Envelope&, Parsed&);
};

constexpr std::array families = {
    Family{is_ubl, read_ubl}, Family{is_cxml, read_cxml}, Family{is_gs1, read_gs1},
    Family{is_cii, read_cii}, Family{is_idoc, read_idoc}, Family{is_opentrans, read_opentrans},
};

// A Standard Business Document, or SOAP, may each lie in the other; deeper nesting is nobody's
// practice.
constexpr int max_envelopes = 4;

struct Wrapped {
    Element element;
    Envelope envelope;
};

void read_one(const XmlDocument& document, const Wrapped& found, Parsed& out) {
    for (const auto& family : families)
        if (family.recognises(found.element))
            return family.read(document, found.element, found.envelope, out);
    auto place = found.element.place();
    place.part = document.part();
    out.problems.push_back({Severity::error, std::move(place), "xml.unknown_root",
                            cat("<", found.element.qualified_name(), "> of namespace \"",
                                found.element.namespace_uri(), "\" is not an order format we read"),
                            "we read UBL, Peppol, cXML, openTRANS, SAP IDoc, GS1 XML and Cross "
                            "Industry Order; enter the order "
                            "by hand, or ask the customer for one of these"});
}

// What lies inside one envelope; the element itself when it is none.
std::vector<Wrapped> unwrap(const Wrapped& outer) {
    const auto name = outer.element.name();
    std::vector<Wrapped> inner;
    if (name == "StandardBusinessDocument") {
        Envelope envelope = outer.envelope;
        read_business_header(outer.element.at("StandardBusinessDocumentHeader"), envelope);
        for (const auto& child : outer.element.children())
            if (child.name() != "StandardBusinessDocumentHeader")
                inner.push_back({child, envelope});
    } else if (name == "Envelope" && outer.element.namespace_uri().contains("soap")) {
        for (const auto& child : outer.element.at("Body").children())
            inner.push_back({child, outer.envelope});
    }
    return inner;
}

} // namespace

void read_business_header(const Element& header, Envelope& envelope) {
    if (!header) return;
    const auto party = [](const Element& identifier) {
        const auto authority = identifier.attribute("Authority");
        return authority.empty() || identifier.text().empty()
                   ? identifier.text()
                   : cat(identifier.text(), ":", authority);
    };
    envelope.standard = "sbdh";
    envelope.sender = party(header.at("Sender/Identifier"));
    envelope.receiver = party(header.at("Receiver/Identifier"));
    envelope.interchange_ref = header.at("DocumentIdentification/InstanceIdentifier").text();
}

Parsed read_xml(std::string_view bytes, std::uint32_t part) {
    Parsed out;
    const auto document = XmlDocument::load(bytes, part);
    if (!document) {
        out.problems.push_back(document.error());
        return out;
    }
    std::vector<Wrapped> waiting = {{(*document)->root(), {}}};
    for (int depth = 0; !waiting.empty(); ++depth) {
        std::vector<Wrapped> next;
        for (const auto& one : waiting) {
            auto inner = depth < max_envelopes ? unwrap(one) : std::vector<Wrapped>{};
            if (inner.empty()) read_one(**document, one, out);
            for (auto& found : inner)
                next.push_back(std::move(found));
        }
        waiting = std::move(next);
    }
    for (auto& draft : out.documents) {
        draft.part = part;
        draft.end = static_cast<std::uint32_t>(bytes.size());
    }
    return out;
}

} // namespace besteld::parsers
