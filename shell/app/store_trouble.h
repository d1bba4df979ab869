// What a store's own words for a failure mean.
#pragma once

#include <cstdint>
#include <string_view>

namespace hengping::shell {

enum class StoreTrouble : std::uint8_t {
  full,             ///< no room left on the device, or for this site
  newer,            ///< a newer version of the app has changed the store's form
  blocked,          ///< another tab holds on to the store
  denied,           ///< the browser does not let this site store anything (a private window, a setting)
  interrupted,      ///< the connection broke off
  attachment_gone,  ///< the bytes of a photo or document are neither stored nor held by the page any more
  unknown,
};

/// `reason` begins with the name of a DOMException: "QuotaExceededError: …".
[[nodiscard]] StoreTrouble trouble_of(std::string_view reason);

}  // namespace hengping::shell
