// SPDX-License-Identifier: Apache-2.0
#include "app/answer_papers.hpp"

#include "report/lay_out.hpp"
#include "report/paper_of_answer.hpp"
#include "report/paper_words.hpp"
#include "report/prove_paper.hpp"

#include "parsers/pdf/pdf_file.hpp"

#include <memory>

namespace besteld {

PaperSeller paper_seller(const Config& config) {
    const auto& seller = config.seller;
    return {
        .name = seller.name, .gln = seller.gln, .vat = seller.vat, .letterhead = config.letterhead};
}

PapersOf answer_papers(const Config& config) {
    using Papers = std::vector<parsers::email::OutgoingAttachment>;
    parsers::pdf::prepare(); // once: poppler would load its tables anew for each proof
    // Shared, because a std::function is copied.
    const auto words = std::make_shared<const PaperWords>(config.templates);
    return [words, seller = paper_seller(config)](
               const Answer& answer, Date issued) -> std::expected<Papers, std::string> {
        const Words& its_words = words->of(answer.language);
        const auto paper = paper_of(answer, seller, its_words, issued);
        if (!paper) return Papers{};
        auto bytes = render_paper(*paper, its_words);
        if (auto difference = prove_paper(bytes, answer, its_words))
            return std::unexpected(std::move(*difference));
        return Papers{{.name = file_name_of(*paper, its_words),
                       .content_type = "application/pdf",
                       .bytes = std::move(bytes)}};
    };
}

} // namespace besteld
