// The story of one contract in exactly as many facts as it is given: the signing, the work of Article 5, what the bureau and the enterprise
// say about it on the way, and ratings for the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"
#include "shell/cli/city/fact_writer.h"
#include "shell/cli/city/layout.h"
#include "shell/cli/city/random.h"
#include "shell/cli/city/work_plan.h"

namespace hengping::cli {

class ContractStory {
 public:
  ContractStory(const Layout& layout, FactWriter& out, Numbers& numbers, const Contract& contract);
  void tell();

 private:
  // ---- work_story.cpp
  void tell_needs();
  void tell_preparation();
  void tell_progress();
  void tell_supervision();
  void tell_closing();
  void submit(std::size_t deliverable, CivilDate on);
  void assess(std::string_view phase, CivilDate on, std::int64_t level);
  [[nodiscard]] CivilDate after_signing(std::int32_t days) const;

  // ---- rating_story.cpp
  void tell_ratings(std::uint64_t count);
  void rate(CivilDate on, std::string_view period, Satisfaction satisfaction, bool corrected);
  void withdraw(CivilDate on, std::string_view period);
  [[nodiscard]] FactWriter& by_enterprise(std::string_view kind, CivilDate on);
  void add_scores(Satisfaction satisfaction);

  const Layout& layout_;
  FactWriter& out_;
  Numbers& numbers_;
  const Contract& contract_;
  Random random_, rating_random_;
  std::string provider_;
  WorkPlan work_;
  std::int64_t level_before_ = 0;
};

/// Both sides agree: another amount and another list, or a later day with a plan to match.
void write_agreed_amendment(FactWriter& out, Random& random, const Contract& contract, CivilDate on, bool later);
/// The provider alone wants more for other things (Article 7(3)).
void write_unagreed_amendment(FactWriter& out, Random& random, const Contract& contract, CivilDate on);
/// The contract with the provider that follows a replaced one.
void write_successor(FactWriter& out, Random& random, const Layout& layout, const Contract& replaced, CivilDate on);

}  // namespace hengping::cli
