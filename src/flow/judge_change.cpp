// SPDX-License-Identifier: Apache-2.0
#include "flow/judge_change.hpp"

#include "base/text.hpp"
#include "order/decide_change.hpp"
#include "order/partial_change.hpp"

#include <algorithm>

namespace besteld {

namespace {

// The order as a change would make it.
struct Would {
    Amended amended;
    LookedUp known;
    std::vector<LineOffer> offers; // parallel to its lines
    std::vector<Finding> findings;
    std::vector<MaybeLine> spoken_of; // of the first findings: the line of the change
};

MaybeLine moved(MaybeLine line, const std::vector<MaybeLine>& to) {
    return line && *line < to.size() ? to[*line] : std::nullopt;
}

// The order's own findings, in the lines of the order as it would become.
std::vector<Finding> of_order_before(const ChangedOrder& before, const Amended& amended) {
    std::vector<MaybeLine> now_at(before.draft.lines.size());
    for (std::uint32_t i = 0; i < amended.came_from.size(); ++i)
        if (amended.came_from[i]) now_at[*amended.came_from[i]] = i;
    std::vector<Finding> findings;
    for (Finding finding : before.findings) {
        const bool of_line = finding.line.has_value();
        finding.line = moved(finding.line, now_at);
        if (!of_line || finding.line) findings.push_back(std::move(finding));
    }
    return findings;
}

// domain.md 3.4: only the changed part of a confirmed order is checked again; the rest stands as it
// was decided.
void add_order_findings(std::vector<Finding>& findings, std::vector<Finding> before,
                        std::vector<Finding> now, const Amended& amended) {
    const auto is_touched = [&](const Finding& f) {
        return f.line && std::ranges::find(amended.touched, *f.line) != amended.touched.end();
    };
    keep_resolutions(now, before);
    for (auto& finding : now)
        if (!finding.line || is_touched(finding)) findings.push_back(std::move(finding));
    for (auto& finding : before)
        if (finding.line && !is_touched(finding)) findings.push_back(std::move(finding));
}

ChangedQuantity quantities_of(const Terms& terms) {
    const bool differences = terms.customer && terms.customer->change_quantities == "difference";
    return differences ? ChangedQuantity::difference : ChangedQuantity::total;
}

class ChangeJudge {
public:
    ChangeJudge(Store& store, const FlowSettings& settings, const Submission& submission,
                const LookedUp& change, std::vector<Finding> findings, Instant now)
        : store_(store), settings_(settings), submission_(submission), before_(*submission.changes),
          change_(change), findings_(std::move(findings)), now_(now),
          is_change_(submission.draft.document_class == DocumentClass::order_change) {
        // What it is about is known, so it is no document that nobody can book.
        std::erase_if(findings_,
                      [](const Finding& f) { return f.check == Check::document_not_an_order; });
    }

    Judgement judge(const Command& command) {
        Would whole = would_become({}, nullptr);
        keep_resolutions(whole.findings, submission_.decided);
        const auto refused =
            refused_part(submission_.draft, whole.amended, whole.findings, whole.spoken_of);
        const bool in_part =
            is_change_ && !is_open_to_changes(before_.state) && whole.known.terms.customer &&
            whole.known.terms.customer->partial_changes && !refused.lines.empty() && !refused.whole;
        auto decision = decide(whole, command, in_part);
        Judgement judged{.who = whole.known.who,
                         .terms = whole.known.terms,
                         .order = whole.known.order,
                         .findings = whole.findings,
                         .decision = std::move(decision),
                         .changed_to = {}};
        if (!judged.decision || judged.decision->outcome != ChangeOutcome::carry_out) return judged;
        if (in_part)
            carry_out_in_part(judged, whole, refused);
        else
            judged.changed_to = become(std::move(whole), judged.decision->findings, {});
        return judged;
    }

private:
    // `whole`: what the order becomes when nothing is left out; null: nothing is.
    Would would_become(std::span<const std::uint32_t> left_out, const Amended* whole) {
        const auto meant = lines_meant(before_.order, submission_.draft, change_.order);
        Would would{.amended = amend(before_.draft, before_.corrections, submission_.draft, meant,
                                     quantities_of(change_.terms), left_out),
                    .known = {},
                    .offers = {},
                    .findings = findings_,
                    .spoken_of = {}};
        if (submission_.draft.document_class == DocumentClass::order_cancellation)
            would.amended.draft = before_.draft;
        add_corrections(would.amended, whole);
        for (auto& finding : would.findings) {
            would.spoken_of.push_back(finding.line);
            finding.line = moved(finding.line, would.amended.becomes);
        }
        const Amended& amended = would.amended;
        would.known = look_up(store_, settings_, submission_, amended.draft, amended.corrections,
                              before_.case_id, now_);
        would.offers = offers_for(would.known, submission_.origins.received_at);
        if (is_change_ && !is_open_to_changes(before_.state))
            add_order_findings(would.findings, of_order_before(before_, amended),
                               check_amended_order(amended.draft, would.known.order,
                                                   submission_.origins, would.known.who,
                                                   would.known.terms, now_),
                               amended);
        return would;
    }

    // They speak of the lines of the order as the whole change would make it.
    void add_corrections(Amended& amended, const Amended* whole) const {
        for (Correction correction : submission_.corrections) {
            const bool moves = whole != nullptr && correction.line.has_value();
            if (moves) correction.line = line_in(amended, *whole, *correction.line);
            if (!moves || correction.line) amended.corrections.push_back(std::move(correction));
        }
    }

    std::expected<Decision, CommandRefused> decide(const Would& would, const Command& command,
                                                   bool in_part) {
        const ChangeContext about{.state = before_.state,
                                  .order_no = before_.order_no,
                                  .has_official_number = before_.has_official_number,
                                  .repeats_case = before_.repeats_case,
                                  .touched = would.amended.touched,
                                  .came_from = would.amended.came_from,
                                  .standing = before_.standing,
                                  .in_part = in_part};
        AnswerContext context = submission_.answer_context;
        context.draft = &would.amended.draft;
        context.answered = &submission_.draft;
        context.change = &about;
        context.offers = would.offers;
        return besteld::decide(would.known.order, would.findings, would.known.terms,
                               submission_.history, command, context, now_);
    }

    static ChangedTo become(Would would, std::vector<Finding> findings,
                            std::vector<DeclinedWish> declined) {
        return {.amended = std::move(would.amended),
                .who = std::move(would.known.who),
                .terms = std::move(would.known.terms),
                .order = std::move(would.known.order),
                .findings = std::move(findings),
                .offers = std::move(would.offers),
                .declined = std::move(declined)};
    }

    // The refused lines' wishes are left out; what remains is judged as what it is.
    void carry_out_in_part(Judgement& judged, const Would& whole, const RefusedPart& refused) {
        Would kept = would_become(refused.lines, &whole.amended);
        std::vector<Finding> findings;
        for (std::size_t i = 0; i < kept.findings.size(); ++i)
            if (i >= kept.spoken_of.size() || !is_left_out(kept, kept.spoken_of[i], refused))
                findings.push_back(std::move(kept.findings[i]));
        std::vector<Finding> decided = judged.decision->findings;
        for (auto& finding : decided)
            if (finding.line) finding.line = line_in(kept.amended, whole.amended, *finding.line);
        keep_resolutions(findings, decided);
        if (const auto open = std::ranges::find_if(findings, is_open); open != findings.end()) {
            judged.decision = std::unexpected(CommandRefused{
                "not_allowed",
                cat("what would remain of the change has a deviation of its own (",
                    name_of(open->check), "): refuse the change as a whole, or ask")});
            return;
        }
        auto declined = declined_wishes(refused, whole.amended, whole.known.order, kept.amended,
                                        before_.order, judged.decision->findings);
        judged.changed_to = become(std::move(kept), std::move(findings), std::move(declined));
    }

    static bool is_left_out(const Would& kept, MaybeLine change_line, const RefusedPart& refused) {
        if (!change_line || std::ranges::find(refused.lines, *change_line) == refused.lines.end())
            return false;
        const auto here = kept.amended.becomes[*change_line];
        return here && kept.amended.came_from[*here].has_value();
    }

    Store& store_;
    const FlowSettings& settings_;
    const Submission& submission_;
    const ChangedOrder& before_;
    const LookedUp& change_;
    std::vector<Finding> findings_;
    Instant now_;
    bool is_change_;
};

} // namespace

Judgement judge_change(Store& store, const FlowSettings& settings, const Submission& submission,
                       const Command& command, const LookedUp& change,
                       std::vector<Finding> findings, Instant now) {
    return ChangeJudge(store, settings, submission, change, std::move(findings), now)
        .judge(command);
}

} // namespace besteld
