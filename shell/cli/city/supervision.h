// The facts of supervision, one function each: who states them and what is said. When and why is the stories' matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/civil_date.h"
#include "shell/cli/city/fact_writer.h"
#include "shell/cli/city/name_parts.h"
#include "shell/cli/city/random.h"
#include "shell/cli/city/request.h"

namespace hengping::cli {

class Supervision {
 public:
  Supervision(FactWriter& out, Random& random, Numbers& numbers) : out_(out), random_(random), numbers_(numbers) {}

  // ---- complaints, inspections, findings; each that registers something returns its identifier

  std::string complain(std::string_view engagement, CivilDate on, std::string_view article);
  void judge_complaint(std::string_view complaint, CivilDate on, bool upheld);
  /// `engagement` empty: of every engagement of the provider.
  std::string inspect(std::string_view provider, std::string_view engagement, CivilDate on, bool good);
  std::string find(std::string_view provider, std::string_view engagement, std::string_view inspection, CivilDate on,
                   std::string_view article);
  void judge_finding(std::string_view finding, CivilDate on, bool confirmed);
  void waive(std::string_view provider, std::string_view ref, CivilDate on, Topic why);

  // ---- orders

  /// Due by the usual days of the policy, unless a day is given; one later than those says why.
  std::string order(std::string_view provider, std::string_view engagement, const std::vector<std::string>& refs,
                    CivilDate on, std::optional<CivilDate> due_on = std::nullopt);
  void extend(std::string_view order, CivilDate on, CivilDate due_on);
  /// `article`: of the trigger that is answered.
  void submit(std::string_view order, CivilDate on, std::string_view article);
  void verify(std::string_view order, CivilDate on, bool passed);
  void refuse(std::string_view order, CivilDate on);
  void void_order(std::string_view order, CivilDate on);

  // ---- replacement

  void request_replacement(std::string_view engagement, std::string_view order, CivilDate on, Topic why);
  void decide_replacement(std::string_view engagement, CivilDate on, bool approved);
  void end(std::string_view engagement, CivilDate on, std::string_view outcome);

  // ---- disqualification and awards

  std::string notice(std::string_view provider, CivilDate on, const std::vector<std::string_view>& grounds);
  void reply(std::string_view decision, CivilDate on);
  void decide(std::string_view decision, CivilDate on, bool disqualified);
  void appeal(std::string_view decision, CivilDate on);
  void decide_appeal(std::string_view decision, CivilDate on, bool overturned);
  void reinstate(std::string_view provider, CivilDate on);
  /// Titles stand in the order of their years; the reason is that of giving or of revoking.
  void award(std::string_view provider, CivilDate on, std::size_t title, bool given);

 private:
  /// Stated by the party itself, now and then by the bureau from its paper.
  FactWriter& by_party(std::string_view kind, CivilDate on, Role party);
  void reason(Topic topic) { out_.text("reason", random_.pick(name_parts().about(topic))).end(); }

  FactWriter& out_;
  Random& random_;
  Numbers& numbers_;
};

}  // namespace hengping::cli
