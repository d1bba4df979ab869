#include "core/rules/ranking.h"

#include <map>

#include "core/codec/canonical.h"
#include "core/codec/evaluation_json.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

/// A city in which P1 has no contract of its own beyond C1, and others are added by the test.
std::string provider(std::string_view id) { return replaced(provider_p1, "\"P1\"", "\"" + std::string(id) + "\""); }
std::string contract(std::string_view id, std::string_view of) {
  return replaced(replaced(engagement_c1, "\"C1\"", "\"" + std::string(id) + "\""), "\"P1\"",
                  "\"" + std::string(of) + "\"");
}
void add_ratings(std::vector<std::string>& facts, std::string_view engagement, int satisfied, int unsatisfied) {
  for (int month = 1; month <= satisfied + unsatisfied; ++month) {
    facts.push_back(rating((month < 10 ? "2025-0" : "2025-") + std::to_string(month),
                           month <= satisfied ? "satisfied" : "unsatisfied", "2025-06-30", engagement));
  }
}
std::string level(std::string_view engagement, int reached) {
  return fact("assessment.recorded", "2025-06-01",
              R"("by":"evaluator","phase":"after","engagement":")" + std::string(engagement) + R"(","level":)" +
                  std::to_string(reached));
}
void add_provider(std::vector<std::string>& facts, const std::string& id, int satisfied, int unsatisfied, int reached) {
  facts.push_back(provider(id));
  facts.push_back(contract("C-" + id, id));
  add_ratings(facts, "C-" + id, satisfied, unsatisfied);
  facts.push_back(level("C-" + id, reached));
}

Ranking ranking(const Story& story, const Policy& policy = default_policy(), std::string_view date = "2025-06-30") {
  return rank_providers(story.state(date), policy, day(date));
}

Words order_of(const Ranking& found) {
  Words words;
  for (const RankedProvider& one : found.ranked) {
    words.push_back(std::to_string(one.rank) + " " + one.card.provider + " " + one.card.total->rounded().to_string());
  }
  return words;
}
Words unranked(const Ranking& found) {
  Words words;
  for (const UnrankedProvider& one : found.unranked) words.push_back(one.card.provider);
  return words;
}

/// Only satisfaction and levels weigh; nothing is drawn to the mean.
Policy two_criteria(int satisfaction, int levels) {
  Policy policy = default_policy();
  policy.score_card.weights = {satisfaction, 0, 0, 0, levels, 0, 0};
  policy.score_card.prior_ratings = 0;
  return policy;
}

}  // namespace

TEST_CASE("Article 10: providers with exactly the same total share a rank, and the next rank is left out") {
  std::vector<std::string> facts;
  add_provider(facts, "Pd", 4, 0, 2);
  add_provider(facts, "Pb", 3, 1, 2);
  add_provider(facts, "Pc", 3, 1, 2);
  add_provider(facts, "Pa", 2, 2, 2);
  const Ranking found = ranking(Story(facts), two_criteria(60, 40));
  CHECK(order_of(found) == Words{"1 Pd 100", "2 Pb 85", "2 Pc 85", "4 Pa 70"});
  CHECK(found.ranked[0].tied_with == 0);
  CHECK(found.ranked[1].tied_with == 1);
  CHECK(found.ranked[1].explanation.zh.find("与Pc综合得分完全相同，名次并列。") != std::string::npos);
  CHECK(found.ranked[2].explanation.zh.find("与Pb综合得分完全相同") != std::string::npos);
  CHECK(found.ranked[3].explanation.zh.find("完全相同") == std::string::npos);
  CHECK(unranked(found) == Words{"P1"});
  CHECK(found.unranked[0].reason.zh.find("没有可以计分的指标") != std::string::npos);
}

TEST_CASE("Article 10: totals that only look the same after rounding are not tied") {
  CHECK(Total{1'000'001, 100} < Total{2'000'003, 200});
  CHECK(Total{1'000'001, 100}.rounded() == Total{2'000'003, 200}.rounded());
  CHECK(Total{1, 3} == Total{2, 6});
  CHECK_FALSE(Total{1, 3} < Total{2, 6});
}

TEST_CASE("Article 10: who has too little data is listed apart with the reason, and so is who is disqualified") {
  std::vector<std::string> facts;
  add_provider(facts, "P2", 4, 0, 2);
  add_provider(facts, "P3", 4, 0, 2);
  facts.push_back(fact("disqualification.noticed", "2025-05-01",
                       R"("decision":"D1","provider":"P3","grounds":["9.4"],"text":"事先告知")"));
  facts.push_back(fact("disqualification.decided", "2025-05-10",
                       R"("decision":"D1","outcome":"disqualified","reason":"依据充分")"));
  const Ranking found = ranking(Story(facts));
  CHECK(order_of(found).size() == 1);
  CHECK(found.ranked[0].card.provider == "P2");
  REQUIRE(unranked(found) == Words{"P1", "P3"});
  CHECK_FALSE(found.unranked[0].disqualified);
  CHECK(found.unranked[0].reason.zh.find("不足60%，不参加排名") != std::string::npos);
  CHECK(found.unranked[1].disqualified);
  CHECK(found.unranked[1].reason.zh.find("服务资格已取消") != std::string::npos);
  CHECK(found.pool.ratings() == 4);  // the pool is without P3
}

TEST_CASE("Article 10: the ratings of the pool draw a provider with few of them") {
  std::vector<std::string> facts;
  add_provider(facts, "P2", 3, 0, 2);
  add_provider(facts, "P3", 6, 6, 2);
  const Ranking found = ranking(Story(facts));
  CHECK(found.pool.ratings() == 15);
  CHECK(mean_points(found.pool).to_string() == "60");
  const std::map<std::string, std::string> expected = {{"P2", "75"}, {"P3", "52.94"}};  // (300+5·60)/8, (600+300)/17
  for (const RankedProvider& one : found.ranked) {
    CHECK(one.card.criteria_scores[0].points->to_string() == expected.at(one.card.provider));
  }
}

TEST_CASE("Article 10: moving a weight by 20 % shows which weight turns a close ranking") {
  std::vector<std::string> facts;
  add_provider(facts, "Pa", 1, 3, 2);  // satisfaction 25, levels 100
  add_provider(facts, "Pb", 3, 1, 2);  // satisfaction 75, levels 50 with the next contract
  facts.push_back(contract("D-Pb", "Pb"));
  facts.push_back(level("D-Pb", 1));
  const Ranking even = ranking(Story(facts), two_criteria(50, 50));
  CHECK(order_of(even) == Words{"1 Pa 62.5", "1 Pb 62.5"});
  CHECK(even.variations == 4);  // two weights, each up and down
  for (const RankedProvider& one : even.ranked) {
    CHECK(one.best.rank == 1);
    CHECK(one.worst.rank == 2);
    CHECK(one.worst.criterion == Criterion::satisfaction);
    CHECK(one.worst.raised == (one.card.provider == "Pa"));  // more weight on satisfaction harms Pa, less harms Pb
    CHECK(one.moved_by == std::vector{Criterion::satisfaction, Criterion::levels});
  }
  CHECK(even.ranked[0].explanation.zh.find(
            "最高第1名（现行权重），最低第2名（“满意度评价”权重增加时）；使名次变动的权重：满意度评价、数字化水平。") !=
        std::string::npos);
  const std::string json = canonical(ranking_json(even));
  CHECK(json.find(R"("best":{"change":null,"criterion":null,"rank":1})") != std::string::npos);
  CHECK(json.find(R"("worst":{"change":"+20%","criterion":"satisfaction","rank":2})") != std::string::npos);
  CHECK(json.find(R"("worst":{"change":"-20%","criterion":"satisfaction","rank":2})") != std::string::npos);
}

TEST_CASE("Article 10: the weights moved total the same exactly, so a ranking turns where arithmetic says") {
  // With satisfaction w and levels 100 − w, Pa (25, 100) leads Pb (75, 50) while w < 50. At 42 a fifth more is 50.4, at 41 it is 49.2.
  std::vector<std::string> facts;
  add_provider(facts, "Pa", 1, 3, 2);
  add_provider(facts, "Pb", 3, 1, 2);
  facts.push_back(contract("D-Pb", "Pb"));
  facts.push_back(level("D-Pb", 1));
  const Story story(facts);
  CHECK(ranking(story, two_criteria(42, 58)).ranked[0].worst.rank == 2);
  const Ranking firm = ranking(story, two_criteria(41, 59));
  // A fifth less of 59 is 47.2, which leaves 52.8 for satisfaction: that turns it as well.
  CHECK(firm.ranked[0].moved_by == std::vector{Criterion::levels});
  CHECK(ranking(story, two_criteria(38, 62)).ranked[0].moved_by == std::vector{Criterion::levels});  // 49.6
  CHECK(ranking(story, two_criteria(37, 63)).ranked[0].moved_by.empty());                            // 50.4
  CHECK(ranking(story, two_criteria(37, 63)).ranked[0].explanation.zh.find("名次不变") != std::string::npos);
}

TEST_CASE("Article 10: a weight of 0 cannot move, nor can one take more than all") {
  std::vector<std::string> facts;
  add_provider(facts, "P2", 4, 0, 2);
  const Story story(facts);
  CHECK(ranking(story).variations == 14);
  CHECK(ranking(story, two_criteria(100, 0)).variations == 0);
  CHECK(ranking(story, two_criteria(84, 16)).variations == 3);  // 84 cannot grow to 100.8
  CHECK(ranking(story, two_criteria(83, 17)).variations == 4);
}

TEST_CASE("Article 10: a group of ties of any size names at most twenty others") {
  std::vector<std::string> facts;
  for (int i = 10; i < 40; ++i) add_provider(facts, "P" + std::to_string(i), 3, 0, 2);
  const Ranking found = ranking(Story(facts));
  REQUIRE(found.ranked.size() == 30);
  for (const RankedProvider& one : found.ranked) {
    CHECK(one.rank == 1);
    CHECK(one.tied_with == 29);
  }
  CHECK(found.ranked[0].explanation.zh.find("与P11、P12") != std::string::npos);
  CHECK(found.ranked[0].explanation.zh.find("P30等，共29项") != std::string::npos);
  CHECK(found.ranked[0].explanation.zh.find("P31") == std::string::npos);
}
