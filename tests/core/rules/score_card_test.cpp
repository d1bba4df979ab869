#include "core/rules/score_card.h"

#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string second_contract(std::string_view id, std::string_view due = "2025-12-31") {
  return replaced(replaced(engagement_c1, "\"C1\"", "\"" + std::string(id) + "\""), "2025-12-31", due);
}
std::string complaint(std::string_view id, std::string_view on) {
  return fact("complaint.filed", on,
              R"("by":"enterprise","complaint":")" + std::string(id) +
                  R"(","engagement":"C1","article":"6.4","text":"擅自改价")");
}
std::string upheld(std::string_view id, std::string_view on) {
  return fact("complaint.upheld", on, R"("complaint":")" + std::string(id) + R"(","reason":"属实")");
}
std::string assessed(std::string_view on, int level, std::string_view engagement = "C1",
                     std::string_view phase = "after") {
  return fact("assessment.recorded", on,
              R"("by":"evaluator","engagement":")" + std::string(engagement) + R"(","phase":")" + std::string(phase) +
                  R"(","level":)" + std::to_string(level));
}
std::string deliverable(std::string_view kind, std::string_view on, std::string_view title = "材料") {
  return fact("deliverable.submitted", on,
              R"("by":"provider","engagement":"C1","deliverable":")" + std::string(kind) + R"(","title":")" +
                  std::string(title) + "\"");
}
std::string planned(std::string_view id) {
  return replaced(second_contract(id), "\"items\"", R"("plan":[{"on":"2025-03-11","percent":100}],"items")");
}
std::string ended(std::string_view engagement, std::string_view on, std::string_view outcome) {
  return fact("engagement.ended", on,
              R"("engagement":")" + std::string(engagement) + R"(","outcome":")" + std::string(outcome) + "\"");
}
std::vector<std::string> ratings(int satisfied, int basically, int unsatisfied) {
  std::vector<std::string> facts;
  int month = 0;
  const auto add = [&](int count, std::string_view satisfaction) {
    for (int i = 0; i < count; ++i, ++month) {
      const int year = 2025 + month / 12;
      const int of_year = 1 + month % 12;
      facts.push_back(
          rating(std::to_string(year) + (of_year < 10 ? "-0" : "-") + std::to_string(of_year), satisfaction));
    }
  };
  add(satisfied, "satisfied");
  add(basically, "basically_satisfied");
  add(unsatisfied, "unsatisfied");
  return facts;
}

ScoreCard card(const Story& story, std::string_view date, const Policy& policy = default_policy()) {
  const State state = story.state(date);
  const RatingSum pool = pool_ratings(state, policy, day(date));
  return score_provider(RuleInput{state, *state.provider("P1"), policy, day(date)}, pool);
}
CriterionScore score(const Story& story, Criterion criterion, std::string_view date,
                     const Policy& policy = default_policy()) {
  CriterionScore found = card(story, date, policy).criteria_scores.at(static_cast<std::size_t>(criterion));
  CHECK(found.criterion == criterion);
  CHECK_FALSE(found.explanation.zh.empty());
  CHECK_FALSE(found.explanation.en.empty());
  return found;
}
std::string points(const CriterionScore& score) { return score.points ? score.points->to_string() : "no data"; }

bool says(const Bilingual& words, std::string_view part) { return words.zh.find(part) != std::string::npos; }

RatingSum sum_of(int satisfied, int basically, int unsatisfied) {
  RatingSum sum;
  for (int i = 0; i < satisfied; ++i) sum.add(Satisfaction::satisfied, ScoreCardParameters());
  for (int i = 0; i < basically; ++i) sum.add(Satisfaction::basically_satisfied, ScoreCardParameters());
  for (int i = 0; i < unsatisfied; ++i) sum.add(Satisfaction::unsatisfied, ScoreCardParameters());
  return sum;
}
std::string interval(const RatingSum& sum) {
  const Interval found = wilson_interval(sum);
  return found.low.to_string() + "–" + found.high.to_string();
}

}  // namespace

TEST_CASE("Article 10, satisfaction: Wilson's interval as other programs give it, rounded outwards") {
  // z = 1.96; by hand: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
  CHECK(interval(sum_of(1, 0, 0)) == "20.65–100");
  CHECK(interval(sum_of(0, 0, 1)) == "0–79.35");
  CHECK(interval(sum_of(5, 0, 5)) == "23.65–76.35");
  CHECK(interval(sum_of(8, 0, 2)) == "49.01–94.34");
  CHECK(interval(sum_of(81, 0, 182)) == "25.52–36.63");  // 81 of 263: Newcombe 1998, method 3, gives 0.2553–0.3662
}

TEST_CASE("Article 10, satisfaction: Wilson's interval holds the mean, lies in 0–100 and narrows as ratings grow") {
  for (int n = 1; n <= 40; ++n) {
    for (int bad = 0; bad <= n; ++bad) {
      const RatingSum sum = sum_of(n - bad, 0, bad);
      const Interval found = wilson_interval(sum);
      const Interval more = wilson_interval(sum_of(4 * (n - bad), 0, 4 * bad));
      REQUIRE(found.low <= mean_points(sum));
      REQUIRE(mean_points(sum) <= found.high);
      REQUIRE(found.low.hundredths >= 0);
      REQUIRE(found.high.hundredths <= 10'000);
      REQUIRE(found.low <= more.low);
      REQUIRE(more.high <= found.high);
      // Seen from the other side it is the same.
      const Interval mirrored = wilson_interval(sum_of(bad, 0, n - bad));
      REQUIRE(mirrored.low.hundredths == 10'000 - found.high.hundredths);
    }
  }
}

TEST_CASE("Article 10, satisfaction: the interval of a hundred million ratings is computed without overflow") {
  RatingSum sum;
  sum.satisfied = 75'000'000;
  sum.unsatisfied = 25'000'000;
  sum.points = 7'500'000'000;
  CHECK(interval(sum) == "74.99–75.01");
  // However many agree, the true mean can be a little less (or more): n / (n + z²) of 100.
  CHECK(interval(sum_of(100'000, 0, 0)) == "99.99–100");
  CHECK(interval(sum_of(0, 0, 100'000)) == "0–0.01");
}

TEST_CASE("Article 10, satisfaction: with fewer ratings than the least there is no data, with as many there is") {
  CHECK(points(score(Story(ratings(2, 0, 0)), Criterion::satisfaction, "2025-06-30")) == "no data");
  CHECK(says(score(Story(ratings(2, 0, 0)), Criterion::satisfaction, "2025-06-30").explanation,
             "有效评价2次，不足3次，无数据。"));
  CHECK(points(score(Story(ratings(3, 0, 0)), Criterion::satisfaction, "2025-06-30")) == "100");
  CHECK_FALSE(score(Story({}), Criterion::satisfaction, "2025-06-30").points);
  Policy policy = default_policy();
  policy.score_card.minimum_ratings = 1;
  CHECK(points(score(Story({}), Criterion::satisfaction, "2025-06-30", policy)) == "no data");
}

TEST_CASE("Article 10, satisfaction: satisfied 100, basically satisfied the policy's 60, unsatisfied 0") {
  const auto found = score(Story(ratings(2, 1, 1)), Criterion::satisfaction, "2025-06-30");
  CHECK(points(found) == "65");  // alone in the pool, the pool's mean is its own
  CHECK(found.refs == Words{"C1@2025-01", "C1@2025-02", "C1@2025-03", "C1@2025-04"});
  CHECK(says(found.explanation, "满意2次，基本满意1次，不满意1次，平均65分"));
  Policy policy = default_policy();
  policy.score_card.basically_satisfied_points = 70;
  CHECK(points(score(Story(ratings(2, 1, 1)), Criterion::satisfaction, "2025-06-30", policy)) == "67.5");
}

TEST_CASE("Article 10, satisfaction: few ratings are drawn towards the pool's mean, many hardly") {
  const RatingSum pool = sum_of(60, 0, 40);
  CHECK(shrunk_points(sum_of(5, 0, 0), pool, 5).to_string() == "80");      // (500 + 5·60) / 10
  CHECK(shrunk_points(sum_of(500, 0, 0), pool, 5).to_string() == "99.6");  // 50300 / 505 = 99.6039…
  CHECK(shrunk_points(sum_of(0, 0, 5), pool, 5).to_string() == "30");
  CHECK(shrunk_points(sum_of(3, 0, 0), pool, 0).to_string() == "100");
  CHECK(shrunk_points(sum_of(1, 1, 1), RatingSum(), 5).to_string() == "53.33");
}

TEST_CASE("Article 10, satisfaction: only effective ratings count, and those withdrawn are named") {
  auto facts = ratings(3, 0, 1);
  facts.push_back(withdrawal("2025-04", "2025-07-01"));
  const Story story(facts);
  CHECK(points(score(story, Criterion::satisfaction, "2025-06-30")) == "75");
  const auto after = score(story, Criterion::satisfaction, "2025-07-01");
  CHECK(points(after) == "100");
  CHECK(says(after.explanation, "未计入1次：C1@2025-04，评价已撤回。"));
}

TEST_CASE("Article 10, complaints: upheld ones cost points shared among the contracts; open and dismissed ones none") {
  const Story story({complaint("K1", "2025-02-01"), complaint("K2", "2025-02-02"), upheld("K1", "2025-03-01"),
                     fact("complaint.dismissed", "2025-03-02", R"("complaint":"K2","reason":"不属实")"),
                     replaced(second_contract("C2"), "2024-12-01", "2025-04-01")});
  CHECK(points(score(story, Criterion::complaints, "2025-02-28")) == "100");
  CHECK(says(score(story, Criterion::complaints, "2025-02-28").explanation, "未计入2项：K1、K2，尚未认定。"));
  CHECK(points(score(story, Criterion::complaints, "2025-03-01")) == "75");
  CHECK(score(story, Criterion::complaints, "2025-03-02").refs == Words{"K1"});
  CHECK(points(score(story, Criterion::complaints, "2025-04-01")) == "87.5");
}

TEST_CASE("Article 10, complaints: points do not fall below 0, and without a contract there is no data") {
  std::vector<std::string> facts;
  for (const std::string id : {"K1", "K2", "K3", "K4", "K5"}) {
    facts.push_back(complaint(id, "2025-02-01"));
    facts.push_back(upheld(id, "2025-03-01"));
  }
  CHECK(points(score(Story(facts), Criterion::complaints, "2025-03-01")) == "0");
  CHECK(points(score(Story({}), Criterion::complaints, "2024-11-30")) == "no data");  // the day before signing
  CHECK(points(score(Story({}), Criterion::complaints, "2024-12-01")) == "100");
}

TEST_CASE(
    "Article 10, rectification: the share closed on time, late counts half; running and voided ones do not count") {
  const Story story({order("R1", "2025-01-01"), submitted("2025-01-10", "R1"), verified("2025-01-15", "passed", "R1"),
                     order("R2", "2025-02-01"), submitted("2025-03-10", "R2"), verified("2025-03-15", "passed", "R2"),
                     order("R3", "2025-03-01"), order("R4", "2025-03-20"), order("R5", "2025-03-21"),
                     of_order("voided", "2025-03-22", "R5", R"("reason":"错发")"), order("R6", "2025-04-01"),
                     of_order("refused", "2025-04-02", "R6", R"("reason":"拒")")});
  CHECK(points(score(story, Criterion::rectification, "2025-01-14")) == "no data");
  CHECK(says(score(story, Criterion::rectification, "2025-01-14").explanation, "未计入1次：R1，尚在整改或等待核验。"));
  CHECK(points(score(story, Criterion::rectification, "2025-01-15")) == "100");
  CHECK(points(score(story, Criterion::rectification, "2025-03-04")) == "50");  // R2 lapsed
  CHECK(points(score(story, Criterion::rectification, "2025-03-15")) == "75");  // R2 closed late
  const auto later = score(story, Criterion::rectification, "2025-04-02");      // R3 lapsed, R6 refused
  CHECK(points(later) == "37.5");
  CHECK(later.refs == Words{"R1", "R2", "R3", "R6"});
  CHECK(says(later.explanation, "逾期未完成或拒不整改2次：R3、R6。"));
  CHECK(says(later.explanation, "R5，已作废"));
  CHECK(points(score(Story({}), Criterion::rectification, "2025-04-02")) == "no data");
}

TEST_CASE("Article 10, timeliness: 100 less the mean lag of the active contracts with a plan") {
  const Story story({planned("A1"), planned("A2"), ended("A1", "2025-02-01", "completed"),
                     fact("progress.reported", "2025-01-10", R"("engagement":"A2","percent":40)"),
                     ended("A2", "2025-02-02", "completed")});
  // 2025-01-20: 50 of 100 days; A1 is 50 behind, A2 10.
  const auto found = score(story, Criterion::timeliness, "2025-01-20");
  CHECK(points(found) == "70");
  CHECK(found.refs == Words{"A1", "A2"});
  CHECK(says(found.explanation, "平均落后序时进度30个百分点"));
  CHECK(says(found.explanation, "C1，没有进度计划"));
  CHECK(points(score(story, Criterion::timeliness, "2024-12-01")) == "100");
  CHECK(score(story, Criterion::timeliness, "2025-02-01").refs == Words{"A2"});
  CHECK(points(score(story, Criterion::timeliness, "2025-02-02")) == "no data");
}

TEST_CASE("Article 10, levels: the share of assessed contracts that reached level 2; not assessed is not counted") {
  const Story story({second_contract("C2"), second_contract("C3"), assessed("2025-05-01", 3, "C1", "before"),
                     assessed("2025-06-01", 2), assessed("2025-06-02", 1, "C2"), assessed("2025-06-03", 2, "C2")});
  CHECK(points(score(story, Criterion::levels, "2025-05-31")) == "no data");
  CHECK(points(score(story, Criterion::levels, "2025-06-01")) == "100");
  const auto half = score(story, Criterion::levels, "2025-06-02");
  CHECK(points(half) == "50");
  CHECK(says(half.explanation, "其中1份达到二级及以上。未达到1份：C2。"));
  CHECK(says(half.explanation, "未计入1份：C3，尚无改造后的自评。"));
  CHECK(points(score(story, Criterion::levels, "2025-06-03")) == "100");
}

TEST_CASE("Article 10, deliverables: nothing is missing before the due day; from it on the items of Article 5 count") {
  const Story story({deliverable("transformation_plan", "2025-02-01"), deliverable("diagnosis_report", "2025-02-01")});
  const auto before = score(story, Criterion::deliverables, "2025-12-30");
  CHECK(points(before) == "no data");
  CHECK(says(before.explanation, "未计入1份：C1，尚未到期。"));
  const auto due = score(story, Criterion::deliverables, "2025-12-31");
  CHECK(points(due) == "30");  // 5.2 met, 5.1 partly, of five
  CHECK(due.refs == Words{"C1"});
  CHECK(says(due.explanation, "职责5项：完成1项，部分完成1项（按一半计），未完成3项"));
}

TEST_CASE("Article 10, deliverables: a contract that has ended counts from then on, unless it was terminated") {
  const Story story({second_contract("C2"), deliverable("transformation_plan", "2025-02-01"),
                     ended("C1", "2025-03-01", "completed"), ended("C2", "2025-03-02", "terminated")});
  CHECK(points(score(story, Criterion::deliverables, "2025-02-28")) == "no data");
  CHECK(points(score(story, Criterion::deliverables, "2025-03-01")) == "20");
  const auto after = score(story, Criterion::deliverables, "2025-12-31");
  CHECK(after.refs == Words{"C1"});
  CHECK(says(after.explanation, "C2，合同已终止"));
}

TEST_CASE("Article 10, cases and guides: three earn all points, more no more, none zero and says so") {
  const Story story({deliverable("typical_case", "2025-05-01", "甲"), deliverable("typical_case", "2025-05-01", "甲"),
                     deliverable("implementation_guide", "2025-05-02", "乙"),
                     deliverable("solution_product", "2025-05-03", "丙"),
                     deliverable("solution_product", "2025-05-04", "丁")});
  CHECK(points(score(story, Criterion::cases_and_guides, "2024-11-30")) == "no data");
  const auto none = score(story, Criterion::cases_and_guides, "2025-04-30");
  CHECK(points(none) == "0");
  CHECK(says(none.explanation, "没有提交典型案例、实施指南和产品"));
  CHECK(points(score(story, Criterion::cases_and_guides, "2025-05-01")) == "33.33");
  CHECK(points(score(story, Criterion::cases_and_guides, "2025-05-02")) == "66.67");
  CHECK(points(score(story, Criterion::cases_and_guides, "2025-05-03")) == "100");
  CHECK(points(score(story, Criterion::cases_and_guides, "2025-05-04")) == "100");
}

TEST_CASE("Article 10: the total is the weighted mean over the criteria with data, with the weight behind it") {
  auto facts = ratings(3, 0, 0);
  facts.push_back(complaint("K1", "2025-02-01"));
  facts.push_back(upheld("K1", "2025-03-01"));
  const ScoreCard found = card(Story(facts), "2025-06-30");
  // satisfaction 100 × 30, complaints 75 × 15, cases 0 × 5; the others have no data
  CHECK(found.provider == "P1");
  CHECK(found.weight_with_data == 50);
  REQUIRE(found.total);
  CHECK(found.total->rounded().to_string() == "82.5");
  CHECK_FALSE(found.ranked);
  CHECK(says(found.explanation,
             "综合得分82.5分，有数据的指标权重合计50%。无数据的指标：限期整改、序时进度、数字化水平、工作成果。"));
  CHECK(says(found.explanation, "不足60%，不参加排名"));
}

TEST_CASE("Article 10: a provider is ranked from the least weight with data on, and not below it") {
  const Story story(ratings(3, 0, 0));  // 30 + 15 + 5
  Policy policy = default_policy();
  policy.score_card.least_weight_with_data = 50;
  CHECK(card(story, "2025-06-30", policy).ranked);
  policy.score_card.least_weight_with_data = 51;
  CHECK_FALSE(card(story, "2025-06-30", policy).ranked);
}

TEST_CASE("Article 10: without any data there is no total, whatever the least weight") {
  Policy policy = default_policy();
  policy.score_card.least_weight_with_data = 0;
  const ScoreCard found = card(Story({}), "2024-11-30", policy);
  CHECK(found.weight_with_data == 0);
  CHECK_FALSE(found.total);
  CHECK_FALSE(found.ranked);
  CHECK(says(found.explanation, "没有可以计分的指标"));
  for (const CriterionScore& one : found.criteria_scores) {
    CHECK_FALSE(one.points);
    CHECK(says(one.explanation, "无数据"));
  }
}

TEST_CASE("Article 10: what came before a reinstatement counts for the tracking evaluation, and the card says so") {
  auto facts = ratings(0, 0, 4);
  facts.push_back(reinstated("2025-08-01"));
  const Story story(facts);
  CHECK(points(score(story, Criterion::satisfaction, "2025-08-01")) == "0");
  CHECK(says(card(story, "2025-08-01").explanation, "2025-08-01恢复资格；此前的情况同样计入跟踪评价。"));
}
