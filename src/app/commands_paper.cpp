// SPDX-License-Identifier: Apache-2.0
#include "app/answer_papers.hpp"
#include "app/commands.hpp"
#include "app/open_world.hpp"
#include "report/lay_out.hpp"
#include "report/paper_of_answer.hpp"
#include "report/paper_words.hpp"

#include "base/durable_file.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "parsers/email/mail_date.hpp"
#include "store/deliveries.hpp"

#include <cstdio>
#include <ranges>
#include <system_error>

namespace besteld {

namespace {

// The day on the paper that left: its mail was written in the same moment, in UTC. Of an answer
// that has not left yet: today.
Date day_of(const OutboxRow& row, const Zone& zone) {
    constexpr std::string_view field = "\nDate: ";
    const auto at = row.bytes.find(field);
    if (at == std::string::npos) return zone.date_of(now());
    const auto from = at + field.size();
    const std::string iso =
        parsers::email::parse_mail_date(row.bytes.substr(from, row.bytes.find('\r', from) - from));
    const auto sent = parse_iso_instant(cat(iso.substr(0, 19), "Z"));
    return zone.date_of(sent.value_or(now()));
}

// The case that a paper's own number leads to: a delivery note's, an outbound slip's, an invoice
// request's or a complaint's.
std::optional<Case> case_of_paper(Store& store, const std::string& number) {
    if (const auto complaint = store.find_complaint(number))
        return store.find_case(complaint->case_id);
    Deliveries deliveries(store);
    auto id = deliveries.case_of_delivery(number);
    if (!id) id = deliveries.case_of_slip(number);
    if (!id) id = deliveries.case_of_request(number);
    return id ? store.find_case(*id) : std::nullopt;
}

// What the number in the request is of.
enum class NumberOf { order, paper };

// What has a number of its own is asked for by that or by its kind; an order's number means what
// was answered to the order.
bool is_meant(const Paper& paper, const PaperRequest& request, NumberOf number) {
    if (number == NumberOf::paper) return paper.number == request.number;
    if (!request.kind.empty()) return request.kind == name_of(paper.kind);
    return paper.kind != PaperKind::delivery_note && paper.kind != PaperKind::outbound_slip &&
           paper.kind != PaperKind::invoice_request && paper.kind != PaperKind::complaint_receipt;
}

// The last answer that has a paper of this kind: what the customer was told in the end.
std::optional<Paper> last_paper(World& world, const Case& the_case, const PaperRequest& request,
                                NumberOf number, const PaperWords& words) {
    const Zone zone(world.config.seller.zone);
    const auto rows = world.store->outbox_of_case(the_case.id);
    for (const auto& row : std::views::reverse(rows)) {
        const auto& language = request.language.empty() ? row.answer.language : request.language;
        auto paper = paper_of(row.answer, paper_seller(world.config), words.of(language),
                              day_of(row, zone), Print::reprint);
        if (paper && is_meant(*paper, request, number)) return paper;
    }
    return std::nullopt;
}

int write_paper(const std::string& file, const std::string& bytes) {
    if (file == "-") {
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        return exit_status::done;
    }
    try {
        write_durably(file, bytes);
    } catch (const std::system_error& fault) {
        std::fprintf(stderr, "%s cannot be written: %s\n", file.c_str(), fault.what());
        return exit_status::failed;
    }
    std::fprintf(stderr, "%s\n", file.c_str());
    return exit_status::done;
}

} // namespace

int command_paper(const std::filesystem::path& config_file, const PaperRequest& request) {
    auto world = open_world(config_file);
    if (!world) return exit_status::bad_config;
    auto the_case = world->store->find_case_by_no(request.number);
    const NumberOf number = the_case ? NumberOf::order : NumberOf::paper;
    if (!the_case) the_case = case_of_paper(*world->store, request.number);
    if (!the_case) {
        std::fprintf(
            stderr,
            "%s: no such case, order, buyer's order, delivery note, outbound slip, invoice "
            "request or complaint number\n",
            request.number.c_str());
        return exit_status::not_found;
    }
    const PaperWords words(world->config.templates);
    const auto paper = last_paper(*world, *the_case, request, number, words);
    if (!paper) {
        std::fprintf(stderr, "%s: nothing was answered that has a paper%s%s; besteld show %s\n",
                     request.number.c_str(), request.kind.empty() ? "" : " of kind ",
                     request.kind.c_str(), the_case->case_no.c_str());
        return exit_status::not_found;
    }
    const Words& its_words = words.of(paper->language);
    const std::string file = request.out.empty() ? file_name_of(*paper, its_words) : request.out;
    return write_paper(file, render_paper(*paper, its_words));
}

} // namespace besteld
