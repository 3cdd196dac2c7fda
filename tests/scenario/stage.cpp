// SPDX-License-Identifier: Apache-2.0
#include "stage.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "base/zone.hpp"
#include "deliver/prove_answer.hpp"
#include "deliver/render_edi.hpp"
#include "flow/interchange_gaps.hpp"
#include "flow/process_message.hpp"
#include "parsers/read.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

namespace besteld::scenario {

namespace {

const std::filesystem::path project = BESTELD_SOURCE_DIR;

// The seller of domain.md 9.1.
FlowSettings noordkade() {
    FlowSettings flow;
    flow.seller.gln = "9520000000011";
    flow.seller.vat = "NL123456789B13";
    flow.seller.mail_addresses = {"orders@noordkade.example"};
    flow.seller.holidays = {make_date(2026, 4, 3), make_date(2026, 4, 6), make_date(2026, 4, 27)};
    flow.mail_domain = "noordkade.example";
    flow.hand_off.erp = {HandOffWay::folder};
    flow.hand_off.warehouse = true;
    flow.hand_off.production = true;
    flow.feedback_channels = {"wms"};
    flow.complaints.owner = "klachten@noordkade.example";
    flow.papers.warehouse.mails = {"magazijn@noordkade.example"};
    flow.papers.finance.mails = {"financien@noordkade.example"};
    flow.papers.proof_mails = {"magazijn@noordkade.example"};
    flow.papers.language = "customer";
    return flow;
}

std::unique_ptr<Store> opened(const std::string& url) {
    auto store = Store::open(url);
    store->migrate();
    return store;
}

std::vector<std::string> files_in(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

void import(Store& store, const std::vector<std::string>& files, Instant now) {
    const auto report = store.import_files(files, "admin", now);
    if (report.problems.empty()) return;
    const auto& first = report.problems.front();
    throw NotSo(cat(first.file, ":", first.row, ": ", first.column, ": ", first.text));
}

// One file's rows, by way of a file: the import takes nothing else.
void import_text(Store& store, const std::string& file_name, const std::string& text, Instant now) {
    const auto folder =
        std::filesystem::temp_directory_path() / cat("besteld-scenario-", random_hex(8));
    std::filesystem::create_directory(folder);
    const auto file = folder / file_name;
    std::ofstream(file) << text;
    try {
        import(store, {file.string()}, now);
    } catch (...) {
        std::filesystem::remove_all(folder);
        throw;
    }
    std::filesystem::remove_all(folder);
}

} // namespace

Stage::Stage(const std::string& store_url)
    : store_(opened(store_url)), flow_(noordkade()), desk_(*store_, flow_),
      service_(*store_, flow_), renderer_(project / "templates"), url_(store_url) {
    parsers::prepare();
    set_clock("2026-03-02", "09:15");
    import(*store_, files_in(project / "config/demo-world"), now_);
}

void Stage::set_clock(const std::string& date, const std::string& time) {
    const auto day = parse_iso_date(date);
    const auto pieces = split(time, ':');
    std::vector<Decimal> numbers;
    for (const auto piece : pieces)
        if (const auto number = Decimal::parse(piece)) numbers.push_back(*number);
    if (!day || pieces.size() < 2 || numbers.size() != pieces.size())
        throw NotSo(cat("'", date, " ", time, "' is no clock; write 2026-03-02 09:15"));
    std::int64_t millis = 0;
    std::int64_t part = 3'600'000;
    for (const Decimal number : numbers) {
        millis += number.units() * part / Decimal::scale;
        part /= 60;
    }
    now_ = Zone(flow_.seller.zone).instant(*day, std::chrono::milliseconds{millis});
}

void Stage::add_user(const std::string& login, Role role) {
    users_[login] = {.login = login, .name = login, .role = role, .language = "nl"};
    store_->save_user(users_[login]);
}

void Stage::import_base_data(const std::string& file_name, const std::string& text) {
    import_text(*store_, file_name, text, now_);
}

void Stage::try_base_data(const std::string& file_name, const std::string& text) {
    const auto other = Store::open(url_);
    other->shadow_base_data();
    import_text(*other, file_name, text, now_);
    tried_orders_.clear();
    tried_ = besteld::what_if(*store_, *other, flow_, from_millis(0),
                              [&](const OtherVerdict& both) { tried_orders_.push_back(both); });
}

const OtherVerdict& Stage::tried_order(const std::string& buyer_order_no) const {
    for (const auto& both : tried_orders_)
        if (both.buyer_order_no == buyer_order_no) return both;
    throw NotSo(cat("order ", buyer_order_no, " comes out as before"));
}

void Stage::agree(ReadingProfile partner) {
    std::erase_if(flow_.partners,
                  [&](const ReadingProfile& p) { return p.senders == partner.senders; });
    flow_.partners.push_back(std::move(partner));
}

void Stage::keep_text(const std::string& name, std::string text) {
    texts_[name] = std::move(text);
}

std::string Stage::kept_text(const std::string& name) const {
    const auto found = texts_.find(name);
    if (found == texts_.end()) throw NotSo(cat("no text is called '", name, "'"));
    return found->second;
}

void Stage::arrive(const std::string& channel, const std::string& file_name, std::string bytes) {
    const auto added = store_->add_messages({{.channel = channel,
                                              .source_key = cat("arrival ", ++arrivals_),
                                              .file_name = file_name,
                                              .received_at = now_,
                                              .bytes = std::move(bytes)}});
    message_id_ = added.at(0).id;
    added_ = added.at(0).added;
    process_waiting();
}

void Stage::process_waiting() {
    const auto waiting =
        store_->claim_messages("scenario", now_, now_ + std::chrono::minutes{10}, 50);
    for (const auto& message : waiting) {
        ReadHint hint{.file_name = message.file_name,
                      .received_date =
                          to_iso(Zone(flow_.seller.zone).date_of(message.received_at))};
        if (flow_.feedback_channels.contains(message.channel))
            hint.content_type = feedback_content_type;
        const auto outcome =
            process_message(*store_, flow_, message, parsers::read(message.bytes, hint), now_);
        if (!outcome) throw NotSo("the message stayed unread");
        cases_.insert(cases_.end(), outcome->cases.begin(), outcome->cases.end());
        if (!outcome->cases.empty()) in_hand_ = cases_.size();
    }
}

void Stage::let_time_pass() {
    release_due(*store_, flow_, now_, 10);
    alarm_unanswered(*store_, now_, 10);
    give_up_waiting(*store_, flow_, now_, 10);
    tell_of_gaps(*store_, flow_, now_, 10);
}

void Stage::open_case(std::size_t number) {
    if (number == 0 || number > cases_.size())
        throw NotSo(cat("there are ", cases_.size(), " cases"));
    in_hand_ = number;
}

DeskAction Stage::action(const std::string& login) {
    const auto user = users_.find(login);
    if (user == users_.end())
        throw NotSo(cat("'", login, "' works not here; say  given clerk ", login));
    const Case c = the_case();
    return {.case_id = c.id, .version = c.version, .user = user->second, .now = now_};
}

void Stage::done(std::expected<std::int64_t, DeskRefused> result) {
    if (!result) refusal_ = cat(result.error().code, ": ", result.error().text);
}

void Stage::take_case(const std::string& case_no) {
    const auto found = store_->find_case_by_no(case_no);
    if (!found) throw NotSo(cat("there is no case ", case_no));
    cases_.push_back(found->id);
    in_hand_ = cases_.size();
}

void Stage::done(const std::optional<DeskRefused>& refused) {
    if (refused) refusal_ = cat(refused->code, ": ", refused->text);
}

std::string Stage::take_refusal() {
    return std::exchange(refusal_, {});
}

StoredMessage Stage::message() {
    auto found = store_->message(message_id_, false);
    if (!found) throw NotSo("no message has arrived");
    return std::move(*found);
}

Case Stage::the_case() {
    if (in_hand_ == 0) throw NotSo("there is no case");
    auto found = store_->find_case(cases_[in_hand_ - 1]);
    if (!found) throw NotSo("the case is gone");
    return std::move(*found);
}

std::vector<OutboxRow> Stage::outbox() {
    auto rows = store_->outbox_of_case(the_case().id);
    std::ranges::sort(rows, {}, &OutboxRow::id);
    return rows;
}

// As the sender does it: rendered, then read back and compared.
RenderedRow Stage::rendered(const OutboxRow& row) {
    const Answer& answer = row.answer;
    if (row.channel == OutboxChannel::mail) {
        const RenderedMail mail = renderer_.render(answer, flow_.seller);
        const auto fault = prove_mail(mail, answer, renderer_.words(answer.language));
        return {cat(mail.subject, "\n", mail.text), fault.value_or("")};
    }
    const EdiStamp stamp{.reference = std::to_string(row.id),
                         .date = Zone(flow_.seller.zone).date_of(now_),
                         .time = "0915"};
    const auto bytes = render_edi(answer, flow_.seller, stamp);
    if (!bytes) return {{}, bytes.error()};
    return {*bytes, prove_edi(*bytes, answer).value_or("")};
}

void Stage::check_house() {
    const auto c = store_->counts();
    if (c.messages != c.done + c.duplicate + c.quarantined + c.ignored)
        throw NotSo(cat("of ", c.messages, " messages ", c.stored, " have no disposition"));
    for (const auto id : cases_)
        for (const auto& row : store_->outbox_of_case(id))
            if (const auto sheet = rendered(row); !sheet.fault.empty())
                throw NotSo(
                    cat("answer ", row.id, " of case ", id, " would not leave: ", sheet.fault));
    if (const auto fault = store_->audit_chain(); !fault.empty()) throw NotSo(fault);
}

} // namespace besteld::scenario
