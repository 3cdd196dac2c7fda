// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/words.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace besteld {

// What papers say in each language: templates/<language>/words.txt, which mails say too, and
// paper_words.txt. Read at construction; no file afterwards.
class PaperWords {
public:
    explicit PaperWords(const std::filesystem::path& templates_dir);

    const Words& of(std::string_view language) const; // of answer_language(language)
    // A sentence for each word that a language lacks, naming the file; empty: all are there.
    std::vector<std::string> check() const;

private:
    std::map<std::string, Words, std::less<>> words_;
};

} // namespace besteld
