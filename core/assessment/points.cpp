#include "core/assessment/points.h"

#include "core/base/decimal.h"

namespace hengping::assessment {

std::optional<Points> Points::parse_number(std::string_view token) {
  const auto decimal = Decimal::parse(token);
  const auto thousandths = decimal ? decimal->scaled(3) : std::nullopt;
  constexpr std::int64_t most = 1'000'000;
  if (!thousandths || *thousandths < 0 || *thousandths > most) return std::nullopt;
  return Points{*thousandths};
}

std::string Points::to_string() const {
  std::string out = std::to_string(thousandths / 1000);
  std::string decimals = std::to_string(1000 + thousandths % 1000).substr(1);
  while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
  return decimals.empty() ? out : out + "." + decimals;
}

}  // namespace hengping::assessment
