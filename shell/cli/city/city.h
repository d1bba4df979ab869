// A believable city as a facts file. Each provider, enterprise and contract has a stream of random numbers of its own, named by its
// index, so any of them can be made again at will and nothing needs to be kept: the file is written in bounded memory.
//
// Which facts there are is planned in numbers first (CityPlan), then told story by story: registrations, then each contract with what was said
// about it. A further record kind is a further line in the plan and a further story.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/civil_date.h"
#include "core/facts/fact.h"
#include "shell/cli/city/random.h"

namespace hengping::cli {

struct CityRequest {
  std::uint64_t providers = 0, enterprises = 0;  ///< at least 1 each
  std::uint64_t facts = 0;
  std::uint64_t seed = 0;
};

/// How many of what; adds up to the facts that were asked for.
struct CityPlan {
  std::uint64_t engagements = 0;
  std::uint64_t rating_facts = 0;  ///< ratings and withdrawals
};

/// The fewest facts for so many providers and enterprises: each registered, each enterprise with one contract.
[[nodiscard]] std::uint64_t fewest_facts(std::uint64_t providers, std::uint64_t enterprises);
/// Nothing if the request asks for fewer.
[[nodiscard]] std::optional<CityPlan> plan_city(const CityRequest& request);

/// Writes the facts file piece by piece. `progress` hears how many facts are written so far.
class CityWriter {
 public:
  using Sink = std::function<void(std::string_view)>;
  using Progress = std::function<void(std::uint64_t)>;

  CityWriter(const CityRequest& request, const CityPlan& plan, Sink sink, Progress progress);
  void write();

 private:
  struct Party {
    std::string id, name, uscc, address, person, industry, district, type;
    CivilDate registered_on;
  };
  struct Contract {
    std::string id;
    std::uint64_t provider = 0;
    CivilDate signed_on, due_on;
    std::uint64_t rating_facts = 0;
  };

  [[nodiscard]] Party party(std::uint64_t kind, std::uint64_t index) const;
  [[nodiscard]] Contract contract(std::uint64_t index, Random& random) const;
  [[nodiscard]] std::uint64_t rating_facts_of(std::uint64_t contract) const;
  /// How often a provider disappoints, in millionths of its ratings.
  [[nodiscard]] std::uint32_t unsatisfied_rate(std::uint64_t provider) const;

  void write_provider(std::uint64_t index);
  void write_enterprise(std::uint64_t index);
  void write_contract(std::uint64_t index);
  void write_ratings(const Contract& contract, Random& random);
  void write_rating(const Contract& contract, Random& random, CivilDate on, std::string_view period,
                    Satisfaction satisfaction, bool corrected);
  void write_withdrawal(const Contract& contract, Random& random, CivilDate on, std::string_view period);
  void begin_fact(std::string_view kind, CivilDate on, Role by);
  void field(std::string_view key, std::string_view text);
  void end_fact();

  CityRequest request_;
  CityPlan plan_;
  Sink sink_;
  Progress progress_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

}  // namespace hengping::cli
