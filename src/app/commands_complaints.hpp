// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace besteld {

// `besteld complaints`: the list, or what is to be done with one of them.
struct ComplaintsCommand {
    std::string login;
    bool all = false;     // of the list: closed ones too
    std::string customer; // of the list
    std::string show;     // numbers of complaints: KL-26-0042
    std::string assign;
    std::string to; // owner, of assign; order, of link
    std::string link;
    std::vector<std::uint32_t> lines; // of link, from 1
    std::string confirm;
    std::string close;
    std::string cause;   // number whose cause is named
    std::string is;      // … as this
    std::string because; // outcome, of close
    std::string replace;
    std::string register_case; // case number
};
int command_complaints(const std::filesystem::path& config_file, const ComplaintsCommand& command);

// `besteld answer`: the answer to a question about an order, shown or let go.
struct AnswerCommand {
    std::string case_no;
    std::string login; // empty: only show it
    std::vector<std::string> about;
};
int command_answer(const std::filesystem::path& config_file, const AnswerCommand& command);

} // namespace besteld
