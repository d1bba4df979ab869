// What falls due, what is overdue, and what waits for someone: per role, as of a day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bilingual.h"
#include "core/facts/fact.h"
#include "core/rules/rule.h"

namespace hengping {

enum class DeadlineKind : std::uint8_t {
  rectification,   ///< an order is to be carried out: due on its effective due date (Article 7)
  verification,    ///< a submission waits to be verified, also a late one
  trigger,         ///< neither addressed by an order nor waived (Article 7)
  case_judgement,  ///< a complaint or finding waits to be judged
  contract,        ///< an active contract that has not passed acceptance: due on its due day
  plan_point,      ///< the first point of an active contract's plan that is not reached yet (Article 9(3))
  replacement,     ///< a request to replace the provider waits for an answer (Article 8)
  reply,           ///< the provider may reply to a notice: `reply_days` after it (Article 9)
  decision,        ///< a notice waits to be decided: since the reply, or since the day after the last for one
  appeal,          ///< the provider may appeal: `appeal_days` after the decision to disqualify
  appeal_decision  ///< an appeal waits to be decided
};
[[nodiscard]] std::string_view deadline_kind_name(DeadlineKind kind);

struct Deadline {
  DeadlineKind kind = DeadlineKind::rectification;
  std::vector<Role> roles;  ///< who must or may act, the first above all
  std::string article;      ///< "7.1", "8", "9.3"
  std::string provider;
  std::string engagement;  ///< empty: of every engagement of the provider
  /// The order, case, decision or ref of a trigger; of a contract or request the engagement; of a plan point `plan:<engagement>:<on>`.
  std::string ref;
  std::optional<CivilDate> due_on;        ///< the last day in time; none: it waits without a day
  std::optional<std::int32_t> days_left;  ///< due_on − as_of; negative: overdue
  std::optional<CivilDate> since;         ///< of what waits without a day: since when
  Bilingual words;                        ///< what is to be done or waits, and its day: true on any later day too
  Bilingual left;                         ///< how much time is left, or overdue; empty: it waits without a day
};

struct DeadlineQuery {
  std::int32_t days = 30;     ///< due within so many days, at least 0; what is overdue or waits is listed always
  std::optional<Role> role;   ///< none: all
  std::string_view provider;  ///< empty: all
};

/// Sorted by due day, then by provider, engagement, ref, kind; what waits without a day stands last, by the day since when.
/// A right that was not used in time (to reply, to appeal) is no longer listed: nothing is overdue then. Nor is an order that
/// was refused, or a contract that has ended or passed its acceptance.
[[nodiscard]] std::vector<Deadline> find_deadlines(const State& state, const Policy& policy, CivilDate as_of,
                                                   const DeadlineQuery& query);

}  // namespace hengping
