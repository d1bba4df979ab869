// The address of a screen: location.hash, "#/engagements/new?provider=P001".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hengping::ui {

struct Route {
  std::vector<std::string> parts;  ///< "engagements", "new"; empty for the workbench
  std::map<std::string, std::string, std::less<>> parameters;

  /// The part of that number, or "".
  [[nodiscard]] std::string_view part(std::size_t index) const {
    return index < parts.size() ? std::string_view(parts[index]) : std::string_view();
  }
  [[nodiscard]] std::string_view parameter(std::string_view name) const {
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string_view() : std::string_view(found->second);
  }
  [[nodiscard]] bool operator==(const Route&) const = default;
};

[[nodiscard]] Route parse_route(std::string_view hash);
/// "#/providers/" and the identifier, as an address.
[[nodiscard]] std::string address_of(std::string_view place, std::string_view id);

}  // namespace hengping::ui
