#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>

#include "tests/core/assessment/form.h"

using namespace hengping;
using namespace hengping::test;
using assessment::level_reached;
using assessment::LevelStanding;

namespace {

using Scenes = std::vector<assessment::SceneAnswer>;

struct Asked {
  int level, points, scenes, mandatory;
};
constexpr Asked asked[] = {{1, 20, 6, 3}, {2, 40, 6, 3}, {3, 60, 8, 5}, {4, 80, 10, 6}};

Scenes scenes_at(int level, int mandatory, int others) {
  return Form().scenes_at(level, mandatory, others).answers().scenes;
}
Scenes just_enough(const Asked& one, int level) { return scenes_at(level, one.mandatory, one.scenes - one.mandatory); }

std::vector<std::string> nearest_of(const SelfAssessment& result, int level) {
  std::vector<std::string> ids;
  for (const auto& near : result.levels[static_cast<std::size_t>(level - 1)].nearest) {
    ids.push_back(result.scenes[near.scene].id + " " + std::to_string(near.levels_short));
  }
  return ids;
}

}  // namespace

TEST_CASE("Level: points decide at 20, 40, 60 and 80 to the thousandth") {
  const Scenes all = scenes_at(4, 10, 6);
  for (const Asked& one : asked) {
    const std::int64_t exact = one.points * std::int64_t{1000};
    CHECK(level_reached(questionnaire(), Points{exact}, all) == one.level);
    CHECK(level_reached(questionnaire(), Points{exact + 10}, all) == one.level);
    CHECK(level_reached(questionnaire(), Points{exact - 10}, all) == one.level - 1);  // 19.99
    CHECK(level_reached(questionnaire(), Points{exact - 1}, all) == one.level - 1);
  }
}

TEST_CASE("Level: no score from 0 to 100 falls between two levels, and exactly 100.0 is level 4") {
  const Scenes all = scenes_at(4, 10, 6);
  CHECK(level_reached(questionnaire(), points("100.0"), all) == 4);
  int before = 0;
  for (std::int64_t thousandths = 0; thousandths <= 100'000; ++thousandths) {
    const int level = level_reached(questionnaire(), Points{thousandths}, all);
    const int expected = static_cast<int>(std::min<std::int64_t>(4, thousandths / 20'000));
    if (level != expected || level < before) FAIL(thousandths);
    before = level;
  }
}

TEST_CASE("Level: 19.975 points from answers are below level 1, 20 are level 1") {
  Form below;
  below.choose_all(false).all_scenes(4);
  below.choose("device_digitization", "e").choose("information_systems", "e").choose("data_collection", "bcd");
  below.choose("management_mechanism", "b");
  CHECK(below.scored().points.to_string() == "19.975");
  CHECK(below.scored().level == 0);
  CHECK(below.scored().levels[0].points_missing == points("0.025"));
  CHECK(below.scored().levels[0].explanation.zh == "得分还差0.025分（要求20分，现有19.975分）。");
  Form exact;
  exact.choose_all(false).all_scenes(4);
  exact.choose("device_digitization", "e").choose("device_networking", "e").choose("network", "bcde");
  CHECK(exact.scored().points.to_string() == "20");
  CHECK(exact.scored().level == 1);
  CHECK(exact.scored().levels[0].explanation == Bilingual{"已达到一级。", "Reached: level 1."});
}

TEST_CASE("Level: one scene too few misses the level, whatever the points") {
  for (const Asked& one : asked) {
    INFO(one.level);
    CHECK(level_reached(questionnaire(), points("100"), just_enough(one, one.level)) == one.level);
    const Scenes one_less = scenes_at(one.level, one.mandatory, one.scenes - one.mandatory - 1);
    CHECK(level_reached(questionnaire(), points("100"), one_less) < one.level);
  }
}

TEST_CASE("Level: one mandatory scene too few misses the level, however many others there are") {
  for (const Asked& one : asked) {
    INFO(one.level);
    const int others = std::min(6, one.scenes - one.mandatory + 1);
    const Scenes enough = scenes_at(one.level, one.mandatory, others);
    CHECK(level_reached(questionnaire(), points("100"), enough) == one.level);
    CHECK(level_reached(questionnaire(), points("100"), scenes_at(one.level, one.mandatory - 1, others)) < one.level);
  }
}

TEST_CASE("Level: a scene counts at its own level and below, not above") {
  for (const Asked& one : asked) {
    INFO(one.level);
    CHECK(level_reached(questionnaire(), points("100"), just_enough(one, one.level - 1)) < one.level);
    CHECK(level_reached(questionnaire(), points("100"), just_enough(one, 4)) >= one.level);
  }
}

TEST_CASE("Level: a scene not carried out and one short of level 1 do not count") {
  Form form;
  form.choose_all(true).scenes_at(1, 3, 3);
  CHECK(form.scored().level == 1);
  form.not_carried_out("process_design");
  CHECK(form.scored().level == 0);
  form.scene("process_design", 0);
  CHECK(form.scored().level == 0);
}

TEST_CASE("Level: points alone do not make it; what is missing is said") {
  const SelfAssessment result = Form().choose_all(true).scenes_at(3, 4, 3).scored();
  CHECK(result.points == points("100"));
  CHECK(result.level == 2);
  const LevelStanding& three = result.levels[2];
  CHECK_FALSE(three.reached);
  CHECK(three.points_missing == Points{});
  CHECK(three.scenes.now == 7);
  CHECK(three.scenes.missing == 1);
  CHECK(three.mandatory_scenes.now == 4);
  CHECK(three.mandatory_scenes.missing == 1);
  CHECK(nearest_of(result, 3) == std::vector<std::string>{"equipment_management 3"});
  CHECK(three.explanation.zh ==
        "水平在三级及以上的场景还差1个（要求8个，现有7个）。水平在三级及以上的必选场景还差1个（要求5个，现有4个）。"
        "最接近的场景：设备管理（现为未达到一级）。");
  CHECK(three.explanation.en ==
        "Scenes at level 3 or above: 1 short (8 asked for, 7 now). Mandatory scenes at level 3 or above: 1 short "
        "(5 asked for, 4 now). Nearest scenes: 设备管理 (now below level 1).");
}

TEST_CASE("Level: the nearest scenes are those with the fewest levels to go, mandatory ones first") {
  Form form;
  form.choose_all(true).all_scenes(0);
  form.scene("process_design", 1).scene("marketing", 1).scene("after_sales", 1).scene("finance", 1);
  CHECK(nearest_of(form.scored(), 2) == std::vector<std::string>{"marketing 1", "finance 1", "process_design 1",
                                                                 "after_sales 1", "product_design 2",
                                                                 "production_control 2"});
  // Three mandatory ones are needed: a second step of one of them is taken before the first of another scene.
  form.scene("production_scheduling", 1).scene("human_resources", 1).scene("collaborative_office", 1);
  CHECK(nearest_of(form.scored(), 2) == std::vector<std::string>{"marketing 1", "finance 1", "process_design 1",
                                                                 "after_sales 1", "production_scheduling 1",
                                                                 "product_design 2"});
}

TEST_CASE("Level: an unanswered scene is named as such, one not carried out is not proposed") {
  Form form;
  form.choose_all(true).scenes_at(1, 3, 2);
  form.not_carried_out("equipment_management");
  form.json()["scenes"].erase("production_safety");
  const SelfAssessment result = form.scored();
  CHECK(nearest_of(result, 1) == std::vector<std::string>{"quality_management 1"});
  form.not_carried_out("quality_management");
  CHECK(nearest_of(form.scored(), 1) == std::vector<std::string>{"production_safety 1"});
  CHECK(form.scored().levels[0].explanation.zh.ends_with("最接近的场景：安全生产（未作答）。"));
  CHECK(form.scored().level == 0);
  CHECK(form.scored().level_at_best == 1);
}

TEST_CASE("Level: with too few scenes carried out the level is said to be beyond reach") {
  Form form;
  form.choose_all(true).all_scenes(3);
  for (const char* id : {"process_design", "after_sales", "production_scheduling", "human_resources",
                         "collaborative_office", "decision_support", "finance"}) {
    form.not_carried_out(id);
  }
  const SelfAssessment result = form.scored();
  CHECK(result.level == 3);
  CHECK(result.levels[2].enough_scenes_carried_out);
  CHECK_FALSE(result.levels[3].enough_scenes_carried_out);
  CHECK(result.levels[3].nearest.size() == 9);
  CHECK(result.levels[3].explanation.zh.ends_with("已开展的场景只有9个（其中必选9个），仅提升现有场景达不到四级。"));
  form.scene("process_design", 0);
  CHECK(form.scored().levels[3].enough_scenes_carried_out);
}

TEST_CASE("Level: no other choice of scenes takes fewer scenes, or as many with fewer levels") {
  std::uint32_t seed = 7;
  const auto next = [&seed](std::uint32_t below) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8U) % below;
  };
  for (int sheet = 0; sheet < 12; ++sheet) {
    Form form;
    for (const auto& scene : questionnaire().scenes) {
      const auto level = static_cast<int>(next(6)) - 1;
      level < 0 ? form.not_carried_out(scene.id) : form.scene(scene.id, level);
    }
    const SelfAssessment result = form.scored();
    for (const LevelStanding& level : result.levels) {
      // Every set of scenes that could be raised, the sound ones' least size and least levels.
      std::vector<int> steps;
      for (const auto& scene : result.scenes) {
        const bool carried_out = scene.answer.status == assessment::SceneAnswer::Status::carried_out;
        steps.push_back(carried_out ? std::max(0, level.level - scene.answer.level) : -1);
      }
      std::pair<int, int> best{99, 0};
      for (std::uint32_t set = 0; set < (1U << 16U); ++set) {
        int count = 0;
        int mandatory = 0;
        int levels = 0;
        bool possible = true;
        for (std::size_t i = 0; i < 16; ++i) {
          if ((set >> i & 1U) == 0) continue;
          possible = possible && steps[i] > 0;
          ++count;
          mandatory += result.scenes[i].mandatory ? 1 : 0;
          levels += steps[i];
        }
        if (!possible || count < level.scenes.missing || mandatory < level.mandatory_scenes.missing) continue;
        best = std::min(best, std::pair(count, levels));
      }
      CHECK((best.first != 99) == level.enough_scenes_carried_out);
      if (best.first == 99) continue;
      int levels = 0;
      int mandatory = 0;
      for (const auto& near : level.nearest) {
        levels += near.levels_short;
        mandatory += result.scenes[near.scene].mandatory ? 1 : 0;
      }
      CHECK(std::pair(static_cast<int>(level.nearest.size()), levels) == best);
      CHECK(mandatory >= level.mandatory_scenes.missing);
    }
  }
}
