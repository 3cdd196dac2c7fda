// SPDX-License-Identifier: Apache-2.0
#pragma once

// Answers to people: the subject, the text and the HTML of a mail, from templates that an admin may
// edit. templates/<language>/ holds the sentences and words of one language, templates/shared/ the
// layout that all languages have in common.

#include "base/words.hpp"
#include "order/answer.hpp"
#include "order/terms.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace besteld {

struct RenderedMail {
    std::string subject; // one line, UTF-8
    std::string text;    // lines end with \n
    std::string html;
};

// Loads everything at construction and reads no file afterwards. One thread at a time.
class Renderer {
public:
    explicit Renderer(std::filesystem::path templates_dir);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    // Empty when every template and every word is there in every language and names only what
    // answers have; else one sentence for each fault, naming the file. To be asked at start-up.
    std::vector<std::string> check() const;

    // Throws std::runtime_error when a template is missing or broken, which check() would have
    // told. Answers of kind contrl have no mail.
    RenderedMail render(const Answer& answer, const Seller& seller) const;

    const Words& words(std::string_view language) const; // of answer_language(language)

private:
    struct Templates;
    std::filesystem::path directory_;
    std::unique_ptr<Templates> templates_;
};

// "confirmation", "proposal", "change_refused" …: the file name of its templates; empty for contrl.
std::string_view template_of(const Answer& answer);

} // namespace besteld
