// Providers of the pool and pilot enterprises, each made from its index alone.
#pragma once

#include <cstdint>
#include <string>

#include "shell/cli/city/fact_writer.h"
#include "shell/cli/city/name_parts.h"
#include "shell/cli/city/random.h"
#include "shell/cli/city/request.h"

namespace hengping::cli {

[[nodiscard]] std::string provider_id(const CityRequest& request, std::uint64_t index);
[[nodiscard]] std::string enterprise_id(const CityRequest& request, std::uint64_t index);
/// Day of registration; `stream` says of which kind of party.
[[nodiscard]] CivilDate registered_on(const CityRequest& request, Stream stream, std::uint64_t index);

struct Company {
  std::string name;
  std::string kind;  ///< type of a provider, industry of an enterprise
  const NameParts::District* district = nullptr;
  Random random{0};  ///< for what comes after the name
};
[[nodiscard]] Company company(const CityRequest& request, Stream stream, std::uint64_t index);

[[nodiscard]] std::string person_name(Random& random);
[[nodiscard]] std::string address(Random& random);

void write_provider(FactWriter& out, const CityRequest& request, std::uint64_t index);
void write_enterprise(FactWriter& out, const CityRequest& request, std::uint64_t index);

}  // namespace hengping::cli
