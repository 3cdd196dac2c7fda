// SPDX-License-Identifier: Apache-2.0
#include "parsers/pdf/embedded_order.hpp"

#include "base/text.hpp"
#include "parsers/xml/read_xml.hpp"

#include <algorithm>
#include <utility>

namespace besteld::parsers::pdf {
namespace {

// Order-X 1.0, section 6: the name under which the order is embedded.
bool is_declared_order(const EmbeddedFile& file) {
    return equal_ignoring_case(file.name, "order-x.xml");
}

void say_where(Problem& problem, const EmbeddedFile& file) {
    problem.place.where = cat("embedded file '", file.name, "'",
                              problem.place.where.empty() ? "" : ", ", problem.place.where.words());
}

} // namespace

std::optional<Parsed> read_embedded_order(Document& document, std::uint32_t part) {
    std::optional<Parsed> found;
    // The declared order first; of others the first that holds a document.
    const auto declared = std::ranges::find_if(document.files, is_declared_order);
    if (declared != document.files.end()) std::swap(*declared, document.files.front());
    for (const auto& file : document.files) {
        if (!looks_like_xml(file.bytes)) continue;
        if (found) {
            document.problems.push_back(
                {.severity = Severity::warning,
                 .place = {.part = part},
                 .code = "pdf.second_embedded",
                 .text =
                     cat("the PDF embeds a second XML file, '", file.name, "', which was not read"),
                 .hint = "open the original and look whether it holds an order of its own"});
            continue;
        }
        Parsed parsed = read_xml(file.bytes, part);
        for (auto& problem : parsed.problems)
            say_where(problem, file);
        if (!parsed.documents.empty()) {
            parsed.text = file.bytes;
            found = std::move(parsed);
            continue;
        }
        // Metadata and drawings may be XML too; an order that is declared must be one.
        for (auto& problem : parsed.problems) {
            if (!is_declared_order(file)) problem.severity = Severity::warning;
            document.problems.push_back(std::move(problem));
        }
    }
    return found;
}

} // namespace besteld::parsers::pdf
