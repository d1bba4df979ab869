// Any bytes as a policy document: refused with places, or within the ranges that the rules rely on.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/policy/policy.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hengping;
  FaultList faults;
  const auto policy = read_policy(std::string(data, data + size), faults);
  if (policy.has_value() != faults.empty()) std::abort();
  if (policy && (policy->parameters.unsatisfied_limit < 1 || policy->id.empty())) std::abort();
  return 0;
}
