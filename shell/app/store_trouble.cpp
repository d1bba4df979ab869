#include "shell/app/store_trouble.h"

#include <array>
#include <utility>

namespace hengping::shell {

StoreTrouble trouble_of(std::string_view reason) {
  static constexpr std::array<std::pair<std::string_view, StoreTrouble>, 10> names{{
      {"QuotaExceededError", StoreTrouble::full},
      {"VersionError", StoreTrouble::newer},
      {"BlockedError", StoreTrouble::blocked},  // the page's own name for it
      {"SecurityError", StoreTrouble::denied},
      {"NotAllowedError", StoreTrouble::denied},
      {"AbortError", StoreTrouble::interrupted},
      {"InvalidStateError", StoreTrouble::interrupted},
      {"TimeoutError", StoreTrouble::interrupted},
      {"UnknownError", StoreTrouble::interrupted},
      {"AttachmentError", StoreTrouble::attachment_gone},  // the page's own name for it
  }};
  const std::string_view name = reason.substr(0, reason.find(':'));
  for (const auto& [known, trouble] : names) {
    if (name == known) return trouble;
  }
  return StoreTrouble::unknown;
}

}  // namespace hengping::shell
