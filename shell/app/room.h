// Whether the room that the browser gives is running out.
#pragma once

#include <cstdint>

namespace hengping::shell {

enum class RoomState : std::uint8_t {
  plenty,
  scarce,  ///< four fifths are used, or less than 50 MB are left
  nearly_full,  ///< 19 of 20 parts are used, or less than 10 MB are left: the next photo may not fit
};

/// Megabytes used of those given.
[[nodiscard]] RoomState room_state(float used_mb, float quota_mb);

}  // namespace hengping::shell
