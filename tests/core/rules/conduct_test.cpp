#include "core/rules/conduct.h"

#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string complaint(std::string_view id, std::string_view on, std::string_view article) {
  return fact("complaint.filed", on,
              R"("by":"enterprise","complaint":")" + std::string(id) + R"(","engagement":"C1","article":")" +
                  std::string(article) + R"(","text":"擅自改价")");
}
std::string judged(std::string_view id, std::string_view on, std::string_view verdict) {
  return fact("complaint." + std::string(verdict), on, R"("complaint":")" + std::string(id) + R"(","reason":"已核实")");
}

std::vector<ConductRule> conduct(const Story& story, std::string_view date) {
  const State state = story.state(date);
  return judge_conduct(RuleInput{state, state.providers()[0], default_policy(), day(date)});
}

Words articles(const std::vector<ConductRule>& rules) {
  Words words;
  for (const ConductRule& rule : rules) words.push_back(rule.article);
  return words;
}

}  // namespace

TEST_CASE("Article 6: every rule of conduct is listed, also those of which there is nothing") {
  const auto rules = conduct(Story({}), "2025-01-01");
  CHECK(articles(rules) == Words{"6.1", "6.2", "6.3", "6.4", "6.5", "6.6"});
  CHECK(rules[5].explanation.zh == "没有关于第六条（六）的投诉和检查问题。");
  CHECK(rules[5].explanation.en == "There are no complaints or findings under Article 6(6).");
}

TEST_CASE("Article 6(4): complaints and findings stand by their last verdict, in byte order") {
  const Story story({complaint("b", "2025-02-01", "6.4"), complaint("B", "2025-02-02", "6.4"),
                     complaint("a", "2025-02-03", "6.4"), complaint("c", "2025-02-04", "6.5"),
                     judged("b", "2025-03-01", "upheld"), judged("B", "2025-03-02", "upheld"),
                     judged("a", "2025-03-03", "dismissed"), finding("F2", "2025-02-05", "6.4"),
                     finding("F1", "2025-02-05", "6.4"), confirmed("F1", "2025-03-04"), dismissed("F1", "2025-03-05")});
  const ConductRule before = conduct(story, "2025-03-04")[3];
  CHECK(before.complaints.confirmed == Words{"B", "b"});
  CHECK(before.complaints.dismissed == Words{"a"});
  CHECK(before.complaints.open.empty());
  CHECK(before.findings.confirmed == Words{"F1"});
  CHECK(before.findings.open == Words{"F2"});
  CHECK(before.explanation.zh ==
        "违反第六条（四）经认定的情形3项。投诉属实2项：B、b。检查问题确认1项：F1。检查问题待认定1项：F2。投诉不属实1项"
        "：a。");
  const ConductRule after = conduct(story, "2025-03-05")[3];
  CHECK(after.findings.confirmed.empty());
  CHECK(after.findings.dismissed == Words{"F1"});
  CHECK(conduct(story, "2025-03-05")[4].complaints.open == Words{"c"});
}

TEST_CASE("Article 6: cases under other articles are listed too, in the order of the articles") {
  const Story story({complaint("C7", "2025-02-01", "7.1"), finding("F9", "2025-02-02", "9.4"),
                     finding("F5", "2025-02-03", "5.7"), finding("F3", "2025-02-04", "7.3")});
  CHECK(articles(conduct(story, "2025-02-01")) == Words{"6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.1"});
  CHECK(articles(conduct(story, "2025-02-04")) ==
        Words{"5.7", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.1", "7.3", "9.4"});
}

TEST_CASE("Article 6: what was confirmed before a reinstatement stays confirmed") {
  const Story story({finding("F1", "2025-02-05", "6.6"), confirmed("F1", "2025-03-04"), reinstated("2025-04-01")});
  CHECK(conduct(story, "2025-04-01")[5].findings.confirmed == Words{"F1"});
}
