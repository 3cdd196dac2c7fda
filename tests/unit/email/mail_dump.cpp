// SPDX-License-Identifier: Apache-2.0

// Prints the leaf parts of mails as JSON lines, one line per file: for compare_with_python.py.

#include "base/json.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/email/message.hpp"

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

boost::json::object dump(const besteld::parsers::email::MailMessage& mail) {
    boost::json::array parts;
    for (const auto& part : mail.parts)
        parts.push_back({{"type", part.info.content_type},
                         {"name", part.info.name},
                         {"size", part.info.size},
                         {"sha256", part.info.sha256},
                         {"message", part.message}});
    boost::json::array problems;
    for (const auto& problem : mail.problems)
        problems.push_back({{"code", problem.code}, {"text", problem.text}});
    return {{"subject", mail.head.subject},     {"from", mail.head.from.address},
            {"from_name", mail.head.from.name}, {"date", mail.head.date},
            {"parts", std::move(parts)},        {"problems", std::move(problems)}};
}

} // namespace

int main(int argc, char** argv) {
    besteld::parsers::email::prepare_charsets();
    for (int i = 1; i < argc; ++i) {
        std::ifstream file(argv[i], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        const auto start = std::chrono::steady_clock::now();
        auto line = dump(besteld::parsers::email::split_mail(bytes));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        line["file"] = argv[i];
        line["seconds"] = took.count();
        std::cout << besteld::json_text(line) << '\n';
    }
}
