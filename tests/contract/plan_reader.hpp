// SPDX-License-Identifier: Apache-2.0
#pragma once

// A session that asks SQLite's planner about each query: what walks a table from end to end shows.

#include "base/text.hpp"
#include "store/session.hpp"

#include <memory>
#include <string>
#include <vector>

namespace besteld {

// Passes everything on and asks the planner about each query.
class PlanReader final : public Session {
public:
    explicit PlanReader(std::unique_ptr<Session> inner) : inner_(std::move(inner)) {}
    Engine engine() const override { return inner_->engine(); }
    void run_script(const std::string& sql) override { inner_->run_script(sql); }
    std::string integrity_problem() override { return inner_->integrity_problem(); }
    void forget_plans() override { inner_->forget_plans(); }
    void take_turn() override { inner_->take_turn(); }

    std::vector<std::string> scans;
    std::vector<std::string> steps; // of every plan
    int queries = 0;

protected:
    Result run(const std::string& sql, const std::vector<Value>& parameters) override {
        ++queries;
        for (const auto& row : inner_->execute(cat("EXPLAIN QUERY PLAN ", sql), parameters).rows) {
            const auto& step = steps.emplace_back(row.text(3));
            if (step.starts_with("SCAN ") && step.find("CONSTANT ROW") == std::string::npos &&
                !sql.ends_with(" LIMIT 1") && // whether there is any
                !step.starts_with("SCAN of_word") && !step.starts_with("SCAN ("))
                scans.push_back(cat(step, " in ", sql));
        }
        return inner_->execute(sql, parameters);
    }
    void begin(Access) override { inner_->run_script("BEGIN"); }
    void command(const std::string& sql) override { inner_->run_script(sql); }

private:
    std::unique_ptr<Session> inner_;
};

} // namespace besteld
