// Any bytes as a course of events: what the ledger takes in of it must be judged alike by every way of judging.
#include <cstdint>
#include <cstdlib>

#include "core/rules/live_evaluation.h"
#include "core/rules/timeline.h"
#include "core/state/state_hash.h"
#include "tests/core/rules/random_facts.h"

namespace {

using namespace hengping;

void require(bool promise) {
  if (!promise) std::abort();
}

bool add(Ledger& ledger, const std::string& text) {
  Intake intake = ledger.examine(text, default_policy());
  if (!intake.ok()) return false;
  ledger.take(std::move(intake), test::author(test::bureau_device(), "2026-01-01T00:00:00Z"));
  return true;
}

// What holds of every verdict, whatever happened.
void check(const ProviderVerdict& verdict) {
  require(verdict.grounds.size() == 6);
  for (const GroundVerdict& ground : verdict.grounds) {
    require(!ground.explanation.zh.empty() && !ground.explanation.en.empty());
    if (ground.count) require(*ground.count == static_cast<std::int64_t>(ground.refs.size()));
    if (ground.lag) require(ground.lag->numerator >= 0 && ground.lag->denominator > 0);
  }
  for (const OrderVerdict& order : verdict.orders) {
    require(order.days_left.has_value() == (order.status == OrderStatus::open));
    require(!order.days_left || *order.days_left >= 0);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t most_facts = 60;
  std::size_t at = 0;
  test::RandomFacts facts([&](std::uint32_t count) { return at < size ? data[at++] % count : 0; });
  Ledger ledger;
  require(add(ledger, test::small_world()));
  const CivilDate as_of = test::day("2025-06-30");
  LiveEvaluation live(ledger.sequence(), default_policy(), as_of);
  for (std::size_t i = 0; i < most_facts && at < size; ++i) {
    if (!add(ledger, R"({"format":"hengping.facts","version":1,"facts":[)" + facts.next() + "]}")) continue;
    live.update(ledger.sequence());
  }
  const State state = fold(ledger.sequence(), as_of);
  const Answer answer = evaluate(state, default_policy(), as_of);
  require(write_answer(live.answer()) == write_answer(answer));
  require(state_hash(live.state()) == state_hash(state));
  for (const ProviderVerdict& verdict : answer.providers) check(verdict);
  // Played from the beginning, the changes lead to the verdict. A timeline judges every day on which something could have changed, and costs
  // more than all of the above: one provider of some inputs.
  constexpr std::size_t timeline_every = 8;
  if (size % timeline_every == 0 && !answer.providers.empty()) {
    const ProviderVerdict& verdict = answer.providers[size / timeline_every % answer.providers.size()];
    std::string standing;
    for (const TimelineEntry& entry : timeline(ledger.sequence(), default_policy(), verdict.provider, as_of)) {
      for (const VerdictChange& change : entry.changes) {
        if (change.subject != VerdictChange::Subject::standing) continue;
        require(change.from == standing);
        standing = change.to;
      }
    }
    require(standing == standing_name(verdict.standing));
  }
  return 0;
}
