// SPDX-License-Identifier: Apache-2.0
#include "parsers/x12/read_receipt.hpp"

#include "base/decimal.hpp"
#include "parsers/x12/message_view.hpp"
#include "parsers/x12/tokeniser.hpp"

namespace besteld::parsers {

namespace {

using namespace x12;

class ReceiptReader {
public:
    explicit ReceiptReader(std::string_view bytes) : bytes_(bytes) {}

    std::optional<X12Receipt> read() {
        const auto start = find_start(bytes_);
        if (start == std::string_view::npos) return std::nullopt;
        Tokeniser tokeniser(bytes_, start);
        for (; tokeniser.next(segment_); segment_.clear())
            take(segment_.list.front().tag);
        if (!receipt_.interchange && receipt_.groups.empty()) return std::nullopt;
        return std::move(receipt_);
    }

private:
    std::string text(unsigned element) const {
        if (element > segment_.list.front().count) return {};
        const Element& found = segment_.elements[element - 1];
        return plain_text(bytes_.substr(found.begin, found.end - found.begin));
    }
    unsigned number(unsigned element) const {
        const auto value = Decimal::parse(text(element));
        const bool small = value && *value >= Decimal{} && *value <= Decimal{999'999};
        return small ? static_cast<unsigned>(value->units() / Decimal::scale) : 0;
    }

    void take(std::string_view tag) {
        if (tag == "TA1")
            receipt_.interchange = {text(1), text(2), text(3), text(4), text(5)};
        else if (tag == "ST")
            in_receipt_ = text(1) == "997" || text(1) == "999";
        else if (in_receipt_)
            take_in_set(tag);
    }

    void take_in_set(std::string_view tag) {
        if (tag == "AK1") {
            receipt_.groups.push_back({text(1), text(2), text(3), {}});
            return;
        }
        if (receipt_.groups.empty()) return;
        auto& sets = receipt_.groups.back().sets;
        if (tag == "AK2") sets.push_back({.transaction_set = text(1), .control_number = text(2)});
        if (sets.empty()) return;
        auto& set = sets.back();
        if (tag == "IK5") receipt_.form = X12Receipt::Form::implementation_999;
        if (tag == "AK3" || tag == "IK3")
            set.faults.push_back(
                {.segment = text(1), .position = number(2), .segment_code = text(4)});
        else if ((tag == "AK4" || tag == "IK4") && !set.faults.empty())
            take_element(set);
        else if (tag == "AK5" || tag == "IK5")
            take_result(set);
    }

    // A second faulty element of the same segment is a fault of its own here.
    void take_element(X12SetReceipt& set) {
        if (set.faults.back().element > 0) set.faults.push_back(set.faults.back());
        set.faults.back().element = number(1);
        set.faults.back().element_code = text(3);
    }

    void take_result(X12SetReceipt& set) {
        set.code = text(1);
        for (unsigned element = 2; element <= 6; ++element)
            if (auto note = text(element); !note.empty()) set.notes.push_back(std::move(note));
    }

    std::string_view bytes_;
    Segments segment_;
    X12Receipt receipt_;
    bool in_receipt_ = false;
};

} // namespace

std::optional<X12Receipt> read_x12_receipt(std::string_view bytes) {
    return ReceiptReader(bytes).read();
}

} // namespace besteld::parsers
