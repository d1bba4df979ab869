// Which contract is whose, when it runs and how many facts it has: everything follows from the request and the plan by number, so that
// nothing needs to be kept.
#pragma once

#include <cstdint>
#include <string>

#include "shell/cli/city/random.h"
#include "shell/cli/city/request.h"
#include "shell/cli/city/storyline.h"

namespace hengping::cli {

/// How many of what; adds up to the facts that were asked for.
struct CityPlan {
  std::uint64_t engagements = 0;
  std::uint64_t storylines = 0;  ///< told, from the first on
  std::uint64_t shared =
      0;  ///< facts shared out among the contracts, beyond signings, storylines and what fates reserve
};

struct Contract {
  std::uint64_t number = 0;  ///< from 0
  std::string id;
  std::uint64_t provider = 0, enterprise = 0;  ///< from 0
  CivilDate signed_on, due_on;
  Fate fate;
  std::uint64_t facts = 0;  ///< beyond the signing
};

class Layout {
 public:
  Layout(const CityRequest& request, const CityPlan& plan) : request_(request), plan_(plan) {}

  [[nodiscard]] const CityRequest& request() const { return request_; }
  [[nodiscard]] const CityPlan& plan() const { return plan_; }
  [[nodiscard]] Contract contract(std::uint64_t number) const;
  /// The contract of a storyline; `facts` is left 0.
  [[nodiscard]] Contract slot_contract(std::uint64_t storyline, std::uint64_t slot) const;
  [[nodiscard]] std::uint64_t provider_of_storyline(std::uint64_t storyline) const {
    return storyline % request_.providers;
  }
  /// How often a provider disappoints, in millionths of its ratings.
  [[nodiscard]] std::uint32_t unsatisfied_rate(std::uint64_t provider) const;

 private:
  [[nodiscard]] std::uint64_t share_of(std::uint64_t number) const;
  [[nodiscard]] std::uint64_t enterprise_of(std::uint64_t number) const;
  [[nodiscard]] CivilDate earliest_signing(const Contract& contract) const;

  CityRequest request_;
  CityPlan plan_;
};

}  // namespace hengping::cli
