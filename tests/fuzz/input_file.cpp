// Any bytes as a facts file, bundle or ledger file: refused with places, or taken in and then consistent with themselves.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/ledger/ledger.h"
#include "core/rules/evaluate.h"
#include "tests/core/support.h"

namespace {

void require(bool promise) {
  if (!promise) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hengping;
  const std::string text(data, data + size);
  const CivilDate date = CivilDate::parse("2026-06-30").value();
  Ledger ledger;
  Intake intake = ledger.examine(text, default_policy());
  const EvaluateResult result = evaluate_text(text, date);
  require(intake.ok() == result.ok);
  if (!intake.ok()) {
    require(intake.faults().total() > 0 && intake.faults().sorted().size() <= FaultList::limit);
    return 0;
  }
  const Device device{std::string(32, '0'), Role::bureau, "", "", ""};
  ledger.take(std::move(intake), test::author(device, "2026-11-23T05:31:08Z"));
  const State state = fold(ledger.sequence(), date);
  const Policy& policy = state.policies().in_force(default_policy(), date);
  require(write_answer(evaluate(state, policy, date)) == result.json);

  // Taken in once more it changes nothing, and what is written out reads back to the same bytes.
  const Intake again = ledger.examine(text, default_policy());
  require(again.ok() && again.added() == 0);
  const std::string bundle = ledger.write_bundle();
  Ledger other;
  Intake copied = other.examine(bundle, default_policy());
  require(copied.ok());
  other.take(std::move(copied), test::author(device, "2026-11-23T05:31:08Z"));
  require(other.write_bundle() == bundle);
  return 0;
}
