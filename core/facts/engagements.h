// Facts about contracts (服务合同): what was agreed, what was delivered (Article 5), how it was rated (Articles 9(2), 10).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/civil_date.h"
#include "core/base/decimal.h"
#include "core/base/symbol.h"

namespace hengping {

/// One line of a contract's list (Article 7(3): 项目清单).
struct Item {
  std::string name;
  std::string function;
  std::string purpose;
  Money unit_price;
  double quantity = 0;  ///< > 0
  std::optional<bool> standard;
};

/// A planned share of the work, percent 0–100 with at most two decimals, reached on a day.
struct PlanPoint {
  CivilDate on;
  Percent percent;
};

struct EngagementSigned {
  EngagementId engagement;
  ProviderId provider;
  EnterpriseId enterprise;
  Money amount;
  CivilDate due_on;
  std::optional<std::uint8_t> baseline_level;  ///< 0–4
  std::vector<Item> items;
  std::vector<PlanPoint> plan;  ///< empty: no plan was stated
};

/// Without consent it is recorded and may trigger 7(3), but changes nothing (semantics §3).
struct EngagementAmended {
  EngagementId engagement;
  std::optional<Money> amount;
  std::optional<CivilDate> due_on;
  std::vector<Item> items;      ///< empty: not amended
  std::vector<PlanPoint> plan;  ///< empty: not amended; replaces the whole
  bool consented = false;
  std::string reason;
};

enum class EngagementOutcome : std::uint8_t { completed, replaced, terminated };

struct EngagementEnded {
  EngagementId engagement;
  EngagementOutcome outcome = EngagementOutcome::completed;
};

enum class NeedList : std::uint8_t { problem, requirement, scenario };  ///< 问题清单, 需求清单, 应用场景清单
enum class NeedTag : std::uint8_t { common, individual };               ///< N (共性), X (个性) of “N+X”

/// A line of the three lists of Article 5(1).
struct NeedListed {
  EngagementId engagement;
  NeedId need;  ///< unique within the engagement
  NeedList list = NeedList::problem;
  NeedTag tag = NeedTag::common;
  std::string text;
  std::optional<NeedId> from;  ///< a need of the same engagement that it answers
};

enum class Deliverable : std::uint8_t {
  needs_list,
  diagnosis_report,
  transformation_plan,
  implementation_record,
  acceptance_application,
  self_assessment_report,
  typical_case,
  implementation_guide,
  solution_product
};

struct DeliverableSubmitted {
  EngagementId engagement;
  Deliverable deliverable = Deliverable::needs_list;
  std::string title;
};

struct ProgressReported {
  EngagementId engagement;
  Percent percent;
};

enum class AssessmentPhase : std::uint8_t { before, after };

/// 数字化水平自评, before or after the transformation (Article 5(6)).
struct AssessmentRecorded {
  EngagementId engagement;
  AssessmentPhase phase = AssessmentPhase::before;
  std::uint8_t level = 0;  ///< 0–4
  std::optional<double> score;
};

enum class AcceptanceOutcome : std::uint8_t { passed, failed, failed_major };

struct AcceptanceConcluded {
  EngagementId engagement;
  AcceptanceOutcome outcome = AcceptanceOutcome::passed;
};

enum class Satisfaction : std::uint8_t { satisfied, basically_satisfied, unsatisfied };

struct RatingGiven {
  EngagementId engagement;
  PeriodId period;
  Satisfaction satisfaction = Satisfaction::satisfied;
  std::vector<std::pair<std::string, double>> scores;
  std::optional<std::string> comment;
};

struct RatingWithdrawn {
  EngagementId engagement;
  PeriodId period;
  std::string reason;
};

}  // namespace hengping
