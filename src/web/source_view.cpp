// SPDX-License-Identifier: Apache-2.0
#include "web/source_view.hpp"

#include "base/text.hpp"
#include "web/format.hpp"

namespace besteld {

namespace {

std::string mark_id(std::uint32_t part, std::size_t mark) {
    return cat("m", part, "-", mark);
}

std::string address_text(const MailAddress& address) {
    if (address.name.empty()) return address.address;
    return cat(address.name, " <", address.address, ">");
}

std::string addresses_text(const std::vector<MailAddress>& addresses) {
    std::vector<std::string> texts;
    for (const auto& address : addresses)
        texts.push_back(address_text(address));
    return join(texts, ", ");
}

std::string size_text(std::uint64_t bytes, const Strings& words) {
    const auto kib = static_cast<std::int64_t>(bytes / 1024);
    return kib == 0 ? cat(bytes, " B")
                    : cat(format_number(Decimal::from_integer(kib), 0, words), " KiB");
}

void fill_mail(Dictionary& page, const Viewer& viewer, const MailHead& mail) {
    auto& head = *page.AddSectionDictionary("MAIL");
    put(head, "FROM", address_text(mail.from));
    put(head, "TO", addresses_text(mail.to));
    put_if(head, "CC", addresses_text(mail.cc));
    put_if(head, "REPLY_TO", addresses_text(mail.reply_to));
    put(head, "SUBJECT", mail.subject);
    const auto sent =
        mail.date.size() >= 16 ? parse_iso_date(mail.date.substr(0, 10)) : std::nullopt;
    put(head, "DATE",
        sent ? cat(format_day(*sent, viewer.words), " ", mail.date.substr(11, 5)) : mail.date);
}

void fill_part(Dictionary& one, const Viewer& viewer, const PartInfo& part,
               const SourceMarks& marks) {
    const auto& words = viewer.words;
    put(one, "PART", std::int64_t{part.index});
    put(one, "NAME",
        !part.name.empty()          ? part.name
        : part.read_as == "body"    ? words.at("ui.part_body")
        : part.content_type.empty() ? words.at("ui.part_file")
                                    : part.content_type);
    put(one, "TYPE", part.content_type);
    put(one, "SIZE", size_text(part.size, words));
    if (part.text.empty()) {
        one.AddSectionDictionary("NO_TEXT");
        return;
    }
    auto& text = *one.AddSectionDictionary("TEXT");
    const auto* marked = marks.text_of(part.index);
    if (marked == nullptr) return;
    for (const auto& segment : marked->segments) {
        auto& piece = *text.AddSectionDictionary("PIECE");
        if (segment.mark == 0) {
            put(*piece.AddSectionDictionary("PLAIN"), "WORDS", segment.text);
        } else {
            auto& mark = *piece.AddSectionDictionary("MARK");
            put(mark, "ID", mark_id(part.index, segment.mark));
            put(mark, "WORDS", segment.text);
        }
    }
}

bool is_open_at_first(const PartInfo& part, const CaseView& view) {
    return part.index == view.the_case.draft.part || part.read_as == "body" ||
           view.reading->parts.size() == 1;
}

} // namespace

SourceMarks::SourceMarks(const std::optional<Reading>& reading) {
    if (!reading) return;
    for (const auto& part : reading->parts)
        if (!part.text.empty()) parts_[part.index].info = &part;
}

std::size_t SourceMarks::add(const Place& place) {
    Handle handle;
    const auto part = parts_.find(place.part);
    if (part != parts_.end() && place.begin < place.end) {
        handle = {place.part, part->second.spans.size(), true};
        part->second.spans.push_back({place.begin, place.end});
    }
    handles_.push_back(handle);
    return handles_.size() - 1;
}

void SourceMarks::settle() {
    for (auto& [index, part] : parts_)
        part.marked = mark_text(part.info->text, part.info->size, part.spans);
}

MarkedText::Marks SourceMarks::marks_of(std::size_t handle) const {
    const auto& known = handles_.at(handle);
    if (!known.known) return {};
    return parts_.at(known.part).marked.of_span.at(known.span);
}

std::string SourceMarks::ids_of(std::size_t handle) const {
    // A span over a whole document would name thousands; its beginning is enough to find it.
    constexpr std::size_t most = 64;
    const auto marks = marks_of(handle);
    std::string ids;
    for (auto mark = marks.first; mark <= marks.last && mark < marks.first + most; ++mark)
        ids += cat(ids.empty() ? "" : " ", mark_id(handles_[handle].part, mark));
    return ids;
}

std::string SourceMarks::first_id_of(std::size_t handle) const {
    const auto marks = marks_of(handle);
    return marks.first > marks.last ? std::string{} : mark_id(handles_[handle].part, marks.first);
}

const MarkedText* SourceMarks::text_of(std::uint32_t part) const {
    const auto found = parts_.find(part);
    return found == parts_.end() ? nullptr : &found->second.marked;
}

void fill_source(Dictionary& page, const Viewer& viewer, const CaseView& view,
                 const SourceMarks& marks) {
    if (view.message) {
        put(page, "CHANNEL", view.message->channel);
        put(page, "FILE_NAME", view.message->file_name);
    }
    put(page, "RECEIVED", format_moment(view.the_case.received_at, viewer.zone, viewer.words));
    put(page, "RAW_URL", cat("/case/", view.the_case.id, "/raw"));
    if (!view.reading) return;
    if (view.reading->mail) fill_mail(page, viewer, *view.reading->mail);
    for (const auto& part : view.reading->parts) {
        auto& one = *page.AddSectionDictionary("SOURCE_PART");
        show(one, "IS_OPEN", shown_if(is_open_at_first(part, view)));
        fill_part(one, viewer, part, marks);
    }
    for (const auto& problem : view.reading->problems) {
        auto& one = *page.AddSectionDictionary("PROBLEM");
        put(one, "WORDS", problem.text);
        put(one, "WHERE", problem.place.where.words());
    }
}

} // namespace besteld
