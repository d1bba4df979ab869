#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string planned_contract(std::string_view plan, std::string_view id = "B1") {
  return replaced(
      replaced(replaced(engagement_c1, "\"C1\"", "\"" + std::string(id) + "\""), "2024-12-01", "2025-01-01"),
      "\"items\"", "\"plan\":" + std::string(plan) + ",\"items\"");
}
std::string progress(std::string_view on, std::string_view percent, std::string_view id = "B1") {
  return fact("progress.reported", on,
              R"("engagement":")" + std::string(id) + R"(","percent":)" + std::string(percent));
}

}  // namespace

TEST_CASE("Article 9(1): two orders do not meet the ground, the third does; voided orders do not count") {
  const std::vector<std::string> three = {order("R1", "2025-01-01"), order("R2", "2025-02-01"),
                                          order("R3", "2025-03-01"),
                                          of_order("voided", "2025-03-10", "R2", R"("reason":"错发")")};
  const Story story(three);
  CHECK_FALSE(story.ground(1, "2025-02-28").met);
  CHECK(story.ground(1, "2025-03-01").met);
  CHECK(story.ground(1, "2025-03-01").refs == Words{"R1", "R2", "R3"});
  const auto voided = story.ground(1, "2025-03-10");
  CHECK_FALSE(voided.met);
  CHECK(voided.count == 2);
  CHECK(voided.limit == 2);
  CHECK(voided.refs == Words{"R1", "R3"});
  CHECK(voided.explanation.zh.find("R2，已作废") != std::string::npos);
  CHECK(voided.explanation.zh.find("再有1次限期整改") != std::string::npos);
}

TEST_CASE("Article 9(1): one refusal meets the ground; silence only where the policy says so") {
  const auto refused = Story({order("R1", "2025-01-01"), of_order("refused", "2025-01-05", "R1", R"("reason":"拒")")})
                           .ground(1, "2025-01-05");
  CHECK(refused.met);
  CHECK(refused.refusals == 1);
  const Story silent({order("R1", "2025-01-01")});
  Policy policy = default_policy();
  policy.parameters.no_response_is_refusal = true;
  CHECK_FALSE(silent.ground(1, "2025-02-01").met);
  CHECK_FALSE(silent.ground(1, "2025-01-31", policy).met);
  CHECK(silent.ground(1, "2025-02-01", policy).met);
  CHECK_FALSE(Story({order("R1", "2025-01-01"), submitted("2025-03-01")}).ground(1, "2025-03-01", policy).met);
}

TEST_CASE(
    "Article 9(1): the explanation says what would turn the answer, whether orders, refusals or both meet the ground") {
  const auto refusal = of_order("refused", "2025-01-05", "R1", R"("reason":"拒")");
  const std::vector<std::string> four = {order("R1", "2025-01-01"), order("R2", "2025-01-02"),
                                         order("R3", "2025-01-03"), order("R4", "2025-01-04")};
  CHECK(Story(four).ground(1, "2025-01-04").explanation.zh ==
        "限期整改4次（R1、R2、R3、R4），限值2次。已达到第九条（一）。若少计2次，即不再达到。");
  CHECK(Story({four[0], refusal}).ground(1, "2025-01-05").explanation.zh ==
        "限期整改1次（R1），限值2次。其中拒不整改1次：R1。已达到第九条（一）。若不计拒不整改，即不再达到。");
  CHECK(Story({four[0], four[1], four[2], refusal}).ground(1, "2025-01-05").explanation.zh ==
        "限期整改3次（R1、R2、R3），限值2次。其中拒不整改1次：R1。已达到第九条（一）。若少计1次，且不计拒不整改，即不再"
        "达到。");
  Policy policy = default_policy();
  policy.parameters.no_response_is_refusal = true;
  const auto silent = Story({four[0]}).ground(1, "2025-02-01", policy);
  CHECK(silent.refusals == 1);
  CHECK(silent.explanation.zh ==
        "限期整改1次（R1），限值2次。其中逾期未提交整改、依规则视为拒不整改1次：R1。已达到第九条（一）。若不计拒不整改"
        "，即不再达到。");
}

TEST_CASE("Article 9(3): 19.99 points do not meet the ground, 20 do") {
  const Story story({planned_contract(R"([{"on":"2025-04-11","percent":100}])"), progress("2025-01-21", "0.01"),
                     progress("2025-01-22", "1")});
  const auto below = story.ground(3, "2025-01-21");  // 20 of 100 days
  CHECK_FALSE(below.met);
  CHECK(below.lag->to_string() == "19.99");
  CHECK(below.refs == Words{"B1"});
  const auto at = story.ground(3, "2025-01-22");
  CHECK(at.lag->to_string() == "20");
  CHECK(at.met);
  CHECK(at.limit == 20);
  CHECK_FALSE(at.count);
}

TEST_CASE("Article 9(3): linear between the points, constant after the last, 0 on the day of signing, never below 0") {
  const Story story({planned_contract(R"([{"on":"2025-01-11","percent":10},{"on":"2025-01-14","percent":20}])")});
  CHECK(story.ground(3, "2025-01-01").lag->to_string() == "0");
  CHECK(story.ground(3, "2025-01-01").refs.empty());
  CHECK(story.ground(3, "2025-01-06").lag->to_string() == "5");
  CHECK(story.ground(3, "2025-01-12").lag->to_string() == "13.33");
  CHECK(story.ground(3, "2025-01-13").lag->to_string() == "16.67");
  CHECK(story.ground(3, "2025-12-31").lag->to_string() == "20");
  CHECK(Story({planned_contract(R"([{"on":"2025-01-11","percent":10}])"), progress("2025-01-02", "50")})
            .ground(3, "2025-01-11")
            .lag->to_string() == "0");
}

TEST_CASE("Article 9(3): compared exactly, before rounding") {
  // 1/3 of 59.99 is 19.99666…: shown as 20, but not 20.
  const auto verdict = Story({planned_contract(R"([{"on":"2025-01-04","percent":59.99}])")}).ground(3, "2025-01-02");
  CHECK(verdict.lag->to_string() == "20");
  CHECK_FALSE(verdict.met);
  // Words must not seem to reach the limit either.
  CHECK(verdict.explanation.zh ==
        "进行中的服务合同落后序时进度最多19.99个百分点（B1），限值20个百分点。B1按计划应完成20%，现完成0%"
        "。未计入1份：C1，没有进度计划。"
        "再落后0.01个百分点即达到第九条（三）。");
  const auto met = Story({planned_contract(R"([{"on":"2025-01-11","percent":100}])"), progress("2025-01-05", "12.5")})
                       .ground(3, "2025-01-06");
  CHECK(met.explanation.zh ==
        "进行中的服务合同落后序时进度最多37.5个百分点（B1），限值20个百分点。B1按计划应完成50%，现完成12.5%"
        "。未计入1份：C1，没有进度计划。"
        "已达到第九条（三）。落后少于20个百分点时，即不再达到。");
}

TEST_CASE("Article 9(3): the largest lag of the active contracts, all of them where it is shared") {
  const Story story({planned_contract(R"([{"on":"2025-01-11","percent":50}])"),
                     planned_contract(R"([{"on":"2025-01-21","percent":100}])", "A1"),
                     fact("engagement.ended", "2025-01-08", R"("engagement":"A1","outcome":"terminated")")});
  CHECK(story.ground(3, "2025-01-06").refs == Words{"A1", "B1"});
  CHECK(story.ground(3, "2025-01-08").refs == Words{"B1"});
}

TEST_CASE(
    "Article 9(3): a plan amended with consent replaces the whole, again from the day of signing; without consent it "
    "does not") {
  const auto amended = [](bool consented) {
    return fact("engagement.amended", "2025-01-05",
                std::string(R"("engagement":"B1","plan":[{"on":"2025-01-11","percent":5}],"consented":)") +
                    (consented ? "true" : "false") + R"(,"reason":"调整")");
  };
  const std::string contract = planned_contract(R"([{"on":"2025-01-11","percent":50}])");
  CHECK(Story({contract, amended(true)}).ground(3, "2025-01-06").lag->to_string() == "2.5");
  CHECK(Story({contract, amended(false)}).ground(3, "2025-01-06").lag->to_string() == "25");
}

TEST_CASE("Article 9(4), 9(5), 9(6): one confirmed finding meets the ground, until it is dismissed") {
  for (const std::size_t item : {std::size_t{4}, std::size_t{5}, std::size_t{6}}) {
    const std::string article = "9." + std::to_string(item);
    INFO(article);
    const Story story(
        {finding("F1", "2025-03-01", article), confirmed("F1", "2025-03-02"), dismissed("F1", "2025-03-03")});
    CHECK_FALSE(story.ground(item, "2025-03-01").met);
    CHECK(story.ground(item, "2025-03-02").met);
    CHECK(story.ground(item, "2025-03-02").refs == Words{"F1"});
    CHECK_FALSE(story.ground(item, "2025-03-03").met);
    for (const std::size_t other : {std::size_t{4}, std::size_t{5}, std::size_t{6}}) {
      if (other != item) CHECK(story.ground(other, "2025-03-02").count == 0);
    }
  }
}

TEST_CASE("Article 9(6): a contract whose acceptance failed with major effect counts once") {
  const auto verdict =
      Story({accepted("2025-03-01", "failed_major"), accepted("2025-04-01", "failed_major"),
             accepted("2025-05-01", "passed"), finding("F1", "2025-03-01", "9.6"), confirmed("F1", "2025-03-02")})
          .ground(6, "2025-12-31");
  CHECK(verdict.met);
  CHECK(verdict.count == 2);
  CHECK(verdict.refs == Words{"F1", "acceptance:C1"});
  CHECK(verdict.explanation.zh ==
        "已确认的第九条（六）所列情形1项（F1）。另有1份合同验收未通过且造成重大影响：C1。已达到第九条（六）。若少计2项"
        "，即不再达到。");
  CHECK(Story({}).ground(6, "2025-12-31").explanation.zh ==
        "没有已确认的第九条（六）所列情形。有1项确认，或有1份合同验收未通过且造成重大影响，即达到第九条（六）。");
}

TEST_CASE("Article 9: after a reinstatement only what is stated after it counts, unless the policy says otherwise") {
  const Story story({order("R1", "2025-01-01"), order("R2", "2025-01-02"), order("R3", "2025-01-03"),
                     rating("2025-01", "unsatisfied", "2025-01-31"), finding("F1", "2025-01-05", "9.4"),
                     confirmed("F1", "2025-06-02"), accepted("2025-01-10", "failed_major"), reinstated("2025-06-01"),
                     order("R4", "2025-06-01"), rating("2025-02", "unsatisfied", "2025-06-02")});
  CHECK(story.ground(1, "2025-05-31").count == 3);
  CHECK(story.ground(1, "2025-06-01").refs == Words{"R4"});
  CHECK(story.ground(2, "2025-06-02").refs == Words{"C1@2025-02"});
  CHECK(story.ground(4, "2025-06-02").count == 0);  // raised before, confirmed after
  CHECK(story.ground(6, "2025-06-02").count == 0);
  Policy policy = default_policy();
  policy.parameters.counters_restart_on_reinstatement = false;
  CHECK(story.ground(1, "2025-06-01", policy).count == 4);
  CHECK(story.ground(2, "2025-06-02", policy).count == 2);
  CHECK(story.ground(4, "2025-06-02", policy).count == 1);
  CHECK(story.ground(6, "2025-06-02", policy).count == 1);
}
