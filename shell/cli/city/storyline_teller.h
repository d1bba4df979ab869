// Tells a storyline: its facts beyond those of the contracts it plays in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shell/cli/city/fact_writer.h"
#include "shell/cli/city/layout.h"
#include "shell/cli/city/supervision.h"

namespace hengping::cli {

class StorylineTeller {
 public:
  StorylineTeller(const Layout& layout, FactWriter& out, Numbers& numbers, std::uint64_t storyline);
  void tell();

 private:
  // ---- rectification (Article 7); storyline_rectification.cpp
  void tell_complaint_settled();
  void tell_unagreed_amendment();
  void tell_failed_acceptance();
  void tell_unfinished();
  void tell_repeated_orders();
  /// An order that is rectified in time, from `on`: submitted, verified; returns the day of the verification.
  CivilDate rectify_in_time(std::string_view order, CivilDate on, std::string_view article);

  // ---- registers and awards; storyline_registers.cpp
  void tell_exemplary();
  void tell_late_change();
  void correct(CivilDate on);
  /// Returns the ref that a trigger of it would have.
  std::string report_change(ProviderField field, CivilDate on, std::int32_t days_before);

  // ---- replacement and disqualification (Articles 8, 9); storyline_decisions.cpp
  void tell_refusal();
  void tell_lagging();
  void tell_leak();
  void tell_improper_benefit();
  void tell_reinstated();
  void conclude(const Contract& contract, CivilDate on, std::string_view outcome);

  [[nodiscard]] Contract slot(std::uint64_t number) const { return layout_.slot_contract(storyline_, number); }

  const Layout& layout_;
  FactWriter& out_;
  std::uint64_t storyline_;
  Random random_;
  Supervision bureau_;
  CivilDate start_;
  std::string provider_;
};

}  // namespace hengping::cli
