// SPDX-License-Identifier: Apache-2.0
#include "report/paper_words.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace besteld {

PaperWords::PaperWords(const std::filesystem::path& templates_dir) {
    for (const auto language : answer_languages) {
        const auto folder = templates_dir / std::string(language);
        Words words = Words::load(folder / "words.txt", language);
        words.add(folder / "paper_words.txt");
        words_.emplace(std::string(language), std::move(words));
    }
}

const Words& PaperWords::of(std::string_view language) const {
    return words_.find(answer_language(language))->second;
}

std::vector<std::string> PaperWords::check() const {
    std::vector<std::string> faults;
    // The language with most words sets what the others must have.
    const auto& most = std::ranges::max_element(words_, {}, [](const auto& one) {
                           return one.second.all().size();
                       })->second;
    if (!most.has("paper.page"))
        faults.emplace_back("paper_words.txt is missing in every language");
    for (const auto& [language, words] : words_)
        for (const auto& [label, text] : most.all())
            if (label.starts_with("paper.") && !words.has(label))
                faults.push_back(cat(language, "/paper_words.txt: no words for ", label));
    return faults;
}

} // namespace besteld
