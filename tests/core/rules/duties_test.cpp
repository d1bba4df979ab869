#include "core/rules/duties.h"

#include <map>

#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::string need(std::string_view id, std::string_view list, std::string_view tag, std::string_view from = "",
                 std::string_view on = "2025-01-10") {
  return fact("need.listed", on,
              R"("by":"provider","engagement":"C1","need":")" + std::string(id) + R"(","list":")" + std::string(list) +
                  R"(","tag":")" + std::string(tag) + R"(","text":"排产靠人工")" +
                  (from.empty() ? "" : R"(,"from":")" + std::string(from) + "\""));
}
std::string deliverable(std::string_view kind, std::string_view on, std::string_view title = "材料",
                        std::string_view engagement = "C1") {
  return fact("deliverable.submitted", on,
              R"("by":"provider","engagement":")" + std::string(engagement) + R"(","deliverable":")" +
                  std::string(kind) + R"(","title":")" + std::string(title) + "\"");
}
std::string assessed(std::string_view on, int level, std::string_view phase = "after") {
  return fact(
      "assessment.recorded", on,
      R"("by":"evaluator","engagement":"C1","phase":")" + std::string(phase) + R"(","level":)" + std::to_string(level));
}
std::string progress(std::string_view on, int percent) {
  return fact("progress.reported", on, R"("by":"provider","engagement":"C1","percent":)" + std::to_string(percent));
}

ContractDuties duties_of(const Story& story, std::string_view date, const Policy& policy = default_policy()) {
  const State state = story.state(date);
  ContractDuties duties = check_contract_duties(state, *state.engagement("C1"), policy);
  // Counting must find what the checklist shows.
  const auto statuses = contract_duty_statuses(state, *state.engagement("C1"), policy);
  REQUIRE(duties.items.size() == statuses.size());
  for (std::size_t i = 0; i < statuses.size(); ++i) {
    CHECK(duties.items[i].article == contract_duty_articles[i]);
    CHECK(duties.items[i].status == statuses[i]);
    CHECK((duties.items[i].status == DutyStatus::met) == duties.items[i].missing.empty());
  }
  return duties;
}

DutyItem item(const Story& story, std::string_view article, std::string_view date,
              const Policy& policy = default_policy()) {
  for (const DutyItem& one : duties_of(story, date, policy).items) {
    if (one.article == article) return one;
  }
  FAIL("no such item");
  return {};
}

Words missing(const DutyItem& item) {
  Words words;
  for (const Bilingual& one : item.missing) words.push_back(one.zh);
  return words;
}
Words refs(const std::vector<DutyRecord>& records) {
  Words words;
  for (const DutyRecord& one : records) words.push_back(one.ref);
  return words;
}

const std::vector<std::string> sound_needs = {
    need("N1", "problem", "N"), need("N2", "requirement", "X", "N1"), need("N3", "scenario", "N", "N2"),
    deliverable("needs_list", "2025-01-12", "“N+X”清单"), deliverable("diagnosis_report", "2025-01-20", "诊断报告")};

}  // namespace

TEST_CASE("Article 5(1): the three lists with their links, the list's paper and the diagnosis report meet the duty") {
  const DutyItem found = item(Story(sound_needs), "5.1", "2025-01-20");
  CHECK(found.status == DutyStatus::met);
  CHECK(refs(found.met_by) == Words{"need:C1:N1", "need:C1:N2", "need:C1:N3", "deliverable:C1:needs_list:2025-01-12",
                                    "deliverable:C1:diagnosis_report:2025-01-20"});
  CHECK(found.met_by[0].words.zh == "问题清单（N）：排产靠人工");
  CHECK(found.met_by[4].words == Bilingual{"咨询诊断报告《诊断报告》", "diagnosis report: 诊断报告"});
  CHECK(found.met_by[4].on == day("2025-01-20"));
}

TEST_CASE("Article 5(1): what was stated after the day is not there yet") {
  CHECK(item(Story(sound_needs), "5.1", "2025-01-19").status == DutyStatus::partly);
  CHECK(item(Story(sound_needs), "5.1", "2025-01-09").status == DutyStatus::missing);
}

TEST_CASE("Article 5(1): with nothing listed every list and both papers are named as missing, and no link") {
  CHECK(missing(item(Story({}), "5.1", "2025-01-20")) ==
        Words{"缺少问题清单。", "缺少需求清单。", "缺少应用场景清单。", "未提交“N+X”清单。", "未提交咨询诊断报告。"});
}

TEST_CASE("Article 5(1): each list that is missing is named") {
  for (std::size_t left_out = 0; left_out < 3; ++left_out) {
    auto facts = sound_needs;
    if (left_out == 0) facts[1] = need("N2", "requirement", "X");
    if (left_out == 1) facts[2] = need("N3", "scenario", "N");
    facts.erase(facts.begin() + static_cast<std::ptrdiff_t>(left_out));
    const DutyItem found = item(Story(facts), "5.1", "2025-01-20");
    CHECK(found.status == DutyStatus::partly);
    REQUIRE_FALSE(found.missing.empty());
    const std::map<std::size_t, std::string> lists = {
        {0, "缺少问题清单。"}, {1, "缺少需求清单。"}, {2, "缺少应用场景清单。"}};
    CHECK(found.missing[0].zh == lists.at(left_out));
  }
}

TEST_CASE("Article 5(1): a requirement that answers no problem is named") {
  auto facts = sound_needs;
  facts.push_back(need("N9", "requirement", "X"));
  facts.push_back(need("N8", "requirement", "X", "N2"));  // answers a requirement, not a problem
  const DutyItem found = item(Story(facts), "5.1", "2025-01-20");
  CHECK(found.status == DutyStatus::partly);
  CHECK(missing(found) == Words{"有2项需求没有对应问题清单中的问题：N8、N9。"});
}

TEST_CASE("Article 5(1): a scenario that answers no requirement is named") {
  auto facts = sound_needs;
  facts.push_back(need("N7", "scenario", "X", "N1"));  // answers a problem
  const DutyItem found = item(Story(facts), "5.1", "2025-01-20");
  CHECK(found.missing.size() == 1);
  CHECK(found.missing[0] ==
        Bilingual{"有1项应用场景没有对应需求清单中的需求：N7。", "Scenarios that answer no requirement: 1 (N7)."});
}

TEST_CASE("Article 5(1): lists without common (N) or without individual (X) lines lack them") {
  for (const std::string tag : {"N", "X"}) {
    const DutyItem found = item(Story({need("N1", "problem", tag), need("N2", "requirement", tag, "N1"),
                                       need("N3", "scenario", tag, "N2"), sound_needs[3], sound_needs[4]}),
                                "5.1", "2025-01-20");
    CHECK(missing(found) == Words{tag == "N" ? "清单中没有个性（X）内容。" : "清单中没有共性（N）内容。"});
  }
}

TEST_CASE("Article 5(2): a transformation plan meets the duty, another paper does not") {
  const Story story({deliverable("diagnosis_report", "2025-02-01"), deliverable("transformation_plan", "2025-02-10")});
  CHECK(item(story, "5.2", "2025-02-09").status == DutyStatus::missing);
  CHECK(item(story, "5.2", "2025-02-10").status == DutyStatus::met);
}

TEST_CASE(
    "Article 5(3): level 2 after the transformation meets the duty, level 1 does not, and the last assessment counts") {
  const Story story({deliverable("implementation_record", "2025-06-01"), assessed("2025-06-02", 4, "before"),
                     assessed("2025-06-10", 1), assessed("2025-06-20", 2), assessed("2025-06-30", 1)});
  CHECK(missing(item(story, "5.3", "2025-06-09")) == Words{"没有改造后的数字化水平自评，不能判断是否达到二级及以上。"});
  CHECK(item(story, "5.3", "2025-06-10").status == DutyStatus::partly);
  CHECK(missing(item(story, "5.3", "2025-06-10")) == Words{"改造后数字化水平为一级，要求二级及以上。"});
  const DutyItem met = item(story, "5.3", "2025-06-20");
  CHECK(met.status == DutyStatus::met);
  CHECK(refs(met.met_by) == Words{"deliverable:C1:implementation_record:2025-06-01", "assessment:C1:after:2025-06-20"});
  CHECK(item(story, "5.3", "2025-06-30").status == DutyStatus::partly);
  CHECK(item(story, "5.3", "2025-05-31").status == DutyStatus::missing);
}

TEST_CASE("Article 5(3): the level required is the policy's") {
  const Story story({deliverable("implementation_record", "2025-06-01"), assessed("2025-06-10", 2)});
  Policy policy = default_policy();
  policy.parameters.required_level = 3;
  CHECK(missing(item(story, "5.3", "2025-06-10", policy)) == Words{"改造后数字化水平为二级，要求三级及以上。"});
  CHECK(item(Story({assessed("2025-06-10", 0)}), "5.3", "2025-06-10").missing[1].zh ==
        "改造后数字化水平为未达到一级，要求二级及以上。");
}

TEST_CASE("Article 5(6): the report and an assessment after the transformation, of whatever level") {
  const Story story({assessed("2025-06-01", 2, "before"), assessed("2025-06-10", 1),
                     deliverable("self_assessment_report", "2025-06-12")});
  CHECK(item(story, "5.6", "2025-06-09").status == DutyStatus::missing);
  CHECK(missing(item(story, "5.6", "2025-06-10")) == Words{"未提交数字化定级自评报告。"});
  CHECK(item(story, "5.6", "2025-06-12").status == DutyStatus::met);
}

TEST_CASE("Article 5(7): reports of progress and the material for acceptance") {
  const Story story(
      {progress("2025-03-01", 30), progress("2025-06-01", 100), deliverable("acceptance_application", "2025-06-15")});
  CHECK(missing(item(story, "5.7", "2025-02-28")) == Words{"没有报送工作进展。", "未提交验收申请。"});
  CHECK(item(story, "5.7", "2025-03-01").status == DutyStatus::partly);
  const DutyItem met = item(story, "5.7", "2025-06-15");
  CHECK(met.status == DutyStatus::met);
  CHECK(refs(met.met_by) ==
        Words{"progress:C1:2025-03-01", "progress:C1:2025-06-01", "deliverable:C1:acceptance_application:2025-06-15"});
}

TEST_CASE(
    "Article 5(4), 5(5): cases and guides, and products, are the provider's; a title submitted again counts once") {
  const std::string second = replaced(engagement_c1, "\"C1\"", "\"A1\"");
  const Story story(
      {second, deliverable("typical_case", "2025-05-03", "甲"), deliverable("typical_case", "2025-05-02", "甲", "A1"),
       deliverable("implementation_guide", "2025-05-04", "甲"), deliverable("solution_product", "2025-05-05", "乙"),
       deliverable("solution_product", "2025-05-06", "丙")});
  const State state = story.state("2025-05-05");
  const RuleInput input{state, state.providers()[0], default_policy(), day("2025-05-05")};
  const ProviderDuties duties = check_provider_duties(input);
  CHECK(duties.provider == "P1");
  CHECK(duties.cases_and_guides.status == DutyStatus::met);
  CHECK(refs(duties.cases_and_guides.met_by) ==
        Words{"deliverable:A1:typical_case:2025-05-02", "deliverable:C1:implementation_guide:2025-05-04"});
  CHECK(refs(duties.products.met_by) == Words{"deliverable:C1:solution_product:2025-05-05"});
  CHECK(cases_guides_and_products(input).size() == 3);
  REQUIRE(duties.contracts.size() == 2);
  CHECK(duties.contracts[0].engagement == "A1");
  CHECK(duties.contracts[1].engagement == "C1");

  const State before = story.state("2025-05-01");
  const ProviderDuties none =
      check_provider_duties(RuleInput{before, before.providers()[0], default_policy(), day("2025-05-01")});
  CHECK(none.cases_and_guides.status == DutyStatus::missing);
  CHECK(missing(none.cases_and_guides) == Words{"没有提交典型案例或实施指南。"});
  CHECK(missing(none.products) == Words{"没有提交解决方案和产品。"});
}
