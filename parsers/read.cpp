// SPDX-License-Identifier: Apache-2.0
#include "parsers/read_partner.hpp"

#include "parsers/formats.hpp"
#include "parsers/read_mail.hpp"

#include "base/hash.hpp"
#include "base/text.hpp"
#include "order/typed_order.hpp"
#include "parsers/email/charset.hpp"
#include "parsers/email/message.hpp"
#include "parsers/feedback/read_feedback.hpp"
#include "parsers/pdf/pdf_file.hpp"
#include "parsers/typed/read_typed.hpp"

namespace besteld::parsers {

namespace {

PartInfo whole(std::string_view bytes, const ReadHint& hint) {
    return {.name = hint.file_name,
            .content_type = hint.content_type,
            .size = bytes.size(),
            .sha256 = sha256_hex(bytes)};
}

Reading reading_of(Parsed parsed, PartInfo part) {
    Reading reading{.format = part.read_as.empty() ? "unknown" : part.read_as,
                    .documents = std::move(parsed.documents),
                    .problems = std::move(parsed.problems)};
    reading.parts.push_back(std::move(part));
    return reading;
}

Reading read_file(std::string_view bytes, const ReadHint& hint, const Partners& partners) {
    PartInfo part = whole(bytes, hint);
    part.text = showable_text(bytes);
    Parsed parsed = read_part(bytes, part, hint, partners);
    return reading_of(std::move(parsed), std::move(part));
}

Reading read_taken_down(std::string_view bytes, const ReadHint& hint) {
    PartInfo part = whole(bytes, hint);
    Parsed parsed = read_typed(bytes, part.index);
    part.read_as = "typed";
    part.text = parsed.text.value_or("");
    return reading_of(std::move(parsed), std::move(part));
}

Reading read_reports(std::string_view bytes, const ReadHint& hint) {
    PartInfo part = whole(bytes, hint);
    auto reports = read_feedback(bytes, hint);
    part.read_as = std::move(reports.format);
    part.text = to_json_text(reports.feedback);
    return reading_of({.problems = std::move(reports.problems)}, std::move(part));
}

} // namespace

void prepare() {
    email::prepare_charsets();
    pdf::prepare();
}

Reading read(std::string_view bytes, const ReadHint& hint, const Partners& partners) {
    if (hint.content_type == feedback_content_type) return read_reports(bytes, hint);
    if (hint.content_type == typed_content_type) return read_taken_down(bytes, hint);
    if (email::looks_like_mail(bytes, hint)) return read_mail(bytes, hint, partners);
    return read_file(bytes, hint, partners);
}

Reading read(std::string_view bytes, const ReadHint& hint) {
    return read(bytes, hint, Partners{});
}

} // namespace besteld::parsers
